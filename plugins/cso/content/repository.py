"""All content of the project, read, typed and checked against the schemas.

Everything wrong is reported in one run: a document that does not fit its schema is carried all the same, so that the
rules can look at the rest of it, and one that cannot be read stands in as an empty one, so that its id is known.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from cso.content.document import Document, Location
from cso.content.findings import START, Finding, Position, shown_path
from cso.content.formats import is_slug
from cso.content.places import PLACES_SHOWN, PROFILE, Kind, kind_of, owner_of, slug_like
from cso.content.reader import read_yaml
from cso.content.schema import Place, SchemaSet, typed, validate, walk
from cso.content.text import read_text

__all__ = ["Content", "Document", "MarkdownDocument", "Text", "default_schemas", "load", "texts"]

_YAML_ENDINGS = (".yaml", ".yml")
_PACKAGE_SCHEMAS = Path(__file__).resolve().parents[3] / "schemas"


@dataclass(frozen=True)
class MarkdownDocument:
    """A file of prose.

    Args:
        file: path as shown in findings.
        path: path on disk.
        text: all of it, front matter included.
        owner: slug of the organisation in whose folder it stands, or empty.
    """

    file: str
    path: Path
    text: str
    owner: str = ""


@dataclass(frozen=True)
class Text:
    """One human text: a value of YAML, or a line of Markdown.

    Args:
        file: path as shown in findings.
        position: where it begins.
        location: where it stands in the YAML document; empty for a line of Markdown.
        value: the text.
        is_markdown: whether it is written in Markdown.
        owner: slug or id of the owner of the file, or empty.
    """

    file: str
    position: Position
    location: Location
    value: str
    is_markdown: bool
    owner: str


@dataclass(frozen=True)
class Content:
    """Everything below the content folder.

    Args:
        root: the content folder.
        schemas: the schemas it was checked against.
        site: `site.yaml`; empty data if it is missing.
        sector: `sector.yaml`; empty data if it is missing.
        organizations: profiles by slug.
        hotlines: lines that no organisation here runs, by id.
        networks: networks by id.
        confirmations: confirmations by owner.
        vocabularies: shared lists by file stem.
        markdown: every `*.md`.
        unreadable: shown paths of YAML files that stand in as empty documents.
    """

    root: Path
    schemas: SchemaSet
    site: Document
    sector: Document
    organizations: dict[str, Document] = field(default_factory=dict)
    hotlines: dict[str, Document] = field(default_factory=dict)
    networks: dict[str, Document] = field(default_factory=dict)
    confirmations: dict[str, Document] = field(default_factory=dict)
    vocabularies: dict[str, Document] = field(default_factory=dict)
    markdown: tuple[MarkdownDocument, ...] = ()
    unreadable: frozenset[str] = frozenset()

    def documents(self) -> Iterator[Document]:
        """Every YAML document, in a stable order."""
        yield self.site
        yield self.sector
        for group in (self.organizations, self.hotlines, self.networks, self.confirmations, self.vocabularies):
            yield from group.values()

    def places(self, document: Document) -> Iterator[Place]:
        """Every value of a document with its schema (see `schema.walk`)."""
        return walk(document, document.schema, self.schemas)

    def owner(self, document: Document) -> str:
        """Slug or id of who owns a document; empty for the files of the whole site."""
        return owner_of(_below(document.path, self.root))


def default_schemas(root: Path) -> Path:
    """The folder of schemas that belongs to a content folder: `schemas/` beside it, else that of this project."""
    beside = Path(os.path.abspath(root)).parent / "schemas"  # noqa: PTH100 (resolve() would follow links)
    return beside if beside.is_dir() else _PACKAGE_SCHEMAS


def load(root: Path, schemas: SchemaSet | None = None) -> tuple[Content, list[Finding]]:
    """Read, type and check everything below the content folder against the schemas.

    Args:
        root: the content folder.
        schemas: the schemas; those of `default_schemas` if left out.

    Returns:
        The content and all findings on files, YAML and schema (not yet those of the rules), sorted.

    Raises:
        NotADirectoryError: there is no such folder.
        SchemaError: the schemas are broken.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"no such folder: {root}")
    return _Loader(root, schemas or SchemaSet(default_schemas(root))).load()


def texts(content: Content) -> Iterator[Text]:
    """Every human text: values of YAML that the schema marks as such, and every line of Markdown with its number."""
    for document in content.documents():
        owner = content.owner(document)
        for place in content.places(document):
            if isinstance(place.value, str) and (place.schema.get("x-free-text") or place.schema.get("x-markdown")):
                is_markdown = bool(place.schema.get("x-markdown"))
                yield Text(document.file, place.position, place.location, place.value, is_markdown, owner)
    for prose in content.markdown:
        for number, line in enumerate(prose.text.split("\n"), start=1):
            if line.strip():
                yield Text(prose.file, Position(number, 1), (), line, True, prose.owner)


