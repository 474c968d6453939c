"""What a report says about a run, as plain facts: from the run's folder, and from its results where there are any.
Light."""

import contextlib
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import StorageError
from core.events import EpochEnded
from core.pictures.dataset import PARTS, Part
from core.pictures.split import SPLIT_FILE, read_rows
from core.results.judged import Results
from core.training.labels import read_label
from core.training.run_list import listed_runs, state_of
from core.training.runs import RunFacts, is_live, read_facts, read_history
from core.words import Sentence

MOST_MISTAKES = 12


@dataclass(frozen=True, eq=False)
class Mistake:
    """A picture that was taken for another class: its file, its class and the answer, the answer's share (0-1), the
    loss in nats, and its pixels as the network saw them; None where they cannot be read any more."""

    file: str
    truth: str
    answer: str
    share: float
    loss: float
    pixels: NDArray[np.uint8] | None


@dataclass(frozen=True, eq=False)
class ReportFacts:
    """All that a report says.

    `sizes` counts the pictures of each part of the run's split, empty where that is lost. `results` is None where
    nothing can be said of the run's pictures any more; `missing` then says why. `left_out` are files that were not
    used, with their reasons. `mistakes` are those of the part `main`, largest loss first.
    """

    name: str
    note: str
    written: str
    state: Sentence
    run: RunFacts
    history: tuple[EpochEnded, ...]
    sizes: Mapping[Part, int]
    results: Results | None = None
    missing: Sentence | None = None
    main: Part | None = None
    mistakes: tuple[Mistake, ...] = ()
    left_out: tuple[tuple[str, Sentence], ...] = ()


def gather(folder: Path, results: Results | None, missing: Sentence | None = None) -> ReportFacts:
    """The facts for a report about the run in `folder`. Raises ModelError where it is none."""
    run = read_facts(folder)
    main = main_part(results)
    return ReportFacts(
        name=_name(folder, run),
        note=read_label(folder).note,
        written=time.strftime("%Y-%m-%d %H:%M"),
        state=state_of(run, run.state == "training" and is_live(folder)),
        run=run,
        history=tuple(read_history(folder)),
        sizes=_sizes(folder),
        results=results,
        missing=missing,
        main=main,
        mistakes=_mistakes(results, main) if results is not None and main is not None else (),
        left_out=_left_out(results),
    )


def main_part(results: Results | None) -> Part | None:
    """The part whose numbers count most, of those that there are: the test, else validation, else training."""
    parts = results.summaries if results is not None else {}
    return next((part for part in reversed(PARTS) if part in parts and parts[part].count), None)


def _name(folder: Path, run: RunFacts) -> str:
    """As the list of runs calls it, where it stands in there."""
    names = {each.folder: each.name for each in listed_runs(folder.absolute().parent)}
    return read_label(folder).name or names.get(folder.absolute(), run.name)


def _sizes(folder: Path) -> dict[Part, int]:
    with contextlib.suppress(OSError, ValueError):
        counted = Counter(part for _, _, part in read_rows(folder / SPLIT_FILE))
        return {part: counted[part] for part in PARTS}
    return {}


def _mistakes(results: Results, part: Part) -> tuple[Mistake, ...]:
    judged = results.parts[part]
    return tuple(_mistake(results, part, int(row)) for row in judged.mistakes()[:MOST_MISTAKES])


def _mistake(results: Results, part: Part, row: int) -> Mistake:
    judged, names = results.parts[part], results.class_names
    pixels = None
    with contextlib.suppress(StorageError):
        pixels = results.pixels(int(judged.positions[row]))
    return Mistake(
        file=results.picture(part, row).file,
        truth=names[int(judged.labels[row])],
        answer=names[int(judged.answers[row])],
        share=float(judged.shares[row]),
        loss=float(judged.losses[row]),
        pixels=pixels,
    )


def _left_out(results: Results | None) -> tuple[tuple[str, Sentence], ...]:
    rejected = results.prepared.dataset.rejected if results is not None else ()
    return tuple((each.file, each.reason) for each in rejected)


def confused_pairs(confusion: NDArray[np.int64], most: int) -> Sequence[tuple[int, int, int]]:
    """The pairs of classes that are mixed up most, as (class, taken for, how often), most often first."""
    wrong = confusion * (1 - np.eye(len(confusion), dtype=np.int64))
    order = np.argsort(-wrong, axis=None, kind="stable")[:most]
    pairs = zip(*np.unravel_index(order, wrong.shape), strict=True)
    return [(int(i), int(j), int(wrong[i, j])) for i, j in pairs if wrong[i, j]]
