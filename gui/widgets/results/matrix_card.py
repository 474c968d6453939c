"""The card of the confusion matrix."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from core.pictures.dataset import Part
from core.results.judged import Results
from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.matrix_order import ORDERS, Order
from gui.widgets.results.matrix_view import MatrixView
from gui.widgets.segmented import Segmented

_CHEVRON_PX = 34
_WIDE_FROM_CLASSES = 25
"""From so many classes on, names and cells need the page's whole width."""


class MatrixCard(Card):
    """`cell_chosen` brings truth and answer, as positions of classes, of the cell whose pictures are wanted."""

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was taken for what"), parent=parent)
        self.view = MatrixView()
        self.numbers = Segmented(
            (("counts", tr("Counts")), ("shares", tr("Shares"))),
            tr("Numbers in the cells"),
            tr("Counts are pictures; shares are of all pictures of the row's class."),
        )
        self.order_button = LinkButton("", quiet=True, tooltip=tr("The order in which the classes stand"))
        self._order_labels: dict[Order, str] = {
            "name": tr("by name"),
            "mistakes": tr("most mistakes first"),
            "similarity": tr("mixed-up ones together"),
        }
        self._caption = ElidedLabel("", "caption", "text3", at_end=True)
        self._reading = ElidedLabel("", "caption", "text2")
        self._rest = tr("Point at a cell to read it, click it for its pictures.")
        self._make_menu()
        self._arrange_parts()
        self.numbers.chosen.connect(self._on_numbers_chosen)
        self.view.cell_chosen.connect(self.cell_chosen)
        self.view.read_changed.connect(self._on_read_changed)
        self.set_order("name")
        self._on_read_changed("")

    # ---- doors

    def show_results(self, results: Results, part: Part) -> None:
        """Show how the pictures of this part were taken."""
        self.view.show_matrix(results.summaries[part].confusion, results.class_names)

    def set_order(self, order: Order) -> None:
        """Sort the classes by name, by the number of mistakes, or so that those mixed up stand together."""
        label = self._order_labels[order]
        self.order_button.setText(label)
        width = QFontMetrics(theme.font("caption")).horizontalAdvance(label)
        self.order_button.setMinimumWidth(width + _CHEVRON_PX)
        self.order_button.setAccessibleName(tr("Order of the classes: {order}", order=label))
        self._actions[order].setChecked(True)
        self.view.set_order(order)

    def reading(self) -> str:
        """What is said of the cell that is pointed at."""
        return self._reading.text()

    def wishes_whole_width(self) -> bool:
        """Whether there are so many classes that half of the page is too narrow."""
        return len(self.view.class_order()) >= _WIDE_FROM_CLASSES

    # ---- building

    def _make_menu(self) -> None:
        menu = QMenu(self.order_button)
        group = QActionGroup(menu)
        tips = {
            "name": tr("From A to Z"),
            "mistakes": tr("The class with the most pictures that were taken for others comes first"),
            "similarity": tr("Classes that are taken for each other become neighbours: mistakes gather in blocks"),
        }
        self._actions: dict[Order, QAction] = {}
        menu.setToolTipsVisible(True)
        for order in ORDERS:
            action = QAction(self._order_labels[order], menu)
            action.setCheckable(True)
            action.setData(order)
            action.setToolTip(tips[order])
            group.addAction(action)
            menu.addAction(action)
            self._actions[order] = action
        group.triggered.connect(self._on_order_triggered)
        self.order_button.setProperty("menu", True)
        self.order_button.setMenu(menu)

    def _arrange_parts(self) -> None:
        self.header.addWidget(self.numbers)
        self.header.setContentsMargins(theme.CARD_PADDING - 1, 9, theme.CARD_PADDING - 1, 0)
        line = QHBoxLayout()
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self._caption, 1)
        line.addWidget(self.order_button)
        self.body.setSpacing(2)
        self.body.addLayout(line)
        self.body.addWidget(self.view, 1)
        self.body.addSpacing(4)
        self.body.addWidget(self._reading)
        pad = theme.CARD_PADDING - 1
        self.body.setContentsMargins(pad, 0, pad, pad - 4)

    # ---- what happens

    def _on_numbers_chosen(self, key: str) -> None:
        self.view.set_as_shares(key == "shares")

    def _on_order_triggered(self, action: QAction) -> None:
        self.set_order(cast(Order, action.data()))

    def _on_read_changed(self, words: str) -> None:
        self._reading.set_text(words or self._rest)

    def _fit_caption(self) -> None:
        """The longer words where there is room for them."""
        room = self.width() - 2 * theme.CARD_PADDING - self.order_button.sizeHint().width() - theme.LABEL_GAP
        long = tr("rows: what it is     columns: what the network said")
        fits = self._caption.fontMetrics().horizontalAdvance(long) <= room
        self._caption.set_text(long if fits else tr("rows: truth, columns: answer"))

    # ---- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_caption()
