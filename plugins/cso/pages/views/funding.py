"""`/funding/`: kinds and number of sources by period, donors and whom they support (gap G13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.help import OrganizationReference
from cso.directory.organization import FundingSource
from cso.directory.vocabulary import Donor
from cso.pages.factory import PageFactory
from cso.pages.frame import Page
from cso.pages.views.organizations import sorted_organizations


@dataclass(frozen=True, slots=True)
class Support:
    """One source of funding and whom it supported."""

    organization: OrganizationReference
    source: FundingSource


@dataclass(frozen=True, slots=True)
class DonorEntry:
    """A donor and whom it is known to have supported."""

    donor: Donor
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of source: how many organisations named one, and how many sources they named."""

    kind: str
    organizations: int
    sources: int


@dataclass(frozen=True, slots=True)
class FundingView:
    """Kinds of sources, donors with whom they support, and sources that are no donor of the list."""

    kinds: tuple[KindCount, ...]
    donors: tuple[DonorEntry, ...]
    others: tuple[Support, ...]


def funding_pages(factory: PageFactory) -> Iterator[Page]:
    """The page on funding."""
    _ = factory.gettext
    support = [
        Support(organization.reference, source)
        for organization in sorted_organizations(factory.directory, factory.language)
        for source in organization.funding
    ]
    by_donor: dict[str, list[Support]] = defaultdict(list)
    by_kind: dict[str, list[Support]] = defaultdict(list)
    donors = {}
    for entry in support:
        by_kind[entry.source.kind].append(entry)
        if entry.source.donor is not None:
            donors[entry.source.donor.id] = entry.source.donor
            by_donor[entry.source.donor.id].append(entry)
    yield factory.page(
        "funding",
        FundingView(
            kinds=tuple(
                KindCount(kind, len({entry.organization.slug for entry in entries}), len(entries))
                for kind, entries in sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
            ),
            donors=tuple(
                DonorEntry(donor, tuple(by_donor[donor.id]))
                for donor in sorted(donors.values(), key=lambda donor: donor.name.sort_key(factory.language))
            ),
            others=tuple(entry for entry in support if entry.source.donor is None),
        ),
        title=_("Funding"),
        description=_(
            "Who supports organisations, as far as it is published. Amounts stand only where they were disclosed."
        ),
    )
