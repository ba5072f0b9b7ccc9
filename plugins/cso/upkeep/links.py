"""Looking after outward links: asked politely, told, never a reason to stop anything."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

import urllib3
from urllib3.util import Retry, Timeout

from cso.content.repository import Content
from cso.content.schema import walk

AGENT = "cso-pages link check (a directory of civil society organisations; once a week)"
TRIES = 3
SECONDS = 20.0
"""How long one answer may take."""
PAUSE = 2.0
"""Seconds between two questions to one host."""
HOSTS_AT_ONCE = 6

REFUSES = 403, 405, 429, 451, 999
"""Answers of hosts that do not talk to programs; a page behind them may well be there."""

REFUSING_HOSTS = {
    "facebook.com": "shows nothing without signing in",
    "instagram.com": "shows nothing without signing in",
    "linkedin.com": "refuses programs",
    "t.me": "answers alike for names that exist and names that do not",
    "x.com": "shows nothing without signing in",
}
"""Hosts that are not asked, with the reason."""

FINE, BROKEN, REFUSED, NOT_ASKED = "fine", "broken", "refused", "not_asked"


@dataclass(frozen=True)
class Link:
    """An address with the places it stands at: file and line."""

    address: str
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class CheckedLink:
    """What came of asking.

    Attributes:
        link: the address and where it stands.
        result: fine, broken, refused or not_asked.
        reason: the answer or what went wrong, short.
    """

    link: Link
    result: str
    reason: str


def outward_links(content: Content) -> tuple[Link, ...]:
    """Every http(s) address of profiles, lines, networks, lists and the sector, save those of places to stay."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    documents = [
        *content.organizations.values(),
        *content.hotlines.values(),
        *content.networks.values(),
        *content.vocabularies.values(),
        content.sector,
    ]
    for document in documents:
        for place in walk(document, document.schema, content.schemas):
            if "shelters" in place.location or not isinstance(place.value, str):
                continue
            if place.value.startswith(("http://", "https://")) and not any(sign.isspace() for sign in place.value):
                places[place.value].append((document.file, place.position.line))
    return tuple(Link(address, tuple(found)) for address, found in sorted(places.items()))


def check_links(
    links: Iterable[Link],
    *,
    allow_private: bool = False,
    pause: float = PAUSE,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[CheckedLink, ...]:
    """Ask for every link, one question at a time for each host.

    Args:
        links: what to ask for.
        allow_private: also ask addresses of the own network; tests alone say so.
        pause: seconds between two questions to one host.
        sleep: waits.
    """
    by_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_host[_host(link.address)].append(link)
    pool = urllib3.PoolManager(
        headers={"User-Agent": AGENT},
        timeout=Timeout(total=SECONDS),
        retries=Retry(TRIES, backoff_factor=pause, status_forcelist=(429, 500, 502, 503, 504), raise_on_status=False),
    )

    def ask_host(host: str) -> list[CheckedLink]:
        found = []
        for index, link in enumerate(by_host[host]):
            if index:
                sleep(pause)
            found.append(_checked(pool, link, host, allow_private))
        return found

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as threads:
        results = [result for group in threads.map(ask_host, sorted(by_host)) for result in group]
    return tuple(sorted(results, key=lambda result: result.link.address))


def _checked(pool: urllib3.PoolManager, link: Link, host: str, allow_private: bool) -> CheckedLink:
    known = next((name for name in REFUSING_HOSTS if host == name or host.endswith(f".{name}")), None)
    if known is not None:
        return CheckedLink(link, NOT_ASKED, REFUSING_HOSTS[known])
    if not allow_private and _is_private(host):
        return CheckedLink(link, NOT_ASKED, "not an address of the public network")
    try:
        status = _status(pool, link.address)
    except urllib3.exceptions.HTTPError as error:
        return CheckedLink(link, BROKEN, _short(error))
    except (ValueError, UnicodeError):
        return CheckedLink(link, BROKEN, "not an address")
    if status < 400:
        return CheckedLink(link, FINE, str(status))
    return CheckedLink(link, REFUSED if status in REFUSES else BROKEN, str(status))


def _status(pool: urllib3.PoolManager, address: str) -> int:
    """The answer to a question for the head alone; in full where a host does not know such questions.

    A page that moved is there; where to is not followed, since it may lead into the own network.
    """
    answer = pool.request("HEAD", address, preload_content=False, redirect=False)
    answer.release_conn()
    if answer.status < 400:
        return int(answer.status)
    answer = pool.request("GET", address, preload_content=False, redirect=False)
    answer.release_conn()
    return int(answer.status)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_private(host: str) -> bool:
    """Whether a name leads into the own network, where a planted address could make this program knock."""
    try:
        found = {information[4][0] for information in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False  # asking will say that there is no such host
    return any(not ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


def _short(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, urllib3.exceptions.NameResolutionError):
        return "no such host"
    if isinstance(reason, urllib3.exceptions.TimeoutError):
        return "no answer in time"
    if isinstance(reason, urllib3.exceptions.SSLError):
        return "certificate"
    return type(reason).__name__
