"""News: their metadata, their names in addresses, and headlines that announce no place to stay."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG

from content.rules.folders import PUBLIC_PROFILE, Files, found, profile
from cso.announcements import announces_line, announces_shelter
from cso.content.news import read_news
from cso.content.repository import MarkdownDocument
from cso.content.rules import Rule, news, occupation

HEAD = "Title: Звіт за рік\nDate: 2026-05-04\n"
TEXT = "\nМи підбили підсумки року і написали про це.\n"


def item(text: str, name: str = "2026-05-04-report", head: str | None = None) -> dict[str, str]:
    """A profile with a file of news."""
    profiles = profile("") if head is None else profile("", head=head)
    return {**profiles, f"organizations/dawn/news/{name}.md": text}


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (news.news_metadata, HEAD + TEXT, []),
        (news.news_metadata, f"{HEAD}Lang: en\nSummary: a\nSlug: b\nModified: 2026-06-01\nSource: c\n{TEXT}", []),
        (news.news_metadata, f"title: a\nDATE: 2026-05-04\n{TEXT}", []),
        (news.news_metadata, f"---\n{HEAD}---\n{TEXT}", []),
        (news.news_metadata, "Title: a\n" + TEXT, [("news-metadata-missing", 1)]),
        (news.news_metadata, TEXT, [("news-metadata-missing", 1), ("news-metadata-missing", 1)]),
        (news.news_metadata, f"Заголовок: a\n{HEAD}{TEXT}", [("news-metadata-missing", 1)] * 2),
        (news.news_metadata, f"{HEAD}Sumary: a\n{TEXT}", [("news-metadata-near", 3)]),
        (news.news_metadata, f"{HEAD}Author: a\n{TEXT}", [("news-metadata-unknown", 3)]),
        (news.news_metadata, f"{HEAD}0441234567: a\n{TEXT}", [("news-metadata-unknown", 3)]),
        (news.news_metadata, f"{HEAD}Title: b\n{TEXT}", [("duplicate-key", 3)]),
        (news.news_metadata, f"{HEAD}Summary:\n{TEXT}", [("empty-value", 3)]),
        (news.news_metadata, HEAD, [("news-text-missing", 1)]),
        (news.news_dates, HEAD, []),
        (news.news_dates, "Date: 2026-11-23\n", []),
        (news.news_dates, "Date: 2026-11-24\n", [("date-in-future", 1)]),
        (news.news_dates, "Date: 2026-02-30\n", [("news-date", 1)]),
        (news.news_dates, "Date: 2026-05\n", [("news-date", 1)]),
        (news.news_dates, "Date: 04.05.2026\n", [("news-date", 1)]),
        (news.news_dates, "Date: 2026-05-04 10:30\n", [("news-date", 1)]),
        (news.news_dates, f"{HEAD}Modified: 2026-05-04\n", []),
        (news.news_dates, f"{HEAD}Modified: 2026-05-03\n", [("end-before-beginning", 3)]),
        (news.news_dates, f"{HEAD}Modified: tomorrow\n", [("news-date", 3)]),
        (news.news_languages, f"{HEAD}Lang: uk\n{TEXT}", []),
        (news.news_languages, f"{HEAD}Lang: ua\n{TEXT}", [("news-language", 3)]),
        (news.news_languages, f"{HEAD}Lang: de\n{TEXT}", [("news-language", 3)]),
        (news.news_languages, f"{HEAD}Lang: en\n{TEXT}", [("news-language-doubtful", 3)]),
        (news.news_languages, "Title: Our year\n\nWhat we did in it.\n", [("news-language-doubtful", 1)]),
        (news.news_languages, "Title: Our year\nLang: en\n\nWhat we did in it, and why.\n", []),
        (news.news_slugs, HEAD, []),
        (news.news_slugs, f"{HEAD}Slug: our-year\n", []),
        (news.news_slugs, f"{HEAD}Slug: Наш рік\n", [("news-slug", 3)]),
        (news.news_slugs, f"{HEAD}Slug: ../x\n", [("news-slug", 3)]),
        (news.news_headlines, f"{HEAD}Summary: Що роблять притулки і чому їх бракує\n", []),
        (news.news_headlines, "Title: Ми відкрили новий притулок\n", [("news-announces-shelter", 1)]),
        (news.news_headlines, f"{HEAD}Summary: The safe house moved\n", [("news-announces-shelter", 3)]),
        (news.news_pictures, f"{HEAD}\nТекст ![люди](people.jpg)\n", [("news-picture", 4)]),
        (news.news_sources, HEAD, []),
        (news.news_sources, f"{HEAD}Source: https://example.org/a\n", []),
        (news.news_sources, f"{HEAD}Source: example.org\n", [("address-unsafe", 3)]),
        (news.news_sources, f"{HEAD}Source: javascript:alert(1)\n", [("address-unsafe", 3)]),
    ],
)  # fmt: skip
def test_rule(tmp_path: Path, rule: Rule, text: str, expected: list[tuple[str, int]]) -> None:
    assert found(rule, tmp_path, item(text)) == expected


def test_file_name_stands_in_the_address(tmp_path: Path) -> None:
    assert found(news.news_slugs, tmp_path, item(HEAD, "2026-05-04-Новина")) == [("news-file-name", 1)]


def test_line_slug_goes_before_the_file_name(tmp_path: Path) -> None:
    assert found(news.news_slugs, tmp_path, item(f"{HEAD}Slug: a\n", "2026-05-04-Новина")) == []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("organizations/dawn/news/2026-06-01-report.md", [("news-slug-taken", 1)]),
        ("organizations/dusk/news/2026-05-04-report.md", []),
    ],
)
def test_name_stands_once_in_its_organisation(tmp_path: Path, second: str, expected: list[tuple[str, int]]) -> None:
    files: Files = {**item(HEAD), **profile("", "dusk"), second: HEAD}
    assert found(news.news_slugs, tmp_path, files) == expected


def test_translation_has_the_same_name(tmp_path: Path) -> None:
    files = {**item(HEAD), "organizations/dawn/news/report-en.md": f"{HEAD}Slug: report\nLang: en\n"}
    assert found(news.news_slugs, tmp_path, files) == []


def test_public_source_profile_says_where_its_news_are_from(tmp_path: Path) -> None:
    assert found(news.news_sources, tmp_path, item(HEAD, head=PUBLIC_PROFILE)) == [("news-source-missing", 1)]


def test_restricted_profile_has_no_news(tmp_path: Path) -> None:
    files = item(HEAD + TEXT, head=f"{PUBLIC_PROFILE}seat: {{region: kharkiv}}\n")
    assert found(occupation.restricted_news, tmp_path, files) == [("restricted-profile-prose", 1)]


@pytest.mark.parametrize("place", ["readme.md", "news/2026/a.md", "files/a.md"])
def test_markdown_elsewhere_is_not_read(tmp_path: Path, place: str) -> None:
    files = {**profile(""), f"organizations/dawn/{place}": HEAD}
    assert found(news.unread_markdown, tmp_path, files) == [("markdown-not-used", 1)]
    assert found(news.news_metadata, tmp_path, files) == []


@pytest.mark.parametrize(
    "text",
    [
        "Відкрито притулок для жінок",
        "У Львові запрацювала кризова кімната",
        "Шелтер переїхав",
        "Новий притулок на заході країни",
        "Shelter opens in the west",
        "We launched a safe house",
        "A new shelter",
    ],
)
def test_shelter_is_announced(text: str) -> None:
    assert announces_shelter(text)


@pytest.mark.parametrize(
    "text",
    [
        "Стандарти роботи притулків",
        "Звіт про притулки за 2025 рік",
        "Відкрито набір на навчання",
        "Shelters need funds",
    ],
)
def test_shelter_is_not_announced(text: str) -> None:
    assert not announces_shelter(text)


def test_line_is_announced() -> None:
    assert announces_line("Запрацювала нова гаряча лінія")
    assert announces_line("A new hotline")
    assert not announces_line("Підсумки роботи гарячої лінії")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Summary: Коротко\n{TEXT}",
        f"---\n{HEAD}---\n\n{TEXT}",
        f"{HEAD}Summary: Коротко\n    і ще рядок\n{TEXT}",
        f"{HEAD}   Summary: з відступом\n{TEXT}",
        f"{HEAD}...\nтекст одразу\n",
        f"{HEAD}Текст без порожнього рядка.\n\nSlug: не рядок\n",
        f"{HEAD}\nSlug: a\n",
        "Текст без метаданих.\n",
        f"{HEAD}Summary: https://example.org/a:b?c=d\n{TEXT}",
    ],
)
def test_file_is_read_as_pelican_reads_it(tmp_path: Path, text: str) -> None:
    """Whoever knows Pelican's Markdown articles can write news."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    logging.getLogger("pelican").setLevel(logging.CRITICAL)
    reader = MarkdownReader({**DEFAULT_CONFIG, "FORMATTED_FIELDS": []})
    content, metadata = reader.read(str(path))
    ours = read_news(MarkdownDocument("a.md", path, text))
    names = {"title", "date", "summary", "slug"}
    assert {key for key in metadata if key in names} == {field.key.lower() for field in ours.fields}
    for key in names & metadata.keys():
        theirs = metadata[key]
        theirs = "\n".join(theirs) if isinstance(theirs, list) else str(theirs)
        assert theirs.removesuffix(" 00:00:00") == ours.value(key)
    assert reader._md.reset().convert(ours.body) == content.strip()
