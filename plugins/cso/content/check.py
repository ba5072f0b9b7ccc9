"""The whole check: read everything, then let every rule look at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cso.content.findings import Finding, Level
from cso.content.repository import Content, load
from cso.content.rules import RULES, CheckContext
from cso.content.schema import SchemaSet


@dataclass(frozen=True)
class CheckResult:
    """What a check gives.

    Args:
        content: the content as read; only fit to be published if `has_errors` is false.
        findings: everything found, sorted by file, line, column and code, each once.
    """

    content: Content
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def check(root: Path, as_of: date, schemas: Path | None = None, *, allow_synthetic: bool = False) -> CheckResult:
    """Check everything below the content folder.

    Args:
        root: the content folder.
        as_of: the day the check speaks for (`cso.as_of`).
        schemas: the folder of schemas; `schemas/` beside the content folder, else that of this project, if left out.
        allow_synthetic: whether examples marked `synthetic: true` may stand (design decision 10); only tests and
            benchmarks say so.

    Raises:
        NotADirectoryError: there is no such content folder.
        SchemaError: the schemas are broken.
    """
    content, found = load(root, SchemaSet(schemas) if schemas is not None else None)
    context = CheckContext(as_of, allow_synthetic)
    findings = set(found)
    for rule in RULES:
        # What a rule says about a file that could not be read would only repeat that it is empty.
        findings.update(finding for finding in rule(content, context) if finding.file not in content.unreadable)
    return CheckResult(content, tuple(sorted(findings)))
