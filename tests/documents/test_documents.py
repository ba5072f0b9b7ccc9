"""Posters and cards as made by typst: what they say, that they can be read aloud, and that they stay the same."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cso.documents.typesetting import qr_code
from synthetic import SyntheticProject

from .conftest import SITE, Make

POSTER = "lines/full-line-poster.pdf"
CARD = "lines/full-line-card.pdf"
CHILD_POSTER = "lines/full-child-line-poster.pdf"

#: Words that would tell whoever finds a card what its holder is looking for.
GIVE_AWAY = re.compile(r"торг|насил|трафік|жертв|пострад|притул|допомог|traffick|violen|victim|shelter|help(?!/)", re.I)


def test_what_a_poster_says(make: Make) -> None:
    text = make(POSTER, launched=True).text
    for words in (
        "У вас забрали документи?",
        "Зателефонуйте і запитайте",
        "00 000 00 01",
        "Україна · безкоштовно · можна дзвонити: зі стаціонарних телефонів",
        "З понеділка до п’ятниці 09:30–18:00; субота, неділя 10:00–24:00, за київським часом (жовтень 2026 р.)",
        "Анонімно й конфіденційно",
        "Мови: українська, англійська, польська",
        "Підтверджено дзвінком, вересень 2026 р.",
        "Небезпека просто зараз: 102",
        "example.org/help",
    ):
        assert words in text.replace("\u00a0", " "), words


def test_what_a_poster_says_in_english(make: Make) -> None:
    text = make(POSTER, "en", launched=True).text
    for words in ("Papers taken away?", "free of charge", "Confirmed by call, September 2026", "example.org/en/help"):
        assert words in text, words
    assert not re.search("[а-яіїєґ]{3}", text.lower())


def test_what_is_not_known_is_left_out(make: Make) -> None:
    text = make("lines/state-line-poster.pdf", "en", launched=True).text
    assert "free" not in text.lower()
    assert "nonymous" not in text
    assert "Confirmed in writing by those who run it, August 2026" in text


@pytest.mark.parametrize("path", [POSTER, CARD, "regions/lviv-poster.pdf", "regions/lviv-card.pdf"])
def test_confirmed_and_launched_has_no_mark(make: Make, path: str) -> None:
    text = make(path, launched=True).text.upper()
    for mark in ("ЗРАЗОК", "SAMPLE", "ДЕМОНСТРАЦІЯ", "DEMONSTRATION"):
        assert mark not in text


@pytest.mark.parametrize("path", [CHILD_POSTER, CHILD_POSTER.replace("poster", "card")])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_unconfirmed_is_marked_as_a_sample_in_both_languages(make: Make, path: str, language: str) -> None:
    document = make(path, language, launched=True)
    assert "ЗРАЗОК" in document.text
    assert "SAMPLE" in document.text
    assert {"uk": "Це зразок, не роздавайте його", "en": "A sample, not to be handed out"}[language] in document.text
    assert "DEMONSTRATION" not in document.text


def test_demonstration_before_the_launch(make: Make) -> None:
    text = make(POSTER).text
    assert "ДЕМОНСТРАЦІЯ" in text
    assert "Не покладайтеся на ці номери." in text
    assert "ЗРАЗОК" not in text


def test_the_mark_can_be_seen_without_colour(make: Make) -> None:
    """Paler than the text, darker than a photocopy loses."""
    marked, plain = make(POSTER).picture(), make(POSTER, launched=True).picture()
    grey = [sum(1 for value in picture.tobytes() if 207 <= value <= 211) for picture in (marked, plain)]
    assert grey[0] > 5 * grey[1]
    assert grey[0] > 0.008 * marked.width * marked.height


def test_the_front_of_the_card_gives_nobody_away(make: Make) -> None:
    for path in (CARD, "regions/lviv-card.pdf", "lines/full-child-line-card.pdf"):
        for language in ("uk", "en"):
            document = make(path, language, launched=True)
            text = re.sub(r"example\.org[/\w]*", "", document.text.replace("\u200b ", "").replace("\u200b", ""))
            assert not GIVE_AWAY.search(text), text
            with document.opened() as pdf:
                assert not GIVE_AWAY.search(str(pdf.docinfo["/Title"]))


def test_the_card_looks_like_one_for_an_appointment(make: Make) -> None:
    document = make(CARD, launched=True)
    assert "Запис на прийом" in document.text
    assert f"№ {document.sheet.lines[0].code}" in document.text


@pytest.mark.parametrize("path", [POSTER, CARD, CHILD_POSTER, "regions/lviv-poster.pdf", "regions/lviv-card.pdf"])
def test_it_is_one_page_of_a4(make: Make, path: str) -> None:
    document = make(path)
    assert document.pages == 1
    with document.opened() as pdf:
        _, _, width, height = map(float, pdf.pages[0].mediabox)
    assert (round(width), round(height)) == (595, 842)


def test_many_lines_still_fit(make: Make, untouched_project: SyntheticProject) -> None:
    directory = untouched_project.directory()
    line = directory.hotline("full-line")
    assert line is not None
    lines = tuple(replace(line, id=f"line-{position}") for position in range(9))
    site = replace(directory.site, national_lines=tuple(line.id for line in lines))
    many = replace(directory, site=site, hotlines=(*directory.hotlines, *lines))
    assert make("regions/lviv-poster.pdf", directory=many).pages == 1
    assert make("regions/lviv-card.pdf", directory=many).pages == 1


@pytest.mark.parametrize("path", [POSTER, CARD])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_it_can_be_read_aloud(make: Make, path: str, language: str) -> None:
    with make(path, language).opened() as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo["/Title"])
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize("path", [POSTER, CARD, CHILD_POSTER])
def test_the_same_bytes_every_time(make: Make, path: str) -> None:
    assert make(path).pdf == make(path).pdf


def test_no_clock_in_the_file(make: Make) -> None:
    with make(POSTER).opened() as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260915")


def test_only_the_fonts_of_the_project(make: Make) -> None:
    with make(POSTER).opened() as pdf:
        fonts = {str(pdf.get_object(key.objgen).get("/FontName", "")) for key in pdf.objects if hasattr(key, "objgen")}
    assert all("SourceSansPro" in font for font in fonts if font)


def test_the_qr_code_can_be_read(make: Make) -> None:
    assert make(POSTER, launched=True).qr_codes() == [f"{SITE}/help/"]
    assert set(make("regions/lviv-card.pdf", "en", launched=True).qr_codes()) == {f"{SITE}/en/help/in/lviv/"}


def test_the_qr_code_can_be_read_below_the_mark(make: Make) -> None:
    assert make(POSTER).qr_codes() == [f"{SITE}/help/"]


def test_the_qr_code_names_no_other_host() -> None:
    drawn = qr_code(f"{SITE}/help/")
    assert drawn.startswith("<svg")
    assert "href" not in drawn
