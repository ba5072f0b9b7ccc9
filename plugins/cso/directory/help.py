"""What a person in need can use: lines, services, places to stay. Only what may be shown is here (S2, S5, S6)."""

from __future__ import annotations

from dataclasses import dataclass

from cso.directory.dates import Age, PartialDate, Period
from cso.directory.provenance import Confirmation, Method, Provenance
from cso.directory.vocabulary import Country, Indicator, Language, RegionReference, ServiceType, Term
from cso.directory.words import Words
from cso.entry_code import contact_entry, entry_code


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number as dialled in its country, with what is computed from it (design: Contracts, phone links).

    `kind` is emergency, short_code, toll_free or standard; `e164` is None for short codes; `link` is the `tel:`
    address to use on pages for people in that country, `link_abroad` on pages for people elsewhere (None: print text).
    """

    dial: str
    country: Country
    kind: str
    e164: str | None
    link: str
    link_abroad: str | None


@dataclass(frozen=True, slots=True)
class LineNumber:
    """A shown number of a line: from which phones it works, what it costs, who confirmed it and when."""

    phone: PhoneNumber
    reach: tuple[str, ...]
    cost: str
    note: Words | None
    operator: Words | None
    confirmation: Confirmation


@dataclass(frozen=True, slots=True)
class Channel:
    """Another shown way than calling."""

    kind: str
    platform: str | None
    email: str | None
    handle: str | None
    phone: PhoneNumber | None
    url: str | None
    text: Words | None
    operator: Words | None
    confirmation: Confirmation


@dataclass(frozen=True, slots=True)
class OpeningPeriod:
    """Days (mon…sun) and times in which a line answers: `HH:MM`, and `24:00` for the end of a day."""

    days: tuple[str, ...]
    opens: str
    closes: str
    note: Words | None


@dataclass(frozen=True, slots=True)
class Hours:
    """When a line answers: round_the_clock, schedule or unknown."""

    value: str
    periods: tuple[OpeningPeriod, ...]
    time_zone: str | None
    note: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one of the questions a caller has; `value` may be unknown (S8)."""

    value: str
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class LineLanguages:
    """In which languages a line answers; empty with value unknown."""

    value: str
    languages: tuple[Language, ...]
    note: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Result:
    """One figure against an indicator. `suppressed`: a count of people below 10, whose value is not kept (rule 7)."""

    indicator: Indicator
    period: Period | None
    period_text: Words | None
    value: float | None
    of: float | None
    qualifier: str
    what: Words | None
    note: Words | None
    region: RegionReference | None
    suppressed: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a history."""

    date: PartialDate | None
    event: str
    text: Words
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OrganizationReference:
    """What a link to an organisation needs."""

    slug: str
    name: Words


@dataclass(frozen=True, slots=True)
class HotlineReference:
    """What a mention of a line needs: its id, name and first number."""

    id: str
    name: Words
    numbers: tuple[LineNumber, ...]

    @property
    def code(self) -> str:
        """The code of the line, as `Hotline.code`."""
        return entry_code(self.id)


@dataclass(frozen=True, slots=True)
class Hotline:
    """A line with at least one shown number or channel (gap G3)."""

    id: str
    name: Words
    name_note: Words | None
    level: str
    country: Country
    regions: tuple[RegionReference, ...]
    topics: tuple[Term, ...]
    organization: OrganizationReference | None
    operator: Words | None
    operator_note: Words | None
    description: Words | None
    what_happens: Words | None
    numbers: tuple[LineNumber, ...]
    hours: Hours
    languages: LineLanguages
    anonymity: Answer
    who_answers: Answer
    who_can_call: Answer
    from_abroad: Answer
    channels: tuple[Channel, ...]
    figures: tuple[Result, ...]
    history: tuple[Event, ...]
    provenance: Provenance

    @property
    def code(self) -> str:
        """Five digits that name this entry aloud, so that a wrong number can be told without being repeated."""
        return entry_code(self.id)

    @property
    def answers_surely(self) -> bool:
        """Whether its hours are known from the line itself within the limit, so that "answers now" may be said."""
        asked = any(
            number.confirmation.method is not Method.PUBLIC_SOURCE and number.confirmation.age is Age.CURRENT
            for number in self.numbers
        )
        return asked and self.hours.value != "unknown" and self.hours.provenance.age is Age.CURRENT

    @property
    def reference(self) -> HotlineReference:
        """The line as other pages mention it."""
        return HotlineReference(self.id, self.name, self.numbers)


@dataclass(frozen=True, slots=True)
class Status:
    """Whether something works (active, relocated, suspended, closed, unknown), and since when (gap G19)."""

    value: str
    since: PartialDate | None
    text: Words | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Contact:
    """A public contact by role. `confirmation` stands for victim-facing ones (role intake)."""

    id: str
    owner: str
    role: str
    kind: str
    phone: PhoneNumber | None
    fax: bool
    email: str | None
    url: str | None
    platform: str | None
    handle: str | None
    settlement: Words | None
    postcode: str | None
    post_box: str | None
    text: Words | None
    confirmation: Confirmation | None
    provenance: Provenance

    @property
    def code(self) -> str:
        """Five digits that name this entry aloud, as those of a line do."""
        return entry_code(contact_entry(self.owner, self.id))


@dataclass(frozen=True, slots=True)
class WayIn:
    """How a person gets help: through a shown line, a shown intake contact, or not known."""

    value: str
    hotline: HotlineReference | None
    contact: Contact | None
    text: Words | None


@dataclass(frozen=True, slots=True)
class Documents:
    """What a person has to bring: none, listed or unknown."""

    value: str
    text: Words | None


@dataclass(frozen=True, slots=True)
class Service:
    """Continuing help to people (gap G2)."""

    id: str
    organization: OrganizationReference
    types: tuple[ServiceType, ...]
    name: Words | None
    description: Words | None
    target_groups: tuple[Term, ...]
    regions: tuple[RegionReference, ...]
    nationwide: bool
    languages: tuple[Language, ...]
    cost: str
    eligibility: Words | None
    way_in: WayIn
    documents: Documents
    status: Status | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Shelter:
    """That a place to stay exists, for whom and how to get in; never where it is (S5, gap G4).

    `region` is None where only the country may be named.
    """

    id: str
    organization: OrganizationReference
    name: Words | None
    target_groups: tuple[Term, ...]
    region: RegionReference | None
    description: Words | None
    admission: WayIn
    length_of_stay: Words | None
    cost: str
    status: Status | None
    provenance: Provenance
