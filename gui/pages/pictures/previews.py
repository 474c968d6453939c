"""What is shown on real pictures: how one is made square, and how one is varied for training."""

import numpy as np
from PySide6.QtCore import QObject

from core.answers import FittedPicture, Photo, Variations
from core.questions import Fit, PhotoQuestion, Question, Vary
from gui.session import Session
from gui.widgets.pictures.size_card import SizeCard
from gui.widgets.pictures.variations_card import VariationsCard

_ORIGINAL_PX = 320
_MOST_VARIATIONS = 16
# The least square picture shows best what stretching does; a strip of paper would show nothing at all.
_LARGEST_ASPECT = 2.5


class Previews(QObject):
    """Picks the pictures, asks for what becomes of them, and hands it to the two cards while they are in sight."""

    def __init__(self, session: Session, size_card: SizeCard, variations_card: VariationsCard) -> None:
        super().__init__(size_card)
        self._session = session
        self._size_card = size_card
        self._variations_card = variations_card
        self._steps = {"size": 0, "variations": 0}
        self._fit: Fit | None = None
        self._vary: Vary | None = None
        size_card.other_picture_wanted.connect(self._on_other_size)
        variations_card.other_picture_wanted.connect(self._on_other_variations)
        session.viewing.answered.connect(self._on_viewed)
        session.viewing.failed.connect(self._on_not_viewed)
        session.asking.other_answered.connect(self._on_answered)
        session.asking.failed.connect(self._on_failed)

    def update_all(self) -> None:
        """The pictures or the settings have changed, or the cards have come in sight."""
        if not self._size_card.isVisible():
            return
        self._update_size()
        self._update_variations()

    def _update_size(self) -> None:
        prepared = self._session.prepared
        if prepared is None or not len(prepared.rows):
            self._fit = None
            self._size_card.show_preview(None, None)
            return
        facts = prepared.facts
        aspect = np.maximum(facts.widths, facts.heights) / np.maximum(1, np.minimum(facts.widths, facts.heights))
        order = np.argsort(np.where(aspect <= _LARGEST_ASPECT, -aspect, aspect), kind="stable")
        picture = prepared.dataset.pictures[int(order[self._steps["size"] % len(order)])]
        path = prepared.dataset.path(picture)
        wanted = Fit(Photo(path.name, str(path)), self._session.config.frame, _ORIGINAL_PX)
        if self._fit is None or (self._fit.photo.file, self._fit.frame) != (wanted.photo.file, wanted.frame):
            self._fit = wanted
            self._session.viewing.ask(wanted)

    def _update_variations(self) -> None:
        session, prepared, split = self._session, self._session.prepared, self._session.split()
        augmentation = session.config.augmentation
        if augmentation.kind == "off" or prepared is None or split is None or not len(split.training):
            self._vary = None
            return
        training = split.training
        # Far apart, so that the next is another class more often than not.
        place = self._steps["variations"] * max(1, len(training) // 7 + 1) % len(training)
        pixels = prepared.pixels(training[place : place + 1])[0]
        before = self._vary
        if (
            before is not None
            and (before.augmentation, before.seed) == (augmentation, session.config.seed)
            and np.array_equal(before.pixels, pixels)
        ):
            return
        self._vary = Vary(pixels, augmentation, session.config.seed, _MOST_VARIATIONS)
        if before is None or before.augmentation.kind != augmentation.kind:
            self._variations_card.show_waiting()
        session.asking.ask(self._vary)

    def _on_other_size(self) -> None:
        self._steps["size"] += 1
        self._update_size()

    def _on_other_variations(self) -> None:
        self._steps["variations"] += 1
        self._update_variations()

    def _on_viewed(self, question: PhotoQuestion, answer: object) -> None:
        if isinstance(answer, FittedPicture) and question is self._fit:
            self._size_card.show_preview(answer.original, answer.pixels)

    def _on_not_viewed(self, question: PhotoQuestion, _error: object) -> None:
        if question is self._fit:
            # Gone since it was read: what is shown is another picture's.
            self._size_card.show_preview(None, None)

    def _on_answered(self, question: Question, answer: object) -> None:
        if isinstance(answer, Variations) and question is self._vary and self._vary is not None:
            labels = [str(each) for each in answer.labels]
            self._variations_card.show_variations(answer.pictures[0], answer.pictures[1:], labels[1:])

    def _on_failed(self, question: Question, _error: object) -> None:
        if question is self._vary and self._vary is not None:
            # What failed is told on the page; here nothing is awaited any more.
            self._variations_card.show_variations(self._vary.pixels, (), ())
