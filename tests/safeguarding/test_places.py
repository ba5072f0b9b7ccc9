"""Rules 1, 2, 3, 5, 9 and 41: nothing published says where a person is sheltered, or who is where it is unsafe."""

from __future__ import annotations

import copy
from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from conftest import REAL_AS_OF
from cso.content.detect.places import find_places
from cso.content.document import Document
from cso.content.repository import Content, Text, texts
from cso.content.rules import CheckContext, free_text, occupation, references, shelters
from cso.content.rules.look import keys_of
from cso.directory import Directory
from cso.directory.build import build_directory
from cso.directory.help import Shelter
from cso.pages.factory import PageFactory
from cso.pages.interface_texts import load_texts
from cso.pages.rendering import Renderer
from cso.pages.views import all_pages
from html_pages import BuiltSite
from safeguarding.plants import Secrets
from safeguarding.profiles import errors_after
from safeguarding.scan import (
    PICTURES,
    TEXTS,
    found_secrets,
    picture_notes,
    png_with_note,
    readable,
    suffix,
    unread_kinds,
    words,
)
from synthetic import AS_OF, FULL, THEME, SyntheticProject

Planted = list[tuple[Secrets, SyntheticProject, BuiltSite]]

#: ISO 3166-2:UA, all 27.
REGION_CODES = frozenset(
    f"UA-{number:02d}" for number in (5, 7, 9, 12, 14, 18, 21, 23, 26, 30, 32, 35, 40, 43, 46, 48, 51, 53, 56, 59)
) | frozenset(f"UA-{number}" for number in (61, 63, 65, 68, 71, 74, 77))

#: All that may be known of a place to stay.
SHELTER_KEYS = frozenset(
    "id name target_groups disclosure region description admission length_of_stay cost status source section as_of"  # noqa: SIM905
    " other_sources".split()
)
SHELTER_FIELDS = frozenset(
    "id organization name target_groups region description admission length_of_stay cost status provenance".split()  # noqa: SIM905
)

#: Names in which words for streets may stand: of publications, bodies and organisations, as they call themselves.
OFFICIAL_NAMES = frozenset({"name", "short_name", "title", "authors", "partners", "to", "publisher", "operator"})
#: Fields for an address, about which rules on seats and shelters decide.
ADDRESSES = frozenset({"settlement", "address"})

GIVEN_AWAY = {
    "street": "Приходьте на вул. Ялинкову, 17.",
    "street in English": "Come to 17 Spruce Street.",
    "house": "Третій поверх, буд. 17, кв. 4.",
    "postcode": "79000 Львів",
    "map": "https://maps.app.goo.gl/abc",
    "coordinates": "49.8397, 24.0297",
    "plus code": "8GX5RXQ2+2F",
    "three words": "///слово.друге.третє",
}


def with_every_text(content: Content, value: str) -> Content:
    """The content with every human text replaced by another."""
    changed = copy.deepcopy(content)
    for text in texts(content):
        document = next((entry for entry in changed.documents() if entry.file == text.file), None)
        if document is not None and text.location:
            parent: Any = document.data
            for step in text.location[:-1]:
                parent = parent[step]
            parent[text.location[-1]] = value
    prose = tuple(replace(entry, text="\n".join(value for _ in entry.text.split("\n"))) for entry in changed.markdown)
    return replace(changed, markdown=prose)


def is_excused(text: Text, kind: str) -> bool:
    """Whether a field may hold what looks like an address."""
    key = (keys_of(text.location) or ("",))[-1]
    return key in ADDRESSES or (key in OFFICIAL_NAMES and kind in ("street", "street in English", "house", "postcode"))


