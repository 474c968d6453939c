"""The measures of a vector: how wide a field of cells is, how far apart bars stand; and what the field looks like."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from gui.widgets.colour_maps import colourise, to_image, viridis

ROW_PX = 28
NARROWEST_ROW_PX = 20
"""Bars stand closer together before they have to be scrolled."""


def row_px(height: int, count: int) -> int:
    """How far apart so many bars stand in this height."""
    return min(ROW_PX, max(NARROWEST_ROW_PX, height // max(1, count)))


def columns_of(count: int, fitting: int) -> int:
    """As many columns as fit, or somewhat fewer when the field then has no ragged last row."""
    for columns in range(fitting, fitting * 3 // 4, -1):
        if count % columns == 0:
            return columns
    return fitting


def field_image(values: npt.NDArray[np.floating], columns: int, limits: tuple[float, float]) -> QImage:
    """The values row by row, a pixel for each; what the last row lacks takes the lowest colour."""
    rows = -(-len(values) // columns)
    full = np.full(rows * columns, limits[0], np.float64)
    full[: len(values)] = values
    return to_image(colourise(full.reshape(rows, columns), *limits, viridis()))
