"""The thread boundary: what runs beside the window, and how it is heard.

Nothing else in the window starts threads. Connect the signals to bound methods of QObjects that live on the
window's thread: anything else may run on the worker's.
"""

import importlib
import sys
import threading
import traceback
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from core import engine
from core.answer_store import AnswerRows
from core.control import Control
from core.errors import NakamiError, Stopped
from core.events import Preparing
from core.questions import Classify, ClassifyMany, OpenModel, Question, StopClassifying, TakeSnapshot
from core.words import say


class UnforeseenError(NakamiError):
    """A bug of ours, told without stopping the program; `details` is for who mends it."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            say("Something unforeseen happened: {error}", error=f"{type(error).__name__}: {error}"[:300]),
            say("The program goes on. Please report the details."),
        )
        self.details = "".join(traceback.format_exception(error))


def as_told(error: BaseException) -> NakamiError:
    """The error as the user is told: our own as they are, any other as unforeseen."""
    return error if isinstance(error, NakamiError) else UnforeseenError(error)


class JobThread(QThread):
    """Runs one function of core: `module:function`, called with the arguments, `report` and `control`.

    The module is imported on this thread. Exactly one of `succeeded` (with the result), `failed` (with a
    NakamiError) and `stopped` is emitted, then `finished`.
    """

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, job: str, *arguments: Any, needs_tensorflow: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.control = Control()
        self._job = job
        self._arguments = arguments
        self._needs_tensorflow = needs_tensorflow

    def run(self) -> None:
        """Qt calls this on the new thread."""
        engine.be_nice()
        try:
            if self._needs_tensorflow:
                self.reported.emit(Preparing(say("starting TensorFlow")))
                engine.load()
            self.control.check()
            module, function = self._job.split(":")
            with engine.collector_at_rest(keep=module not in sys.modules):
                imported = importlib.import_module(module)
            result = getattr(imported, function)(*self._arguments, report=self.reported.emit, control=self.control)
        except Stopped:
            self.stopped.emit()
        except BaseException as error:  # the boundary: nothing may pass it
            self.failed.emit(as_told(error))
        else:
            self.succeeded.emit(result)


class PhotoThread(QThread):
    """Answers questions that need no network, one after the other, as long as the window lives.

    A new question of a kind replaces one that waits: only the newest counts.
    """

    answered = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Any] = []
        self._news = threading.Condition()
        self._ended = False

    def ask(self, question: Any) -> None:
        """Put a question; the answer comes with `answered` or `failed`, both with the question."""
        with self._news:
            self._add(question)
            self._news.notify()

    def end(self) -> None:
        """Ask the thread to end after the running question. `finished` tells when it has."""
        with self._news:
            self._ended = True
            self._waiting.clear()
            self._news.notify()

    def run(self) -> None:
        engine.be_nice()
        answerer: Any = None
        while (question := self._next()) is not None:
            try:
                answerer = answerer or self._make_answerer()
                answer = answerer.answer(question)
            except BaseException as error:  # the boundary: nothing may pass it
                self.failed.emit(question, as_told(error))
            else:
                self._note(question, answer)
                self.answered.emit(question, answer)
        if answerer is not None:
            self._let_go(answerer)

    def _let_go(self, answerer: Any) -> None:
        """Nothing more is asked."""

    def _note(self, question: Any, answer: Any) -> None:
        """An answer has been found."""

    def _has_work(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self._waiting)

    def _make_answerer(self) -> Any:
        """What answers, made on this thread."""
        return importlib.import_module("core.photos").PhotoReader()

    def _add(self, question: Any) -> None:
        self._waiting = [each for each in self._waiting if type(each) is not type(question)]
        self._waiting.append(question)

    def _take(self) -> Any:
        """The next of those that wait."""
        return self._waiting.pop(0)

    def _next(self) -> Any:
        """The next question, waited for; None at the end."""
        with self._news:
            while not self._has_work() and not self._ended:
                self._news.wait()
            return None if self._ended else self._take()


class InferenceThread(PhotoThread):
    """Answers questions to a network.

    A new question of a kind where only the newest counts (every kind but `OpenModel` and `Classify`) replaces one that
    waits. All of them go before photos to classify, so that fifty dropped photos do not hold the window up, but
    never before a change of the network that was asked for earlier: each question is answered by the network that it
    was meant for. Of photos that are asked about at once, a part is answered whenever nothing else waits; the network
    that answered the first part answers the others too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The photos of which a part is being answered, and those that come after that part.
        self._in_hand: ClassifyMany | None = None
        self._rest: ClassifyMany | None = None

    def forget_photos(self) -> None:
        """Drop the photos that wait to be classified."""
        with self._news:
            is_going_on = self._in_hand is not None or self._rest is not None
            self._in_hand = self._rest = None
            self._waiting = [each for each in self._waiting if not isinstance(each, Classify | ClassifyMany)]
            if is_going_on:
                self._add(StopClassifying())
                self._news.notify()

    def _let_go(self, answerer: Any) -> None:
        answerer.close()

    def _note(self, question: Question, answer: Any) -> None:
        with self._news:
            if question is self._in_hand and isinstance(answer, AnswerRows) and not answer.is_last:
                assert isinstance(question, ClassifyMany)
                self._rest = replace(question, begin=question.begin + len(answer))
            self._in_hand = None

    def _has_work(self) -> bool:
        return bool(self._waiting) or self._rest is not None

    def _make_answerer(self) -> Any:
        engine.load()
        with engine.collector_at_rest(keep=True):
            return importlib.import_module("core.inference").Inference()

    def _add(self, question: Question) -> None:
        older = next((each for each in reversed(self._waiting) if type(each) is type(question)), None)
        place = self._waiting.index(older) if older is not None else len(self._waiting)
        opens_later = any(isinstance(each, OpenModel) for each in self._waiting[place:])
        if isinstance(question, TakeSnapshot) and older is not None and not opens_later:
            # At its place: what was asked after the older snapshot is answered by the newer.
            self._waiting[place] = question
        else:
            if not isinstance(question, OpenModel | TakeSnapshot | Classify) and older is not None:
                self._waiting.pop(place)
            self._waiting.append(question)

    def _take(self) -> Question:
        taken = self._pick()
        self._in_hand = taken if isinstance(taken, ClassifyMany) else None
        return taken

    def _pick(self) -> Question:
        if not self._waiting:
            assert self._rest is not None, "there is work"
            rest, self._rest = self._rest, None
            return rest
        for place, question in enumerate(self._waiting):
            if isinstance(question, OpenModel | TakeSnapshot):
                break
            if not isinstance(question, Classify | ClassifyMany):
                return self._pop(place)
        return self._pop(0)

    def _pop(self, place: int) -> Question:
        taken: Question = self._waiting.pop(place)
        return taken
