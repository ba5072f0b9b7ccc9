"""Rules 39, 42 and 43: taking off always works, no message repeats a secret, a draft says that it is one."""

from __future__ import annotations

import subprocess

import pytest

from cso.content.findings import render
from html_pages import BuiltSite, seen
from safeguarding.scan import found_secrets
from synthetic import AS_OF, FULL, HALF, OFFICE, SyntheticProject

CONFIRMATIONS = "confirmations/full-example.yaml"
GIT = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
TRACES = ["full-example", "full-line", "Вигадана повнота", "Invented Fullness", "00 000 00 01", "00 000 00 05"]


def test_rule_39_withheld_and_withdrawn_are_gone_whatever_else_is_broken(
    synthetic_project: SyntheticProject, synthetic_site: BuiltSite
) -> None:
    """The content of the day before was fine; today files are broken, one owner is withheld, one number withdrawn."""
    there = {row.rpartition(" ")[2] for row in found_secrets(synthetic_site.files, [*TRACES, "00 000 00 04"])}
    assert len(there) == len(TRACES) + 1, "they are there before"
    project = synthetic_project
    for command in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "--message=Good"]):
        subprocess.run([*GIT, *command], cwd=project.root, check=True, capture_output=True)
    project.edit(HALF, "summary:", "sumary:")
    project.write("organizations/minimal-example/organization.yaml", "name: [\n")
    project.append(CONFIRMATIONS, "withheld: {since: 2026-10-30, reason: safety}\n")
    project.edit("confirmations/state-line.yaml", "state: confirmed", "state: withdrawn")
    assert project.check().has_errors
    site = project.build("--last-good", "HEAD")
    assert found_secrets(site.files, [*TRACES, "00 000 00 04"]) == []
    assert "half-example" in site.page("organizations/").markup, "everybody else stays"


@pytest.mark.parametrize(
    "change",
    [
        ("withheld: {since: 2026-10-30, reason: asked}\n", None),
        ("", "state: withdrawn"),
    ],
)
def test_rule_39_taking_off_is_never_an_error(
    synthetic_project: SyntheticProject, change: tuple[str, str | None]
) -> None:
    """Whatever refers to it dangles, and is dropped."""
    text = synthetic_project.read(CONFIRMATIONS) + change[0]
    synthetic_project.write(CONFIRMATIONS, text.replace("state: confirmed", change[1]) if change[1] else text)
    result = synthetic_project.check()
    assert [finding.code for finding in result.findings if finding.level.value == "error"] == []


SECRETS = {
    "street": "Ялинкова",
    "mailbox": "olena.tarasenko@ukr.net",
    "mobile": "067 123 45 67",
    "forbidden": "+380 44 205 36 05",
    "coordinates": "49.839683",
    "handle": "olena_tarasenko",
    "postcode": "79071",
}


@pytest.fixture(scope="module")
def leaking(tmp_path_factory: pytest.TempPathFactory) -> SyntheticProject:
    """Content in which every kind of secret stands where it must not."""
    project = SyntheticProject.make(tmp_path_factory.mktemp("leaking"))
    told = SECRETS
    street, point = f"вул. {told['street']}, 17", f"{told['coordinates']}, 24.029717"
    project.edit(
        FULL,
        "summary: {uk: Вигадана організація з повним профілем., en: An invented organisation with a full profile.}",
        f'summary: {{uk: "Ми на {street}, {told["postcode"]} Львів", en: "We are at {point}"}}',
    )
    project.edit(FULL, "email: info@example.org", f"email: {told['mailbox']}")
    project.edit(FULL, "dial: 00 000 00 11", f"dial: {told['mobile']}")
    project.edit(FULL, "dial: 00 000 00 06", f"dial: {told['forbidden']}")
    project.edit(
        FULL,
        "description: {uk: Вигаданий безпечний прихисток., en: An invented safe place.}",
        f'description: {{uk: "Пишіть @{told["handle"]} у Telegram", en: "Call {told["mobile"]}, {told["forbidden"]}"}}',
    )
    seat = f'settlement: {{uk: "{told["street"]}"}}, address: {{uk: "{street}"}}'
    project.edit(FULL, "seat: {region: ternopil}", f"seat: {{region: ternopil, {seat}}}")
    project.append(FULL, f"street: {street}\n{street}: a\n{told['mailbox']}: b\n")
    project.edit(OFFICE, "postcode: 00000", f'postcode: "{told["postcode"]} {street}"')
    project.write(
        "organizations/full-example/news/2026-05-04-event.md",
        f"Title: Подія\nDate: 2026-05-04\n\nПриходьте на {street}, {told['postcode']} Львів."
        f" {told['mobile']}, {told['mailbox']}, {point}\n",
    )
    return project


def test_rule_42_no_finding_repeats_a_secret(leaking: SyntheticProject) -> None:
    findings = leaking.check().findings
    assert {finding.code for finding in findings} >= {
        "street-in-text",
        "postcode-in-text",
        "coordinates-in-text",
        "phone-in-text",
        "mailbox-personal-domain",
        "phone-mobile",
        "phone-do-not-publish",
        "shelter-seat-shown",
    }
    told = {
        f"{form}-{language}.txt": render(findings, form, language).encode()
        for form in ("text", "json", "github")
        for language in ("uk", "en")
    }
    assert all(told.values())
    assert found_secrets(told, SECRETS.values()) == []
    assert found_secrets({"a.txt": " ".join(SECRETS.values()).encode()}, SECRETS.values()) != [], "the search works"


def test_rule_42_failed_build_repeats_none(leaking: SyntheticProject) -> None:
    done = leaking.run("cso", "build", "--as-of", AS_OF.isoformat())
    assert done.returncode == 1
    assert "error" in done.stdout
    assert found_secrets({"told.txt": (done.stdout + done.stderr).encode()}, SECRETS.values()) == []
    assert not leaking.output.exists() or not any(leaking.output.rglob("*.html"))


def test_rule_43_before_launch_every_page_says_so(real_site: BuiltSite, synthetic_site: BuiltSite) -> None:
    words = {
        "uk": "Не покладайтеся на ці номери",
        "en": "Do not rely on these numbers",
        "ru": "Не полагайтесь на эти номера",
        "pl": "Nie polegaj na tych numerach",
        "ro": "Nu vă bazați pe aceste numere",
    }
    for site in (real_site, synthetic_site):
        for path, page in site.pages.items():
            robots = [element.get("content") for element in page.all('//head/meta[@name="robots"]')]
            assert robots == ["noindex"], path
            band = page.one('//body/*[contains(concat(" ", @class, " "), " band ")]')
            assert words[page.language] in seen(band), path
            assert band.getnext().tag == "header", "it stands above everything but the ways out"


def test_rule_43_launch_is_refused_without_an_operator_and_called_lines(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit("site.yaml", "launched: false", "launched: true")
    codes = {finding.code for finding in synthetic_project.check().findings if finding.level.value == "error"}
    assert {"launch-fields-missing", "launch-line-not-confirmed"} <= codes
    assert "synthetic-record" in codes, "invented profiles never stand on a launched site"


def test_rule_43_robots_keep_away_before_launch(real_site: BuiltSite) -> None:
    assert b"Disallow: /\n" in real_site.files["robots.txt"]
