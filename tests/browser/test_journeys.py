"""Journeys as people take them: on a phone, over a bad connection, without script, by keyboard, in the dark.

Everything is looked for by role and name, as a screen reader finds it; each journey asserts what is seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from browsing import Visitor
from html_pages import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.browser

Visit = Callable[..., Visitor]

#: How the same journey is made: a phone as it is, without script, over a bad connection.
WAYS = {"phone": {}, "no-script": {"java_script_enabled": False}, "slow": {"slow": True}}

CLOSED = re.compile(r"\b(closed|зачинен\w*|закрит\w*|не працює)\b", re.IGNORECASE)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Each way in turn."""
    return WAYS[request.param]


def calls(part: Locator) -> list[str]:
    """What pressing the numbers in a part of a page dials."""
    return [str(link.get_attribute("href")) for link in part.locator('a[href^="tel:"]').all()]


def card(visitor: Visitor, name: str) -> Locator:
    """The card of a line or a result with this heading."""
    heading = visitor.page.get_by_role("heading", name=name, exact=True)
    return visitor.main.get_by_role("article").filter(has=heading).first


# "I am in Lviv oblast and need a place to sleep"


def test_place_to_sleep_in_lviv(visit: Visit, real_host: str, way: dict[str, Any]) -> None:
    """Today nobody there has a confirmed way in: lines to call, who is known, and where else to look."""
    visitor = visit(real_host, **way)
    visitor.open("/en/")
    assert visitor.is_seen(visitor.page.get_by_role("link", name=re.compile("^102 danger right now")))
    visitor.follow("Lviv Oblast")
    assert visitor.heading == "Support: Lviv Oblast"
    visitor.follow("A safe place to stay", within=visitor.main)
    assert visitor.path == "/en/help/in/lviv/safe-place/"
    assert visitor.heading == "A safe place to stay: Lviv Oblast"
    text = visitor.main.inner_text()
    assert "We do not know a confirmed way in here. The people on these lines know who is near you." in text
    assert {"tel:0800500335", "tel:116123"} <= set(calls(visitor.main))
    assert "Organisations known to have worked here" in text
    assert visitor.main.get_by_role("link", name="Ternopil Oblast").is_visible()
    assert visitor.main.get_by_role("link", name="All ways to find help").is_visible()
    assert not visitor.outside


def test_place_to_sleep_with_a_way_in(visit: Visit, synthetic_host: str, way: dict[str, Any]) -> None:
    """For whom, what it costs, how long, whom to call; where it stands is told nowhere."""
    visitor = visit(synthetic_host, **way)
    visitor.open("/")
    visitor.follow("Де пожити в безпеці")
    visitor.follow("Тернопільська область", within=visitor.main)
    assert visitor.path == "/help/in/ternopil/safe-place/"
    found = card(visitor, "Вигадане місце перебування")
    assert calls(found)[0] == "tel:+380000000001", "another line stands folded below, should this one be wrong"
    text = re.sub(r"\s+", " ", found.inner_text())
    for told in ("Жінки · Діти", "Безкоштовно", "До трьох місяців", "Через лінію.", "підтверджено дзвінком"):
        assert told in text
    assert "Адрес ми не публікуємо ніде." in visitor.main.inner_text()
    assert calls(card(visitor, "Безпечне житло"))[0] == "tel:+380000000005"


# "I speak only Russian and I am in Poland"


def test_only_russian_and_in_poland(visit: Visit, real_host: str, way: dict[str, Any]) -> None:
    visitor = visit(real_host, **way)
    visitor.open("/")
    visitor.follow("русский")
    assert visitor.path == "/ru/"
    assert visitor.page.locator("html").get_attribute("lang") == "ru"
    visitor.page.get_by_role("complementary").first.get_by_role("link").first.click()
    visitor.page.wait_for_url("**/ru/hotlines/#abroad")
    visitor.page.get_by_role("link", name="Польша", exact=True).first.click()
    visitor.page.wait_for_url("**/ru/help/abroad/poland/")
    assert visitor.page.locator("html").get_attribute("lang") == "ru"
    bar = visitor.page.get_by_role("complementary").first
    assert calls(bar) == ["tel:112", "tel:+48226280120", "tel:+48226289999"]
    assert visitor.is_seen(bar.get_by_role("link", name=re.compile("^112")))
    assert {"tel:112", "tel:+48226280120"} <= set(calls(visitor.main))
    assert "22 628 01 20" in visitor.main.inner_text()
    assert not {"tel:102", "tel:0800500335", "tel:116123"} & set(calls(visitor.page.locator("body")))


