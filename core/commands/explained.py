"""An explanation as facts for programs: what `explain --json` prints. Light."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.answers import Insight
from core.inside.explanations import (
    Cell,
    Explanation,
    Merged,
    Moved,
    OfOne,
    Pooled,
    Scaled,
    Shared,
    SharesOfOne,
    WeightedSum,
)
from core.inside.sentences import in_words

Facts = dict[str, Any]


def as_facts(explanation: Explanation, insight: Insight, class_names: Sequence[str]) -> Facts:
    """The explanation as one object for JSON.

    `terms` are all the numbers that went in, each with its place in `source`; `recomputed` is made from them and the
    layer's own numbers, null where the layer's arithmetic is not explained.
    """
    facts: Facts = {
        "file": insight.answer.file,
        "layer": explanation.layer,
        "kind": explanation.kind,
        "at": list(explanation.cell),
        "value": explanation.value,
        "recomputed": explanation.recomputed,
        "bias": None,
        "total": None,
        "function": None,
        "sentence": str(in_words(explanation, insight, class_names)),
        "terms": [],
    }
    match explanation:
        case WeightedSum():
            facts["bias"] = explanation.bias if has_bias(explanation, insight) else None
            facts["total"] = explanation.total
            facts["function"] = explanation.function.name
            facts["parameters"] = dict(explanation.function.parameters)
            facts["terms"] = _products(explanation)
            if explanation.shares is not None:
                facts["shares"] = _shares(explanation.shares, explanation, class_names)
        case Shared():
            facts["function"] = "softmax"
            facts["terms"] = _shares(explanation.shares, explanation, class_names)
        case OfOne():
            facts["function"] = explanation.function.name
            facts["parameters"] = dict(explanation.function.parameters)
            facts["terms"] = [_input(explanation, 0, explanation.cell, explanation.before)]
        case Scaled():
            facts["numbers"] = dict(explanation.numbers)
            facts["terms"] = [_input(explanation, 0, explanation.cell, explanation.before)]
        case Pooled():
            facts["function"] = explanation.how
            facts["terms"] = _window(explanation)
        case Moved() if explanation.source is not None:
            facts["terms"] = [_input(explanation, 0, explanation.source, explanation.recomputed)]
        case Merged():
            facts["function"] = explanation.how
            pairs = zip(explanation.sources, explanation.values, strict=True)
            facts["terms"] = [_input(explanation, source, cell, value) for (source, cell), value in pairs]
    return facts


def has_bias(explanation: WeightedSum, insight: Insight) -> bool:
    """Whether the layer adds a bias; the explanation has 0 where it does not."""
    return getattr(insight.facts(explanation.layer).operation, "bias", None) is not None


def is_padding(explanation: WeightedSum) -> list[bool]:
    """For each term whether it stands outside of the input."""
    window = explanation.window
    if window is None:
        return [False] * len(explanation.values)
    return [bool(each) for each in np.repeat(window.is_padding.ravel(), len(window.channels))]


def name_of(index: int, shares: SharesOfOne, explanation: Explanation, class_names: Sequence[str]) -> str:
    """The class that a number of a softmax stands for, or its index where it stands for none."""
    is_answer = len(explanation.cell) == 1 and len(class_names) == len(shares.logits)
    return class_names[index] if is_answer else str(index)


def _products(explanation: WeightedSum) -> list[Facts]:
    columns = zip(
        explanation.positions.tolist(),
        explanation.values.tolist(),
        explanation.weights.tolist(),
        explanation.products.tolist(),
        is_padding(explanation),
        strict=True,
    )
    source = explanation.inputs[0]
    return [
        {"at": at, "source": source, "value": value, "weight": weight, "product": product}
        | ({"padding": True} if outside else {})
        for at, value, weight, product, outside in columns
    ]


def _shares(shares: SharesOfOne, explanation: Explanation, class_names: Sequence[str]) -> list[Facts]:
    """A line for each class. `exp` is that of logit - shift; a shift is needed, and named, for large logits alone."""
    place = list(explanation.cell[:-1])
    columns = zip(shares.logits.tolist(), shares.exps.tolist(), shares.shares.tolist(), strict=True)
    shift = {"shift": shares.shift} if shares.shift else {}
    return [
        {
            "at": [*place, index],
            "class": name_of(index, shares, explanation, class_names),
            "logit": logit,
            "exp": exp,
            "share": share,
        }
        | shift
        for index, (logit, exp, share) in enumerate(columns)
    ]


def _window(explanation: Pooled) -> list[Facts]:
    terms = []
    for row, values in zip(explanation.rows.tolist(), explanation.values.tolist(), strict=True):
        for column, value in zip(explanation.columns.tolist(), values, strict=True):
            cell = (row, column, explanation.channel)
            term = _input(explanation, 0, cell, value)
            if cell == explanation.winner:
                term["won"] = True
            if np.isnan(value):
                term["padding"] = True
            terms.append(term)
    return terms


def _input(explanation: Explanation, source: int, cell: Cell, value: float) -> Facts:
    return {"at": list(cell), "source": explanation.inputs[source], "value": value}
