"""Secrets planted where the checks let them stand and the site must not show them.

Two sets of secrets make two sites. No secret may be in either, and the two must be the same to the last byte: then
nothing that is published depends on a secret, not even a count, a length or an order.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pikepdf

from safeguarding.scan import png_with_note
from synthetic import FULL, SyntheticProject

CONFIRMATIONS = "confirmations/full-example.yaml"
WITHHELD = "organizations/hidden-example"


@dataclass(frozen=True)
class Secrets:
    """One set of secrets.

    Args:
        street: a street.
        town: a settlement.
        word: a word that stands nowhere else.
        digit: last digit but one of every secret number.
        count: a count of people below ten.
    """

    street: str
    town: str
    word: str
    digit: int
    count: int

    def number(self, last: int) -> str:
        """A secret number; belongs to nobody."""
        return f"00 000 01 {self.digit}{last}"

    def all(self) -> list[str]:
        """Everything that must stand nowhere. Counts are not here: one digit stands everywhere."""
        return [self.street, self.town, self.word, *(self.number(last) for last in range(6))]


SECRETS = (
    Secrets("Ялинкова", "Прихованськ", "tayemnytsia-odyn", 3, 3),
    Secrets("Папоротева", "Схованці", "sekret-nomer-dva", 7, 8),
)


def plant(root: Path, secrets: Secrets) -> SyntheticProject:
    """The invented content with secrets in every place that is not to be published."""
    project = SyntheticProject.make(root)
    _withheld_organization(project, secrets)
    _contacts_held_back(project, secrets)
    _counts(project, secrets)
    _shelter_sources(project, secrets)
    _files(project, secrets)
    _inside_a_report(project, secrets)
    _notes_of_editors(project, secrets)
    return project


def _withheld_organization(project: SyntheticProject, secrets: Secrets) -> None:
    """It asked for its address to be shown, then to be withheld as a whole."""
    project.write(
        f"{WITHHELD}/organization.yaml",
        f"""basis: organization
synthetic: true
consent:
  role: {{uk: Голова {secrets.word}, en: Chair {secrets.word}}}
  date: 2026-07-01
  scope: {{uk: Профіль {secrets.word}, en: Profile {secrets.word}}}
  review_date: 2027-07-01
as_of: 2026-07
name: {{uk: ГО «Сховок {secrets.word}», en: Hidden {secrets.word}}}
seat:
  region: lviv
  settlement: {{uk: {secrets.town}, en: Town {secrets.word}}}
  address: {{uk: "вул. {secrets.street}, 17", en: "17 {secrets.word} Street"}}
  address_public: true
summary: {{uk: Опис {secrets.word} тут., en: Summary {secrets.word} here.}}
contacts:
  - {{id: intake, role: intake, kind: phone, dial: {secrets.number(0)}, country: UA}}
services:
  - id: hidden-service
    types: [legal-aid]
    name: {{uk: Порада {secrets.word}, en: Advice {secrets.word}}}
    regions: [lviv]
    way_in: {{value: contact, contact: intake}}
reports:
  - id: hidden-report
    kind: annual
    year: 2025
    title: {{uk: Звіт {secrets.word}, en: Report {secrets.word}}}
    file: files/hidden.pdf
""",
    )
    project.write(
        "confirmations/hidden-example.yaml",
        f"""owner: hidden-example
withheld: {{since: 2026-10-01, reason: safety}}
entries:
  - {{kind: phone, value: {secrets.number(0)}, country: UA, state: confirmed, method: called, date: 2026-09-01,
     role: safeguarding_editor}}
