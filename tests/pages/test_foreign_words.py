"""Words in another script say which language they are in, and nothing else changes."""

from __future__ import annotations

import pytest

from cso.pages.foreign_words import marked


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain words", "Plain words"),
        ("Campaign «Тобою скористалися» (“You were used”)", "Campaign [«Тобою скористалися»] (“You were used”)"),
        ("The name is ГО «Джерело надії»", "The name is [ГО «Джерело надії»]"),
        ("Project «Допоможемо! Підтримаємо!», run", "Project [«Допоможемо! Підтримаємо!»], run"),
        ("writes ВОПО «Джерело» and ГО «Надія»; one", "writes [ВОПО «Джерело»] and [ГО «Надія»]; one"),
        ("(ВОГО); the rest", "([ВОГО]); the rest"),
        ("<b>Слово</b> & more", "&lt;b&gt;[Слово]&lt;/b&gt; &amp; more"),
        ("«Харківська міська організація „Жіноча громада“».", "[«Харківська міська організація „Жіноча громада“»]."),
    ],
)
def test_cyrillic_words_in_english(text: str, html: str) -> None:
    assert str(marked(text, "en")) == html.replace("[", '<span lang="uk">').replace("]", "</span>")


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_nothing_is_marked_where_the_letters_are_the_same(language: str) -> None:
    assert str(marked("Слово «і» ще <одне>", language)) == "Слово «і» ще &lt;одне&gt;"
