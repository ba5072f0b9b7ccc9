"""Words that announce a place to stay or a line: no headline and no feed carries them (S5).

A feed goes to whoever asks for it and stays in readers for ever, so it must not tell that a shelter opened or moved.
"""

from __future__ import annotations

import re

_SHELTER = (
    r"притул\w*|шелтер\w*|кризов\w+ кімнат\w*|безпечн\w+ (?:дом\w*|дім|будин\w*|помешкан\w*|квартир\w*)"
    r"|місц\w* безпечного проживан\w*|shelters?|safe ?hous\w*|crisis rooms?|refuges?"
)
_LINE = r"гаряч\w+ ліні\w*|телефон\w* довіри|hot ?lines?|help ?lines?"
_OPENING = (
    r"відкри\w*|запрацю\w*|запрац\w*|почина\w+ (?:роботу|працювати)|поча\w* (?:роботу|працювати)|створ\w+|облашт\w+"
    r"|з['’ʼ]яви\w+|переїха\w*|переїжджа\w*|переміст\w*|переніс\w*|перенес\w*|відновл?\w+ робот\w*"
    r"|open(?:s|ed|ing)?|launch\w*|start(?:s|ed|ing)?|begins? work|began work|set(?:s|ting)? up|moves?|moved|relocat\w*"
    r"|reopen\w*"
)
_NEW = r"нов(?:ий|ого|ому|им|а|у|ої|ою|е|і|их|ими)|new"


def _announces(thing: str) -> re.Pattern[str]:
    """A sentence in which the thing opens, moves, or is new."""
    near = r"\b[^.!?\n]*\b"
    orders = (rf"(?:{_OPENING}){near}(?:{thing})", rf"(?:{thing}){near}(?:{_OPENING})", rf"(?:{_NEW}) (?:{thing})")
    return re.compile(rf"(?i)\b(?:{'|'.join(orders)})\b")


_OF_SHELTER = _announces(_SHELTER)
_OF_LINE = _announces(_LINE)


def announces_shelter(text: str) -> bool:
    """Whether a text says that a place to stay opened, moved, or is new."""
    return _OF_SHELTER.search(text) is not None


def announces_line(text: str) -> bool:
    """Whether a text says that a phone line opened, moved, or is new."""
    return _OF_LINE.search(text) is not None
