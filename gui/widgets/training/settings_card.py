"""The settings of a training: the few that matter, and folded those that a good default answers."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.training import config as limits
from core.training.config import DEFAULT_LEARNING_RATES, DEFAULT_PATIENCE, TrainingConfig
from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.field_row import NARROW_FIELD
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.switch_row import SwitchRow
from gui.widgets.text import Text
from gui.widgets.training.optimizer_settings import OptimizerSettings
from gui.widgets.training.rate_field import RateField


class SettingsCard(Card):
    """`changed(dict)`: fields of TrainingConfig and their new values. Class weights belong to the pictures' edits, so
    they are told apart: `class_weights_changed(bool)`. `running_rate_changed(float)`: another learning rate for the
    training that is paused. `find_wanted`: look for a good learning rate. `unfolded(bool)`: the user opened or closed
    the folded part."""

    changed = Signal(dict)
    class_weights_changed = Signal(bool)
    running_rate_changed = Signal(float)
    find_wanted = Signal()
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), parent=parent)
        self._config = TrainingConfig()
        self._is_locked = False
        self.epochs = NumberField(
            tr("Epochs"), 1, limits.LARGEST_EPOCHS, tr("How often every training picture is seen."), width=NARROW_FIELD
        )
        self.batch_size = NumberField(
            tr("Batch size"),
            1,
            limits.LARGEST_BATCH,
            tr("How many pictures are looked at before the weights move. 32 is a good start."),
            width=NARROW_FIELD,
        )
        self.rate = RateField()
        self._make_early_stopping()
        self.more_button = LinkButton(
            tr("Optimizer, schedule, seed"), "chevron-right", tr("Settings that a default answers"), quiet=True
        )
        self.more = OptimizerSettings()
        self._arrange_fields()
        self._connect()
        self.show_config(self._config)
        self.set_unfolded(False)

    def show_config(self, config: TrainingConfig) -> None:
        """Show these settings, without a signal."""
        self._config = config
        self.epochs.set_value(config.epochs)
        self.batch_size.set_value(config.batch_size)
        self.rate.set_rate(config.learning_rate)
        self.early_stopping.set_on(config.early_stopping > 0)
        if config.early_stopping:
            self.patience.set_value(config.early_stopping)
        self._patience_part.setVisible(config.early_stopping > 0)
        self.more.optimizer.choose(config.optimizer)
        self.more.schedule.choose(config.schedule)
        self.more.class_weights.set_on(config.class_weights)
        self.more.seed.set_value(config.seed)
        self.more.reproducible.set_on(config.reproducible)

    def show_running_rate(self, rate: float) -> None:
        """Show the learning rate that was last set for the training that goes on, before its schedule; without a
        signal."""
        self.rate.set_rate(rate)

    def set_state(self, locked: bool, rate_locked: bool, can_find: bool = True, has_pictures: bool = True) -> None:
        """`locked`: a training goes on and its settings stand; `rate_locked` is False while it is paused, for its
        learning rate alone can then be changed. `can_find`: there are pictures to look for a rate with, and nothing
        runs. `has_pictures`: there are some whose classes can be weighed."""
        self._is_locked = locked
        self.set_locked(locked)
        for field in (self.epochs, self.batch_size, self.early_stopping, self.patience, self.more):
            field.set_locked(locked)
        self.more.class_weights.set_locked(locked or not has_pictures)
        self.rate.set_locked(locked and rate_locked)
        self.rate.set_note(tr("Holds from the next batch on.") if locked and not rate_locked else "")
        self.rate.set_can_find(can_find and not locked)

    def set_unfolded(self, on: bool) -> None:
        """Show or hide the settings that a default answers, without a signal."""
        self.more.setVisible(on)
        self.more_button.set_icon("chevron-down" if on else "chevron-right")
        self.more_button.setAccessibleDescription(tr("open") if on else tr("closed"))

    # ---- building

    def _make_early_stopping(self) -> None:
        self.early_stopping = SwitchRow(
            tr("Stop early"),
            tooltip=tr(
                "Ends by itself once validation loss has stopped falling: more epochs would only learn by heart."
            ),
        )
        self.patience = NumberField(
            tr("Patience"),
            1,
            limits.LARGEST_EPOCHS,
            tr("So many epochs in a row may bring no lower validation loss before the training ends."),
            width=NARROW_FIELD,
        )
        self.patience.set_value(DEFAULT_PATIENCE)
        self._patience_part = QWidget()
        part = QVBoxLayout(self._patience_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(theme.UNIT // 2)
        part.addWidget(self.patience)
        part.addWidget(Text(tr("Epochs without improvement. The best one is kept."), "caption", "text3", wrap=True))

    def _arrange_fields(self) -> None:
        for field in (self.epochs, self.batch_size, self.rate, self.early_stopping, self._patience_part):
            self.body.addWidget(field)
        fold = QHBoxLayout()
        fold.addWidget(self.more_button)
        fold.addStretch(1)
        self.body.addLayout(fold)
        self.body.addWidget(self.more)

    def _connect(self) -> None:
        self.epochs.changed.connect(self._on_epochs)
        self.batch_size.changed.connect(self._on_batch_size)
        self.rate.changed.connect(self._on_rate)
        self.rate.find_wanted.connect(self.find_wanted)
        self.early_stopping.changed.connect(self._on_early_stopping)
        self.patience.changed.connect(self._on_patience)
        self.more_button.clicked.connect(self._on_more)
        self.more.optimizer.chosen.connect(self._on_optimizer)
        self.more.schedule.chosen.connect(self._on_schedule)
        self.more.class_weights.changed.connect(self.class_weights_changed)
        self.more.seed.changed.connect(self._on_seed)
        self.more.reproducible.changed.connect(self._on_reproducible)

    # ---- what the user did

    def _change(self, **changes: Any) -> None:
        self.changed.emit(changes)

    def _on_epochs(self, epochs: int) -> None:
        self._change(epochs=epochs)

    def _on_batch_size(self, batch_size: int) -> None:
        self._change(batch_size=batch_size)

    def _on_rate(self, rate: float) -> None:
        if self._is_locked:
            self.running_rate_changed.emit(rate)
        else:
            self._change(learning_rate=rate)

    def _on_early_stopping(self, on: bool) -> None:
        self._patience_part.setVisible(on)
        self._change(early_stopping=self.patience.value() if on else 0)

    def _on_patience(self, epochs: int) -> None:
        self._change(early_stopping=epochs)

    def _on_optimizer(self, key: str) -> None:
        before = self._config.optimizer
        if key == before:
            return
        optimizer = next(each for each in limits.OPTIMIZERS if each == key)
        changes: dict[str, Any] = {"optimizer": optimizer}
        if self._config.learning_rate == DEFAULT_LEARNING_RATES[before]:
            changes["learning_rate"] = DEFAULT_LEARNING_RATES[optimizer]
        self._change(**changes)

    def _on_schedule(self, key: str) -> None:
        if key != self._config.schedule:
            self._change(schedule=key)

    def _on_seed(self, seed: int) -> None:
        self._change(seed=seed)

    def _on_reproducible(self, on: bool) -> None:
        self._change(reproducible=on)

    def _on_more(self) -> None:
        on = self.more.isHidden()
        self.set_unfolded(on)
        self.unfolded.emit(on)
