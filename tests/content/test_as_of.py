from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cso.as_of import AsOfError, default_as_of, parse_as_of


@pytest.mark.parametrize(
    ("environment", "now", "expected"),
    [
        ({}, datetime(2026, 11, 23, 21, 59, tzinfo=UTC), date(2026, 11, 23)),
        ({}, datetime(2026, 11, 23, 22, 0, tzinfo=UTC), date(2026, 11, 24)),
        ({}, datetime(2026, 7, 1, 21, 0, tzinfo=UTC), date(2026, 7, 2)),
        ({"SOURCE_DATE_EPOCH": "0"}, None, date(1970, 1, 1)),
        ({"SOURCE_DATE_EPOCH": "1795471200"}, None, date(2026, 11, 24)),
        ({"SOURCE_DATE_EPOCH": ""}, datetime(2026, 1, 1, tzinfo=UTC), date(2026, 1, 1)),
    ],
)
def test_default(environment: dict[str, str], now: datetime | None, expected: date) -> None:
    assert default_as_of(environment, now) == expected


@pytest.mark.parametrize("seconds", ["yesterday", "1.5", "9" * 30, "2026-11-23"])
def test_no_moment(seconds: str) -> None:
    with pytest.raises(AsOfError, match="SOURCE_DATE_EPOCH"):
        default_as_of({"SOURCE_DATE_EPOCH": seconds})


def test_parse() -> None:
    assert parse_as_of("2026-11-23") == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "2026", "2026-W47-1", "20261123", "2026-02-30", "23.11.2026", "2026-11-23 "])
def test_parse_refuses(text: str) -> None:
    with pytest.raises(AsOfError, match="not a date"):
        parse_as_of(text)
