"""News of organisations: metadata that can be read, names that stay, headlines that endanger nobody (S5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cso.announcements import announces_shelter
from cso.content.findings import START, Finding, Position
from cso.content.formats import is_date, is_slug
from cso.content.news import KEYS, REQUIRED, Field, NewsFile, news_files
from cso.content.places import in_news_folder, slug_like
from cso.content.reader import shown_key
from cso.content.repository import Content
from cso.content.rules.look import closest, is_public_source
from cso.content.rules.rule import CheckContext
from cso.content.rules.web import address_problem

_KNOWN = {key.lower(): key for key in KEYS}
_DATES = ("date", "modified")
_EXAMPLES = {
    "Title": "Title: Про що ця новина",
    "Date": "Date: 2026-05-04",
    "Source": "Source: https://example.org/page",
}
_PICTURE = re.compile(r"!\[")
_CYRILLIC = re.compile(r"[А-Яа-яҐґЄєІіЇї]")
_LATIN = re.compile(r"[A-Za-z]")
#: Letters that tell in which script a text is written; a shorter one may be a name.
_ENOUGH_LETTERS = 20


def news_metadata(content: Content, context: CheckContext) -> Iterator[Finding]:
    """An item of news has the lines it needs, each once, with something in it, and no others."""
    for news in news_files(content):
        for key in REQUIRED:
            if key.lower() not in news.by_key:
                yield Finding.at(news.document.file, START, "news-metadata-missing", example=_EXAMPLES[key], key=key)
        for field in news.fields:
            yield from _field_findings(news, field)
        if not news.body:
            yield Finding.at(news.document.file, START, "news-text-missing")


def _field_findings(news: NewsFile, field: Field) -> Iterator[Finding]:
    key = field.key.lower()
    if key not in _KNOWN:
        near = closest(key, _KNOWN)
        shown = shown_key(field.key)
        if near:
            yield _at(news, field, "news-metadata-near", key=shown, suggestion=_KNOWN[near])
        else:
            yield _at(news, field, "news-metadata-unknown", key=shown, known=", ".join(KEYS))
    elif news.by_key[key] is not field:
        yield _at(news, field, "duplicate-key", key=_KNOWN[key], first_line=str(news.by_key[key].line))
    elif not field.value:
        yield _at(news, field, "empty-value")


def news_dates(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The day of an item is a day, not in the future, and not after the day on which it was changed."""
    for news in news_files(content):
        fields = [news.by_key[key] for key in _DATES if news.value(key)]
        for field in fields:
            if not is_date(field.value):
                yield _at(news, field, "news-date")
            elif date.fromisoformat(field.value) > context.as_of:
                yield _at(news, field, "date-in-future", as_of=context.as_of.isoformat())
        written = [field.value for field in fields if is_date(field.value)]
        if len(written) == len(_DATES) and written[0] > written[1]:
            yield _at(news, fields[1], "end-before-beginning", first="Date", last="Modified")


def news_languages(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The language of an item is one of the site, and looks like the one it is written in."""
    languages = [value for _, value in content.site.items(("languages",)) if isinstance(value, str)]
    for news in news_files(content):
        field = news.by_key.get("lang")
        if news.language not in languages:
            if field is not None:
                yield _at(news, field, "news-language", languages=", ".join(languages))
        elif _looks_different(news):
            line = field.line if field else 1
            yield Finding.at(news.document.file, Position(line, 1), "news-language-doubtful", language=news.language)


def _looks_different(news: NewsFile) -> bool:
    """Whether most letters of an item belong to another script than its language."""
    text = f"{news.value('Title')} {news.body}"
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin < _ENOUGH_LETTERS:
        return False
    return latin > 2 * cyrillic if news.language == "uk" else news.language == "en" and cyrillic > 2 * latin


def news_slugs(content: Content, context: CheckContext) -> Iterator[Finding]:
    """The name of an item in addresses is Latin, and stands once in its organisation and language."""
    seen: dict[tuple[str, str, str], NewsFile] = {}
    for news in news_files(content):
        field = news.by_key.get("slug")
        position = Position(field.line, 1) if field else START
        if not is_slug(news.slug):
            code = "news-slug" if field and field.value else "news-file-name"
            yield Finding.at(news.document.file, position, code, example=slug_like(news.slug))
            continue
        key = (news.document.owner, news.slug, news.language)
        if key in seen:
            yield Finding.at(
                news.document.file, position, "news-slug-taken", value=news.slug, file=seen[key].document.file
            )
        seen.setdefault(key, news)


def news_sources(content: Content, context: CheckContext) -> Iterator[Finding]:
    """News that others wrote of an organisation name the page they are from; the address leads where it says."""
    for news in news_files(content):
        field = news.by_key.get("source")
        profile = content.organizations.get(news.document.owner)
        if field is None:
            if profile is not None and is_public_source(profile):
                yield Finding.at(news.document.file, START, "news-source-missing", example=_EXAMPLES["Source"])
        elif field.value:
            code = address_problem(field.value, is_contact=False)
            if code:
                yield _at(news, field, code)


def news_headlines(content: Content, context: CheckContext) -> Iterator[Finding]:
    """No headline or summary announces a place to stay: lists and feeds carry them far (S5)."""
    for news in news_files(content):
        for key in ("title", "summary"):
            if announces_shelter(news.value(key)):
                yield _at(news, news.by_key[key], "news-announces-shelter")


def news_pictures(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Pictures in news are not shown: they may give away faces and places."""
    for news in news_files(content):
        lines = enumerate(news.document.text.split("\n"), start=1)
        for number, match in ((number, _PICTURE.search(line)) for number, line in lines):
            if match:
                yield Finding.at(news.document.file, Position(number, match.start() + 1), "news-picture")


def unread_markdown(content: Content, context: CheckContext) -> Iterator[Finding]:
    """Markdown in the folder of an organisation stands in `news/`; nothing reads it elsewhere."""
    for document in content.markdown:
        below = document.path.relative_to(content.root)
        if below.parts[0] == "organizations" and not in_news_folder(below):
            yield Finding.at(document.file, START, "markdown-not-used")


def _at(news: NewsFile, field: Field, code: str, **arguments: str) -> Finding:
    return Finding.at(news.document.file, Position(field.line, 1), code, **arguments)
