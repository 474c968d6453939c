"""A desktop of the test's own: X server, window manager, session bus, and a pointer and keyboard that really move."""

import functools
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

HERE = Path(__file__).parent
SCREEN = (1800, 900)
FILES_AT = (1440, 120)
PROGRAMS = ("Xvfb", "openbox", "xdotool", "wmctrl", "import", "dbus-daemon", "setpriv")

# No decorations: a window's own corner is where it was put.
WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number></desktops>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
  </mouse>
  <applications>
    <application class="*"><decor>no</decor></application>
    <application title="Nakami" type="normal"><position force="yes"><x>0</x><y>0</y></position></application>
  </applications>
</openbox_config>
"""

Found = TypeVar("Found")


@functools.cache
def missing(*more: str) -> str:
    """Why these tests cannot run here; empty when they can."""
    if not sys.platform.startswith("linux"):
        return "drives X11 windows: Linux only"
    absent = [program for program in (*PROGRAMS, *more) if shutil.which(program) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    return "" if python_with_gi() else "no python3 with python3-gi to read the window's words"


def python_with_gi() -> str | None:
    """An interpreter outside the virtual environment that speaks D-Bus."""
    for python in ("/usr/bin/python3", "/usr/local/bin/python3"):
        command = [python, "-c", "from gi.repository import Gio"]
        if Path(python).exists() and subprocess.run(command, capture_output=True, timeout=30).returncode == 0:
            return python
    return None


def wait_for(what: str, look: Callable[[], Found], within_s: float = 10.0) -> Found:
    """Look again and again until there is something to see; fail with `what` when nothing comes in time."""
    ends = time.monotonic() + within_s
    while not (found := look()):
        if time.monotonic() > ends:
            raise AssertionError(f"not within {within_s:.0f} s: {what}")
        time.sleep(0.1)
    return found


@dataclass(frozen=True)
class Area:
    """A part of the screen."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


EVERYWHERE = Area(0, 0, *SCREEN)


