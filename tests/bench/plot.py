"""Two plots of a long run, 100,000 batches and 300 epochs each: what a redraw, the crosshair, a zoom and another
smoothing cost until both are painted. They are as large as on the Training page of a window of 1280 x 800."""

import os
import sys

import numpy as np
from common import median_seconds, tell

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BATCHES, EPOCHS, RUNS = 100_000, 300, 60
WIDTH, HEIGHT = 392, 236
WANTED_MS = 16


def main() -> None:
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

    from gui import theme
    from gui.widgets.training.curve_plot import CurvePlot
    from gui.widgets.training.plot_content import PlotOptions

    app = QApplication(sys.argv[:1])
    theme.apply(app, "light")
    window = QWidget()
    layout = QHBoxLayout(window)
    plots = [CurvePlot("Loss", "loss"), CurvePlot("Accuracy", "accuracy")]
    for plot in plots:
        fill(plot)
        plot.setFixedSize(WIDTH, HEIGHT)
        layout.addWidget(plot)
    window.show()
    app.processEvents()
    steps = iter(range(1, 10**9))

    def until_painted() -> None:
        app.processEvents()
        window.repaint()

    def add_batch() -> None:
        position = EPOCHS * 0.9 + next(steps) * 1e-4
        for plot in plots:
            plot.add_batch(position, 0.5)
            plot.redraw_now()
        until_painted()

    def point() -> None:
        epoch = float(1 + next(steps) % EPOCHS)
        for plot in plots:
            plot.point_at(epoch)
        until_painted()

    def zoom() -> None:
        left = float(next(steps) % 200)
        for plot in plots:
            plot.zoom_to((left, left + 40))
            plot.redraw_now()
        until_painted()

    def smooth() -> None:
        for plot in plots:
            plot.set_options(PlotOptions(smoothing=(1 + next(steps) % 98) / 100))
            plot.redraw_now()
        until_painted()

    figures = {"batch_ms": timed(add_batch), "crosshair_ms": timed(point), "smoothing_ms": timed(smooth)}
    figures["smoothed_batch_ms"] = timed(add_batch)
    for plot in plots:
        plot.point_at(None)
    figures["zoom_ms"] = timed(zoom)
    tell(bench="plot", batches=BATCHES, epochs=EPOCHS, plots=len(plots), **figures, wanted_at_most_ms=WANTED_MS)


def timed(act) -> float:
    return median_seconds(act, RUNS) * 1e3


def fill(plot) -> None:
    random = np.random.default_rng(1)
    positions = np.arange(1, BATCHES + 1) * (0.9 * EPOCHS / BATCHES)
    values = np.exp(-positions / 60) * (1 + 0.2 * random.normal(size=BATCHES))
    plot.reset(EPOCHS)
    plot.add_batches(positions, np.clip(values, 0.01, 1))
    for epoch in range(1, int(0.9 * EPOCHS)):
        plot.add_epoch(epoch, float(np.exp(-epoch / 60)), float(0.5 * np.exp(-epoch / 60) + 0.3))
    plot.set_best(150, 0.34)


if __name__ == "__main__":
    main()
