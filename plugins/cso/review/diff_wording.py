"""A change in words, as Markdown for a comment: what the public will see, then every value, old beside new."""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from cso.content.document import Document
from cso.content.findings import Level
from cso.content.schema import SchemaSet
from cso.pages.labels import labels_of
from cso.review.changes import Change, ChangedDocument
from cso.review.commits import ProposedChange
from cso.review.effects import Effect
from cso.review.escaping import escaped
from cso.review.secrets import Secrets

MOST_ROWS = 60
"""Most values of one file that are listed; a change of more is read in the files."""

LONGEST_COMMENT = 28_000
"""Most characters altogether: the platform takes 65,536 for a comment, and two languages share them."""

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "What this means to the public",
        "nothing": "Nothing that the public sees changes.",
        "values": "No number, page or point of openness comes or goes; what changes stands below.",
        "not_publishable": "Not publishable yet: {count} errors. Nothing of it is on the site until they are mended.",
        "appears-number": "**Will be shown:** {name} ({whose})",
        "leaves-number": "**Will no longer be shown:** {name} ({whose})",
        "appears-page": "New page: {whose}",
        "leaves-page": "**The page goes:** {whose}",
        "appears-line": "New line: {whose}",
        "leaves-line": "**The line goes:** {whose}",
        "opens-point": "Becomes open: {name} ({whose})",
        "closes-point": "No longer open: {name} ({whose})",
        "old-part": "Will read as old from the first day: {name} ({whose})",
        "contacts": "⚠️ **Contacts**",
        "field": "Field",
        "old": "Was",
        "new": "Becomes",
        "hidden": "*not shown: cso check has found fault with it*",
        "none": "–",
        "added": "New file: {name}",
        "removed": "**Removed:** {name}",
        "unreadable": "**Cannot be read.** cso check says why.",
        "more": "… and {count} more values; read the file itself.",
        "others": "Other files: {count}",
        "cut": "… cut here: too long for a comment.",
        "yes": "yes",
        "no": "no",
        "organizations": "Organisation", "hotlines": "Line", "networks": "Network", "confirmations": "Confirmations",
        "vocabularies": "List", "site": "The site", "sector": "The field",
    },
    "uk": {
        "title": "Що це змінить для людей",
        "nothing": "Нічого з того, що бачать люди, не зміниться.",
        "values": "Номери, сторінки й пункти відкритості лишаються ті самі; зміни – нижче.",
        "not_publishable": "Опублікувати ще не можна: помилок – {count}. Доки їх не виправлять, сайт не зміниться.",
        "appears-number": "**Буде показано:** {name} ({whose})",
        "leaves-number": "**Більше не буде показано:** {name} ({whose})",
        "appears-page": "Нова сторінка: {whose}",
        "leaves-page": "**Сторінка зникне:** {whose}",
        "appears-line": "Нова лінія: {whose}",
        "leaves-line": "**Лінія зникне:** {whose}",
        "opens-point": "Стане відкритим: {name} ({whose})",
        "closes-point": "Більше не буде відкритим: {name} ({whose})",
        "old-part": "Від першого дня буде позначене як давнє: {name} ({whose})",
        "contacts": "⚠️ **Контакти**",
        "field": "Поле",
        "old": "Було",
        "new": "Стане",
        "hidden": "*не показано: cso check знайшла тут помилку*",
        "none": "–",
        "added": "Новий файл: {name}",
        "removed": "**Прибрано:** {name}",
        "unreadable": "**Не вдалося прочитати.** Чому – каже cso check.",
        "more": "… і ще значень: {count}; дивіться сам файл.",
        "others": "Інші файли: {count}",
        "cut": "… далі обрізано: задовго для коментаря.",
        "yes": "так",
        "no": "ні",
        "organizations": "Організація", "hotlines": "Лінія", "networks": "Мережа", "confirmations": "Підтвердження",
        "vocabularies": "Перелік", "site": "Сайт", "sector": "Галузь",
    },
}  # fmt: skip


