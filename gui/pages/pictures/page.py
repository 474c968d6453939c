"""The Pictures page: a folder of class folders, taken in, checked and explained."""

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core import places
from core.answers import Photo
from core.events import Preparing
from core.numerals import duration
from core.pictures.health import Issue, Mend
from core.pictures.split import Shares
from core.training.augmentation import Augmentation
from core.words import plural, say, tr
from gui import theme
from gui.choosing import Chooser
from gui.pages.page import Page
from gui.pages.pictures.album import Album
from gui.pages.pictures.previews import Previews
from gui.pixels import to_pixmap
from gui.session import Session
from gui.widgets.buttons import IconButton, MainButton, PlainButton
from gui.widgets.card import Card
from gui.widgets.class_list import THUMBNAILS, ClassList
from gui.widgets.pasted import as_photo
from gui.widgets.pictures.gallery import Gallery
from gui.widgets.pictures.health_card import HealthCard
from gui.widgets.pictures.new_class import NewClass
from gui.widgets.pictures.size_card import SizeCard
from gui.widgets.pictures.split_card import SplitCard
from gui.widgets.pictures.variations_card import VariationsCard
from gui.widgets.pictures_welcome import PicturesWelcome

_NARROW_PANEL = 296
_WIDTH_FOR_PANEL = 1100


