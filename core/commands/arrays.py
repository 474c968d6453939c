"""`export-npy`: pictures in, the tutorial's four arrays out. Light until it begins."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.commands.output import print_json
from core.commands.progress import load_engine, progress_bar, stopping
from core.commands.status import OK, Commands
from core.control import Control
from core.errors import NakamiError
from core.events import Listed
from core.framing import RESIZE_MODES
from core.numerals import file_size
from core.training.config import TrainingConfig
from core.words import say, tr

if TYPE_CHECKING:
    from core.pictures.arrays.exporting import Augment, Exported


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    export = commands.add_parser("export-npy", help=tr("save pictures as the tutorial's arrays, .npy or .npz"))
    export.add_argument("folder", type=Path, metavar="FOLDER", help=tr("or a file of arrays (.npy, .npz)"))
    export.add_argument("file", type=Path, metavar="FILE", help=tr("a new file, its name ends in .npy or .npz"))
    export.add_argument("--image-size", type=int, metavar="PX", dest="image_size_px")
    export.add_argument("--resize", choices=RESIZE_MODES, help=tr("how pictures are made square (default: stretch)"))
    export.add_argument("--seed", type=int, metavar="N")
    export.add_argument("--one-hot", action="store_true", help=tr("labels as rows of one 1 among 0"))
    export.add_argument("--turns", action="store_true", help=tr("16 of each training picture: turned and mirrored"))
    export.add_argument("--class-names", metavar="A,B,…", help=tr("the names of the classes in a file of arrays"))
    export.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    export.set_defaults(command=_export)


def _export(options: argparse.Namespace) -> int:
    from core.pictures.arrays.exporting import export_arrays
    from core.pictures.cache import prepare
    from core.pictures.scan import scan
    from core.pictures.sources import folder_of
    from core.pictures.split import split_pictures

    given = {name: getattr(options, name) for name in ("image_size_px", "resize", "seed")}
    config = TrainingConfig(**{name: value for name, value in given.items() if value is not None})
    _require_new(options.file)
    control = Control()
    with progress_bar() as progress, stopping(control):
        names = options.class_names.split(",") if options.class_names else None
        dataset = scan(folder_of(options.folder, progress, control, names), control)
        dataset.require_trainable()
        prepared = prepare(dataset, config.frame, progress, control)
        progress(Listed(prepared.dataset))
        split = split_pictures(prepared.dataset, config.seed, config.shares, prepared.duplicates.near)
        augment = None
        if options.turns:
            load_engine(progress)
            augment = _turns(config.seed)
        exported = export_arrays(
            prepared,
            split,
            options.file,
            augment=augment,
            one_hot=options.one_hot,
            report=progress,
            control=control,
        )
    if options.json:
        print_json(_facts(exported))
    else:
        print(_text(exported))
    return OK


def _require_new(file: Path) -> None:
    if file.exists():
        raise NakamiError(
            say("“{file}” is there already, and nothing is written over it.", file=file), say("Choose another name.")
        )


def _turns(seed: int) -> "Augment":
    """Each picture turned and mirrored as the tutorial does it, 16 of one."""
    import numpy as np
    from numpy.typing import NDArray

    from core.training.augmentation import Augmentation
    from core.training.augmenting import Augmenter

    augmenter = Augmenter(Augmentation("turns"), seed)
    each = augmenter.copies

    def vary(pictures: NDArray[np.uint8], positions: NDArray[np.int64]) -> NDArray[np.uint8]:
        copies = np.tile(np.arange(each), len(positions))
        return augmenter.vary(np.repeat(pictures, each, 0), np.repeat(positions, each), 0, copies)

    return vary


def _facts(exported: "Exported") -> dict[str, Any]:
    return {
        "file": str(exported.file),
        "labels_file": str(exported.labels_file),
        "classes": list(exported.class_names),
        "train": exported.training,
        "test": exported.test,
        "bytes": exported.byte_count,
    }


def _text(exported: "Exported") -> str:
    lines = [
        tr("X_train: {count:,} pictures", count=exported.training),
        tr("X_test: {count:,} pictures", count=exported.test),
        tr("{file}, {size}", file=exported.file, size=file_size(exported.byte_count)),
        tr("Class names: {file}", file=exported.labels_file),
    ]
    return "\n".join(lines)
