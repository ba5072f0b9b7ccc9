"""Messages about reading files: their place, their characters, their YAML."""

from __future__ import annotations

from cso.content.messages.message import Level, Message

_ERROR = Level.ERROR

_PLACES: dict[str, Message] = {
    "file-not-used": Message(
        _ERROR,
        "Nothing reads a YAML file in this place, so nothing in it would be published.",
        "Файл YAML у цьому місці ніхто не читає, тож нічого з нього не буде оприлюднено.",
        "Move it to where it belongs ({places}), or delete it.",
        "Перенесіть його туди, де йому місце ({places}), або видаліть.",
    ),
    "file-ending": Message(
        _ERROR,
        "The file name ends in “.{ending}”; only files ending in “.yaml” are read.",
        "Назва файлу закінчується на «.{ending}», а читаються лише файли «.yaml».",
        "Rename the file to “{name}”.",
        "Перейменуйте файл на «{name}».",
    ),
    "folder-not-slug": Message(
        _ERROR,
        "The folder name becomes part of the web address: only small Latin letters, digits and single hyphens.",
        "Назва теки стає частиною вебадреси: лише малі латинські літери, цифри й поодинокі дефіси.",
        "Rename the folder, for example to “{example}”.",
        "Перейменуйте теку, наприклад на «{example}».",
    ),
    "file-not-slug": Message(
        _ERROR,
        "The file name is an id: before “.yaml” only small Latin letters, digits and single hyphens.",
        "Назва файлу є ідентифікатором: перед «.yaml» лише малі латинські літери, цифри й поодинокі дефіси.",
        "Rename the file, for example to “{example}.yaml”.",
        "Перейменуйте файл, наприклад на «{example}.yaml».",
    ),
    "file-missing": Message(
        _ERROR,
        "The file “{name}” is missing here.",
        "Тут бракує файлу «{name}».",
        "Add “{name}”.",
        "Додайте «{name}».",
    ),
    "file-unreadable": Message(
        _ERROR,
        "The file cannot be read: {reason}.",
        "Файл не вдається прочитати: {reason}.",
        "Put an ordinary, readable file here, or delete this one.",
        "Покладіть сюди звичайний файл, доступний для читання, або видаліть цей.",
    ),
    "link-outside": Message(
        _ERROR,
        "This is a symbolic link to something outside the content folder.",
        "Це символічне посилання на щось поза текою з даними.",
        "Put the file itself here instead of the link.",
        "Замість посилання покладіть сюди сам файл.",
    ),
    "link-to-folder": Message(
        _ERROR,
        "This is a symbolic link to a folder; such folders are not read.",
        "Це символічне посилання на теку; такі теки не читаються.",
        "Put the folder itself here instead of the link.",
        "Замість посилання покладіть сюди саму теку.",
    ),
    "file-too-large": Message(
        _ERROR,
        "The file is larger than {limit} KB.",
        "Файл більший за {limit} КБ.",
        "Attach long documents as files and keep only facts and short texts here.",
        "Довгі документи додавайте окремими файлами, а тут лишіть тільки факти й короткі тексти.",
    ),
}

_CHARACTERS: dict[str, Message] = {
    "not-utf8": Message(
        _ERROR,
        "The file is not saved as UTF-8 (perhaps as Windows-1251 or UTF-16), so its letters cannot be read.",
        "Файл збережено не в UTF-8 (можливо, у Windows-1251 чи UTF-16), тому літери не прочитати.",
        "Save the file again with the encoding UTF-8.",
        "Збережіть файл ще раз у кодуванні UTF-8.",
    ),
    "byte-order-mark": Message(
        _ERROR,
        "The file begins with an invisible byte order mark.",
        "Файл починається з невидимої позначки порядку байтів (BOM).",
        "Save the file as “UTF-8” (without BOM), not “UTF-8 with BOM”.",
        "Збережіть файл як «UTF-8» (без BOM), а не «UTF-8 з BOM».",
    ),
    "control-character": Message(
        _ERROR,
        "There is a control character here ({character}); it does not belong in a text.",
        "Тут стоїть керівний символ ({character}), якому не місце в тексті.",
        "Delete it: retype the word, or paste the text again as plain text.",
        "Видаліть його: наберіть слово заново або вставте текст як звичайний, без форматування.",
    ),
    "bidirectional-character": Message(
        _ERROR,
        "An invisible character here turns the direction of writing ({character}); a number can look like another.",
        "Невидимий символ тут змінює напрямок письма ({character}), тож номер може виглядати як інший.",
        "Delete it: retype the word, or paste the text again as plain text.",
        "Видаліть його: наберіть слово заново або вставте текст як звичайний, без форматування.",
    ),
    "invisible-character": Message(
        _ERROR,
        "There is an invisible character here ({character}); search and checks would not recognise the word.",
        "Тут стоїть невидимий символ ({character}); через нього пошук і перевірки не впізнають слово.",
        "Delete it: retype the word, or paste the text again as plain text.",
        "Видаліть його: наберіть слово заново або вставте текст як звичайний, без форматування.",
    ),
    "tab-indentation": Message(
        _ERROR,
        "This line is indented with a tab; YAML allows only spaces (lines with tabs in this file: {count}).",
        "Цей рядок має відступ табуляцією, а YAML дозволяє лише пробіли (рядків із табуляцією у файлі: {count}).",
        "Replace each tab at the start of a line with two spaces.",
        "Замініть кожну табуляцію на початку рядка двома пробілами.",
    ),
    "tab-character": Message(
        _ERROR,
        "There is a tab in this line.",
        "У цьому рядку є символ табуляції.",
        "Replace the tab with a space.",
        "Замініть табуляцію пробілом.",
    ),
}

