"""Mailboxes, handles, links to messengers and other addresses in text."""

from __future__ import annotations

import time

import pytest

from cso.content.detect import links
from cso.content.detect.contacts import find_contacts
from cso.content.detect.places import find_places

CONTACTS = [
    "пишіть на help@example.org",
    "help (at) example.org",
    "help [at] example [dot] org",
    "help собака example.org",
    "help at example dot org",
    "ｈｅｌｐ＠example.org",
    "@la_strada_bot",
    "Telegram: lastrada_help",
    "телеграм @abc_d",
    "t.me/abc",
    "https://t.me/abc",
    "[чат](https://t.me/abc)",
    "wa.me/380671234567",
    "viber://chat?number=%2B380671234567",
    '<a href="tel:116123">',
    "[x](tel:116123)",
    "[x](mailto:a@b.ua)",
    "sms:527",
    "signal.me/#p/+380671234567",
    "https://signal.group/#abc",
    "m.me/abc",
    "bit.ly/abc",
    "https://tinyurl.com/x",
    "![alt 0800500335](x.png)",
    "[x](tel%3A116123)",
    "chat.whatsapp.com/Abc",
    "mailto&#58;a@b.ua",
    "t&#46;me/abc",
    "skype:name?call",
    "viber: lastrada.chat",
    "javascript:alert(1)",
]

NO_CONTACTS = [
    "Консультації у Telegram та Viber",
    "Telegram, Viber: месенджери",
    "[звіт](https://example.org/report)",
    "https://www.facebook.com/lastrada",
    "готель: Київ",
    "Signal - WhatsApp",
    "Facebook: Instagram",
    "e.g. data: see below",
    "section 3.1",
    "і т.д.",
    "т.зв.",
    "ст. 149",
    "la-strada.org.ua",
    "Work.ua",
    "тг 5",
    "a@ b",
    "1.2.2019",
    "сигнал: увага",
    "meet at example",
    "at home.They",
    "data:",
]


@pytest.mark.parametrize("text", CONTACTS)
def test_a_contact_is_found(text: str) -> None:
    assert find_contacts(text, is_markdown=True)


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_ordinary_text_holds_no_contact(text: str) -> None:
    assert not find_contacts(text, is_markdown=True)


@pytest.mark.parametrize("text", ["https://example.org/x", "www.example.org", "example.org/path", "ftp://example.org"])
def test_only_markdown_may_hold_links(text: str) -> None:
    assert [span.kind for span in find_contacts(text, is_markdown=False)] == ["link"]
    assert not find_contacts(text, is_markdown=True)


@pytest.mark.parametrize(
    ("address", "test"),
    [
        ("https://t.me/abc", links.is_messenger),
        ("https://api.whatsapp.com/send?phone=1", links.is_messenger),
        ("https://bit.ly/abc", links.is_shortener),
        ("https://maps.app.goo.gl/abc", links.is_map),
        ("https://www.google.com.ua/maps/place/x", links.is_map),
        ("https://yandex.ua/maps/1", links.is_map),
        ("http://192.168.1.1/x", links.is_bare_ip),
        ("http://[::1]/x", links.is_bare_ip),
        ("http://2130706433/", links.is_bare_ip),
        ("http://0x7f.1/", links.is_bare_ip),
        ("https://lа-strada.org.ua/", links.has_doubtful_host),  # Cyrillic а
        ("https://xn--l-strada-2fg.org.ua/", links.has_doubtful_host),
    ],
)
def test_what_an_address_is(address: str, test: object) -> None:
    assert callable(test)
    assert test(address)
    assert not test("https://la-strada.org.ua/maps-of-help?t.me")
    assert not test("https://допомога.укр/")


@pytest.mark.parametrize(
    "piece",
    ["1 ", "a.", "Aa ", "0", "@", "вул ", "нуль ", "(", "1-", "a at ", "///a.", "+1 ", "<a ", "&#", " ", "O 1 "],
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.monotonic()
    find_contacts(text, is_markdown=True)
    find_places(text, is_markdown=True)
    assert time.monotonic() - start < 5
