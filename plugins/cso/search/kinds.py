"""The kinds of things that search finds, with the words for them."""

from __future__ import annotations

from cso.pages.labels import N_

KINDS = {
    "organization": N_("Organisation"),
    "service": N_("Help to people"),
    "service_type": N_("Kind of help"),
    "hotline": N_("Phone line"),
    "region": N_("Region"),
    "network": N_("Network"),
    "body": N_("Coordination body"),
    "proposal": N_("Proposal"),
    "report": N_("Publication"),
    "news": N_("News"),
    "page": N_("Page"),
}
"""Kind → its word, in the order of the list to choose from."""

KIND_OF_PAGE = {
    "organization": "organization",
    "service_type": "service_type",
    "region": "region",
    "network": "network",
    "report": "report",
    "body": "body",
    "news_item": "news",
    # Found through what they list, or of no use as a result:
    "start": "",
    "moved": "",
    "not_found": "",
    "reports_by": "",
    "press_organization": "",
    "openness_method": "",
    "help_region": "",
    "help_region_kind": "",
    "help_kind": "",
    "help_group": "",
}
"""Template of a page → the kind of its record; every other page is a record by its title and description."""
