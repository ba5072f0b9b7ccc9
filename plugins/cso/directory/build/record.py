"""Build what an organisation has done and disclosed: activities, reports, coordination, proposals, money, policies."""

from __future__ import annotations

from cso.directory.build.facts import Facts, build_result
from cso.directory.help import Contact, OrganizationReference
from cso.directory.organization import (
    Activity,
    Amount,
    CoordinationRole,
    Feedback,
    FeedbackYear,
    FundingSource,
    Governance,
    GovernanceBody,
    Membership,
    Partnership,
    Policy,
    Press,
    PressRelease,
    ProgrammePart,
    Proposal,
    Report,
)
from cso.directory.vocabulary import Programme
from cso.directory.words import Words


def build_activity(facts: Facts) -> Activity:
    """A training, campaign or project."""
    return Activity(
        id=facts.get("id"),
        form=facts.required_term("form", "activity-forms"),
        title=Words.of(facts.get("title")),
        description=facts.words("description"),
        themes=facts.terms("themes", "themes"),
        period=facts.period(),
        regions=facts.regions(),
        target_groups=facts.terms("target_groups", "target-groups"),
        agenda=facts.words("agenda"),
        results=facts.each("results", build_result),
        partners=facts.words("partners"),
        funders=facts.donors(),
        programme=_programme(facts),
        programme_function=facts.term("programme_function", "programme-functions"),
        provenance=facts.provenance("result"),
    )


def _programme(facts: Facts) -> Programme | None:
    value = facts.get("programme")
    return facts.context.programmes[value] if value is not None else None


def build_report(facts: Facts, organization: OrganizationReference | None) -> Report:
    """A report or other publication of an organisation, a network or the field."""
    return Report(
        id=facts.get("id"),
        owner=facts.owner,
        organization=organization,
        kind=facts.required_term("kind", "report-kinds"),
        year=facts.get("year"),
        year_inferred=facts.get("year_inferred", False),
        period=facts.period(),
        title=Words.of(facts.get("title")),
        title_descriptive=facts.get("title_descriptive", False),
        summary=facts.words("summary"),
        authors=facts.words("authors"),
        with_organizations=facts.organizations(),
        languages=facts.languages(),
        themes=facts.terms("themes", "themes"),
        regions=facts.regions(),
        funders=facts.donors(),
        file=facts.attachment(),
        url=facts.get("url"),
        url_note=facts.words("url_note"),
        key_figures=facts.each("key_figures", build_result),
        sensitive=facts.get("sensitive", False),
        doi=facts.get("doi"),
        provenance=facts.provenance("result"),
    )


def build_coordination_role(facts: Facts, organization: OrganizationReference | None) -> CoordinationRole:
    """Part in a coordination body."""
    return CoordinationRole(
        body=facts.context.bodies[facts.get("body")],
        organization=organization,
        role=facts.get("role"),
        start=facts.date("from"),
        end=facts.date("to"),
        left_because=facts.words("left_because"),
        text=facts.words("text"),
        provenance=facts.provenance("coordination"),
    )


def build_proposal(facts: Facts, organization: OrganizationReference) -> Proposal:
    """A proposal to an authority."""
    submitted = facts.date("submitted")
    if submitted is None:
        raise KeyError("submitted")
    body = facts.get("body")
    return Proposal(
        id=facts.get("id"),
        organization=organization,
        to=Words.of(facts.get("to")),
        body=facts.context.bodies[body] if body is not None else None,
        on=Words.of(facts.get("on")),
        text=facts.words("text"),
        submitted=submitted,
        status=facts.get("status"),
        outcome=facts.words("outcome"),
        outcome_date=facts.date("outcome_date"),
        evidence=facts.get("evidence"),
        with_organizations=facts.organizations(),
        provenance=facts.provenance("result"),
    )


def build_programme_part(facts: Facts, organization: OrganizationReference) -> ProgrammePart:
    """What an organisation contributes to a state programme."""
    return ProgrammePart(
        facts.context.programmes[facts.get("programme")],
        organization,
        facts.terms("functions", "programme-functions"),
        facts.words("text"),
        facts.provenance("result"),
    )


def build_funding_source(facts: Facts) -> FundingSource:
    """One source of funding; an amount only where it is disclosed."""
    donor, amount = facts.get("donor"), facts.get("amount")
    return FundingSource(
        donor=facts.context.donors[donor] if donor is not None else None,
        name=facts.words("name"),
        kind=facts.get("kind"),
        period=facts.period(),
        amount=Amount(float(amount["value"]), amount["currency"]) if amount else None,
        share_percent=facts.get("share_percent"),
        purpose=facts.words("purpose"),
        provenance=facts.provenance("funding"),
    )


def build_policy(facts: Facts) -> Policy:
    """An internal policy."""
    return Policy(
        facts.required_term("kind", "policies"),
        facts.get("status"),
        facts.date("adopted"),
        facts.attachment(),
        facts.get("url"),
        facts.provenance("policy"),
    )


def build_membership(facts: Facts) -> Membership | None:
    """A membership; None where neither a network of this site nor a name stands behind it."""
    network = facts.context.networks.get(facts.get("network", ""))
    name = facts.words("name")
    if network is None and name is None:
        return None
    return Membership(
        network, name, facts.get("role"), facts.date("from"), facts.date("to"), facts.words("text"),
        facts.provenance("membership"),
    )  # fmt: skip


def build_partnership(facts: Facts) -> Partnership | None:
    """A partnership; None where the partner is withheld (S3)."""
    organization = facts.context.organizations.get(facts.get("organization", ""))
    name = facts.words("name")
    if organization is None and name is None:
        return None
    return Partnership(
        organization, name, facts.date("from"), facts.date("to"), facts.words("text"), facts.provenance("membership")
    )


def build_feedback(facts: Facts, contacts: dict[str, Contact]) -> Feedback:
    """How the public can tell the organisation something, and what came of it by year."""
    return Feedback(
        facts.words("text"),
        contacts.get(facts.get("contact", "")),
        facts.get("answer_days"),
        facts.each("yearly", _feedback_year),
        facts.provenance("contact"),
    )


def _feedback_year(facts: Facts) -> FeedbackYear:
    return FeedbackYear(
        facts.get("year"), facts.get("received"), facts.get("resolved"), facts.words("text"), facts.provenance("result")
    )


def build_press(facts: Facts, contacts: dict[str, Contact]) -> Press:
    """For journalists."""
    return Press(
        contacts.get(facts.get("contact", "")),
        facts.words("boilerplate"),
        facts.each("releases", _press_release),
        facts.provenance("contact"),
    )


def _press_release(facts: Facts) -> PressRelease:
    date = facts.date("date")
    if date is None:
        raise KeyError("date")
    return PressRelease(
        date, Words.of(facts.get("title")), facts.get("url"), facts.attachment(), facts.provenance("result")
    )


def build_governance(facts: Facts) -> Governance:
    """Who decides, by office."""
    return Governance(
        bodies=facts.each(
            "bodies",
            lambda child: GovernanceBody(
                Words.of(child.get("name")), child.get("members"), child.words("text"), child.provenance()
            ),
        ),
        decision_makers=tuple(Words.of(raw) for raw in facts.get("decision_makers", ())),
        staff=facts.get("staff"),
        volunteers=facts.get("volunteers"),
        statutes=facts.get("statutes"),
        tax_status=facts.words("tax_status"),
        related_parties=facts.words("related_parties"),
        provenance=facts.provenance(),
    )
