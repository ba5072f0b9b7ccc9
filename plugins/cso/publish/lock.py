"""One build at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cso.publish.errors import BuildError


@contextmanager
def build_lock(cache_dir: Path) -> Iterator[None]:
    """Hold the lock of a cache folder, created when missing.

    The operating system lets go of it when the process ends, however it ends: there is no stale lock to remove.

    Raises:
        BuildError: another build holds it, or the folder cannot be written.
    """
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        file = (cache_dir / "lock").open("w")
    except OSError as error:
        raise BuildError(f"The build needs a folder for its state: {error}.") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError("Another build is running here. Wait until it is done, then build again.") from None
        yield
