"""Made-up layers, kernels and insights for the tests of the Inside page's widgets."""

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.answers import Answer, Insight, LayerOutput, Photo
from core.inside.operations import (
    PICTURE,
    Convolution,
    LayerFacts,
    Operation,
    Rescaling,
)


def show(qtbot: QtBot, widget: QWidget, width: int = 702, height: int = 420) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def numbers(*shape: int, seed: int = 0) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def conv(name: str, kernel: npt.NDArray[np.float32], source: str = "before") -> LayerFacts:
    return LayerFacts(name, "Conv2D", Convolution(kernel, None), (source,))


def insight(operation: Operation, before: npt.NDArray[np.float32], after: tuple[int, int, int]) -> Insight:
    """A rescaling, then the operation."""
    pixels = np.random.default_rng(0).integers(0, 256, before.shape, np.uint8) if before.shape[2] == 3 else None
    facts = (
        LayerFacts("rescaling", "Rescaling", Rescaling(np.ones(1, np.float32), np.zeros(1, np.float32)), (PICTURE,)),
        LayerFacts("layer", "Conv2D", operation, ("rescaling",)),
    )
    outputs = (LayerOutput("rescaling", "Rescaling", before), LayerOutput("layer", "Conv2D", numbers(*after, seed=1)))
    return Insight(Photo("a.jpg"), Answer("a.jpg", (("cat", 1.0),), pixels=pixels), outputs, facts)
