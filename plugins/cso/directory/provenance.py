"""Where a fact comes from, who stands behind it, and how old it is (design decision 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from cso.directory.dates import Age, PartialDate
from cso.directory.words import Words


class Basis(Enum):
    """Who answers for a profile."""

    ORGANIZATION = "organization"
    PUBLIC_SOURCE = "public_source"


class Method(Enum):
    """How a contact was confirmed (S2)."""

    CALLED = "called"
    OPERATOR_WROTE = "operator_wrote"
    PUBLIC_SOURCE = "public_source"


@dataclass(frozen=True, slots=True)
class Source:
    """A public page (`address`) or a publication of the vocabulary `sources` (`title`)."""

    address: str | None
    title: Words | None
    section: str | None

    @property
    def host(self) -> str:
        """The name of the site, without `www.`, as a reader recognises it."""
        host = urlsplit(self.address or "").hostname or ""
        return host.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class OtherSource:
    """A further source; `says` where it states something else."""

    source: Source
    as_of: PartialDate | None
    says: Words | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Source, date and age of one fact. `as_of` None means undated; `source` None: the organisation's own word."""

    basis: Basis
    source: Source | None
    as_of: PartialDate | None
    age: Age
    others: tuple[OtherSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What stands behind a shown contact: how and when it was confirmed, and its age against the limit."""

    method: Method
    date: PartialDate | None
    source: Source | None
    age: Age
