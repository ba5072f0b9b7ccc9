"""Finds every kind of contact in human text: phones, mailboxes, handles, links to messengers, other addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso.content.detect.links import BARE_ADDRESS, FULL_ADDRESS, is_map, is_messenger, is_shortener
from cso.content.detect.phones import find_phones
from cso.content.detect.plain import PlainText, Span, plain

#: Kinds of spans that `find_contacts` gives.
KINDS = ("phone", "email", "handle", "messenger", "scheme", "shortener", "link")

_AT = r"(?:@|[ ]?[(\[{][ ]?(?:@|at|ат|собака|собачка|равлик)[ ]?[)\]}][ ]?|[ ](?:собака|собачка)[ ])"
_DOT = r"(?:\.|[ ]?[(\[{][ ]?(?:\.|dot|крапка|точка)[ ]?[)\]}][ ]?|[ ](?:dot|крапка|точка)[ ])"
_EMAIL = re.compile(rf"(?i)(?<![\w.+-])[\w.+-]+[ ]?{_AT}[ ]?[\w-]+(?:{_DOT}[\w-]+)+")
_SPELT_EMAIL = re.compile(rf"(?i)(?<![\w.+-])[a-z0-9._+-]+ at [a-z0-9-]+(?:{_DOT}[a-z0-9-]+)+(?![\w])")
_HANDLE = re.compile(r"(?<![\w.@/])@[ ]?[A-Za-z][A-Za-z0-9._-]{2,}")
_PLATFORMS = (
    r"telegram|телеграм|телеграмм|тг|viber|вайбер|signal|сигнал|whatsapp|ватсап|вотсап|skype|скайп|instagram|інстаграм"
    r"|инстаграм|messenger|месенджер|facebook|фейсбук|tiktok|тікток|discord|нік|нікнейм|nick|nickname|бот|chat-?bot|чат-?бот"
)
_NAMED_HANDLE = re.compile(
    rf"(?i)(?<!\w)(?:{_PLATFORMS})[ ]?(?:[:=]|[–-][ ])[ ]?(?P<handle>@?[A-Za-z][A-Za-z0-9._]{{3,}}[A-Za-z0-9_])"
)
_PLATFORM_NAMES = re.compile(rf"(?i)(?:{_PLATFORMS})")
_SCHEME = re.compile(
    r"(?i)(?<![\w/.-])(?:(?:tel|sms|smsto|mms|mmsto|mailto|callto|sip|sips|skype|facetime|facetime-audio|xmpp|geo|whatsapp"
    r"|viber|tg|sgnl|signal|telegram|javascript|data|vbscript|intent|maps):(?=[^\s:–-])|(?:viber|tg|sgnl|whatsapp|signal|weixin|imo)://)"
    r"[^\s<>\"»)]*"
)
_TRAILING = ".,;:!?)]}*_'’"


def find_contacts(text: str, *, is_markdown: bool) -> list[Span]:
    """Every contact in a text, in order.

    Args:
        text: the text as written.
        is_markdown: whether it is Markdown. There an ordinary link is no contact; elsewhere it is one (`link`).

    Returns:
        Spans of the `KINDS`; their values are in plain form (a phone as digits, a mailbox in small letters).
    """
    plain_text = plain(text, is_markdown=is_markdown)
    found = [*_find_addresses(plain_text, is_markdown), *_find_mailboxes(plain_text), *find_phones(plain_text)]
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _find_mailboxes(text: PlainText) -> Iterator[Span]:
    for pattern in (_EMAIL, _SPELT_EMAIL):
        for match in pattern.finditer(text.text):
            yield text.span("email", match.start(), match.end(), _mailbox(match[0]))
    for match in _HANDLE.finditer(text.text):
        yield text.span("handle", match.start(), match.end(), match[0].lstrip("@ ").rstrip(_TRAILING + "-").lower())
    for match in _NAMED_HANDLE.finditer(text.text):
        handle = match["handle"].lstrip("@")
        if not _PLATFORM_NAMES.fullmatch(handle):
            yield text.span("handle", match.start("handle"), match.end("handle"), handle.lower())


def _mailbox(written: str) -> str:
    plain_at = re.sub(rf"(?i)[ ]?{_AT}[ ]?|[ ]at[ ]", "@", written, count=1)
    return re.sub(rf"(?i){_DOT}", ".", plain_at).rstrip(_TRAILING).lower()


def _find_addresses(text: PlainText, is_markdown: bool) -> Iterator[Span]:
    for match in _SCHEME.finditer(text.text):
        yield text.span("scheme", match.start(), match.end(), match[0].rstrip(_TRAILING))
    for pattern in (FULL_ADDRESS, BARE_ADDRESS):
        for match in pattern.finditer(text.text):
            address = match[0].rstrip(_TRAILING)
            kind = kind_of_address(address)
            if kind == "link" and (is_markdown or (pattern is BARE_ADDRESS and "/" not in address)):
                continue
            if kind != "map":
                yield text.span(kind, match.start(), match.start() + len(address), address)


def kind_of_address(address: str) -> str:
    """What a web address is as a contact: `messenger`, `shortener`, `map` (a place, no contact) or a plain `link`."""
    if is_messenger(address):
        return "messenger"
    if is_map(address):
        return "map"
    return "shortener" if is_shortener(address) else "link"
