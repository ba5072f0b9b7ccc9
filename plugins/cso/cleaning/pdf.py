"""PDF without metadata, embedded files, scripts and actions (ISO 32000-2).

What stays in the catalogue, in pages, outlines and links is listed here; what else a PDF may hold is left out. Then
every object is looked at for what may stand anywhere. Only what can still be reached is written, so earlier revisions
and whatever stood before, between and behind the objects are gone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from cso.cleaning.pdf_objects import clean_image, clear, is_embedded_picture, name_of, scrub
from cso.cleaning.reasons import CannotCleanError, Reason

_CATALOG_KEYS = (
    "/Type /Version /Pages /PageLabels /Outlines /Dests /Names /StructTreeRoot /MarkInfo /Lang /ViewerPreferences"
    " /PageLayout /PageMode /OCProperties /OutputIntents"
)
_PAGE_KEYS = (
    "/Type /Parent /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Contents /Annots /Group"
    " /StructParents /Tabs /UserUnit"
)
_OUTLINE_KEYS = "/Title /Parent /Prev /Next /First /Last /Count /Dest /A /C /F /SE"
_LINK_KEYS = "/Type /Subtype /Rect /Contents /Border /BS /C /H /QuadPoints /F /Dest /A /P /StructParent"
_NOTE_TYPES = "/Text /Popup /FileAttachment /Sound /Movie /Screen /RichMedia /3D /TrapNet /PrinterMark /Projection"

_CATALOG = frozenset(_CATALOG_KEYS.split())
_PAGE = frozenset(_PAGE_KEYS.split())
_OUTLINE_ITEM = frozenset(_OUTLINE_KEYS.split())
_LINK = frozenset(_LINK_KEYS.split())
_NOTES = frozenset(_NOTE_TYPES.split())
"""Annotations that are notes to each other, files or players: they go. Others are drawn into the page."""


def clean_pdf(data: bytes) -> bytes:
    """A copy of a PDF with its pages, outline, links to the web and within, tags and layers, and nothing else.

    What annotations and forms show is drawn into the page, so that a black bar stays black and a filled form filled.

    Raises:
        CannotCleanError: it is encrypted, broken, or has redactions that were marked and never applied.
    """
    memory = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise CannotCleanError(Reason.LOCKED)
            if not len(pdf.pages):
                raise CannotCleanError(Reason.UNREADABLE)
            _clean(pdf)
            pdf.save(
                memory,
                min_version=pdf.pdf_version,
                deterministic_id=True,
                fix_metadata_version=False,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
            )
    except pikepdf.PasswordError as error:
        raise CannotCleanError(Reason.LOCKED) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError) as error:
        raise CannotCleanError(Reason.UNREADABLE) from error
    return memory.getvalue()


def _clean(pdf: Pdf) -> None:
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[key]
    _draw_annotations(pdf)
    _keep(pdf.Root, _CATALOG)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        _keep(names, frozenset({"/Dests"}))
    if name_of(pdf.Root, "/PageMode") == "/UseAttachments":
        del pdf.Root.PageMode
    for page in pdf.pages:
        _keep(page.obj, _PAGE)
    for item in _outline_items(pdf):
        _keep(item, _OUTLINE_ITEM)
        _keep_harmless_action(item)
    kept = {link.objgen for page in pdf.pages for link in _annotations(page.obj)}
    for entry in pdf.objects:
        scrub(entry, kept)
    for entry in pdf.objects:
        if isinstance(entry, Stream) and is_embedded_picture(entry):
            clean_image(pdf, entry)
    pdf.remove_unreferenced_resources()


def _draw_annotations(pdf: Pdf) -> None:
    """Leave links alone as annotations: notes go, all else becomes part of the page; forms are no longer forms."""
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        form.NeedAppearances = False
    removed = []
    for page in pdf.pages:
        annotations = list(_annotations(page.obj))
        if any(name_of(annotation, "/Subtype") == "/Redact" for annotation in annotations):
            raise CannotCleanError(Reason.REDACTION)
        removed += annotations
        if annotations:
            drawn = [annotation for annotation in annotations if name_of(annotation, "/Subtype") not in _NOTES]
            page.obj.Annots = Array(drawn)
    pdf.flatten_annotations("screen")
    links = []
    for page in pdf.pages:
        links_here = [annotation for annotation in _annotations(page.obj) if _make_plain_link(annotation)]
        if links_here:
            page.obj.Annots = Array(links_here)
        elif "/Annots" in page.obj:
            del page.obj.Annots
        links += [link.objgen for link in links_here if link.is_indirect]
    for annotation in removed:
        if annotation.is_indirect and annotation.objgen not in links:
            clear(annotation)  # tags of the document still point to it


def _annotations(page: Object) -> Iterator[Object]:
    """The annotations of a page that are dictionaries."""
    annotations = page.get("/Annots")
    if isinstance(annotations, Array):
        for annotation in annotations:
            if isinstance(annotation, Dictionary):
                yield annotation


def _make_plain_link(annotation: Object) -> bool:
    """Cut an annotation down to a link; False if it is none, or leads to what a public page does not link."""
    if name_of(annotation, "/Subtype") != "/Link":
        return False
    _keep(annotation, _LINK)
    _keep_harmless_action(annotation)
    return "/A" in annotation or "/Dest" in annotation


def _keep_harmless_action(holder: Object) -> None:
    """Leave an action only if it goes to a place in the document or to an address of the web, and then that alone."""
    action = holder.get("/A")
    if action is None:
        return
    del holder["/A"]
    if not isinstance(action, Dictionary):
        return
    if name_of(action, "/S") == "/GoTo" and "/D" in action:
        holder.A = Dictionary(S=Name.GoTo, D=action.D)
    elif name_of(action, "/S") == "/URI" and isinstance(action.get("/URI"), pikepdf.String):
        address = bytes(action.URI)
        if address.lower().startswith((b"https://", b"http://")):
            holder.A = Dictionary(S=Name.URI, URI=pikepdf.String(address))


def _outline_items(pdf: Pdf) -> Iterator[Object]:
    """Every item of the outline, each once, however the links between them run."""
    root = pdf.Root.get("/Outlines")
    waiting = [root] if isinstance(root, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    if waiting:
        _keep(waiting[0], frozenset({"/Type", "/First", "/Last", "/Count"}))
    while waiting:
        item = waiting.pop()
        for key in ("/First", "/Next"):
            following = item.get(key)
            if isinstance(following, Dictionary) and following.is_indirect and following.objgen not in seen:
                seen.add(following.objgen)
                waiting.append(following)
                yield following


def _keep(dictionary: Object, keys: frozenset[str]) -> None:
    """Delete every other key."""
    for key in set(dictionary.keys()) - keys:
        del dictionary[key]
