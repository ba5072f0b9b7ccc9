"""Errors of the schema validator in the words of the contributor: one small function per keyword.

Every function takes a `_Case` and yields findings. Positions are those of the original file; fields are named by their
titles in the schema, in both languages.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jsonschema import ValidationError

from cso.content.document import Document, Location
from cso.content.findings import Finding
from cso.content.formats import FORMATS
from cso.content.reader import shown_key

if TYPE_CHECKING:
    from cso.content.schema import SchemaSet

_UKRAINIAN_MISNAMED = frozenset({"ua", "UA", "Ua", "ukr", "укр"})
_NUMBER_NOISE = re.compile(r"[\s'’_]")
_LONGEST_SHOWN_NUMBER = 8
_MISSING_SPACE = re.compile(r"[A-Za-z_][\w-]*:[^\s/]")
_YES = frozenset({"yes", "y", "on", "true", "1", "так", "т"})
_NO = frozenset({"no", "n", "off", "false", "0", "ні", "н"})


@dataclass(frozen=True)
class _Case:
    """One error of the validator with what is needed to put it into words."""

    error: ValidationError
    document: Document
    schema_name: str
    schemas: SchemaSet

    @property
    def location(self) -> Location:
        return tuple(self.error.absolute_path)

    @property
    def schema(self) -> Mapping[str, Any]:
        """Merged schema of the value at fault."""
        return self.schemas.chain(self.schema_name, self.location)[-1]

    @property
    def instance(self) -> Any:
        """The value at fault."""
        return self.error.instance

    @property
    def wanted(self) -> Any:
        """What the keyword of the schema says."""
        return self.error.validator_value

    def finding(self, code: str, /, **arguments: str) -> Finding:
        """A finding on the value at fault."""
        return self.document.finding(self.location, code, **arguments)

    def field(self, location: Location | None = None, name: str = "field") -> dict[str, str]:
        """Arguments that name the field at `location` by the last two titles of its path, in both languages."""
        location = self.location if location is None else location
        chain = self.schemas.chain(self.schema_name, location)
        return {
            f"{name}_{language}": " → ".join(_labels(chain, location, language)[-2:])
            or _title(chain[0], language)
            or "…"
            for language in ("en", "uk")
        }


def findings_of(
    errors: Iterable[ValidationError], document: Document, schema_name: str, schemas: SchemaSet
) -> set[Finding]:
    """Put the errors of the validator into words.

    Args:
        errors: as `iter_errors` gives them for `document.data`.
        document: the typed document.
        schema_name: name of its schema.
        schemas: the schemas.
    """
    findings: set[Finding] = set()
    for error in errors:
        case = _Case(error, document, schema_name, schemas)
        explain = _EXPLAIN.get(str(error.validator), _other)
        findings.update(explain(case))
    return findings


def _required(case: _Case) -> Iterator[Finding]:
    instance = case.instance
    for key in case.wanted:
        place = (*case.location, key)
        if key in instance or place in case.document.empty or key in _misspelt(case).values():
            continue
        chain = case.schemas.chain(case.schema_name, place)
        titles = {f"field_{language}": _title(chain[-1], language) or key for language in ("en", "uk")}
        yield case.finding("required", key=key, **titles, **_condition(case))


def _additional_properties(case: _Case) -> Iterator[Finding]:
    misspelt = _misspelt(case)
    allowed = list(case.schema.get("properties", {}))
    for key in case.instance:
        if key in allowed or any(re.search(p, key) for p in case.schema.get("patternProperties", {})):
            continue
        place = (*case.location, key)
        if key in _UKRAINIAN_MISNAMED and "uk" in allowed:
            yield case.document.key_finding(place, "language-code-ua")
            continue
        parent = _parent_with(case, key)
        if parent is not None:
            titles = case.field(parent, "parent")
            yield case.document.key_finding(place, "misplaced-key", key=key, **titles)
        elif key in misspelt:
            suggestion = misspelt[key]
            yield case.document.key_finding(place, "misspelt-key", key=shown_key(key), suggestion=suggestion)
        else:
            shown = ", ".join(allowed)
            yield case.document.key_finding(place, "unknown-key", key=shown_key(key), allowed=shown)


def _misspelt(case: _Case) -> dict[str, str]:
    """Unknown keys of the mapping at fault to the key that is probably meant."""
    properties = case.schema.get("properties", {})
    instance = case.instance
    free = [key for key in properties if key not in instance]
    meant: dict[str, str] = {}
    for key in instance:
        if key not in properties and _parent_with(case, key) is None:
            match = _closest(key.lower().replace("-", "_").replace(" ", "_"), free)
            if match:
                meant[key] = match
    return meant


def _parent_with(case: _Case, key: str) -> Location | None:
    """The nearest mapping around the one at fault that has a place for this key and does not hold it yet."""
    chain = case.schemas.chain(case.schema_name, case.location)
    for length in range(len(case.location) - 1, -1, -1):
        location = case.location[:length]
        if key in chain[length].get("properties", {}) and key not in case.document.mapping(location):
            return location
    return None


def _condition(case: _Case) -> dict[str, str]:
    """Words for the `if` that makes a key required: “ with kind: email”; empty words without one."""
    tested = _tested_keys(case)
    shown = []
    for key in tested:
        value = case.instance.get(key)
        if isinstance(value, (str, bool, int)) and not isinstance(value, str):
            shown.append(f"{key}: {json.dumps(value)}")
        elif isinstance(value, str) and value in _listed(tested[key]):
            shown.append(f"{key}: {value}")
    if not shown:
        return {"condition": ""}
    return {"condition_en": f" with “{', '.join(shown)}”", "condition_uk": f", коли вказано «{', '.join(shown)}»"}


def _tested_keys(case: _Case) -> dict[str, Any]:
    path = list(case.error.absolute_schema_path)
    if len(path) < 2 or path[-2] not in ("then", "else"):
        return {}
    nodes = _nodes(case, path[:-2])
    condition = nodes[-1].get("if", {}) if isinstance(nodes[-1], dict) else {}
    tested = condition.get("properties", {})
    return tested if isinstance(tested, dict) else {}


def _listed(schema: Any) -> list[Any]:
    if not isinstance(schema, dict):
        return []
    return [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])]


def _nodes(case: _Case, path: list[str | int]) -> list[Any]:
    """The parts of the schema that an error went through, from the root; references are followed where needed."""
    node: Any = case.schemas.schema(case.schema_name)
    nodes = [node]
    for step in path:
        while isinstance(node, dict) and step not in node and "$ref" in node:
            node = case.schemas.lookup(node["$ref"])
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return [*nodes, {}]
        nodes.append(node)
    return nodes


def _not(case: _Case) -> Iterator[Finding]:
    if case.wanted != {} or not case.location:
        yield from _other(case)
        return
    path = list(case.error.absolute_schema_path)
    branch = _nodes(case, path[:-3])[-1]
    reason = branch.get("x-why") if isinstance(branch, dict) else None
    reason = reason or case.schema.get("x-why")
    why = {"why": ""}
    if isinstance(reason, dict):
        why = {f"why_{language}": f": {reason.get(language) or reason.get('en', '')}" for language in ("en", "uk")}
    key = shown_key(str(case.location[-1]))
    titles = {f"field_{language}": _title(case.schema, language) or key for language in ("en", "uk")}
    yield case.document.key_finding(case.location, "forbidden-here", key=key, **titles, **why)


def _enum(case: _Case) -> Iterator[Finding]:
    value = case.instance
    wanted = case.wanted if case.error.validator == "enum" else [case.wanted]
    allowed = [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in wanted]
    if isinstance(value, str) and value in _UKRAINIAN_MISNAMED and "uk" in allowed:
        yield case.finding("language-code-ua")
        return
    match = _closest(value.lower().replace(" ", "-"), allowed) if isinstance(value, str) else None
    shown = ", ".join(allowed)
    if match:
        field = case.field()
        yield case.finding("misspelt-value", value=str(value), suggestion=match, allowed=shown, **field)
    else:
        yield case.finding("value-not-allowed", allowed=shown, **case.field())


def _type(case: _Case) -> Iterator[Finding]:
    wanted = case.wanted
    wanted = [wanted] if isinstance(wanted, str) else list(wanted)
    value = case.instance
    field = case.field()
    if "object" in wanted and isinstance(value, str) and _MISSING_SPACE.match(value):
        yield case.finding("yaml-missing-space")
    elif "boolean" in wanted:
        yield case.finding("not-boolean", **field, **_yes_or_no(value))
    elif "integer" in wanted:
        yield case.finding("not-integer", example=_tidy_number(value, r"-?[0-9]+", "354500"), **field)
    elif "number" in wanted:
        yield case.finding("not-number", example=_tidy_number(value, r"-?[0-9]+(\.[0-9]+)?", "3.5"), **field)
    elif "array" in wanted:
        yield case.finding("not-list", **field)
    elif "object" in wanted:
        keys = list(case.schema.get("properties", {}))
        example = f"{keys[0] if keys else 'key'}: …"
        yield case.finding("not-group", example=example, allowed=", ".join(keys) or "…", **field)
    elif "string" in wanted:
        yield case.finding("not-text", **field)
    else:
        yield from _other(case)


def _yes_or_no(value: Any) -> dict[str, str]:
    word = value.lower() if isinstance(value, str) else ""
    if word in _YES:
        return {"suggestion": "true"}
    if word in _NO:
        return {"suggestion": "false"}
    return {"suggestion_en": "true (yes) or false (no)", "suggestion_uk": "true (так) або false (ні)"}


def _tidy_number(value: Any, form: str, otherwise: str) -> str:
    """The number as it should be written, if it is plain what is meant and short enough not to be a phone number."""
    tidy = _NUMBER_NOISE.sub("", value).replace(",", ".") if isinstance(value, str) else ""
    tidy = tidy.lstrip("0") if tidy.isdigit() else tidy
    digits = sum(character.isdigit() for character in tidy)
    return tidy if re.fullmatch(form, tidy, re.ASCII) and digits <= _LONGEST_SHOWN_NUMBER else otherwise


def _pattern(case: _Case) -> Iterator[Finding]:
    examples = [text for text in case.schema.get("examples", ()) if isinstance(text, str) and text != "…"]
    yield case.finding("wrong-form", example=examples[0] if examples else str(case.wanted), **case.field())


def _format(case: _Case) -> Iterator[Finding]:
    name = str(case.wanted)
    if name == "language-tag" and case.instance in _UKRAINIAN_MISNAMED:
        yield case.finding("language-code-ua")
    elif name in FORMATS:
        yield case.finding(f"format-{name}", **case.field())
    else:
        yield from _other(case)


def _limit(code: str, *, measured: bool = False) -> Callable[[_Case], Iterator[Finding]]:
    """Explainer of a keyword with a limit; `measured` messages also say how much there is."""

    def explain(case: _Case) -> Iterator[Finding]:
        arguments = {"limit": str(case.wanted)}
        if measured:
            arguments["length"] = str(len(case.instance))
        yield case.finding(code, **arguments, **case.field())

    return explain


def _min_properties(case: _Case) -> Iterator[Finding]:
    if any(place[:-1] == case.location for place in case.document.empty) or case.instance:
        return
    allowed = ", ".join(case.schema.get("properties", {})) or "…"
    yield case.finding("too-few-keys", limit=str(case.wanted), allowed=allowed, **case.field())


def _unique_items(case: _Case) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for index, entry in enumerate(case.instance):
        digest = json.dumps(entry, sort_keys=True, ensure_ascii=False)
        if digest in seen:
            first = case.document.positions.value((*case.location, seen[digest]))
            yield case.document.finding(
                (*case.location, index), "not-unique", first_line=str(first.line), **case.field()
            )
        else:
            seen[digest] = index


def _other(case: _Case) -> Iterator[Finding]:
    yield case.finding("schema-mismatch", keyword=str(case.error.validator), **case.field())


def _closest(word: str, candidates: Iterable[str]) -> str | None:
    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.7)
    return matches[0] if matches else None


def _title(schema: Mapping[str, Any], language: str) -> str:
    translated = schema.get("x-uk") if language == "uk" else None
    title = translated.get("title") if isinstance(translated, dict) else None
    return str(title or schema.get("title") or "")


def _labels(chain: list[Mapping[str, Any]], location: Location, language: str) -> list[str]:
    """Titles along a path; an entry of a list is named after the list, with its number from 1."""
    labels: list[str] = []
    for step, schema in zip(location, chain[1:], strict=True):
        if isinstance(step, int):
            labels[-1:] = [f"{labels[-1] if labels else ''} {step + 1}".strip()]
        else:
            labels.append(_title(schema, language) or shown_key(step))
    return labels


_EXPLAIN: dict[str, Callable[[_Case], Iterator[Finding]]] = {
    "required": _required,
    "additionalProperties": _additional_properties,
    "not": _not,
    "enum": _enum,
    "const": _enum,
    "type": _type,
    "pattern": _pattern,
    "format": _format,
    "minLength": _limit("too-short", measured=True),
    "maxLength": _limit("too-long", measured=True),
    "minItems": _limit("list-too-short", measured=True),
    "maxItems": _limit("list-too-long", measured=True),
    "uniqueItems": _unique_items,
    "minimum": _limit("number-too-small"),
    "exclusiveMinimum": _limit("number-too-small"),
    "maximum": _limit("number-too-large"),
    "exclusiveMaximum": _limit("number-too-large"),
    "minProperties": _min_properties,
    "maxProperties": _limit("too-many-keys"),
}
