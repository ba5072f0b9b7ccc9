"""Profiles as a form shows them that anybody may fetch: what the site publishes of them, and nothing else.

The content folder also holds what may not be shown: contacts that await confirmation or were withdrawn, counts below
ten, the place of an office beside a shelter. Instead of telling all of that a second time, a text stays in the form
only if the Directory publishes it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from cso.directory.build.context import BuildContext, Raw
from cso.directory.build.facts import is_suppressed
from cso.directory.directory import ProfileForm
from cso.directory.organization import Organization

_COUNT = frozenset({"value", "of"})
_TELL_NOTHING = frozenset({"as_of", "from", "to", "disclosure"})
"""Keys of dates and codes that the Directory may leave out, and that alone tell nothing."""


def build_form(raw: Raw, organization: Organization, context: BuildContext) -> ProfileForm | None:
    """The form of a profile, or None for those of occupied and frontline regions: they are not asked in public (S6).

    Args:
        raw: the profile as its file has it.
        organization: what is published of it.
        context: gives the shared lists.
    """
    if organization.restricted:
        return None
    known = frozenset(_values(organization)) | frozenset(_terms(context))
    values = _published(raw, known, context)
    return ProfileForm(organization.reference, json.dumps(values, ensure_ascii=False))


def _published(raw: Any, known: frozenset[Any], context: BuildContext) -> Any:
    """What may be shown of a value; None where nothing. Entries of lists keep their places."""
    if isinstance(raw, list):
        return [_published(entry, known, context) for entry in raw]
    if not isinstance(raw, dict):
        return raw if raw in known or _is_time(raw, known) else None
    kept = {key: raw[key] if key in _TELL_NOTHING else _published(value, known, context) for key, value in raw.items()}
    if "indicator" in raw and is_suppressed(raw, context):
        kept = {key: value for key, value in kept.items() if key not in _COUNT}
    return {key: value for key, value in kept.items() if value is not None}


def _values(published: Any) -> Iterator[Any]:
    """Every text and number of a part of the Directory."""
    if is_dataclass(published):
        for field in fields(published):
            yield from _values(getattr(published, field.name))
    elif isinstance(published, tuple):
        for entry in published:
            yield from _values(entry)
    elif isinstance(published, Enum):
        yield published.value
    elif isinstance(published, datetime.date):
        yield published.isoformat()
    else:
        yield published


def _terms(context: BuildContext) -> Iterator[str]:
    """The ids of the shared lists, which stand in the open data."""
    for document in context.content.vocabularies.values():
        for _, term in document.items(("terms",)):
            yield term["id"]


def _is_time(raw: Any, known: frozenset[Any]) -> bool:
    """Whether this is a time that the Directory writes with two digits for the hour."""
    return isinstance(raw, str) and raw[1:2] == ":" and f"0{raw}" in known
