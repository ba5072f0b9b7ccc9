"""The interface says everything in Ukrainian: nothing untranslated, doubtful or with a placeholder lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from synthetic import PROJECT, THEME

#: What a message may hold besides words: %(name)s of templates, {name} of Python.
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}|%%")
_TEMPLATES = {"trimmed": "true", "newstyle_gettext": "true"}
_KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}


def extracted() -> dict[str, tuple[str, ...]]:
    """Every text of the interface by its id: the id alone, or the two forms of a plural."""
    found: dict[str, tuple[str, ...]] = {}
    sources = (
        (THEME / "templates", [("**.html", "jinja2")], {"**.html": _TEMPLATES}, None),
        (PROJECT / "plugins" / "cso", [("**.py", "python")], {}, _KEYWORDS),
    )
    for folder, methods, options, keywords in sources:
        arguments = {} if keywords is None else {"keywords": keywords}
        for _, _, message, _, _ in extract_from_dir(folder, methods, options, **arguments):
            forms = message if isinstance(message, tuple) else (message,)
            if forms[0]:
                found[forms[0]] = forms
    return found


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """The Ukrainian catalogue."""
    path = THEME / "translations" / "uk" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale="uk")


def message(catalogue: Catalog, forms: tuple[str, ...]) -> Message | None:
    """The entry of a text."""
    return catalogue.get(forms if len(forms) > 1 else forms[0])


def test_there_are_texts() -> None:
    texts = extracted()
    assert "Demonstration." in texts
    assert "Confidential" in texts
    assert any(len(forms) == 2 for forms in texts.values())
    assert len(texts) > 150


def test_every_text_is_translated(catalogue: Catalog) -> None:
    def missing() -> Iterator[str]:
        for text, forms in extracted().items():
            entry = message(catalogue, forms)
            if entry is None or entry.fuzzy:
                yield text
            elif len(forms) > 1:
                if len(entry.string) != 3 or not all(entry.string):
                    yield text
            elif not entry.string:
                yield text

    assert list(missing()) == []


def test_every_translation_keeps_its_placeholders(catalogue: Catalog) -> None:
    for entry in catalogue:
        if not entry.id:
            continue
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        wanted = set(_PLACEHOLDER.findall(ids[-1]))
        for text in strings:
            assert set(_PLACEHOLDER.findall(text)) == wanted, entry.id


def test_no_translation_of_a_text_that_is_gone(catalogue: Catalog) -> None:
    texts = extracted()
    gone = [
        entry.id
        for entry in catalogue
        if entry.id and (entry.id[0] if isinstance(entry.id, tuple) else entry.id) not in texts
    ]
    assert gone == []


def test_ukrainian_has_its_three_plural_forms(catalogue: Catalog) -> None:
    assert catalogue.num_plurals == 3
    assert "n%10==1" in catalogue.plural_expr.replace(" ", "")


def test_translations_are_ukrainian(catalogue: Catalog) -> None:
    """Letters that only Russian has, or a text without a single Cyrillic letter, betray a slip."""
    for entry in catalogue:
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for text in filter(None, strings):
            if not entry.id:
                continue
            assert not re.search("[ыэъёЫЭЪЁ]", text), text
            words = _PLACEHOLDER.sub("", text)
            assert re.search("[а-яіїєґА-ЯІЇЄҐ]", words) or not re.search(r"[A-Za-z]{4,}", words), text


def test_templates_hold_no_words_of_their_own() -> None:
    """Between tags stands nothing but what was marked for translation."""
    for file in sorted((THEME / "templates").rglob("*.html")):
        bare = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|https://[^\s{]+",
            " ",
            file.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        words = [word for word in re.findall(r"[A-Za-zА-Яа-яіїєґ]{3,}", bare) if word not in ("nbsp", "DOI")]
        assert words == [], f"{file.relative_to(Path(THEME))}: {words}"


def test_texts_of_code_are_marked() -> None:
    """A title given to a page in plain words would stay English everywhere."""
    for file in sorted((PROJECT / "plugins/cso/pages/views").glob("*.py")):
        assert not re.search(r"(?:title|description)=\"", file.read_text(encoding="utf-8")), file.name
