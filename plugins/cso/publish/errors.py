"""Failures that end a build, told in words and not in a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cso.content.findings import Finding


class BuildError(Exception):
    """The build cannot go on. The message is for the person at the terminal and says what to do."""

    exit_code = 1


class UsageError(BuildError):
    """The command was called wrongly: a folder that is not there, a commit nobody knows."""

    exit_code = 2


class ContentError(BuildError):
    """The content has errors; `findings` holds all of them, warnings included, in the order to show them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("The content has errors (see above).")