@dataclass(frozen=True)
class Seen:
    """One thing in a window, as a screen reader has it. `text` is what stands in a field."""

    role: str
    name: str
    description: str
    text: str
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Desktop:
    """Everything on it ends with `close`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[subprocess.Popen[str]] = []
        self._listing = folder / "drag.txt"
        self._reader: subprocess.Popen[str] | None = None
        self._files: subprocess.Popen[str] | None = None
        (folder / "home").mkdir()
        # Sockets: their paths may have no more than 107 letters, and a test's own folder is deep.
        self._sockets = Path(tempfile.mkdtemp(prefix="desktop-"))
        # Nothing of the caller's own session reaches the programs on this desktop.
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(self._sockets),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONFAULTHANDLER": "1",
            "NO_AT_BRIDGE": "1",  # GTK programs need not take part.
        }
        try:
            self._start_up()
        except BaseException:
            self.close()
            raise

    def _start_up(self) -> None:
        reading, writing = os.pipe()
        screen = f"{SCREEN[0]}x{SCREEN[1]}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-noreset", "-nolisten", "tcp"]
        self.start("xvfb", command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.environment["DISPLAY"] = f":{answer.readline().strip()}"
        rules = self.folder / "openbox.xml"
        rules.write_text(WINDOW_MANAGER, encoding="utf-8")
        self.start("openbox", ["openbox", "--config-file", str(rules)])
        address = f"unix:path={self._sockets / 'bus'}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.start("dbus", ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"])
        wait_for("a session bus", (self._sockets / "bus").exists)
        wait_for("a window manager", lambda: "Openbox" in self.run("wmctrl", "-m", may_fail=True))

    def close(self) -> None:
        """End every program that was started here, the newest first."""
        while self._running:
            end(self._running.pop())
        shutil.rmtree(self._sockets, ignore_errors=True)

    def start(
        self,
        name: str,
        command: Sequence[str],
        environment: dict[str, str] | None = None,
        cwd: Path | None = None,
        pass_fds: Sequence[int] = (),
        asks: bool = False,
    ) -> subprocess.Popen[str]:
        """Start a program on this desktop. What it says on stderr goes to the file NAME.err."""
        with (self.folder / f"{name}.err").open("w") as errors:
            process = subprocess.Popen(
                # Whatever becomes of the tests, nothing of theirs stays behind.
                ["setpriv", "--pdeathsig", "TERM", *command],
                env={**self.environment, **(environment or {})},
                cwd=cwd or self.folder,
                stdin=subprocess.PIPE if asks else subprocess.DEVNULL,
                stdout=subprocess.PIPE if asks else subprocess.DEVNULL,
                stderr=errors,
                text=True,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def run(self, *command: str, may_fail: bool = False) -> str:
        """Run a short command on this desktop and return what it prints."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30)
        assert may_fail or done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    # ---- pointer and keyboard

    def click(self, x: int, y: int) -> None:
        """Move there, press, release."""
        self.run("xdotool", "mousemove", f"{x}", f"{y}", "sleep", "0.1", "click", "1")

    def click_on(self, name: str, role: str = "", within: Area = EVERYWHERE) -> None:
        """Click the middle of what has this name."""
        self.click(*self.find(name, role, within).middle)

    def press(self, keys: str) -> None:
        """Press a key or a chord like ctrl+a in the window that has the focus."""
        self.run("xdotool", "key", "--clearmodifiers", keys)

    def type(self, text: str) -> None:
        """Type over what stands in the field that has the keyboard."""
        self.press("ctrl+a")
        self.run("xdotool", "type", text)

    def drag(self, start: tuple[int, int], goal: tuple[int, int]) -> None:
        """Press at `start`, move as a hand does, release at `goal`."""
        steps = [f"{start[0]}", f"{start[1]}", "sleep", "0.1", "mousedown", "1", "sleep", "0.1"]
        for _ in range(4):
            steps += ["mousemove_relative", "--", "-4", "2", "sleep", "0.03"]
        steps += ["sleep", "0.15"]
        for step in range(1, 13):
            x = start[0] + (goal[0] - start[0]) * step // 12
            y = start[1] + (goal[1] - start[1]) * step // 12
            steps += ["mousemove", f"{x}", f"{y}", "sleep", "0.03"]
        self.run("xdotool", "mousemove", *steps, "sleep", "0.25", "mouseup", "1")

    def drag_files(self, paths: Sequence[Path], goal: tuple[int, int] = (660, 400)) -> str:
        """Drag files from a window of another program to `goal`. Returns how that ended there: "copy", "ignored"."""
        self._listing.write_text("\n".join(map(str, paths)), encoding="utf-8")
        if self._files is None:
            command = [sys.executable, str(HERE / "drag_source.py"), str(self._listing), *map(str, FILES_AT)]
            self._files = self.start("files", command, asks=True)
            assert self._read_line(self._files) == "ready"
        self.drag((FILES_AT[0] + 100, FILES_AT[1] + 100), goal)
        return self._read_line(self._files)

    # ---- eyes

    def see(self) -> list[Seen]:
        """Everything with a name or a role that shows in any window."""
        if self._reader is None:
            python = python_with_gi()
            assert python is not None
            self._reader = self.start("reader", [python, str(HERE / "screen_reader.py")], asks=True)
        assert self._reader.stdin is not None
        self._reader.stdin.write("look\n")
        self._reader.stdin.flush()
        answer = json.loads(self._read_line(self._reader))
        assert isinstance(answer, list), answer
        return [Seen(role, name or "", more or "", text or "", *place) for role, name, more, text, *place in answer]

    def words(self) -> str:
        """Every name that shows, one per line."""
        return "\n".join(seen.name for seen in self.see() if seen.name)

    def shows(self, pattern: str) -> bool:
        """Whether some name matches."""
        return re.search(pattern, self.words(), re.MULTILINE) is not None

    def find(self, name: str, role: str = "", within: Area = EVERYWHERE) -> Seen:
        """What has exactly this name, as soon as it shows."""

        def look() -> list[Seen]:
            return [
                seen
                for seen in self.see()
                if seen.name == name and role in seen.role and seen.width > 0 and within.holds(*seen.middle)
            ]

        return wait_for(f"{role or 'something'} named {name!r}", look)[0]

    def activate(self, title: str) -> None:
        """Bring a window to the front and give it the keyboard."""
        if self._active() != title:
            self.run("wmctrl", "-F", "-a", title)
            wait_for(f"the keyboard in {title}", lambda: self._active() == title)
            time.sleep(0.2)

    def _active(self) -> str:
        return self.run("xdotool", "getactivewindow", "getwindowname", may_fail=True).strip()

    def close_window(self, title: str) -> None:
        """Ask a window to close, as the button of its title bar does."""
        self.run("wmctrl", "-F", "-c", title)

    def window_titles(self) -> list[str]:
        """The titles of all windows."""
        return [line.split(None, 3)[-1] for line in self.run("wmctrl", "-l", may_fail=True).splitlines()]

    def screenshot(self, path: Path) -> Path:
        """The whole screen as a PNG."""
        self.run("import", "-window", "root", str(path))
        return path

    def pixels(self, area: Area) -> NDArray[np.uint8]:
        """A part of the screen, rows by columns by red, green, blue."""
        with Image.open(self.screenshot(self.folder / "look.png")) as image:
            pixels = np.asarray(image.convert("RGB"))
        return pixels[area.y : area.y + area.height, area.x : area.x + area.width]

    @staticmethod
    def _read_line(process: subprocess.Popen[str]) -> str:
        """One line of the answer. Never more than one is on its way, so that `select` sees all there is."""
        assert process.stdout is not None
        assert select.select([process.stdout], [], [], 30)[0], f"no answer from {process.args!r}"
        line = process.stdout.readline()
        assert line, f"{process.args!r} has ended"
        return line.strip()


def end(process: subprocess.Popen[str]) -> None:
    """End a program and all that it started; by force when it does not listen."""
    for stop in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, stop)
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                continue
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
