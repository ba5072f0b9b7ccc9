"""Archives (ZIP) that have the same bytes whenever and wherever they are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day that every entry carries: the first one the format knows."""


def packed(parts: Mapping[str, bytes], first: str) -> bytes:
    """The archive of `parts`: no times, no notes of the machine.

    Args:
        parts: content by name, in their order.
        first: name of the part that stands before all others.
    """
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: name != first):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return memory.getvalue()
