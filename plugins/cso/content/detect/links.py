"""What addresses on the web are: messengers, maps, shorteners, and hosts that hide who they are."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

#: An address with its protocol, or beginning with `www.`.
FULL_ADDRESS = re.compile(r"(?i)(?<![\w])(?:[a-z][a-z0-9+.-]{1,20})://[^\s<>\"»«]+|(?<![\w.])www\.[^\s<>\"»«]+")
#: A host, with or without a path.
BARE_ADDRESS = re.compile(r"(?i)(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,12}(?::\d+)?(?:/[^\s<>\"»«]*)?(?![\w@])")

_MESSENGERS = (
    "t.me telegram.me telegram.dog telegram.org wa.me whatsapp.com viber.com viber.me vb.me signal.me signal.group"
    " signal.org m.me messenger.com ig.me threema.id line.me skype.com join.skype.com imo.im discord.gg discord.com"
    " snapchat.com wechat.com matrix.to zalo.me vk.me"
)
_MAPS = (
    "openstreetmap.org osm.org maps.apple.com 2gis.ua 2gis.com 2gis.ru waze.com what3words.com w3w.co plus.codes"
    " wikimapia.org mapy.cz mapy.com maps.me organicmaps.app omaps.app here.com wego.here.com visicom.ua g.page"
    " maps.app.goo.gl geohack.toolforge.org mapcarta.com umap.openstreetmap.fr gps-coordinates.net latlong.net"
)
_SHORTENERS = (
    "bit.ly bitly.com tinyurl.com goo.gl t.co ow.ly is.gd v.gd buff.ly cutt.ly rb.gy shorturl.at tiny.cc rebrand.ly"
    " clck.ru u.to short.io t.ly s.id lnkd.in fb.me youtu.be.link surl.li qr.ae bl.ink soo.gd linktr.ee taplink.cc"
    " did.li qrco.de shorturl.com tiny.one x.gd dub.sh kutt.it urlz.fr ln.run cli.re shlink.io surl.lu"
)
_MESSENGER_HOSTS = frozenset(_MESSENGERS.split())
_MAP_HOSTS = frozenset(_MAPS.split())
_SHORTENER_HOSTS = frozenset(_SHORTENERS.split())
_MAP_PATHS = re.compile(r"(?i)^/?(?:maps?|карты|karty)(?:[/?@#]|$)")
_PATH_MAP_HOSTS = re.compile(r"(?:^|\.)(?:google|bing|yandex|goo|ya|seznam|baidu|meta)\.[a-z]{2,3}(?:\.[a-z]{2})?$")
_MAP_SUBDOMAIN = re.compile(r"^maps?\.(?:google|yandex|apple|bing|here|visicom)\.")


def host_of(address: str) -> str:
    """Host of an address in small letters, without port and final dot; empty if there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return ""
    return (host or "").rstrip(".")


def _is_below(host: str, hosts: frozenset[str]) -> bool:
    parts = host.split(".")
    return any(".".join(parts[index:]) in hosts for index in range(len(parts)))


def is_messenger(address: str) -> bool:
    """Whether an address leads to a chat, channel or group of a messenger."""
    return _is_below(host_of(address), _MESSENGER_HOSTS)


def is_map(address: str) -> bool:
    """Whether an address leads to a place on a map."""
    host = host_of(address)
    if _is_below(host, _MAP_HOSTS) or _MAP_SUBDOMAIN.match(host):
        return True
    if not _PATH_MAP_HOSTS.search(host):
        return False
    _, _, rest = address.partition(host)
    return bool(_MAP_PATHS.match(rest.lstrip(":0123456789")))


def is_shortener(address: str) -> bool:
    """Whether an address hides where it leads."""
    return not is_map(address) and _is_below(host_of(address), _SHORTENER_HOSTS)


def is_bare_ip(address: str) -> bool:
    """Whether the host is a number instead of a name, in any way of writing one."""
    host = host_of(address).strip("[]")
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return re.fullmatch(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*", host) is not None
    return True


def script_of(character: str) -> str:
    """Script of a letter by its Unicode name, e.g. `LATIN`; empty for anything but a letter."""
    if not character.isalpha():
        return ""
    if character.isascii():
        return "LATIN"
    return unicodedata.name(character, "").split(" ")[0]


def mixes_scripts(word: str) -> bool:
    """Whether a word holds letters of more than one script, so that it may look like another word."""
    scripts = {script for script in map(script_of, word) if script and script not in ("MODIFIER", "FEMININE")}
    return len(scripts) > 1


def has_doubtful_host(address: str) -> bool:
    """Whether a label of the host mixes scripts, in Unicode or in its `xn--` form."""
    for label in host_of(address).split("."):
        shown = label
        if label.startswith("xn--"):
            try:
                shown = label.encode("ascii").decode("idna")
            except UnicodeError:
                return True
        if mixes_scripts(shown):
            return True
    return False
