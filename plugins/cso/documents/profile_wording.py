"""Annual reports and fact sheets in words: a list of sections made of the few blocks that the template can draw."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from typing import Any

from cso.directory.dates import Age, PartialDate, Period
from cso.directory.help import Contact, Result
from cso.directory.organization import FundingSource
from cso.directory.provenance import Confirmation, Method, Provenance, Source
from cso.directory.words import Words
from cso.documents.profiles import ANNUAL_REPORT, ProfileDocument
from cso.pages.formats import format_number, format_partial_date, format_period
from cso.pages.labels import LABELS
from cso.pages.markdown import to_paragraphs

Text = dict[str, str]
"""A text with the language it is in: `{"text": "…", "language": "uk"}`."""

Block = dict[str, Any]
"""What the template draws, told apart by `block`: text, facts, figures, bars, table or items."""


class ProfileWords:
    """Words, dates, figures and sources in one language.

    Every source gets a number, the same one wherever it stands; the list of sources at the end has them in full.
    """

    def __init__(self, language: str, texts: gettext.NullTranslations, document: ProfileDocument) -> None:
        """Prepare for one document; `texts` are the interface texts of the language."""
        self.language = language
        self.texts = texts
        self.document = document
        self._sources: dict[str, int] = {}

    @property
    def tells_every_source(self) -> bool:
        """Whether each line names its source; a report of the organisation names only those of others."""
        return self.document.kind != ANNUAL_REPORT

    def words(self, words: Words) -> Text:
        """A text as it is in this language or the next best."""
        local = words.pick(self.language)
        return {"text": local.text, "language": local.language}

    def own(self, text: str) -> Text:
        """A text of ours, in the language of the document."""
        return {"text": text, "language": self.language}

    def names(self, terms: Iterable[Any]) -> str:
        """Names of terms, one behind the other."""
        return ", ".join(term.name.pick(self.language).text for term in terms)

    def prose(self, words: Words | None) -> list[Text]:
        """A Markdown text as plain paragraphs."""
        if words is None:
            return []
        local = words.pick(self.language)
        return [{"text": paragraph, "language": local.language} for paragraph in to_paragraphs(local.text)]

    def label(self, group: str, value: str) -> str:
        """The interface text of an enumerated value."""
        return self.texts.gettext(LABELS[group][value]) if LABELS[group][value] else ""

    def date(self, date: PartialDate | None) -> str:
        """A date as far as it is known."""
        return format_partial_date(date, self.language) if date else self.texts.gettext("undated")

    def period(self, period: Period | None) -> str:
        """A stretch of time."""
        ongoing = self.texts.gettext("since {start}")
        return format_period(period, self.language, ongoing) if period else self.texts.gettext("undated")

    def span(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """From when to when, as far as it is known; empty where nothing is."""
        _ = self.texts.gettext
        if start and end:
            return self.date(start) if start == end else f"{self.date(start)} – {self.date(end)}"
        if start:
            return _("from: %(date)s") % {"date": self.date(start)}
        return _("until: %(date)s") % {"date": self.date(end)} if end else ""

    def number(self, value: float) -> str:
        """A number with its groups apart."""
        return format_number(value, self.language)

    def figure(self, result: Result) -> str:
        """A figure with its qualifier; counts of people below ten are never told (safeguarding 7)."""
        _ = self.texts.gettext
        if result.suppressed:
            return _("fewer than 10")
        if result.value is None:
            return "–"
        value = self.number(result.value)
        if result.of is not None:
            value = _("%(value)s of %(total)s") % {"value": value, "total": self.number(result.of)}
        unit = "\u00a0%" if result.indicator.unit == "percent" else ""
        return f"{self.label('qualifier', result.qualifier)} {value}{unit}".strip()

    def when(self, result: Result) -> str:
        """The time a figure is of."""
        if result.period:
            return self.period(result.period)
        return result.period_text.pick(self.language).text if result.period_text else self.period(None)

    def amount(self, item: FundingSource) -> str:
        """A disclosed sum or share."""
        parts = []
        if item.amount:
            parts.append(f"{self.number(item.amount.value)}\u00a0{item.amount.currency}")
        if item.share_percent is not None:
            parts.append(f"{self.number(item.share_percent)}\u00a0%")
        return ", ".join(parts) or self.texts.gettext("not published yet")

    def contact(self, contact: Contact) -> str:
        """A public contact in one line."""
        box = self.texts.gettext("PO box %(box)s") % {"box": contact.post_box} if contact.post_box else None
        place = contact.settlement.pick(self.language).text if contact.settlement else None
        parts = (
            contact.phone and contact.phone.dial,
            contact.email,
            contact.url,
            contact.platform,
            contact.handle,
            box,
            place,
            contact.postcode,
        )
        return ", ".join(part for part in parts if part)

    def source(self, provenance: Provenance, *, with_age: bool = True) -> dict[str, Any] | None:
        """Where a fact comes from: `{"text": …, "numbers": [1]}`; None where the report itself is the source."""
        _ = self.texts.gettext
        if not self.tells_every_source:
            return None
        named = (provenance.source, *(other.source for other in provenance.others))
        numbers = [self._number(source) for source in named if source]
        place = self._place(provenance.source) if provenance.source else _("from public sources")
        text = f"{place}, {self.date(provenance.as_of)}"
        if with_age and provenance.age is Age.OLD:
            text += f"; {_('not confirmed since then')}"
        elif with_age and provenance.age is Age.UNCONFIRMED and provenance.as_of:
            text += f"; {_('not confirmed for a long time')}"
        return {"text": text, "numbers": [number for number in numbers if number]}

    def confirmation(self, confirmation: Confirmation) -> dict[str, Any]:
        """What stands behind a shown number, as `source` says it; in every document."""
        _ = self.texts.gettext
        source = confirmation.source
        if confirmation.method is Method.CALLED:
            text = _("confirmed by call")
        elif confirmation.method is Method.OPERATOR_WROTE:
            text = _("confirmed in writing by those who run it")
        else:
            text = self._place(source) if source else _("from public sources")
        number = self._number(source) if source and self.tells_every_source else None
        return {"text": f"{text}, {self.date(confirmation.date)}", "numbers": [number] if number else []}

    def sources(self) -> list[dict[str, Any]]:
        """Every source told so far, in full, by its number."""
        return [{"number": number, "text": text} for text, number in self._sources.items()]

    def _place(self, source: Source) -> str:
        """A source as a reader recognises it."""
        name = source.title.pick(self.language).text if source.title else source.host
        return f"{name}, {self._section(source.section)}" if source.section else name

    def _section(self, section: str) -> str:
        _ = self.texts.gettext
        if section[0].isdigit():
            return _("section %(section)s") % {"section": section}
        return {"contact page": _("contact page"), "whole": _("as a whole")}.get(section, section)

    def _number(self, source: Source) -> int | None:
        """The number of a source; None for one that is named by its site alone, as of places to stay."""
        title = source.title.pick(self.language).text if source.title else None
        full = ". ".join(part for part in (title, source.address) if part)
        if not full or (source.address is None and source.title is None):
            return None
        return self._sources.setdefault(full, len(self._sources) + 1)
