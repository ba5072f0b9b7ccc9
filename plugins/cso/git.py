"""Git, asked as a program: what is in a commit or staged, laid out in a folder that is removed afterwards."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class GitError(Exception):
    """Git refused, or is not there; the text is what it says."""


def git(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run git in a folder and return what it says.

    Args:
        folder: where.
        arguments: the command and its arguments; a name that comes from outside stands behind `--end-of-options`.
        environment: variables on top of those of this process.

    Raises:
        GitError: it failed.
    """
    try:
        done = subprocess.run(  # noqa: S603  # no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env={**os.environ, **(environment or {})},
        )
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip() or "git does not know this commit")
    return done.stdout.decode("utf-8", "surrogateescape")


def top_and_prefix(folder: Path) -> tuple[Path, str]:
    """The top of the working tree that a folder lies in, and the path of the folder from there, without a slash.

    Raises:
        GitError: not in a working tree.
    """
    top = git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    return Path(top), git(folder, "rev-parse", "--show-prefix").rstrip("\n").rstrip("/")


@contextmanager
def staged_folder(folder: Path) -> Iterator[Path]:
    """Lay out a folder of the working tree as it is staged for the next commit.

    Yields:
        A folder of the same name, removed afterwards. The working tree and the index are not touched.

    Raises:
        GitError: not in a working tree.
    """
    top, prefix = top_and_prefix(folder)
    with tempfile.TemporaryDirectory(prefix="cso-staged-") as place:
        tree = git(top, "write-tree").strip()
        yield _lay_out(top, f"{tree}:{prefix}" if prefix else tree, Path(place), folder.name)


@contextmanager
def committed_folder(folder: Path, commit: str) -> Iterator[Path]:
    """Lay out a folder of the working tree as it is in a commit.

    Args:
        folder: the folder in its working tree.
        commit: any name git knows it by.

    Yields:
        A folder of the same name, removed afterwards. The working tree and the index are not touched.

    Raises:
        GitError: not in a working tree, no such commit, or no such folder in it.
    """
    top, prefix = top_and_prefix(folder)
    known = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").strip()
    with tempfile.TemporaryDirectory(prefix="cso-commit-") as place:
        yield _lay_out(top, f"{known}:{prefix}", Path(place), folder.name)


def _lay_out(top: Path, tree: str, place: Path, name: str) -> Path:
    laid_out = place / name
    laid_out.mkdir()
    index = {"GIT_INDEX_FILE": str(place / "index")}
    git(top, "read-tree", tree, environment=index)
    git(top, "checkout-index", "--all", f"--prefix={laid_out}/", environment=index)
    return laid_out
