"""The plotted part of a curve plot: axes, grid, curves and the mark of the best epoch, in pyqtgraph."""

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from core.numerals import number, percent
from core.words import tr
from gui import theme

Kind = Literal["loss", "accuracy"]
Floats = npt.NDArray[np.float64]

EDGE_PX = 7
"""Room around the plotted range, so that a marker on its edge is whole."""
MARKER_EVERY_PX = 9
"""Closer together, markers run into a rope."""
AXIS_TEXT_PX = 40


@dataclass(frozen=True)
class Pens:
    """The pens of the curves, which the legend's samples share."""

    training: QPen
    batches: QPen
    validation: QPen
    marker: QPen
    best: QPen
    grid: QPen


def pens(ratio: float) -> Pens:
    """The pens in the colours of the theme that is on. Dashes count in pen widths.

    They keep their width whatever the axes' scale, and such pens count the screen's own pixels:
    `ratio` of them make one of ours.
    """
    colours = theme.current()
    return Pens(
        training=_pen(colours.accent, 2 * ratio),
        batches=_pen(colours.accent_faint, ratio),
        validation=_pen(colours.second, 2 * ratio, [3, 1.5]),
        marker=_pen(colours.second, 1.5 * ratio),
        best=_pen(colours.text3, ratio, [2, 3]),
        grid=_pen(colours.grid, ratio),
    )


