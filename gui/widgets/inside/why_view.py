"""Why this answer: the places of the photo that speak for a class, by two methods that need not agree."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from core.answers import HeatMap, HeatMethod, Insight, Photo
from core.words import tr
from gui import theme
from gui.widgets.card import Card
from gui.widgets.inside.class_choice import ClassChoice, ClassShare
from gui.widgets.inside.heat_card import HeatCard
from gui.widgets.inside.occlusion_card import OcclusionCard

_LARGEST_SHARE = 0.42
_BESIDE_OCCLUSION_PX = 54
_OPINION_SHARE = 0.48
_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX = 720, 428


class WhyView(QWidget):
    """Grad-CAM large, the classes to choose from, occlusion on demand.

    `heat_wanted` asks for the heat of a class, by its place among the classes, and by method; it comes back by
    `show_heat` or `show_failure`. Grad-CAM is asked for as soon as an answer is shown to somebody; occlusion, which
    comes in parts, when the user says so, and `occlusion_stopped` when it is to end.
    """

    heat_wanted = Signal(int, str)
    occlusion_stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._insight: Insight | None = None
        self._names: tuple[str, ...] = ()
        self._chosen: int | None = None
        self._is_due = False
        self.heat_card = HeatCard()
        self.classes = ClassChoice()
        self.classes_card = Card(tr("Look for"), tr("any class, not the answer alone"), rule=True, flush=True)
        self.occlusion_card = OcclusionCard()
        self._arrange()
        self.classes.class_chosen.connect(self._on_class_chosen)
        self.occlusion_card.wanted.connect(self._on_occlusion_wanted)
        self.occlusion_card.stopped.connect(self.occlusion_stopped)

    def show_answer(self, insight: Insight, class_names: Sequence[str], target: int | None) -> None:
        """Show a photo and its answer. `class_names` are in the order of the network's outputs; `target` is the class
        that the picture's folder names, if one is known. Another photo begins with its answer; the same one, answered
        anew while a training goes on, keeps the class that is looked for."""
        names = tuple(class_names)
        is_same = self._insight is not None and _is_same(self._insight.photo, insight.photo)
        is_same = is_same and names == self._names
        self._insight, self._names = insight, names
        if is_same:
            self.occlusion_card.set_older()
        else:
            self._begin(insight)
        self.classes.show_classes(_rows(insight, names, target), self._chosen)
        self._is_due = True
        self._ask_if_seen()

    def show_heat(self, heat: HeatMap) -> None:
        """Show the heat of the class that is looked for; that of another photo or class comes too late."""
        is_ours = self._insight is not None and _is_same(heat.photo, self._insight.photo)
        if not is_ours or heat.class_index != self._chosen:
            return
        if heat.method == "grad-cam":
            self.heat_card.show_heat(heat)
        else:
            self.occlusion_card.show_heat(heat)

    def show_failure(self, method: HeatMethod, text: str) -> None:
        """Say why there is no heat by this method."""
        card = self.heat_card if method == "grad-cam" else self.occlusion_card
        card.show_failure(text)

    def set_waiting(self, method: HeatMethod) -> None:
        """Say that it is on its way. Where the heat of the class is there, and a training only brings it anew, nothing
        is said: it would flicker."""
        if method == "occlusion":
            self.occlusion_card.set_waiting()
        elif not self.heat_card.shows(self._chosen):
            self.heat_card.set_waiting()

    def chosen(self) -> int | None:
        """The place of the class that is looked for."""
        return self._chosen

    def _begin(self, insight: Insight) -> None:
        if self.occlusion_card.is_running:
            self.occlusion_stopped.emit()
        label, pixels, name = insight.answer.label, insight.answer.pixels, insight.photo.name
        self._chosen = self._names.index(label) if label in self._names else None
        self.heat_card.show_photo(pixels, name, self._names)
        self.occlusion_card.show_photo(pixels, name)
        self._look_for_chosen()

    def _look_for_chosen(self) -> None:
        self.occlusion_card.look_for("" if self._chosen is None else self._names[self._chosen])

    def _ask_if_seen(self) -> None:
        if self._is_due and self.isVisible() and self._chosen is not None:
            self._is_due = False
            self.heat_wanted.emit(self._chosen, "grad-cam")

    def _on_class_chosen(self, index: int) -> None:
        if index == self._chosen:
            return
        self._chosen = index
        if self.occlusion_card.is_running:
            self.occlusion_stopped.emit()
        self._look_for_chosen()
        self._is_due = True
        self._ask_if_seen()

    def _on_occlusion_wanted(self) -> None:
        if self._chosen is not None:
            self.occlusion_card.set_waiting()
            self.heat_wanted.emit(self._chosen, "occlusion")

    def _arrange(self) -> None:
        self.classes_card.body.addWidget(self.classes)
        self.classes_card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.classes_card, 1)
        right.addWidget(self.occlusion_card)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        # The photos are as large as there is room: what they are now must not keep the window from shrinking.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self.heat_card)
        layout.addLayout(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width_px, height_px = event.size().width(), event.size().height()
        self.heat_card.fit(height_px, int(width_px * _LARGEST_SHARE))
        self.occlusion_card.fit(int(height_px * _OPINION_SHARE) - _BESIDE_OCCLUSION_PX)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_if_seen()


def _rows(insight: Insight, names: tuple[str, ...], target: int | None) -> list[ClassShare]:
    places = {name: place for place, name in enumerate(names)}
    return [
        ClassShare(places[name], name, share, places[name] == target)
        for name, share in insight.answer.ranked
        if name in places
    ]


def _is_same(one: Photo, other: Photo) -> bool:
    """By file, or by the very pixels where there is none."""
    return one is other or ((one.name, one.file) == (other.name, other.file) and one.pixels is other.pixels)
