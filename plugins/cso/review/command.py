"""The commands `cso diff`, `cso review` and `cso owners`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cso.as_of import AsOfError, as_of_argument, default_as_of
from cso.content.command import EXIT_FINDINGS, EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.repository import default_schemas, load
from cso.content.schema import SchemaError, SchemaSet
from cso.git import GitError
from cso.pages.interface_texts import load_texts
from cso.review.branch_protection import NotSettingsError, missing
from cso.review.changes import changed_documents
from cso.review.commits import ProposedChange, proposed_change
from cso.review.diff_wording import DiffWording
from cso.review.effects import effects
from cso.review.owners import Owners, codeowners
from cso.review.review_wording import markdown
from cso.review.verdicts import REFUSED, overall, review

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

CODEOWNERS = Path(".github/CODEOWNERS")
_THEME = Path(__file__).resolve().parents[3] / "theme"


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `diff`, `review` and `owners` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "diff",
        help="tell what a change means to the public",
        description="Tell, as Markdown, what the public will see differently and every value old beside new. Values "
        "that cso check finds fault with are not shown. Exit code: 0 told, 2 wrong use.",
    )
    parser.add_argument("base", metavar="BASE", help="the branch or commit the change is proposed to")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the change (default: the files as they are now)")
    _add_common(parser)
    parser.set_defaults(run=lambda arguments: _guarded(arguments, "cso diff", diff))

    parser = subparsers.add_parser(
        "review",
        help="tell who may say yes to a change",
        description="Give one verdict per rule: fine, needs the yes of an owner, or refused. Run it from BASE: rules "
        "and owners are those of the code that runs. Exit code: 0 fine or needs an owner, 1 refused, 2 wrong use.",
    )
    parser.add_argument("base", metavar="BASE", help="the branch or commit the change is proposed to")
    parser.add_argument("head", metavar="HEAD", help="the change")
    parser.add_argument("--author", required=True, metavar="HANDLE", help="who proposes it, on the hosting platform")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="form of the verdict")
    _add_common(parser)
    parser.set_defaults(run=lambda arguments: _guarded(arguments, "cso review", review_command))

    parser = subparsers.add_parser(
        "owners",
        help="write CODEOWNERS from the content",
        description="Write .github/CODEOWNERS from content/site.yaml, or say what is missing in the protection of the "
        "branch without which it does nothing. Exit code: 0 fine, 1 out of date or unprotected, 2 wrong use.",
    )
    parser.add_argument("--check", action="store_true", help="write nothing, only say whether the file is up to date")
    parser.add_argument(
        "--branch-protection", type=argparse.FileType("r"), metavar="FILE", help="answer of the platform; - for stdin"
    )
    parser.add_argument("--output", type=Path, default=CODEOWNERS, metavar="FILE", help="default: %(default)s")
    _add_common(parser)
    parser.set_defaults(run=lambda arguments: _guarded(arguments, "cso owners", owners))


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--as-of", type=as_of_argument, metavar="DATE", help="day ages count to (YYYY-MM-DD)")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.add_argument("--allow-synthetic", action="store_true", help=argparse.SUPPRESS)


def _guarded(arguments: argparse.Namespace, name: str, action: Any) -> int:
    arguments.lang = arguments.lang or locale_language(os.environ)
    try:
        code: int = action(arguments)
    except (GitError, NotADirectoryError, SchemaError, AsOfError, NotSettingsError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return EXIT_WRONG_USE
    return code


def _change(arguments: argparse.Namespace) -> AbstractContextManager[ProposedChange]:
    return proposed_change(
        arguments.content,
        default_schemas(arguments.content),
        arguments.base,
        arguments.head,
        arguments.as_of or default_as_of(),
        allow_synthetic=arguments.allow_synthetic,
    )


def diff(arguments: argparse.Namespace) -> int:
    """Print what a change means."""
    schemas = SchemaSet(default_schemas(arguments.content))
    with _change(arguments) as change:
        wording = DiffWording(change, schemas, arguments.lang, load_texts(_THEME, arguments.lang))
        sys.stdout.write(wording.markdown(changed_documents(change), effects(change)))
    return EXIT_FINE


def review_command(arguments: argparse.Namespace) -> int:
    """Print the verdict on a change."""
    with _change(arguments) as change:
        verdicts = review(change, arguments.author)
    if arguments.format == "json":
        data = {"verdict": overall(verdicts), "rules": [dataclasses.asdict(verdict) for verdict in verdicts]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(markdown(verdicts, arguments.lang))
    return EXIT_FINDINGS if overall(verdicts) == REFUSED else EXIT_FINE


def owners(arguments: argparse.Namespace) -> int:
    """Write CODEOWNERS, check it, or check the protection of the branch."""
    if arguments.branch_protection is not None:
        lacking = missing(arguments.branch_protection.read(), arguments.lang)
        sys.stdout.write("".join(f"- {line}\n" for line in lacking))
        return EXIT_FINDINGS if lacking else EXIT_FINE
    content, _ = load(arguments.content)
    text = codeowners(Owners.of(content), arguments.content.name)
    path: Path = arguments.output
    if arguments.check:
        current = path.read_text("utf-8") if path.is_file() else ""
        if current != text:
            sys.stdout.write(f"{path}: cso owners\n")
        return EXIT_FINE if current == text else EXIT_FINDINGS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{path}\n")
    return EXIT_FINE
