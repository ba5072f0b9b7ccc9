"""Messages of the rules that look across values and files (`cso.content.rules`)."""

from __future__ import annotations

from cso.content.messages.message import Level, Message
from cso.content.messages.rules_news import MESSAGES as _NEWS
from cso.content.messages.rules_safety import MESSAGES as _SAFETY

_ERROR, _WARNING = Level.ERROR, Level.WARNING

_REFERENCES = {
    "unknown-reference-near": Message(
        _ERROR,
        "There is no “{value}”.",
        "«{value}» не існує.",
        "Did you mean “{suggestion}”? All ids: {where}.",
        "Можливо, ви мали на увазі «{suggestion}»? Усі ідентифікатори: {where}.",
    ),
    "unknown-reference": Message(
        _ERROR,
        "There is no “{value}”.",
        "«{value}» не існує.",
        "Take an id from here: {where}.",
        "Візьміть ідентифікатор звідси: {where}.",
    ),
    "unknown-source": Message(
        _ERROR,
        "This source is neither a web address nor a known publication.",
        "Це джерело – ні вебадреса, ні відома публікація.",
        "Write the whole address beginning with https://, or an id from content/vocabularies/sources.yaml.",
        "Напишіть повну адресу, що починається з https://, або ідентифікатор із content/vocabularies/sources.yaml.",
    ),
    "source-with-space": Message(
        _ERROR,
        "There is a space in the address of this source.",
        "В адресі цього джерела є пробіл.",
        "Copy the address from the address bar of the browser; write each further source under other_sources.",
        "Скопіюйте адресу з адресного рядка браузера; кожне інше джерело запишіть в other_sources.",
    ),
    "duplicate-id": Message(
        _ERROR,
        "The id “{value}” stands in line {line} already.",
        "Ідентифікатор «{value}» уже є в рядку {line}.",
        "Give this entry an id of its own.",
        "Дайте цьому запису власний ідентифікатор.",
    ),
    "id-taken": Message(
        _ERROR,
        "The id “{value}” is used in {file} already.",
        "Ідентифікатор «{value}» уже використано у файлі {file}.",
        "Choose another id: it stands in addresses and confirmations and belongs to one owner for ever.",
        "Виберіть інший: він входить до адрес і підтверджень і назавжди належить одному власникові.",
    ),
    "entry-code-taken": Message(
        _ERROR,
        "The code that readers say to name this line is that of “{other}” in {file} too.",
        "Код, яким читачі називають цю лінію, збігається з кодом лінії «{other}» у файлі {file}.",
        "Choose another id for the newer of the two lines: the code is made from it.",
        "Виберіть інший ідентифікатор для новішої з двох ліній: код утворюється з нього.",
    ),
    "reserved-id": Message(
        _ERROR,
        "“{value}” is the name of a page or file of the site itself.",
        "«{value}» – це назва сторінки чи файлу самого сайту.",
        "Choose another id, for example with the name of the town behind it.",
        "Виберіть інший ідентифікатор, наприклад із назвою міста наприкінці.",
    ),
    "id-not-file-name": Message(
        _ERROR,
        "“{key}” says “{value}”, but the file is called “{stem}”.",
        "У «{key}» стоїть «{value}», а файл називається «{stem}».",
        "Write {key}: {stem}, or rename the file.",
        "Напишіть {key}: {stem} або перейменуйте файл.",
    ),
    "former-slug-current": Message(
        _ERROR,
        "“{value}” stands among the former ids although it is in use, or stands there twice.",
        "«{value}» записано серед колишніх ідентифікаторів, хоча він чинний або вже записаний.",
        "Delete this line.",
        "Видаліть цей рядок.",
    ),
}

