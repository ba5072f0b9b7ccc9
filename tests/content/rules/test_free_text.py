"""Contacts and places in texts of every kind of file; and that no finding repeats them."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.rules.folders import AS_OF, Files, content_of, findings, found, profile
from cso.content.findings import render
from cso.content.known_contacts import KnownContacts
from cso.content.rules import RULES, CheckContext, free_text

NATIONAL = "hotlines:\n  - id: national\n    numbers:\n      - {dial: 0 800 500 335, country: UA}\n"
STATE = "kind: phone, value: 0 800 500 335, country: UA, method: called, role: editor, date: 2026"


def of_dawn(state: str = "confirmed", *more: str) -> dict[str, str]:
    rows = "".join(f"  - {{{row}}}\n" for row in (f"{STATE}, state: {state}", *more))
    return {"confirmations/dawn.yaml": f"owner: dawn\nentries:\n{rows}"}


def summary(text: str) -> dict[str, str]:
    """A profile with a line and a summary in line 8."""
    return profile(f"{NATIONAL}summary: {{uk: '{text}'}}\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Телефонуйте 067 123 45 67", "phone-in-text"),
        ("Пишіть на help@example.org", "email-in-text"),
        ("Ми в Телеграмі: @help_bot", "handle-in-text"),
        ("Чат: t.me/help", "messenger-link-in-text"),
        ("Дзвоніть: tel:116123", "contact-link-in-text"),
        ("Докладніше: bit.ly/abc", "short-link-in-text"),
        ("Докладніше: https://example.org/a", "link-in-text"),
        ("Гаряча лінія 0 800 500 335", None),
        ("Гаряча лінія 0800500335", None),
        ("Гаряча лінія +380 800 500 335", None),
        ("У 1997–2018 роках 38 292 дзвінки", None),
    ],
)
def test_a_contact_stands_in_a_text_only_if_confirmed(tmp_path: Path, text: str, code: str | None) -> None:
    files = {**summary(text), **of_dawn()}
    assert found(free_text.contacts_in_texts, tmp_path, files) == ([(code, 8)] if code else [])


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("confirmed", []),
        ("awaiting", [("phone-in-text", 8)]),
        ("withdrawn", [("taken-off-in-text", 8)]),
    ],
)
def test_taking_a_contact_off_makes_no_error_of_the_texts_that_name_it(
    tmp_path: Path, state: str, expected: list[tuple[str, int]]
) -> None:
    result = findings(free_text.contacts_in_texts, tmp_path, {**summary("Лінія 0 800 500 335"), **of_dawn(state)})
    assert [(finding.code, finding.line) for finding in result] == expected
    assert all(finding.level == "warning" for finding in result if state == "withdrawn")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Лінія 0 800 500 335 працює", "Лінія … працює"),
        ("[дзвінок](tel:0800500335)", "[дзвінок](…)"),
        ("Лінія 116 123", "Лінія 116 123"),
    ],
)
def test_a_withdrawn_contact_is_left_out_of_the_text(tmp_path: Path, text: str, shown: str) -> None:
    known = KnownContacts.of(content_of(tmp_path, {**summary("а"), **of_dawn("withdrawn")}))
    assert known.without_taken_off(text, is_markdown=True, owner="dawn") == shown
    known = KnownContacts.of(content_of(tmp_path, of_dawn("confirmed")))
    assert known.without_taken_off(text, is_markdown=True, owner="dawn") == text


def test_only_national_lines_may_be_named_by_everybody(tmp_path: Path) -> None:
    files = {**summary("а"), **of_dawn(), "pages/uk/about.md": "Перший рядок.\n\nТелефонуйте: 0 800 500 335.\n"}
    assert found(free_text.contacts_in_texts, tmp_path, files) == []
    local = {name: text.replace("id: national", "id: local") for name, text in files.items()}
    assert found(free_text.contacts_in_texts, tmp_path, local) == [("phone-in-text", 3)]
    (finding,) = findings(free_text.contacts_in_texts, tmp_path, local)
    assert finding.column == 14


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("pages/uk/a.md", "Текст\n[чат](https://t.me/a)\n", [("messenger-link-in-text", 2)]),
        ("pages/uk/a.md", "![067 123 45 67](a.png)\n", [("phone-in-text", 1)]),
        ("pages/uk/a.md", "[звіт](https://example.org/2019)\n", []),
        (
            "organizations/dawn/news/a.md",
            "Title: а\n\n<a href='mailto:a@example.org'>б</a>\n",
            [("contact-link-in-text", 3)],
        ),
        ("networks/net.yaml", "id: net\ndescription: {uk: 'a@example.org'}\n", [("email-in-text", 2)]),
        ("hotlines/l.yaml", "id: l\nwhat_happens: {en: 'Call 067 123 45 67'}\n", [("phone-in-text", 2)]),
        ("sector.yaml", "history:\n  - {event: other, text: {uk: '@help_bot'}}\n", [("handle-in-text", 2)]),
        ("vocabularies/themes.yaml", "terms:\n  - {id: a, name: {uk: 'т. 067 123 45 67'}}\n", [("phone-in-text", 2)]),
        ("site.yaml", "tagline: {uk: 'help@example.org'}\n", [("email-in-text", 1)]),
    ],
)
def test_every_text_of_every_file_is_looked_at(
    tmp_path: Path, name: str, text: str, expected: list[tuple[str, int]]
) -> None:
    assert found(free_text.contacts_in_texts, tmp_path, {**profile(""), name: text}) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (profile("summary: {uk: 'Ми на вул. Зеленій, 4'}"), [("street-in-text", 4)]),
        (profile("description: {en: 'Office: 5 Zelena Street'}"), [("street-in-text", 4)]),
        (profile("summary: {uk: '79000, м. Львів'}"), [("postcode-in-text", 4)]),
        (profile("summary: {uk: 'https://maps.app.goo.gl/a'}"), [("map-link-in-text", 4)]),
        (profile("summary: {uk: '49.8397, 24.0297'}"), [("coordinates-in-text", 4)]),
        (profile("shelters:\n  - {id: a, name: {uk: 'Дім на вул. Зеленій, 4'}}"), [("street-in-text", 5)]),
        (profile("services:\n  - {id: a, name: {uk: 'Центр, буд. 5'}}"), [("street-in-text", 5)]),
        (profile("seat:\n  note: {uk: 'вул. Зелена, 4'}"), [("street-in-text", 5)]),
        (profile("seat:\n  address: {uk: 'вул. Зелена, 4'}\n  settlement: {uk: Львів}"), []),
        (profile("reports:\n  - {id: a, title: {uk: 'Вулиця Свободи: дослідження'}}"), []),
        (profile("short_name: {uk: 'Площа Ринок'}"), []),
        (profile("summary: {uk: 'Вуличні акції на площі 100 м² та дорожня карта'}"), []),
        ({"pages/uk/a.md": "Ми є.\n\nАдреса: вул. Зелена, 4\n"}, [("street-in-text", 3)]),
        ({"pages/uk/a.md": "[мапа](https://www.google.com/maps/place/x)\n"}, [("map-link-in-text", 1)]),
    ],
)
def test_no_text_tells_where_a_house_stands(tmp_path: Path, files: Files, expected: list[tuple[str, int]]) -> None:
    assert found(free_text.places_in_texts, tmp_path, files) == expected


#: Values that no finding may repeat, with a content in which rules of S7 find them.
SECRETS: list[tuple[str, Files]] = [
    ("067 123 45 67", summary("Телефонуйте 067 123 45 67")),
    ("olena@example.org", summary("Пишіть olena@example.org")),
    ("secret_bot", summary("Ми: @secret_bot")),
    ("t.me/secret", summary("Чат t.me/secret")),
    ("Зеленій", summary("Ми на вул. Зеленій, 4")),
    ("79031", summary("79031, м. Львів")),
    ("49.8397", summary("49.8397, 24.0297")),
    ("9G2GCG2F", summary("9G2GCG2F+5Q")),
    ("abcdef", summary("https://maps.app.goo.gl/abcdef")),
    ("олена", {"pages/uk/a.md": "Пишіть: олена@example.org\n"}),
    ("Зелена", profile("seat:\n  address: {uk: 'вул. Зелена, 4'}\n  address_public: false\n")),
    ("Стрий", profile("seat: {settlement: {uk: Стрий}}\nshelters:\n  - {id: a}\n")),
    ("79031", profile("contacts:\n  - {id: a, kind: post, postcode: 79031}\nshelters:\n  - {id: a}\n")),
    ("205 36 05", profile("hotlines:\n  - id: a\n    numbers:\n      - {dial: 044 205 36 05, country: UA}\n")),
    ("123 45", profile("contacts:\n  - {id: a, role: office, kind: phone, dial: 067 123 45 67, country: UA}\n")),
    ("koval", profile("contacts:\n  - {id: a, role: office, kind: email, email: olena.koval@example.org}\n")),
    ("olena1980", profile("contacts:\n  - {id: a, role: office, kind: email, email: olena1980@gmail.com}\n")),
    ("0800500335", profile("parent: '0800500335'\n")),
    ("671234567", profile("source: '+380671234567'\n")),
    ("secret", profile("source: https://t.me/secret\n")),
]


@pytest.mark.parametrize(("secret", "files"), SECRETS)
def test_no_finding_repeats_a_secret(tmp_path: Path, secret: str, files: Files) -> None:
    content = content_of(tmp_path, files)
    results = [finding for rule in RULES for finding in rule(content, CheckContext(AS_OF))]
    assert any(finding.file.endswith((".md", "organization.yaml")) for finding in results)
    squeezed = secret.replace(" ", "")
    for format_name in ("text", "json", "github"):
        for language in ("uk", "en"):
            shown = render(results, format_name, language)
            assert secret not in shown
            assert squeezed not in shown.replace(" ", "")
