"""YAML to values, strictly: every scalar is text, and what YAML can do beyond lists, keys and text is refused.

Types come from the schema later on (`cso.content.schema`), never from how a scalar looks: `0800500335`, `9:30`, `no`
and `2026-11-23` stay what the author wrote. The reader works on the events of the parser, one after the other, so that
neither a deep nor a large file can exhaust it, and it reports all that is wrong in the structure in one run. PyYAML's
C parser is used where it is present; the pure Python one gives the same verdicts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

from cso.content.document import Document, Location, Positions
from cso.content.findings import START, Finding, Position
from cso.content.limits import MAX_NESTING
from cso.content.text import SourceText, character_code, character_name, decode, read_text
from cso.content.yaml_errors import SyntaxProblem, explain

__all__ = ["C_PARSER_PRESENT", "EMPTY_WORDS", "Document", "Positions", "read_yaml", "read_yaml_bytes"]

#: Whether PyYAML was built with the fast C parser.
C_PARSER_PRESENT: bool = bool(getattr(yaml, "__with_libyaml__", False))

#: What stands for nothing in YAML, quoted or not.
EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
_KEY_SHOWN_LENGTH = 40


def read_yaml(
    path: Path, shown_path: str, *, use_c_parser: bool = C_PARSER_PRESENT
) -> tuple[Document | None, list[Finding]]:
    """Read a YAML file.

    Args:
        path: the file on disk.
        shown_path: its path as shown in findings.
        use_c_parser: use the C parser (the default where it is present) or the pure Python one.

    Returns:
        The document (its root always a mapping), or None if nothing of it can be used, and all findings. With findings
        the document may lack the values they are about.
    """
    source, findings = read_text(path, shown_path)
    if source is None:
        return None, findings
    return _read(source, path, shown_path, findings, use_c_parser)


def read_yaml_bytes(
    content: bytes, shown_path: str, *, path: Path | None = None, use_c_parser: bool = C_PARSER_PRESENT
) -> tuple[Document | None, list[Finding]]:
    """Read YAML from memory, e.g. from another version of a file; arguments and result as for `read_yaml`."""
    source, findings = decode(content, shown_path)
    if source is None:
        return None, findings
    return _read(source, path or Path(shown_path), shown_path, findings, use_c_parser)


def _read(
    source: SourceText, path: Path, shown: str, findings: list[Finding], use_c_parser: bool
) -> tuple[Document | None, list[Finding]]:
    builder = _Builder(source, shown)
    try:
        _feed(builder, source.text, yaml.CBaseLoader if use_c_parser else _PureLoader)
    except YAMLError as error:
        if use_c_parser:
            # Once more with the other parser: the mistake is then explained alike, in the same place, everywhere.
            return _read(source, path, shown, findings, False)
        problem = _explained(error, source.text, builder)
        arguments = {"character": problem.character} if problem.character else {}
        position = source.position(problem.line, problem.column)
        found = [*findings, *builder.findings, Finding.at(shown, position, problem.code, **arguments)]
        return None, found
    document = builder.document(path)
    return document, [*findings, *builder.findings]


def _feed(builder: _Builder, text: str, loader: Any) -> None:
    for event in yaml.parse(text, Loader=loader):
        if not builder.take(event):
            break


def _explained(error: YAMLError, text: str, builder: _Builder) -> SyntaxProblem:
    if isinstance(error, MarkedYAMLError):
        return explain(error, text.split("\n"))
    return SyntaxProblem("yaml-syntax", *builder.last_place)


class _PureLoader(yaml.BaseLoader):
    """The pure Python parser, with the two verdicts in which the C parser differs from it.

    It refuses the escapes of no character (halves of surrogate pairs), and takes a question mark inside `[…]` and
    `{…}` for a part of the text.
    """

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(chunks).encode("utf-8")
        except ValueError:
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, problem, start_mark) from None
        return chunks

    def scan_plain(self) -> ScalarToken:
        chunks: list[str] = []
        spaces: list[str] = []
        start_mark = end_mark = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#":
            length = 0
            while not self._ends_plain(length):
                length += 1
            if length == 0:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end_mark = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start_mark) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start_mark, end_mark)

    def _ends_plain(self, ahead: int) -> bool:
        ends = "\0 \n,[]{}" if self.flow_level else "\0 \n"
        if self.peek(ahead) == ":":
            return self.peek(ahead + 1) in ends
        return self.peek(ahead) in ends


@dataclass
class _Frame:
    """A list or mapping that is being read; `container` is None where its values are thrown away."""

    container: dict[str, Any] | list[Any] | None
    is_mapping: bool
    location: Location
    key: str | None = None
    key_position: Position = START
    expects_key: bool = True
    first_lines: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Builds plain values from parser events and notes what is wrong on the way."""

    def __init__(self, source: SourceText, shown: str) -> None:
        self._source = source
        self._shown = shown
        self.findings: list[Finding] = []
        self._frames: list[_Frame] = []
        self._values: dict[Location, Position] = {}
        self._keys: dict[Location, Position] = {}
        self._empty: set[Location] = set()
        self._root: Any = None
        self._root_position = START
        self._documents = 0
        self.last_place = (0, 0)

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False if reading should stop here."""
        mark: Any = event.start_mark
        self.last_place = (mark.line, mark.column)
        position = self._source.position(mark.line, mark.column)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._start_document(event, position)
        if isinstance(event, yaml.AliasEvent):
            self._report(position, "alias")
            self._add(None, position, is_value=False)
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event, position)
            self._scalar(event.value, position)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._refuse_extras(event, position)
            return self._open(isinstance(event, yaml.MappingStartEvent), position)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._frames.pop()
        return True

    def document(self, path: Path) -> Document | None:
        """The document read, or None with a finding if its root cannot be used."""
        if any(finding.code == "nested-too-deep" for finding in self.findings):
            return None
        if self._root is None and self._documents <= 1 and not self._values:
            if not any(finding.code == "alias" for finding in self.findings):
                self._report(START, "empty-file")
            return None
        if not isinstance(self._root, dict):
            self._report(self._root_position, "root-not-mapping")
            return None
        positions = Positions(self._values, self._keys)
        return Document(self._shown, path, self._root, positions, empty=frozenset(self._empty))

    def _report(self, position: Position, code: str, **arguments: str) -> None:
        self.findings.append(Finding.at(self._shown, position, code, **arguments))

    def _start_document(self, event: yaml.DocumentStartEvent, position: Position) -> bool:
        self._documents += 1
        if event.version or event.tags:
            self._report(position, "directive")
        if self._documents > 1:
            self._report(position, "several-documents")
            return False
        return True

    def _refuse_extras(self, event: Any, position: Position) -> None:
        if event.anchor is not None:
            self._report(position, "anchor")
        if event.tag is not None:
            self._report(position, "tag")

    def _scalar(self, raw: str, position: Position) -> None:
        text = raw.strip()
        frame = self._frames[-1] if self._frames else None
        hidden = None if text.isprintable() else next(filter(_hidden, text), None)
        if hidden is not None:
            # Written as an escape such as "\u202e", so that it is not in the characters of the file.
            code = character_code(hidden) or "control-character"
            self._report(position, code, character=character_name(hidden))
            text = "".join(character for character in text if not _hidden(character))
        if frame is not None and frame.is_mapping and frame.expects_key:
            self._take_key(frame, text, position)
        elif frame is not None and text in EMPTY_WORDS:
            self._take_empty(frame, position)
        else:
            self._add(text, position)

    def _take_key(self, frame: _Frame, text: str, position: Position) -> None:
        frame.expects_key = False
        frame.key_position = position
        frame.key = None
        if text in EMPTY_WORDS:
            self._report(position, "key-not-text")
        elif text in frame.first_lines:
            first_line = str(frame.first_lines[text])
            self._report(position, "duplicate-key", key=shown_key(text), first_line=first_line)
        else:
            frame.first_lines[text] = position.line
            frame.key = text

    def _take_empty(self, frame: _Frame, position: Position) -> None:
        if frame.is_mapping:
            self._report(frame.key_position, "empty-value")
            if frame.key is not None and frame.container is not None:
                self._empty.add((*frame.location, frame.key))
        else:
            self._report(position, "empty-value")
        self._add(None, position, is_value=False)

    def _open(self, is_mapping: bool, position: Position) -> bool:
        if len(self._frames) >= MAX_NESTING:
            self._report(position, "nested-too-deep", limit=str(MAX_NESTING))
            return False
        parent = self._frames[-1] if self._frames else None
        container: dict[str, Any] | list[Any] | None = {} if is_mapping else []
        if parent is not None and parent.is_mapping and parent.expects_key:
            self._report(position, "key-not-text")
            parent.expects_key, parent.key, parent.key_position = False, None, position
            # The complex key is no value: the mapping still waits for the value behind it.
            self._frames.append(_Frame(None, is_mapping, ()))
            return True
        location = self._add(container, position)
        self._frames.append(_Frame(container if location is not None else None, is_mapping, location or ()))
        return True

    def _add(self, value: Any, position: Position, *, is_value: bool = True) -> Location | None:
        """Put a value where it belongs; its location, or None if it is thrown away."""
        if not self._frames:
            if is_value and not (isinstance(value, str) and value in EMPTY_WORDS):
                self._root, self._root_position = value, position
                self._values[()] = position
                return ()
            return None
        frame = self._frames[-1]
        step: str | int | None
        if frame.is_mapping:
            if frame.expects_key:  # an alias in the place of a key
                frame.expects_key, frame.key, frame.key_position = False, None, position
                return None
            frame.expects_key = True
            step = frame.key
        else:
            step = len(frame.container) if frame.container is not None else None
        if not is_value or step is None or frame.container is None:
            return None
        location = (*frame.location, step)
        if isinstance(frame.container, dict):
            frame.container[str(step)] = value
            self._keys[location] = frame.key_position
        else:
            frame.container.append(value)
        self._values[location] = position
        return location


def _hidden(character: str) -> bool:
    return character not in "\n\t" and character_code(character) is not None


def shown_key(key: str) -> str:
    """A key as it may be repeated in a message: one that is no plain word (a text, a number of many digits) is not.

    A line that lost its key can turn an address or a phone number into one, and findings never repeat those.
    """
    plain = len(key) <= _KEY_SHOWN_LENGTH and all(character.isalnum() or character in "_-" for character in key)
    return key if plain and sum(character.isdigit() for character in key) <= 4 else "…"
