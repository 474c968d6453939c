"""The results of one network at a glance: numbers, what was taken for what, the worst mistakes, how sure it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.pictures.dataset import PARTS, Part
from core.results.judged import Results
from core.words import tr
from gui import theme
from gui.widgets.results.calibration_card import CalibrationCard
from gui.widgets.results.class_table_card import ClassTableCard
from gui.widgets.results.matrix_card import MatrixCard
from gui.widgets.results.mistakes_card import MistakesCard
from gui.widgets.results.numbers_card import NumbersCard


class Overview(QWidget):
    """Five cards. Numbers and matrix are of the test, or where there is none, of what comes nearest to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = NumbersCard()
        self.matrix = MatrixCard()
        self.classes = ClassTableCard()
        self.mistakes = MistakesCard()
        self.calibration = CalibrationCard()
        self._pair = QHBoxLayout()
        self._pair.setSpacing(theme.CARD_GAP)
        self._pair.addWidget(self.matrix, 9)
        self._pair.addWidget(self.classes, 11)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self.numbers)
        layout.addLayout(self._pair, 1)
        layout.addWidget(self.mistakes)
        layout.addWidget(self.calibration)

    def show_results(self, results: Results) -> None:
        """Another network's."""
        part = judged_part(results)
        self.numbers.show_results(results, part)
        self.matrix.show_results(results, part)
        self.classes.show_results(results, part)
        # So many classes need the whole width; the table then stands below.
        is_wide = self.matrix.wishes_whole_width()
        self._pair.setDirection(QHBoxLayout.Direction.TopToBottom if is_wide else QHBoxLayout.Direction.LeftToRight)
        self.mistakes.set_parts(tuple(results.parts), _why_missing(results))
        self.calibration.show_calibration(results.calibration, results.strange)


def judged_part(results: Results) -> Part:
    """The part whose numbers count: the test; where there is none, validation, at last training."""
    return next(part for part in reversed(PARTS) if part in results.parts)


def _why_missing(results: Results) -> str:
    if results.folder is not None:
        return tr("The network was asked about the pictures of a folder.")
    return tr("The run has no such pictures, or they are gone.")