# "Someone is coming, get me out of this page"


EXIT = "https://uk.wikipedia.org/"
LEAVE = "Leave this page quickly"


@pytest.mark.parametrize("address", ["/en/", "/en/hotlines/", "/en/help/in/lviv/", "/en/stay/", "/en/regions/lviv/"])
@pytest.mark.parametrize("script", [True, False])
def test_leaving_by_the_control(visit: Visit, real_host: str, address: str, script: bool) -> None:
    """One press, also far down the page; one tab, no second window, and nobody is told where the reader was."""
    visitor = visit(real_host, java_script_enabled=script)
    page = visitor.open(address)
    page.mouse.wheel(0, 900)
    control = page.get_by_role("link", name=LEAVE)
    page.wait_for_timeout(50)
    assert visitor.is_seen(control)
    control.click()
    page.wait_for_url(EXIT)
    assert page.get_by_role("heading", name="Elsewhere").is_visible()
    assert len(visitor.context.pages) == 1
    assert [(request.url, request.header_value("referer")) for request in visitor.outside] == [(EXIT, None)]


def test_leaving_by_keyboard(visit: Visit, real_host: str) -> None:
    """The first Tab reaches the control, the second its twin for who listens to the page."""
    visitor = visit(real_host)
    page = visitor.open("/en/help/")
    page.keyboard.press("Tab")
    assert visitor.focused == LEAVE
    page.keyboard.press("Tab")
    assert visitor.focused == "Leave now: press Enter"
    assert visitor.is_seen(page.get_by_role("link", name="Leave now: press Enter"))
    page.keyboard.press("Enter")
    page.wait_for_url(EXIT)


def test_leaving_by_shift(visit: Visit, real_host: str) -> None:
    """Shift three times, announced on the way; two presses, or one long after, leave nothing."""
    visitor = visit(real_host)
    visitor.page.clock.install()
    page = visitor.open("/en/help/signs/")
    status = page.get_by_role("status")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert status.inner_text() == "Press Shift again to leave"
    page.clock.run_for(6000)
    page.keyboard.press("Shift")
    page.keyboard.press("Escape")
    assert not visitor.outside
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(EXIT)


BLANK = "[document.elementFromPoint(180, 400).className, document.title]"


def test_screen_is_blank_at_once_and_back_shows_the_page_again(visit: Visit, real_host: str) -> None:
    """The next page may take seconds to come: until then nothing of this one is seen. Back is not a blank page."""
    visitor = visit(real_host)
    page = visitor.open("/en/help/")
    title = page.title()
    assert page.evaluate(f"() => {{ document.querySelector('[data-exit]').click(); return {BLANK} }}") == [
        "leaving",
        "…",
    ]
    page.wait_for_url(EXIT)
    page.go_back()
    assert visitor.heading == "Where to get support"
    assert page.title() == title
    assert visitor.is_seen(page.get_by_role("heading", level=1))


def test_page_kept_whole_by_the_browser_is_not_blank_either(visit: Visit, real_host: str) -> None:
    """Browsers may show the page as it was left, with the cover over it, and tell it so."""
    visitor = visit(real_host)
    page = visitor.open("/en/help/")
    title = page.title()
    stay = "() => { const exit = document.querySelector('[data-exit]'); exit.href = '#main'; exit.click(); }"
    page.evaluate(stay)
    assert page.evaluate(BLANK) == ["leaving", "…"]
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator(".leaving").count() == 0
    assert page.title() == title


# "It is 3 at night"

#: Monday, 2 November 2026, 03:00 in Kyiv; by day; and a time that is within the hours in summer alone.
NIGHT = "2026-11-02T01:00:00Z"
DAY = "2026-11-02T10:00:00Z"
MORNING_IN_WINTER, MORNING_IN_SUMMER = "2026-11-02T06:45:00Z", "2026-07-06T06:45:00Z"


