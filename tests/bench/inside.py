"""Photo to all layers' outputs, weights and the answer, warm, against one forward pass of the same network (tutorial
network, 100 px); and the slower questions."""

import numpy as np
from common import alternate, median_seconds, own_home, tell

from core.framing import Frame


def main() -> None:
    with own_home():
        from core import engine

        engine.load()
        import tensorflow as tf

        from core.answers import Photo
        from core.classification import Classifier
        from core.inside.heatmap import GradCam
        from core.inside.looking import Looker
        from core.inside.masking import Masker
        from core.inside.occlusion import Occlusion
        from core.network.build import build
        from core.network.presets import tutorial_network

        model = build(tutorial_network(100, 6))
        names = tuple("abcdef")
        photo = Photo("noise")
        picture = np.random.default_rng(1).integers(0, 256, (100, 100, 3), np.uint8)
        forward = tf.function(
            lambda pictures: model(pictures, training=False),
            input_signature=(tf.TensorSpec((1, 100, 100, 3), tf.float32),),
            autograph=False,
            jit_compile=False,
        )
        looker = Looker(model, names, 100)
        one, look = alternate(
            lambda: forward(tf.constant(picture[None], tf.float32)).numpy(), lambda: looker.look(photo, picture), 60
        )
        grad_cam, masker = GradCam(model), Masker(model)
        heat = median_seconds(lambda: grad_cam.of(photo, picture, 2), 20)
        masks = median_seconds(lambda: masker.probabilities(picture, 20, 0), 5)
        occlusion = Occlusion(Classifier(model, names, Frame(100)).probabilities, photo, picture, 2)
        part = median_seconds(occlusion.go_on, 1)
    tell(
        bench="inside",
        forward_ms=one * 1e3,
        look_ms=look * 1e3,
        ratio=look / one,
        wanted_at_most=1.5,
        grad_cam_ms=heat * 1e3,
        masks_20_ms=masks * 1e3,
        occlusion_part_ms=part * 1e3,
    )


if __name__ == "__main__":
    main()
