"""Real small files with planted secrets, made here. `SECRETS` are byte strings that no published copy may hold."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Stream, String
from PIL import Image, PngImagePlugin

AUTHOR = "Olena Synthetychna"
STREET = "Vyhadana 17"
MACHINE = "C:\\Users\\olena\\Zvit"
LATITUDE = (50.0, 27.0, 13.37)
PAYLOAD = "alert('payload')"
EMBEDDED = "embedded list of people"
NOTE = "a note among colleagues"

XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{AUTHOR}</dc:creator><dc:coverage>{STREET}</dc:coverage></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
).encode()

#: 13.37 seconds as EXIF writes a rational number, in both orders of bytes.
_SECONDS = [struct.pack(order + "LL", 1337, 100) for order in "<>"]
SECRETS = [
    *(text.encode() for text in (AUTHOR, STREET, MACHINE, PAYLOAD, EMBEDDED, NOTE)),
    *_SECONDS,
    AUTHOR.encode("utf-16-be"),
    b"xpacket",
    b"Exif",
]


#: Opens without a password, and forbids changes.
LOCK = Encryption(owner="secret", user="")
PAGE_TEXT, FIELD_TEXT = "Visible report text", "Filled in"


def exif(orientation: int = 1) -> bytes:
    """EXIF with an author, a position and an orientation."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x013B] = AUTHOR
    tags[0x010E] = STREET
    tags.get_ifd(0x8825).update({1: "N", 2: LATITUDE, 3: "E", 4: LATITUDE})
    return tags.tobytes()


