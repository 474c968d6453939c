"""The Classify page: the network's answers to photos of your own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from core.answers import SmallPictures
from core.framing import ResizeMode
from core.questions import PhotoQuestion, Thumbnails
from core.words import say, tr
from gui.choosing import Chooser
from gui.correcting import Correcting
from gui.pages.page import Page
from gui.photo_choosing import PhotoChooser
from gui.session import Session
from gui.widgets.answer_card import AnswerCard
from gui.widgets.answers_card import AnswersCard
from gui.widgets.buttons import MainButton, PlainButton
from gui.widgets.pasted import as_photo
from gui.widgets.photo_drop import MoreDrop, NoNetwork, PhotoDrop

# Answers may come by the hundred each second; eyes follow ten.
_REPAINT_MS = 100
# Sorting a long table takes its time: at most one part in so many of it all.
_REST = 12


class ClassifyPage(Page):
    """Empty: where photos go. One photo: its answer. Many: a table besides, that fills as answers come."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("classify", session, tr("Classify"), "", parent)
        self._asking = session.asking
        self._chooser = Chooser(self, session)
        self._photos = PhotoChooser(self, session)
        self._correcting = Correcting(session, self)
        # The first and the last photo whose answers are not shown yet.
        self._changed: tuple[int, int] | None = None
        self._wanted: tuple[Thumbnails, tuple[int, ...]] | None = None
        self._is_dragged = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REPAINT_MS)
        self._add_actions()
        self.drop = PhotoDrop()
        self.no_network = NoNetwork()
        self.answer_card = AnswerCard()
        self.more_drop = MoreDrop()
        self.answers_card = AnswersCard()
        self.body.addWidget(self.answer_card)
        for widget in (self.drop, self.no_network, self.more_drop, self.answers_card):
            self.body.addWidget(widget, 1)
        self.answers_card.table.sortByColumn(*self._asking.order)
        self._connect()
        self._on_answers_began()
        self._show_work()

    # ---- building

    def _add_actions(self) -> None:
        self.model_button = PlainButton(tr("Open model"), tooltip=tr("Ask another network"))
        menu = QMenu(self.model_button)
        for text, slot in ((tr("Model…"), self._chooser.choose_model), (tr("Earlier run…"), self._chooser.choose_run)):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self.model_button.set_menu(menu)
        self.paste_button = PlainButton(tr("Paste"), tooltip=tr("Ask about the copied picture or files (Ctrl+V)"))
        self.choose_button = MainButton(tr("Choose photos…"), "image", tr("Ask about one photo or many"))
        self.folder_button = PlainButton(
            tr("Folder…"), "folder", tr("Ask about every photo in a folder and the folders in it")
        )
        for button in (self.model_button, self.paste_button, self.folder_button, self.choose_button):
            self.header.buttons.addWidget(button)

    def _connect(self) -> None:
        session, asking = self.session, self._asking
        self._pause.timeout.connect(self._show_news)
        self.paste_button.clicked.connect(self.paste)
        self.choose_button.clicked.connect(self._photos.choose_photos)
        self.folder_button.clicked.connect(self._photos.choose_folder)
        self.drop.choose_wanted.connect(self._photos.choose_photos)
        self.no_network.acted.connect(self._on_network_wanted)
        self.no_network.model_wanted.connect(self._chooser.choose_model)
        self.no_network.run_wanted.connect(self._chooser.choose_run)
        self.answer_card.look_wanted.connect(self._on_look_wanted)
        self.answer_card.heat_wanted.connect(asking.heat.want)
        self.answer_card.wrong_wanted.connect(self._on_wrong_wanted)
        self.answers_card.photo_chosen.connect(asking.show_photo)
        self.answers_card.stop_wanted.connect(self._on_stop_wanted)
        self.answers_card.csv_wanted.connect(self._photos.save_csv)
        self.answers_card.copies_wanted.connect(self._photos.sort_copies)
        self.answers_card.table.thumbnails_wanted.connect(self._on_thumbnails_wanted)
        self.answers_card.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        session.viewing.answered.connect(self._on_thumbnails)
        session.taking_along.changed.connect(self._show_work)
        asking.answers_began.connect(self._on_answers_began)
        asking.answers_came.connect(self._on_answers_came)
        asking.preview_changed.connect(self._show_photo)
        asking.heat.changed.connect(self._show_heat)
        asking.model_changed.connect(self._on_network_changed)
        asking.opening_began.connect(self._on_network_changed)
        for signal in (session.state_changed, session.pictures_changed, session.training_ended):
            signal.connect(self._on_network_changed)

    # ---- what the user does

    def paste(self) -> None:
        """Classify what is on the clipboard: copied files, or a picture."""
        clipboard = QGuiApplication.clipboard()
        content = clipboard.mimeData()
        # Files first: with them, file managers copy an icon of theirs.
        paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
        if paths:
            self.session.open_dropped(paths, "classify")
        else:
            self.take_image(clipboard.image() if content.hasImage() else QImage())

    def take_image(self, image: object) -> None:
        """Classify a picture without a file, as the clipboard or a drag holds it."""
        photo = as_photo(image) if isinstance(image, QImage) else None
        if photo is not None:
            self.session.classify([photo])
            return
        self.session.page_wanted.emit("classify")
        self.session.say(
            "classify",
            "info",
            say("There is no picture on the clipboard."),
            say("Copy a picture, or picture files, then paste again."),
        )

    def set_drop_active(self, on: bool) -> None:
        self._is_dragged = on
        for area in (self.drop, self.more_drop, self.no_network):
            area.set_active(on)
        self._arrange_parts()

    def _on_wrong_wanted(self) -> None:
        answer = self._asking.answers[self._asking.shown]
        names = [each for each in self._correcting.class_names() if answer is None or each != answer.label]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("What it is instead"))
        # A hundred classes scroll instead of covering the screen in columns.
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        for name in names:
            # An ampersand in a name is no mnemonic.
            action = QAction(name.replace("&", "&&"), menu)
            action.setData(name)
            menu.addAction(action)
        menu.triggered.connect(self._on_corrected)
        button = self.answer_card.side.wrong_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _on_corrected(self, action: QAction) -> None:
        self._correcting.correct(self._asking.photos[self._asking.shown], action.data())

    def _on_network_wanted(self) -> None:
        if self.session.can_start:
            self.session.start_training()
        else:
            self.session.page_wanted.emit("pictures")

    def _on_look_wanted(self) -> None:
        self._asking.look(self._asking.photos[self._asking.shown])
        self.session.page_wanted.emit("inside")

    def _on_stop_wanted(self) -> None:
        if self.session.taking_along.step is not None:
            self.session.taking_along.stop()
            return
        self._asking.stop_classifying()
        if self._asking.photos:
            self.answers_card.set_stopped()
        self._show_photo()

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        self._asking.order = column, order

    # ---- following the answers

    def _on_answers_began(self) -> None:
        self._changed = self._wanted = None
        self._pause.stop()
        if self._asking.listing:
            self.answers_card.show_listing([str(folder) for folder in self._asking.listing])
        else:
            self.answers_card.show_photos(self._asking.photos, self._asking.answers)
        if self._asking.is_stopped:
            self.answers_card.set_stopped()
        self._on_network_changed()

    def _on_answers_came(self, first: int, count: int) -> None:
        low, high = self._changed or (first, first)
        self._changed = min(low, first), max(high, first + count - 1)
        if not self._pause.isActive():
            self._show_news()

    def _show_news(self) -> None:
        """Show all that came since the last time, then leave the page in peace for a moment."""
        if self._changed is None:
            return
        (first, last), self._changed = self._changed, None
        took = QElapsedTimer()
        took.start()
        if self._asking.is_stopped:
            self.answers_card.set_stopped()
        self.answers_card.update_answers(first, last)
        if first <= self._asking.shown <= last:
            self._show_photo()
        self._pause.start(max(_REPAINT_MS, _REST * took.elapsed()))

    def _on_thumbnails_wanted(self, photos: Sequence[int]) -> None:
        table = self.answers_card.table
        question = Thumbnails(tuple(self._asking.photos[each] for each in photos), table.thumbnail_px)
        self._wanted = question, tuple(photos)
        self.session.viewing.ask(question)

    def _on_thumbnails(self, question: PhotoQuestion, answer: object) -> None:
        if self._wanted is not None and question is self._wanted[0] and isinstance(answer, SmallPictures):
            photos, self._wanted = self._wanted[1], None
            self.answers_card.table.take_thumbnails(photos, answer.pixels)

    def _show_work(self) -> None:
        self.answers_card.show_work(self.session.taking_along.step)

    def _show_photo(self) -> None:
        asking = self._asking
        if not asking.photos:
            return
        photo, answer = asking.photos[asking.shown], asking.answers[asking.shown]
        self.answer_card.show_photo(photo, answer, asking.preview, self._why_waiting())
        self.answers_card.table.show_photo(asking.shown)
        self._show_heat()

    def _show_heat(self) -> None:
        heat, model = self._asking.heat, self._asking.model
        mode: ResizeMode = model.frame.resize if model is not None else "stretch"
        failure = str(heat.failure.what) if heat.failure is not None else ""
        self.answer_card.show_heat(heat.is_wanted, heat.heat, mode, failure)

    def _why_waiting(self) -> str:
        if self._asking.is_stopped:
            return tr("Not asked: you stopped before its turn.")
        if self._asking.can_answer:
            return tr("Waiting for the answer.")
        if self.session.is_training:
            return tr("Waiting for the first weights of the training.")
        return tr("Not asked: there is no network yet.")

    # ---- following the network

    def _on_network_changed(self) -> None:
        self.header.set_sentence(self._sentence())
        model = self._asking.model
        self.drop.show_classes(model.class_names if model is not None else ())
        self.no_network.set_can_start(self.session.can_start)
        self.answer_card.set_correctable(self.session.dataset is not None)
        self._show_photo()
        self._arrange_parts()

    def _sentence(self) -> str:
        model = self._asking.model
        if self._asking.is_opening:
            return tr("Opening the network. Photos stay on this computer.")
        if model is None:
            return tr("Ask a network about photos of your own. They stay on this computer.")
        if model.epoch:
            return tr(
                "Answers from {name} as it stands after epoch {epoch}. Photos stay on this computer.",
                name=model.title,
                epoch=model.epoch,
            )
        if model.epoch == 0:
            return tr("Answers from {name} in its first epoch. Photos stay on this computer.", name=model.title)
        if model.run is not None:
            return tr("Answers from {name}, best epoch kept. Photos stay on this computer.", name=model.title)
        return tr("Answers from {name}. Photos stay on this computer.", name=model.title)

    def _arrange_parts(self) -> None:
        count = len(self._asking.photos)
        can_ask = self._asking.can_answer or self.session.is_training
        lists = bool(self._asking.listing)
        lets_drop = count == 1 or (count > 1 and self._is_dragged)
        self.answer_card.setVisible(count > 0)
        self.more_drop.setVisible(lets_drop)
        self.answers_card.setVisible(lists or (count > 1 and not lets_drop))
        self.drop.setVisible(count == 0 and not lists and can_ask)
        self.no_network.setVisible(count == 0 and not lists and not can_ask)
        # One filled button in sight: the drop areas bring their own.
        self.choose_button.setVisible(count > 0 or lists)
        self.paste_button.setVisible(count > 0 or can_ask)
        self.folder_button.setVisible(count > 0 or can_ask)
        self.model_button.setVisible(count > 0 or can_ask)
