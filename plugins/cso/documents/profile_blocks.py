"""The few blocks that documents on profiles are made of, as the template `profile.typ` draws them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cso.directory.help import Result
from cso.directory.provenance import Provenance
from cso.directory.words import Words
from cso.documents.profile_wording import Block, ProfileWords, Text
from cso.documents.profiles import ProfileDocument


class Blocks:
    """Makes blocks for one document."""

    def __init__(self, document: ProfileDocument, words: ProfileWords) -> None:
        """Prepare; `words` says things in the language of the document."""
        self.document = document
        self.organization = document.organization
        self.say = words
        self._ = words.texts.gettext

    def _items(self, items: Iterable[dict[str, Any]]) -> Block:
        found = list(items)
        return {"block": "items", "items": found} if found else {}

    def _item(
        self,
        title: Text,
        provenance: Provenance | None,
        *,
        meta: Iterable[str] = (),
        text: Iterable[Text] = (),
        facts: Iterable[tuple[str, Text] | tuple[str, Text, dict[str, Any] | None]] = (),
        with_age: bool = True,
    ) -> dict[str, Any]:
        return {
            "title": title,
            "meta": " · ".join(part for part in meta if part),
            "text": list(text),
            "facts": [list(fact) for fact in facts],
            "source": self.say.source(provenance, with_age=with_age) if provenance else None,
        }

    def _facts(self, rows: Iterable[tuple[str, Text | None, Provenance | None]]) -> Block:
        found = [
            [label, value, self.say.source(provenance, with_age=False) if provenance else None]
            for label, value, provenance in rows
            if value is not None and value["text"]
        ]
        return {"block": "facts", "rows": found} if found else {}

    def _table(self, head: list[str], rows: list[list[Any]]) -> Block:
        """A table: its first cells are `{"text": [Text], "source": …}`, the others texts, the last to the right."""
        return {"block": "table", "head": head, "rows": rows} if rows else {}

    def _cell(self, texts: Iterable[Text | None], provenance: Provenance, *, with_age: bool = True) -> dict[str, Any]:
        return {
            "text": [text for text in texts if text],
            "source": self.say.source(provenance, with_age=with_age),
        }

    def _optional(self, words: Words | None) -> Text | None:
        return self.say.words(words) if words else None

    def _figure(self, result: Result) -> tuple[str, Text]:
        """A figure as a fact: what was counted, then how many."""
        what = f" ({result.what.pick(self.say.language).text})" if result.what else ""
        return result.indicator.name.pick(self.say.language).text, self.say.own(f"{self.say.figure(result)}{what}")
