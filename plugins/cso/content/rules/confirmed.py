"""Contacts that people in need may use are confirmed by another hand (S2); taking one off never fails (S3)."""

from __future__ import annotations

from collections.abc import Iterator

from cso.as_of import months_later
from cso.content.confirmations import STATES, Confirmations, comparable
from cso.content.findings import Finding
from cso.content.reader import shown_key
from cso.content.repository import Content
from cso.content.rules.look import earliest
from cso.content.rules.rule import CheckContext
from cso.content.used_contacts import lines, national_line_ids, used_contacts

_CODES = {"awaiting": "contact-awaiting", "withdrawn": "contact-withdrawn"}
_OPERATOR_METHODS = ("called", "operator_wrote")


def unconfirmed_contacts(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Every number, channel and intake contact has an entry in content/confirmations of its owner."""
    confirmations = Confirmations.of(content)
    for contact in used_contacts(content):
        if not contact.is_victim_facing or confirmations.withheld(contact.owner):
            continue
        entry = confirmations.state(contact.owner, contact.kind, contact.value, contact.country)
        if entry is None:
            yield contact.document.finding(contact.location, "contact-not-confirmed", owner=shown_key(contact.owner))
        elif entry.state in _CODES:
            yield contact.document.finding(contact.location, _CODES[entry.state])


def moved_contacts(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A contact confirmed for one owner is not used by another: a planted number would look like that."""
    confirmations = Confirmations.of(content)
    for contact in used_contacts(content):
        if contact.kind == "url" and not contact.is_victim_facing:
            continue
        if confirmations.withheld(contact.owner):
            continue
        for other in confirmations.confirmed_elsewhere(contact.owner, contact.kind, contact.value, contact.country):
            yield contact.document.finding(contact.location, "contact-of-another", other=shown_key(other))
            break


def conflicting_entries(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An owner has one entry for each contact; two that say different things leave open which one holds."""
    for document in content.confirmations.values():
        seen: dict[tuple[str, str], tuple[str, int]] = {}
        for location, _ in document.items(("entries",)):
            kind, value, country, state = (
                document.text((*location, key)) for key in ("kind", "value", "country", "state")
            )
            if not kind or not value or state not in STATES:
                continue
            key = (kind, comparable(kind, value, country))
            line = document.positions.value((*location, "value")).line
            if key in seen and seen[key][0] != state:
                is_taken_off = "withdrawn" in (state, seen[key][0])  # taking a contact off never fails (S3)
                code = "confirmation-superseded" if is_taken_off else "confirmation-conflict"
                yield document.finding((*location, "value"), code, line=str(seen[key][1]))
            seen.setdefault(key, (state, line))


def entries_without_source(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An entry confirmed by a public source names the page or the publication."""
    for document in content.confirmations.values():
        for location, _ in document.items(("entries",)):
            is_public = document.text((*location, "method")) == "public_source"
            is_confirmed = document.text((*location, "state")) == "confirmed"
            named = document.text((*location, "source")) or document.text((*location, "publication"))
            if is_public and is_confirmed and not named:
                yield document.finding(location, "confirmation-without-source")


def launch_fields(content: Content, context: CheckContext) -> Iterator[Finding]:
    """`launched: true` needs an operator, a way to reach them, a domain, an exit address and safeguarding editors."""
    site = content.site
    if site.get(("launched",)) is not True:
        return
    operator = site.mapping(("operator",))
    is_there = {
        "operator.name": bool(operator.get("name")),
        "operator.contact_email / operator.contact_phone": bool(
            operator.get("contact_email") or operator.get("contact_phone")
        ),
        "domain": bool(site.text(("domain",))),
        "exit_address": bool(site.text(("exit_address",))),
        "launched_on": bool(site.get(("launched_on",))),
        "editors.safeguarding": bool(site.get(("editors", "safeguarding"))),
    }
    missing = [name for name, present in is_there.items() if not present]
    if missing:
        yield site.finding(("launched",), "launch-fields-missing", missing=", ".join(missing))


def launch_lines(content: Content, context: CheckContext) -> Iterator[Finding]:
    """`launched: true` needs the operator's word on every national line, within its limit on the launch day (S1)."""
    site = content.site
    if site.get(("launched",)) is not True:
        return
    # What grows old after the launch is reported: passing time never turns a valid commit into an invalid one.
    launch_day = min(context.as_of, earliest(site.text(("launched_on",))) or context.as_of)
    confirmations = Confirmations.of(content)
    months = _freshness_months(content)
    # The emergency line is left out: nobody should ring it to see whether it works.
    wanted = frozenset(national_line_ids(content)) - {site.text(("emergency_line",))}
    for line in lines(content):
        if line.id not in wanted or confirmations.withheld(line.owner):
            continue
        for location, _ in line.document.items((*line.location, "numbers")):
            dial, country = (line.document.text((*location, key)) for key in ("dial", "country"))
            entry = confirmations.state(line.owner, "phone", dial, country)
            if entry is not None and entry.state == "withdrawn":
                continue  # taking a number off never fails (S3)
            if entry is None or entry.state != "confirmed" or entry.method not in _OPERATOR_METHODS:
                yield line.document.finding((*location, "dial"), "launch-line-not-confirmed", line=shown_key(line.id))
                continue
            day = earliest(entry.date)
            if day is None or (months is not None and months_later(day, months) < launch_day):
                yield line.document.finding(
                    (*location, "dial"), "launch-line-confirmation-old", line=shown_key(line.id)
                )


def _freshness_months(content: Content) -> int | None:
    document = content.vocabularies.get("freshness")
    for location, _ in document.items(("terms",)) if document else ():
        if document is not None and document.text((*location, "id")) == "hotline":
            months = document.get((*location, "months"))
            return months if isinstance(months, int) else None
    return None


def consent_reviews(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A consent whose review date has passed is due: ask the organisation again."""
    for document in content.organizations.values():
        review = earliest(document.get(("consent", "review_date")))
        if review is not None and review < context.as_of:
            yield document.finding(("consent", "review_date"), "consent-review-due")
