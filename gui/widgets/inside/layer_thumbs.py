"""Layer outputs in the shapes that the window can draw."""

import numpy as np
import numpy.typing as npt

from core.answers import LayerOutput
from core.inside.words import kind_name
from gui.widgets.inside.layer_strip import LayerThumb

Values = npt.NDArray[np.float32]

CONTRAST_PLACES = 32
"""From so many rows and columns, spread evenly, it is told which channel has the most contrast."""


def drawable(values: Values) -> Values:
    """The values as height x width x channels, or as a vector; a shape of another sort becomes one of the two."""
    if values.ndim in (1, 3):
        return values
    return values[:, :, None] if values.ndim == 2 else values.reshape(-1)


def thumb(output: LayerOutput) -> LayerThumb:
    """What stands for this layer in the strip."""
    values = drawable(output.values)
    shape = " × ".join(f"{length:,}" for length in output.values.shape)
    return LayerThumb(output.name, str(kind_name(output.kind)), shape, _telling(values))


def _telling(values: Values) -> Values:
    """Of channels the one with the most contrast, since a bright one may be flat; a vector whole."""
    if values.ndim == 1:
        return values
    if not values.size:
        return np.zeros((1, 1), np.float32)
    # Some places tell as much as all of them, and a training is looked into once a second.
    step = max(1, min(values.shape[:2]) // CONTRAST_PLACES)
    some = values[::step, ::step]
    # A diverging network holds NaN and infinities: such a channel does not count as contrast.
    with np.errstate(all="ignore"):
        contrast = np.nan_to_num(some.std(axis=(0, 1)), nan=-1.0, posinf=-1.0)
    return values[:, :, int(contrast.argmax())]
