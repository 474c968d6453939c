"""The program under test: a real process with a home of its own, seen through its window and its files."""

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.desktop import Area, Desktop, Found, Seen, wait_for

PROJECT = Path(__file__).parent.parent.parent
TITLE = "Nakami"
# Small pictures and far more epochs than a test sees: a training is quick and does not end by itself.
SETTINGS = {"language": "en", "scheme": "light", "image_size_px": 32, "epochs": 5000, "batch_size": 8, "seed": 7}
RAIL = Area(0, 0, 90, 800)
PAGE = Area(90, 0, 1190, 752)
STRIP = Area(0, 752, 1282, 50)


class Program:
    """`python main.py` on a desktop. `settings`: others than SETTINGS, for a home that has none yet."""

    def __init__(self, desktop: Desktop, home: Path, *arguments: str, **settings: object) -> None:
        self.desktop = desktop
        self.home = home
        home.mkdir(exist_ok=True)
        if not self._settings.exists():
            self._settings.write_text(json.dumps(SETTINGS | settings), encoding="utf-8")
        self._errors = desktop.folder / "nakami.err"
        self._process = desktop.start(
            "nakami",
            [sys.executable, str(PROJECT / "main.py"), *arguments],
            {"NAKAMI_HOME": str(home), "TF_CPP_MIN_LOG_LEVEL": "3"},
        )
        self.wait_for("a window", lambda: TITLE in desktop.window_titles(), 30)
        self.wait_for("the rail", lambda: self.shows("^Pictures$"), 30)

    @property
    def _settings(self) -> Path:
        return self.home / "settings.json"

    # ---- what it shows

    def shows(self, pattern: str) -> bool:
        """Whether some word in its window matches."""
        return self.desktop.shows(pattern)

    def wait_for(self, what: str, look: Callable[[], Found], within_s: float = 10.0) -> Found:
        """As `wait_for`, but over at once when the program has ended."""

        def look_alive() -> Found:
            assert self._process.poll() is None, f"the program ended with {self._process.returncode}"
            return look()

        return wait_for(what, look_alive, within_s)

    def wait_for_words(self, pattern: str, within_s: float = 10.0) -> None:
        """Wait until its window says something that matches."""
        self.wait_for(f"words like {pattern!r} in the window", lambda: self.shows(pattern), within_s)

    def strip(self) -> str:
        """The words of the strip at the window's foot, beginning with the state's."""
        return " ".join(seen.name for seen in self._in_strip() if seen.name)

    def _in_strip(self) -> list[Seen]:
        seen = [each for each in self.desktop.see() if STRIP.holds(*each.middle)]
        # What a page has scrolled out of sight may lie behind the strip, but comes before it.
        begins = max((index for index, each in enumerate(seen) if each.width >= STRIP.width - 2), default=0)
        return seen[begins:]

    # ---- what a user does

    def go_to(self, page: str, title: str = "") -> None:
        """Click a page's name in the rail and wait for its title."""
        self.desktop.click_on(page, within=RAIL)
        self.desktop.find(title or page, "label", PAGE)

    def click_in_strip(self, button: str) -> None:
        """Click a button of the strip."""

        def look() -> list[Seen]:
            return [each for each in self._in_strip() if each.name == button and "button" in each.role]

        self.desktop.click(*self.wait_for(f"{button} in the strip", look)[0].middle)

    def press(self, keys: str) -> None:
        """Press keys in its window, wherever the keyboard was before."""
        self.desktop.activate(TITLE)
        self.desktop.press(keys)

    def seconds_used(self) -> float:
        """Of the processor's time, all its threads together, so far."""
        # After its name, which may hold anything.
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait_until_it_rests(self, within_s: float = 20) -> None:
        """Wait until it has let the processor alone for a second."""
        looks: list[tuple[float, float]] = []

        def rests() -> bool:
            looks.append((time.monotonic(), self.seconds_used()))
            now, used = looks[-1]
            earlier = [used_then for then, used_then in looks if now - then >= 1]
            return bool(earlier) and used - earlier[-1] <= 0.05

        self.wait_for("rest", rests, within_s)

    # ---- what it writes

    def runs(self) -> list[Path]:
        """The run folders, oldest first."""
        return sorted(file.parent for file in (self.home / "runs").glob("*/run.json"))

    def history(self, run: Path) -> list[dict[str, str]]:
        """The epochs that are written down, oldest first."""
        try:
            with (run / "history.csv").open(encoding="utf-8", newline="") as stream:
                return list(csv.DictReader(stream))
        except FileNotFoundError:
            return []

    def epochs(self, run: Path) -> int:
        """How many epochs are written down."""
        return len(self.history(run))

    def facts(self, run: Path) -> dict[str, Any]:
        """What `run.json` says. Whole at any moment: it is written aside and renamed."""
        facts: dict[str, Any] = json.loads((run / "run.json").read_text(encoding="utf-8"))
        return facts

    def errors(self) -> str:
        """What it said on stderr so far."""
        return self._errors.read_text(encoding="utf-8", errors="replace")

    def complaints(self) -> list[str]:
        """What must never stand on stderr: a traceback, a warning of Qt.

        Except that something went just when the screen reader asked for it.
        """
        return re.findall(
            r"^(?:Traceback|Fatal|Exception |Q\w+::|qt\.(?!accessibility)).*", self.errors(), re.MULTILINE
        )

    # ---- its end

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        self._process.wait()

    def close(self, within_s: float = 30, agree: str = "") -> int:
        """Close its window, wait for its end, and return its exit status. `agree`: the button of the question that
        it asks before work is lost."""
        self.desktop.close_window(TITLE)
        if agree:
            self.desktop.click_on(agree, "button")
        try:
            return self._process.wait(timeout=within_s)
        except subprocess.TimeoutExpired:
            # Where does every thread stand?
            os.kill(self._process.pid, signal.SIGABRT)
            raise AssertionError(f"still running after {within_s:.0f} s") from None
