"""Trying: what a few batches tell before a training begins: a good learning rate, how long an epoch takes."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.events import Event, Forecast, RateFindings, RateTried
from core.pictures.dataset import Dataset
from core.training.config import TrainingConfig
from gui.jobs import JobThread
from gui.state import Work

if TYPE_CHECKING:
    from gui.session import Session


class Trying(QObject):
    """Works for one session. `tried` are the rates of the last search, `findings` what it has shown, `forecast` what an
    epoch takes. All three hold for the open pictures and the settings that decide on them, and go with these.

    `rates_changed`: a search has begun or ended, or what was found holds no longer.
    """

    rate_tried = Signal(object)
    rates_changed = Signal()
    forecast_changed = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.tried: list[RateTried] = []
        self.findings: RateFindings | None = None
        self.forecast: Forecast | None = None
        # What they hold for.
        self._of: tuple[Dataset, TrainingConfig] | None = None
        session.reported.connect(self._on_reported)
        session.pictures_changed.connect(self._on_changed)
        session.config_changed.connect(self._on_changed)
        session.monitor.began.connect(self._on_training_began)

    def find_learning_rate(self) -> None:
        """Train for some batches, each at a larger rate than the one before; `rate_tried` and `rates_changed` tell."""
        job = self._job("core.training.rate_finder:find_learning_rate")
        if job is not None:
            self.tried.clear()
            self.findings = None
            job.succeeded.connect(self._on_found)
            self._session.begin(job, "rates")
            # After the session has heard of it: nothing runs then any more.
            job.finished.connect(self._on_search_ended)
            self.rates_changed.emit()

    def measure(self) -> None:
        """Time a few batches; `forecast_changed` tells what they promise."""
        job = self._job("core.training.forecast:measure")
        if job is not None:
            job.succeeded.connect(self._on_measured)
            self._session.begin(job, "forecast")

    def forget_rates(self) -> None:
        """The user has seen enough of the search."""
        self.tried.clear()
        self.findings = None
        self.rates_changed.emit()

    def runs(self, work: Work) -> bool:
        """Whether the running job is this one: "rates" or "forecast"."""
        return self._session.work == work

    def _job(self, function: str) -> JobThread | None:
        """Ready to begin; None where there are no pictures for it, or something runs."""
        session = self._session
        if not session.can_start or session.dataset is None:
            return None
        message = session.messages.get("training")
        if message is not None and message.action != "resume":
            # An interrupted run goes on being offered.
            session.withdraw("training")
        self._of = session.dataset, decisive(session.config)
        return JobThread(function, session.dataset, session.config, needs_tensorflow=True, parent=session)

    def _on_reported(self, event: Event) -> None:
        if isinstance(event, RateTried) and self._of is not None:
            self.tried.append(event)
            self.rate_tried.emit(event)

    def _on_found(self, findings: RateFindings) -> None:
        if self._of is not None:
            self.findings = findings

    def _on_search_ended(self) -> None:
        self.rates_changed.emit()

    def _on_measured(self, forecast: Forecast) -> None:
        if self._of is not None:
            self.forecast = forecast
            self.forecast_changed.emit()

    def _on_training_began(self) -> None:
        """The user has chosen a rate, or sees the curves of another run now."""
        if not self.runs("rates"):
            self.forget_rates()

    def _on_changed(self) -> None:
        """Forget what holds for other pictures or settings, and what is still being tried for them."""
        if self._of is None:
            return
        dataset, config = self._of
        if dataset is self._session.dataset and config == decisive(self._session.config):
            return
        self._of = None
        self.tried.clear()
        self.findings = self.forecast = None
        if self.runs("rates") or self.runs("forecast"):
            self._session.stop()
        self.rates_changed.emit()
        self.forecast_changed.emit()


def decisive(config: TrainingConfig) -> TrainingConfig:
    """The settings that decide on how a batch goes, whatever the others are."""
    plain = TrainingConfig()
    names = ("epochs", "learning_rate", "schedule", "early_stopping", "kept_epochs_mb")
    return dataclasses.replace(config, **{name: getattr(plain, name) for name in names})
