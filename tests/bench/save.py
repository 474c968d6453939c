"""What saving an epoch costs a training: the copies at its end, and the slower steps while a thread writes them.

The tutorial network at 100 px, 70 MB of weights and twice that of Adam's numbers. The cost is told as a share of an
epoch of one minute.

python tests/bench/save.py [--rounds N]
"""

import argparse
import statistics
import time

import numpy as np
from common import own_home, tell

EPOCH_S = 60
WARM_UP = 6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with own_home() as home:
        from core import engine

        engine.load()
        from core.events import EpochEnded
        from core.network.build import build
        from core.network.presets import tutorial_network
        from core.training.checkpoints import Checkpoints
        from core.training.config import TrainingConfig
        from core.training.loop import Examples, Trainer

        network = tutorial_network(100, 6)
        trainer = Trainer(build(network, 7), 0.001)
        chance = np.random.default_rng(1)
        pixels = chance.integers(0, 256, (32, 100, 100, 3), np.uint8)
        examples = Examples(lambda positions: pixels[positions], np.arange(32), np.arange(32, dtype=np.int32) % 6)

        def step() -> float:
            started = time.perf_counter()
            for _ in trainer.train_epoch(examples, 32, 7, 1):
                pass
            return time.perf_counter() - started

        for _ in range(WARM_UP):
            step()
        copying: list[float] = []
        slower: list[float] = []
        writing: list[float] = []
        with Checkpoints(home, trainer, network, tuple("abcdef"), TrainingConfig()) as checkpoints:
            for number in range(1, options.rounds + 2):
                plain = statistics.median(step() for _ in range(8))
                started = time.perf_counter()
                checkpoints.save(EpochEnded(number, 1.0, 0.5, 1.0, 0.5, 60.0, 40.0, True), (), None)
                copied = time.perf_counter() - started
                beside = []
                while checkpoints.taken() is None:
                    beside.append(step())
                if number > 1:  # the first builds the copy of the network
                    copying.append(copied)
                    slower.append(sum(beside) - len(beside) * plain)
                    writing.append(sum(beside))
        cost = statistics.median(copying) + statistics.median(slower)
    tell(
        bench="save",
        copying_ms=1000 * statistics.median(copying),
        steps_beside_lose_ms=1000 * statistics.median(slower),
        written_after_ms=1000 * statistics.median(writing),
        share_of_a_minute=cost / EPOCH_S,
        wanted="at most 0.03 of an epoch of a minute",
    )


if __name__ == "__main__":
    main()
