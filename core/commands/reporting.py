"""`report`: a run as one page for a teacher or a logbook. Light until it begins."""

import argparse
from pathlib import Path

from core.commands.progress import load_engine, progress_bar, stopping
from core.commands.status import OK, Commands
from core.control import Control
from core.report.endings import require_usable
from core.training.runs import read_facts
from core.words import tr


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    report = commands.add_parser("report", help=tr("write a page about a run: what it can do and how it was made"))
    report.add_argument("run", type=Path, metavar="RUN")
    report.add_argument("file", type=Path, metavar="FILE", help=tr("its name ends in .html or .pdf; written over"))
    report.set_defaults(command=_report)


def _report(options: argparse.Namespace) -> int:
    # Before anything that takes long.
    require_usable(options.file)
    read_facts(options.run)
    control = Control()
    with progress_bar() as progress, stopping(control):
        load_engine(progress)
        from core.report.writing import write_report

        file = write_report(options.run, options.file, progress, control)
    print(file)
    return OK
