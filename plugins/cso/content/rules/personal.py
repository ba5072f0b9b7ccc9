"""Contacts of the office, the press and for feedback are those of an organisation, never of a person (S7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso import phones
from cso.content.findings import Finding
from cso.content.repository import Content
from cso.content.rules.rule import CheckContext
from cso.content.used_contacts import used_contacts

_ROLES = frozenset({"office", "press", "feedback"})
_MAIL_SERVICES = (
    "gmail.com googlemail.com ukr.net i.ua meta.ua bigmir.net email.ua online.ua yahoo.com ymail.com rocketmail.com"
    " outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com aol.com gmx.net gmx.de gmx.com web.de"
    " mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.ua ya.ru rambler.ru proton.me protonmail.com pm.me"
    " tutanota.com tuta.io zoho.com wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz azet.sk abv.bg mail.bg"
    " freemail.hu citromail.hu libero.it virgilio.it tiscali.it mail.com fastmail.com"
)
#: Where people have their private mailboxes.
_PERSONAL_DOMAINS = frozenset(_MAIL_SERVICES.split())
_PERSONAL_NAMES = frozenset({"yahoo", "hotmail", "outlook", "live", "gmx"})
_MAILBOX_WORDS = (
    "info office press media feedback contact contacts mail email post secretariat secretary reception admin director"
    " hr jobs career volunteer volunteers help helpline hotline support legal lawyer law project projects program"
    " programme training trainings library news public relations pr communication communications coordinator"
    " center centre ngo cso fund charity foundation ua ukraine kyiv kiev lviv odesa odessa kharkiv dnipro vinnytsia"
    " zhytomyr ternopil rivne lutsk volyn chernivtsi cherkasy chernihiv poltava sumy kherson mykolaiv zaporizhzhia"
    " uzhhorod zakarpattia kropyvnytskyi khmelnytskyi ivano frankivsk donetsk luhansk crimea women children youth"
    " rights human social help complaints complaint report reports research donate donations partner partners"
    " international national regional team caritas consultation kanc kancelaria zvernennya"
)
#: Parts of a mailbox that name a role, a kind of work or a place.
_ROLE_WORDS = frozenset(_MAILBOX_WORDS.split())
_NAME_LIKE = re.compile(r"([a-z]{1,20})[._-]([a-z]{2,20})\d{0,4}")


def personal_mailboxes(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A mailbox of the office, press or feedback belongs to a role at the organisation's own domain."""
    for contact in used_contacts(content):
        if contact.role not in _ROLES or contact.kind != "email":
            continue
        local, _, domain = contact.value.lower().rpartition("@")
        if _is_personal_domain(domain):
            yield contact.document.finding(contact.location, "mailbox-personal-domain")
        elif _is_name_like(local, f"{domain} {contact.owner}"):
            yield contact.document.finding(contact.location, "mailbox-of-person")


def _is_personal_domain(domain: str) -> bool:
    return domain in _PERSONAL_DOMAINS or domain.split(".")[0] in _PERSONAL_NAMES


def _is_name_like(local: str, own_words: str) -> bool:
    """Whether the part before @ looks like first.last: two words, none of them of a role or of the organisation."""
    match = _NAME_LIKE.fullmatch(local)
    if match is None:
        return False
    known = _ROLE_WORDS | frozenset(re.split(r"[^a-z0-9]+", own_words))
    return not any(part in known or part in own_words.replace("-", "") for part in match.groups() if len(part) > 1)


def personal_phones(content: Content, context: CheckContext) -> Iterator[Finding]:
    """A number of the office, press or feedback is not a mobile one, which mostly belongs to a person."""
    for contact in used_contacts(content):
        if contact.role not in _ROLES or contact.kind != "phone":
            continue
        try:
            number = phones.parse_number(contact.value, contact.country)
        except phones.PhoneError:
            continue
        if number.is_mobile:
            yield contact.document.finding(contact.location, "phone-mobile")
