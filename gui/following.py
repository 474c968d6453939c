"""Following: a network in training as the one that answers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.answers import ModelCard
from core.control import Watch
from core.events import Event, Snapshot, TrainingStarted, Watched, WatchFailed
from core.network.layers import Network
from core.network.presets import tutorial_network
from core.questions import Look, TakeSnapshot

if TYPE_CHECKING:
    from gui.session import Session


class Following(QObject):
    """Works for one session. `is_asked`: whether the network in training, or last trained, is the one to ask, and not
    one that the user has opened."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.is_asked = False
        session.reported.connect(self._on_reported)
        session.state_changed.connect(self._on_state_changed)
        session.asking.watch_changed.connect(self.update_watch)
        session.asking.model_opened.connect(self._on_model_opened)

    @property
    def is_going_on(self) -> bool:
        """Whether a training runs whose network is the one to ask."""
        return self.is_asked and self._session.is_training

    def come_back(self) -> None:
        """Ask the network in training again, after another was opened."""
        self.is_asked = True
        self._session.asking.forget_model()
        self.ask_snapshot()
        self.update_watch()

    def ask_snapshot(self) -> None:
        """Let the training hand its weights on, for a question that waits."""
        if self._session.control is not None:
            self._session.control.ask_snapshot()

    def update_watch(self) -> None:
        """Let the training show what it makes of the picture, while it is the network that answers."""
        session, asking = self._session, self._session.asking
        asking.set_followed(self.is_going_on)
        if session.control is not None and session.is_training:
            photo = asking.looked_at if self.is_going_on else None
            watch = Watch(photo, asking.wants_all_weights, asking.wants_insight) if photo else None
            session.control.set_watch(watch)

    def _on_reported(self, event: Event) -> None:
        match event:
            case TrainingStarted():
                if self.is_asked:
                    self._session.asking.forget_model()
                self.update_watch()
            case Snapshot():
                self._on_snapshot(event)
            case Watched():
                self._on_watched(event)
            case WatchFailed(photo, error):
                if photo is self._session.asking.looked_at:
                    self._session.tell_unanswered(Look(photo), error)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self.is_asked:
            monitor = self._session.monitor
            names, resize = monitor.class_names, monitor.config.resize
            self._session.asking.take(TakeSnapshot(snapshot, self._network(), names, monitor.title, resize))

    def _on_watched(self, event: Watched) -> None:
        if self.is_asked:
            monitor, insight = self._session.monitor, event.insight
            frame, parameters = monitor.config.frame, self._network().parameters()
            card = ModelCard(monitor.title, monitor.class_names, frame, parameters, insight.epoch, event.run)
            self._session.asking.take_insight(insight, card)

    def _network(self) -> Network:
        monitor = self._session.monitor
        config = monitor.config
        return tutorial_network(config.image_size_px, len(monitor.class_names), config.with_dropout)

    def _on_state_changed(self) -> None:
        if self._session.is_idle:
            self.update_watch()

    def _on_model_opened(self) -> None:
        """The user has opened a model or run: it answers from now on."""
        self.is_asked = False
        self.update_watch()
