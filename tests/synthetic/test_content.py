"""The invented content is what tests and examples may rely on: complete, without errors, and nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cso.content.document import Document
from cso.content.findings import Level
from cso.content.repository import Content
from cso.content.schema import SchemaSet
from cso.content.used_contacts import used_contacts
from cso.phones import parse_number
from synthetic import SyntheticProject


@pytest.fixture(scope="module")
def content(untouched_project: SyntheticProject) -> Content:
    """The invented content."""
    return untouched_project.check().content


def test_it_has_no_errors_and_warns_of_what_is_meant_to_be_held_back(untouched_project: SyntheticProject) -> None:
    findings = untouched_project.check().findings
    assert [finding for finding in findings if finding.level is Level.ERROR] == []
    assert {finding.code for finding in findings} == {"contact-awaiting", "contact-withdrawn"}


def test_every_number_belongs_to_nobody(content: Content) -> None:
    numbers = [
        parse_number(contact.value, contact.country)
        for contact in used_contacts(content)
        if contact.kind == "phone" and contact.document.data.get("synthetic")
    ]
    assert len(numbers) >= 10
    assert all(number.is_synthetic for number in numbers)


def test_it_is_refused_where_real_content_stands(untouched_project: SyntheticProject) -> None:
    done = untouched_project.run("cso", "check")
    assert done.returncode == 1
    assert "synthetic-record" in done.stdout


def properties(schema: Any, schemas: SchemaSet, path: str = "") -> Iterator[str]:
    """Every property that a schema knows, as a path of keys; languages of texts and provenance are left out."""
    merged = schemas.merged(schema)
    if "items" in merged:
        yield from properties(merged["items"], schemas, path)
    inner = merged.get("properties", {})
    if {"uk", "en", "ru"} <= set(inner):
        return
    for key, value in inner.items():
        if path and key in ("source", "section", "as_of", "other_sources"):
            continue
        yield f"{path}{key}"
        yield from properties(value, schemas, f"{path}{key}.")


def used(value: Any, path: str = "") -> Iterator[str]:
    """Every path of keys that stands in a value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{path}{key}"
            yield from used(inner, f"{path}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from used(inner, path)


#: Parts that stand in several files.
SHARED = ("activities.", "results.", "reports.", "coordination.", "memberships.", "funding.", "history.")


def shape(path: str) -> str:
    """A path with parts that look the same in several places under one name: enough that they are whole once."""
    path = re.sub(r"^(?:hotlines\.figures|activities\.results|reports\.key_figures|figures)\b", "results", path)
    path = re.sub(r"^(?:services|shelters|branches)\.status\b", "status", path)
    path = re.sub(r"^shelters\.admission\b", "services.way_in", path)
    return re.sub(r"^hotlines\.history\b", "history", path)


@pytest.mark.parametrize("name", ["organization", "hotline", "network", "confirmation", "sector"])
def test_every_property_of_the_schema_is_used(content: Content, name: str) -> None:
    groups: dict[str, list[Document]] = {
        "organization": list(content.organizations.values()),
        # A line in a profile is described by the same words as one of its own.
        "hotline": [
            *content.hotlines.values(),
            *(
                Document("", content.root, line)
                for organization in content.organizations.values()
                for line in organization.data.get("hotlines", ())
            ),
        ],
        "network": list(content.networks.values()),
        "confirmation": list(content.confirmations.values()),
        "sector": [content.sector],
    }
    there = {shape(path) for document in groups[name] for path in used(document.data)}
    missing = {shape(path) for path in properties(content.schemas.schema(name), content.schemas)} - there
    if name != "organization":  # parts that are the same in profiles are complete there
        missing = {path for path in missing if not path.startswith(SHARED)}
    assert missing - {"hotlines.synthetic"} == set()


def test_every_status_role_and_outcome_occurs(content: Content) -> None:
    full = content.organizations["full-example"].data
    schema = content.schemas.schema("organization")["properties"]
    statuses = content.schemas.lookup("https://example.org/schemas/common.schema.json#/$defs/status")
    assert {branch["status"]["value"] for branch in full["branches"]} == set(statuses["properties"]["value"]["enum"])
    outcomes = schema["proposals"]["items"]["properties"]["status"]["enum"]
    assert {proposal["status"] for proposal in full["proposals"]} == set(outcomes)
    roles = schema["contacts"]["items"]["properties"]["role"]["enum"]
    assert {contact["role"] for contact in full["contacts"]} == set(roles)
    assert {shelter["disclosure"] for shelter in full["shelters"]} == {"oblast", "country"}
    assert any(result["value"] < 10 for result in full["results"] if result["indicator"] == "people-assisted")
