"""Finds telephone numbers in human text, and leaves years, sums, dates and the numbers of laws alone.

Three things make a row of digits a phone number: a sign of its own (`+`, a leading zero, brackets, the grouping people
use), a word in front (`тел.`, `call`, `за номером`), or being a known short code. Whatever is none of these is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cso import phones
from cso.content.detect.patterns import COUNTED, any_of
from cso.content.detect.plain import PlainText, Span

_SEPARATOR = r"[ ().\-–/_·•~]{0,4}"
_RUN = re.compile(rf"(?<![\w.,]/)(?<![\w])(?:\+[ ]?|\([ +]?)?\d(?:{_SEPARATOR}\d)*")
#: Digits with letters that pass for 0, 1 and 3; only tried when they would make a full number of Ukraine.
_DISGUISED_RUN = re.compile(rf"(?<!\w)\+?[0-9OoОоQIlІіЗз|](?:{_SEPARATOR}[0-9OoОоQIlІіЗз|])+(?!\w)")
_LOOKALIKES = str.maketrans("OoОоQIlІіЗз|", "00000111133" + "1")

_YEAR = r"(?:19|20)\d\d"
_NOT_NUMBERS = re.compile(
    rf"""
      (?<!\d){_YEAR}-\d\d-\d\d(?!\d)                                  # 2026-11-23
    | (?<![\d.])\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d)(?![\d])     # 23.11.2026
    | (?<![\d.])\d{{1,2}}-\d{{1,2}}-{_YEAR}(?!\d)                      # 23-11-2026
    | (?<!\d){_YEAR}\ ?[/–-]\ ?(?:{_YEAR}|\d\d)(?!\d)                  # 1997–2018, 2020/21
    | (?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d\ ?[–-]\ ?(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)  # 9:00–18:00
    | (?<!\d){_YEAR}(?=[ ](?:{_YEAR}|\d{{1,3}}(?:[ ]\d{{3}})+)(?!\d))  # 2019 354 500
    | (?<![\d.])[1-9]\d{{0,2}}(?:[ ]\d{{3}})*\ ?[–-]\ ?[1-9]\d{{0,2}}(?:[ ]\d{{3}})+(?![ ]?\d)  # 20 000 – 30 000
    | (?<!\d)24/7(?!\d)
    | (?<=[ ]){_YEAR}(?!\d|[ .\-]\d)                                   # … 2019
    | (?i:isbn|issn|doi|ean|iban|єдрпоу|edrpou|код)[ :№-]{{0,3}}(?:з\ єдрпоу[ :]{{0,2}})?[\dX][\dX ./-]*
    | (?<!\d)97[89][ -]?\d(?:[ -]?\d){{8,9}}(?!\d)                     # ISBN
    | (?<!\d)10\.\d{{4,9}}/\S+                                         # DOI
    """,
    re.VERBOSE,
)
_WEB_ADDRESS = re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"«»]+")
_PHONE_IN_ADDRESS = re.compile(r"(?<!\d)(?:\+?380\d{9}|0?800[-.]?\d{3}[-.]?\d{3}|0\d{9})(?!\d)|(?<=phone=)\+?\d{6,15}")

#: Sums: groups of three, the first not beginning with zero.
_GROUPED_SUM = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_UNIT_AFTER = re.compile(rf"(?i)[ ]?{COUNTED}")

_CALLING = any_of(
    r"тел\. тел телефон\w* моб\. мобільн\w+ факс\w* fax tel\. tel phone mobile ph\.",
    r"(?:за|по)?телефонуй(?:те)? (?:по)?дзвон[иі](?:ть)? набер[иі](?:ть|те)? наб[еи]райте (?:по)?звони(?:те)?",
    r"call dial ring hotline helpline zadzwoń dzwoń apelați sunați ліні[яюїєйі]\w* лини[яюией]\w*",
    r"коротк(?:ий|ому)_номеру? short_(?:code|number) (?:phone|hotline|helpline|toll-free)_number",
    r"(?:за|по)_(?:\w+_){0,2}номер\w* на_номер номер_(?:телефону|лінії)",
    r"viber вайбер whatsapp ватсап telegram телеграм signal сигнал sms смс",
)
_BETWEEN = any_of(
    r"довіри доверия _ : на_ to_ us_(?:on|at)_ on_ at_ за_ по_ the_ номер\w*_ number_ no\.?_ лінії_ free_",
)
#: A word after which even a few digits are a number to dial, and the number.
_CUE = re.compile(
    rf"(?i)(?<!\w){_CALLING}[ ]?[:.–-]?[ ]?{_BETWEEN}{{0,4}}[„“«\"(\[]?"
    r"(?P<number>\+?\d(?:[ ().\-–/]{0,3}\d)+)(?![\w]|-[а-яіїєґ])"
)
_LAW = any_of(
    "постанов закон розпорядж наказ рішенн указ декрет статт статей постановл распоряж приказ",
    "resolution order law decision act",
)
_LAW_BEFORE = re.compile(rf"(?i){_LAW}\w*[^.!?;]{{0,60}}$")
_SHORT_CODE = re.compile(r"(?<![\d.,№])116[ .-]?(?:000|006|016|111|117|123)(?![ ]?\d)(?!\w)")
_LOCAL_GROUPS = re.compile(r"\d{3}([ .–-])\d\d\1\d\d|\d{2,3}(?:-\d\d){2,3}")
_CODE_IN_BRACKETS = re.compile(r"\(\+?\d{1,5}\)")

_DIGIT_WORD = any_of(
    r"нуль ноль один одна два дві две три чотири четыре п['’ʼ]?ять пять шість шесть сім семь вісім восемь дев['’ʼ]?ять",
    r"девять десять двадцять двадцать тридцять тридцать сорок \w{2,8}десят дев['’ʼ]яносто девяносто сто двісті двести",
    r"триста \w{4,8}ста \w{2,8}сот п['’ʼ]ятсот zero oh one two three four five six seven eight nine double hundred",
    r"\w{2,5}ty plus плюс \d{1,4}",
)
_SPELT_OUT = re.compile(rf"(?i)(?<!\w){_DIGIT_WORD}(?:[ ,–-]{{1,3}}{_DIGIT_WORD}){{4,}}(?!\w)")
_ZERO_WORD = re.compile(r"(?i)(?<!\w)(?:нуль|ноль|zero|oh|double|плюс|plus)(?!\w)")


def find_phones(text: PlainText) -> Iterator[Span]:
    """Every telephone number in a text, as spans of kind `phone` whose value is its digits.

    Args:
        text: the text in plain form.
    """
    taken: list[tuple[int, int]] = []
    for start, end in _candidates(text.text):
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        yield text.span("phone", start, end, phones.digits_of(text.text[start:end].translate(_LOOKALIKES)))


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    if not any(character.isdigit() for character in text) and not _ZERO_WORD.search(text):
        return
    for address in _WEB_ADDRESS.finditer(text):
        for match in _PHONE_IN_ADDRESS.finditer(address[0]):
            yield address.start() + match.start(), address.start() + match.end()
    masked = _NOT_NUMBERS.sub(_blank, _WEB_ADDRESS.sub(_blank, text))
    for match in _CUE.finditer(masked):
        number = match["number"]
        if _is_cued_number(number, masked[: match.start("number")], masked[match.end("number") :]):
            yield match.start("number"), match.end("number")
    for match in _SHORT_CODE.finditer(masked):
        if not _UNIT_AFTER.match(masked, match.end()):
            yield match.span()
    for match in _RUN.finditer(masked):
        if is_phone_like(match[0], masked[match.end() :]):
            yield match.span()
    for match in _DISGUISED_RUN.finditer(masked):
        if _is_disguised_number(match[0]):
            yield match.span()
    for match in _SPELT_OUT.finditer(masked):
        if _ZERO_WORD.search(match[0]):
            yield match.span()


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _is_cued_number(number: str, before: str, after: str) -> bool:
    digits = phones.digits_of(number)
    if len(digits) < 3 or re.fullmatch(_YEAR, number) or _UNIT_AFTER.match(after):
        return False
    return not _LAW_BEFORE.search(before)


def is_phone_like(run: str, after: str = "") -> bool:
    """Whether a row of digits with separators is written as telephone numbers are.

    Args:
        run: digits and separators, e.g. `0 800 500 335`; dates and years are already taken out.
        after: what follows in the text; a unit (people, money) tells a sum from a number.
    """
    run = run.strip()
    digits = phones.digits_of(run)
    if re.fullmatch(r"\d+\.\d+", run):
        return False  # a decimal fraction or a section
    if run.startswith(("+", "(+")):
        return len(digits) >= 7
    if digits.startswith("0"):
        return len(digits) >= 9 or (len(digits) >= 6 and bool(_CODE_IN_BRACKETS.search(run)))
    if _UNIT_AFTER.match(after):
        return False
    if len(digits) in (12, 13) and digits.startswith("380"):
        return True
    if len(digits) >= 9 and re.match(r"8[ (.\-–]*(?:0|800)", run) and not _GROUPED_SUM.fullmatch(run):
        return True
    if _CODE_IN_BRACKETS.match(run):
        return len(digits) >= 7
    if _GROUPED_SUM.fullmatch(run):
        return len(digits) == 9 and not run.endswith("000") and phones.is_ukrainian_number(digits)
    if run.isdigit():
        return 9 <= len(digits) <= 15 and (len(digits) > 9 or phones.is_ukrainian_number(digits))
    return _has_groups_of_a_number(run, digits)


def _has_groups_of_a_number(run: str, digits: str) -> bool:
    if _LOCAL_GROUPS.fullmatch(run) and len(digits) >= 7:
        return True
    groups = re.split(r"\D+", run)
    if not 7 <= len(digits) <= 15 or len(groups) < 3 or max(map(len, groups)) > 5:
        return False
    if any(re.fullmatch(_YEAR, group) for group in groups) and len(digits) < 9:
        return False
    hyphened = "-" in run and " " not in run.replace(" - ", "-")
    return len(digits) >= 9 or hyphened


def _is_disguised_number(run: str) -> bool:
    if sum(character.isdigit() for character in run) < 4 or not any(character.isalpha() for character in run):
        return False
    digits = phones.digits_of(run.translate(_LOOKALIKES))
    return len(digits) >= 9 and phones.is_ukrainian_number(digits)
