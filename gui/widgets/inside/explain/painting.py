"""What the painted explanations share: fonts made once, texts that fit their cells, colours of numbers."""

from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from core.inside.colours import Rgb, colourise, diverging, symmetric_limits
from gui import theme

WIDTH_PX = theme.PANEL_EXPLANATION - 2 * theme.CARD_PADDING - 2
"""The width that every explanation has, whether or not there is a scroll bar beside it."""

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)

# The strongest weight takes a tint, not the end of the map: its digits have to be read on it.
_TINT = 1.7


@cache
def font(use: theme.Use, weight: int | None = None, tabular: bool = True) -> QFont:
    """A font of the look; made once, because a font takes longer to make than a cell to paint."""
    return theme.font(use, weight, tabular)


@lru_cache(maxsize=4096)
def width_of(text: str, use: theme.Use, weight: int | None = None) -> float:
    """How wide a text is, in pixels."""
    return QFontMetricsF(font(use, weight)).horizontalAdvance(text)


def draw(
    painter: QPainter, rect: QRectF, text: str, use: theme.Use, token: str, flags: int, weight: int | None = None
) -> None:
    """A text in a colour of the look, narrowed where it is wider than its place."""
    draw_in(painter, rect, text, use, QColor(token), flags, weight)


def draw_in(
    painter: QPainter, rect: QRectF, text: str, use: theme.Use, colour: QColor, flags: int, weight: int | None = None
) -> None:
    """`draw` in any colour."""
    painter.setFont(font(use, weight))
    painter.setPen(colour)
    width = width_of(text, use, weight)
    if width <= rect.width() or width == 0:
        painter.drawText(rect, flags, text)
        return
    squeeze = rect.width() / width
    painter.save()
    painter.translate(rect.left(), 0)
    painter.scale(squeeze, 1)
    painter.drawText(QRectF(0, rect.top(), width + 1, rect.height()), flags, text)
    painter.restore()


def draw_elided(
    painter: QPainter, rect: QRectF, text: str, use: theme.Use, token: str, flags: int, weight: int | None = None
) -> None:
    """A name of any length in a colour of the look, shortened in the middle."""
    if width_of(text, use, weight) > rect.width():
        text = QFontMetricsF(font(use, weight)).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    draw(painter, rect, text, use, token, flags, weight)


def tints(values: npt.NDArray[np.floating], reach: float | None = None) -> Rgb:
    """Signed numbers as tints of blue and red; `reach` is the size that takes the strongest one."""
    high = reach if reach else symmetric_limits(values)[1]
    return colourise(values, -high * _TINT, high * _TINT, diverging())


def greys(values: npt.NDArray[np.floating], low: float, high: float) -> Rgb:
    """Numbers that came in, from black at `low` to white at `high`."""
    return colourise(values, low, high, _grey_table())


def ink_on(rgb: Rgb) -> QColor:
    """Dark or light, whichever can be read on this colour."""
    red, green, blue = (int(part) for part in rgb)
    return QColor(theme.LIGHT.text if 0.299 * red + 0.587 * green + 0.114 * blue > 118 else "#FFFFFF")


@cache
def _grey_table() -> Rgb:
    # Neither quite black nor quite white: the edges of cells stay visible on both themes.
    steps = np.linspace(24, 246, 256).astype(np.uint8)
    return np.repeat(steps[:, None], 3, axis=1)