@pytest.mark.parametrize("kind", GIVEN_AWAY)
def test_rule_01_an_address_is_found_in_every_text(synthetic_content: Content, kind: str) -> None:
    content = with_every_text(synthetic_content, GIVEN_AWAY[kind])
    findings = list(free_text.places_in_texts(content, CheckContext(AS_OF, allow_synthetic=True)))
    told = {(finding.file, finding.line) for finding in findings}
    missed = {
        (text.file, text.position.line, keys_of(text.location))
        for text in texts(content)
        if (text.file, text.position.line) not in told and not is_excused(text, kind)
    }
    assert missed == set()
    assert len(told) > 300
    assert not [finding for finding in findings if GIVEN_AWAY[kind] in f"{finding.message('uk')}{finding.fix('uk')}"]


def test_rule_01_shelter_has_no_field_for_its_place(synthetic_content: Content, tmp_path: Path) -> None:
    keys = [
        "address: {uk: а, en: b}",
        "street: Ялинкова",
        "building: 17",
        "postcode: 79000",
        "settlement: {uk: а, en: b}",
        "coordinates: [49.8397, 24.0297]",
        "map: https://example.org/map",
        "url: https://example.org/map",
        "photo: photo.jpg",
        "capacity: 12",
    ]
    lines = "".join(f"    {key}\n" for key in keys)
    old = "    disclosure: country\n"
    errors = errors_after(synthetic_content, FULL, old, old + lines, tmp_path, rules=())
    assert len(errors) == len(keys)
    assert all(code.endswith("-key") for code in errors), errors


def test_rule_01_schema_of_a_shelter_holds_what_is_listed_here(synthetic_content: Content) -> None:
    items = synthetic_content.schemas.schema("organization")["properties"]["shelters"]["items"]
    assert set(items["properties"]) == SHELTER_KEYS
    assert items["additionalProperties"] is False


def test_rule_01_no_planted_secret_is_in_any_published_byte(planted_sites: Planted) -> None:
    for secrets, project, site in planted_sites:
        assert found_secrets(site.files, secrets.all()) == []
        content = {str(path): path.read_bytes() for path in project.content.rglob("*.yaml")}
        there = {row.rpartition(" ")[2] for row in found_secrets(content, secrets.all())}
        assert len(there) == len(secrets.all()), "each was planted, and the search finds it where it stands"


def test_rule_01_nothing_published_depends_on_a_secret(planted_sites: Planted) -> None:
    (_, _, one), (_, _, other) = planted_sites
    assert sorted(one.files) == sorted(other.files)
    assert [path for path in one.files if one.files[path] != other.files[path]] == []


def test_rule_01_every_kind_of_published_file_is_read(planted_sites: Planted, real_site: BuiltSite) -> None:
    """A new kind of file is published only when the scan can read it."""
    for site in (real_site, *(site for _, _, site in planted_sites)):
        assert unread_kinds(site.files) == set()


def test_rule_01_no_published_text_is_an_address(real_site: BuiltSite, real_content: Content) -> None:
    """Post boxes of organisations without a place to stay are the exception (S5)."""
    where = defaultdict(list)
    for path, page in real_site.pages.items():
        for piece in words(page):
            where[piece].append(path)
    for path, data in real_site.files.items():
        if path not in real_site.pages and suffix(path) in TEXTS - {".css", ".js"}:
            for line in readable(path, data).splitlines():
                where[line].append(path)
    boxes = {
        f"organizations/{slug}/"
        for slug, document in real_content.organizations.items()
        if not shelters.has_shelter(document)
        and any(contact.get("post_box") for contact in document.data.get("contacts", ()))
    }
    found = [
        f"{path}: {span.kind}"
        for piece, paths in where.items()
        for span in find_places(piece, is_markdown=False)
        for path in paths
        if not any(box in path for box in boxes)
    ]
    assert len(where) > 3000
    assert found == []


def test_rule_02_model_of_a_shelter_has_no_place() -> None:
    """Every page, and every export to come, is made from it; what it does not hold cannot be exported."""
    assert {field.name for field in fields(Shelter)} == SHELTER_FIELDS


