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
        BuildError: another build holds it.
    """
    cache_dir.mkdir(parents=True, exist_ok=True)
    with (cache_dir / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError("Another build is running here. Wait until it is done, then build again.") from None
        yield
