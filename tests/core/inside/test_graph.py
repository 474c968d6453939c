"""Which calls make up a network, in which order, and what feeds them."""

from typing import Any

import keras
import numpy as np
import pytest

from core.inside.activations import Activations
from core.inside.graph import calls_of, run
from core.inside.operations import PICTURE
from core.network.build import build
from core.network.presets import tutorial_network

pytestmark = pytest.mark.heavy

layers = keras.layers
PIXELS = np.random.default_rng(4).integers(0, 256, (12, 12, 3)).astype(np.uint8)


def fed_by(model: keras.Model) -> dict[str, tuple[str, ...]]:
    """The sources of each call, in order."""
    return {call.name: call.inputs for call in calls_of(model)}


def values_of(model: keras.Model) -> dict[str, np.ndarray]:
    outputs, answer = Activations(model).of(PIXELS)
    expected = np.asarray(model(PIXELS[None].astype(np.float32), training=False)[0])
    assert answer == pytest.approx(expected, abs=1e-5)
    return {each.name: each.values for each in outputs}


def classified(features: Any) -> Any:
    pooled = layers.GlobalAveragePooling2D(name="pooled")(features)
    return layers.Dense(2, activation="softmax", name="answer")(pooled)


def test_a_chain_is_fed_from_the_one_before() -> None:
    network = tutorial_network(12, 3)
    names = [layer.name for layer in network.layers]
    assert list(fed_by(build(network)).items()) == [
        (name, (before,)) for name, before in zip(names, [PICTURE, *names], strict=False)
    ]


def test_branches_come_one_after_the_other_and_meet() -> None:
    inputs = keras.Input((12, 12, 3), name="pixels")
    left = layers.Conv2D(4, 3, padding="same", name="left")(inputs)
    left = layers.ReLU(name="left_relu")(left)
    right = layers.Conv2D(4, 5, padding="same", name="right")(inputs)
    both = layers.Add(name="both")([right, left])
    beside = layers.Concatenate(name="beside")([both, left, inputs])
    model = keras.Model(inputs, classified(beside))
    sources = fed_by(model)
    assert sources == {
        "right": (PICTURE,),
        "left": (PICTURE,),
        "left_relu": ("left",),
        "both": ("right", "left_relu"),
        "beside": ("both", "left_relu", PICTURE),
        "pooled": ("beside",),
        "answer": ("pooled",),
    }
    values = values_of(model)
    assert values["both"] == pytest.approx(values["right"] + values["left_relu"], rel=1e-5)
    assert np.array_equal(values["beside"][:, :, 8:], PIXELS)


def test_a_shared_layer_is_shown_at_each_call() -> None:
    inputs = keras.Input((12, 12, 3), name="pixels")
    twice = layers.ReLU(name="twice")
    one = layers.Conv2D(4, 3, padding="same", name="one")(inputs)
    other = layers.Conv2D(4, 5, padding="same", name="other")(inputs)
    model = keras.Model(inputs, classified(layers.Add(name="both")([twice(one), twice(other)])))
    sources = fed_by(model)
    assert sources["twice"] == ("one",)
    assert sources["twice (2)"] == ("other",)
    assert sources["both"] == ("twice", "twice (2)")
    values = values_of(model)
    assert np.array_equal(values["twice"], np.maximum(values["one"], 0))
    assert np.array_equal(values["twice (2)"], np.maximum(values["other"], 0))


def test_calls_outside_of_this_model_do_not_count() -> None:
    """A layer that other models use as well."""
    shared = layers.Conv2D(4, 3, padding="same", name="shared")
    elsewhere = keras.Input((12, 12, 3))
    shared(shared.__class__(3, 3, name="before")(elsewhere))
    inputs = keras.Input((12, 12, 3))
    model = keras.Model(inputs, classified(shared(inputs)))
    assert list(fed_by(model)) == ["shared", "pooled", "answer"]
    assert values_of(model)["shared"].shape == (12, 12, 4)


def test_a_name_that_is_taken_is_not_given_twice() -> None:
    inputs = keras.Input((12, 12, 3))
    twice = layers.ReLU(name="relu")
    features = twice(twice(layers.ReLU(name="relu (2)")(inputs)))
    model = keras.Model(inputs, classified(features))
    assert list(fed_by(model)) == ["relu (2)", "relu", "relu (3)", "pooled", "answer"]


def test_operations_without_a_layer_are_calls() -> None:
    inputs = keras.Input((12, 12, 3))
    features = keras.ops.relu(layers.Conv2D(4, 3, name="conv")(inputs) * 2.0)
    model = keras.Model(inputs, classified(features))
    conv, multiplied, rectified, *_ = calls_of(model)
    assert rectified.inputs == (multiplied.name,)
    assert multiplied.inputs == (conv.name,)
    values = values_of(model)
    assert values[multiplied.name] == pytest.approx(values["conv"] * 2)
    assert np.array_equal(values[rectified.name], np.maximum(values[multiplied.name], 0))


def test_what_cannot_be_shown_is_passed_over() -> None:
    """Two outputs at once, and a number for all pictures together: whoever they feed is no plain call."""
    inputs = keras.Input((12, 12, 3))
    features = layers.Conv2D(4, 3, name="conv")(inputs)
    first, second = keras.ops.split(features, 2, axis=-1)
    together = layers.Concatenate(name="together")([second, first])
    scaled = together / keras.ops.max(features)
    model = keras.Model(inputs, classified(scaled))
    calls = {call.name: call for call in calls_of(model)}
    assert calls["together"].inputs == ("conv",)
    assert not calls["together"].is_plain
    assert calls["conv"].is_plain
    assert calls["pooled"].is_plain
    names = list(calls)
    assert names[:2] == ["conv", "together"]
    assert calls[names[2]].inputs == ("together", "conv")
    values = values_of(model)
    assert np.array_equal(values["together"], values["conv"][:, :, [2, 3, 0, 1]])


def test_a_model_within_a_model_is_one_call() -> None:
    inner = keras.Sequential([keras.Input((12, 12, 3)), layers.Conv2D(5, 3), layers.ReLU()], name="inner")
    outer = keras.Sequential(
        [keras.Input((12, 12, 3)), inner, layers.Flatten(name="flat"), layers.Dense(2, name="out")]
    )
    assert fed_by(outer) == {"inner": (PICTURE,), "flat": ("inner",), "out": ("flat",)}
    values = values_of(outer)
    assert values["inner"].shape == (10, 10, 5)
    assert values["inner"].min() == 0


def test_layers_that_lead_nowhere_are_left_out() -> None:
    inputs = keras.Input((12, 12, 3))
    features = layers.Conv2D(4, 3, name="conv")(inputs)
    layers.MaxPooling2D(name="unused")(features)
    assert list(fed_by(keras.Model(inputs, classified(features)))) == ["conv", "pooled", "answer"]


def test_running_it_call_by_call_gives_the_models_answer() -> None:
    inner = keras.Sequential([keras.Input((12, 12, 3)), layers.Conv2D(4, 3, padding="same")], name="inner")
    inputs = keras.Input((12, 12, 3))
    features = layers.Add()([inner(inputs), layers.Conv2D(4, 1)(inputs)]) * 0.01
    model = keras.Model(inputs, classified(features))
    called = []

    def call(operation: Any, *arguments: Any, **more: Any) -> Any:
        called.append(operation.name)
        return operation(*arguments, **more)

    pictures = PIXELS[None].astype(np.float32)
    (answer,) = run(model, [pictures], call)
    assert np.asarray(answer) == pytest.approx(np.asarray(model(pictures)), abs=1e-6)
    assert called == [call.operation.name for call in calls_of(model)]
