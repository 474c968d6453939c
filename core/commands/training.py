"""`train`: a folder of pictures in, a run out. Light until it begins."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from core.commands.output import print_json
from core.commands.progress import Reporter, load_engine, progress_bar, stopping
from core.commands.status import OK, Commands
from core.control import Control
from core.errors import DatasetError, NakamiError, Stopped
from core.events import TrainingOutcome
from core.framing import RESIZE_MODES
from core.numerals import duration, number, percent
from core.pictures.dataset import Dataset
from core.pictures.split import Shares, reused_split, spelled
from core.training.augmentation import parse_augmentation
from core.training.config import DEFAULT_LEARNING_RATES, OPTIMIZERS, SCHEDULES, TrainingConfig
from core.words import plural, say, tr

# Settings whose arguments are called like them.
_AS_GIVEN = (
    "epochs",
    "image_size_px",
    "batch_size",
    "seed",
    "resize",
    "optimizer",
    "learning_rate",
    "schedule",
    "early_stopping",
)
# All that a run that goes on takes.
_OF_RESUMING = ("resume", "epochs", "json", "command")


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    train = commands.add_parser("train", help=tr("train on a folder of class folders (default: the sample creatures)"))
    train.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help=tr("or a file of arrays (.npy, .npz)"),
    )
    train.add_argument("--epochs", type=int, metavar="N")
    train.add_argument("--image-size", type=int, metavar="PX", dest="image_size_px")
    train.add_argument("--resize", choices=RESIZE_MODES, help=tr("how pictures are made square (default: stretch)"))
    train.add_argument(
        "--augment",
        metavar="HOW",
        help=tr("vary training pictures: off, turns, or random, e.g. random:rotation=15,mirror=yes,zoom=0.1"),
    )
    train.add_argument(
        "--split",
        metavar="SHARES_OR_RUN",
        help=tr("shares of training, validation and test, e.g. 70/15/15, or a run or split.csv to split as"),
    )
    train.add_argument(
        "--exclude-file", type=Path, metavar="FILE", help=tr("a list of pictures to leave out, a path a line")
    )
    train.add_argument("--class-weights", action="store_true", help=tr("let each class weigh the same in the loss"))
    train.add_argument("--optimizer", choices=OPTIMIZERS, help=tr("what moves the weights (default: adam)"))
    train.add_argument(
        "--learning-rate",
        type=float,
        metavar="RATE",
        help=tr("how far they move at a step (default: 0.001, for sgd 0.01)"),
    )
    train.add_argument(
        "--schedule", choices=SCHEDULES, help=tr("how the rate changes from epoch to epoch (default: constant)")
    )
    train.add_argument(
        "--early-stopping",
        type=int,
        metavar="N",
        help=tr("end after N epochs without a lower validation loss; the best epoch is what answers"),
    )
    train.add_argument(
        "--reproducible",
        action="store_true",
        help=tr("the same bits on every run, on a graphics card too; slower there"),
    )
    train.add_argument("--class-names", metavar="A,B,…", help=tr("the names of the classes in a file of arrays"))
    train.add_argument("--batch-size", type=int, metavar="N")
    train.add_argument("--seed", type=int, metavar="N")
    train.add_argument("--without-dropout", action="store_true", help=tr("leave the dropout layers out"))
    train.add_argument("--run", type=Path, metavar="DIR", help=tr("a new folder to keep the run in"))
    train.add_argument(
        "--resume",
        type=Path,
        metavar="RUN",
        help=tr("go on with this run exactly where its last epoch ended; --epochs N gives it N in all"),
    )
    train.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    train.set_defaults(command=_train)


def _train(options: argparse.Namespace) -> int:
    control = Control()
    with progress_bar() as progress, stopping(control) as told:
        try:
            outcome = _resumed(options, progress, control) if options.resume else _trained(options, progress, control)
        except Stopped:
            if told.to_interrupt:
                raise
            # A request to terminate is no failure, and before the first batch there is nothing to save.
            print(tr("nakami: stopped."), file=sys.stderr)
            return OK
    if options.json:
        print_json(_outcome_facts(outcome))
    else:
        print(_outcome_text(outcome))
    return OK


def _resumed(options: argparse.Namespace, progress: Reporter, control: Control) -> TrainingOutcome:
    """Go on with an earlier run. Raises NakamiError for settings that it has already."""
    others = ((name, value) for name, value in vars(options).items() if name not in _OF_RESUMING)
    given = [name for name, value in others if value is not None and value is not False]
    if given:
        raise NakamiError(
            say(
                "“--resume” goes on with the settings that the run was begun with; “{option}” cannot change them.",
                option="FOLDER" if given[0] == "folder" else _option(given[0]),
            ),
            say("Leave it out, or train anew without --resume."),
        )
    load_engine(progress)
    from core.training.train import resume

    return resume(options.resume.absolute(), options.epochs, progress, control)


def _trained(options: argparse.Namespace, progress: Reporter, control: Control) -> TrainingOutcome:
    from core.pictures.arrays.unpacking import unpacked_from
    from core.pictures.edits import Edits
    from core.pictures.scan import scan
    from core.pictures.sources import folder_of

    config = _config(options)
    names = options.class_names.split(",") if options.class_names else None
    dataset = scan(folder_of(options.folder, progress, control, names), control)
    if options.exclude_file is not None:
        found = dataset
        dataset, _ = Edits(without_files=_excluded(options.exclude_file, found)).apply(found)
        if found.pictures and not dataset.pictures:
            raise _nothing_left(options.exclude_file)
    dataset.require_trainable()
    if unpacked_from(dataset.root) is not None:
        print(
            tr("note: copies of one photo in a file of arrays may stand on both sides of the split."),
            file=sys.stderr,
        )
    load_engine(progress)
    from core.training.train import train

    return train(dataset, config, progress, control, options.run)


def _config(options: argparse.Namespace) -> TrainingConfig:
    """The settings that the arguments make. Raises NakamiError."""
    given: dict[str, Any] = {name: getattr(options, name) for name in _AS_GIVEN if getattr(options, name) is not None}
    if options.optimizer is not None and options.learning_rate is None:
        given["learning_rate"] = DEFAULT_LEARNING_RATES[options.optimizer]
    if options.augment is not None:
        given["augmentation"] = parse_augmentation(options.augment)
    if options.split is not None:
        given |= _split_settings(options.split)
    return TrainingConfig(
        **given,
        with_dropout=not options.without_dropout,
        class_weights=options.class_weights,
        reproducible=options.reproducible,
    )


def _option(name: str) -> str:
    """An argument as it is typed."""
    return "--image-size" if name == "image_size_px" else "--" + name.replace("_", "-")


def _split_settings(text: str) -> dict[str, Any]:
    """`--split`: shares, or where an earlier split stands."""
    try:
        return {"shares": Shares.parse(text)}
    except ValueError:
        if not os.path.exists(text):
            raise NakamiError(
                say("“{text}” is neither shares that add up to 100 nor an earlier split.", text=text),
                say("Give shares like 70/15/15, or the path of a run or of a split.csv."),
            ) from None
    # A broken one is told before thousands of pictures are decoded.
    reused_split(Path(text))
    # Kept in the run, which may be read from elsewhere.
    return {"split_from": str(Path(text).absolute())}


def _excluded(file: Path, dataset: Dataset) -> frozenset[str]:
    """The pictures that a list names, by their path below the folder or their whole path. Raises NakamiError."""
    try:
        lines = file.read_text(encoding="utf-8-sig", errors="surrogateescape").split("\n")
    except OSError as error:
        raise NakamiError(
            say("The list {file} cannot be read: {reason}.", file=file, reason=error.strerror or error),
            say("Give a text file with a path a line."),
        ) from error
    known = _by_path(dataset)
    found: set[str] = set()
    unknown: list[str] = []
    for line in filter(str.strip, lines):
        # A name may begin or end with a space.
        name = next((each for each in map(Path, (line.removesuffix("\r"), line.strip())) if each in known), None)
        if name is None:
            unknown.append(line.strip())
        else:
            found.add(known[name])
    if unknown:
        raise NakamiError(
            plural(
                len(unknown),
                say("The list {file} names a picture that is not in the folder: {name}.", file=file, name=unknown[0]),
                say(
                    "The list {file} names {count:,} pictures that are not in the folder; the first is {name}.",
                    file=file,
                    count=len(unknown),
                    name=unknown[0],
                ),
            ),
            say("Write paths as “scan” shows them: below the folder."),
        )
    return frozenset(found)


def _nothing_left(file: Path) -> DatasetError:
    return DatasetError(
        say("The list {file} leaves no picture to learn from: it names them all.", file=file),
        say("List only those that are to be left out."),
    )


def _by_path(dataset: Dataset) -> dict[Path, str]:
    """The files of a folder by the paths that a list may name them with; those that are left out anyway too."""
    files = [each.file for each in dataset.pictures] + [each.file for each in dataset.rejected]
    below = {Path(name): file for file in files for name in (file, spelled(file))}
    return {dataset.root / path: file for path, file in below.items()} | below


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
    lines = [tr("Run: {folder}", folder=outcome.run)]
    if outcome.state == "stopped":
        lines.append(tr("Stopped. It can go on: train --resume “{folder}”", folder=outcome.run))
    elif outcome.ended_early:
        lines.append(tr("Ended early: validation loss had stopped falling."))
    if not outcome.epochs:
        return "\n".join([*lines, tr("It was stopped within its first epoch.")])
    lines += [
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
            "{speed} pictures/s, {duration} in all",
            speed=number(outcome.images_per_second, 1),
            duration=duration(outcome.seconds),
        ),
    ]
    return "\n".join(lines)
