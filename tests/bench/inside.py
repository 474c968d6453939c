"""Photo to all layers' outputs, warm, against one forward pass of the same network (tutorial network, 100 px)."""

import numpy as np
from common import alternate, own_home, tell


def main() -> None:
    with own_home():
        from core import engine

        engine.load()
        import tensorflow as tf

        from core.inside.activations import Activations
        from core.network.build import build
        from core.network.presets import tutorial_network

        model = build(tutorial_network(100, 6))
        picture = np.random.default_rng(1).integers(0, 256, (100, 100, 3), np.uint8)
        forward = tf.function(
            lambda pictures: model(pictures, training=False),
            input_signature=(tf.TensorSpec((1, 100, 100, 3), tf.float32),),
            jit_compile=False,
        )
        activations = Activations(model)
        one, every = alternate(
            lambda: forward(tf.constant(picture[None], tf.float32)).numpy(), lambda: activations.of(picture), 60
        )
    tell(bench="inside", forward_ms=one * 1e3, all_layers_ms=every * 1e3, ratio=every / one, wanted_at_most=1.5)


if __name__ == "__main__":
    main()
