"""`scan` and `sample`: folders of pictures, without any network. Light."""

import argparse
from pathlib import Path

from core.commands.progress import left_out, progress_bar
from core.commands.status import OK, Commands
from core.files import as_json
from core.words import tr


def add_to(commands: Commands) -> None:
    """Add the subcommands."""
    scan = commands.add_parser("scan", help=tr("count a folder's pictures and name the files that cannot be used"))
    scan.add_argument("folder", type=Path, metavar="FOLDER")
    scan.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    scan.set_defaults(command=_scan)

    sample = commands.add_parser("sample", help=tr("write the sample creatures into a folder"))
    sample.add_argument("folder", type=Path, metavar="FOLDER")
    sample.set_defaults(command=_sample)


def _scan(options: argparse.Namespace) -> int:
    from core.pictures.cache import check
    from core.pictures.scan import scan

    with progress_bar() as progress:
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
        for line in left_out(dataset):
            print(line)
    dataset.require_trainable()
    return OK


def _sample(options: argparse.Namespace) -> int:
    from core.pictures.sample import write_sample

    with progress_bar() as progress:
        write_sample(options.folder, progress)
    print(options.folder)
    return OK
