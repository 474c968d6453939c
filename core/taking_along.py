"""Taking along: answers as a table, photos as copies sorted into folders. Light: jobs for the window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.answer_store import AnswerStore
from core.answers import Answer
from core.answers_csv import AnswersCsv
from core.control import Control
from core.copies import folder_for, require_apart, sort_copies
from core.events import Preparing, Report, Throttle, ignore
from core.pictures.dataset import Dataset
from core.words import Sentence, say


@dataclass(frozen=True)
class Taken:
    """What was made: the file or folder, how many answers or copies there are, and how many files could not be read
    or copied, with the reason of the first."""

    path: Path
    count: int
    failed: int = 0
    reason: Sentence | None = None


def save_csv(answers: AnswerStore, path: Path, report: Report = ignore, control: Control | None = None) -> Taken:
    """Write a row for each photo that has its answer, or a reason why there is none. Raises StorageError; Stopped, with
    the rows so far in the file."""
    with AnswersCsv(path, answers.class_names) as table:
        for answer in _each(answers, say("saving the answers"), report, control or Control()):
            table.write(answer)
    return Taken(path, answers.done - answers.failed, answers.failed)


def _each(answers: AnswerStore, what: Sentence, report: Report, control: Control) -> Iterator[Answer]:
    """The answers that there are. Raises Stopped."""
    throttle = Throttle()
    done = 0
    for answer in answers:
        if answer is None:
            continue
        control.check()
        yield answer
        done += 1
        if throttle.is_due():
            report(Preparing(what, done, answers.done))


def sort_answered(
    answers: AnswerStore,
    folder: Path,
    unsure_apart: bool,
    sources: Sequence[Path] = (),
    report: Report = ignore,
    control: Control | None = None,
) -> Taken:
    """Copy each photo that has its answer into the subfolder of `folder` for its class; with `unsure_apart` those whose
    answers say little into folders of their own. `sources` are the folders that were asked about. Raises
    StorageError; Stopped, with the copies so far in their folders."""
    require_apart(folder, sources)
    placed = (
        (Path(answer.file), place)
        for answer in _each(answers, say("copying photos"), ignore, control or Control())
        if (place := folder_for(answer, unsure_apart)) is not None
    )
    total = answers.done - answers.failed
    done = sort_copies(placed, folder, answers.class_names, report, control, total)
    first = done.rejected[0].reason if done.rejected else None
    return Taken(folder, done.copied + done.already, answers.failed + len(done.rejected), first)


def copy_classes(dataset: Dataset, folder: Path, report: Report = ignore, control: Control | None = None) -> Taken:
    """Copy all pictures to learn from into a subfolder of `folder` for each class, as the user's changes have them.
    Raises StorageError; Stopped, with the copies so far in their folders."""
    require_apart(folder, [dataset.root])
    placed = ((dataset.path(each), dataset.class_names[each.label]) for each in dataset.pictures)
    done = sort_copies(placed, folder, dataset.class_names, report, control, len(dataset.pictures))
    first = done.rejected[0].reason if done.rejected else None
    return Taken(folder, done.copied + done.already, len(done.rejected), first)
