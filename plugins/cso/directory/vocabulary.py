"""Terms of the shared lists in `content/vocabularies/`."""

from __future__ import annotations

from dataclasses import dataclass

from cso.directory.dates import PartialDate, Period
from cso.directory.provenance import Provenance
from cso.directory.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a simple list: kinds of report, themes, target groups, policies and so on.

    `help_name` and `help_slug` are the discreet words of a target group for titles and addresses of help pages, which
    stay in the history of a phone.
    """

    id: str
    name: Words
    description: Words | None = None
    help_name: Words | None = None
    help_slug: str = ""


@dataclass(frozen=True, slots=True)
class CodeElsewhere:
    """The code of a term in a public classification (standards, section 3)."""

    scheme: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A kind of help; `for_people`: whether a person can ask for it.

    `help_name` and `help_slug` are the discreet words for titles and addresses of help pages.
    """

    id: str
    name: Words
    help_name: Words
    help_slug: str
    description: Words | None
    for_people: bool
    mappings: tuple[CodeElsewhere, ...]


@dataclass(frozen=True, slots=True)
class RegionReference:
    """What a link to a region needs."""

    id: str
    name: Words
    name_in: Words


@dataclass(frozen=True, slots=True)
class Region:
    """One of the 27 regions by ISO 3166-2:UA; `restricted` marks occupied and frontline ones (S6)."""

    id: str
    code: str
    kind: str
    name: Words
    name_in: Words
    neighbours: tuple[RegionReference, ...]
    column: int
    row: int
    occupation: str | None
    frontline: str | None
    restricted: bool

    @property
    def reference(self) -> RegionReference:
        """The region as other pages point to it."""
        return RegionReference(self.id, self.name, self.name_in)


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the id of the emergency line that works there."""

    id: str
    slug: str
    name: Words
    name_in: Words
    european_union: bool
    emergency_line: str | None
    time_zone: str | None


@dataclass(frozen=True, slots=True)
class Language:
    """A language by BCP 47 with its name in itself."""

    id: str
    name: Words
    autonym: str


@dataclass(frozen=True, slots=True)
class Body:
    """A coordination body, council, working group or event (report sections 3.1 and 4.2)."""

    id: str
    name: Words
    name_note: Words | None
    level: str
    kind: str
    region: RegionReference | None
    start: PartialDate | None
    end: PartialDate | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Act:
    """The act that approved a programme, as far as it is sourced."""

    kind: Words | None
    number: str | None
    date: PartialDate | None
    amended: Words | None
    note: Words | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A state or regional programme with the functions it gives CSOs (report section 3.1, chart 3.1)."""

    id: str
    name: Words
    kind: str
    region: RegionReference | None
    period: Period | None
    period_text: Words | None
    act: Act | None
    budget: Words | None
    note: Words | None
    functions: tuple[Term, ...]
    functions_as_before: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of state policy (report section 1.4) or of the work of CSOs (3.2)."""

    id: str
    name: Words
    description: Words | None
    period: Period
    period_text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Donor:
    """A donor (report section 3.4); `identifier` is the one used by IATI, where sourced."""

    id: str
    name: Words
    kind: str
    identifier: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator that organisations or the field report against (report section 4.3)."""

    id: str
    name: Words
    description: Words | None
    unit: str
    nature: str
    level: str
    people_helped: bool
    can_be_summed: bool
