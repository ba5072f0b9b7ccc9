"""Pictures as pixels and colour profile alone, turned the right way up."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, JpegImagePlugin

from cso.cleaning.jpeg_markers import strip_jpeg
from cso.cleaning.reasons import CannotCleanError, Reason

MOST_PIXELS = 60_000_000
"""Width times height: more than any camera of the public gives, little enough to be unpacked anywhere."""

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by the orientation that EXIF gives (CIPA DC-008, 4.6.4)."""

_KEPT_OF_PNG = ("icc_profile", "transparency")


def clean_jpeg(data: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC, comments, thumbnails and whatever follows the picture.

    Its pixels stay as they are, unless EXIF says that it must be turned: then it is turned and packed again with its
    own tables.

    Raises:
        CannotCleanError: it cannot be decoded, or is too large.
    """
    try:
        bare = strip_jpeg(data)
    except (ValueError, IndexError) as error:
        raise CannotCleanError(Reason.UNREADABLE) from error
    orientation = _orientation(data)
    with _opened(bare, "JPEG") as picture:
        if orientation not in _TURNS or not isinstance(picture, JpegImagePlugin.JpegImageFile):
            return bare
        turned = _turned(picture, orientation)
        memory = io.BytesIO()
        turned.save(
            memory,
            format="JPEG",
            qtables=picture.quantization,
            subsampling=JpegImagePlugin.get_sampling(picture),
            icc_profile=picture.info.get("icc_profile"),
            optimize=True,
        )
    return strip_jpeg(memory.getvalue())


def clean_png(data: bytes) -> bytes:
    """A PNG packed anew from its pixels: no text, EXIF, time, further frame or trailing data.

    Raises:
        CannotCleanError: it cannot be decoded, or is too large.
    """
    with _opened(data, "PNG") as picture:
        orientation = picture.getexif().get(_ORIENTATION)
        kept = {key: picture.info[key] for key in _KEPT_OF_PNG if key in picture.info}
        turned = _turned(picture, orientation)
        turned.info.update(kept)
        memory = io.BytesIO()
        turned.save(memory, format="PNG", icc_profile=kept.get("icc_profile"))
    return memory.getvalue()


def _turned(picture: Image.Image, orientation: int | None) -> Image.Image:
    """A plain copy of the pixels, turned as EXIF says."""
    turn = _TURNS.get(orientation or 0)
    copy = picture.copy() if turn is None else picture.transpose(turn)
    copy.info = {}
    return copy


def _orientation(data: bytes) -> int | None:
    """How EXIF or XMP says that the picture is turned; None where neither can be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
                value = picture.getexif().get(_ORIENTATION)
    except Exception:  # whatever is wrong with it, it is not published
        return None
    return value if isinstance(value, int) else None


@contextmanager
def _opened(data: bytes, kind: str) -> Iterator[Image.Image]:
    """The decoded picture.

    Raises:
        CannotCleanError: it cannot be decoded, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise CannotCleanError(Reason.UNPACKS_TOO_LARGE)
                picture.load()
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotCleanError(Reason.UNPACKS_TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError) as error:
        raise CannotCleanError(Reason.UNREADABLE) from error
