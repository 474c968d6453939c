"""A layer's output as a grid of small pictures, one per channel, painted by one widget.

Only the pictures in sight are made and painted; they are kept until another output comes.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from core.numerals import number
from core.words import tr
from gui import theme
from gui.widgets.colour_maps import colourise, draw_ring, limits, reading, thumbnail, to_image, viridis

MARGIN_PX = 4
"""Room for the ring around an outer picture; whoever aligns the grid with other things counts it in."""
GAP_PX = 5
LABEL_PX = 26
LARGEST_PX = 156
BAR_PX = 10
BAR_ROOM_PX = 55
"""The bar, its words, and what parts them from the pictures."""


class ChannelGrid(QAbstractScrollArea):
    """Channels of one layer. Rows, columns and channels count from 0.

    `channel_chosen` reports what the user chose; `value_hovered` the cell under the pointer.
    """

    channel_chosen = Signal(int)
    value_hovered = Signal(int, int, int, float)
    hover_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: npt.NDArray[np.float32] = np.zeros((0, 0, 0), np.float32)
        self._common = False
        self._common_limits = (0.0, 0.0)
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._tiles: dict[int, QPixmap] = {}
        self._tiles_ratio = 0.0
        self._side = theme.THUMBNAIL_CHANNEL
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Channels"))
        self._describe()

    def show_output(self, values: npt.NDArray[np.float32]) -> None:
        """Show an output of height x width x channels. One of the same shape keeps place and choice."""
        if values.ndim != 3:
            raise ValueError(f"an output is height x width x channels, got shape {values.shape}")
        same = values.shape == self._values.shape
        self._values = values
        self._common_limits = limits(values)
        self._tiles.clear()
        if not same:
            self._chosen = self._hovered = None
            self._lay_out()
            self.verticalScrollBar().setValue(0)
        self._describe()
        self.viewport().update()

    def set_common_scale(self, common: bool) -> None:
        """Colour all channels on one scale, or each on its own."""
        self._common = common
        self._tiles.clear()
        self._describe()
        self.viewport().update()

    def choose(self, channel: int | None) -> None:
        """Put the ring on a channel and bring it in sight, without reporting it."""
        self._chosen = channel if channel is not None and 0 <= channel < self._channels else None
        if self._chosen is not None:
            self._bring_in_sight(self._chosen)
        self._describe()
        self.viewport().update()

    def chosen(self) -> int | None:
        """The channel with the ring."""
        return self._chosen

    def picture_rect(self, channel: int) -> QRect:
        """Where a channel's picture is now, in the viewport's coordinates."""
        row, column = divmod(channel, self._columns)
        side = self._side
        left = MARGIN_PX + column * self._pitch
        top = MARGIN_PX + row * (side + LABEL_PX) - self.verticalScrollBar().value()
        height, width = self._values.shape[:2]
        size = QSize(max(1, width), max(1, height)).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(left, top, max(1, size.width()), max(1, size.height()))

    @property
    def _channels(self) -> int:
        return int(self._values.shape[2])

    @property
    def _on_common_scale(self) -> bool:
        # A channel of a single value has no scale of its own.
        return self._common or self._values.shape[:2] == (1, 1)

    def _lay_out(self) -> None:
        # Counted from the whole width: a scroll bar that is there only because it takes the room of a
        # column would never go away again.
        width, height = self.contentsRect().width(), self.viewport().height()
        # As large as lets all of them be seen at once; the plain size, and a scroll bar, where none does.
        for self._side in range(LARGEST_PX, theme.THUMBNAIL_CHANNEL - 1, -4):
            self._place_columns(width)
            if self._content_height <= height:
                break
        else:
            self._side = theme.THUMBNAIL_CHANNEL
            self._place_columns(width - self.verticalScrollBar().sizeHint().width())
        self._tiles.clear()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._content_height - height))
        bar.setPageStep(height)
        bar.setSingleStep((self._side + LABEL_PX) // 3)

    def _place_columns(self, width: int) -> None:
        side = self._side
        room = width - MARGIN_PX - BAR_ROOM_PX + GAP_PX
        fitting = max(1, room // (side + GAP_PX))
        self._columns = max(1, min(fitting, self._channels))
        spare = (room - fitting * (side + GAP_PX)) // fitting
        self._pitch = side + GAP_PX + spare
        rows = -(-self._channels // self._columns)
        self._content_height = 2 * MARGIN_PX + rows * (side + LABEL_PX)

    def _bring_in_sight(self, channel: int) -> None:
        rect = self.picture_rect(channel)
        bar = self.verticalScrollBar()
        if rect.top() < MARGIN_PX:
            bar.setValue(bar.value() + rect.top() - MARGIN_PX)
        elif rect.bottom() + LABEL_PX > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() + LABEL_PX - self.viewport().height())

    def _channel_at(self, point: QPointF) -> int | None:
        column = int(point.x() - MARGIN_PX) // self._pitch
        row = int(point.y() - MARGIN_PX + self.verticalScrollBar().value()) // (self._side + LABEL_PX)
        channel = row * self._columns + column
        if row < 0 or not (0 <= column < self._columns and 0 <= channel < self._channels):
            return None
        return channel if self.picture_rect(channel).contains(point.toPoint()) else None

    def _cell_at(self, point: QPointF, channel: int) -> tuple[int, int]:
        rect, (height, width) = self.picture_rect(channel), self._values.shape[:2]
        row = int((point.y() - rect.top()) * height / rect.height())
        column = int((point.x() - rect.left()) * width / rect.width())
        return min(max(row, 0), height - 1), min(max(column, 0), width - 1)

    def _choose_by_user(self, channel: int) -> None:
        if channel != self._chosen:
            self.choose(channel)
            self.channel_chosen.emit(channel)

    def _hover(self, channel: int | None) -> None:
        if channel == self._hovered:
            return
        for each in (self._hovered, channel):
            if each is not None:
                self.viewport().update(self.picture_rect(each).adjusted(-4, -4, 4, 4))
        self._hovered = channel
        if channel is None:
            self.hover_left.emit()

    def _describe(self) -> None:
        height, width, channels = self._values.shape
        text = tr("{channels} channels of {height} × {width}", channels=channels, height=height, width=width)
        if self._chosen is not None:
            low, high = limits(self._values[:, :, self._chosen])
            text += "; " + tr(
                "channel {channel} chosen, values from {low} to {high}",
                channel=self._chosen,
                low=reading(low),
                high=reading(high),
            )
        self.setAccessibleDescription(text)

    def _tile(self, channel: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if ratio != self._tiles_ratio:
            self._tiles.clear()
            self._tiles_ratio = ratio
        tile = self._tiles.get(channel)
        if tile is None:
            values = self._values[:, :, channel]
            low, high = self._common_limits if self._on_common_scale else limits(values)
            side = self._side
            tile = thumbnail(to_image(colourise(values, low, high, viridis())), QSize(side, side), ratio)
            self._tiles[channel] = tile
        return tile

    def _in_sight(self, dirty: QRect) -> Iterator[int]:
        step = self._side + LABEL_PX
        scrolled = self.verticalScrollBar().value() - MARGIN_PX
        first = max(0, (dirty.top() + scrolled - 4) // step)
        last = max(0, (dirty.bottom() + scrolled + 4) // step)
        yield from range(first * self._columns, min(self._channels, (last + 1) * self._columns))

    def _paint_bar(self, painter: QPainter) -> None:
        side = self._side
        left = MARGIN_PX + (self._columns - 1) * self._pitch + side + 7
        bottom = min(self.viewport().height() - MARGIN_PX, self._content_height - MARGIN_PX - LABEL_PX)
        bar = QRectF(left, MARGIN_PX, BAR_PX, max(side, bottom) - MARGIN_PX)
        gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
        for step in range(17):
            red, green, blue = viridis()[min(255, step * 16)].tolist()
            gradient.setColorAt(step / 16, theme.colour(f"#{red:02x}{green:02x}{blue:02x}"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 2, 2)
        painter.restore()
        low, high = map(_scale_end, self._common_limits) if self._on_common_scale else (tr("low"), tr("high"))
        words = QRectF(bar.right() + 4, bar.top(), self.viewport().width() - bar.right() - 4, bar.height())
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour(theme.current().text3))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), high)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), low)

    def _paint_channel(self, painter: QPainter, channel: int) -> None:
        colours, rect = theme.current(), self.picture_rect(channel)
        painter.drawPixmap(rect.topLeft(), self._tile(channel))
        chosen = channel == self._chosen
        if chosen:
            draw_ring(painter, QRectF(rect), colours.accent)
        elif channel == self._hovered:
            draw_ring(painter, QRectF(rect), colours.control, width=1)
        painter.setFont(theme.font("small", 600 if chosen else None, tabular=True))
        painter.setPen(theme.colour(colours.accent if chosen else colours.text3))
        label_top = rect.top() + self._side + 3
        painter.drawText(
            QRect(rect.left(), label_top, self._pitch, 15), int(Qt.AlignmentFlag.AlignVCenter), f"{channel}"
        )

    def sizeHint(self) -> QSize:
        side = theme.THUMBNAIL_CHANNEL
        return QSize(MARGIN_PX + 8 * (side + GAP_PX) + BAR_ROOM_PX, 2 * MARGIN_PX + 4 * (side + LABEL_PX))

    def minimumSizeHint(self) -> QSize:
        side = theme.THUMBNAIL_CHANNEL
        return QSize(MARGIN_PX + side + BAR_ROOM_PX, 2 * MARGIN_PX + side + LABEL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if not self._channels:
            return
        for channel in self._in_sight(event.rect()):
            self._paint_channel(painter, channel)
        self._paint_bar(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows_in_sight = max(1, self.viewport().height() // (self._side + LABEL_PX))
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_PageUp: -self._columns * rows_in_sight,
            Qt.Key.Key_PageDown: self._columns * rows_in_sight,
            Qt.Key.Key_Home: -self._channels,
            Qt.Key.Key_End: self._channels,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or not self._channels:
            event.ignore()
            return
        target = 0 if self._chosen is None else self._chosen + move
        if abs(move) not in (1, self._columns) or self._chosen is None:
            target = min(max(target, 0), self._channels - 1)
        if 0 <= target < self._channels:
            self._choose_by_user(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        channel = self._channel_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and channel is not None:
            self._choose_by_user(channel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        channel = self._channel_at(event.position())
        self._hover(channel)
        if channel is not None:
            row, column = self._cell_at(event.position(), channel)
            self.value_hovered.emit(row, column, channel, float(self._values[row, column, channel]))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = QPointF(event.pos())
            channel = self._channel_at(point)
            if channel is None:
                QToolTip.hideText()
                return True
            row, column = self._cell_at(point, channel)
            text = tr(
                "channel {channel}, row {row}, column {column}: {value}",
                channel=channel,
                row=row,
                column=column,
                value=reading(float(self._values[row, column, channel])),
            )
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return bool(super().viewportEvent(event))


def _scale_end(value: float) -> str:
    """A number short enough to stand beside the bar."""
    return reading(value) if abs(value) < 10 else number(value, 1 if abs(value) < 100 else 0)