_DATES = {
    "date-in-future": Message(
        _ERROR,
        "This has already happened, so its date cannot lie after {as_of}.",
        "Це вже сталося, тож дата не може бути пізнішою за {as_of}.",
        "Correct the date. Only plans, ends and review dates may lie in the future.",
        "Виправте дату. У майбутньому можуть бути лише плани, завершення й дати перегляду.",
    ),
    "end-before-beginning": Message(
        _ERROR,
        "“{last}” is earlier than “{first}”.",
        "«{last}» раніше, ніж «{first}».",
        "Correct one of the two dates, or swap them.",
        "Виправте одну з двох дат або поміняйте їх місцями.",
    ),
    "consent-review-due": Message(
        _WARNING,
        "The date by which the consent was to be reviewed has passed.",
        "Дата, до якої мали переглянути згоду, минула.",
        "Ask the organisation whether it still agrees, then write the new date and review_date.",
        "Запитайте організацію, чи згода чинна, і запишіть нові date та review_date.",
    ),
}

_ADDRESSES = {
    "address-bare-ip": Message(
        _ERROR,
        "This address has a number in place of the name of a site.",
        "У цій адресі замість назви сайту стоїть число.",
        "Write the address with the name of the site, e.g. https://example.org/page.",
        "Напишіть адресу з назвою сайту, наприклад https://example.org/page.",
    ),
    "address-mixed-script": Message(
        _ERROR,
        "The name of the site in this address mixes Latin letters with others that look alike.",
        "У назві сайту в цій адресі змішано латинські літери з іншими, схожими на них.",
        "Open the site yourself and copy the address from the browser. If it was sent to you, ask who sent it.",
        "Відкрийте сайт самостійно і скопіюйте адресу з браузера. Якщо адресу вам надіслали, з’ясуйте, хто це зробив.",
    ),
    "address-shortened": Message(
        _ERROR,
        "This short address hides where it leads.",
        "Ця скорочена адреса приховує, куди веде.",
        "Open it and write the full address it leads to.",
        "Відкрийте її і напишіть повну адресу, на яку вона веде.",
    ),
    "address-unsafe": Message(
        _ERROR,
        "This is no whole web address, or it has a user name in it.",
        "Це неповна вебадреса або адреса з іменем користувача.",
        "Write an address that begins with https:// and has no @ before the name of the site.",
        "Напишіть адресу, що починається з https:// і не має знака @ перед назвою сайту.",
    ),
    "mixed-script-name": Message(
        _ERROR,
        "A word of this name has the letter “{letter}” ({code}, {character}) among letters of another alphabet.",
        "У слові цієї назви літера «{letter}» ({code}, {character}) стоїть серед літер іншої абетки.",
        "Type the word again on one keyboard layout.",
        "Наберіть слово заново в одній розкладці клавіатури.",
    ),
    "mixed-script-word": Message(
        _WARNING,
        "A word of this text has the letter “{letter}” ({code}, {character}) among letters of another alphabet.",
        "У слові цього тексту літера «{letter}» ({code}, {character}) стоїть серед літер іншої абетки.",
        "Type the word again on one keyboard layout, or put a hyphen between the two parts.",
        "Наберіть слово заново в одній розкладці або розділіть дві частини дефісом.",
    ),
}

