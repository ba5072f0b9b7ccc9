"""Build lines, services and places to stay from content, leaving out what may not be shown (S2, S3, S5)."""

from __future__ import annotations

from dataclasses import replace

from cso.directory.build.facts import Facts, build_event, build_result
from cso.directory.help import (
    Channel,
    Contact,
    Hotline,
    Hours,
    LineLanguages,
    LineNumber,
    OpeningPeriod,
    OrganizationReference,
    PhoneNumber,
    Service,
    Shelter,
    WayIn,
)
from cso.directory.provenance import Confirmation, Provenance, Source
from cso.directory.words import Words
from cso.phones import parse_number


def build_phone(facts: Facts) -> PhoneNumber:
    """A number from `dial` and `country`; E.164 and links are computed (design: Contracts, phone links)."""
    dial, country = facts.get("dial"), facts.get("country")
    parsed = parse_number(dial, country)
    return PhoneNumber(
        dial, facts.context.countries[country], parsed.kind, parsed.e164, parsed.link, parsed.link_abroad
    )


def build_hotline(facts: Facts, organization: OrganizationReference | None) -> Hotline | None:
    """A line, or None where no number and no channel of it may be shown (S2)."""
    numbers = facts.each("numbers", _line_number)
    channels = facts.each("channels", _channel)
    if not numbers and not channels:
        return None
    return Hotline(
        id=facts.get("id"),
        name=Words.of(facts.get("name")),
        name_note=facts.words("name_note"),
        level=facts.get("level"),
        country=facts.context.countries[facts.get("country")],
        regions=facts.regions(),
        topics=facts.terms("topics", "hotline-topics"),
        organization=organization,
        operator=facts.words("operator"),
        operator_note=facts.words("operator_note"),
        description=facts.words("description"),
        what_happens=facts.words("what_happens"),
        numbers=numbers,
        hours=_hours(facts),
        languages=_line_languages(facts),
        anonymity=facts.answer("anonymity", "note"),
        who_answers=facts.answer("who_answers"),
        who_can_call=facts.answer("who_can_call"),
        from_abroad=facts.answer("from_abroad", "note"),
        channels=channels,
        figures=facts.each("figures", build_result),
        history=facts.each("history", build_event),
        provenance=facts.provenance("hotline"),
    )


def _line_number(facts: Facts) -> LineNumber | None:
    confirmation = facts.context.confirmation(facts.owner, "phone", facts.get("dial"), facts.get("country"))
    if confirmation is None:
        return None
    return LineNumber(
        phone=build_phone(facts),
        reach=tuple(facts.get("reach")),
        cost=facts.get("cost"),
        note=facts.words("note"),
        operator=facts.words("operator"),
        confirmation=confirmation,
    )


def _channel(facts: Facts) -> Channel | None:
    confirmation = _contact_confirmation(facts)
    if confirmation is None:
        return None
    return Channel(
        kind=facts.get("kind"),
        platform=facts.get("platform"),
        email=facts.get("email"),
        handle=facts.get("handle"),
        phone=build_phone(facts) if facts.get("dial") else None,
        url=facts.get("url"),
        text=facts.words("text"),
        operator=facts.words("operator"),
        confirmation=confirmation,
    )


def _contact_values(facts: Facts) -> list[tuple[str, str, str | None]]:
    values = [
        (kind, facts.get(key), facts.get("country") if kind == "phone" else None)
        for kind, key in (("phone", "dial"), ("email", "email"), ("handle", "handle"), ("url", "url"))
    ]
    return [(kind, value, country) for kind, value, country in values if value is not None]


def _contact_confirmation(facts: Facts) -> Confirmation | None:
    """The confirmation of the first value, if every value of the contact is confirmed."""
    found = [facts.context.confirmation(facts.owner, *value) for value in _contact_values(facts)]
    return found[0] if found and all(found) else None


def _hours(facts: Facts) -> Hours:
    hours = facts.child("hours")
    if hours is None:
        raise KeyError("hours")
    return Hours(
        value=hours.get("value"),
        periods=hours.each("periods", _opening_period),
        time_zone=hours.get("time_zone", facts.context.countries[facts.get("country")].time_zone),
        note=hours.words("note"),
        provenance=hours.provenance("hotline"),
    )


def _opening_period(facts: Facts) -> OpeningPeriod:
    return OpeningPeriod(
        tuple(facts.get("days")), _time(facts.get("opens")), _time(facts.get("closes")), facts.words("note")
    )


