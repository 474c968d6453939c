"""The one decoder of every picture in the program: file or bytes -> upright 8-bit RGB.

Training cache, thumbnails, dropped and pasted photos all come through here, so that a network sees a
picture in use exactly as it saw it in training.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from core.errors import PictureError
from core.framing import ResizeMode
from core.image_costs import require_bearable
from core.image_formats import FORMATS, HEIC_FORMATS, can_read_heic, hush_pillow, is_heic
from core.image_geometry import Target, fitting, middle, on_page, square, turned, upright_size
from core.image_loading import Loaded, loading
from core.image_look import LEAST_PX, Look, is_plain
from core.image_reasons import HEAD_BYTES, cut_off, decoder_failure, heic_unread, too_many_pixels, unreadable
from core.image_sources import Source, content_of
from core.words import say

# Pillow's own hard limit, 2 x its MAX_IMAGE_PIXELS: 0.5 GiB of RGB.
MAX_PIXELS = 178_956_970

# The marker that ends JPEG 2000 data and occurs nowhere within. Without it the file is cut, and its decoder may
# make a coarse picture of what there is.
_JPEG2000_END = b"\xff\xd9"

# Side of the square of single pixels, from the middle, that tells a plain picture from a fine pattern.
_PATCH_PX = 256

Result = TypeVar("Result")

hush_pillow()


@dataclass(frozen=True, eq=False)
class Examined:
    """A picture as a network takes it, and what is known of its file.

    `pixels` is what `read_square` gives. `width` and `height` (px) are the file's, upright; `format` is what it holds
    in Pillow's words ("JPEG", "PNG", ...), whatever its name says. `digest` (0 to 2**64 - 1) is equal for equal files;
    of `hash` (as large) pictures that look alike, whatever their size and format, share nearly all bits. `is_grey`: no
    pixel has a visible colour; `is_flat`: one single colour, but for noise.
    """

    pixels: NDArray[np.uint8]
    width: int
    height: int
    format: str
    digest: int
    hash: int
    is_grey: bool
    is_flat: bool


def read_picture(source: Source, longest_px: int | None = None) -> NDArray[np.uint8]:
    """The picture upright (EXIF), as RGB: height x width x 3, uint8 0-255, C-contiguous.

    `source` is a file's path or a file's content. `longest_px` reduces, for thumbnails and previews, so that
    the longer side is at most that many pixels, keeping the aspect; it never enlarges. Transparency is laid on
    white, an animation gives its first frame. Raises PictureError, its reason one sentence without the
    file's name, when the file is no whole picture of at most MAX_PIXELS pixels (fewer where decoding takes much memory
    or time: see `core/image_costs.py`).
    """
    return _placed(content_of(source), fitting(longest_px))


def read_square(source: Source, size_px: int, mode: ResizeMode = "stretch") -> NDArray[np.uint8]:
    """The picture as a network takes it: upright RGB, size_px x size_px x 3, uint8 0-255, C-contiguous.

    `mode` "stretch" ignores the aspect, as the tutorial does; "crop" takes the middle square; "pad" shows all of the
    picture with black beside it. The same file gives the same bytes, whether by path or by content, on any thread.
    Errors as in `read_picture`.
    """
    target = square(size_px, mode)
    return _placed(content_of(source), target)


def examine(source: Source, size_px: int, mode: ResizeMode = "stretch") -> Examined:
    """What `read_square` gives and what is known of the file, from one reading and one decoding. Errors as there.

    To be called on any thread.
    """
    target = square(size_px, mode)
    content = content_of(source)
    digest = int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big")
    return _decode(content, target, lambda loaded, kind: _examined(loaded, kind, target, digest))


def picture_from_pixels(pixels: NDArray[np.uint8], size_px: int, mode: ResizeMode = "stretch") -> NDArray[np.uint8]:
    """An RGB picture already decoded (height x width x 3, uint8), made square as `read_square` does it.

    For pasted pixels that have no file. Equals `read_square` of the same pixels saved without loss; a JPEG
    file may differ by a few grey levels, since its decoder reduces on the way.
    """
    return _resized_pixels(pixels, square(size_px, mode))


def reduced(pixels: NDArray[np.uint8], longest_px: int) -> NDArray[np.uint8]:
    """An RGB picture already decoded, reduced as `read_picture` does it."""
    return _resized_pixels(pixels, fitting(longest_px))


def _resized_pixels(pixels: NDArray[np.uint8], target: Target) -> NDArray[np.uint8]:
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8:
        raise ValueError(f"expected height x width x 3 of uint8, received {pixels.shape} of {pixels.dtype}")
    _check_size(pixels.shape[1], pixels.shape[0])
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    return Loaded(picture, picture.size).placed(target)


def _placed(content: bytes, target: Target) -> NDArray[np.uint8]:
    return _decode(content, target, lambda loaded, _: loaded.placed(target))


def _examined(loaded: Loaded, kind: str, target: Target, digest: int) -> Examined:
    placement = target(*loaded.size)
    shown = whole = loaded.image(placement)
    if placement.box_size != loaded.size or min(placement.shown) < LEAST_PX:
        whole = loaded.image(square(LEAST_PX, "stretch")(*loaded.size))
    look = Look(whole)
    width, height = upright_size(loaded.size, loaded.orientation)
    return Examined(
        pixels=on_page(turned(np.array(shown), loaded.orientation), placement),
        width=width,
        height=height,
        format=kind,
        digest=digest,
        hash=look.perceptual_hash(loaded.orientation),
        is_grey=look.has_no_colour(),
        is_flat=look.seems_flat() and is_plain(loaded.placed(middle(_PATCH_PX))),
    )


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise PictureError(say("The picture has no pixels."))
    if width * height > MAX_PIXELS:
        raise too_many_pixels((width, height), MAX_PIXELS)


def _formats(head: bytes) -> tuple[str, ...]:
    """The formats to try on a file that begins with `head`. Raises PictureError where an extra is missing."""
    if not is_heic(head):
        return FORMATS
    if not can_read_heic():
        raise PictureError(heic_unread(), is_passing=True)
    return HEIC_FORMATS


def _decode(content: bytes, target: Target, use: Callable[[Loaded, str], Result]) -> Result:
    """What `use` makes of the picture loaded for `target` and the name of its format.

    The boundary: whatever a decoder raises on a broken file leaves here as PictureError.
    """
    head = content[:HEAD_BYTES]
    try:
        with Image.open(BytesIO(content), formats=_formats(head)) as picture:
            if picture.format == "JPEG2000" and _JPEG2000_END not in content:
                raise PictureError(cut_off())
            _check_size(*picture.size)
            # Several photos in one JPEG, as some cameras write them, are a JPEG whose first photo counts.
            kind = "JPEG" if picture.format == "MPO" else picture.format or ""
            require_bearable(picture, content)
            with loading(picture, target, len(content)) as loaded:
                return use(loaded, kind)
    except PictureError:
        raise
    except UnidentifiedImageError as error:
        raise PictureError(unreadable(head)) from error
    except Image.DecompressionBombError as error:
        raise too_many_pixels(_claimed_size(content), MAX_PIXELS) from error
    except Exception as error:  # Pillow's decoders raise nearly everything on broken files.
        raise decoder_failure(error, head) from error


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
