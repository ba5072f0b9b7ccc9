"""The subcommands `cso build`, `cso documents`, `cso offline`, `cso serve` and `cso launched`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pelican.settings import read_settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cso.as_of import as_of_argument
from cso.content.command import locale_language
from cso.content.findings import Level
from cso.content.reader import read_yaml
from cso.publish import files
from cso.publish.errors import BuildError, ContentError, UsageError
from cso.publish.last_good import candidates, last_good_content
from cso.publish.manifest import load_manifest
from cso.publish.on_request import CAPABILITIES, SETTING, requested
from cso.publish.report import print_findings, print_summary
from cso.publish.serve import serve
from cso.publish.site import Site, explain, manifest_file

SETTINGS = "pelicanconf.py"


def register(subparsers: Any) -> None:
    """Add the subcommands to the command `cso`.

    Args:
        subparsers: what `ArgumentParser.add_subparsers` returned; each subcommand sets `arguments.run`.
    """
    build_parser = subparsers.add_parser("build", help="check the content and build the site")
    add_build_arguments(build_parser)
    build_parser.add_argument(
        "--with",
        dest="on_request",
        action="append",
        choices=CAPABILITIES,
        default=[],
        help="also make this, which a build leaves out unless asked; may be given more than once",
    )
    build_parser.set_defaults(run=build)

    for name, text in CAPABILITIES.items():
        parser = subparsers.add_parser(name, help=text)
        add_build_arguments(parser)
        parser.set_defaults(run=build, on_request=[name])

    serve_parser = subparsers.add_parser(
        "serve", help="show the site at a local address and rebuild it on every change"
    )
    serve_parser.add_argument("--port", type=_port, default=8000, help="default: 8000; 0 takes any free one")
    serve_parser.set_defaults(run=serve)

    launched_parser = subparsers.add_parser(
        "launched", help="print launched=true or launched=false, from content/site.yaml"
    )
    launched_parser.add_argument(
        "--content", type=Path, metavar="DIR", default=Path("content"), help="the content (default: content/)"
    )
    launched_parser.set_defaults(run=launched)


def add_build_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what every subcommand that builds understands; it sets `on_request` to what else it wants made."""
    parser.add_argument("--content", type=Path, metavar="DIR", help="the content (default: content/)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the site goes (default: output/)")
    parser.add_argument(
        "--as-of",
        type=as_of_argument,
        metavar="DATE",
        help="count ages from this day, YYYY-MM-DD (default: today in Kyiv)",
    )
    parser.add_argument("--lang", choices=("uk", "en"), help="language of the findings (default: from the locale)")
    parser.add_argument(
        "--require-launched", action="store_true", help="fail unless content/site.yaml says launched: true"
    )
    parser.add_argument(
        "--last-good",
        metavar="COMMIT",
        help="build the content of this commit with today's confirmations; auto: of the newest one without errors",
    )


def build(arguments: argparse.Namespace) -> int:
    """Build the site; the same bytes as `pelican content`.

    Returns:
        0 when it was published, 1 when the content has errors or the build failed; nothing was written then.
    """
    start = time.monotonic()
    language = arguments.lang or locale_language(os.environ)
    content: Path = arguments.content or Path("content")
    if not content.is_dir():
        raise UsageError(f"There is no folder {content}.")
    try:
        site = _build_earlier(arguments, content) if arguments.last_good else _build(arguments, content)
    except BuildError as error:
        explain(error, language)
        return error.exit_code
    print_findings(site.report.findings, language)
    assert site.summary is not None  # noqa: S101  # run() sets it or raises
    print_summary(site.report, site.summary, time.monotonic() - start)
    return 0


def _build(arguments: argparse.Namespace, content: Path) -> Site:
    """Build the content of a folder."""
    if arguments.require_launched and not is_launched(content):
        raise BuildError(f"{content}/site.yaml does not say launched: true. Nothing was written.")
    site = Site(project_settings(content, arguments.output, arguments.as_of, arguments.on_request))
    with _progress() as site.progress:
        site.run()
    return site


def _build_earlier(arguments: argparse.Namespace, content: Path) -> Site:
    """Build the first of the wanted commits whose content has no errors, with today's confirmations."""
    for commit in (commits := candidates(arguments.last_good, content)):
        try:
            with last_good_content(commit, content) as earlier:
                site = _build(arguments, earlier)
        except ContentError:
            if commit == commits[-1]:
                raise
            print(f"The content of {commit} has errors; trying the one before.", file=sys.stderr)
        else:
            print(f"This is the content of {commit} with today's confirmations.", file=sys.stderr)
            return site
    raise AssertionError("candidates() gives at least one commit")


def launched(arguments: argparse.Namespace) -> int:
    """Print whether the site is launched, in the form that a workflow step can append to its outputs."""
    print(f"launched={str(is_launched(arguments.content)).lower()}")
    return 0


def is_launched(content: Path) -> bool:
    """Tell whether site.yaml says `launched: true`.

    Raises:
        ContentError: the file has errors.
    """
    document, findings = read_yaml(content / "site.yaml", str(content / "site.yaml"))
    if document is None or any(finding.level is Level.ERROR for finding in findings):
        raise ContentError(findings)
    return isinstance(document.data, dict) and document.data.get("launched") == "true"


def project_settings(
    content: Path, output: Path | None, as_of: date | None, on_request: Collection[str]
) -> dict[str, Any]:
    """Read pelicanconf.py of this folder, with what the command line says instead."""
    if not Path(SETTINGS).is_file():
        raise UsageError(f"There is no {SETTINGS} here. Run the command in the folder of the project.")
    override: dict[str, Any] = {"PATH": str(content.absolute())}
    if output is not None:
        override["OUTPUT_PATH"] = str(output.absolute())
    if as_of is not None:
        override["AS_OF"] = as_of
    try:
        settings: dict[str, Any] = read_settings(SETTINGS, override=override)
    except ValueError as error:  # how Pelican says that a folder is not there
        raise BuildError(str(error)) from error
    published = load_manifest(manifest_file(Path(settings["OUTPUT_PATH"]), Path(settings["CACHE_PATH"])))
    settings[SETTING] = requested(on_request, published or ())
    return settings


def _port(text: str) -> int:
    """Read a port number from the command line."""
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; it must be a number from 0 to 65535")
    return int(text)


@contextlib.contextmanager
def _progress() -> Iterator[files.Progress | None]:
    """Give what shows progress on a terminal, or None when nobody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading and checking", total=None)
        yield lambda done, total: bar.update(task, description="Making files", completed=done, total=total)
