"""Who owns which part of the repository, from `content/site.yaml`; the file that the platform reads is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cso.content.repository import Content

PROJECT_PARTS = (
    ".github",
    ".githooks",
    "schemas",
    "theme",
    "plugins",
    "requirements",
    "pelicanconf.py",
    "pyproject.toml",
)


@dataclass(frozen=True)
class Owners:
    """Handles on the platform, each beginning with `@`.

    Attributes:
        editors: who answers for everything that is nobody else's.
        safeguarding: who answers for confirmations.
        organizations: slug to the handles of the organisation's own people.
    """

    editors: tuple[str, ...]
    safeguarding: tuple[str, ...]
    organizations: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, content: Content) -> Owners:
        """The owners that a site names."""
        site = content.site
        named = {
            site.text((*location, "organization")): _handles(site.get((*location, "handles")))
            for location, _ in site.items(("owners",))
        }
        return cls(
            editors=_handles(site.get(("editors", "editors"))) or _handles(site.get(("editors", "safeguarding"))),
            safeguarding=_handles(site.get(("editors", "safeguarding"))),
            organizations={slug: handles for slug, handles in named.items() if slug and handles},
        )

    def of_path(self, below: str | None) -> tuple[str, ...]:
        """Who answers for a file.

        Args:
            below: path from the content folder; None for a file that is not in it.
        """
        parts = PurePosixPath(below).parts if below else ()
        if parts[:1] == ("confirmations",):
            return self.safeguarding
        if parts[:1] == ("organizations",) and len(parts) > 2:
            return self.organizations.get(parts[1], ()) or self.editors
        return self.editors


def codeowners(owners: Owners, prefix: str = "content") -> str:
    """The text of `.github/CODEOWNERS`; the last line that fits a file counts.

    Args:
        owners: as the site names them.
        prefix: the content folder from the top of the repository.
    """
    return "\n".join(_lines(owners, prefix)) + "\n"


def _lines(owners: Owners, prefix: str) -> Iterator[str]:
    yield "# Made by cso owners from content/site.yaml; do not edit by hand."
    yield "# It asks for nothing before the protection of the main branch is switched on: docs/editors.md."
    if not owners.editors:
        yield "# content/site.yaml names no editors yet, so nobody owns anything."
        return
    everybody = " ".join(owners.editors)
    yield f"* {everybody}"
    for slug, handles in sorted(owners.organizations.items()):
        yield f"/{prefix}/organizations/{slug}/ {' '.join(dict.fromkeys((*handles, *owners.editors)))}"
    if owners.safeguarding:
        yield f"/{prefix}/confirmations/ {' '.join(owners.safeguarding)}"
        yield f"/{prefix}/vocabularies/do-not-publish.yaml {' '.join(owners.safeguarding)}"
    yield f"/{prefix}/site.yaml {everybody}"
    yield from (f"/{part} {everybody}" for part in PROJECT_PARTS)


def _handles(value: object) -> tuple[str, ...]:
    return tuple(handle for handle in value if isinstance(handle, str)) if isinstance(value, list) else ()
