"""Attached files, examples, empty groups, translations, and the table of messages."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from attachments import samples
from content.rules.folders import AS_OF, SITE, Files, content_of, found, profile
from cso.content import rules
from cso.content.messages.rules import MESSAGES
from cso.content.rules import CheckContext, completeness, files

PDF, PNG, JPEG, XLSX = samples.pdf(), samples.png(), samples.jpeg(), samples.xlsx()


def spreadsheet(*names: str) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return memory.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", PDF, None),
        ("a.PDF", PDF, None),
        ("a.png", PNG, None),
        ("a.jpg", JPEG, None),
        ("a.csv", "рік,кількість\n2019,5\n".encode(), None),
        ("a.xlsx", XLSX, None),
        ("a.xlsx", spreadsheet("xl/workbook.xml", "xl/vbaProject.bin"), "attachment-kind"),
        ("a.xlsx", spreadsheet("word/document.xml"), "attachment-kind"),
        ("a.xlsx", b"PK\x03\x04broken", "attachment-kind"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "attachment-kind"),
        ("a.csv", b"<html>,</html>", "attachment-kind"),
        ("a.csv", b"\xff\xfe\x00", "attachment-kind"),
        ("a.pdf", PNG, "attachment-ending"),
        ("a.png", PDF, "attachment-ending"),
        ("a.pdf", b"", "attachment-kind"),
        ("a.pdf", b"%PDF-1.7\n<script>", "attachment-unreadable"),
        ("a.pdf", samples.pdf(encryption=samples.LOCK), "attachment-locked"),
        ("a.pdf", samples.pdf(redaction=True), "attachment-redaction"),
        ("a.xlsx", samples.xlsx(hidden=True), "attachment-hidden-sheets"),
        ("a.xlsx", spreadsheet("xl/workbook.xml"), "attachment-unreadable"),
        ("a.pdf", None, "attachment-missing"),
    ],
)
def test_an_attached_file_is_what_it_says(tmp_path: Path, name: str, content: bytes | None, code: str | None) -> None:
    texts = profile(f"reports:\n  - {{id: a, file: files/{name}}}\n")
    folder = tmp_path / "content/organizations/dawn/files"
    folder.mkdir(parents=True)
    if content is not None:
        (folder / name).write_bytes(content)
    assert found(files.attachments, tmp_path, texts) == ([(code, 5)] if code else [])


def test_a_logo_is_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "content/organizations/dawn"
    folder.mkdir(parents=True)
    (folder / "logo.pdf").write_bytes(PDF)
    assert found(files.attachments, tmp_path, profile("logo: logo.pdf\n")) == [("attachment-kind", 4)]


@pytest.mark.parametrize("target", ["../../site.yaml", "/etc/hostname"])
def test_an_attached_file_lies_in_the_folder(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "content/organizations/dawn"
    folder.mkdir(parents=True)
    (folder / "a.pdf").symlink_to(target)
    assert found(files.attachments, tmp_path, profile("reports:\n  - file: a.pdf\n")) == [("attachment-outside", 5)]
    files_up = profile("reports:\n  - file: ../../a.pdf\n")
    assert found(files.attachments, tmp_path, files_up) == [("attachment-outside", 5)]


def test_an_attached_file_fits_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_ATTACHMENT_BYTES", 4)
    folder = tmp_path / "content/organizations/dawn"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(PDF)
    assert found(files.attachments, tmp_path, profile("reports:\n  - file: a.pdf\n")) == [("attachment-too-large", 5)]


@pytest.mark.parametrize(
    ("launched", "allowed", "expected"),
    [
        ("false", False, [("synthetic-record", 4)]),
        ("false", True, []),
        ("true", True, [("synthetic-record", 4)]),
    ],
)
def test_an_example_is_not_published(
    tmp_path: Path, launched: str, allowed: bool, expected: list[tuple[str, int]]
) -> None:
    texts = {**profile("synthetic: true\n"), "site.yaml": SITE.replace("false", launched)}
    context = CheckContext(AS_OF, allow_synthetic=allowed)
    assert found(completeness.synthetic_records, tmp_path, texts, context) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (completeness.synthetic_records, "synthetic: false\n", []),
        (completeness.empty_groups, "seat: {}\n", [("empty-group", 4)]),
        (completeness.empty_groups, "seat: {region: lviv}\n", []),
        (completeness.nameless_partners, "memberships:\n  - {role: member}\n", [("partner-without-name", 5)]),
        (completeness.nameless_partners, "memberships:\n  - {role: member, name: {uk: Спілка}}\n", []),
        (completeness.nameless_partners, "partnerships:\n  - {from: 2019}\n", [("partner-without-name", 5)]),
        (completeness.nameless_partners, "partnerships:\n  - {organization: dusk}\n", []),
        (completeness.untranslated_words, "summary:\n  uk: Допомога\n  en: Допомога\n", [("words-not-translated", 6)]),
        (completeness.untranslated_words, "summary:\n  uk: Допомога\n  en: Help\n", []),
        (completeness.untranslated_words, "short_name:\n  uk: DAWN\n  en: DAWN\n", []),
        (
            completeness.untranslated_words,
            "summary:\n  uk: Legal help for people in need\n",
            [("words-not-ukrainian", 5)],
        ),
        (completeness.untranslated_words, "summary:\n  uk: UNICEF, IOM\n", []),
    ],
)
def test_records_are_complete(tmp_path: Path, rule: object, text: str, expected: list[tuple[str, int]]) -> None:
    assert callable(rule)
    assert found(rule, tmp_path, profile(text)) == expected


def test_every_rule_is_listed_and_says_what_for() -> None:
    modules = [module for name, module in vars(rules).items() if getattr(module, "__file__", None) and name != "rule"]
    listed = {rule.__module__ + "." + rule.__name__ for rule in rules.RULES}
    assert len(listed) == len(rules.RULES)
    assert all(rule.__doc__ and "\n" not in rule.__doc__ for rule in rules.RULES)
    signature = re.compile(r"^def ([a-z]\w+)\(content: Content, context: CheckContext\)", re.MULTILINE)
    written = {
        f"{module.__name__}.{name}"
        for module in modules
        for name in signature.findall(Path(module.__file__).read_text("utf-8"))
    }
    assert written == listed


def test_every_message_is_used_and_every_code_has_one() -> None:
    source = "\n".join(path.read_text("utf-8") for path in Path(rules.__file__).parent.glob("*.py"))
    codes = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    assert set(MESSAGES) <= codes


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_speaks_ukrainian_and_tells_the_way_out(code: str) -> None:
    message = MESSAGES[code]
    assert message.fix_en.endswith((".", "?"))
    assert re.search("[а-яіїєґ]", message.uk)
    assert re.search("[а-яіїєґ]", message.fix_uk)
    assert "  " not in message.en + message.fix_en + message.uk + message.fix_uk


HOSTILE: list[Files] = [
    profile("contacts: [[], {}, 1]\nhotlines: {a: b}\nservices:\n  - [x]\nseat: []\nregions: {a: b}\nhistory: text\n"),
    profile("contacts:\n  - {id: [], dial: {a: b}, country: [], email: {}, role: []}\n"),
    profile("hotlines:\n  - {id: {}, numbers: {a: {dial: x}}, channels: text}\n  - text\n"),
    profile("memberships: [1]\npartnerships: {a: 1}\nshelters: {}\nconsent: []\nformer_slugs: [[]]\n"),
    {"site.yaml": "launched: true\noperator: text\neditors: []\nnational_lines: {a: b}\nemergency_line: []\n"},
    {"confirmations/a.yaml": "owner: []\nwithheld: []\nentries:\n  - text\n  - {kind: [], value: {}, state: []}\n"},
    {"confirmations/a.yaml": "entries:\n  - {kind: phone, value: x, state: confirmed, date: 2, country: []}\n"},
    {"vocabularies/regions.yaml": "terms: text\n", "vocabularies/freshness.yaml": "terms: [[], {id: hotline}]\n"},
    {"vocabularies/regions.yaml": "terms:\n  - {id: [], code: [], occupation: []}\n  - text\n"},
    {"vocabularies/do-not-publish.yaml": "terms:\n  - {value: [], country: []}\n  - {value: '+', country: ZZ}\n"},
    {"sector.yaml": "reports:\n  - {id: a, year: abc, file: [], period: []}\n", "networks/a.yaml": "id: []\n"},
]


@pytest.mark.parametrize("texts", HOSTILE)
def test_no_rule_stumbles_over_content_of_the_wrong_form(tmp_path: Path, texts: Files) -> None:
    content = content_of(tmp_path, texts)
    for rule in rules.RULES:
        list(rule(content, CheckContext(AS_OF)))
