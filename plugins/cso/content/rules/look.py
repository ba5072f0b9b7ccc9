"""Small helpers that several rules share: looking into documents that may not fit their schema, and dates."""

from __future__ import annotations

import difflib
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from cso.content.document import Document, Location
from cso.content.formats import is_partial_date
from cso.content.reader import shown_key
from cso.content.rules.rule import CheckContext

#: Languages that texts may have; the last step of the location of a text in a map of words.
_LANGUAGES = frozenset({"uk", "en", "ru", "pl", "ro", "cs", "sk", "de", "it", "hu", "bg"})


def earliest(text: Any) -> date | None:
    """First day meant by a partial date; None for `undated` and for anything that is no partial date."""
    if not isinstance(text, str) or not is_partial_date(text):
        return None
    parts = [int(part) for part in text.split("-")]
    return date(*parts, *[1] * (3 - len(parts)))


def latest(text: Any) -> date | None:
    """Last day meant by a partial date; None for `undated` and for anything that is no partial date."""
    first = earliest(text)
    if first is None:
        return None
    if len(text) == 4:
        return first.replace(month=12, day=31)
    return first if len(text) == 10 else first.replace(day=monthrange(first.year, first.month)[1])


def is_future(text: Any, context: CheckContext) -> bool:
    """Whether even the earliest day meant lies after the day the check speaks for."""
    first = earliest(text)
    return first is not None and first > context.as_of


def keys_of(location: Location) -> tuple[str, ...]:
    """The keys of a location without the numbers of list entries and without the language of a text."""
    keys = tuple(step for step in location if isinstance(step, str))
    return keys[:-1] if keys and keys[-1] in _LANGUAGES else keys


def field_name(location: Location) -> str:
    """A location as shown in a message, e.g. `services.description.uk`; never an unknown key that may hold a secret."""
    return ".".join(shown_key(step) for step in location if isinstance(step, str))


def closest(value: str, known: Iterable[str]) -> str:
    """The known id most like `value`, or empty."""
    return next(iter(difflib.get_close_matches(value, sorted(known), n=1, cutoff=0.6)), "")


def is_public_source(document: Document) -> bool:
    """Whether a profile was made from public sources, not by the organisation itself."""
    return document.text(("basis",)) == "public_source"


def inherited(document: Document, location: Location, key: str) -> str:
    """The text under `key` in the group at `location` or in the nearest group around it (provenance is inherited)."""
    for length in range(len(location), -1, -1):
        found = document.text((*location[:length], key))
        if found:
            return found
    return ""
