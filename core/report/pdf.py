"""Who turns a page into a PDF: core knows no Qt, so whoever starts the program hands the function in. Light."""

from collections.abc import Callable
from pathlib import Path

from core.errors import StorageError
from core.words import say

PdfWriter = Callable[[str, Path], None]

_write: PdfWriter | None = None


def use_pdf_writer(write: PdfWriter | None) -> None:
    """Let `write` (the page as HTML for paper, the file) make every PDF. It raises OSError where the file cannot be
    written. None: there is nobody who could."""
    global _write
    _write = write


def require_pdf() -> None:
    """Raises StorageError where nothing here writes PDF."""
    if _write is None:
        raise StorageError(
            say("Nothing here can write PDF."), say("Name a file that ends in .html; a browser prints it.")
        )


def write_pdf(page: str, file: Path) -> None:
    """Write a page of HTML as PDF. Raises OSError, or StorageError where nothing here writes PDF."""
    require_pdf()
    assert _write is not None, "asked for above"
    _write(page, file)
