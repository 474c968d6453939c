"""Choosing a layer or a cell on the Inside page until it is painted, against one forward pass (tutorial, 100 px).

Every layer, and in each some cells, its corners among them, in a window of 1280 x 800. The arithmetic behind the number
and the panel that shows it are part of what is timed.
"""

import statistics
import time

import numpy as np
from common import median_seconds, own_home, tell

CELLS_PER_LAYER = 6
WANTED_MS = 50


def main() -> None:
    with own_home() as home:
        from PIL import Image
        from PySide6.QtWidgets import QApplication

        from core import engine
        from core.answers import Photo
        from gui import theme, translation
        from gui.main_window import MainWindow
        from gui.session import Session

        engine.load()
        import tensorflow as tf

        from core.network.build import build
        from core.network.presets import tutorial_network
        from core.network.store import save_model

        rng = np.random.default_rng(1)
        pixels = rng.integers(0, 256, (100, 100, 3), np.uint8)
        Image.fromarray(pixels).save(home / "photo.png")
        model = build(tutorial_network(100, 6))
        save_model(model, tuple("abcdef"), home / "model.keras")
        forward = tf.function(
            lambda pictures: model(pictures, training=False),
            input_signature=(tf.TensorSpec((1, 100, 100, 3), tf.float32),),
            jit_compile=False,
        )
        forward_ms = 1e3 * median_seconds(lambda: forward(tf.constant(pixels[None], tf.float32)).numpy(), 40)

        app = QApplication([])
        theme.apply(app, "light")
        translation.install(app, "en")
        session = Session()
        window = MainWindow(session)
        window.resize(1280, 800)
        window.show()
        window.show_page("inside")
        session.open_model(home / "model.keras")
        session.asking.look(Photo("photo.png", str(home / "photo.png")))
        while session.asking.insight is None:
            app.processEvents()
        page = window._page("inside")
        insight = session.asking.insight

        def painted_ms(act) -> float:
            started = time.perf_counter()
            act()
            app.processEvents()
            window.repaint()
            return (time.perf_counter() - started) * 1e3

        for _ in range(3):
            painted_ms(lambda: None)
        layers: dict[str, float] = {}
        cells: dict[str, float] = {}
        for output in [*insight.outputs, *insight.outputs]:  # the second round is the warm one
            layers[output.name] = painted_ms(lambda name=output.name: page.show_layer(name))
            shape = output.values.shape
            places = [tuple(0 for _ in shape), tuple(length - 1 for length in shape)]
            places += [tuple(int(rng.integers(length)) for length in shape) for _ in range(CELLS_PER_LAYER - 2)]
            cells[output.name] = max(painted_ms(lambda cell=cell: page.layers.choose_cell(cell)) for cell in places)
        idle_ms = statistics.median(painted_ms(lambda: None) for _ in range(10))
        window.close()
        while window.isVisible():
            app.processEvents()
    tell(
        bench="choose",
        forward_ms=forward_ms,
        layer_ms_median=statistics.median(layers.values()),
        layer_ms_max=max(layers.values()),
        slowest_layer=max(layers, key=layers.get),
        cell_ms_median=statistics.median(cells.values()),
        cell_ms_max=max(cells.values()),
        slowest_cell=max(cells, key=cells.get),
        repaint_alone_ms=idle_ms,
        layer_ratio=max(layers.values()) / forward_ms,
        cell_ratio=max(cells.values()) / forward_ms,
        wanted_at_most_ms=WANTED_MS,
    )


if __name__ == "__main__":
    main()