_STRUCTURE: dict[str, Message] = {
    "empty-file": Message(
        _ERROR,
        "The file is empty or holds only comments.",
        "Файл порожній або містить лише коментарі.",
        "Fill it in, or delete the file.",
        "Заповніть його або видаліть.",
    ),
    "root-not-mapping": Message(
        _ERROR,
        "The file must consist of lines “key: value”.",
        "Файл має складатися з рядків «ключ: значення».",
        "Begin each field with its key, a colon and a space: “name: …”.",
        "Починайте кожне поле з ключа, двокрапки й пробілу: «name: …».",
    ),
    "several-documents": Message(
        _ERROR,
        "A second document begins here (“---”); one file holds one document.",
        "Тут починається другий документ («---»), а в одному файлі має бути один.",
        "Delete the line “---”, or move what follows into a file of its own.",
        "Видаліть рядок «---» або перенесіть решту в окремий файл.",
    ),
    "directive": Message(
        _ERROR,
        "Lines beginning with “%” (YAML directives) are not used here.",
        "Рядки, що починаються з «%» (директиви YAML), тут не використовуються.",
        "Delete this line; if “%” belongs to a text, put the text in quotes.",
        "Видаліть цей рядок; якщо «%» належить до тексту, візьміть текст у лапки.",
    ),
    "anchor": Message(
        _ERROR,
        "A value beginning with “&” is an anchor in YAML; anchors are not used here.",
        "Значення, що починається з «&», у YAML є якорем; якорі тут не використовуються.",
        "Write the value without “&name”; if “&” belongs to the text, put the text in quotes.",
        "Запишіть значення без «&назва»; якщо «&» належить до тексту, візьміть текст у лапки.",
    ),
    "alias": Message(
        _ERROR,
        "A value beginning with “*” is a reference in YAML; such references are not used here.",
        "Значення, що починається з «*», у YAML є посиланням; такі посилання тут не використовуються.",
        "Write the value itself; if “*” belongs to the text, put the text in quotes.",
        "Запишіть саме значення; якщо «*» належить до тексту, візьміть текст у лапки.",
    ),
    "tag": Message(
        _ERROR,
        "A value beginning with “!” is a tag in YAML; tags are not used here.",
        "Значення, що починається з «!», у YAML є тегом; теги тут не використовуються.",
        "Write the value without the tag; if “!” belongs to the text, put the text in quotes.",
        "Запишіть значення без тега; якщо «!» належить до тексту, візьміть текст у лапки.",
    ),
    "duplicate-key": Message(
        _ERROR,
        "The key “{key}” already stands in line {first_line}.",
        "Ключ «{key}» уже є в рядку {first_line}.",
        "Keep one of the two and delete the other.",
        "Лишіть один із двох, а другий видаліть.",
    ),
    "key-not-text": Message(
        _ERROR,
        "There is no plain key before the colon here.",
        "Перед двокрапкою тут немає простого ключа.",
        "Write a key before the colon, as in “name: …”; if the whole line is text, put it in quotes.",
        "Напишіть ключ перед двокрапкою, як-от «name: …»; якщо весь рядок є текстом, візьміть його в лапки.",
    ),
    "empty-value": Message(
        _ERROR,
        "There is no value here.",
        "Тут немає значення.",
        "Write a value, or delete the line: what is left out counts as not known.",
        "Впишіть значення або видаліть рядок: те, чого немає, вважається невідомим.",
    ),
    "nested-too-deep": Message(
        _ERROR,
        "Lists and groups stand more than {limit} levels deep in each other here.",
        "Списки та групи тут вкладено глибше ніж на {limit} рівнів.",
        "Move this out to a higher level, as in the example profile.",
        "Перенесіть це на вищий рівень, як у зразку профілю.",
    ),
}

