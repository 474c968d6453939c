"""What the benchmarks share."""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def tell(**figures: object) -> None:
    """Print the result: one JSON object on one line."""
    print(json.dumps({name: _rounded(value) for name, value in figures.items()}))


def _rounded(value: object) -> object:
    return round(value, 4) if isinstance(value, float) else value


@contextmanager
def own_home() -> Iterator[Path]:
    """A NAKAMI_HOME that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="nakami-bench-") as folder:
        os.environ["NAKAMI_HOME"] = folder
        yield Path(folder)


def peak_mb() -> float:
    """The most memory that this process has had in RAM so far (Linux)."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1000


def median_seconds(function: Callable[[], object], runs: int) -> float:
    """The median time of a call, after three calls that do not count."""
    for _ in range(3):
        function()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        function()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def alternate(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """The median times of two calls made in turn, so that a drift of the machine hits both."""
    for _ in range(3):
        first()
        second()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for times, function in zip(taken, (first, second), strict=True):
            started = time.perf_counter()
            function()
            times.append(time.perf_counter() - started)
    return statistics.median(taken[0]), statistics.median(taken[1])
