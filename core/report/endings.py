"""What files a report can be written to. Light."""

import errno
import os
from pathlib import Path

from core.errors import StorageError, storage_error
from core.report import pdf
from core.words import say

ENDINGS = (".html", ".pdf")


def is_pdf(file: Path) -> bool:
    """Whether it is a PDF by its name."""
    return file.suffix.lower() == ".pdf"


def require_usable(file: Path) -> None:
    """Raises StorageError for a file that would be neither HTML nor PDF, a PDF where nothing writes it, or one in a
    folder that is not there."""
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        raise StorageError(
            say("A report is written as .html or .pdf, not as “{ending}”.", ending=ending or file.name),
            say("Name a file that ends in .html or .pdf."),
        )
    if is_pdf(file):
        pdf.require_pdf()
    if not file.absolute().parent.is_dir():
        error = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        raise storage_error(error, say("The report cannot be written as {file}.", file=file))
