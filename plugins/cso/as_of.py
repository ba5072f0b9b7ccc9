"""The day that a check or a build speaks for.

It is `--as-of`, else the date of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today; moments become days in
Europe/Kyiv, so that the same moment gives the same day whichever way it is told.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

#: Name of the variable with the seconds since 1970.
VARIABLE = "SOURCE_DATE_EPOCH"

_KYIV = ZoneInfo("Europe/Kyiv")


class AsOfError(Exception):
    """`SOURCE_DATE_EPOCH` is set to something that is no moment."""


def compute_as_of(
    option: date | None = None, environment: Mapping[str, str] | None = None, now: datetime | None = None
) -> date:
    """The day to speak for.

    Args:
        option: the value of `--as-of`, if given.
        environment: environment variables; those of the process if left out.
        now: the present moment, with time zone; the clock if left out.

    Raises:
        AsOfError: `SOURCE_DATE_EPOCH` is no whole number of seconds or beyond the calendar.
    """
    if option is not None:
        return option
    seconds = (os.environ if environment is None else environment).get(VARIABLE, "")
    if seconds:
        try:
            return datetime.fromtimestamp(int(seconds), UTC).astimezone(_KYIV).date()
        except (ValueError, OverflowError, OSError):
            raise AsOfError(f"{VARIABLE} must be whole seconds since 1970") from None
    return (now or datetime.now(UTC)).astimezone(_KYIV).date()


def date_argument(text: str) -> date:
    """A date of the command line, `YYYY-MM-DD`.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date like 2026-11-23: {text!r}") from None
