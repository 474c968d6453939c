"""What grids of small pictures have in common: they re-flow with the width, scroll, zoom, and answer pointer and keys.

Only the pictures in sight are painted; there is one widget, however many pictures there are.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui import theme
from gui.widgets.inside.tile_layout import LABEL_PX, MARGIN_PX, Room, TileLayout, fitted, of_side, zoomed

WHEEL_STEP = 120
"""What a notch of the wheel turns by, in eighths of a degree."""
Place = tuple[int, float, float]
"""A picture, and how far down and across it (0-1)."""


class TileArea(QAbstractScrollArea):
    """Pictures by their number, from 0. `zoom_changed`: another size, or another end of the zoom is reached."""

    zoom_changed = Signal()
    hover_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._zoomed_side: int | None = None
        self._turned = 0
        self._layout = TileLayout(0, (1, 1), theme.THUMBNAIL_CHANNEL, 1, theme.THUMBNAIL_CHANNEL)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def chosen(self) -> int | None:
        """The picture with the ring."""
        return self._chosen

    def picture_rect(self, index: int) -> QRect:
        """Where a picture is now, in the viewport's coordinates."""
        return self._layout.rect(index).translated(0, -self.verticalScrollBar().value())

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._layout.count

    @property
    def is_zoomed(self) -> bool:
        """Whether the pictures have another size than the one that fits."""
        return self._zoomed_side is not None

    def can_zoom(self, steps: int) -> bool:
        """Whether there is a larger (1) or a smaller (-1) size."""
        return self._layout.count > 0 and zoomed(self._layout, self._room(), steps) is not None

    def zoom(self, steps: int, pointer: QPointF | None = None) -> None:
        """Take the next larger (1) or smaller (-1) size. What is under `pointer` stays at its height, else what was
        chosen, else what is in the middle."""
        if not self._layout.count:
            return
        layout = zoomed(self._layout, self._room(), steps)
        if layout is not None:
            self._take_zoomed(layout, layout.side, self._place_to_keep(pointer))

    def zoom_to_fit(self) -> None:
        """Take the size that shows all of them, or the plain one where there are too many."""
        if self._zoomed_side is not None:
            self._take_zoomed(self._fitted(), None, self._place_to_keep(None))

    # ---- what a grid of its own kind says

    def _tile_name(self, index: int, point: QPoint) -> str:
        """What the tooltip says at a point over a picture."""
        raise NotImplementedError

    def _paint_tile(self, painter: QPainter, index: int, rect: QRect) -> None:
        """Paint a picture and what stands around it."""
        raise NotImplementedError

    def _paint_beside(self, painter: QPainter) -> None:
        """Paint what stands at the right of the pictures."""

    def _press(self, index: int, point: QPoint) -> None:
        """The user pressed on a picture."""
        raise NotImplementedError

    def _move_to(self, index: int) -> None:
        """The user went to a picture by key."""
        raise NotImplementedError

    def _point_at(self, index: int, point: QPoint) -> None:
        """The pointer moved over a picture."""

    def _beside_px(self) -> int:
        """How much room the pictures leave at their right."""
        return 0

    def _kept_place(self) -> Place | None:
        """What stays in place while zooming, if the pointer does not say it."""
        return None if self._chosen is None else (self._chosen, 0.5, 0.5)

    # ---- layout

    def _set_tiles(self, count: int, shape: tuple[int, int]) -> None:
        """Begin anew with so many pictures of this shape (rows, columns)."""
        self._chosen = self._hovered = self._zoomed_side = None
        self._layout = TileLayout(count, shape, theme.THUMBNAIL_CHANNEL, 1, theme.THUMBNAIL_CHANNEL)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def _room(self) -> Room:
        bar = self.verticalScrollBar().sizeHint().width()
        return Room(self.contentsRect().width(), self.contentsRect().height(), bar, self._beside_px())

    def _fitted(self) -> TileLayout:
        return fitted(self._layout.count, self._layout.shape, self._room())

    def _lay_out(self) -> None:
        side = self._zoomed_side
        self._take(self._fitted() if side is None else of_side(self._layout, self._room(), side))

    def _take(self, layout: TileLayout) -> None:
        self._layout = layout
        height = self.contentsRect().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, layout.content_height - height))
        bar.setPageStep(height)
        bar.setSingleStep(layout.row_px // 3 if layout.row_px < height else height // 6)
        self.zoom_changed.emit()

    def _take_zoomed(self, layout: TileLayout, side: int | None, place: Place) -> None:
        index, down, across = place
        before = self._point_of(index, down, across).y()
        self._zoomed_side = side
        self._take(layout)
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + self._point_of(index, down, across).y() - before))
        self._hovered = None
        self.viewport().update()

    def _place_to_keep(self, pointer: QPointF | None) -> Place:
        if pointer is not None:
            index = self._index_at(pointer)
            if index is not None:
                rect = self.picture_rect(index)
                return index, (pointer.y() - rect.top()) / rect.height(), (pointer.x() - rect.left()) / rect.width()
        place = self._kept_place()
        if place is not None and self.viewport().rect().contains(self._point_of(*place).toPoint()):
            return place
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        in_sight = self._layout.between(middle, middle)
        return (in_sight[0] if in_sight else 0), 0.5, 0.5

    def _point_of(self, index: int, down: float, across: float) -> QPointF:
        rect = self.picture_rect(index)
        return QPointF(rect.left() + across * rect.width(), rect.top() + down * rect.height())

    def _index_at(self, point: QPointF) -> int | None:
        return self._layout.at(point + QPointF(0, self.verticalScrollBar().value()))

    def _bring_in_sight(self, rect: QRect) -> None:
        """Scroll as little as shows this part of the viewport; its top where it is higher than the view."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0 or rect.height() > height:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > height:
            bar.setValue(bar.value() + rect.bottom() - height)

    def _bring_tile_in_sight(self, index: int) -> None:
        rect = self.picture_rect(index)
        if rect.height() < self.viewport().height() or not rect.intersects(self.viewport().rect()):
            self._bring_in_sight(rect.adjusted(0, -MARGIN_PX, 0, LABEL_PX))

    def _hover(self, index: int | None) -> None:
        if index == self._hovered:
            return
        self._hovered = index
        self.viewport().update()
        if index is None:
            self.hover_left.emit()

    def _target(self, key: int) -> int | None:
        """The picture that a key leads to from the chosen one."""
        columns, count = self._layout.columns, self._layout.count
        page = columns * max(1, self.viewport().height() // self._layout.row_px)
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        move = moves.get(Qt.Key(key))
        if move is None or not count:
            return None
        if self._chosen is None:
            return count - 1 if move == count else 0
        target = self._chosen + move
        # A step over the edge leads nowhere, a leap ends there.
        return target if abs(move) in (1, columns) else min(max(target, 0), count - 1)

    # ---- Qt

    def sizeHint(self) -> QSize:
        side = theme.THUMBNAIL_CHANNEL
        return QSize(MARGIN_PX + 8 * (side + 5) + self._beside_px(), 2 * MARGIN_PX + 4 * (side + LABEL_PX))

    def minimumSizeHint(self) -> QSize:
        side = theme.THUMBNAIL_CHANNEL
        return QSize(MARGIN_PX + side + self._beside_px(), 2 * MARGIN_PX + side + LABEL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._layout.count:
            return
        scrolled, dirty = self.verticalScrollBar().value(), event.rect()
        for index in self._layout.between(dirty.top() + scrolled, dirty.bottom() + scrolled):
            self._paint_tile(painter, index, self.picture_rect(index))
        self._paint_beside(painter)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        chosen = self._chosen
        is_in_sight = chosen is not None and self.picture_rect(chosen).intersects(self.viewport().rect())
        self._lay_out()
        if chosen is not None and is_in_sight:
            self._bring_tile_in_sight(chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # A touchpad turns by little at a time.
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= WHEEL_STEP:
            steps = int(np.sign(self._turned))
            self._turned -= steps * WHEEL_STEP
            self.zoom(steps, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("+", "=", "-", "0"):
            if event.text() == "0":
                self.zoom_to_fit()
            else:
                self.zoom(-1 if event.text() == "-" else 1)
            return
        target = self._target(event.key())
        if target is None:
            event.ignore()
        elif 0 <= target < self._layout.count:
            self._move_to(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._press(index, event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        self._hover(index)
        if index is not None:
            self._point_at(index, event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._tile_name(index, event.pos()), self.viewport())
            return True
        return bool(super().viewportEvent(event))
