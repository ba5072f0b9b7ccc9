"""From outputs to files: each whole or not at all, only when its bytes differ, and nothing left that does not belong.

Everything is made before the first visible change, into a staging folder in the cache, so that a failing maker leaves
the site as it was and thousands of pages do not have to fit into memory. What follows is renaming. A build that is
killed in between leaves whole files, old and new; the next build finds the rest.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cso.publish.errors import BuildError
from cso.publish.manifest import load_manifest, save_manifest
from cso.publish.output import Output
from cso.publish.publication import Publication

MANIFEST = "manifest.json"
STAGING = "staging"
PART = ".cso-part"
"""Name of a file on its way in, used only when the cache is on another file system than the output."""

Progress = Callable[[int, int], None]
"""Told after each output: how many are made, of how many."""


@dataclass(frozen=True, slots=True)
class PublishSummary:
    """What publishing did: paths below the output folder, sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(
    outputs: Iterable[Output], output_dir: Path, cache_dir: Path, progress: Progress | None = None
) -> PublishSummary:
    """Make all outputs, then bring the output folder to exactly these files.

    Args:
        outputs: everything that belongs into the folder; what is not among it goes.
        output_dir: the folder of the site, created when missing.
        cache_dir: where the manifest and the staging folder are kept; the caller holds its lock.
        progress: told after each output that is made.

    Returns:
        What was written, left and removed.

    Raises:
        BuildError: a path is bad or double or the folder is not ours, and nothing changed; or the disk refused.
        Exception: whatever a maker raised; nothing changed.
    """
    publication = Publication()
    publication.add(outputs, "This build")
    publication.check()
    manifest_file = cache_dir / MANIFEST
    previous = load_manifest(manifest_file)
    refuse_foreign_folder(output_dir, {output.path for output in publication}, previous is not None)
    staging = cache_dir / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        entries, staged, unchanged = _stage(publication, output_dir, staging, progress)
        # From here on the folder is ours, whatever stops us: both what was there and what is to come.
        save_manifest(manifest_file, {**(previous or {}), **entries})
        for path, file in staged.items():
            _put(file, output_dir, path)
        removed = _prune(output_dir, entries)
        save_manifest(manifest_file, entries)
    except OSError as error:
        raise BuildError(f"Could not write the site: {error}. Build again when this is solved.") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return PublishSummary(tuple(staged), tuple(unchanged), tuple(removed))


def refuse_foreign_folder(output_dir: Path, paths: set[str], has_manifest: bool) -> None:
    """Raise BuildError when publishing to this folder could destroy what is not ours.

    Args:
        output_dir: the folder.
        paths: what is to be published.
        has_manifest: whether an earlier build published here.
    """
    if output_dir.is_symlink():
        raise BuildError(f"{output_dir} is a symbolic link. Name the folder itself, so that nothing else is emptied.")
    if not output_dir.exists():
        return
    if not output_dir.is_dir():
        raise BuildError(f"{output_dir} is a file. Name a folder for the site.")
    if has_manifest:
        return
    foreign = [path for path in _files(output_dir) if path not in paths]
    if foreign:
        raise BuildError(
            f"{output_dir} holds files that no build here is known to have made, e.g. {foreign[0]}. "
            "Nothing was changed. Name another folder, or empty this one if its files are not needed."
        )


def _stage(
    publication: Publication, output_dir: Path, staging: Path, progress: Progress | None
) -> tuple[dict[str, str], dict[str, Path], list[str]]:
    """Make every output; keep those that differ from what is there.

    Returns:
        Digests by path, staged files by path, and the paths left as they are.
    """
    entries: dict[str, str] = {}
    staged: dict[str, Path] = {}
    unchanged: list[str] = []
    for number, output in enumerate(publication, start=1):
        data = output.make()
        entries[output.path] = hashlib.sha256(data).hexdigest()
        if _holds(output_dir, output.path, data):
            unchanged.append(output.path)
        else:
            staged[output.path] = staging / str(number)
            staged[output.path].write_bytes(data)
        if progress:
            progress(number, len(publication))
    return entries, staged, unchanged


def _holds(output_dir: Path, path: str, data: bytes) -> bool:
    """Tell whether a plain file with these bytes is at the path, no link on the way."""
    target = output_dir / path
    try:
        status = target.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        if any(folder.is_symlink() for folder in _folders(output_dir, path)):
            return False
        return target.read_bytes() == data
    except OSError:
        return False


def _folders(output_dir: Path, path: str) -> list[Path]:
    """List the folders between the output folder and a file, from the top."""
    parents = list(PurePosixPath(path).parents)[:-1]
    return [output_dir / parent for parent in reversed(parents)]


def _put(staged: Path, output_dir: Path, path: str) -> None:
    """Move a staged file to its place in one step, after removing whatever else stands in the way."""
    target = output_dir / path
    output_dir.mkdir(parents=True, exist_ok=True)
    for folder in _folders(output_dir, path):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()
        folder.mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = target.with_name(PART)
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            file.write(staged.read_bytes())
        part.replace(target)


def _prune(output_dir: Path, entries: dict[str, str]) -> list[str]:
    """Remove every file and link that is not among the entries, and empty folders.

    Returns:
        The paths removed, sorted.
    """
    removed = [path for path in _files(output_dir) if path not in entries]
    for path in removed:
        (output_dir / path).unlink()
    for folder, _, _ in os.walk(output_dir, topdown=False):
        if Path(folder) != output_dir and not any(Path(folder).iterdir()):
            Path(folder).rmdir()
    return removed


def _files(output_dir: Path) -> list[str]:
    """List everything in the folder that is not a folder, links not followed: paths below it, with `/`, sorted."""
    found = []
    for folder, folders, files in os.walk(output_dir):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [(Path(folder) / name).relative_to(output_dir).as_posix() for name in [*files, *links]]
    return sorted(found)
