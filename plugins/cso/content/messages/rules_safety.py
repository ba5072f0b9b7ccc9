"""Messages of the rules on safety: contacts, confirmations, places, regions, persons.

None of them repeats a number, an address or a name (S7): they say where it stands and where it belongs.
"""

from __future__ import annotations

from cso.content.messages.message import Level, Message

_ERROR, _WARNING = Level.ERROR, Level.WARNING

_PHONES = {
    "phone-not-valid": Message(
        _ERROR,
        "This number cannot be dialled in the country beside it.",
        "Цей номер не можна набрати у країні, вказаній поруч.",
        "Compare it digit by digit with its source and check the country. A new short code is added in cso/phones.py.",
        "Звірте його із джерелом цифра за цифрою й перевірте країну. Новий короткий номер додають у cso/phones.py.",
    ),
    "phone-country-unknown": Message(
        _ERROR,
        "There is no numbering plan of this country.",
        "Для цієї країни немає плану нумерації.",
        "Write the country in two capital letters, e.g. UA, PL; EU for codes of the whole European Union.",
        "Напишіть країну двома великими літерами, наприклад UA, PL; EU – для номерів усього Європейського Союзу.",
    ),
    "phone-repeated": Message(
        _ERROR,
        "This line has the same number in line {line} already.",
        "Ця лінія вже має такий самий номер у рядку {line}.",
        "Delete one of the two and join their notes.",
        "Видаліть один із двох і об’єднайте їхні примітки.",
    ),
    "phone-do-not-publish": Message(
        _ERROR,
        "This number must never be published.",
        "Цей номер не можна оприлюднювати.",
        "Delete it. The reason stands in content/vocabularies/do-not-publish.yaml.",
        "Видаліть його. Причину записано в content/vocabularies/do-not-publish.yaml.",
    ),
    "phone-belongs-to-nobody": Message(
        _ERROR,
        "A number beginning +380 00 belongs to nobody; it is for invented examples only.",
        "Номер, що починається з +380 00, нікому не належить; він лише для вигаданих прикладів.",
        "Write the real number, or delete the contact.",
        "Напишіть справжній номер або видаліть контакт.",
    ),
    "phone-real-in-example": Message(
        _ERROR,
        "An invented example has a number that may belong to somebody.",
        "Вигаданий приклад має номер, який може комусь належати.",
        "Use a number beginning +380 00, for example +380 00 000 00 01.",
        "Візьміть номер, що починається з +380 00, наприклад +380 00 000 00 01.",
    ),
    "phone-mobile": Message(
        _ERROR,
        "A public contact of the office, press or feedback is a mobile number, which mostly belongs to a person.",
        "Публічний контакт офісу, преси чи для відгуків – мобільний номер, а він зазвичай належить людині.",
        "Write the number of the office; a mobile number may stand in hotlines or in a contact with role: intake.",
        "Напишіть номер офісу; мобільний номер може стояти в hotlines або в контакті з role: intake.",
    ),
    "mailbox-personal-domain": Message(
        _ERROR,
        "This mailbox is at a service for private mail.",
        "Ця скринька – на сервісі приватної пошти.",
        "Write a mailbox at the organisation’s own domain, e.g. office@…, or leave the e-mail out.",
        "Напишіть скриньку у власному домені організації, наприклад office@…, або не вказуйте пошту.",
    ),
    "mailbox-of-person": Message(
        _ERROR,
        "This mailbox looks like that of a person.",
        "Ця скринька схожа на скриньку конкретної людини.",
        "Write a mailbox of a role, e.g. info@…, press@…, feedback@….",
        "Напишіть скриньку ролі, наприклад info@…, press@…, feedback@….",
    ),
}

