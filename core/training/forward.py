"""A Keras Sequential run forwards and backwards with the same variables by faster operations. Heavy: imports TensorFlow
and Keras.

On a CPU TensorFlow's convolutions come close to what the processor can do; time is lost around them. Measured on the
tutorial network at 100 px, batch 32, in seconds of processor time per step: 0.41 as Keras calls its layers, 0.37 so.

The way back is walked here instead of being told to TensorFlow with `tf.custom_gradient`, which keeps all that a
`tf.function` traced for as long as the process lives: each trace registers gradients under names of their own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import keras
import tensorflow as tf
from keras import layers as keras_layers

LossOf = Callable[[tf.Tensor], tf.Tensor]
Gradients = list[tuple[keras.Variable, tf.Tensor | None]]


@dataclass(frozen=True)
class Result:
    """What a model answers, the loss of it, and `gradients`, which builds the gradients of that loss when called, once.

    They stand in the order of the model's `trainable_variables`; None for one that the loss does not depend on.
    """

    outputs: tf.Tensor
    loss: tf.Tensor
    gradients: Callable[[], list[tf.Tensor | None]]


@dataclass(frozen=True)
class Passed:
    """What a step makes of its inputs. `backward` turns the gradient of the outputs (None where the loss does not
    depend on them) into those of the inputs and of the variables. `losses` are parts of the model's loss."""

    outputs: tf.Tensor
    backward: Callable[[tf.Tensor | None], tuple[tf.Tensor | None, Gradients]]
    losses: Sequence[tf.Tensor] = ()


Step = Callable[[tf.Tensor, bool], Passed]
Forward = Callable[[tf.Tensor, bool, LossOf], Result]


def forward(model: keras.Model) -> Forward:
    """What `model(inputs, training=...)` computes, with the same dropout masks, and the loss: `loss_of(outputs)` and,
    as in Keras's `fit`, what layers add (regularizers). Gradients are Keras's up to the rounding of sums.

    The known layers of a Sequential that compute in float32 are replaced, whatever their order; all others, and models
    of another kind, are called as Keras calls them.
    """
    steps, others = _steps(model.layers) if type(model) is keras.Sequential else ([], [model])

    def run(inputs: tf.Tensor, training: bool, loss_of: LossOf) -> Result:
        all_passed = []
        for step in steps:
            passed = step(inputs, training)
            all_passed.append(passed)
            inputs = passed.outputs
        # Under one tape with the loss, because Keras computes it from what went into the softmax.
        last = _as_keras(others, inputs, training, loss_of)
        all_passed.append(last)
        loss = tf.add_n([each for passed in all_passed for each in passed.losses])
        return Result(last.outputs, loss, lambda: _gradients(all_passed, model.trainable_variables))

    return run


def _gradients(all_passed: Sequence[Passed], variables: Sequence[keras.Variable]) -> list[tf.Tensor | None]:
    found = defaultdict(list)
    gradient = None
    for passed in reversed(all_passed):
        if gradient is None and not passed.losses:
            continue
        gradient, of_variables = passed.backward(gradient)
        for variable, of_variable in of_variables:
            if of_variable is not None:
                found[id(variable)].append(of_variable)
    # Layers may share a variable.
    return [tf.add_n(found[id(each)]) if id(each) in found else None for each in variables]


def _steps(layers: Sequence[keras.Layer]) -> tuple[list[Step], list[keras.Layer]]:
    """The steps that compute what `layers` do, and the layers after the last known one."""
    steps: list[Step] = []
    others: list[keras.Layer] = []
    for each in _replaced([part for layer in layers for part in _parts(layer)]):
        if isinstance(each, keras.Layer):
            others.append(each)
            continue
        if others:
            steps.append(partial(_as_keras, others))
            others = []
        steps.append(each)
    return steps, others


def _parts(layer: keras.Layer) -> list[keras.Layer]:
    """The layer; where it is known, its activation as one by itself, with which the step does not concern itself."""
    if not (_is_plain_convolution(layer) or _is_plain_dense(layer)) or layer.activation is keras.activations.linear:
        return [layer]
    return [layer, keras_layers.Activation(layer.activation, name=layer.name, dtype="float32")]


def _replaced(layers: list[keras.Layer]) -> Iterator[Step | keras.Layer]:
    while layers:
        layer = layers.pop(0)
        if _is_plain_convolution(layer):
            # ReLU goes after the pooling, where there is a quarter of the values: the largest of a window stays the
            # largest. Gradients are the same too: a window's goes to its first largest value, and where ReLU makes
            # ties, at zero, it lets none through.
            swapped = len(layers) > 1 and _is_relu(layers[0]) and _is_plain_pooling(layers[1])
            after = [layers.pop(0)] if swapped else []
            pool = layers.pop(0) if layers and _is_plain_pooling(layers[0]) else None
            yield partial(_convolution, layer, pool.pool_size[0] if pool else 1)
            layers = after + layers
        elif _is_plain_dense(layer):
            yield partial(_dense, layer)
        elif _is_plain_dropout(layer):
            yield partial(_dropout, layer)
        else:
            yield layer


def _as_keras(
    layers: Sequence[keras.Layer], inputs: tf.Tensor, training: bool, loss_of: LossOf | None = None
) -> Passed:
    """Layers as Keras calls them, and with `loss_of` the loss of what they give."""
    variables = list({id(each): each for layer in layers for each in layer.trainable_variables}.values())
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        outputs = inputs
        for layer in layers:
            outputs = layer(outputs, training=training)
        losses = [tf.reduce_sum(each) for layer in layers for each in layer.losses]
        if loss_of is None:
            outputs = tf.cast(outputs, tf.float32)  # a known layer comes next
        else:
            losses.append(loss_of(outputs))

    def backward(of_outputs: tf.Tensor | None) -> tuple[tf.Tensor | None, Gradients]:
        targets, of_targets = list(losses), [tf.ones_like(each) for each in losses]
        if of_outputs is not None:
            targets.append(outputs)
            of_targets.append(of_outputs)
        of_inputs, of_variables = tape.gradient(targets, (inputs, variables), of_targets)
        return of_inputs, list(zip(variables, of_variables, strict=True))

    return Passed(outputs, backward, losses)


