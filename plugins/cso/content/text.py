"""Bytes of a text file to characters, refusing what a reader cannot see.

Invisible and direction-turning characters can make a phone number or a word look like another one, so they are findings
wherever they stand. To let the other checks go on in the same run, they are taken out of the text, and `SourceText`
remembers where, so that columns stay those of the file.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cso.content.findings import START, Finding, Position
from cso.content.limits import MAX_TEXT_FILE_BYTES

_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_INDENTATION = re.compile(r"[ ]*\t[ \t]*")


@dataclass(frozen=True)
class SourceText:
    """The characters of a file, with lines ended by line feeds alone and nothing invisible in them.

    Args:
        text: the text.
        removed: line (from 1) to the ascending columns (from 1, in the file) of the characters taken out of it.
    """

    text: str
    removed: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def position(self, line: int, column: int) -> Position:
        """Position in the file of a place in `text`, given as line and column from 0."""
        shown = column + 1
        for removed_column in self.removed.get(line + 1, ()):
            if removed_column <= shown:
                shown += 1
        return Position(line + 1, shown)


def character_code(character: str) -> str | None:
    """Code of the finding for a character that no text may hold, or None for an ordinary one."""
    if character in _DIRECTION:
        return "bidirectional-character"
    category = unicodedata.category(character)
    if category in ("Cf", "Zl", "Zp"):
        return "invisible-character"
    if category in ("Cc", "Cs") or (ord(character) & 0xFFFE) == 0xFFFE:
        return "control-character"
    return None


def character_name(character: str) -> str:
    """Code and name of a character, for a message: `U+200B ZERO WIDTH SPACE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def read_text(path: Path, shown: str, *, tabs_allowed: bool = False) -> tuple[SourceText | None, list[Finding]]:
    """Read a text file.

    Args:
        path: the file on disk.
        shown: its path as shown in findings.
        tabs_allowed: leave tabs as they are (Markdown); else each is a finding.

    Returns:
        The text, or None if it cannot be used at all, and the findings on its bytes and characters.
    """
    content, findings = _read_bytes(path, shown)
    if content is None:
        return None, findings
    return decode(content, shown, tabs_allowed=tabs_allowed)


def _read_bytes(path: Path, shown: str) -> tuple[bytes | None, list[Finding]]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            reasons = {"reason_en": "it is not an ordinary file", "reason_uk": "це не звичайний файл"}
            return None, [Finding.at(shown, START, "file-unreadable", **reasons)]
        with path.open("rb") as file:
            content = file.read(MAX_TEXT_FILE_BYTES + 1)
    except OSError as error:
        reasons = {"reason_en": error.strerror or "unknown reason", "reason_uk": error.strerror or "причина невідома"}
        return None, [Finding.at(shown, START, "file-unreadable", **reasons)]
    if len(content) > MAX_TEXT_FILE_BYTES:
        return None, [Finding.at(shown, START, "file-too-large", limit=str(MAX_TEXT_FILE_BYTES // 1024))]
    return content, []


def decode(content: bytes, shown: str, *, tabs_allowed: bool = False) -> tuple[SourceText | None, list[Finding]]:
    """Bytes to text; arguments and result as in `read_text`."""
    findings: list[Finding] = []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [Finding.at(shown, _position_of_byte(content, error.start), "not-utf8")]
    if text.startswith("\ufeff"):
        findings.append(Finding.at(shown, START, "byte-order-mark"))
    lines = re.sub("\r\n?", "\n", text).split("\n")
    removed: dict[int, tuple[int, ...]] = {}
    for number, line in enumerate(lines, start=1):
        if not _suspicious(line):
            continue
        columns = _hidden_columns(line)
        if columns:
            findings.extend(_character_findings(shown, number, line, columns))
            removed[number] = tuple(columns)
            lines[number - 1] = "".join(c for column, c in enumerate(line, start=1) if column not in columns)
    if not tabs_allowed:
        tab_findings, indented = _tab_findings(shown, lines, removed)
        findings.extend(tab_findings)
        if indented:
            return None, findings
        lines = [line.replace("\t", " ") for line in lines]
    return SourceText("\n".join(lines), removed), findings


def _suspicious(line: str) -> bool:
    """Quick test that spares ordinary lines the look at each character."""
    return not line.isprintable()


def _hidden_columns(line: str) -> dict[int, str]:
    return {
        column: code
        for column, character in enumerate(line, start=1)
        if character != "\t" and (code := character_code(character)) is not None
    }


def _character_findings(shown: str, number: int, line: str, columns: Mapping[int, str]) -> list[Finding]:
    """One finding per line and character: a pasted sentence full of the same mark is one mistake."""
    findings, seen = [], set()
    for column, code in columns.items():
        character = line[column - 1]
        byte_order_mark = (number, column, character) == (1, 1, "\ufeff")
        if byte_order_mark or character in seen:
            continue
        seen.add(character)
        findings.append(Finding.at(shown, Position(number, column), code, character=character_name(character)))
    return findings


def _tab_findings(shown: str, lines: list[str], removed: Mapping[int, tuple[int, ...]]) -> tuple[list[Finding], bool]:
    """Findings on tabs, and whether a line is indented with one (then the structure cannot be known)."""
    source = SourceText("", removed)
    tabbed = [(number, line) for number, line in enumerate(lines) if "\t" in line]
    indented = [(number, line) for number, line in tabbed if _INDENTATION.match(line) and line.strip()]
    findings = []
    if indented:
        number, line = indented[0]
        position = source.position(number, line.index("\t"))
        findings.append(Finding.at(shown, position, "tab-indentation", count=str(len(indented))))
    indented_numbers = {number for number, _ in indented}
    findings.extend(
        Finding.at(shown, source.position(number, line.index("\t")), "tab-character")
        for number, line in tabbed
        if number not in indented_numbers
    )
    return findings, bool(indented)


def _position_of_byte(content: bytes, offset: int) -> Position:
    before = content[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
