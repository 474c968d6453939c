"""What a Keras layer computes, read from its settings and weights. Heavy: imports Keras.

Only what is modelled exactly is described; a layer, or a setting, that is not known gives `Unexplained`, never a wrong
explanation. Layers are recognised by their exact class: a subclass may compute something else.
"""

import math
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from core.inside.activation_reading import read_function, read_settings
from core.inside.operations import (
    Array,
    BatchNormalization,
    Convolution,
    Cropping,
    Dense,
    DepthwiseConvolution,
    Dropout,
    Elementwise,
    Function,
    GlobalPooling,
    Merge,
    Normalization,
    Operation,
    Pooling,
    Rearrangement,
    Rescaling,
    Softmax,
    Unchanged,
    Unexplained,
    Upsampling,
    Withheld,
    ZeroPadding,
)

_layers = keras.layers


def kind_of(layer: keras.Layer) -> str:
    """The layer's Keras class (`Conv2D`) or, for an activation, its function (`relu`)."""
    if isinstance(layer, keras.layers.Activation):
        return str(getattr(layer.activation, "__name__", "Activation"))
    return type(layer).__name__


def read_operation(layer: keras.Layer, largest_weights: int | None = None) -> Operation:
    """What a built layer does to its input when classifying.

    Weights are read-only views of the layer's own memory: TensorFlow writes changed weights to another place while
    somebody looks. A layer with a weight of more than `largest_weights` numbers gives `Withheld`.
    """
    read = _READERS.get(type(layer))
    if read is None or not layer.built or not _is_plain(layer):
        return Unexplained()
    largest = max((math.prod(weight.shape) for weight in layer.weights), default=0)
    if largest_weights is not None and largest > largest_weights:
        return Withheld()
    return read(layer) or Unexplained()


def _is_plain(layer: keras.Layer) -> bool:
    policy = layer.dtype_policy
    return (
        policy.compute_dtype == policy.variable_dtype == "float32"
        and getattr(layer, "quantization_mode", None) is None
        and not getattr(layer, "lora_enabled", False)
        and getattr(layer, "data_format", "channels_last") == "channels_last"
    )


def _view(weight: Any) -> Array:
    tensor = weight.value.read_value() if isinstance(weight, keras.Variable) else keras.ops.convert_to_tensor(weight)
    values: Array = np.asarray(memoryview(tensor), np.float32)
    values.flags.writeable = False
    return values


def _constant(number: Any) -> Array:
    values = np.array(number, np.float32)
    values.flags.writeable = False
    return values


def _is_last_axis(layer: keras.Layer, axis: Any) -> bool:
    if isinstance(axis, list | tuple):
        return len(axis) == 1 and _is_last_axis(layer, axis[0])
    if axis == -1:
        return True
    try:
        return bool(axis == len(layer.output.shape) - 1)
    except (AttributeError, ValueError):
        return False  # not part of a model: its rank is not known


def _rescaling(layer: Any) -> Operation | None:
    scale, offset = _constant(layer.scale), _constant(layer.offset)
    return Rescaling(scale, offset) if max(scale.ndim, offset.ndim) <= 1 else None


def _normalization(layer: Any) -> Operation | None:
    last = len(layer._broadcast_shape) - 1
    if layer.invert or layer.mean is None or layer._keep_axis not in ((), (last,)):
        return None
    epsilon = float(keras.config.epsilon())
    return Normalization(_view(layer.mean).reshape(-1), _view(layer.variance).reshape(-1), epsilon)


def _batch_normalization(layer: Any) -> Operation | None:
    if layer.axis not in (-1, layer.input_spec.ndim - 1):
        return None
    return BatchNormalization(
        _view(layer.moving_mean),
        _view(layer.moving_variance),
        _view(layer.gamma) if layer.scale else None,
        _view(layer.beta) if layer.center else None,
        float(layer.epsilon),
    )


def _convolution(layer: Any) -> Operation | None:
    function = read_function(layer.activation)
    if function is None:
        return None
    return Convolution(
        _view(layer.kernel),
        _view(layer.bias) if layer.use_bias else None,
        tuple(layer.strides),
        layer.padding,
        tuple(layer.dilation_rate),
        layer.groups,
        function,
    )


def _depthwise(layer: Any) -> Operation | None:
    function = read_function(layer.activation)
    if function is None:
        return None
    return DepthwiseConvolution(
        _view(layer.kernel),
        _view(layer.bias) if layer.use_bias else None,
        tuple(layer.strides),
        layer.padding,
        tuple(layer.dilation_rate),
        function,
    )


def _dense(layer: Any) -> Operation | None:
    function = read_function(layer.activation)
    if function is None:
        return None
    return Dense(_view(layer.kernel), _view(layer.bias) if layer.use_bias else None, function)


