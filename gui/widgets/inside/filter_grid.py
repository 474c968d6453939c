"""The filters of a convolution as a grid: each a mosaic of its slices, signed weights in blue and red."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from core.inside.operations import Array
from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.colour_maps import diverging, draw_ring, reading, symmetric_limits, to_image
from gui.widgets.inside.cell_painting import BAR_PX, BAR_ROOM_PX, draw_colour_bar
from gui.widgets.inside.filter_slices import MOST_SLICES, Filters, Mosaic, changed_by, strongest_slices
from gui.widgets.inside.tile_area import TileArea
from gui.widgets.inside.tile_layout import LABEL_PX, MARGIN_PX

KEPT_PICTURES = 600
"""More are made again when they come in sight: zoomed ones are large."""
_STRIPE_PX = 2
_STRIPES = ("#D0342C", "#2E8B3D", "#2F5FD0")
"""What marks the slices for red, green and blue, in both themes."""


class FilterGrid(TileArea):
    """Filters by their number, which is that of the output's channel.

    `filter_chosen` reports what the user chose, `pointed` what lies under the pointer, in words.
    """

    filter_chosen = Signal(int)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: Filters | None = None
        self._first: Array | None = None
        self._shows_change = False
        self._names: tuple[str, ...] = ()
        self._mosaic = Mosaic(1, (1, 1))
        self._limits = (-1.0, 1.0)
        self._changes: dict[int, float] = {}
        self._pictures: dict[int, QPixmap] = {}
        self._pictures_for: tuple[QSize, float] = (QSize(), 0.0)
        self.setAccessibleName(tr("Filters"))

    def show_filters(self, filters: Filters | None, first: Array | None, names: Sequence[str] = ()) -> None:
        """Show these filters. `first`: the same at the first epoch, in the same shape; `names` of the slices, where
        they have any. Filters of the same shape keep place, zoom and choice."""
        before = self._filters
        same = before is not None and filters is not None and before.kernel.shape == filters.kernel.shape
        self._filters, self._first, self._names = filters, first, tuple(names)
        self._changes.clear()
        if not same:
            kernel = np.zeros((1, 1, 1, 0)) if filters is None else filters.kernel
            self._mosaic = Mosaic(min(MOST_SLICES, kernel.shape[2]), kernel.shape[:2]) if kernel.size else _NOTHING
            self._set_tiles(kernel.shape[3], self._mosaic.shape)
        self._colour_anew()

    def set_shows_change(self, on: bool) -> None:
        """Show the filters as they are, or what has been added to them since the first epoch."""
        self._shows_change = on
        self._colour_anew()

    def choose(self, index: int | None) -> None:
        """Put the ring on a filter and bring it in sight, without reporting it."""
        self._chosen = index if index is not None and 0 <= index < self._layout.count else None
        if self._chosen is not None:
            self._bring_tile_in_sight(self._chosen)
        self._describe()
        self.viewport().update()

    def change_of(self, index: int) -> float | None:
        """How far a filter has moved since the first epoch, as a share of its size then; None where that is not
        known."""
        if self._filters is None or self._first is None:
            return None
        if index not in self._changes:
            self._changes[index] = changed_by(self._filters.kernel[..., index], self._first[..., index])
        return self._changes[index]

    def chosen_in_words(self) -> str:
        """The chosen filter and how far it has moved; "" where none is chosen."""
        return "" if self._chosen is None else self._name(self._chosen)

    @property
    def _is_change(self) -> bool:
        return self._shows_change and self._first is not None

    def _weights(self, index: int) -> Array:
        assert self._filters is not None
        # Together in memory: what follows goes over them several times.
        now = np.ascontiguousarray(self._filters.kernel[..., index])
        return now - self._first[..., index] if self._is_change and self._first is not None else now

    def _shown_slices(self, index: int) -> tuple[Array, NDArray[np.int64]]:
        """The slices of a filter that are shown, and which of all they are."""
        weights = self._weights(index)
        which = strongest_slices(weights)
        return weights[:, :, which], which

    def _colour_anew(self) -> None:
        self._pictures.clear()
        if self._filters is not None:
            kernel = self._filters.kernel
            self._limits = symmetric_limits(
                kernel - self._first if self._is_change and self._first is not None else kernel
            )
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        text = tr("{count} filters", count=self._layout.count)
        if self._chosen is not None:
            text += "; " + self._name(self._chosen)
        self.setAccessibleDescription(text)

    def _name(self, index: int) -> str:
        change = self.change_of(index)
        if change is None:
            return tr("filter {index}", index=index)
        return tr("filter {index}: changed by {share} of its size", index=index, share=percent(change))

    # ---- pointer and keys

    def _press(self, index: int, point: QPoint) -> None:
        self._move_to(index)

    def _move_to(self, index: int) -> None:
        if index != self._chosen:
            self.choose(index)
            self.filter_chosen.emit(index)
            self.pointed.emit(self._name(index))

    def _point_at(self, index: int, point: QPoint) -> None:
        self.pointed.emit(self._tile_name(index, point))

    def _tile_name(self, index: int, point: QPoint) -> str:
        rect = self._mosaic_rect(self.picture_rect(index))
        place = self._mosaic.at(point.x() - rect.left(), point.y() - rect.top(), rect.width(), rect.height())
        if place is None or self._filters is None:
            return self._name(index)
        slices, which = self._shown_slices(index)
        shown, row, column = place
        value = reading(float(slices[row, column, shown]))
        channel = int(self._filters.channels(index)[which[shown]])
        name = self._names[channel] if channel < len(self._names) else tr("channel {channel}", channel=channel)
        facts = {"filter": index, "name": name, "row": row, "column": column, "value": value}
        if self._is_change:
            return tr("filter {filter}, weight for {name}, row {row}, column {column}: changed by {value}", **facts)
        return tr("filter {filter}, weight for {name}, row {row}, column {column}: {value}", **facts)

    # ---- painting

    def _mosaic_rect(self, rect: QRect) -> QRect:
        return QRect(rect.topLeft(), QSize(*self._mosaic.size(rect.width(), rect.height())))

    def _picture(self, index: int, size: QSize) -> QPixmap:
        made_for = (size, self.devicePixelRatioF())
        if made_for != self._pictures_for or len(self._pictures) > KEPT_PICTURES:
            self._pictures.clear()
            self._pictures_for = made_for
        picture = self._pictures.get(index)
        if picture is None:
            ratio = made_for[1]
            pixels = round(size.width() * ratio), round(size.height() * ratio)
            colours = theme.current()
            ground = QColor(colours.surface if self._mosaic.grid[0] == 1 else colours.line)
            slices, _ = self._shown_slices(index)
            rgb = self._mosaic.paint(slices, pixels, self._limits, (ground.red(), ground.green(), ground.blue()))
            picture = QPixmap.fromImage(to_image(rgb))
            picture.setDevicePixelRatio(ratio)
            self._pictures[index] = picture
        return picture

    def _paint_tile(self, painter: QPainter, index: int, rect: QRect) -> None:
        colours, rect = theme.current(), self._mosaic_rect(rect)
        painter.drawPixmap(rect.topLeft(), self._picture(index, rect.size()))
        painter.setPen(theme.colour(colours.line))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        self._paint_stripes(painter, rect)
        chosen = index == self._chosen
        if chosen:
            draw_ring(painter, QRectF(rect), colours.accent)
        elif index == self._hovered:
            draw_ring(painter, QRectF(rect), colours.control, width=1)
        painter.setFont(theme.font("small", 600 if chosen else None, tabular=True))
        painter.setPen(theme.colour(colours.accent if chosen else colours.text3))
        label = QRect(rect.left(), rect.bottom() + 5, self._layout.pitch - 3, 15)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), f"{index}")
        change = self.change_of(index) if self._is_change else None
        if change is not None:
            painter.setPen(theme.colour(colours.text if chosen else colours.text2))
            label.setWidth(max(rect.width(), 60))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), percent(change))

    def _paint_stripes(self, painter: QPainter, rect: QRect) -> None:
        """Under the slices of a filter over a colour picture: which is for which colour."""
        if len(self._names) != len(_STRIPES) or self._mosaic.grid != (1, 3):
            return
        which, cell = self._mosaic.places(rect.width(), 1)
        for place, colour in enumerate(_STRIPES):
            pixels = np.flatnonzero((which == place) & (cell >= 0))
            if pixels.size:
                left, right = int(pixels[0]), int(pixels[-1])
                stripe = QRect(rect.left() + left, rect.bottom() + 2, right - left + 1, _STRIPE_PX)
                painter.fillRect(stripe, QColor(colour))

    def _beside_px(self) -> int:
        return BAR_ROOM_PX

    def _paint_beside(self, painter: QPainter) -> None:
        height = self.viewport().height()
        bottom = min(height - MARGIN_PX, max(140, self._layout.content_height - MARGIN_PX - LABEL_PX))
        bar = QRectF(self._layout.right + 7, MARGIN_PX, BAR_PX, bottom - MARGIN_PX)
        low, high = map(reading, self._limits)
        draw_colour_bar(painter, bar, self.viewport().width(), diverging(), low, high)
        zero = QRect(int(bar.right()) + 4, int(bar.center().y()) - 8, 40, 16)
        painter.drawText(zero, int(Qt.AlignmentFlag.AlignVCenter), "0")


_NOTHING = Mosaic(1, (1, 1))
