"""The form of one entry in the table of messages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs: an `error` stops the build, a `warning` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Message:
    """What a finding says, in both languages of the contributors.

    `{named}` placeholders are filled from the arguments of the finding. A placeholder `{field}` takes the argument
    `field_uk` or `field_en` if there is one (words that differ by language), else `field`.

    Args:
        level: error or warning.
        en: what is wrong, in English, one or two sentences.
        uk: the same in Ukrainian.
        fix_en: what to do, in the imperative, holding the answer.
        fix_uk: the same in Ukrainian.
    """

    level: Level
    en: str
    uk: str
    fix_en: str
    fix_uk: str
