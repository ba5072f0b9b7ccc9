"""Numbers, confirmations, launch, contacts of persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.rules.folders import AS_OF, SITE, Files, content_of, findings, found, profile
from cso.content.confirmations import Confirmations
from cso.content.rules import CheckContext, confirmed, numbers, personal


def line(*numbers_of_line: str, line_id: str = "line") -> str:
    """A hotline of a profile; its first number stands in line 7 of the file."""
    rows = "".join(f"      - {{{number}}}\n" for number in numbers_of_line)
    return f"hotlines:\n  - id: {line_id}\n    numbers:\n{rows}"


def contact(text: str, role: str = "office") -> str:
    """A contact of a profile, in line 5 of the file."""
    return f"contacts:\n  - {{id: a, role: {role}, {text}}}\n"


def confirmation(*entries: str, owner: str = "dawn") -> dict[str, str]:
    rows = "".join(f"  - {{{entry}}}\n" for entry in entries)
    return {f"confirmations/{owner}.yaml": f"owner: {owner}\nentries:\n{rows}"}


SHORT = "kind: phone, value: 116 123, country: UA"
NATIONAL = "dial: 0 800 500 335, country: UA"
CALLED = (
    "kind: phone, value: 0 800 500 335, country: UA, state: confirmed, method: called, role: editor, date: 2026-11-01"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line(NATIONAL), []),
        (line("dial: 116 123, country: UA", "dial: 15-47, country: UA", "dial: 102, country: UA"), []),
        (line("dial: 386, country: UA"), [("phone-not-valid", 7)]),
        (line("dial: 0 800 500 33, country: UA"), [("phone-not-valid", 7)]),
        (line("dial: +48 22 628 01 20, country: UA"), [("phone-not-valid", 7)]),
        (line("dial: 116 000, country: EU"), []),
        (line("dial: 527, country: EU"), [("phone-not-valid", 7)]),
        (line("dial: 527, country: ZZ"), [("phone-country-unknown", 7)]),
        (line("dial: +380 00 123 45 67, country: UA"), []),
        (contact("kind: phone, dial: 044 205 36, country: UA"), [("phone-not-valid", 5)]),
    ],
)
def test_a_number_can_be_dialled_in_its_country(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(numbers.impossible_numbers, tmp_path, profile(text)) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("dial: 0800500335, country: UA", [("phone-repeated", 8)]),
        ("dial: +380 800 500 335, country: UA", [("phone-repeated", 8)]),
        ("dial: +380 800 500 335, country: UA, reach: [abroad]", []),
        ("dial: 116 123, country: UA", []),
    ],
)
def test_a_line_has_each_number_once(tmp_path: Path, second: str, expected: list[tuple[str, int]]) -> None:
    assert found(numbers.repeated_numbers, tmp_path, profile(line(NATIONAL, second))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line("dial: 044 205 36 05, country: UA"), [("phone-do-not-publish", 7)]),
        (contact("kind: phone, dial: +380442053605, country: UA"), [("phone-do-not-publish", 5)]),
        (line("dial: 116 111, country: UA"), []),
        (line(NATIONAL), []),
    ],
)
def test_a_number_not_to_be_published_is_refused(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(numbers.forbidden_numbers, tmp_path, profile(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line("dial: +380 00 123 45 67, country: UA"), [("phone-belongs-to-nobody", 7)]),
        ("synthetic: true\n" + line(NATIONAL), [("phone-real-in-example", 8)]),
        ("synthetic: true\n" + line("dial: +380 00 123 45 67, country: UA"), []),
        (line(NATIONAL), []),
    ],
)
def test_examples_and_nobody_else_have_numbers_of_nobody(
    tmp_path: Path, text: str, expected: list[tuple[str, int]]
) -> None:
    assert found(numbers.synthetic_numbers, tmp_path, profile(text)) == expected


def entry(state: str, value: str = "kind: phone, value: +380800500335, country: UA") -> str:
    return f"{value}, state: {state}, method: called, role: editor, date: 2026"


CHAT = "hotlines:\n  - id: line\n    channels:\n      - {kind: chat, platform: Telegram, handle: '@Help_Bot'}\n"
FORM = "hotlines:\n  - id: line\n    channels:\n      - {kind: web_form, url: https://Example.org/Form}\n"
INTAKE = contact("kind: email, email: intake@example.org", role="intake")


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        (line(NATIONAL), [], [("contact-not-confirmed", 7)]),
        (line(NATIONAL), [entry("confirmed")], []),
        (line(NATIONAL), [entry("awaiting")], [("contact-awaiting", 7)]),
        (line(NATIONAL), [entry("withdrawn")], [("contact-withdrawn", 7)]),
        (line(NATIONAL), [entry("confirmed"), entry("withdrawn")], [("contact-withdrawn", 7)]),
        (
            line(NATIONAL),
            [entry("confirmed", "kind: phone, value: 116 123, country: UA")],
            [("contact-not-confirmed", 7)],
        ),
        (CHAT, [], [("contact-not-confirmed", 7)]),
        (CHAT, [entry("confirmed", "kind: handle, value: ' help_bot '")], []),
        (FORM, [], [("contact-not-confirmed", 7)]),
        (FORM, [entry("confirmed", "kind: url, value: https://example.org/form")], []),
        (INTAKE, [], [("contact-not-confirmed", 5)]),
        (INTAKE, [entry("confirmed", "kind: email, value: Intake@example.org")], []),
        (contact("kind: email, email: office@example.org"), [], []),
        (contact("kind: website, url: https://example.org"), [], []),
    ],
)
def test_every_contact_for_people_in_need_is_confirmed(
    tmp_path: Path, text: str, entries: list[str], expected: list[tuple[str, int]]
) -> None:
    files = {**profile(text), **(confirmation(*entries) if entries else {})}
    assert found(confirmed.unconfirmed_contacts, tmp_path, files) == expected


def test_a_line_with_a_file_of_its_own_is_its_own_owner(tmp_path: Path) -> None:
    files = {"hotlines/state.yaml": f"id: state\nnumbers:\n  - {{{NATIONAL}}}\n"}
    assert found(confirmed.unconfirmed_contacts, tmp_path, files) == [("contact-not-confirmed", 3)]
    files |= confirmation(entry("confirmed"), owner="state")
    assert found(confirmed.unconfirmed_contacts, tmp_path, files) == []


def test_a_withheld_organisation_has_no_findings_on_its_contacts(tmp_path: Path) -> None:
    withheld = {"confirmations/dawn.yaml": "owner: dawn\nwithheld: {since: 2026-01-01, reason: asked}\n"}
    files = {**profile(line(NATIONAL)), **withheld, **confirmation(entry("confirmed"), owner="other")}
    assert found(confirmed.unconfirmed_contacts, tmp_path, files) == []
    assert found(confirmed.moved_contacts, tmp_path, files) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (line(NATIONAL), [("contact-of-another", 7)]),
        (contact("kind: phone, dial: +380 800 500 335, country: UA"), [("contact-of-another", 5)]),
        (line("dial: 116 123, country: UA"), []),
        (line("dial: 0 800 500 335, country: RO"), []),
    ],
)
def test_a_confirmed_contact_does_not_move(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    files = {**profile(text), **confirmation(entry("confirmed")), **confirmation(entry("confirmed"), owner="other")}
    assert found(confirmed.moved_contacts, tmp_path, files) == expected


def test_a_contact_once_withdrawn_from_another_may_be_used(tmp_path: Path) -> None:
    files = {**profile(line(NATIONAL)), **confirmation(entry("withdrawn"), owner="other")}
    assert found(confirmed.moved_contacts, tmp_path, files) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("confirmed"), entry("awaiting")], [("confirmation-conflict", 4)]),
        ([entry("confirmed"), entry("withdrawn")], [("confirmation-superseded", 4)]),
        ([entry("confirmed"), entry("confirmed")], []),
        ([entry("confirmed"), entry("withdrawn", SHORT)], []),
    ],
)
def test_two_entries_on_one_contact_agree(tmp_path: Path, entries: list[str], expected: list[tuple[str, int]]) -> None:
    assert found(confirmed.conflicting_entries, tmp_path, confirmation(*entries)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", [("confirmation-without-source", 3)]),
        (", source: https://example.org", []),
        (", publication: report-2019", []),
    ],
)
def test_a_public_source_is_named(tmp_path: Path, source: str, expected: list[tuple[str, int]]) -> None:
    text = (
        f"kind: email, value: a@example.org, state: confirmed, method: public_source, role: editor, date: 2026{source}"
    )
    assert found(confirmed.entries_without_source, tmp_path, confirmation(text)) == expected


LAUNCHED = (
    SITE.replace("launched: false", "launched: true")
    + """\
