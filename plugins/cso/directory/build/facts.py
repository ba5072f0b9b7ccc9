"""`Facts`: one mapping of a content file, with the source and date it inherits from what stands around it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pikepdf

from cso.directory.build.context import BuildContext, Raw, partial_date, words
from cso.directory.dates import PartialDate, Period
from cso.directory.help import Answer, Documents, Event, OrganizationReference, Result, Status
from cso.directory.organization import Attachment
from cso.directory.provenance import Basis, OtherSource, Provenance, Source
from cso.directory.vocabulary import Donor, Language, RegionReference, Term
from cso.directory.words import Words

SUPPRESSED_BELOW = 10
"""Counts of people helped or identified below this number are not published (safeguarding rule 7)."""

T = TypeVar("T")


class Facts:
    """A mapping of content and its inherited provenance (design decision 4: source and as_of stand once)."""

    def __init__(
        self,
        raw: Raw,
        context: BuildContext,
        owner: str,
        basis: Basis = Basis.PUBLIC_SOURCE,
        inherited: Facts | None = None,
    ) -> None:
        """Wrap `raw`, a mapping of the file of `owner`; `inherited` is the mapping around it."""
        self.raw = raw
        self.context = context
        self.owner = owner
        self.basis: Basis = inherited.basis if inherited else basis
        own_source = raw.get("source")
        if own_source is not None:
            self.source: Source | None = context.source(own_source, raw.get("section"))
        elif inherited is not None and inherited.source is not None:
            inherited_source = inherited.source
            self.source = Source(
                inherited_source.address, inherited_source.title, raw.get("section", inherited_source.section)
            )
        else:
            self.source = None
        self.as_of: str | None = raw.get("as_of", inherited.as_of if inherited else None)

    def provenance(self, kind: str = "profile") -> Provenance:
        """Source, date and age of this mapping, measured against the freshness limit of `kind`."""
        as_of = partial_date(self.as_of)
        others = tuple(
            OtherSource(
                self.context.source(other["source"], other.get("section")),
                partial_date(other["as_of"]),
                words(other, "says"),
            )
            for other in self.raw.get("other_sources", ())
        )
        return Provenance(self.basis, self.source, as_of, self.context.age(kind, as_of), others)

    def child(self, key: str) -> Facts | None:
        """The mapping under `key`, or None."""
        raw = self.raw.get(key)
        return Facts(raw, self.context, self.owner, inherited=self) if raw is not None else None

    def children(self, key: str) -> Iterator[Facts]:
        """The mappings of the list under `key`."""
        for raw in self.raw.get(key, ()):
            yield Facts(raw, self.context, self.owner, inherited=self)

    def each(self, key: str, build: Callable[[Facts], T | None]) -> tuple[T, ...]:
        """Build every mapping of a list, leaving out those for which `build` gives None."""
        built = (build(child) for child in self.children(key))
        return tuple(item for item in built if item is not None)

    def get(self, key: str, default: Any = None) -> Any:
        """The raw value under `key`."""
        return self.raw.get(key, default)

    def words(self, key: str) -> Words | None:
        """The words under `key`, or None."""
        return words(self.raw, key)

    def date(self, key: str) -> PartialDate | None:
        """The date under `key`, or None."""
        return partial_date(self.raw.get(key))

    def day(self, key: str) -> datetime.date:
        """The full day under `key`, which the schema requires."""
        return datetime.date.fromisoformat(self.raw[key])

    def period(self, key: str = "period") -> Period | None:
        """The period under `key`, or None."""
        raw = self.raw.get(key)
        return Period(PartialDate(raw["from"]), partial_date(raw.get("to"))) if raw else None

    def term(self, key: str, stem: str) -> Term | None:
        """The term of a simple list that `key` names, or None."""
        value = self.raw.get(key)
        return self.context.term(stem, value) if value is not None else None

    def required_term(self, key: str, stem: str) -> Term:
        """The term that `key`, which the schema requires, names."""
        return self.context.term(stem, self.raw[key])

    def terms(self, key: str, stem: str) -> tuple[Term, ...]:
        """The terms of a simple list that `key` names."""
        return tuple(self.context.term(stem, value) for value in self.raw.get(key, ()))

    def region(self, key: str = "region") -> RegionReference | None:
        """The region that `key` names, or None."""
        value = self.raw.get(key)
        return self.context.regions[value].reference if value is not None else None

    def regions(self, key: str = "regions") -> tuple[RegionReference, ...]:
        """The regions that `key` names."""
        return tuple(self.context.regions[value].reference for value in self.raw.get(key, ()))

    def languages(self, key: str = "languages") -> tuple[Language, ...]:
        """The languages that `key` names."""
        return tuple(self.context.languages[value] for value in self.raw.get(key, ()))

    def donors(self, key: str = "funders") -> tuple[Donor, ...]:
        """The donors that `key` names."""
        return tuple(self.context.donors[value] for value in self.raw.get(key, ()))

    def organizations(self, key: str = "with") -> tuple[OrganizationReference, ...]:
        """The organisations that `key` names, without those withheld (S3)."""
        known = self.context.organizations
        return tuple(known[value] for value in self.raw.get(key, ()) if value in known)

    def attachment(self, key: str = "file") -> Attachment | None:
        """The file that `key` names in the folder of its owner's file, or None."""
        value = self.raw.get(key)
        if value is None:
            return None
        content = self.context.content
        document = content.organizations.get(self.owner) or content.networks.get(self.owner) or content.sector
        path = document.path.parent / value
        place = path.relative_to(content.root).as_posix()
        return Attachment(value, path.stat().st_size, place, _pages(path))

    def status(self, key: str = "status", kind: str = "profile") -> Status | None:
        """The status under `key`, or None."""
        child = self.child(key)
        if child is None:
            return None
        return Status(child.raw["value"], child.date("since"), child.words("text"), child.provenance(kind))

    def answer(self, key: str, text_key: str = "text") -> Answer:
        """The answer to a question that the schema requires; `unknown` is one (S8)."""
        child = self.child(key)
        if child is None:
            raise KeyError(key)
        return Answer(child.raw["value"], child.words(text_key), child.provenance("hotline"))

    def documents(self) -> Documents:
        """What a person has to bring; unknown where the file is silent (S8)."""
        raw = self.raw.get("documents", {"value": "unknown"})
        return Documents(raw["value"], words(raw, "text"))


