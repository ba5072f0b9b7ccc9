"""Occupied and frontline regions: public-source profiles tell little of what is there (S6)."""

from __future__ import annotations

from collections.abc import Iterator

from cso.content.document import Document, Location
from cso.content.findings import START, Finding
from cso.content.repository import Content
from cso.content.rules.look import inherited, is_public_source, latest
from cso.content.rules.rule import CheckContext
from cso.restricted_regions import LAST_OPEN_YEAR, is_restricted

_PROVENANCE = frozenset({"source", "section", "as_of", "other_sources"})
_IDENTITY = "basis synthetic former_slugs name short_name name_note former_names legal_form status seat history"
#: All that a public-source profile from such a region may hold.
ALLOWED_KEYS = _PROVENANCE | frozenset(_IDENTITY.split())
_ALLOWED_SEAT_KEYS = _PROVENANCE | {"region", "country"}


def restricted_region_ids(content: Content) -> frozenset[str]:
    """Ids of the occupied and frontline regions."""
    document = content.vocabularies.get("regions")
    if document is None:
        return frozenset()
    terms = [term for _, term in document.items(("terms",)) if isinstance(term, dict)]
    return frozenset(term["id"] for term in terms if isinstance(term.get("id"), str) and is_restricted(term))


def is_from_restricted_region(document: Document, restricted: frozenset[str]) -> bool:
    """Whether a profile belongs to such a region: by its seat, or else because it knows no region but those."""
    seat = document.text(("seat", "region"))
    if seat:
        return seat in restricted
    regions = [value for _, value in document.items(("regions",))]
    return bool(regions) and all(region in restricted for region in regions)


def restricted_profiles(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A public-source profile from such a region holds name, region, founding and history to 2021, nothing else."""
    restricted = restricted_region_ids(content)
    for document in content.organizations.values():
        if not is_public_source(document) or not is_from_restricted_region(document, restricted):
            continue
        for key in document.data:
            if key not in ALLOWED_KEYS:
                yield document.key_finding((key,), "restricted-profile-key", key=key)
        for key in document.mapping(("seat",)):
            if key not in _ALLOWED_SEAT_KEYS:
                yield document.key_finding(("seat", key), "restricted-profile-key", key=f"seat.{key}")
        for location, _ in document.items(("history",)):
            if _may_be_later(document, location, ("date",)):
                yield document.finding(location, "restricted-history-late")


def restricted_news(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A public-source profile from such a region has no news or other prose in its folder."""
    restricted = restricted_region_ids(content)
    for prose in content.markdown:
        document = content.organizations.get(prose.owner)
        if document and is_public_source(document) and is_from_restricted_region(document, restricted):
            yield Finding.at(prose.file, START, "restricted-profile-prose")


def restricted_places_named(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Other public-source profiles name no such region in services, shelters, branches or later activities."""
    restricted = restricted_region_ids(content)
    for document in content.organizations.values():
        if not is_public_source(document) or is_from_restricted_region(document, restricted):
            continue
        for location in _region_locations(document):
            if document.text(location) in restricted:
                yield document.finding(location, "restricted-region-named")


def _region_locations(document: Document) -> Iterator[Location]:
    for group in ("branches", "shelters"):
        for location, _ in document.items((group,)):
            yield (*location, "region")
    for location, _ in document.items(("services",)):
        for region, _ in document.items((*location, "regions")):
            yield region
    for location, _ in document.items(("activities",)):
        if _may_be_later(document, location, ("period", "to"), ("period", "from")):
            for region, _ in document.items((*location, "regions")):
                yield region


def _may_be_later(document: Document, location: Location, *dates: Location) -> bool:
    """Whether what stands at `location` may be later than 2021, by its own dates, or else by that of its source."""
    for date in dates:
        day = latest(document.get((*location, *date)))
        if day is not None:
            return day.year > LAST_OPEN_YEAR
    day = latest(inherited(document, location, "as_of"))
    return day is None or day.year > LAST_OPEN_YEAR


def restricted_branches(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A branch in such a region is relocated, suspended or closed, never active, whoever wrote the profile."""
    restricted = restricted_region_ids(content)
    for document in content.organizations.values():
        for location, _ in document.items(("branches",)):
            is_active = document.text((*location, "status", "value")) == "active"
            if is_active and document.text((*location, "region")) in restricted:
                yield document.finding((*location, "status", "value"), "restricted-branch-active")