@pytest.mark.parametrize(
    ("time", "answers"), [(NIGHT, False), (DAY, True), (MORNING_IN_WINTER, False), (MORNING_IN_SUMMER, True)]
)
@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Lisbon"])
def test_line_confirmed_by_call(visit: Visit, synthetic_host: str, time: str, answers: bool, zone: str) -> None:
    """It says when it answers now, by the clock of Kyiv wherever the phone is, and its hours at any time."""
    visitor = visit(synthetic_host, timezone_id=zone)
    visitor.page.clock.set_fixed_time(time)
    visitor.open("/en/")
    line = card(visitor, "Invented help line")
    assert line.get_by_text("Answers now", exact=True).is_visible() == answers
    assert "Monday to Friday 09:30–18:00" in re.sub(r"\s+", " ", line.inner_text())
    assert calls(line)[0] == "tel:+380000000001"
    assert not CLOSED.search(visitor.page.locator("body").inner_text())


def test_line_confirmed_by_call_without_script(visit: Visit, synthetic_host: str) -> None:
    """No script, no claim: the hours stand there."""
    visitor = visit(synthetic_host, java_script_enabled=False)
    visitor.open("/en/")
    line = card(visitor, "Invented help line")
    assert not line.get_by_text("Answers now", exact=True).is_visible()
    assert "09:30–18:00" in line.inner_text()


@pytest.mark.parametrize("address", ["/en/", "/en/help/", "/en/hotlines/"])
def test_hours_that_nobody_confirmed(visit: Visit, real_host: str, address: str) -> None:
    """They stand with their date; try anyway; and beside them a line that answers day and night."""
    visitor = visit(real_host)
    visitor.page.clock.set_fixed_time(NIGHT)
    visitor.open(address)
    line = card(visitor, "National Counter-Trafficking and Migrant Advice Hotline")
    text = re.sub(r"\s+", " ", line.inner_text())
    assert re.search(r"08:00–20:00 \(Kyiv time\).* 29 July 2022; not confirmed for a long time", text)
    assert "Try calling anyway. At other hours: 0 800 500 335 (Ukraine)." in text
    assert visitor.page.get_by_text("Answers now").filter(visible=True).count() == 0
    assert not CLOSED.search(visitor.page.locator("body").inner_text())


# "I am fourteen"


def test_i_am_fourteen(visit: Visit, real_host: str, way: dict[str, Any]) -> None:
    visitor = visit(real_host, **way)
    visitor.open("/")
    link = visitor.page.get_by_role("link", name="Якщо вам менше 18 років або ви непокоїтеся за дитину")
    link.click()
    line = card(visitor, "Національна гаряча лінія для дітей та молоді")
    assert calls(line)[:2] == ["tel:0800500225", "tel:116111"]
    number = line.get_by_role("link", name="Зателефонувати 116 111")
    number.scroll_into_view_if_needed()
    assert visitor.is_seen(number)
    assert "Безкоштовно" in line.inner_text()


def test_i_am_fourteen_and_read_the_signs(visit: Visit, real_host: str) -> None:
    visitor = visit(real_host)
    visitor.open("/en/")
    visitor.follow("Is this happening to me?")
    assert visitor.main.get_by_role("heading", name="If you are under eighteen").is_visible()
    text = visitor.main.inner_text()
    assert "It is not your fault. You can ask for help without an adult's permission." in text
    assert "tel:116111" in calls(visitor.main)


# "My neighbour's girl"


def test_my_neighbours_girl(visit: Visit, real_host: str, way: dict[str, Any]) -> None:
    visitor = visit(real_host, **way)
    visitor.open("/en/")
    visitor.follow("I am worried about someone")
    assert visitor.heading == "I am worried about someone"
    headings = [found.inner_text() for found in visitor.main.get_by_role("heading", level=2).all()]
    assert {"If you can talk", "What not to do", "Whom to call", "If it is a child", "Call and ask"} <= set(headings)
    assert "Do not wait until you are sure. Call the same day." in visitor.main.inner_text()
    line = card(visitor, "National Hotline for Children and Youth")
    assert "tel:116111" in calls(line)
    visitor.follow("Not in Ukraine? Lines in other countries", within=visitor.main)
    assert visitor.path == "/en/hotlines/"


