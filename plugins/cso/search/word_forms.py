"""The words of a text as search needs them: small letters, one spelling, and every form of a Ukrainian word.

Pagefind knows no Ukrainian stems: «притулок» would not find «притулки». So the index holds the forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import pymorphy3

APOSTROPHES = "'’ʼ‘`´′"
"""What people write for the Ukrainian apostrophe; search leaves it out of words."""

STOP_WORDS = {
    "uk": "а але без би в від де для до є з за зі і із й його її їх який яка яке які коли на не ні о об під по при про"
    " та то у хто це чи що як"
    " бо бф го гс",  # short legal forms, which stand in half of all names
    "en": "a an and are as at by for from how i in is it of on or that the this to what where which who with",
}
"""Words that tell nothing about what is looked for; neither indexed nor asked."""

_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}-][^\W_]+)*")
_STRESS = "\u0301"
#: Readings of a word that readers of this site do not mean, while there is another one: surnames, old words, slang.
_UNLIKELY = frozenset({"Surn", "Name", "Patr", "Arch", "Slng", "Dist", "Infr", "Abbr"})
#: Longest row of digits that is taken for a word: years and article numbers, never the number of a phone.
_MOST_DIGITS = 4


def split_words(text: str) -> list[str]:
    """The words of a text as they stand, hyphened ones whole: `["Івано-Франківськ", "здоров’я"]`."""
    return [
        word
        for word in _WORD.findall(unicodedata.normalize("NFC", text).replace(_STRESS, ""))
        if not word.isdecimal() or len(word) <= _MOST_DIGITS
    ]


def fold(word: str) -> tuple[str, ...]:
    """The tokens of a word: small letters without apostrophes, parted at hyphens: `("івано", "франківськ")`."""
    bare = word.lower().translate(_WITHOUT_APOSTROPHES)
    return tuple(part for part in bare.split("-") if part)


def tokens(text: str) -> list[str]:
    """The tokens of a text in order, stop words left out."""
    return [token for word in split_words(text) for token in fold(word) if token not in _STOP]


@lru_cache(maxsize=65536)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms that a Ukrainian word may belong to, folded: `lemmas("жінок") == {"жінка"}`."""
    return frozenset(" ".join(fold(parse.normal_form)) for parse in _parses(word))


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """The tokens of every form of a Ukrainian word and of the word itself, sorted.

    A word that the dictionary does not know is bent as the most similar ones are.
    """
    found = set(fold(word))
    for parse in _parses(word):
        for form in parse.lexeme:
            found.update(fold(form.word))
    return tuple(sorted(found - _STOP))


def all_forms(words: Iterable[str]) -> set[str]:
    """The forms of several words."""
    return {form for word in words for form in forms(word)}


def is_ukrainian(word: str) -> bool:
    """Whether a word is written in Cyrillic letters, so that it can be bent."""
    return bool(_CYRILLIC.search(word))


_CYRILLIC = re.compile(r"[а-яєіїґ]", re.IGNORECASE)
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_STOP = frozenset(" ".join(STOP_WORDS.values()).split())


@lru_cache(maxsize=65536)
def _parses(word: str) -> tuple[Any, ...]:
    if not is_ukrainian(word):
        return ()
    parses = _analyzer().parse(re.sub(f"[{APOSTROPHES}]", "'", word.lower()))
    known = [parse for parse in parses if parse.is_known]
    if not known:
        return tuple(parses[:1])
    likely = [parse for parse in known if not _UNLIKELY & set(parse.tag.grammemes)]
    return tuple(likely or known)


@cache
def _analyzer() -> Any:
    """The dictionary, loaded when first needed: 0.1 s."""
    return pymorphy3.MorphAnalyzer(lang="uk")
