"""Fixtures: schemas and a content folder made for the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.samples import ANYTHING, COMMON, PROFILE, SITE, write, write_schemas
from cso.content.schema import SchemaSet


@pytest.fixture
def schema_set(tmp_path: Path) -> Callable[[dict[str, dict[str, Any]]], SchemaSet]:
    """Makes a SchemaSet from schemas given by name."""
    return lambda schemas: SchemaSet(write_schemas(tmp_path / "schemas", schemas))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small valid project, which is the current directory: schemas and content of one organisation."""
    write_schemas(
        tmp_path / "schemas",
        {
            "common": COMMON,
            "organization": PROFILE,
            "site": SITE,
            "sector": ANYTHING,
            "hotline": ANYTHING,
            "network": ANYTHING,
            "confirmation": ANYTHING,
            "vocabularies/regions": ANYTHING,
        },
    )
    write(tmp_path / "content/site.yaml", "launched: false\n")
    write(tmp_path / "content/organizations/dawn/organization.yaml", "name:\n  uk: Світанок\nhistory: Since 1998.\n")
    write(tmp_path / "content/organizations/dawn/news/start.md", "Title: Start\n\nWe begin.\n")
    write(tmp_path / "content/pages/en/about.md", "About us.\n")
    write(tmp_path / "content/vocabularies/regions.yaml", "terms: []\n")
    write(tmp_path / "content/hotlines/line-1.yaml", "a: b\n")
    write(tmp_path / "content/confirmations/dawn.yaml", "a: b\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path
