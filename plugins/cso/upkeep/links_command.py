"""The command `cso links`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from cso.as_of import default_as_of
from cso.content.command import EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.repository import load
from cso.content.schema import SchemaError
from cso.upkeep.link_report import report_of, save
from cso.upkeep.links import BROKEN, FINE, NOT_ASKED, PAUSE, REFUSED, CheckedLink, check_links, outward_links

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_TEXTS = {
    "en": {
        BROKEN: "broken",
        REFUSED: "does not talk to programs",
        NOT_ASKED: "not asked",
        "count": "{all} links: {fine} fine, {broken} broken, {refused} do not talk to programs, {not_asked} not asked.",
        "title": "Links that do not lead anywhere: {name}",
        "what": "Replace them by where the page is now, or by a copy of an archive. Nothing leaves the site by itself.",
    },
    "uk": {
        BROKEN: "не відкривається",
        REFUSED: "не відповідає програмам",
        NOT_ASKED: "не перевіряли",
        "count": "Посилань: {all}; справні: {fine}, не відкриваються: {broken}, не відповідають програмам: {refused}, "
        "не перевіряли: {not_asked}.",
        "title": "Посилання, які нікуди не ведуть: {name}",
        "what": "Замініть їх новою адресою сторінки або копією з архіву. Саме собою із сайту нічого не зникне.",
    },
}


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `links` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "links",
        help="ask whether outward links still lead somewhere",
        description="Ask for every outward link, politely and with retries. Reports, never blocks: exit code 0 "
        "whatever is broken, 2 wrong use. Takes minutes.",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the report")
    parser.add_argument("--issues", type=Path, metavar="DIR", help="write an issue per file with broken links there")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the result for /status/: .cache/links.json")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.add_argument("--allow-private", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso links`.

    Args:
        arguments: as registered.

    Returns:
        0 asked, 2 wrong use.
    """
    texts = _TEXTS[arguments.lang or locale_language(os.environ)]
    try:
        content, _ = load(arguments.content)
    except (NotADirectoryError, SchemaError) as error:
        sys.stderr.write(f"cso links: {error}\n")
        return EXIT_WRONG_USE
    private = arguments.allow_private
    results = check_links(outward_links(content), allow_private=private, pause=0 if private else PAUSE)
    if arguments.save is not None:
        save(report_of(results, default_as_of()), arguments.save)
    if arguments.issues is not None:
        _write_issues(arguments.issues, results, texts)
    if arguments.format == "json":
        sys.stdout.write(_json(results))
        return EXIT_FINE
    for result in results:
        if result.result != FINE:
            places = ", ".join(f"{file}:{line}" for file, line in result.link.places)
            sys.stdout.write(f"{texts[result.result]} ({result.reason})  {result.link.address}  {places}\n")
    counts = {kind: sum(one.result == kind for one in results) for kind in (FINE, BROKEN, REFUSED, NOT_ASKED)}
    sys.stdout.write(texts["count"].format(all=len(results), **counts) + "\n")
    return EXIT_FINE


def _json(results: tuple[CheckedLink, ...]) -> str:
    data = [
        {
            "address": one.link.address,
            "result": one.result,
            "reason": one.reason,
            "places": [{"file": file, "line": line} for file, line in one.link.places],
        }
        for one in results
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _write_issues(folder: Path, results: tuple[CheckedLink, ...], texts: dict[str, str]) -> None:
    """An issue per file of content: `DIR/<slug or id>.md`, its first line the title."""
    broken: dict[str, list[str]] = defaultdict(list)
    for result in results:
        if result.result == BROKEN:
            for file, line in result.link.places:
                broken[file].append(f"- [ ] `{file}:{line}` <{result.link.address}> ({result.reason})")
    folder.mkdir(parents=True, exist_ok=True)
    for file, lines in broken.items():
        path = Path(file)
        name = path.parent.name if path.stem == "organization" else path.stem
        listed = "\n".join(lines)
        title = texts["title"].format(name=name)
        (folder / f"{name}.md").write_text(f"# {title}\n\n{listed}\n\n{texts['what']}\n", encoding="utf-8")
