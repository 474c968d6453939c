"""Which kinds of picture files are read, and Pillow made ready for them."""

import logging
import os
import warnings
from types import ModuleType

from PIL import IcoImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

# Tried in this order. Left out on purpose: EPS (Pillow starts Ghostscript for it), WMF and EMF (drawings of
# lines, and Windows only), and formats of science and films that no folder of photos holds.
# TGA comes last: it has no magic number, so its decoder looks at anything.
FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000"),
    *("ICO", "CUR", "PSD", "DDS", "QOI", "PPM", "XPM", "SGI", "FLI", "DIB", "PCX", "TGA"),
)
HEIC_FORMATS = ("HEIF",)

_SUFFIXES = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".mpo"),
    "PNG": (".png", ".apng"),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "BMP": (".bmp", ".dib"),
    "DIB": (".bmp", ".dib"),
    "TIFF": (".tif", ".tiff"),
    "AVIF": (".avif", ".avifs"),
    "JPEG2000": (".jp2", ".j2k", ".j2c", ".jpc", ".jpf", ".jpx"),
    "HEIF": (".heic", ".heif", ".heics", ".heifs", ".hif"),
    "ICO": (".ico",),
    "CUR": (".cur",),
    "PSD": (".psd",),
    "DDS": (".dds",),
    "QOI": (".qoi",),
    "PPM": (".ppm", ".pgm", ".pbm", ".pnm", ".pfm"),
    "XPM": (".xpm",),
    "SGI": (".sgi", ".rgb", ".rgba", ".bw"),
    "FLI": (".fli", ".flc"),
    "PCX": (".pcx",),
    "TGA": (".tga", ".icb", ".vda", ".vst"),
}
_KNOWN_SUFFIXES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)

# The brands of HEIC in a file's first box. The last two say only that the container is HEIF, as AVIF's is too.
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"))
_AVIF_BRANDS = frozenset((b"avif", b"avis"))


class _NoWarnings(ModuleType):
    """Stands in for the module `warnings` inside Pillow's modules that read pictures."""

    def warn(self, *_: object, **__: object) -> None:
        """Say nothing: a corrupt EXIF block or a large picture is either decoded all the same or refused here."""

    def __getattr__(self, name: str) -> object:
        return getattr(warnings, name)


def hush_pillow() -> None:
    """Keep Pillow from warning, in any thread and under any filter of the program.

    warnings.catch_warnings swaps a global of the process, so pool threads that decode at once would leave each
    other's filters behind; a filter set once loses to any set later ("error" in tests), and a warning turned
    into an exception in mid-decoding spoils a good picture. Pillow's limits on size stay as they are: past
    them it raises.
    """
    silent = _NoWarnings("warnings")
    for module in (Image, IcoImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin):
        vars(module)["warnings"] = silent
    # Without a handler its complaints about odd TIFF files would go to the terminal.
    logging.getLogger("PIL").addHandler(logging.NullHandler())


def suffix_fits(file_name: str | os.PathLike[str], kind: str) -> bool:
    """Whether a file's name says what it holds. `kind` is Pillow's name of it, as `Examined.format`.

    A name without a suffix, or with one that belongs to no kind of picture known here, says nothing and so fits:
    only the suffix of another kind misleads. Upper and lower case are the same.
    """
    suffix = os.path.splitext(file_name)[1].lower()
    return suffix not in _KNOWN_SUFFIXES or suffix in _SUFFIXES.get(kind, (suffix,))


def is_heic(head: bytes) -> bool:
    """Whether a file that begins with `head` holds a HEIC photo."""
    if head[4:8] != b"ftyp":
        return False
    end = min(len(head), int.from_bytes(head[:4], "big"))
    brands = {head[8:12], *(head[start : start + 4] for start in range(16, end - 3, 4))}
    return not brands & _AVIF_BRANDS and bool(brands & _HEIC_BRANDS)


def can_read_heic() -> bool:
    """Whether the extra is installed that decodes HEIC. Loads it when first asked, so ask only for such a file."""
    if HEIC_FORMATS[0] in Image.OPEN:
        return True
    try:
        import pillow_heif

        pillow_heif.register_heif_opener()
    except ImportError:
        return False
    return True
