"""The one decoder of every picture in the program: file or bytes -> upright 8-bit RGB.

Training cache, thumbnails, dropped and pasted photos all come through here, so that a network sees a
picture in use exactly as it saw it in training.
"""

import logging
import os
import stat
import warnings
from collections.abc import Callable
from io import BytesIO
from math import ceil
from types import ModuleType
from typing import assert_never

import numpy as np
from numpy.typing import NDArray
from PIL import (
    ExifTags,
    IcoImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
)

from core.errors import PictureError
from core.framing import ResizeMode
from core.image_colours import declared_range, mend_transparency, to_rgb
from core.image_reasons import HEAD_BYTES, cut_off, decoder_failure, too_many_pixels, unopened, unreadable
from core.numerals import file_size
from core.words import say

Source = str | os.PathLike[str] | bytes

# Pillow's own hard limit, 2 x its MAX_IMAGE_PIXELS: 0.5 GiB of RGB.
MAX_PIXELS = 178_956_970

# Far above any photo, far below what would fill the memory: MAX_PIXELS of plain RGB are 0.54 GB.
MAX_FILE_BYTES = 1_000_000_000

# Tried in this order. Left out on purpose: EPS (Pillow starts Ghostscript for it), WMF and EMF (drawings of
# lines, and Windows only), and formats of science and films that no folder of photos holds.
# TGA comes last: it has no magic number, so its decoder looks at anything.
FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000"),
    *("ICO", "CUR", "PSD", "DDS", "QOI", "PPM", "XPM", "SGI", "FLI", "DIB", "PCX", "TGA"),
)

# The marker that ends JPEG 2000 data and occurs nowhere within. Without it the file is cut, and its decoder may
# make a coarse picture of what there is.
_JPEG2000_END = b"\xff\xd9"

# Sides kept at least this many times the target before the last, careful resampling. With 2 the result
# is on average within a grey level of resampling the full picture, and JPEG may skip most of its work.
_GAP = 2.0

# Area averaging down to the gap, then bilinear over every source pixel (Pillow's resize is antialiased): no moiré.
# Against Lanczos it never overshoots the source's values, decodes a third more photos per second, and
# differs least (43 dB, Lanczos 41) from resampling a JPEG decoded in full.
_RESAMPLING = Image.Resampling.BILINEAR

# Blocks averaged at once. Pillow's sums are 32-bit: 256 x 256 x 255 stays far below.
_MAX_SHRINK = 256

# EXIF's orientations: (rows and columns swapped, then step through the rows, step through the columns).
_UPRIGHT = {
    2: (False, 1, -1),
    3: (False, -1, -1),
    4: (False, -1, 1),
    5: (True, 1, 1),
    6: (True, 1, -1),
    7: (True, -1, -1),
    8: (True, -1, 1),
}

# The picture's (width, height) -> the result's.
_Target = Callable[[int, int], tuple[int, int]]


class _NoWarnings(ModuleType):
    """Stands in for the module `warnings` inside Pillow's modules that read pictures."""

    def warn(self, *_: object, **__: object) -> None:
        """Say nothing: a corrupt EXIF block or a large picture is either decoded all the same or refused here."""

    def __getattr__(self, name: str) -> object:
        return getattr(warnings, name)


def _hush_pillow() -> None:
    """Keep Pillow from warning, in any thread and under any filter of the program.

    warnings.catch_warnings swaps a global of the process, so pool threads that decode at once would leave each
    other's filters behind; a filter set once loses to any set later ("error" in tests), and a warning turned
    into an exception in mid-decoding spoils a good picture. Pillow's limits on size stay as they are: past
    MAX_PIXELS it raises.
    """
    silent = _NoWarnings("warnings")
    for module in (Image, IcoImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin):
        vars(module)["warnings"] = silent
    # Without a handler its complaints about odd TIFF files would go to the terminal.
    logging.getLogger("PIL").addHandler(logging.NullHandler())


_hush_pillow()


