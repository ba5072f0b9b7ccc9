"""Which regions are occupied or at the front line, so that public-source profiles show little of what is there (S6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Regions that count as occupied or frontline until the vocabulary says otherwise: Luhansk, Donetsk, Zaporizhzhia,
#: Sevastopol, Crimea, Sumy, Kharkiv, Kherson (ISO 3166-2).
RESTRICTED_UNLESS_STATED = frozenset({"UA-09", "UA-14", "UA-23", "UA-40", "UA-43", "UA-59", "UA-63", "UA-65"})

#: Last year of which a public-source profile from such a region tells anything.
LAST_OPEN_YEAR = 2021


def is_restricted(term: Mapping[str, Any]) -> bool:
    """Whether a region counts as occupied or frontline.

    Both `occupation` and `frontline` must be stated as none and no for a region of `RESTRICTED_UNLESS_STATED` to be
    free of restrictions; for any other region one of them must be stated as something else to restrict it.

    Args:
        term: the raw term of `vocabularies/regions.yaml`: `code`, `occupation: {value}`, `frontline: {value}`.
    """
    occupation, frontline = _value(term, "occupation"), _value(term, "frontline")
    if occupation in ("partly", "whole") or frontline in ("yes", True):
        return True
    is_stated_free = occupation == "none" and frontline in ("no", False)
    code = term.get("code")
    return isinstance(code, str) and code in RESTRICTED_UNLESS_STATED and not is_stated_free


def _value(term: Mapping[str, Any], key: str) -> Any:
    group = term.get(key)
    return group.get("value") if isinstance(group, Mapping) else None
