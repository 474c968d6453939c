"""60,000 pictures in 10 classes: listing against `find`, the full check, the second opening, memory, and what the cache
feeds against what the tutorial network trains.

    python tests/bench/intake.py [--count N]
"""

import argparse
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from common import ROOT, own_home, tell
from PIL import Image

CLASSES = 10
SIDE_PX = 100

# Each in a process of its own, so that memory is that of this step alone.
LISTING = """
import json, sys, time
from core.pictures.scan import scan
started = time.perf_counter()
dataset = scan(sys.argv[1])
print(json.dumps({"seconds": time.perf_counter() - started, "pictures": sum(dataset.counts.values())}))
"""
CHECKING = """
import json, sys, time
import numpy as np
from pathlib import Path
from core.framing import Frame
from core.pictures.cache import prepare
from core.pictures.edits import Edits
from core.pictures.health import health_report
from core.pictures.scan import scan
from core.pictures.split import split_pictures

def memory_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return {line.split(":")[0]: int(line.split()[1]) / 1000 for line in lines if line.startswith(("VmHWM", "VmRSS"))}

before = memory_mb()["VmRSS"]
started = time.perf_counter()
prepared = prepare(scan(sys.argv[1]), Frame(int(sys.argv[2])))
checked_s = time.perf_counter() - started
started = time.perf_counter()
split = split_pictures(prepared.dataset, 7, groups=prepared.duplicates.near)
split_s = time.perf_counter() - started
started = time.perf_counter()
issues = health_report(prepared, split, Edits(), Frame(int(sys.argv[2])))
report_s = time.perf_counter() - started
order = np.random.default_rng(1).permutation(split.training)
started = time.perf_counter()
for start in range(0, len(order), 32):
    prepared.pixels(order[start:start + 32])
epoch_s = time.perf_counter() - started
print(json.dumps({
    "checked_s": checked_s, "split_s": split_s, "report_s": report_s, "issues": len(issues),
    "fed_per_s": len(order) / epoch_s, "grown_mb": memory_mb()["VmHWM"] - before,
}))
"""


def make(folder: Path, count: int) -> None:
    """Distinct small photos: soft noise in a class's colour."""
    rng = np.random.default_rng(3)
    for label in range(CLASSES):
        (folder / f"class {label}").mkdir(parents=True)
    for number in range(count):
        coarse = rng.integers(0, 256, (7, 7, 3), np.uint8)
        picture = Image.fromarray(coarse).resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC)
        content = io.BytesIO()
        picture.save(content, "JPEG", quality=85)
        (folder / f"class {number % CLASSES}" / f"{number:06}.jpg").write_bytes(content.getvalue())


def run(code: str, *arguments: str) -> dict[str, float]:
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def found_by_find(folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(f"find '{folder}' -type f | wc -l", shell=True, check=True, capture_output=True)
    return time.perf_counter() - started


def trained_per_second() -> float:
    """Pictures a second of the tutorial network's training step."""
    from core import engine

    engine.load()
    from core.network.build import build
    from core.network.presets import tutorial_network
    from core.training.loop import Examples, Trainer

    pixels = np.random.default_rng(1).integers(0, 256, (320, SIDE_PX, SIDE_PX, 3)).astype(np.uint8)
    labels = (np.arange(320) % CLASSES).astype(np.int32)
    trainer = Trainer(build(tutorial_network(SIDE_PX, CLASSES)), 0.001)
    examples = Examples(pixels.__getitem__, np.arange(320), labels)
    seconds = [each.seconds for each in trainer.train_epoch(examples, 32, 1, 1)]
    return 32 / float(np.median(seconds))


def main() -> None:
    if not sys.platform.startswith("linux"):
        raise SystemExit("reads /proc: Linux only")
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=60_000)
    options = parser.parse_args()
    with own_home() as home:
        folder = home / "many"
        make(folder, options.count)
        find_s = min(found_by_find(folder) for _ in range(3))
        listing = min((run(LISTING, str(folder)) for _ in range(3)), key=lambda each: each["seconds"])
        first = run(CHECKING, str(folder), str(SIDE_PX))
        again = run(CHECKING, str(folder), str(SIDE_PX))
        trained = trained_per_second()
    tell(
        bench="intake",
        pictures=listing["pictures"],
        find_s=find_s,
        listed_s=listing["seconds"],
        allowed_s=2 * find_s + 2,
        checked_s=first["checked_s"],
        checked_per_s=options.count / first["checked_s"],
        checked_again_s=again["checked_s"],
        split_s=again["split_s"],
        report_s=again["report_s"],
        grown_mb=first["grown_mb"],
        grown_again_mb=again["grown_mb"],
        fed_per_s=again["fed_per_s"],
        trained_per_s=trained,
        fed_ratio=again["fed_per_s"] / trained,
    )


if __name__ == "__main__":
    main()
