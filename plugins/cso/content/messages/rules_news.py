"""Messages of the rules on news (`cso.content.rules.news`)."""

from __future__ import annotations

from cso.content.messages.message import Level, Message

_ERROR, _WARNING = Level.ERROR, Level.WARNING

MESSAGES: dict[str, Message] = {
    "news-metadata-missing": Message(
        _ERROR,
        "This item of news has no line “{key}:” at its top.",
        "На початку цієї новини немає рядка «{key}:».",
        "Add it before the first empty line, for example “{example}”.",
        "Додайте його перед першим порожнім рядком, наприклад «{example}».",
    ),
    "news-metadata-near": Message(
        _ERROR,
        "An item of news has no line “{key}:”.",
        "Новина не має рядка «{key}:».",
        "Did you mean “{suggestion}:”? If the line belongs to the text, put an empty line above it.",
        "Можливо, ви мали на увазі «{suggestion}:»? Якщо рядок належить до тексту, лишіть перед ним порожній рядок.",
    ),
    "news-metadata-unknown": Message(
        _ERROR,
        "An item of news has no line “{key}:”.",
        "Новина не має рядка «{key}:».",
        "Delete it; these can stand here: {known}. If the line belongs to the text, put an empty line above it.",
        "Видаліть його; тут можуть стояти {known}. Якщо рядок належить до тексту, лишіть перед ним порожній рядок.",
    ),
    "news-text-missing": Message(
        _ERROR,
        "This item of news has no text.",
        "Ця новина не має тексту.",
        "Write the text below the lines at the top, with an empty line between.",
        "Напишіть текст під рядками на початку, відокремивши його порожнім рядком.",
    ),
    "news-date": Message(
        _ERROR,
        "This is no day that exists.",
        "Такого дня не існує.",
        "Write year, month and day without a time, for example 2026-05-04.",
        "Напишіть рік, місяць і день без часу, наприклад 2026-05-04.",
    ),
    "news-language": Message(
        _ERROR,
        "The site is not written in this language.",
        "Сайт не ведеться цією мовою.",
        "Write the code of the language in which the item is written, one of: {languages}. Ukrainian is uk.",
        "Напишіть код мови, якою написано новину, один із: {languages}. Українська – uk.",
    ),
    "news-language-doubtful": Message(
        _WARNING,
        "This item counts as written in “{language}”, but most of its letters belong to another language.",
        "Ця новина вважається написаною мовою «{language}», але більшість її літер належить іншій мові.",
        "Write the line Lang: with the language of the text; an item without it counts as Ukrainian.",
        "Напишіть рядок Lang: з мовою тексту; без нього новина вважається українською.",
    ),
    "news-slug": Message(
        _ERROR,
        "This name cannot stand in an address.",
        "Така назва не може стояти в адресі.",
        "Write small Latin letters, digits and hyphens, for example “Slug: {example}”.",
        "Пишіть малі латинські літери, цифри та дефіси, наприклад «Slug: {example}».",
    ),
    "news-file-name": Message(
        _ERROR,
        "The name of this file stands in the address of the item and has other signs than small Latin letters.",
        "Назва цього файлу входить до адреси новини, а в ній є не лише малі латинські літери.",
        "Name it like 2026-05-04-{example}.md, or add a line “Slug: {example}”.",
        "Назвіть його на зразок 2026-05-04-{example}.md або додайте рядок «Slug: {example}».",
    ),
    "news-slug-taken": Message(
        _ERROR,
        "The name “{value}” in this language belongs to {file} already.",
        "Назва «{value}» цією мовою вже належить файлу {file}.",
        "Write another Slug:; the same one is for a translation of the same item, with another Lang:.",
        "Напишіть інший Slug:; однаковий мають лише переклади тієї самої новини з різними Lang:.",
    ),
    "news-source-missing": Message(
        _ERROR,
        "This news of a public-source profile does not say where it is from.",
        "Ця новина профілю з відкритих джерел не каже, звідки вона.",
        "Add the page on which it was published, for example “{example}”.",
        "Додайте сторінку, на якій її оприлюднено, наприклад «{example}».",
    ),
    "news-announces-shelter": Message(
        _ERROR,
        "This headline announces a place to stay; lists and feeds would carry it to those who look for one.",
        "Цей заголовок сповіщає про притулок; списки та стрічки донесли б його до тих, хто такі місця шукає.",
        "Write about the help, not about the place, and name it under shelters in the profile.",
        "Напишіть про допомогу, а не про місце, а сам притулок додайте в shelters у профілі.",
    ),
    "news-picture": Message(
        _WARNING,
        "Pictures in news are not shown: they may give away faces and places.",
        "Зображення в новинах не показуються: вони можуть видати обличчя й місця.",
        "Delete it, or link to the page where it was published.",
        "Видаліть його або дайте посилання на сторінку, де його оприлюднено.",
    ),
    "markdown-not-used": Message(
        _WARNING,
        "Nothing reads this file, so it is not published.",
        "Цей файл ніхто не читає, тож його не буде оприлюднено.",
        "Move news into the folder news of the organisation, without folders inside.",
        "Перенесіть новини в папку news організації, без вкладених папок.",
    ),
}