class DiffWording:
    """Puts a change into words.

    Args:
        change: the change.
        schemas: give fields their names.
        language: `uk` or `en`.
        interface: texts of the interface in that language, for points of the openness checklist.
    """

    def __init__(
        self, change: ProposedChange, schemas: SchemaSet, language: str, interface: gettext.NullTranslations
    ) -> None:
        self._change = change
        self._schemas = schemas
        self._language = language
        self._texts = _TEXTS[language]
        self._interface = interface
        self._secrets = Secrets(change.head.result.findings)
        self._terms = _terms(change, language)

    def markdown(self, documents: tuple[ChangedDocument, ...], effects: tuple[Effect, ...] | None) -> str:
        """The whole text."""
        text = "\n".join(self._lines(documents, effects)) + "\n"
        if len(text) > LONGEST_COMMENT:
            text = text[:LONGEST_COMMENT].rpartition("\n")[0] + f"\n\n{self._texts['cut']}\n"
        return text

    def _lines(self, documents: tuple[ChangedDocument, ...], effects: tuple[Effect, ...] | None) -> Iterator[str]:
        texts = self._texts
        yield f"## {texts['title']}"
        yield ""
        if effects is None:
            errors = [one for one in self._change.head.result.findings if one.level is Level.ERROR]
            yield texts["not_publishable"].format(count=len(errors))
        elif not effects:
            yield texts["values" if documents else "nothing"]
        else:
            yield from (f"- {self._effect(effect)}" for effect in effects)
        for document in documents:
            yield from self._document(document)
        yield from self._others()

    def _effect(self, effect: Effect) -> str:
        name = effect.name
        if effect.what == "point":
            name = self._interface.gettext(effect.name)
        elif effect.what == "part":
            name = self._title("organization", (effect.name,)) if effect.name else self._texts["organizations"]
        whose = self._terms.get(effect.whose, effect.whose)
        return self._texts[f"{effect.kind}-{effect.what}"].format(name=escaped(name), whose=escaped(whose))

    def _document(self, document: ChangedDocument) -> Iterator[str]:
        texts = self._texts
        here = document.after or document.before
        assert here is not None  # noqa: S101  # one side has it
        name = self._terms.get(document.id, "") if document.group != "vocabularies" else ""
        yield ""
        yield f"### {texts[document.group]} {escaped(name or document.id)}".rstrip()
        yield ""
        if document.unreadable:
            yield texts["unreadable"]
        elif document.before is None or not document.before.data:
            yield texts["added"].format(name=escaped(here.file))
            yield from self._new_contacts(here)
        elif document.after is None:
            yield texts["removed"].format(name=escaped(here.file))
        else:
            contacts = [change for change in document.changes if change.is_contact]
            if contacts:
                yield from (texts["contacts"], "")
                yield from self._table(contacts)
            others = [change for change in document.changes if not change.is_contact]
            if others:
                yield from self._table(others)

    def _new_contacts(self, document: Document) -> Iterator[str]:
        """Of a new file, the numbers and addresses that somebody could use."""
        rows = [
            Change(document.file, document.schema, location, None, value, self._secrets.hides(document, location), True)
            for location, value in _leaves(document)
            if location[-1] in ("dial", "email", "handle")
        ]
        if rows:
            yield from ("", self._texts["contacts"], "")
            yield from self._table(rows)

    def _table(self, changes: list[Change]) -> Iterator[str]:
        texts = self._texts
        yield f"| {texts['field']} | {texts['old']} | {texts['new']} |"
        yield "| --- | --- | --- |"
        for change in changes[:MOST_ROWS]:
            field = self._title(change.schema, change.location, change)
            old, new = self._value(change, change.old, change.new), self._value(change, change.new, change.old)
            yield f"| {field} | {old} | {new} |"
        if len(changes) > MOST_ROWS:
            yield ""
            yield texts["more"].format(count=len(changes) - MOST_ROWS)
        yield ""

    def _value(self, change: Change, value: Any, other: Any) -> str:
        if value is None:
            return self._texts["none"]
        if change.hidden:
            return self._texts["hidden"]
        if change.is_contact and isinstance(value, str) and isinstance(other, str):
            return _marked(value, other)
        return escaped(self._words(value, self._schemas.chain(change.schema, change.location)[-1]))

    def _words(self, value: Any, schema: Mapping[str, Any]) -> str:
        """A value as people would say it, with the names that its schema has for fields and choices."""
        if isinstance(value, bool):
            return self._texts["yes" if value else "no"]
        if isinstance(value, dict):
            if self._language in value and all(isinstance(entry, str) for entry in value.values()):
                return str(value[self._language])
            parts = ((key, entry, self._schemas.child(schema, key)) for key, entry in value.items())
            return "; ".join(f"{self._field(key, part)}: {self._words(entry, part)}" for key, entry, part in parts)
        if isinstance(value, list):
            return ", ".join(
                self._words(entry, self._schemas.child(schema, place)) for place, entry in enumerate(value)
            )
        label = labels_of(map(str, schema.get("enum", ()))).get(str(value)) if "enum" in schema else None
        return self._interface.gettext(label) if label else self._terms.get(str(value), str(value))

    def _field(self, key: str | int, schema: Mapping[str, Any]) -> str:
        """The name of a field in words of its schema."""
        local = schema.get("x-uk", {}) if self._language == "uk" else {}
        return str(local.get("title") or schema.get("title") or key)

    def _title(self, schema: str, location: tuple[str | int, ...], change: Change | None = None) -> str:
        """The field in words of the schema: `Services › legal-aid › Hours`."""
        parts: list[str] = []
        chain = self._schemas.chain(schema, location)[1:]
        for step, part in zip(location, chain, strict=True):
            if isinstance(step, int):
                parts.append(str(step + 1))
            else:
                parts.append(self._field(step, part))
        if change is not None:
            parts = self._named(change, parts)
        return " › ".join(escaped(part) for part in parts)

    def _named(self, change: Change, parts: list[str]) -> list[str]:
        """Entries of lists by their id instead of their number."""
        for content in (self._change.head.result.content, self._change.base.result.content):
            document = next((one for one in _documents(content) if one.file == change.file), None)
            if document is None:
                continue
            named = [
                str(document.get((*change.location[:index], step, "id"), part)) if isinstance(step, int) else part
                for index, (step, part) in enumerate(zip(change.location, parts, strict=True))
            ]
            if named != parts:
                return named
        return parts

    def _others(self) -> Iterator[str]:
        """Files that are no YAML of content, counted by folder."""
        others = [
            file.path
            for file in self._change.files
            if not ((self._change.below(file.path) or "").endswith((".yaml", ".yml")))
        ]
        if others:
            counted = Counter(path.rpartition("/")[0] or "." for path in others)
            yield ""
            yield f"### {self._texts['others'].format(count=len(others))}"
            yield ""
            for folder, count in counted.most_common(20):
                names = [path.rpartition("/")[2] for path in others if (path.rpartition("/")[0] or ".") == folder]
                yield f"- {escaped(folder)} ({count}): {', '.join(escaped(name) for name in names[:5])}"


