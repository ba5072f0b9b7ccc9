"""Pelican, made strict: what it would log and skip fails the build, and nothing is published before all is made."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import blinker
import pelican
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins._utils import get_plugin_name, load_plugins

from cso.as_of import AsOfError, default_as_of, parse_as_of
from cso.content.command import locale_language
from cso.content.findings import count_line
from cso.publish.errors import BuildError, ContentError
from cso.publish.files import MANIFEST, Progress, PublishSummary, publish
from cso.publish.lock import build_lock
from cso.publish.publication import Publication
from cso.publish.report import BuildReport, print_findings, print_summary
from cso.publish.writer import PublicationWriter

MUST_BE_OFF = ("DELETE_OUTPUT_DIRECTORY", "OUTPUT_SOURCES", "TEMPLATE_PAGES", "THEME_TEMPLATES_OVERRIDES")
"""Settings with which Pelican would delete or write by itself, or take templates from elsewhere."""


class Idle:
    """In front of one of Pelican's own generators: it is there, because Pelican counts on it, and does nothing."""

    def generate_context(self) -> None:
        """Read nothing."""

    def check_disabled_readers(self) -> None:
        """Look for nothing."""

    def refresh_metadata_intersite_links(self) -> None:
        """Refresh nothing."""

    def generate_output(self, writer: PublicationWriter) -> None:
        """Write nothing."""


class NoArticles(Idle, ArticlesGenerator):  # type: ignore[misc]  # Pelican has no types
    """Keeps Pelican from reading the content as a blog."""


class NoPages(Idle, PagesGenerator):  # type: ignore[misc]  # Pelican has no types
    """Keeps Pelican from reading the content as pages."""


class Site(Pelican):  # type: ignore[misc]  # Pelican has no types
    """One build. Make it with the settings of pelicanconf.py, then call `run`."""

    progress: Progress | None = None
    """Told while the outputs are made."""

    def __init__(self, settings: dict[str, Any]) -> None:
        _refuse_settings(settings)
        settings["AS_OF"] = _as_of(settings.get("AS_OF"))
        self.report = settings["BUILD_REPORT"] = BuildReport()
        self.publication = settings["PUBLICATION"] = Publication()
        self.summary: PublishSummary | None = None
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Load and register every plugin of PLUGINS, or fail; Pelican would log a broken one and go on without it."""
        wanted = self.settings.get("PLUGINS")
        if wanted is None:
            raise BuildError("PLUGINS is missing in pelicanconf.py; without it whatever is installed would be loaded.")
        self.plugins = load_plugins(self.settings)
        names = [get_plugin_name(plugin) for plugin in self.plugins]
        if len(names) != len(wanted):
            known = {*names, *(name.removeprefix("pelican.plugins.") for name in names)}
            missing = [str(name) for name in wanted if name not in known]
            raise BuildError(
                f"Not every plugin in PLUGINS could be loaded: {', '.join(missing)} (the reason is above)."
            )
        for name, plugin in zip(names, self.plugins, strict=True):
            try:
                plugin.register()
            except Exception as error:
                raise BuildError(f"The plugin {name} could not be registered: {error}") from error
            if not _listens(name):
                # Signals hold receivers weakly: a lambda or nested function is gone as soon as register() returns.
                raise BuildError(
                    f"The plugin {name} listens to nothing. Connect functions of the module itself in register()."
                )
        self.settings["PLUGINS"] = names

    def run(self) -> None:
        """Read, check, make and publish.

        Raises:
            ContentError: the content has errors; nothing was written.
            BuildError: something else is wrong, and the message says what to do.
            Exception: a bug in a generator or maker; nothing was written.
        """
        cache = Path(self.settings["CACHE_PATH"])
        output = Path(self.output_path)
        _refuse_nested(output, {"content": Path(self.path), "theme": Path(self.theme), "build state": cache})
        with build_lock(cache):
            told, pelican.console.quiet = (
                pelican.console.quiet,
                True,
            )  # its closing line counts articles, which we have not
            try:
                super().run()
            finally:
                pelican.console.quiet = told
            self.publication.check()
            self.summary = publish(self.publication, output, _state_of(output, cache), self.progress)

    def _get_generator_classes(self) -> list[type]:
        """Return the generators of the plugins, in their order; Pelican would drop what is no class."""
        classes: list[type] = [NoArticles, NoPages]
        for receiver, values in signals.get_generators.send(self):
            for value in values if isinstance(values, tuple | list) else (values,):
                if not isinstance(value, type):
                    raise BuildError(
                        f"The plugin {receiver.__module__} gave {value!r} where a generator class was to be."
                    )
                classes.append(value)
        return classes

    def _get_writer(self) -> PublicationWriter:
        """Return our writer, or fail when another would be used."""
        writer = super()._get_writer()
        if not isinstance(writer, PublicationWriter):
            raise BuildError(
                "cso.publish must be the first of PLUGINS in pelicanconf.py: something else would write files."
            )
        return writer


class CommandLineSite(Site):
    """The same for the command `pelican`: prints findings and summary, and leaves with exit code 1 and no traceback."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.language = locale_language(os.environ)
        try:
            super().__init__(settings)
        except BuildError as error:
            _leave(error, self.language)

    def run(self) -> None:
        """Build, then print the findings and the summary."""
        start = time.monotonic()
        try:
            super().run()
        except BuildError as error:
            _leave(error, self.language)
        except KeyboardInterrupt:
            raise SystemExit(130) from None  # Pelican would end with 0, as if the site had been built
        print_findings(self.report.findings, self.language)
        assert self.summary is not None  # noqa: S101  # run() sets it or raises
        print_summary(self.report, self.summary, time.monotonic() - start)


