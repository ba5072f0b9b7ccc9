"""Pelican's writer, replaced by one that collects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from pelican.writers import Writer

from cso.publish.errors import BuildError
from cso.publish.output import Output
from cso.publish.publication import Publication


class PublicationWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Collects outputs instead of writing files; what wants to write by itself is refused."""

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        publication = settings.get("PUBLICATION")
        if not isinstance(publication, Publication):
            raise BuildError("PELICAN_CLASS in pelicanconf.py must be cso.publish.site.CommandLineSite.")
        self.publication = publication

    def collect(self, outputs: Iterable[Output], contributor: str) -> tuple[str, ...]:
        """Take outputs into the publication; see `Publication.add`."""
        return self.publication.add(outputs, contributor)

    def write_file(self, name: str, *arguments: Any, **named: Any) -> NoReturn:
        """Refuse: nothing is written around the publication."""
        raise BuildError(
            f"Something wants to write {name} by itself. Give it as an output instead (docs/publishing.md)."
        )

    def write_feed(self, *arguments: Any, path: str | None = None, **named: Any) -> NoReturn:
        """Refuse: Pelican's feeds know articles only, ours come from the directory."""
        self.write_file(path or "a feed")
