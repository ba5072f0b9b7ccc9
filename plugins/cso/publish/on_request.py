"""Capabilities that a build has only when asked for: they take long, need further packages, or change with the month.

What they made is not kept from an earlier build: a poster left behind could carry a number withdrawn today. A build
that does not ask for them removes it. A build that asks for one makes anew what others of them had made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

SETTING = "ON_REQUEST"
"""The setting with the names asked for."""

CAPABILITIES = {
    "documents": "build the site with posters and cards to print (installed by make documents)",
    "offline": "build the site with the help section as one file per language, for phones without a network",
}
"""What each is, by its name, which is also its subcommand and the folder it publishes into."""


def is_requested(settings: Mapping[str, Any], name: str) -> bool:
    """Whether this build was asked for a capability."""
    return name in settings.get(SETTING, ())


def requested(names: Collection[str], published: Iterable[str]) -> tuple[str, ...]:
    """What a build has to make: what it was asked for and, if that is anything, what earlier builds were asked for.

    Args:
        names: what it was asked for.
        published: the paths that earlier builds published.
    """
    if not names:
        return ()
    folders = {path.partition("/")[0] for path in published}
    return tuple(name for name in CAPABILITIES if name in names or name in folders)
