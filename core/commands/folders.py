"""`scan` and `sample`: folders of pictures, without any network. Light."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.output import print_json
from core.commands.progress import left_out, progress_bar
from core.commands.status import OK, Commands
from core.words import plural, say, tr

if TYPE_CHECKING:
    from core.pictures.cache import PreparedPictures
    from core.pictures.dataset import Dataset
    from core.pictures.health import Issue, Severity

# On a terminal; --json names all.
_FILES_NAMED = 5


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
    from core.pictures.sources import folder_of

    with progress_bar() as progress:
        scanned = scan(folder_of(options.folder, progress))
        prepared = check(scanned, progress)
        issues = _issues(prepared, scanned)
    dataset = prepared.dataset
    if options.json:
        facts = {
            "classes": dataset.counts,
            "rejected": [{"file": each.file, "reason": str(each.reason)} for each in dataset.rejected],
            "issues": [{"kind": each.kind, "message": _words(each), "files": each.files} for each in issues],
        }
        print_json(facts)
    else:
        for name, count in dataset.counts.items():
            print(f"{name}: {count:,}")
        for line in left_out(dataset):
            print(line)
        for issue in issues:
            _print_issue(issue)
    dataset.require_trainable()
    return OK


def _issues(prepared: "PreparedPictures", scanned: "Dataset") -> "list[Issue]":
    """What is wrong with a folder as it lies on the disk, split as a training would by default."""
    from core.pictures.arrays.unpacking import unpacked_from
    from core.pictures.edits import Edits
    from core.pictures.health import health_report
    from core.pictures.split import split_pictures
    from core.training.config import DEFAULT_SEED

    split = split_pictures(prepared.dataset, DEFAULT_SEED, groups=prepared.duplicates.near)
    is_from_arrays = unpacked_from(scanned.root) is not None
    report = health_report(prepared, split, Edits(), prepared.frame, scanned, is_from_arrays)
    return [issue for issue in report if issue.severity != "good"]


def _words(issue: "Issue") -> str:
    return tr("{message}. {consequence}", message=issue.message, consequence=issue.consequence)


def _print_issue(issue: "Issue") -> None:
    """The issue and the first files concerned; of those that are left out, a line each is there already."""
    print(f"{_severity_words(issue.severity)}: {_words(issue)}")
    if issue.kind in ("unreadable", "loose"):
        return
    for file in issue.files[:_FILES_NAMED]:
        print(f"    {file}")
    more = len(issue.files) - _FILES_NAMED
    if more > 0:
        print("    " + str(plural(more, say("and 1 more"), say("and {count:,} more", count=more))))


def _severity_words(severity: "Severity") -> str:
    match severity:
        case "error":
            return tr("error")
        case "warning":
            return tr("warning")
        case _:
            return tr("note")


def _sample(options: argparse.Namespace) -> int:
    from core.pictures.sample import write_sample

    with progress_bar() as progress:
        write_sample(options.folder, progress)
    print(options.folder)
    return OK