class CurveCanvas:
    """Draws what it is given, where `set_ranges` says; it keeps no data and watches nothing."""

    def __init__(self, kind: Kind) -> None:
        colours = theme.current()
        self._kind = kind
        self._ranges: tuple[float, ...] = ()
        self._epochs, self._top = 1, 1.0
        # Any: pyqtgraph ships no types.
        self.widget: Any = pg.PlotWidget(background=colours.surface, enableMenu=False)
        self.widget.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Nothing in the plot answers the pointer; the wheel belongs to the page that it lies on.
        self.widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plot: Any = self.widget.getPlotItem()
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.plot.layout.setContentsMargins(0, 0, 8, 0)
        self.view_box: Any = self.plot.getViewBox()
        self.view_box.disableAutoRange()
        self._set_up_axes(colours)
        self._grid: Any = self._curve(antialias=False, connect="pairs")
        self._batch_curve: Any = self._curve()
        self._best_line: Any = self._curve(antialias=False)
        self._training: Any = self._curve()
        self._validation: Any = self._curve()
        self._markers: Any = self._scatter(5, colours.surface)
        self._best_marker: Any = self._scatter(9, colours.second)
        self._best_words: Any = pg.TextItem(color=colours.text)
        self._best_words.setFont(theme.font("small", 600, tabular=True))
        self.view_box.addItem(self._best_words, ignoreBounds=True)

    def value_text(self, value: float) -> str:
        """A value in the plot's unit."""
        return number(value, 2) if self._kind == "loss" else percent(value)

    def best_text(self, epoch: int, value: float) -> str:
        """The words beside the best epoch's mark."""
        return tr("best: epoch {epoch}, {value}", epoch=epoch, value=self.value_text(value))

    def set_ranges(self, epochs: int, top: float) -> None:
        """0 to `epochs` across, 0 to `top` up, with room for markers at the edges; free when nothing changed."""
        box = self.view_box.boundingRect()
        ratio = self.widget.devicePixelRatioF()
        wanted = (epochs, top, box.width(), box.height(), ratio)
        if wanted == self._ranges:
            return
        self._ranges = wanted
        self._set_pens(pens(ratio))
        self._epochs, self._top = epochs, top
        self._x_px = epochs / max(1.0, box.width() - 2 * EDGE_PX)
        self._y_px = top / max(1.0, box.height() - 2 * EDGE_PX)
        self.view_box.setRange(
            xRange=(-EDGE_PX * self._x_px, epochs + EDGE_PX * self._x_px),
            yRange=(-EDGE_PX * self._y_px, top + EDGE_PX * self._y_px),
            padding=0,
            disableAutoRange=True,
        )
        heights = [top * step / 4 for step in range(5)]
        self.plot.getAxis("left").setTicks([[(height, self._tick_text(height)) for height in heights]])
        step = nice_epochs(epochs)
        self.plot.getAxis("bottom").setTicks([[(epoch, f"{epoch:,}") for epoch in range(0, epochs + 1, step)]])
        self._grid.setData(np.tile([0.0, float(epochs)], 5), np.repeat(heights, 2))

    def draw(
        self,
        positions: Floats,
        values: Floats,
        training: Floats,
        validation: Floats,
        best: tuple[int, float] | None,
    ) -> None:
        """The curves as they are now. Batch values beyond the axis are cut at its top."""
        columns = max(1, round(self._epochs / self._x_px * self.widget.devicePixelRatioF()))
        self._set(self._batch_curve, *reduced(positions, np.minimum(values, self._top), self._epochs, columns))
        across = np.arange(1.0, len(training) + 1)
        self._set(self._training, *reduced(across, training, self._epochs, columns))
        self._set(self._validation, *reduced(across, validation, self._epochs, columns))
        every = max(1, math.ceil(MARKER_EVERY_PX * self._x_px))
        marked = np.flatnonzero(np.isfinite(validation))
        marked = marked[(marked + 1) % every == 0] if every > 1 else marked
        self._markers.setData(across[marked], validation[marked])
        self._draw_best(best, validation)

    def _draw_best(self, best: tuple[int, float] | None, validation: Floats) -> None:
        for item in (self._best_line, self._best_marker, self._best_words):
            item.setVisible(best is not None)
        if best is None:
            return
        epoch, value = best
        self._best_line.setData(np.array([epoch, epoch], dtype=float), np.array([0.0, self._top]))
        on_curve = (
            value if math.isfinite(value) else float(validation[epoch - 1]) if epoch <= len(validation) else value
        )
        self._best_marker.setData([epoch], [on_curve]) if math.isfinite(on_curve) else self._best_marker.clear()
        words = self.best_text(epoch, on_curve)
        self._best_words.setText(words)
        width_px = QFontMetricsF(theme.font("small", 600, tabular=True)).horizontalAdvance(words) + 16
        leftwards = epoch + width_px * self._x_px > self._epochs + EDGE_PX * self._x_px
        # Loss curves leave the top right empty, accuracy curves the bottom right.
        high = self._kind == "loss"
        if leftwards and width_px * self._x_px > epoch:
            # No room on either side of the mark: as far left as there is any.
            left, leftwards = 0.0, False
        else:
            left = epoch + (-4 if leftwards else 4) * self._x_px
        self._best_words.setAnchor((1 if leftwards else 0, 0 if high else 1))
        self._best_words.setPos(left, self._top if high else 0.0)

    def _set(self, curve: Any, x: Floats, y: Floats) -> None:
        # pyqtgraph warns about bounds of nothing but NaN.
        if np.isfinite(y).any():
            curve.setData(x, y)
        else:
            curve.setData([], [])

    def _tick_text(self, height: float) -> str:
        if self._kind == "accuracy":
            return percent(height)
        quarter = self._top / 4
        digits = next((digits for digits in range(6) if math.isclose(round(quarter, digits), quarter)), 6)
        return number(height, digits)

    def _set_pens(self, used: Pens) -> None:
        self._grid.setPen(used.grid)
        self._batch_curve.setPen(used.batches)
        self._best_line.setPen(used.best)
        self._training.setPen(used.training)
        self._validation.setPen(used.validation)
        self._markers.setPen(used.marker)

    def _set_up_axes(self, colours: theme.Theme) -> None:
        for side in ("left", "bottom"):
            axis: Any = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(colours.text3)
            axis.setStyle(
                tickLength=0,
                tickAlpha=0,
                tickFont=theme.font("small", tabular=True),
                tickTextOffset=0 if side == "left" else 2,
                hideOverlappingLabels=False,
            )
            axis.enableAutoSIPrefix(False)
        self.plot.getAxis("left").setWidth(AXIS_TEXT_PX)
        self.plot.getAxis("bottom").setHeight(20)

    def _curve(self, antialias: bool = True, connect: str = "finite") -> Any:
        curve: Any = pg.PlotCurveItem(antialias=antialias, connect=connect)
        self.view_box.addItem(curve, ignoreBounds=True)
        return curve

    def _scatter(self, size: float, fill: str) -> Any:
        scatter: Any = pg.ScatterPlotItem(size=size, pen=None, brush=fill, symbol="o", antialias=True)
        self.view_box.addItem(scatter, ignoreBounds=True)
        return scatter


def nice_top(highest: float) -> float:
    """The smallest end of an axis at or above `highest` whose quarters are round numbers."""
    if not (math.isfinite(highest) and highest > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest / 4))
    for step in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5):
        top = 4 * step * power
        if top >= highest * (1 - 1e-9):
            return float(f"{top:.6g}")
    return float(f"{40 * power:.6g}")


def nice_epochs(epochs: int) -> int:
    """Steps between the numbers below the plot: round ones, at most six."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if epochs <= 6 * step * power:
                return step * power
        power *= 10


def reduced(x: Floats, y: Floats, end: float, columns: int) -> tuple[Floats, Floats]:
    """The lowest and highest value of every column of pixels: what a line through all points would cover."""
    if len(x) <= 2 * columns:
        return x, y
    column = (x * (columns / end)).astype(np.int64)
    starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    both = np.column_stack([np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)])
    return np.repeat(x[starts], 2), both.ravel()


def _pen(colour: str, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    if dashes is None:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(dashes)
    return pen
