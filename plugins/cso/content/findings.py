"""What a check found, and how it is shown to people and tools.

A finding holds a stable code and arguments, never finished sentences: the words come from one table
(`cso.content.messages`) when it is shown, in the language of the reader.
"""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cso.content.messages import MESSAGES, Level, Message

__all__ = ["LANGUAGES", "START", "Finding", "Level", "Position", "count_line", "render", "shown_path"]

#: Languages of the messages.
LANGUAGES = ("uk", "en")

_LEVEL_WORDS = {
    "en": {Level.ERROR: "error", Level.WARNING: "warning"},
    "uk": {Level.ERROR: "помилка", Level.WARNING: "застереження"},
}


@dataclass(frozen=True, order=True)
class Position:
    """A place in a text file: line and column, both counted from 1, the column in characters."""

    line: int
    column: int


#: The start of a file, for findings on the file as a whole.
START = Position(1, 1)


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong, at one place. Sorts by file, line, column, code.

    Use `Finding.at` to make one.

    Args:
        file: path as the user would type it (see `shown_path`).
        line: line, from 1.
        column: column in characters, from 1.
        code: stable code in kebab-case, a key of `MESSAGES`.
        pairs: sorted (name, value) pairs of the arguments, hashable; read them as `arguments`.
    """

    file: str
    line: int
    column: int
    code: str
    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def at(cls, file: str, position: Position, code: str, /, **arguments: str) -> Finding:
        """Make a finding.

        Args:
            file: path as shown.
            position: where.
            code: key of `MESSAGES`.
            **arguments: what the placeholders of the message need; words that differ by language are given as
                `name_uk` and `name_en`. Values that may not be repeated (addresses, contacts) never go here.

        Raises:
            ValueError: the code is not in the table, or a placeholder has no argument (a mistake of the caller).
        """
        message = MESSAGES.get(code)
        if message is None:
            raise ValueError(f"unknown finding code: {code}")
        finding = cls(file, position.line, position.column, code, tuple(sorted(arguments.items())))
        for language in LANGUAGES:
            missing = placeholders(message, language) - _words(finding.pairs, language).keys()
            if missing:
                raise ValueError(f"finding {code} lacks arguments: {sorted(missing)}")
        return finding

    @property
    def arguments(self) -> Mapping[str, str]:
        """The arguments of the message by name, read-only."""
        return MappingProxyType(dict(self.pairs))

    @property
    def position(self) -> Position:
        """Where it is, as one value."""
        return Position(self.line, self.column)

    @property
    def level(self) -> Level:
        """Error or warning, from the table of messages."""
        return MESSAGES[self.code].level

    def message(self, lang: str) -> str:
        """What is wrong, in the language `uk` or `en` (any other gives English), in one line."""
        message = MESSAGES[self.code]
        return _filled(message.uk if lang == "uk" else message.en, self.pairs, lang)

    def fix(self, lang: str) -> str:
        """What to do about it, in the language `uk` or `en` (any other gives English), in one line."""
        message = MESSAGES[self.code]
        return _filled(message.fix_uk if lang == "uk" else message.fix_en, self.pairs, lang)


def placeholders(message: Message, lang: str) -> set[str]:
    """Names of the placeholders in the text and fix of one language of a message."""
    texts = (message.uk, message.fix_uk) if lang == "uk" else (message.en, message.fix_en)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def _words(pairs: tuple[tuple[str, str], ...], lang: str) -> dict[str, str]:
    words = dict(pairs)
    suffix = "_uk" if lang == "uk" else "_en"
    for name, value in pairs:
        if name.endswith(suffix):
            words[name.removesuffix(suffix)] = value
    return words


def _filled(template: str, pairs: tuple[tuple[str, str], ...], lang: str) -> str:
    words = {name: visible(value) for name, value in _words(pairs, lang).items()}
    return template.format_map(words)


def visible(text: str) -> str:
    """The text in one line and with nothing invisible in it, safe for a terminal and for a log.

    Control, format, surrogate and line-separating characters become their code (`U+202E`), line breaks a space.
    """
    if text.isprintable():
        return text
    shown = []
    for character in text:
        if character in "\n\r\t":
            shown.append(" ")
        elif unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"):
            shown.append(f"U+{ord(character):04X}")
        else:
            shown.append(character)
    return "".join(shown)


def shown_path(path: Path, base: Path | None = None) -> str:
    """A path as the user would type it: relative to the current directory if below it, with forward slashes.

    Symbolic links are not followed, so that the path is the one the user sees.

    Args:
        path: the file or folder.
        base: the directory to be relative to; the current one if left out.
    """
    base = Path.cwd() if base is None else base
    absolute = path if path.is_absolute() else base / path
    try:
        return absolute.relative_to(base).as_posix()
    except ValueError:
        return absolute.as_posix()


def render(findings: Iterable[Finding], format: str = "text", lang: str = "en") -> str:  # noqa: A002 (as the option)
    """All findings as text, in the order given, each line ended; empty (`[]` in json) if there are none.

    Args:
        findings: what to show.
        format: `text` (`file:line:column  level  code  message  → fix`), `json` (a list of
            `{file, line, column, level, code, message, fix}`) or `github` (workflow commands that annotate a change).
        lang: `uk` or `en`.

    Raises:
        ValueError: an unknown format.
    """
    if format == "text":
        return "".join(f"{_text_line(finding, lang)}\n" for finding in findings)
    if format == "json":
        records = [_record(finding, lang) for finding in findings]
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    if format == "github":
        return "".join(f"{_github_line(finding, lang)}\n" for finding in findings)
    raise ValueError(f"unknown format: {format}")


def _text_line(finding: Finding, lang: str) -> str:
    level = _LEVEL_WORDS["uk" if lang == "uk" else "en"][finding.level]
    place = f"{visible(finding.file)}:{finding.line}:{finding.column}"
    return f"{place}  {level}  {finding.code}  {finding.message(lang)}  → {finding.fix(lang)}"


def _record(finding: Finding, lang: str) -> dict[str, str | int]:
    return {
        "file": visible(finding.file),
        "line": finding.line,
        "column": finding.column,
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message(lang),
        "fix": finding.fix(lang),
    }


def _github_line(finding: Finding, lang: str) -> str:
    properties = {
        "file": visible(finding.file),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    shown = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items())
    return f"::{finding.level.value} {shown}::{_github_data(f'{finding.message(lang)} → {finding.fix(lang)}')}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def count_line(findings: Iterable[Finding], lang: str = "en") -> str:
    """One line that counts errors and warnings, with the Ukrainian plural forms; says so if there is nothing."""
    levels = [finding.level for finding in findings]
    errors, warnings = levels.count(Level.ERROR), levels.count(Level.WARNING)
    if lang == "uk":
        if not levels:
            return "Усе гаразд: зауважень немає."
        return (
            f"{errors} {_plural_uk(errors, 'помилка', 'помилки', 'помилок')}, "
            f"{warnings} {_plural_uk(warnings, 'застереження', 'застереження', 'застережень')}."
        )
    if not levels:
        return "All fine: nothing found."
    return f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} {'warning' if warnings == 1 else 'warnings'}."


def _plural_uk(number: int, one: str, few: str, many: str) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return one
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return few
    return many
