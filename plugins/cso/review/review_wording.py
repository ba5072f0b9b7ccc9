"""The verdict on a change in words, as Markdown for a comment."""

from __future__ import annotations

from collections.abc import Mapping

from cso.review.escaping import escaped
from cso.review.verdicts import Verdict, overall

MOST_DETAILS = 20

_SIGNS = {"fine": "✅", "needs-owner": "👤", "refused": "⛔"}

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Who may say yes",
        "fine": "Nothing stands against it.",
        "needs-owner": "Needs the yes of an owner: {owners}.",
        "refused": "Refused until it is changed.",
        "nobody": "nobody is named yet in content/site.yaml",
        "more": "… and {count} more",
        "findings": "No new errors of cso check",
        "files": "No links, programs, foreign kinds of file or files over the limit",
        "confirmations-alone": "A confirmation comes alone: first the confirmation, in an editor's own change",
        "confirmed-by-another": "Confirmations are looked at by a second safeguarding editor",
        "put-back": "What was taken off comes back only through a safeguarding editor",
        "lookalike-number": "No new number that could be taken for a published one",
        "lookalike-host": "No new address that could be taken for a known one",
        "organizations": "A profile belongs to its organisation",
        "shared-content": "Lines, networks, lists and prose belong to the editors",
        "project": "Schemas, theme, code and workflows are looked at by an editor",
    },
    "uk": {
        "title": "Хто може погодити",
        "fine": "Нічого не заважає.",
        "needs-owner": "Потрібна згода: {owners}.",
        "refused": "Не приймається, доки не буде змінено.",
        "nobody": "у content/site.yaml ще нікого не названо",
        "more": "… і ще {count}",
        "findings": "Немає нових помилок cso check",
        "files": "Немає посилань на інші файли, програм, сторонніх видів файлів і завеликих файлів",
        "confirmations-alone": "Підтвердження йде окремо: спершу воно, зміною самого редактора",
        "confirmed-by-another": "Підтвердження переглядає другий редактор із безпеки",
        "put-back": "Зняте повертає лише редактор із безпеки",
        "lookalike-number": "Немає нового номера, який можна сплутати з опублікованим",
        "lookalike-host": "Немає нової адреси, яку можна сплутати з відомою",
        "organizations": "Профіль належить своїй організації",
        "shared-content": "Лінії, мережі, переліки й тексти належать редакторам",
        "project": "Схеми, вигляд, код і робочі процеси переглядає редактор",
    },
}


def markdown(verdicts: tuple[Verdict, ...], language: str) -> str:
    """The verdict, what is not fine first.

    Args:
        verdicts: one of each rule.
        language: `uk` or `en`.
    """
    texts = _TEXTS[language]
    whole = overall(verdicts)
    owners = tuple(dict.fromkeys(owner for verdict in verdicts for owner in verdict.owners))
    named = ", ".join(map(escaped, owners)) or texts["nobody"]
    lines = [f"## {texts['title']}", "", f"{_SIGNS[whole]} **{texts[whole].format(owners=named)}**", ""]
    for verdict in sorted(verdicts, key=lambda one: one.verdict == "fine"):
        needed = ""
        if verdict.verdict == "needs-owner":
            needed = f" – {', '.join(map(escaped, verdict.owners)) or texts['nobody']}"
        lines.append(f"- {_SIGNS[verdict.verdict]} {texts[verdict.rule]}{needed}")
        lines += [f"  - {escaped(detail)}" for detail in verdict.details[:MOST_DETAILS]]
        if len(verdict.details) > MOST_DETAILS:
            lines.append(f"  - {texts['more'].format(count=len(verdict.details) - MOST_DETAILS)}")
    return "\n".join(lines) + "\n"
