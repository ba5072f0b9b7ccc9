"""Which file is what, by its place below the content folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from cso.content.formats import is_slug
from cso.romanisation import romanise

#: Folders whose YAML files each hold one record, to the schema of the record.
_RECORD_FOLDERS = {"hotlines": "hotline", "networks": "network", "confirmations": "confirmation"}

#: YAML files directly below the content folder, to their schema.
_SINGLE_FILES = {"site.yaml": "site", "sector.yaml": "sector"}

#: The file that describes an organisation in its folder.
PROFILE = "organization.yaml"

#: Where YAML files may stand, for a message.
PLACES_SHOWN = (
    "organizations/…/organization.yaml, hotlines/…, networks/…, confirmations/…, vocabularies/…, site.yaml, sector.yaml"
)


@dataclass(frozen=True)
class Kind:
    """What a YAML file is.

    Args:
        schema: name of its schema.
        id: id of the record: slug, file stem, or empty for the single files.
    """

    schema: str
    id: str = ""


def kind_of(path: PurePosixPath, schema_names: Collection[str]) -> Kind | None:
    """What the YAML file at `path` (relative to the content folder) is, or None if nothing reads it.

    Args:
        path: path ending in `.yaml`.
        schema_names: names of all schemas; a vocabulary is one that has a schema.
    """
    parts = path.parts
    if len(parts) == 1 and parts[0] in _SINGLE_FILES:
        return Kind(_SINGLE_FILES[parts[0]])
    if len(parts) == 3 and parts[0] == "organizations" and parts[2] == PROFILE:
        return Kind("organization", parts[1])
    if len(parts) == 2 and parts[0] in _RECORD_FOLDERS:
        return Kind(_RECORD_FOLDERS[parts[0]], path.stem)
    if len(parts) == 2 and parts[0] == "vocabularies" and f"vocabularies/{path.stem}" in schema_names:
        return Kind(f"vocabularies/{path.stem}", path.stem)
    return None


def owner_of(path: PurePosixPath) -> str:
    """Id of who owns the file at `path` (relative to the content folder): a slug, the id of a record, or empty."""
    parts = path.parts
    if len(parts) > 2 and parts[0] == "organizations":
        return parts[1]
    if len(parts) == 2 and parts[0] in _RECORD_FOLDERS:
        return path.stem
    return ""


def in_news_folder(path: PurePath) -> bool:
    """Whether the Markdown file at `path` (relative to the content folder) is news of an organisation."""
    parts = path.parts
    return len(parts) == 4 and parts[0] == "organizations" and parts[2] == "news"


def slug_like(name: str) -> str:
    """A slug made from a name, as an example for whoever has to rename something; Ukrainian words are romanised."""
    words = re.split(r"[^\w]+|_", re.sub("[’'ʼ`]", "", name.lower()))
    latin = "-".join(romanise(word) or word for word in words)
    slug = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    return slug if is_slug(slug) else "name-in-latin-letters"
