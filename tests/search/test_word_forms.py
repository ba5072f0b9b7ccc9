"""The words of texts as search needs them."""

from __future__ import annotations

import pytest

from cso.directory.synonyms import Synonyms
from cso.romanisation import romanisations, romanise
from cso.search.synonyms import Thesaurus
from cso.search.word_forms import fold, forms, lemmas, split_words, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("притулок", "притулки"),
        ("людина", "людьми"),
        ("жінка", "жінок"),
        ("Львів", "Львові"),
        ("лінія", "ліній"),
        ("річний", "річних"),
        ("здоров’я", "здоров’ям"),
        ("дитина", "дітей"),
        ("надавати", "надає"),
        ("Івано-Франківськ", "Івано-Франківську"),
        ("коаліція", "коаліцією"),
        ("Ксена", "Ксену"),
    ],
)
def test_every_form_finds_the_same(one: str, other: str) -> None:
    assert set(fold(other)) <= set(forms(one))
    assert set(fold(one)) <= set(forms(other))


def test_likely_readings_only() -> None:
    assert lemmas("Львові") == {"львів"}, "not the surname Львов, not the name Лев"


@pytest.mark.parametrize("word", ["здоров’я", "здоров'я", "здоровʼя", "Здоров`я", "ЗДОРОВ’Я"])
def test_apostrophes_and_capitals_do_not_matter(word: str) -> None:
    assert tokens(word) == ["здоровя"]


def test_words_of_a_text() -> None:
    assert split_words("ГО «Ла Страда-Україна», 2019–2020: за́хист") == [
        "ГО",
        "Ла",
        "Страда-Україна",
        "2019",
        "2020",
        "захист",
    ]
    assert tokens("Як і де знайти притулок у Львові?") == ["знайти", "притулок", "львові"]


def test_numbers_of_phones_are_no_words() -> None:
    assert tokens("0800500335, 116123 і 2019") == ["2019"]


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        # Examples of the table in resolution no. 55
        ("алушта", "alushta"),
        ("згорани", "zghorany"),
        ("ґалаґан", "galagan"),
        ("єнакієве", "yenakiieve"),
        ("їжакевич", "yizhakevych"),
        ("йосипівка", "yosypivka"),
        ("стрий", "stryi"),
        ("щербухи", "shcherbukhy"),
        ("юрій", "yurii"),
        ("яготин", "yahotyn"),
        ("костянтин", "kostiantyn"),
        ("русь", "rus"),
        ("shelter", ""),
    ],
)
def test_official_romanisation(word: str, latin: str) -> None:
    assert romanise(word) == latin


def test_common_romanisation() -> None:
    assert romanisations("гаряча") == ("hariacha", "garyacha")
    assert romanisations("львів") == ("lviv",)


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus(
        [
            Synonyms("shelter", (("uk", ("притулок", "безпечне житло")), ("en", ("shelter", "safe house")))),
            Synonyms("sumy", (("uk", ("Суми",)), ("en", ("Sumy",)))),
        ]
    )


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ("Адреси притулків не публікують", {"shelter"}),
        ("Про безпечне житло", {"shelter"}),
        ("У безпечному житлі", {"shelter"}),
        ("Безпечне місце і житло", set()),
        ("A safe house", {"shelter"}),
        ("Організація в Сумах", {"sumy"}),
        ("Великі суми грошей", set()),
        ("", set()),
    ],
)
def test_synonyms_are_found_in_any_form(thesaurus: Thesaurus, text: str, touched: set[str]) -> None:
    assert thesaurus.touched(text) == touched


def test_words_of_synonyms(thesaurus: Thesaurus) -> None:
    assert thesaurus.words({"sumy", "shelter"}) == [
        "притулок",
        "безпечне житло",
        "shelter",
        "safe house",
        "Суми",
        "Sumy",
    ]
