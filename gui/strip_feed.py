"""What the strip at the bottom says, from the session's state."""

import math

from PySide6.QtCore import QObject, Signal

from core.events import BatchEnded, EpochEnded
from core.numerals import duration, percent
from core.training.runs import best_epoch
from core.words import plural, say, tr
from gui.session import Session
from gui.state import State
from gui.widgets.status_strip import StatusStrip


class StripFeed(QObject):
    """Keeps one StatusStrip up to date. `stop_wanted`: its Stop was clicked (whoever hears may ask first)."""

    stop_wanted = Signal()

    def __init__(self, session: Session, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._session = session
        self._strip = strip
        session.state_changed.connect(self._update)
        session.pictures_changed.connect(self._update)
        session.config_changed.connect(self._update)
        session.said.connect(self._update)
        session.preparing.connect(self._on_preparing)
        session.batch_ended.connect(self._on_batch)
        session.epoch_ended.connect(self._on_epoch)
        session.training_ended.connect(self._update)
        strip.pause_clicked.connect(session.pause)
        strip.resume_clicked.connect(session.resume)
        strip.stop_clicked.connect(self.stop_wanted)
        self._update()

    def _update(self) -> None:
        session, strip = self._session, self._strip
        match session.state:
            case State.IDLE:
                self._show_idle()
            case State.PREPARING:
                self._show_step()
            case State.TRAINING:
                self._show_training()
            case State.PAUSED:
                epoch, epochs, share = self._place()
                strip.set_paused(epoch, epochs, share)
            case State.STOPPING:
                best = best_epoch(session.epochs)
                strip.set_stopping(
                    tr("finishing this batch, keeping epoch {epoch}", epoch=best.epoch)
                    if session.is_training and best
                    else tr("finishing this step")
                )

    def _show_idle(self) -> None:
        session, strip = self._session, self._strip
        outcome = session.outcome
        message = session.messages.get("training")
        if session.monitor.has_failed and message is not None and message.kind == "error":
            strip.set_failed(tr("The training ended with an error, explained on its page."))
        elif outcome is not None:
            time = duration(outcome.seconds)
            words = plural(
                outcome.epochs,
                say("1 epoch in {time}, and kept", time=time),
                say(
                    "{epochs} epochs in {time}, best epoch {best} kept",
                    epochs=outcome.epochs,
                    time=time,
                    best=outcome.best_epoch,
                ),
            )
            if outcome.epochs == 0:
                strip.set_stopped(tr("before the first epoch was over; the network is kept as it was"))
            elif outcome.state == "stopped":
                strip.set_stopped(tr("{result}; it can go on", result=words))
            elif outcome.ended_early:
                strip.set_finished(tr("{result}; ended early, validation loss had stopped falling", result=words))
            elif math.isnan(outcome.test_accuracy):
                strip.set_finished(str(words))
            else:
                strip.set_finished(
                    tr("{result}; test accuracy {share}", result=words, share=percent(outcome.test_accuracy))
                )
        elif session.dataset is None:
            strip.set_ready(tr("No pictures yet"))
        else:
            split = session.split()
            count = len(split.training) if split is not None else 0
            epochs = session.config.epochs
            strip.set_ready(
                tr(
                    "Nothing is training. {pictures}, {epochs}.",
                    pictures=plural(count, say("1 training picture"), say("{count:,} training pictures", count=count)),
                    epochs=plural(epochs, say("1 epoch"), say("{count:,} epochs", count=epochs)),
                )
            )

    def _show_step(self) -> None:
        step = self._session.last_step
        if step is None:
            self._strip.set_preparing(tr("starting"))
        elif step.total:
            words = say("{what}, {done:,} of {total:,}", what=step.what, done=step.done, total=step.total)
            seconds = self._session.step_seconds_left
            if not math.isnan(seconds):
                words = say("{words}, {time} left", words=words, time=duration(seconds))
            self._strip.set_preparing(str(words), step.done / step.total)
        else:
            self._strip.set_preparing(str(step.what))

    def _show_training(self) -> None:
        session = self._session
        if session.live is None:
            return
        epoch, epochs, share = self._place()
        last = session.batches[-1] if session.batches else None
        self._strip.set_training(
            epoch,
            epochs,
            share,
            last.loss if last else math.nan,
            last.accuracy if last else math.nan,
            session.epochs[-1].val_accuracy if session.epochs else math.nan,
            last.pictures_per_second if last else math.nan,
            last.seconds_left if last else math.nan,
        )

    def _place(self) -> tuple[int, int, float]:
        """The running epoch, the planned epochs, and the share of the whole that is done."""
        live = self._session.live
        if live is None:
            return 1, self._session.config.epochs, 0.0
        last = self._session.batches[-1] if self._session.batches else None
        if last is None or last.epoch <= len(self._session.epochs):
            done = len(self._session.epochs)
            return min(done + 1, live.epochs), live.epochs, done / live.epochs
        share = (last.epoch - 1 + last.batch / live.batches_per_epoch) / live.epochs
        return last.epoch, live.epochs, share

    def _on_preparing(self, _step: object) -> None:
        if self._session.state is State.PREPARING:
            self._show_step()
        elif self._session.state is State.TRAINING:
            self._strip.set_preparing(str(self._session.last_step.what) if self._session.last_step else "")

    def _on_batch(self, _batch: BatchEnded) -> None:
        if self._session.state is State.TRAINING:
            self._show_training()

    def _on_epoch(self, _epoch: EpochEnded) -> None:
        # It is told once it is saved: a pause or a stop may have been asked for meanwhile.
        self._update()
