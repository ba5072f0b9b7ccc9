"""The form in the browser, filled in with real Chromium and the backend that the program has for trying."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Locator, Page

from browsing import served
from cso.cli import main
from cso.content.reader import read_yaml_bytes
from cso.content.repository import load
from cso.editor import at_home
from cso.editor.configuration import configuration
from cso.pages.interface_texts import load_texts
from cso.publish.errors import BuildError
from synthetic import AS_OF, FULL, THEME, SyntheticProject

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "node_modules/@sveltia/cms"
FEW = ("cso.publish", "cso.directory", "cso.pages", "cso.editor", "cso.sitemap")
LINE = "hotlines/state-line.yaml"

WRITE = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });
  for (const [path, text] of files) {
    let folder = root;
    const parts = path.split('/');
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async (path) => {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test');
  const parts = path.split('/');
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


def with_form(project: SyntheticProject, backend: str) -> SyntheticProject:
    settings = project.root / "pelicanconf.py"
    more = f"\nEDITOR = True\nEDITOR_BACKEND = {backend!r}\nPLUGINS = [name for name in PLUGINS if name in {FEW}]\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    assert main(["fix", "--content", str(project.content)]) == 0
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SyntheticProject:
    made = with_form(SyntheticProject.make(tmp_path_factory.mktemp("form")), "test-repo")
    made.build()
    return made


def test_configuration_is_valid_by_the_schema_of_the_program() -> None:
    content, _ = load(PROJECT / "content")
    schema = json.loads((PACKAGE / "schema/sveltia-cms.json").read_text("utf-8"))
    for language in ("uk", "en"):
        made = configuration(content, language, load_texts(THEME, language), "github", "https://example.org")
        assert list(jsonschema.Draft7Validator(schema).iter_errors(made)) == []
        assert made["publish_mode"] == "editorial_workflow" and made["backend"]["open_authoring"] is True
    assert "confirmations" not in json.dumps(made["collections"]), "what editors confirm is no field of a form"


def test_sign_in_service_of_the_site_is_used() -> None:
    content, _ = load(PROJECT / "content")
    content.site.data["sign_in"] = "https://sign-in.example.org/"
    made = configuration(content, "en", load_texts(THEME, "en"), "github", "https://example.org")
    assert made["backend"]["base_url"] == "https://sign-in.example.org"


def test_every_field_of_the_schema_is_in_the_form() -> None:
    """A field that the form does not know would be lost when a profile is saved."""
    content, _ = load(PROJECT / "content")
    made = configuration(content, "en", load_texts(THEME, "en"), "github", "https://example.org")

    def paths(fields: list[dict[str, Any]], above: str) -> Iterator[str]:
        for field in fields:
            yield f"{above}{field['name']}"
            yield from paths(field.get("fields", []), f"{above}{field['name']}.")

    known = set(paths(made["collections"][0]["fields"], ""))
    assert {"hotlines.hours.periods.opens", "reports.key_figures.value", "name.uk", "seat.region"} <= known

    def keys(value: Any, above: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, entry in value.items():
                yield f"{above}{key}"
                yield from keys(entry, f"{above}{key}.")
        elif isinstance(value, list):
            for entry in value:
                yield from keys(entry, above)

    for document in content.organizations.values():
        assert set(keys(document.data, "")) <= known, document.file


def test_off_unless_asked_for(synthetic_project: SyntheticProject) -> None:
    settings = synthetic_project.root / "pelicanconf.py"
    settings.write_text(
        settings.read_text("utf-8") + f"\nPLUGINS = [name for name in PLUGINS if name in {FEW}]\n", "utf-8"
    )
    synthetic_project.build()
    assert not (synthetic_project.output / "admin").exists()


def test_page_has_a_policy_of_its_own_and_is_in_no_index(project: SyntheticProject) -> None:
    page = (project.output / "admin/index.html").read_text("utf-8")
    assert "connect-src 'self' blob: data: https://api.github.com;" in page
    assert "noindex" in page and "unsafe-eval'" in page and "script-src 'self' 'wasm-unsafe-eval';" in page
    leads = [path for path in project.output.rglob("*.html") if "admin/index.html" in path.read_text("utf-8")]
    assert {path.parent.name for path in leads} == {"contribute"}
    assert "admin" not in (project.output / "sitemap.xml").read_text("utf-8")


def test_another_version_of_the_program_is_refused() -> None:
    with pytest.raises(BuildError):
        at_home(b"export default 1")


class Form:
    """The form as somebody fills it in."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.elsewhere: list[str] = []
        page.on("request", self._note)

    def _note(self, request: Any) -> None:
        own = (self.address, f"blob:{self.address}", "data:")
        if not request.url.startswith(own):
            self.elsewhere.append(request.url)

    def open(self, files: dict[str, str], collection: str, entry: str) -> None:
        self.page.goto(f"{self.address}/")
        self.page.evaluate(WRITE, [[f"content/{path}", text] for path, text in files.items()])
        self.page.goto(f"{self.address}/admin/")
        sign_in = self.page.get_by_role("button", name="Працювати з тестовим репозиторієм")
        sign_in.or_(self.page.get_by_text("Колекції")).first.wait_for()
        if sign_in.count():  # the second time it remembers
            sign_in.click()
        self.page.goto(f"{self.address}/admin/#/collections/{collection}")
        self.page.get_by_text(entry).first.click()
        self.page.get_by_role("button", name="Зберегти").wait_for()

    def field(self, path: str) -> Locator:
        """A field by its path; the form draws fields as they come into view."""
        found = self.page.locator(f"section.field[data-key-path='{path}']")
        for _ in range(80):
            if found.count():
                found.first.scroll_into_view_if_needed()
                return found.first
            self.page.mouse.move(600, 500)
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(60)
        raise AssertionError(f"there is no field {path}")

    def unfold(self, path: str) -> None:
        """Open a group, and add it first where there is none."""
        group = self.field(path)
        folded = group.locator("button[aria-expanded='false'][aria-controls]").first
        added = group.get_by_role("checkbox").first
        inner = self.page.locator(f"section.field[data-key-path^='{path}.']")
        for _ in range(200):  # a group is drawn as it comes into view
            if inner.count():
                return
            group.scroll_into_view_if_needed()
            if folded.count():
                folded.click()
            elif added.count() and not added.is_checked():
                added.click()
            self.page.wait_for_timeout(150)
        raise AssertionError(f"{path} does not open")

    def write(self, path: str, text: str) -> None:
        self.field(path).locator("textarea, input").first.fill(text)

    def save(self, path: str) -> str:
        self.page.get_by_role("button", name="Зберегти").first.click()
        self.page.get_by_text("Збережено").first.wait_for()
        return str(self.page.evaluate(READ, f"content/{path}"))


