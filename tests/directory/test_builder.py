"""From content to the Directory: what is inherited, what is left out, what dangles."""

from __future__ import annotations

from datetime import date

import pytest

from cso.content.repository import load
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.directory.dates import Age, PartialDate, age_of
from cso.directory.help import Service
from cso.directory.organization import Organization
from cso.directory.provenance import Basis, Method
from synthetic import AS_OF, FRONTLINE, FULL, HALF, SyntheticProject

CONFIRMATIONS = "confirmations/full-example.yaml"


def unchecked(project: SyntheticProject) -> Directory:
    """The Directory of content that a check would refuse: the builder keeps secrets all the same."""
    content, _ = load(project.content)
    return build_directory(content, AS_OF)


def organization(directory: Directory, slug: str) -> Organization:
    """An organisation by its slug."""
    return next(organization for organization in directory.organizations if organization.slug == slug)


def service(directory: Directory, slug: str, service_id: str) -> Service:
    """A service by its id."""
    return next(service for service in organization(directory, slug).services if service.id == service_id)


# Provenance stands once and is inherited (decision 4)


def test_fact_without_a_source_has_that_of_the_profile(untouched_project: SyntheticProject) -> None:
    fact = service(untouched_project.directory(), "half-example", "current-advice").provenance
    assert fact.source is not None
    assert (fact.source.address, fact.source.section) == ("https://example.org/half", "about us")
    assert fact.as_of == PartialDate("2026-05")
    assert fact.basis is Basis.PUBLIC_SOURCE


def test_fact_may_have_a_date_of_its_own_and_keep_the_source(untouched_project: SyntheticProject) -> None:
    fact = service(untouched_project.directory(), "half-example", "old-advice").provenance
    assert fact.source is not None
    assert fact.source.section == "about us"
    assert fact.as_of == PartialDate("2025-06")


def test_fact_with_a_source_of_its_own_has_no_section_of_another(untouched_project: SyntheticProject) -> None:
    fact = service(untouched_project.directory(), "half-example", "forgotten-advice").provenance
    assert fact.source is not None
    assert (fact.source.address, fact.source.section) == ("https://example.org/half/old-page", None)


