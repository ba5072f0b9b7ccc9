"""The command `cso code`: from the code that a reader says to the line, its owner and the files to edit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cso.content.confirmations import comparable
from cso.content.document import Document
from cso.content.repository import Content, load
from cso.content.schema import SchemaError
from cso.content.used_contacts import Line, UsedContact, entries, used_contacts
from cso.entry_code import LENGTH, entry_code

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

EXIT_FINE, EXIT_UNKNOWN, EXIT_WRONG_USE = 0, 1, 2


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `code` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`, called as `arguments.run(arguments)`.
    """
    parser = subparsers.add_parser(
        "code",
        help="tell which line or contact a reader named by its code",
        description="Tell to which line or contact a code of the site belongs, who owns it, and where its contacts "
        "and their entries in content/confirmations stand. Reads what can be read, also when other files have errors. "
        "Exit code: 0 found, 1 no such code, 2 wrong use.",
    )
    parser.add_argument("code", metavar="CODE", help="five digits, as they stand below the number on the site")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso code`; numbers themselves are never printed, so that the answer may be copied anywhere (S7).

    Args:
        arguments: `code` and `content` as registered.

    Returns:
        0 if a line has the code, 1 if none has, 2 for wrong use.
    """
    code = "".join(arguments.code.split())
    if not (len(code) == LENGTH and code.isascii() and code.isdigit()):
        return _complain(f"a code has {LENGTH} digits", EXIT_WRONG_USE)
    try:
        content, _ = load(arguments.content)
    except (NotADirectoryError, SchemaError) as error:
        return _complain(str(error), EXIT_WRONG_USE)
    found = [line for line in entries(content) if line.id and entry_code(line.id) == code]
    for line in found:
        sys.stdout.write("\n".join(report(content, line)) + "\n")
    if not found:
        return _complain(f"no line has the code {code}; ask for the name of the line", EXIT_UNKNOWN)
    return EXIT_FINE


def report(content: Content, line: Line) -> Iterator[str]:
    """What an editor needs to know of a line: its id, owner and file, and each contact with its confirmation.

    Args:
        content: everything that could be read.
        line: the line.

    Yields:
        Rows of text.
    """
    yield f"{entry_code(line.id)}  {line.id}"
    yield f"  owner          {line.owner}"
    yield f"  file           {_place(line.document, (*line.location, 'id'))}"
    document = content.confirmations.get(line.owner)
    yield f"  confirmations  {document.file if document else f'content/confirmations/{line.owner}.yaml is missing'}"
    for contact in used_contacts(content):
        if contact.line == line.id and contact.owner == line.owner:
            yield f"  {contact.kind:<13}  {_place(contact.document, contact.location)}  {_entries(document, contact)}"


def _entries(document: Document | None, contact: UsedContact) -> str:
    """State and place of every entry for a contact."""
    if document is None:
        return "no entry"
    wanted = comparable(contact.kind, contact.value, contact.country)
    found = []
    for location, _ in document.items(("entries",)):
        kind, value, country, state = (document.text((*location, key)) for key in ("kind", "value", "country", "state"))
        if kind == contact.kind and comparable(kind, value, country) == wanted:
            found.append(f"{state or '?'}: {_place(document, (*location, 'state'))}")
    return ", ".join(found) or "no entry"


def _place(document: Document, location: tuple[str | int, ...]) -> str:
    return f"{document.file}:{document.positions.value(location).line}"


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"cso code: {message}\n")
    return code
