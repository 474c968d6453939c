"""The layers of a network side by side, each as one small picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.colour_maps import draw_ring
from gui.widgets.inside.layer_picture import layer_picture

MARGIN_PX = 5
"""Room for the ring around a picture."""
GAP_PX = 8
NAME_PX = 20


@dataclass(frozen=True)
class LayerThumb:
    """What the strip shows of one layer: its strongest channel (2-D) or its whole vector (1-D)."""

    name: str
    kind: str
    shape_text: str
    values: npt.NDArray[np.floating]


class LayerStrip(QWidget):
    """The layers with chevrons at both ends. `layer_chosen` reports what the user chose."""

    layer_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = _Row(self)
        self._back = _Chevron(-1, tr("Earlier layers"))
        self._on = _Chevron(1, tr("Later layers"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._back)
        layout.addWidget(self._row, 1)
        layout.addWidget(self._on)
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_on)
        self._row.chosen_by_user.connect(self.layer_chosen)
        self._row.scrolled.connect(self._on_scrolled)
        self.setFocusProxy(self._row)
        self._on_scrolled()

    def show_layers(self, layers: Sequence[LayerThumb]) -> None:
        """Show these layers; where there are as many as before, place and choice stay."""
        self._row.show_layers(list(layers))

    def choose(self, index: int | None) -> None:
        """Put the ring on a layer and bring it in sight, without reporting it."""
        self._row.choose(index)

    def chosen(self) -> int | None:
        """The layer with the ring."""
        return self._row.chosen

    def picture_rect(self, index: int) -> QRectF:
        """Where a layer's picture is now, in the strip's coordinates; it may be out of sight."""
        return self._row.picture_rect(index).translated(QPointF(self._row.pos()))

    def _on_back(self) -> None:
        self._row.scroll_pages(-1)

    def _on_on(self) -> None:
        self._row.scroll_pages(1)

    def _on_scrolled(self) -> None:
        self._back.setEnabled(self._row.first > 0)
        self._on.setEnabled(self._row.first < self._row.last_first)


class _Row(QWidget):
    """The painted layers: always whole pictures, from `first` on."""

    chosen_by_user = Signal(int)
    scrolled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers: list[LayerThumb] = []
        self._pictures: dict[int, QPixmap] = {}
        self._ratio = 0.0
        self._hovered: int | None = None
        self.chosen: int | None = None
        self.first = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Layers"))
        self._describe()

    @property
    def _shown(self) -> int:
        pitch = theme.THUMBNAIL_LAYER + GAP_PX
        return max(1, (self.width() - 2 * MARGIN_PX + GAP_PX) // pitch)

    @property
    def last_first(self) -> int:
        """The first layer in sight when the last one is."""
        return max(0, len(self._layers) - self._shown)

    def show_layers(self, layers: list[LayerThumb]) -> None:
        if len(layers) != len(self._layers):
            self.chosen = self._hovered = None
            self.first = 0
        self._layers = layers
        self._pictures.clear()
        self._describe()
        self.update()
        self.scrolled.emit()

    def choose(self, index: int | None) -> None:
        self.chosen = index if index is not None and 0 <= index < len(self._layers) else None
        if self.chosen is not None and self.chosen < self.first:
            self._scroll_to(self.chosen)
        elif self.chosen is not None and self.chosen >= self.first + self._shown:
            self._scroll_to(self.chosen - self._shown + 1)
        self._describe()
        self.update()

    def scroll_pages(self, pages: int) -> None:
        self._scroll_to(self.first + pages * max(1, self._shown - 1))

    def picture_rect(self, index: int) -> QRectF:
        side = theme.THUMBNAIL_LAYER
        return QRectF(MARGIN_PX + (index - self.first) * (side + GAP_PX), MARGIN_PX, side, side)

    def _scroll_to(self, first: int) -> None:
        self.first = min(max(first, 0), self.last_first)
        self._hovered = None
        self.update()
        self.scrolled.emit()

    def _in_sight(self) -> range:
        return range(self.first, min(len(self._layers), self.first + self._shown))

    def _index_at(self, point: QPointF) -> int | None:
        for index in self._in_sight():
            if self.picture_rect(index).adjusted(-3, -3, 3, NAME_PX).contains(point):
                return index
        return None

    def _choose_by_user(self, index: int) -> None:
        if index != self.chosen:
            self.choose(index)
            self.chosen_by_user.emit(index)

    def _describe(self) -> None:
        if self.chosen is None:
            self.setAccessibleDescription(tr("{layers} layers", layers=len(self._layers)))
            return
        layer = self._layers[self.chosen]
        text = tr("layer {place} of {layers}: {name}", place=self.chosen + 1, layers=len(self._layers), name=layer.name)
        self.setAccessibleDescription(f"{text}, {layer.kind}, {layer.shape_text}")

    def _picture(self, index: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if ratio != self._ratio:
            self._pictures.clear()
            self._ratio = ratio
        picture = self._pictures.get(index)
        if picture is None:
            picture = self._pictures[index] = layer_picture(self._layers[index].values, ratio)
        return picture

    def _paint_layer(self, painter: QPainter, index: int) -> None:
        colours, rect = theme.current(), self.picture_rect(index)
        picture = self._picture(index)
        if not picture.isNull():
            # A textured brush, because a clip path has no smooth corners.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(picture))
            painter.setBrushOrigin(rect.topLeft())
            painter.drawRoundedRect(rect, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        chosen = index == self.chosen
        if chosen:
            draw_ring(painter, rect, colours.accent, 5)
        elif index == self._hovered:
            draw_ring(painter, rect, colours.control, 5, width=1)
        painter.setFont(theme.font("small", 600 if chosen else None))
        painter.setPen(theme.colour(colours.accent if chosen else colours.text2))
        below = QRectF(rect.left() - 3, rect.bottom() + 6, rect.width() + 6, 15)
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(self._layers[index].name, Qt.TextElideMode.ElideMiddle, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), name)

    def sizeHint(self) -> QSize:
        pitch = theme.THUMBNAIL_LAYER + GAP_PX
        return QSize(2 * MARGIN_PX - GAP_PX + 7 * pitch, 2 * MARGIN_PX + theme.THUMBNAIL_LAYER + NAME_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * MARGIN_PX + theme.THUMBNAIL_LAYER, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in self._in_sight():
            self._paint_layer(painter, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A choice made before there was any width has scrolled further than it need.
        self.first = 0 if event.oldSize().width() <= 0 else self.first
        self._scroll_to(self.first)
        self.choose(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._layers) - 1
        now = self.chosen
        targets = {
            Qt.Key.Key_Left: 0 if now is None else max(0, now - 1),
            Qt.Key.Key_Right: 0 if now is None else min(last, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or last < 0:
            event.ignore()
            return
        self._choose_by_user(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._choose_by_user(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._index_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        delta = turned.x() or turned.y()
        before = self.first
        if delta:
            self._scroll_to(self.first - (1 if delta > 0 else -1))
        # At its end the strip hands the wheel on to the page.
        event.setAccepted(self.first != before)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            if index is None:
                QToolTip.hideText()
            else:
                layer = self._layers[index]
                QToolTip.showText(event.globalPos(), f"{layer.name}\n{layer.kind}, {layer.shape_text}", self)
            return True
        return bool(super().event(event))


class _Chevron(QAbstractButton):
    """A flat arrow that scrolls the strip; out of the tab order, because the arrow keys do the same."""

    def __init__(self, direction: int, name: str) -> None:
        super().__init__()
        self._direction = direction
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(20, 2 * MARGIN_PX + theme.THUMBNAIL_LAYER + NAME_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colours.sunken))
            painter.drawRoundedRect(QRectF(middle.x() - 10, middle.y() - 14, 20, 28), 4, 4)
        pen = QPen(theme.colour(colours.text2 if self.isEnabled() else colours.edge), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tip = QPointF(2.25 * self._direction, 0)
        wing = QPointF(-2.25 * self._direction, 4.5)
        other = QPointF(wing.x(), -wing.y())
        painter.drawPolyline(QPolygonF([middle + wing, middle + tip, middle + other]))
