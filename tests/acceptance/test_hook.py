"""The hook before a commit, in a real repository: what endangers people never gets into one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from synthetic import SyntheticProject

PROJECT = Path(__file__).parents[2]
STREET = "вул. Вигадана, 7"


@pytest.fixture
def repository(synthetic_project: SyntheticProject) -> SyntheticProject:
    """The invented content as a repository with the hook switched on, as `make hooks` does."""
    root = synthetic_project.root
    shutil.copytree(PROJECT / ".githooks", root / ".githooks")
    (root / ".venv").symlink_to(PROJECT / ".venv")
    # The invented organisations of this repository are no examples to the hook.
    shutil.rmtree(synthetic_project.content / "organizations")
    shutil.copytree(PROJECT / "content", synthetic_project.content, dirs_exist_ok=True)
    for command in (
        ("init", "--quiet"),
        ("config", "user.name", "Example"),
        ("config", "user.email", "example@example.org"),
        ("config", "core.hooksPath", ".githooks"),
        ("add", "content"),
    ):
        git(root, *command)
    return synthetic_project


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "uk_UA.UTF-8"}
    return subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, env=environment, check=False)


def test_a_commit_with_a_street_is_stopped_before_it_exists(repository: SyntheticProject) -> None:
    profile = repository.content / "organizations/la-strada-ukraine/organization.yaml"
    clean = profile.read_text("utf-8")
    assert git(repository.root, "commit", "-m", "first").returncode == 0
    profile.write_text(
        clean.replace("summary:\n  uk: >-\n", f"summary:\n  uk: >-\n    Приходьте: {STREET}.\n"), "utf-8"
    )
    git(repository.root, "add", "content")
    profile.write_text(clean, "utf-8")  # mended on disk alone: the street is still staged
    done = git(repository.root, "commit", "-m", "second")
    assert done.returncode != 0
    assert "street-in-text" in done.stdout + done.stderr
    assert "Спершу виправте" in done.stdout + done.stderr
    assert "Вигадана" not in done.stdout + done.stderr
    assert git(repository.root, "rev-list", "--count", "HEAD").stdout.strip() == "1"
    git(repository.root, "add", "content")
    profile.write_text(clean.replace("uk:", "ua:", 1), "utf-8")
    git(repository.root, "add", "content")
    unfinished = git(repository.root, "commit", "-m", "unfinished work")
    assert unfinished.returncode == 0
    assert "cso check" in unfinished.stdout + unfinished.stderr


@pytest.mark.parametrize(
    "words", [f"Офіс переїхав на {STREET}", "The line is now 0 800 500 336", "See\n\nвул. Потаємна, 12"]
)
def test_words_of_a_commit_tell_no_place_and_no_number(repository: SyntheticProject, words: str) -> None:
    done = git(repository.root, "commit", "-m", words)
    assert done.returncode != 0
    told = done.stdout + done.stderr
    assert "-in-text" in told and "Вигадана" not in told and "Потаємна" not in told and "336" not in told
    assert git(repository.root, "commit", "-m", "Take on the report of 2024, 3 services (#12)").returncode == 0
