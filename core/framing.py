"""How a picture of any shape becomes the square that a network takes. Light: knows no pixels."""

from dataclasses import dataclass
from typing import Literal

# stretch: the aspect is ignored, as in the tutorial. crop: the middle square of the picture. pad: the whole picture,
# with black beside it (zeros, as Keras pads).
ResizeMode = Literal["stretch", "crop", "pad"]
RESIZE_MODES: tuple[ResizeMode, ...] = ("stretch", "crop", "pad")


@dataclass(frozen=True)
class Frame:
    """The square that a network takes: its side in pixels, and how a picture is made to fill it.

    It travels with the model, so that a dropped photo is treated as the pictures in training were.
    """

    size_px: int
    resize: ResizeMode = "stretch"
