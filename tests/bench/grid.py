"""A grid of channels: what a step of scrolling and a new look at a running training cost until they are painted."""

import os
import sys
import time

import numpy as np
from common import median_seconds, tell

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZES = ((100, 32), (48, 64))
STEPS = 200


def main() -> None:
    from PySide6.QtWidgets import QApplication

    from core.answers import LayerOutput
    from gui import theme
    from gui.widgets.inside.layer_view import LayerView

    app = QApplication(sys.argv[:1])
    theme.apply(app, "light")
    figures: dict[str, float] = {}
    for side, channels in SIZES:
        view = LayerView()
        view.resize(468, 380)
        random = np.random.default_rng(1)
        looks = [
            LayerOutput("layer", "Conv2D", random.normal(size=(side, side, channels)).astype(np.float32))
            for _ in range(2)
        ]
        view.show_layer(looks[0])
        view.show()
        app.processEvents()
        name = f"{side}x{side}x{channels}"
        figures[f"scroll_{name}_ms"], figures[f"worst_scroll_{name}_ms"] = scrolled(app, view)
        figures[f"look_{name}_ms"] = median_seconds(lambda: look(app, view, looks), 30) * 1e3  # noqa: B023
        view.close()
    tell(bench="grid", **figures, scroll_wanted_at_most_ms=16, look_wanted_at_most_ms=25)


def scrolled(app, view) -> tuple[float, float]:
    """Median and worst time of a step, from the first on: pictures that come in sight are made on the way."""
    bar, taken = view.grid.verticalScrollBar(), []
    for step in range(STEPS):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // (STEPS - 1))
        app.processEvents()
        view.grid.viewport().repaint()
        taken.append(time.perf_counter() - started)
    return float(np.median(taken)) * 1e3, max(taken) * 1e3


def look(app, view, looks: list) -> None:
    """Another output of the same layer, painted."""
    looks.reverse()
    view.show_layer(looks[0])
    app.processEvents()
    view.repaint()


if __name__ == "__main__":
    main()
