"""The configuration of the form, made from the schemas: every field of a record, so that nothing is lost on saving."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from cso.content.repository import Content
from cso.pages.labels import labels_of

Field = dict[str, Any]

LONG_TEXTS = frozenset({"description", "text", "agenda", "boilerplate", "what_happens", "summary", "outcome"})
NOT_FOR_PEOPLE = frozenset({"synthetic"})
"""Keys that a form keeps and does not show."""
FEWEST_RADIO_BUTTONS = 6
_DEEPEST = 8


def configuration(
    content: Content, language: str, texts: gettext.NullTranslations, backend: str, site_url: str
) -> dict[str, Any]:
    """The whole configuration.

    Args:
        content: the content; gives schemas, vocabularies, and the repository of `site.yaml`.
        language: language of labels and hints, `uk` or `en`.
        texts: interface texts of that language.
        backend: `github`, or `test-repo` for trying the form without any account.
        site_url: address of the site, without a slash at its end.
    """
    fields = _Fields(content, language, texts)
    return {
        "backend": _backend(content, backend),
        "publish_mode": "editorial_workflow" if backend == "github" else "simple",
        "media_folder": "content",
        "public_folder": "/",
        "app_title": "Редактор профілів" if language == "uk" else "Profile editor",
        "site_url": site_url,
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "media_libraries": {"stock_assets": {"providers": []}},
        "collections": [
            fields.collection("organizations", "organization", "{{slug}}/organization"),
            fields.collection("hotlines", "hotline", "{{slug}}"),
            fields.collection("networks", "network", "{{slug}}"),
        ],
    }


def _backend(content: Content, backend: str) -> dict[str, Any]:
    if backend != "github":
        return {"name": backend}
    repository = urlsplit(content.site.text(("repository",))).path.strip("/")
    sign_in = content.site.text(("sign_in",))
    return {
        "name": "github",
        # Until site.yaml names a repository the form opens, and signing in says that there is none.
        "repo": repository if repository.count("/") == 1 else "not-set-up/not-set-up",
        "branch": "main",
        "open_authoring": True,
        "auth_scope": "public_repo",
    } | ({"base_url": sign_in.rstrip("/")} if sign_in else {})


class _Fields:
    """Turns schemas into fields."""

    def __init__(self, content: Content, language: str, texts: gettext.NullTranslations) -> None:
        self._content = content
        self._schemas = content.schemas
        self._language = language
        self._texts = texts

    def collection(self, folder: str, schema_name: str, path: str) -> dict[str, Any]:
        """A folder of records of one schema."""
        schema = self._schemas.merged(self._schemas.schema(schema_name))
        return {
            "name": folder,
            "label": self._words(schema, "title"),
            "description": self._words(schema, "description"),
            "folder": f"content/{folder}",
            "path": path,
            "extension": "yaml",
            "format": "yaml",
            "create": True,
            "delete": False,
            "slug": "{{name.en}}",
            "identifier_field": "name.uk",
            "summary": "{{name.uk}} {{name.en}}",
            "sortable_fields": [],
            "thumbnail": False,
            "fields": list(self._fields_of(schema, 0)),
        }

    def _fields_of(self, schema: Mapping[str, Any], depth: int, is_long: bool = False) -> Iterator[Field]:
        required = schema.get("required", ())
        for key, raw in schema.get("properties", {}).items():
            part = self._schemas.merged(raw)
            if part == {"not": {}} or depth > _DEEPEST:
                continue
            if key in NOT_FOR_PEOPLE:
                yield {"name": key, "widget": "hidden"}
            else:
                yield {**self._field(key, part, depth, is_long), "required": key in required}

    def _field(self, key: str, part: Mapping[str, Any], depth: int, is_long: bool = False) -> Field:
        base = {"name": key, "label": self._words(part, "title") or key, "hint": self._words(part, "description")}
        kind = part.get("type")
        if kind == "object":
            return {
                **base,
                "widget": "object",
                "collapsed": "auto",
                "fields": list(self._fields_of(part, depth + 1, key in LONG_TEXTS)),
            }
        if kind == "array":
            return {**base, **self._list(self._schemas.merged(part.get("items")), depth)}
        choices = self._choices(part)
        if choices:
            return {**base, "widget": "select", "options": choices, "dropdown_threshold": FEWEST_RADIO_BUTTONS}
        return {**base, "widget": "text" if is_long else "string"}

    def _list(self, item: Mapping[str, Any], depth: int) -> Field:
        if item.get("type") == "object":
            summary = "{{id}}" if "id" in item.get("properties", {}) else self._summary(item)
            fields = list(self._fields_of(item, depth + 1))
            return {"widget": "list", "collapsed": True, "summary": summary, "fields": fields}
        choices = self._choices(item)
        if choices:
            return {
                "widget": "select",
                "multiple": True,
                "options": choices,
                "dropdown_threshold": FEWEST_RADIO_BUTTONS,
            }
        return {"widget": "list"}

    def _summary(self, item: Mapping[str, Any]) -> str:
        """What a folded entry shows: its first two fields that are no groups."""
        keys = [
            key for key, raw in item.get("properties", {}).items() if self._schemas.merged(raw).get("type") != "object"
        ]
        return " ".join(f"{{{{{key}}}}}" for key in keys[:2])

    def _choices(self, schema: Mapping[str, Any]) -> list[dict[str, Any]]:
        if schema.get("type") == "boolean":
            yes, no = ("так", "ні") if self._language == "uk" else ("yes", "no")
            return [{"label": yes, "value": True}, {"label": no, "value": False}]
        if "enum" in schema:
            values = [str(value) for value in schema["enum"]]
            group = labels_of(values)
            return [{"label": self._label(group.get(value, "")) or value, "value": value} for value in values]
        names = self._names(str(schema.get("x-reference", "")))
        return [{"label": name or value, "value": value} for value, name in names.items()]

    def _names(self, reference: str) -> dict[str, str]:
        """What an id may refer to, with its name."""
        vocabulary = self._content.vocabularies.get(reference)
        if vocabulary is not None:
            terms = [term for _, term in vocabulary.items(("terms",)) if isinstance(term, dict) and "id" in term]
            return {term["id"]: self._name(term.get("name")) for term in terms}
        records = {"organization": self._content.organizations, "network": self._content.networks}.get(reference)
        return {slug: self._name(document.get(("name",))) for slug, document in (records or {}).items()}

    def _label(self, text: str) -> str:
        return self._texts.gettext(text) if text else ""

    def _name(self, words: Any) -> str:
        if not isinstance(words, dict):
            return ""
        return str(words.get(self._language) or words.get("uk") or words.get("en") or "")

    def _words(self, schema: Mapping[str, Any], key: str) -> str:
        local = schema.get("x-uk", {}) if self._language == "uk" else {}
        return str(local.get(key, schema.get(key, "")))
