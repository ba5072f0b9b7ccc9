"""Messages about values that do not fit the schema.

`{field}` is the title of the field as the schema names it in the language of the reader. The value itself is repeated
only where it is nearly one of a known list, so that no address or number can get into a finding.
"""

from __future__ import annotations

from cso.content.messages.message import Level, Message

_ERROR = Level.ERROR

_KEYS: dict[str, Message] = {
    "required": Message(
        _ERROR,
        "“{key}” ({field}) is missing{condition}.",
        "Бракує «{key}» ({field}){condition}.",
        "Add a line “{key}: …” here.",
        "Додайте сюди рядок «{key}: …».",
    ),
    "misspelt-key": Message(
        _ERROR,
        "The key “{key}” does not exist here.",
        "Ключа «{key}» тут не існує.",
        "Did you mean “{suggestion}”?",
        "Можливо, ви мали на увазі «{suggestion}»?",
    ),
    "misplaced-key": Message(
        _ERROR,
        "The key “{key}” does not belong here but to “{parent}”.",
        "Ключ «{key}» належить не сюди, а до «{parent}».",
        "Move it there: give the line less indentation.",
        "Перенесіть його туди: зменште відступ рядка.",
    ),
    "unknown-key": Message(
        _ERROR,
        "The key “{key}” does not exist here.",
        "Ключа «{key}» тут не існує.",
        "Use one of these or delete the line: {allowed}.",
        "Візьміть один із цих ключів або видаліть рядок: {allowed}.",
    ),
    "language-code-ua": Message(
        _ERROR,
        "“ua” is the code of the country; the code of the Ukrainian language is “uk”.",
        "«ua» – це код країни, а код української мови – «uk».",
        "Did you mean “uk”?",
        "Можливо, ви мали на увазі «uk»?",
    ),
    "forbidden-here": Message(
        _ERROR,
        "“{key}” ({field}) may not stand here{why}.",
        "«{key}» ({field}) тут не можна вказувати{why}.",
        "Delete “{key}” with all that belongs to it.",
        "Видаліть «{key}» разом з усім, що до нього належить.",
    ),
    "too-few-keys": Message(
        _ERROR,
        "“{field}” needs at least {limit} of its parts.",
        "«{field}» потребує щонайменше стількох частин: {limit}.",
        "Add at least {limit} of: {allowed}.",
        "Додайте щонайменше {limit} із цих: {allowed}.",
    ),
    "too-many-keys": Message(
        _ERROR,
        "“{field}” may have at most {limit} parts.",
        "«{field}» може мати щонайбільше стільки частин: {limit}.",
        "Delete what is too much.",
        "Видаліть зайве.",
    ),
}

_VALUES: dict[str, Message] = {
    "misspelt-value": Message(
        _ERROR,
        "“{value}” is not one of the values of “{field}”.",
        "«{value}» немає серед значень поля «{field}».",
        "Did you mean “{suggestion}”? Allowed: {allowed}.",
        "Можливо, ви мали на увазі «{suggestion}»? Дозволено: {allowed}.",
    ),
    "value-not-allowed": Message(
        _ERROR,
        "This is not one of the values of “{field}”.",
        "Такого значення немає серед значень поля «{field}».",
        "Write one of: {allowed}.",
        "Впишіть одне з таких: {allowed}.",
    ),
    "not-text": Message(
        _ERROR,
        "“{field}” must be a text, not a list or a group of keys.",
        "«{field}» має бути текстом, а не списком чи групою ключів.",
        "Write the text behind the colon, in quotes if it holds a colon itself.",
        "Впишіть текст після двокрапки; якщо в ньому самому є двокрапка, візьміть його в лапки.",
    ),
    "not-list": Message(
        _ERROR,
        "“{field}” must be a list.",
        "«{field}» має бути списком.",
        "Write each entry in a line of its own, beginning with “- ”.",
        "Пишіть кожен пункт в окремому рядку, починаючи з «- ».",
    ),
    "not-group": Message(
        _ERROR,
        "“{field}” must be a group of lines “key: value”.",
        "«{field}» має бути групою рядків «ключ: значення».",
        "Write below it, indented, for example “{example}”; possible keys: {allowed}.",
        "Пишіть під ним із відступом, наприклад «{example}»; можливі ключі: {allowed}.",
    ),
    "not-boolean": Message(
        _ERROR,
        "“{field}” is answered with true or false.",
        "У полі «{field}» відповідають true або false.",
        "Write {suggestion}.",
        "Впишіть {suggestion}.",
    ),
    "not-integer": Message(
        _ERROR,
        "“{field}” must be a whole number, written with digits alone: no spaces, points or words.",
        "«{field}» має бути цілим числом, записаним самими цифрами: без пробілів, крапок і слів.",
        "Write it like this: {example}.",
        "Запишіть так: {example}.",
    ),
    "not-number": Message(
        _ERROR,
        "“{field}” must be a number, with a point before its decimals and no spaces or words.",
        "«{field}» має бути числом, з крапкою перед дробовою частиною, без пробілів і слів.",
        "Write it like this: {example}.",
        "Запишіть так: {example}.",
    ),
    "wrong-form": Message(
        _ERROR,
        "“{field}” does not have the form expected here.",
        "«{field}» має не той вигляд, який тут потрібен.",
        "Write it in this form: {example}",
        "Запишіть у такому вигляді: {example}",
    ),
    "too-short": Message(
        _ERROR,
        "“{field}” has {length} characters; at least {limit} are needed.",
        "У полі «{field}» стільки знаків: {length}; потрібно щонайменше {limit}.",
        "Write more, or delete the line.",
        "Напишіть більше або видаліть рядок.",
    ),
    "too-long": Message(
        _ERROR,
        "“{field}” has {length} characters; at most {limit} are possible.",
        "У полі «{field}» стільки знаків: {length}; можна щонайбільше {limit}.",
        "Shorten it to {limit} characters.",
        "Скоротіть до {limit} знаків.",
    ),
    "list-too-short": Message(
        _ERROR,
        "The list “{field}” has {length} entries; at least {limit} are needed.",
        "У списку «{field}» стільки пунктів: {length}; потрібно щонайменше {limit}.",
        "Add entries, or delete the key together with the list.",
        "Додайте пункти або видаліть ключ разом зі списком.",
    ),
    "list-too-long": Message(
        _ERROR,
        "The list “{field}” has {length} entries; at most {limit} are possible.",
        "У списку «{field}» стільки пунктів: {length}; можна щонайбільше {limit}.",
        "Keep the {limit} that matter most.",
        "Лишіть найважливіші, не більше ніж {limit}.",
    ),
    "not-unique": Message(
        _ERROR,
        "This entry of “{field}” repeats the one in line {first_line}.",
        "Цей пункт списку «{field}» повторює пункт у рядку {first_line}.",
        "Delete one of the two.",
        "Видаліть один із двох.",
    ),
    "number-too-small": Message(
        _ERROR,
        "“{field}” is smaller than {limit}.",
        "«{field}» менше ніж {limit}.",
        "Write a number from {limit} up.",
        "Впишіть число, не менше ніж {limit}.",
    ),
    "number-too-large": Message(
        _ERROR,
        "“{field}” is larger than {limit}.",
        "«{field}» більше ніж {limit}.",
        "Write a number up to {limit}.",
        "Впишіть число, не більше ніж {limit}.",
    ),
    "schema-mismatch": Message(
        _ERROR,
        "“{field}” does not fit the schema (rule “{keyword}”).",
        "«{field}» не відповідає схемі (правило «{keyword}»).",
        "Compare it with the description of this field.",
        "Порівняйте його з описом цього поля.",
    ),
}

