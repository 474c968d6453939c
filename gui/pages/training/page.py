"""The Training page: start, watch loss and accuracy move, steer, and find earlier runs."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core import places
from core.errors import NakamiError
from core.events import BatchEnded, EpochEnded, RateTried
from core.numerals import duration, number, percent
from core.training.advice import advice
from core.training.run_list import listed_runs, scores_of
from core.training.runs import best_epoch
from core.training.unfinished import can_resume
from core.words import plural, say, tr
from gui import theme
from gui.pages.page import Page
from gui.pages.training.curves import Curves, CurvesExport
from gui.pages.training.settings_column import SettingsColumn
from gui.session import Session
from gui.widgets.buttons import MainButton, PlainButton
from gui.widgets.number_tile import NumberTile, TileRow
from gui.widgets.training.advice_card import AdviceCard
from gui.widgets.training.plot_content import MOST_SMOOTHING, PlotOptions
from gui.widgets.training.plot_options import ExportButton, PlotOptionsButton
from gui.widgets.training.rate_finder_view import RateFinderView
from gui.widgets.training.run_card import RunsCard

# What a run is offered to go on for.
MORE_EPOCHS = (10, 30, 100)


class TrainingPage(Page):
    """Tiles, plots, what they mean, and runs at the left; settings and cost at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("training", session, tr("Training"), "", parent)
        self.monitor = session.monitor
        # What the runs in the table are called.
        self._names: Mapping[Path, str] = {}
        self._make_header()
        self._make_tiles()
        self.curves = Curves(session, self.plot_options.options())
        self.export = CurvesExport(self.curves)
        self.finder = RateFinderView()
        self.advice_card = AdviceCard()
        self.runs_card = RunsCard(session.run_actions)
        self.column = SettingsColumn(session)
        self._arrange_columns()
        self._connect()
        self._show_finder()
        self._update_state()
        self._update_runs()
        # Only listed runs can be ticked.
        self.runs_card.set_ticked(self.monitor.compared)
        self._update_tiles()

    # ---- building

    def _make_header(self) -> None:
        settings = self.session.settings
        self.plot_options = PlotOptionsButton()
        smoothing = min(max(settings.plot_smoothing, 0.0), MOST_SMOOTHING)
        self.plot_options.set_options(PlotOptions(settings.plot_log, smoothing, settings.plot_with_batches))
        self.export_button = ExportButton()
        self.start_button = MainButton(tr("Start training"))
        self.look_button = PlainButton(
            tr("Look inside"), tooltip=tr("What every layer of the best epoch makes of a picture")
        )
        self.results_button = MainButton(
            tr("See results"), tooltip=tr("How good the best epoch is on test pictures, and where it fails")
        )
        for button in (
            self.plot_options,
            self.export_button,
            self.start_button,
            self.look_button,
            self.results_button,
        ):
            self.header.buttons.addWidget(button)

    def _make_tiles(self) -> None:
        self.epoch_tile = NumberTile(tr("Epoch"), tooltip=tr("One epoch: every training picture was seen once."))
        self.best_tile = NumberTile(
            tr("Best epoch"), tooltip=tr("The epoch with the lowest validation loss. Its network is kept.")
        )
        self.val_tile = NumberTile(
            tr("Validation accuracy"),
            tooltip=tr("Share of right answers on pictures that are not learned from, after the last whole epoch."),
        )
        self.time_tile = NumberTile(tr("Time left"))
        self.tiles = TileRow((self.epoch_tile, self.best_tile, self.val_tile, self.time_tile))

    def _arrange_columns(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.CARD_GAP)
        left.addWidget(self.tiles)
        left.addWidget(self.curves, 3)
        left.addWidget(self.finder, 3)
        left.addWidget(self.advice_card)
        left.addWidget(self.runs_card, 2)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left, 1)
        columns.addWidget(self.column)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        session, monitor, trying = self.session, self.monitor, self.session.trying
        self.start_button.clicked.connect(self._on_start)
        self.look_button.clicked.connect(self._on_look)
        self.results_button.clicked.connect(self._on_results)
        self.plot_options.changed.connect(self._on_plot_options)
        self.export_button.wanted.connect(self.export.ask)
        self.export.failed.connect(self._on_failed)
        self.advice_card.stop_wanted.connect(session.stop)
        self.finder.rate_chosen.connect(self._on_rate_chosen)
        self.finder.close_wanted.connect(self._on_finder_closed)
        self.runs_card.look_wanted.connect(self._on_run_chosen)
        self.runs_card.resume_wanted.connect(self._on_resume_wanted)
        self.runs_card.ticks_changed.connect(monitor.compare)
        self.runs_card.runs_changed.connect(self._update_runs)
        self.runs_card.failed.connect(self._on_failed)
        session.state_changed.connect(self._update_state)
        session.pictures_changed.connect(self._update_state)
        session.config_changed.connect(self._on_config_changed)
        monitor.began.connect(self._on_began)
        monitor.batch_ended.connect(self._on_batch)
        monitor.epoch_ended.connect(self._on_epoch)
        session.training_ended.connect(self._on_ended)
        trying.rate_tried.connect(self._on_rate_tried)
        trying.rates_changed.connect(self._show_finder)

    # ---- following the session

    def _on_config_changed(self) -> None:
        self.curves.set_planned(self.session.config.epochs)
        self._update_tiles()

    def _on_began(self) -> None:
        self._update_state()
        self._update_tiles()
        self._update_runs()

    def _on_batch(self, _batch: BatchEnded) -> None:
        self._update_tiles()

    def _on_epoch(self, _epoch: EpochEnded) -> None:
        self._update_tiles()
        self._update_advice()
        run = self.monitor.shown_run
        if run is not None:
            self.runs_card.show_scores(run, scores_of(self.monitor.epochs))

    def _on_ended(self) -> None:
        self._update_state()
        self._update_tiles()
        self._update_runs()

    def _update_tiles(self) -> None:
        session, monitor = self.session, self.monitor
        batch = monitor.batches[-1] if monitor.batches else None
        last = monitor.epochs[-1] if monitor.epochs else None
        best = best_epoch(monitor.epochs)
        planned = monitor.live.epochs if monitor.live else session.config.epochs
        # After a stop the epoch that was running does not count.
        begun = batch.epoch if batch and session.is_training else 0
        running = max(begun, last.epoch if last else 0)
        self.epoch_tile.set_value(str(running) if running else "–", tr("of {epochs}", epochs=planned))
        self.best_tile.set_value(
            str(best.epoch) if best else "–", tr("val loss {loss}", loss=number(best.val_loss)) if best else ""
        )
        self.val_tile.set_value(
            percent(last.val_accuracy) if last else "–",
            tr("epoch {epoch}: {accuracy}", epoch=best.epoch, accuracy=percent(best.val_accuracy)) if best else "",
        )
        seconds = last.seconds if last else math.nan
        note = tr("{seconds} s an epoch", seconds=number(seconds, 1)) if last else ""
        is_over = session.outcome is not None and session.outcome.state == "finished"
        left = batch.seconds_left if session.is_training and batch else 0.0 if is_over else math.nan
        self.time_tile.set_value(duration(left), note)

    def _update_state(self) -> None:
        session, monitor = self.session, self.monitor
        training = session.is_training and not session.is_idle
        self.start_button.setVisible(not training)
        self.start_button.setEnabled(session.can_start or (session.dataset is None and session.is_idle))
        # One filled button in sight: the next thing to do.
        done = session.outcome is not None and session.outcome.epochs > 0
        self.look_button.setVisible(done and not training)
        self.results_button.setVisible(done and not training)
        self.start_button.set_main(not done)
        self.start_button.setText(
            tr("Open pictures") if session.dataset is None else tr("Train again") if done else tr("Start training")
        )
        self.export_button.setEnabled(bool(monitor.epochs))
        self.runs_card.set_can_resume(session.is_idle)
        self._update_sentence()
        self._update_advice()

    def _update_sentence(self) -> None:
        monitor = self.monitor
        name = self._names.get(monitor.live.run, monitor.live.title) if monitor.live else self.session.title
        self.header.set_sentence(
            tr("{name}, tutorial network", name=name) if name else tr("Open pictures first, then watch it learn.")
        )

    def _update_advice(self) -> None:
        monitor = self.monitor
        training = self.session.is_training and not self.session.is_idle
        guessing = monitor.guessing
        found = advice(monitor.epochs, guessing, training) if monitor.epochs and guessing is not None else None
        stop_at = found.stop_at if found is not None else None
        button = tr("Stop and use epoch {epoch}", epoch=stop_at) if stop_at is not None else ""
        self.advice_card.show_advice(found, button)
        self.export_button.setEnabled(bool(monitor.epochs))

    def _update_runs(self) -> None:
        run = self.monitor.shown_run
        runs = listed_runs(places.runs_folder())
        self._names = {each.folder: each.name for each in runs}
        self.monitor.compare(each for each in self.monitor.compared if each in self._names and each != run)
        self.runs_card.show_runs(runs, run if self.session.is_training else None, run)
        self.curves.set_names(self._names)
        self._update_sentence()

    # ---- the search for a learning rate

    def _show_finder(self) -> None:
        """Instead of the curves, from the beginning of a search until it is closed or a training begins."""
        trying = self.session.trying
        searches = trying.runs("rates")
        shown = searches or bool(trying.tried)
        self.finder.setVisible(shown)
        self.curves.setHidden(shown)
        if shown:
            self.finder.begin()
            for tried in trying.tried:
                self.finder.add(tried)
            if trying.findings is not None:
                self.finder.show_findings(trying.findings)
            elif not searches:
                self.finder.show_stopped()

    def _on_rate_tried(self, tried: RateTried) -> None:
        if self.finder.isHidden():
            self._show_finder()
        else:
            self.finder.add(tried)

    def _on_rate_chosen(self, learning_rate: float) -> None:
        self.session.set_config(learning_rate=learning_rate)
        self._on_finder_closed()

    def _on_finder_closed(self) -> None:
        self.session.trying.forget_rates()

    # ---- what the user did

    def _on_start(self) -> None:
        if self.session.dataset is None:
            self.session.page_wanted.emit("pictures")
        else:
            self.session.start_training()

    def _on_results(self) -> None:
        self.session.page_wanted.emit("results")

    def _on_look(self) -> None:
        self.session.page_wanted.emit("inside")

    def _on_run_chosen(self, folder: Path) -> None:
        self.session.open_model(folder)

    def _on_resume_wanted(self, folder: Path) -> None:
        """Go on as planned; where nothing is left of the plan, ask how many epochs more."""
        found = can_resume(folder)
        if found is None or found.can_go_on_as_planned:
            self.monitor.resume_run(folder)
            return
        menu = QMenu(self)
        for more in MORE_EPOCHS:
            action = QAction(str(plural(more, say("1 more epoch"), say("{count:,} more epochs", count=more))), menu)
            action.setData((folder, found.epochs_done + more))
            action.triggered.connect(self._on_more_epochs)
            menu.addAction(action)
        button = self.runs_card.resume_button
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_more_epochs(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        folder, epochs = action.data()
        self.monitor.resume_run(folder, epochs)

    def _on_plot_options(self, options: PlotOptions) -> None:
        self.curves.set_options(options)
        kept: dict[str, Any] = {
            "log": options.log,
            "smoothing": options.smoothing,
            "with_batches": options.with_batches,
        }
        for name, value in kept.items():
            setattr(self.session.settings, f"plot_{name}", value)

    def _on_failed(self, error: NakamiError) -> None:
        self.session.tell("training", error)
