"""What decides which picture goes into which part: shares, seed, near-identical pictures, an earlier run."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.pictures.split import Shares
from core.training.config import LARGEST_SEED
from core.words import tr
from gui import theme
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Rule
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.percentages import LEAST_TRAINING, Percentages
from gui.widgets.pictures.switch_row import SwitchRow
from gui.widgets.text import Text


class SplitEditor(QWidget):
    """`shares_changed(Shares)`, the others as in `SplitCard`."""

    shares_changed = Signal(object)
    seed_changed = Signal(int)
    keep_together_changed = Signal(bool)
    earlier_run_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percentages = Percentages.of(Shares())
        self._folder_parts: frozenset[str] = frozenset()
        self.training = _share_field(
            tr("Training"),
            LEAST_TRAINING,
            tr("What the network learns from. The other two share the rest in the proportion that they have."),
        )
        self.validation = _share_field(
            tr("Validation"), 0, tr("Shows after each epoch how it does on new pictures. Taken from training.")
        )
        self.test = _share_field(tr("Test"), 0, tr("Kept away until the end: the honest mark. Taken from training."))
        self._hint = Text("", "caption", "warning", wrap=True)
        self.seed = NumberField(
            tr("Seed"),
            0,
            LARGEST_SEED,
            tr("Where the shuffling begins: the same seed shares the same pictures out the same way."),
        )
        self.keep_together = SwitchRow(
            tr("Keep near-identical pictures on one side"),
            tr("Two shots of one scene in training and test make results look better than they are."),
        )
        self.earlier_run = SmallButton(
            tr("As in an earlier run…"), tooltip=tr("Each picture goes where it was in that run, so that both compare.")
        )
        self._arrange()
        self.training.changed.connect(self._on_training)
        self.validation.changed.connect(self._on_validation)
        self.test.changed.connect(self._on_test)
        self.seed.changed.connect(self.seed_changed)
        self.keep_together.changed.connect(self.keep_together_changed)
        self.earlier_run.clicked.connect(self.earlier_run_wanted)

    def show_settings(self, shares: Shares, seed: int, folder_parts: frozenset[str], keep_together: bool) -> None:
        """Show what is set, without a signal; what the folder decides is not there to be set."""
        self._folder_parts = folder_parts
        self.training.setVisible(not folder_parts)
        self.validation.setVisible("validation" not in folder_parts)
        self.test.setVisible("test" not in folder_parts)
        # Where both are given, nothing is left to draw.
        self.seed.setVisible(not {"validation", "test"} <= folder_parts)
        self.seed.set_value(seed)
        self.keep_together.set_on(keep_together)
        self._show(Percentages.of(shares))

    def set_locked(self, on: bool) -> None:
        """Whether nothing can be changed now."""
        for field in (self.training, self.validation, self.test, self.seed, self.keep_together):
            field.set_locked(on)
        self.earlier_run.setEnabled(not on)

    def hint(self) -> str:
        """What is said about the shares, if there is something to say."""
        return self._hint.text()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(theme.LABEL_GAP)
        for widget in (Rule(), self.training, self.validation, self.test, self._hint, self.seed):
            layout.addWidget(widget)
        layout.addSpacing(2)
        layout.addWidget(self.keep_together)
        layout.addSpacing(2)
        layout.addWidget(self.earlier_run, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, percentages: Percentages) -> None:
        self._percentages = percentages
        self.training.set_value(percentages.training)
        self.validation.set_value(percentages.validation)
        self.test.set_value(percentages.test)
        hint = _hint_for(percentages, self._folder_parts)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _take(self, percentages: Percentages) -> None:
        is_other = percentages != self._percentages
        # Shown in any case: the field may hold more than there is to share out.
        self._show(percentages)
        if is_other:
            self.shares_changed.emit(percentages.shares)

    def _on_training(self, value: int) -> None:
        self._take(self._percentages.with_training(value))

    def _on_validation(self, value: int) -> None:
        self._take(self._percentages.with_validation(value))

    def _on_test(self, value: int) -> None:
        self._take(self._percentages.with_test(value))


def _share_field(label: str, low: int, tooltip: str) -> NumberField:
    return NumberField(label, low, 100, tooltip, suffix=" %")


def _hint_for(percentages: Percentages, folder_parts: frozenset[str]) -> str:
    """What the least shares mean."""
    if percentages.training == LEAST_TRAINING and not folder_parts:
        return tr("Training keeps at least {least} %: something must be learned from.", least=LEAST_TRAINING)
    if percentages.validation == 0 and "validation" not in folder_parts:
        return tr("Without validation the best epoch is chosen by the pictures that were learned from.")
    if percentages.test == 0 and "test" not in folder_parts:
        return tr("Without test pictures there is no honest mark at the end.")
    return ""
