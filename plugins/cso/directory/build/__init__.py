"""From checked content to the Directory. Content has no errors by now: what is required is there."""

from __future__ import annotations

import datetime

from cso.content.confirmations import Confirmations
from cso.content.repository import Content
from cso.directory.build.context import BuildContext, Raw, load_simple_lists, words
from cso.directory.build.facts import Facts, build_event, build_result
from cso.directory.build.forms import build_form
from cso.directory.build.help import build_hotline
from cso.directory.build.lists import load_bodies, load_programmes, stages
from cso.directory.build.news import build_news
from cso.directory.build.organization import build_organization
from cso.directory.build.prose import read_prose
from cso.directory.build.record import (
    build_activity,
    build_coordination_role,
    build_funding_source,
    build_membership,
    build_report,
)
from cso.directory.build.restricted import open_part
from cso.directory.build.taken_off import without_taken_off
from cso.directory.directory import (
    Directory,
    Network,
    Operator,
    OtherDirectory,
    Sector,
    Site,
    Vocabularies,
)
from cso.directory.help import Hotline, OrganizationReference
from cso.directory.organization import NetworkReference
from cso.directory.provenance import Basis
from cso.directory.synonyms import Synonyms
from cso.directory.words import Words

SECTOR = "sector"
"""The owner of reports and figures on the field as a whole."""


def build_directory(content: Content, as_of: datetime.date) -> Directory:
    """Build the Directory of checked `content` as of a day.

    What may not be shown (awaiting or withdrawn contacts, withheld organisations, counts below ten) is not in it, and
    what then dangles is dropped, never an error (S2, S3).
    """
    content = without_taken_off(content)
    context = BuildContext(content, as_of, Confirmations.of(content))
    load_simple_lists(context)
    load_bodies(context)
    load_programmes(context)
    shown = {
        slug: open_part(document.data, context)
        for slug, document in sorted(content.organizations.items())
        if not context.confirmations.withheld(slug)
    }
    context.organizations = {slug: OrganizationReference(slug, Words.of(raw["name"])) for slug, raw in shown.items()}
    context.networks = {
        key: NetworkReference(key, Words.of(document.data["name"]))
        for key, document in content.networks.items()
        if not context.confirmations.withheld(key)
    }
    profiles = {slug: Facts(raw, context, slug, Basis(raw["basis"])) for slug, raw in shown.items()}
    lines_of = {slug: _lines(facts, context.organizations[slug]) for slug, facts in profiles.items()}
    other_lines = _other_lines(context)
    hotlines = tuple(line for lines in lines_of.values() for line in lines) + other_lines
    context.hotlines = {line.id: line.reference for line in hotlines}
    news = build_news(context, {slug: facts.basis for slug, facts in profiles.items()})
    organizations = tuple(
        build_organization(facts, lines_of[slug], news.get(slug, ())) for slug, facts in profiles.items()
    )
    forms = (build_form(shown[organization.slug], organization, context) for organization in organizations)
    return Directory(
        as_of=as_of,
        site=_site(content.site.data),
        organizations=organizations,
        hotlines=hotlines,
        networks=tuple(_network(Facts(content.networks[key].data, context, key)) for key in sorted(context.networks)),
        sector=_sector(Facts(content.sector.data, context, SECTOR)),
        prose=read_prose(content),
        vocabularies=_vocabularies(context),
        forms=tuple(form for form in forms if form is not None),
    )


def _lines(facts: Facts, organization: OrganizationReference) -> tuple[Hotline, ...]:
    return facts.each("hotlines", lambda child: build_hotline(child, organization))


def _other_lines(context: BuildContext) -> tuple[Hotline, ...]:
    built = (
        build_hotline(Facts(document.data, context, key), None)
        for key, document in sorted(context.content.hotlines.items())
        if not context.confirmations.withheld(key)
    )
    return tuple(line for line in built if line is not None)


def _site(raw: Raw) -> Site:
    operator = raw.get("operator", {})
    return Site(
        title=Words.of(raw["title"]),
        tagline=Words.of(raw["tagline"]),
        launched=raw["launched"],
        operator=Operator(words(operator, "name"), operator.get("contact_email"), operator.get("contact_phone")),
        domain=raw.get("domain"),
        repository=raw.get("repository"),
        exit_address=raw.get("exit_address"),
        languages=tuple(raw["languages"]),
        help_languages=tuple(raw.get("help_languages", ())),
        emergency_line=raw["emergency_line"],
        national_lines=tuple(raw["national_lines"]),
        child_line=raw.get("child_line"),
    )


def _network(facts: Facts) -> Network:
    return Network(
        id=facts.owner,
        kind=facts.get("kind"),
        name=Words.of(facts.get("name")),
        short_name=facts.words("short_name"),
        description=facts.words("description"),
        website=facts.get("website"),
        members_note=facts.words("members_note"),
        history=facts.each("history", build_event),
        results=facts.each("results", build_result),
        activities=facts.each("activities", build_activity),
        reports=facts.each("reports", lambda child: build_report(child, None)),
        coordination=facts.each("coordination", lambda child: build_coordination_role(child, None)),
        memberships=facts.each("memberships", build_membership),
        funding=facts.each("funding", build_funding_source),
        provenance=facts.provenance(),
    )


def _sector(facts: Facts) -> Sector:
    return Sector(
        reports=facts.each("reports", lambda child: build_report(child, None)),
        results=facts.each("results", build_result),
        history=facts.each("history", build_event),
        directories=facts.each(
            "directories",
            lambda child: OtherDirectory(Words.of(child.get("title")), child.get("url"), child.provenance()),
        ),
    )


def _vocabularies(context: BuildContext) -> Vocabularies:
    return Vocabularies(
        regions=tuple(context.regions.values()),
        service_types=tuple(context.service_types.values()),
        target_groups=tuple(context.term("target-groups", raw["id"]) for raw in context.vocabulary("target-groups")),
        countries=tuple(context.countries.values()),
        languages=tuple(context.languages.values()),
        bodies=tuple(context.bodies.values()),
        programmes=tuple(context.programmes.values()),
        programme_functions=tuple(
            context.term("programme-functions", raw["id"]) for raw in context.vocabulary("programme-functions")
        ),
        policy_stages=stages(context, "policy-stages"),
        cso_stages=stages(context, "cso-stages"),
        indicators=tuple(context.indicators.values()),
        report_kinds=tuple(context.term("report-kinds", raw["id"]) for raw in context.vocabulary("report-kinds")),
        synonyms=_synonyms(context),
    )


def _synonyms(context: BuildContext) -> tuple[Synonyms, ...]:
    """The words for search; the list may be missing, as search may be."""
    if "search-synonyms" not in context.content.vocabularies:
        return ()
    return tuple(
        Synonyms(raw["id"], tuple((language, tuple(words)) for language, words in raw["words"].items()))
        for raw in context.vocabulary("search-synonyms")
    )
