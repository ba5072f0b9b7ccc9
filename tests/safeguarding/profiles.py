"""What the check says of one changed file, without reading all others again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cso.content.document import Document
from cso.content.findings import Finding
from cso.content.reader import read_yaml
from cso.content.repository import Content
from cso.content.rules import RULES, CheckContext, Rule
from cso.content.schema import typed, validate
from synthetic import AS_OF

_GROUPS = {"organizations": "organization", "hotlines": "hotline", "confirmations": "confirmation"}


def edited(content: Content, path: str, old: str, new: str, folder: Path) -> tuple[Content, list[Finding]]:
    """The content with one text of a file replaced, and what reader and schema say of that file.

    Args:
        content: read before, left as it is.
        path: the file below the content folder; an organisation's profile, a line or confirmations.
        old: text that stands in it once.
        new: what takes its place.
        folder: where the changed file may be written.
    """
    text = (content.root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    file = folder / "edited.yaml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    group = path.partition("/")[0]
    schema = _GROUPS[group]
    document, findings = read_yaml(file, path)
    assert document is not None
    document = typed(document, schema, content.schemas)
    findings = [*findings, *validate(document, schema, content.schemas)]
    key = path.split("/")[1].removesuffix(".yaml")
    documents: dict[str, Document] = {**getattr(content, group), key: document}
    return replace(content, **{group: documents}), findings  # type: ignore[arg-type]


def errors_after(
    content: Content, path: str, old: str, new: str, folder: Path, rules: tuple[Rule, ...] = RULES
) -> list[str]:
    """Codes of the errors that an edit brings about, in the order of findings; by the schema and the given rules."""
    changed, findings = edited(content, path, old, new, folder)
    context = CheckContext(AS_OF, allow_synthetic=True)
    found = sorted([*findings, *(finding for rule in rules for finding in rule(changed, context))])
    return [finding.code for finding in found if finding.level.value == "error"]
