"""What decoding an opened picture takes, told before it begins: memory and time. What takes too much is refused.

A small file may hold a picture that takes gigabytes or minutes; nothing stops a decoder once it runs.
"""

import re
from collections.abc import Iterator
from itertools import islice

from PIL import IcoImagePlugin, Image, ImageFile, JpegImagePlugin, TiffImagePlugin

from core.image_colours import BAND_PIXELS, is_deep
from core.image_reasons import takes_much_memory, takes_too_long, too_many_scans

# What one picture may take, its file apart. JPEG is reduced while it is decoded, and takes less as a rule.
MAX_DECODING_BYTES = 480_000_000

# Pictures that Pillow decodes in Python, at about a millionth of a second for each pixel.
MAX_SLOW_PIXELS = 2**23

# Each scan of a JPEG passes over all of its pixels. Files of cameras and programs have 10 or so, in CMYK 18; the
# largest picture that is read at all may have 22.
MAX_SCAN_PIXELS = 4_000_000_000

# Bytes that a decoder takes for a pixel, with those of Pillow's own copy: measured as the growth of the process's peak
# with the number of pixels. PNG, GIF, BMP, TIFF, PPM and the others take hardly more than the copy.
_WEBP_BYTES = 17  # libwebp's picture, the one before it in an animation, and the one handed over
_AVIF_BYTES = 10  # 4:4:4 a tenth more
_HEIF_BYTES = 9
_JPEG2000_BYTES_PER_CHANNEL = 6.5  # OpenJPEG counts in 32 bits
_SPARE_COPY_BYTES = 4  # of formats that are put together from planes or turned after decoding
_COEFFICIENT_BYTES = 2  # for each channel of a JPEG in several scans, whatever its size after reducing

# Conversion to RGB goes band by band; in floating point where the picture is deep.
_DEEP_BAND_BYTES = 40
_BAND_BYTES = 8

_TIFF_ROWS_PER_STRIP = 278

# A marker of JPEG's: within coded pixels FF is followed by zero or by a restart's number, and FF may be repeated.
_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)
_SCAN_BEGINS = b"\xff\xda"
_END, _NO_LENGTH = 0xD9, (0xD8, 0x01)


def require_bearable(picture: ImageFile.ImageFile, content: bytes) -> None:
    """Raises PictureError where an opened picture, `content` being its file, takes too much time or memory."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        _require_few_scans(picture, content)
        return
    stored = _stored(picture)
    pixels, kind = stored.width * stored.height, _spoken(stored)
    if pixels > MAX_SLOW_PIXELS and _is_slow(stored):
        raise takes_too_long(kind, stored.size, MAX_SLOW_PIXELS)
    most_pixels = int(MAX_DECODING_BYTES / _bytes_per_pixel(stored))
    if pixels > most_pixels:
        raise takes_much_memory(kind, stored.size, most_pixels)


def decoding_bytes(picture: ImageFile.ImageFile, full_pixels: int) -> int:
    """About how many bytes decoding and converting takes at most. `picture` is opened, and drafted where it is reduced
    while it is decoded; `full_pixels` is how many it had before."""
    stored = _stored(picture)
    pixels = stored.width * stored.height
    size = pixels * _bytes_per_pixel(stored)
    if "progressive" in picture.info:
        size += full_pixels * _COEFFICIENT_BYTES * len(picture.getbands())
    if stored.mode != "RGB":
        size += min(pixels, BAND_PIXELS) * (_DEEP_BAND_BYTES if is_deep(stored) else _BAND_BYTES)
    return int(size)


def _stored(picture: ImageFile.ImageFile) -> Image.Image:
    """The picture whose pixels are decoded: an icon holds another, of any size and kind."""
    if isinstance(picture, IcoImagePlugin.IcoImageFile):
        return picture.ico.frame(picture.ico.getentryindex(picture.size))
    return picture


def _spoken(picture: Image.Image) -> str:
    names = {"JPEG2000": "JPEG 2000", "WEBP": "WebP"}
    return names.get(picture.format or "", picture.format or "")


def _is_slow(picture: Image.Image) -> bool:
    # Pillow registers as decoders only those that are written in Python.
    return any(tile[0] in Image.DECODERS for tile in getattr(picture, "tile", ()))


def _bytes_per_pixel(picture: Image.Image) -> float:
    own = _own_bytes(picture.mode)
    match picture.format:
        case "WEBP":
            return _WEBP_BYTES
        case "AVIF":
            return _AVIF_BYTES
        case "HEIF":
            return _HEIF_BYTES
        case "JPEG2000":
            return _JPEG2000_BYTES_PER_CHANNEL * len(picture.getbands())
        case "TIFF":
            return own + _strip_bytes(picture)
        case "SGI" | "TGA" | "DDS" | "QOI":
            return own + _SPARE_COPY_BYTES
    return own


def _own_bytes(mode: str) -> int:
    """How many bytes Pillow keeps for a pixel."""
    if mode in ("1", "L", "P"):
        return 1
    return 2 if mode.startswith("I;16") else 4


def _strip_bytes(picture: Image.Image) -> float:
    """What libtiff adds for each pixel: it unpacks a strip as a whole, and a picture may be a single strip."""
    if not isinstance(picture, TiffImagePlugin.TiffImageFile) or picture.info.get("compression") == "raw":
        return 0
    rows = picture.tag_v2.get(_TIFF_ROWS_PER_STRIP, picture.height)
    share = min(rows, picture.height) / picture.height if isinstance(rows, int) else 1
    return share * _own_bytes(picture.mode)


def _require_few_scans(picture: JpegImagePlugin.JpegImageFile, content: bytes) -> None:
    pixels = picture.width * picture.height
    most = MAX_SCAN_PIXELS // pixels
    if _has_one_scan(picture, content):
        return
    # The bytes of a scan's begin stand in previews and appended films too: only where they are many is it worth
    # to tell which are scans.
    if content.count(_SCAN_BEGINS) > most and _has_more_scans(content, most):
        raise too_many_scans(most)


def _has_one_scan(picture: JpegImagePlugin.JpegImageFile, content: bytes) -> bool:
    """Whether decoding ends with the first scan, whatever comes after it: it has all channels, in full depth."""
    first = next(_scans(content), len(content))
    return "progressive" not in picture.info and content[first + 2 : first + 3] == bytes([picture.layers])


def _has_more_scans(content: bytes, count: int) -> bool:
    return next(islice(_scans(content), count, None), None) is not None


def _scans(content: bytes) -> Iterator[int]:
    """Where the scans of the JPEG at the begin of a file start."""
    at = 0
    while (found := _MARKER.search(content, at)) is not None:
        at, kind = found.end(), found[1][0]
        if kind == _END:
            return
        if kind == _SCAN_BEGINS[1]:
            yield at
        if kind not in _NO_LENGTH:
            at += int.from_bytes(content[at : at + 2], "big")
