"""Resident memory after reading 1,000 and 10,000 pictures at 100 px through scan, cache and one pass of batches."""

import subprocess
import sys

from common import ROOT, own_home, tell

COUNTS = (1_000, 10_000)
ONE = """
import sys
import numpy as np
from pathlib import Path
from core.framing import Frame
from core.pictures.cache import prepare
from core.pictures.scan import scan
prepared = prepare(scan(sys.argv[1]), Frame(100))
order = np.random.default_rng(1).permutation(len(prepared.dataset.pictures))
total = sum(int(prepared.pixels(order[start:start + 32]).sum()) for start in range(0, len(order), 32))
for line in Path("/proc/self/status").read_text().splitlines():
    if line.startswith("RssAnon"):
        print(int(line.split()[1]) / 1000)
"""


def main() -> None:
    if not sys.platform.startswith("linux"):
        raise SystemExit("reads /proc: Linux only")
    figures = {}
    with own_home() as home:
        from core.pictures.creatures import write_creatures

        source = write_creatures(home / "source", per_class=10)
        files = sorted(source.rglob("*.png"))
        for count in COUNTS:
            folder = home / f"pictures-{count}"
            for number in range(count):
                file = files[number % len(files)]
                target = folder / file.parent.name / f"{number:06}.png"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.hardlink_to(file)
            done = subprocess.run(
                [sys.executable, "-c", ONE, str(folder)], check=True, capture_output=True, text=True, cwd=ROOT
            )
            figures[f"private_mb_at_{count}"] = float(done.stdout)
    few, many = (figures[f"private_mb_at_{count}"] for count in COUNTS)
    tell(bench="memory", **figures, growth_mb=many - few)


if __name__ == "__main__":
    main()
