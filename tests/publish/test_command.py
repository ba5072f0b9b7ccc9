from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from .conftest import Project, state, tree


def git(project: Project, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=project.root, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_version(project: Project) -> None:
    done = project.run("cso", "--version")
    assert (done.returncode, done.stdout) == (0, "cso 0.1.0\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("build", "--as-of", "tomorrow"),
        ("build", "--as-of", "20260131"),
        ("build", "--content", "nowhere"),
        ("build", "--last-good", "HEAD"),
        ("build", "--last-good", "--output=/"),
        ("serve", "--port", "99999999"),
    ],
)
def test_wrong_use_is_code_two_and_no_traceback(project: Project, arguments: tuple[str, ...]) -> None:
    done = project.run("cso", *arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert not project.output.exists()


def test_outside_of_a_project(project: Project) -> None:
    (project.root / "pelicanconf.py").unlink()
    done = project.run("cso", "build")
    assert done.returncode == 2
    assert "Run the command in the folder of the project" in done.stderr


def test_missing_theme_is_told_plainly(project: Project) -> None:
    shutil.rmtree(project.root / "theme")
    done = project.run("cso", "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("launched: true\n", "true"),
        ("launched: false\n", "false"),
        ("name: x\n", "false"),
        ('launched: "yes"\n', "false"),
    ],
)
def test_launched(project: Project, text: str, answer: str) -> None:
    project.write("content/site.yaml", text)
    done = project.run("cso", "launched")
    assert (done.returncode, done.stdout) == (0, f"launched={answer}\n")
    assert project.run("cso", "build", "--require-launched").returncode == (answer == "false")
    assert project.output.exists() == (answer == "true")


def test_launched_with_a_file_that_cannot_be_read(project: Project) -> None:
    project.write("content/site.yaml", "launched: true\nlaunched: false\n")
    done = project.run("cso", "launched")
    assert done.returncode == 1
    assert "launched=" not in done.stdout
    assert "content/site.yaml:2" in done.stdout


def test_findings_in_ukrainian(project: Project) -> None:
    project.write("content/index.txt", "error")
    assert "помилка" in project.run("cso", "build", "--lang", "uk").stdout
    assert "помилка" in project.run("cso", "build", environment={"LANG": "uk_UA.UTF-8"}).stdout
    assert "помилка" in project.run("pelican", "content", environment={"LANG": "uk_UA.UTF-8"}).stdout


@pytest.fixture
def repository(project: Project) -> Project:
    """A project whose last commit has an error, and whose confirmations were changed without a commit."""
    plugin = (project.root / "plugins/mini.py").read_text(encoding="utf-8")
    reading = 'Path(self.path).glob("*.txt")'
    project.write("plugins/mini.py", plugin.replace(reading, reading.replace("*.txt", "**/*.txt")))
    project.write("content/confirmations/line.txt", "awaiting")
    project.write("content/confirmations/gone.txt", "confirmed")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "content")
    git(project, "commit", "--quiet", "--message=Good")
    project.write("content/index.txt", "error")
    project.write("content/later.txt", "Later")
    git(project, "add", "content")
    git(project, "commit", "--quiet", "--message=Bad")
    project.write("content/confirmations/line.txt", "withdrawn")
    project.write("content/confirmations/new.txt", "confirmed today")
    (project.root / "content/confirmations/gone.txt").unlink()
    return project


def test_last_good_content_with_the_confirmations_of_today(repository: Project) -> None:
    before = state(repository.root / "content")
    status = git(repository, "status", "--porcelain", "content")
    assert repository.run("cso", "build").returncode == 1
    repository.build("--last-good", "HEAD~1")
    files = tree(repository.output)
    assert "Початок".encode() in files["index.html"]
    assert b"withdrawn" in files["line.html"]
    assert b"confirmed today" in files["new.html"]
    assert not {"later.html", "gone.html"} & set(files)
    assert state(repository.root / "content") == before
    assert git(repository, "status", "--porcelain", "content") == status


def test_last_good_commit_that_has_errors_too(repository: Project) -> None:
    done = repository.run("cso", "build", "--last-good", "HEAD")
    assert done.returncode == 1
    assert not repository.output.exists()


def test_newest_commit_without_errors_is_found(repository: Project) -> None:
    good = git(repository, "rev-parse", "HEAD~1")
    repository.write("unrelated.txt", "x")
    git(repository, "add", "unrelated.txt")
    git(repository, "commit", "--quiet", "--message=Unrelated")
    done = repository.build("--last-good", "auto")
    assert f"This is the content of {good} with today's confirmations." in done.stderr
    assert b"withdrawn" in tree(repository.output)["line.html"]


def test_no_commit_without_errors(repository: Project) -> None:
    repository.write("content/confirmations/line.txt", "error")
    done = repository.run("cso", "build", "--last-good", "auto")
    assert done.returncode == 1
    assert "line.txt:1:1  error" in done.stdout
    assert not repository.output.exists()


@pytest.mark.parametrize("commit", ["nobody", "HEAD~9", "--help", "HEAD:content"])
def test_last_good_commit_that_is_none(repository: Project, commit: str) -> None:
    done = repository.run("cso", "build", f"--last-good={commit}")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_last_good_needs_confirmations(repository: Project) -> None:
    shutil.rmtree(repository.root / "content/confirmations")
    done = repository.run("cso", "build", "--last-good", "HEAD~1")
    assert done.returncode == 2
    assert "confirmations is missing" in done.stderr


def test_reader_that_goes_away_is_no_error(project: Project) -> None:
    command = f"'{sys.executable}' -m cso.cli --help | head -n 0; '{sys.executable}' -m cso.cli launched | true"
    done = subprocess.run(["bash", "-c", command], cwd=project.root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