class PicturesPage(Page):
    """Empty: where to begin. Filled: the classes and their variations at the left; health, split and size at the
    right. Over both, when asked for, the pictures of a class one by one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("pictures", session, tr("Pictures"), "", parent)
        self._chooser = Chooser(self, session)
        self.more_button = IconButton("ellipsis", tr("More"), tr("Save as arrays, where added photos are kept, undo"))
        self.open_button = PlainButton(tr("Open another"), "folder")
        self.open_button.set_menu(self._chooser.menu())
        self.more_button.setMenu(self._chooser.pictures_menu())
        self.start_button = MainButton(tr("Start training"), tooltip=tr("Train the tutorial network on these pictures"))
        for button in (self.more_button, self.open_button, self.start_button):
            self.header.buttons.addWidget(button)
        self.welcome = PicturesWelcome(session)
        self._make_cards()
        self._filled = self._columns()
        # No stack: that would always be as wide as the wider of the two.
        self.body.addWidget(self.welcome, 1)
        self.body.addWidget(self._filled, 1)
        self.gallery = Gallery(self)
        self.album = Album(session, self.gallery)
        self.previews = Previews(session, self.size_card, self.variations)
        self._connect_cards()
        self.start_button.clicked.connect(session.start_training)
        session.pictures_changed.connect(self._update)
        session.config_changed.connect(self._update_settings)
        session.state_changed.connect(self._update_buttons)
        session.preparing.connect(self._on_preparing)
        self._update()

    def set_drop_active(self, on: bool) -> None:
        self.welcome.set_drop_active(on)

    def paste(self) -> bool:
        """Add the copied picture, or files, to the chosen class; False where none is chosen."""
        name = self.classes.current_class()
        content = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()] if content.hasUrls() else []
        if name is None:
            return False
        if files:
            self._on_photos_dropped(name, files)
        elif content.hasImage():
            self._on_image_dropped(name, QGuiApplication.clipboard().image())
        else:
            what = say("There is no picture on the clipboard.")
            self.session.say("pictures", "info", what, say("Copy a picture, or picture files, then paste again."))
        return True

    # ---- building

    def _make_cards(self) -> None:
        self.classes_card = Card(tr("Classes"), rule=True, flush=True)
        self.classes = ClassList()
        self.new_class = NewClass()
        # As high as that of the card beside it, though a button stands in it.
        self.classes_card.header.setContentsMargins(theme.CARD_PADDING - 1, 6, theme.CARD_PADDING - 1, 6)
        self.classes_card.header.addWidget(self.new_class)
        self.classes_card.body.addWidget(self.classes)
        self._on_naming(False)
        self.variations = VariationsCard()
        self.health = HealthCard()
        self.split_card = SplitCard()
        self.size_card = SizeCard()
        self._panel = (self.health, self.split_card, self.size_card)

    def _columns(self) -> QWidget:
        left = QVBoxLayout()
        left.setSpacing(theme.CARD_GAP)
        left.addWidget(self.classes_card)
        left.addWidget(self.variations)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.CARD_GAP)
        for card in self._panel:
            right.addWidget(card)
        right.addStretch(1)
        filled = QWidget()
        columns = QHBoxLayout(filled)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(20)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        return filled

    def _connect_cards(self) -> None:
        collection = self.session.collection
        self.classes.class_opened.connect(self._on_class_opened)
        self.classes.picture_opened.connect(self._on_picture_opened)
        self.classes.renamed.connect(collection.rename)
        self.classes.merged.connect(collection.rename)
        self.classes.parted.connect(collection.part)
        self.classes.left_out.connect(collection.leave_out_class)
        self.classes.taken_in.connect(collection.take_in_class)
        self.classes.photos_dropped.connect(self._on_photos_dropped)
        self.classes.image_dropped.connect(self._on_image_dropped)
        self.new_class.named.connect(collection.add_class)
        self.new_class.named.connect(self.classes.go_to)
        self.new_class.unfolded.connect(self._on_naming)
        self.health.mend_wanted.connect(self._on_mend)
        self.health.show_wanted.connect(self._on_show_issue)
        self.split_card.shares_changed.connect(self._on_shares)
        self.split_card.seed_changed.connect(self._on_seed)
        self.split_card.keep_together_changed.connect(collection.keep_together)
        self.split_card.earlier_run_wanted.connect(self._on_earlier_split)
        self.split_card.anew_wanted.connect(self._on_split_anew)
        self.size_card.size_changed.connect(self._on_size)
        self.size_card.resize_changed.connect(self._on_resize)
        self.variations.augmentation_changed.connect(self._on_augmentation)

    # ---- following the session

    def _update(self) -> None:
        dataset = self.session.dataset
        self.welcome.setVisible(dataset is None)
        self._filled.setVisible(dataset is not None)
        if dataset is None:
            self.header.set_title(tr("Pictures"))
            self.header.set_sentence(tr("Show Nakami what to tell apart. Nothing leaves this computer."))
            self.welcome.update_recent()
        else:
            is_sample = dataset.root == places.sample_folder()
            self.header.set_title(tr("Sample creatures") if is_sample else self.session.title)
            pictures = plural(
                len(dataset.pictures), say("1 picture"), say("{count:,} pictures", count=len(dataset.pictures))
            )
            count = len(dataset.class_names)
            classes = plural(count, say("1 class"), say("{count:,} classes", count=count))
            sentence = tr("{classes}, {pictures}", classes=classes, pictures=pictures)
            place = self.session.collection.place or dataset.root
            told = tr("drawn by Nakami") if is_sample else " / ".join(place.parts[-2:])
            self.header.set_sentence(f"{sentence}  ·  {told}")
            collection = self.session.collection
            has_pixels = self.session.prepared is not None or bool(collection.glimpses)
            self.classes.show_classes(collection.rows(), self._thumbnails if has_pixels else None)
            self._update_settings()
        self._update_buttons()

    def _thumbnails(self, row: int) -> Sequence[QPixmap]:
        collection = self.session.collection
        first = collection.first_of(collection.rows()[row], THUMBNAILS)
        if collection.found_pixels is not None:
            pictures = list(collection.found_pixels.pixels(first))
        else:
            pictures = [collection.glimpses[each] for each in first.tolist() if each in collection.glimpses]
        size = QSize(theme.THUMBNAIL_CLASS, theme.THUMBNAIL_CLASS)
        return [to_pixmap(each, size, self.devicePixelRatioF()) for each in pictures]

    def _update_settings(self) -> None:
        config, dataset = self.session.config, self.session.dataset
        self.size_card.show_frame(config.frame)
        self.variations.show_augmentation(config.augmentation)
        split = self.session.split()
        if split is None or dataset is None:
            return
        counts = (len(split.training), len(split.validation), len(split.test))
        self.split_card.show_split(
            counts,
            config.shares,
            config.seed,
            dataset.named_parts,
            Path(config.split_from).name if config.split_from else "",
            config.keep_together,
        )
        self._update_health()
        self.previews.update_all()

    def _update_health(self) -> None:
        dataset = self.session.dataset
        if dataset is not None:
            reading = "" if self.session.prepared is not None else self._how_far()
            self.health.show_issues(self.session.issues(), len(dataset.pictures), reading, dataset.root)

    def _how_far(self) -> str:
        """How far the reading of pictures is, in words."""
        step, seconds = self.session.last_step, self.session.step_seconds_left
        if self.session.work != "pictures":
            return tr("stopped before the end")
        if step is None or not step.total:
            return tr("listing the files")
        if math.isnan(seconds):
            return tr("{done:,} of {total:,} checked", done=step.done, total=step.total)
        return tr(
            "{done:,} of {total:,} checked, {time} left", done=step.done, total=step.total, time=duration(seconds)
        )

    def _on_preparing(self, _step: Preparing) -> None:
        if self.session.prepared is None and self.session.work == "pictures":
            self._update_health()

    def _update_buttons(self) -> None:
        idle = self.session.is_idle
        filled = self.session.dataset is not None
        for button in (self.start_button, self.open_button, self.more_button):
            button.setVisible(filled)
        self.start_button.setEnabled(self.session.can_start)
        can_learn = self.session.dataset is None or len(self.session.dataset.class_names) > 1
        self.start_button.setToolTip(
            tr("Train the tutorial network on these pictures")
            if can_learn
            else tr("Telling apart takes at least two classes with pictures")
        )
        self.open_button.setEnabled(idle)
        self.more_button.setEnabled(idle and self.session.prepared is not None)
        for card in (self.split_card, self.size_card, self.variations):
            card.set_locked(self.session.is_training)
        is_reading = self.session.prepared is None
        for part in (self.classes, self.health, self.gallery):
            part.set_locked(is_reading)
        if is_reading:
            self._update_health()
        self.new_class.setVisible(not is_reading)
        self.welcome.setEnabled(idle)

    # ---- what the user did

    def _on_class_opened(self, name: str) -> None:
        self.album.show_class(name)

    def _on_picture_opened(self, name: str, index: int) -> None:
        self.album.show_class(name, index)

    def _on_photos_dropped(self, name: str, files: Sequence[Path]) -> None:
        self.session.gathering.add_photos([Photo(file.name, str(file)) for file in files], name)

    def _on_image_dropped(self, name: str, image: QImage) -> None:
        photo = as_photo(image)
        if photo is not None:
            self.session.gathering.add_photos([photo], name)

    def _on_naming(self, on: bool) -> None:
        self.classes_card.set_aside("" if on else tr("Drop photos on a row to add them to its class"))

    def _on_mend(self, mend: Mend) -> None:
        self.session.collection.mend(mend)

    def _on_show_issue(self, issue: Issue) -> None:
        self.album.show_issue(issue)

    def _on_shares(self, training: float, validation: float, test: float) -> None:
        self.session.set_config(shares=Shares(training, validation, test))

    def _on_seed(self, seed: int) -> None:
        self.session.set_config(seed=seed)

    def _on_earlier_split(self) -> None:
        self._chooser.split_menu().popup(QCursor.pos())

    def _on_split_anew(self) -> None:
        self.session.collection.reuse_split("")

    def _on_size(self, size_px: int) -> None:
        self.session.set_config(image_size_px=size_px)

    def _on_resize(self, resize: str) -> None:
        self.session.set_config(resize=resize)

    def _on_augmentation(self, augmentation: Augmentation) -> None:
        self.session.set_config(augmentation=augmentation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a small window the pictures need the room more than the words.
        width = theme.PANEL_HEALTH if event.size().width() >= _WIDTH_FOR_PANEL else _NARROW_PANEL
        for card in self._panel:
            card.setFixedWidth(width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.previews.update_all()
