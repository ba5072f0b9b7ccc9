"""News in the Directory: each in its language, none of whom is not shown."""

from __future__ import annotations

from datetime import date

from cso.directory.build import build_directory
from cso.directory.news import one_version_each
from cso.directory.provenance import Basis
from synthetic import AS_OF, FRONTLINE, SyntheticProject

TITLES = {
    ("full-example", "event", "uk"): "Вигадана новина",
    ("full-example", "event", "en"): "Invented news",
    ("full-example", "survey", "uk"): "Чого бракує вигаданим людям: підсумки опитування",
    ("half-example", "english-only", "en"): "Half of an invented story",
}


def test_items_stand_newest_first_each_in_its_language(untouched_project: SyntheticProject) -> None:
    items = untouched_project.directory().news()
    assert [(item.organization.slug, item.id, item.language) for item in items] == [
        ("half-example", "english-only", "en"),
        ("full-example", "survey", "uk"),
        ("full-example", "event", "en"),
        ("full-example", "event", "uk"),
    ]
    assert {(item.organization.slug, item.id, item.language): item.title for item in items} == TITLES


def test_item_tells_who_wrote_it_and_when(untouched_project: SyntheticProject) -> None:
    story, _, translated, original = untouched_project.directory().news()
    assert (original.basis, original.source, original.modified) == (Basis.ORGANIZATION, None, None)
    assert (translated.date, translated.modified) == (date(2026, 5, 4), date(2026, 5, 6))
    assert story.basis is Basis.PUBLIC_SOURCE
    assert story.source is not None
    assert story.source.host == "example.org"


def test_lists_hold_each_item_once(untouched_project: SyntheticProject) -> None:
    items = untouched_project.directory().news()
    assert [item.language for item in one_version_each(items, "uk")] == ["en", "uk", "uk"]
    assert [item.language for item in one_version_each(items, "en")] == ["en", "uk", "en"]


def test_withheld_organization_has_no_news(untouched_project: SyntheticProject) -> None:
    assert "withheld-example" not in {item.organization.slug for item in untouched_project.directory().news()}


def test_restricted_profile_has_no_news(synthetic_project: SyntheticProject) -> None:
    """The check refuses such news; were it to let them pass, they would be left out all the same (S6)."""
    folder = FRONTLINE.rpartition("/")[0]
    synthetic_project.write(
        f"{folder}/news/a.md", "Title: а\nDate: 2026-01-01\nSource: https://example.org/a\n\nТекст.\n"
    )
    content = synthetic_project.check().content
    assert "frontline-example" not in {item.organization.slug for item in build_directory(content, AS_OF).news()}


def test_withdrawn_contact_is_cut_out_of_news(synthetic_project: SyntheticProject) -> None:
    """S3: what editors took off stays in no text, also where somebody wrote it into a headline."""
    confirmations = "confirmations/full-example.yaml"
    number = next(
        line.split("value:")[1].strip()
        for entry in synthetic_project.read(confirmations).split("\n  - ")
        if "state: withdrawn" in entry and "kind: phone" in entry
        for line in entry.split("\n")
        if "value:" in line
    )
    synthetic_project.write(
        "organizations/full-example/news/2026-01-01-a.md",
        f"Title: Пишіть {number}\nDate: 2026-01-01\n\nТекст {number}.\n",
    )
    item = synthetic_project.directory().news()[-1]
    assert (item.title, item.body) == ("Пишіть …", "Текст ….")
