"""Pelican plugin: Atom feeds of news, reports and proposals, so that people can follow without being followed.

Nothing else is announced: no place to stay, no phone line, no change of a profile (S5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.directory import Directory
from cso.feeds.atom import make_feed
from cso.feeds.entries import FeedFactory
from cso.pages.addresses import DEFAULT_LANGUAGE, feed_path
from cso.pages.interface_texts import load_texts
from cso.publish import Output, OutputGenerator


class FeedsGenerator(OutputGenerator):
    """Gives the feeds of every full language: of everything, of reports, of proposals, and one of each organisation."""

    required = tuple(feed_path(DEFAULT_LANGUAGE, feed) for feed in ("all", "reports", "proposals"))

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """The feeds; an organisation from an occupied or frontline region has none (S6)."""
        theme = Path(settings["THEME"])
        for language in directory.site.languages:
            factory = FeedFactory(directory, language, load_texts(theme, language), settings["SITEURL"])
            for feed in ("all", "reports", "proposals"):
                yield Output(feed_path(language, feed), make_feed, factory.site_feed(feed))
            for organization in directory.organizations:
                if not organization.restricted:
                    path = feed_path(language, "organization", organization.slug)
                    yield Output(path, make_feed, factory.organization_feed(organization))


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[FeedsGenerator]:
    """Hand the generator to Pelican."""
    return FeedsGenerator