_CONFIRMATIONS = {
    "contact-not-confirmed": Message(
        _ERROR,
        "Nobody has confirmed this contact yet.",
        "Цей контакт ще ніхто не підтвердив.",
        "A safeguarding editor adds it to content/confirmations/{owner}.yaml, as confirmed or as awaiting.",
        "Редактор із безпеки додає його до content/confirmations/{owner}.yaml: confirmed після дзвінка або awaiting.",
    ),
    "contact-awaiting": Message(
        _WARNING,
        "This contact awaits its confirmation and is not shown.",
        "Цей контакт чекає на підтвердження, тому його не показано.",
        "Call or write to the operator, then enter the result in the owner's file in content/confirmations.",
        "Зателефонуйте або напишіть оператору й запишіть результат у файлі власника в content/confirmations.",
    ),
    "contact-withdrawn": Message(
        _WARNING,
        "This contact was withdrawn and is not shown.",
        "Цей контакт відкликано, тому його не показано.",
        "Delete it here when you next change the file, or replace it by the new one.",
        "Видаліть його звідси під час наступної зміни файлу або замініть новим.",
    ),
    "contact-of-another": Message(
        _ERROR,
        "This contact is confirmed for another owner, “{other}”.",
        "Цей контакт підтверджено за іншим власником – «{other}».",
        "Refer to that line by its id. If the contact really moved, a safeguarding editor changes both entries.",
        "Пошліться на ту лінію за її id. Якщо контакт справді перейшов, обидва записи змінює редактор із безпеки.",
    ),
    "confirmation-conflict": Message(
        _ERROR,
        "This contact has another entry with another state in line {line}; the more cautious one holds.",
        "У рядку {line} є інший запис про цей контакт з іншим станом; діє обережніший.",
        "Keep the entry that holds and delete the other.",
        "Залиште чинний запис, а другий видаліть.",
    ),
    "confirmation-superseded": Message(
        _WARNING,
        "This contact was withdrawn and has another entry in line {line}; the withdrawal holds.",
        "Цей контакт відкликано, а в рядку {line} є ще один запис про нього; діє відкликання.",
        "Delete the entry that no longer holds.",
        "Видаліть запис, який більше не діє.",
    ),
    "confirmation-without-source": Message(
        _ERROR,
        "An entry with method: public_source does not name the page that prints the contact.",
        "Запис із method: public_source не називає сторінки, на якій надруковано контакт.",
        "Add source: https://… (the newest page), or publication: with an id from vocabularies/sources.yaml.",
        "Додайте source: https://… (найновішу сторінку) або publication з ідентифікатором із sources.yaml.",
    ),
    "launch-fields-missing": Message(
        _ERROR,
        "The site cannot be launched: nothing is known of {missing}.",
        "Сайт не можна запустити: не заповнено {missing}.",
        "Fill these in, or write launched: false.",
        "Заповніть ці поля або напишіть launched: false.",
    ),
    "launch-line-not-confirmed": Message(
        _ERROR,
        "The site cannot be launched: the operator of the national line “{line}” was not asked about this number.",
        "Сайт не можна запустити: оператора національної лінії «{line}» ще не запитували про цей номер.",
        "Call or write to the operator and enter it with method: called or operator_wrote; or write launched: false.",
        "Запитайте оператора й запишіть method: called чи operator_wrote; або напишіть launched: false.",
    ),
    "launch-line-confirmation-old": Message(
        _ERROR,
        "The site cannot be launched: the confirmation of this number of the national line “{line}” is too old.",
        "Сайт не можна запустити: підтвердження цього номера національної лінії «{line}» застаріло.",
        "Call or write to the operator again and enter the new date; or write launched: false.",
        "Зателефонуйте або напишіть оператору знову й запишіть нову дату; або напишіть launched: false.",
    ),
}

