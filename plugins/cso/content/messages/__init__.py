"""Every message of `cso check`: one table from the stable code of a finding to its words.

The words live by area (reading files, schema, rules) and are joined here, so that nothing else has to know the areas.
"""

from __future__ import annotations

from cso.content.messages import reading, rules, rules_safety, schema
from cso.content.messages.message import Level, Message

__all__ = ["MESSAGES", "SAFETY_CODES", "Level", "Message"]


def _joined(*tables: dict[str, Message]) -> dict[str, Message]:
    """Join the tables of the areas; a code that stands twice is a mistake of ours and is refused at import."""
    joined: dict[str, Message] = {}
    for table in tables:
        twice = joined.keys() & table.keys()
        if twice:
            raise ValueError(f"finding codes defined twice: {sorted(twice)}")
        joined.update(table)
    return joined


#: Code of a finding to its message.
MESSAGES: dict[str, Message] = _joined(reading.MESSAGES, schema.MESSAGES, rules.MESSAGES)

#: Codes of what endangers people: planted or private contacts, places, persons. A hook stops a commit with one.
SAFETY_CODES = frozenset(rules_safety.MESSAGES)
