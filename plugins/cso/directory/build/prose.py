"""Read the prose pages of `content/pages/<language>/*.md`, in the format of Pelican's Markdown articles."""

from __future__ import annotations

from cso.content.repository import Content
from cso.directory.directory import Prose


def read_prose(content: Content) -> tuple[Prose, ...]:
    """Every prose page: metadata lines (`Title:`, `Summary:`, `Source:`, `Reviewed:`), an empty line, Markdown."""
    folder = content.root / "pages"
    pages = []
    for document in content.markdown:
        if not document.path.is_relative_to(folder):
            continue
        head, _, body = document.text.partition("\n\n")
        metadata = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
        pages.append(
            Prose(
                name=document.path.stem,
                language=document.path.parent.name,
                title=metadata.get("Title", document.path.stem).strip(),
                summary=metadata.get("Summary", "").strip(),
                source=metadata.get("Source", "").strip(),
                reviewed=metadata.get("Reviewed", "no").strip() == "yes",
                body=body.strip(),
            )
        )
    return tuple(sorted(pages, key=lambda page: (page.name, page.language)))
