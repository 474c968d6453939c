"""The classes with their shares, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.value_row import ValueRow, paint_value_row

_Index = QModelIndex | QPersistentModelIndex
ROW_PX = 30
_WIDEST_NAME = 0.34
_PAD_PX = 11


@dataclass(frozen=True)
class ClassShare:
    """A class by its place among all, its share of the answer (0-1), and whether it is the picture's own."""

    index: int
    name: str
    share: float
    is_own: bool = False


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[ClassShare] = ()

    def show_rows(self, rows: Sequence[ClassShare]) -> None:
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        # A training brings new shares every second; place and focus stay.
        self.rows = rows
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = f"{row.name}: {percent(row.share, 1)}"
            return f"{words}, {_own()}" if row.is_own else words
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = f"{row.name}: {percent(row.share, 3)}"
            own = tr("The class that the folder of this picture names")
            return f"{shown}\n{own}" if row.is_own else shown
        return None


class _Delegate(QStyledItemDelegate):
    """Paints name, bar and percent; beside the picture's own class it says so."""

    def __init__(self, model: _Model, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.names_px = self.marks_px = 0.0

    def measure(self) -> None:
        """Give the names, and the mark where there is one, the room that they need in all rows alike."""
        metrics = QFontMetricsF(theme.font("body", 600))
        rows = self._model.rows
        self.names_px = max((metrics.horizontalAdvance(row.name) for row in rows), default=0.0) + 1
        is_marked = any(row.is_own for row in rows)
        self.marks_px = QFontMetricsF(theme.font("caption")).horizontalAdvance(_own()) + 12 if is_marked else 0.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, row = theme.current(), self._model.rows[index.row()]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(look.soft if is_chosen else look.sunken))
        painter.save()
        painter.translate(_PAD_PX, 0)
        numbers_px = QFontMetricsF(theme.font("body", 600, tabular=True)).horizontalAdvance("100.0 %")
        shown = ValueRow(row.name, percent(row.share, 1), row.share, strongest=index.row() == 0, chosen=False)
        inner = rect.adjusted(0, 0, -2 * _PAD_PX - self.marks_px, 0)
        names_px = min(self.names_px, rect.width() * _WIDEST_NAME)
        paint_value_row(painter, inner, shown, (names_px, numbers_px), (0.0, 1.0))
        painter.restore()
        if row.is_own:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour(look.text2))
            at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(rect.adjusted(0, 0, -_PAD_PX - 4, 0), at_right, _own())
        painter.restore()


class ClassChoice(QListView):
    """`show_classes` fills it, the answer first; `class_chosen` tells the index of the class that the user takes."""

    class_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._delegate = _Delegate(self._model, self)
        self._is_told = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Classes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_classes(self, rows: Sequence[ClassShare], chosen: int | None) -> None:
        """Show classes, most probable first; `chosen` is the index of the one that is looked for."""
        self._is_told = True
        self._model.show_rows(rows)
        self._delegate.measure()
        place = next((place for place, row in enumerate(rows) if row.index == chosen), None)
        self.setCurrentIndex(self._model.index(place) if place is not None else QModelIndex())
        self._is_told = False
        self.viewport().update()

    def rows(self) -> list[str]:
        """Each row in words."""
        return [str(self._model.data(self._model.index(place))) for place in range(len(self._model.rows))]

    def chosen(self) -> int | None:
        """The index of the class that is taken."""
        place = self.currentIndex().row()
        return self._model.rows[place].index if place >= 0 else None

    def sizeHint(self) -> QSize:
        return QSize(320, 6 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 3 * ROW_PX)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_told and current.isValid():
            self.class_chosen.emit(self._model.rows[current.row()].index)


def _own() -> str:
    return tr("its class")
