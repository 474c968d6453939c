"""The Inside page: what every layer makes of one picture, how its numbers came about, why the answer is what it is."""

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core.answers import Insight, ModelCard, Photo
from core.errors import NakamiError
from core.questions import Look, Question
from core.words import say, tr
from gui import theme
from gui.inspecting import Mode
from gui.pages.inside.layers import Layers
from gui.pages.inside.overfitting import Overfitting
from gui.pages.inside.pictures import folder_class, position_of, stepped
from gui.pages.inside.why import Why
from gui.pages.page import Page
from gui.session import Session
from gui.widgets.buttons import PlainButton
from gui.widgets.inside.inside_states import InsideStates, Missing
from gui.widgets.inside.layer_thumbs import thumb
from gui.widgets.inside.photo_card import PhotoCard
from gui.widgets.segmented import Segmented

MODES: tuple[Mode, ...] = ("layers", "why", "overfitting")
_ENDINGS = (".png", ".csv", ".npy")


class _Stack(QStackedWidget):
    """The views, each with the room that it needs by itself. Asked what height their sentences would like at this
    width, they would make the page scroll though every one of them can do with less."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        view = self.currentWidget()
        return view.minimumSizeHint() if view is not None else super().minimumSizeHint()


class InsidePage(Page):
    """A picture with its answer and the layers as a strip on top; below it one of three views."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("inside", session, tr("Inside"), "", parent)
        self._asking = session.asking
        self._inspecting = session.inspecting
        self._insight: Insight | None = None
        self._model: ModelCard | None = None
        self._unreadable: Photo | None = None
        self._from_folder: Photo | None = None
        self._make_header()
        self.photo_card = PhotoCard()
        self.states = InsideStates()
        self.layers = Layers(session, self)
        self.why = Why(session, self)
        self.overfitting = Overfitting(session, self)
        self._arrange_parts()
        self._connect()
        self.show_mode(self._inspecting.choice.mode)
        self._on_shown_changed()

    def set_drop_active(self, on: bool) -> None:
        self.states.set_active(on)

    def _make_header(self) -> None:
        self.mode = Segmented(
            (("layers", tr("Layers")), ("why", tr("Why this answer")), ("overfitting", tr("Over-fitting"))),
            tr("View"),
        )
        self.export_button = PlainButton(tr("Export…"), "download", tr("Take along what you see of this layer"))
        menu = QMenu(self.export_button)
        for ending, text in zip(
            _ENDINGS,
            (tr("Picture of the layer (PNG)…"), tr("Values as a table (CSV)…"), tr("Values for numpy (.npy)…")),
            strict=True,
        ):
            action = QAction(text, menu)
            action.setData(ending)
            action.triggered.connect(self._on_export)
            menu.addAction(action)
        self.export_button.set_menu(menu)
        self.another_button = PlainButton(tr("Another picture…"), "image", tr("Look at a picture of your own"))
        for widget in (self.mode, self.export_button, self.another_button):
            self.header.buttons.addWidget(widget)

    def _arrange_parts(self) -> None:
        self.centre = _Stack()
        for view in (self.layers.centre, self.why.view, self.overfitting.view):
            self.centre.addWidget(view)
        left = QVBoxLayout()
        left.setSpacing(theme.CARD_GAP)
        left.addWidget(self.photo_card)
        left.addWidget(self.centre, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.CARD_GAP)
        columns.addLayout(left, 1)
        columns.addWidget(self.layers.panel)
        self.body.addWidget(self.states, 1)
        self.body.addLayout(columns, 1)

    def _connect(self) -> None:
        session, asking = self.session, self._asking
        self.mode.chosen.connect(self.show_mode)
        self.another_button.clicked.connect(self.choose_picture)
        self.states.picture_wanted.connect(self.choose_picture)
        self.states.network_wanted.connect(self._on_network_wanted)
        self.photo_card.stepped.connect(self.step)
        self.photo_card.layer_chosen.connect(self._on_layer_chosen)
        self.layers.layer_wanted.connect(self.show_layer)
        self.layers.region_changed.connect(self.photo_card.set_region)
        self.layers.photo_wanted.connect(self._on_photo_wanted)
        self._inspecting.shown_changed.connect(self._on_shown_changed)
        self._inspecting.saved.connect(self._on_saved)
        self._inspecting.save_failed.connect(self._on_save_failed)
        asking.model_changed.connect(self._on_model_changed)
        asking.failed.connect(self._on_failed)
        session.state_changed.connect(self._update)
        session.training_began.connect(self._on_training_began)
        session.pictures_changed.connect(self._on_pictures_changed)

    # ---- what the user does

    def show_mode(self, mode: str) -> None:
        """Bring one of the three views to the front."""
        chosen: Mode = next((each for each in MODES if each == mode), "layers")
        self._inspecting.choice.mode = chosen
        if chosen != "layers":
            # The other views ask the network as it is now; shares of an earlier epoch beside them would mislead.
            self.layers.go_to_newest()
        self.mode.choose(chosen)
        self.centre.setCurrentIndex(MODES.index(chosen))
        self.centre.updateGeometry()
        self.overfitting.set_shown(chosen == "overfitting" and self.isVisible())
        self._show_views()
        self._update()

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
        if dataset is not None and split is not None and dataset.pictures:
            photo = self._from_folder = stepped(dataset, split, self._asking.looked_at, steps)
            self._look_at(photo)

    def _look_at(self, photo: Photo) -> None:
        # What was said of the picture before does not hold for this one.
        self.session.withdraw("inside")
        self._unreadable = None
        self._inspecting.recall(None)
        self._asking.look(photo)
        self._update()

    def show_layer(self, name: str) -> None:
        """Choose a layer by its name."""
        assert self._insight is not None
        names = [output.name for output in self._insight.outputs]
        self._inspecting.choice.layer = name
        self.photo_card.strip.choose(names.index(name))
        self.layers.show_chosen()

    def _on_layer_chosen(self, place: int) -> None:
        assert self._insight is not None
        self._inspecting.choice.layer = self._insight.outputs[place].name
        if self._inspecting.choice.mode != "layers":
            self.show_mode("layers")
        self.layers.show_chosen()

    def _on_network_wanted(self) -> None:
        if self.session.can_start:
            self.session.start_training()
        else:
            self.session.page_wanted.emit("pictures")

    def _on_photo_wanted(self) -> None:
        self.show_mode("why")

    # ---- taking along

    def _on_export(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction) or self._insight is None:
            return
        ending = str(action.data())
        output = self.layers.output()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{Path(self._insight.photo.name).stem}-{output.name}{ending}".replace("/", "-")
        dialog = QFileDialog(self, tr("Save as"), str(Path(folder) / name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, file: str) -> None:
        """Write the chosen layer to a file; its ending says as what."""
        if file and self._insight is not None:
            self._inspecting.save(Path(file), self.layers.output(), self.layers.view.common_scale)

    def _on_saved(self, path: Path) -> None:
        self.session.say(
            "inside", "good", say("Saved as “{name}”.", name=path.name), say("In {folder}.", folder=path.parent)
        )

    def _on_save_failed(self, error: NakamiError) -> None:
        self.session.tell("inside", error)

    # ---- following the session

    def _on_shown_changed(self) -> None:
        insight = self._inspecting.shown
        if insight is not None and insight is not self._insight:
            if self._insight is None or insight.photo is not self._insight.photo:
                self._unreadable = None
                self.session.withdraw("inside")
            self._insight, self._model = insight, self._asking.looker
            self.photo_card.show_layers([thumb(output) for output in insight.outputs])
            self._show_answer()
            self._show_views()
        self._update()

    def _show_views(self) -> None:
        """Show the insight in the view that is in sight; the others get it when they are."""
        insight = self._insight
        if insight is None:
            return
        classes = self._model.class_names if self._model is not None else ()
        folder = folder_class(self.session.dataset, insight.photo)
        target = classes.index(folder) if folder in classes else None
        match self._inspecting.choice.mode:
            case "layers":
                self.layers.show_insight(insight, classes, target)
                self._choose_in_strip()
            case "why":
                self.why.show_insight(insight, classes, target)
            case "overfitting":
                self.overfitting.update()

    def _choose_in_strip(self) -> None:
        assert self._insight is not None
        names = [output.name for output in self._insight.outputs]
        layer = self._inspecting.choice.layer
        # Not while it has the ring: who has scrolled the strip is not to be scrolled back at every epoch.
        if layer in names and self.photo_card.strip.chosen() != names.index(layer):
            self.photo_card.strip.choose(names.index(layer))

    def _on_model_changed(self) -> None:
        self._begin_with_folder()
        self._update()

    def _on_failed(self, question: Question, _error: NakamiError) -> None:
        if isinstance(question, Look):
            self._unreadable = self._asking.looked_at
            self._update()

    def _on_training_began(self) -> None:
        if self.isVisible():
            self._begin_with_folder()
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
        if looked_at is None or looked_at is self._unreadable or (is_ours and position_of(dataset, looked_at) is None):
            self.step(1)

    # ---- showing

    def _update(self) -> None:
        missing = self._missing()
        mode, choice = self._inspecting.choice.mode, self._inspecting.choice
        self.states.show_missing(missing)
        self.states.set_can_start(self.session.can_start)
        self.photo_card.setVisible(missing is None)
        self.centre.setVisible(missing is None)
        self.layers.panel.setVisible(missing is None and mode == "layers" and choice.is_explained)
        self.mode.setVisible(missing is None)
        self.export_button.setVisible(missing is None and mode == "layers")
        self.another_button.setVisible(missing not in ("network", "picture"))
        self.photo_card.set_steps(self.session.dataset is not None)
        self.header.set_sentence(self._sentence())

    def _missing(self) -> Missing | None:
        """What stands in for the picture and its layers, if anything."""
        asking = self._asking
        if self._insight is not None:
            return None
        if not (asking.can_answer or self.session.is_training):
            return "network"
        if asking.looked_at is None or asking.looked_at is self._unreadable:
            return "epoch" if self.session.is_training and self.session.dataset is not None else "picture"
        return "epoch" if self.session.is_training else "look"

    def _sentence(self) -> str:
        sentence, model = tr("What every layer makes of your picture"), self._model
        if model is None:
            return sentence
        epoch = self._insight.epoch if self._insight is not None else None
        if epoch:
            network = tr("{name} after epoch {epoch}", name=model.title, epoch=epoch)
        elif epoch == 0:
            network = tr("{name} in its first epoch", name=model.title)
        elif model.run is not None:
            network = tr("{name}, best epoch", name=model.title)
        else:
            network = model.title
        return f"{sentence}  ·  {network}"

    def _show_answer(self) -> None:
        if self._insight is None:
            return
        photo, answer = self._insight.photo, self._insight.answer
        folder = folder_class(self.session.dataset, photo)
        known = any(name == folder for name, _ in answer.ranked)
        self.photo_card.show_answer(photo.name, answer, folder, known)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.want_insight(True)
        self._begin_with_folder()
        self.overfitting.set_shown(self._inspecting.choice.mode == "overfitting")
        self._update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asking.want_insight(False)
        self.overfitting.set_shown(False)
