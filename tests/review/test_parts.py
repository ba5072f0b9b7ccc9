"""Escaping and likeness, case by case."""

from __future__ import annotations

import pytest

from cso.review.escaping import LONGEST, escaped
from cso.review.lookalikes import nearly


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Львів, 2026", "Львів, 2026"),
        ("<b>&", "&#60;b&#62;&#38;"),
        ("@editor", "&#64;editor"),
        ("a|b\nc", "a&#124;b ⏎ c"),
        ("https://x.example", "https&#58;//x.example"),
        ("www.x.example", "&#119;ww.x.example"),
        ("a\u202eb\u200bc", "a⟨U+202E⟩b⟨U+200B⟩c"),
        ("`*_[]()#~!", "".join(f"&#{ord(sign)};" for sign in "`*_[]()#~!")),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_long_texts_are_shortened() -> None:
    assert len(escaped("я" * 5000)) == LONGEST


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("0800500335", "0800500335", False),
        ("0800500335", "0800500336", True),
        ("0800500335", "0800500353", True),
        ("0800500335", "080050033", True),
        ("0800500335", "08005003350", True),
        ("0800500335", "0800500225", False),
        ("0800500335", "0441234567", False),
        ("example.org", "examp1e.org", True),
        ("example.org", "example.com", False),
    ],
)
def test_nearly(one: str, other: str, alike: bool) -> None:
    assert nearly(one, other) is alike
    assert nearly(other, one) is alike
