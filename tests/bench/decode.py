"""Examining photos for the cache against plain Pillow on the same JPEG files, one thread: the ratio of their speeds."""

import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from common import ROOT, tell
from PIL import Image, ImageOps

from core import images

PHOTOS = ROOT.parent / "shared" / "data" / "clothing6"
PICTURES = 150
ROUNDS = 5
PROCESSES = 7
WAYS = ("plain", "stretch", "crop", "pad", "pixels_alone")
SIZE_PX = 100


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="nakami-bench-") as folder:
        files = photos() or drawn_photos(Path(folder))
        measured = [measured_in_a_process(files) for _ in range(PROCESSES)]
    tell(
        bench="decode",
        photos="of clothes" if PHOTOS.is_dir() else "drawn",
        plain_pictures_per_s=len(files) / statistics.median(each["plain"] for each in measured),
        **{f"{name}_ratio": statistics.median(each["plain"] / each[name] for each in measured) for name in WAYS[1:]},
        wanted_at_least=0.9,
    )


def measured_in_a_process(files: Sequence[Path]) -> dict[str, float]:
    """Median seconds of each way for all photos. How a process happens to lie in memory makes one way or another
    faster by a tenth, hence several of them."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(in_turn, files).result()


def examined(way: str, file: Path) -> object:
    match way:
        case "plain":
            return plain(file)
        case "pixels_alone":
            return images.read_square(file, SIZE_PX)
    return images.examine(file, SIZE_PX, way)


def plain(file: Path) -> np.ndarray:
    """As one would write it with Pillow alone: JPEG's draft mode with the gap of `Image.thumbnail`, then the rest."""
    with Image.open(file) as picture:
        picture.draft("RGB", (2 * SIZE_PX, 2 * SIZE_PX))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        return np.asarray(upright.resize((SIZE_PX, SIZE_PX), Image.Resampling.BILINEAR, reducing_gap=2.0))


def in_turn(files: Sequence[Path]) -> dict[str, float]:
    """The ways take turns photo by photo, in another order every time, so that a drift of the machine and what a way
    leaves behind in its caches hit all; the first round does not count."""
    rounds: dict[str, list[float]] = {way: [] for way in WAYS}
    order = list(WAYS)
    for _ in range(1 + ROUNDS):
        for seconds in rounds.values():
            seconds.append(0.0)
        for file in files:
            random.shuffle(order)
            for way in order:
                started = time.perf_counter()
                examined(way, file)
                rounds[way][-1] += time.perf_counter() - started
    return {way: statistics.median(seconds[1:]) for way, seconds in rounds.items()}


def photos() -> list[Path]:
    """The photos beside the project, none where they are not there."""
    files = sorted(PHOTOS.rglob("*.jpg"))
    return files[:: max(1, len(files) // PICTURES)][:PICTURES]


def drawn_photos(folder: Path) -> list[Path]:
    """JPEG files of 400-900 pixels: soft shapes with some noise, about as long as photos of that size."""
    rng = np.random.default_rng(1)
    files = []
    for number in range(PICTURES):
        width, height = (int(side) for side in rng.integers(400, 900, 2))
        soft = Image.fromarray(rng.integers(0, 256, (12, 12, 3), np.uint8)).resize((width, height))
        noisy = np.asarray(soft, np.float32) + rng.normal(0, 6, (height, width, 3))
        files.append(folder / f"{number}.jpg")
        Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(files[-1], quality=85)
    return files


if __name__ == "__main__":
    main()
