"""Dates that may be only a year or a month, periods, and the age of a fact (design: Contracts, time)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from cso.as_of import months_later

UNDATED = "undated"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year as written: `2026-11-23`, `2026-11` or `2026`. Sorts by its earliest day."""

    text: str

    @property
    def year(self) -> int:
        """The year."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The month from 1 to 12, or None where only the year is known."""
        return int(self.text[5:7]) if len(self.text) >= 7 else None

    @property
    def day(self) -> int | None:
        """The day of the month, or None where it is not known."""
        return int(self.text[8:10]) if len(self.text) == 10 else None

    def earliest(self) -> datetime.date:
        """The earliest day meant; age counts from here."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; `end` is None while it goes on, and equal to `start` for one year, month or day."""

    start: PartialDate
    end: PartialDate | None


class Age(Enum):
    """How old a fact is against its freshness limit."""

    CURRENT = "current"
    OLD = "old"
    UNCONFIRMED = "unconfirmed"


def age_of(as_of: PartialDate | None, limit_months: int, today: datetime.date) -> Age:
    """The age of a fact of `as_of` (None: undated, past every limit) with a limit in months, on the day `today`."""
    if as_of is None:
        return Age.UNCONFIRMED
    start = as_of.earliest()
    if months_later(start, 2 * limit_months) < today:
        return Age.UNCONFIRMED
    return Age.OLD if months_later(start, limit_months) < today else Age.CURRENT
