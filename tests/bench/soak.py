"""Many short trainings in one process: what stays of each in memory, threads and open files.

python tests/bench/soak.py [--runs N]
"""

import argparse
import gc
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from common import own_home, tell

# Before, what is made once for all still comes: graphs that are shared, the allocator's own reserve.
WARM_UP = 20


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=200)
    options = parser.parse_args()
    with own_home():
        from core import engine

        engine.load()
        from core.pictures.scan import scan
        from core.pictures.sources import folder_of
        from core.training.augmentation import Augmentation
        from core.training.config import TrainingConfig
        from core.training.train import resume, train

        dataset = scan(folder_of(None))
        config = TrainingConfig(image_size_px=16, epochs=1, augmentation=Augmentation("random"))
        seen: list[dict[str, float]] = []
        for number in range(options.runs):
            optimizer = ("adam", "sgd", "rmsprop")[number % 3]
            outcome = train(dataset, replace(config, optimizer=optimizer, learning_rate=0.001))
            resume(outcome.run, epochs=2)
            shutil.rmtree(outcome.run)
            gc.collect()
            seen.append(now())
            if number % 20 == 0:
                print(number, seen[-1], file=sys.stderr, flush=True)
    warm, last = seen[min(WARM_UP, len(seen) - 1)], seen[-1]
    tell(
        bench="soak",
        runs=2 * options.runs,
        memory_mb=[round(each["memory_mb"]) for each in seen[:: max(1, options.runs // 10)]],
        memory_growth=last["memory_mb"] / warm["memory_mb"] - 1,
        threads=[warm["threads"], last["threads"]],
        files=[warm["files"], last["files"]],
        wanted="memory flat within 5 %, no thread or file left",
    )


def now() -> dict[str, float]:
    """Resident memory, threads of the process and its open files."""
    status = Path("/proc/self/status").read_text()
    resident_kb = int(status.split("VmRSS:")[1].split()[0])
    return {
        "memory_mb": resident_kb / 1000,
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "files": len(list(Path("/proc/self/fd").iterdir())),
    }


if __name__ == "__main__":
    main()
