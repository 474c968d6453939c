"""Numbers that move, meet, or are picked out of a window, in words."""

import numpy as np

from core.answers import Insight
from core.inside.explanations import Merged, Moved, Pooled
from core.inside.operations import Cropping, Rearrangement, Upsampling, ZeroPadding
from core.inside.sentences.sums import source_name
from core.inside.sentences.wording import figure
from core.inside.words import joined
from core.numerals import percent
from core.words import Sentence, say


def pooled(explanation: Pooled) -> Sentence:
    """Pooling: which number goes on, or the mean of which."""
    values = explanation.values[~np.isnan(explanation.values)]
    edge = say("The window reaches over the edge; what lies outside does not count.")
    what = _strongest(explanation, values.size) if explanation.how == "max" else _mean(explanation, values)
    return joined(what, edge if values.size < explanation.values.size else None)


def moved(explanation: Moved, insight: Insight) -> Sentence:
    """A number that is passed on as it is: where it stood before, and where it stands now."""
    value = figure(explanation.value)
    if explanation.dropout is not None:
        rate = percent(explanation.dropout.rate)
        return say(
            "When classifying, dropout passes every number on as it is, here {value}. While training it cuts {rate} of "
            "them at random.",
            value=value,
            rate=rate,
        )
    operation = insight.facts(explanation.layer).operation
    source = explanation.source
    if source is None:
        return say("This 0 was put around {source} as padding.", source=source_name(insight, explanation.inputs[0]))
    if isinstance(operation, Rearrangement):
        return _rearranged(explanation, source)
    before = {"row": source[0], "column": source[1], "value": value} if len(source) == 3 else {}
    match operation:
        case ZeroPadding():
            return say(
                "{value} stood at row {row}, column {column} before zeros were put around, and is still the same.",
                **before,
            )
        case Cropping():
            return say(
                "{value} stood at row {row}, column {column} before the edges were cut off, and is still the same.",
                **before,
            )
        case Upsampling(size):
            return say(
                "Every number is repeated over {rows} × {columns} places; here {value} from row {row}, "
                "column {column}.",
                rows=size[0],
                columns=size[1],
                **before,
            )
    return say("When classifying, this layer passes every number on as it is, here {value}.", value=value)


def merged(explanation: Merged, insight: Insight) -> Sentence:
    """Several numbers that become one, or stand one behind the other."""
    if explanation.how == "concatenate":
        which, cell = explanation.sources[0]
        return say(
            "The channels of several layers stand one behind the other. This is channel {channel} of {source}.",
            channel=cell[-1],
            source=source_name(insight, explanation.inputs[which]),
        )
    result = {"value": figure(explanation.recomputed), "count": len(explanation.values)}
    texts = [
        figure(each) if index == 0 or each >= 0 else f"({figure(each)})"
        for index, each in enumerate(explanation.values)
    ]
    match explanation.how:
        case "add":
            return say(
                "{count} numbers meet here and are added up: {terms} = {value}.", terms=" + ".join(texts), **result
            )
        case "subtract":
            return say(
                "The second number is taken off the first: {terms} = {value}.", terms=" − ".join(texts), **result
            )
        case "multiply":
            return say(
                "{count} numbers meet here and are multiplied: {terms} = {value}.", terms=" × ".join(texts), **result
            )
        case "average":
            return say(
                "{count} numbers meet here, and their mean goes on: ({terms}) / {count} = {value}.",
                terms=" + ".join(texts),
                **result,
            )
        case "maximum":
            return say("{count} numbers meet here, and the largest goes on: {value}.", **result)
    return say("{count} numbers meet here, and the smallest goes on: {value}.", **result)


def _strongest(explanation: Pooled, count: int) -> Sentence:
    assert explanation.winner is not None
    row, column, channel = explanation.winner
    names = {"count": count, "value": figure(explanation.value), "row": row, "column": column, "channel": channel}
    if not np.nan_to_num(explanation.values).any():
        return say("All of these {count:,} numbers are 0, so 0 goes on.", **names)
    if explanation.is_global:
        return say(
            "Of all {count:,} numbers of channel {channel} the strongest goes on: {value}, from row {row}, "
            "column {column}.",
            **names,
        )
    return say("Of these {count:,} numbers the strongest goes on: {value}, from row {row}, column {column}.", **names)


def _mean(explanation: Pooled, values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Sentence:
    names = {
        "count": values.size,
        "sum": figure(float(values.sum())),
        "value": figure(explanation.value),
        "channel": explanation.channel,
    }
    if explanation.is_global:
        return say(
            "All {count:,} numbers of channel {channel} add up to {sum}. Divided by their count that is their mean, "
            "{value}.",
            **names,
        )
    return say("The mean of these {count:,} numbers goes on: {sum} / {count:,} = {value}.", **names)


def _rearranged(explanation: Moved, source: tuple[int, ...]) -> Sentence:
    value = figure(explanation.value)
    if len(source) == 3 and len(explanation.cell) == 1:
        return say(
            "Row {row}, column {column}, channel {channel} became position {position:,}. The number itself stays the "
            "same: {value}.",
            row=source[0],
            column=source[1],
            channel=source[2],
            position=explanation.cell[0],
            value=value,
        )
    return say(
        "The number at {before} stands at {now} now. The number itself stays the same: {value}.",
        before=_place(source),
        now=_place(explanation.cell),
        value=value,
    )


def _place(cell: tuple[int, ...]) -> str:
    return f"({', '.join(str(index) for index in cell)})"
