"""Inspecting: what the Inside page asks beside the layers themselves. Earlier epochs, heat maps, masks, comparisons."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.answers import Compared, HeatMap, HeatMethod, Insight, KeptList, LayerOutput, MaskedAnswers, Saved
from core.errors import NakamiError
from core.inside.explanations import Cell
from core.questions import Compare, ListKept, Mask, Question, Recall, Save, Why
from gui.asking import Asking

Mode = Literal["layers", "why", "overfitting"]


@dataclass
class Choice:
    """What the user has chosen on the Inside page: kept apart from it, since a page is built anew for another language
    or theme."""

    mode: Mode = "layers"
    layer: str | None = None
    cell: Cell | None = None
    is_explained: bool = True
    is_traced: bool = False


class Inspecting(QObject):
    """Holds the answers until the picture or the network is another. `shown` is the insight to look at: an earlier
    epoch's while one is recalled, else the newest."""

    shown_changed = Signal()
    kept_changed = Signal()
    heat_changed = Signal(object)
    heat_failed = Signal(str, object)
    masked_changed = Signal()
    compared_changed = Signal()
    compare_failed = Signal(object)
    saved = Signal(object)
    save_failed = Signal(object)

    def __init__(self, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self.choice = Choice()
        self.kept: KeptList | None = None
        self.masked: MaskedAnswers | None = None
        self.compared: Compared | None = None
        self._recalled: Insight | None = None
        self._recalls: Recall | None = None
        self._compares: Compare | None = None
        self._occludes: Why | None = None
        asking.insight_changed.connect(self._on_insight_changed)
        asking.other_answered.connect(self._on_answered)
        asking.failed.connect(self._on_failed)

    # ---- earlier epochs

    @property
    def shown(self) -> Insight | None:
        """The insight to look at."""
        return self._recalled or self._asking.insight

    @property
    def run(self) -> Path | None:
        """The run that the network in sight comes from."""
        return self._asking.looker.run if self._asking.looker is not None else None

    def list_kept(self) -> None:
        """Ask which epochs of the picture in sight are kept; `kept_changed` tells."""
        insight = self._asking.insight
        if self.run is not None and insight is not None and insight.answer.pixels is not None:
            self._asking.ask(ListKept(self.run, insight.answer.pixels))

    def recall(self, epoch: int | None) -> None:
        """Show an earlier epoch, or with None the newest again."""
        insight = self._asking.insight
        if epoch is not None and self.run is not None and insight is not None:
            self._recalls = Recall(self.run, epoch, insight.photo)
            self._asking.ask(self._recalls)
            return
        # An answer may still be on its way: it belongs to nothing any more.
        self._recalls = None
        if self._recalled is not None:
            self._recalled = None
            self.shown_changed.emit()

    # ---- why this answer

    def ask_heat(self, class_index: int, method: HeatMethod) -> None:
        """Ask which parts of the picture speak for a class; occlusion comes in parts until it is done or stopped."""
        insight = self._asking.insight
        if insight is not None:
            question = Why(insight.photo, class_index, method)
            if method == "occlusion":
                self._occludes = question
            self._asking.ask(question)

    def stop_occlusion(self) -> None:
        """No further parts."""
        self._occludes = None

    # ---- dropout

    def ask_masks(self, seed: int) -> None:
        """Ask for answers with Dropout as in training."""
        insight = self._asking.insight
        if insight is not None:
            self._asking.ask(Mask(insight.photo, seed=seed))

    def compare(self, first: Path, second: Path) -> None:
        """Look for a validation picture that two runs answer differently."""
        self._compares = Compare(first, second)
        self._asking.ask(self._compares)

    # ---- taking along

    def save(self, path: Path, output: LayerOutput, common_scale: bool) -> None:
        """Write a layer's output to a file; its ending says how."""
        self._asking.ask(Save(path, output, common_scale))

    # ---- answers

    def _on_insight_changed(self) -> None:
        insight = self._asking.insight
        recalls = self._recalls
        if recalls is not None and (insight is None or insight.photo is not recalls.photo or self.run != recalls.run):
            self._recalls = self._recalled = None
        if self.masked is not None and insight is not None and self.masked.photo is not insight.photo:
            self.masked = None
            self.masked_changed.emit()
        self.shown_changed.emit()

    def _on_answered(self, question: Question, answer: object) -> None:
        match question, answer:
            case ListKept(run), KeptList():
                if run == self.run:
                    self.kept = answer
                    self.kept_changed.emit()
            case Recall(), Insight():
                if question is self._recalls:
                    self._recalled = answer
                    self.shown_changed.emit()
            case Why(), HeatMap():
                self._on_heat(question, answer)
            case Mask(), MaskedAnswers():
                if self._asking.insight is not None and question.photo is self._asking.insight.photo:
                    self.masked = answer
                    self.masked_changed.emit()
            case Compare(), Compared():
                if question is self._compares:
                    self.compared = answer
                    self.compared_changed.emit()
            case Save(), Saved(path):
                self.saved.emit(path)

    def _on_heat(self, question: Why, heat: HeatMap) -> None:
        insight = self._asking.insight
        if insight is None or question.photo is not insight.photo:
            return
        if question.method == "occlusion":
            wanted = self._occludes
            if wanted is None or (wanted.photo, wanted.class_index) != (question.photo, question.class_index):
                return
            if heat.done < heat.total:
                self._asking.ask(Why(question.photo, question.class_index, "occlusion", so_far=heat))
            else:
                self._occludes = None
        self.heat_changed.emit(heat)

    def _on_failed(self, question: Question, error: NakamiError) -> None:
        match question:
            case Why(method=method):
                self.heat_failed.emit(method, error)
            case Compare():
                self.compare_failed.emit(error)
            case Save():
                self.save_failed.emit(error)
            case _:
                pass  # what is kept of an epoch may be gone; the slider then stays where it is
