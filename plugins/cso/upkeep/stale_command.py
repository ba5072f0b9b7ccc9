"""The command `cso stale`: what is due, and the issues that ask about it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cso.as_of import AsOfError, as_of_argument, default_as_of
from cso.content.check import check
from cso.content.command import EXIT_FINDINGS, EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.findings import Level, render
from cso.content.schema import SchemaError
from cso.directory.build import build_directory
from cso.upkeep.due_wording import DueWording
from cso.upkeep.stale import due

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `stale` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "stale",
        help="tell what is due to be confirmed again",
        description="Tell which facts are past their limit or will be within 30 days, by organisation. Age is never an "
        "error: exit code 0, also when something is due; 1 if the content has errors; 2 wrong use.",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the list")
    parser.add_argument(
        "--issues", type=Path, metavar="DIR", help="write an issue per organisation there: DIR/SLUG.md, DIR/editors.md"
    )
    parser.add_argument("--as-of", type=as_of_argument, metavar="DATE", help="day ages count to (YYYY-MM-DD)")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso stale`.

    Args:
        arguments: as registered.

    Returns:
        0 told, 1 the content has errors, 2 wrong use.
    """
    lang = arguments.lang or locale_language(os.environ)
    try:
        as_of = arguments.as_of or default_as_of()
        result = check(arguments.content, as_of, allow_synthetic=True)
    except (NotADirectoryError, SchemaError, AsOfError) as error:
        sys.stderr.write(f"cso stale: {error}\n")
        return EXIT_WRONG_USE
    if result.has_errors:
        errors = [finding for finding in result.findings if finding.level is Level.ERROR]
        sys.stderr.write(render(errors, "text", lang))
        return EXIT_FINDINGS
    content = result.content
    found = due(content, build_directory(content, as_of))
    repository = content.site.text(("repository",)).rstrip("/") or None
    wording = DueWording(lang, content.schemas, repository, f"{as_of:%Y-%m}")
    if arguments.issues is not None:
        arguments.issues.mkdir(parents=True, exist_ok=True)
        for name, text in wording.issues(found):
            path = arguments.issues / f"{name}.md"
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path}\n")
        return EXIT_FINE
    sys.stdout.write(wording.json(found) if arguments.format == "json" else wording.text(found))
    return EXIT_FINE