def pixels(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture whose left upper corner is red."""
    picture = Image.new("RGB", size, "white")
    picture.paste((255, 0, 0), (0, 0, 16, 16))
    return picture


def jpeg(orientation: int = 1) -> bytes:
    """A photograph: EXIF with a position, XMP, IPTC, a comment, a thumbnail, and a script behind its end."""
    memory = io.BytesIO()
    pixels().save(memory, "JPEG", exif=exif(orientation), comment=AUTHOR.encode(), dpi=(72, 72), quality=90)
    data = memory.getvalue()
    iptc = b"Photoshop 3.0\x00" + STREET.encode()
    xmp = b"http://ns.adobe.com/xap/1.0/\x00" + XMP
    segments = ((0xE1, xmp), (0xED, iptc), (0xE0, b"JFXX\x00\x10" + NOTE.encode()))
    inserted = b"".join(bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body for mark, body in segments)
    return data[:2] + inserted + data[2:] + f"<script>{PAYLOAD}</script>".encode()


def png(orientation: int = 1) -> bytes:
    """A screenshot: text chunks plain and packed, EXIF, a time, a made-up chunk, and a script behind its end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", AUTHOR)
    texts.add_text("Comment", STREET, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    memory = io.BytesIO()
    pixels().save(memory, "PNG", pnginfo=texts, exif=exif(orientation))
    data = memory.getvalue()
    body = b"noTe" + NOTE.encode()
    chunk = struct.pack(">L", len(body) - 4) + body + struct.pack(">L", zlib.crc32(body))
    return data[:33] + chunk + data[33:] + f"<script>{PAYLOAD}</script>".encode()


def pdf(*, encryption: Encryption | bool = False, redaction: bool = False) -> bytes:
    """A report: two pages, links, tags, a form, an outline, a photograph, and all that may hide in a PDF."""
    document = Pdf.new()
    page = document.add_blank_page(page_size=(400, 600)).obj
    document.add_blank_page(page_size=(400, 600))
    script = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String(PAYLOAD))
    launch = Dictionary(Type=Name.Action, S=Name.Launch, F=String(MACHINE))
    file = document.make_indirect(_embedded_file(document))
    # A font may have any name, also that of a key that is removed elsewhere.
    fonts = Dictionary(AA=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.Resources = Dictionary(
        Font=fonts,
        XObject=Dictionary(Im0=_photograph(document), Im1=_photograph(document, packed=True), Unused=_xmp(document)),
        Properties=Dictionary(MC0=document.make_indirect(Dictionary(Metadata=_xmp(document)))),
    )
    drawing = f"/Span /MC0 BDC BT /AA 12 Tf 50 500 Td ({PAGE_TEXT}) Tj ET EMC q 90 0 0 60 50 300 cm /Im0 Do /Im1 Do Q"
    page.Contents = Stream(document, drawing.encode())
    page.PieceInfo = Dictionary(Program=Dictionary(LastModified=String("D:2026"), Private=String(MACHINE)))
    page.LastModified = String("D:20260101")
    page.Thumb = _photograph(document)
    page.AA = Dictionary(O=script)
    page.VP = Array([Dictionary(Type=Name.Viewport, Measure=Dictionary(Type=Name.Measure, GPTS=String(STREET)))])
    attached = document.make_indirect(_annotation("FileAttachment", FS=file, T=String(AUTHOR)))
    field = document.make_indirect(
        _annotation(
            "Widget",
            bottom=200,
            FT=Name.Tx,
            T=String(AUTHOR),
            V=String(NOTE),
            AP=_appearance(document, FIELD_TEXT),
            F=4,
        )
    )
    annotations = [
        _annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/")), NM=String(AUTHOR), AA=script),
        _annotation("Link", A=Dictionary(S=Name.GoTo, D=Array([page, Name.Fit]), Next=script)),
        _annotation("Link", A=Dictionary(S=Name.URI, URI=String(f"file:///{MACHINE}"))),
        _annotation("Link", A=launch),
        _annotation("Text", Contents=String(NOTE), T=String(AUTHOR)),
        _annotation("Square", T=String(AUTHOR), AP=_appearance(document, "Black bar")),
        *([_annotation("Redact", OverlayText=String("x"))] if redaction else []),
    ]
    page.Annots = Array([*map(document.make_indirect, annotations), attached, field])
    item = document.make_indirect(
        Dictionary(Title=String("Chapter"), A=Dictionary(S=Name.GoTo, D=Array([page, Name.Fit])))
    )
    document.Root.Outlines = document.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent, item.SecretNote = document.Root.Outlines, String(NOTE)
    tag = Dictionary(Type=Name.StructElem, S=Name.Annot, K=Dictionary(Type=Name.OBJR, Obj=attached), AF=Array([file]))
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([tag])))
    document.Root.OpenAction = script
    document.Root.AA = Dictionary(WC=launch)
    document.Root.AF = Array([file])
    document.Root.Metadata = _xmp(document)
    document.Root.Collection = Dictionary(Type=Name.Collection, D=String(NOTE))
    document.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=_xmp(document), NeedAppearances=True)
    document.Root.Names = Dictionary(
        EmbeddedFiles=Dictionary(Names=Array([String(NOTE), file])),
        JavaScript=Dictionary(Names=Array([String(PAYLOAD), script])),
    )
    document.docinfo["/Author"] = AUTHOR
    document.docinfo["/Subject"] = STREET
    document.trailer.ID = Array([String(NOTE), String(NOTE)])
    memory = io.BytesIO()
    document.save(memory, encryption=encryption)
    return memory.getvalue() + f"\n% <script>{PAYLOAD}</script>".encode()


def _annotation(subtype: str, bottom: int = 100, **entries: Object) -> Dictionary:
    annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([50, bottom, 150, bottom + 30]))
    for key, value in entries.items():
        annotation[f"/{key}"] = value
    return annotation


def _appearance(document: Pdf, text: str) -> Dictionary:
    fonts = Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    form = Stream(document, f"BT /F1 12 Tf 2 8 Td ({text}) Tj ET".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 30])
    form.Resources = Dictionary(Font=fonts)
    form.PieceInfo = Dictionary(Program=Dictionary(Private=String(MACHINE)))
    return Dictionary(N=form)


def _photograph(document: Pdf, *, packed: bool = False) -> Stream:
    stream = Stream(document, zlib.compress(jpeg()) if packed else jpeg())
    stream.Type, stream.Subtype, stream.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    stream.Width, stream.Height, stream.BitsPerComponent = 48, 32, 8
    stream.Filter = Array([Name.FlateDecode, Name.DCTDecode]) if packed else Name.DCTDecode
    stream.Metadata = _xmp(document)
    return stream


def _xmp(document: Pdf) -> Stream:
    stream = Stream(document, XMP)
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    return stream


