"""Why a file is no picture: one plain sentence, from the file's first bytes and the decoder's error."""

from core.errors import PictureError
from core.image_formats import is_heic
from core.words import Sentence, say

# Looked at for the sniffing; web pages may begin with a long comment or a byte order mark.
HEAD_BYTES = 1024

# What people's folders hold beside pictures: the reason, and the (offset, bytes) that give it away.
_STRANGERS: tuple[tuple[Sentence, tuple[tuple[int, bytes], ...]], ...] = (
    (say("Not a picture: the file holds a PDF document."), ((0, b"%PDF"),)),
    (say("Not a picture: the file holds a ZIP archive."), ((0, b"PK\x03\x04"), (0, b"PK\x05\x06"))),
    (
        say("Not a picture: the file holds a packed archive."),
        ((0, b"\x1f\x8b"), (0, b"7z\xbc\xaf"), (0, b"Rar!"), (0, b"BZh"), (0, b"\xfd7zXZ"), (257, b"ustar")),
    ),
    (
        say("The file holds a JPEG XL picture, a kind that Nakami does not read."),
        ((0, b"\xff\x0a"), (4, b"JXL \r\n\x87\n")),
    ),
    (
        say("Not a picture: the file holds a video."),
        ((4, b"ftypisom"), (4, b"ftypmp4"), (4, b"ftypqt"), (4, b"ftypM4V"), (0, b"\x1a\x45\xdf\xa3"), (8, b"AVI ")),
    ),
    (
        say("Not a picture: the file holds sound."),
        ((8, b"WAVE"), (0, b"ID3"), (0, b"OggS"), (0, b"fLaC"), (4, b"ftypM4A")),
    ),
    (say("Not a picture: the file holds HDF5 data."), ((0, b"\x89HDF\r\n\x1a\n"),)),
    (say("Not a picture: the file holds a NumPy array."), ((0, b"\x93NUMPY"),)),
    (say("Not a picture: the file holds a program."), ((0, b"\x7fELF"), (0, b"MZ"))),
    (
        say("The file holds an EPS drawing, a kind that Nakami does not read."),
        ((0, b"%!PS"), (0, b"\xc5\xd0\xd3\xc6")),
    ),
    (say("The file holds a WMF drawing, a kind that Nakami does not read."), ((0, b"\xd7\xcd\xc6\x9a"),)),
    (say("The file holds an EMF drawing, a kind that Nakami does not read."), ((40, b" EMF"),)),
    (
        say("Not a picture: the file holds the notes of macOS on another file."),
        ((0, b"\x00\x05\x16\x07"), (0, b"\x00\x05\x16\x00")),
    ),
    (say("Not a picture: the file holds the notes of macOS on a folder."), ((0, b"\x00\x00\x00\x01Bud1"),)),
    (say("Not a picture: the file holds an Office document or a store of thumbnails."), ((0, b"\xd0\xcf\x11\xe0"),)),
)

# Pictures whose header breaks off or lies. (offset, bytes, the kind's name.)
_PICTURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG", "PNG"),
    (0, b"GIF8", "GIF"),
    (4, b"ftypavif", "AVIF"),
    (8, b"WEBP", "WebP"),
    (0, b"BM", "BMP"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"8BPS", "PSD"),
    (0, b"qoif", "QOI"),
    (0, b"DDS ", "DDS"),
    (0, b"\x00\x00\x01\x00", "ICO"),
    (0, b"\x00\x00\x02\x00", "CUR"),
)

# How Pillow's decoders say that bytes are missing.
_CUT_OFF = ("truncated", "eof", "end of file", "not enough", "unexpected end")


def cut_off() -> Sentence:
    """The file ends before the picture does."""
    return say("The picture is cut off: the file ends too early.")


def heic_unread() -> Sentence:
    """The file is a HEIC photo, and what decodes it is not installed."""
    return say("The file holds a HEIC photo: Nakami reads it once pillow-heif is installed (pip install pillow-heif).")


def unreadable(head: bytes) -> Sentence:
    """Why no decoder takes a file that begins with `head`."""
    if not head:
        return say("The file is empty.")
    head = head[:HEAD_BYTES]
    for reason, signs in _STRANGERS:
        if any(head.startswith(magic, offset) for offset, magic in signs):
            return reason
    kind = _kind(head)
    if kind is not None:
        return say("The picture is damaged: it begins like {kind}, but cannot be decoded.", kind=kind)
    return _text_reason(head) or say("Not a picture that Nakami can read.")


