"""Paints a confusion matrix: cells by their share of the row, numbers where they have room, names at two sides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from core.numerals import percent
from gui import theme
from gui.widgets.results.matrix_layout import LINE_PX, NAME_GAP_PX, MatrixLayout

_RADIUS = 2
_OUTLINE = 2
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, eq=False)
class Matrix:
    """What is shown: `confusion[i][j]` counts the pictures of class i that were taken for j; row and column k are of
    class `order[k]`."""

    confusion: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    names: Sequence[str] = ()
    order: Sequence[int] = ()
    as_shares: bool = False

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """Of each class's pictures, 0-1; a class without any has none anywhere."""
        counts = self.confusion.astype(np.float64)
        shares: NDArray[np.float64] = counts / np.maximum(1.0, counts.sum(axis=1, keepdims=True))
        return shares

    def __len__(self) -> int:
        return len(self.names)


def cell_colour(share: float, is_right: bool) -> QColor:
    """The ground of a cell that holds this share of its row."""
    look = theme.current()
    most = 0.5 if look.name == "dark" else 0.63 if is_right else 0.62
    strength = 0.08 + 0.55 * share if is_right else 0.10 + 1.6 * share
    return theme.colour(look.accent if is_right else look.second, min(most, strength))


class MatrixPainter:
    """Holds what every painting needs: fonts, texts and colours. `scrolled` is how far the cells have gone."""

    def __init__(self, matrix: Matrix, layout: MatrixLayout) -> None:
        self._matrix = matrix
        self._layout = layout
        self._name = theme.font("caption")
        self._strong_name = theme.font("caption", 600)
        self._has_sign = True
        self._number = self._number_font()

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        scrolled: QPoint,
        current: tuple[int, int] | None,
        hovered: tuple[int, int] | None,
    ) -> None:
        """Paint what is in sight. `current` and `hovered` are places, as row and column."""
        layout = self._layout
        field_ = area.adjusted(layout.names_px, layout.head_px, 0, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        # The outline of a cell reaches beyond it.
        painter.setClipRect(field_.adjusted(-3, -3, 0, 0))
        self._paint_field(painter, field_, scrolled)
        if hovered is not None and hovered != current:
            self._paint_hover(painter, self.cell_rect(*hovered, scrolled))
        if current is not None:
            self._paint_outline(painter, self.cell_rect(*current, scrolled))
        painter.restore()
        named = hovered if hovered is not None else current
        self._paint_row_names(painter, area, scrolled, named[0] if named else None)
        self._paint_column_names(painter, area, scrolled, named[1] if named else None)

    def cell_rect(self, row: int, column: int, scrolled: QPoint) -> QRect:
        """Where a cell is, without the gap at its right and below it."""
        layout = self._layout
        left = layout.names_px + column * layout.pitch_x - scrolled.x()
        top = layout.head_px + row * layout.pitch_y - scrolled.y()
        return QRect(left, top, layout.pitch_x - layout.gap, layout.pitch_y - layout.gap)

    # ---- cells

    def _number_font(self) -> QFont:
        """The largest in which all numbers fit; shares go without their sign where they must."""
        matrix, room = self._matrix, self._layout.pitch_x - self._layout.gap - 2
        largest = f"{int(matrix.confusion.max(initial=0)):,}"
        fonts = theme.font("body", 600, tabular=True), theme.font("small", 600, tabular=True)
        for has_sign in (True, False):
            sample = (percent(1) if has_sign else "100") if matrix.as_shares else largest
            self._has_sign = has_sign
            for font in fonts:
                if QFontMetrics(font).horizontalAdvance(sample) <= room:
                    return font
        return fonts[-1]

    def _text(self, truth: int, answer: int) -> str:
        matrix = self._matrix
        count = int(matrix.confusion[truth, answer])
        if not count and (truth != answer or not matrix.confusion[truth].sum()):
            return "·"
        if not matrix.as_shares:
            return f"{count:,}"
        text = percent(float(matrix.shares[truth, answer]))
        return text if self._has_sign else text.removesuffix(" %")

    def _paint_field(self, painter: QPainter, area: QRect, scrolled: QPoint) -> None:
        layout = self._layout
        if layout.gap:
            for row in _in_sight(scrolled.y(), area.height(), layout.pitch_y, layout.count):
                for column in _in_sight(scrolled.x(), area.width(), layout.pitch_x, layout.count):
                    self._paint_cell(painter, row, column, self.cell_rect(row, column, scrolled))
            return
        whole = QRect(area.topLeft() - scrolled, area.topLeft() - scrolled)
        whole.setSize(self._picture.size())
        whole.setWidth(layout.count * layout.pitch_x)
        whole.setHeight(layout.count * layout.pitch_y)
        painter.drawImage(whole, self._picture)
        painter.setPen(QPen(theme.colour(theme.current().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(whole).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_cell(self, painter: QPainter, row: int, column: int, rect: QRect) -> None:
        look, matrix = theme.current(), self._matrix
        truth, answer = matrix.order[row], matrix.order[column]
        is_empty = not matrix.confusion[truth, answer]
        has_ground = not is_empty or (truth == answer and bool(matrix.confusion[truth].sum()))
        if has_ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(cell_colour(float(matrix.shares[truth, answer]), truth == answer))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if self._layout.has_numbers:
            painter.setFont(self._number)
            painter.setPen(theme.colour(look.text if has_ground else look.text3))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text(truth, answer))

    @cached_property
    def _picture(self) -> QImage:
        """A pixel for each cell."""
        matrix = self._matrix
        order = np.asarray(matrix.order, np.intp)
        counts = matrix.confusion[np.ix_(order, order)]
        shares = matrix.shares[np.ix_(order, order)]
        image = QImage(len(matrix), len(matrix), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        for row, column in np.argwhere((counts > 0) | np.eye(len(matrix), dtype=bool)).tolist():
            image.setPixelColor(column, row, cell_colour(float(shares[row, column]), row == column))
        return image

    def _paint_hover(self, painter: QPainter, rect: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(theme.current().text3), 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)

    def _paint_outline(self, painter: QPainter, rect: QRect) -> None:
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for off, width, tone in ((0.5, 1, look.surface), (2, _OUTLINE, look.text)):
            painter.setPen(QPen(theme.colour(tone), width))
            painter.drawRoundedRect(QRectF(rect).adjusted(-off, -off, off, off), _RADIUS + 1, _RADIUS + 1)

    # ---- names

    def _paint_row_names(self, painter: QPainter, area: QRect, scrolled: QPoint, named: int | None) -> None:
        layout = self._layout
        painter.save()
        painter.setClipRect(QRect(area.left(), area.top() + layout.head_px - 6, layout.names_px, area.height()))
        for row in _shown_names(layout.count, layout.every_row, named):
            top = layout.head_px + row * layout.pitch_y - scrolled.y()
            middle = top + (layout.pitch_y - layout.gap) / 2
            rect = QRectF(area.left(), middle - LINE_PX / 2 - 1, layout.names_px - NAME_GAP_PX, LINE_PX + 2)
            self._paint_name(painter, rect, row, row == named, _RIGHT)
        painter.restore()

    def _paint_column_names(self, painter: QPainter, area: QRect, scrolled: QPoint, named: int | None) -> None:
        layout = self._layout
        painter.save()
        painter.setClipRect(QRect(area.left() + layout.names_px, area.top(), area.width(), layout.head_px))
        for column in _shown_names(layout.count, layout.every_column, named):
            middle = layout.names_px + column * layout.pitch_x - scrolled.x() + (layout.pitch_x - layout.gap) / 2
            if not layout.turned:
                width = layout.pitch_x - 2
                rect = QRectF(middle - width / 2, area.top(), width, layout.head_px - 4)
                self._paint_name(painter, rect, column, column == named, int(Qt.AlignmentFlag.AlignCenter))
                continue
            painter.save()
            painter.translate(middle, area.top() + layout.head_px - NAME_GAP_PX + 2)
            painter.rotate(-90)
            rect = QRectF(0, -LINE_PX / 2 - 1, layout.head_px - NAME_GAP_PX, LINE_PX + 2)
            self._paint_name(painter, rect, column, column == named, _LEFT)
            painter.restore()
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRectF, place: int, is_named: bool, alignment: int) -> None:
        look = theme.current()
        name = self._matrix.names[self._matrix.order[place]]
        painter.setFont(self._strong_name if is_named else self._name)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        painter.setPen(theme.colour(look.text if is_named else look.text2))
        painter.drawText(rect, alignment | int(Qt.TextFlag.TextSingleLine), shown)


def _in_sight(scrolled: int, room: int, pitch: int, count: int) -> range:
    return range(max(0, scrolled // pitch), min(count, (scrolled + room) // pitch + 1))


def _shown_names(count: int, every: int, named: int | None) -> list[int]:
    """Each so many one, and the one that is pointed at instead of those that it would cover."""
    near = every if named is not None else 0
    shown = [place for place in range(0, count, every) if named is None or every == 1 or abs(place - named) >= near]
    return shown if named is None or (every == 1) else [*shown, named]
