"""What every builder needs: the shared lists, confirmations, freshness limits, and which owners may be shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cso.content.confirmations import Confirmations, Entry
from cso.content.repository import Content
from cso.directory.dates import UNDATED, Age, PartialDate, age_of
from cso.directory.help import HotlineReference, OrganizationReference
from cso.directory.organization import NetworkReference
from cso.directory.provenance import Confirmation, Method, Source
from cso.directory.vocabulary import (
    Body,
    CodeElsewhere,
    Country,
    Donor,
    Indicator,
    Language,
    Programme,
    Region,
    RegionReference,
    ServiceType,
    Term,
)
from cso.directory.words import Words
from cso.restricted_regions import is_restricted

Raw = Mapping[str, Any]


@dataclass
class BuildContext:
    """The state of one build of the Directory. Filled in order: lists, names, lines, organisations."""

    content: Content
    as_of: datetime.date
    confirmations: Confirmations
    limits: dict[str, int] = field(default_factory=dict)
    sources: dict[str, Words] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    languages: dict[str, Language] = field(default_factory=dict)
    service_types: dict[str, ServiceType] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    donors: dict[str, Donor] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    terms: dict[str, dict[str, Term]] = field(default_factory=dict)
    organizations: dict[str, OrganizationReference] = field(default_factory=dict)
    networks: dict[str, NetworkReference] = field(default_factory=dict)
    hotlines: dict[str, HotlineReference] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The content folder."""
        return self.content.root

    def vocabulary(self, stem: str) -> list[Raw]:
        """The raw terms of `content/vocabularies/<stem>.yaml`, in the order of the file."""
        terms: list[Raw] = self.content.vocabularies[stem].data["terms"]
        return terms

    def term(self, stem: str, term_id: str) -> Term:
        """The term of a simple list."""
        if stem not in self.terms:
            self.terms[stem] = {raw["id"]: simple_term(raw) for raw in self.vocabulary(stem)}
        return self.terms[stem][term_id]

    def age(self, kind: str, as_of: PartialDate | None) -> Age:
        """The age of a fact of a kind that `vocabularies/freshness.yaml` limits."""
        return age_of(as_of, self.limits[kind], self.as_of)

    def source(self, value: str, section: str | None = None) -> Source:
        """A source from what content writes: an address, or the id of a publication."""
        if value in self.sources:
            return Source(None, self.sources[value], section)
        return Source(value, None, section)

    def confirmation(self, owner: str, kind: str, value: str, country: str | None = None) -> Confirmation | None:
        """The confirmation of a victim-facing contact, or None where it may not be shown (S2)."""
        entry = self.confirmations.state(owner, kind, value, country)
        if entry is None or entry.state != "confirmed":
            return None
        return self._confirmation(entry)

    def is_withdrawn(self, owner: str, kind: str, value: str, country: str | None = None) -> bool:
        """Whether editors took this value off everything (S2, S3)."""
        entry = self.confirmations.state(owner, kind, value, country)
        return entry is not None and entry.state == "withdrawn"

    def _confirmation(self, entry: Entry) -> Confirmation:
        date = partial_date(entry.date)
        source: Source | None = None
        if entry.source is not None:
            source = Source(entry.source, None, None)
        elif entry.publication is not None:
            source = Source(None, self.sources[entry.publication], None)
        return Confirmation(Method(entry.method), date, source, self.age("hotline", date))


def partial_date(text: str | None) -> PartialDate | None:
    """A date from content; None for nothing and for `undated`."""
    return None if text is None or text == UNDATED else PartialDate(text)


def words(raw: Raw, key: str) -> Words | None:
    """The words under a key, or None."""
    value = raw.get(key)
    return Words.of(value) if value else None


def simple_term(raw: Raw) -> Term:
    """A term of a simple list from its raw form."""
    discreet = words(raw, "help_name"), raw.get("help_slug", raw["id"])
    return Term(raw["id"], Words.of(raw["name"]), words(raw, "description"), *discreet)


def load_simple_lists(context: BuildContext) -> None:
    """Fill the lists that stand on nothing else."""
    context.limits = {raw["id"]: raw["months"] for raw in context.vocabulary("freshness")}
    context.sources = {raw["id"]: Words.of(raw["short_name"]) for raw in context.vocabulary("sources")}
    context.languages = {
        raw["id"]: Language(raw["id"], Words.of(raw["name"]), raw["autonym"]) for raw in context.vocabulary("languages")
    }
    context.countries = {raw["id"]: _country(raw) for raw in context.vocabulary("countries")}
    context.service_types = {raw["id"]: _service_type(raw) for raw in context.vocabulary("service-types")}
    context.indicators = {raw["id"]: _indicator(raw) for raw in context.vocabulary("indicators")}
    context.donors = {
        raw["id"]: Donor(raw["id"], Words.of(raw["name"]), raw["kind"], raw.get("identifier"))
        for raw in context.vocabulary("donors")
    }
    raw_regions = context.vocabulary("regions")
    references = {
        raw["id"]: RegionReference(raw["id"], Words.of(raw["name"]), Words.of(raw["name_in"])) for raw in raw_regions
    }
    context.regions = {raw["id"]: _region(raw, references) for raw in raw_regions}


def _country(raw: Raw) -> Country:
    return Country(
        id=raw["id"],
        slug=raw["slug"],
        name=Words.of(raw["name"]),
        name_in=Words.of(raw["name_in"]),
        european_union=raw.get("european_union", False),
        emergency_line=raw.get("emergency_line"),
        time_zone=raw.get("time_zone"),
    )


def _service_type(raw: Raw) -> ServiceType:
    name = Words.of(raw["name"])
    return ServiceType(
        id=raw["id"],
        name=name,
        help_name=words(raw, "help_name") or name,
        help_slug=raw.get("help_slug", raw["id"]),
        description=words(raw, "description"),
        for_people=raw["for_people"],
        mappings=tuple(
            CodeElsewhere(mapping["scheme"], mapping["code"], mapping["label"]) for mapping in raw.get("mappings", ())
        ),
    )


def _indicator(raw: Raw) -> Indicator:
    return Indicator(
        id=raw["id"],
        name=Words.of(raw["name"]),
        description=words(raw, "description"),
        unit=raw["unit"],
        nature=raw["nature"],
        level=raw["level"],
        people_helped=raw.get("people_helped", False),
        can_be_summed=raw.get("can_be_summed", False),
    )


def _region(raw: Raw, references: Mapping[str, RegionReference]) -> Region:
    return Region(
        id=raw["id"],
        code=raw["code"],
        kind=raw["kind"],
        name=Words.of(raw["name"]),
        name_in=Words.of(raw["name_in"]),
        neighbours=tuple(references[neighbour] for neighbour in raw.get("neighbours", ())),
        column=raw["tile"]["column"],
        row=raw["tile"]["row"],
        occupation=raw.get("occupation", {}).get("value"),
        frontline=raw.get("frontline", {}).get("value"),
        restricted=is_restricted(raw),
    )