@pytest.fixture
def form(browser: Browser, project: SyntheticProject) -> Iterator[Form]:
    with served(project.output) as host:
        context = browser.new_context(locale="uk-UA", viewport={"width": 1280, "height": 900})
        yield Form(context.new_page(), host)
        context.close()


def data(text: str) -> dict[str, Any]:
    document, findings = read_yaml_bytes(text.encode(), "x.yaml")
    assert document is not None and not findings
    return document.data


@pytest.mark.browser
def test_a_change_of_one_text_changes_that_text_alone(form: Form, project: SyntheticProject) -> None:
    before = project.read(FULL)
    form.open({FULL: before}, "organizations", "Вигадана повнота")
    form.write("source", "https://example.org/full-2")
    after = data(form.save(FULL))
    assert after == data(before) | {"source": "https://example.org/full-2"}
    assert form.elsewhere == []


@pytest.mark.browser
def test_hours_of_a_line_and_a_new_report_are_entered_in_ukrainian_and_build(
    form: Form, project: SyntheticProject, tmp_path: Path
) -> None:
    line, profile = project.read(LINE), project.read(FULL)
    name = data(line)["name"]["uk"]
    form.open({LINE: line, FULL: profile}, "hotlines", name)
    form.unfold("hours")
    form.unfold("hours.note")
    form.write("hours.note.uk", "У свята – до обіду.")
    changed_line = form.save(LINE)
    assert data(changed_line)["hours"]["note"]["uk"] == "У свята – до обіду."

    form.open({}, "organizations", "Вигадана повнота")
    reports = form.field("reports")
    count = len(data(profile)["reports"])
    reports.get_by_role("button", name=re.compile("Додати")).last.click()
    entry = f"reports.{count}"
    form.write(f"{entry}.id", "annual-2024")
    kind = form.field(f"{entry}.kind")
    kind.get_by_role("combobox").first.click()
    form.page.get_by_role("option", name="Річний звіт").first.click()
    form.write(f"{entry}.title.uk", "Звіт за 2024 рік")
    form.write(f"{entry}.title.en", "Report of 2024")
    changed_profile = form.save(FULL)
    assert form.elsewhere == []

    after = project.copy(tmp_path / "after")
    after.write(LINE, changed_line)
    after.write(FULL, changed_profile)
    assert main(["fix", "--content", str(after.content)]) == 0
    assert not after.check().has_errors
    report = data(after.read(FULL))["reports"][-1]
    assert report == {
        "id": "annual-2024",
        "kind": "annual",
        "title": {"uk": "Звіт за 2024 рік", "en": "Report of 2024"},
    }
    assert "Звіт за 2024 рік" in after.page("reports/full-example/annual-2024/", AS_OF).text
