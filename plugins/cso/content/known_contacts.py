"""Which contacts may stand in a text: those confirmed for its owner or for a national line (S4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cso import phones
from cso.content.confirmations import Confirmations, comparable
from cso.content.detect.contacts import find_contacts
from cso.content.detect.plain import Span
from cso.content.used_contacts import UsedContact, national_line_ids, used_contacts

if TYPE_CHECKING:
    from cso.content.repository import Content

#: The owner under which contacts of national lines are kept: every text may name them.
EVERYBODY = ""

#: What stands in a text in place of a contact that was taken off.
REMOVED = "…"


@dataclass(frozen=True)
class KnownContacts:
    """Contacts by owner, as spellings that a text may have.

    Args:
        confirmed: owner to the spellings of what may be shown.
        taken_off: owner to the spellings of what editors withdrew, or of a withheld owner; of all owners under
            `EVERYBODY`.
    """

    confirmed: Mapping[str, frozenset[str]]
    taken_off: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, content: Content) -> KnownContacts:
        """The known contacts of a content folder."""
        confirmations = Confirmations.of(content)
        national = frozenset(national_line_ids(content))
        confirmed: dict[str, set[str]] = defaultdict(set)
        taken_off: dict[str, set[str]] = defaultdict(set)
        for contact in used_contacts(content):
            entry = confirmations.state(contact.owner, contact.kind, contact.value, contact.country)
            if entry is None:
                continue
            spellings = _spellings(contact)
            if entry.state == "withdrawn" or confirmations.withheld(contact.owner):
                taken_off[EVERYBODY].update(spellings)
            elif entry.state == "confirmed":
                confirmed[contact.owner].update(spellings)
                if contact.line in national:
                    confirmed[EVERYBODY].update(spellings)
        return cls(
            {owner: frozenset(found) for owner, found in confirmed.items()},
            {owner: frozenset(found) for owner, found in taken_off.items()},
        )

    def may_stand(self, span: Span, owner: str) -> bool:
        """Whether a contact found in a text of the owner is confirmed for them or for a national line."""
        allowed = self.confirmed.get(owner, frozenset()) | self.confirmed.get(EVERYBODY, frozenset())
        return not _readings(span).isdisjoint(allowed)

    def is_taken_off(self, span: Span) -> bool:
        """Whether a contact found in a text was withdrawn, or belongs to a withheld owner alone."""
        return not _readings(span).isdisjoint(self.taken_off.get(EVERYBODY, frozenset()))

    def without_taken_off(self, text: str, *, is_markdown: bool, owner: str) -> str:
        """The text as it may be published: contacts that were taken off are replaced by `…` (S3)."""
        for span in reversed(list(self.taken_off_in(text, is_markdown=is_markdown, owner=owner))):
            text = text[: span.start] + REMOVED + text[span.end :]
        return text

    def taken_off_in(self, text: str, *, is_markdown: bool, owner: str) -> Iterator[Span]:
        """The contacts in a text that were taken off, in order."""
        if not self.taken_off:
            return
        for span in find_contacts(text, is_markdown=is_markdown):
            if self.is_taken_off(span) and not self.may_stand(span, owner):
                yield span


def _spellings(contact: UsedContact) -> frozenset[str]:
    if contact.kind == "phone":
        return frozenset(f"phone:{digits}" for digits in phones.spellings(contact.value, contact.country))
    return frozenset({f"{contact.kind}:{comparable(contact.kind, contact.value)}"})


def _readings(span: Span) -> frozenset[str]:
    """What a contact in a text may mean, in the form of `_spellings`."""
    value = span.value
    if span.kind == "scheme":
        scheme, _, rest = value.partition(":")
        rest = unquote(rest.partition("?")[0]).strip("/")
        if scheme.lower() == "mailto":
            return frozenset({f"email:{comparable('email', rest)}"})
        return frozenset({f"phone:{phones.digits_of(rest)}"})
    if span.kind == "messenger":
        last = value.rstrip("/").rpartition("/")[2].partition("?")[0]
        return frozenset({f"url:{comparable('url', value)}", f"handle:{comparable('handle', last)}"})
    if span.kind in ("link", "shortener"):
        return frozenset({f"url:{comparable('url', value)}"})
    return frozenset({f"{span.kind}:{value}"})
