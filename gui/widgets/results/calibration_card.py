"""How far the network's shares can be taken for probabilities of being right."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.numerals import number, percent
from core.results.judged import Calibration
from core.results.wording import calibration_in_words, error_in_words, strange_in_words, threshold_in_words
from core.words import tr
from gui import theme
from gui.widgets.card import Card
from gui.widgets.results.reliability_legend import ReliabilityLegend
from gui.widgets.results.reliability_plot import ReliabilityPlot
from gui.widgets.text import Text

_BETWEEN_PX = 28
_READING_LINES = 2
"""Kept free, so that nothing moves when a bin is read."""


class _Facts(QWidget):
    """Rows of a number, its name, and what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, Text] = {}
        self._meanings: dict[str, Text] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, name: str, tooltip: str) -> None:
        row = 2 * len(self._values)
        value = Text("–", "card", tabular=True)
        value.reserve("100.0 %")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title, meaning = Text(name, "body", weight=600), Text("", "caption", "text2", wrap=True)
        meaning.setContentsMargins(0, 0, 0, 10)
        for label in (value, title, meaning):
            label.setToolTip(tooltip)
        self._grid.addWidget(value, row, 0)
        self._grid.addWidget(title, row, 1)
        self._grid.addWidget(meaning, row + 1, 1)
        self._values[key], self._meanings[key] = value, meaning
        value.setAccessibleDescription(tooltip)
        title.setBuddy(value)

    def set(self, key: str, value: str, meaning: str) -> None:
        self._values[key].setText(value)
        self._meanings[key].setText(meaning)

    def texts(self) -> dict[str, tuple[str, str]]:
        return {key: (each.text(), self._meanings[key].text()) for key, each in self._values.items()}


class CalibrationCard(Card):
    """The reliability diagram, and beside it what it comes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How sure is it, and how right?"), parent=parent)
        self.plot = ReliabilityPlot()
        self._legend = ReliabilityLegend()
        self._reading = Text("", "caption", "text2", wrap=True)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._reading.setFixedHeight(_READING_LINES * theme.line_height("caption"))
        self._why_not = Text("", "body", "text2", wrap=True)
        self._facts = _Facts()
        self._content = QWidget()
        self._rest = tr("Across: how sure. Up: how many of those were right.")
        self._add_facts()
        self._arrange_parts()
        self.plot.read_changed.connect(self._on_read_changed)
        self._on_read_changed("")

    # ---- doors

    def show_calibration(self, calibration: Calibration | None, strange: float) -> None:
        """`calibration` is None where there was nothing to fit it on; `strange` is the share (0-1) of the pictures that
        are unlike what the network was trained on, NaN where that is not known."""
        self._content.setVisible(calibration is not None)
        self._why_not.setVisible(calibration is None)
        if calibration is None:
            self._why_not.setText(_why_not(strange))
            return
        self.plot.show_calibration(calibration)
        self._facts.set("temperature", number(calibration.temperature), str(calibration_in_words(calibration)))
        self._facts.set("error", percent(calibration.error, 1), str(error_in_words(calibration)))
        self._facts.set("threshold", percent(calibration.threshold), str(threshold_in_words(calibration)))
        self._facts.set("strange", percent(strange), str(strange_in_words(strange)))

    def reading(self) -> str:
        """What is said of the bin that is pointed at."""
        return self._reading.text()

    def texts(self) -> dict[str, tuple[str, str]]:
        """The numbers beside the diagram and what is said of each, by what they are."""
        return self._facts.texts() if self._content.isVisibleTo(self) else {"": ("", self._why_not.text())}

    # ---- building

    def _add_facts(self) -> None:
        self._facts.add(
            "temperature",
            tr("Temperature"),
            tr(
                "What the logits are divided by before softmax, so that shares become probabilities of being right. "
                "Fitted on validation pictures. Above 1 the network was too sure; the answers stay the same."
            ),
        )
        self._facts.add(
            "error",
            tr("Calibration error"),
            tr(
                "The expected calibration error: how far the points lie from the diagonal, on average over all "
                "answers. 0 % is perfect."
            ),
        )
        self._facts.add(
            "threshold",
            tr("Not sure below"),
            tr("Classify calls an answer “not sure” where its probability of being right is lower."),
        )
        self._facts.add(
            "strange",
            tr("Unlike all it knows"),
            tr(
                "Pictures that are further from all training pictures than nearly all validation pictures are, as the "
                "network's last layer sees them."
            ),
        )

    def _arrange_parts(self) -> None:
        diagram = QVBoxLayout()
        diagram.setSpacing(4)
        diagram.addWidget(self._legend)
        diagram.addWidget(self.plot, 1)
        diagram.addWidget(self._reading)
        words = QVBoxLayout()
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN_PX)
        row.addLayout(diagram, 9)
        row.addLayout(words, 10)
        self.body.addWidget(self._why_not)
        self.body.addWidget(self._content, 1)
        self.body.setSpacing(theme.LABEL_GAP)

    def _on_read_changed(self, words: str) -> None:
        self._reading.setText(words or self._rest)


def _why_not(strange: float) -> str:
    why = tr(
        "How far its shares can be trusted is measured on the validation pictures of its run, and there are none: it "
        "was trained without them, they are gone, or it is a model file without its run."
    )
    return why if math.isnan(strange) else f"{why} {strange_in_words(strange)}"