def explain(error: BuildError, language: str) -> None:
    """Print why a build failed: findings to standard output, one closing sentence to standard error."""
    if isinstance(error, ContentError):
        print_findings(error.findings, language)
        sys.stdout.flush()
        print(f"{count_line(error.findings, language)} Nothing was written.", file=sys.stderr)
    else:
        print(error, file=sys.stderr)


def _leave(error: BuildError, language: str) -> NoReturn:
    """End the command `pelican`, which would print a traceback for any other exception."""
    explain(error, language)
    raise SystemExit(error.exit_code) from None


def _as_of(value: date | str | None) -> date:
    """Return the day the build speaks for; the command `pelican` can give it as text."""
    try:
        if value is None:
            return default_as_of()
        return parse_as_of(value) if isinstance(value, str) else value
    except AsOfError as error:
        raise BuildError(str(error)) from error


def _refuse_settings(settings: dict[str, Any]) -> None:
    """Raise BuildError for settings that would undo what this module is for."""
    for name in MUST_BE_OFF:
        if settings.get(name):
            raise BuildError(
                f"{name} must stay off in pelicanconf.py and on the command line: files are written in one place only."
            )


def _refuse_nested(output: Path, others: dict[str, Path]) -> None:
    """Raise BuildError when the output folder holds, is or lies in a folder that is not for output."""
    place = output.resolve()
    if (place / ".git").exists() or (place / "pelicanconf.py").exists():
        raise BuildError(f"{output} is the project itself. Name a folder of its own for the site.")
    for name, folder in others.items():
        other = folder.resolve()
        if place == other or place in other.parents or other in place.parents:
            raise BuildError(f"The site cannot be written to {output}: it would mix with the {name} in {folder}.")


def _state_of(output: Path, cache: Path) -> Path:
    """Return the folder for the manifest of an output folder: the cache for `output/` beside it, else one apart."""
    if output.resolve() == cache.resolve().parent / "output":
        return cache
    return cache / "other" / hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]


def manifest_file(output: Path, cache: Path) -> Path:
    """Return where the manifest of an output folder is kept.

    Args:
        output: the folder of the site.
        cache: the folder for the state of builds.
    """
    return _state_of(output, cache) / MANIFEST


def _listens(plugin: str) -> bool:
    """Tell whether a function of this module or of one below it is connected to any signal of Pelican."""
    for signal in vars(signals).values():
        if isinstance(signal, blinker.Signal):
            for receiver in signal.receivers_for(blinker.ANY):
                module = getattr(receiver, "__module__", "")
                if module == plugin or module.startswith(f"{plugin}."):
                    return True
    return False