class _Loader:
    """Goes through the content folder once and gathers documents and findings."""

    def __init__(self, root: Path, schemas: SchemaSet) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._schemas = schemas
        self._findings: list[Finding] = []
        self._groups: dict[str, dict[str, Document]] = {}
        self._markdown: list[MarkdownDocument] = []
        self._unreadable: set[str] = set()

    def load(self) -> tuple[Content, list[Finding]]:
        """Read everything."""
        for path in self._files():
            self._take(path)
        content = Content(
            root=self._root,
            schemas=self._schemas,
            site=self._single("site", required=True),
            sector=self._single("sector", required=False),
            organizations=self._groups.get("organization", {}),
            hotlines=self._groups.get("hotline", {}),
            networks=self._groups.get("network", {}),
            confirmations=self._groups.get("confirmation", {}),
            vocabularies=self._groups.get("vocabularies", {}),
            markdown=tuple(self._markdown),
            unreadable=frozenset(self._unreadable),
        )
        return content, sorted(self._findings)

    def _files(self) -> Iterator[Path]:
        """Ordinary files in a stable order; links that lead out are reported and left."""
        for folder, folder_names, file_names in os.walk(self._root, onerror=self._report_unreadable_folder):
            folder_names[:] = sorted(name for name in folder_names if not name.startswith("."))
            for name in list(folder_names):
                if (Path(folder) / name).is_symlink():
                    folder_names.remove(name)
                    outside = not self._is_inside(Path(folder) / name)
                    self._report(Path(folder) / name, "link-outside" if outside else "link-to-folder")
            self._check_folder(Path(folder), folder_names, file_names)
            for name in sorted(file_names):
                path = Path(folder) / name
                if path.is_symlink() and not self._is_inside(path):
                    self._report(path, "link-outside")
                else:
                    yield path

    def _is_inside(self, path: Path) -> bool:
        try:
            return path.resolve().is_relative_to(self._real_root)
        except (OSError, RuntimeError):  # links that lead to each other
            return True

    def _check_folder(self, folder: Path, folder_names: list[str], file_names: list[str]) -> None:
        parts = _below(folder, self._root).parts
        if len(parts) != 2 or parts[0] != "organizations":
            return
        if not is_slug(parts[1]):
            self._report(folder, "folder-not-slug", example=slug_like(parts[1]))
        holds_something = folder_names or any(not name.startswith(".") for name in file_names)
        if PROFILE not in file_names and holds_something:
            self._report(folder / PROFILE, "file-missing", name=PROFILE)

    def _take(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending in _YAML_ENDINGS:
            if path.suffix != ".yaml":
                self._report(path, "file-ending", ending=path.suffix[1:], name=f"{path.stem}.yaml")
                return
            below = _below(path, self._root)
            kind = kind_of(below, self._schemas.names)
            if kind is None:
                self._report(path, "file-not-used", places=PLACES_SHOWN)
                return
            if len(below.parts) == 2 and not is_slug(path.stem):
                self._report(path, "file-not-slug", example=slug_like(path.stem))
            self._take_yaml(path, kind)
        elif ending == ".md":
            self._take_markdown(path)

    def _take_yaml(self, path: Path, kind: Kind) -> None:
        shown = shown_path(path)
        document, findings = read_yaml(path, shown)
        self._findings.extend(findings)
        if document is None:
            self._unreadable.add(shown)
            document = Document(shown, path, {}, schema=kind.schema)
        else:
            document = typed(document, kind.schema, self._schemas)
            self._findings.extend(validate(document, kind.schema, self._schemas))
        group = kind.schema.partition("/")[0]
        self._groups.setdefault(group, {})[kind.id] = document

    def _take_markdown(self, path: Path) -> None:
        shown = shown_path(path)
        source, findings = read_text(path, shown, tabs_allowed=True)
        self._findings.extend(findings)
        if source is not None:
            owner = owner_of(_below(path, self._root))
            self._markdown.append(MarkdownDocument(shown, path, source.text, owner))

    def _single(self, schema: str, *, required: bool) -> Document:
        documents = self._groups.get(schema, {})
        if "" in documents:
            return documents[""]
        path = self._root / f"{schema}.yaml"
        if required:
            self._report(path, "file-missing", name=path.name)
        return Document(shown_path(path), path, {}, schema=schema)

    def _report(self, path: Path, code: str, /, **arguments: str) -> None:
        self._findings.append(Finding.at(shown_path(path), START, code, **arguments))

    def _report_unreadable_folder(self, error: OSError) -> None:
        reason = error.strerror or "?"
        self._report(Path(str(error.filename)), "file-unreadable", reason=reason)


def _below(path: Path, root: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(root).as_posix())
