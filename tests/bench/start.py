"""Process start to first painted window, against `import PySide6.QtWidgets, pyqtgraph` in a bare process."""

import os
import statistics
import subprocess
import sys
import time

from common import ROOT, own_home, tell

RUNS = 11
BARE = "import PySide6.QtWidgets, pyqtgraph"
# The program as it starts, with one thing more: it ends once the window has been painted.
WINDOW = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
import gui.main_window as main_window

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.painted)
        return False
    def painted(self):
        import os
        assert not any(name.split(".")[0] in ("tensorflow", "keras") for name in sys.modules)
        os._exit(0)

watch = Watch()
shown = main_window.MainWindow.show
def show(self):
    self.strip.installEventFilter(watch)
    shown(self)
main_window.MainWindow.show = show
from gui.app import open_window
open_window([])
"""


def main() -> None:
    taken: dict[str, list[float]] = {"bare": [], "window": []}
    with own_home():
        for run in range(RUNS + 1):
            for name, code in (("bare", BARE), ("window", WINDOW)):
                started = time.perf_counter()
                subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, env=dict(os.environ))
                if run:
                    taken[name].append(time.perf_counter() - started)
    bare, window = (statistics.median(taken[name]) for name in ("bare", "window"))
    tell(bench="start", bare_s=bare, window_s=window, ratio=window / bare, wanted_at_most=1.6)


if __name__ == "__main__":
    main()
