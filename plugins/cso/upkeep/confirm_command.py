"""The commands `cso confirm` and `cso withdraw`, for an editor on the phone; they write `confirmations/` alone."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cso.as_of import as_of_argument, default_as_of
from cso.content.command import EXIT_FINE, EXIT_WRONG_USE, locale_language
from cso.content.confirmations import Confirmations
from cso.content.findings import shown_path
from cso.content.repository import Content, load
from cso.content.rules.numbers import do_not_publish, is_forbidden
from cso.content.schema import SchemaError
from cso.editing import EditError
from cso.upkeep.asking import NoAnswer, ask, choose
from cso.upkeep.entries import ConfirmationFile, Found, contacts_of, meant

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

METHODS = ("called", "operator_wrote", "public_source")
ROLES = ("safeguarding_editor", "editor")

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "which": "Which contact?",
        "how": "How was it confirmed?",
        "called": "called: you called it yourself",
        "operator_wrote": "operator_wrote: those who run it wrote to you",
        "public_source": "public_source: a public page prints it",
        "page": "Address of the page (https://…):",
        "reason": "What is wrong, in one plain sentence without names (Ukrainian):",
        "reason_en": "The same in English:",
        "no_owner": "Nobody is called {owner}, or they use no contact for people in need.",
        "not_used": "{owner} does not use this contact; nothing was written. Contacts of {owner}:",
        "unknown": "No profile and no entry has this contact; nothing was written. To keep it out for good, add it to "
        "content/vocabularies/do-not-publish.yaml.",
        "other": "This contact is confirmed for {other}; one contact has one owner. Nothing was written.",
        "withdrawn": "This contact was taken off. A second safeguarding editor may put it back: --put-back. "
        "Nothing was written.",
        "banned": "This number must never be published. Nothing was written.",
        "future": "The date lies in the future. Nothing was written.",
        "no_source": "public_source needs --source with the address of the page. Nothing was written.",
        "no_answer": "Nothing was written: no answer. What is missing can be given as an option; see --help.",
        "unreadable": "{path} cannot be read ({codes}). Mend it first: cso check {path}",
        "wrote": "{path}  {state}",
        "next_confirm": "Commit this file alone: a confirmation never comes with other content.",
        "next_withdraw": "Commit these files alone and push: the number leaves the site even if other files "
        "are broken. Then go on with docs/runbooks/wrong-number.md, step 4.",
        "confirmed": "confirmed",
        "taken_off": "withdrawn",
    },
    "uk": {
        "which": "Який контакт?",
        "how": "Як його підтверджено?",
        "called": "called: ви самі зателефонували",
        "operator_wrote": "operator_wrote: вам написали ті, хто його веде",
        "public_source": "public_source: він надрукований на відкритій сторінці",
        "page": "Адреса сторінки (https://…):",
        "reason": "Що не так, одним простим реченням без імен (українською):",
        "reason_en": "Те саме англійською:",
        "no_owner": "Немає нікого з назвою {owner}, або вони не мають контактів для тих, хто потребує допомоги.",
        "not_used": "{owner} не має такого контакту; нічого не записано. Контакти {owner}:",
        "unknown": "Такого контакту немає в жодному профілі й записі; нічого не записано. Щоб його ніколи не "
        "опублікували, додайте його до content/vocabularies/do-not-publish.yaml.",
        "other": "Цей контакт підтверджено для {other}; один контакт має одного власника. Нічого не записано.",
        "withdrawn": "Цей контакт було знято. Повернути його може другий редактор із безпеки: --put-back. "
        "Нічого не записано.",
        "banned": "Цей номер не можна оприлюднювати. Нічого не записано.",
        "future": "Дата в майбутньому. Нічого не записано.",
        "no_source": "До public_source потрібна адреса сторінки: --source. Нічого не записано.",
        "no_answer": "Нічого не записано: немає відповіді. Те, чого бракує, можна вказати параметром; див. --help.",
        "unreadable": "{path} не вдалося прочитати ({codes}). Спершу виправте: cso check {path}",
        "wrote": "{path}  {state}",
        "next_confirm": "Закомітьте лише цей файл, окремою зміною: підтвердження ніколи не йде разом з іншими даними.",
        "next_withdraw": "Закомітьте лише ці файли й надішліть: номер зникне із сайту, навіть якщо інші файли зламано. "
        "Далі – docs/runbooks/wrong-number.md, крок 4.",
        "confirmed": "підтверджено",
        "taken_off": "знято",
    },
}


class Refused(Exception):  # noqa: N818  # an answer to the editor
    """Why nothing was written, in the language of the editor."""


def register(subparsers: _SubParsersAction[ArgumentParser]) -> None:
    """Add `confirm` and `withdraw` to the subcommands of `cso`.

    Args:
        subparsers: what `add_subparsers` gave; the parsed arguments get `run`.
    """
    parser = subparsers.add_parser(
        "confirm",
        help="record that a contact was confirmed",
        description="Record in content/confirmations that a contact of OWNER was confirmed; asks for what is missing.",
    )
    parser.add_argument("owner", metavar="OWNER", help="slug of the organisation, or id of the line")
    parser.add_argument("--contact", metavar="VALUE", help="the number or address, in any spelling")
    parser.add_argument("--method", choices=METHODS, help="how it was confirmed")
    parser.add_argument("--source", metavar="URL", help="with public_source: the page that prints it")
    parser.add_argument("--put-back", action="store_true", help="also if it was taken off before")
    _add_common(parser)
    parser.set_defaults(run=lambda arguments: _run(arguments, "cso confirm", confirm))

    parser = subparsers.add_parser(
        "withdraw",
        help="take a contact off everything",
        description="Take a number or address off the site, whoever uses it, also while other files have errors. "
        "A code from the site takes off every contact of its entry.",
    )
    parser.add_argument("value", metavar="VALUE", help="the number or address in any spelling, or the code of an entry")
    parser.add_argument("--reason", metavar="TEXT", help="what is wrong, in Ukrainian, without names")
    parser.add_argument("--reason-en", metavar="TEXT", help="the same in English")
    _add_common(parser)
    parser.set_defaults(run=lambda arguments: _run(arguments, "cso withdraw", withdraw))


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--role", choices=ROLES, default="safeguarding_editor", help="who you are (default: %(default)s)"
    )
    parser.add_argument("--date", type=as_of_argument, metavar="DATE", help="day of it (default: today in Kyiv)")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="content folder")
    parser.add_argument("--lang", choices=("uk", "en"), default=None, help="language (default: from the locale)")


def _run(arguments: argparse.Namespace, name: str, action: Any) -> int:
    texts = _TEXTS[arguments.lang or locale_language(os.environ)]
    try:
        if (arguments.date or date.min) > default_as_of():
            raise Refused(texts["future"])
        content, _ = load(arguments.content)
        action(arguments, content, texts)
    except Refused as refused:
        sys.stderr.write(f"{name}: {refused}\n")
        return EXIT_WRONG_USE
    except NoAnswer:
        sys.stderr.write(f"\n{name}: {texts['no_answer']}\n")
        return EXIT_WRONG_USE
    except (NotADirectoryError, SchemaError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return EXIT_WRONG_USE
    return EXIT_FINE


def confirm(arguments: argparse.Namespace, content: Content, texts: Mapping[str, str]) -> None:
    """Write that a contact of an owner was confirmed.

    Raises:
        Refused: it may not be confirmed; nothing was written.
        NoAnswer: something is missing and nobody said it.
    """
    contact = _contact(arguments, content, texts)
    file = _file(arguments.content, contact.owner, texts)
    if "withdrawn" in file.states(contact) and not arguments.put_back:
        raise Refused(texts["withdrawn"])
    others = Confirmations.of(content).confirmed_elsewhere(
        contact.owner, contact.kind, contact.value, contact.country or None
    )
    if other := next(others, None):
        raise Refused(texts["other"].format(other=other))
    if contact.kind == "phone" and is_forbidden(contact.value, contact.country, do_not_publish(content)):
        raise Refused(texts["banned"])
    method = arguments.method or METHODS[choose(texts["how"], [texts[method] for method in METHODS])]
    source = arguments.source
    if method == "public_source" and not source:
        if not sys.stdin.isatty() and arguments.method:
            raise Refused(texts["no_source"])
        source = ask(texts["page"], lambda answer: answer if answer.startswith(("https://", "http://")) else None)
    facts = {"state": "confirmed", "method": method}
    if method == "public_source":
        facts["source"] = source
    file.put(contact, {**facts, "date": str(arguments.date or default_as_of()), "role": arguments.role})
    file.save()
    sys.stdout.write(texts["wrote"].format(path=shown_path(file.path), state=texts["confirmed"]) + "\n")
    sys.stdout.write(texts["next_confirm"] + "\n")


def withdraw(arguments: argparse.Namespace, content: Content, texts: Mapping[str, str]) -> None:
    """Take a contact off, for every owner that has it.

    Raises:
        Refused: nobody has it; nothing was written.
        NoAnswer: the reason is missing and nobody said it.
    """
    contacts = meant(content, arguments.value)
    if not contacts:
        raise Refused(texts["unknown"])
    reason = arguments.reason or ask(texts["reason"], lambda answer: answer or None)
    reason_en = arguments.reason_en or ("" if arguments.reason else ask(texts["reason_en"], lambda answer: answer))
    words = {"uk": reason} | ({"en": reason_en} if reason_en else {})
    day = str(arguments.date or default_as_of())
    files = {owner: _file(arguments.content, owner, texts) for owner in dict.fromkeys(one.owner for one in contacts)}
    for contact in contacts:
        facts = {"state": "withdrawn", "date": day, "role": arguments.role, "reason": words}
        files[contact.owner].put(contact, facts)
    for file in files.values():
        file.save()
        sys.stdout.write(texts["wrote"].format(path=shown_path(file.path), state=texts["taken_off"]) + "\n")
    sys.stdout.write(texts["next_withdraw"] + "\n")


def _contact(arguments: argparse.Namespace, content: Content, texts: Mapping[str, str]) -> Found:
    """The contact of the owner that is meant; asked for if it is not given."""
    contacts = contacts_of(content, arguments.owner)
    if not contacts:
        raise Refused(texts["no_owner"].format(owner=arguments.owner))
    if arguments.contact is None:
        return contacts[choose(texts["which"], [contact.value for contact in contacts])]
    wanted = meant(content, arguments.contact)
    found = next((contact for contact in contacts if contact in wanted), None)
    if found is None:
        listed = "".join(f"\n  {contact.value}" for contact in contacts)
        raise Refused(texts["not_used"].format(owner=arguments.owner) + listed)
    return found


def _file(content: Path, owner: str, texts: Mapping[str, str]) -> ConfirmationFile:
    try:
        return ConfirmationFile(content, owner)
    except EditError as error:
        path = content / "confirmations" / f"{owner}.yaml"
        raise Refused(texts["unreadable"].format(path=shown_path(path), codes=error)) from None
