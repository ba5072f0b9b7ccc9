"""Published copies hold nothing of what was planted, still open, and are the same every time."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdf
import pytest
from PIL import Image

from attachments import samples
from cso.cleaning import CannotCleanError, Reason, cleaned
from cso.cleaning import picture as picture_module
from cso.cleaning import spreadsheet as spreadsheet_module

SAMPLES = {"pdf": samples.pdf, "jpeg": samples.jpeg, "png": samples.png, "xlsx": samples.xlsx}


def unpacked(data: bytes, kind: str) -> bytes:
    """A file with all that is packed in it laid open."""
    if kind == "pdf":
        with pikepdf.open(io.BytesIO(data)) as document:
            memory = io.BytesIO()
            document.save(
                memory,
                static_id=True,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
            return data + memory.getvalue() + b"".join(bytes(text) for text in strings(document))
    if kind == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return data + b"".join(archive.read(name) for name in archive.namelist())
    return data


def strings(document: pikepdf.Pdf) -> list[pikepdf.String]:
    """Every text of a PDF, whatever it is written with."""
    found, waiting = [], list(document.objects)
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.String):
            found.append(here)
        elif isinstance(here, pikepdf.Array):
            waiting += [item for item in here if not getattr(item, "is_indirect", False)]
        elif isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
            items = (here[key] for key in here.keys())  # noqa: SIM118  # a stream is no mapping
            waiting += [item for item in items if not getattr(item, "is_indirect", False)]
    return found


@pytest.mark.parametrize("kind", SAMPLES)
def test_nothing_planted_is_in_the_copy(kind: str) -> None:
    original = SAMPLES[kind]()
    copy = cleaned(original, kind)
    before, after = unpacked(original, kind), unpacked(copy, kind)
    assert any(secret in before for secret in samples.SECRETS)
    missing = [secret for secret in samples.SECRETS[:2] if secret not in before]
    assert not missing or kind == "png", "the sample is to hold what is looked for"
    assert [secret for secret in samples.SECRETS if secret in after] == []
    assert b"script" not in after.lower()


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_copy_is_the_same_every_time_and_has_nothing_left_to_clean(kind: str) -> None:
    copy = cleaned(SAMPLES[kind](), kind)
    assert cleaned(SAMPLES[kind](), kind) == copy
    if kind != "pdf":  # there the objects get other numbers
        assert cleaned(copy, kind) == copy


def text_of(data: bytes) -> str:
    """What a reader of a PDF sees, what stands in the fields of its forms included."""
    read = pypdf.PdfReader(io.BytesIO(data))
    shown = [page.extract_text() for page in read.pages]
    appearances = [
        note.get_object()["/AP"]["/N"]
        for page in read.pages
        for note in page.get("/Annots", ())
        if "/AP" in note.get_object()
    ]
    return "\n".join([*shown, *(look.get_data().decode("latin-1") for look in appearances)])


def test_a_pdf_keeps_its_pages_links_outline_and_what_forms_and_drawings_show() -> None:
    copy = cleaned(samples.pdf(), "pdf")
    with pikepdf.open(io.BytesIO(copy)) as document:
        assert len(document.pages) == 2
        links = [(str(link.Subtype), str(link.A.S)) for link in document.pages[0].Annots]
        assert links == [("/Link", "/URI"), ("/Link", "/GoTo")]
        assert set(document.trailer.keys()) >= {"/Root", "/ID"}
        assert "/Info" not in document.trailer
        kept = {"/Type", "/Pages", "/Outlines", "/Names", "/StructTreeRoot"}
        assert set(document.Root.keys()) <= kept
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Chapter"]
        pictures = document.pages[0].Resources.XObject
        for name in ("/Im0", "/Im1"):
            assert Image.open(io.BytesIO(pictures[name].read_raw_bytes())).size == (48, 32)
        assert "/Unused" not in pictures
    shown = text_of(copy)
    assert all(text in shown for text in (samples.PAGE_TEXT, samples.FIELD_TEXT, "Black bar"))


LOCKS = [pikepdf.Encryption(user="secret", owner="secret"), pikepdf.Encryption(owner="secret", user="")]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_locked_pdf_is_refused(lock: pikepdf.Encryption) -> None:
    assert reason(samples.pdf(encryption=lock), "pdf") is Reason.LOCKED


def test_a_pdf_with_redactions_that_were_never_applied_is_refused() -> None:
    assert reason(samples.pdf(redaction=True), "pdf") is Reason.REDACTION


def test_earlier_revisions_of_a_pdf_are_gone() -> None:
    body = samples.pdf()
    late = body + b"\n99 0 obj\n(" + samples.NOTE.encode() + b")\nendobj\n%%EOF\n"
    assert samples.NOTE.encode() not in unpacked(cleaned(late, "pdf"), "pdf")


def reason(data: bytes, kind: str) -> Reason:
    """Why a file is refused."""
    with pytest.raises(CannotCleanError) as caught:
        cleaned(data, kind)
    return caught.value.reason


HOSTILE = [
    ("pdf", b"%PDF-1.7\n<html><script>alert(1)</script></html>"),
    ("pdf", b"%PDF-1.7\n"),
    ("pdf", samples.pdf()[:400]),
    ("png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"),
    ("png", samples.png()[:300]),
    ("jpeg", b"\xff\xd8\xff\xe0<script>alert(1)</script>"),
    ("jpeg", b"\xff\xd8\xff"),
    ("jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"),
    ("xlsx", b"PK\x03\x04<script>alert(1)</script>"),
    ("xlsx", samples.xlsx(doctype=True)),
    ("csv", b"a,b\n" + b"1,2\n" * 4000 + b"\x00<script>"),
    ("csv", b"a,b\n" + b"1,2\n" * 4000 + b"\xff\xfe"),
]


@pytest.mark.parametrize(("kind", "data"), HOSTILE, ids=[kind for kind, _ in HOSTILE])
def test_what_is_something_else_or_broken_is_refused(kind: str, data: bytes) -> None:
    assert reason(data, kind) is Reason.UNREADABLE


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_a_picture_is_turned_the_right_way_up(kind: str) -> None:
    upright = Image.open(io.BytesIO(cleaned(SAMPLES[kind](1), kind))).convert("RGB")
    turned = Image.open(io.BytesIO(cleaned(SAMPLES[kind](6), kind))).convert("RGB")
    assert (upright.size, turned.size) == ((48, 32), (32, 48))
    assert is_red(upright.getpixel((4, 4)))
    assert is_red(turned.getpixel((28, 4)))
    assert not is_red(turned.getpixel((4, 4)))


def is_red(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > 200 and pixel[1] < 60


def test_the_pixels_and_the_colour_profile_of_a_photograph_stay_as_they_are() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    memory = io.BytesIO()
    samples.pixels().save(memory, "JPEG", icc_profile=profile, progressive=True, quality=80, exif=samples.exif())
    copy = Image.open(io.BytesIO(cleaned(memory.getvalue(), "jpeg")))
    assert copy.tobytes() == Image.open(memory).tobytes()
    assert copy.info["icc_profile"] == profile


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_every_kind_keeps_its_pixels(mode: str) -> None:
    original = Image.new(mode, (9, 5))
    original.putpixel((3, 2), original.getpixel((0, 0)))
    memory = io.BytesIO()
    original.save(memory, "PNG", **({"transparency": 0} if mode == "P" else {}))
    copy = Image.open(io.BytesIO(cleaned(memory.getvalue(), "png")))
    assert copy.tobytes() == Image.open(memory).tobytes()
    assert copy.convert("RGBA").tobytes() == Image.open(memory).convert("RGBA").tobytes()


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_a_picture_too_large_to_unpack_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_module, "MOST_PIXELS", 1000)
    assert reason(SAMPLES[kind](), kind) is Reason.UNPACKS_TOO_LARGE
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    monkeypatch.setattr(picture_module, "MOST_PIXELS", 10**9)
    assert reason(SAMPLES[kind](), kind) is Reason.UNPACKS_TOO_LARGE


def test_a_spreadsheet_keeps_its_cells_formulas_links_and_pictures() -> None:
    with zipfile.ZipFile(io.BytesIO(cleaned(samples.xlsx(), "xlsx"))) as archive:
        assert archive.testzip() is None
        assert archive.comment == b""
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/drawings/drawing1.xml",
            "xl/drawings/_rels/drawing1.xml.rels",
            "xl/media/image1.jpeg",
        ]
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        workbook = archive.read("xl/workbook.xml").decode()
    assert "Видатки" in sheet
    assert "<f>B1*2</f>" in sheet
    assert '<c r="D1"><v>7</v></c>' in sheet, "the value of a formula that reads another workbook stays"
    assert '<hyperlink ref="A1" r:id="h1"/></hyperlinks><pageSetup paperSize="9"/><drawing r:id="d1"/>' in sheet
    assert "legacyDrawing" not in sheet
    assert 'mc:Ignorable="x15ac"' in workbook, "prefixes stay what other parts of the XML call them"
    assert "AlternateContent" not in workbook
    assert "definedName" not in workbook
    assert "externalReference" not in workbook


def test_a_spreadsheet_that_hides_sheets_unpacks_too_large_or_has_a_part_twice_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reason(samples.xlsx(hidden=True), "xlsx") is Reason.HIDDEN_SHEETS
    memory = io.BytesIO(samples.xlsx().removesuffix(samples.PAYLOAD.encode()))
    with zipfile.ZipFile(memory, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert reason(memory.getvalue(), "xlsx") is Reason.UNREADABLE
    monkeypatch.setattr(spreadsheet_module, "MOST_UNPACKED_BYTES", 1000)
    assert reason(samples.xlsx(), "xlsx") is Reason.UNPACKS_TOO_LARGE


def test_a_table_of_text_is_published_as_it_is() -> None:
    assert cleaned(samples.CSV, "csv") == samples.CSV
