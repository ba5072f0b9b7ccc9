"""Why a file cannot be published as a clean copy."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """What its author has to do something about."""

    LOCKED = "locked"
    """Encrypted, with or without a password to open it."""
    UNREADABLE = "unreadable"
    """Broken, or something else than its first bytes say."""
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    """Small on disk, but more in memory than any honest file needs."""
    REDACTION = "redaction"
    """Places of a PDF are marked to be blacked out, and the text below is still there."""
    HIDDEN_SHEETS = "hidden-sheets"
    """A spreadsheet with sheets that its author may have forgotten."""


class CannotCleanError(Exception):
    """A file cannot be cleaned; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)
