"""An annual report or a fact sheet as the JSON values that the template `profile.typ` draws."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from typing import Any

from cso.documents.profile_sections import Sections
from cso.documents.profile_wording import ProfileWords
from cso.documents.profiles import ANNUAL_REPORT, ProfileDocument

KEY_FIGURES = 6
"""As many figures stand large at the beginning."""


def profile_data(
    document: ProfileDocument, language: str, texts: gettext.NullTranslations, accent: str, qr: Callable[[str], str]
) -> dict[str, Any]:
    """Everything the template `profile.typ` draws, as JSON values.

    Args:
        document: the report or fact sheet.
        language: its language.
        texts: the interface texts of the language.
        accent: the colour of the theme, `#rrggbb`.
        qr: makes the picture of a QR code for an address.
    """
    return _Writer(document, ProfileWords(language, texts, document)).data(accent, qr)


class _Writer:
    def __init__(self, document: ProfileDocument, words: ProfileWords) -> None:
        self.document = document
        self.organization = document.organization
        self.say = words
        self._ = words.texts.gettext

    def data(self, accent: str, qr: Callable[[str], str]) -> dict[str, Any]:
        _ = self._
        name = self.organization.name.pick(self.say.language).text
        sections = list(Sections(self.document, self.say).all())
        annual = self.document.kind == ANNUAL_REPORT
        title = _("Annual report %(year)s") % {"year": self.document.year} if annual else _("What public sources say")
        not_issued = _("Not issued by %(name)s.") % {"name": name}
        as_of = self.organization.provenance.as_of
        return {
            "kind": self.document.kind,
            "language": self.say.language,
            "title": f"{name}: {title}",
            "headline": title,
            "name": self.say.words(self.organization.name),
            "lead": self.say.words(self.organization.summary) if self.organization.summary else None,
            "date": [as_of.earliest().year, as_of.earliest().month, as_of.earliest().day] if as_of else None,
            "year": str(self.document.year or ""),
            "accent": accent,
            "figures": self._key_figures(),
            "on-every-page": "" if annual else not_issued,
            "note": None
            if annual
            else _(
                "%(name)s did not write, check or approve this sheet. "
                "Each line names the public page or publication it is from, and its date."
            )
            % {"name": name},
            "marks": [self._mark()] if self.document.demonstration else [],
            "warnings": [f"{_('Demonstration.')} {_('Do not rely on these numbers.')}"]
            if self.document.demonstration
            else [],
            "sections": sections,
            "sources": self.say.sources(),
            "address": self.document.address.partition("://")[2].rstrip("/"),
            "qr": qr(self.document.address),
            "texts": {
                "contents": _("Contents"),
                "page": _("Page"),
                "sources": _("Sources"),
                "profile": _("This profile on the site, with what has changed since:"),
                "qr": _("Where to read the profile: {address}").format(address=self.document.address),
                "as-of": _("As of: %(date)s") % {"date": self.say.date(as_of)},
            },
        }

    def _mark(self) -> str:
        return " · ".join(dict.fromkeys((self._("Demonstration"), "Демонстрація", "Demonstration"))).upper()

    def _key_figures(self) -> list[dict[str, Any]]:
        """The first figures of the year, large; then how much there was of what."""
        if self.document.kind != ANNUAL_REPORT:
            return []
        told = [result for result in self.organization.results if result.value is not None and not result.suppressed]
        figures = [
            {"value": self.say.figure(result), "label": self.say.words(result.what or result.indicator.name)}
            for result in told[:KEY_FIGURES]
        ]
        counted = (
            (self._("Activities"), self.organization.activities),
            (self._("Reports and publications"), self.organization.reports),
            (self._("Part in coordination bodies"), self.organization.coordination),
            (self._("Proposals to authorities"), self.organization.proposals),
        )
        for label, items in counted:
            if len(items) > 1 and len(figures) < KEY_FIGURES:
                figures.append({"value": self.say.number(len(items)), "label": self.say.own(label)})
        return figures
