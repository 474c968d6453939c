"""The card of the classes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.pictures.dataset import Part
from core.results.judged import Results
from core.results.wording import weakest_in_words
from core.words import tr
from gui import theme
from gui.widgets.card import Card
from gui.widgets.results.class_table import ClassTable
from gui.widgets.text import Text

_LINES = 3
"""As many the headline takes at most; names of any length stand in its tooltip."""


class ClassTableCard(Card):
    """`class_chosen` brings the position of the class whose pictures are wanted."""

    class_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Class by class"), rule=True, flush=True, parent=parent)
        self.table = ClassTable()
        self._weakest = Text("", "caption", "text3", wrap=True)
        self._weakest.setMaximumHeight(_LINES * theme.line_height("caption"))
        self._weakest.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header.setStretch(self.header.indexOf(self._title) + 1, 0)
        self.header.addWidget(self._weakest, 1)
        self.body.addWidget(self.table, 1)
        # Inside the card's rounded edge.
        self.body.setContentsMargins(0, 0, 0, 4)
        self.table.class_chosen.connect(self.class_chosen)

    def show_results(self, results: Results, part: Part) -> None:
        """Show the classes' numbers on this part."""
        summary = results.summaries[part]
        self.table.show_classes(summary.classes)
        self._weakest.setText(str(weakest_in_words(summary)))
        self._weakest.setToolTip(self._weakest.text())

    def headline(self) -> str:
        """What is said of the weakest class."""
        return self._weakest.text()
