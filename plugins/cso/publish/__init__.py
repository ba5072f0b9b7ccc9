"""Outputs to files: the one place that writes the site.

This package is a Pelican plugin and must be the first of PLUGINS. A capability contributes by a subclass of
`OutputGenerator`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from pelican import signals

from cso.publish.errors import BuildError, ContentError
from cso.publish.generator import OutputGenerator
from cso.publish.output import Output
from cso.publish.report import BuildReport
from cso.publish.writer import PublicationWriter

__all__ = ["BuildError", "BuildReport", "ContentError", "Output", "OutputGenerator", "register"]


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_writer.connect(_give_writer)
    signals.generator_init.connect(_keep_to_our_theme)


def _give_writer(site: Any) -> type[PublicationWriter]:
    """Make Pelican use our writer."""
    return PublicationWriter


def _keep_to_our_theme(generator: Any) -> None:
    """Take templates from our theme only: Pelican would silently use its theme `simple` for a missing one.

    Raises:
        BuildError: escaping is off.
    """
    if generator.env.autoescape is not True:
        raise BuildError('JINJA_ENVIRONMENT in pelicanconf.py must say "autoescape": True.')
    generator.env.loader = FileSystemLoader(Path(generator.theme) / "templates")