def _convolution(layer: keras.Layer, pool_px: int, inputs: tf.Tensor, training: bool) -> Passed:
    """Convolution, bias and, beyond 1, max pooling in one step, since its gradient is best found as a whole."""
    padding = layer.padding.upper()
    window = [1, pool_px, pool_px, 1]
    kernel, bias = _tensors(layer)
    values = tf.nn.bias_add(tf.nn.conv2d(inputs, kernel, 1, padding), bias)
    pooled = values if pool_px == 1 else tf.nn.max_pool2d(values, pool_px, pool_px, "VALID")

    def backward(of_pooled: tf.Tensor) -> tuple[tf.Tensor, Gradients]:
        # Pooling only moves each number of its gradient to one place, so the bias's is their sum already here.
        # Reshaped, because Grappler would join a sum over the same tensor with the convolution's gradient into one
        # operation that takes up to three times as long as the two.
        of_bias = tf.raw_ops.BiasAddGrad(out_backprop=tf.reshape(of_pooled, (-1, layer.filters)))
        of_values = of_pooled
        if pool_px > 1:
            of_values = tf.raw_ops.MaxPoolGrad(
                orig_input=values, orig_output=pooled, grad=of_pooled, ksize=window, strides=window, padding="VALID"
            )
        # Not computed where nothing needs it, as before the first layer.
        of_inputs = tf.raw_ops.Conv2DBackpropInput(
            input_sizes=tf.shape(inputs), filter=kernel, out_backprop=of_values, strides=[1, 1, 1, 1], padding=padding
        )
        of_kernel = tf.raw_ops.Conv2DBackpropFilter(
            input=inputs, filter_sizes=tf.shape(kernel), out_backprop=of_values, strides=[1, 1, 1, 1], padding=padding
        )
        return of_inputs, [(layer.kernel, of_kernel), (layer.bias, of_bias)]

    return Passed(pooled, backward)


def _dense(layer: keras.Layer, inputs: tf.Tensor, training: bool) -> Passed:
    kernel, bias = _tensors(layer)

    def backward(of_outputs: tf.Tensor) -> tuple[tf.Tensor, Gradients]:
        of_bias = tf.raw_ops.BiasAddGrad(out_backprop=of_outputs)
        of_kernel = tf.matmul(inputs, of_outputs, transpose_a=True)
        # The product of a small batch with a large transposed matrix takes half as long the other way round.
        of_inputs = tf.transpose(tf.matmul(kernel, of_outputs, transpose_b=True))
        return of_inputs, [(layer.kernel, of_kernel), (layer.bias, of_bias)]

    return Passed(tf.nn.bias_add(tf.matmul(inputs, kernel), bias), backward)


def _dropout(layer: keras.Layer, inputs: tf.Tensor, training: bool) -> Passed:
    if not training:
        return Passed(inputs, lambda of_outputs: (of_outputs, []))
    # As Keras draws it. A mask of factors spares a pass over all values, forwards and backwards.
    seed = tf.cast(layer.seed_generator.next(), tf.int32)
    chance = tf.random.stateless_uniform(tf.shape(inputs), seed=seed)
    mask = tf.where(chance >= layer.rate, tf.constant(1 / (1 - layer.rate)), tf.constant(0.0))
    return Passed(inputs * mask, lambda of_outputs: (of_outputs * mask, []))


def _tensors(layer: keras.Layer) -> tuple[tf.Tensor, tf.Tensor]:
    """The layer's kernel and bias as they are now."""
    return tf.convert_to_tensor(layer.kernel), tf.convert_to_tensor(layer.bias)


def _is_plain_convolution(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.Conv2D
        and layer.data_format == "channels_last"
        and layer.strides == layer.dilation_rate == (1, 1)
        and layer.groups == 1
        and _has_plain_weights(layer)
    )


def _is_plain_pooling(layer: keras.Layer) -> bool:
    return (
        type(layer) is keras_layers.MaxPooling2D
        and layer.data_format == "channels_last"
        and layer.padding == "valid"
        and layer.pool_size[0] == layer.pool_size[1]
        and layer.strides == layer.pool_size
        and _is_plain(layer)
    )


def _is_relu(layer: keras.Layer) -> bool:
    return type(layer) is keras_layers.Activation and layer.activation is keras.activations.relu and _is_plain(layer)


def _is_plain_dense(layer: keras.Layer) -> bool:
    return type(layer) is keras_layers.Dense and len(layer.input.shape) == 2 and _has_plain_weights(layer)


def _is_plain_dropout(layer: keras.Layer) -> bool:
    return type(layer) is keras_layers.Dropout and layer.noise_shape is None and 0 < layer.rate < 1 and _is_plain(layer)


def _has_plain_weights(layer: keras.Layer) -> bool:
    return layer.use_bias and not layer.quantization_mode and not layer.lora_enabled and _is_plain(layer)


def _is_plain(layer: keras.Layer) -> bool:
    """Whether it computes in float32 and adds nothing to the loss."""
    return (
        layer.compute_dtype == "float32"
        and layer.activity_regularizer is None
        and all(each.regularizer is None for each in layer.weights)
    )