launched_on: 2026-11-23
operator: {name: {uk: Оператор}, contact_email: office@example.org}
domain: example.org
exit_address: https://example.net/
editors: {safeguarding: ['@editor']}
"""
)


@pytest.mark.parametrize(
    ("missing", "name"),
    [
        ("operator: {name: {uk: Оператор}, contact_email: office@example.org}\n", "operator.name"),
        (", contact_email: office@example.org", "operator.contact_email"),
        ("launched_on: 2026-11-23\n", "launched_on"),
        ("domain: example.org\n", "domain"),
        ("exit_address: https://example.net/\n", "exit_address"),
        ("editors: {safeguarding: ['@editor']}\n", "editors.safeguarding"),
    ],
)
def test_a_site_is_launched_only_with_somebody_behind_it(tmp_path: Path, missing: str, name: str) -> None:
    assert found(confirmed.launch_fields, tmp_path / "whole", {"site.yaml": LAUNCHED}) == []
    (finding,) = findings(confirmed.launch_fields, tmp_path, {"site.yaml": LAUNCHED.replace(missing, "")})
    assert (finding.code, finding.line) == ("launch-fields-missing", 3)
    assert name in finding.message("en")


def test_a_demonstration_needs_nothing(tmp_path: Path) -> None:
    assert found(confirmed.launch_fields, tmp_path, {}) == []
    assert found(confirmed.launch_lines, tmp_path, profile(line(NATIONAL, line_id="national"))) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([CALLED], []),
        ([CALLED.replace("called", "operator_wrote")], []),
        ([CALLED.replace("called", "public_source")], [("launch-line-not-confirmed", 7)]),
        ([CALLED.replace("confirmed", "awaiting")], [("launch-line-not-confirmed", 7)]),
        ([CALLED.replace("2026-11-01", "2026-05-22")], [("launch-line-confirmation-old", 7)]),
        ([CALLED.replace("2026-11-01", "2026-05-23")], []),
        ([CALLED.replace("2026-11-01", "undated")], [("launch-line-confirmation-old", 7)]),
        ([CALLED.replace("confirmed", "withdrawn")], []),
        ([], [("launch-line-not-confirmed", 7)]),
    ],
)
def test_a_site_is_launched_only_with_national_lines_confirmed_by_their_operators(
    tmp_path: Path, entries: list[str], expected: list[tuple[str, int]]
) -> None:
    files = {"site.yaml": LAUNCHED, **profile(line(NATIONAL, line_id="national"))}
    files |= confirmation(*entries) if entries else {}
    assert found(confirmed.launch_lines, tmp_path, files) == expected


def test_time_that_passes_after_the_launch_breaks_no_build(tmp_path: Path) -> None:
    launched_before = LAUNCHED.replace("launched_on: 2026-11-23", "launched_on: 2025-06-01")
    files = {"site.yaml": launched_before, **profile(line(NATIONAL, line_id="national"))}
    files |= confirmation(CALLED.replace("2026-11-01", "2025-05-01"))
    assert found(confirmed.launch_lines, tmp_path, files) == []


def test_nobody_rings_the_emergency_line_to_launch_a_site(tmp_path: Path) -> None:
    files = {"site.yaml": LAUNCHED, **profile(line("dial: 102, country: UA", line_id="police"))}
    assert found(confirmed.launch_lines, tmp_path, files) == []


@pytest.mark.parametrize(("review", "expected"), [("2026-11-22", [("consent-review-due", 6)]), ("2026-11-23", [])])
def test_a_consent_is_reviewed_in_time(tmp_path: Path, review: str, expected: list[tuple[str, int]]) -> None:
    files = profile(f"consent:\n  date: 2025-01-01\n  review_date: {review}\n")
    assert found(confirmed.consent_reviews, tmp_path, files) == expected


@pytest.mark.parametrize(
    ("mailbox", "role", "expected"),
    [
        ("dawn@gmail.com", "office", "mailbox-personal-domain"),
        ("dawn@ukr.net", "press", "mailbox-personal-domain"),
        ("dawn@i.ua", "feedback", "mailbox-personal-domain"),
        ("dawn@yahoo.co.uk", "office", "mailbox-personal-domain"),
        ("olena.koval@example.org", "office", "mailbox-of-person"),
        ("o.koval@example.org", "press", "mailbox-of-person"),
        ("olena_koval1980@example.org", "office", "mailbox-of-person"),
        ("info@example.org", "office", None),
        ("press.office@example.org", "press", None),
        ("info.lviv@example.org", "office", None),
        ("new-dawn@example.org", "office", None),
        ("la-strada@la-strada.org.ua", "office", None),
        ("dawn@gmail.com", "intake", None),
    ],
)
def test_public_mailboxes_belong_to_roles(tmp_path: Path, mailbox: str, role: str, expected: str | None) -> None:
    files = profile(contact(f"kind: email, email: {mailbox}", role=role))
    assert found(personal.personal_mailboxes, tmp_path, files) == ([(expected, 5)] if expected else [])


@pytest.mark.parametrize(
    ("dial", "role", "expected"),
    [
        ("067 123 45 67", "office", [("phone-mobile", 5)]),
        ("+380 50 123 45 67", "press", [("phone-mobile", 5)]),
        ("067 123 45 67", "intake", []),
        ("044 205 36 95", "office", []),
        ("0 800 500 335", "feedback", []),
    ],
)
def test_public_phones_are_no_mobiles(tmp_path: Path, dial: str, role: str, expected: list[tuple[str, int]]) -> None:
    files = profile(contact(f"kind: phone, dial: {dial}, country: UA", role=role))
    assert found(personal.personal_phones, tmp_path, files) == expected


def test_a_mobile_number_of_a_line_is_fine(tmp_path: Path) -> None:
    assert found(personal.personal_phones, tmp_path, profile(line("dial: 067 123 45 67, country: UA"))) == []


def test_the_confirmations_as_a_builder_asks_for_them(tmp_path: Path) -> None:
    reason = "reason: {uk: чекаємо}"
    files: Files = confirmation(
        f"{entry('awaiting')}, {reason}",
        "kind: url, value: https://example.org/a, state: confirmed, method: public_source,"
        " source: https://example.org, role: editor, date: undated",
    )
    confirmations = Confirmations.of(content_of(tmp_path, files))
    awaited = confirmations.state("dawn", "phone", "0 800 500 335", "UA")
    assert awaited is not None
    assert (awaited.state, awaited.method, awaited.date) == ("awaiting", "called", "2026")
    assert dict(awaited.reason) == {"uk": "чекаємо"}
    printed = confirmations.state("dawn", "url", "https://example.org/a/")
    assert printed is not None
    assert (printed.source, printed.publication) == ("https://example.org", None)
    assert confirmations.state("dusk", "phone", "0 800 500 335", "UA") is None
    assert not confirmations.withheld("dawn")


def test_age_alone_is_never_wrong(tmp_path: Path) -> None:
    files = {**profile(line(NATIONAL)), **confirmation(entry("confirmed"))}
    later = CheckContext(AS_OF.replace(year=2040))
    assert found(confirmed.unconfirmed_contacts, tmp_path, files, later) == []
