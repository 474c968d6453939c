"""A picture with a ring, and its variations beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.pixels import to_pixmap

MARGIN_PX = 4
"""Room for the ring; whoever aligns the strip with other things counts it in."""
_GAP_PX = 14
_CLOSE_PX = 8
_LABEL_PX = 21
_COLUMNS_OF_TWO_ROWS = 8  # all 16
_ROW_GAP_PX = 6


@dataclass(frozen=True)
class StripLayout:
    """Squares of `side`, `columns` in each of `rows`, evenly over the width."""

    width: int
    side: int
    columns: int
    rows: int

    @classmethod
    def of(cls, width: int, rows: int) -> "StripLayout":
        """As many as fit in one row at the plain size; two rows hold all 16 at any width."""
        across = max(1, width - 2 * MARGIN_PX)
        if rows == 1:
            columns = max(2, (across + _GAP_PX) // (theme.THUMBNAIL_CHANNEL + _GAP_PX))
            return cls(width, theme.THUMBNAIL_CHANNEL, columns, 1)
        columns = _COLUMNS_OF_TWO_ROWS
        side = min(theme.THUMBNAIL_CHANNEL, (across - (columns - 1) * _CLOSE_PX) // columns)
        return cls(width, max(1, side), columns, rows)

    @property
    def places(self) -> int:
        """How many pictures have a place."""
        return self.columns * self.rows

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return (self.width - 2 * MARGIN_PX - self.side) / (self.columns - 1)

    @property
    def height(self) -> int:
        """All rows with their labels and the room for the ring."""
        return 2 * MARGIN_PX + self.rows * (self.side + _LABEL_PX) + (self.rows - 1) * _ROW_GAP_PX

    def rect(self, index: int) -> QRect:
        """Where a picture stands, from 0."""
        row, column = divmod(index, self.columns)
        x = MARGIN_PX + round(column * self.pitch)
        return QRect(x, MARGIN_PX + row * (self.side + _LABEL_PX + _ROW_GAP_PX), self.side, self.side)


class VariationStrip(QWidget):
    """Quiet places until `show_tiles`, at the size that the pictures will have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = 1
        self._tiles: list[tuple[NDArray[np.uint8], str]] = []
        self._pixmaps: dict[int, QPixmap] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Variations of a training picture"))
        self.show_waiting()

    def set_rows(self, rows: int) -> None:
        """One row of as many as fit, or two for all 16."""
        if rows != self._rows:
            self._rows = rows
            self._pixmaps.clear()
            self.updateGeometry()
            self.update()

    def show_tiles(
        self, original: NDArray[np.uint8], pictures: Sequence[NDArray[np.uint8]], labels: Sequence[str]
    ) -> None:
        """The picture itself and its variations (all side x side x 3), with what was done to each."""
        self._tiles = [(original, tr("original")), *zip(pictures, labels, strict=True)]
        self._pixmaps.clear()
        self.setAccessibleDescription(", ".join(labels))
        self.update()

    def show_waiting(self) -> None:
        """Say that the variations are being drawn."""
        self._tiles = []
        self._pixmaps.clear()
        self.setAccessibleDescription(tr("Drawing variations…"))
        self.update()

    def shown_labels(self) -> list[str]:
        """The labels of the pictures that have room, the picture itself first."""
        return [label for _, label in self._tiles[: self._layout().places]]

    def _layout(self) -> StripLayout:
        return StripLayout.of(self.width(), self._rows)

    def _rects(self) -> list[QRect]:
        layout = self._layout()
        return [layout.rect(index) for index in range(layout.places)]

    def _pixmap(self, index: int, side: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = self._pixmaps.get(index)
        if made is None or made.devicePixelRatio() != ratio or made.deviceIndependentSize().width() != side:
            made = self._pixmaps[index] = to_pixmap(self._tiles[index][0], QSize(side, side), ratio)
        return made

    def _paint_tile(self, painter: QPainter, index: int, rect: QRect) -> None:
        look = theme.current()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, rect.width(), rect.height()), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        painter.save()
        painter.translate(rect.topLeft())
        painter.fillPath(shape, QBrush(self._pixmap(index, rect.width())))
        painter.restore()
        if index == 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(look.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), 5, 5)
        room = min(self._layout().pitch - 4, self.width() - rect.left())
        label = QFontMetrics(painter.font()).elidedText(
            self._tiles[index][1], Qt.TextElideMode.ElideRight, int(max(room, rect.width()))
        )
        painter.setPen(theme.colour(look.text3))
        baseline = QRectF(rect.left(), rect.bottom() + 5, self.width(), _LABEL_PX - 4)
        painter.drawText(baseline, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_waiting(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(look.sunken))
        rects = self._rects()
        for rect in rects:
            painter.drawRoundedRect(QRectF(rect), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        painter.setPen(theme.colour(look.text3))
        line = QRectF(rects[0].left(), rects[0].bottom() + 5, self.width(), _LABEL_PX - 4)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr("Drawing variations…"))

    def sizeHint(self) -> QSize:
        width = 8 * (theme.THUMBNAIL_CHANNEL + _GAP_PX) - _GAP_PX + 2 * MARGIN_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = 4 * theme.THUMBNAIL_CHANNEL
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return StripLayout.of(width, self._rows).height

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for (_, label), rect in zip(self._tiles, self._rects(), strict=False):
                if rect.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), label, self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small", tabular=True))
        if not self._tiles:
            self._paint_waiting(painter)
            return
        for index, rect in enumerate(self._rects()[: len(self._tiles)]):
            self._paint_tile(painter, index, rect)
