"""Shelters, offices, occupied and frontline regions, addresses on the web, scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.rules.folders import PUBLIC_PROFILE, Files, findings, found, profile
from cso.content.rules import occupation, shelters, web
from cso.restricted_regions import is_restricted

SHELTER = "shelters:\n  - {id: a, disclosure: oblast, region: lviv}\n"


def public(text: str) -> dict[str, str]:
    return profile(text, head=PUBLIC_PROFILE)


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (shelters.shelter_seats, f"{SHELTER}seat:\n  settlement: {{uk: Львів}}", [("shelter-seat-shown", 7)]),
        (shelters.shelter_seats, f"{SHELTER}seat:\n  address: {{uk: а}}", [("shelter-seat-shown", 7)]),
        (shelters.shelter_seats, f"{SHELTER}seat:\n  region: lviv", []),
        (shelters.shelter_seats, "seat:\n  settlement: {uk: Львів}", []),
        (
            shelters.shelter_seats,
            "services:\n  - {id: a, types: [shelter]}\nseat:\n  settlement: {uk: Львів}",
            [("shelter-seat-shown", 7)],
        ),
        (
            shelters.shelter_mail,
            f"{SHELTER}contacts:\n  - kind: post\n    post_box: 26\n    settlement: {{uk: а}}\n    postcode: 79000",
            [("shelter-mail-shown", 9), ("shelter-mail-shown", 10)],
        ),
        (shelters.shelter_mail, f"{SHELTER}contacts:\n  - {{kind: post, post_box: 26}}", []),
        (shelters.private_addresses, "seat:\n  address: {uk: а}\n  address_public: true", []),
        (shelters.private_addresses, "seat:\n  address: {uk: а}\n  address_public: false", [("address-not-public", 5)]),
        (shelters.private_addresses, "seat:\n  address: {uk: а}", [("address-not-public", 5)]),
        (shelters.private_addresses, "seat:\n  region: lviv", []),
    ],
)
def test_a_shelter_has_no_place(tmp_path: Path, rule: object, text: str, expected: list[tuple[str, int]]) -> None:
    assert callable(rule)
    assert found(rule, tmp_path, profile(text)) == expected


def test_nobody_asked_for_an_address_in_a_public_source_profile(tmp_path: Path) -> None:
    files = public("seat:\n  address: {uk: а}\n  address_public: true")
    assert found(shelters.private_addresses, tmp_path, files) == [("address-not-asked-for", 6)]


@pytest.mark.parametrize(
    ("term", "restricted"),
    [
        ({"code": "UA-46"}, False),
        ({"code": "UA-63"}, True),
        ({"code": "UA-46", "occupation": {"value": "none"}}, False),
        ({"code": "UA-46", "occupation": {"value": "partly"}}, True),
        ({"code": "UA-46", "occupation": {"value": "whole"}}, True),
        ({"code": "UA-46", "frontline": {"value": "yes"}}, True),
        ({"code": "UA-63", "occupation": {"value": "none"}}, True),
        ({"code": "UA-63", "occupation": {"value": "none"}, "frontline": {"value": "no"}}, False),
        ({"code": "UA-46", "occupation": "nonsense"}, False),
        ({}, False),
    ],
)
def test_which_regions_count_as_occupied_or_frontline(term: dict[str, object], restricted: bool) -> None:
    assert is_restricted(term) is restricted


SEAT = "seat: {region: kharkiv}\n"
KEY, LATE = "restricted-profile-key", "restricted-history-late"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SEAT}legal_form: a\nstatus: {{value: unknown}}\n", []),
        (f"{SEAT}services:\n  - id: a\n", [(KEY, 6)]),
        (f"{SEAT}contacts:\n  - id: a\n", [(KEY, 6)]),
        ("seat:\n  region: kharkiv\n  settlement: {uk: Харків}\n", [(KEY, 7)]),
        ("regions: [kharkiv]\n", [(KEY, 5)]),
        ("regions: [kharkiv, lviv]\n", []),
        ("seat: {region: lviv}\nregions: [kharkiv]\n", []),
        (f"{SEAT}history:\n  - {{event: founded, date: 2021-12, text: {{uk: а}}}}\n", []),
        (f"{SEAT}history:\n  - {{event: other, date: 2022, text: {{uk: а}}}}\n", [(LATE, 7)]),
        (f"{SEAT}history:\n  - {{event: other, text: {{uk: а}}}}\n", []),
        (f"{SEAT}history:\n  - {{event: other, text: {{uk: а}}, as_of: 2023}}\n", [(LATE, 7)]),
        (f"{SEAT}history:\n  - {{event: other, text: {{uk: а}}, as_of: undated}}\n", [(LATE, 7)]),
    ],
)
def test_little_is_told_of_organisations_there(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(occupation.restricted_profiles, tmp_path, public(text)) == expected


def test_an_organisation_there_may_tell_of_itself(tmp_path: Path) -> None:
    assert found(occupation.restricted_profiles, tmp_path, profile(f"{SEAT}services:\n  - id: a\n")) == []


def test_there_is_no_news_from_there(tmp_path: Path) -> None:
    news = {"organizations/dawn/news/a.md": "Text\n"}
    assert found(occupation.restricted_news, tmp_path, {**public(SEAT), **news}) == [("restricted-profile-prose", 1)]
    assert found(occupation.restricted_news, tmp_path, {**profile(SEAT), **news}) == []


NAMED = "restricted-region-named"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("services:\n  - id: a\n    regions:\n      - lviv\n      - kharkiv\n", [(NAMED, 9)]),
        ("shelters:\n  - {id: a, region: kharkiv}\n", [(NAMED, 6)]),
        ("branches:\n  - {region: kharkiv, status: {value: closed}}\n", [(NAMED, 6)]),
        ("branches:\n  - {region: lviv, status: {value: active}}\n", []),
        ("activities:\n  - {id: a, regions: [kharkiv], period: {from: 2020, to: 2021}}\n", []),
        ("activities:\n  - {id: a, regions: [kharkiv], period: {from: 2020, to: 2022}}\n", [(NAMED, 6)]),
        ("activities:\n  - {id: a, regions: [kharkiv], period: {from: 2022}}\n", [(NAMED, 6)]),
        ("activities:\n  - {id: a, regions: [kharkiv]}\n", []),
        ("activities:\n  - {id: a, regions: [kharkiv], as_of: 2024}\n", [(NAMED, 6)]),
        ("activities:\n  - {id: a, regions: [lviv], as_of: 2024}\n", []),
    ],
)
def test_other_public_profiles_name_no_such_region(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    files = public("seat: {region: lviv}\n" + text)
    assert found(occupation.restricted_places_named, tmp_path, files) == [(code, line + 1) for code, line in expected]


@pytest.mark.parametrize(
    ("status", "expected"),
    [("active", [("restricted-branch-active", 5)]), ("relocated", []), ("suspended", []), ("closed", [])],
)
def test_no_branch_there_is_active(tmp_path: Path, status: str, expected: list[tuple[str, int]]) -> None:
    files = profile(f"branches:\n  - {{region: kharkiv, status: {{value: {status}}}}}\n")
    assert found(occupation.restricted_branches, tmp_path, files) == expected


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://example.org/page", None),
        ("https://допомога.укр/", None),
        ("https://user:pass@example.org/", "address-unsafe"),
        ("http://192.168.0.1/a", "address-bare-ip"),
        ("http://3232235521/", "address-bare-ip"),
        ("https://exаmple.org/", "address-mixed-script"),  # Cyrillic а
        ("https://bit.ly/abc", "address-shortened"),
        ("https://goo.gl/maps/abc", "address-of-map"),
        ("https://www.openstreetmap.org/?mlat=1", "address-of-map"),
        ("https://t.me/abc", "address-of-messenger"),
    ],
)
@pytest.mark.parametrize("key", ["source", "url"])
def test_an_address_leads_where_it_says(tmp_path: Path, address: str, code: str | None, key: str) -> None:
    text = f"source: {address}\n" if key == "source" else f"reports: [{{id: a, url: '{address}'}}]\n"
    assert found(web.doubtful_addresses, tmp_path, profile(text)) == ([(code, 4)] if code else [])


def test_a_contact_field_may_hold_a_messenger_but_no_shortener(tmp_path: Path) -> None:
    chat = "hotlines:\n  - id: a\n    channels:\n      - {kind: chat, platform: Telegram, url: 'https://t.me/abc'}\n"
    assert found(web.doubtful_addresses, tmp_path, profile(chat)) == []
    files = profile(chat.replace("t.me", "bit.ly"))
    assert found(web.doubtful_addresses, tmp_path, files) == [("address-shortened", 7)]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (profile("short_name: {uk: 'Cвітанок'}"), [("mixed-script-name", 4)]),  # Latin C
        (profile("summary: {uk: 'Допомога в Укрaїні'}"), [("mixed-script-word", 4)]),  # Latin a
        (profile("summary: {uk: 'COVID-19-пандемія, ІТ-фахівці, e-декларація'}"), []),
        ({"pages/uk/a.md": "Добре.\nДопoмога.\n"}, [("mixed-script-word", 2)]),  # Latin o
    ],
)
def test_a_word_has_one_alphabet(tmp_path: Path, files: Files, expected: list[tuple[str, int]]) -> None:
    result = findings(web.mixed_scripts, tmp_path, files)
    assert [(finding.code, finding.line) for finding in result] == expected
    assert all("LATIN" in finding.message("en") for finding in result)
