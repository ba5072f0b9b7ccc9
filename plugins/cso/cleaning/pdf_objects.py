"""What may hide in any object of a PDF, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from cso.cleaning.jpeg_markers import strip_jpeg, strip_jpeg_2000

_SECRETS = (
    "/Metadata /PieceInfo /LastModified /AF /AA /EF /RF /Thumb /SpiderInfo /OPI /VP /Measure /PtData /CreatorInfo"
)
_SECRET_KEYS = frozenset(_SECRETS.split())
"""Metadata, private data of programs, dates, files, actions of events, thumbnails, positions on the earth."""

_RESOURCE_TYPES = frozenset({"/Font", "/XObject", "/ExtGState", "/Pattern", "/OCG", "/OCMD"})
_RESOURCE_SUBTYPES = frozenset({"/Image", "/Form"})
_ACTION_TYPES = (
    "/JavaScript /Launch /SubmitForm /ImportData /ResetForm /GoToR /GoToE /Rendition /Sound /Movie /RichMediaExecute"
    " /Thread /Hide /SetOCGState /Trans /GoTo3DView /Named /ECMAScript"
)
_ACTIONS = frozenset(_ACTION_TYPES.split())
_DEAD_TYPES = frozenset({"/Filespec", "/EmbeddedFile", "/Metadata", "/Sig", "/DocTimeStamp", "/Action", "/Bead"})
_EXTERNAL = ("/F", "/FFilter", "/FDecodeParms")
_PICTURES = {"/DCTDecode": strip_jpeg, "/DCT": strip_jpeg, "/JPXDecode": strip_jpeg_2000}


def name_of(holder: Object, key: str) -> str:
    """The name that stands under a key of a dictionary, with its slash; empty if there is none."""
    value = holder.get(key)
    return str(value) if isinstance(value, Name) else ""


def clear(dictionary: Object) -> None:
    """Leave nothing in a dictionary."""
    for key in list(dictionary.keys()):
        del dictionary[key]


def blank(stream: Stream) -> None:
    """Leave nothing in a stream."""
    stream.write(b"")
    for key in list(stream.keys()):
        if key != "/Length":
            del stream[key]


def scrub(entry: Object, links: Collection[tuple[int, int]]) -> None:
    """Take out of one object of a document, and of what stands directly in it, what is to be published nowhere.

    Args:
        entry: any object.
        links: numbers of the annotations that stay.
    """
    waiting = [entry]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Array):
            waiting += [item for item in here if _is_container(item)]
            continue
        if not isinstance(here, Dictionary | Stream):
            continue
        if _is_dead(here, links):
            if isinstance(here, Stream):
                blank(here)
            else:
                clear(here)
            continue
        for key in list(here.keys()):
            value = here[key]
            if key in _SECRET_KEYS and not _is_resource(value):
                del here[key]
            elif _is_container(value):
                waiting.append(value)
        if isinstance(here, Stream):
            for key in _EXTERNAL:
                if key in here:
                    del here[key]


def _is_container(value: Object) -> bool:
    """Whether something directly here may hold more; what has a number of its own is looked at by itself."""
    return isinstance(value, Array | Dictionary) and not value.is_indirect


def _is_dead(here: Object, links: Collection[tuple[int, int]]) -> bool:
    """Whether an object as a whole is metadata, file, signature, form field, action or removed annotation."""
    kind, action = name_of(here, "/Type"), name_of(here, "/S")
    if kind == "/StructElem" or (action and "/P" in here and "/K" in here):
        return False
    if kind == "/Action" and action in {"/GoTo", "/URI"}:
        return False
    if kind in _DEAD_TYPES or action in _ACTIONS or "/EF" in here or "/JS" in here:
        return not _is_resource(here)
    if "/FT" in here or ("/ByteRange" in here and "/Contents" in here):
        return True
    is_annotation = "/Rect" in here and "/Subtype" in here
    return is_annotation and here.is_indirect and here.objgen not in links


def _is_resource(value: Object) -> bool:
    """Whether a value is what a page draws with: resources have names of their own, which may be those of keys."""
    if isinstance(value, Name):
        return True
    if isinstance(value, Array):
        return len(value) > 0 and isinstance(value[0], Name)
    if not isinstance(value, Dictionary | Stream):
        return False
    if name_of(value, "/Type") in _RESOURCE_TYPES or name_of(value, "/Subtype") in _RESOURCE_SUBTYPES:
        return True
    return "/PatternType" in value or "/ShadingType" in value


def is_embedded_picture(stream: Stream) -> bool:
    """Whether a stream is a whole JPEG or JPEG 2000 file, which may hold what the camera wrote."""
    return bool(_filters(stream)) and _filters(stream)[-1] in _PICTURES


def clean_image(pdf: Pdf, stream: Stream) -> None:
    """Take the metadata out of an embedded JPEG or JPEG 2000; its pixels stay as they are.

    Raises:
        ValueError: it is none.
    """
    filters = _filters(stream)
    raw = stream.read_raw_bytes()
    if len(filters) > 1:  # packed once more
        packed = Stream(pdf, raw)
        packed.Filter = Array([Name(name) for name in filters[:-1]])
        raw = packed.read_bytes()
    parameters = stream.get("/DecodeParms")
    own = parameters[len(filters) - 1] if isinstance(parameters, Array) else parameters
    stream.write(
        _PICTURES[filters[-1]](raw), filter=Name(filters[-1]), decode_parms=own if isinstance(own, Dictionary) else None
    )


def _filters(stream: Stream) -> list[str]:
    """Names of the filters of a stream in the order of unpacking."""
    value = stream.get("/Filter")
    if isinstance(value, Name):
        return [str(value)]
    return [str(name) for name in value] if isinstance(value, Array) else []
