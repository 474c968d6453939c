"""`evaluate`: how good a network is on test pictures, and where it fails. Light until it begins."""

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.commands.output import print_json
from core.commands.progress import load_engine, progress_bar
from core.commands.status import OK, Commands
from core.events import Listed
from core.numerals import number, percent
from core.words import tr

if TYPE_CHECKING:
    from core.pictures.dataset import Part
    from core.results.judged import Bin, Calibration, Results, Summary

# How many of a picture's answers and nearest training pictures are listed.
_TOP = 3


def add_to(commands: Commands) -> None:
    """Add the subcommand."""
    evaluate = commands.add_parser("evaluate", help=tr("loss, accuracy and confusion matrix on test pictures"))
    evaluate.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    evaluate.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    evaluate.add_argument(
        "--mistakes", type=_count, default=0, metavar="N", help=tr("list the N worst mistakes, largest loss first")
    )
    evaluate.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))
    evaluate.set_defaults(command=_evaluate)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(tr("a whole number is needed, not “{value}”", value=text))
    return int(text)


def _evaluate(options: argparse.Namespace) -> int:
    with progress_bar() as progress:
        load_engine(progress)
        from core.network.store import open_model
        from core.results.evaluation import HINT, judge_opened
        from core.results.pictures import missing_part

        opened = open_model(options.model)
        results = judge_opened(opened, options.folder, progress)
        if options.folder is not None:
            progress(Listed(results.prepared.dataset))
        if "test" not in results.parts:
            raise missing_part(opened, "test", HINT)
    _warn(results)
    if options.json:
        print_json(_facts(results, options.mistakes))
    else:
        _print(results, options.mistakes)
    return OK


def _warn(results: "Results") -> None:
    from core.results.wording import learned_in_words

    if results.learned:
        words = learned_in_words(results.learned, results.summaries["test"].count)
        print(tr("note: {words}", words=words), file=sys.stderr)


# ---- for programs


def _facts(results: "Results", mistakes: int) -> dict[str, Any]:
    test = results.summaries["test"]
    facts = {
        "test_loss": test.loss,
        "test_accuracy": test.accuracy,
        "confusion": test.confusion.tolist(),
        "classes": list(results.class_names),
        "pictures": test.count,
        "interval": list(test.interval),
        "balanced_accuracy": test.balanced_accuracy,
        "top3_accuracy": test.top3_accuracy,
        "baseline": test.baseline,
        "per_class": {
            each.name: {
                "precision": _known(each.precision),
                "recall": _known(each.recall),
                "f1": _known(each.f1),
                "support": each.support,
            }
            for each in test.classes
        },
        "parts": {part: _part_facts(summary) for part, summary in results.summaries.items()},
        "calibration": _calibration_facts(results.calibration),
        "foreign": results.strange,
        "learned": results.learned,
    }
    if results.folder is not None:
        rejected = results.prepared.dataset.rejected
        facts["left_out"] = [{"file": each.file, "reason": str(each.reason)} for each in rejected]
    if mistakes:
        facts["mistakes"] = [_mistake_facts(results, row) for row in _worst(results, mistakes)]
    return facts


def _known(share: float) -> float:
    """0 where there is nothing to take a share of, as scikit-learn has it."""
    return 0.0 if math.isnan(share) else share


def _part_facts(summary: "Summary") -> dict[str, Any]:
    return {
        "pictures": summary.count,
        "loss": summary.loss,
        "accuracy": summary.accuracy,
        "interval": list(summary.interval),
    }


def _calibration_facts(calibration: "Calibration | None") -> dict[str, Any] | None:
    if calibration is None:
        return None
    return {
        "temperature": calibration.temperature,
        "fitted_on": calibration.fitted_on,
        "measured_on": calibration.part,
        "ece_before": calibration.error_before,
        "ece": calibration.error,
        "threshold": calibration.threshold,
        "kept": calibration.kept,
        "kept_accuracy": calibration.kept_accuracy,
        "bins_before": [_bin_facts(each) for each in calibration.bins_before],
        "bins": [_bin_facts(each) for each in calibration.bins],
    }


def _bin_facts(each: "Bin") -> dict[str, Any]:
    return {
        "from": each.low,
        "to": each.high,
        "pictures": each.count,
        "share": each.share,
        "accuracy": each.accuracy,
    }


def _worst(results: "Results", count: int) -> list[int]:
    rows: list[int] = results.parts["test"].mistakes()[:count].tolist()
    return rows


def _mistake_facts(results: "Results", row: int) -> dict[str, Any]:
    part: Part = "test"
    judged = results.parts[part]
    names, shares = results.class_names, judged.probabilities[row]
    facts: dict[str, Any] = {
        "file": str(results.path(part, row)),
        "class": names[int(judged.labels[row])],
        "answer": names[int(judged.answers[row])],
        "probability": float(judged.shares[row]),
        "loss": float(judged.losses[row]),
        "top": [[names[each], float(shares[each])] for each in (-shares).argsort(kind="stable")[:_TOP].tolist()],
    }
    if part in results.neighbours:
        neighbours, dataset = results.neighbours[part], results.prepared.dataset
        nearest = [dataset.pictures[each] for each in neighbours.positions[row][:_TOP].tolist()]
        facts["nearest"] = [
            {"file": str(dataset.path(each)), "class": dataset.class_names[each.label]} for each in nearest
        ]
    return facts


# ---- for people


def _print(results: "Results", mistakes: int) -> None:
    from core.results import wording

    test = results.summaries["test"]
    print(tr("Test Loss: {loss}", loss=number(test.loss, 4)))
    print(tr("Test Accuracy: {accuracy}", accuracy=percent(test.accuracy, 1)))
    print(wording.interval_in_words(test))
    print(wording.baseline_in_words(test))
    print(tr("Balanced accuracy: {share}", share=percent(test.balanced_accuracy, 1)))
    print(tr("Right class in the top 3: {share}", share=percent(test.top3_accuracy, 1)))
    fitting = wording.overfitting_in_words(results.summaries)
    if fitting is not None:
        print(fitting)
    for each, row in zip(test.classes, test.confusion.tolist(), strict=True):
        taken = ", ".join(f"{other} {count}" for other, count in zip(results.class_names, row, strict=True) if count)
        print(
            tr(
                "  {name}: precision {precision}, recall {recall}, F1 {f1}; taken for {answers}",
                name=each.name,
                precision=percent(each.precision),
                recall=percent(each.recall),
                f1=number(each.f1, 2),
                answers=taken or "–",
            )
        )
    if results.calibration is not None:
        print(wording.calibration_in_words(results.calibration))
        print(wording.threshold_in_words(results.calibration))
    if math.isfinite(results.strange):
        print(wording.strange_in_words(results.strange))
    for line in _worst(results, mistakes):
        _print_mistake(results, line)


def _print_mistake(results: "Results", row: int) -> None:
    judged, names = results.parts["test"], results.class_names
    print(
        tr(
            "{file}: {name}, called {answer} at {share}, loss {loss}",
            file=results.path("test", row),
            name=names[int(judged.labels[row])],
            answer=names[int(judged.answers[row])],
            share=percent(float(judged.shares[row]), 1),
            loss=number(float(judged.losses[row]), 2),
        )
    )