def read_picture(source: Source, longest_px: int | None = None) -> NDArray[np.uint8]:
    """The picture upright (EXIF), as RGB: height x width x 3, uint8 0-255, C-contiguous.

    `source` is a file's path or a file's content. `longest_px` reduces, for thumbnails and previews, so that
    the longer side is at most that many pixels, keeping the aspect; it never enlarges. Transparency is laid on
    white, an animation gives its first frame. Raises PictureError, its reason one sentence without the
    file's name, when the file is no whole picture of at most MAX_PIXELS pixels.
    """
    return _decode(_content(source), _fitting_target(longest_px))


def read_square(source: Source, size_px: int, mode: ResizeMode = "stretch") -> NDArray[np.uint8]:
    """The picture as a network takes it: upright RGB, size_px x size_px x 3, uint8 0-255, C-contiguous.

    `mode` "stretch" ignores the aspect, as the tutorial does. The same file gives the same bytes, whether
    by path or by content, on any thread. Errors as in `read_picture`.
    """
    target = _square_target(size_px, mode)
    return _decode(_content(source), target)


def picture_from_pixels(pixels: NDArray[np.uint8], size_px: int, mode: ResizeMode = "stretch") -> NDArray[np.uint8]:
    """An RGB picture already decoded (height x width x 3, uint8), made square as `read_square` does it.

    For pasted pixels that have no file. Equals `read_square` of the same pixels saved without loss; a JPEG
    file may differ by a few grey levels, since its decoder reduces on the way.
    """
    return _resized_pixels(pixels, _square_target(size_px, mode))


def reduced(pixels: NDArray[np.uint8], longest_px: int) -> NDArray[np.uint8]:
    """An RGB picture already decoded, reduced as `read_picture` does it."""
    return _resized_pixels(pixels, _fitting_target(longest_px))


def _resized_pixels(pixels: NDArray[np.uint8], target: _Target) -> NDArray[np.uint8]:
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8:
        raise ValueError(f"expected height x width x 3 of uint8, received {pixels.shape} of {pixels.dtype}")
    _check_size(pixels.shape[1], pixels.shape[0])
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    return _resized(picture, picture.size, target(*picture.size))


def _fitting_target(longest_px: int | None) -> _Target:
    """How a picture becomes at most `longest_px` long, its aspect kept."""
    if longest_px is not None and longest_px < 1:
        raise ValueError(f"longest_px must be at least 1, not {longest_px}")

    def fitted(width: int, height: int) -> tuple[int, int]:
        longer = max(width, height)
        if longest_px is None or longer <= longest_px:
            return width, height
        return max(1, round(width * longest_px / longer)), max(1, round(height * longest_px / longer))

    return fitted


def _square_target(size_px: int, mode: ResizeMode) -> _Target:
    """How a picture becomes size_px x size_px. The one place where ways other than stretching belong."""
    if size_px < 1:
        raise ValueError(f"size_px must be at least 1, not {size_px}")
    match mode:
        case "stretch":
            return lambda width, height: (size_px, size_px)
        case _:
            assert_never(mode)


def _content(source: Source) -> bytes:
    """The file's bytes. Read here, since decoders that open paths themselves fail on Windows' non-ASCII names."""
    if isinstance(source, bytes):
        return source
    try:
        _check_regular(os.stat(source))
        with open(source, "rb", opener=_open_without_waiting) as file:
            _check_regular(os.fstat(file.fileno()))
            return file.read()
    except (OSError, ValueError, MemoryError) as error:
        raise unopened(error) from error


def _open_without_waiting(path: str, flags: int) -> int:
    # For the path that becomes a pipe after the check: opening one waits for a writer.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise PictureError(say("Not a picture but a folder."))
    if not stat.S_ISREG(status.st_mode):
        raise PictureError(say("Not a picture but a device or a pipe."))
    if status.st_size > MAX_FILE_BYTES:
        raise PictureError(
            say(
                "The file has {size}: more than the {limit} that Nakami reads.",
                size=file_size(status.st_size),
                limit=file_size(MAX_FILE_BYTES),
            )
        )


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise PictureError(say("The picture has no pixels."))
    if width * height > MAX_PIXELS:
        raise too_many_pixels((width, height), MAX_PIXELS)


