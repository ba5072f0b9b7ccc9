"""Texts in several languages, and the choice of one for a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FALLBACK_LANGUAGES = ("uk", "en")
LATIN_FALLBACK_LANGUAGES = ("en", "uk")
UKRAINIAN_LETTERS_FIRST = frozenset({"uk", "ru", "en", "bg", "be"})
"""Readers of these languages get a name in Ukrainian before one in English; all others the reverse."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text with the language it is really in, so that a page can mark what is not in its own."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Words:
    """The same text by language (design decision 3: words are maps).

    `texts` is a tuple of (BCP 47 tag, text), at least one, in the order of the file.
    """

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Words:
        """Make words from a mapping such as `{"uk": "…", "en": "…"}`."""
        return cls(tuple(texts.items()))

    def languages(self) -> tuple[str, ...]:
        """The tags of the languages this text has."""
        return tuple(language for language, _ in self.texts)

    def pick(self, language: str) -> LocalText:
        """The text in `language`, or the best other one, marked with the language it is in."""
        by_language = dict(self.texts)
        others = FALLBACK_LANGUAGES if language in UKRAINIAN_LETTERS_FIRST else LATIN_FALLBACK_LANGUAGES
        for candidate in (language, *others):
            if candidate in by_language:
                return LocalText(by_language[candidate], candidate)
        first_language, first_text = self.texts[0]
        return LocalText(first_text, first_language)

    def sort_key(self, language: str) -> str:
        """A key that sorts names as a reader of `language` expects: quotation marks do not count."""
        return alphabetical(self.pick(language).text)


_UKRAINIAN_ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_ORDER = {letter: f"{position:02d}" for position, letter in enumerate(_UKRAINIAN_ALPHABET)}


def alphabetical(text: str) -> str:
    """A sort key in the order of the Ukrainian alphabet (ґ after г, є after е, і and ї after и), Latin first."""
    letters = (character for character in text.casefold() if character.isalnum() or character == " ")
    return "".join(f"\uffff{_ORDER[letter]}" if letter in _ORDER else letter for letter in letters).strip()
