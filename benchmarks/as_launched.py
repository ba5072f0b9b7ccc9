"""Pelican plugin for measurements alone: shows invented content as it would stand once launched.

Content itself can never say so: `launched: true` is refused where there are invented records. Stands right behind
`cso.directory` in the PLUGINS of a temporary project.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pelican import signals
from pelican.generators import Generator


class AsLaunched(Generator):  # type: ignore[misc]  # Pelican has no types
    """Takes the band and `noindex` off by changing the Directory that the other plugins read."""

    def generate_context(self) -> None:
        """Change one field of the Directory; refuse to touch anything but invented content."""
        if not self.settings.get("ALLOW_SYNTHETIC"):
            raise ValueError("this plugin is for invented content alone")
        directory = self.context["directory"]
        self.context["directory"] = replace(directory, site=replace(directory.site, launched=True))

    def generate_output(self, writer: Any) -> None:
        """Write nothing."""


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[AsLaunched]:
    """Hand the generator to Pelican."""
    return AsLaunched
