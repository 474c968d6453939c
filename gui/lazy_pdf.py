"""PDF for window and command line. Nothing more of Qt is imported before one is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.report.pdf import use_pdf_writer

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

# Fonts are the application's, so it must outlive every page.
_app: QGuiApplication | None = None


def install() -> None:
    """Let reports be written as PDF."""
    use_pdf_writer(_write)


def _write(page: str, file: Path) -> None:
    from gui.pdf import write_pdf

    _require_app()
    write_pdf(page, file)


def _require_app() -> None:
    global _app
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        # A screen that is named but does not answer would end the process; Windows has one always, and offscreen no
        # fonts.
        platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
        _app = QGuiApplication(["nakami", *platform])
