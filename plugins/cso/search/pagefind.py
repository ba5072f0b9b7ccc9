"""Runs Pagefind over documents and takes what it makes.

Its program is called as such: its Python interface waits a tenth of a second for the answer to every single record.
Its filters are not used: their files come out different every time, and the list of entries holds what they need.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pagefind.service import get_executable

from cso.publish import BuildError

_SIGNATURE = b"pagefind_dcd"
#: What the page of search needs of what Pagefind makes; the rest is for its own interfaces.
_NEEDED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind", "index/*")


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index: its files by path, and for each language the id that Pagefind gave to each document, in their order.

    Pagefind's own record of each document is left out: search has its own list, loaded as a whole, so that no request
    tells what was found.
    """

    files: Mapping[str, bytes]
    ids: Mapping[str, tuple[str, ...]]


def make_index(documents: Mapping[str, Sequence[str]]) -> SearchIndex:
    """Index documents.

    Args:
        documents: language → HTML documents.

    Raises:
        BuildError: Pagefind failed.
    """
    with tempfile.TemporaryDirectory(prefix="cso-search-") as folder:
        root = Path(folder)
        for language, texts in documents.items():
            (root / "site" / language).mkdir(parents=True)
            for number, text in enumerate(texts):
                (root / "site" / language / f"{number:06d}.html").write_text(text, encoding="utf-8")
        _run(root)
        found = root / "index"
        files = {
            path.relative_to(found).as_posix(): path.read_bytes()
            for pattern in _NEEDED
            for path in sorted(found.glob(pattern))
        }
        # Pagefind writes the languages in any order.
        entry = json.loads(files["pagefind-entry.json"])
        files["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
        return SearchIndex(files, _ids(found, documents))


def _run(root: Path) -> None:
    program = get_executable()
    if program is None:
        raise BuildError("The program of pagefind is missing. Run make site, which installs it.")
    # In a folder and with an environment of its own, so that no file or variable of the machine changes the index.
    done = subprocess.run(  # noqa: S603  # the program of the pinned package
        [program, "--site", "site", "--output-path", "index", "--glob", "**/*.html"],
        cwd=root,
        env={"PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"pagefind could not make the index of search: {done.stdout}{done.stderr}")


def _ids(found: Path, documents: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The id of each document, from the records that Pagefind made."""
    ids: dict[str, dict[int, str]] = {language: {} for language in documents}
    for path in sorted((found / "fragment").glob("*.pf_fragment")):
        record = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
        _, language, name = record["url"].split("/")
        ids[language][int(name.removesuffix(".html"))] = path.stem
    for language, texts in documents.items():
        if len(ids[language]) != len(texts):
            raise BuildError(f"pagefind took {len(ids[language])} of {len(texts)} entries of search in {language}.")
    return {language: tuple(by_number[number] for number in sorted(by_number)) for language, by_number in ids.items()}
