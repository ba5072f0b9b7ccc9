"""`cso code`: from the code beside a number to the files in which the line is taken off."""

from __future__ import annotations

from cso.content.repository import load
from cso.content.used_contacts import entries
from cso.entry_code import entry_code
from synthetic import FULL, HALF, PROJECT, SyntheticProject

NUMBER = "00 000 00 01"


def test_line_in_a_profile(untouched_project: SyntheticProject) -> None:
    code = entry_code("full-line")
    done = untouched_project.run("cso", "code", code)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert told[0] == f"{code}  full-line"
    assert told[1].split() == ["owner", "full-example"]
    at = 1 + untouched_project.read(FULL)[: untouched_project.read(FULL).index("full-line")].count("\n")
    assert told[2].split() == ["file", f"content/{FULL}:{at}"]
    assert told[3].split() == ["confirmations", "content/confirmations/full-example.yaml"]
    states = [row.split("  ")[-1].split(":")[0] for row in told if row.startswith("  phone ")]
    assert states == ["confirmed", "awaiting", "withdrawn", "confirmed"]
    assert "000 00" not in done.stdout, "numbers are not repeated"


def test_place_of_the_state_is_the_line_to_edit(untouched_project: SyntheticProject) -> None:
    done = untouched_project.run("cso", "code", entry_code("full-line"))
    path, number = next(row for row in done.stdout.splitlines() if "phone" in row).split(": ")[1].rsplit(":", 1)
    line = (untouched_project.root / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert line.strip() == "state: confirmed"


def test_line_with_a_file_of_its_own(untouched_project: SyntheticProject) -> None:
    done = untouched_project.run("cso", "code", entry_code("state-line"))
    assert "content/hotlines/state-line.yaml:1\n" in done.stdout
    assert "content/confirmations/state-line.yaml" in done.stdout


def test_mistakes_elsewhere_do_not_keep_it_from_answering(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(HALF, "summary:", "sumary:")
    synthetic_project.write("organizations/minimal-example/organization.yaml", "name: [\n")
    assert synthetic_project.run("cso", "code", entry_code("full-line")).returncode == 0


def test_line_without_confirmations_says_so(synthetic_project: SyntheticProject) -> None:
    (synthetic_project.content / "confirmations/state-line.yaml").unlink()
    done = synthetic_project.run("cso", "code", entry_code("state-line"))
    assert "state-line.yaml is missing" in done.stdout
    assert "no entry" in done.stdout


def test_spoken_code_may_be_grouped(untouched_project: SyntheticProject) -> None:
    code = entry_code("full-line")
    assert untouched_project.run("cso", "code", f"{code[:2]} {code[2:]}").returncode == 0


def test_unknown_code_and_wrong_use(untouched_project: SyntheticProject) -> None:
    taken = {entry_code(line.id) for line in entries(load(untouched_project.content, None)[0])}
    free = next(code for code in map("{:05d}".format, range(100_000)) if code not in taken)
    for word, code in ((free, 1), ("1234", 2), ("ten", 2), ("١٢٣٤٥", 2)):
        done = untouched_project.run("cso", "code", word)
        assert done.returncode == code, word
        assert done.stderr.startswith("cso code: ")
        assert done.stdout == ""


def test_code_is_five_digits_and_stays() -> None:
    """The codes are printed on pages and said aloud: they never change."""
    assert entry_code("la-strada-national") == "23931"
    assert entry_code("sk-helpline") == "00336"


def test_every_line_of_the_real_content_has_its_own_code() -> None:
    ids = [line.id for line in entries(load(PROJECT / "content")[0])]
    assert len({entry_code(line_id) for line_id in ids}) == len(ids) >= 25


def test_contact_that_takes_people_in(untouched_project: SyntheticProject) -> None:
    code = entry_code("full-example/intake-phone")
    done = untouched_project.run("cso", "code", code)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert told[0] == f"{code}  full-example/intake-phone"
    assert [row.split()[0] for row in told if row.startswith("  phone ")] == ["phone"]
    assert "000 00" not in done.stdout
