"""The heat map of the photo that the Classify page shows large, while somebody wants to see one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.answers import HeatMap
from core.errors import NakamiError
from core.questions import Question, Why

if TYPE_CHECKING:
    from gui.asking import Asking


class AnswerHeat(QObject):
    """Off at first. `heat` is what speaks for the photo's answer; `failure` is why there is none."""

    changed = Signal()

    def __init__(self, asking: "Asking") -> None:
        super().__init__(asking)
        self._asking = asking
        self.is_wanted = False
        self.heat: HeatMap | None = None
        self.failure: NakamiError | None = None
        self._asked: Why | None = None
        asking.answers_began.connect(self._catch_up)
        asking.answers_came.connect(self._catch_up)
        asking.preview_changed.connect(self._catch_up)
        asking.other_answered.connect(self._on_answered)
        asking.failed.connect(self._on_failed)

    def want(self, on: bool) -> None:
        """Whether somebody wants to see it."""
        if on != self.is_wanted:
            self.is_wanted = on
            # Asked again when it is wanted again: the network may be another.
            self._asked = self.heat = self.failure = None
            self._catch_up()
            self.changed.emit()

    def _catch_up(self) -> None:
        """Ask where another photo, or another answer to it, has come."""
        question = self._question()
        if _key(question) == _key(self._asked):
            return
        self._asked, self.heat, self.failure = question, None, None
        if question is not None:
            self._asking.ask(question)
        self.changed.emit()

    def _question(self) -> Why | None:
        asking = self._asking
        if not self.is_wanted or not asking.photos or asking.model is None:
            return None
        answer = asking.answers[asking.shown]
        if answer is None or answer.label not in asking.model.class_names:
            return None
        return Why(asking.photos[asking.shown], asking.model.class_names.index(answer.label), "grad-cam")

    def _on_answered(self, question: Question, answer: object) -> None:
        if question is self._asked and isinstance(answer, HeatMap):
            self.heat = answer
            self.changed.emit()

    def _on_failed(self, question: object, error: NakamiError) -> None:
        if question is self._asked and question is not None:
            self.failure = error
            self.changed.emit()


def _key(question: Why | None) -> tuple[int, int] | None:
    """Photos are told apart as objects: pixels have no one answer to `==`."""
    return (id(question.photo), question.class_index) if question is not None else None