def build_event(facts: Facts) -> Event:
    """An event of a history."""
    return Event(facts.date("date"), facts.get("event"), Words.of(facts.get("text")), facts.provenance())


def is_suppressed(raw: Raw, context: BuildContext) -> bool:
    """Whether a figure is a count of people helped below ten."""
    return context.indicators[raw["indicator"]].people_helped and float(raw["value"]) < SUPPRESSED_BELOW


def build_result(facts: Facts) -> Result:
    """A figure; a count of people helped below ten loses its value here, so that nothing below can print it."""
    indicator = facts.context.indicators[facts.get("indicator")]
    value = float(facts.get("value"))
    suppressed = is_suppressed(facts.raw, facts.context)
    out_of = facts.get("of")
    return Result(
        indicator=indicator,
        period=facts.period(),
        period_text=facts.words("period_text"),
        value=None if suppressed else value,
        of=float(out_of) if out_of is not None else None,
        qualifier=facts.get("qualifier", "exact"),
        what=facts.words("what"),
        note=facts.words("note"),
        region=facts.region(),
        suppressed=suppressed,
        provenance=facts.provenance("result"),
    )


def _pages(path: Path) -> int | None:
    """How many pages a PDF has; None for any other file."""
    if path.suffix.lower() != ".pdf":
        return None
    with pikepdf.open(path) as document:
        return len(document.pages)
