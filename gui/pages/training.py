"""The Training page: start, watch loss and accuracy move, and find earlier runs."""

import math
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core import places
from core.events import BatchEnded, EpochEnded
from core.network.presets import tutorial_network
from core.numerals import duration, file_size, number, percent
from core.training import config as limits
from core.training.cost import disk_bytes, memory_bytes
from core.training.runs import best_epoch, list_runs
from core.words import tr
from gui import theme
from gui.pages.page import Page
from gui.session import Session
from gui.state import State
from gui.widgets.buttons import LinkButton, MainButton
from gui.widgets.card import Card
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.key_value import KeyValues
from gui.widgets.number_field import NumberField
from gui.widgets.number_tile import NumberTile, TileRow
from gui.widgets.runs_table import RunsTable

RUNS_LISTED = 50


class TrainingPage(Page):
    """Tiles, plots and runs at the left; settings and cost at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("training", session, tr("Training"), "", parent)
        self.start_button = MainButton(tr("Start training"))
        self.look_button = MainButton(
            tr("Look inside"), tooltip=tr("What every layer of the best epoch makes of a picture")
        )
        self.header.buttons.addWidget(self.start_button)
        self.header.buttons.addWidget(self.look_button)
        self.start_button.clicked.connect(self._on_start)
        self.look_button.clicked.connect(self._on_look)
        self._make_tiles()
        self.loss_plot = CurvePlot(tr("Loss"), "loss")
        self.accuracy_plot = CurvePlot(tr("Accuracy"), "accuracy")
        self._make_runs()
        self._make_settings()
        self._arrange_columns()
        session.state_changed.connect(self._update_state)
        session.pictures_changed.connect(self._update_state)
        session.config_changed.connect(self._update_config)
        session.training_began.connect(self._on_began)
        session.batch_ended.connect(self._on_batch)
        session.epoch_ended.connect(self._on_epoch)
        session.training_ended.connect(self._on_ended)
        self._update_config()
        self._update_state()
        self._update_runs()
        self._replay()

    # ---- building

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

    def _make_runs(self) -> None:
        self.runs_card = Card(tr("Runs"), tr("Double-click a run to look inside it"), rule=True, flush=True)
        self.runs_table = RunsTable()
        self.runs_table.setMinimumHeight(theme.HEAD_HEIGHT + 4 * theme.ROW_HEIGHT)
        self.runs_card.body.addWidget(self.runs_table)
        self.runs_table.run_chosen.connect(self._on_run_chosen)

    def _make_settings(self) -> None:
        self.settings_card = Card(tr("Settings"))
        self.epochs_field = NumberField(
            tr("Epochs"), 1, limits.LARGEST_EPOCHS, tr("How often every training picture is seen.")
        )
        self.batch_field = NumberField(
            tr("Batch size"),
            1,
            limits.LARGEST_BATCH,
            tr("How many pictures are looked at before the weights move. 32 is a good start."),
        )
        self.seed_field = NumberField(
            tr("Seed"),
            0,
            limits.LARGEST_SEED,
            tr("Where chance begins: the same seed gives the same split, order and first weights."),
        )
        self._more = LinkButton(tr("Seed"), "chevron-right", tr("Settings that a default answers"), quiet=True)
        self._more.clicked.connect(self._on_more)
        self.epochs_field.changed.connect(self._on_epochs_changed)
        self.batch_field.changed.connect(self._on_batch_changed)
        self.seed_field.changed.connect(self._on_seed_changed)
        body = self.settings_card.body
        body.addWidget(self.epochs_field)
        body.addWidget(self.batch_field)
        fold = QHBoxLayout()
        fold.addWidget(self._more)
        fold.addStretch(1)
        body.addLayout(fold)
        body.addWidget(self.seed_field)
        self._fold(self.session.settings.settings_unfolded)
        self.cost_card = Card(tr("What it takes"))
        self.cost = KeyValues()
        self.cost.add("parameters", tr("Parameters"), tooltip=tr("Numbers that the network learns."))
        self.cost.add(
            "memory",
            tr("Memory"),
            tooltip=tr("Weights, their gradients and Adam's two averages, and what one batch leaves in every layer."),
        )
        self.cost.add(
            "disk",
            tr("Disk"),
            tooltip=tr("While an epoch is saved. The run keeps half of it."),
        )
        self.cost.add("epoch", tr("One epoch"), tooltip=tr("As measured in this run."))
        self.cost.add("all", tr("All epochs"), tooltip=tr("From the epochs measured so far."))
        self.cost_card.body.addWidget(self.cost)

    def _arrange_columns(self) -> None:
        plots = QHBoxLayout()
        plots.setSpacing(theme.CARD_GAP)
        for plot in (self.loss_plot, self.accuracy_plot):
            card = Card()
            card.body.addWidget(plot)
            plot.setMinimumHeight(230)
            plots.addWidget(card, 1)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.tiles)
        left.addLayout(plots, 3)
        left.addWidget(self.runs_card, 2)
        right = QVBoxLayout()
        right.setSpacing(14)
        for card in (self.settings_card, self.cost_card):
            card.setFixedWidth(theme.PANEL_SETTINGS)
            right.addWidget(card)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        self.body.addLayout(columns, 1)

    # ---- following the session

    def _replay(self) -> None:
        """Show the training that is going on, or the last one: the page may be built at any time."""
        live = self.session.live
        if live is None:
            self.loss_plot.reset(self.session.config.epochs)
            self.accuracy_plot.reset(self.session.config.epochs)
        else:
            self.loss_plot.reset(live.epochs)
            self.accuracy_plot.reset(live.epochs)
            for batch in self.session.batches:
                self._add_batch(batch)
            for epoch in self.session.epochs:
                self._add_epoch(epoch)
        self._update_tiles()

    def _on_began(self) -> None:
        self._replay()
        self._update_state()
        self._update_runs()

    def _on_batch(self, batch: BatchEnded) -> None:
        self._add_batch(batch)
        self._update_tiles()

    def _on_epoch(self, epoch: EpochEnded) -> None:
        self._add_epoch(epoch)
        self._update_tiles()

    def _on_ended(self) -> None:
        self._update_state()
        self._update_tiles()
        self._update_runs()

    def _add_batch(self, batch: BatchEnded) -> None:
        live = self.session.live
        assert live is not None
        position = batch.epoch - 1 + batch.batch / live.batches_per_epoch
        self.loss_plot.add_batch(position, batch.batch_loss)
        self.accuracy_plot.add_batch(position, batch.batch_accuracy)

    def _add_epoch(self, epoch: EpochEnded) -> None:
        self.loss_plot.add_epoch(epoch.epoch, epoch.loss, epoch.val_loss)
        self.accuracy_plot.add_epoch(epoch.epoch, epoch.accuracy, epoch.val_accuracy)
        if epoch.is_best:
            self.loss_plot.set_best(epoch.epoch, epoch.val_loss)
            self.accuracy_plot.set_best(epoch.epoch, epoch.val_accuracy)

    def _update_tiles(self) -> None:
        session, live = self.session, self.session.live
        batch = session.batches[-1] if session.batches else None
        last = session.epochs[-1] if session.epochs else None
        best = best_epoch(session.epochs)
        planned = live.epochs if live else session.config.epochs
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
        self._update_time(batch)

    def _update_time(self, batch: BatchEnded | None) -> None:
        session = self.session
        seconds = session.epochs[-1].seconds if session.epochs else math.nan
        note = tr("{seconds} s an epoch", seconds=number(seconds, 1)) if session.epochs else ""
        if session.is_training and batch is not None:
            self.time_tile.set_value(duration(batch.seconds_left), note)
        else:
            finished = session.outcome is not None and session.outcome.state == "finished"
            self.time_tile.set_value(duration(0) if finished else "–", note)
        self.cost.set("epoch", tr("{seconds} s", seconds=number(seconds, 1)) if session.epochs else "–")
        planned = session.live.epochs if session.live else session.config.epochs
        self.cost.set("all", duration(seconds * planned))

    def _update_state(self) -> None:
        session = self.session
        training = session.is_training and session.state is not State.IDLE
        self.start_button.setVisible(not training)
        self.start_button.setEnabled(session.can_start or (session.dataset is None and session.state is State.IDLE))
        # One filled button in sight: the next thing to do.
        done = session.outcome is not None and session.outcome.epochs > 0
        self.look_button.setVisible(done and not training)
        self.start_button.set_main(not done)
        self.start_button.setText(
            tr("Open pictures") if session.dataset is None else tr("Train again") if done else tr("Start training")
        )
        for field in (self.epochs_field, self.batch_field, self.seed_field):
            field.set_locked(training)
        self.settings_card.set_locked(training)
        name = session.live.title if session.live else session.title
        self.header.set_sentence(
            tr("{name}, tutorial network", name=name) if name else tr("Open pictures first, then watch it learn.")
        )
        self._update_cost()

    def _update_config(self) -> None:
        config = self.session.config
        self.epochs_field.set_value(config.epochs)
        self.batch_field.set_value(config.batch_size)
        self.seed_field.set_value(config.seed)
        if self.session.live is None or not self.session.epochs:
            self._replay()
        self._update_cost()

    def _update_cost(self) -> None:
        config, dataset = self.session.config, self.session.dataset
        if dataset is None:
            for key in ("parameters", "memory", "disk"):
                self.cost.set(key, "–")
            return
        network = tutorial_network(config.image_size_px, len(dataset.class_names), config.with_dropout)
        self.cost.set("parameters", f"{network.parameters():,}")
        self.cost.set("memory", file_size(memory_bytes(network, config.batch_size)))
        self.cost.set("disk", file_size(disk_bytes(network)))

    def _update_runs(self) -> None:
        live = self.session.live
        training = live.run if live is not None and self.session.is_training else None
        self.runs_table.show_runs(list_runs(places.runs_folder(), RUNS_LISTED), training)

    # ---- what the user did

    def _on_start(self) -> None:
        if self.session.dataset is None:
            self.session.page_wanted.emit("pictures")
        else:
            self.session.start_training()

    def _on_look(self) -> None:
        self.session.page_wanted.emit("inside")

    def _on_run_chosen(self, folder: Path) -> None:
        self.session.open_model(folder)

    def _on_epochs_changed(self, epochs: int) -> None:
        self.session.set_config(epochs=epochs)

    def _on_batch_changed(self, batch_size: int) -> None:
        self.session.set_config(batch_size=batch_size)

    def _on_seed_changed(self, seed: int) -> None:
        self.session.set_config(seed=seed)

    def _on_more(self) -> None:
        self._fold(self.seed_field.isHidden())

    def _fold(self, unfolded: bool) -> None:
        self.session.settings.settings_unfolded = unfolded
        self.seed_field.setVisible(unfolded)
        self._more.set_icon("chevron-down" if unfolded else "chevron-right")
