from __future__ import annotations

import errno
import multiprocessing
import os
from pathlib import Path

import pytest

from cso.publish.errors import BuildError
from cso.publish.files import publish
from cso.publish.lock import build_lock
from cso.publish.manifest import load_manifest, save_manifest
from cso.publish.output import Output

from .conftest import state, tree


def outputs(**files: str) -> list[Output]:
    """Outputs from `path__html=text`; `__` stands for a dot, `___` for a slash."""
    return [Output(name.replace("___", "/").replace("__", "."), str.encode, text) for name, text in files.items()]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / ".cache"


def test_files_are_written_and_counted(output: Path, cache: Path) -> None:
    summary = publish(outputs(index__html="a", help___index__html="b"), output, cache)
    assert tree(output) == {"index.html": b"a", "help/index.html": b"b"}
    assert summary.written == ("help/index.html", "index.html")
    assert sorted(path.name for path in cache.iterdir()) == ["manifest.json"]
    assert load_manifest(cache / "manifest.json") == {
        "index.html": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "help/index.html": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
    }


def test_unchanged_files_are_not_touched(output: Path, cache: Path) -> None:
    publish(outputs(a="1", b="2"), output, cache)
    before, manifest = state(output), (cache / "manifest.json").read_bytes()
    summary = publish(outputs(b="2", a="1"), output, cache)
    assert state(output) == before
    assert (cache / "manifest.json").read_bytes() == manifest
    assert (summary.written, summary.unchanged, summary.removed) == ((), ("a", "b"), ())


def test_only_what_differs_is_written(output: Path, cache: Path) -> None:
    publish(outputs(a="1", b="2"), output, cache)
    before = state(output)
    assert publish(outputs(a="1", b="3"), output, cache).written == ("b",)
    assert state(output)["a"] == before["a"]
    assert tree(output)["b"] == b"3"


def test_damaged_file_is_repaired(output: Path, cache: Path) -> None:
    publish(outputs(a="1"), output, cache)
    (output / "a").write_text("!")
    assert publish(outputs(a="1"), output, cache).written == ("a",)
    assert tree(output) == {"a": b"1"}


def test_what_no_longer_belongs_is_removed(output: Path, cache: Path) -> None:
    publish(outputs(a="1", old___page="2"), output, cache)
    (output / "stray").write_text("not ours")
    (output / "empty").mkdir()
    summary = publish(outputs(a="1"), output, cache)
    assert summary.removed == ("old/page", "stray")
    assert [path.name for path in output.iterdir()] == ["a"]


def test_failing_maker_changes_nothing(output: Path, cache: Path) -> None:
    publish(outputs(a="1", old="2"), output, cache)
    before = state(output)
    with pytest.raises(ZeroDivisionError):
        publish([*outputs(a="new"), Output("b", lambda view: view / 0, 1)], output, cache)
    assert state(output) == before
    assert not (cache / "staging").exists()


def test_file_becomes_folder_and_back(output: Path, cache: Path) -> None:
    publish(outputs(help="1"), output, cache)
    publish(outputs(help___a___b="2"), output, cache)
    assert tree(output) == {"help/a/b": b"2"}
    publish(outputs(help="1"), output, cache)
    assert tree(output) == {"help": b"1"}


def test_links_in_the_output_are_removed_and_not_followed(tmp_path: Path, output: Path, cache: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a").write_text("1")
    (outside / "precious").write_text("precious")
    publish(outputs(a="1", folder___a="1"), output, cache)
    before = state(outside)
    (output / "a").unlink()
    (output / "a").symlink_to(outside / "a")
    (output / "folder" / "a").unlink()
    (output / "folder").rmdir()
    (output / "folder").symlink_to(outside)
    (output / "stray").symlink_to(outside)
    (output / "broken").symlink_to(tmp_path / "nowhere")
    publish(outputs(a="1", folder___a="1"), output, cache)
    assert state(outside) == before
    assert tree(output) == {"a": b"1", "folder/a": b"1"}
    assert not any(path.is_symlink() for path in output.rglob("*"))


def test_output_that_is_a_link_is_refused(tmp_path: Path, output: Path, cache: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    output.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="symbolic link"):
        publish(outputs(a="1"), output, cache)


def test_output_that_is_a_file_is_refused(output: Path, cache: Path) -> None:
    output.write_text("a file")
    with pytest.raises(BuildError, match="is a file"):
        publish(outputs(a="1"), output, cache)


def test_folder_with_files_of_others_is_left_alone(output: Path, cache: Path) -> None:
    output.mkdir()
    (output / "letter.txt").write_text("dear all")
    before = state(output)
    with pytest.raises(BuildError, match=r"letter\.txt"):
        publish(outputs(a="1"), output, cache)
    assert state(output) == before


def test_folder_of_an_earlier_build_is_adopted_without_its_manifest(output: Path, cache: Path) -> None:
    publish(outputs(a="1"), output, cache)
    (cache / "manifest.json").write_text("damaged")
    assert publish(outputs(a="1", b="2"), output, cache).written == ("b",)


def _publish_and_die(output: Path, cache: Path, files: dict[str, str], after: int) -> None:
    """Publish, and end the process without any clean-up after so many files."""
    replace = Path.replace
    left = after

    def counting(self: Path, target: Path) -> Path:
        nonlocal left
        if target.is_relative_to(output):
            if not left:
                os._exit(9)
            left -= 1
        return replace(self, target)

    Path.replace = counting  # type: ignore[method-assign,assignment]
    publish(outputs(**files), output, cache)


@pytest.mark.parametrize("first", [{}, {"a": "0", "b": "1", "old": "1"}])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_next_build_repairs_a_killed_one(output: Path, cache: Path, first: dict[str, str], after: int) -> None:
    if first:
        publish(outputs(**first), output, cache)
    process = multiprocessing.get_context("fork").Process(
        target=_publish_and_die, args=(output, cache, {"a": "1", "b": "2", "c": "3"}, after)
    )
    process.start()
    process.join()
    assert process.exitcode == 9
    whole = {b"0", b"1", b"2", b"3"}
    assert set(tree(output).values()) <= whole if output.exists() else not first
    publish(outputs(a="1", d="4"), output, cache)
    assert tree(output) == {"a": b"1", "d": b"4"}
    assert not (cache / "staging").exists()


def test_cache_on_another_file_system(output: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if self.is_relative_to(cache) and target.is_relative_to(output):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    publish(outputs(a="1", b___c="2"), output, cache)
    assert tree(output) == {"a": b"1", "b/c": b"2"}


def test_full_disk_is_told_plainly(output: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BuildError, match="No space left on device"):
        publish(outputs(a="1"), output, cache)
    assert not output.exists()


def test_progress_is_told(output: Path, cache: Path) -> None:
    told: list[tuple[int, int]] = []
    publish(outputs(a="1", b="2"), output, cache, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("text", ["", "[]", '{"../a": "0"}', '{"a": 1}', "{"])
def test_manifest_that_cannot_be_trusted_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert load_manifest(tmp_path / "manifest.json") is None
    assert load_manifest(tmp_path / "missing.json") is None


def test_manifest_has_one_form(tmp_path: Path) -> None:
    save_manifest(tmp_path / "one.json", {"a": "1", "b": "2"})
    save_manifest(tmp_path / "two.json", {"b": "2", "a": "1"})
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert load_manifest(tmp_path / "one.json") == {"a": "1", "b": "2"}


def test_two_builds_at_once_are_refused(cache: Path) -> None:
    with build_lock(cache), pytest.raises(BuildError, match="Another build is running"), build_lock(cache):
        pass
    with build_lock(cache):
        pass
