"""Opening the window: application, theme, language, error boundary, in that order.

TensorFlow is not imported here: the first job or question does that on its own thread, after the window is painted.
"""

import gc
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from core import engine
from gui import icons, lazy_pdf, theme, translation
from gui.jobs import UnforeseenError
from gui.main_window import MainWindow
from gui.session import Session


class ErrorBoundary(QObject):
    """An unforeseen error in a slot is shown on the page in sight; the window goes on."""

    _raised = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = ""
        # Later: what raised may be a painting that must not be disturbed.
        self._raised.connect(self._on_raised, Qt.ConnectionType.QueuedConnection)

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Stands in for `sys.excepthook`."""
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
            return
        traceback.print_exception(kind, error, trace)
        self._raised.emit(UnforeseenError(error))

    def _on_raised(self, error: UnforeseenError) -> None:
        # Once: an error of every repaint would bring a repaint of its banner, and so itself, again.
        if error.details != self._last:
            self._last = error.details
            self._window.show_error(error)


def open_window(paths: Sequence[str]) -> int:
    """Open the window, take `paths` in as if they were dropped on it, and return the exit status at its end."""
    sys.setswitchinterval(engine.SWITCH_INTERVAL_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Nakami")
    app.setDesktopFileName("nakami")
    app.setWindowIcon(icons.app_icon())
    lazy_pdf.install()
    session = Session()
    translation.install(app, session.settings.language)
    theme.apply(app, theme.known_scheme(session.settings.scheme))
    window = MainWindow(session)
    boundary = ErrorBoundary(window)
    sys.excepthook = boundary.on_error
    window.show()
    # What lives now lives to the end: no need to walk through it again and again.
    gc.freeze()
    if paths:
        window.pending_drop = [Path(path).absolute() for path in paths]
        QTimer.singleShot(0, window.take_pending_drop)
    status = app.exec()
    sys.excepthook = sys.__excepthook__
    return status
