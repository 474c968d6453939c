"""One look: outputs, the weights that made them, and the answer."""

import keras
import numpy as np
import pytest

from core.answers import Photo
from core.inside import looking
from core.inside.looking import Looker
from core.inside.operations import Convolution, Dense, Unexplained, Withheld
from core.network.build import build
from core.network.presets import tutorial_network

pytestmark = pytest.mark.heavy

PHOTO = Photo("noise.png")
NAMES = ("birds", "犬", "cats")


def noise(seed: int = 4) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (12, 12, 3)).astype(np.uint8)


@pytest.fixture(scope="module")
def model() -> keras.Model:
    return build(tutorial_network(12, 3), seed=1)


@pytest.fixture(scope="module")
def looker(model: keras.Model) -> Looker:
    return Looker(model, NAMES, 12)


def test_outputs_and_facts_stand_side_by_side(looker: Looker) -> None:
    insight = looker.look(PHOTO, noise(), epoch=3)
    assert [each.name for each in insight.layers] == [each.name for each in insight.outputs]
    assert [each.kind for each in insight.layers] == [each.kind for each in insight.outputs]
    assert (insight.photo, insight.epoch, insight.is_kept) == (PHOTO, 3, False)


def test_the_answer_is_the_models(looker: Looker, model: keras.Model) -> None:
    pixels = noise()
    answer = looker.look(PHOTO, pixels).answer
    shares = np.asarray(model(pixels[None].astype(np.float32))[0])
    assert dict(answer.ranked) == pytest.approx(dict(zip(NAMES, shares.tolist(), strict=True)), abs=1e-6)
    assert [share for _, share in answer.ranked] == sorted(shares.tolist(), reverse=True)
    assert answer.file == "noise.png"
    assert answer.pixels is pixels
    assert not pixels.flags.writeable


def test_facts_hold_the_weights_as_they_are_at_each_look(looker: Looker, model: keras.Model) -> None:
    before = looker.look(PHOTO, noise())
    convolution = before.facts("conv2d_1").operation
    assert isinstance(convolution, Convolution)
    old = convolution.kernel.copy()
    weights = model.get_weights()
    try:
        model.set_weights([each + 1 for each in weights])
        after = looker.look(PHOTO, noise()).facts("conv2d_1").operation
        assert isinstance(after, Convolution)
        assert after.kernel == pytest.approx(old + 1)
        assert np.array_equal(convolution.kernel, old), "an earlier look keeps what it saw"
    finally:
        model.set_weights(weights)


def test_what_is_lent_stays_while_the_weights_are_trained(looker: Looker, model: keras.Model) -> None:
    """The optimizer's fused step writes weights in place, unless somebody looks."""
    operation = looker.look(PHOTO, noise()).facts("dense_2").operation
    assert isinstance(operation, Dense)
    seen = operation.kernel.copy()
    variable = model.get_layer("dense_2").kernel
    variable.value.assign_add(np.ones_like(seen))
    assert np.array_equal(operation.kernel, seen)
    variable.value.assign_sub(np.ones_like(seen))


def test_large_weights_can_be_withheld(looker: Looker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MOST_WEIGHTS_ON_THE_WAY", 20_000)
    operations = {each.name: each.operation for each in looker.look(PHOTO, noise(), with_all_weights=False).layers}
    assert isinstance(operations["dense_1"], Withheld)
    assert isinstance(operations["dense_2"], Dense)
    assert isinstance(looker.look(PHOTO, noise()).facts("dense_1").operation, Dense)


def test_the_names_of_the_classes_may_change(model: keras.Model) -> None:
    looker = Looker(model, NAMES, 12)
    looker.class_names = ("a", "b", "c")
    assert {name for name, _ in looker.look(PHOTO, noise()).answer.ranked} == {"a", "b", "c"}


def test_what_follows_from_something_hidden_is_not_explained() -> None:
    inputs = keras.Input((12, 12, 3))
    first, second = keras.ops.split(keras.layers.Conv2D(4, 3, name="conv")(inputs), 2, axis=-1)
    swapped = keras.layers.Concatenate(name="swapped")([second, first])
    pooled = keras.layers.GlobalAveragePooling2D()(swapped)
    model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(pooled))
    insight = Looker(model, NAMES, 12).look(PHOTO, noise())
    assert isinstance(insight.facts("swapped").operation, Unexplained)
    assert insight.facts("swapped").inputs == ("conv",)
    assert isinstance(insight.facts("conv").operation, Convolution)