_CONTACTS_IN_TEXT = {
    "phone-in-text": Message(
        _ERROR,
        "A phone number stands in a text ({field}).",
        "У тексті ({field}) стоїть номер телефону.",
        "Move it to numbers of a line (hotlines) or to contacts (dial); the text refers to the line by its name.",
        "Перенесіть його в numbers лінії (hotlines) або в contacts (dial); у тексті назвіть лише лінію.",
    ),
    "email-in-text": Message(
        _ERROR,
        "An e-mail address stands in a text ({field}).",
        "У тексті ({field}) стоїть адреса електронної пошти.",
        "Move it to contacts (kind: email) or to channels of a line.",
        "Перенесіть її в contacts (kind: email) або в channels лінії.",
    ),
    "handle-in-text": Message(
        _ERROR,
        "The name of an account in a messenger or network stands in a text ({field}).",
        "У тексті ({field}) стоїть ім’я облікового запису в месенджері чи мережі.",
        "Move it to channels of a line or to contacts (handle).",
        "Перенесіть його в channels лінії або в contacts (handle).",
    ),
    "messenger-link-in-text": Message(
        _ERROR,
        "A link to a messenger stands in a text ({field}).",
        "У тексті ({field}) стоїть посилання на месенджер.",
        "Move it to channels of a line (kind: chat) or to contacts.",
        "Перенесіть його в channels лінії (kind: chat) або в contacts.",
    ),
    "contact-link-in-text": Message(
        _ERROR,
        "A link that calls, writes or opens an app (tel:, sms:, mailto: …) stands in a text ({field}).",
        "У тексті ({field}) стоїть посилання, яке телефонує, пише або відкриває програму (tel:, sms:, mailto: …).",
        "Move the contact to numbers or channels of a line or to contacts, and delete the link here.",
        "Перенесіть контакт у numbers чи channels лінії або в contacts, а посилання тут видаліть.",
    ),
    "short-link-in-text": Message(
        _ERROR,
        "A short link that hides where it leads stands in a text ({field}).",
        "У тексті ({field}) стоїть скорочене посилання, яке приховує, куди веде.",
        "Write the full address in the field url, or in Markdown as a link.",
        "Напишіть повну адресу в полі url або посиланням у Markdown.",
    ),
    "link-in-text": Message(
        _ERROR,
        "A web address stands in a text that cannot hold links ({field}).",
        "У тексті, який не може містити посилань ({field}), стоїть вебадреса.",
        "Move it to the field url or source beside it, or to contacts (kind: website).",
        "Перенесіть її в поле url чи source поруч або в contacts (kind: website).",
    ),
    "taken-off-in-text": Message(
        _WARNING,
        "A contact that editors took off stands in a text ({field}); it is left out when the text is published.",
        "У тексті ({field}) стоїть контакт, який редактори зняли; під час оприлюднення тексту його буде пропущено.",
        "Delete it from the text.",
        "Видаліть його з тексту.",
    ),
    "address-of-messenger": Message(
        _ERROR,
        "A link to a messenger stands where a page is named.",
        "Посилання на месенджер стоїть там, де називають сторінку.",
        "Name a page that anybody can open; a chat belongs to channels of a line or to contacts.",
        "Назвіть сторінку, яку може відкрити кожен; чат належить до channels лінії або до contacts.",
    ),
}

