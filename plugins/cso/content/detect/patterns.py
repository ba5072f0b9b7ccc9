"""Word lists for regular expressions, written so that people can read and extend them."""

from __future__ import annotations


def any_of(*lists: str) -> str:
    """A pattern that matches any of the words.

    Args:
        *lists: words (or patterns of words) parted by blanks; `_` stands for a space inside one.
    """
    words = [word.replace("_", "[ ]") for words in lists for word in words.split()]
    return f"(?:{'|'.join(words)})"


#: Beginnings of words that follow a number of people or things; such a number is neither a phone nor a house.
COUNTED = any_of(
    r"% ‰ ° € \$ ₴ £ тис млн млрд грн гривн гривень гривен дол євро евро usd uah eur kč zł",
    r"осіб особ люд жінк жінок чоловік жител женщин мужчин человек діт детей детям дівч хлопц учнів студент фахівц",
    r"дет\b педагог працівник спеціаліст учасник сімей родин сімʼ семей сем['’]",
    r"дзвінк дзвонк звінк звернен обращен звонк консультац справ дел\b випадк случа раз захід заход мероприят",
    r"закон примірник экземпляр організац громад област країн стран міст мест сторін стор\b стр\b рок",
    r"рік років лет\b год днів",
    r"дней тижн місяц місц бюлет листів брошур кімнат комнат квартир поверх этаж",
    r"people persons?\b women men\b girls boys child calls consultations requests cases times hours days years",
    r"months copies students pupils specialists teachers participants workers employees staff units",
    r"families places beds rooms",
    r"floors thousand million billion dollars euros?\b hryv organi[sz]ations communities pages percent",
    r"км м\b км2 м2 m2 km га\b",
)
