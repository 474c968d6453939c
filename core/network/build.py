"""From layer facts to a Keras model. Heavy: imports Keras."""

import keras
import numpy as np
from keras import layers as keras_layers

from core.network.layers import Activation, Conv2D, Dense, Dropout, Flatten, Layer, MaxPooling2D, Network, Rescaling
from core.network.variables import one_name_for_all


def build(network: Network, seed: int = 0) -> keras.Sequential:
    """The Keras model of `network`, with an explicit input and every layer named.

    It takes pixels 0-255 as float32 (batch, height, width, 3) and gives probabilities (batch, classes). First weights
    and dropout masks follow from `seed` alone, not from Keras's global one, which other threads draw from as well.
    Weights begin as Keras's default has them (Glorot and Bengio 2010, uniform).
    """
    inputs = keras.Input(network.input_shape, name="pixels", dtype="float32")
    count = len(network.layers) + len(network.left_out)
    seeds = np.delete(np.random.default_rng(seed).integers(0, 2**31, count), network.left_out).tolist()
    with one_name_for_all():
        stack = [_keras_layer(layer, seed) for layer, seed in zip(network.layers, seeds, strict=True)]
        return keras.Sequential([inputs, *stack], name=network.name)


def _keras_layer(layer: Layer, seed: int) -> keras.Layer:
    weights = keras.initializers.GlorotUniform(seed=seed)
    match layer:
        case Rescaling(name, scale):
            return keras_layers.Rescaling(scale, name=name)
        case Conv2D(name, filters, kernel_px, padding):
            return keras_layers.Conv2D(filters, kernel_px, padding=padding, kernel_initializer=weights, name=name)
        case Activation(name, function):
            return keras_layers.Activation(function, name=name)
        case MaxPooling2D(name, pool_px):
            return keras_layers.MaxPooling2D(pool_px, name=name)
        case Dropout(name, rate):
            return keras_layers.Dropout(rate, seed=seed, name=name)
        case Flatten(name):
            return keras_layers.Flatten(name=name)
        case Dense(name, units):
            return keras_layers.Dense(units, kernel_initializer=weights, name=name)
    raise TypeError(f"no Keras layer for {type(layer).__name__}: expected one of core.network.layers")
