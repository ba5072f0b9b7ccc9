"""Finds what gives a place away in human text: streets, houses, postcodes, map links, coordinates, codes of places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso.content.detect.links import BARE_ADDRESS, FULL_ADDRESS, is_map
from cso.content.detect.patterns import COUNTED, any_of
from cso.content.detect.plain import Span, plain

#: Kinds of spans that `find_places` gives.
KINDS = ("street", "postcode", "map", "coordinates")

_CAP = r"[A-ZА-ЯҐЄІЇЁ][\w'’ʼ-]+"
_NAME = rf"(?:[„“«\"(]?(?:{_CAP}|\d{{1,3}}[ -]?(?:го|ї|й|і|ти|річчя|лет\w*)\b|[A-ZА-ЯҐЄІЇЁ]\.))"
_NUMBER = r"(?:№|No\.?|N|номер)?[ ]?\d{1,4}[ ]?[A-Za-zА-Яа-яҐґЄєІіЇї]?\b(?:[/–-]\d{1,4})?"
_FEW_WORDS = rf"(?:[ ]{_CAP}|[ ]\w+){{0,3}}"
_COMMA_NUMBER = rf"(?:,[ ]?|[ ])(?:буд(?:инок|\.)?[ ]?|дом[ ]?|д\.[ ]?)?{_NUMBER}"
#: «у будинку 12 осіб» is no address.
_COUNTED = rf"(?![ ]?{COUNTED})"
_TOWNS = any_of(
    r"Киє Киев Львов Одес Харков Дніпр[аі]\b Днепр[ае]\b Запоріж Запорож Вінниц Винниц Луцьк Луцк Донецьк Донецк",
    r"Житомир Ужгород Івано-Франківськ Кропивницьк Луганськ Луганск Миколає Николаев Полтав[иіы]\b",
    r"Рівн Ровно Сум(?:ах)?\b",
    r"Терноп Херсон Хмельницьк Черка Чернігов Чернигов Чернів Черновц Сімферопол",
    r"Севастопол Маріупол Краматорськ Бердичев",
    r"Україн[иі]\b Украин[ые]\b Європ Европ Варшав Праг ООН ЄС",
)
#: After «вулиці», «площі» a town is no name of a street: «на вулиці Києва», «площа України».
_TOWN = rf"(?!{_TOWNS})"

_STREET = r"вулиц[яіюе] вулицею вул\. улиц[аеуы] улицей ул\."
_WIDE = (
    r"проспект(?:у|і|ом|е|а)?\b пр-к?т(?:у|і)?\b пр-д\b просп\. бульвар(?:у|і|ом|е|а)?\b бульв\. бул\. б-р(?:і|у)?\b"
)
_NARROW = r"пров\. провул(?:ок|ку|ком|ка)\b переул(?:ок|ке|ком|ка)\b завул(?:ок|ку)\b"
_SQUARE = r"площ(?:а|і|у|ею|адь|ади) пл\."
_OTHER = (
    r"набережн(?:а|ій|у|ої|ая|ой) наб\. майдан(?:і|у)? узв[іо]з(?:і|у)? шосе шоссе але[яїю] аллея тупик проїзд проезд"
)
_QUARTER = r"мікрорайон(?:і|у)? микрорайон(?:е|а)? мкр\. мкрн\.? м-н ж/м житловий_масив ж\.м\."
_BEHIND = r"проспект\w* бульвар\w* шосе шоссе узв[іо]з\w* провул\w* площ[аіую]\w*"
_ROOM = (
    r"офісі? офисе? оф\. кабінеті? кабинет каб\. кімнат[аі] кімн\. комнат[ае] під['’ʼ]?їзді? підʼїзді? подъезд корпус"
    r" корп\. секція домофон"
)
_BOX = r"а/с а\.с\. аб\._?скринька абонентськ\w+_скриньк\w+ абонентск\w+_ящик\w* п/с"
_ENGLISH = "Street St Str Avenue Ave Lane Ln Boulevard Blvd Road Rd Square Sq Drive Alley Prospekt"
_LATIN = (
    r"vulytsi?a vulytsya vulitsa ulitsa ulytsia provulok prospekt prospect bulvar ploshcha ploshchad naberezhna uzviz"
    r" ulica ulicy aleja alei"
)
_UNIT = r"building bldg?\.? house apartment apt\.? flat office(?!_365) room suite unit entrance"
_ABROAD = r"Via Viale Piazza Corso Rue Calle ul\. Al\. Aleja Strada Bulevardul Calea"

_STREETS = [
    # Ukrainian and Russian, word in front: вул. Шевченка; на вулиці Січових Стрільців, 5; пр-т Свободи; ул. Ленина
    rf"(?i:\b(?:вул|ул)\.)[ ]?(?:{_NAME}|{_NUMBER}|[а-яіїєґ]\w+,?[ ]\d)",
    rf"(?i:\b{any_of(_STREET)})[ ]{_TOWN}(?:{_NAME}|\w+(?:[ ]\w+)?,[ ]?\d{{1,4}}\b)",
    rf"(?i:\b{any_of(_WIDE)})[ ]?{_TOWN}{_NAME}",
    rf"(?i:\b{any_of(_NARROW)})[ ]?{_NAME}",
    rf"(?i:\bпер\.)[ ]?{_CAP}{_FEW_WORDS}{_COMMA_NUMBER}",
    rf"(?i:\b{any_of(_SQUARE)})[ ]?{_TOWN}{_NAME}",
    rf"(?i:\b{any_of(_OTHER)})[ ]{_CAP}{_FEW_WORDS}{_COMMA_NUMBER}{_COUNTED}",
    rf"(?i:\b{any_of(_QUARTER)})[ ]?(?:{_NAME}|{_NUMBER}){_COUNTED}",
    # word behind: Харківське шосе, 5; Андріївський узвіз, 10; Центральна вулиця, 3
    rf"\b{_CAP}[ ]{any_of(_STREET, _BEHIND)}{_COMMA_NUMBER}{_COUNTED}",
    # house, flat, room, post box
    rf"(?i:\b(?:будинок|будинку|буд\.|дом|доме))[ ]?{_NUMBER}{_COUNTED}",
    rf"(?i:,[ ]?(?:б|д|дім|к|кв|оф|корп)\.?)[ ]?{_NUMBER}{_COUNTED}(?=[\s,.;)]|$)",
    rf"(?i:(?<!\w)(?<!I[ ])(?<!\d[ ])(?<!-[йм][ ])(?:кв\.|квартир[аіуе]))[ ]?(?!м\b|(?:19|20)\d\d){_NUMBER}{_COUNTED}",
    rf"(?i:\b{any_of(_ROOM)})[ ]?{_NUMBER}{_COUNTED}",
    rf"(?i:\b{any_of(_BOX)})[ ]?(?:№|No)?[ ]?\d+",
    # English
    rf"\b\d{{1,4}}[A-Za-z]?,?[ ](?:{_CAP}[ ]){{1,4}}{any_of(_ENGLISH)}\b",
    rf"(?<![.!?][ ])(?<!^)\b{_CAP}[ ]{any_of('Street Avenue Boulevard Blvd')}\b"
    rf"(?![ -](?:[Cc]hild|[Ww]ork|[Ll]evel|[Aa]rt|{_CAP}))",
    rf"^{_CAP}[ ](?:{any_of('Avenue Boulevard Blvd')}\b(?=[ ]?(?:,|$|\d))|Street\b(?=[ ]?(?:,|\d)))",
    rf"\b{_CAP}[ ]{any_of(_ENGLISH)}\b\.?,?[ ](?:No\.?[ ]?)?\d{{1,4}}[A-Za-z]?\b{_COUNTED}",
    rf"(?i:\b(?:street|avenue|boulevard)),?[ ](?:No\.?[ ]?)?\d{{1,4}}[A-Za-z]?\b(?!/7){_COUNTED}",
    rf"(?i:\b(?:vul|ul|prosp|prov|bulv|nab)\.)[ ]?(?:{_CAP}|\d)",
    rf"(?i:\b{any_of(_LATIN)})[ ]{_CAP}",
    rf"(?i:\b{any_of(_UNIT)})[ ](?:No\.?[ ]?|#[ ]?)?\d{{1,4}}[A-Za-z]?(?=[ ]?(?:$|[,.;)]))",
    r"(?i:\bp\.?[ ]?o\.?[ ]?box)[ ]?(?:No\.?[ ]?)?\d+",
    # other languages, for lines abroad
    rf"(?i:(?:straße|strasse|\bstr\.))[ ]?(?:{_CAP},?[ ]?)?\d{{1,4}}\b",
    rf"\b{any_of(_ABROAD)}[ ]{_CAP}{_FEW_WORDS},?[ ]\d{{1,4}}\b{_COUNTED}",
    rf"\b{_CAP}[ ](?:utca|út|tér|körút)[ ]\d",
]
_ADDRESS = re.compile("|".join(f"(?:{part})" for part in _STREETS))
#: No address lacks both a digit and one of these; most texts do.
_HINT = re.compile(
    r"(?i)\d|вул|ул\.|улиц|просп|пр-|пров|переул|завул|бул|б-р|площ|пл\.|мікрор|микрор|мкр|м-н|ж/м|ж\.м|масив|street|avenue|ave"
    r"|boulevard|blvd|vul|ul\.|prosp|prov|bulv|uli[ct]|uly|nab|ploshch|uzviz|alei|aleja"
)

_CITIES = any_of(
    r"Київ Києв\w Київська Вінниц\w Луцьк\w? Дніпр\w? Донецьк\w? Житомир\w? Ужгород\w? Запоріжж\w Івано-Франківськ\w?",
    r"Кропивницьк\w+ Луганськ\w? Львів Львов\w? Миколаїв Миколаєв\w Одес\w Полтав\w Рівн\w Сум[иа]\w? Терноп[іо]л\w",
    r"Харків Харков\w? Херсон\w? Хмельницьк\w+ Черкас\w+ Чернігів Чернігов\w Чернівц\w Сімферопол\w Севастопол\w",
    r"Киев\w? Винниц\w Днепр\w? Николаев\w? Ровно Чернигов Україн[аі] Украин[ае] Ukraine Kyiv Kiev Vinnytsia Lutsk",
    "Dnipro Donetsk Zhytomyr Uzhhorod Zaporizhzhia Ivano-Frankivsk Kropyvnytskyi Luhansk Lviv Mykolaiv Odess?a Poltava",
    "Rivne Sumy Ternopil Kharkiv Kherson Khmelnytskyi Cherkasy Chernihiv Chernivtsi Simferopol Sevastopol",
)
_TOWN_MARK = r"(?i:м\.|місто|смт|с\.|село|с-ще|г\.|город|пгт|city[ ]of)[ ]?[A-ZА-ЯҐЄІЇ]"
_FIVE = r"(?<![\d.,+/-])(?<!\d[ ])\d{5}(?![\d/]|[ ]\d|-\d|[.,]\d)"
_POSTCODE = re.compile(
    rf"{_FIVE},?[ ](?:{_TOWN_MARK}|{_CITIES}\b|{_CAP}[ ](?:обл|район|р-н|region|oblast))"
    rf"|{_CITIES},?[ ](?:UA-?)?{_FIVE}{_COUNTED}(?=[ ]?(?:$|[,.;)]))"
    rf"|\bUA-?\d{{5}}\b"
    rf"|(?i:\b(?:індекс\w*|индекс\w*|postcode|postal code|zip(?: code)?|поштов\w+ код\w*))[ ]?[:–-]?[ ]?{_FIVE}"
)

_COORDINATE_WORD = any_of(
    r"широт[аиіоу]\w* довгот[аиіоу]\w* долгот[аыеу]\w* latitude longitude lat lon lng coordinates координат\w+"
)
_DEGREES = re.compile(
    r"\d{1,3}[ ]?°[ ]?\d{1,2}(?:\.\d+)?[ ]?['’′ʹ]"
    r"|(?<![\d.])\d{1,3}\.\d{2,}[ ]?°?[ ]?(?:[NSEWnsew]|пн|півн|сх|зх|с\.[ ]?ш|в\.[ ]?д)\b"
    r"|[NSEW][ ]?\d{1,3}\.\d{3,}"
    rf"|(?i:\b{_COORDINATE_WORD}[ ]?[:=–-]?[ ]?[+-]?\d{{1,3}}[.,°]\d)"
)
_PAIR = re.compile(
    r"(?<![\d.,])([+-]?\d{1,3}\.\d{3,})[ ]?°?[NSns]?[ ]?[,;/| ][ ]?([+-]?\d{1,3}\.\d{3,})(?!\d)"
    r"|(?<![\d.,])([+-]?\d{1,3},\d{4,})[ ]?[;/| ,][ ]?([+-]?\d{1,3},\d{4,})(?!\d)"
)
_PLUS_CODE = re.compile(
    r"(?<![\w+])(?=[0-9CFGHJMPQRVWX]*[CFGHJMPQRVWX])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)"
)
_THREE_WORDS = re.compile(r"(?<![:/\w])///[ ]?\w{2,}[.・]\w{2,}[.・]\w{2,}")


def find_places(text: str, *, is_markdown: bool, names: bool = False) -> list[Span]:
    """Everything in a text that tells where a house stands, in order.

    Args:
        text: the text as written.
        is_markdown: whether it is Markdown.
        names: the text is an official name or title, in which words for streets may stand; only map links,
            coordinates and codes of places count.

    Returns:
        Spans of the `KINDS`.
    """
    plain_text = plain(text, is_markdown=is_markdown)
    found = [plain_text.span(kind, start, end) for kind, start, end in _candidates(plain_text.text, names)]
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _candidates(text: str, names: bool) -> Iterator[tuple[str, int, int]]:
    addresses = [match for pattern in (FULL_ADDRESS, BARE_ADDRESS) for match in pattern.finditer(text)]
    for match in addresses:
        if is_map(match[0]):
            yield "map", match.start(), match.end()
    masked = FULL_ADDRESS.sub(lambda match: "\x00" * len(match[0]), text)
    for pattern in (_DEGREES, _PLUS_CODE, _THREE_WORDS):
        for match in pattern.finditer(masked):
            yield "coordinates", match.start(), match.end()
    for match in _PAIR.finditer(text):
        if _is_on_earth(*(part for part in match.groups() if part)):
            yield "coordinates", match.start(), match.end()
    if names or not _HINT.search(masked):
        return
    for match in _ADDRESS.finditer(masked):
        yield "street", match.start(), match.end()
    for match in _POSTCODE.finditer(masked):
        yield "postcode", match.start(), match.end()


def _is_on_earth(first: str, second: str) -> bool:
    latitude, longitude = (abs(float(part.replace(",", "."))) for part in (first, second))
    if latitude > 90 or longitude > 180:
        return False
    is_precise = min(len(re.sub(r"^.*[.,]", "", part)) for part in (first, second)) >= 4
    return is_precise or (44 <= latitude <= 53 and 22 <= longitude <= 41)
