"""The manifest: which files of the output folder are ours, kept outside of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from cso.publish.output import problem_with_path


def load_manifest(file: Path) -> dict[str, str] | None:
    """Read a manifest.

    Args:
        file: where it is kept.

    Returns:
        Path below the output folder → SHA-256 of the file in hexadecimal; None without a manifest that can be trusted.
    """
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict):
        return None
    if any(problem_with_path(path) or not isinstance(digest, str) for path, digest in data.items()):
        return None
    return data


def save_manifest(file: Path, entries: Mapping[str, str]) -> None:
    """Write a manifest, whole or not at all; the same entries always give the same bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_text(json.dumps(dict(sorted(entries.items())), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(file)
