"""The pictures of a gallery as a list that a view walks through."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPixmap

from gui.pixels import to_pixmap

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Some screens full; of 60,000 pictures not all can be kept.
_KEPT = 1_000

# A picture (by its position) as height x width x 3; None where there is none to show.
PixelsOf = Callable[[int], NDArray[np.uint8] | None]


class Tile(Protocol):
    """What a picture needs to be one of a grid: `file` tells it from the others."""

    @property
    def file(self) -> str:
        """Its name among the pictures."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""

    def tooltip(self) -> str:
        """What is said of it under the pointer."""

    def words(self) -> str:
        """All of it in one line."""


T = TypeVar("T", bound=Tile)


class GalleryModel(QAbstractListModel, Generic[T]):
    """Thumbnails are made when they are first painted; the last ones are kept."""

    def __init__(self, side_px: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[T] = ()
        self._side_px = side_px
        self._pixels_of: PixelsOf | None = None
        self._thumbnails: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._ratio = 1.0

    def show_items(self, items: Sequence[T], pixels_of: PixelsOf) -> bool:
        """Show these pictures. Where they are the same files as before, view and choice stay; whether they are."""
        is_same = [each.file for each in items] == [each.file for each in self.items]
        if not is_same:
            self.beginResetModel()
        self.items, self._pixels_of = items, pixels_of
        self._thumbnails.clear()
        if not is_same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
        return is_same

    def pixels(self, position: int) -> NDArray[np.uint8] | None:
        """The small picture of this position, as it was handed in."""
        return None if self._pixels_of is None else self._pixels_of(position)

    def thumbnail(self, position: int, ratio: float) -> QPixmap | None:
        """The picture in the size of a tile, for a screen with this pixel ratio; None where there is none."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._thumbnails.clear()
        if position in self._thumbnails:
            self._thumbnails.move_to_end(position)
            return self._thumbnails[position]
        pixels = self.pixels(position)
        made = None if pixels is None else to_pixmap(pixels, QSize(self._side_px, self._side_px), ratio)
        self._thumbnails[position] = made
        if len(self._thumbnails) > _KEPT:
            self._thumbnails.popitem(last=False)
        return made

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.name
            case Qt.ItemDataRole.ToolTipRole:
                return item.tooltip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return item.words()
        return None