def test_rule_02_pages_mark_up_no_place(real_site: BuiltSite, planted_sites: Planted) -> None:
    for site in (real_site, planted_sites[0][2]):
        for path, page in site.pages.items():
            assert not page.all("//address"), path
            properties = {value.lower() for value in page.tree.xpath("//@itemprop|//@property|//@typeof|//@itemtype")}
            assert not {value for value in properties if "address" in value or "geo" in value or "location" in value}


def test_rule_03_regions_are_the_27_of_iso_3166_2(real_directory: Directory) -> None:
    assert len(REGION_CODES) == 27
    assert {region.code for region in real_directory.vocabularies.regions} == REGION_CODES


@pytest.mark.parametrize("region", ["lvivskyi-raion", "Львів", "UA-46", "{uk: Львів}"])
def test_rule_03_area_of_a_shelter_is_a_region(synthetic_content: Content, tmp_path: Path, region: str) -> None:
    old = "    disclosure: oblast\n    region: ternopil\n"
    rules = (references.unknown_references,)
    assert errors_after(synthetic_content, FULL, old, old.replace("ternopil", region), tmp_path, rules)
    assert errors_after(synthetic_content, FULL, old, old.replace("ternopil", "lviv"), tmp_path, rules) == []


def test_rule_03_pages_name_the_region_or_the_country(planted_sites: Planted, real_directory: Directory) -> None:
    regions = {region.id for region in real_directory.vocabularies.regions}
    assert {
        place.region.id for org in real_directory.organizations for place in org.shelters if place.region
    } <= regions
    _, project, _ = planted_sites[0]
    places = [place for org in project.directory().organizations for place in org.shelters]
    assert {place.id: place.region.id if place.region else None for place in places} == {
        "oblast-place": "ternopil",
        "country-place": None,
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("disclosure: oblast\n    region: ternopil", "disclosure: address\n    region: ternopil"),
        ("disclosure: oblast\n    region: ternopil", "disclosure: oblast"),
        ("disclosure: oblast\n    region: ternopil", "region: ternopil"),
        ("disclosure: country\n", "disclosure: country\n    region: ternopil\n"),
        ("seat: {region: ternopil}", "seat: {region: ternopil, settlement: {uk: Місто, en: Town}}"),
        (
            "seat: {region: ternopil}",
            'seat: {region: ternopil, address: {uk: "вул. Тиха, 1", en: 1 Quiet Street}, address_public: true}',
        ),
        ("    post_box: 12", "    post_box: 12\n    settlement: {uk: Місто, en: Town}"),
        ("    post_box: 12", "    post_box: 12\n    postcode: 46000"),
    ],
)
def test_rule_05_more_of_a_place_than_its_region_is_refused(
    synthetic_content: Content, tmp_path: Path, old: str, new: str
) -> None:
    rules = (shelters.shelter_seats, shelters.shelter_mail)
    assert errors_after(synthetic_content, FULL, old, new, tmp_path, rules)


def all_bytes(directory: Directory) -> dict[str, bytes]:
    """Every Ukrainian page of a Directory as it would be published."""
    found = {}
    for language in directory.site.languages[:1]:
        texts_of = load_texts(THEME, language)
        names = {entry.id: entry.name.pick(language).text for entry in directory.vocabularies.languages}
        renderer = Renderer(THEME, language, texts_of, names)
        for page in all_pages(PageFactory(directory, language, texts_of, "https://example.org")):
            found[f"{page.frame.path or 'index'}.html"] = renderer.render(page)
    return found