_FILES = {
    "attachment-missing": Message(
        _ERROR,
        "There is no such file.",
        "Такого файлу немає.",
        "Put the file into the folder of the profile and write its path from there, e.g. files/report-2025.pdf.",
        "Покладіть файл у папку профілю і напишіть шлях від неї, наприклад files/report-2025.pdf.",
    ),
    "attachment-outside": Message(
        _ERROR,
        "This file lies outside the folder of the profile.",
        "Цей файл лежить поза папкою профілю.",
        "Copy the file itself into the folder; links and “..” are not followed.",
        "Скопіюйте сам файл до папки; посилання та «..» не діють.",
    ),
    "attachment-too-large": Message(
        _ERROR,
        "The file is larger than {limit} MB.",
        "Файл більший за {limit} МБ.",
        "Save it with smaller pictures, or write the address where it is published as url.",
        "Збережіть його з меншими зображеннями або вкажіть у url адресу, де його оприлюднено.",
    ),
    "attachment-kind": Message(
        _ERROR,
        "The content of this file is not of a kind that may be published.",
        "Вміст цього файлу не належить до типів, які можна оприлюднювати.",
        "Save it as one of these: {kinds}; a logo as PNG or JPEG. A spreadsheet may hold no macros.",
        "Збережіть його як один із цих типів: {kinds}; логотип – як PNG або JPEG. Таблиця не може мати макросів.",
    ),
    "attachment-ending": Message(
        _ERROR,
        "The ending of the file name does not fit what is in the file.",
        "Закінчення назви файлу не відповідає його вмісту.",
        "Save the file again in the form you want, so that the program gives it the right ending.",
        "Збережіть файл заново в потрібному форматі, щоб програма дала йому правильне закінчення.",
    ),
    "attachment-locked": Message(
        _ERROR,
        "The file is locked, so that its hidden data cannot be taken out before it is published.",
        "Файл захищено, тому перед оприлюдненням із нього не можна вилучити приховані дані.",
        "Save it without a password and without restrictions.",
        "Збережіть його без пароля та без обмежень.",
    ),
    "attachment-unreadable": Message(
        _ERROR,
        "The file is damaged, or is not what its beginning says.",
        "Файл пошкоджено, або він не той, за який себе видає.",
        "Open it and save or export it again; a table as CSV in UTF-8.",
        "Відкрийте його і збережіть чи експортуйте знову; таблицю CSV – у кодуванні UTF-8.",
    ),
    "attachment-unpacks-too-large": Message(
        _ERROR,
        "Unpacked, this file is too large.",
        "Після розпакування цей файл завеликий.",
        "Save it with fewer pixels or fewer sheets.",
        "Збережіть його з меншою кількістю пікселів чи аркушів.",
    ),
    "attachment-redaction": Message(
        _ERROR,
        "Places of this PDF are marked to be blacked out, but the text below is still there.",
        "У цьому PDF місця лише позначено для замальовування, а текст під ними залишився.",
        "Apply the redactions in the program that made them, then attach the result.",
        "Застосуйте вилучення в програмі, де їх позначено, і додайте результат.",
    ),
    "attachment-hidden-sheets": Message(
        _ERROR,
        "The spreadsheet has hidden sheets, which everybody could show.",
        "У таблиці є приховані аркуші, які зможе відкрити будь-хто.",
        "Show them, look at what is there, and delete the sheets that nobody should see.",
        "Відобразіть їх, перегляньте і видаліть ті, яких ніхто не має бачити.",
    ),
}

_COMPLETENESS = {
    "synthetic-record": Message(
        _ERROR,
        "An invented example stands among the real content.",
        "Серед справжніх даних стоїть вигаданий приклад.",
        "Delete the record; if the organisation is real, delete this line.",
        "Видаліть запис; якщо організація справжня, видаліть цей рядок.",
    ),
    "empty-group": Message(
        _ERROR,
        "There is nothing in this group.",
        "У цій групі нічого немає.",
        "Fill it in, or delete the whole line.",
        "Заповніть її або видаліть увесь рядок.",
    ),
    "partner-without-name": Message(
        _ERROR,
        "This entry does not say who it is about.",
        "Цей запис не каже, про кого йдеться.",
        "Add “{key}: …” with an id, or a name.",
        "Додайте «{key}: …» з ідентифікатором або назву в name.",
    ),
    "words-not-translated": Message(
        _WARNING,
        "The English text is the same as the Ukrainian one.",
        "Англійський текст такий самий, як український.",
        "Translate it, or delete the line of the language it is not in.",
        "Перекладіть його або видаліть рядок тієї мови, якою він не написаний.",
    ),
    "words-not-ukrainian": Message(
        _WARNING,
        "This text is marked as Ukrainian but has no Cyrillic letter.",
        "Цей текст позначено як український, але в ньому немає жодної кириличної літери.",
        "Write it in Ukrainian, or put it under the key of its own language.",
        "Напишіть його українською або перенесіть під ключ його мови.",
    ),
}

MESSAGES: dict[str, Message] = {**_REFERENCES, **_DATES, **_ADDRESSES, **_FILES, **_COMPLETENESS, **_NEWS, **_SAFETY}
