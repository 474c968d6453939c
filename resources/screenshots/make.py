"""Takes the pictures of the window that README shows, from a real training on the sample creatures.

    python resources/screenshots/make.py [--epochs N] [--all]

Writes PNG files beside this script. `--all`: every page, empty and filled, in both themes and languages, into the
folder named by --to. Without a screen, set QT_QPA_PLATFORM=offscreen.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.answers import Photo  # noqa: E402
from gui import theme, translation  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.session import Session  # noqa: E402

SIZE = (1280, 800)
LIMIT_S = 900


class Camera:
    """A window that is driven to where there is something to see, and grabbed."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(["nakami"])
        self.folder = folder
        theme.apply(self.app, "light")
        translation.install(self.app, "en")
        self.session = Session()
        self.window = MainWindow(self.session)
        self.window.resize(*SIZE)
        self.window.show()
        self.looks: list[tuple[str, str]] = [("light", "en")]

    def wait(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, reached: Callable[[], bool]) -> None:
        """Let the window live until something is so. Raises TimeoutError."""
        ends = time.monotonic() + LIMIT_S
        while not reached():
            if time.monotonic() > ends:
                raise TimeoutError(f"not reached in {LIMIT_S} s; messages: {self.session.messages}")
            self.wait(50)

    def take(self, page: str, name: str) -> None:
        """Grab a page in every look that is asked for."""
        for scheme, language in self.looks:
            translation.install(self.app, language)
            theme.apply(self.app, theme.known_scheme(scheme))
            self.window.rebuild()
            self.window.show_page(page)
            self.wait(900)
            suffix = "" if len(self.looks) == 1 else f"-{scheme}-{language}"
            self.window.grab().save(str(self.folder / f"{name}{suffix}.png"))
        print(name)

    def tour(self, epochs: int) -> None:
        """Go through the pages in the order of the work."""
        session = self.session
        for page in ("pictures", "training", "inside", "results", "classify"):
            if len(self.looks) > 1:
                self.take(page, f"{page}-empty")
        session.open_folder(None)
        self.until(lambda: session.can_start and session.prepared is not None)
        self.take("pictures", "pictures")
        session.set_config(epochs=epochs)
        session.start_training()
        self.until(lambda: len(session.epochs) > epochs * 0.7)
        self.take("training", "training")
        self.window.show_page("inside")
        self.until(lambda: session.asking.insight is not None)
        self.take("inside", "inside")
        if len(self.looks) > 1:
            self.take_inside()
        assert session.dataset is not None
        test = session.split().test  # type: ignore[union-attr]
        files = [session.dataset.path(session.dataset.pictures[position]) for position in test[::3]]
        session.classify([Photo(file.name, str(file)) for file in files])
        self.until(lambda: None not in session.asking.answers)
        self.take("classify", "classify")
        for page in ("settings", "help"):
            if len(self.looks) > 1:
                self.take(page, page)
        self.until(lambda: session.outcome is not None and session.can_start)
        if len(self.looks) > 1:
            self.take("training", "training-finished")
        self.window.show_page("results")
        self.until(lambda: session.judging.results is not None and not session.judging.is_working)
        # The heat maps of the mistakes in sight.
        self.wait(3000)
        self.take("results", "results")

    def take_inside(self) -> None:
        """Every kind of layer with its arithmetic, and the page's other views."""
        choice = self.session.inspecting.choice
        for layer in ("conv2d_2", "relu_2", "pool_1", "dropout_1", "flatten", "dense_1", "softmax"):
            choice.layer, choice.cell = layer, None
            self.take("inside", f"inside-{layer}")
        choice.is_traced = True
        self.take("inside", "inside-trace")
        choice.is_traced = False
        for mode in ("why", "overfitting"):
            choice.mode = mode
            self.take("inside", f"inside-{mode}")
        choice.mode, choice.layer, choice.cell = "layers", None, None

    def close(self) -> None:
        """Close the window and wait for its threads."""
        self.window.close()
        self.until(lambda: not self.window.isVisible())


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--to", type=Path, default=HERE)
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="nakami-") as home:
        os.environ["NAKAMI_HOME"] = home
        camera = Camera(options.to)
        if options.all:
            camera.looks = [(scheme, language) for scheme in ("light", "dark") for language in ("en", "ja")]
        camera.tour(options.epochs)
        camera.close()


if __name__ == "__main__":
    main()
