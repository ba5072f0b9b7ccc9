"""What an annual report or a fact sheet says, section by section; one without anything to say is left out (S8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cso.directory.provenance import Provenance
from cso.documents.profile_wording import Block, Text
from cso.documents.profile_work import WorkSections
from cso.documents.profiles import ANNUAL_REPORT

Section = dict[str, Any]
"""A heading with its blocks: `{"title": "…", "blocks": [...]}`."""


class Sections(WorkSections):
    """The sections of one document, in their order."""

    def all(self) -> Iterator[Section]:
        """Every section that has something to say."""
        _ = self._
        parts: tuple[tuple[str, Callable[[], Iterable[Block]]], ...] = (
            (_("About the organisation"), self._about),
            (_("Over the years"), self._series),
            (_("Phone lines"), self._lines),
            (_("Help to people"), self._services),
            (_("A safe place to stay"), self._stay),
            (_("Activities"), self._activities),
            (_("Results in figures"), self._results),
            (_("Part in coordination bodies"), self._coordination),
            (_("Proposals to authorities"), self._proposals),
            (_("Part in state programmes"), self._programmes),
            (_("Reports and publications"), self._reports),
            (_("Sources of funding"), self._funding),
            (_("Internal policies"), self._policies),
            (_("Networks"), self._networks),
            (_("Feedback"), self._feedback),
            (_("Who decides"), self._governance),
            (_("History"), self._history),
            (_("Contacts"), self._contacts),
        )
        for title, blocks_of in parts:
            blocks = [block for block in blocks_of() if block]
            if blocks:
                yield {"title": title, "blocks": blocks}

    def _about(self) -> Iterator[Block]:
        _, say, org = self._, self.say, self.organization
        if org.description:
            yield {
                "block": "text",
                "paragraphs": say.prose(org.description),
                "source": say.source(org.provenance),
            }
        seat = org.seat
        place = None
        if seat:
            names = [seat.settlement, seat.region.name if seat.region else seat.country]
            place = ", ".join(dict.fromkeys(name.pick(say.language).text for name in names if name))
        base = org.provenance
        yield self._facts(
            (
                (_("Short name"), self._optional(org.short_name), base),
                (_("Legal form"), self._optional(org.legal_form.name if org.legal_form else None), base),
                (_("Code in the state register (EDRPOU)"), say.own(org.edrpou or ""), base),
                (_("Seat"), say.own(place or ""), seat.provenance if seat else base),
                (
                    _("Postal address"),
                    self._optional(seat.address if seat else None),
                    seat.provenance if seat else base,
                ),
                (
                    _("Reach"),
                    say.own(say.label("scope", org.scope)) if org.scope and org.scope != "unknown" else None,
                    base,
                ),
                (_("Works in"), say.own(say.names(org.regions)), base),
                (_("Main activity"), self._optional(org.main_activity.name if org.main_activity else None), base),
                (_("For whom"), say.own(say.names(org.target_groups)), base),
                (_("Themes"), say.own(say.names(org.themes)), base),
                (
                    _("Status"),
                    say.own(say.label("status", org.status.value)) if org.status else None,
                    org.status.provenance if org.status else base,
                ),
                *(
                    (_("Former name"), say.words(former.name), former.provenance)
                    for former in (() if self.document.kind == ANNUAL_REPORT else org.former_names)
                ),
            )
        )
        yield self._items(
            self._item(
                say.words(branch.name),
                branch.provenance,
                meta=(say.names([branch.region]), say.label("status", branch.status.value)),
                text=filter(None, [self._optional(branch.status.text)]),
            )
            for branch in org.branches
        )

    def _policies(self) -> Iterator[Block]:
        say = self.say
        yield self._items(
            self._item(
                say.words(policy.kind.name),
                policy.provenance,
                meta=(
                    say.label("policy_status", policy.status),
                    say.date(policy.adopted) if policy.adopted else "",
                    policy.url or "",
                ),
            )
            for policy in self.organization.policies
        )

    def _networks(self) -> Iterator[Block]:
        say, _ = self.say, self._
        org = self.organization
        entries = [
            (item.network.name if item.network else item.name, say.label("membership_role", item.role), item)
            for item in org.memberships
        ] + [
            (item.organization.name if item.organization else item.name, _("Partner"), item)
            for item in org.partnerships
        ]
        yield self._items(
            self._item(
                say.words(name),
                item.provenance,
                meta=(role, say.span(item.start, item.end)),
                text=filter(None, [self._optional(item.text)]),
            )
            for name, role, item in entries
            if name is not None
        )

    def _feedback(self) -> Iterator[Block]:
        _, say, feedback = self._, self.say, self.organization.feedback
        if feedback is None:
            return
        ngettext = say.texts.ngettext
        if feedback.text:
            yield {"block": "text", "paragraphs": say.prose(feedback.text), "source": say.source(feedback.provenance)}
        if feedback.answer_days is not None:
            answer = ngettext("Answers within %(num)s day.", "Answers within %(num)s days.", feedback.answer_days)
            yield {
                "block": "text",
                "paragraphs": [say.own(answer % {"num": feedback.answer_days})],
                "source": say.source(feedback.provenance),
            }
        yield self._table(
            [_("Year"), _("Came in"), _("Settled")],
            [
                [
                    self._cell((say.own(str(year.year)), self._optional(year.text)), year.provenance, with_age=False),
                    say.own("–" if year.received is None else say.number(year.received)),
                    say.own("–" if year.resolved is None else say.number(year.resolved)),
                ]
                for year in feedback.yearly
            ],
        )

    def _governance(self) -> Iterator[Block]:
        _, say, governance = self._, self.say, self.organization.governance
        if governance is None:
            return
        base, ngettext = governance.provenance, say.texts.ngettext
        rows: list[tuple[str, Text | None, Provenance | None]] = []
        for body in governance.bodies:
            members = ""
            if body.members is not None:
                members = ngettext("%(num)s member", "%(num)s members", body.members) % {"num": body.members}
            text = body.text.pick(say.language).text if body.text else ""
            rows.append(
                (body.name.pick(say.language).text, say.own(f"{members} {text}".strip() or "–"), body.provenance)
            )
        makers = ", ".join(maker.pick(say.language).text for maker in governance.decision_makers)
        rows += [
            (_("Decisions are made by"), say.own(makers), base),
            (_("Staff"), None if governance.staff is None else say.own(say.number(governance.staff)), base),
            (
                _("Volunteers"),
                None if governance.volunteers is None else say.own(say.number(governance.volunteers)),
                base,
            ),
            (_("Statutes"), say.own(governance.statutes or ""), base),
            (_("Tax status"), self._optional(governance.tax_status), base),
            (_("Ties to third parties"), self._optional(governance.related_parties), base),
        ]
        yield self._facts(rows)

    def _history(self) -> Iterator[Block]:
        say = self.say
        yield self._items(
            self._item(
                say.own(say.date(event.date)),
                event.provenance,
                meta=("" if event.event == "other" else say.label("event", event.event),),
                text=[say.words(event.text)],
                with_age=False,
            )
            for event in self.organization.history
        )

    def _contacts(self) -> Iterator[Block]:
        """Contacts of the office, for the press and feedback; people in need find theirs on the site, up to date."""
        say = self.say
        yield self._facts(
            (
                f"{say.label('role', contact.role)}: {say.label('contact_kind', contact.kind)}",
                say.own(say.contact(contact)),
                contact.provenance,
            )
            for contact in self.organization.contacts
            if contact.role != "intake"
        )
