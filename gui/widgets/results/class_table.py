"""Class by class: how well each is told from the others."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from core.results.judged import ClassScores
from core.words import tr
from gui import theme
from gui.widgets.answers_delegate import PAD
from gui.widgets.results.class_table_delegate import BAR_PX, EDGE_PAD, ClassTableDelegate
from gui.widgets.results.class_table_model import ClassTableModel, Column
from gui.widgets.sortable import make_sortable, show_as_rows

ROW_PX = 37
"""As the confusion matrix beside it has them."""
_ROWS_AT_LEAST = 6
_NAME_PX = (84, 220)
_ARROW_PX = 14


class ClassTable(QTableView):
    """`class_chosen` brings the position of the class whose row was clicked, or on which Enter or Space was pressed."""

    class_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassTableModel(self)
        self._delegate = ClassTableDelegate(self)
        self.setModel(self.classes)
        self.setItemDelegate(self._delegate)
        show_as_rows(self)
        self.setAccessibleName(tr("Class by class"))
        self.setAccessibleDescription(tr("Enter shows the pictures of a class."))
        make_sortable(self, ROW_PX, 40, "")
        # The outermost heads stand over their columns, which keep the card's padding.
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section:first {{ padding-left: {EDGE_PAD}px; }}"
            f"QHeaderView::section:last {{ padding-right: {EDGE_PAD}px; }}"
        )
        self.clicked.connect(self._on_clicked)

    def show_classes(self, classes: Sequence[ClassScores]) -> None:
        """A row for each class, in the order given or as they were sorted."""
        self.classes.show_classes(classes)
        self._share_out()
        self.updateGeometry()

    def select(self, label: int) -> None:
        """Select the row of the class at this position, without telling."""
        index = self.classes.index(self.classes.row_of(label), Column.NAME)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    # ---- widths

    def _least_widths(self) -> dict[Column, int]:
        """What numbers and heads need."""
        head, body = QFontMetrics(theme.font("caption")), QFontMetrics(theme.font("body", tabular=True))
        widths = {}
        for column in list(Column)[1:]:
            title = str(self.classes.headerData(column, Qt.Orientation.Horizontal))
            # A sorted column's arrow stands beside its title.
            widest = max(head.horizontalAdvance(title) + _ARROW_PX, body.horizontalAdvance("100 %"))
            widths[column] = widest + 2 * PAD
        widths[Column.PICTURES] += EDGE_PAD - PAD
        return widths

    def _name_width(self) -> int:
        """What the longest name takes, within reason."""
        metrics = QFontMetrics(theme.font("body", 600))
        names = (self.classes.index(row, Column.NAME).data() for row in range(self.classes.rowCount()))
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        return max(_NAME_PX[0], min(_NAME_PX[1], longest + EDGE_PAD + PAD + 2))

    def _share_out(self) -> None:
        room, widths, name = self.viewport().width(), self._least_widths(), self._name_width()
        # Names and numbers come before bars.
        for length in reversed(BAR_PX):
            barred = self._delegate.bar_column_width(length)
            wider = widths | {each: max(barred, widths[each]) for each in (Column.PRECISION, Column.RECALL)}
            if name + sum(wider.values()) <= room:
                widths = wider
                break
        rest = max(0, room - name - sum(widths.values()))
        for column in widths:
            widths[column] += rest // 8
        widths[Column.NAME] = room - sum(widths.values())
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    # ---- what the user does

    def _on_clicked(self, index: QModelIndex) -> None:
        self.class_chosen.emit(self.classes.class_at(index.row()))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            shape = Qt.CursorShape.ArrowCursor if row < 0 else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    # ---- Qt's

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        # The page scrolls only where even these rows have no room; further ones scroll in here.
        rows = min(self.classes.rowCount(), _ROWS_AT_LEAST)
        return QSize(_NAME_PX[0] + sum(self._least_widths().values()), theme.HEAD_HEIGHT + rows * ROW_PX)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and cast(QKeyEvent, event).key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            event.accept()  # else the window's shortcut pauses the training
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.class_chosen.emit(self.classes.class_at(index.row()))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
