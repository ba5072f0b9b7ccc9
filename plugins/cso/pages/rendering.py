"""Pages to bytes: the theme's templates with their filters and functions. Nothing here sees the Directory."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cso.directory.dates import PartialDate, Period
from cso.directory.organization import Attachment
from cso.directory.provenance import Source
from cso.directory.words import Words
from cso.pages.addresses import DEFAULT_LANGUAGE, HELP_SECTION, STATIC, address, attachment_path, relative
from cso.pages.foreign_words import marked
from cso.pages.formats import format_day, format_number, format_partial_date, format_period
from cso.pages.frame import Frame, Page
from cso.pages.labels import LABELS
from cso.pages.markdown import to_html
from cso.pages.styles import HELP_LIST, content_security_policy, read_style

EXTERNAL_REL = "noreferrer"


class Renderer:
    """Renders the pages of one language. The maker of every page Output."""

    def __init__(
        self,
        theme: Path,
        language: str,
        texts: gettext.NullTranslations,
        names: Mapping[str, str],
        *,
        help_only: bool = False,
        has_search: bool = False,
        has_attachments: bool = True,
        has_editor: bool = False,
    ) -> None:
        """Prepare the theme's templates.

        Args:
            theme: the theme's folder.
            language: the language of the pages.
            texts: its interface texts.
            names: names of languages in this language, by tag.
            help_only: whether the language has the help section alone; links to all else lead to the default language.
            has_search: whether the site has search, so that pages lead to it.
            has_attachments: whether attached files are published, so that pages lead to them.
            has_editor: whether the site has the form in the browser, so that one page leads to it.
        """
        self.theme = theme
        self.language = language
        self.texts = texts
        self.language_names = names
        self.help_only = help_only
        self.has_search = has_search and not help_only
        self.has_attachments = has_attachments
        self.has_editor = has_editor

    def render(self, page: Page) -> bytes:
        """The whole HTML document of a page, UTF-8."""
        frame = page.frame
        style = self._help_style if frame.is_help else None
        template = self._environment.get_template(f"pages/{page.template}")
        text = template.render(
            page=frame,
            view=page.view,
            style=None if style is None else Markup(style),  # noqa: S704  # our own style sheet
            content_security_policy=content_security_policy(
                style, script=frame.exit_address is not None, search=page.template == "search.html"
            ),
            to=lambda kind, *ids: self._link(frame, self._address(kind, *ids)),
            asset=lambda path: self._link(frame, STATIC + path),
            link=lambda path: self._link(frame, path),
            attachment=lambda owner, file: self._attachment(frame, owner, file),
        )
        lines = (line.rstrip() for line in text.splitlines())
        return ("\n".join(line for line in lines if line) + "\n").encode()

    @cached_property
    def _help_style(self) -> str:
        return read_style(self.theme, HELP_LIST)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self.theme / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_translations(self.texts, newstyle=True)  # type: ignore[attr-defined]
        environment.filters |= {
            "words": self.words,
            "plain": self.plain,
            "prose": self.prose,
            "markdown": to_html,
            "date": self.date,
            "day": lambda day: format_day(day, self.language),
            "period": self.period,
            "number": lambda number: format_number(number, self.language),
            "time": lambda time: time.strftime("%H:%M") if isinstance(time, datetime.time) else time,
            "host": lambda source: source.host if isinstance(source, Source) else Source(source, None, None).host,
        }
        environment.globals |= {
            "label": self.label,
            "language_name": self.language_name,
            "has_search": self.has_search,
            "has_editor": self.has_editor,
        }
        return environment

    def words(self, words: Words) -> Markup:
        """Words in the page's language; what is in another is marked with its language."""
        local = words.pick(self.language)
        if local.language == self.language:
            return marked(local.text, local.language)
        return Markup('<span lang="{}">{}</span>').format(local.language, local.text)

    def plain(self, words: Words) -> str:
        """Words for an attribute or a title, where no language can be marked."""
        return words.pick(self.language).text

    def prose(self, words: Words) -> Markup:
        """Words of Markdown as sanitised HTML."""
        local = words.pick(self.language)
        html = to_html(local.text)
        if local.language == self.language:
            return html
        return Markup('<div lang="{}">{}</div>').format(local.language, html)

    def date(self, date: PartialDate | None) -> str:
        """A date as far as it is known."""
        return self.texts.gettext("undated") if date is None else format_partial_date(date, self.language)

    def period(self, period: Period) -> str:
        """A period of time."""
        return format_period(period, self.language, self.texts.gettext("since {start}"))

    def label(self, group: str, value: str) -> str:
        """The interface text of an enumerated value."""
        text = LABELS[group][value]
        return self.texts.gettext(text) if text else ""

    def language_name(self, tag: str) -> str:
        """The name of a language in the page's language."""
        return self.language_names.get(tag, tag)

    def _address(self, kind: str, *ids: str) -> str:
        elsewhere = self.help_only and kind not in HELP_SECTION
        return address(DEFAULT_LANGUAGE if elsewhere else self.language, kind, *ids)

    def _attachment(self, frame: Frame, owner: str, file: Attachment | None) -> str:
        """The link to an attached file; empty where there is none, or where such files are not published."""
        if file is None or not self.has_attachments:
            return ""
        return self._link(frame, attachment_path(owner, file.path))

    def _link(self, frame: Frame, target: str) -> str:
        return relative(frame.path, target) if frame.root is None else frame.root + target


def static_files(theme: Path) -> dict[str, bytes]:
    """The theme's own files by path below `STATIC`, style sources left out: `Any` of them is served as it is."""
    folder = theme / "static"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != "style"
    }


def identity(view: Any) -> bytes:
    """The maker of an output whose view is its bytes."""
    if not isinstance(view, bytes):
        raise TypeError("bytes expected")
    return view