def _terms(change: ProposedChange, language: str) -> dict[str, str]:
    """Names of everything that ids refer to: vocabulary terms, organisations, lines, networks."""
    names: dict[str, str] = {}
    for side in (change.head, change.base):
        content = side.result.content
        groups = {**content.organizations, **content.networks, **content.hotlines}
        for record, document in groups.items():
            names.setdefault(record, _name(document.get(("name",)), language) or record)
        for document in content.vocabularies.values():
            for location, term in document.items(("terms",)):
                if isinstance(term, dict) and isinstance(term.get("id"), str):
                    name = _name(document.get((*location, "name")), language)
                    names.setdefault(term["id"], name or term["id"])
    return names


def _name(words: Any, language: str) -> str:
    if not isinstance(words, dict):
        return ""
    found = words.get(language) or words.get("uk") or words.get("en") or ""
    return found if isinstance(found, str) else ""


def _documents(content: Any) -> Iterator[Document]:
    for group in ("organizations", "hotlines", "networks", "confirmations", "vocabularies"):
        yield from getattr(content, group).values()
    yield from (content.site, content.sector)


def _leaves(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    waiting: list[tuple[str | int, ...]] = [()]
    while waiting:
        for location, value in document.items(waiting.pop()):
            if isinstance(value, (dict, list)):
                waiting.append(location)
            elif isinstance(value, str):
                yield location, value


def _marked(value: str, other: str) -> str:
    """A contact with the characters that differ from the other one set off, so that one digit is seen."""
    start = next((place for place, (a, b) in enumerate(zip(value, other, strict=False)) if a != b), None)
    if start is None:
        return escaped(value)
    end = 0
    while end < min(len(value), len(other)) - start and value[-1 - end] == other[-1 - end]:
        end += 1
    middle = value[start : len(value) - end]
    return (
        f"{escaped(value[:start])}**{escaped(middle)}**{escaped(value[len(value) - end :])}"
        if middle
        else escaped(value)
    )
