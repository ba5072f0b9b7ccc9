"""Twenty proposed changes in a real repository with forty organisations: good, clumsy and malicious."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cso.cli import main
from cso.content.findings import render
from cso.pages.interface_texts import load_texts
from cso.review.changes import changed_documents
from cso.review.commits import proposed_change
from cso.review.diff_wording import DiffWording
from cso.review.effects import effects
from cso.review.review_wording import markdown
from cso.review.verdicts import overall, review
from synthetic import AS_OF, FULL, HALF, MINIMAL, THEME, SyntheticProject

PROJECT = Path(__file__).parents[2]
OWNER, EDITOR, GUARD, OTHER_GUARD, STRANGER = "olena-full", "editor-one", "guard-one", "guard-two", "somebody"
STREET = "вул. Потаємна"
BANNED = "386"
SITE = f"""
editors:
  safeguarding: ["@{GUARD}", "@{OTHER_GUARD}"]
  editors: ["@{EDITOR}"]
owners:
  - organization: full-example
    handles: ["@{OWNER}"]
"""


@dataclass(frozen=True)
class Proposal:
    """A change, who proposes it, and what is expected of the review."""

    author: str
    change: Callable[[SyntheticProject], None]
    verdict: str
    rules: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def edit(path: str, old: str, new: str) -> Callable[[SyntheticProject], None]:
    return lambda project: project.edit(path, old, new) and None


def write(path: str, data: bytes | str) -> Callable[[SyntheticProject], None]:
    def change(project: SyntheticProject) -> None:
        file = project.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())

    return change


def both(*changes: Callable[[SyntheticProject], None]) -> Callable[[SyntheticProject], None]:
    return lambda project: [change(project) for change in changes] and None


def remove(path: str) -> Callable[[SyntheticProject], None]:
    return lambda project: (project.content / path).unlink()


def link(path: str, target: str) -> Callable[[SyntheticProject], None]:
    return lambda project: (project.content / path).symlink_to(target)


NEW_REPORT = """reports:
  - id: annual-2024
    kind: annual
    year: 2024
    title: {uk: Звіт за 2024 рік, en: Report of 2024}
    url: https://example.org/full/report-2024
"""
CONFIRMED = """  - kind: phone
    value: 00 000 00 61
    country: UA
    state: confirmed
    method: called
    date: 2026-10-30
    role: editor
