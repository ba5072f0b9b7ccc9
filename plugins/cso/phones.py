"""Everything the project knows about phone numbers, in one place.

Content holds only what people dial (`dial`) and where (`country`). From these come the digits, the international form
and the link, by the rules of the design: a short code keeps its digits and works only in its country; a toll-free
number is dialled in its national form and cannot be relied on from abroad; any other number has its E.164 form.

Numbers beginning +380 00 belong to nobody: no area or operator of Ukraine has that code. Synthetic examples use them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, shortnumberinfo

#: What stands for lines of the whole European Union; it has short codes only and no country code.
EUROPEAN_UNION = "EU"

_UKRAINE = "UA"
_SYNTHETIC = re.compile(r"38000\d{7}")
_LONGEST_SHORT_CODE = 6

#: Short codes that may stand in content, by country. For other countries the number plan of the library decides.
_SHORT_CODES = {
    _UKRAINE: frozenset({"101", "102", "103", "104", "112", "527", "1547", "116000", "116111", "116123"}),
    EUROPEAN_UNION: frozenset({"112", "116000"}),
}
#: Codes harmonised in Europe, the same in every country that runs them.
_HARMONISED_CODES = frozenset({"112", "116000", "116006", "116016", "116111", "116117", "116123"})
_EMERGENCY_CODES = {
    _UKRAINE: frozenset({"101", "102", "103", "104", "112"}),
    EUROPEAN_UNION: frozenset({"112"}),
}


class PhoneKind(StrEnum):
    """How a number is dialled and who pays: an emergency or other short code, toll-free, or any other number."""

    EMERGENCY = "emergency"
    SHORT_CODE = "short_code"
    TOLL_FREE = "toll_free"
    STANDARD = "standard"


@dataclass(frozen=True)
class PhoneNumber:
    """A number and what follows from it.

    Args:
        country: ISO 3166-1 code of the country in which it is dialled, or `EU`.
        kind: how it is dialled.
        digits: digits to dial inside the country, no spaces, e.g. `0800500335`, `116123`, `0442053695`.
        e164: international form for data, e.g. `+380800500335`; None for codes, which have none.
        link: address of a link for phones inside the country, e.g. `tel:0800500335`.
        link_abroad: address of a link for phones elsewhere, e.g. `tel:+380442053695`; None where the number is shown
            as text there, since it cannot be relied on.
        is_mobile: whether it belongs to a mobile operator.
        is_synthetic: whether it begins +380 00 and so belongs to nobody.
    """

    country: str
    kind: PhoneKind
    digits: str
    e164: str | None
    link: str
    link_abroad: str | None
    is_mobile: bool = False
    is_synthetic: bool = False


class PhoneError(ValueError):
    """The text is no number that can be dialled in the country. The message never repeats the number."""


class UnknownCountryError(PhoneError):
    """The country is in no number plan."""


def digits_of(dial: str) -> str:
    """The decimal digits of a text, in ASCII, nothing else."""
    return "".join(str(unicodedata.digit(character)) for character in dial if character.isdecimal())


def is_known_country(country: str) -> bool:
    """Whether numbers of the country (ISO 3166-1 code, or `EU`) can be judged."""
    return country == EUROPEAN_UNION or country in phonenumbers.SUPPORTED_REGIONS


@lru_cache(maxsize=4096)
def parse_number(dial: str, country: str) -> PhoneNumber:
    """Judge a number.

    Args:
        dial: what people dial in the country, with any spaces, brackets and hyphens, or with `+` and country code.
        country: ISO 3166-1 code, or `EU` for codes of the whole Union.

    Raises:
        UnknownCountryError: the country is in no number plan.
        PhoneError: the number cannot exist in the country.
    """
    if not is_known_country(country):
        raise UnknownCountryError("country missing from the number plans")
    digits = digits_of(dial)
    if not dial.strip().startswith("+") and _is_short_code(digits, country):
        kind = PhoneKind.EMERGENCY if _is_emergency(digits, country) else PhoneKind.SHORT_CODE
        return PhoneNumber(country, kind, digits, None, f"tel:{digits}", None)
    if country == EUROPEAN_UNION:
        raise PhoneError("no short code of the European Union")
    try:
        number = phonenumbers.parse(dial, country)
    except phonenumbers.NumberParseException:
        raise PhoneError("not a number") from None
    e164 = str(phonenumbers.format_number(number, PhoneNumberFormat.E164))
    if country == _UKRAINE and _SYNTHETIC.fullmatch(e164.removeprefix("+")):
        national = "0" + e164.removeprefix("+380")
        return PhoneNumber(country, PhoneKind.STANDARD, national, e164, f"tel:{e164}", f"tel:{e164}", is_synthetic=True)
    if not phonenumbers.is_valid_number_for_region(number, country):
        raise PhoneError("not a valid number of the country")
    national = digits_of(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL))
    number_type = phonenumbers.number_type(number)
    if number_type == PhoneNumberType.TOLL_FREE:
        dialled = national if dial.strip().startswith(("+", "00")) else digits
        return PhoneNumber(country, PhoneKind.TOLL_FREE, dialled, e164, f"tel:{dialled}", None)
    is_mobile = number_type == PhoneNumberType.MOBILE
    link = f"tel:{e164}"
    return PhoneNumber(country, PhoneKind.STANDARD, national, e164, link, link, is_mobile=is_mobile)


def _is_short_code(digits: str, country: str) -> bool:
    if not digits or len(digits) > _LONGEST_SHORT_CODE:
        return False
    if country in _SHORT_CODES:
        return digits in _SHORT_CODES[country]
    if digits in _HARMONISED_CODES:
        return True
    number = phonenumbers.PhoneNumber(
        country_code=phonenumbers.country_code_for_region(country), national_number=int(digits)
    )
    is_valid = shortnumberinfo.is_valid_short_number_for_region(number, country)
    return bool(is_valid and not digits.startswith("0"))


def _is_emergency(digits: str, country: str) -> bool:
    if country in _EMERGENCY_CODES:
        return digits in _EMERGENCY_CODES[country]
    return bool(shortnumberinfo.is_emergency_number(digits, country))


def comparable(value: str, country: str) -> str:
    """A form in which two ways of writing one number are equal: E.164 where there is one, else country and digits.

    Works for any text, also for one that is no number (its digits and country then stand for it).
    """
    try:
        number = parse_number(value, country)
    except PhoneError:
        return f"{country}:{digits_of(value)}"
    return number.e164 or f"{country}:{number.digits}"


def spellings(value: str, country: str) -> frozenset[str]:
    """Every row of digits by which people may write the number: as dialled, national, international.

    Used to tell whether a number found in a text is a known one.
    """
    found = {digits_of(value)}
    try:
        number = parse_number(value, country)
    except PhoneError:
        return frozenset(found)
    found.add(number.digits)
    if number.e164:
        found.update((number.e164[1:], f"00{number.e164[1:]}"))
    return frozenset(found)


def is_ukrainian_number(digits: str) -> bool:
    """Whether a row of digits is a full number of Ukraine, with or without `380`, `0` or `8` in front."""
    for candidate in (digits, f"+{digits}", digits[1:] if digits.startswith("80") else digits):
        try:
            number = phonenumbers.parse(candidate, _UKRAINE)
        except phonenumbers.NumberParseException:
            continue
        if number.country_code == 380 and phonenumbers.is_valid_number(number):
            return True
    return bool(_SYNTHETIC.fullmatch(digits))
