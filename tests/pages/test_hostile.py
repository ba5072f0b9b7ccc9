"""Whatever a text says, the page only says it: nothing of it becomes markup, code or a link to run."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from cso.pages.markdown import to_html
from html_pages import BuiltSite, HtmlPage, seen
from synthetic import FULL, SyntheticProject

PLAIN = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7 * 6 }} {% raw %} %(name)s {name} \"'> &amp; &lt;b&gt;"
)
MARKDOWN = "<script>alert(1)</script> <b onclick='x'>B</b> {{ 7 * 6 }} ![i](x.png) **bold** \"'>"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The invented content with a hostile text in every text of the full profile, built by the command."""
    project = SyntheticProject.make(tmp_path_factory.mktemp("hostile"))
    content = project.check().content
    data: dict[str, Any] = yaml.load(project.read(FULL), yaml.BaseLoader)
    changed = 0
    for place in content.places(content.organizations["full-example"]):
        if not isinstance(place.value, str) or not (place.schema.get("x-free-text") or place.schema.get("x-markdown")):
            continue
        target: Any = data
        for step in place.location[:-1]:
            target = target[step]
        # Few letters: a longer text would have to be Ukrainian. The number tells the fields apart.
        mark = {"uk": "Ї", "en": "Z"}.get(str(place.location[-1]), "")
        hostile = f"{mark}{changed}: {MARKDOWN if place.schema.get('x-markdown') else PLAIN}"
        target[place.location[-1]] = hostile[: place.schema.get("maxLength", 600)]
        changed += 1
    assert changed > 150
    project.write(FULL, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000))
    result = project.check()
    assert not result.has_errors, [(f.line, f.code, f.message("en")) for f in result.findings]
    return project.build()


def test_nothing_hostile_comes_alive(hostile_site: BuiltSite) -> None:
    for path, page in hostile_site.pages.items():
        assert not [script for script in page.all("//script") if script.text or not script.get("src")], path
        assert not page.all("//main//img[@src='x' or @src='x.png']"), path
        for element in page.tree.iter():
            if isinstance(element.tag, str):
                assert not [name for name in element.attrib if name.startswith("on")], path
        for _, _, address in page.links():
            assert not address.lower().strip().startswith(("javascript:", "data:", "vbscript:")), path
        assert "42" not in seen(page.one("//h1")), "a template in a text was run"


def test_text_is_shown_as_it_was_written(hostile_site: BuiltSite) -> None:
    page = hostile_site.page("organizations/full-example/")
    heading = seen(page.one("//h1"))
    assert heading.endswith(PLAIN)
    assert "<script>" in page.title
    assert "<script>alert(1)</script>" in page.one('//head/meta[@name="description"]').get("content")
    assert page.markup.count("<script>alert") == 0


def test_markdown_keeps_its_emphasis(hostile_site: BuiltSite) -> None:
    page = hostile_site.page("organizations/full-example/")
    assert "bold" in {seen(element) for element in page.all("//main//strong")}


def test_every_markdown_field_is_rendered(hostile_site: BuiltSite) -> None:
    """Marks of Markdown are never shown to a reader."""
    for path, page in hostile_site.pages.items():
        assert "**bold**" not in seen(page.one("//body")), path


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<a href='javascript:x'>x</a>",
        "<a href=https://example.org onclick=x style='color:red' target=_blank>x</a>",
        "<svg onload=x>",
        "<iframe src=https://example.org></iframe>",
        "<style>* {display: none}</style>",
        "<form action=https://example.org><input></form>",
        "<!-- comment --><script src=//example.org></script>",
        "![tracker](https://example.org/pixel.png)",
        "[x]: javascript:alert(1)\n\n[x]",
        "<div class=band id=main>x</div>",
    ],
)
def test_markdown_cannot_carry_harm(text: str) -> None:
    page = HtmlPage("x.html", f"<main>{to_html(text)}</main>".encode())
    for element in page.one("//main").iterdescendants():
        assert element.tag in ("p", "a", "em", "strong")
        assert set(element.attrib) <= {"href", "rel"}
        assert element.get("href", "https://").startswith(("https://", "http://"))
        if element.get("href"):
            assert element.get("rel") == "noreferrer"


def test_characters_that_turn_the_direction_are_refused(synthetic_project: SyntheticProject) -> None:
    synthetic_project.edit(FULL, "Briefly on the organisation.", "Briefly \u202eon the organisation.")
    codes = {finding.code for finding in synthetic_project.check().findings}
    assert "bidirectional-character" in codes
