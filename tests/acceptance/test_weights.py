"""Weight of the pages for people in need (design decision 7), against the limits of `theme/weights.txt`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conftest import REAL_AS_OF
from cso.content.check import check
from cso.directory.build import build_directory
from cso.pages.addresses import HELP_SECTION, PATHS
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer
from cso.pages.views.help import help_pages
from cso.pages.views.hotlines import hotline_pages
from html_pages import BuiltSite, HtmlPage
from synthetic import THEME

MOST = 14_000


def limits() -> dict[str, int]:
    """Kind of page → most bytes."""
    lines = (THEME / "weights.txt").read_text(encoding="utf-8").splitlines()
    return {kind: int(most) for kind, most in (line.split() for line in lines if line and line[0] != "#")}


def kind_of(path: str) -> str | None:
    """The kind of a page of the help section by the path of its file, in any language; None for other pages."""
    plain = re.sub(r"^[a-z]{2}/", "", path).removesuffix("index.html")
    kinds = [kind for kind in HELP_SECTION if re.fullmatch(re.escape(PATHS[kind]).replace(r"\{\}", "[^/]+"), plain)]
    return kinds[0] if kinds else None


def test_every_kind_has_a_limit_within_that_of_all() -> None:
    assert set(limits()) == HELP_SECTION
    assert max(limits().values()) <= MOST


def too_heavy(pages: dict[str, HtmlPage]) -> dict[str, int]:
    """Pages above the limit of their kind, with their bytes."""
    most = limits()
    kinds = {path: kind_of(path) for path in pages}
    return {
        path: pages[path].weight for path, kind in kinds.items() if kind is not None and pages[path].weight > most[kind]
    }


@pytest.mark.parametrize("content", ["real", "synthetic"])
def test_pages_keep_within_their_limit(request: pytest.FixtureRequest, content: str) -> None:
    site: BuiltSite = request.getfixturevalue(f"{content}_site")
    weighed = {kind_of(path) for path in site.pages} - {None}
    assert weighed >= {"start", "help", "help_region", "help_kind", "hotlines"}
    assert too_heavy(site.pages) == {}


def test_pages_keep_within_their_limit_once_every_number_is_confirmed(copy_of_project: Callable[[str], Path]) -> None:
    """Confirming a number must never be what breaks a build."""
    root = copy_of_project("confirmed")
    changed = 0
    for file in (root / "content" / "confirmations").glob("*.yaml"):
        document = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for entry in document.get("entries", []):
            if entry["state"] == "awaiting":
                entry |= {"state": "confirmed", "method": "called", "date": REAL_AS_OF.isoformat()}
                for key in ("reason", "source", "publication"):
                    entry.pop(key, None)
                changed += 1
        file.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    result = check(root / "content", REAL_AS_OF)
    assert changed, "nothing waits any more: this test has done its work"
    assert not result.has_errors, [finding.message("en") for finding in result.findings]
    directory = build_directory(result.content, REAL_AS_OF)
    pages = {}
    for language in (*directory.site.languages, *directory.site.help_languages):
        texts = load_texts(THEME, language)
        names = {entry.id: entry.name.pick(language).text for entry in directory.vocabularies.languages}
        renderer = Renderer(THEME, language, texts, names, help_only=language not in directory.site.languages)
        factory = PageFactory(directory, language, texts, "https://example.org")
        for make in (hotline_pages, help_pages):
            for page in make(factory):
                if page.frame.path.endswith("hotlines/") or "/abroad/" in page.frame.path:
                    path = f"{page.frame.path}index.html"
                    pages[path] = HtmlPage(path, renderer.render(page))
    assert too_heavy(pages) == {}
