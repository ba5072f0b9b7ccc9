"""Words for the same thing: which of the lists in `vocabularies/search-synonyms.yaml` a text touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cso.directory.synonyms import Synonyms
from cso.search.word_forms import fold, lemmas, split_words


@dataclass(frozen=True, slots=True)
class _Step:
    """A word of a phrase: what it may be reduced to, and whether it must stand with a capital, as names do."""

    keys: frozenset[str]
    capital: bool


class Thesaurus:
    """Finds the lists of synonyms whose words stand in a text, in any form."""

    def __init__(self, synonyms: Iterable[Synonyms]) -> None:
        """Prepare lists of synonyms."""
        self._words = {entry.id: [phrase for _, words in entry.words for phrase in words] for entry in synonyms}
        self._phrases: dict[str, list[tuple[tuple[_Step, ...], str]]] = {}
        for entry_id, phrases in self._words.items():
            for phrase in phrases:
                steps = tuple(_steps(phrase))
                for key in steps[0].keys:
                    self._phrases.setdefault(key, []).append((steps, entry_id))

    def touched(self, text: str) -> set[str]:
        """The ids of the lists of which a word or phrase stands in a text."""
        steps = list(_steps(text))
        found = set()
        for position, step in enumerate(steps):
            for key in step.keys:
                for phrase, entry_id in self._phrases.get(key, ()):
                    if entry_id not in found and _stands_at(phrase, steps, position):
                        found.add(entry_id)
        return found

    def words(self, entry_ids: Iterable[str]) -> list[str]:
        """The words and phrases of lists, in the order of the ids."""
        return [phrase for entry_id in sorted(entry_ids) for phrase in self._words[entry_id]]


def _steps(text: str) -> Iterator[_Step]:
    for word in split_words(text):
        yield _Step(lemmas(word) | {" ".join(fold(word))}, word[0].isupper())


def _stands_at(phrase: tuple[_Step, ...], steps: list[_Step], position: int) -> bool:
    there = steps[position : position + len(phrase)]
    return len(there) == len(phrase) and all(
        wanted.keys & found.keys and (found.capital or not wanted.capital)
        for wanted, found in zip(phrase, there, strict=True)
    )
