"""A layer's output as a grid of small pictures, one per channel, in which any cell can be chosen.

Only the pictures in sight are made; they are kept until another output comes.
"""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from core.inside.explanations import Cell, Region
from core.numerals import number
from core.words import tr
from gui import theme
from gui.widgets.colour_maps import colourise, draw_ring, limits, reading, thumbnail, to_image, viridis
from gui.widgets.inside.cell_painting import (
    BAR_PX,
    BAR_ROOM_PX,
    CELL_WITH_NUMBER_PX,
    draw_colour_bar,
    draw_frame,
    draw_numbers,
    mark,
)
from gui.widgets.inside.layer_words import cell_in_words
from gui.widgets.inside.tile_area import Place, TileArea
from gui.widgets.inside.tile_layout import LABEL_PX, MARGIN_PX, cell_at, cell_rect

POINTED_CELL_PX = 8
"""Cells as large as this are framed under the pointer."""
_CELL_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_CELL_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ChannelGrid(TileArea):
    """Channels of one layer. Rows, columns and channels count from 0.

    `channel_chosen` and `cell_chosen` (row, column, channel) report what the user chose; `value_hovered` the cell under
    the pointer. Arrow keys go from channel to channel, with Ctrl or Shift from cell to cell; Enter takes the strongest
    cell of a channel.
    """

    channel_chosen = Signal(int)
    cell_chosen = Signal(int, int, int)
    value_hovered = Signal(int, int, int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: npt.NDArray[np.float32] = np.zeros((0, 0, 0), np.float32)
        self._common = False
        self._common_limits = (0.0, 0.0)
        self._cell: tuple[int, int] | None = None
        self._pointed: tuple[int, int] | None = None
        self._window: tuple[Region, int | None] | None = None
        self._tiles: dict[int, QPixmap] = {}
        self._tiles_for: tuple[QSize, float] = (QSize(), 0.0)
        self.setAccessibleName(tr("Channels"))
        self._describe()

    def show_output(self, values: npt.NDArray[np.float32]) -> None:
        """Show an output of height x width x channels. One of the same shape keeps place, zoom and choice."""
        if values.ndim != 3:
            raise ValueError(f"an output is height x width x channels, got shape {values.shape}")
        same = values.shape == self._values.shape
        self._values = values
        self._common_limits = limits(values)
        self._tiles.clear()
        if not same:
            self._cell = self._pointed = self._window = None
            self._set_tiles(self._channels, self._shape)
        self._describe()
        self.viewport().update()

    def set_common_scale(self, common: bool) -> None:
        """Colour all channels on one scale, or each on its own."""
        self._common = common
        self._tiles.clear()
        self._describe()
        self.viewport().update()

    def choose(self, channel: int | None) -> None:
        """Put the ring on a channel and bring it in sight, without reporting it. A chosen cell goes along."""
        self._chosen = channel if channel is not None and 0 <= channel < self._channels else None
        if self._chosen is None:
            self._cell = None
        else:
            self._bring_tile_in_sight(self._chosen)
        self._describe()
        self.viewport().update()

    def choose_cell(self, cell: Cell | None) -> None:
        """Mark a cell (row, column, channel) and bring it in sight, without reporting it. None, or one that is not
        there, takes the mark away and leaves the ring on the channel."""
        self._cell = None
        if (
            cell is not None
            and len(cell) == 3
            and all(0 <= at < n for at, n in zip(cell, self._values.shape, strict=True))
        ):
            self.choose(cell[2])
            self._cell = (cell[0], cell[1])
            self._bring_in_sight(self._cell_rect(cell[2], *self._cell).adjusted(-20, -20, 20, 20))
        self._describe()
        self.viewport().update()

    def chosen_cell(self) -> Cell | None:
        """The cell with the mark: (row, column, channel)."""
        if self._cell is None or self._chosen is None:
            return None
        return (*self._cell, self._chosen)

    def set_window(self, window: Region | None, channel: int | None = None) -> None:
        """Frame a rectangle of cells on one channel, or on all of them; it may reach over the edge. None: no frame."""
        self._window = None if window is None else (window, channel)
        self.viewport().update()

    @property
    def _channels(self) -> int:
        return int(self._values.shape[2])

    @property
    def _shape(self) -> tuple[int, int]:
        return int(self._values.shape[0]), int(self._values.shape[1])

    @property
    def _on_common_scale(self) -> bool:
        # A channel of a single value has no scale of its own.
        return self._common or self._shape == (1, 1)

    def _limits(self, channel: int) -> tuple[float, float]:
        return self._common_limits if self._on_common_scale else limits(self._values[:, :, channel])

    def _cell_rect(self, channel: int, row: int, column: int) -> QRect:
        return cell_rect(self.picture_rect(channel), self._shape, row, column)

    # ---- choosing

    def _choose_by_user(self, channel: int, cell: tuple[int, int] | None) -> None:
        is_other = channel != self._chosen
        if cell is None:
            self.choose(channel)
        else:
            self.choose_cell((*cell, channel))
        if is_other:
            self.channel_chosen.emit(channel)
        if cell is not None:
            self.cell_chosen.emit(*cell, channel)

    def _press(self, index: int, point: QPoint) -> None:
        self._choose_by_user(index, cell_at(self.picture_rect(index), self._shape, point))

    def _move_to(self, index: int) -> None:
        if index != self._chosen:
            self._choose_by_user(index, self._cell)

    def _move_cell(self, down: int, across: int) -> None:
        if self._cell is None:
            self._choose_strongest()
            return
        rows, columns = self._shape
        row, column = self._cell
        moved = min(max(row + down, 0), rows - 1), min(max(column + across, 0), columns - 1)
        if moved != self._cell and self._chosen is not None:
            self._choose_by_user(self._chosen, moved)

    def _choose_strongest(self) -> None:
        channel = self._chosen or 0
        values = self._values[:, :, channel]
        place = int(np.where(np.isfinite(values), values, -np.inf).argmax())
        row, column = divmod(place, self._shape[1])
        self._choose_by_user(channel, (row, column))

    def _kept_place(self) -> Place | None:
        if self._cell is None or self._chosen is None:
            return super()._kept_place()
        (row, column), (rows, columns) = self._cell, self._shape
        return self._chosen, (row + 0.5) / rows, (column + 0.5) / columns

    # ---- saying

    def _point_at(self, index: int, point: QPoint) -> None:
        cell = cell_at(self.picture_rect(index), self._shape, point)
        if cell != self._pointed:
            self._pointed = cell
            self.viewport().update(self.picture_rect(index))
        self.value_hovered.emit(*cell, index, float(self._values[(*cell, index)]))

    def _tile_name(self, index: int, point: QPoint) -> str:
        return cell_in_words(self._values, (*cell_at(self.picture_rect(index), self._shape, point), index))

    def _describe(self) -> None:
        (height, width), channels = self._shape, self._channels
        text = tr("{channels} channels of {height} × {width}", channels=channels, height=height, width=width)
        if self._chosen is not None:
            low, high = limits(self._values[:, :, self._chosen])
            text += "; " + tr(
                "channel {channel} chosen, values from {low} to {high}",
                channel=self._chosen,
                low=reading(low),
                high=reading(high),
            )
        cell = self.chosen_cell()
        if cell is not None:
            text += "; " + cell_in_words(self._values, cell)
        self.setAccessibleDescription(text)

    # ---- painting

    def _tile(self, channel: int) -> QPixmap:
        made_for = (self._layout.picture, self.devicePixelRatioF())
        if made_for != self._tiles_for:
            self._tiles.clear()
            self._tiles_for = made_for
        tile = self._tiles.get(channel)
        if tile is None:
            image = to_image(colourise(self._values[:, :, channel], *self._limits(channel), viridis()))
            size, ratio = made_for
            # What is enlarged is kept as small as it is: its cells are squares of one colour.
            is_enlarged = size.width() * ratio >= image.width()
            tile = QPixmap.fromImage(image) if is_enlarged else thumbnail(image, size, ratio)
            self._tiles[channel] = tile
        return tile

    def _paint_tile(self, painter: QPainter, index: int, rect: QRect) -> None:
        colours = theme.current()
        painter.drawPixmap(rect, self._tile(index))
        self._paint_numbers(painter, index, rect)
        self._paint_marks(painter, index, rect)
        chosen = index == self._chosen
        if chosen:
            draw_ring(painter, QRectF(rect), colours.accent)
        elif index == self._hovered:
            draw_ring(painter, QRectF(rect), colours.control, width=1)
        painter.setFont(theme.font("small", 600 if chosen else None, tabular=True))
        painter.setPen(theme.colour(colours.accent if chosen else colours.text3))
        label = QRect(rect.left(), rect.bottom() + 4, self._layout.pitch, 15)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), f"{index}")

    def _paint_numbers(self, painter: QPainter, index: int, rect: QRect) -> None:
        rows, columns = self._shape
        if rect.width() < CELL_WITH_NUMBER_PX * columns:
            return
        sight = self.viewport().rect()
        cells = (
            (cell_rect(rect, self._shape, row, column), (row, column)) for row, column in np.ndindex(rows, columns)
        )
        values = self._values[:, :, index]
        rgb = colourise(values, *self._limits(index), viridis())
        draw_numbers(painter, (each for each in cells if each[0].intersects(sight)), values, rgb)

    def _paint_marks(self, painter: QPainter, index: int, rect: QRect) -> None:
        if self._window is not None and self._window[1] in (None, index):
            window = self._window_rect(rect, self._window[0])
            if window is not None:
                draw_frame(painter, window, 1)
        if index == self._hovered and self._pointed is not None and rect.width() >= POINTED_CELL_PX * self._shape[1]:
            draw_frame(painter, QRectF(cell_rect(rect, self._shape, *self._pointed)), 0.7)
        if index == self._chosen and self._cell is not None:
            draw_frame(painter, mark(cell_rect(rect, self._shape, *self._cell), rect))

    def _window_rect(self, rect: QRect, window: Region) -> QRectF | None:
        rows, columns = self._shape
        top, bottom = max(0, window.top), min(rows, window.bottom)
        left, right = max(0, window.left), min(columns, window.right)
        if top >= bottom or left >= right:
            return None
        first = cell_rect(rect, self._shape, top, left)
        return mark(first.united(cell_rect(rect, self._shape, bottom - 1, right - 1)), rect)

    def _beside_px(self) -> int:
        return BAR_ROOM_PX

    def _paint_beside(self, painter: QPainter) -> None:
        height = self.viewport().height()
        bottom = min(height - MARGIN_PX, self._layout.content_height - MARGIN_PX - LABEL_PX)
        bar = QRectF(self._layout.right + 7, MARGIN_PX, BAR_PX, bottom - MARGIN_PX)
        low, high = map(_scale_end, self._common_limits) if self._on_common_scale else (tr("low"), tr("high"))
        draw_colour_bar(painter, bar, self.viewport().width(), viridis(), low, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _CELL_KEYS.get(Qt.Key(event.key())) if event.modifiers() & _CELL_MODIFIERS else None
        if step is not None and self._values.size:
            self._move_cell(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._values.size:
            self._choose_strongest()
        else:
            super().keyPressEvent(event)


def _scale_end(value: float) -> str:
    """A number short enough to stand beside the bar."""
    return reading(value) if abs(value) < 10 else number(value, 1 if abs(value) < 100 else 0)
