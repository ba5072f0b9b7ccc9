"""Pelican plugin: the files that profiles name, as copies without metadata (design decision 8).

The kind of a file is told by `cso.content.attachments.kind_of_file`, as in the check; `cso.cleaning` makes the copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals

from cso.cleaning import CannotCleanError, cleaned
from cso.content.attachments import kind_of_file
from cso.directory import Directory
from cso.directory.organization import Attachment
from cso.pages.addresses import attachment_path
from cso.publish import BuildError, Output, OutputGenerator


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """What an output of this plugin shows: `place` below the content folder, kind, SHA-256 of the file there."""

    place: str
    kind: str
    sha256: str


class Copier:
    """Makes the published copy of an attached file."""

    def __init__(self, content: Path) -> None:
        """Copy from this content folder."""
        self.content = content

    def copy(self, file: AttachedFile) -> bytes:
        """The copy without metadata.

        Raises:
            BuildError: the file changed since the build began, or cannot be cleaned.
        """
        data = (self.content / file.place).read_bytes()
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise BuildError(f"{file.place} changed while the site was being built. Build again.")
        try:
            return cleaned(data, file.kind)
        except CannotCleanError as error:
            raise BuildError(f"{file.place} cannot be published without its metadata: {error}.") from error


class AttachmentsGenerator(OutputGenerator):
    """Gives a copy of every file that the Directory names."""

    may_be_empty = True

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """One output for each file, however often it is named."""
        content = Path(self.path)
        copier = Copier(content)
        files = {attachment_path(owner, file.path): file.place for owner, file in attached_files(directory)}
        for address, place in files.items():
            path = content / place
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield Output(address, copier.copy, AttachedFile(place, kind_of_file(path), digest))


def attached_files(directory: Directory) -> Iterator[tuple[str, Attachment]]:
    """Every file that the Directory names, with its owner; a file named twice comes twice."""
    for report in directory.reports():
        if report.file:
            yield report.owner, report.file
    for organization in directory.organizations:
        named = [organization.logo, *(policy.file for policy in organization.policies)]
        if organization.press:
            named += [release.file for release in organization.press.releases]
        yield from ((organization.slug, file) for file in named if file)


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[AttachmentsGenerator]:
    """Hand the generator to Pelican."""
    return AttachmentsGenerator
