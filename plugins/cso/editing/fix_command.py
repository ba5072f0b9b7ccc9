"""The command `cso fix`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cso.content.command import EXIT_FINDINGS, EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.findings import render, shown_path
from cso.content.places import Kind, kind_of
from cso.content.repository import default_schemas
from cso.content.schema import SchemaError, SchemaSet
from cso.editing.canonical import CannotBeFixed, Fixed, canonical

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_TEXTS = {
    "en": {
        "fixed": "fixed",
        "would": "to be fixed",
        "emptied": "nothing stood there, taken away",
        "cannot": "left as it is: its comments could not be kept",
        "count": "{fixed} of {all} files {done}.",
        "left": "{left} left as they are: please mend what stands above, then run cso fix again.",
        "nothing": "no file of content there: {path}",
    },
    "uk": {
        "fixed": "виправлено",
        "would": "треба виправити",
        "emptied": "тут нічого не було, прибрано",
        "cannot": "залишено як є: не вдалося б зберегти коментарі",
        "count": "Файлів: {all}; {done}: {fixed}.",
        "left": "Залишено як є: {left}. Виправте, будь ласка, те, що вказано вище, і запустіть cso fix ще раз.",
        "nothing": "тут немає файлів із даними: {path}",
    },
}


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `fix` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "fix",
        help="bring files of content into their canonical form",
        description="Bring YAML files into one form: indentation, quotes, ends of lines, no empty keys. Values and "
        "comments stay. Exit code: 0 fine, 1 a file could not be fixed (or, with --check, is not in that form).",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: all content)")
    parser.add_argument("--check", action="store_true", help="write nothing, only say which files would change")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso fix`.

    Args:
        arguments: `paths`, `check`, `content`, `lang` as registered.

    Returns:
        0 fine, 1 a file could not be fixed or is to be fixed with `--check`, 2 wrong use.
    """
    lang = arguments.lang or locale_language(os.environ)
    texts = _TEXTS[lang]
    content: Path = arguments.content
    try:
        schemas = SchemaSet(default_schemas(content))
    except SchemaError as error:
        sys.stderr.write(f"cso fix: {error}\n")
        return EXIT_WRONG_USE
    files: dict[Path, Kind] = {}
    for path in arguments.paths or [content]:
        found = dict(_files(path, content, schemas))
        if not found:
            sys.stderr.write(f"cso fix: {texts['nothing'].format(path=path)}\n")
            return EXIT_WRONG_USE
        files |= found
    fixed = left = 0
    for path, kind in sorted(files.items()):
        before = path.read_bytes()
        try:
            result = canonical(before, shown_path(path), kind.schema, schemas, schema_address(path, schemas, kind))
        except CannotBeFixed as problem:
            left += 1
            shown = render(problem.findings, "text", lang) or f"{shown_path(path)}  {texts['cannot']}\n"
            sys.stdout.write(shown)
            continue
        if result.text.encode() != before:
            fixed += 1
            _tell(path, result, texts, texts["would" if arguments.check else "fixed"])
            if not arguments.check:
                path.write_text(result.text, encoding="utf-8", newline="\n")
    done = texts["would" if arguments.check else "fixed"]
    sys.stdout.write(texts["count"].format(fixed=fixed, all=len(files), done=done) + "\n")
    if left:
        sys.stdout.write(texts["left"].format(left=left) + "\n")
    return EXIT_FINDINGS if left or (arguments.check and fixed) else EXIT_FINE


def schema_address(path: Path, schemas: SchemaSet, kind: Kind) -> str | None:
    """Path of a file's schema from the folder of the file, for editors; None if they lie in different projects."""
    schema = schemas.directory.absolute() / f"{kind.schema}.schema.json"
    folder = path.absolute().parent
    project = schemas.directory.absolute().parent
    if not folder.is_relative_to(project):
        return None
    return PurePosixPath(os.path.relpath(schema, folder)).as_posix()


def _files(path: Path, content: Path, schemas: SchemaSet) -> Iterator[tuple[Path, Kind]]:
    """The files of content at or below a path, with what they are; links are not followed."""
    root = content.absolute()
    candidates = [path] if path.is_file() else sorted(path.rglob("*.yaml"))
    for candidate in candidates:
        absolute = candidate.absolute()
        if candidate.is_symlink() or not absolute.is_relative_to(root) or not candidate.is_file():
            continue
        kind = kind_of(PurePosixPath(absolute.relative_to(root).as_posix()), schemas.names)
        if kind is not None:
            yield candidate, kind


def _tell(path: Path, result: Fixed, texts: dict[str, str], done: str) -> None:
    sys.stdout.write(f"{shown_path(path)}  {done}\n")
    for location in result.emptied:
        sys.stdout.write(f"  {'.'.join(map(str, location))}: {texts['emptied']}\n")