"""
DIGIT = edit(FULL, "- dial: 00 000 00 01\n", "- dial: 00 000 00 61\n")
ROUND_THE_CLOCK = "hours: {value: round_the_clock}"

PROPOSALS = {
    "a new report of one's own": Proposal(
        OWNER, edit(FULL, "reports:\n", NEW_REPORT), "fine", shown=("Report of 2024", "Kind&#58; Annual report")
    ),
    "a summary of one's own": Proposal(
        OWNER,
        edit(FULL, "en: An invented organisation with a full profile.", "en: Help since 1998."),
        "fine",
        shown=("Help since 1998.", "An invented organisation"),
    ),
    "a list put in another order": Proposal(
        OWNER, edit(FULL, "regions: [ternopil, lviv]\nbranches", "regions: [lviv, ternopil]\nbranches"), "fine"
    ),
    "a profile of another organisation": Proposal(
        OWNER, edit(HALF, "as_of: 2025-06\n", "as_of: 2025-07\n"), "needs-owner", ("organizations",)
    ),
    "a new organisation": Proposal(
        STRANGER,
        write(
            "content/organizations/brand-new/organization.yaml",
            "basis: public_source\nsynthetic: true\nsource: https://example.org/new\n"
            "as_of: 2026\nname: {en: Brand New}\n",
        ),
        "needs-owner",
        ("organizations",),
        shown=("Brand New",),
    ),
    "a list of everybody": Proposal(
        STRANGER,
        edit("vocabularies/themes.yaml", "terms:\n", "terms:\n  - id: extra\n    name: {uk: Ще, en: More}\n"),
        "needs-owner",
        ("shared-content",),
    ),
    "a confirmation alone": Proposal(
        GUARD,
        lambda project: project.append("confirmations/full-example.yaml", CONFIRMED) and None,
        "needs-owner",
        ("confirmed-by-another",),
    ),
    "the theme": Proposal(
        EDITOR, write("theme/static/style/base.css", "body { display: none }\n"), "needs-owner", ("project",)
    ),
    "a workflow file": Proposal(
        STRANGER, write(".github/workflows/evil.yml", "on: push\n"), "needs-owner", ("project",), shown=("evil.yml",)
    ),
    "a mistake in a key": Proposal(OWNER, edit(FULL, "scope: national", "scoope: national"), "refused", ("findings",)),
    "YAML that cannot be read": Proposal(
        OWNER, edit(FULL, "scope: national", "scope: [national"), "refused", ("findings",)
    ),
    "a key that stands twice": Proposal(
        OWNER, edit(FULL, "scope: national", "scope: national\nscope: local"), "refused", ("findings",)
    ),
    "a digit of a number": Proposal(
        OWNER, DIGIT, "refused", ("findings",), shown=("00 000 00 **0**1", "00 000 00 **6**1")
    ),
    "a digit, confirmed by the same hand": Proposal(
        OWNER,
        both(DIGIT, lambda project: project.append("confirmations/full-example.yaml", CONFIRMED) and None),
        "refused",
        ("confirmations-alone", "confirmed-by-another"),
    ),
    "a number like that of another": Proposal(
        STRANGER,
        edit(
            MINIMAL,
            "name:",
            "contacts:\n  - {id: office, role: office, kind: phone, dial: 00 000 00 71, country: UA}\nname:",
        ),
        "refused",
        ("lookalike-number",),
    ),
    "a street in a Ukrainian description": Proposal(
        OWNER,
        edit(FULL, "Перший абзац вигаданого опису.", f"Приходьте: {STREET}, 12."),
        "refused",
        ("findings",),
        hidden=(STREET, "Потаємна"),
    ),
    "a street under a key that nobody knows": Proposal(
        OWNER,
        edit(FULL, "scope: national", f"scope: national\nadress: {STREET}, 12"),
        "refused",
        ("findings",),
        hidden=(STREET, "Потаємна"),
    ),
    "a number in a news item": Proposal(
        OWNER,
        write(
            "content/organizations/full-example/news/2026-10-20-call.en.md",
            "Title: Call us\nDate: 2026-10-20\n\nCall +380 00 999 88 77 at once.\n",
        ),
        "refused",
        ("findings",),
        hidden=("999 88 77",),
    ),
    "a number that must never be published": Proposal(
        OWNER, edit(FULL, "dial: 00 000 00 06", f"dial: {BANNED}"), "refused", ("findings",), hidden=(BANNED,)
    ),
    "a withdrawn number put back": Proposal(
        EDITOR,
        edit("confirmations/full-example.yaml", "state: withdrawn", "state: confirmed\n    method: called"),
        "refused",
        ("put-back", "confirmed-by-another"),
    ),
    "a host with a letter of another alphabet": Proposal(
        OWNER,
        edit(FULL, "url: https://example.org/full/report-2025", "url: https://exаmple.org/full/report-2025"),
        "refused",
        ("findings",),
    ),
    "a host that looks like another": Proposal(
        OWNER,
        edit(FULL, "url: https://example.org/full/report-2025", "url: https://examp1e.org/full/report-2025"),
        "refused",
        ("lookalike-host",),
    ),
    "a name that turns its direction": Proposal(
        OWNER,
        edit(FULL, "en: Invented Fullness}\nshort", 'en: "Invented \\u202eFullness"}\nshort'),
        "refused",
        ("findings",),
    ),
    "a PDF of 30 MB": Proposal(
        OWNER,
        write("content/organizations/full-example/files/huge.pdf", b"%PDF-1.7\n" + os.urandom(64) + b"\0" * 30 * 2**20),
        "refused",
        ("files",),
    ),
    "a symbolic link out of the folder": Proposal(
        OWNER,
        both(remove(MINIMAL), link(MINIMAL, "/etc/passwd")),
        "refused",
        ("files",),
        hidden=("root:x",),
    ),
    "markup and a mention in a text": Proposal(
        OWNER,
        edit(
            FULL,
            "en: An invented organisation with a full profile.",
            "en: '|</td><img src=x onerror=alert(1)> **@editor-one** `code` [a](http://evil.example)'",
        ),
        "refused",
        ("findings",),
        hidden=("<img", "@editor-one"),
    ),
}


class Repository:
    """A real repository; each proposal is a branch of its own."""

    def __init__(self, project: SyntheticProject) -> None:
        self.project = project
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Example")
        self.git("config", "user.email", "example@example.org")
        self.commit("base")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", "-C", str(self.project.root), *arguments], check=True, capture_output=True)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)

    @contextlib.contextmanager
    def proposed(self, proposal: Proposal) -> Iterator[None]:
        """The change on a branch, with the base checked out, as the platform runs the review."""
        self.git("checkout", "--quiet", "-B", "proposal")
        proposal.change(self.project)
        self.commit("proposal")
        self.git("checkout", "--quiet", "main")
        yield
        self.git("branch", "--quiet", "-D", "proposal")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    project = SyntheticProject.make(tmp_path_factory.mktemp("repository"))
    for number in range(40 - len(list(project.content.glob("organizations/*")))):
        text = project.read(MINIMAL)
        project.write(f"organizations/number-{number}/organization.yaml", text)
    site = project.read("site.yaml").rstrip("\n")
    project.write("site.yaml", site + SITE)
    (project.root / "schemas").symlink_to(PROJECT / "schemas")
    return Repository(project)


def run(repository: Repository, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    with contextlib.chdir(repository.project.root):
        code = main([*words, "--as-of", AS_OF.isoformat()])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


@pytest.mark.parametrize("name", PROPOSALS)
def test_verdict(repository: Repository, name: str) -> None:
    proposal = PROPOSALS[name]
    side = (Path("content"), Path("schemas"), "main", "proposal", AS_OF)
    with (
        repository.proposed(proposal),
        contextlib.chdir(repository.project.root),
        proposed_change(*side, allow_synthetic=True) as change,
    ):
        verdicts = review(change, proposal.author)
        documents, seen = changed_documents(change), effects(change)
        diffs = [
            DiffWording(change, change.base.result.content.schemas, language, load_texts(THEME, language)).markdown(
                documents, seen
            )
            for language in ("uk", "en")
        ]
        outputs = [render(change.head.result.findings, form, "uk") for form in ("text", "json", "github")]
    outputs += [*diffs, *(markdown(verdicts, language) for language in ("uk", "en"))]
    against = [verdict.rule for verdict in verdicts if verdict.verdict != "fine"]
    assert overall(verdicts) == proposal.verdict, against
    assert set(proposal.rules) <= set(against)
    diff = diffs[1]
    assert "Traceback" not in "".join(outputs)
    assert not [secret for secret in proposal.hidden if any(secret in output for output in outputs)]
    assert all(words in diff for words in proposal.shown), diff


def test_commands_say_the_same(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    with repository.proposed(PROPOSALS["a street in a Ukrainian description"]):
        words = ("main", "proposal", "--allow-synthetic")
        code, told = run(repository, capsys, "review", *words, "--author", OWNER, "--format", "json")
        assert code == 1 and json.loads(told)["verdict"] == "refused"
        outputs = [told, run(repository, capsys, "review", *words, "--author", OWNER, "--lang", "uk")[1]]
        outputs.append(run(repository, capsys, "diff", *words, "--lang", "uk")[1])
        repository.git("checkout", "--quiet", "proposal")
        outputs.append(run(repository, capsys, "diff", "main", "--allow-synthetic", "--lang", "uk")[1])
        outputs += [run(repository, capsys, "check", "--format", form)[1] for form in ("text", "json", "github")]
        repository.git("checkout", "--quiet", "main")
    assert "Не приймається" in outputs[1]
    assert "не показано" in outputs[2] and "не показано" in outputs[3]
    assert not any("Потаємна" in output for output in outputs)


def test_forty_organisations_and_more_than_twenty_proposals(repository: Repository) -> None:
    assert len(list(repository.project.content.glob("organizations/*/organization.yaml"))) == 40
    assert len(PROPOSALS) >= 20


def test_what_leaves_and_appears_is_told_first(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    withdraw = Proposal(
        GUARD,
        edit("confirmations/state-line.yaml", "state: confirmed", "state: withdrawn"),
        "needs-owner",
    )
    with repository.proposed(withdraw):
        told = run(repository, capsys, "diff", "main", "proposal", "--allow-synthetic", "--lang", "en")[1]
    lines = [line for line in told.splitlines() if line]
    assert lines[1].startswith("- **Will no longer be shown:**")


def test_not_a_repository_and_no_such_branch_are_told(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(repository, capsys, "diff", "no-such-branch")
    assert code == 2 and told.startswith("cso diff: ")
