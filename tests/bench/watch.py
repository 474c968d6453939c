"""What being watched costs a training of the tutorial network at 100 px, and what keeping an epoch does.

Single batches in turn, so that a drift of the machine hits all: one with a look after it, one in which the weights move
while what was looked at is held, and two without either. The difference is what one look costs, its copies of weights
included; how often looks come is counted in a training at its own pace.

    python tests/bench/watch.py [--rounds N] [--seconds S]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from common import median_seconds, own_home, tell

from core.framing import Frame

SIZE_PX, BATCH = 100, 32


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=40, help="of four batches each")
    parser.add_argument("--seconds", type=float, default=20.0, help="at its own pace")
    options = parser.parse_args()
    with own_home(), tempfile.TemporaryDirectory(prefix="nakami-bench-") as run:
        from core import engine

        engine.load()
        from core.answers import Insight, Photo
        from core.control import Control, Watch
        from core.events import Event, Watched
        from core.inside.kept_epochs import KeptEpochs
        from core.network.build import build
        from core.network.presets import tutorial_network
        from core.pictures.intake import take_in
        from core.training.loop import Examples, Trainer
        from core.training.watching import Watcher

        prepared = take_in(None, SIZE_PX)
        dataset = prepared.dataset
        examples = Examples(prepared.pixels, np.arange(len(dataset.pictures)), dataset.labels)
        trainer = Trainer(build(tutorial_network(SIZE_PX, len(dataset.class_names))), 0.001)
        photo = Photo("watched", str(dataset.path(dataset.pictures[0])))
        control = Control()
        held: list[Insight] = []
        looks: list[float] = []

        def report(event: Event) -> None:
            if isinstance(event, Watched):
                # As the window does: the newest is held, with the weights that are lent.
                held[:] = [event.insight]
                looks.append(time.perf_counter())

        watcher = Watcher(trainer.model, dataset.class_names, Frame(SIZE_PX), Path(run), report, control)

        def batches() -> Iterator[None]:
            for epoch in range(1, 1000):
                for result in trainer.train_epoch(examples, BATCH, 7, epoch):
                    if result.count == BATCH:
                        watcher.weights_moved()
                        watcher.answer(0)
                        yield

        training = batches()

        def batch_seconds() -> float:
            began = time.perf_counter()
            next(training)
            return time.perf_counter() - began

        def one_round() -> tuple[float, float, float, float]:
            control.set_watch(Watch(photo))  # watched anew: answered at once
            looked = batch_seconds()
            control.set_watch(None)
            moved = batch_seconds()
            held.clear()
            return looked, moved, batch_seconds(), batch_seconds()

        for _ in range(3):
            one_round()
        # The quicker quarter: what else runs on the machine disturbs it least.
        looked_s, moved_s, *plain_s = (
            statistics.quantiles(each, n=4)[0]
            for each in zip(*(one_round() for _ in range(options.rounds)), strict=True)
        )
        look_s = median_seconds(lambda: watcher.look_after_epoch(0, photo), 30)
        # Never less than the look by itself, even where a busy machine makes batches differ by more than that.
        look_costs_s = max(look_s, looked_s + moved_s - sum(plain_s))

        control.set_watch(Watch(photo))
        next(training)
        looks.clear()
        began = time.perf_counter()
        while time.perf_counter() - began < options.seconds:
            next(training)
        looks_per_s = (len(looks) - 1) / (looks[-1] - looks[0])

        kept, taken = KeptEpochs(Path(run)), []
        for epoch in range(1, 16):
            began = time.perf_counter()
            insight = watcher.look_after_epoch(epoch, photo)
            assert insight is not None
            kept.add(insight, 10**9)
            taken.append(time.perf_counter() - began)
        size_bytes = max(path.stat().st_size for path in Path(run, "epochs").iterdir())
        tell(
            bench="watch",
            batch_ms=statistics.mean(plain_s) * 1e3,
            look_ms=look_s * 1e3,
            look_costs_ms=look_costs_s * 1e3,
            looks_per_s=looks_per_s,
            wanted_at_least=1.0,
            ratio=1 + look_costs_s * looks_per_s,
            wanted_at_most=1.03,
            kept_epoch_ms=statistics.median(taken) * 1e3,
            kept_epoch_kb=size_bytes / 1e3,
        )


if __name__ == "__main__":
    main()