def _decode(content: bytes, target: _Target) -> NDArray[np.uint8]:
    """The boundary: whatever a decoder raises on a broken file leaves here as PictureError."""
    head = content[:HEAD_BYTES]
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.format == "JPEG2000" and _JPEG2000_END not in content:
                raise PictureError(cut_off())
            return _pixels(picture, target)
    except PictureError:
        raise
    except UnidentifiedImageError as error:
        raise PictureError(unreadable(head)) from error
    except Image.DecompressionBombError as error:
        raise too_many_pixels(_claimed_size(content), MAX_PIXELS) from error
    except Exception as error:  # Pillow's decoders raise nearly everything on broken files.
        raise decoder_failure(error, head) from error


def _pixels(picture: ImageFile.ImageFile, target: _Target) -> NDArray[np.uint8]:
    _check_size(*picture.size)
    wanted = target(*picture.size)
    drafted = None
    if wanted != picture.size:
        # JPEG decodes at 1/2, 1/4 or 1/8 as long as both sides keep the gap. Other formats decode in full.
        drafted = picture.draft(None, (ceil(wanted[0] * _GAP), ceil(wanted[1] * _GAP)))
    mend_transparency(picture)
    declared = declared_range(picture)
    picture.load()
    if drafted is None:
        # An icon tells its true size only now.
        return _turned(_resized(picture, picture.size, target(*picture.size), declared), _orientation(picture))
    # The last drafted column and row stand for fewer pixels than the others: the picture ends inside them.
    extent = (drafted[1][2], drafted[1][3])
    return _turned(_resized(picture, extent, wanted, declared), _orientation(picture))


def _turned(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Upright. Last of all, when the picture is small."""
    if orientation not in _UPRIGHT:
        return pixels
    swapped, row_step, column_step = _UPRIGHT[orientation]
    upright = pixels.swapaxes(0, 1) if swapped else pixels
    return np.ascontiguousarray(upright[::row_step, ::column_step])


def _orientation(picture: Image.Image) -> int:
    """EXIF's orientation (1-8), read after the pixels since PNG may keep it behind them; 1 where it is broken."""
    try:
        value = picture.getexif().get(ExifTags.Base.Orientation, 1)
        return value if isinstance(value, int) else 1
    except Exception:  # A malformed EXIF block is no reason to refuse the picture.
        return 1


def _resized(
    picture: Image.Image,
    extent: tuple[float, float],
    wanted: tuple[int, int],
    declared: tuple[float, float] | None = None,
) -> NDArray[np.uint8]:
    """A loaded picture of any mode as RGB of `wanted` (width, height).

    `extent` is how much of its width and height holds picture.
    """
    if wanted == picture.size:
        return to_rgb(picture, declared)
    across = _shrink_factor(picture.width, wanted[0])
    down = _shrink_factor(picture.height, wanted[1])
    if picture.mode != "RGB" or picture.has_transparency_data:
        shrunk = Image.fromarray(to_rgb(picture, declared, (across, down)))
    else:
        # Nearly every photo: spared the detour through an array.
        shrunk = picture if across == down == 1 else picture.reduce((across, down))
    box = (0.0, 0.0, extent[0] / across, extent[1] / down)
    return np.array(shrunk.resize(wanted, _RESAMPLING, box))


def _shrink_factor(have_px: int, want_px: int) -> int:
    return min(_MAX_SHRINK, max(1, int(have_px / want_px / _GAP)))


def _claimed_size(content: bytes) -> tuple[int, int] | None:
    """The (width, height) in the header of a picture that Pillow refused for its size; None where unknown."""
    for name in FORMATS:
        try:
            opener, accepts = Image.OPEN[name]
            if accepts is None or accepts(content[:16]) is True:
                with opener(BytesIO(content), "") as picture:
                    # A small picture may hold a large one inside, as icons do: then its own size explains nothing.
                    return picture.size if picture.width * picture.height > MAX_PIXELS else None
        except Exception:  # Only the wording of an error depends on it.
            continue
    return None
