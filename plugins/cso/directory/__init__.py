"""The Directory of everything published, and the Pelican plugin that builds it from checked content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from cso.content.check import check
from cso.directory.build import build_directory
from cso.directory.directory import Directory
from cso.publish.errors import ContentError

__all__ = ["Directory", "register"]


class DirectoryGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Checks the content and puts the Directory into Pelican's context, where every other plugin finds it."""

    def generate_context(self) -> None:
        """Check, then build.

        The setting ALLOW_SYNTHETIC lets invented examples stand; tests and benchmarks set it in their own projects.

        Raises:
            ContentError: the content has errors; nothing is built or written.
        """
        as_of = self.settings["AS_OF"]
        result = check(Path(self.path), as_of, allow_synthetic=self.settings.get("ALLOW_SYNTHETIC", False))
        report = self.settings["BUILD_REPORT"]
        report.findings = result.findings
        if result.content is None or result.has_errors:
            raise ContentError(result.findings)
        directory = build_directory(result.content, as_of)
        report.organizations = len(directory.organizations)
        self.context["directory"] = directory


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[DirectoryGenerator]:
    """Hand the generator to Pelican."""
    return DirectoryGenerator
