"""The Inside page: what every layer makes of one picture, epoch by epoch while a training runs."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from core.answers import Insight, LayerOutput, ModelCard, Photo
from core.errors import NakamiError
from core.pictures.dataset import Dataset, Picture
from core.questions import Look, Question
from core.words import tr
from gui.pages.page import Page
from gui.session import Session
from gui.widgets.buttons import PlainButton
from gui.widgets.inside.inside_states import InsideStates, Missing
from gui.widgets.inside.layer_thumbs import thumb
from gui.widgets.inside.layer_view import LayerView
from gui.widgets.inside.photo_card import PhotoCard


class InsidePage(Page):
    """A picture and its answer, the layers as a strip, and the chosen layer in full."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("inside", session, tr("Inside"), "", parent)
        self._asking = session.asking
        self._insight: Insight | None = None
        self._model: ModelCard | None = None
        self._layer: str | None = None
        self._unreadable: Photo | None = None
        self._from_folder: Photo | None = None
        self.another_button = PlainButton(tr("Another picture…"), "image", tr("Look at a picture of your own"))
        self.header.buttons.addWidget(self.another_button)
        self.photo_card = PhotoCard()
        self.layer_view = LayerView()
        self.states = InsideStates()
        self.body.addWidget(self.states, 1)
        self.body.addWidget(self.photo_card)
        self.body.addWidget(self.layer_view, 1)
        # Takes what a short layer leaves.
        self.body.addStretch(0)
        self._connect()
        self._on_insight_changed()

    def set_drop_active(self, on: bool) -> None:
        self.states.set_active(on)

    def _connect(self) -> None:
        session, asking = self.session, self._asking
        self.another_button.clicked.connect(self.choose_picture)
        self.states.picture_wanted.connect(self.choose_picture)
        self.states.network_wanted.connect(self._on_network_wanted)
        self.photo_card.stepped.connect(self.step)
        self.photo_card.layer_chosen.connect(self._on_layer_chosen)
        asking.insight_changed.connect(self._on_insight_changed)
        asking.model_changed.connect(self._on_model_changed)
        asking.failed.connect(self._on_failed)
        session.state_changed.connect(self._update)
        session.training_began.connect(self._on_training_began)
        session.pictures_changed.connect(self._on_pictures_changed)

    # ---- what the user does

    def choose_picture(self) -> None:
        """Ask which picture to look at."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, tr("Choose a picture"), pictures)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Any file: what a picture is, its content says, not its name.
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    def look_at(self, file: str) -> None:
        """Look at a picture by its file."""
        if file:
            self._look_at(Photo(Path(file).name, file))

    def step(self, steps: int) -> None:
        """Look at the next or previous picture of the open folder: test pictures first, then the others."""
        dataset, split = self.session.dataset, self.session.split()
        if dataset is None or split is None or not dataset.pictures:
            return
        order = np.concatenate((split.test, split.validation, split.training)).tolist()
        now = _position(dataset, self._asking.looked_at)
        place = order.index(now) + steps if now is not None else min(steps, 0)
        photo = _photo(dataset, dataset.pictures[order[place % len(order)]])
        self._from_folder = photo
        self._look_at(photo)

    def _look_at(self, photo: Photo) -> None:
        # What was said of the picture before does not hold for this one.
        self.session.withdraw("inside")
        self._unreadable = None
        self._asking.look(photo)
        self._update()

    def _on_network_wanted(self) -> None:
        if self.session.can_start:
            self.session.start_training()
        else:
            self.session.page_wanted.emit("pictures")

    def _on_layer_chosen(self, place: int) -> None:
        assert self._insight is not None
        self._layer = self._insight.outputs[place].name
        self._show_layer(self._insight.outputs[place])

    # ---- following the session

    def _on_insight_changed(self) -> None:
        insight = self._asking.insight
        if insight is not None and insight is not self._insight:
            self._insight, self._model = insight, self._asking.model
            self._unreadable = None
            self.session.withdraw("inside")
            self.photo_card.show_layers([thumb(output) for output in insight.outputs])
            self._show_chosen_layer(insight)
            self._show_answer()
        self._update()

    def _on_model_changed(self) -> None:
        self._begin_with_folder()
        self._update()

    def _on_failed(self, question: Question, _error: NakamiError) -> None:
        if isinstance(question, Look):
            self._unreadable = self._asking.looked_at
            self._update()

    def _on_training_began(self) -> None:
        if self.isVisible():
            self._ask_for_look()
        self._update()

    def _on_pictures_changed(self) -> None:
        self._begin_with_folder()
        self._show_answer()
        self._update()

    def _begin_with_folder(self) -> None:
        """Look at a test picture of the open folder where the user has not picked one."""
        dataset, looked_at = self.session.dataset, self._asking.looked_at
        if not self.isVisible() or dataset is None:
            return
        is_ours = looked_at is not None and looked_at is self._from_folder
        if looked_at is None or looked_at is self._unreadable or (is_ours and _position(dataset, looked_at) is None):
            self.step(1)

    def _ask_for_look(self) -> None:
        """Have the training copy its weights after the running batch: an epoch may take minutes."""
        control = self.session.control
        if control is not None and self.session.is_training and not self._asking.can_answer:
            control.ask_snapshot()

    # ---- showing

    def _update(self) -> None:
        missing = self._missing()
        self.states.show_missing(missing)
        self.states.set_can_start(self.session.can_start)
        self.photo_card.setVisible(missing is None)
        self.layer_view.setVisible(missing is None)
        self.another_button.setVisible(missing not in ("network", "picture"))
        self.photo_card.set_steps(self.session.dataset is not None)
        self.header.set_sentence(self._sentence())

    def _missing(self) -> Missing | None:
        """What stands in for the picture and its layers, if anything."""
        asking = self._asking
        if self._insight is not None:
            return None
        if not asking.can_answer:
            return "epoch" if self.session.is_training else "network"
        if asking.looked_at is None or asking.looked_at is self._unreadable:
            return "picture"
        return "look"

    def _sentence(self) -> str:
        sentence, model = tr("What every layer makes of your picture"), self._model
        if model is None:
            return sentence
        if model.epoch:
            network = tr("{name} after epoch {epoch}", name=model.title, epoch=model.epoch)
        elif model.epoch == 0:
            network = tr("{name} in its first epoch", name=model.title)
        elif model.run is not None:
            network = tr("{name}, best epoch", name=model.title)
        else:
            network = model.title
        return f"{sentence}  ·  {network}"

    def _show_answer(self) -> None:
        if self._insight is None:
            return
        photo, answer, dataset = self._insight.photo, self._insight.answer, self.session.dataset
        position = _position(dataset, photo)
        folder = None
        if dataset is not None and position is not None:
            folder = dataset.class_names[dataset.pictures[position].label]
        known = any(name == folder for name, _ in answer.ranked)
        self.photo_card.show_answer(photo.name, answer, folder, known)

    def _show_chosen_layer(self, insight: Insight) -> None:
        """The layer that was chosen before, else the first that sees something."""
        names = [output.name for output in insight.outputs]
        if not names:
            return
        if self._layer not in names:
            first = next((each for each in insight.outputs if each.kind == "Conv2D"), insight.outputs[0])
            self._layer = first.name
        place = names.index(self._layer)
        # Not while it has the ring: who has scrolled the strip is not to be scrolled back at every epoch.
        if self.photo_card.strip.chosen() != place:
            self.photo_card.strip.choose(place)
        self._show_layer(insight.outputs[place])

    def _show_layer(self, output: LayerOutput) -> None:
        assert self._insight is not None
        outputs = self._insight.outputs
        classes = self._model.class_names if self._model is not None else ()
        dense = max((place for place, each in enumerate(outputs) if each.kind == "Dense"), default=len(outputs) - 1)
        is_late = any(each is output for each in outputs[dense:])
        is_per_class = is_late and output.values.shape == (len(classes),)
        as_shares = output.kind == "softmax" or (output is outputs[-1] and _adds_up_to_one(output))
        self.layer_view.show_layer(output, classes if is_per_class else (), is_per_class and as_shares)
        self.body.setStretchFactor(self.layer_view, 0 if self.layer_view.is_short else 1)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.want_insight(True)
        self._begin_with_folder()
        self._ask_for_look()
        self._update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asking.want_insight(False)


def _photo(dataset: Dataset, picture: Picture) -> Photo:
    path = dataset.path(picture)
    return Photo(path.name, str(path))


def _position(dataset: Dataset | None, photo: Photo | None) -> int | None:
    """The photo's position in the folder, where it is one of its pictures."""
    if dataset is None or photo is None or photo.file is None:
        return None
    try:
        file = Path(photo.file).relative_to(dataset.root).as_posix()
    except ValueError:
        return None
    return next((place for place, picture in enumerate(dataset.pictures) if picture.file == file), None)


def _adds_up_to_one(output: LayerOutput) -> bool:
    return bool((output.values >= 0).all()) and abs(float(output.values.sum()) - 1) < 0.001
