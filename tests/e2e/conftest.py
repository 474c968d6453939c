"""A desktop for each test, pictures to drop on it, and what was seen when a test failed."""

import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.e2e.desktop import Desktop, missing
from tests.e2e.program import PROJECT

CLASSES = ("circles", "squares", "stripes")
PER_CLASS = 20
FAILED = pytest.StashKey[bool]()


def pytest_runtest_setup() -> None:
    """Skip before anything is drawn or trained for the test."""
    reason = missing()
    if reason:
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed and call.when == "call":
        item.stash[FAILED] = True
    return report


@pytest.fixture
def desktop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desktop]:
    """An X server with a window manager, and nothing else on it yet."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    desktop = Desktop(folder)
    try:
        yield desktop
        if request.node.stash.get(FAILED, False):
            show_failure(desktop, tmp_path)
    finally:
        desktop.close()


def show_failure(desktop: Desktop, folder: Path) -> None:
    """Leave a screenshot, and print where it is and what the programs said."""
    print("screenshot:", desktop.screenshot(folder / "failed.png"))
    for file in sorted(desktop.folder.glob("*.err")):
        print(f"---- {file.name}\n{file.read_text(encoding='utf-8', errors='replace')}")


def draw(kind: str, dice: np.random.Generator) -> Image.Image:
    """One picture that is easy to tell from those of the other kinds."""
    ground = tuple(int(value) for value in dice.integers(170, 256, 3))
    colour = {"circles": (200, 40, 40), "squares": (40, 140, 60), "stripes": (40, 70, 190)}[kind]
    image = Image.new("RGB", (64, 64), ground)
    pen = ImageDraw.Draw(image)
    x, y, size = (int(value) for value in dice.integers((4, 4, 22), (24, 24, 36)))
    if kind == "circles":
        pen.ellipse((x, y, x + size, y + size), fill=colour)
    elif kind == "squares":
        pen.rectangle((x, y, x + size, y + size), fill=colour)
    else:
        for left in range(x, 64, 12):
            pen.rectangle((left, 0, left + 5, 64), fill=colour)
    return image


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of class folders."""
    folder = tmp_path_factory.mktemp("pictures") / "shapes"
    dice = np.random.default_rng(7)
    for kind in CLASSES:
        (folder / kind).mkdir(parents=True)
        for number in range(PER_CLASS):
            draw(kind, dice).save(folder / kind / f"{number:02}.png")
    return folder


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Pictures that are in no class folder."""
    folder = tmp_path_factory.mktemp("photos")
    dice = np.random.default_rng(8)
    files = [folder / f"photo {number}.png" for number in range(6)]
    for number, file in enumerate(files):
        draw(CLASSES[number % len(CLASSES)], dice).save(file)
    return files


@pytest.fixture(scope="session")
def earlier_run(tmp_path_factory: pytest.TempPathFactory, pictures: Path) -> Path:
    """The folder of a short training, made from the command line."""
    folder = tmp_path_factory.mktemp("earlier") / "run"
    options = ["--epochs", "3", "--image-size", "32", "--run", str(folder)]
    done = subprocess.run(
        [sys.executable, "main.py", "train", str(pictures), *options],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return folder
