"""What a subcommand says while it works: one progress bar on stderr, and how Ctrl+C ends it in good order. Light."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from core.control import Control
from core.events import BatchEnded, EpochEnded, Event, Listed, Preparing, TrainingStarted
from core.numerals import number, percent
from core.pictures.dataset import Dataset
from core.words import tr


class Reporter:
    """Draws what a job reports as one progress bar."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task: TaskID = bar.add_task("", total=None)
        self._batches = 0

    def __call__(self, event: Event) -> None:
        match event:
            case Preparing(what, done, total):
                self._bar.update(self._task, description=str(what), completed=done, total=total or None)
            case Listed(dataset):
                for line in left_out(dataset):
                    self._bar.console.print(line, highlight=False, markup=False, soft_wrap=True)
            case TrainingStarted(epochs=epochs, batches_per_epoch=batches, history=history):
                self._batches = batches
                done = len(history) * batches
                self._bar.reset(self._task, total=epochs * batches, completed=done, description=tr("training"))
            case BatchEnded(epoch=epoch, batch=batch):
                words = tr(
                    "epoch {epoch}  loss {loss:.3f}  acc {accuracy}",
                    epoch=epoch,
                    loss=event.loss,
                    accuracy=percent(event.accuracy),
                )
                self._bar.update(self._task, completed=(epoch - 1) * self._batches + batch, description=words)
            case EpochEnded():
                # The bar follows the batches alone: those of the next epoch may come before this.
                self._bar.console.print(_epoch_text(event), highlight=False)


@contextmanager
def progress_bar(beside_results: bool = False) -> Iterator[Reporter]:
    """What a job reports, as a bar on a terminal; elsewhere only the lines that stay.

    `beside_results`: results are printed meanwhile. They go to stdout as they are, and where they show on the terminal
    themselves, there is no bar.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    is_off = not console.is_terminal or (beside_results and sys.stdout.isatty())
    with Progress(*columns, console=console, transient=True, disable=is_off, redirect_stdout=not beside_results) as bar:
        yield Reporter(bar)


@dataclass
class Told:
    """What the process was told from outside."""

    to_interrupt: bool = False


@contextmanager
def stopping(control: Control) -> Iterator[Told]:
    """The first Ctrl+C (or a request to terminate) stops the job in good order; a second Ctrl+C quits."""
    told = Told()

    def stop(number: int, _frame: object) -> None:
        control.stop()
        told.to_interrupt |= number == signal.SIGINT
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def load_engine(progress: Reporter) -> None:
    """Bring TensorFlow up, and say so."""
    from core import engine
    from core.words import say

    progress(Preparing(say("starting TensorFlow")))
    engine.load()


def left_out(dataset: Dataset) -> list[str]:
    """A line for each folder and file that is not used, and why."""
    folders = [tr("{name}: no pictures, left out", name=name) for name in dataset.empty_classes]
    return folders + [tr("left out: {file}: {reason}", file=each.file, reason=each.reason) for each in dataset.rejected]


def _epoch_text(epoch: EpochEnded) -> str:
    return tr(
        "epoch {epoch}: loss {loss}, accuracy {accuracy}, val_loss {val_loss}, val_accuracy {val_accuracy}",
        epoch=epoch.epoch,
        loss=number(epoch.loss, 3),
        accuracy=percent(epoch.accuracy, 1),
        val_loss=number(epoch.val_loss, 3),
        val_accuracy=percent(epoch.val_accuracy, 1),
    )
