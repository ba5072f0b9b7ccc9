"""The command `cso report`: an annual report, or the fact sheet of a profile from public sources."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cso.as_of import as_of_argument, default_as_of
from cso.content.check import check
from cso.content.command import EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.directory.organization import Organization
from cso.directory.provenance import Basis
from cso.documents.maker import ProfileDocumentMaker
from cso.documents.profiles import annual_report, fact_sheet, years_told
from cso.documents.typesetting import Typesetter
from cso.pages.interface_texts import load_texts
from cso.publish.command import project_settings
from cso.publish.errors import ContentError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

_TEXTS = {
    "en": {
        "unknown": "There is no published profile {slug}. {similar}",
        "similar": "Did you mean: {slugs}?",
        "no_year": "Name the year: cso report {slug} YEAR. {slug} has told of: {years}.",
        "not_told": "{slug} has told nothing of {year}. It has told of: {years}.",
        "nothing_told": "{slug} has told of no year yet: give activities, results, reports or funding their dates.",
        "public": "The profile {slug} is from public sources, so there is no annual report of it. "
        "This is the fact sheet instead.",
    },
    "uk": {
        "unknown": "Опублікованого профілю {slug} немає. {similar}",
        "similar": "Може, {slugs}?",
        "no_year": "Вкажіть рік: cso report {slug} РІК. {slug} розповідає про роки: {years}.",
        "not_told": "{slug} нічого не розповідає про {year} рік. Є такі роки: {years}.",
        "nothing_told": "{slug} ще не розповідає про жоден рік: вкажіть дати заходів, результатів, звітів чи коштів.",
        "public": "Профіль {slug} складено з відкритих джерел, тож річного звіту за ним немає. Натомість ось довідка.",
    },
}


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `report` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "report",
        help="make the annual report of an organisation as PDF",
        description="Make the annual report of an organisation that answers for its own profile, or the fact sheet of "
        "a profile from public sources, in each language of the site. make documents-environment installs what it "
        "needs. Exit code: 0 made, 1 the content has errors, 2 wrong use.",
    )
    parser.add_argument("slug", metavar="SLUG", help="folder of the organisation in content/organizations")
    parser.add_argument("year", metavar="YEAR", nargs="?", type=int, help="year of the report")
    parser.add_argument("--output", type=Path, default=Path(), metavar="DIR", help="where to (default: this folder)")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--as-of", type=as_of_argument, metavar="DATE", help="day ages count to (YYYY-MM-DD)")
    parser.add_argument("--lang", choices=("uk", "en"), help="language of messages (default: from the locale)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run `cso report`.

    Args:
        arguments: as registered.

    Returns:
        0 when the files are made, 2 for wrong use.

    Raises:
        BuildError: the content has errors, or the packages of the documents are not installed.
    """
    texts = _TEXTS[arguments.lang or locale_language(os.environ)]
    if not arguments.content.is_dir():
        raise UsageError(f"There is no folder {arguments.content}.")
    settings = project_settings(arguments.content, None, arguments.as_of, ())
    directory = _directory(arguments, settings)
    organization = next((one for one in directory.organizations if one.slug == arguments.slug), None)
    if organization is None:
        similar = [one.slug for one in directory.organizations if arguments.slug.lower()[:4] in one.slug]
        hint = texts["similar"].format(slugs=", ".join(similar)) if similar else ""
        return _wrong_use(texts["unknown"].format(slug=arguments.slug, similar=hint).rstrip())
    if organization.basis is Basis.PUBLIC_SOURCE:
        if arguments.year is not None:
            sys.stderr.write(texts["public"].format(slug=organization.slug) + "\n")
    elif (complaint := _year_complaint(organization, arguments.year, directory, texts)) is not None:
        return _wrong_use(complaint)
    _make(directory, organization, arguments, settings)
    return EXIT_FINE


def _directory(arguments: argparse.Namespace, settings: Mapping[str, Any]) -> Directory:
    """The Directory of the content, which must have no errors."""
    as_of = arguments.as_of or default_as_of()
    result = check(arguments.content, as_of, allow_synthetic=settings.get("ALLOW_SYNTHETIC", False))
    if result.has_errors:
        raise ContentError(result.findings)
    return build_directory(result.content, as_of)


def _year_complaint(
    organization: Organization, year: int | None, directory: Directory, texts: Mapping[str, str]
) -> str | None:
    """What is wrong with the year asked for, or None."""
    told = years_told(organization, directory.as_of.year)
    words = {"slug": organization.slug, "year": year, "years": ", ".join(map(str, told))}
    if not told:
        return texts["nothing_told"].format(**words)
    if year is None:
        return texts["no_year"].format(**words)
    return None if year in told else texts["not_told"].format(**words)


def _make(
    directory: Directory, organization: Organization, arguments: argparse.Namespace, settings: Mapping[str, Any]
) -> None:
    """Write a PDF for each language and say where."""
    theme = Path(settings["THEME"])
    typesetter = Typesetter(theme)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for language in directory.site.languages:
        if organization.basis is Basis.PUBLIC_SOURCE:
            document = fact_sheet(directory, organization, language, settings["SITEURL"])
        else:
            document = annual_report(directory, organization, arguments.year, language, settings["SITEURL"])
        path = arguments.output / f"{Path(document.path).stem}.{language}.pdf"
        path.write_bytes(ProfileDocumentMaker(typesetter, language, load_texts(theme, language)).make(document))
        sys.stdout.write(f"{path}\n")


def _wrong_use(message: str) -> int:
    sys.stderr.write(f"cso report: {message}\n")
    return EXIT_WRONG_USE
