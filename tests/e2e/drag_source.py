"""A small window to drag files out of, like a file manager's: a program of its own, so that the drag is a real one.

    python drag_source.py LIST X Y

LIST is a file with one path per line, read anew at every press, so that the next drag can carry something else. Prints
"ready" when the window is painted and the outcome of each drag ("copy", "ignored") when it is over.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Files"
SIZE = (200, 200)


class Files(QLabel):
    """Press anywhere, move, and the listed files hang on the pointer."""

    def __init__(self, listing: Path) -> None:
        super().__init__("drag me")
        self._listing = listing
        self._pressed_at: QPoint | None = None
        self.setWindowTitle(TITLE)
        self.setFixedSize(*SIZE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        distance = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if distance >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag()

    def _drag(self) -> None:
        paths = self._listing.read_text(encoding="utf-8").splitlines()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        action = drag.exec(Qt.DropAction.CopyAction)
        print("copy" if action is Qt.DropAction.CopyAction else "ignored", flush=True)


def main() -> int:
    app = QApplication(sys.argv[:1])
    files = Files(Path(sys.argv[1]))
    files.move(int(sys.argv[2]), int(sys.argv[3]))
    files.show()
    QTimer.singleShot(300, lambda: print("ready", flush=True))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
