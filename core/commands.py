"""The headless subcommands: the same core as the window's, results on stdout, progress on stderr.

Light until a subcommand needs Keras: `scan`, `sample` and `--help` answer at once.
"""

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from core.control import Control
from core.errors import NakamiError, Stopped
from core.events import BatchEnded, EpochEnded, Event, Listed, Preparing, TrainingOutcome, TrainingStarted
from core.files import as_json
from core.numerals import duration, number, percent
from core.pictures.dataset import Dataset
from core.words import tr

OK, SOME_FAILED, USER_CAN_MEND = 0, 1, 2
# As shells report a program that Ctrl+C ended.
INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """Every complaint in the one form that scripts can rely on."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USER_CAN_MEND, f"nakami: error: {message}\n")


def run(arguments: Sequence[str]) -> int:
    """Carry out one subcommand and return the exit status: 0, 1 (some photos failed) or 2 (the user can mend it)."""
    for stream in (sys.stdout, sys.stderr):
        # File names may hold what the terminal's encoding (or any) cannot say.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options)
    except NakamiError as error:
        print(f"nakami: error: {error}", file=sys.stderr)
        return USER_CAN_MEND
    except (Stopped, KeyboardInterrupt):
        print(tr("nakami: stopped."), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="nakami", description=tr("Train a CNN on your own pictures. Without arguments: the window."))
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    train = commands.add_parser("train", help=tr("train on a folder of class folders (default: the sample creatures)"))
    train.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    train.add_argument("--epochs", type=int, metavar="N")
    train.add_argument("--image-size", type=int, metavar="PX", dest="image_size_px")
    train.add_argument("--batch-size", type=int, metavar="N")
    train.add_argument("--seed", type=int, metavar="N")
    train.add_argument("--run", type=Path, metavar="DIR", help=tr("a new folder to keep the run in"))
    train.set_defaults(command=_train)

    evaluate = commands.add_parser("evaluate", help=tr("loss, accuracy and confusion matrix on test pictures"))
    evaluate.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    evaluate.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    evaluate.set_defaults(command=_evaluate)

    classify = commands.add_parser("classify", help=tr("name what is on photos"))
    classify.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    classify.add_argument("photos", nargs="+", metavar="PHOTO")
    classify.add_argument("--top", type=_positive, default=3, metavar="K", help=tr("how many classes to list"))
    classify.set_defaults(command=_classify)

    scan = commands.add_parser("scan", help=tr("count a folder's pictures and name the files that cannot be used"))
    scan.add_argument("folder", type=Path, metavar="FOLDER")
    scan.set_defaults(command=_scan)

    sample = commands.add_parser("sample", help=tr("write the sample creatures into a folder"))
    sample.add_argument("folder", type=Path, metavar="FOLDER")
    sample.set_defaults(command=_sample)

    for each in (train, evaluate, classify, scan):
        each.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(tr("a whole number of at least 1 is needed, not “{value}”", value=text))
    return int(text)


def _train(options: argparse.Namespace) -> int:
    from core.pictures.sample import sample_creatures
    from core.pictures.scan import scan
    from core.training.config import TrainingConfig

    given = {
        name: getattr(options, name)
        for name in ("epochs", "image_size_px", "batch_size", "seed")
        if getattr(options, name) is not None
    }
    config = TrainingConfig(**given)
    control = Control()
    with _progress() as progress, _stopping(control):
        folder = options.folder if options.folder is not None else sample_creatures(progress, control)
        dataset = scan(folder, control)
        dataset.require_trainable()
        _load_engine(progress)
        from core.training.train import train

        outcome = train(dataset, config, progress, control, options.run)
    print(as_json(_outcome_facts(outcome)) if options.json else _outcome_text(outcome))
    return OK


def _outcome_facts(outcome: TrainingOutcome) -> dict[str, Any]:
    return {
        "run": str(outcome.run),
        "classes": list(outcome.classes),
        "epochs": outcome.epochs,
        "loss": outcome.loss,
        "accuracy": outcome.accuracy,
        "val_loss": outcome.val_loss,
        "val_accuracy": outcome.val_accuracy,
        "test_loss": outcome.test_loss,
        "test_accuracy": outcome.test_accuracy,
        "images_per_second": outcome.images_per_second,
        "seconds": outcome.seconds,
    }


def _outcome_text(outcome: TrainingOutcome) -> str:
    lines = [
        tr("Run: {folder}", folder=outcome.run),
        tr(
            "Best epoch {best} of {epochs}: validation loss {loss}, accuracy {accuracy}",
            best=outcome.best_epoch,
            epochs=outcome.epochs,
            loss=number(outcome.val_loss, 3),
            accuracy=percent(outcome.val_accuracy, 1),
        ),
        tr("Test Loss: {loss}", loss=number(outcome.test_loss, 4)),
        tr("Test Accuracy: {accuracy}", accuracy=percent(outcome.test_accuracy, 1)),
        tr(
            "{speed:.1f} pictures/s, {duration} in all",
            speed=outcome.images_per_second,
            duration=duration(outcome.seconds),
        ),
    ]
    return "\n".join(lines)


def _evaluate(options: argparse.Namespace) -> int:
    with _progress() as progress:
        _load_engine(progress)
        from core.evaluation import evaluate
        from core.network.store import open_model

        result = evaluate(open_model(options.model), options.folder, progress)
    if options.json:
        facts = {
            "test_loss": result.test_loss,
            "test_accuracy": result.test_accuracy,
            "confusion": result.confusion.tolist(),
            "classes": list(result.classes),
        }
        print(as_json(facts))
        return OK
    print(tr("Test Loss: {loss}", loss=number(result.test_loss, 4)))
    print(tr("Test Accuracy: {accuracy}", accuracy=percent(result.test_accuracy, 1)))
    for name, row in zip(result.classes, result.confusion.tolist(), strict=True):
        taken = ", ".join(f"{other} {count}" for other, count in zip(result.classes, row, strict=True) if count)
        print(tr("  {name}: taken for {answers}", name=name, answers=taken or "–"))
    return OK


def _classify(options: argparse.Namespace) -> int:
    with _progress() as progress:
        _load_engine(progress)
        from core.classification import Classifier
        from core.network.store import open_model

        opened = open_model(options.model)
        classifier = Classifier(opened.model, opened.class_names, opened.image_size_px)
    status = OK
    for answer in classifier.classify(options.photos):
        top = answer.ranked[: options.top]
        if answer.error is not None:
            status = SOME_FAILED
        if options.json:
            facts = {
                "file": answer.file,
                "label": answer.label,
                "probability": answer.probability,
                "top": [list(each) for each in top],
                "error": str(answer.error) if answer.error is not None else None,
            }
            print(as_json(facts), flush=True)
        else:
            said = answer.error or ", ".join(f"{name} {percent(share, 1)}" for name, share in top)
            print(f"{answer.file}: {said}", flush=True)
    return status


def _scan(options: argparse.Namespace) -> int:
    from core.pictures.cache import check
    from core.pictures.scan import scan

    with _progress() as progress:
        dataset = check(scan(options.folder), progress)
    if options.json:
        facts = {
            "classes": dataset.counts,
            "rejected": [{"file": each.file, "reason": str(each.reason)} for each in dataset.rejected],
        }
        print(as_json(facts))
    else:
        for name, count in dataset.counts.items():
            print(f"{name}: {count:,}")
        for line in _left_out(dataset):
            print(line)
    dataset.require_trainable()
    return OK


def _left_out(dataset: Dataset) -> list[str]:
    """A line for each folder and file that is not used, and why."""
    folders = [tr("{name}: no pictures, left out", name=name) for name in dataset.empty_classes]
    return folders + [tr("left out: {file}: {reason}", file=each.file, reason=each.reason) for each in dataset.rejected]


def _sample(options: argparse.Namespace) -> int:
    from core.pictures.sample import write_sample

    with _progress() as progress:
        write_sample(options.folder, progress)
    print(options.folder)
    return OK


def _load_engine(progress: "_Reporter") -> None:
    from core import engine
    from core.words import say

    progress(Preparing(say("starting TensorFlow")))
    engine.load()


class _Reporter:
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
                for line in _left_out(dataset):
                    self._bar.console.print(line, highlight=False, markup=False, soft_wrap=True)
            case TrainingStarted(epochs=epochs, batches_per_epoch=batches):
                self._batches = batches
                self._bar.reset(self._task, total=epochs * batches, description=tr("training"))
            case BatchEnded(epoch=epoch, batch=batch):
                words = tr(
                    "epoch {epoch}  loss {loss:.3f}  acc {accuracy}",
                    epoch=epoch,
                    loss=event.loss,
                    accuracy=percent(event.accuracy),
                )
                self._bar.update(self._task, completed=(epoch - 1) * self._batches + batch, description=words)
            case EpochEnded(epoch=epoch):
                self._bar.update(self._task, completed=epoch * self._batches)
                self._bar.console.print(_epoch_text(event), highlight=False)


def _epoch_text(epoch: EpochEnded) -> str:
    return tr(
        "epoch {epoch}: loss {loss}, accuracy {accuracy}, val_loss {val_loss}, val_accuracy {val_accuracy}",
        epoch=epoch.epoch,
        loss=number(epoch.loss, 3),
        accuracy=percent(epoch.accuracy, 1),
        val_loss=number(epoch.val_loss, 3),
        val_accuracy=percent(epoch.val_accuracy, 1),
    )


@contextmanager
def _progress() -> Iterator[_Reporter]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield _Reporter(bar)


@contextmanager
def _stopping(control: Control) -> Iterator[None]:
    """The first Ctrl+C (or a request to terminate) stops the job in good order; a second Ctrl+C quits."""

    def stop(number: int, _frame: object) -> None:
        control.stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
