"""Every value that a schema enumerates and a page shows has its words in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cso.pages.interface_texts import load_texts
from cso.pages.labels import LABELS
from synthetic import PROJECT, THEME

#: Place in the schemas → group of labels; None where neither a page nor a form shows the value.
PLACES = {
    "common/way_in.value": "way_in",
    "common/status.value": "status",
    "common/number.reach": "reach",
    "common/number.cost": "cost",
    "common/channel.kind": "channel_kind",
    "common/hours.value": "hours",
    "common/hours.periods.days": "days",
    "common/line_languages.value": "languages",
    "common/anonymity.value": "anonymity",
    "common/who_answers.value": "who",
    "common/who_can_call.value": "who",
    "common/from_abroad.value": "from_abroad",
    "common/result.qualifier": "qualifier",
    "common/event.event": "event",
    "common/hotline.level": "level",
    "common/coordination_role.role": "coordination_role",
    "common/membership.role": "membership_role",
    "common/funding.kind": "funding_kind",
    "confirmation/withheld.reason": "withheld_reason",
    "confirmation/entries.kind": "confirmation_kind",
    "confirmation/entries.state": "confirmation_state",
    "confirmation/entries.method": "confirmation_method",
    "confirmation/entries.role": "confirmation_role",
    "network/kind": "network_kind",
    "organization/basis": "basis",
    "organization/scope": "scope",
    "organization/contacts.role": "role",
    "organization/contacts.kind": "contact_kind",
    "organization/services.cost": "cost",
    "organization/services.documents.value": "documents",
    "organization/shelters.disclosure": "disclosure",
    "organization/shelters.cost": "cost",
    "organization/proposals.status": "proposal_status",
    "organization/policies.status": "policy_status",
    "vocabularies/bodies/terms.level": "level",
    "vocabularies/bodies/terms.kind": "body_kind",
    "vocabularies/donors/terms.kind": "donor_kind",
    "vocabularies/indicators/terms.unit": "unit",
    "vocabularies/indicators/terms.nature": "nature",
    "vocabularies/indicators/terms.level": None,
    "vocabularies/programmes/terms.kind": "programme_kind",
    "vocabularies/regions/terms.kind": "region_kind",
    "vocabularies/regions/terms.occupation.value": "occupation",
    "vocabularies/regions/terms.frontline.value": None,
    "vocabularies/service-types/terms.mappings.scheme": None,
}


def enumerations() -> Iterator[tuple[str, list[str]]]:
    """Every list of allowed values in the schemas, with its place."""
    folder = PROJECT / "schemas"
    for file in sorted(folder.rglob("*.schema.json")):
        name = file.relative_to(folder).as_posix().removesuffix(".schema.json")
        yield from _below(json.loads(file.read_text(encoding="utf-8")), f"{name}/")


def _below(schema: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    if "enum" in schema:
        yield path.rstrip("."), schema["enum"]
    for key, inner in {**schema.get("$defs", {}), **schema.get("properties", {})}.items():
        if isinstance(inner, dict):
            yield from _below(inner, f"{path}{key}.")
    if isinstance(schema.get("items"), dict):
        yield from _below(schema["items"], path)


def test_every_enumeration_is_known_here() -> None:
    assert {place for place, _ in enumerations()} == set(PLACES), "say in PLACES which group of labels it has"


@pytest.mark.parametrize(("place", "values"), list(enumerations()))
def test_every_value_has_a_label(place: str, values: list[str]) -> None:
    group = PLACES[place]
    if group is not None:
        assert set(values) <= set(LABELS[group])


def test_every_label_is_of_a_value() -> None:
    values: dict[str, set[str]] = {}
    for place, allowed in enumerations():
        group = PLACES[place]
        if group is not None:
            values.setdefault(group, set()).update(allowed)
    assert {group: set(LABELS[group]) for group in values} == values


def test_every_label_is_translated() -> None:
    texts = load_texts(THEME, "uk")
    missing = {text for labels in LABELS.values() for text in labels.values() if text and texts.gettext(text) == text}
    assert missing <= {"%"}