def test_rule_05_seat_of_who_has_a_place_to_stay_is_hidden_even_if_the_check_were_passed_over(
    synthetic_project: SyntheticProject,
) -> None:
    """The model leaves it out by itself: two walls, not one."""
    town, street, code = "Прихованськ", "Ялинкова", "46017"
    synthetic_project.edit(
        FULL,
        "seat: {region: ternopil}",
        f"seat: {{region: ternopil, settlement: {{uk: {town}, en: {town}}},"
        f' address: {{uk: "вул. {street}, 17", en: "вул. {street}, 17"}}, address_public: true}}',
    )
    synthetic_project.edit(
        FULL, "    post_box: 12", f"    post_box: 12\n    settlement: {{uk: {town}, en: {town}}}\n    postcode: {code}"
    )
    result = synthetic_project.check()
    assert result.has_errors
    assert result.content is not None
    pages = all_bytes(build_directory(result.content, AS_OF))
    assert len(pages) > 150
    assert found_secrets(pages, [town, street]) == []
    assert [path for path, data in pages.items() if code.encode() in data] == []


def test_rule_05_no_settlement_of_who_has_a_place_to_stay(
    real_site: BuiltSite, real_directory: Directory, real_content: Content
) -> None:
    sheltering = [org for org in real_directory.organizations if org.shelters]
    sheltering += [
        org
        for org in real_directory.organizations
        if not org.shelters and any(kind.id == "shelter" for service in org.services for kind in service.types)
    ]
    assert sheltering
    for organization in sheltering:
        document = real_content.organizations[organization.slug]
        assert not {"settlement", "address"} & set(document.data.get("seat", {}))
        assert organization.seat is None or (organization.seat.settlement, organization.seat.address) == (None, None)
        for contact in organization.contacts:
            assert (contact.settlement, contact.postcode) == (None, None)


def test_rule_05_no_feed_announces_a_place_to_stay(planted_sites: Planted, real_site: BuiltSite) -> None:
    """Neither its name nor that it exists (S5)."""
    for site, names in (
        (planted_sites[0][2], ["Вигадане місце перебування", "Invented place to stay"]),
        (real_site, []),
    ):
        feeds = {path: data for path, data in site.files.items() if path.startswith("feeds/")}
        assert feeds
        assert found_secrets(feeds, [*names, "/stay/#"]) == []


def test_rule_09_no_published_picture_tells_of_its_making(real_site: BuiltSite, planted_sites: Planted) -> None:
    for site in (real_site, *(site for _, _, site in planted_sites)):
        pictures = {path: data for path, data in site.files.items() if suffix(path) in PICTURES}
        assert [path for path, data in pictures.items() if picture_notes(data)] == []
        assert not [path for path, data in site.files.items() if suffix(path) == ".svg" and b"<metadata" in data]


