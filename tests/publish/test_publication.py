from __future__ import annotations

import pytest

from cso.publish.errors import BuildError
from cso.publish.output import Output, problem_with_path
from cso.publish.publication import Publication


def output(path: str) -> Output:
    return Output(path, str.encode, path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../outside.html",
        "help/../../outside.html",
        "help//index.html",
        "help/./index.html",
        "help/",
        "help\\index.html",
        "a\0b",
        "a\nb",
        "i\u0306.html",
        "я" * 128,
    ],
)
def test_path_that_is_no_place_in_the_site_is_refused(path: str) -> None:
    assert problem_with_path(path)
    with pytest.raises(BuildError, match="no place in the site"):
        Publication().add([output(path)], "mini")


@pytest.mark.parametrize(
    "path", ["index.html", ".well-known/security.txt", "help/in/lviv/index.html", "feeds/uk/всі.atom"]
)
def test_path_in_the_site_is_fine(path: str) -> None:
    assert problem_with_path(path) is None


@pytest.mark.parametrize(("first", "second"), [("a.html", "a.html"), ("A.html", "a.html")])
def test_same_path_twice_names_both_makers(first: str, second: str) -> None:
    publication = Publication()
    publication.add([output(first)], "cso.pages")
    with pytest.raises(BuildError, match=r"cso\.search .* cso\.pages already publishes"):
        publication.add([output(second)], "cso.search")


def test_file_where_a_folder_is_needed_is_refused() -> None:
    publication = Publication()
    publication.add([output("help"), output("help/index.html")], "mini")
    with pytest.raises(BuildError, match="needs a folder of that name"):
        publication.check()


def test_nothing_to_publish_is_refused() -> None:
    with pytest.raises(BuildError, match="anything to publish"):
        Publication().check()


def test_order_is_that_of_the_paths() -> None:
    publication = Publication()
    publication.add([output("b"), output("a")], "mini")
    assert [made.path for made in publication] == ["a", "b"]
    assert len(publication) == 2
    assert "a" in publication


def test_failing_maker_says_which_file() -> None:
    def broken(view: object) -> bytes:
        raise KeyError(view)

    with pytest.raises(KeyError) as caught:
        Output("a.html", broken, "x").make()
    assert caught.value.__notes__ == ["while making a.html"]


def test_maker_that_gives_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"a\.html gave str"):
        Output("a.html", str, "x").make()
