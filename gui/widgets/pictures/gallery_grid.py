"""The pictures of a gallery as a grid to walk through and choose from."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.words import plural, say, tr
from gui import icons, theme
from gui.widgets.colour_maps import draw_ring
from gui.widgets.pictures.gallery_item import GalleryItem
from gui.widgets.pictures.gallery_model import GalleryModel
from gui.widgets.pictures.rounded import draw_place, draw_rounded

TILE_PX = 88
_GAP = 10
_MARGIN = 8
_MUTED = 0.3
_RING_RADIUS = 5


class _Delegate(QStyledItemDelegate):
    """Paints a tile in the middle of its cell."""

    def __init__(self, model: GalleryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._font = theme.font("small")

    def _paint_unread(self, painter: QPainter, box: QRectF, item: GalleryItem) -> None:
        look = theme.current()
        draw_place(painter, box)
        side = theme.ICON_RAIL
        name, tone = ("circle-x", look.error) if item.is_unreadable else ("image", look.edge)
        mark = icons.pixmap(name, side, tone, painter.device().devicePixelRatio())
        painter.drawPixmap(round(box.center().x() - side / 2), round(box.top() + 22), mark)
        painter.setFont(self._font)
        painter.setPen(theme.colour(look.text2))
        line = QRectF(box.left() + 5, box.bottom() - 30, box.width() - 10, 16)
        shown = painter.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideMiddle, int(line.width()))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_left_out(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        side = theme.ICON
        ground = QRectF(box.right() - side - 4, box.top() + 4, side, side)
        painter.setPen(QPen(theme.colour(look.control), 1))
        painter.setBrush(theme.colour(look.surface))
        painter.drawEllipse(ground)
        inner = ground.adjusted(2, 2, -2, -2)
        mark = icons.pixmap("minus", side - 4, look.text, painter.device().devicePixelRatio())
        painter.drawPixmap(inner.topLeft(), mark)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, cell, item = theme.current(), QRectF(option.rect), self._model.items[index.row()]
        box = QRectF(cell.left() + (cell.width() - TILE_PX) // 2, cell.top() + _GAP // 2, TILE_PX, TILE_PX)
        pixmap: QPixmap | None = self._model.thumbnail(index.row(), painter.device().devicePixelRatio())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pixmap is None:
            self._paint_unread(painter, box, item)
        else:
            draw_rounded(painter, box, pixmap, _MUTED if item.is_left_out else 1.0)
        if item.is_left_out:
            self._paint_left_out(painter, box)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_ring(painter, box, look.accent, _RING_RADIUS)
        elif option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            draw_ring(painter, box, look.control, _RING_RADIUS, width=1)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(TILE_PX + _GAP, TILE_PX + _GAP)


class GalleryGrid(QListView):
    """Shows `pictures`. One picture is looked at (`looked_at` brings its position; `opened`: it is wanted large), any
    number are chosen.

    Keys as lists have them: arrows, Home, End, Page up and down; Shift and Ctrl choose several.
    """

    looked_at = Signal(int)
    choice_changed = Signal()
    leave_out_pressed = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = GalleryModel(TILE_PX, self)
        self._columns = 1
        self.setModel(self.pictures)
        self.setItemDelegate(_Delegate(self.pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setViewportMargins(_MARGIN, _MARGIN, 0, _MARGIN)
        self.setAccessibleName(tr("Pictures"))
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def chosen(self) -> list[int]:
        """The positions of the chosen pictures, in their order."""
        # By ranges: asking for every index takes long where thousands are chosen.
        ranges = self.selectionModel().selection()
        parts = (ranges.at(place) for place in range(ranges.count()))
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def current(self) -> int | None:
        """The position of the picture that is looked at."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def look_at(self, position: int) -> None:
        """Choose this picture alone and bring it in sight."""
        index = self.pictures.index(position)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def describe(self) -> None:
        """Say anew how many are chosen."""
        chosen, count = len(self.chosen()), len(self.pictures.items)
        pictures = plural(count, say("1 picture"), say("{count:,} pictures", count=count))
        self.setAccessibleDescription(tr("{pictures}, {chosen:,} chosen", pictures=pictures, chosen=chosen))

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(index.row())

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def _on_selection_changed(self) -> None:
        self.describe()
        self.choice_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(5 * (TILE_PX + _GAP) + 2 * _MARGIN, 4 * (TILE_PX + _GAP) + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * (TILE_PX + _GAP) + 2 * _MARGIN, 2 * (TILE_PX + _GAP) + 2 * _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.maximumViewportSize().width() - bar
        self._columns = max(1, room // (TILE_PX + _GAP))
        self.setGridSize(QSize(room // self._columns, TILE_PX + _GAP))
        super().resizeEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, now = len(self.pictures.items), self.current()
        if not count:
            return QModelIndex()
        if now is None:
            return self.pictures.index(0)
        page = self._columns * max(1, self.viewport().height() // self.gridSize().height())
        move = QAbstractItemView.CursorAction
        steps = {
            move.MoveLeft: -1,
            move.MovePrevious: -1,
            move.MoveRight: 1,
            move.MoveNext: 1,
            move.MoveUp: -self._columns,
            move.MoveDown: self._columns,
            move.MovePageUp: -page,
            move.MovePageDown: page,
            move.MoveHome: -count,
            move.MoveEnd: count,
        }
        step, target = steps[action], now + steps[action]
        # A step over the edge leads nowhere, a leap ends there.
        is_leap = abs(step) not in (1, self._columns)
        if not 0 <= target < count:
            target = min(max(target, 0), count - 1) if is_leap else now
        return self.pictures.index(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.leave_out_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current() is not None:
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
