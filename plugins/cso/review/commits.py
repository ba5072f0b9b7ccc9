"""A proposed change as git knows it: which files it touches, and the content before and after, as data alone."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cso.content.check import CheckResult, check
from cso.git import committed_folder, git, top_and_prefix

REGULAR, EXECUTABLE, LINK, SUBMODULE, ABSENT = "100644", "100755", "120000", "160000", "000000"
"""File modes of git."""


@dataclass(frozen=True)
class ChangedFile:
    """A file that a change adds, removes or alters.

    Attributes:
        path: from the top of the repository.
        old_mode, new_mode: modes of git; `000000` where the file is not there.
        size: bytes after the change; 0 if it is gone.
    """

    path: str
    old_mode: str
    new_mode: str
    size: int

    @property
    def is_added(self) -> bool:
        """Whether it was not there before."""
        return self.old_mode == ABSENT

    @property
    def is_removed(self) -> bool:
        """Whether it is not there afterwards."""
        return self.new_mode == ABSENT


@dataclass(frozen=True)
class Side:
    """The content before or after a change, read and checked with the schemas of the running code.

    Attributes:
        result: content and findings, their paths as in the repository.
    """

    result: CheckResult


@dataclass(frozen=True)
class ProposedChange:
    """A change with both its sides.

    Attributes:
        files: every file it touches, by path.
        prefix: the content folder from the top of the repository, e.g. `content`.
        base, head: the content where the change began, and with it.
        as_of: the day that ages count to.
    """

    files: tuple[ChangedFile, ...]
    prefix: str
    base: Side
    head: Side
    as_of: date

    def below(self, path: str) -> str | None:
        """A path from the content folder, or None if it is elsewhere."""
        return path.removeprefix(f"{self.prefix}/") if path.startswith(f"{self.prefix}/") else None


@contextmanager
def proposed_change(
    content: Path, schemas: Path, base: str, head: str | None, as_of: date, *, allow_synthetic: bool = False
) -> Iterator[ProposedChange]:
    """Read a change: from where it left `base` to `head`.

    Args:
        content: the content folder in its working tree.
        schemas: the folder of schemas to judge by.
        base: any name git knows the target by.
        head: any name git knows the change by; None for the working tree.
        as_of: the day that ages count to.
        allow_synthetic: whether invented examples may stand.

    Raises:
        GitError: not a repository, or no such commits.
    """
    top, prefix = top_and_prefix(content)
    schemas = schemas.absolute()  # the folder of the process changes below
    start = git(top, "merge-base", "--end-of-options", base, head or "HEAD").strip()
    files = tuple(sorted(_files(top, start, head), key=lambda file: file.path))
    with ExitStack() as stack:
        before = stack.enter_context(committed_folder(content, start))
        after = stack.enter_context(committed_folder(content, head)) if head else content.absolute()
        yield ProposedChange(
            files,
            prefix,
            _side(before, schemas, as_of, allow_synthetic),
            _side(after, schemas, as_of, allow_synthetic),
            as_of,
        )


def _side(folder: Path, schemas: Path, as_of: date, allow_synthetic: bool) -> Side:
    # Standing beside the folder, findings show the paths of the repository.
    with contextlib.chdir(folder.parent):
        return Side(check(Path(folder.name), as_of, schemas, allow_synthetic=allow_synthetic))


def _files(top: Path, start: str, head: str | None) -> Iterator[ChangedFile]:
    commits = (start, head) if head else (start,)
    fields = git(top, "diff", "--raw", "-z", "--no-renames", "--no-ext-diff", "--abbrev=40", *commits).split("\0")
    for meta, path in zip(fields[::2], fields[1::2], strict=False):
        old_mode, new_mode, _, new_blob, _ = meta.removeprefix(":").split(" ")
        size = 0
        if new_mode not in (ABSENT, SUBMODULE):
            known = set(new_blob) != {"0"}
            size = int(git(top, "cat-file", "-s", new_blob)) if known else (top / path).lstat().st_size
        yield ChangedFile(path, old_mode, new_mode, size)
