"""The measures of the field on judged pictures. Heavy: imports scikit-learn and SciPy."""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn.metrics import (
    confusion_matrix,
    precision_recall_fscore_support,
    recall_score,
    roc_auc_score,
    top_k_accuracy_score,
)

from core.results.judged import ClassScores, Judged, Summary

_TOP = 3
_CONFIDENCE = 0.95


def summarise(judged: Judged, class_names: Sequence[str]) -> Summary:
    """The numbers of at least one picture, as scikit-learn defines them. Classes may be without pictures, and never
    answered."""
    count, right = len(judged), int(judged.is_right.sum())
    accuracy = right / count
    with warnings.catch_warnings():
        # Few pictures of many classes make it ask whether the numbers of the classes are meant as such.
        warnings.filterwarnings("ignore", "The number of unique classes", UserWarning)
        return Summary(
            count=count,
            right=right,
            loss=float(np.mean(judged.losses)),
            accuracy=accuracy,
            interval=wilson(right, count),
            # By definition; the function of that name warns of answers of a class without pictures.
            balanced_accuracy=float(
                recall_score(judged.labels, judged.answers, labels=np.unique(judged.labels), average="macro")
            ),
            # Of classes that are equally likely scikit-learn takes the last, an answer the first. Where all are equal,
            # a right answer would not be among its three.
            top3_accuracy=max(accuracy, _top_accuracy(judged)),
            baseline=int(np.bincount(judged.labels).max()) / count,
            confusion=np.asarray(
                confusion_matrix(judged.labels, judged.answers, labels=range(len(class_names))), np.int64
            ),
            classes=_scores(judged, class_names),
        )


def _top_accuracy(judged: Judged) -> float:
    classes = judged.probabilities.shape[1]
    if classes <= _TOP:
        return 1.0
    # A network whose numbers have overflowed says nothing: then all are equally unlikely.
    shares = np.nan_to_num(judged.probabilities, nan=0.0)
    return float(top_k_accuracy_score(judged.labels, shares, k=_TOP, labels=range(classes)))


def _scores(judged: Judged, class_names: Sequence[str]) -> tuple[ClassScores, ...]:
    columns = precision_recall_fscore_support(
        judged.labels, judged.answers, labels=range(len(class_names)), zero_division=np.nan
    )
    return tuple(
        ClassScores(name, float(precision), float(recall), float(f1) if support else float("nan"), int(support))
        for name, precision, recall, f1, support in zip(class_names, *columns, strict=True)
    )


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % Wilson score interval (0-1) of `right` of `count`; everything where there are none."""
    if not count:
        return 0.0, 1.0
    interval = binomtest(right, count).proportion_ci(_CONFIDENCE, method="wilson")
    return float(interval.low), float(interval.high)


def mcnemar(only_first: int, only_second: int) -> float:
    """McNemar's exact test: how often (0-1) two equally good networks would differ at least so much. `only_first` and
    `only_second` count the pictures that one alone gets right; 1 where there are none."""
    differing = only_first + only_second
    return float(binomtest(only_first, differing, 0.5).pvalue) if differing else 1.0


def auroc(own: NDArray[np.floating], foreign: NDArray[np.floating]) -> float:
    """How often (0-1) a foreign picture scores higher than an own one, a tie counted as half: the area under the ROC
    curve. 0.5 tells nothing apart; NaN where there are none of either. Scores are finite."""
    if not len(own) or not len(foreign):
        return float("nan")
    is_foreign = np.repeat([0, 1], [len(own), len(foreign)])
    return float(roc_auc_score(is_foreign, np.concatenate([own, foreign])))
