"""A Keras Sequential run with the same variables by faster operations. Heavy: imports TensorFlow and Keras.

On a CPU TensorFlow's convolutions come close to what the processor can do; time is lost around them. Measured on the
tutorial network at 100 px, batch 32, in seconds of processor time per step: 0.44 as Keras calls its layers, 0.40 so.
"""

import inspect
from collections.abc import Callable, Iterator

import keras
import tensorflow as tf
from keras import layers as keras_layers

Forward = Callable[[tf.Tensor, bool], tf.Tensor]
Gradient = Callable[[tf.Tensor], tuple[tf.Tensor, ...]]


def forward(model: keras.Model) -> Forward:
    """What `model(inputs, training=...)` computes, up to the rounding of sums in gradients, with the same dropout
    masks.

    The known layers of a Sequential in float32 are replaced, whatever their order; all others, and models of another
    kind, are called as Keras calls them.
    """
    if not isinstance(model, keras.Sequential):
        return lambda inputs, training: model(inputs, training=training)
    steps = list(_steps(model.layers))

    def run(inputs: tf.Tensor, training: bool) -> tf.Tensor:
        for step in steps:
            inputs = step(inputs, training)
        return inputs

    return run


def _steps(layers: list[keras.Layer]) -> Iterator[Forward]:
    layers = list(layers)
    while layers:
        layer = layers.pop(0)
        if _is_plain_convolution(layer):
            # ReLU goes after the pooling, where there is a quarter of the values: the largest of a window stays the
            # largest. Gradients are the same too: a window's goes to its first largest value, and where ReLU makes
            # ties, at zero, it lets none through.
            swapped = len(layers) > 1 and _is_relu(layers[0]) and _is_plain_pooling(layers[1])
            after = [layers.pop(0)] if swapped else []
            pool = layers.pop(0) if layers and _is_plain_pooling(layers[0]) else None
            yield _convolution(layer, pool.pool_size[0] if pool else 1)
            layers = after + layers
        elif _is_plain_dense(layer):
            yield _dense(layer)
        elif _is_plain_dropout(layer):
            yield _dropout(layer)
        else:
            yield _as_keras(layer)


def _as_keras(layer: keras.Layer) -> Forward:
    if "training" in inspect.signature(layer.call).parameters:
        return lambda inputs, training: layer(inputs, training=training)
    return lambda inputs, training: layer(inputs)


def _convolution(layer: keras.Layer, pool_px: int) -> Forward:
    """Convolution, bias and, beyond 1, max pooling as one operation, since its gradient is best found as a whole."""
    padding = layer.padding.upper()
    window = [1, pool_px, pool_px, 1]

    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def convolved(inputs: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        values = tf.nn.bias_add(tf.nn.conv2d(inputs, kernel, 1, padding), bias)
        pooled = values if pool_px == 1 else tf.nn.max_pool2d(values, pool_px, pool_px, "VALID")

        def gradient(of_pooled: tf.Tensor) -> tuple[tf.Tensor, ...]:
            # Pooling only moves each number of its gradient to one place, so the bias's is their sum already here.
            # Reshaped, because Grappler would join a sum over the same tensor with the convolution's gradient into one
            # operation that takes up to three times as long as the two.
            of_bias = tf.raw_ops.BiasAddGrad(out_backprop=tf.reshape(of_pooled, (-1, layer.filters)))
            of_values = of_pooled
            if pool_px > 1:
                of_values = tf.raw_ops.MaxPoolGrad(
                    orig_input=values,
                    orig_output=pooled,
                    grad=of_pooled,
                    ksize=window,
                    strides=window,
                    padding="VALID",
                )
            # Not computed where nothing needs it, as before the first layer.
            of_inputs = tf.raw_ops.Conv2DBackpropInput(
                input_sizes=tf.shape(inputs),
                filter=kernel,
                out_backprop=of_values,
                strides=[1, 1, 1, 1],
                padding=padding,
            )
            of_kernel = tf.raw_ops.Conv2DBackpropFilter(
                input=inputs,
                filter_sizes=tf.shape(kernel),
                out_backprop=of_values,
                strides=[1, 1, 1, 1],
                padding=padding,
            )
            return of_inputs, of_kernel, of_bias

        return pooled, gradient

    return lambda inputs, training: convolved(inputs, *_tensors(layer))


def _dense(layer: keras.Layer) -> Forward:
    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def multiplied(inputs: tf.Tensor, kernel: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        def gradient(of_outputs: tf.Tensor) -> tuple[tf.Tensor, ...]:
            # The product of a small batch with a large transposed matrix takes half as long the other way round.
            of_inputs = tf.transpose(tf.matmul(kernel, of_outputs, transpose_b=True))
            return of_inputs, tf.matmul(inputs, of_outputs, transpose_a=True)

        return tf.matmul(inputs, kernel), gradient

    def run(inputs: tf.Tensor, training: bool) -> tf.Tensor:
        kernel, bias = _tensors(layer)
        return layer.activation(tf.nn.bias_add(multiplied(inputs, kernel), bias))

    return run


def _dropout(layer: keras.Layer) -> Forward:
    def run(inputs: tf.Tensor, training: bool) -> tf.Tensor:
        if not training:
            return inputs
        # As Keras draws it. A mask of factors spares a pass over all values, forwards and backwards.
        seed = tf.cast(layer.seed_generator.next(), tf.int32)
        chance = tf.random.stateless_uniform(tf.shape(inputs), seed=seed)
        return inputs * tf.where(chance >= layer.rate, tf.constant(1 / (1 - layer.rate)), tf.constant(0.0))

    return run


def _tensors(layer: keras.Layer) -> tuple[tf.Tensor, tf.Tensor]:
    """The layer's kernel and bias as they are now."""
    return tf.convert_to_tensor(layer.kernel), tf.convert_to_tensor(layer.bias)


def _is_plain_convolution(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.Conv2D
        and layer.compute_dtype == "float32"
        and layer.data_format == "channels_last"
        and layer.strides == layer.dilation_rate == (1, 1)
        and layer.groups == 1
        and layer.activation is keras.activations.linear
        and _has_plain_weights(layer)
    )


def _is_plain_pooling(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.MaxPooling2D
        and layer.data_format == "channels_last"
        and layer.padding == "valid"
        and layer.pool_size[0] == layer.pool_size[1]
        and layer.strides == layer.pool_size
    )


def _is_relu(layer: keras.Layer) -> bool:
    return type(layer) is keras_layers.Activation and layer.activation is keras.activations.relu


def _is_plain_dense(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.Dense
        and layer.compute_dtype == "float32"
        and len(layer.input.shape) == 2
        and _has_plain_weights(layer)
    )


def _has_plain_weights(layer: keras.Layer) -> bool:
    return layer.use_bias and not layer.quantization_mode and not layer.lora_enabled


def _is_plain_dropout(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.Dropout
        and layer.compute_dtype == "float32"
        and layer.noise_shape is None
        and 0 < layer.rate < 1
    )
