"""A real window on real pictures, driven to the end of a training. Used by the benchmarks that need one."""

import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication


class WindowedRun:
    """The program's window with a session, and what happened when."""

    def __init__(self, folder: Path | None, page: str, **config: int) -> None:
        from gui import theme, translation
        from gui.main_window import MainWindow
        from gui.session import Session

        app = QApplication.instance()
        self.app = app if isinstance(app, QApplication) else QApplication(["nakami"])
        self.session = Session()
        self.session.set_config(**config)
        translation.install(self.app, "en")
        theme.apply(self.app, "light")
        self.window = MainWindow(self.session)
        self.window.show()
        self.page = page
        self.folder = folder
        self.moments: dict[str, float] = {}

    def open_pictures(self) -> None:
        self.session.open_folder(self.folder)
        self.until(lambda: self.session.prepared is not None and self.session.can_start)

    def train(self) -> None:
        """Start, show the page to be watched, and wait for the end."""
        self.moments["start"] = time.perf_counter()
        self.session.start_training()
        self.window.show_page(self.page)
        self.until(lambda: bool(self.session.batches))
        self.moments["first batch"] = time.perf_counter()
        self.until(lambda: self.session.outcome is not None and self.session.can_start)
        self.moments["end"] = time.perf_counter()

    def until(self, reached, limit_s: float = 1800) -> None:
        ends = time.perf_counter() + limit_s
        while not reached():
            if time.perf_counter() > ends or any(each.kind == "error" for each in self.session.messages.values()):
                raise RuntimeError(f"not reached: {self.session.messages}")
            self.spin(20)

    def spin(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def close(self) -> None:
        self.window.close()
        ends = time.perf_counter() + 30
        while self.window.isVisible() and time.perf_counter() < ends:
            self.spin(20)
