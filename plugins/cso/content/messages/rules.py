"""Messages of the rules that look across values and files (`cso.content.rules`)."""

from __future__ import annotations

from cso.content.messages.message import Message

MESSAGES: dict[str, Message] = {}