def test_rule_09_the_search_for_notes_in_pictures_works() -> None:
    assert picture_notes(png_with_note("вул. Ялинкова")) == ["iTXt"]
    exif = b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xda\x00\x02"
    assert picture_notes(exif) == ["E1"]
    assert picture_notes(b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda\x00\x02") == []
    with pytest.raises(ValueError, match="no picture"):
        picture_notes(b"GIF89a")


def test_rule_09_every_picture_belongs_to_the_theme_or_is_a_logo(real_site: BuiltSite) -> None:
    """No face can be in a picture that nobody can put on a page."""
    for path, page in real_site.pages.items():
        for source in page.tree.xpath("//img/@src|//source/@srcset|//image/@href|//video/@poster"):
            assert "theme/" in source or "logo" in source.rpartition("/")[2], f"{path}: {source}"


#: What counts as occupied or near the front until the list of regions says otherwise (S6).
UNSET = frozenset({"UA-09", "UA-14", "UA-23", "UA-40", "UA-43", "UA-59", "UA-63", "UA-65"})


def restricted_ids(directory: Directory) -> list[str]:
    """Ids of the regions that count as occupied or near the front."""
    return [region.id for region in directory.vocabularies.regions if region.restricted]


def test_rule_41_regions_named_by_the_decision_count_unless_stated(real_directory: Directory) -> None:
    for region in real_directory.vocabularies.regions:
        if region.code in UNSET and region.occupation is None and region.frontline is None:
            assert region.restricted, region.id
        if region.occupation in ("partly", "whole") or region.frontline == "yes":
            assert region.restricted, region.id


def codes_with(content: Content, slug: str, change: dict[str, Any]) -> set[str]:
    """Codes of findings on occupied regions after a change to a profile."""
    document = content.organizations[slug]
    changed: Document = replace(document, data={**copy.deepcopy(document.data), **change})
    content = replace(content, organizations={slug: changed})
    rules = (occupation.restricted_profiles, occupation.restricted_places_named, occupation.restricted_branches)
    context = CheckContext(REAL_AS_OF, allow_synthetic=True)
    return {finding.code for rule in rules for finding in rule(content, context)}


def test_rule_41_each_such_region_is_guarded(synthetic_content: Content, real_directory: Directory) -> None:
    regions = restricted_ids(real_directory)
    assert len(regions) >= len(UNSET)
    for region in regions:
        seat = {"seat": {"region": region}}
        assert codes_with(synthetic_content, "half-example", seat) >= {"restricted-profile-key"}, region
        late = {**seat, "history": [{"date": "2022", "event": "other", "text": {"uk": "а", "en": "b"}}]}
        assert "restricted-history-late" in codes_with(synthetic_content, "frontline-example", late), region
        branch = {"branches": [{"name": {"uk": "а"}, "region": region, "status": {"value": "active"}}]}
        assert "restricted-branch-active" in codes_with(synthetic_content, "full-example", branch), region
        moved = {"branches": [{"name": {"uk": "а"}, "region": region, "status": {"value": "relocated"}}]}
        assert codes_with(synthetic_content, "full-example", moved) == set(), region


def test_rule_41_pages_show_name_region_and_history_to_2021(
    real_site: BuiltSite, real_directory: Directory, real_content: Content
) -> None:
    restricted = [org for org in real_directory.organizations if org.restricted]
    assert restricted
    for organization in restricted:
        assert not organization.contacts
        assert not organization.services
        assert not organization.shelters
        assert not organization.hotlines
        assert not organization.branches
        assert all(event.date is None or event.date.year <= 2021 for event in organization.history)
        for prefix in ("", "en/"):
            page = real_site.page(f"{prefix}organizations/{organization.slug}/")
            assert not page.tree.xpath('//main//a[starts-with(@href,"tel:") or starts-with(@href,"mailto:")]')


def test_rule_41_no_branch_in_such_a_region_is_shown_as_active(
    planted_sites: Planted, real_directory: Directory
) -> None:
    for directory in (real_directory, planted_sites[0][1].directory()):
        regions = restricted_ids(directory)
        branches = [branch for org in directory.organizations for branch in org.branches]
        assert not [
            branch
            for branch in branches
            if branch.region and branch.region.id in regions and branch.status and branch.status.value == "active"
        ]
    assert branches, "the invented content has some"


def test_rule_01_search_for_secrets_sees_through_spelling() -> None:
    secrets = ["Ялинкова", "tayemnytsia-odyn", "00 000 01 31"]
    for data in (
        "ВУЛ. ЯЛИНКОВА",
        "Я&#1083;инкова",
        r'"\u042f\u043b\u0438\u043d\u043a\u043e\u0432\u0430"',
        "%D0%AF%D0%BB%D0%B8%D0%BD%D0%BA%D0%BE%D0%B2%D0%B0",
        "Ялин\u00adкова",
        "tel:+380000000131",
        "00&nbsp;000-01(31)",
        "Tayemnytsia-odyn",
    ):
        assert len(found_secrets({"a.html": data.encode()}, secrets)) == 1, data
    assert found_secrets({"a.html": b"nothing"}, secrets) == []
    assert found_secrets({"Tayemnytsia-odyn/a.html": b""}, secrets) == ["Tayemnytsia-odyn/a.html: secret 1"]
