"""A profile as a workbook for people without an account, and the mailed-back workbook as changes of the profile.

Also a Pelican plugin: each organisation finds its own workbook on the page that asks for changes. Anybody may fetch it,
so it holds what the site publishes and nothing else; `cso form` makes one with everything, to be mailed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pelican import signals

from cso.content.repository import Content, default_schemas, load
from cso.content.schema import SchemaSet
from cso.directory import Directory
from cso.pages.addresses import BLANK_FORM, DEFAULT_LANGUAGE, form_path
from cso.pages.interface_texts import load_texts
from cso.publish import Output, OutputGenerator
from cso.spreadsheet.columns import Columns
from cso.spreadsheet.form import workbook


@dataclass(frozen=True, slots=True)
class PublicForm:
    """What a workbook shows: whose it is, the profile as JSON, and where to send it."""

    slug: str
    values: str
    address: str | None


class FormMaker:
    """Makes workbooks in the default language, which the staff of the organisations speak."""

    def __init__(self, columns: Columns) -> None:
        """Prepare for a schema and its shared lists."""
        self.columns = columns

    def make(self, form: PublicForm) -> bytes:
        """The workbook."""
        values = json.loads(form.values)
        return workbook(form.slug, values, self.columns, DEFAULT_LANGUAGE, form.address, is_public=True)


class FormsGenerator(OutputGenerator):
    """Gives a workbook of every organisation, and an empty one."""

    required = (form_path(BLANK_FORM),)

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The workbooks; none of an organisation from an occupied or frontline region (S6)."""
        folder = Path(settings["PATH"])
        content, _ = load(folder, SchemaSet(default_schemas(folder)))
        texts = load_texts(Path(settings["THEME"]), DEFAULT_LANGUAGE)
        maker = FormMaker(Columns(_shown(content, directory), DEFAULT_LANGUAGE, texts))
        address = directory.site.operator.contact_email
        for form in directory.forms:
            slug = form.organization.slug
            yield Output(form_path(slug), maker.make, PublicForm(slug, form.values, address))
        yield Output(form_path(BLANK_FORM), maker.make, PublicForm(BLANK_FORM, "{}", address))


def _shown(content: Content, directory: Directory) -> Content:
    """The content without the owners that the site leaves out: their names would stand among the choices."""
    organizations = {organization.slug for organization in directory.organizations}
    networks = {network.id for network in directory.networks}
    return replace(
        content,
        organizations={slug: record for slug, record in content.organizations.items() if slug in organizations},
        networks={key: record for key, record in content.networks.items() if key in networks},
    )


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[FormsGenerator]:
    """Hand the generator to Pelican."""
    return FormsGenerator
