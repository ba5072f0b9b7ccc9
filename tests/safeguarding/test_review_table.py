"""`docs/safeguarding-review.md` has every rule, names every test, and names none that does not exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from synthetic import PROJECT

TABLE = PROJECT / "docs/safeguarding-review.md"
HERE = "tests/safeguarding"
RULES = range(1, 44)
#: Words by which a reviewer knows when to look.
WHEN = re.compile(r"\b(launch|change|quarter|year|yearly|half-yearly)\b")


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    number: int
    rule: str
    tests: tuple[str, ...]
    by_hand: str
    not_reached: str


@cache
def rows() -> tuple[Row, ...]:
    """The rows, in order."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| \d", line):
            number, rule, tests, by_hand, not_reached = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(Row(int(number), rule, tuple(re.findall(r"`([^`]+)`", tests)), by_hand, not_reached))
    return tuple(found)


def names_of_tests(file: Path) -> Iterator[str]:
    """Names of the tests of a file."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.name


@cache
def names_here() -> frozenset[str]:
    """Names of the tests of this folder that are for a rule."""
    files = (PROJECT / HERE).glob("test_*.py")
    return frozenset(name for file in files for name in names_of_tests(file) if name.startswith("test_rule_"))


def test_every_rule_has_one_row_in_its_order() -> None:
    assert [row.number for row in rows()] == list(RULES)


@pytest.mark.parametrize("number", RULES)
def test_each_rule_is_tested_or_looked_at(number: int) -> None:
    row = rows()[number - 1]
    assert row.rule
    assert row.tests or row.by_hand
    assert not row.by_hand or WHEN.search(row.by_hand), "it says how often"


def test_every_named_test_exists() -> None:
    for row in rows():
        for name in row.tests:
            if "::" in name:
                file, _, test = name.partition("::")
                assert test in names_of_tests(PROJECT / file), f"{row.number}: {name}"
            else:
                assert name in names_here(), f"{row.number}: {name}"


def test_every_test_stands_in_the_rows_of_its_rules() -> None:
    by_number = {row.number: set(row.tests) for row in rows()}
    for name in names_here():
        numbers = re.match(r"test_rule_(\d\d(?:_and_\d\d)*)_", name)
        assert numbers is not None, f"{name}: two digits of the rule come first"
        for number in numbers[1].split("_and_"):
            assert name in by_number[int(number)], f"row {number}: {name}"


def test_what_is_tested_elsewhere_is_not_the_only_test() -> None:
    for row in rows():
        outside = [name for name in row.tests if "::" in name]
        assert len(outside) < len(row.tests) or not outside, row.number
