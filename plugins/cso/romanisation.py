"""Ukrainian words in Latin letters: the official way, and the way people type them."""

from __future__ import annotations

import re

_OFFICIAL = dict(zip("абвгґдезиійклмнопрстуф", "abvhgdezyiiklmnoprstuf", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "є": "ie", "ї": "i", "ю": "iu", "я": "ia", "ь": "",
}  # fmt: skip
_OFFICIAL_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_COMMON = _OFFICIAL | {"г": "g", "и": "i", "й": "y", "є": "ye", "ї": "yi", "ю": "yu", "я": "ya"}

_CYRILLIC = re.compile(r"[а-щьюяєіїґ]")


def romanise(word: str) -> str:
    """A word by resolution no. 55 of the Cabinet of Ministers of 27 January 2010, which passports and maps follow.

    Args:
        word: small letters, apostrophes left out.

    Returns:
        The word in Latin letters; empty for a word without a Ukrainian letter.
    """
    if not _CYRILLIC.search(word):
        return ""
    text = word.replace("зг", "zgh")
    first = _OFFICIAL_FIRST.get(text[0])
    return (first if first is not None else _OFFICIAL.get(text[0], text[0])) + _letters(text[1:], _OFFICIAL)


def romanise_commonly(word: str) -> str:
    """A word as people without the table at hand type it: «г» as g, «и» as i, «я» as ya everywhere."""
    return _letters(word, _COMMON) if _CYRILLIC.search(word) else ""


def romanisations(word: str) -> tuple[str, ...]:
    """Both spellings, each once."""
    return tuple(dict.fromkeys(spelling for spelling in (romanise(word), romanise_commonly(word)) if spelling))


def _letters(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in text)
