"""The layers of a CNN as plain facts: settings, output shape, number of parameters. No Keras here, so
that the window knows the network before TensorFlow is loaded. Formulas: as Keras documents its layers."""

from dataclasses import dataclass, replace
from math import prod

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Layer:
    """One step of the network. Shapes are without the batch: (height, width, channels) or (values,)."""

    name: str

    def output_shape(self, shape: Shape) -> Shape:
        """The shape that comes out for the shape that goes in."""
        return shape

    def parameters(self, shape: Shape) -> int:
        """Numbers that are learned, for the shape that goes in."""
        return 0


@dataclass(frozen=True)
class Rescaling(Layer):
    """Multiplies pixels (0-255) by `scale`."""

    scale: float = 1 / 255


@dataclass(frozen=True)
class Conv2D(Layer):
    """`filters` kernels of `kernel_px` x `kernel_px` slide over the picture, stride 1."""

    filters: int = 32
    kernel_px: int = 3
    padding: str = "same"

    def output_shape(self, shape: Shape) -> Shape:
        height, width, _ = shape
        cut = 0 if self.padding == "same" else self.kernel_px - 1
        return height - cut, width - cut, self.filters

    def parameters(self, shape: Shape) -> int:
        return (self.kernel_px**2 * shape[2] + 1) * self.filters


@dataclass(frozen=True)
class Activation(Layer):
    """A function of each value by itself (`relu`), or of all of them (`softmax`)."""

    function: str = "relu"


@dataclass(frozen=True)
class MaxPooling2D(Layer):
    """Keeps the strongest value of every `pool_px` x `pool_px` window; a rest at the edge is dropped."""

    pool_px: int = 2

    def output_shape(self, shape: Shape) -> Shape:
        height, width, channels = shape
        return height // self.pool_px, width // self.pool_px, channels


@dataclass(frozen=True)
class Dropout(Layer):
    """While training, cuts a random share `rate` of the values and scales the rest by 1 / (1 - rate)."""

    rate: float = 0.25


@dataclass(frozen=True)
class Flatten(Layer):
    """Lays the rows end to end."""

    def output_shape(self, shape: Shape) -> Shape:
        return (prod(shape),)


@dataclass(frozen=True)
class Dense(Layer):
    """Ties every incoming value to each of `units` nodes."""

    units: int = 512

    def output_shape(self, shape: Shape) -> Shape:
        return (self.units,)

    def parameters(self, shape: Shape) -> int:
        return (shape[0] + 1) * self.units


@dataclass(frozen=True)
class Network:
    """A stack of layers for square RGB pictures of `image_size_px`.

    `left_out`: the places, counted with them, of layers that the full network of this name has and this one lacks.
    They keep their share of the seed, so that the other layers begin with the same weights as in the full one.
    """

    name: str
    image_size_px: int
    layers: tuple[Layer, ...]
    left_out: tuple[int, ...] = ()

    def without(self, kind: type[Layer]) -> "Network":
        """The same network with every layer of a kind left out; only for kinds that learn nothing and keep the
        shape."""
        left_out = tuple(place for place, layer in enumerate(self.layers) if isinstance(layer, kind))
        kept = tuple(layer for layer in self.layers if not isinstance(layer, kind))
        return replace(self, layers=kept, left_out=left_out)

    @property
    def input_shape(self) -> Shape:
        """What goes into the first layer: (height, width, 3)."""
        return self.image_size_px, self.image_size_px, 3

    def shapes(self) -> list[Shape]:
        """The output shape of each layer, in order."""
        shape = self.input_shape
        shapes = []
        for layer in self.layers:
            shape = layer.output_shape(shape)
            shapes.append(shape)
        return shapes

    def parameters(self) -> int:
        """All learned numbers of the network."""
        inputs = [self.input_shape, *self.shapes()]
        return sum(layer.parameters(shape) for layer, shape in zip(self.layers, inputs, strict=False))
