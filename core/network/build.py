"""From layer facts to a Keras model. Heavy: imports Keras."""

import keras
from keras import layers as keras_layers

from core.network.layers import Activation, Conv2D, Dense, Dropout, Flatten, Layer, MaxPooling2D, Network, Rescaling


def build(network: Network) -> keras.Sequential:
    """The Keras model of `network`, with an explicit input and every layer named.

    It takes pixels 0-255 as float32 (batch, height, width, 3) and gives probabilities (batch, classes).
    """
    inputs = keras.Input(network.input_shape, name="pixels", dtype="float32")
    stack = [inputs, *(_keras_layer(layer) for layer in network.layers)]
    return keras.Sequential(stack, name=network.name)


def _keras_layer(layer: Layer) -> keras.Layer:
    match layer:
        case Rescaling(name, scale):
            return keras_layers.Rescaling(scale, name=name)
        case Conv2D(name, filters, kernel_px, padding):
            return keras_layers.Conv2D(filters, kernel_px, padding=padding, name=name)
        case Activation(name, function):
            return keras_layers.Activation(function, name=name)
        case MaxPooling2D(name, pool_px):
            return keras_layers.MaxPooling2D(pool_px, name=name)
        case Dropout(name, rate):
            return keras_layers.Dropout(rate, name=name)
        case Flatten(name):
            return keras_layers.Flatten(name=name)
        case Dense(name, units):
            return keras_layers.Dense(units, name=name)
    raise TypeError(f"no Keras layer for {type(layer).__name__}: expected one of core.network.layers")
