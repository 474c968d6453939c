"""A warm dropped photo against a `tf.function` forward pass; the decoding of a 12-megapixel JPEG apart."""

import io

import numpy as np
from common import alternate, median_seconds, own_home, tell

from core.framing import Frame


def main() -> None:
    with own_home():
        from core import engine

        engine.load()
        import tensorflow as tf
        from PIL import Image

        from core import images
        from core.classification import Classifier
        from core.network.build import build
        from core.network.presets import tutorial_network

        rng = np.random.default_rng(1)
        small = Image.fromarray(rng.integers(0, 256, (300, 400, 3), np.uint8))
        photo = io.BytesIO()
        small.resize((4000, 3000)).save(photo, "JPEG", quality=90)
        model = build(tutorial_network(100, 6))
        classifier = Classifier(model, tuple("abcdef"), Frame(100))
        forward = tf.function(
            lambda pictures: model(pictures, training=False),
            input_signature=(tf.TensorSpec((1, 100, 100, 3), tf.float32),),
            jit_compile=False,
        )
        pixels = images.read_square(photo.getvalue(), 100)
        one, answer = alternate(
            lambda: forward(tf.constant(pixels[None], tf.float32)).numpy(),
            lambda: classifier.answer("photo", pixels),
            100,
        )
        decode = median_seconds(lambda: images.read_square(photo.getvalue(), 100), 10)
    tell(
        bench="classify",
        forward_ms=one * 1e3,
        answer_ms=answer * 1e3,
        ratio=answer / one,
        decode_12_megapixels_ms=decode * 1e3,
        wanted_at_most=1.5,
    )


if __name__ == "__main__":
    main()
