"""Words of another script inside a text: marked with their language, so that they are read out as such (WCAG 3.1.2)."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

#: Languages of the site that are written in Cyrillic letters.
_CYRILLIC_LANGUAGES = frozenset({"uk", "ru"})
_WORD = r"[А-Яа-яҐґЄєІіЇїЁё][А-Яа-яҐґЄєІіЇїЁё'’ʼ-]+"
#: Cyrillic words in a row, with the quotation marks around and between them and the numbers in them.
_RUN = re.compile(rf"[«„]?{_WORD}(?:[!?,.:]?[ \u00a0]+[«„(]*(?:{_WORD}|\d+)[»“)]*)*[!?]?[»“]?")


def marked(text: str, language: str) -> Markup:
    """A text as HTML, its Cyrillic words marked as Ukrainian where the language is written in Latin letters.

    Args:
        text: plain text, escaped here.
        language: the language of the text.
    """
    if language in _CYRILLIC_LANGUAGES or text.isascii():
        return escape(text)
    parts, at = [], 0
    for match in _RUN.finditer(text):
        parts += [escape(text[at : match.start()]), Markup('<span lang="uk">{}</span>').format(match[0])]
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])
