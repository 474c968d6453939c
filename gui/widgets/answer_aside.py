"""What can be done with an answer: see where the photo speaks for it, look inside, say that it is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answers import HeatMap
from core.words import tr
from gui import theme
from gui.widgets.buttons import SmallButton
from gui.widgets.inside.heat_legend import HeatLegend
from gui.widgets.switch import Switch
from gui.widgets.text import Text

_WIDTH_PX = 204
_LINES = 3
_BAR_PX = 104


class AnswerAside(QWidget):
    """The column at the right of an answer."""

    look_wanted = Signal()
    heat_wanted = Signal(bool)
    wrong_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH_PX)
        self.switch = Switch(tr("Heat map"), tooltip=tr("Show which parts of the photo speak for the answer"))
        self._words = Text("", "caption", "text2", wrap=True)
        # What is said in them may change its length, and nothing below shall move.
        self._words.setFixedHeight(_LINES * theme.line_height("caption"))
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._legend = HeatLegend(_BAR_PX)
        policy = self._legend.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._legend.setSizePolicy(policy)
        self.look_button = SmallButton(
            tr("Look inside"), "nakami-inside", tr("See what every layer makes of this photo")
        )
        self.wrong_button = SmallButton(
            tr("This is wrong…"),
            tooltip=tr("Say what it is: a copy of the photo is added to that class of the open pictures"),
        )
        for button in (self.look_button, self.wrong_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange_parts()
        self.show_heat(False, "", None)
        self.switch.toggled.connect(self.heat_wanted)
        self.look_button.clicked.connect(self.look_wanted)
        self.wrong_button.clicked.connect(self.wrong_wanted)

    def words(self) -> str:
        """What is said about the heat."""
        return self._words.text()

    def show_heat(self, is_wanted: bool, label: str, heat: HeatMap | None, failure: str = "") -> None:
        """Say what the heat over the photo means, or why there is none; `label` is the answer that it speaks for."""
        self.switch.blockSignals(True)
        self.switch.setChecked(is_wanted)
        self.switch.blockSignals(False)
        self._legend.setVisible(is_wanted and heat is not None)
        if not is_wanted:
            words = tr("Shows which parts of the photo speak for the answer.")
        elif failure:
            words = failure
        elif heat is None:
            words = tr("One moment…")
        elif not float(heat.heat.max()) > 0:
            words = tr("Nothing is bright: no part of the photo speaks for {name}.", name=label)
        else:
            words = tr("Bright: what speaks most for {name}.", name=label)
        self._words.setText(words)
        self._words.setToolTip(failure)

    def _arrange_parts(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(tr("Heat map"), "body", weight=600))
        head.addStretch(1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.LABEL_GAP)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._legend)
        column.addSpacing(8)
        column.addWidget(self.look_button)
        column.addWidget(self.wrong_button)
