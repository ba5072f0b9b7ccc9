"""What is due, in words: for a terminal, as JSON, and as issues that ask each organisation one question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cso.content.schema import SchemaSet
from cso.directory.provenance import Basis
from cso.directory.words import Words
from cso.upkeep.stale import DUE, Due, DueConfirmation, DueFact, DueOrganization

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "profile": "the profile as a whole",
        "due": "due",
        "soon": "soon due",
        "undated": "undated",
        "nothing": "Nothing is due.",
        "confirmations": "Confirmations of contacts (editors)",
        "title": "Is this still right? {name}",
        "editors": "Contacts to confirm again",
        "hello": "These facts on the page of {name} have not been confirmed for a while. Are they still right?",
        "public": "The page of {name} was put together from public sources, and these facts on it are old. Editors: do "
        "the sources say something newer? {name}: the page can become yours, see `CONTRIBUTING.md`.",
        "still": '**Still right?** Open {link}, change the line `as_of` to `as_of: "{month}"` and propose the change.',
        "no_repository": '**Still right?** In `{file}`, line {line}, change `as_of` to `as_of: "{month}"`.',
        "changed": "**Something changed?** Change it there too, or send the workbook from `/contribute/`.",
        "gone": "**No longer so?** Delete the entry; nothing on the site will say that it is missing.",
        "never": "Numbers for people in need are confirmed by an editor's call, never by this change.",
        "call": "Call each line and record it: `cso code CODE` leads to the file, `cso confirm OWNER` writes it.",
        "line": "the profile",
    },
    "uk": {
        "profile": "профіль загалом",
        "due": "пора перевірити",
        "soon": "скоро пора перевірити",
        "undated": "без дати",
        "nothing": "Перевіряти поки нічого.",
        "confirmations": "Підтвердження контактів (редактори)",
        "title": "Чи це досі так? {name}",
        "editors": "Контакти, які треба підтвердити знову",
        "hello": "Ці відомості на сторінці {name} давно не підтверджували. Чи вони досі правильні?",
        "public": "Сторінку {name} складено з відкритих джерел, і ці відомості на ній застарілі. Редакторам: чи не "
        "пишуть джерела щось новіше? Для {name}: сторінка може стати вашою, дивіться `CONTRIBUTING.uk.md`.",
        "still": '**Усе правильно?** Відкрийте {link}, напишіть `as_of: "{month}"` і запропонуйте зміну.',
        "no_repository": '**Усе правильно?** У файлі `{file}`, рядок {line}, змініть `as_of` на `as_of: "{month}"`.',
        "changed": "**Щось змінилося?** Змініть і це, або надішліть таблицю зі сторінки `/contribute/`.",
        "gone": "**Цього вже немає?** Видаліть запис; сайт ніде не скаже, що чогось бракує.",
        "never": "Номери для тих, хто потребує допомоги, підтверджує редактор дзвінком, а не ця зміна.",
        "call": "Зателефонуйте на кожну лінію й запишіть: `cso code КОД` веде до файлу, `cso confirm ВЛАСНИК` записує.",
        "line": "профіль",
    },
}


class DueWording:
    """Puts what is due into words.

    Args:
        language: `uk` or `en`.
        schemas: give the parts of a profile their names.
        repository: address of the repository without a slash at its end, or None while it is not set up.
        month: the month to write as `as_of`, `YYYY-MM`.
    """

    def __init__(self, language: str, schemas: SchemaSet, repository: str | None, month: str) -> None:
        self.language = language
        self.texts = _TEXTS[language]
        self._properties = schemas.merged(schemas.schema("organization"))["properties"]
        self._repository = repository
        self._month = month

    def text(self, due: Due) -> str:
        """A list for a terminal."""
        lines = []
        for organization in due.organizations:
            lines.append(f"{self._plain(organization.name)}  {organization.file}:{organization.as_of_line}")
            lines += [f"  {self._fact(fact)}" for fact in organization.facts]
        if due.confirmations:
            lines.append(self.texts["confirmations"])
            lines += [f"  {self._confirmation(item)}" for item in due.confirmations]
        return "\n".join(lines or [self.texts["nothing"]]) + "\n"

    def json(self, due: Due) -> str:
        """The same for programs."""
        data: dict[str, Any] = {
            "organizations": [
                {
                    "slug": one.slug,
                    "file": one.file,
                    "line": one.as_of_line,
                    "facts": [
                        {"part": fact.part, "as_of": fact.as_of.text if fact.as_of else None, "when": fact.when}
                        for fact in one.facts
                    ],
                }
                for one in due.organizations
            ],
            "confirmations": [
                {"code": one.code, "date": one.date.text if one.date else None, "when": one.when}
                for one in due.confirmations
            ],
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def issues(self, due: Due) -> Iterator[tuple[str, str]]:
        """An issue per organisation and one for editors: its name, and Markdown whose first line is its title."""
        for organization in due.organizations:
            yield organization.slug, "\n\n".join(self._issue(organization)) + "\n"
        if due.confirmations:
            rows = "\n".join(f"- [ ] {self._confirmation(item)}" for item in due.confirmations)
            yield "editors", f"# {self.texts['editors']}\n\n{rows}\n\n{self.texts['call']}\n"

    def _issue(self, organization: DueOrganization) -> Iterator[str]:
        name = self._plain(organization.name)
        yield f"# {self.texts['title'].format(name=name)}"
        is_own = organization.basis is Basis.ORGANIZATION
        yield self.texts["hello" if is_own else "public"].format(name=name)
        yield "\n".join(f"- {self._fact(fact)}" for fact in organization.facts)
        words = {"file": organization.file, "line": organization.as_of_line, "month": self._month}
        if self._repository:
            address = f"{self._repository}/edit/main/{organization.file}#L{organization.as_of_line}"
            yield self.texts["still"].format(link=f"[{self.texts['line']}]({address})", **words)
        else:
            yield self.texts["no_repository"].format(**words)
        yield self.texts["changed"].format(slug=organization.slug)
        yield self.texts["gone"]
        yield self.texts["never"]

    def _fact(self, fact: DueFact) -> str:
        when = self.texts["due" if fact.when == DUE else "soon"]
        date = fact.as_of.text if fact.as_of else self.texts["undated"]
        if not fact.part:
            return f"{self.texts['profile']} ({date}; {when})"
        return f"{self._part(fact.part)}: {self._plain(fact.name)} ({date}; {when})"

    def _confirmation(self, item: DueConfirmation) -> str:
        when = self.texts["due" if item.when == DUE else "soon"]
        return (
            f"{item.code}  {self._plain(item.line)} ({item.date.text if item.date else self.texts['undated']}; {when})"
        )

    def _part(self, part: str) -> str:
        schema = self._properties[part]
        local = schema.get("x-uk", {}) if self.language == "uk" else {}
        return str(local.get("title", schema["title"]))

    def _plain(self, words: Words) -> str:
        return words.pick(self.language).text
