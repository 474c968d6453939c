"""What the next training is set to, and what it takes."""

import math

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.network.presets import tutorial_network
from gui import theme
from gui.session import Session
from gui.state import State
from gui.trying import decisive
from gui.widgets.training.cost_card import CostCard, Needs, Room
from gui.widgets.training.settings_card import SettingsCard


class SettingsColumn(QWidget):
    """The cards at the right of the Training page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.settings = SettingsCard()
        self.settings.set_unfolded(session.settings.settings_unfolded)
        self.cost = CostCard()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        for card in (self.settings, self.cost):
            card.setFixedWidth(theme.PANEL_SETTINGS)
            layout.addWidget(card)
        layout.addStretch(1)
        self._connect()
        self._update_config()
        self._update_state()

    def _connect(self) -> None:
        session, monitor, trying = self._session, self._session.monitor, self._session.trying
        self.settings.changed.connect(self._on_changed)
        self.settings.class_weights_changed.connect(session.collection.set_class_weights)
        self.settings.running_rate_changed.connect(monitor.set_learning_rate)
        self.settings.find_wanted.connect(trying.find_learning_rate)
        self.settings.unfolded.connect(self._on_unfolded)
        self.cost.measure_wanted.connect(trying.measure)
        session.state_changed.connect(self._update_state)
        session.pictures_changed.connect(self._update_state)
        session.config_changed.connect(self._update_config)
        monitor.began.connect(self._update_config)
        monitor.config_changed.connect(self._update_config)
        monitor.epoch_ended.connect(self._update_times)
        session.training_ended.connect(self._update_config)
        trying.forecast_changed.connect(self._update_times)

    def _update_state(self) -> None:
        session = self._session
        training = session.is_training and not session.is_idle
        self.settings.set_state(
            locked=training,
            rate_locked=session.state is not State.PAUSED,
            can_find=session.can_start,
            has_pictures=session.dataset is not None,
        )
        self.cost.set_can_measure(session.can_start)
        self._update_config()

    def _update_config(self) -> None:
        monitor = self._session.monitor
        self.settings.show_config(monitor.shown_config)
        self._update_needs()
        self._update_times()

    def _update_needs(self) -> None:
        session = self._session
        config, dataset = session.monitor.shown_config, session.dataset
        training = session.is_training and not session.is_idle
        if dataset is None and not training:
            self.cost.show_needs(None)
            return
        classes = len(session.monitor.class_names if training or dataset is None else dataset.class_names)
        network = tutorial_network(config.image_size_px, max(classes, 2), config.with_dropout)
        self.cost.show_needs(Needs.of(network, config), None if training else Room.now())

    def _update_times(self) -> None:
        session, monitor = self._session, self._session.monitor
        measured = math.nan
        is_alike = decisive(monitor.config) == decisive(monitor.shown_config)
        if monitor.epochs and is_alike and (session.is_training or session.outcome is not None):
            measured = monitor.epochs[-1].seconds
        epochs = monitor.live.epochs if monitor.live and session.is_training else monitor.shown_config.epochs
        self.cost.show_times(epochs, measured, session.trying.forecast)

    def _on_changed(self, changes: dict[str, object]) -> None:
        self._session.set_config(**changes)

    def _on_unfolded(self, on: bool) -> None:
        self._session.settings.settings_unfolded = on
