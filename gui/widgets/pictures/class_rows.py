"""The painted rows of the classes: which there are, which is chosen, what lies under the pointer."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from core.words import tr
from gui import theme
from gui.widgets.pictures.class_layout import PITCH, Part, RowLayout, Spot, laid_out
from gui.widgets.pictures.class_painting import ClassPainter, RowState
from gui.widgets.pictures.class_row import ClassRow

THUMBNAILS = 12
"""A row asks for at most so many."""

# The first pictures of a class (by its position among the rows given), at most THUMBNAILS.
Thumbnails = Callable[[int], Sequence[QPixmap]]


class ClassRows(QWidget):
    """What can be seen and chosen; `ClassList` adds what can be done. Rows count from 0, from the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClassRow] = []
        self._positions: list[int] = []
        self._words: list[str] = []
        self._largest = 1
        self._layout: RowLayout = laid_out((), 0)
        self._painter = ClassPainter()
        self._thumbnails_of: Thumbnails | None = None
        self._thumbnails: dict[int, Sequence[QPixmap]] = {}
        self._current: int | None = None
        self._hovered: Spot | None = None
        self._by_keyboard = False
        self._edited: str | None = None
        self._dropped_on: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Classes"))

    def rows(self) -> list[str]:
        """Each row in words."""
        return list(self._words)

    def current_class(self) -> str | None:
        """The name of the chosen class, if one is chosen."""
        return None if self._current is None else self._rows[self._current].name

    def spot_rect(self, row: int, part: Part, thumbnail: int = 0) -> QRect:
        """Where a part of a row is, in the widget's coordinates."""
        top = row * PITCH
        match part:
            case Part.MENU:
                rect = self._layout.menu(top)
            case Part.TAKE_IN:
                rect = self._layout.take_in(top)
            case Part.THUMBNAIL:
                rect = self._layout.thumbnail(top, thumbnail)
            case Part.REST:
                rect = self._layout.rest(top, self._fitting(row))
            case Part.ROW:
                return QRect(0, top, self.width(), theme.ROW_HEIGHT_CLASS)
        return rect.toAlignedRect()

    # ---- what a list of its own kind shows

    def _show(self, rows: Sequence[ClassRow], thumbnails_of: Thumbnails | None, choose: Sequence[str | None]) -> None:
        """Show these classes, left-out ones at the end; the first of the names in `choose` that is there is chosen."""
        order = sorted(range(len(rows)), key=lambda position: rows[position].is_left_out)
        self._rows, self._positions = [rows[position] for position in order], order
        self._words = [row.words() for row in self._rows]
        self._largest = max((row.count for row in rows if not row.is_left_out), default=1)
        self._thumbnails_of = thumbnails_of
        self._thumbnails.clear()
        self._hovered = self._dropped_on = None
        self._current = next((row for name in choose if (row := self._row_of(name)) is not None), None)
        self.setFixedHeight(len(self._rows) * PITCH)
        self._lay_out()
        self._describe()
        self.update()

    def _row_of(self, name: str | None) -> int | None:
        return next((place for place, each in enumerate(self._rows) if each.name == name), None)

    # ---- layout

    def _lay_out(self) -> None:
        self._layout = laid_out(self._rows, self.width())

    def _fitting(self, row: int) -> int:
        """How many thumbnails the row shows, or will when they are there."""
        made = self._thumbnails.get(row)
        return self._layout.fitting(min(self._rows[row].count, THUMBNAILS) if made is None else len(made))

    def _spot_at(self, point: QPointF) -> Spot | None:
        row = int(point.y()) // PITCH
        if not (0 <= row < len(self._rows) and 0 <= point.x() < self.width()):
            return None
        return self._layout.spot_at(point, row, self._fitting(row), self._rows[row])

    def _bring_in_sight(self, row: int) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = None if area is None else area.widget()
        if area is not None and content is not None:
            middle = self.mapTo(content, self.spot_rect(row, Part.ROW).center())
            area.ensureVisible(middle.x(), middle.y(), 0, theme.ROW_HEIGHT_CLASS // 2 + 8)

    def _choose(self, row: int | None) -> None:
        self._current = row
        if row is not None:
            self._bring_in_sight(row)
        self._describe()
        self.update()

    def _describe(self) -> None:
        chosen = [] if self._current is None else [tr("chosen: {row}", row=self._words[self._current])]
        self.setAccessibleDescription("; ".join(chosen + self._words))

    # ---- saying

    def _tooltip(self, spot: Spot) -> str:
        words = self._words[spot.row]
        match spot.part:
            case Part.MENU:
                return tr("Rename, merge or leave out")
            case Part.THUMBNAIL:
                return tr("Opens large")
            case Part.REST:
                return tr("Shows all of {row}", row=words)
            case Part.TAKE_IN:
                return tr("Its pictures are used again")
            case Part.ROW if self._rows[spot.row].is_left_out:
                return words + "\n" + tr("Its pictures are not used. The files stay as they are.")
            case _:
                how = tr("Double-click or Enter shows its pictures, F2 renames it. Photos can be dropped on it.")
                return words + "\n" + how

    # ---- painting

    def _thumbnails_in(self, row: int) -> Sequence[QPixmap | None]:
        if self._thumbnails_of is not None and row not in self._thumbnails:
            self._thumbnails[row] = self._thumbnails_of(self._positions[row])
        fitting = self._fitting(row)
        made = self._thumbnails.get(row)
        return [None] * fitting if made is None else made[:fitting]

    def _paint_row(self, painter: QPainter, row: int) -> None:
        hovered = self._hovered if self._hovered is not None and self._hovered.row == row else None
        is_chosen = row == self._current
        state = RowState(
            ends_card=row == len(self._rows) - 1 and self._ends_card(),
            is_chosen=is_chosen,
            has_ring=is_chosen and self._by_keyboard and self.hasFocus(),
            is_dropped_on=row == self._dropped_on,
            is_refused=row == self._dropped_on and self._rows[row].is_left_out,
            is_edited=self._rows[row].name == self._edited,
            hovered=hovered,
        )
        thumbnails = self._thumbnails_in(row)
        self._painter.paint(painter, self._layout, row * PITCH, self._rows[row], state, thumbnails, self._largest)

    def _ends_card(self) -> bool:
        """Whether nothing stands below the list in the card around it."""
        card = self.parentWidget()
        return card is not None and self.geometry().bottom() >= card.height() - theme.RADIUS_CARD

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            self.update()
        is_button = spot is not None and spot.part is not Part.ROW
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(480, len(self._rows) * PITCH)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot_at(QPointF(event.pos()))
            if spot is None:
                QToolTip.hideText()
            else:
                rect = self.spot_rect(spot.row, spot.part, spot.thumbnail)
                QToolTip.showText(event.globalPos(), self._tooltip(spot), self, rect)
            return True
        return bool(super().event(event))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        # What a scroll area brings in sight when the focus comes here.
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._rows:
            return self.spot_rect(self._current or 0, Part.ROW)
        return super().inputMethodQuery(query)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = event.rect().top() // PITCH, event.rect().bottom() // PITCH
        for row in range(max(0, first), min(len(self._rows), last + 1)):
            self._paint_row(painter, row)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._spot_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(None)
