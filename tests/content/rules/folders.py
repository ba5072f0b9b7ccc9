"""A small content folder in the form of the real schemas, to which each test adds what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeAlias

from cso.content.findings import Finding
from cso.content.repository import Content, load
from cso.content.rules import CheckContext, Rule
from cso.content.schema import SchemaSet

SCHEMAS = Path(__file__).resolve().parents[3] / "schemas"
AS_OF = date(2026, 11, 23)

#: Path below the content folder to the text of the file.
Files: TypeAlias = Mapping[str, str]

SITE = """\
title: {uk: Сайт, en: Site}
tagline: {uk: Для перевірки, en: For tests}
launched: false
languages: [uk, en]
emergency_line: police
national_lines: [national]
"""

#: Names of both languages are left out on purpose: the rules look at what a test is about.
BASE = {
    "site.yaml": SITE,
    "vocabularies/regions.yaml": """\
terms:
  - {id: lviv, code: UA-46}
  - {id: kharkiv, code: UA-63}
  - {id: odesa, code: UA-51}
""",
    "vocabularies/countries.yaml": "terms:\n  - id: UA\n  - id: PL\n  - id: EU\n",
    "vocabularies/languages.yaml": "terms:\n  - id: uk\n  - id: en\n",
    "vocabularies/sources.yaml": "terms:\n  - {id: report-2019, as_of: 2019}\n",
    "vocabularies/freshness.yaml": "terms:\n  - {id: hotline, months: 6}\n",
    "vocabularies/themes.yaml": "terms:\n  - id: prevention\n",
    "vocabularies/service-types.yaml": "terms:\n  - {id: shelter}\n  - {id: legal-aid}\n",
    "vocabularies/do-not-publish.yaml": (
        "terms:\n  - {id: misprint, value: +380 44 205 36 05, country: UA}\n  - {id: words, value: 116 111 as a line}\n"
    ),
}

PROFILE = """\
basis: organization
as_of: 2026
name: {uk: Світанок}
"""

PUBLIC_PROFILE = """\
basis: public_source
source: report-2019
as_of: 2019
name: {uk: Світанок}
"""


@cache
def schemas() -> SchemaSet:
    return SchemaSet(SCHEMAS)


def content_of(folder: Path, files: Files) -> Content:
    root = folder / "content"
    for name, text in {**BASE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root, schemas())[0]


def findings(rule: Rule, folder: Path, files: Files, context: CheckContext | None = None) -> list[Finding]:
    return sorted(rule(content_of(folder, files), context or CheckContext(AS_OF)))


def found(rule: Rule, folder: Path, files: Files, context: CheckContext | None = None) -> list[tuple[str, int]]:
    """Code and line of what a rule finds."""
    return [(finding.code, finding.line) for finding in findings(rule, folder, files, context)]


def profile(text: str, slug: str = "dawn", head: str = PROFILE) -> dict[str, str]:
    """A profile; `text` begins in line 4, or in line 5 below `PUBLIC_PROFILE`."""
    return {f"organizations/{slug}/organization.yaml": head + text}
