"""`classify`: what a network says about photos and folders of photos. Light until it begins."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.answers import Answer
from core.answers_csv import AnswersCsv
from core.commands.output import print_json
from core.commands.progress import Reporter, load_engine, progress_bar, stopping
from core.commands.status import OK, SOME_FAILED, Commands
from core.control import Control
from core.copies import Sorted, SortingCopies, folder_for, require_apart
from core.events import Preparing, Throttle
from core.numerals import percent
from core.pictures.scan import files_in
from core.sureness import Sureness, in_short, sureness
from core.words import Sentence, plural, say, tr

# How --json names them, whatever the user's language.
_SURENESS_KEYS = {
    Sureness.SURE: "sure",
    Sureness.FAIRLY: "fairly sure",
    Sureness.NOT: "not sure",
    Sureness.FOREIGN: "foreign",
}


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    classify = commands.add_parser("classify", help=tr("name what is on photos"))
    classify.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    classify.add_argument("photos", nargs="+", metavar="PHOTO_OR_FOLDER")
    classify.add_argument("--top", type=_positive, default=3, metavar="K", help=tr("how many classes to list"))
    classify.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    classify.add_argument("--csv", type=Path, metavar="FILE", help=tr("write the answers as a table"))
    classify.add_argument(
        "--sort-into", type=Path, metavar="DIR", help=tr("copy the photos into a folder for each class, in here")
    )
    classify.add_argument(
        "--unsure-apart",
        action="store_true",
        help=tr("with --sort-into: those that the network is not sure of, or that are unlike all it knows, go apart"),
    )
    classify.set_defaults(command=_classify)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(tr("a whole number of at least 1 is needed, not “{value}”", value=text))
    return int(text)


def _classify(options: argparse.Namespace) -> int:
    control = Control()
    if options.sort_into is not None:
        require_apart(options.sort_into, map(Path, options.photos))
    # Known before TensorFlow is there: a folder that cannot be listed, and how far the bar goes.
    total = sum(1 for _ in _files(options.photos))
    # Where no line per photo passes by on the terminal, there is a bar.
    is_quiet = not _prints_all(options) and sys.stdout.isatty()
    with stopping(control), progress_bar(beside_results=not is_quiet) as progress:
        load_engine(progress)
        from core.classification import Classifier
        from core.network.store import open_model
        from core.results.evaluation import reference_for

        opened = open_model(options.model)
        reference = reference_for(opened, progress, control)
        classifier = Classifier(opened.model, opened.class_names, opened.frame, reference)
        with contextlib.ExitStack() as stack:
            output = _Output(options, opened.class_names, stack)
            answers = stack.enter_context(contextlib.closing(classifier.many(_files(options.photos), control)))
            _tell_all(answers, output, total, progress)
    output.sum_up()
    return SOME_FAILED if output.failed else OK


def _tell_all(answers: Iterable[Sequence[Answer]], output: "_Output", total: int, progress: Reporter) -> None:
    throttle = Throttle()
    done = 0
    for some in answers:
        for answer in some:
            output.tell(answer)
        done += len(some)
        if throttle.is_due() or done == total:
            progress(Preparing(say("classifying photos"), done, total))


def _files(photos: Sequence[str]) -> Iterator[str]:
    """The files meant, those of folders in the order of their names; one by one, since there may be very many."""
    for photo in photos:
        if os.path.isdir(photo):
            for file in files_in(photo):
                yield os.path.join(photo, file)
        else:
            yield photo


class _Output:
    """Where each answer goes: to stdout, into a table, and the photo's copy into a folder.

    Without table and copies every answer is a line; beside them only what failed is, unless JSON is asked for.
    """

    def __init__(self, options: argparse.Namespace, class_names: Sequence[str], opened: contextlib.ExitStack) -> None:
        self.failed = 0
        self._told = 0
        self._options = options
        self._table = opened.enter_context(AnswersCsv(options.csv, class_names)) if options.csv is not None else None
        self._sorting = SortingCopies(options.sort_into, class_names) if options.sort_into is not None else None

    def tell(self, answer: Answer) -> None:
        """One answer. Raises StorageError."""
        self._told += 1
        self.failed += answer.error is not None
        if self._table is not None:
            self._table.write(answer)
        folder = folder_for(answer, self._options.unsure_apart)
        if self._sorting is not None and folder is not None:
            self._sorting.add(Path(answer.file), folder)
        if self._options.json:
            print_json(_facts(answer, self._options.top), flush=True)
        elif answer.error is not None or _prints_all(self._options):
            print(f"{answer.file}: {_line(answer, self._options.top)}", flush=True)

    def sum_up(self) -> None:
        """What was written, once all are told."""
        if self._sorting is not None:
            done = self._sorting.result()
            self.failed += len(done.rejected)
            if not self._options.json:
                _print_sorted(done, self._options.sort_into)
        if self._table is not None and not self._options.json:
            rows = plural(self._told, say("1 row"), say("{count:,} rows", count=self._told))
            print(tr("{path}: {rows}", path=self._options.csv, rows=rows))


def _prints_all(options: argparse.Namespace) -> bool:
    return bool(options.json) or (options.csv is None and options.sort_into is None)


def _facts(answer: Answer, most: int) -> dict[str, object]:
    return {
        "file": answer.file,
        "label": answer.label,
        "probability": answer.probability,
        "top": [list(each) for each in answer.ranked[:most]],
        "confidence": answer.confidence,
        "sureness": _SURENESS_KEYS[sureness(answer)] if answer.ranked else None,
        "foreign": answer.is_foreign,
        "error": str(answer.error) if answer.error is not None else None,
    }


def _line(answer: Answer, most: int) -> str | Sentence:
    if answer.error is not None:
        return answer.error
    shares = ", ".join(f"{name} {percent(share, 1)}" for name, share in answer.ranked[:most])
    level = sureness(answer)
    if level > Sureness.NOT:
        return shares
    return tr("{shares} ({sureness})", shares=shares, sureness=in_short(level))


def _print_sorted(done: Sorted, folder: Path) -> None:
    copied = plural(done.copied, say("1 photo copied"), say("{count:,} photos copied", count=done.copied))
    print(tr("{folder}: {copied}", folder=folder, copied=copied))
    if done.already:
        print("    " + tr("{count:,} were there already", count=done.already))
    for each in done.rejected:
        print(f"{each.file}: {each.reason}")
