"""`evaluate` and `classify`: what a network says about pictures. Light until they begin."""

import argparse
from pathlib import Path

from core.commands.output import print_json
from core.commands.progress import load_engine, progress_bar
from core.commands.status import OK, SOME_FAILED, Commands
from core.numerals import number, percent
from core.words import tr


def add_to(commands: Commands) -> None:
    """Add the subcommands."""
    evaluate = commands.add_parser("evaluate", help=tr("loss, accuracy and confusion matrix on test pictures"))
    evaluate.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    evaluate.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    evaluate.set_defaults(command=_evaluate)

    classify = commands.add_parser("classify", help=tr("name what is on photos"))
    classify.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
    classify.add_argument("photos", nargs="+", metavar="PHOTO")
    classify.add_argument("--top", type=_positive, default=3, metavar="K", help=tr("how many classes to list"))
    classify.set_defaults(command=_classify)

    for each in (evaluate, classify):
        each.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(tr("a whole number of at least 1 is needed, not “{value}”", value=text))
    return int(text)


def _evaluate(options: argparse.Namespace) -> int:
    with progress_bar() as progress:
        load_engine(progress)
        from core.evaluation import evaluate
        from core.network.store import open_model

        result = evaluate(open_model(options.model), options.folder, progress)
    if options.json:
        facts = {
            "test_loss": result.test_loss,
            "test_accuracy": result.test_accuracy,
            "confusion": result.confusion.tolist(),
            "classes": list(result.classes),
        }
        print_json(facts)
        return OK
    print(tr("Test Loss: {loss}", loss=number(result.test_loss, 4)))
    print(tr("Test Accuracy: {accuracy}", accuracy=percent(result.test_accuracy, 1)))
    for name, row in zip(result.classes, result.confusion.tolist(), strict=True):
        taken = ", ".join(f"{other} {count}" for other, count in zip(result.classes, row, strict=True) if count)
        print(tr("  {name}: taken for {answers}", name=name, answers=taken or "–"))
    return OK


def _classify(options: argparse.Namespace) -> int:
    with progress_bar() as progress:
        load_engine(progress)
        from core.classification import Classifier
        from core.network.store import open_model

        opened = open_model(options.model)
        classifier = Classifier(opened.model, opened.class_names, opened.frame)
    status = OK
    for answer in classifier.classify(options.photos):
        top = answer.ranked[: options.top]
        if answer.error is not None:
            status = SOME_FAILED
        if options.json:
            facts = {
                "file": answer.file,
                "label": answer.label,
                "probability": answer.probability,
                "top": [list(each) for each in top],
                "error": str(answer.error) if answer.error is not None else None,
            }
            print_json(facts, flush=True)
        else:
            said = answer.error or ", ".join(f"{name} {percent(share, 1)}" for name, share in top)
            print(f"{answer.file}: {said}", flush=True)
    return status
