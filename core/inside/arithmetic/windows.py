"""Where a kernel or a pooling window lies on its input, axis by axis, by TensorFlow's rules."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inside.operations import Convolution, DepthwiseConvolution, Pooling


@dataclass(frozen=True)
class Steps:
    """How a window of `size` places, `dilation` apart, goes along an axis: `stride` places a step, the first one
    `before` places outside of the input."""

    size: int
    stride: int
    dilation: int
    before: int

    def places(self, index: int) -> NDArray[np.int64]:
        """The input's places under the window for one place of the output; those outside of the input are padding."""
        return index * self.stride - self.before + self.dilation * np.arange(self.size)


def steps(operation: Convolution | DepthwiseConvolution | Pooling, axis: int, length: int) -> Steps:
    """The steps of a layer along an axis of its input, which is `length` long: 0 for rows, 1 for columns."""
    if isinstance(operation, Pooling):
        size, dilation = operation.size[axis], 1
    else:
        size, dilation = int(operation.kernel.shape[axis]), operation.dilation[axis]
    stride = operation.strides[axis]
    return Steps(size, stride, dilation, _before(operation.padding, length, size, stride, dilation))


def _before(padding: str, length: int, size: int, stride: int, dilation: int) -> int:
    if padding == "valid":
        return 0
    reach = dilation * (size - 1) + 1
    output_length = -(-length // stride)
    added = max(0, (output_length - 1) * stride + reach - length)
    return added // 2  # where it is odd, the other side gets one more


def outside(places: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    """Which places lie outside of an axis that is `length` long."""
    return (places < 0) | (places >= length)
