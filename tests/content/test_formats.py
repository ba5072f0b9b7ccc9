from __future__ import annotations

import pytest

from cso.content.formats import FORMATS
from cso.content.messages import MESSAGES

GOOD = {
    "date": ["2026-11-23", "2024-02-29"],
    "partial-date": ["1997", "1997-12", "1997-12-31"],
    "partial-date-or-undated": ["undated", "1997"],
    "time": ["9:30", "09:30", "0:00", "23:59", "24:00"],
    "web-address": [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://приклад.укр/шлях",
        "https://a.b/%D1",
    ],
    "slug": ["a", "women-s-hope-2", "0"],
    "edrpou": ["00034022", "21560766"],
    "language-tag": ["uk", "en", "pt-BR", "sr-Latn"],
    "country-code": ["UA", "GB"],
    "email": ["office@example.org", "a.b+c@sub.example.com.ua"],
}

BAD = {
    "date": ["2026-02-30", "2026-2-3", "23.11.2026", "2026", "2026-W47-1", "20261123", ""],
    "partial-date": ["0000", "97", "1997-13", "1997-1", "undated", "2026-02-30", "1997-12-31 "],
    "partial-date-or-undated": ["Undated", "unknown"],
    "time": ["9.30", "25:00", "24:01", "9:60", "930", "9:3"],
    "web-address": [
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "https://",
        "https://localhost",
        "https://user:pass@example.org",
        "https://example.org/a b",
        "https://[::1",
        "https://example.org:port",
        "https://example..org",
    ],
    "slug": ["", "A", "a_b", "a--b", "-a", "a-", "назва", "a" * 61],
    "edrpou": ["00034023", "3402", "000340220", "0003402x", "00 034 022"],
    "language-tag": ["ua", "UK", "ukrainian", "en_GB", ""],
    "country-code": ["UK", "ua", "UKR", ""],
    "email": ["office", "office@example", "a b@example.org", "a@example..org", "пошта@example.org"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in GOOD.items() for text in texts])
def test_good(name: str, text: str) -> None:
    assert FORMATS[name](text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_bad(name: str, text: str) -> None:
    assert not FORMATS[name](text)


def test_every_format_is_tested_and_has_a_message() -> None:
    assert GOOD.keys() == BAD.keys() == FORMATS.keys()
    assert {f"format-{name}" for name in FORMATS} == {code for code in MESSAGES if code.startswith("format-")}
