"""Earlier content with today's confirmations: one organisation's mistake must not keep a withdrawn number online."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cso.git import GitError, committed_folder, git
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
    try:
        listed = git(content, "rev-list", "--first-parent", f"--max-count={MOST_COMMITS}", "HEAD", "--", ".").split()
    except GitError as error:
        raise UsageError(f"The content of an earlier commit could not be read: {error}") from None
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
    try:
        with committed_folder(content, commit) as laid_out:
            shutil.rmtree(laid_out / CONFIRMATIONS, ignore_errors=True)
            shutil.copytree(confirmations, laid_out / CONFIRMATIONS)
            yield laid_out
    except GitError as error:
        raise UsageError(f"The content of an earlier commit could not be read: {error}") from None