""",
    )
    project.write(
        f"{WITHHELD}/news/2026-05-05-event.md",
        f"Title: Новина {secrets.word}\nDate: 2026-05-05\n\nПодія у місті {secrets.town}.\n",
    )
    pdf = (project.content / "organizations/full-example/files/report-2025.pdf").read_bytes()
    folder = project.content / WITHHELD / "files"
    folder.mkdir()
    (folder / "hidden.pdf").write_bytes(pdf + f"% {secrets.word}\n".encode())


def _contacts_held_back(project: SyntheticProject, secrets: Secrets) -> None:
    """Awaiting and withdrawn contacts, one of them repeated in a description, and entries that nobody uses."""
    project.edit(FULL, "dial: 00 000 00 02", f"dial: {secrets.number(1)}")
    project.edit(CONFIRMATIONS, "value: 00 000 00 02", f"value: {secrets.number(1)}")
    project.edit(FULL, "dial: 00 000 00 03", f"dial: {secrets.number(2)}")
    project.edit(CONFIRMATIONS, "value: 00 000 00 03", f"value: {secrets.number(2)}")
    project.edit(
        FULL,
        "description: {uk: Вигадана лінія для перевірок., en: An invented line for tests.}",
        f'description: {{uk: "Вигадана лінія для перевірок {secrets.number(2)}.",'
        f' en: "An invented line for tests {secrets.number(2)}."}}',
    )
    project.edit(
        FULL,
        "      - kind: email\n        email: help@example.org\n",
        "      - kind: email\n        email: help@example.org\n"
        f"      - kind: email\n        email: {secrets.word}@example.org\n"
        f"      - kind: web_form\n        url: https://example.org/{secrets.word}\n"
        f"      - kind: chat\n        platform: Telegram\n        handle: {secrets.word.replace('-', '_')}\n"
        f"      - kind: text_message\n        dial: {secrets.number(3)}\n        country: UA\n",
    )
    held_back = f"date: 2026-09-15, role: editor, reason: {{uk: Причина {secrets.word}, en: Reason {secrets.word}}}"
    project.append(
        CONFIRMATIONS,
        f"  - {{kind: email, value: {secrets.word}@example.org, state: awaiting, {held_back}}}\n"
        f"  - {{kind: url, value: https://example.org/{secrets.word}, state: withdrawn, {held_back}}}\n"
        f"  - {{kind: handle, value: {secrets.word.replace('-', '_')}, state: awaiting, {held_back}}}\n"
        f"  - {{kind: phone, value: {secrets.number(3)}, country: UA, state: withdrawn, {held_back}}}\n"
        f"  - {{kind: phone, value: {secrets.number(4)}, country: UA, state: confirmed, method: called,"
        " date: 2026-09-15, role: editor}\n",
    )
    project.edit(CONFIRMATIONS, "reason: {uk: Ніхто не відповідає.", f"reason: {{uk: Ніхто {secrets.word}.")


def _counts(project: SyntheticProject, secrets: Secrets) -> None:
    """A count of people below ten."""
    project.edit(FULL, "    value: 9\n    region: lviv", f"    value: {secrets.count}\n    region: lviv")


def _shelter_sources(project: SyntheticProject, secrets: Secrets) -> None:
    """Addresses of pages that may say where a place is."""
    address = f"https://example.org/{secrets.word}/vul-17"
    project.edit(
        FULL,
        "    disclosure: country\n",
        f"    disclosure: country\n    source: {address}\n    section: {secrets.word}\n"
        f"    other_sources:\n      - {{source: {address}/2, as_of: 2025}}\n"
        f"    status: {{value: active, source: {address}/3}}\n",
    )


def _files(project: SyntheticProject, secrets: Secrets) -> None:
    """Notes inside a picture, files that no profile names."""
    folder = project.content / "organizations/full-example"
    (folder / "logo.png").write_bytes(png_with_note(f"вул. {secrets.street}, 17, {secrets.town}, {secrets.word}"))
    (folder / "files" / f"{secrets.word}.txt").write_text(f"{secrets.street} {secrets.town}\n", encoding="utf-8")


def _inside_a_report(project: SyntheticProject, secrets: Secrets) -> None:
    """What programs write into a document: who, where, and a file nobody sees."""
    file = project.content / "organizations/full-example/files/report-2025.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        document.docinfo["/Author"] = f"{secrets.word}, вул. {secrets.street}, {secrets.town}"
        with document.open_metadata() as metadata:
            metadata["dc:creator"] = [secrets.word]
        document.attachments[f"{secrets.word}.txt"] = f"вул. {secrets.street}, 17".encode()
        document.pages[0]["/LastModified"] = pikepdf.String(secrets.word)
        document.save(file)


def _notes_of_editors(project: SyntheticProject, secrets: Secrets) -> None:
    """What editors write for each other."""
    project.append(FULL, f"# Притулок: {secrets.town}, вул. {secrets.street}, 17, {secrets.number(5)}\n")
    project.append("site.yaml", f'editors:\n  safeguarding: ["@{secrets.word}"]\n')
    project.append(
        "vocabularies/do-not-publish.yaml",
        f"  - id: planted\n    value: {secrets.number(5)}\n    country: UA\n"
        f"    reason: {{uk: Причина {secrets.word}, en: Reason {secrets.word}}}\n    as_of: undated\n",
    )
