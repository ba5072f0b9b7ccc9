"""Earlier content with today's confirmations: one organisation's mistake must not keep a withdrawn number online."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cso.publish.errors import UsageError

CONFIRMATIONS = "confirmations"
AUTO = "auto"
MOST_COMMITS = 50
"""How far back to look for content without errors."""


def candidates(commit: str, content: Path) -> tuple[str, ...]:
    """List the commits whose content to try, newest first.

    Args:
        commit: a name of a commit, which is tried alone, or `auto` for the latest changes of the content up to now.
        content: the content folder in its working tree.

    Raises:
        UsageError: not a git repository, or no commit has content here.
    """
    if commit != AUTO:
        return (commit,)
    listed = _git(content, "rev-list", "--first-parent", f"--max-count={MOST_COMMITS}", "HEAD", "--", ".").split()
    if not listed:
        raise UsageError(f"No commit has anything in {content}.")
    return tuple(listed)


@contextmanager
def last_good_content(commit: str, content: Path) -> Iterator[Path]:
    """Lay out the content of a commit in a temporary folder, with today's confirmations in place of its own.

    Args:
        commit: any name git knows it by.
        content: today's content folder in its working tree; its confirmations need not be committed.

    Yields:
        The folder, removed afterwards. The working tree and the index of git are not touched.

    Raises:
        UsageError: not a git repository, no such commit, no content in it, or no confirmations today.
    """
    confirmations = content / CONFIRMATIONS
    if not confirmations.is_dir():
        raise UsageError(f"{confirmations} is missing; it decides which contacts may be shown.")
    top = _git(content, "rev-parse", "--show-toplevel").rstrip("\n")
    place = _git(content, "rev-parse", "--show-prefix").rstrip("\n").rstrip("/")
    known = _git(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").strip()
    with tempfile.TemporaryDirectory(prefix="cso-last-good-") as folder:
        laid_out = Path(folder) / "content"
        laid_out.mkdir()
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(Path(top), "read-tree", f"{known}:{place}", environment=index)
        _git(Path(top), "checkout-index", "--all", f"--prefix={laid_out}/", environment=index)
        shutil.rmtree(laid_out / CONFIRMATIONS, ignore_errors=True)
        shutil.copytree(confirmations, laid_out / CONFIRMATIONS)
        yield laid_out


def _git(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run git in a folder and return what it says."""
    done = subprocess.run(  # noqa: S603  # no shell; a commit cannot be taken for an option
        ["git", "-C", str(folder), *arguments],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode:
        reason = done.stderr.strip() or "git does not know this commit"
        raise UsageError(f"The content of an earlier commit could not be read: {reason}")
    return done.stdout
