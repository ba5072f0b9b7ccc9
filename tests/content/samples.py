"""Small schemas and helpers, so that these tests do not depend on the real schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BASE = "https://example.org/schemas/"


def write_schemas(folder: Path, schemas: dict[str, dict[str, Any]]) -> Path:
    for name, schema in schemas.items():
        path = folder / f"{name}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"$id": f"{BASE}{name}.schema.json", **schema}), encoding="utf-8")
    return folder


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


COMMON = {
    "$defs": {
        "words": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {
                "uk": {"title": "Ukrainian", "x-uk": {"title": "Українською"}, "type": "string", "x-free-text": True},
                "en": {"title": "English", "x-uk": {"title": "Англійською"}, "type": "string", "x-free-text": True},
            },
        },
    }
}

PROFILE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"title": "Name", "x-uk": {"title": "Назва"}, "$ref": "common.schema.json#/$defs/words"},
        "history": {"title": "History", "type": "string", "x-markdown": True},
        "edrpou": {"type": "string", "format": "edrpou"},
    },
}

SITE = {"type": "object", "additionalProperties": False, "properties": {"launched": {"type": "boolean"}}}

ANYTHING: dict[str, Any] = {"type": "object"}
