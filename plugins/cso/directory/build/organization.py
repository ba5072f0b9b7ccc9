"""Build an organisation from its profile."""

from __future__ import annotations

from dataclasses import replace

from cso.directory.build.facts import Facts, build_event, build_result
from cso.directory.build.help import build_contact, build_service, build_shelter
from cso.directory.build.record import (
    build_activity,
    build_coordination_role,
    build_feedback,
    build_funding_source,
    build_governance,
    build_membership,
    build_partnership,
    build_policy,
    build_press,
    build_programme_part,
    build_proposal,
    build_report,
)
from cso.directory.build.restricted import is_restricted_profile
from cso.directory.help import Contact, Hotline, OrganizationReference
from cso.directory.news import NewsItem
from cso.directory.organization import Branch, Consent, FormerName, Organization, Seat
from cso.directory.provenance import Basis
from cso.directory.words import Words


def build_organization(facts: Facts, hotlines: tuple[Hotline, ...], news: tuple[NewsItem, ...]) -> Organization:
    """An organisation; `hotlines` are its shown lines, built before because others refer to them.

    `news` are its items: those of a profile from an occupied or frontline region are left out (S6).
    """
    restricted = is_restricted_profile(facts.raw, facts.context)
    slug = facts.owner
    reference = OrganizationReference(slug, Words.of(facts.get("name")))
    contacts = _contacts(facts)
    by_id = {contact.id: contact for contact in contacts}
    feedback, press, governance = (facts.child(key) for key in ("feedback", "press", "governance"))
    return Organization(
        slug=slug,
        basis=facts.basis,
        consent=_consent(facts) if facts.basis is Basis.ORGANIZATION else None,
        provenance=facts.provenance("profile"),
        former_slugs=tuple(facts.get("former_slugs", ())),
        name=reference.name,
        short_name=facts.words("short_name"),
        name_note=facts.words("name_note"),
        former_names=facts.each("former_names", _former_name),
        legal_form=facts.term("legal_form", "legal-forms"),
        edrpou=facts.get("edrpou"),
        main_activity=facts.term("main_activity", "main-activities"),
        parent=facts.context.organizations.get(facts.get("parent", "")),
        status=facts.status(),
        seat=_seat(facts),
        scope=facts.get("scope"),
        regions=facts.regions(),
        branches=facts.each("branches", _branch),
        summary=facts.words("summary"),
        description=facts.words("description"),
        logo=facts.attachment("logo"),
        themes=facts.terms("themes", "themes"),
        target_groups=facts.terms("target_groups", "target-groups"),
        contacts=contacts,
        hotlines=hotlines,
        services=facts.each("services", lambda child: build_service(child, reference, by_id)),
        shelters=facts.each("shelters", lambda child: build_shelter(child, reference, by_id)),
        activities=facts.each("activities", build_activity),
        results=facts.each("results", build_result),
        reports=facts.each("reports", lambda child: build_report(child, reference)),
        coordination=facts.each("coordination", lambda child: build_coordination_role(child, reference)),
        proposals=facts.each("proposals", lambda child: build_proposal(child, reference)),
        programmes=facts.each("programmes", lambda child: build_programme_part(child, reference)),
        funding=facts.each("funding", build_funding_source),
        policies=facts.each("policies", build_policy),
        memberships=facts.each("memberships", build_membership),
        partnerships=facts.each("partnerships", build_partnership),
        feedback=build_feedback(feedback, by_id) if feedback else None,
        press=build_press(press, by_id) if press else None,
        governance=build_governance(governance) if governance else None,
        news=() if restricted else news,
        history=facts.each("history", build_event),
        restricted=restricted,
    )


def _consent(facts: Facts) -> Consent | None:
    consent = facts.child("consent")
    if consent is None:
        return None
    return Consent(
        Words.of(consent.get("role")), consent.day("date"), Words.of(consent.get("scope")), consent.day("review_date")
    )


def _former_name(facts: Facts) -> FormerName:
    return FormerName(Words.of(facts.get("name")), facts.date("from"), facts.date("to"), facts.provenance())


def _contacts(facts: Facts) -> tuple[Contact, ...]:
    """The shown contacts; with a place to stay in the profile, post goes to a post box alone (S5)."""
    contacts = facts.each("contacts", build_contact)
    if not facts.get("shelters"):
        return contacts
    return tuple(replace(contact, settlement=None, postcode=None) for contact in contacts)


def _seat(facts: Facts) -> Seat | None:
    """The seat; with a place to stay in the profile it is the region alone, whatever else was written (S5)."""
    seat = facts.child("seat")
    if seat is None:
        return None
    hidden = bool(facts.get("shelters"))
    country = seat.get("country")
    return Seat(
        region=seat.region(),
        country=facts.context.countries[country].name if country else None,
        settlement=None if hidden else seat.words("settlement"),
        address=None if hidden or not seat.get("address_public", False) else seat.words("address"),
        note=None if hidden else seat.words("note"),
        provenance=seat.provenance("contact"),
    )


def _branch(facts: Facts) -> Branch:
    region, status = facts.region(), facts.status()
    if region is None or status is None:
        raise KeyError("region, status")
    return Branch(Words.of(facts.get("name")), region, status, facts.provenance())
