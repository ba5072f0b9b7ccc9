"""Messages about values that do not fit the schema."""

from __future__ import annotations

from cso.content.messages.message import Message

MESSAGES: dict[str, Message] = {}
