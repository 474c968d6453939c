"""`train`: a folder of pictures in, a run out. Light until it begins."""

import argparse
from pathlib import Path
from typing import Any

from core.commands.progress import load_engine, progress_bar, stopping
from core.commands.status import OK, Commands
from core.control import Control
from core.events import TrainingOutcome
from core.files import as_json
from core.numerals import duration, number, percent
from core.words import tr


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    train = commands.add_parser("train", help=tr("train on a folder of class folders (default: the sample creatures)"))
    train.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    train.add_argument("--epochs", type=int, metavar="N")
    train.add_argument("--image-size", type=int, metavar="PX", dest="image_size_px")
    train.add_argument("--batch-size", type=int, metavar="N")
    train.add_argument("--seed", type=int, metavar="N")
    train.add_argument("--without-dropout", action="store_true", help=tr("leave the dropout layers out"))
    train.add_argument("--run", type=Path, metavar="DIR", help=tr("a new folder to keep the run in"))
    train.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    train.set_defaults(command=_train)


def _train(options: argparse.Namespace) -> int:
    from core.pictures.sample import sample_creatures
    from core.pictures.scan import scan
    from core.training.config import TrainingConfig

    given = {
        name: getattr(options, name)
        for name in ("epochs", "image_size_px", "batch_size", "seed")
        if getattr(options, name) is not None
    }
    config = TrainingConfig(**given, with_dropout=not options.without_dropout)
    control = Control()
    with progress_bar() as progress, stopping(control):
        folder = options.folder if options.folder is not None else sample_creatures(progress, control)
        dataset = scan(folder, control)
        dataset.require_trainable()
        load_engine(progress)
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
