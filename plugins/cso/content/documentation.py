"""`docs/findings.md`, made from the table of messages: `python -m cso.content.documentation > docs/findings.md`."""

from __future__ import annotations

import re
import sys

from cso.content.messages import reading, rules, schema
from cso.content.messages.message import Level, Message

_HEAD = """# Findings: what `cso check` says / Що каже `cso check`

Made from `plugins/cso/content/messages/` by `python -m cso.content.documentation`; do not edit by hand.

Codes are stable: tools may rely on them. An **error** stops the build, a **warning** does not. `‹…›` stands for what a
finding names in its place: a key, a field, a limit. Findings never repeat an address, a coordinate, a personal contact
or a number that must not be published.

Коди сталі: на них можна покладатися в інструментах. **Помилка** (error) зупиняє збирання сайту, **застереження**
(warning) – ні. Замість `‹…›` у зауваженні стоїть конкретна назва: ключ, поле, межа. Зауваження ніколи не повторюють
адрес, координат, особистих контактів і номерів, яких не можна оприлюднювати.
"""

_PARTS: tuple[tuple[str, str, dict[str, Message]], ...] = (
    ("Files and YAML", "Файли та YAML", reading.MESSAGES),
    ("Keys and values", "Ключі та значення", schema.MESSAGES),
    ("Rules", "Правила", rules.MESSAGES),
)


def findings_page() -> str:
    """The page as Markdown: every code with its level, what it means and what to do, in English and Ukrainian."""
    parts = [_HEAD]
    for title_en, title_uk, messages in _PARTS:
        if messages:
            parts.append(f"## {title_en} / {title_uk}\n")
            parts.extend(_entry(code, messages[code]) for code in sorted(messages))
    return "\n".join(parts)


def _entry(code: str, message: Message) -> str:
    level = "error / помилка" if message.level is Level.ERROR else "warning / застереження"
    return (
        f"### `{code}`\n\n{level}\n\n"
        f"- {_shown(message.en)}  \n  → {_shown(message.fix_en)}\n"
        f"- {_shown(message.uk)}  \n  → {_shown(message.fix_uk)}\n"
    )


def _shown(template: str) -> str:
    """A message with its placeholders shown as such, safe in Markdown."""
    named = re.sub(r"(?<!\{)\{(\w+)\}(?!\})", r"‹\1›", template).replace("{{", "{").replace("}}", "}")
    return re.sub(r"([\\*<>\[\]])", r"\\\1", named)


def main() -> None:
    """Write the page to stdout."""
    sys.stdout.write(findings_page())


if __name__ == "__main__":
    main()
