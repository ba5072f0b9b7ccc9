"""What stands in the feeds, from the Directory: news, reports and proposals, and nothing that must not be announced."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Iterable

from cso.announcements import announces_line, announces_shelter
from cso.directory import Directory
from cso.directory.dates import PartialDate
from cso.directory.news import NewsItem, one_version_each
from cso.directory.organization import Organization, Proposal, Report
from cso.directory.provenance import Basis
from cso.directory.words import LocalText, Words
from cso.feeds.atom import Author, Category, Entry, Feed
from cso.pages.addresses import address, feed_path
from cso.pages.feed_links import feed_title
from cso.pages.formats import format_partial_date
from cso.pages.labels import LABELS
from cso.pages.markdown import to_text
from cso.pages.views.news import news_path

MOST_ENTRIES = 200
"""Entries in one feed at most; pages and open data hold everything."""

UNDATED = "2019-01-01T00:00:00Z"
"""For what has no date at all: the year of the report from which the site grew. Never the day of the build."""

ID_DATE = "2026"
"""The year in the ids (RFC 4151): the domain must be ours in it. It never changes once the site is launched."""

NO_DOMAIN = "example.org"
"""In the ids until `site.yaml` names a domain."""

PAGES = {"all": "news", "reports": "reports", "proposals": "proposals"}
"""Feed of the site → kind of page that shows the same."""

PROPOSAL_STATUS = LABELS["proposal_status"]


class FeedFactory:
    """Makes the feeds of one language."""

    def __init__(self, directory: Directory, language: str, texts: gettext.NullTranslations, site_url: str) -> None:
        """Prepare for one language; `site_url` is the address under which the site is published."""
        self.directory = directory
        self.language = language
        self.texts = texts
        self.site_url = site_url.rstrip("/")

    def site_feed(self, feed: str) -> Feed:
        """A feed of the whole site: `all`, `reports` or `proposals`."""
        organizations = self.directory.organizations
        entries: list[Entry | None] = []
        if feed in ("all", "reports"):
            entries += map(self._report, self.directory.reports())
        if feed in ("all", "proposals"):
            entries += (self._proposal(proposal) for owner in organizations for proposal in owner.proposals)
        if feed == "all":
            entries += map(self._news, one_version_each(self.directory.news(), self.language))
        title = feed_title(self.texts, feed, self._plain(self.directory.site.title))
        return self._feed(feed, (), title, address(self.language, PAGES[feed]), entries)

    def organization_feed(self, organization: Organization) -> Feed:
        """The feed of an organisation; it may be empty, so that one can follow from the first item on."""
        entries: list[Entry | None] = [
            *map(self._report, organization.reports),
            *map(self._proposal, organization.proposals),
            *map(self._news, one_version_each(organization.news, self.language)),
        ]
        title = feed_title(self.texts, "organization", self._plain(organization.name))
        page = address(self.language, "organization", organization.slug)
        return self._feed("organization", (organization.slug,), title, page, entries)

    def _feed(self, feed: str, ids: tuple[str, ...], title: str, page: str, entries: Iterable[Entry | None]) -> Feed:
        _ = self.texts.gettext
        site = self.directory.site
        path = feed_path(self.language, feed, *ids)
        start = self._absolute(address(self.language, "start"))
        newest = sorted((entry for entry in entries if entry is not None), key=lambda entry: entry.id)
        newest.sort(key=lambda entry: entry.updated, reverse=True)
        subtitle = self._plain(site.tagline)
        if not site.launched:
            title = f"{_('Demonstration.')} {title}"
            subtitle = f"{_('Do not rely on these numbers.')} {subtitle}"
        return Feed(
            id=self._id(path),
            language=self.language,
            title=title,
            subtitle=subtitle,
            updated=newest[0].updated if newest else UNDATED,
            address=self._absolute(path),
            page=self._absolute(page),
            versions=tuple(
                (language, self._absolute(feed_path(language, feed, *ids)))
                for language in site.languages
                if language != self.language
            ),
            author=Author(self._plain(site.operator.name or site.title), start),
            rights=_("The entries of this feed: CC BY 4.0. What they link to belongs to its authors."),
            entries=tuple(newest[:MOST_ENTRIES]),
        )

    def _report(self, report: Report) -> Entry | None:
        """A report; its summary is left out where pages warn before it."""
        if _announces(report.title, report.summary):
            return None
        published = instant(PartialDate(str(report.year)) if report.year else report.provenance.as_of)
        path = address(self.language, "report", report.owner, report.id)
        return Entry(
            id=self._id(path),
            title=report.title.pick(self.language),
            updated=published,
            published=published,
            address=self._absolute(path),
            language=self.language,
            author=self._author_of(report),
            category=Category("report", self._plain(report.kind.name)),
            summary=self._summary(report.summary) if report.summary and not report.sensitive else None,
        )

    def _proposal(self, proposal: Proposal) -> Entry | None:
        """A proposal; it counts as changed when an answer came."""
        if _announces(proposal.on, proposal.text, proposal.outcome):
            return None
        _ = self.texts.gettext
        title = proposal.on.pick(self.language)
        submitted = instant(proposal.submitted)
        slug = proposal.organization.slug
        parts = [
            f"{_('To')}: {self._plain(proposal.to)}",
            f"{_('Submitted')}: {format_partial_date(proposal.submitted, self.language)}",
            *([] if proposal.status == "submitted" else [_(PROPOSAL_STATUS[proposal.status])]),
            *([self._plain(proposal.outcome)] if proposal.outcome else []),
        ]
        return Entry(
            id=self._id(f"{address(self.language, 'proposals')}{slug}/{proposal.id}"),
            title=LocalText(_("Proposal: {what}").format(what=title.text), title.language),
            updated=max(submitted, instant(proposal.outcome_date)) if proposal.outcome_date else submitted,
            published=submitted,
            address=f"{self._absolute(address(self.language, 'proposals'))}#{slug}-{proposal.id}",
            language=self.language,
            author=self._organization(slug, proposal.organization.name),
            category=Category("proposal", _("Proposals")),
            summary=LocalText(" · ".join(parts), self.language),
        )

    def _news(self, item: NewsItem) -> Entry | None:
        """An item of news; the text itself stays on its page."""
        words = Words.of({item.language: f"{item.title}\n{item.summary or ''}"})
        if _announces(words):
            return None
        path = news_path(item)
        by_organization = item.basis is Basis.ORGANIZATION
        return Entry(
            id=self._id(path),
            title=LocalText(item.title, item.language),
            updated=_start_of(item.modified or item.date),
            published=_start_of(item.date),
            address=self._absolute(path),
            language=item.language,
            author=self._organization(item.organization.slug, item.organization.name) if by_organization else None,
            category=Category("news", self.texts.gettext("News of organisations")),
            summary=LocalText(to_text(item.summary), item.language) if item.summary else None,
        )

    def _author_of(self, report: Report) -> Author | None:
        if report.organization is not None:
            return self._organization(report.organization.slug, report.organization.name)
        network = next((network for network in self.directory.networks if network.id == report.owner), None)
        if network is not None:
            return Author(self._plain(network.name), self._absolute(address(self.language, "network", network.id)))
        return Author(self._plain(report.authors), None) if report.authors else None

    def _organization(self, slug: str, name: Words) -> Author:
        return Author(self._plain(name), self._absolute(address(self.language, "organization", slug)))

    def _summary(self, words: Words) -> LocalText:
        local = words.pick(self.language)
        return LocalText(to_text(local.text), local.language)

    def _plain(self, words: Words) -> str:
        return words.pick(self.language).text

    def _absolute(self, path: str) -> str:
        return f"{self.site_url}/{path}"

    def _id(self, path: str) -> str:
        """A `tag:` URI: the same wherever the site is published (RFC 4151)."""
        return f"tag:{self.directory.site.domain or NO_DOMAIN},{ID_DATE}:{path}"


def instant(date: PartialDate | None) -> str:
    """The earliest moment a date may mean, as RFC 3339 writes it."""
    return UNDATED if date is None else _start_of(date.earliest())


def _start_of(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _announces(*words: Words | None) -> bool:
    """Whether a text, in any language, tells that a place to stay or a line opened or moved."""
    texts = [text for entry in words if entry is not None for _, text in entry.texts]
    return any(announces_shelter(text) or announces_line(text) for text in texts)