_PLACES = {
    "street-in-text": Message(
        _ERROR,
        "Something like a postal address stands in a text ({field}).",
        "У тексті ({field}) стоїть щось схоже на поштову адресу.",
        "Delete the street, house and room. An office may show its address in seat.address if it asked for that.",
        "Видаліть вулицю, будинок і кімнату. Офіс може вказати адресу в seat.address, якщо сам про це попросив.",
    ),
    "postcode-in-text": Message(
        _ERROR,
        "A postcode stands in a text ({field}).",
        "У тексті ({field}) стоїть поштовий індекс.",
        "Delete it. A post box belongs to contacts (kind: post).",
        "Видаліть його. Абонентська скринька належить до contacts (kind: post).",
    ),
    "map-link-in-text": Message(
        _ERROR,
        "A link to a map stands in a text ({field}).",
        "У тексті ({field}) стоїть посилання на мапу.",
        "Delete the link: no page here shows where a house stands.",
        "Видаліть посилання: жодна сторінка тут не показує, де стоїть будинок.",
    ),
    "coordinates-in-text": Message(
        _ERROR,
        "Coordinates or a code of a place stand in a text ({field}).",
        "У тексті ({field}) стоять координати або код місця.",
        "Delete them: no page here shows where a house stands.",
        "Видаліть їх: жодна сторінка тут не показує, де стоїть будинок.",
    ),
    "address-of-map": Message(
        _ERROR,
        "This address leads to a place on a map.",
        "Ця адреса веде до місця на мапі.",
        "Delete it, or name the page of the organisation.",
        "Видаліть її або назвіть сторінку організації.",
    ),
    "shelter-seat-shown": Message(
        _ERROR,
        "An organisation with a shelter shows “{key}” of its seat, which may lead to the shelter.",
        "Організація з притулком показує «{key}» свого осідку, а це може вивести на притулок.",
        "Delete the line; keep the region.",
        "Видаліть цей рядок; залиште область (region).",
    ),
    "shelter-mail-shown": Message(
        _ERROR,
        "The postal contact of an organisation with a shelter shows “{key}”.",
        "Поштовий контакт організації з притулком показує «{key}».",
        "Delete the line; keep the post box.",
        "Видаліть цей рядок; залиште абонентську скриньку (post_box).",
    ),
    "address-not-public": Message(
        _ERROR,
        "The address of the office stands here without the organisation’s wish to show it.",
        "Адресу офісу записано без бажання організації її показувати.",
        "Delete the address, or write address_public: true if the organisation asked for that.",
        "Видаліть адресу або напишіть address_public: true, якщо організація про це попросила.",
    ),
    "address-not-asked-for": Message(
        _ERROR,
        "A profile from public sources shows the address of an office; its organisation never asked for that.",
        "Профіль із відкритих джерел показує адресу офісу, хоча організація про це не просила.",
        "Delete the address.",
        "Видаліть адресу.",
    ),
}

_REGIONS = {
    "restricted-profile-key": Message(
        _ERROR,
        "“{key}” may not stand in a public-source profile from an occupied or frontline region.",
        "«{key}» не може стояти у профілі з відкритих джерел з окупованої чи прифронтової області.",
        "Delete it. Such a profile holds name, legal form, status, region of the seat and history to 2021.",
        "Видаліть його. У такому профілі є назва, правова форма, стан, область осідку та історія до 2021 року.",
    ),
    "restricted-history-late": Message(
        _ERROR,
        "An event from an occupied or frontline region has no date, or one after 2021.",
        "Подія з окупованої чи прифронтової області не має дати або сталася після 2021 року.",
        "Add its date if that is 2021 or earlier; otherwise delete the event.",
        "Додайте дату, якщо це 2021 рік або раніше; інакше видаліть подію.",
    ),
    "restricted-profile-prose": Message(
        _ERROR,
        "News stand in the folder of a public-source profile from an occupied or frontline region.",
        "У папці профілю з відкритих джерел з окупованої чи прифронтової області стоять новини.",
        "Delete this file.",
        "Видаліть цей файл.",
    ),
    "restricted-region-named": Message(
        _ERROR,
        "A public-source profile says that it works in an occupied or frontline region after 2021.",
        "Профіль із відкритих джерел каже, що працює в окупованій чи прифронтовій області після 2021 року.",
        "Delete this region here, or give the activity its period if that ended in 2021 or earlier.",
        "Видаліть тут цю область або вкажіть період діяльності, якщо вона закінчилася не пізніше 2021 року.",
    ),
    "restricted-branch-active": Message(
        _ERROR,
        "A branch in an occupied or frontline region is called active.",
        "Осередок в окупованій чи прифронтовій області названо чинним.",
        "Write relocated, suspended or closed, as it is.",
        "Напишіть relocated, suspended або closed – як є насправді.",
    ),
}

MESSAGES: dict[str, Message] = {
    **_PHONES,
    **_CONFIRMATIONS,
    **_CONTACTS_IN_TEXT,
    **_PLACES,
    **_REGIONS,
}