def _time(text: str) -> str:
    """A time as two digits each: `9:30` is `09:30`."""
    hour, minute = text.split(":")
    return f"{int(hour):02d}:{minute}"


def _line_languages(facts: Facts) -> LineLanguages:
    languages = facts.child("languages")
    if languages is None:
        raise KeyError("languages")
    return LineLanguages(
        languages.get("value"), languages.languages(), languages.words("note"), languages.provenance("hotline")
    )


def build_contact(facts: Facts) -> Contact | None:
    """A public contact; one for people in need only when confirmed, none that was withdrawn (S2)."""
    confirmation = _contact_confirmation(facts)
    if facts.get("role") == "intake" and confirmation is None:
        return None
    if any(facts.context.is_withdrawn(facts.owner, *value) for value in _contact_values(facts)):
        return None
    return Contact(
        id=facts.get("id"),
        owner=facts.owner,
        role=facts.get("role"),
        kind=facts.get("kind"),
        phone=build_phone(facts) if facts.get("dial") else None,
        fax=facts.get("fax", False),
        email=facts.get("email"),
        url=facts.get("url"),
        platform=facts.get("platform"),
        handle=facts.get("handle"),
        settlement=facts.words("settlement"),
        postcode=facts.get("postcode"),
        post_box=facts.get("post_box"),
        text=facts.words("text"),
        confirmation=confirmation,
        provenance=facts.provenance("contact"),
    )


def _way_in(facts: Facts, key: str, contacts: dict[str, Contact]) -> WayIn:
    """The way in, or unknown where its line or contact is not shown (S3, S8)."""
    child = facts.child(key)
    if child is None:
        return WayIn("unknown", None, None, None)
    hotline = facts.context.hotlines.get(child.get("hotline", ""))
    contact = contacts.get(child.get("contact", ""))
    if contact is not None and contact.confirmation is None:
        contact = None
    value = child.get("value")
    if (value == "hotline" and hotline is None) or (value == "contact" and contact is None):
        return WayIn("unknown", None, None, None)
    return WayIn(value, hotline, contact, child.words("text"))


def build_service(facts: Facts, organization: OrganizationReference, contacts: dict[str, Contact]) -> Service:
    """A service of an organisation; `contacts` are its shown contacts by id."""
    return Service(
        id=facts.get("id"),
        organization=organization,
        types=tuple(facts.context.service_types[value] for value in facts.get("types")),
        name=facts.words("name"),
        description=facts.words("description"),
        target_groups=facts.terms("target_groups", "target-groups"),
        regions=facts.regions(),
        nationwide=facts.get("nationwide", False),
        languages=facts.languages(),
        cost=facts.get("cost", "unknown"),
        eligibility=facts.words("eligibility"),
        way_in=_way_in(facts, "way_in", contacts),
        documents=facts.documents(),
        status=facts.status(kind="service"),
        provenance=facts.provenance("service"),
    )


def build_shelter(facts: Facts, organization: OrganizationReference, contacts: dict[str, Contact]) -> Shelter:
    """A place to stay: its region only with `disclosure: oblast`, nothing nearer ever (S5).

    Its sources are named by their site alone: the page itself, or its address, may say where the place is.
    """
    status = facts.status(kind="shelter")
    return Shelter(
        id=facts.get("id"),
        organization=organization,
        name=facts.words("name"),
        target_groups=facts.terms("target_groups", "target-groups"),
        region=facts.region() if facts.get("disclosure") == "oblast" else None,
        description=facts.words("description"),
        admission=_way_in(facts, "admission", contacts),
        length_of_stay=facts.words("length_of_stay"),
        cost=facts.get("cost", "unknown"),
        status=replace(status, provenance=_without_addresses(status.provenance)) if status else None,
        provenance=_without_addresses(facts.provenance("shelter")),
    )


def _without_addresses(provenance: Provenance) -> Provenance:
    others = tuple(replace(other, source=_site_alone(other.source)) for other in provenance.others)
    source = _site_alone(provenance.source) if provenance.source is not None else None
    return replace(provenance, source=source, others=others)


def _site_alone(source: Source) -> Source:
    """The source as the name of its site, without a link and without the part of the page, which may be an address."""
    return source if source.address is None else Source(None, Words.of({"en": source.host}), None)
