"""Finds what gives a place away in human text: streets, houses, postcodes, map links, coordinates, codes of places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso.content.detect.links import BARE_ADDRESS, FULL_ADDRESS, is_map
from cso.content.detect.plain import Span, plain

#: Kinds of spans that `find_places` gives.
KINDS = ("street", "postcode", "map", "coordinates")

_CAP = r"[A-ZА-ЯҐЄІЇЁ][\w'’ʼ-]+"
_NAME = rf"(?:[„“«\"(]?(?:{_CAP}|\d{{1,3}}[ -]?(?:го|ї|й|і|ти|річчя|лет\w*)\b|[A-ZА-ЯҐЄІЇЁ]\.))"
_NUMBER = r"(?:№|No\.?|N|номер)?[ ]?\d{1,4}[ ]?[A-Za-zА-Яа-яҐґЄєІіЇї]?\b(?:[/–-]\d{1,4})?"
_FEW_WORDS = rf"(?:[ ]{_CAP}|[ ]\w+){{0,3}}"
_COMMA_NUMBER = rf"(?:,[ ]?|[ ])(?:буд(?:инок|\.)?[ ]?|дом[ ]?|д\.[ ]?)?{_NUMBER}"
#: Words for numbers of people and things: «у будинку 12 осіб» is no address.
_COUNTED = (
    r"(?![ ]?(?:%|км|м\b|м2|осіб|особ|людей|люд|жінок|жінк|жителів|діт|сімей|родин|сімʼ|місц|кімнат|квартир|поверх|рок|рік|років|тис|млн"
    r"|год|человек|женщин|дет|семей|мест|комнат|этаж|лет|people|women|men\b|children|families|places|beds|rooms|floors|years|persons"
    r"|specialists|units|employees|staff|оф\b|га\b|грн|працівник|спеціаліст|учасник|participants|workers|hours|million|thousand))"
)
#: After «вулиці», «площі» a town is no name of a street: «на вулиці Києва», «площа України».
_TOWN = (
    r"(?!(?:Киє|Киев|Львов|Одес|Харков|Дніпр[аі]\b|Днепр[ае]\b|Запоріж|Запорож|Вінниц|Винниц|Луцьк|Луцк|Донецьк|Донецк|Житомир|Ужгород"
    r"|Івано-Франківськ|Кропивницьк|Луганськ|Луганск|Миколає|Николаев|Полтав[иіы]\b|Рівн|Ровно|Сум(?:ах)?\b|Терноп|Херсон|Хмельницьк"
    r"|Черка|Чернігов|Чернигов|Чернів|Черновц|Сімферопол|Севастопол|Україн[иі]\b|Украин[ые]\b|Європ|Европ|Варшав|Праг|Маріупол"
    r"|Краматорськ|Кри[вв]|Бердичев|Світлов|Скадовськ|нашо|міст|ООН|ЄС))"
)

_STREETS = [
    # Ukrainian and Russian, word in front: вул. Шевченка; на вулиці Січових Стрільців, 5; пр-т Свободи; ул. Ленина
    rf"(?i:\b(?:вул|ул)\.)[ ]?(?:{_NAME}|{_NUMBER}|[а-яіїєґ]\w+,?[ ]\d)",
    rf"(?i:\b(?:вулиц[яіюе]|вулицею|улиц[аеуы]|улицей))[ ]{_TOWN}(?:{_NAME}|\w+(?:[ ]\w+)?,[ ]?\d{{1,4}}\b)",
    rf"(?i:\b(?:просп\.|проспект(?:у|і|ом|е|а)?\b|пр-(?:к?т)(?:у|і)?\b|пр-д\b))[ ]?{_TOWN}{_NAME}",
    rf"(?i:\b(?:пров\.|провул(?:ок|ку|ком|ка)\b|переул(?:ок|ке|ком|ка)\b|завул(?:ок|ку)\b))[ ]?{_NAME}",
    rf"(?i:\bпер\.)[ ]?{_CAP}{_FEW_WORDS}{_COMMA_NUMBER}",
    rf"(?i:\b(?:бульвар(?:у|і|ом|е|а)?\b|бульв\.|бул\.|б-р(?:і|у)?\b))[ ]?{_TOWN}{_NAME}",
    rf"(?i:\b(?:площа|площі|площу|площею|площадь|площади|пл\.))[ ]?{_TOWN}{_NAME}",
    rf"(?i:\b(?:набережн(?:а|ій|у|ої|ая|ой)|наб\.|майдан(?:і|у)?|узв[іо]з(?:і|у)?|шосе|шоссе|але[яїю]|аллея|тупик|проїзд|проезд))"
    rf"[ ]{_CAP}{_FEW_WORDS}{_COMMA_NUMBER}{_COUNTED}",
    rf"(?i:\b(?:мікрорайон(?:і|у)?|микрорайон(?:е|а)?|мкр\.|мкрн\.?|м-н|ж/м|житловий масив|ж\.м\.))[ ]?(?:{_NAME}|{_NUMBER}){_COUNTED}",
    # word behind: Харківське шосе, 5; Андріївський узвіз, 10; Центральна вулиця, 3
    rf"\b{_CAP}[ ](?:вулиц[яіюе]|вулицею|вул\.|улиц[аеуы]|ул\.|проспект\w*|бульвар\w*|шосе|шоссе|узв[іо]з\w*|провул\w*|площ[аіую]\w*)"
    rf"{_COMMA_NUMBER}{_COUNTED}",
    # house, flat, room
    rf"(?i:\b(?:будинок|будинку|буд\.|дом|доме))[ ]?{_NUMBER}{_COUNTED}",
    rf"(?i:,[ ]?(?:б|д|дім|к|кв|оф|корп)\.?)[ ]?{_NUMBER}{_COUNTED}(?=[\s,.;)]|$)",
    rf"(?i:(?<!\w)(?<!I[ ])(?<!\d[ ])(?<!-[йм][ ])\b(?:кв\.|квартира|квартирі|квартиру|квартире))[ ]?(?!м\b)(?!(?:19|20)\d\d)"
    rf"{_NUMBER}{_COUNTED}",
    rf"(?i:\b(?:офіс|офісі|офис|офисе|оф\.|кабінет|кабінеті|кабинет|каб\.|кімната|кімнаті|кімн\.|комната|комнате|під['’ʼ]?їзд|підʼїзді|подъезд"
    rf"|корпус|корп\.|секція|ліфт|домофон))[ ]?{_NUMBER}{_COUNTED}",
    r"(?i:\b(?:а/с|а\.с\.|аб\.[ ]?скринька|абонентськ\w+ скриньк\w+|абонентск\w+ ящик\w*|п/с))[ ]?(?:№|No)?[ ]?\d+",
    # English
    rf"\b\d{{1,4}}[A-Za-z]?,?[ ](?:{_CAP}[ ]){{1,4}}(?:Street|St|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Road|Rd|Square|Sq|Drive|Alley|Prospekt|Str)\b",
    rf"(?<![.!?][ ])(?<!^)\b{_CAP}[ ](?:Street|Avenue|Boulevard|Blvd)\b(?![ -](?:Child|child|Work|work|Level|level|Art|art|{_CAP}))",
    rf"^{_CAP}[ ](?:(?:Avenue|Boulevard|Blvd)\b(?=[ ]?(?:,|$|\d))|Street\b(?=[ ]?(?:,|\d)))",
    rf"\b{_CAP}[ ](?:St|Str|Ave|Blvd|Rd|Sq|Street|Avenue|Lane|Boulevard|Road|Square|Drive|Alley)\b\.?,?[ ](?:No\.?[ ]?)?\d{{1,4}}[A-Za-z]?\b"
    rf"{_COUNTED}",
    r"(?i:\b(?:street|avenue|boulevard)),?[ ](?:No\.?[ ]?)?\d{1,4}[A-Za-z]?\b(?!/7)" + _COUNTED,
    rf"(?i:\b(?:vul|ul|prosp|prov|bulv|nab)\.)[ ]?(?:{_CAP}|\d)",
    rf"(?i:\b(?:vulytsi?a|vulytsya|vulitsa|ulitsa|ulytsia|provulok|prospekt|prospect|bulvar|ploshcha|ploshchad|naberezhna|uzviz|ulica|ulicy"
    rf"|aleja|alei))[ ]{_CAP}",
    r"(?i:\b(?:building|bldg?\.?|house|apartment|apt\.?|flat|office(?! 365)|room|suite|unit|entrance))[ ](?:No\.?[ ]?|#[ ]?)?\d{1,4}[A-Za-z]?"
    r"(?=[ ]?(?:$|[,.;)]))",
    r"(?i:\bp\.?[ ]?o\.?[ ]?box)[ ]?(?:No\.?[ ]?)?\d+",
    # other languages of lines abroad
    rf"(?i:(?:straße|strasse|\bstr\.))[ ]?(?:{_CAP},?[ ]?)?\d{{1,4}}\b",
    rf"\b(?:Via|Viale|Piazza|Corso|Rue|Calle|ul\.|Al\.|Aleja|Strada|Bulevardul|Calea)[ ]{_CAP}{_FEW_WORDS},?[ ]\d{{1,4}}\b{_COUNTED}",
    rf"\b{_CAP}[ ](?:utca|út|tér|körút)[ ]\d",
]
_STREET = re.compile("|".join(f"(?:{part})" for part in _STREETS))

_CITIES = (
    r"(?:Київ|Києв\w|Вінниц\w|Луцьк\w?|Дніпр\w?|Донецьк\w?|Житомир\w?|Ужгород\w?|Запоріжж\w|Івано-Франківськ\w?|Кропивницьк\w+|Луганськ\w?"
    r"|Львів|Львов\w|Миколаїв|Миколаєв\w|Одес\w|Полтав\w|Рівн\w|Сум[иа]\w?|Тернопіл\w|Тернопол\w|Харків|Харков\w?|Херсон\w?|Хмельницьк\w+"
    r"|Черкас\w+|Чернігів|Чернігов\w|Чернівц\w|Сімферопол\w|Севастопол\w|Київська|Киев\w?|Винниц\w|Днепр\w?|Львов|Николаев\w?|Ровно|Чернигов"
    r"|Kyiv|Kiev|Vinnytsia|Lutsk|Dnipro|Donetsk|Zhytomyr|Uzhhorod|Zaporizhzhia|Ivano-Frankivsk|Kropyvnytskyi|Luhansk|Lviv|Mykolaiv"
    r"|Odesa|Odessa|Poltava|Rivne|Sumy|Ternopil|Kharkiv|Kherson|Khmelnytskyi|Cherkasy|Chernihiv|Chernivtsi|Simferopol|Sevastopol"
    r"|Україна|Україні|Украина|Украине|Ukraine)"
)
_FIVE = r"(?<![\d.,+/-])(?<!\d[ ])\d{5}(?![\d/]|[ ]\d|-\d|[.,]\d)"
_POSTCODE = re.compile(
    rf"{_FIVE},?[ ](?:(?i:м\.|місто|смт|с\.|село|с-ще|г\.|город|пгт|city of)[ ]?[A-ZА-ЯҐЄІЇ]|{_CITIES}\b|{_CAP}[ ](?:обл|район|р-н|region|oblast))"
    rf"|{_CITIES},?[ ](?:UA-?)?{_FIVE}{_COUNTED}(?=[ ]?(?:$|[,.;)]))"
    rf"|\bUA-?\d{{5}}\b"
    rf"|(?i:\b(?:індекс\w*|индекс\w*|postcode|postal code|zip(?: code)?|поштов\w+ код\w*))[ ]?[:–-]?[ ]?{_FIVE}"
)

_DEGREES = re.compile(
    r"\d{1,3}[ ]?°[ ]?\d{1,2}(?:\.\d+)?[ ]?['’′ʹ]"
    r"|(?<![\d.])\d{1,3}\.\d{2,}[ ]?°?[ ]?(?:[NSEWnsew]|пн|півн|сх|зх|с\.[ ]?ш|в\.[ ]?д)\b"
    r"|[NSEW][ ]?\d{1,3}\.\d{3,}"
    r"|(?i:\b(?:широт[аиіоу]\w*|довгот[аиіоу]\w*|долгот[аыеу]\w*|latitude|longitude|lat|lon|lng|coordinates|координат\w+)"
    r"[ ]?[:=–-]?[ ]?[+-]?\d{1,3}[.,°]\d)"
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
    if names:
        return
    for match in _STREET.finditer(masked):
        yield "street", match.start(), match.end()
    for match in _POSTCODE.finditer(masked):
        yield "postcode", match.start(), match.end()


def _is_on_earth(first: str, second: str) -> bool:
    latitude, longitude = (abs(float(part.replace(",", "."))) for part in (first, second))
    if latitude > 90 or longitude > 180:
        return False
    is_precise = min(len(re.sub(r"^.*[.,]", "", part)) for part in (first, second)) >= 4
    return is_precise or (44 <= latitude <= 53 and 22 <= longitude <= 41)
