"""The last check of outward links, kept between builds so that `/status/` can tell of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cso.upkeep.links import BROKEN, CheckedLink


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that did not open: where it leads, and the record it stands in (slug or id)."""

    address: str
    record: str


@dataclass(frozen=True, slots=True)
class LinkReport:
    """A check of all outward links: its day, how many there were, which did not open."""

    date: datetime.date
    checked: int
    broken: tuple[BrokenLink, ...]


def report_of(results: Iterable[CheckedLink], date: datetime.date) -> LinkReport:
    """What a check found."""
    every = tuple(results)
    found = (one.link for one in every if one.result == BROKEN)
    broken = {BrokenLink(link.address, _record(file)) for link in found for file, _ in link.places}
    return LinkReport(date, len(every), tuple(sorted(broken, key=lambda link: (link.record, link.address))))


def save(report: LinkReport, path: Path) -> None:
    """Keep a report."""
    data = {
        "date": report.date.isoformat(),
        "checked": report.checked,
        "broken": [[link.address, link.record] for link in report.broken],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> LinkReport | None:
    """The report kept at a path; None where there is none, or none that can be read: then nothing was checked."""
    try:
        data = json.loads(path.read_text("utf-8"))
        broken = tuple(BrokenLink(str(address), str(record)) for address, record in data["broken"])
        return LinkReport(datetime.date.fromisoformat(data["date"]), int(data["checked"]), broken)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _record(file: str) -> str:
    """Slug or id of the record that a file holds."""
    path = PurePosixPath(file)
    return path.parent.name if path.stem == "organization" else path.stem
