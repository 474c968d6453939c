"""Pictures as a grid to walk through and choose from, however many there are."""

from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from core.words import plural, say, tr
from gui.widgets.pictures.gallery_model import GalleryModel, Tile

_MARGIN = 8
T = TypeVar("T", bound=Tile)


class TileGrid(QListView, Generic[T]):
    """Shows `pictures`; a delegate, which whoever builds on this sets, paints them. `cell` is the least size of a
    tile's cell: cells share the width that is left. One picture is looked at (`looked_at` brings its position;
    `opened`: it is wanted large), any number are chosen.

    Keys as lists have them: arrows, Home, End, Page up and down; Shift and Ctrl choose several.
    """

    looked_at = Signal(int)
    choice_changed = Signal()
    opened = Signal()

    def __init__(self, pictures: GalleryModel[T], cell: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = pictures
        pictures.setParent(self)
        self._cell = cell
        self._columns = 1
        self.setModel(pictures)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionRectVisible(True)
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
        return QSize(5 * self._cell.width() + 2 * _MARGIN, 4 * self._cell.height() + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._cell.width() + 2 * _MARGIN, 2 * self._cell.height() + 2 * _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.maximumViewportSize().width() - bar
        self._columns = max(1, room // self._cell.width())
        self.setGridSize(QSize(room // self._columns, self._cell.height()))
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current() is not None:
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
