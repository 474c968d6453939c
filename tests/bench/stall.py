"""Gaps of a 5 ms heartbeat on the window's thread: import of TensorFlow, first step, training, checkpoints, plots.

python tests/bench/stall.py [FOLDER] [--epochs N] [--page training|inside]
"""

import argparse
from pathlib import Path

import numpy as np
from common import own_home, tell


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--page", default="training")
    options = parser.parse_args()
    with own_home():
        import gc
        import sys

        from heartbeat import Heartbeat
        from windowed import WindowedRun

        from core import engine

        sys.setswitchinterval(engine.SWITCH_INTERVAL_S)
        run = WindowedRun(options.folder, options.page, epochs=options.epochs)
        run.spin(500)
        gc.freeze()
        run.open_pictures()
        run.spin(300)
        beat = Heartbeat()
        run.train()
        gaps = np.array([gap for _, gap in beat.gaps])
        when = np.array([moment for moment, _ in beat.gaps]) - run.moments["start"]
        largest = sorted(zip(gaps.tolist(), when.tolist(), strict=True), reverse=True)[:8]
        first = run.moments["first batch"] - run.moments["start"]
        run.close()
    tell(
        bench="stall",
        beats=len(gaps),
        median_ms=float(np.median(gaps)),
        p99_ms=float(np.percentile(gaps, 99)),
        max_ms=float(gaps.max()),
        first_batch_after_s=first,
        max_after_first_batch_ms=float(gaps[when > first].max()),
        largest_ms_at_s=[[round(gap), round(moment, 1)] for gap, moment in largest],
        wanted="p99 at most 16, max at most 100",
    )


if __name__ == "__main__":
    main()
