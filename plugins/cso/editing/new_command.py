"""The command `cso new`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cso.content.command import EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.findings import shown_path
from cso.content.formats import is_slug
from cso.content.places import PROFILE, kind_of, slug_like
from cso.content.repository import default_schemas
from cso.content.schema import SchemaError, SchemaSet
from cso.editing.fix_command import schema_address
from cso.editing.starter import SCHEMA, starter

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_TEXTS = {
    "en": {
        "slug": "{slug!r} cannot be the name of a folder. Small Latin letters, digits and hyphens, e.g. {example}.",
        "there": "{path} is there already. Nothing was changed.",
        "no_content": "there is no folder {path}.",
        "made": "{path} is made. Fill in its empty lines, then run: cso check {path}",
    },
    "uk": {
        "slug": "{slug!r} не може бути назвою папки. Малі латинські літери, цифри й дефіси, наприклад {example}.",
        "there": "{path} уже є. Нічого не змінено.",
        "no_content": "немає папки {path}.",
        "made": "Створено {path}. Заповніть у ньому порожні рядки, а тоді запустіть: cso check {path}",
    },
}


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `new` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "new",
        help="begin the profile of an organisation",
        description="Make the folder of an organisation with a profile to fill in: what is required stands empty, "
        "all else as commented examples, explained from the schema.",
    )
    parser.add_argument("slug", metavar="SLUG", help="name of the folder and of its pages, e.g. hope-lviv")
    parser.add_argument(
        "--basis",
        choices=("organization", "public_source"),
        default="organization",
        help="who answers for the profile: the organisation itself (default) or public sources",
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso new`.

    Args:
        arguments: `slug`, `basis`, `content`, `lang` as registered.

    Returns:
        0 when the file is made, 2 for wrong use; an existing folder is never touched.
    """
    lang = arguments.lang or locale_language(os.environ)
    texts, content = _TEXTS[lang], arguments.content
    folder = content / "organizations" / arguments.slug
    profile = folder / PROFILE
    if not is_slug(arguments.slug):
        return _wrong_use(texts["slug"].format(slug=arguments.slug, example=slug_like(arguments.slug)))
    if not content.is_dir():
        return _wrong_use(texts["no_content"].format(path=content))
    if os.path.lexists(folder):
        return _wrong_use(texts["there"].format(path=shown_path(folder)))
    try:
        schemas = SchemaSet(default_schemas(content))
    except SchemaError as error:
        return _wrong_use(str(error))
    kind = kind_of(profile.relative_to(content), schemas.names)
    assert kind is not None  # noqa: S101  # a slug in its folder
    address = schema_address(profile, schemas, kind) or f"{SCHEMA}.schema.json"
    folder.mkdir(parents=True)
    profile.write_text(starter(schemas, address, arguments.basis, lang), encoding="utf-8", newline="\n")
    sys.stdout.write(texts["made"].format(path=shown_path(profile)) + "\n")
    return EXIT_FINE


def _wrong_use(message: str) -> int:
    sys.stderr.write(f"cso new: {message}\n")
    return EXIT_WRONG_USE
