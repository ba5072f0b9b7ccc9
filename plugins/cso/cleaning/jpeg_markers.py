"""JPEG and JPEG 2000 without metadata and without touching a pixel: what is no part of the picture is left out.

JPEG: ITU-T T.81, annex B; JFIF: T.871. JPEG 2000: ITU-T T.800, annexes A (codestream) and I (boxes).
"""

from __future__ import annotations

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_RESTARTS = frozenset(range(0xD0, 0xD8))
_APPLICATION = frozenset(range(0xE0, 0xF0))
_BARE_JFIF = 14
"""Bytes of a JFIF segment up to the size of its thumbnail."""

_JPEG_2000_BOXES = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"rreq"})
_J2K_START, _J2K_TILE, _J2K_COMMENT = b"\xff\x4f", 0x90, 0x64


def strip_jpeg(data: bytes) -> bytes:
    """The first picture of a JPEG file: no EXIF, XMP, IPTC, comment, thumbnail, further picture or trailing data.

    The colour profile and the notes that a decoder needs (JFIF, Adobe) stay.

    Raises:
        ValueError: this is no JPEG.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept = [b"\xff\xd8"]
    position = 2
    while position < len(data):
        marker, position = _next_marker(data, position)
        if marker == _END:
            break
        if marker in _RESTARTS or marker == 0x01:  # they stand alone
            continue
        length = int.from_bytes(data[position : position + 2], "big")
        body = data[position + 2 : position + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError("a segment of the JPEG is cut off")
        position += length
        clean = _segment(marker, body)
        if clean is not None:
            kept.append(bytes((0xFF, marker)) + (len(clean) + 2).to_bytes(2, "big") + clean)
        if marker == _SCAN:
            end = _end_of_scan(data, position)
            kept.append(data[position:end])
            position = end
    return b"".join((*kept, b"\xff\xd9"))


def _next_marker(data: bytes, position: int) -> tuple[int, int]:
    """The marker at a position, fill bytes skipped, and the position behind it."""
    if data[position] != 0xFF:
        raise ValueError("a marker of the JPEG is missing")
    while position < len(data) and data[position] == 0xFF:
        position += 1
    if position == len(data):
        return _END, position
    return data[position], position + 1


def _segment(marker: int, body: bytes) -> bytes | None:
    """What stays of a segment; None if nothing does."""
    if marker == _COMMENT:
        return None
    if marker not in _APPLICATION:
        return body
    if marker == 0xE0 and body.startswith(b"JFIF\x00") and len(body) >= _BARE_JFIF:
        return body[: _BARE_JFIF - 2] + b"\x00\x00"  # a thumbnail of no width and height
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00"):
        return body
    if marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        return body[:12]
    return None


def _end_of_scan(data: bytes, position: int) -> int:
    """Where the compressed pixels end: at a marker that is neither a stuffed byte nor a restart."""
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        following = data[position + 1]
        if following == 0xFF:
            position += 1
        elif following == 0x00 or following in _RESTARTS:
            position += 2
        else:
            return position


def strip_jpeg_2000(data: bytes) -> bytes:
    """A JPEG 2000 picture, as PDF embeds it, without XMP, UUID boxes and comments.

    Raises:
        ValueError: this is no JPEG 2000.
    """
    if data.startswith(_J2K_START):
        return _strip_codestream(data)
    if data[4:8] != b"jP  ":
        raise ValueError("no JPEG 2000")
    kept = []
    position = 0
    while position + 8 <= len(data):
        length, name, start = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8], 8
        if length == 1:
            length, start = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        elif length == 0:
            length = len(data) - position
        if length < start or position + length > len(data):
            raise ValueError("a box of the JPEG 2000 is cut off")
        body = data[position + start : position + length]
        if name in _JPEG_2000_BOXES:
            body = _strip_codestream(body) if name == b"jp2c" else body
            kept.append((len(body) + 8).to_bytes(4, "big") + name + body)
        position += length
    return b"".join(kept)


def _strip_codestream(data: bytes) -> bytes:
    """A codestream without the comments of its main header."""
    if not data.startswith(_J2K_START):
        raise ValueError("no codestream")
    kept = [_J2K_START]
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] != _J2K_TILE:
        length = 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if data[position + 1] != _J2K_COMMENT:
            kept.append(data[position : position + length])
        position += length
    return b"".join((*kept, data[position:]))
