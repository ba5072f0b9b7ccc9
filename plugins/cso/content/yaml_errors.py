"""What a YAML syntax error means in human words: the parser's error to the code of a finding and its place.

The parser says where it gave up, which is often not where the mistake is; for the commonest mistakes the place and the
code are worked out from the error and the line of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml.error import Mark, MarkedYAMLError

_MISSING_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:[^\s:/]")
_KEY_BEFORE = re.compile(r"""\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s:#"'][^:#]*):\s+\S""")
_STRUCTURAL_STARTS = {"anchor": "&", "alias": "*", "tag": "!"}


@dataclass(frozen=True)
class SyntaxProblem:
    """A syntax error in human terms.

    Args:
        code: code of the finding.
        line, column: place in the text, from 0.
        character: the character the message is about, if it is about one.
    """

    code: str
    line: int
    column: int
    character: str = ""


def explain(error: MarkedYAMLError, lines: list[str]) -> SyntaxProblem:
    """Find out what is probably meant by an error of PyYAML's pure parser.

    Args:
        error: the error.
        lines: the lines of the text.
    """
    context, problem = str(error.context or ""), str(error.problem or "")
    place = error.problem_mark or error.context_mark
    if place is None:
        return SyntaxProblem("yaml-syntax", 0, 0)
    start = error.context_mark or place
    line = _line(lines, place)
    if "found undefined tag handle" in problem:
        return _at("tag", place)
    if "scanning a simple key" in context:
        key_line = _line(lines, start)
        return _at("yaml-missing-space" if _MISSING_SPACE.match(key_line) else "yaml-missing-colon", start)
    if "quoted scalar" in context:
        return _at("yaml-escape", place) if "escape" in problem else _at("yaml-unclosed-quote", start)
    if "mapping values are not allowed" in problem:
        before = line[: place.column]
        if _KEY_BEFORE.match(before):
            return _at("yaml-colon-in-text", place)
        return _explain_unexpected_key(place, lines)
    if "sequence entries are not allowed" in problem:
        return _at("yaml-list-start", place)
    if "found ':'" in problem:
        return _at("key-not-text", place)
    if "cannot start any token" in problem or "expected the node content" in problem:
        return _at("yaml-special-start", place, line[place.column : place.column + 1])
    return _explain_structure(context, problem, start, place, lines)


def _explain_structure(context: str, problem: str, start: Mark, place: Mark, lines: list[str]) -> SyntaxProblem:
    line = _line(lines, place)
    for name, character in _STRUCTURAL_STARTS.items():
        if context.endswith((f"an {name}", f"a {name}")):
            return _at("yaml-special-start", start, character)
    if "scanning a block scalar" in context:
        start_line = _line(lines, start)
        return _at("yaml-special-start", start, start_line[start.column : start.column + 1])
    if "scanning a directive" in context or "directive" in problem:
        return _at("directive", start)
    if "flow" in context:
        return _at("yaml-unclosed-bracket", start)
    if "found '<scalar>'" in problem and '"' in line:
        return _at("yaml-quote-inside" if line.count('"') > 2 else "yaml-unclosed-quote", place)
    if "found '<scalar>'" in problem and "'" in line:
        return _at("yaml-quote-inside" if line.count("'") > 2 else "yaml-unclosed-quote", place)
    if "<document start>" in problem and any(earlier.startswith("...") for earlier in lines[: place.line]):
        return _at("several-documents", place)
    if "<block end>" in problem or "<document start>" in problem:
        return SyntaxProblem("yaml-indentation", place.line, _indentation(line))
    return _at("yaml-syntax", place)


def _explain_unexpected_key(place: Mark, lines: list[str]) -> SyntaxProblem:
    """A key where the parser was still reading the text of the line above, which may be the one that is wrong."""
    line = _line(lines, place)
    indentation = _indentation(line)
    if not line[: place.column].strip():
        return _at("key-not-text", place)
    above = next((number for number in range(place.line - 1, -1, -1) if lines[number].strip()), None)
    if above is not None and _indentation(lines[above]) == indentation:
        if _MISSING_SPACE.match(lines[above]):
            return SyntaxProblem("yaml-missing-space", above, indentation)
        if ":" not in lines[above] and not lines[above].lstrip().startswith("#"):
            return SyntaxProblem("yaml-missing-colon", above, indentation)
    return SyntaxProblem("yaml-indentation", place.line, indentation)


def _at(code: str, mark: Mark, character: str = "") -> SyntaxProblem:
    if code == "yaml-special-start" and not character.strip():
        return SyntaxProblem("yaml-syntax", mark.line, mark.column)
    return SyntaxProblem(code, mark.line, mark.column, character)


def _line(lines: list[str], mark: Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
