"""Web addresses that say where they lead, and words in one script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cso.content.detect import links
from cso.content.findings import Finding
from cso.content.formats import is_web_address
from cso.content.repository import Content, texts
from cso.content.rules.look import keys_of
from cso.content.rules.rule import CheckContext

_WORD = re.compile(r"[^\W\d_]+")
_NAMES = "name short_name operator title authors partners publisher settlement address autonym platform to"
#: Last keys of the names of organisations, bodies, people's words for them, and titles of publications.
NAME_KEYS = frozenset(_NAMES.split())
_ADDRESS_REFERENCES = frozenset({"source-or-address"})


def doubtful_addresses(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An address has a host with a name in one script, no user name, and leads where it says: no shortener, no map."""
    for document in content.documents():
        for place in content.places(document):
            is_address = place.schema.get("format") == "web-address"
            if place.schema.get("x-reference") in _ADDRESS_REFERENCES:
                is_address = isinstance(place.value, str) and place.value.lower().startswith(("http://", "https://"))
            if not is_address or not isinstance(place.value, str):
                continue
            code = address_problem(place.value, is_contact="x-contact" in place.schema)
            if code:
                yield place.finding(code)


def address_problem(address: str, *, is_contact: bool) -> str:
    """Code of what is wrong with an address; empty if nothing is."""
    tests = (
        ("address-bare-ip", links.is_bare_ip(address)),
        ("address-mixed-script", links.has_doubtful_host(address)),
        ("address-shortened", links.is_shortener(address)),
        ("address-of-map", links.is_map(address)),
        ("address-of-messenger", not is_contact and links.is_messenger(address)),
        ("address-unsafe", not is_web_address(address)),
    )
    return next((code for code, is_wrong in tests if is_wrong), "")


def mixed_scripts(content: Content, context: CheckContext) -> Iterator[Finding]:
    """No word mixes Latin and Cyrillic letters: it would look like another word. In names that is an error."""
    for text in texts(content):
        if text.value.isascii():
            continue
        for match in _WORD.finditer(text.value):
            if not links.mixes_scripts(match[0]):
                continue
            keys = keys_of(text.location)
            is_name = bool(keys) and keys[-1] in NAME_KEYS
            stranger = _stranger(match[0])
            yield Finding.at(
                text.file,
                text.position,
                "mixed-script-name" if is_name else "mixed-script-word",
                letter=stranger,
                code=f"U+{ord(stranger):04X}",
                character=unicodedata.name(stranger, "?"),
            )
            break


def _stranger(word: str) -> str:
    """The first letter of the script that is rarer in the word."""
    scripts = [links.script_of(letter) for letter in word]
    rarest = min(dict.fromkeys(script for script in scripts if script), key=scripts.count)
    return word[scripts.index(rarest)]