def _activation(layer: Any) -> Operation | None:
    function = read_function(layer.activation)
    if function is None:
        return None
    return Softmax() if function.name == "softmax" else Elementwise(function)


def _settings(layer: Any) -> Operation | None:
    function = read_settings(layer)
    return Elementwise(function) if function else None


def _prelu(layer: Any) -> Operation:
    return Elementwise(Function("prelu"), _view(layer.alpha))


def _softmax(layer: Any) -> Operation | None:
    return Softmax() if _is_last_axis(layer, layer.axis) else None


def _max_pooling(layer: Any) -> Operation:
    return Pooling("max", tuple(layer.pool_size), tuple(layer.strides), layer.padding.lower())


def _average_pooling(layer: Any) -> Operation:
    return Pooling("average", tuple(layer.pool_size), tuple(layer.strides), layer.padding.lower())


def _dropout(layer: Any) -> Operation:
    noise_shape = layer.noise_shape
    if noise_shape is None:
        return Dropout(float(layer.rate))
    if len(noise_shape) == 4 and noise_shape[1:3] == (1, 1) and noise_shape[3] != 1:
        return Dropout(float(layer.rate), per_channel=True)
    return Unchanged()


def _rearrangement(layer: Any) -> Operation:
    try:
        shape = tuple(layer.output.shape[1:])
    except (AttributeError, ValueError):
        shape = getattr(layer, "target_shape", (-1,))
    return Rearrangement(tuple(-1 if side is None else int(side) for side in shape))


def _padding(layer: Any) -> Operation:
    return ZeroPadding(*(tuple(pair) for pair in layer.padding))


def _cropping(layer: Any) -> Operation:
    return Cropping(*(tuple(pair) for pair in layer.cropping))


def _upsampling(layer: Any) -> Operation | None:
    return Upsampling(tuple(layer.size)) if layer.interpolation == "nearest" else None


def _concatenate(layer: Any) -> Operation | None:
    return Merge("concatenate") if _is_last_axis(layer, layer.axis) else None


def _unchanged(_layer: Any) -> Operation:
    return Unchanged()


_ACT_IN_TRAINING_ONLY = (
    "ActivityRegularization",
    "AlphaDropout",
    "AugMix",
    "CutMix",
    "GaussianDropout",
    "GaussianNoise",
    "Identity",
    "MixUp",
    "RandAugment",
    "RandomBrightness",
    "RandomColorDegeneration",
    "RandomColorJitter",
    "RandomContrast",
    "RandomElasticTransform",
    "RandomErasing",
    "RandomFlip",
    "RandomGaussianBlur",
    "RandomGrayscale",
    "RandomHue",
    "RandomInvert",
    "RandomPerspective",
    "RandomPosterization",
    "RandomRotation",
    "RandomSaturation",
    "RandomSharpness",
    "RandomShear",
    "RandomTranslation",
    "RandomZoom",
)

_READERS: dict[type, Callable[[Any], Operation | None]] = {
    _layers.Rescaling: _rescaling,
    _layers.Normalization: _normalization,
    _layers.BatchNormalization: _batch_normalization,
    _layers.Conv2D: _convolution,
    _layers.DepthwiseConv2D: _depthwise,
    _layers.Dense: _dense,
    _layers.Activation: _activation,
    _layers.ReLU: _settings,
    _layers.LeakyReLU: _settings,
    _layers.ELU: _settings,
    _layers.PReLU: _prelu,
    _layers.Softmax: _softmax,
    _layers.MaxPooling2D: _max_pooling,
    _layers.AveragePooling2D: _average_pooling,
    _layers.GlobalMaxPooling2D: lambda layer: GlobalPooling("max", bool(layer.keepdims)),
    _layers.GlobalAveragePooling2D: lambda layer: GlobalPooling("average", bool(layer.keepdims)),
    _layers.Dropout: _dropout,
    _layers.SpatialDropout2D: lambda layer: Dropout(float(layer.rate), per_channel=True),
    _layers.Flatten: _rearrangement,
    _layers.Reshape: _rearrangement,
    _layers.ZeroPadding2D: _padding,
    _layers.Cropping2D: _cropping,
    _layers.UpSampling2D: _upsampling,
    _layers.Add: lambda _: Merge("add"),
    _layers.Subtract: lambda _: Merge("subtract"),
    _layers.Multiply: lambda _: Merge("multiply"),
    _layers.Average: lambda _: Merge("average"),
    _layers.Maximum: lambda _: Merge("maximum"),
    _layers.Minimum: lambda _: Merge("minimum"),
    _layers.Concatenate: _concatenate,
    **{getattr(_layers, name): _unchanged for name in _ACT_IN_TRAINING_ONLY if hasattr(_layers, name)},
}
