"""Answers with Dropout as in training, and nothing else as in training."""

from typing import Any

import keras
import numpy as np
import pytest

from core.inside.masking import Masker
from core.network.build import build
from core.network.presets import tutorial_network

pytestmark = pytest.mark.heavy

layers = keras.layers
PIXELS = np.random.default_rng(4).integers(0, 256, (16, 16, 3)).astype(np.uint8)


def passed_on(rate: float, **settings: Any) -> keras.Model:
    """A network whose answer is the picture itself behind a dropout layer, so that masks can be seen."""
    inputs = keras.Input((16, 16, 3))
    return keras.Model(inputs, layers.Flatten()(layers.Dropout(rate, name="cut", **settings)(inputs)))


def plain(model: keras.Model) -> np.ndarray:
    return np.asarray(model(PIXELS[None].astype(np.float32), training=False)[0])


def test_masks_cut_their_share_and_scale_the_rest() -> None:
    model = passed_on(0.25)
    found = Masker(model).probabilities(np.maximum(PIXELS, 1), 40, seed=0)
    assert found.shape == (40, 768)
    is_cut = found == 0
    # 40 x 768 draws: the share is within five standard deviations.
    assert is_cut.mean() == pytest.approx(0.25, abs=5 * np.sqrt(0.25 * 0.75 / is_cut.size))
    before = np.maximum(PIXELS, 1).reshape(-1) / 0.75
    assert found[~is_cut] == pytest.approx(np.broadcast_to(before, found.shape)[~is_cut], rel=1e-5)
    assert len({mask.tobytes() for mask in is_cut}) == 40, "each mask is another one"


def test_the_same_seed_draws_the_same_masks() -> None:
    masker = Masker(passed_on(0.5))
    first = masker.probabilities(PIXELS, 10, seed=1)
    other = masker.probabilities(PIXELS, 10, seed=2)
    assert not np.array_equal(first, other)
    assert np.array_equal(masker.probabilities(PIXELS, 10, seed=1), first)
    assert np.array_equal(masker.probabilities(PIXELS, 3, seed=1), first[:3])
    assert np.array_equal(Masker(passed_on(0.5)).probabilities(PIXELS, 10, seed=1), first)


def test_the_models_own_seeds_stay_where_they_are() -> None:
    """A training that goes on later draws what it would have drawn."""
    model = build(tutorial_network(16, 3), seed=1)
    states = [np.asarray(each.seed_generator.state) for each in model.layers if hasattr(each, "seed_generator")]
    assert len(states) == 3
    masker = Masker(model)
    masker.probabilities(PIXELS, 9, seed=0)
    after = [np.asarray(each.seed_generator.state) for each in model.layers if hasattr(each, "seed_generator")]
    assert all(np.array_equal(one, other) for one, other in zip(states, after, strict=True))
    assert masker.rates == (0.25, 0.25, 0.5)
    assert model.get_layer("flatten").output is not None, "no layer was called once more"


def test_everything_else_stays_as_when_classifying() -> None:
    inputs = keras.Input((16, 16, 3))
    features = layers.BatchNormalization()(layers.RandomFlip()(layers.GaussianNoise(1.0)(inputs)), training=True)
    features = layers.Dropout(0.0)(layers.Conv2D(4, 3)(features))
    model = keras.Model(inputs, layers.Dense(3, activation="softmax")(layers.Flatten()(features)))
    moving_mean = np.asarray(model.layers[3].moving_mean)
    masker = Masker(model)
    found = masker.probabilities(PIXELS, 5, seed=0)
    assert masker.rates == (0.0,)
    assert found == pytest.approx(np.broadcast_to(plain(model), (5, 3)), abs=1e-5)
    assert np.array_equal(np.asarray(model.layers[3].moving_mean), moving_mean)


def test_without_dropout_every_answer_is_the_same() -> None:
    inputs = keras.Input((16, 16, 3))
    model = keras.Model(inputs, layers.Dense(3, activation="softmax")(layers.GlobalAveragePooling2D()(inputs)))
    masker = Masker(model)
    assert masker.rates == ()
    assert masker.probabilities(PIXELS, 11, seed=0) == pytest.approx(np.broadcast_to(plain(model), (11, 3)), abs=1e-6)


def test_dropout_within_a_model_within_the_model() -> None:
    deepest = keras.Sequential([keras.Input((16, 16, 3)), layers.SpatialDropout2D(0.5)], name="deepest")
    inner = keras.Sequential([keras.Input((16, 16, 3)), deepest, layers.Dropout(0.5)], name="inner")
    model = keras.Sequential([keras.Input((16, 16, 3)), inner, layers.Flatten()])
    masker = Masker(model)
    assert masker.rates == (0.5, 0.5)
    found = masker.probabilities(np.maximum(PIXELS, 1), 64, seed=0).reshape(64, 16, 16, 3)
    whole_channels = (found == 0).all(axis=(1, 2)).mean()
    assert whole_channels == pytest.approx(0.5, abs=0.2)
    kept = found[(found != 0).any(axis=(1, 2))[:, None, None].repeat(16, 1).repeat(16, 2)]
    assert (kept == 0).mean() == pytest.approx(0.5, abs=0.05)


def test_the_mean_over_many_masks_is_near_the_plain_answer() -> None:
    inputs = keras.Input((16, 16, 3))
    scaled = layers.Rescaling(1 / 255)(inputs)
    dropped = layers.Dropout(0.5)(layers.Flatten()(scaled))
    model = keras.Model(inputs, layers.Dense(2)(dropped))
    found = Masker(model).probabilities(PIXELS, 2000, seed=3)
    spread = found.std(axis=0) / np.sqrt(2000)
    assert (np.abs(found.mean(axis=0) - plain(model)) < 5 * spread).all()


def test_new_weights_count() -> None:
    model = build(tutorial_network(16, 3), seed=1)
    masker = Masker(model)
    before = masker.probabilities(PIXELS, 2, seed=0)
    model.set_weights([np.zeros_like(each) for each in model.get_weights()])
    assert masker.probabilities(PIXELS, 2, seed=0) == pytest.approx(np.full((2, 3), 1 / 3))
    assert not np.allclose(before, 1 / 3)
