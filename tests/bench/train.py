"""Speed and peak memory of a windowed run against the plain tutorial script, in whole epochs after the first.

Whole epochs: validation, saving, plots and the Inside page included on our side; validation on the script's. Runs
in turn, each in a process of its own.

    python tests/bench/train.py [FOLDER] [--epochs N] [--rounds N] [--page inside|training]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from common import ROOT, own_home, peak_mb, tell


def windowed(folder: Path | None, epochs: int, page: str) -> None:
    """In a process of its own: one run in a window."""
    from windowed import WindowedRun

    run = WindowedRun(folder, page, epochs=epochs)
    run.open_pictures()
    ends: list[float] = []
    run.session.epoch_ended.connect(lambda _epoch: ends.append(time.perf_counter()))
    run.train()
    pictures = len(run.session.split().training)
    run.close()
    print(json.dumps({"seconds": np.diff(ends).tolist(), "pictures": pictures, "peak_mb": peak_mb()}))


def export(folder: Path | None, path: Path) -> None:
    """The same pictures in the same split, as the arrays that the script takes."""
    from core.framing import Frame
    from core.pictures.intake import take_in
    from core.pictures.split import split_pictures

    prepared = take_in(folder, Frame(100))
    split = split_pictures(prepared.dataset, 7)
    labels = prepared.dataset.labels
    np.savez(
        path,
        x_train=prepared.pixels(split.training),
        y_train=labels[split.training],
        x_val=prepared.pixels(split.validation),
        y_val=labels[split.validation],
    )


def run_json(*arguments: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True, text=True, cwd=ROOT)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", default="inside")
    parser.add_argument("--windowed", action="store_true", help="internal: one run in this process")
    options = parser.parse_args()
    if options.windowed:
        windowed(options.folder, options.epochs, options.page)
        return
    bench = Path(__file__).parent
    folder = [str(options.folder.absolute())] if options.folder else []
    ours: list[float] = []
    script: list[float] = []
    ratios: list[float] = []
    peaks: list[tuple[float, float]] = []
    with own_home() as home:
        export(options.folder, home / "arrays.npz")
        for _ in range(options.rounds):
            plain = run_json(str(bench / "tutorial_script.py"), str(home / "arrays.npz"), str(options.epochs))
            mine = run_json(
                str(bench / "train.py"), *folder, "--windowed", "--epochs", str(options.epochs), "--page", options.page
            )
            script.append(plain["pictures"] / statistics.mean(plain["seconds"][1:]))
            ours.append(mine["pictures"] / statistics.mean(mine["seconds"]))
            ratios.append(ours[-1] / script[-1])
            peaks.append((mine["peak_mb"], plain["peak_mb"]))
    tell(
        bench="train",
        windowed_pictures_per_s=statistics.median(ours),
        script_pictures_per_s=statistics.median(script),
        ratio=statistics.median(ratios),
        ratios=[round(each, 3) for each in ratios],
        wanted_at_least=1.35,
        peak_mb=[round(statistics.median(each)) for each in zip(*peaks, strict=True)],
        memory_ratio=statistics.median(mine / plain for mine, plain in peaks),
        memory_wanted_at_most=1.5,
    )


if __name__ == "__main__":
    main()