def _kind(head: bytes) -> str | None:
    if is_heic(head):
        return "HEIC"
    return next((kind for offset, magic, kind in _PICTURES if head.startswith(magic, offset)), None)


def _text_reason(head: bytes) -> Sentence | None:
    """What kind of text the file holds; None where it is no text."""
    text = _as_text(head)
    if text is None:
        return None
    begin = text.lstrip("\ufeff \t\r\n").lower()
    if "<svg" in begin:
        return say("The file holds an SVG drawing, a kind that Nakami does not read.")
    if begin.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in begin:
        return say("Not a picture: the file holds a web page.")
    if not begin:
        return say("Not a picture: the file holds nothing but blanks.")
    return say("Not a picture: the file holds plain text.")


def _as_text(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        # The head may end within a character of up to 4 bytes; elsewhere undecodable bytes mean no text.
        text = head.decode("utf-8", "ignore")
        lost_bytes = len(head) - len(text.encode())
        if lost_bytes > (3 if len(head) == HEAD_BYTES else 0):
            return None
    return text if all(letter.isprintable() or letter in "\ufeff\t\r\n\f" for letter in text) else None


def decoder_failure(error: BaseException, head: bytes) -> PictureError:
    """What a decoder's exception means for the user, who is told the kind of damage, not Pillow's wording."""
    if isinstance(error, PictureError):
        return error
    if isinstance(error, MemoryError):
        return PictureError(say("The picture needs more memory than there is free."), is_passing=True)
    message = str(error).lower()
    if isinstance(error, EOFError) or any(sign in message for sign in _CUT_OFF):
        return PictureError(cut_off())
    kind = _kind(head)
    if kind is not None:
        return PictureError(say("The picture is damaged: its {kind} data cannot be decoded.", kind=kind))
    return PictureError(say("The picture is damaged: its data cannot be decoded."))


def unopened(error: BaseException) -> PictureError:
    """Why a path gave no bytes: an OSError, or a path that no system takes."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PictureError(say("The file is not there: it was moved, or a link leads nowhere."), is_passing=True)
    if isinstance(error, PermissionError):
        return PictureError(say("Reading the file is not allowed."), is_passing=True)
    if isinstance(error, MemoryError):
        return PictureError(say("The picture needs more memory than there is free."), is_passing=True)
    if isinstance(error, OSError):
        reason = error.strerror or error
        return PictureError(say("The file cannot be read: {reason}.", reason=reason), is_passing=True)
    return PictureError(say("The file's name is none that the system takes."))


def too_many_pixels(size: tuple[int, int] | None, most_pixels: int) -> PictureError:
    """The declared size (width, height) is past `most_pixels`; None where only that much is known."""
    megapixels = round(most_pixels / 1e6)
    if size is None:
        return PictureError(
            say("The picture claims more than the {limit} megapixels that Nakami reads.", limit=megapixels)
        )
    return PictureError(
        say(
            "The picture claims {width:,} × {height:,} pixels: more than the {limit} megapixels that Nakami reads.",
            width=size[0],
            height=size[1],
            limit=megapixels,
        )
    )


def takes_much_memory(kind: str, size: tuple[int, int], most_pixels: int) -> PictureError:
    """A picture of this size (width, height) would fill the memory when decoded; fewer pixels of its kind do not."""
    return PictureError(
        say(
            "The picture has {width:,} × {height:,} pixels: {kind} takes much memory to decode, so Nakami reads up to "
            "{limit} megapixels of it; saved as JPEG, it may have more.",
            width=size[0],
            height=size[1],
            kind=kind,
            limit=int(most_pixels / 1e6),
        )
    )


def takes_too_long(kind: str, size: tuple[int, int], most_pixels: int) -> PictureError:
    """A picture of this size (width, height) would be decoded for minutes; fewer pixels of its kind are not."""
    return PictureError(
        say(
            "The picture has {width:,} × {height:,} pixels: this sort of {kind} takes long to decode, so Nakami reads "
            "up to {limit} megapixels of it; saved as JPEG or PNG, it may have more.",
            width=size[0],
            height=size[1],
            kind=kind,
            limit=int(most_pixels / 1e6),
        )
    )


def too_many_scans(most: int) -> PictureError:
    """A JPEG whose pixels are gone over again and again."""
    return PictureError(
        say(
            "The picture is no ordinary JPEG: it is drawn in more than {most:,} passes, and decoding it would not end.",
            most=most,
        )
    )
