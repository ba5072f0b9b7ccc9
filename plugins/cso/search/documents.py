"""Records as Pagefind reads them: rows of tokens, what counts most first."""

from __future__ import annotations

from collections.abc import Iterable

from cso.directory.words import Words
from cso.romanisation import romanisations
from cso.search.records import Record
from cso.search.synonyms import Thesaurus
from cso.search.word_forms import all_forms, fold, forms, is_ukrainian, lemmas, split_words, tokens

WEIGHTS = {
    "title": 10,
    "names": 6,
    "latin_of_title": 4,
    "synonyms_of_title": 3,
    "summary": 2,
    "around": 1.5,
    "text": 1,
    "latin": 1,
    "synonyms": 0.7,
}
"""What a word counts where it stands (Pagefind: 0 to 10).

There is no heading: Pagefind would count every form of its words that begins as the word asked for, many times over.
"""

ASKED_IN = ("uk", "en", "ru")
"""The languages that people search in."""


def document_of(record: Record, language: str, thesaurus: Thesaurus) -> str:
    """The HTML that Pagefind indexes for a record: tokens only, no sentence that could be read.

    Args:
        record: what is to be found.
        language: the language of the site it stands in.
        thesaurus: words for the same thing.
    """
    title = [record.title.pick(language).text]
    names = _texts([record.title, *record.names])
    around = _names_around(record)
    summary = _texts([record.summary] if record.summary else [])
    text = _texts(record.text)
    of_title = thesaurus.touched(" · ".join([*title, *names]))
    of_text = thesaurus.touched(" · ".join([*around, *summary, *text])) - of_title
    parts = {
        "title": _forms_of([*title, str(record.year or "")]),
        "names": _forms_of(names),
        "latin_of_title": _latin(names),
        "synonyms_of_title": _forms_of(thesaurus.words(of_title)),
        "summary": _forms_of(summary),
        "around": _forms_of(around),
        "text": _forms_of(text),
        "latin": _latin([*around, *summary, *text, *thesaurus.words(of_title)]),
        "synonyms": _forms_of(thesaurus.words(of_text)),
    }
    rows = "".join(
        f'<p data-pagefind-weight="{WEIGHTS[part]}">{" ".join(words)}</p>' for part, words in parts.items() if words
    )
    return f'<!doctype html><html lang="{language}"><title>-</title><body data-pagefind-body>{rows}</body></html>'


def _names_around(record: Record) -> list[str]:
    """The organisation and the regions a record belongs to: readers ask for help together with a place."""
    around = [record.by.name] if record.by else []
    around += [record.country] if record.country else []
    return _texts([*around, *(region.name for region in record.regions)])


def _texts(words: Iterable[Words]) -> list[str]:
    """Texts in the languages that readers search in, whichever page they are on; the best other one if in none."""
    found = []
    for entry in words:
        texts = [text for language, text in entry.texts if language in ASKED_IN]
        found += texts or [entry.pick(ASKED_IN[0]).text]
    return found


def _forms_of(texts: Iterable[str]) -> list[str]:
    """Every form of every word, each once, so that it does not matter in which form a word is asked for."""
    words = [word for text in texts for word in split_words(text)]
    ukrainian = {word for word in words if is_ukrainian(word)}
    latin = {token for word in words if word not in ukrainian for token in tokens(word)}
    return sorted(all_forms(ukrainian) | latin)


def _latin(texts: Iterable[str]) -> list[str]:
    """Ukrainian words in Latin letters: as they stand and in their first form."""
    words = {word for text in texts for word in split_words(text) if is_ukrainian(word)}
    kept = {token for word in words if forms(word) for token in (*fold(word), *" ".join(lemmas(word)).split())}
    return sorted({spelling for token in kept for spelling in romanisations(token)})