def test_section_of_its_own_points_into_the_inherited_source(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(HALF, "    as_of: 2025-06\n", "    as_of: 2025-06\n    section: page 5\n")
    fact = service(synthetic_project.directory(), "half-example", "old-advice").provenance
    assert fact.source is not None
    assert (fact.source.address, fact.source.section) == ("https://example.org/half", "page 5")


def test_parts_of_a_group_inherit_from_the_group(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(
        FULL,
        "  - id: full-line\n",
        "  - id: full-line\n    source: https://example.org/line-page\n    as_of: 2026-03\n",
    )
    line = synthetic_project.directory().hotline("full-line")
    assert line is not None
    for fact in (line.provenance, line.hours.provenance, line.figures[0].provenance, line.history[0].provenance):
        assert fact.source is not None
        assert fact.source.address == "https://example.org/line-page"
        assert fact.as_of == PartialDate("2026-03")


def test_publication_is_named_not_linked(untouched_project: SyntheticProject) -> None:
    other = organization(untouched_project.directory(), "full-example").provenance.others[0]
    assert other.source.address is None
    assert other.source.title is not None
    assert other.says is not None


# Age


@pytest.mark.parametrize(
    ("as_of", "today", "age"),
    [
        ("2025-11-01", date(2026, 11, 1), Age.CURRENT),
        ("2025-11-01", date(2026, 11, 2), Age.OLD),
        ("2025-11-01", date(2027, 11, 1), Age.OLD),
        ("2025-11-01", date(2027, 11, 2), Age.UNCONFIRMED),
        ("2025-11", date(2026, 11, 1), Age.CURRENT),
        ("2025-11", date(2026, 11, 2), Age.OLD),
        ("2025", date(2026, 1, 1), Age.CURRENT),
        ("2025", date(2026, 1, 2), Age.OLD),
        ("2025-01-31", date(2026, 1, 31), Age.CURRENT),
        ("2025-01-31", date(2026, 2, 1), Age.OLD),
        ("2024-02-29", date(2025, 2, 28), Age.CURRENT),
        ("2024-02-29", date(2025, 3, 1), Age.OLD),
        (None, date(2026, 1, 1), Age.UNCONFIRMED),
    ],
)
def test_age_at_its_limits(as_of: str | None, today: date, age: Age) -> None:
    """The limit is twelve months; age counts from the earliest day meant; without a date it is past every limit."""
    assert age_of(PartialDate(as_of) if as_of else None, 12, today) is age


@pytest.mark.parametrize(("months", "today"), [(1, date(2025, 2, 28)), (3, date(2025, 4, 30)), (13, date(2026, 2, 28))])
def test_month_that_is_shorter_ends_on_its_last_day(months: int, today: date) -> None:
    assert age_of(PartialDate("2025-01-31"), months, today) is Age.CURRENT
    assert age_of(PartialDate("2025-01-31"), months, date.fromordinal(today.toordinal() + 1)) is Age.OLD


def test_each_kind_of_fact_has_its_own_limit(untouched_project: SyntheticProject) -> None:
    """Eighteen months after October 2026: services and contacts (12 months) are old, coordination (24) is not."""
    full = organization(untouched_project.directory(date(2028, 4, 1)), "full-example")
    assert full.services[0].provenance.age is Age.OLD
    assert full.contacts[0].provenance.age is Age.OLD
    assert full.coordination[0].provenance.age is Age.CURRENT
    assert full.policies[0].provenance.age is Age.CURRENT


# Confirmations (S2, S3)


def test_only_confirmed_numbers_and_channels_are_there(untouched_project: SyntheticProject) -> None:
    line = untouched_project.directory().hotline("full-line")
    assert line is not None
    assert [number.phone.e164 for number in line.numbers] == ["+380000000001"]
    assert line.numbers[0].confirmation.method is Method.CALLED
    assert len(line.channels) == 7
    text_message = next(channel for channel in line.channels if channel.kind == "text_message")
    assert text_message.confirmation.method is Method.PUBLIC_SOURCE


@pytest.mark.parametrize("state", ["awaiting", "withdrawn"])
def test_channel_with_a_value_in_doubt_is_left_out(synthetic_project: SyntheticProject, state: str) -> None:
    synthetic_project.edit(
        CONFIRMATIONS,
        "    value: help@example.org\n    state: confirmed\n",
        f"    value: help@example.org\n    state: {state}\n",
    )
    line = synthetic_project.directory().hotline("full-line")
    assert line is not None
    assert "email" not in {channel.kind for channel in line.channels}
    assert len(line.channels) == 6


def test_line_without_anything_to_show_is_not_there(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit("confirmations/state-line.yaml", "state: confirmed", "state: awaiting")
    assert synthetic_project.directory().hotline("state-line") is None


def test_withdrawn_intake_contact_leaves_the_way_in_unknown(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(
        CONFIRMATIONS,
        "value: 00 000 00 05\n    country: UA\n    state: confirmed",
        "value: 00 000 00 05\n    country: UA\n    state: withdrawn",
    )
    directory = synthetic_project.directory()
    full = organization(directory, "full-example")
    assert "intake-phone" not in {contact.id for contact in full.contacts}
    assert service(directory, "full-example", "legal-advice").way_in.value == "unknown"
    assert full.shelters[1].admission.value == "unknown"


def test_withdrawn_office_contact_is_left_out_though_it_needs_no_confirmation(
    synthetic_project: SyntheticProject,
) -> None:
    assert "office-phone" in {
        contact.id for contact in organization(synthetic_project.directory(), "full-example").contacts
    }
    synthetic_project.append(
        CONFIRMATIONS,
        "  - kind: phone\n    value: +380 00 000 00 06\n    country: UA\n    state: withdrawn\n    date: 2026-10-01\n"
        "    role: editor\n",
    )
    full = organization(synthetic_project.directory(), "full-example")
    assert "office-phone" not in {contact.id for contact in full.contacts}


def test_what_a_withheld_organization_leaves_dangling_is_dropped(untouched_project: SyntheticProject) -> None:
    directory = untouched_project.directory()
    full = organization(directory, "full-example")
    assert "withheld-example" not in {entry.slug for entry in directory.organizations}
    assert directory.hotline("withheld-line") is None
    assert service(directory, "full-example", "advice-through-withheld").way_in.value == "unknown"
    assert len(full.partnerships) == 2
    assert [other.slug for other in full.reports[0].with_organizations] == ["half-example"]


def test_parent_that_is_withheld_is_dropped(synthetic_project: SyntheticProject) -> None:
    synthetic_project.write(
        "confirmations/half-example.yaml", "owner: half-example\nwithheld:\n  since: 2026-10-01\n  reason: dispute\n"
    )
    full = organization(synthetic_project.directory(), "full-example")
    assert full.parent is None
    assert full.reports[0].with_organizations == ()
    assert full.proposals[0].with_organizations == ()


# Places to stay (S5)


def test_place_to_stay_shows_its_region_only_if_it_may(untouched_project: SyntheticProject) -> None:
    by_oblast, by_country = organization(untouched_project.directory(), "full-example").shelters
    assert by_oblast.region is not None
    assert by_oblast.region.id == "ternopil"
    assert by_country.region is None
    assert by_oblast.provenance.source is not None
    assert by_oblast.provenance.source.address is None, "its source is named, never linked"


def test_office_of_whoever_has_a_place_to_stay_is_its_region_alone(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(
        FULL,
        "seat: {region: ternopil}",
        "seat:\n  region: ternopil\n  settlement: {uk: Вигаданськ}\n  address: {uk: Вигадана адреса}\n"
        "  address_public: true\n  note: {uk: Поруч із вигаданим ринком}",
    )
    synthetic_project.edit(
        FULL, "    post_box: 12\n", "    post_box: 12\n    postcode: 00000\n    settlement: {uk: Вигаданськ}\n"
    )
    full = organization(unchecked(synthetic_project), "full-example")
    assert full.seat is not None
    assert full.seat.region is not None
    assert (full.seat.settlement, full.seat.address, full.seat.note) == (None, None, None)
    post = next(contact for contact in full.contacts if contact.kind == "post")
    assert (post.post_box, post.postcode, post.settlement) == ("12", None, None)


def test_address_is_there_only_if_the_organization_asked_for_it(synthetic_project: SyntheticProject) -> None:
    path = "organizations/office-example/organization.yaml"
    assert organization(synthetic_project.directory(), "office-example").seat.address is not None  # type: ignore[union-attr]
    synthetic_project.edit(path, "address_public: true", "address_public: false")
    seat = organization(unchecked(synthetic_project), "office-example").seat
    assert seat is not None
    assert seat.address is None
    assert seat.settlement is not None


# Occupied and frontline regions (S6)


def test_restricted_profile_is_name_region_and_history_to_2021(synthetic_project: SyntheticProject) -> None:
    synthetic_project.append(
        FRONTLINE,
        "  - date: 2023\n    event: other\n    text: {uk: Пізніша подія}\n"
        "summary: {uk: Про теперішню роботу}\n"
        "services:\n  - id: now\n    types: [legal-aid]\n"
        "contacts:\n  - id: office\n    role: office\n    kind: email\n    email: office@example.org\n"
        "branches:\n  - name: {uk: Осередок}\n    region: kherson\n    status: {value: active}\n",
    )
    synthetic_project.edit(FRONTLINE, "seat: {region: kherson}", "seat: {region: kherson, settlement: {uk: Вигадане}}")
    restricted = organization(unchecked(synthetic_project), "frontline-example")
    assert restricted.restricted
    assert restricted.seat is not None
    assert restricted.seat.region is not None
    assert restricted.seat.settlement is None
    assert [event.date for event in restricted.history] == [PartialDate("2003"), PartialDate("2015-06")]
    assert restricted.summary is None
    assert (restricted.services, restricted.contacts, restricted.branches) == ((), (), ())


@pytest.mark.parametrize(
    ("region", "is_restricted"), [("kherson", True), ("crimea", True), ("sumy", True), ("lviv", False)]
)
def test_which_regions_restrict(synthetic_project: SyntheticProject, region: str, is_restricted: bool) -> None:
    synthetic_project.edit(FRONTLINE, "region: kherson", f"region: {region}")
    assert organization(unchecked(synthetic_project), "frontline-example").restricted is is_restricted


def test_organization_that_speaks_for_itself_is_not_restricted(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(FULL, "seat: {region: ternopil}", "seat: {region: kherson}")
    full = organization(synthetic_project.directory(), "full-example")
    assert not full.restricted
    assert full.services


# Counts of people


@pytest.mark.parametrize(("value", "shown"), [(0, None), (9, None), (9.5, None), (10, 10.0), (11, 11.0)])
def test_count_of_people_helped_below_ten_has_no_value(
    synthetic_project: SyntheticProject, value: float, shown: float | None
) -> None:
    synthetic_project.edit(FULL, "    value: 9\n", f"    value: {value}\n")
    result = organization(synthetic_project.directory(), "full-example").results[1]
    assert result.value == shown
    assert result.suppressed is (shown is None)


def test_hours_end_at_midnight_as_written(untouched_project: SyntheticProject) -> None:
    line = untouched_project.directory().hotline("full-line")
    assert line is not None
    assert [(period.opens, period.closes) for period in line.hours.periods] == [("09:30", "18:00"), ("10:00", "24:00")]
