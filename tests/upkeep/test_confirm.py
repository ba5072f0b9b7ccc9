"""`cso confirm` and `cso withdraw`: an editor's word goes into content/confirmations, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cso.cli import main
from cso.entry_code import entry_code
from cso.upkeep.entries import contacts_of
from html_pages import holds_number, tree
from synthetic import AS_OF, FULL, MINIMAL, SyntheticProject

SHOWN = "00 000 00 01"
FILE = "confirmations/full-example.yaml"
DAY = ("--date", AS_OF.isoformat())


def run(project: SyntheticProject, *words: str) -> int:
    return main([*words, "--content", str(project.content), "--lang", "en"])


def changed(project: SyntheticProject, before: dict[str, bytes]) -> set[str]:
    after = tree(project.content)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def states(project: SyntheticProject) -> list[str]:
    return [finding.code for finding in project.check().findings if finding.code.startswith("contact-")]


@pytest.mark.parametrize("spelling", ["00 000 00 01", "0000000001", "+380 00 000 00 01", "00-000-00-01"])
def test_a_withdrawn_number_is_gone_in_every_spelling(synthetic_project: SyntheticProject, spelling: str) -> None:
    before = tree(synthetic_project.content)
    assert run(synthetic_project, "withdraw", spelling, "--reason", "Відповідає хтось інший.", *DAY) == 0
    assert changed(synthetic_project, before) == {FILE}
    assert not synthetic_project.check().has_errors, "taking off is never an error"
    lines = [line for one in synthetic_project.directory().hotlines for line in one.numbers]
    assert lines and not any(holds_number(line.phone.dial, SHOWN) for line in lines)


def test_withdrawing_works_while_other_files_are_broken_and_leaves_the_built_site(
    synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    code = entry_code("full-line")
    good = synthetic_project.read(MINIMAL)
    synthetic_project.write(MINIMAL, "name: [\n")
    assert run(synthetic_project, "withdraw", code, "--reason", "Не відповідає.", *DAY) == 0
    shown = capsys.readouterr().out
    assert "wrong-number.md" in shown and "000 00" not in shown
    synthetic_project.write(MINIMAL, good)
    site = synthetic_project.build()
    assert not any(holds_number(page.text, SHOWN) for page in site.pages.values())


def test_comments_and_other_entries_stay(synthetic_project: SyntheticProject) -> None:
    text = synthetic_project.read(FILE)
    synthetic_project.write(FILE, text.replace("entries:\n", "# asked twice\nentries:\n  # the line\n", 1))
    before = synthetic_project.read(FILE).splitlines()
    assert run(synthetic_project, "withdraw", SHOWN, "--reason", "Помилка.", *DAY) == 0
    after = synthetic_project.read(FILE).splitlines()
    assert "# asked twice" in after and "  # the line" in after
    assert len([line for line in before if line not in after]) <= 4


def test_an_awaited_number_is_confirmed_by_call(synthetic_project: SyntheticProject) -> None:
    assert "contact-awaiting" in states(synthetic_project)
    before = tree(synthetic_project.content)
    done = run(synthetic_project, "confirm", "full-example", "--contact", "00 000 00 02", "--method", "called", *DAY)
    assert done == 0
    assert changed(synthetic_project, before) == {FILE}
    assert "contact-awaiting" not in states(synthetic_project)


def test_what_is_missing_is_asked_for(
    synthetic_project: SyntheticProject, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    contacts = contacts_of(synthetic_project.check().content, "full-example")
    awaited = next(place for place, contact in enumerate(contacts, start=1) if contact.value == "00 000 00 02")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"99\n{awaited}\n1\n"))
    assert run(synthetic_project, "confirm", "full-example", *DAY) == 0
    shown = capsys.readouterr().out
    assert "Which contact?" in shown and "How was it confirmed?" in shown
    assert "contact-awaiting" not in states(synthetic_project)


def test_nobody_there_to_answer_writes_nothing(
    synthetic_project: SyntheticProject, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(synthetic_project.content)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(synthetic_project, "confirm", "full-example", *DAY) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("x\ny\nz\nq\n"))
    assert run(synthetic_project, "confirm", "full-example", *DAY) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(synthetic_project, "withdraw", SHOWN, *DAY) == 2
    assert changed(synthetic_project, before) == set()
    assert "Nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("confirm", "nobody-here", "--contact", SHOWN, "--method", "called"), "Nobody is called"),
        (("confirm", "full-example", "--contact", "00 999 99 99", "--method", "called"), "does not use this contact"),
        (("confirm", "full-example", "--contact", "00 000 00 03", "--method", "called"), "put-back"),
        (("confirm", "full-example", "--contact", SHOWN, "--method", "public_source"), "--source"),
        (("confirm", "full-example", "--contact", SHOWN, "--method", "called", "--date", "2999-01-01"), "future"),
        (("withdraw", "00 999 99 99", "--reason", "Ні."), "No profile and no entry"),
    ],
)
def test_what_may_not_be_is_refused(
    synthetic_project: SyntheticProject, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(synthetic_project.content)
    date = () if "--date" in words else DAY
    assert run(synthetic_project, *words, *date) == 2
    assert told in capsys.readouterr().err
    assert changed(synthetic_project, before) == set()


def test_a_withdrawn_number_comes_back_only_on_purpose(synthetic_project: SyntheticProject) -> None:
    words = ("confirm", "full-example", "--contact", "00 000 00 03", "--method", "operator_wrote", "--put-back")
    assert run(synthetic_project, *words, *DAY) == 0
    assert "contact-withdrawn" not in states(synthetic_project)
    assert "reason" not in synthetic_project.read(FILE).partition("00 000 00 03")[2].partition("- kind")[0]


def test_a_number_of_another_owner_and_a_banned_one_are_refused(
    synthetic_project: SyntheticProject, capsys: pytest.CaptureFixture[str]
) -> None:
    synthetic_project.edit(FULL, "dial: 00 000 00 05", "dial: 386")
    assert run(synthetic_project, "confirm", "full-example", "--contact", "386", "--method", "called", *DAY) == 2
    assert "never be published" in capsys.readouterr().err


def test_an_owner_without_a_file_gets_one(synthetic_project: SyntheticProject) -> None:
    path = synthetic_project.content / "confirmations/state-line.yaml"
    number = synthetic_project.read("hotlines/state-line.yaml").partition("dial: ")[2].splitlines()[0].strip('"')
    path.unlink()
    assert run(synthetic_project, "confirm", "state-line", "--contact", number, "--method", "called", *DAY) == 0
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=")
    assert not [one for one in synthetic_project.check().findings if Path(one.file).name == path.name]