_SYNTAX: dict[str, Message] = {
    "yaml-missing-colon": Message(
        _ERROR,
        "This line has no colon after its key.",
        "У цьому рядку немає двокрапки після ключа.",
        "Write “key: value”; if the line continues the text above, indent it deeper than its key.",
        "Пишіть «ключ: значення»; якщо рядок продовжує текст вище, зробіть відступ більшим, ніж у його ключа.",
    ),
    "yaml-missing-space": Message(
        _ERROR,
        "There is no space after the colon.",
        "Після двокрапки немає пробілу.",
        "Put a space after the colon: “key: value”.",
        "Поставте пробіл після двокрапки: «ключ: значення».",
    ),
    "yaml-unclosed-quote": Message(
        _ERROR,
        "A quotation mark is opened and not closed.",
        "Лапки відкрито, але не закрито.",
        "Close the quotation mark at the end of the value, in this line or in one above it.",
        "Закрийте лапки в кінці значення, у цьому рядку або в одному з попередніх.",
    ),
    "yaml-quote-inside": Message(
        _ERROR,
        "There are straight quotation marks inside a text that itself stands in such marks.",
        "Усередині тексту, взятого в прямі лапки, є такі самі лапки.",
        "Use «…» inside the text.",
        "Усередині тексту ставте «…».",
    ),
    "yaml-colon-in-text": Message(
        _ERROR,
        "The text after the key holds a colon followed by a space.",
        "У тексті після ключа є двокрапка з пробілом.",
        'Put the whole text in quotes: “key: "first: second"”.',
        'Візьміть увесь текст у лапки: «ключ: "перше: друге"».',
    ),
    "yaml-special-start": Message(
        _ERROR,
        "A text may not begin with “{character}” unless it stands in quotes.",
        "Текст без лапок не може починатися з «{character}».",
        "Put the whole text in quotes.",
        "Візьміть увесь текст у лапки.",
    ),
    "yaml-unclosed-bracket": Message(
        _ERROR,
        "A bracket “[” or “{{” is opened and not closed, or a comma is missing between its parts.",
        "Дужку «[» або «{{» відкрито й не закрито, або між частинами бракує коми.",
        "Close the bracket, or put the text in quotes; a list is easier with one “- …” per line.",
        "Закрийте дужку або візьміть текст у лапки; список простіше писати рядками «- …».",
    ),
    "yaml-indentation": Message(
        _ERROR,
        "The indentation of this line fits no line above it.",
        "Відступ цього рядка не збігається з жодним рядком вище.",
        "Give it as many spaces as the other keys of the same group have.",
        "Поставте стільки пробілів, скільки мають інші ключі тієї самої групи.",
    ),
    "yaml-list-start": Message(
        _ERROR,
        "A list entry “- …” may not begin in this place.",
        "Пункт списку «- …» не може починатися в цьому місці.",
        "Put each “- …” in a line of its own below the key; if “-” belongs to the text, put the text in quotes.",
        "Пишіть кожен «- …» в окремому рядку під ключем; якщо «-» належить до тексту, візьміть текст у лапки.",
    ),
    "yaml-escape": Message(
        _ERROR,
        "Inside double quotes a backslash “\\” begins a special character, and this one does not exist.",
        "У подвійних лапках зворотна коса «\\» починає спеціальний символ, а такого немає.",
        "Delete the backslash, or use single quotes '…'.",
        "Видаліть зворотну косу або візьміть текст в одинарні лапки '…'.",
    ),
    "yaml-syntax": Message(
        _ERROR,
        "YAML cannot be read from here on.",
        "Починаючи звідси YAML не читається.",
        "Compare this line and the one above with the example profile: spaces, colons, quotes.",
        "Порівняйте цей рядок і попередній зі зразком профілю: пробіли, двокрапки, лапки.",
    ),
}

MESSAGES: dict[str, Message] = {**_PLACES, **_CHARACTERS, **_STRUCTURE, **_SYNTAX}
