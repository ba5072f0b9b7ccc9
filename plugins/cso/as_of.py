"""The day that a check or a build speaks for.

It is `--as-of`, else the date of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today; moments become days in
Europe/Kyiv, so that the same moment gives the same day whichever way it is told.
"""

from __future__ import annotations

import argparse
import os
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

#: Name of the variable with the seconds since 1970.
VARIABLE = "SOURCE_DATE_EPOCH"

_KYIV = ZoneInfo("Europe/Kyiv")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class AsOfError(ValueError):
    """What was given as the day, by the user or by `SOURCE_DATE_EPOCH`, is none."""


def parse_as_of(text: str) -> date:
    """A day written as `YYYY-MM-DD`.

    Raises:
        AsOfError: it is not one.
    """
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise AsOfError(f"not a date like 2026-11-23: {text!r}")


def as_of_argument(text: str) -> date:
    """`parse_as_of` as the `type` of a command line argument.

    Raises:
        argparse.ArgumentTypeError: it is no day.
    """
    try:
        return parse_as_of(text)
    except AsOfError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def default_as_of(environment: Mapping[str, str] | None = None, now: datetime | None = None) -> date:
    """The day to speak for where none is given.

    Args:
        environment: environment variables; those of the process if left out.
        now: the present moment, with time zone; the clock if left out.

    Raises:
        AsOfError: `SOURCE_DATE_EPOCH` is no whole number of seconds or beyond the calendar.
    """
    seconds = (os.environ if environment is None else environment).get(VARIABLE, "")
    if not seconds:
        return (now or datetime.now(UTC)).astimezone(_KYIV).date()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).astimezone(_KYIV).date()
    except (ValueError, OverflowError, OSError):
        raise AsOfError(f"{VARIABLE} must be whole seconds since 1970") from None


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last day of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
