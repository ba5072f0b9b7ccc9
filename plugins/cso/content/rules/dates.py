"""What has happened has not happened in the future. Age is never wrong (design, Time)."""

from __future__ import annotations

from collections.abc import Iterator

from cso.content.findings import Finding
from cso.content.repository import Content
from cso.content.rules.look import earliest, is_future, keys_of, latest
from cso.content.rules.rule import CheckContext

_DATE_FORMATS = frozenset({"date", "partial-date", "partial-date-or-undated"})
#: Plans, ends and review dates may lie in the future: last keys, or a group and its period.
_PLANNED_KEYS = frozenset({"review_date", "to"})
_PLANNED_PERIODS = frozenset({"activities", "funding", "terms"})
#: Years as whole numbers, which are counted as dates.
_YEAR_LISTS = frozenset({"reports", "yearly"})


def future_dates(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Dates of facts, confirmations, publications, submissions and results are not after the day of the check."""
    for document in content.documents():
        for place in content.places(document):
            if place.schema.get("format") not in _DATE_FORMATS or not is_future(place.value, context):
                continue
            if not _may_be_planned(keys_of(place.location)):
                yield place.finding("date-in-future", as_of=context.as_of.isoformat())


def _may_be_planned(keys: tuple[str, ...]) -> bool:
    if len(keys) >= 3 and keys[-2] == "period":
        return keys[-3] in _PLANNED_PERIODS
    return keys[-1] in _PLANNED_KEYS


def future_years(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The year of a publication or of a yearly account is not after the year of the check."""
    for document in content.documents():
        for place in content.places(document):
            keys = keys_of(place.location)
            is_year = len(keys) >= 2 and keys[-1] == "year" and keys[-2] in _YEAR_LISTS
            if is_year and isinstance(place.value, int) and place.value > context.as_of.year:
                yield place.finding("date-in-future", as_of=context.as_of.isoformat())


def ends_before_beginnings(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Nothing ends before it begins: periods, roles, answers to proposals, reviews of consent."""
    pairs = (("from", "to"), ("submitted", "outcome_date"), ("date", "review_date"))
    for document in content.documents():
        for place in content.places(document):
            for first, last in pairs:
                begin, end = (document.get((*place.location, key)) for key in (first, last))
                begins, ends = earliest(begin), latest(end)
                if begins is not None and ends is not None and begins > ends:
                    yield document.finding((*place.location, last), "end-before-beginning", first=first, last=last)
