"""Where the pictures of a grid stand, and how large: numbers alone, no widget."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt

from gui import theme

MARGIN_PX = 4
"""Room for the ring around an outer picture; whoever aligns a grid with other things counts it in."""
GAP_PX = 5
LABEL_PX = 21
LARGEST_PX = 240
"""Nothing grows beyond this unless it is zoomed."""
SMALLEST_FITTED_PX = 60
"""Somewhat smaller than the plain size is better than to scroll for one row more."""
SMALLEST_PX = 28
"""As small as zooming out makes a picture whose number must still fit under it."""
EVEN_CELL_PX = 6
"""Cells as large as this are all of one size: the picture is a little smaller than its box."""
STEP = 1.15
"""By how much a step of the zoom enlarges at least: one column less is no step where there are twenty."""


@dataclass(frozen=True)
class Room:
    """What there is: the whole width and height, what a scroll bar takes of the width, and what stands at the right of
    the pictures."""

    width: int
    height: int
    scroll_bar_px: int
    beside_px: int


@dataclass(frozen=True)
class TileLayout:
    """`count` pictures of `shape` (rows, columns) in boxes of `side`, in rows of `columns`, `pitch` apart. Distances
    are in pixels from the top left of the content."""

    count: int
    shape: tuple[int, int]
    side: int
    columns: int
    pitch: int

    @property
    def picture(self) -> QSize:
        """How large a picture is in its box: it keeps its shape."""
        rows, columns = self.shape
        size = QSize(max(1, columns), max(1, rows))
        cell_px = self.side // max(size.width(), size.height())
        if cell_px >= EVEN_CELL_PX:
            return size * cell_px
        return size.scaled(self.side, self.side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))

    @property
    def row_px(self) -> int:
        """From the top of one row to that of the next."""
        return self.picture.height() + LABEL_PX

    @property
    def content_height(self) -> int:
        """All rows and the margins around them."""
        return 2 * MARGIN_PX + -(-self.count // self.columns) * self.row_px

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return MARGIN_PX + (self.columns - 1) * self.pitch + self.side

    def rect(self, index: int) -> QRect:
        """Where a picture stands in the content."""
        row, column = divmod(index, self.columns)
        size = self.picture
        return QRect(MARGIN_PX + column * self.pitch, MARGIN_PX + row * self.row_px, size.width(), size.height())

    def at(self, point: QPointF) -> int | None:
        """Which picture lies at a point of the content."""
        column = int(point.x() - MARGIN_PX) // self.pitch
        row = int(point.y() - MARGIN_PX) // self.row_px
        index = row * self.columns + column
        if row < 0 or not (0 <= column < self.columns and 0 <= index < self.count):
            return None
        return index if self.rect(index).contains(point.toPoint()) else None

    def between(self, top: int, bottom: int) -> range:
        """Which pictures may show between two heights of the content, rings and labels included."""
        first = max(0, (top - MARGIN_PX - 4) // self.row_px)
        last = max(0, (bottom - MARGIN_PX + 4) // self.row_px)
        return range(min(self.count, first * self.columns), min(self.count, (last + 1) * self.columns))


def fitted(count: int, shape: tuple[int, int], room: Room) -> TileLayout:
    """As large as lets all of them be seen at once; the plain size, to be scrolled, where none does."""
    return _all_in_sight(count, shape, room, SMALLEST_FITTED_PX) or _of_side(
        count, shape, theme.THUMBNAIL_CHANNEL, room.width - room.scroll_bar_px, room
    )


def zoomed(layout: TileLayout, room: Room, steps: int) -> TileLayout | None:
    """The next larger layout (`steps` 1) or the next smaller (-1), its columns filling the width; None at the end:
    where one picture fills the width, or all are in sight."""
    width = room.width - room.scroll_bar_px
    if steps > 0:
        for columns in range(layout.columns, 0, -1):
            side = _filling(columns, width, room)
            if side >= layout.side * STEP:
                return _of_side(layout.count, layout.shape, side, width, room)
        return None
    if layout.content_height <= room.height:
        return None
    all_of_them = _all_in_sight(layout.count, layout.shape, room, SMALLEST_PX)
    smallest = all_of_them.side if all_of_them is not None else SMALLEST_PX
    for columns in range(layout.columns + 1, width):
        side = _filling(columns, width, room)
        if side <= smallest:
            break
        if side * STEP <= layout.side:
            return _of_side(layout.count, layout.shape, side, width, room)
    if smallest >= layout.side:
        return None
    return all_of_them or _of_side(layout.count, layout.shape, smallest, width, room)


def of_side(layout: TileLayout, room: Room, side: int) -> TileLayout:
    """The same pictures at this size, or the largest that the width has room for."""
    width = room.width - room.scroll_bar_px
    return _of_side(layout.count, layout.shape, min(side, _filling(1, width, room)), width, room)


def cell_at(rect: QRect, shape: tuple[int, int], point: QPoint) -> tuple[int, int]:
    """Which cell (row, column) of a picture lies at a point over it, or nearest to it."""
    rows, columns = shape
    row = int((point.y() - rect.top()) * rows / rect.height())
    column = int((point.x() - rect.left()) * columns / rect.width())
    return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)


def cell_rect(rect: QRect, shape: tuple[int, int], row: int, column: int) -> QRect:
    """Which pixels a cell of a picture covers: together the cells cover it without gap or overlap."""
    rows, columns = shape
    # Rounded up, as `cell_at` rounds down.
    left, right = (-(-edge * rect.width() // columns) for edge in (column, column + 1))
    top, bottom = (-(-edge * rect.height() // rows) for edge in (row, row + 1))
    return QRect(rect.left() + left, rect.top() + top, right - left, bottom - top)


def _filling(columns: int, width: int, room: Room) -> int:
    """The side at which so many columns fill the width."""
    return max(1, (width - MARGIN_PX - room.beside_px + GAP_PX) // columns - GAP_PX)


def _all_in_sight(count: int, shape: tuple[int, int], room: Room, smallest: int) -> TileLayout | None:
    # Counted from the whole width: a scroll bar that is there only because it takes the room of a column would never
    # go away again.
    for side in range(LARGEST_PX, smallest - 1, -4):
        layout = _of_side(count, shape, side, room.width, room)
        if layout.content_height <= room.height and layout.right + room.beside_px <= room.width + GAP_PX:
            return _balanced(layout, room)
    return None


def _balanced(layout: TileLayout, room: Room) -> TileLayout:
    """As many rows, but all about equally long."""
    rows = -(-layout.count // layout.columns)
    columns = -(-layout.count // max(1, rows))
    if rows < 2 or columns == layout.columns:
        return layout
    return replace(layout, columns=columns, pitch=(room.width - MARGIN_PX - room.beside_px + GAP_PX) // columns)


def _of_side(count: int, shape: tuple[int, int], side: int, width: int, room: Room) -> TileLayout:
    across = width - MARGIN_PX - room.beside_px + GAP_PX
    fitting = max(1, across // (side + GAP_PX))
    spare = max(0, across - fitting * (side + GAP_PX)) // fitting
    return TileLayout(count, shape, side, max(1, min(fitting, count)), side + GAP_PX + spare)
