"""The words of posters and cards in one language: what is known, with its date; what is not known is left out (S8)."""

from __future__ import annotations

import gettext
from typing import Any

from cso.directory.dates import Age, PartialDate
from cso.directory.help import Hours, LineNumber
from cso.directory.provenance import Confirmation, Method, Provenance
from cso.directory.words import Words
from cso.documents.sheets import POSTER, PrintedLine, Sheet
from cso.pages.formats import format_partial_date
from cso.pages.labels import LABELS

WORKING_DAYS = ("mon", "tue", "wed", "thu", "fri")
WHOLE_WEEK = 7

#: The marks across a sheet, in Ukrainian and English too, so that whoever finds it can read one.
SAMPLE = ("Зразок", "Sample")
DEMONSTRATION = ("Демонстрація", "Demonstration")


class Wording:
    """Puts the facts of a sheet into words."""

    def __init__(self, language: str, texts: gettext.NullTranslations) -> None:
        """Prepare for one language; `texts` are its interface texts."""
        self.language = language
        self.texts = texts

    def data(self, sheet: Sheet) -> dict[str, Any]:
        """Everything the templates in `theme/documents/` draw, as JSON values."""
        _ = self.texts.gettext
        first = sheet.lines[0]
        address = sheet.address.partition("://")[2].rstrip("/")
        return {
            "language": self.language,
            "title": self._title(sheet),
            "date": self._newest(sheet),
            "marks": self._marks(sheet),
            "warnings": self._warnings(sheet),
            "place": self._local(sheet.place.name) if sheet.place else None,
            "questions": self._questions(sheet),
            "invitation": _("Call and ask"),
            "lines": [self._line(line) for line in sheet.lines],
            "where": self._where(sheet),
            "code": first.code,
            "strip-numbers": [{"dial": number.phone.dial} for number in first.numbers[:2]],
            "strip-note": self._cost(first.numbers[0]),
            "emergency": sheet.emergency.dial if sheet.emergency else None,
            "address": address,
            "address-parts": address.split("/"),
            "texts": {
                "qr": _("Where to check the numbers: {address}").format(address=sheet.address),
                "emergency": _("Danger right now") + ":",
                "check": _("Numbers change. Where to check them:"),
                "check-short": _("Check here:"),
                "appointment": _("Appointment"),
                "day": _("Day"),
                "time": _("Time"),
                "enquiries": _("Enquiries by phone"),
                "cut": _("Cut along the lines, fold in the middle."),
            },
        }

    def _title(self, sheet: Sheet) -> str:
        """A title that gives nobody away: it stays in the list of opened files."""
        _ = self.texts.gettext
        what = self._plain(sheet.place.name) if sheet.place else sheet.lines[0].numbers[0].phone.dial
        pattern = _("Poster: {what}") if sheet.kind == POSTER else _("Card: {what}")
        return pattern.format(what=what)

    def _newest(self, sheet: Sheet) -> list[int] | None:
        """The newest confirmation printed, so that a document changes only when what it says does."""
        dates = [
            number.confirmation.date.earliest()
            for line in sheet.lines
            for number in line.numbers
            if number.confirmation.date is not None
        ]
        return [max(dates).year, max(dates).month, max(dates).day] if dates else None

    def _marks(self, sheet: Sheet) -> list[str]:
        _ = self.texts.gettext
        marks = []
        if sheet.sample:
            marks.append((_("Sample"), *SAMPLE))
        if sheet.demonstration:
            marks.append((_("Demonstration"), *DEMONSTRATION))
        return [" · ".join(dict.fromkeys(words)).upper() for words in marks]

    def _warnings(self, sheet: Sheet) -> list[str]:
        _ = self.texts.gettext
        warnings = []
        if sheet.sample:
            warnings.append(_("A sample, not to be handed out: nobody has confirmed these numbers yet."))
        if sheet.demonstration:
            warnings.append(f"{_('Demonstration.')} {_('Do not rely on these numbers.')}")
        return warnings

    def _questions(self, sheet: Sheet) -> list[str]:
        """What the poster asks, after the signs of the page "Is this happening to me?"."""
        _ = self.texts.gettext
        if sheet.for_children:
            return [_("Are you under 18?"), _("Afraid, hurt or threatened?")]
        return [_("Papers taken away?"), _("Not paid?"), _("Not allowed to leave?")]

    def _line(self, line: PrintedLine) -> dict[str, Any]:
        return {
            "name": self._local(line.name),
            "numbers": [
                {"dial": number.phone.dial, "terms": self._terms(number), "brief": self._brief(number)}
                for number in line.numbers
            ],
            "notes": self._notes(line),
            "behind": self._behind(line),
        }

    def _terms(self, number: LineNumber) -> str:
        """Country, price and phones of a number, for the poster."""
        return _joined(
            self._plain(number.phone.country.name), self._cost(number), self._network(number), self._reach(number)
        )

    def _brief(self, number: LineNumber) -> str:
        """Price and phones of a number, beside it on the card; country and network stand below all numbers."""
        return _joined(self._cost(number), self._reach(number))

    def _where(self, sheet: Sheet) -> str:
        """In which country, and on which phones, the numbers of a card work."""
        numbers = [number for line in sheet.lines for number in line.numbers]
        countries = dict.fromkeys(self._plain(number.phone.country.name) for number in numbers)
        return _joined(", ".join(countries), *dict.fromkeys(map(self._network, numbers)))

    def _network(self, number: LineNumber) -> str:
        _ = self.texts.gettext
        if number.phone.kind != "toll_free":
            return ""
        if number.phone.country.id == "UA":
            return _("from a phone on a Ukrainian network")
        return _("from a phone on a network of this country")

    def _reach(self, number: LineNumber) -> str:
        _ = self.texts.gettext
        reach = [self._label("reach", value) for value in number.reach if value != "unknown"]
        return _("works from: %(phones)s") % {"phones": ", ".join(reach)} if reach else ""

    def _cost(self, number: LineNumber) -> str:
        return "" if number.cost == "unknown" else self._label("cost", number.cost).lower()

    def _notes(self, line: PrintedLine) -> list[str]:
        """Hours with their date, whether a name is asked, languages; only what is known."""
        _ = self.texts.gettext
        notes = []
        if line.hours.value != "unknown":
            notes.append(f"{self._hours(line.hours)} ({self._as_of(line.hours.provenance)})")
        if line.anonymity.value != "unknown":
            notes.append(self._label("anonymity", line.anonymity.value))
        if line.languages.languages:
            notes.append(f"{_('Languages')}: {', '.join(self._language_names(line))}")
        return notes

    def _language_names(self, line: PrintedLine) -> list[str]:
        return [self._plain(language.name) for language in line.languages.languages]

    def _hours(self, hours: Hours) -> str:
        """When a line answers: `з понеділка до п’ятниці 09:30–18:00 (за київським часом)`."""
        _ = self.texts.gettext
        if not hours.periods:
            return self._label("hours", hours.value)
        text = "; ".join(f"{self._days(period.days)} {period.opens}–{period.closes}" for period in hours.periods)
        zone = _("Kyiv time") if hours.time_zone == "Europe/Kyiv" else _("local time")
        return f"{text[0].upper()}{text[1:]}, {zone}"

    def _days(self, days: tuple[str, ...]) -> str:
        _ = self.texts.gettext
        if len(days) == WHOLE_WEEK:
            return _("every day")
        if days == WORKING_DAYS:
            return _("Monday to Friday")
        return ", ".join(self._label("days", day) for day in days)

    def _as_of(self, provenance: Provenance) -> str:
        """The date of a fact, plainer the older it is."""
        _ = self.texts.gettext
        if provenance.as_of is None:
            return _("how old is not known")
        date = self._month(provenance.as_of)
        return date if provenance.age is Age.CURRENT else f"{date}; {_('not confirmed since then')}"

    def _behind(self, line: PrintedLine) -> str:
        """Who stands behind the numbers, once where it is the same for all."""
        return "; ".join(dict.fromkeys(self._confirmation(number.confirmation) for number in line.numbers))

    def _confirmation(self, confirmation: Confirmation) -> str:
        _ = self.texts.gettext
        if confirmation.method is Method.CALLED:
            text = _("confirmed by call")
        elif confirmation.method is Method.OPERATOR_WROTE:
            text = _("confirmed in writing by those who run it")
        elif confirmation.source and confirmation.source.address:
            text = _("printed on a public page of %(place)s") % {"place": confirmation.source.host}
        else:
            text = _("from public sources")
        date = self._month(confirmation.date) if confirmation.date else _("undated")
        return f"{text[0].upper()}{text[1:]}, {date}"

    def _month(self, date: PartialDate) -> str:
        """A date to the month: nobody needs the day on paper."""
        return format_partial_date(PartialDate(date.text[:7]), self.language)

    def _label(self, group: str, value: str) -> str:
        return self.texts.gettext(LABELS[group][value])

    def _plain(self, words: Words) -> str:
        return words.pick(self.language).text

    def _local(self, words: Words) -> dict[str, str]:
        local = words.pick(self.language)
        return {"text": local.text, "language": local.language}


def _joined(*parts: str) -> str:
    """What is known, in one line."""
    return " · ".join(filter(None, parts))
