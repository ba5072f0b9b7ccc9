"""Where every kind of page stands (design: Contracts, output tree). Addresses are stable: change none of them."""

from __future__ import annotations

import posixpath

DEFAULT_LANGUAGE = "uk"
"""The language at the root; every other one stands below its code."""

PATHS = {
    "start": "",
    "help": "help/",
    "help_region": "help/in/{}/",
    "help_region_kind": "help/in/{}/{}/",
    "help_kind": "help/with/{}/",
    "help_group": "help/for/{}/",
    "help_country": "help/abroad/{}/",
    "help_signs": "help/signs/",
    "help_someone": "help/someone/",
    "help_work_abroad": "help/work-abroad/",
    "safety": "safety/",
    "hotlines": "hotlines/",
    "organizations": "organizations/",
    "organization": "organizations/{}/",
    "moved": "organizations/{}/",
    "services": "services/",
    "service_type": "services/{}/",
    "stay": "stay/",
    "regions": "regions/",
    "region": "regions/{}/",
    "networks": "networks/",
    "network": "networks/{}/",
    "reports": "reports/",
    "reports_by": "reports/by/{}/{}/",
    "report": "reports/{}/{}/",
    "coordination": "coordination/",
    "body": "coordination/{}/",
    "proposals": "proposals/",
    "programmes": "programmes/",
    "results": "results/",
    "funding": "funding/",
    "openness": "openness/",
    "openness_method": "openness/method/",
    "news": "news/",
    "news_item": "news/{}/{}/",
    "press": "press/",
    "press_organization": "press/{}/",
    "about": "about/",
    "contribute": "contribute/",
    "feedback": "feedback/",
    "search": "search/",
    "status": "status/",
    "not_found": "404.html",
}

HELP_SECTION = frozenset(kind for kind in PATHS if kind.startswith("help")) | {"start", "hotlines", "safety"}
"""Kinds of page for people in need: their style stands in the page, within the weight limit (design decision 7), and
they exist in the help-only languages too."""

FEEDS = {
    "all": "feeds/{}/all.atom",
    "reports": "feeds/{}/reports.atom",
    "proposals": "feeds/{}/proposals.atom",
    "organization": "feeds/{}/organizations/{}.atom",
}
"""Where the feeds stand, each below its language (plugin `cso.feeds`)."""

STATIC = "theme/"
"""The folder of the theme's own files."""

FORMS = "contribute/forms/"
"""The folder of the workbooks that organisations fill in (plugin `cso.spreadsheet`)."""

BLANK_FORM = "new_organization"
"""Instead of a slug, the workbook for an organisation without a profile; no slug has an underscore."""

FILES = "files/"
"""The folder of the files that owners attach."""


def address(language: str, kind: str, *ids: str) -> str:
    """The path of a page from the site's root: `en/regions/lviv/`.

    Args:
        language: language of the page.
        kind: one of `PATHS`.
        ids: slugs that fill the places of the pattern.
    """
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return prefix + PATHS[kind].format(*ids)


def feed_path(language: str, feed: str, *ids: str) -> str:
    """The path of a feed from the site's root: `feeds/en/reports.atom`; `feed` is one of `FEEDS`."""
    return FEEDS[feed].format(language, *ids)


def form_path(slug: str) -> str:
    """The path of the workbook of an organisation: `contribute/forms/dawn.xlsx`."""
    return f"{FORMS}{slug}.xlsx"


def relative(origin: str, target: str) -> str:
    """The link from the page at `origin` to `target`, so that the site runs under any sub-path."""
    folder = posixpath.dirname(origin)
    link = posixpath.relpath(target or ".", folder or ".")
    is_folder = target == "" or target.endswith("/")
    if is_folder:
        return "./" if link == "." else f"{link}/"
    return link


def attachment_path(owner: str, path: str) -> str:
    """Where a file that an owner attached is published: `files/dawn/report-2025.pdf`.

    Args:
        owner: slug of an organisation, id of a network, or `sector`.
        path: its path in the folder of the owner.
    """
    return f"{FILES}{owner}/{path}"


def file_of(path: str) -> str:
    """The file that holds the page at `path`."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
