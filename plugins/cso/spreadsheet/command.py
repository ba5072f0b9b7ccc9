"""The commands `cso form` and `cso import`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cso.as_of import AsOfError, as_of_argument, default_as_of
from cso.content.check import check
from cso.content.command import EXIT_FINDINGS, EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.document import Document
from cso.content.findings import Finding, Level, shown_path
from cso.content.formats import is_slug
from cso.content.places import PROFILE
from cso.content.repository import Content, default_schemas, load
from cso.content.schema import SchemaError
from cso.editing import EditableDocument, EditError
from cso.editing.canonical import SCHEMA_LINE
from cso.pages.addresses import BLANK_FORM
from cso.pages.interface_texts import load_texts
from cso.spreadsheet.columns import Columns
from cso.spreadsheet.form import workbook
from cso.spreadsheet.importing import CellFinding, Edits, NotAForm, Returned, apply, cell_of, read_form

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_THEME = Path(__file__).resolve().parents[3] / "theme"

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "cell": "sheet “{sheet}”, cell {cell}",
        "sheet": "sheet “{sheet}”",
        "sheet-missing": "is missing or was renamed. → Give it its name back, or ask for a new form.",
        "column-missing": "the column “{detail}” is missing. → Leave hidden rows alone, or ask for a new form.",
        "too-many-rows": "has too many rows. → Delete the empty ones.",
        "changed-meanwhile": "changed on the site since the form was made. → Ask for a new form and fill it in again.",
        "belongs-to-nothing": "says of no entry to which it belongs. → Write the id of the entry there.",
        "not-text": "a program has turned this into a number or a date. → Format the cell as text and write it again.",
        "not-a-choice": "this is none of the choices. → Choose from the list in the cell.",
        "too-large": "The file is too large for a form.",
        "not-xlsx": "This is no .xlsx file. Save it as .xlsx and send it again.",
        "macros": "The file holds a program. Save it as .xlsx without macros.",
        "not-a-form": "This is no form made by cso form.",
        "other-version": "This form is of another version. Make a new one with cso form.",
        "unknown": "There is no profile {slug}. For a new organisation: --new.",
        "known": "{slug} has a profile already; leave out --new.",
        "which": "This is the empty workbook for a new organisation. Name its folder: --slug SLUG.",
        "whose": "This workbook is that of {slug}. Leave out --slug.",
        "slug": "{slug!r} cannot be the name of a folder.",
        "unreadable": "{path} cannot be read ({codes}). Mend it first: cso check {path}",
        "nothing": "Nothing has changed.",
        "counts": "{path}: changed {changed}, added {added}, removed {removed}.",
        "dry": "Nothing was written (--dry-run).",
        "stopped": "Nothing was written: {count} things to mend first.",
        "made": "{path}",
    },
    "uk": {
        "cell": "аркуш «{sheet}», клітинка {cell}",
        "sheet": "аркуш «{sheet}»",
        "sheet-missing": "немає або перейменовано. → Поверніть йому назву або попросіть нову таблицю.",
        "column-missing": "немає стовпця «{detail}». → Не чіпайте прихованих рядків або попросіть нову таблицю.",
        "too-many-rows": "забагато рядків. → Видаліть порожні.",
        "changed-meanwhile": "це змінилося на сайті, відколи зроблено таблицю. → Попросіть нову й заповніть її ще раз.",
        "belongs-to-nothing": "не вказано, до якого запису це належить. → Напишіть там ідентифікатор запису.",
        "not-text": "програма перетворила це на число або дату. → Задайте клітинці формат «текст» і напишіть ще раз.",
        "not-a-choice": "такого варіанта немає. → Виберіть зі списку в клітинці.",
        "too-large": "Файл завеликий для такої таблиці.",
        "not-xlsx": "Це не файл .xlsx. Збережіть його як .xlsx і надішліть ще раз.",
        "macros": "У файлі є програма. Збережіть його як .xlsx без макросів.",
        "not-a-form": "Це не таблиця, створена командою cso form.",
        "other-version": "Це таблиця іншої версії. Створіть нову: cso form.",
        "unknown": "Профілю {slug} немає. Для нової організації: --new.",
        "known": "{slug} уже має профіль; приберіть --new.",
        "which": "Це порожня таблиця для нової організації. Назвіть її теку: --slug SLUG.",
        "whose": "Це таблиця організації {slug}. Приберіть --slug.",
        "slug": "{slug!r} не може бути назвою папки.",
        "unreadable": "{path} не вдалося прочитати ({codes}). Спершу виправте: cso check {path}",
        "nothing": "Нічого не змінилося.",
        "counts": "{path}: змінено {changed}, додано {added}, прибрано {removed}.",
        "dry": "Нічого не записано (--dry-run).",
        "stopped": "Нічого не записано: спершу виправте ({count}).",
        "made": "{path}",
    },
}


class Refused(Exception):  # noqa: N818  # an answer to the user
    """Why nothing was done, in words."""


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `form` and `import` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "form",
        help="make a workbook that an organisation fills in",
        description="Make a workbook of a profile, to be filled in by people without an account and mailed back. "
        "It holds all that the profile holds: send it to the organisation alone.",
    )
    parser.add_argument("slug", metavar="SLUG", help="folder of the organisation")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: SLUG.xlsx")
    parser.add_argument("--new", action="store_true", help="for an organisation that has no profile yet")
    parser.add_argument("--lang", choices=("uk", "en"), default="uk", help="language of the workbook (default: uk)")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.set_defaults(run=lambda arguments: _guarded(arguments, "cso form", arguments.lang, form))

    parser = subparsers.add_parser(
        "import",
        help="take a mailed-back workbook into the profile",
        description="Change the profile by what was filled in, and nothing else. Findings name sheet and cell; with "
        "errors nothing is written. Exit code: 0 done, 1 something to mend, 2 wrong use.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook")
    parser.add_argument("--slug", metavar="SLUG", help="folder of a new organisation, for the empty workbook")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, only tell")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")
    parser.add_argument("--as-of", type=as_of_argument, metavar="DATE", help="day the check speaks for")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--allow-synthetic", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(
        run=lambda arguments: _guarded(arguments, "cso import", arguments.lang or locale_language(os.environ), take)
    )


def _guarded(arguments: argparse.Namespace, name: str, lang: str, action: object) -> int:
    try:
        code: int = action(arguments, lang)  # type: ignore[operator]  # one of the two functions below
    except Refused as refused:
        sys.stderr.write(f"{name}: {refused}\n")
        return EXIT_WRONG_USE
    except NotAForm as problem:
        sys.stderr.write(f"{name}: {_TEXTS[lang][problem.code]}\n")
        return EXIT_WRONG_USE
    except (OSError, SchemaError, AsOfError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return EXIT_WRONG_USE
    return code


def form(arguments: argparse.Namespace, lang: str) -> int:
    """Write the workbook of a profile."""
    texts, slug = _TEXTS[lang], arguments.slug
    if not is_slug(slug):
        raise Refused(texts["slug"].format(slug=slug))
    content, _ = load(arguments.content)
    document = content.organizations.get(slug)
    if document is None and not arguments.new:
        raise Refused(texts["unknown"].format(slug=slug))
    if document is not None and arguments.new:
        raise Refused(texts["known"].format(slug=slug))
    address = content.site.text(("operator", "contact_email")) or None
    columns = Columns(content, lang, load_texts(_THEME, lang))
    profile = arguments.content / "organizations" / slug / PROFILE
    data = as_shown(_editable(profile, content, texts)) if document is not None else {}
    output: Path = arguments.output or Path(f"{slug}.xlsx")
    output.write_bytes(workbook(slug, data, columns, lang, address))
    sys.stdout.write(texts["made"].format(path=output) + "\n")
    return EXIT_FINE


def take(arguments: argparse.Namespace, lang: str) -> int:
    """Change a profile by a workbook."""
    texts = _TEXTS[lang]
    returned = read_form(arguments.file)
    if returned.slug == BLANK_FORM:
        if arguments.slug is None:
            raise Refused(texts["which"])
        returned.slug = arguments.slug
    elif arguments.slug not in (None, returned.slug):
        raise Refused(texts["whose"].format(slug=returned.slug))
    if not is_slug(returned.slug):
        raise Refused(texts["slug"].format(slug=returned.slug))
    content, _ = load(arguments.content)
    path = arguments.content / "organizations" / returned.slug / PROFILE
    document = _editable(path, content, texts)
    columns = Columns(content, returned.language, load_texts(_THEME, returned.language))
    try:
        edits = apply(returned, document, columns)
    except EditError as error:
        raise Refused(texts["unreadable"].format(path=shown_path(path), codes=error)) from None
    told = [_told(finding, texts) for finding in edits.findings]
    if not told and edits.anything:
        told = _checked(arguments, returned, document, edits, lang)
    sys.stdout.write("".join(f"{line}\n" for line in told))
    if told:
        sys.stdout.write(texts["stopped"].format(count=len(told)) + "\n")
        return EXIT_FINDINGS
    if not edits.anything:
        sys.stdout.write(texts["nothing"] + "\n")
        return EXIT_FINE
    counts = {"changed": len(edits.changed), "added": edits.added, "removed": len(edits.removed)}
    sys.stdout.write(texts["counts"].format(path=shown_path(path), **counts) + "\n")
    if arguments.dry_run:
        sys.stdout.write(texts["dry"] + "\n")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, encoding="utf-8", newline="\n")
    return EXIT_FINE


def as_shown(document: EditableDocument) -> dict[str, Any]:
    """A profile as cells show it: text as it stands in the file, and yes and no."""

    def shown(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shown(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [shown(entry) for entry in value]
        return {"true": True, "false": False}.get(value, value)

    return {key: shown(value) for key, value in document.data.items()}


def _editable(path: Path, content: Content, texts: Mapping[str, str]) -> EditableDocument:
    try:
        if path.exists():
            return EditableDocument.read(path, "organization", content.schemas)
        text = f"{SCHEMA_LINE}../../../schemas/organization.schema.json\nbasis: organization\n"
        return EditableDocument(text, "organization", content.schemas)
    except EditError as error:
        raise Refused(texts["unreadable"].format(path=shown_path(path), codes=error)) from None


def _checked(
    arguments: argparse.Namespace, returned: Returned, document: EditableDocument, edits: Edits, lang: str
) -> list[str]:
    """Errors that the changed profile would have and did not have before, in words of the workbook."""
    as_of = arguments.as_of or default_as_of()
    schemas = default_schemas(arguments.content)
    allow = arguments.allow_synthetic
    before = check(arguments.content, as_of, schemas, allow_synthetic=allow)
    known = {(Path(one.file).name, one.code, one.pairs) for one in before.findings if _is_of(one, returned.slug)}
    with tempfile.TemporaryDirectory(prefix="cso-import-") as place:
        folder = Path(place) / "content"
        shutil.copytree(arguments.content, folder, symlinks=True)
        profile = folder / "organizations" / returned.slug / PROFILE
        profile.parent.mkdir(parents=True, exist_ok=True)
        profile.write_text(document.text, encoding="utf-8", newline="\n")
        after = check(folder, as_of, schemas, allow_synthetic=allow)
    changed = after.content.organizations[returned.slug]
    return [
        _in_words(finding, changed, edits, lang)
        for finding in after.findings
        if finding.level is Level.ERROR
        and _is_of(finding, returned.slug)
        and (Path(finding.file).name, finding.code, finding.pairs) not in known
    ]


def _is_of(finding: Finding, slug: str) -> bool:
    return f"organizations/{slug}/" in finding.file


def _in_words(finding: Finding, document: Document, edits: Edits, lang: str) -> str:
    texts = _TEXTS[lang]
    place = cell_of(edits.cells, document.location_at(finding.position))
    where = texts["cell"].format(sheet=place[0], cell=place[1]) if place else f"{PROFILE}:{finding.line}"
    return f"{where}: {finding.message(lang)} → {finding.fix(lang)}"


def _told(finding: CellFinding, texts: Mapping[str, str]) -> str:
    where = texts["cell"].format(sheet=finding.sheet, cell=finding.cell) if finding.cell else ""
    where = where or texts["sheet"].format(sheet=finding.sheet)
    return f"{where}: {texts[finding.code].format(detail=finding.detail)}"
