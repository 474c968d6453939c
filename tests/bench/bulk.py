"""Thousands of photos classified, against the slower of Pillow decoding on all cores and the network alone.

    python tests/bench/bulk.py [PHOTOS] [FOLDER]

PHOTOS (5,000) of 400 x 400, as JPEG and as PNG, made from the pictures in FOLDER: by default from the photos beside the
project, or the sample creatures with some noise. All three ways take turns, a few hundred photos each, so that a drift
of the machine hits all; then the whole number in one go, for memory and the first rows.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from common import ROOT, own_home, tell
from PIL import Image

PHOTOS = ROOT.parent / "shared" / "data" / "clothing6"
COUNT = 5_000
SIDE_PX = 400
SIZE_PX = 100
ROUNDS = 8
PHOTOS_A_ROUND = 512
SOURCES = 300


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with own_home() as home:
        sources = pictures_of(Path(sys.argv[2]) if len(sys.argv) > 2 else PHOTOS, home)
        for kind in ("jpg", "png"):
            measure(kind, made(home / kind, sources, count, kind))


def measure(kind: str, files: Sequence[str]) -> None:
    from core import engine

    engine.load()
    from core.classification import Classifier, batch_size
    from core.framing import Frame
    from core.network.build import build
    from core.network.presets import tutorial_network

    model = build(tutorial_network(SIZE_PX, 6))
    classifier = Classifier(model, tuple("abcdef"), Frame(SIZE_PX))
    before = resident_mb()
    first_rows_s, peak = in_one_go(classifier, files)
    some = files[:PHOTOS_A_ROUND]
    batch = np.random.default_rng(1).integers(0, 256, (batch_size(model), SIZE_PX, SIZE_PX, 3), np.uint8)
    ways: dict[str, Callable[[], object]] = {
        "pillow": lambda: pillow(some),
        "network": lambda: [classifier.probabilities(batch) for _ in range(len(some) // len(batch))],
        "ours": lambda: [len(each) for each in classifier.many(some)],
    }
    per_s, cpu_ms = in_turn(ways, len(some))
    tell(
        bench="bulk",
        kind=kind,
        photos=len(files),
        batch=len(batch),
        **{f"{name}_per_s": statistics.median(per_s[name]) for name in ways},
        ratio=statistics.median(
            ours / min(others) for ours, *others in zip(per_s["ours"], per_s["pillow"], per_s["network"], strict=True)
        ),
        wanted_at_least=0.9,
        **{f"{name}_cpu_ms_a_photo": statistics.median(cpu_ms[name]) for name in ways},
        first_rows_s=first_rows_s,
        first_rows_wanted_at_most_s=2,
        resident_growth_mb=peak - before,
        growth_wanted_at_most_mb=300,
    )


def in_one_go(classifier: object, files: Sequence[str]) -> tuple[float, float]:
    """Seconds until the first rows, tracing included, and the most memory at any batch's end."""
    started = time.perf_counter()
    first_rows_s, peak = 0.0, 0.0
    for _ in classifier.many(files):  # type: ignore[attr-defined]
        first_rows_s = first_rows_s or time.perf_counter() - started
        peak = max(peak, resident_mb())
    return first_rows_s, peak


def in_turn(ways: dict[str, Callable[[], object]], count: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Photos per second, and milliseconds of processor time for each, of every way in every round."""
    per_s: dict[str, list[float]] = {name: [] for name in ways}
    cpu_ms: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started, used = time.perf_counter(), time.process_time()
            way()
            per_s[name].append(count / (time.perf_counter() - started))
            cpu_ms[name].append((time.process_time() - used) / count * 1e3)
    return per_s, cpu_ms


def pillow(files: Sequence[str]) -> None:
    """Decoding as one would write it with Pillow alone, on all cores."""

    def decode(file: str) -> np.ndarray:
        return np.asarray(Image.open(file).convert("RGB").resize((SIZE_PX, SIZE_PX)))

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(decode, files):
            pass


def pictures_of(folder: Path, home: Path) -> list[Image.Image]:
    files = sorted(each for each in folder.rglob("*") if each.suffix in (".jpg", ".png")) if folder.is_dir() else []
    noise = 0.0
    if not files:
        from core.pictures.creatures import write_creatures

        files, noise = sorted(write_creatures(home / "creatures", per_class=20).rglob("*.png")), 6.0
    rng = np.random.default_rng(1)
    pictures = []
    for file in files[:: max(1, len(files) // SOURCES)][:SOURCES]:
        with Image.open(file) as opened:
            pixels = np.asarray(opened.convert("RGB").resize((SIDE_PX, SIDE_PX)), np.float32)
        noisy = np.clip(pixels + rng.normal(0, noise, pixels.shape), 0, 255).astype(np.uint8)
        pictures.append(Image.fromarray(noisy))
    return pictures


def made(folder: Path, sources: Sequence[Image.Image], count: int, kind: str) -> list[str]:
    """The files: each source once, the others as links to it, which a decoder cannot tell from files."""
    folder.mkdir()
    files = [folder / f"{number:06}.{kind}" for number in range(count)]
    for number, file in enumerate(files):
        if number < len(sources):
            sources[number].save(file, quality=85)
        else:
            file.hardlink_to(files[number % len(sources)])
    return [str(file) for file in files]


def resident_mb() -> float:
    """What this process has in RAM now (Linux)."""
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) / 1000


if __name__ == "__main__":
    main()
