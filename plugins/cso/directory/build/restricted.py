"""Profiles from occupied and frontline regions: what others put together tells name, region, founding, history (S6).

The check refuses anything more; here it is left out all the same, since pages cannot show what they do not get.
"""

from __future__ import annotations

from cso.content.rules.occupation import ALLOWED_KEYS
from cso.directory.build.context import BuildContext, Raw, partial_date
from cso.directory.provenance import Basis
from cso.restricted_regions import LAST_OPEN_YEAR

_SEAT_DETAILS = frozenset({"settlement", "address", "address_public", "note"})


def is_restricted_profile(raw: Raw, context: BuildContext) -> bool:
    """Whether a profile is from public sources and knows no region but occupied and frontline ones."""
    if Basis(raw["basis"]) is not Basis.PUBLIC_SOURCE:
        return False
    seat = raw.get("seat", {}).get("region")
    regions = [seat] if seat else raw.get("regions", ())
    return bool(regions) and all(context.regions[region].restricted for region in regions)


def open_part(raw: Raw, context: BuildContext) -> Raw:
    """The part of a profile that may be published; all of it where its regions are not restricted."""
    if not is_restricted_profile(raw, context):
        return raw
    kept = {key: value for key, value in raw.items() if key in ALLOWED_KEYS or key == "regions"}
    if "seat" in kept:
        kept["seat"] = {key: value for key, value in kept["seat"].items() if key not in _SEAT_DETAILS}
    kept["history"] = [event for event in kept.get("history", ()) if _is_early(event, raw)]
    return kept


def _is_early(event: Raw, profile: Raw) -> bool:
    """Whether an event is of a year up to 2021: by its own date, or else by that of its source."""
    date = partial_date(event.get("date") or event.get("as_of") or profile.get("as_of"))
    return date is not None and date.year <= LAST_OPEN_YEAR
