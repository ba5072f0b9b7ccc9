"""Pelican plugin: a form in the browser at `/admin/` (Sveltia CMS), for those who have an account and no editor.

Off unless the environment says EDITOR=1: it is the one page that keeps something in the browser and asks another
host, the API of the platform (S9), under a policy of its own. It proposes pull requests, also from people without the
right to write. Its configuration is made from `schemas/`, so that the form cannot know other fields than the check.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from cso.content.repository import default_schemas, load
from cso.content.schema import SchemaSet
from cso.directory import Directory
from cso.editor.configuration import configuration
from cso.editor.page import FOLDER, PAGE, START, page
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import identity
from cso.publish import Output, OutputGenerator
from cso.publish.errors import BuildError

SETTING = "EDITOR"
PACKAGE = Path("node_modules/@sveltia/cms")
LOCALE = "locales/uk.js"
FONTS_ELSEWHERE = b"https://cdn.jsdelivr.net/fontsource/fonts/"
WORDS_FOR_BUNDLERS = b"../locales/uk.json"
LEFT_OUT = (".map", ".txt")
"""Ends of files of the package that a browser does not need; its licence is published beside the program."""


class EditorGenerator(OutputGenerator):
    """Gives the form, its configuration and its program."""

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """Every file below `/admin/`."""
        content_folder = Path(settings["PATH"])
        content, _ = load(content_folder, SchemaSet(default_schemas(content_folder)))
        texts = load_texts(Path(settings["THEME"]), "uk")
        backend = settings.get("EDITOR_BACKEND", "github")
        made = configuration(content, "uk", texts, backend, settings["SITEURL"])
        yield Output(f"{FOLDER}/config.json", identity, json.dumps(made, ensure_ascii=False, indent=1).encode())
        yield Output(f"{FOLDER}/index.html", identity, page(PAGE).encode())
        yield Output(f"{FOLDER}/start.js", identity, START.encode())
        program = content_folder.absolute().parent / PACKAGE
        if not program.is_dir():
            program = Path(__file__).resolve().parents[3] / PACKAGE
        if not (program / "npm/index.js").is_file():
            raise BuildError("The form needs its program: make editor installs it.")
        for path in sorted((program / "npm").rglob("*")):
            if path.is_file() and path.suffix not in LEFT_OUT:
                name = path.relative_to(program / "npm").as_posix()
                data = path.read_bytes()
                yield Output(f"{FOLDER}/cms/{name}", identity, at_home(data) if name == "index.js" else data)
        locale = json.loads((program / "locales/uk.json").read_text("utf-8"))
        words = f"export default {json.dumps(locale, ensure_ascii=False)};\n"
        yield Output(f"{FOLDER}/cms/{LOCALE}", identity, words.encode())
        yield Output(f"{FOLDER}/cms/LICENSE.txt", identity, (program / "LICENSE.txt").read_bytes())


def at_home(program: bytes) -> bytes:
    """The program with nothing left that it would fetch elsewhere, and its Ukrainian words where a browser reads them.

    It is made for a bundler, which would do this: fonts come from its own folder, and only their spare copies from a
    network of others; its words are a JSON file, which a browser does not import.

    Raises:
        BuildError: the program is another than the one this was written for.
    """
    for old, new in ((FONTS_ELSEWHERE, b"data:,"), (WORDS_FOR_BUNDLERS, f"./{LOCALE}".encode())):
        if old not in program:
            raise BuildError(
                "The program of the form has changed: look at cso.editor.at_home before raising its version."
            )
        program = program.replace(old, new)
    return program


def register() -> None:
    """Connect to Pelican; cannot fail."""
    signals.get_generators.connect(_give_generator)


def _give_generator(pelican: Any) -> type[EditorGenerator] | tuple[()]:
    """Hand the generator to Pelican, if this build is to have the form."""
    return EditorGenerator if pelican.settings.get(SETTING) else ()
