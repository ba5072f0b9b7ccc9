"""The custom formats of the schemas: what a text must look like beyond its type.

Each test takes a text and says whether it fits; what to write instead is in the message `format-<name>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from jsonschema import FormatChecker
from stdnum.ua import edrpou

from cso.content.limits import MAX_SLUG_LENGTH

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"[^\s.]+(\.[^\s.]+)+")


def is_date(text: str) -> bool:
    """A day that exists, `YYYY-MM-DD`."""
    match = _DATE.fullmatch(text)
    if not match:
        return False
    try:
        date(*(int(part) for part in match.groups()))
    except ValueError:
        return False
    return True


def is_partial_date(text: str) -> bool:
    """A year, a month or a day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    if _YEAR.fullmatch(text):
        return text != "0000"
    if _MONTH.fullmatch(text):
        return is_date(f"{text}-01")
    return is_date(text)


def is_partial_date_or_undated(text: str) -> bool:
    """A partial date, or the word `undated` for a source that bears none."""
    return text == "undated" or is_partial_date(text)


def is_time(text: str) -> bool:
    """A time of day, `9:30` or `09:30`; `24:00` for the end of the day."""
    match = _TIME.fullmatch(text)
    if not match:
        return False
    hour, minute = (int(part) for part in match.groups())
    return (hour < 24 and minute < 60) or (hour, minute) == (24, 0)


def is_web_address(text: str) -> bool:
    """An address that begins with http:// or https:// and names a host, without spaces, user name or password."""
    if any(character.isspace() or character in '<>"\\`{}|^' for character in text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "@" not in parts.netloc and bool(host and _HOST.fullmatch(host))


def is_slug(text: str) -> bool:
    """Small Latin letters and digits, parted by single hyphens."""
    return len(text) <= MAX_SLUG_LENGTH and _SLUG.fullmatch(text) is not None


def is_edrpou(text: str) -> bool:
    """A code of the Ukrainian register of legal entities: eight digits whose last one fits the others."""
    return re.fullmatch(r"[0-9]{8}", text) is not None and bool(edrpou.is_valid(text))


def is_language_tag(text: str) -> bool:
    """A language as in BCP 47, e.g. `uk` or `pt-BR`; `ua` is a country, not a language."""
    return text != "ua" and _LANGUAGE.fullmatch(text) is not None


def is_country_code(text: str) -> bool:
    """A country as two capital letters of ISO 3166; the United Kingdom is `GB`."""
    return text != "UK" and _COUNTRY.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """An e-mail address written in Latin letters."""
    return _EMAIL.fullmatch(text) is not None and ".." not in text


#: Name of the format in the schemas to its test.
FORMATS: dict[str, Callable[[str], bool]] = {
    "date": is_date,
    "partial-date": is_partial_date,
    "partial-date-or-undated": is_partial_date_or_undated,
    "time": is_time,
    "web-address": is_web_address,
    "slug": is_slug,
    "edrpou": is_edrpou,
    "language-tag": is_language_tag,
    "country-code": is_country_code,
    "email": is_email,
}


def format_checker() -> FormatChecker:
    """A checker that knows these formats and no others; values that are no text pass (their type is at fault)."""
    checker = FormatChecker(formats=())
    for name, test in FORMATS.items():
        checker.checks(name)(_only_text(test))
    return checker


def _only_text(test: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or test(value)