def _embedded_file(document: Pdf) -> Dictionary:
    stream = Stream(document, EMBEDDED.encode())
    stream.Type = Name.EmbeddedFile
    return Dictionary(Type=Name.Filespec, F=String(MACHINE), UF=String(MACHINE), EF=Dictionary(F=stream))


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _relationships(*entries: tuple[str, str, str]) -> str:
    """Relationships from (id, kind, target)."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for key, kind, target in entries
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def xlsx(*, hidden: bool = False, doctype: bool = False) -> bytes:
    """A spreadsheet: a table with a formula, a photograph, and what programs write about people and machines."""
    state = ' state="veryHidden"' if hidden else ""
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    book_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts: dict[str, str | bytes] = {
        "docProps/core.xml": f"<c>{AUTHOR}</c>",
        "docProps/app.xml": f"<c>{STREET}</c>",
        "docProps/custom.xml": f"<c>{NOTE}</c>",
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{book_type}"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet_type}"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": _relationships(
            ("a", "officeDocument", "xl/workbook.xml"), ("b", "core-properties", "docProps/core.xml")
        ),
        "xl/_rels/workbook.xml.rels": _relationships(
            ("s1", "worksheet", "worksheets/sheet1.xml"),
            ("x1", "externalLink", "externalLinks/externalLink1.xml"),
            ("p1", "person", "persons/person.xml"),
        ),
        "xl/workbook.xml": (
            ("<!DOCTYPE x [<!ENTITY e 'x'>]>" if doctype else "")
            + f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:mc="urn:mc" xmlns:x15ac="urn:ac"'
            ' mc:Ignorable="x15ac">'
            f'<!-- {NOTE} --><fileSharing userName="{AUTHOR}"/>'
            f'<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="{MACHINE}"/></mc:Choice>'
            "</mc:AlternateContent>"
            f'<sheets><sheet name="Дані" sheetId="1"{state} r:id="s1"/></sheets>'
            '<externalReferences><externalReference r:id="x1"/></externalReferences>'
            "<definedNames><definedName name='far'>[1]Other!$A$1</definedName></definedNames></workbook>"
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetData><row r="1">'
            '<c r="A1" t="inlineStr"><is><t>Видатки</t></is></c><c r="B1"><v>5</v></c>'
            '<c r="C1"><f>B1*2</f><v>10</v></c><c r="D1"><f>[1]Other!A1</f><v>7</v></c></row></sheetData>'
            f'<hyperlinks><hyperlink ref="A1" r:id="h1"/><hyperlink ref="B1" r:id="h2"/></hyperlinks>'
            '<pageSetup paperSize="9" r:id="q1"/><drawing r:id="d1"/><legacyDrawing r:id="v1"/></worksheet>'
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": _relationships(
            ("h1", "hyperlink", "https://example.org/"),
            ("h2", "hyperlink", f"file:///{MACHINE}"),
            ("q1", "printerSettings", "../printerSettings/printerSettings1.bin"),
            ("d1", "drawing", "../drawings/drawing1.xml"),
            ("v1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("c1", "comments", "../comments1.xml"),
        ),
        "xl/drawings/drawing1.xml": (
            f'<wsDr xmlns="urn:d" xmlns:r="{_OFFICE}"><cNvPr id="1" descr="{MACHINE}.jpg"/><blip r:embed="i1"/></wsDr>'
        ),
        "xl/drawings/_rels/drawing1.xml.rels": _relationships(("i1", "image", "../media/image1.jpeg")),
        "xl/media/image1.jpeg": jpeg(),
        "xl/media/orphan.jpeg": jpeg(),
        "xl/comments1.xml": f"<comments><authors><author>{AUTHOR}</author></authors><t>{NOTE}</t></comments>",
        "xl/drawings/vmlDrawing1.vml": f"<xml>{NOTE}</xml>",
        "xl/persons/person.xml": f'<person displayName="{AUTHOR}"/>',
        "xl/externalLinks/externalLink1.xml": f"<externalLink>{STREET}</externalLink>",
        "xl/printerSettings/printerSettings1.bin": MACHINE.encode("utf-16-le"),
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition refreshedBy="{AUTHOR}"/>',
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = NOTE.encode()
        for name, part in parts.items():
            archive.writestr(name, part)
    return memory.getvalue() + PAYLOAD.encode()


CSV = "рік,видатки\n2025,5\n".encode()