_FORMATS: dict[str, Message] = {
    "format-date": Message(
        _ERROR,
        "“{field}” is not a date that exists, written year-month-day.",
        "«{field}» не є наявною датою, записаною як рік-місяць-день.",
        "Write it like 2026-11-23.",
        "Запишіть так: 2026-11-23.",
    ),
    "format-partial-date": Message(
        _ERROR,
        "“{field}” is not a date: a year, a month or a day is expected.",
        "«{field}» не є датою: потрібен рік, місяць або день.",
        "Write it like 2026, 2026-11 or 2026-11-23.",
        "Запишіть так: 2026, 2026-11 або 2026-11-23.",
    ),
    "format-partial-date-or-undated": Message(
        _ERROR,
        "“{field}” is not a date: a year, a month, a day or the word undated is expected.",
        "«{field}» не є датою: потрібен рік, місяць, день або слово undated (без дати).",
        "Write it like 2026, 2026-11, 2026-11-23 or undated.",
        "Запишіть так: 2026, 2026-11, 2026-11-23 або undated.",
    ),
    "format-time": Message(
        _ERROR,
        "“{field}” is not a time of day.",
        "«{field}» не є часом доби.",
        "Write hours and minutes with a colon, like 9:30.",
        "Запишіть години й хвилини через двокрапку, наприклад 9:30.",
    ),
    "format-web-address": Message(
        _ERROR,
        "“{field}” is not a web address.",
        "«{field}» не є вебадресою.",
        "Write the whole address as in the browser, like https://example.org/page.",
        "Впишіть повну адресу, як у браузері, наприклад https://example.org/page.",
    ),
    "format-slug": Message(
        _ERROR,
        "“{field}” is an id and may hold only small Latin letters, digits and single hyphens.",
        "«{field}» є ідентифікатором: лише малі латинські літери, цифри й поодинокі дефіси.",
        "Write it like legal-aid-2026.",
        "Запишіть так: legal-aid-2026.",
    ),
    "format-edrpou": Message(
        _ERROR,
        "“{field}” is not an EDRPOU code: eight digits, the last of which checks the others.",
        "«{field}» не є кодом ЄДРПОУ: вісім цифр, остання з яких перевіряє інші.",
        "Copy the code from the register, with its leading zeros, like 00034022; if it is not known, delete the line.",
        "Скопіюйте код із реєстру разом із нулями на початку, наприклад 00034022; якщо він невідомий, видаліть рядок.",
    ),
    "format-language-tag": Message(
        _ERROR,
        "“{field}” is not the code of a language.",
        "«{field}» не є кодом мови.",
        "Write two or three small letters, like uk, en or pl.",
        "Впишіть дві або три малі літери, наприклад uk, en чи pl.",
    ),
    "format-country-code": Message(
        _ERROR,
        "“{field}” is not the code of a country.",
        "«{field}» не є кодом країни.",
        "Write two capital letters, like UA, PL or GB.",
        "Впишіть дві великі літери, наприклад UA, PL чи GB.",
    ),
    "format-email": Message(
        _ERROR,
        "“{field}” is not an e-mail address.",
        "«{field}» не є адресою електронної пошти.",
        "Write it like office@example.org.",
        "Запишіть так: office@example.org.",
    ),
}

MESSAGES: dict[str, Message] = {**_KEYS, **_VALUES, **_FORMATS}
