"""What was done: the sections of an annual report or fact sheet on help, activities, results, proposals and funding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cso.directory.help import Result
from cso.directory.organization import Activity, Proposal
from cso.directory.words import Words
from cso.documents.profile_blocks import Blocks
from cso.documents.profile_wording import Block, Text
from cso.documents.profiles import ANNUAL_REPORT


class WorkSections(Blocks):
    """Sections on the work of an organisation, each the blocks it is made of."""

    def _series(self) -> Iterator[Block]:
        """A chart for every indicator with figures of at least two years; bars from zero, beside their numbers."""
        groups: dict[tuple[str, Words | None, str | None], list[Result]] = {}
        for result in self.document.earlier:
            one_year = result.period is not None and result.period.end is not None
            one_year = one_year and result.period.start.year == result.period.end.year  # type: ignore[union-attr]
            if one_year and result.value is not None and not result.suppressed and result.of is None:
                key = (result.indicator.id, result.what, result.region.id if result.region else None)
                groups.setdefault(key, []).append(result)
        for results in groups.values():
            by_year = {result.period.start.year: result for result in results if result.period}
            if len(by_year) < 2:
                continue
            highest = max(result.value or 0 for result in by_year.values()) or 1
            first = results[0]
            yield {
                "block": "bars",
                "title": self.say.words(first.indicator.name),
                "note": self._optional(first.what),
                "head": [self._("Year"), self._("Figure")],
                "bars": [
                    {"label": str(year), "value": self.say.figure(result), "share": (result.value or 0) / highest}
                    for year, result in sorted(by_year.items())
                ],
            }

    def _lines(self) -> Iterator[Block]:
        _, say = self._, self.say
        yield self._items(
            self._item(
                say.words(line.name),
                line.provenance,
                meta=(say.label("level", line.level),),
                text=[*say.prose(line.description), *say.prose(line.what_happens)],
                facts=[
                    *(
                        (_("Number"), say.own(number.phone.dial), say.confirmation(number.confirmation))
                        for number in line.numbers
                    ),
                    *(
                        (
                            figure.indicator.name.pick(say.language).text,
                            say.own(f"{say.when(figure)}: {say.figure(figure)}"),
                            say.source(figure.provenance, with_age=False),
                        )
                        for figure in line.figures
                    ),
                ],
            )
            for line in self.organization.hotlines
        )

    def _services(self) -> Iterator[Block]:
        _, say = self._, self.say
        yield self._items(
            self._item(
                say.words(service.name) if service.name else say.own(say.names(service.types)),
                service.provenance,
                meta=(
                    say.names(service.types) if service.name else "",
                    _("All of Ukraine") if service.nationwide else say.names(service.regions),
                    "" if service.cost == "unknown" else say.label("cost", service.cost),
                ),
                text=say.prose(service.description),
                facts=[(_("For whom"), say.own(say.names(service.target_groups)))] if service.target_groups else [],
            )
            for service in self.organization.services
        )

    def _stay(self) -> Iterator[Block]:
        """That there is a place, for whom; where it is stands nowhere (S5)."""
        _, say = self._, self.say
        yield self._items(
            self._item(
                say.words(place.name) if place.name else say.own(_("A safe place to stay")),
                place.provenance,
                meta=(say.names([place.region]) if place.region else "", say.names(place.target_groups)),
                text=say.prose(place.description),
            )
            for place in self.organization.shelters
        )

    def _activities(self) -> Iterator[Block]:
        yield self._items(map(self._activity, self.organization.activities))

    def _activity(self, item: Activity) -> dict[str, Any]:
        _, say = self._, self.say
        facts: list[tuple[str, Text]] = []
        if item.target_groups:
            facts.append((_("For whom"), say.own(say.names(item.target_groups))))
        if item.partners:
            facts.append((_("Partners"), say.words(item.partners)))
        if item.funders:
            facts.append((_("Funded by"), say.own(say.names(item.funders))))
        if item.programme:
            facts.append((_("Within the programme"), say.words(item.programme.name)))
        facts += [self._figure(result) for result in item.results]
        return self._item(
            say.words(item.title),
            item.provenance,
            meta=(say.names([item.form]), say.period(item.period) if item.period else "", say.names(item.regions)),
            text=[*say.prose(item.description), *say.prose(item.agenda)],
            facts=facts,
            with_age=False,
        )

    def _results(self) -> Iterator[Block]:
        say = self.say
        rows = [
            [
                self._cell(
                    (
                        say.words(result.indicator.name),
                        self._optional(result.what),
                        self._optional(result.region.name if result.region else None),
                        self._optional(result.note),
                    ),
                    result.provenance,
                    with_age=False,
                ),
                say.own(say.when(result)),
                say.own(say.figure(result)),
            ]
            for result in self.organization.results
        ]
        yield self._table([self._("Indicator"), self._("When"), self._("Figure")], rows)

    def _coordination(self) -> Iterator[Block]:
        say, _ = self.say, self._
        rows = []
        for role in self.organization.coordination:
            left = role.left_because
            reason = _("Left because: %(reason)s") % {"reason": left.pick(say.language).text} if left else ""
            texts = (say.words(role.body.name), self._optional(role.text), say.own(reason) if reason else None)
            rows.append(
                [
                    self._cell(texts, role.provenance, with_age=False),
                    say.own(say.label("coordination_role", role.role)),
                    say.own(say.span(role.start, role.end) or _("undated")),
                ]
            )
        yield self._table([_("Body"), _("As"), _("When")], rows)

    def _proposals(self) -> Iterator[Block]:
        yield self._items(map(self._proposal, self.organization.proposals))

    def _proposal(self, item: Proposal) -> dict[str, Any]:
        _, say = self._, self.say
        facts: list[tuple[str, Text]] = [
            (_("To"), say.words(item.to)),
            (_("Submitted"), say.own(say.date(item.submitted))),
        ]
        if item.outcome:
            when = f" ({say.date(item.outcome_date)})" if item.outcome_date else ""
            outcome = say.words(item.outcome)
            facts.append((_("What came of it"), {**outcome, "text": outcome["text"] + when}))
        return self._item(
            say.words(item.on),
            item.provenance,
            meta=(say.label("proposal_status", item.status),),
            text=say.prose(item.text),
            facts=facts,
            with_age=False,
        )

    def _programmes(self) -> Iterator[Block]:
        say = self.say
        yield self._items(
            self._item(
                say.words(part.programme.name),
                part.provenance,
                meta=(say.names(part.functions),),
                text=filter(None, [self._optional(part.text)]),
                with_age=False,
            )
            for part in self.organization.programmes
        )

    def _reports(self) -> Iterator[Block]:
        say = self.say
        yield self._items(
            self._item(
                say.words(report.title),
                report.provenance,
                meta=(say.names([report.kind]), str(report.year or ""), report.url or ""),
                text=say.prose(report.summary),
                # What a publication counted is seldom about the organisation itself.
                facts=[] if say.tells_every_source else [self._figure(figure) for figure in report.key_figures],
                with_age=False,
            )
            for report in self.organization.reports
        )

    def _funding(self) -> Iterator[Block]:
        _, say = self._, self.say
        rows = []
        for item in self.organization.funding:
            named = item.donor.name if item.donor else item.name
            kind = say.own(say.label("funding_kind", item.kind))
            texts = (say.words(named), kind) if named else (kind,)
            rows.append(
                [
                    self._cell((*texts, self._optional(item.purpose)), item.provenance, with_age=False),
                    say.own(say.period(item.period)),
                    say.own(say.amount(item)),
                ]
            )
        yield self._table([_("Source of funding"), _("When"), _("Amount or share")], rows)
        yield self._funding_bars()

    def _funding_bars(self) -> Block:
        """Amounts by kind of source, only where every source of the year has one in the same currency."""
        funding = self.organization.funding
        currencies = {item.amount.currency if item.amount else None for item in funding}
        if self.document.kind != ANNUAL_REPORT or len(funding) < 2 or len(currencies) != 1 or None in currencies:
            return {}
        sums: dict[str, float] = {}
        for item in funding:
            sums[item.kind] = sums.get(item.kind, 0) + (item.amount.value if item.amount else 0)
        highest = max(sums.values()) or 1
        currency = currencies.pop()
        return {
            "block": "bars",
            "title": self.say.own(self._("Funding by kind of source")),
            "note": None,
            "head": [self._("Kind"), self._("Amount")],
            "bars": [
                {
                    "label": self.say.label("funding_kind", kind),
                    "value": f"{self.say.number(value)}\u00a0{currency}",
                    "share": value / highest,
                }
                for kind, value in sorted(sums.items(), key=lambda pair: -pair[1])
            ],
        }
