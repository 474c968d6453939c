"""Where the parts of a class's row stand, and which of them lies under the pointer."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics

from core.words import tr
from gui import theme
from gui.widgets.pictures.class_row import ClassRow

PITCH = theme.ROW_HEIGHT_CLASS + 1
"""From one row to the next, the line between them included."""
_GAP = 5
_AROUND_NAME = 8
_AROUND_COUNT = 6
_BEFORE_THUMBNAILS = 20
_BEFORE_REST = 10
_MENU_PX = 28
_NARROWEST_NAME, _WIDEST_NAME, _WIDEST_NAME_IN_SMALL_LIST = 110, 240, 190
_LEAST_COUNT = 44
_BAR, _BAR_IN_SMALL_LIST = 96, 64
_SMALL_LIST = 640
# Name, count and bar stand on one line; where they come from and their share on a smaller one under it.
_LINE_PX, _LINE_MIDDLE, _CAPTION_TOP = 20, theme.ROW_HEIGHT_CLASS / 2 - 7, theme.ROW_HEIGHT_CLASS / 2 + 3


class Part(enum.Enum):
    """What a row has to press on; ROW is all the rest of it."""

    ROW = enum.auto()
    THUMBNAIL = enum.auto()
    REST = enum.auto()
    TAKE_IN = enum.auto()
    MENU = enum.auto()


@dataclass(frozen=True)
class Spot:
    """A part of the row at this position; of thumbnails, which one."""

    row: int
    part: Part
    thumbnail: int = 0


@dataclass(frozen=True)
class RowLayout:
    """The columns of a list of this width. Distances are in pixels from the list's left edge."""

    width: int
    name_width: int
    count_width: int
    bar_width: int
    rest_width: int

    @property
    def count_left(self) -> int:
        """Where the column of the counts begins."""
        return theme.CARD_PADDING + self.name_width

    @property
    def bar_left(self) -> int:
        """Where the bars begin."""
        return self.count_left + self.count_width + 2 * _AROUND_COUNT

    @property
    def thumbnails_left(self) -> int:
        """Where the first thumbnail begins."""
        return self.bar_left + self.bar_width + _BEFORE_THUMBNAILS

    def name(self, top: float) -> QRectF:
        """The name in a row that begins at `top`."""
        return _on_line(top, theme.CARD_PADDING, self.name_width - _AROUND_NAME)

    def origin(self, top: float) -> QRectF:
        """The folders behind the name, under it."""
        return _under_line(self.name(top))

    def count(self, top: float) -> QRectF:
        """The count."""
        return _on_line(top, self.count_left, self.count_width)

    def share(self, top: float) -> QRectF:
        """The share of all pictures, under the count."""
        return _under_line(self.count(top))

    def bar(self, top: float) -> QRectF:
        """The bar's groove."""
        return QRectF(self.bar_left, top + _LINE_MIDDLE - 4, self.bar_width, 8)

    def take_in(self, top: float) -> QRectF:
        """The link that stands in a left-out row in place of the bar."""
        return _on_line(top, self.bar_left, self.bar_width)

    def invitation(self, top: float) -> QRectF:
        """What a row says in place of bar and thumbnails while something is dragged over it."""
        return QRectF(self.bar_left, top, self.menu(top).left() - self.bar_left, theme.ROW_HEIGHT_CLASS)

    def thumbnail(self, top: float, index: int) -> QRectF:
        """One of the pictures."""
        side = theme.THUMBNAIL_CLASS
        left = self.thumbnails_left + index * (side + _GAP)
        return QRectF(left, top + (theme.ROW_HEIGHT_CLASS - side) / 2, side, side)

    def rest(self, top: float, shown: int) -> QRectF:
        """How many more there are, after so many thumbnails."""
        left = self.thumbnails_left + shown * (theme.THUMBNAIL_CLASS + _GAP) - _GAP + _BEFORE_REST
        return QRectF(left, top + 18, self.rest_width, theme.ROW_HEIGHT_CLASS - 36)

    def menu(self, top: float) -> QRectF:
        """The button at the row's end."""
        right = self.width - theme.CARD_PADDING / 2
        return QRectF(right - _MENU_PX, top + (theme.ROW_HEIGHT_CLASS - _MENU_PX) / 2, _MENU_PX, _MENU_PX)

    def fitting(self, count: int) -> int:
        """How many of so many thumbnails there is room for."""
        room = self.menu(0).left() - _BEFORE_REST - self.rest_width - self.thumbnails_left
        return min(count, max(0, int((room + _GAP) // (theme.THUMBNAIL_CLASS + _GAP))))

    def spot_at(self, point: QPointF, row: int, shown: int, about: ClassRow) -> Spot:
        """What lies at a point of the list in this row, where so many thumbnails are shown."""
        top = row * PITCH
        if self.menu(top).contains(point):
            return Spot(row, Part.MENU)
        if about.is_left_out and self.take_in(top).contains(point):
            return Spot(row, Part.TAKE_IN)
        if about.count > shown and self.rest(top, shown).contains(point):
            return Spot(row, Part.REST)
        for index in range(shown):
            if self.thumbnail(top, index).contains(point):
                return Spot(row, Part.THUMBNAIL, index)
        return Spot(row, Part.ROW)


def _on_line(top: float, left: float, width: float) -> QRectF:
    return QRectF(left, top + _LINE_MIDDLE - _LINE_PX / 2, width, _LINE_PX)


def _under_line(box: QRectF) -> QRectF:
    top = box.center().y() - _LINE_MIDDLE + _CAPTION_TOP
    return QRectF(box.left(), top, box.width(), theme.line_height("caption"))


def laid_out(rows: Sequence[ClassRow], width: int) -> RowLayout:
    """The columns as wide as these rows need them, narrower where the list is small."""
    is_small = width < _SMALL_LIST
    names = QFontMetrics(theme.font("body", 600))
    captions = QFontMetrics(theme.font("caption", tabular=True))
    texts = [(names.horizontalAdvance(row.name), captions.horizontalAdvance(row.origin())) for row in rows]
    widest = max((max(pair) for pair in texts), default=0) + 2 * _AROUND_NAME
    most = max((row.count for row in rows), default=0)
    counts = QFontMetrics(theme.font("body", 500, tabular=True)).horizontalAdvance(f"{most:,}")
    bar = _BAR_IN_SMALL_LIST if is_small else _BAR
    if any(row.is_left_out for row in rows):
        bar = max(bar, captions.horizontalAdvance(tr("Take in again")) + 2)
    return RowLayout(
        width,
        min(max(widest, _NARROWEST_NAME), _WIDEST_NAME_IN_SMALL_LIST if is_small else _WIDEST_NAME),
        max(_LEAST_COUNT, counts),
        bar,
        captions.horizontalAdvance(f"+{most:,}") + 6,
    )
