"""A report of a run as a file. Heavy: judges the run's network."""

from pathlib import Path

from core.control import Control
from core.errors import DatasetError, ModelError, storage_error
from core.events import Preparing, Report, ignore
from core.files import replacing
from core.report import pdf
from core.report.endings import is_pdf, require_usable
from core.report.facts import ReportFacts, gather
from core.report.page import as_page
from core.results.evaluation import judge
from core.results.judged import Results
from core.training.runs import read_facts
from core.words import Sentence, say


def write_report(run: Path, file: Path, report: Report = ignore, control: Control | None = None) -> Path:
    """Write the report of the run in folder `run` to an .html or .pdf file, whole or not at all; one that is there is
    written over. Returns the file.

    Where nothing can be said of the run's pictures any more (they are gone, or there is no network), the report says
    so and tells the rest. Raises ModelError where `run` is no run, StorageError for another ending or when the file
    cannot be written, Stopped.
    """
    control = control or Control()
    require_usable(file)
    read_facts(run)
    results, missing = _results(run, report, control)
    control.check()
    report(Preparing(say("writing the report")))
    _write(gather(run, results, missing), file)
    return file


def _results(run: Path, report: Report, control: Control) -> tuple[Results | None, Sentence | None]:
    try:
        return judge(run, None, report, control), None
    except (ModelError, DatasetError) as error:
        return None, error.what


def _write(facts: ReportFacts, file: Path) -> None:
    try:
        with replacing(file) as temporary:
            if is_pdf(file):
                pdf.write_pdf(as_page(facts, "paper"), temporary)
            else:
                temporary.write_text(as_page(facts), encoding="utf-8", newline="\n")
    except OSError as error:
        raise storage_error(error, say("The report cannot be written as {file}.", file=file)) from error
