"""What varying training pictures costs: a batch of the tutorial's size varied, against one training step on it.

python tests/bench/augment.py [--rounds N]
"""

import argparse

import numpy as np
from common import alternate, own_home, tell

SIZE_PX, BATCH, CLASSES = 100, 32, 6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    with own_home():
        from core import engine

        engine.load()
        from core.network.build import build
        from core.network.presets import tutorial_network
        from core.training.augmentation import Augmentation
        from core.training.augmenting import Augmenter
        from core.training.loop import Examples, Trainer

        rng = np.random.default_rng(1)
        photos = rng.integers(0, 256, (BATCH, SIZE_PX, SIZE_PX, 3)).astype(np.uint8)
        positions, labels = np.arange(BATCH), rng.integers(0, CLASSES, BATCH).astype(np.int32)
        examples = Examples(lambda chosen: photos[chosen], positions, labels)
        trainer = Trainer(build(tutorial_network(SIZE_PX, CLASSES)), 0.001)
        trainer.trace()

        def step() -> None:
            for _ in trainer.train_epoch(examples, BATCH, 7, 1):
                pass

        ratios, batch_ms = {}, {}
        for kind in ("turns", "random"):
            augmenter = Augmenter(Augmentation(kind), 7)
            copies = rng.integers(0, augmenter.copies, BATCH)

            def vary(augmenter: Augmenter = augmenter, copies: np.ndarray = copies) -> None:
                augmenter.vary(photos, positions, 1, copies)

            varied_s, step_s = alternate(vary, step, options.rounds)
            batch_ms[kind], ratios[kind] = round(varied_s * 1e3, 2), round(varied_s / step_s, 4)
        tell(
            bench="augment",
            batch=BATCH,
            size_px=SIZE_PX,
            step_ms=step_s * 1e3,
            varied_ms=batch_ms,
            ratio=ratios,
            wanted_at_most=0.1,
        )


if __name__ == "__main__":
    main()
