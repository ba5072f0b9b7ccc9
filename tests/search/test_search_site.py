"""What search publishes: the same every time, nothing that pages do not show, and nothing where it is switched off."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.views import all_pages
from cso.search.documents import document_of
from cso.search.pagefind import make_index
from cso.search.records import Record, make_records
from cso.search.synonyms import Thesaurus
from cso.search.word_forms import tokens
from html_pages import BuiltSite
from synthetic import THEME, SyntheticProject

SIGNATURE = b"pagefind_dcd"


@pytest.fixture(scope="module")
def records(untouched_project: SyntheticProject) -> tuple[Record, ...]:
    """Everything to be found in the invented content, in Ukrainian."""
    factory = PageFactory(untouched_project.directory(), "uk", load_texts(THEME, "uk"), "https://example.org")
    return make_records(factory, all_pages(factory))


@pytest.fixture(scope="module")
def documents(records: tuple[Record, ...], untouched_project: SyntheticProject) -> dict[str, list[str]]:
    """What Pagefind gets to read."""
    thesaurus = Thesaurus(untouched_project.directory().vocabularies.synonyms)
    return {"uk": [document_of(record, "uk", thesaurus) for record in records]}


def test_everything_has_a_record(records: tuple[Record, ...]) -> None:
    kinds = {record.kind for record in records}
    assert {
        "organization",
        "service",
        "service_type",
        "hotline",
        "region",
        "network",
        "body",
        "report",
        "page",
    } <= kinds
    assert "proposal" in kinds
    paths = [record.path for record in records]
    assert paths == sorted(set(paths))


def test_index_is_the_same_every_time(documents: dict[str, list[str]]) -> None:
    one, other = make_index(documents), make_index(documents)
    assert one == other
    assert len(one.ids["uk"]) == len(set(one.ids["uk"])) == len(documents["uk"])


def test_documents_hold_words_only(documents: dict[str, list[str]]) -> None:
    """No row of digits that could be dialled, no sentence, no address of anything."""
    for document in documents["uk"]:
        text = re.sub(r"<[^>]*>", " ", document)
        assert not re.search(r"\d{5}|[@/:+]", text), text[:200]


def index_words(site: BuiltSite) -> Iterator[str]:
    """Everything that the index of a built site holds, as text."""
    for path, data in site.files.items():
        if path.startswith("search/pagefind/index/"):
            yield gzip.decompress(data).removeprefix(SIGNATURE).decode("utf-8", "replace")


def test_withheld_organization_cannot_be_found(synthetic_site: BuiltSite, untouched_project: SyntheticProject) -> None:
    withheld = yaml.safe_load(untouched_project.read("organizations/withheld-example/organization.yaml"))
    found = "".join(index_words(synthetic_site))
    assert "притулок" in found, "the index can be read"
    for name in withheld["name"].values():
        assert tokens(name)[-1] not in found
    for path, data in synthetic_site.files.items():
        if path.startswith("search/entries."):
            entries = json.loads(data)["entries"].values()
            assert not [entry for entry in entries if "withheld-example" in entry["path"]]
            assert not [entry for entry in entries if withheld["name"]["en"] in str(entry)]


def test_places_to_stay_are_no_entries(synthetic_site: BuiltSite, untouched_project: SyntheticProject) -> None:
    """Search tells of a place to stay what the page of such places tells as a whole, not each of them."""
    directory = untouched_project.directory()
    names = [shelter.name for organization in directory.organizations for shelter in organization.shelters]
    entries = [data for path, data in synthetic_site.files.items() if path.startswith("search/entries.")]
    assert len(entries) == 2
    for data in entries:
        titles = {entry["title"] for entry in json.loads(data)["entries"].values()}
        assert not titles & {text for name in names if name for _, text in name.texts}


def test_policy_of_the_page_of_search_alone_lets_it_search(synthetic_site: BuiltSite) -> None:
    for path, page in synthetic_site.pages.items():
        policy = page.one('//meta[@http-equiv="Content-Security-Policy"]').get("content")
        is_search = path in ("search/index.html", "en/search/index.html")
        assert ("'wasm-unsafe-eval'" in policy) == is_search, path
        assert ("connect-src 'self'" in policy) == is_search, path
        assert "unsafe-eval' 'unsafe" not in policy
        scripts = [script.get("src").rpartition("/")[2] for script in page.all("//script")]
        assert ("search.js" in scripts) == is_search, path
        assert not [name for name in scripts if "pagefind" in name], path


def test_every_page_leads_to_search(synthetic_site: BuiltSite) -> None:
    for path, page in synthetic_site.pages.items():
        if path.split("/")[0] not in ("ru", "pl", "ro"):
            targets = {page.target(link.get("href")) for link in page.all("//header//nav//a")}
            prefix = "en/" if path.startswith("en/") else ""
            assert (f"{prefix}search/index.html", "") in targets or path == "404.html", path


def test_site_builds_without_search(synthetic_project: SyntheticProject) -> None:
    settings = synthetic_project.root / "pelicanconf.py"
    lines = settings.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if '"cso.search"' not in line]
    assert len(kept) == len(lines) - 1
    settings.write_text("\n".join(kept) + "\n", encoding="utf-8")
    site = synthetic_project.build()
    assert not [path for path in site.files if path.startswith(("search/", "en/search/"))]
    for path, page in site.pages.items():
        assert not [link for _, _, link in page.links() if link.endswith("/search/") or link == "search/"], path


def test_files_of_search_are_small(synthetic_site: BuiltSite) -> None:
    """What a first search loads, beside the words that are asked for: script, program, list; as gzip packs it."""
    first = [
        data
        for path, data in synthetic_site.files.items()
        if Path(path).name in ("search.js", "pagefind.js", "wasm.unknown.pagefind") or "/entries.uk." in path
    ]
    assert len(first) == 4
    assert sum(len(gzip.compress(data, 9)) for data in first) < 160_000
