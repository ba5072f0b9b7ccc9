"""`/proposals/`: what was proposed to whom, and what came of it (gap G7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cso.directory.organization import Proposal
from cso.pages.factory import PageFactory
from cso.pages.frame import Page


@dataclass(frozen=True, slots=True)
class ProposalsView:
    """All proposals, newest first."""

    proposals: tuple[Proposal, ...]


def proposal_pages(factory: PageFactory) -> Iterator[Page]:
    """The page of all proposals."""
    _ = factory.gettext
    proposals = [proposal for organization in factory.directory.organizations for proposal in organization.proposals]
    ordered = sorted(proposals, key=lambda proposal: (proposal.submitted, proposal.id), reverse=True)
    yield factory.page(
        "proposals",
        ProposalsView(tuple(ordered)),
        title=_("Proposals"),
        description=_("What organisations proposed to authorities, and what came of it."),
    )
