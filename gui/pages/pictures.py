"""The Pictures page: a folder of class folders, taken in and explained."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core import places
from core.network.presets import LARGEST_IMAGE_PX, SMALLEST_IMAGE_PX
from core.numerals import percent
from core.words import plural, say, tr
from gui import theme
from gui.choosing import Chooser
from gui.pages.page import Page
from gui.pixels import to_pixmap
from gui.session import Session, State
from gui.widgets.buttons import MainButton, PlainButton
from gui.widgets.card import Card
from gui.widgets.class_list import THUMBNAILS, ClassList
from gui.widgets.health_card import HealthCard
from gui.widgets.number_field import NumberField
from gui.widgets.pictures_welcome import PicturesWelcome
from gui.widgets.split_bar import SplitBar
from gui.widgets.text import Text

_NARROW_PANEL = 296
_WIDTH_FOR_PANEL = 1100


class PicturesPage(Page):
    """Empty: where to begin. Filled: the classes, what is wrong with the files, the split, the size."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("pictures", session, tr("Pictures"), "", parent)
        self.open_button = PlainButton(tr("Open another"), "folder")
        self.open_button.set_menu(Chooser(self, session).menu())
        self.start_button = MainButton(tr("Start training"), tooltip=tr("Train the tutorial network on these pictures"))
        self.header.buttons.addWidget(self.open_button)
        self.header.buttons.addWidget(self.start_button)
        self.welcome = PicturesWelcome(session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._stack, 1)
        self.start_button.clicked.connect(session.start_training)
        session.pictures_changed.connect(self._update)
        session.config_changed.connect(self._update_split)
        session.state_changed.connect(self._update_buttons)
        self._update()

    def set_drop_active(self, on: bool) -> None:
        self.welcome.set_drop_active(on)

    def _filled(self) -> QWidget:
        self.classes_card = Card(tr("Classes"), rule=True, flush=True)
        self.classes = ClassList()
        self.classes_card.body.addWidget(self.classes)
        self.health = HealthCard()
        split_card = Card(tr("Split"))
        self.split_bar = SplitBar()
        self._split_note = Text("", "caption", "text3", wrap=True)
        split_card.body.addWidget(self.split_bar)
        split_card.body.addWidget(self._split_note)
        size_card = Card(tr("Size"))
        self.size_field = NumberField(
            tr("Pixels on each side"),
            SMALLEST_IMAGE_PX,
            LARGEST_IMAGE_PX,
            tr("Every picture is stretched to this square before the network sees it. The tutorial uses 100."),
            suffix=tr(" px"),
            step=4,
        )
        size_card.body.addWidget(self.size_field)
        self.size_field.changed.connect(self._on_size_changed)
        left = QVBoxLayout()
        left.addWidget(self.classes_card)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.CARD_GAP)
        self._panel = (self.health, split_card, size_card)
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

    # ---- following the session

    def _update(self) -> None:
        dataset = self.session.dataset
        self._stack.setCurrentIndex(0 if dataset is None else 1)
        if dataset is None:
            self.header.set_title(tr("Pictures"))
            self.header.set_sentence(tr("Show Nakami what to tell apart. Nothing leaves this computer."))
            self.welcome.update_recent()
        else:
            is_sample = dataset.root == places.sample_folder()
            self.header.set_title(tr("Sample creatures") if is_sample else dataset.root.name)
            pictures = plural(
                len(dataset.pictures), say("1 picture"), say("{count:,} pictures", count=len(dataset.pictures))
            )
            sentence = tr("{classes} classes, {pictures}", classes=len(dataset.class_names), pictures=pictures)
            place = tr("drawn by Nakami") if is_sample else " / ".join(dataset.root.parts[-2:])
            self.header.set_sentence(f"{sentence}  ·  {place}")
            self.health.show_dataset(dataset, checked=self.session.prepared is not None)
            self._update_rows()
            self._update_split()
        self._update_buttons()

    def _update_rows(self) -> None:
        dataset = self.session.dataset
        assert dataset is not None
        self.classes.show_classes(dataset.counts, self._thumbnails if self.session.prepared is not None else None)

    def _thumbnails(self, label: int) -> list[QPixmap]:
        prepared = self.session.prepared
        if prepared is None:
            return []
        first = np.flatnonzero(prepared.dataset.labels == label)[:THUMBNAILS]
        size = QSize(theme.THUMBNAIL_CLASS, theme.THUMBNAIL_CLASS)
        return [to_pixmap(pixels, size, self.devicePixelRatioF()) for pixels in prepared.pixels(first)]

    def _update_split(self) -> None:
        self.size_field.set_value(self.session.config.image_size_px)
        split, dataset = self.session.split(), self.session.dataset
        if split is None or dataset is None:
            return
        self.split_bar.set_counts(len(split.training), len(split.validation), len(split.test))
        shares = self.session.config.shares
        self._split_note.setText(
            tr("As the folders name them: train, validation, test.")
            if dataset.has_parts
            else tr(
                "{training} / {validation} / {test} of every class, shuffled with seed {seed}.",
                training=percent(shares.training),
                validation=percent(shares.validation),
                test=percent(shares.test),
                seed=self.session.config.seed,
            )
        )

    def _update_buttons(self) -> None:
        idle = self.session.state is State.IDLE
        filled = self.session.dataset is not None
        self.start_button.setVisible(filled)
        self.open_button.setVisible(filled)
        self.start_button.setEnabled(self.session.can_start)
        self.open_button.setEnabled(idle)
        self.size_field.set_locked(not idle)
        self.welcome.setEnabled(idle)

    def _on_size_changed(self, size_px: int) -> None:
        self.session.set_config(image_size_px=size_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a small window the pictures need the room more than the words.
        width = theme.PANEL_HEALTH if event.size().width() >= _WIDTH_FOR_PANEL else _NARROW_PANEL
        for card in self._panel:
            card.setFixedWidth(width)
