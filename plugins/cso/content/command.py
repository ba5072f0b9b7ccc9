"""The command `cso check`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cso.as_of import AsOfError, as_of_argument, default_as_of
from cso.content.check import check
from cso.content.findings import Finding, Level, count_line, render
from cso.content.messages import SAFETY_CODES
from cso.content.repository import default_schemas
from cso.content.rules.commit_message import message_findings
from cso.content.schema import SchemaError
from cso.git import GitError, staged_folder

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_STAGED = {
    "en": {
        "stopped": "Stopped: what a commit holds can be read for ever, even when it is mended later. Mend it first.",
        "others": "Errors to mend before this can be published: {count}. They are shown by: cso check",
    },
    "uk": {
        "stopped": "Зупинено: що потрапило в коміт, можна прочитати завжди, навіть коли це потім виправлять. "
        "Спершу виправте.",
        "others": "Помилок, які треба виправити перед публікацією: {count}. Їх покаже: cso check",
    },
}

EXIT_FINE, EXIT_FINDINGS, EXIT_WRONG_USE = 0, 1, 2


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `check` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`, called as `arguments.run(arguments)`.
    """
    parser = subparsers.add_parser(
        "check",
        help="check the content and say what to mend",
        description="Check all content at once and say, for each finding, where it is and what to do. "
        "Exit code: 0 fine (warnings allowed), 1 errors found, 2 wrong use.",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only findings in these files or folders"
    )
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="form of the findings")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.add_argument("--as-of", type=as_of_argument, metavar="DATE", help="day the check speaks for (YYYY-MM-DD)")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument(
        "--staged",
        action="store_true",
        help="check what is staged in git, for a hook before the commit: fail on what endangers people, tell the rest",
    )
    parser.add_argument(
        "--message",
        type=Path,
        metavar="FILE",
        help="look for addresses and numbers in a commit message, for a hook",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso check`; findings go to stdout, complaints about the use of the command to stderr.

    Args:
        arguments: `paths`, `format`, `lang`, `as_of`, `content` as registered.

    Returns:
        0 if no error is shown, 1 if one is, 2 for wrong use.
    """
    missing = [path for path in arguments.paths if not os.path.lexists(path)]
    if missing:
        return _wrong_use(f"no such file or folder: {', '.join(map(str, missing))}")
    if arguments.staged and (arguments.paths or arguments.format != "text"):
        return _wrong_use("--staged looks at all content and prints text")
    if arguments.message is not None:
        return _message(arguments)
    try:
        as_of = arguments.as_of or default_as_of()
        if arguments.staged:
            return _staged(arguments, as_of)
        result = check(arguments.content, as_of)
    except (NotADirectoryError, SchemaError, AsOfError, GitError) as error:
        return _wrong_use(str(error))
    findings = narrowed(result.findings, arguments.paths)
    lang = arguments.lang or locale_language(os.environ)
    sys.stdout.write(render(findings, arguments.format, lang))
    if arguments.format == "text":
        sys.stdout.write(f"{count_line(findings, lang)}\n")
    has_errors = any(finding.level is Level.ERROR for finding in findings)
    return EXIT_FINDINGS if has_errors else EXIT_FINE


def _staged(arguments: argparse.Namespace, as_of: date) -> int:
    """Check what is staged: 1 if an error is about safety, else 0 with a word on the rest."""
    lang = arguments.lang or locale_language(os.environ)
    with staged_folder(arguments.content) as content, contextlib.chdir(content.parent):
        # Standing beside the laid out folder, findings show the paths that people know.
        result = check(Path(content.name), as_of, default_schemas(arguments.content.absolute()))
    errors = [finding for finding in result.findings if finding.level is Level.ERROR]
    dangerous = [finding for finding in errors if finding.code in SAFETY_CODES]
    sys.stdout.write(render(dangerous, "text", lang))
    if dangerous:
        sys.stdout.write(f"{_STAGED[lang]['stopped']}\n")
    elif errors:
        sys.stdout.write(f"{_STAGED[lang]['others'].format(count=len(errors))}\n")
    return EXIT_FINDINGS if dangerous else EXIT_FINE


def _message(arguments: argparse.Namespace) -> int:
    """Check a commit message: 1 if it tells a place or a number."""
    lang = arguments.lang or locale_language(os.environ)
    text = arguments.message.read_text("utf-8", errors="replace")
    findings = list(message_findings(text, {"uk": "опис зміни", "en": "commit message"}[lang]))
    sys.stdout.write(render(findings, "text", lang))
    if findings:
        sys.stdout.write(f"{_STAGED[lang]['stopped']}\n")
    return EXIT_FINDINGS if findings else EXIT_FINE


def narrowed(findings: Iterable[Finding], paths: Iterable[Path]) -> list[Finding]:
    """Those findings whose file is one of `paths` or below one of them; all if there are no paths."""
    wanted = [form for path in paths for form in _forms(path)]
    if not wanted:
        return list(findings)
    return [
        finding
        for finding in findings
        if any(file.is_relative_to(path) for file in _forms(Path(finding.file)) for path in wanted)
    ]


def locale_language(environment: Mapping[str, str]) -> str:
    """Language of the messages from the variables of the locale: `uk` where it is Ukrainian, else `en`."""
    chosen = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "uk" if chosen.startswith("uk") else "en"


def _forms(path: Path) -> set[Path]:
    """A path as written and as it is behind symbolic links."""
    return {Path(os.path.abspath(path)), path.resolve()}  # noqa: PTH100 (both forms are wanted)


def _wrong_use(message: str) -> int:
    sys.stderr.write(f"cso check: {message}\n")
    return EXIT_WRONG_USE
