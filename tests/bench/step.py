"""One training step of the tutorial network against the one that stock Keras makes of it, nothing else around either.

Each in a process of its own, as the program and the plain script set theirs up, taking turns of a few steps. Processor
time beside the clock's, since it hardly minds what else the machine is doing.

    python tests/bench/step.py [--size PX] [--batch N] [--rounds N]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from math import prod

import numpy as np
from common import ROOT, median_seconds, tell

CLASSES = 20
STEPS_PER_TURN = 4
PEAK_SIDE = 2048


def nakamis(pictures: np.ndarray, labels: np.ndarray) -> Callable[[], object]:
    from core import engine

    engine.load()
    from core.network.build import build
    from core.network.presets import tutorial_network
    from core.training.loop import Trainer

    trainer = Trainer(build(tutorial_network(pictures.shape[1], CLASSES)), learning_rate=0.001)
    return lambda: float(trainer._train(pictures, labels)[0])


def stock(pictures: np.ndarray, labels: np.ndarray) -> Callable[[], object]:
    import keras

    from core.network.build import build
    from core.network.presets import tutorial_network

    layers = build(tutorial_network(pictures.shape[1], CLASSES)).layers
    model = keras.Sequential([keras.Input(pictures.shape[1:]), *layers[1:]])  # the script divides beforehand
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    x, y = pictures.astype(np.float32) / 256, keras.utils.to_categorical(labels, CLASSES)
    return lambda: model.train_on_batch(x, y)


def matmul_gflops() -> float:
    import tensorflow as tf

    square = tf.random.normal((PEAK_SIDE, PEAK_SIDE))
    multiply = tf.function(lambda: tf.reduce_sum(tf.matmul(square, square)))
    return 2 * PEAK_SIDE**3 / median_seconds(lambda: float(multiply()), 20) / 1e9


def serve(kind: str, size: int, batch: int) -> None:
    """In a process of its own: a turn of steps for every line that comes in, and at the end the speed of a product of
    large matrices, last because it takes memory."""
    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (batch, size, size, 3)).astype(np.uint8)
    labels = rng.integers(0, CLASSES, batch).astype(np.int32)
    step = (nakamis if kind == "nakami" else stock)(pictures, labels)
    for _ in range(4):
        step()
    for _ in sys.stdin:
        walls, processor = [], time.process_time()
        for _ in range(STEPS_PER_TURN):
            started = time.perf_counter()
            step()
            walls.append(time.perf_counter() - started)
        answer({"walls": walls, "processor": (time.process_time() - processor) / STEPS_PER_TURN, "mb": peak_mb()})
    answer({"matmul": matmul_gflops()})


def answer(figures: dict[str, object]) -> None:
    print(json.dumps(figures), flush=True)


def peak_mb() -> float:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1000


class Server:
    """One of the two processes."""

    def __init__(self, kind: str, size: int, batch: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--serve", kind, "--size", str(size), "--batch", str(batch)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        self.walls: list[float] = []
        self.processor: list[float] = []
        self.mb = 0.0

    def turn(self) -> None:
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        figures = self._answer()
        self.walls += figures["walls"]
        self.processor.append(figures["processor"])
        self.mb = figures["mb"]

    def close(self) -> float:
        """End it. Gives the GFLOP/s of its matrix product."""
        self._process.stdin.close()
        matmul: float = self._answer()["matmul"]
        self._process.wait()
        return matmul

    def _answer(self) -> dict:
        return json.loads(self._process.stdout.readline())


def gflop(size: int, batch: int) -> float:
    """Multiplications and additions of a step's products, without the gradient of the pictures, which nobody needs."""
    from core.network.layers import Conv2D, Dense
    from core.network.presets import tutorial_network

    network = tutorial_network(size, CLASSES)
    shapes = network.shapes()
    total, passes = 0, 2
    for layer, before, after in zip(network.layers, [network.input_shape, *shapes], shapes, strict=False):
        if isinstance(layer, Conv2D | Dense):
            ties = layer.kernel_px**2 * before[-1] if isinstance(layer, Conv2D) else before[0]
            total += passes * 2 * ties * prod(after) * batch
            passes = 3
    return total / 1e9


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--serve", choices=("nakami", "stock"), help="internal: one of the two processes")
    options = parser.parse_args()
    if options.serve:
        serve(options.serve, options.size, options.batch)
        return
    nakami, plain = (Server(kind, options.size, options.batch) for kind in ("nakami", "stock"))
    for _ in range(options.rounds):
        nakami.turn()
        plain.turn()
    plain.close()
    matmul = nakami.close()
    ours, theirs = statistics.median(nakami.walls), statistics.median(plain.walls)
    reached = gflop(options.size, options.batch) / ours
    tell(
        bench="step",
        nakami_ms=1000 * ours,
        stock_ms=1000 * theirs,
        ratio=theirs / ours,
        fastest_ratio=min(plain.walls) / min(nakami.walls),
        nakami_fastest_ms=1000 * min(nakami.walls),
        nakami_processor_ms=1000 * statistics.median(nakami.processor),
        stock_processor_ms=1000 * statistics.median(plain.processor),
        processor_ratio=statistics.median(plain.processor) / statistics.median(nakami.processor),
        gflops=reached,
        matmul_gflops=matmul,
        share_of_matmul=reached / matmul,
        nakami_peak_mb=nakami.mb,
        stock_peak_mb=plain.mb,
    )


if __name__ == "__main__":
    main()