# "They took my passport"


def test_they_took_my_passport_by_keyboard(visit: Visit, real_host: str) -> None:
    """From the first page to a number with the keys alone."""
    visitor = visit(real_host)
    page = visitor.open("/en/")
    assert "your documents were taken" in visitor.main.inner_text()
    visitor.tab_to("Is this happening to me?")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/help/signs/")
    assert "Someone took your passport or other papers and does not give them back." in visitor.main.inner_text()
    assert "You need no papers to call." in visitor.main.inner_text()
    visitor.tab_to("Skip to the text")
    page.keyboard.press("Enter")
    assert visitor.tab_to("Call 0 800 500 335") < 10
    assert page.evaluate("document.activeElement.href") == "tel:0800500335"
    assert visitor.is_seen(page.locator(":focus"))


def test_they_took_my_passport_and_nothing_is_kept(visit: Visit, real_host: str, way: dict[str, Any]) -> None:
    """No question is put whose answer could be kept: the page has nothing to fill in."""
    visitor = visit(real_host, **way)
    visitor.open("/")
    visitor.follow("Чи це відбувається зі мною?")
    assert visitor.path == "/help/signs/"
    for role in ("textbox", "checkbox", "radio", "combobox", "button", "form"):
        assert visitor.page.get_by_role(role).count() == 0  # type: ignore[arg-type]
    assert calls(visitor.main)[0] == "tel:0800500335"
    assert not visitor.outside


# "I came here from a search engine on a shelter page"


@pytest.mark.parametrize("address", ["/en/stay/", "/en/help/with/safe-place/"])
def test_from_a_search_engine_to_a_shelter_page(
    visit: Visit, real_host: str, address: str, way: dict[str, Any]
) -> None:
    """The first screen holds the way out and a number; the page says that addresses are nowhere, and how to get in."""
    visitor = visit(real_host, **way)
    page = visitor.open(address)
    assert visitor.is_seen(page.get_by_role("link", name=LEAVE))
    assert visitor.is_seen(page.get_by_role("link", name=re.compile("^0 800 500 335 hotline")))
    assert visitor.heading == "A safe place to stay"
    text = visitor.main.inner_text()
    assert "Addresses are published nowhere. How to get there is told only to those who are going." in text
    assert "tel:0800500335" in calls(visitor.main)
    assert page.get_by_role("heading", name="If someone checks your phone").is_visible()
    visitor.follow("Using this site safely")
    assert visitor.path == "/en/safety/"


def test_from_the_shelter_page_to_a_region(visit: Visit, real_host: str) -> None:
    visitor = visit(real_host)
    visitor.open("/en/help/with/safe-place/")
    visitor.follow("Poltava Oblast", within=visitor.main)
    assert visitor.heading == "A safe place to stay: Poltava Oblast"


# For who listens to a page


def test_what_a_screen_reader_finds_on_the_first_page(visit: Visit, real_host: str, real_site: BuiltSite) -> None:
    """Landmarks once each, in this order, and a call is a link that says so."""
    visitor = visit(real_host)
    page = visitor.open("/en/")
    tree = page.locator("body").aria_snapshot()
    order = [
        '- link "Leave this page quickly"',
        "- status",
        '- link "Skip to the text"',
        "- banner",
        '- navigation "Language"',
        '- navigation "Sections"',
        '- complementary "Where to call"',
        '- link "Not in Ukraine?"',
        '- link "102 danger right now"',
        "- main",
        '- link "Call 102"',
        '- link "Call 0 800 500 335"',
        '- complementary "If someone checks your phone"',
        "- contentinfo",
    ]
    at = 0
    for wanted in order:
        assert wanted in tree[at:], f"{wanted} does not come where it should"
        at = tree.index(wanted, at)
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1  # type: ignore[arg-type]
    assert len(real_site.page("en/").all("//main")) == 1
