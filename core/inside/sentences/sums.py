"""Weighted sums and softmax in words."""

import math
from collections.abc import Sequence

from core.answers import Insight
from core.inside.arithmetic import apply
from core.inside.explanations import SharesOfOne, WeightedSum
from core.inside.operations import (
    PICTURE,
    DepthwiseConvolution,
    Dropout,
    Elementwise,
    LayerFacts,
    Normalization,
    Rescaling,
    Softmax,
    Unchanged,
)
from core.inside.sentences.functions import then
from core.inside.sentences.wording import figure
from core.inside.words import joined
from core.numerals import percent
from core.words import Sentence, plural, say

_STILL_THE_PICTURE = (Dropout, Normalization, Rescaling, Unchanged)


def weighted_sum(explanation: WeightedSum, insight: Insight, class_names: Sequence[str]) -> Sentence:
    """A convolution or a dense layer: what is added up, what that gives, and what the activation makes of it."""
    if explanation.window is None:
        what = _dense(explanation)
        score = _score(explanation, insight, class_names)
    else:
        what = joined(_where(explanation, insight), _sum(explanation))
        score = None
    if explanation.shares is not None:
        return joined(what, shares(explanation.shares, class_names))
    return joined(what, score or _activation(explanation, insight))


def shares(found: SharesOfOne, class_names: Sequence[str]) -> Sentence:
    """Softmax: one number's share of the whole."""
    count = len(found.logits)
    first = say("Softmax turns {count:,} scores into shares of one whole.", count=count)
    named = class_names[found.index] if len(class_names) == count else None
    names = {
        "name": named or found.index,
        "exp": figure(float(found.exps[found.index])),
        "total": figure(found.total),
        "share": percent(float(found.shares[found.index]), 1),
    }
    if named is None:
        second = say("Number {name} takes {exp} of {total}: {share}.", **names)
    elif found.shares.argmax() == found.index:
        second = say("{name} takes {exp} of {total}, so the answer is {share}.", **names)
    else:
        second = say("{name} takes {exp} of {total}: {share}.", **names)
    shifted = say("The scores are so large that the largest was taken off all of them first; the shares are the same.")
    return joined(first, second, shifted if found.shift else None)


def source_name(insight: Insight, source: str) -> Sentence:
    """What a layer reads, in words: the picture (also where it is only scaled), or the layer by its name."""
    name = source
    while name != PICTURE:
        facts = next((each for each in insight.layers if each.name == name), None)
        if facts is None or not isinstance(facts.operation, _STILL_THE_PICTURE) or len(facts.inputs) != 1:
            return Sentence("{name}", {"name": source})
        name = facts.inputs[0]
    return say("the picture")


def _where(explanation: WeightedSum, insight: Insight) -> Sentence:
    window = explanation.window
    assert window is not None
    count = len(explanation.values)
    padding = int(window.is_padding.sum()) * len(window.channels)
    names = {
        "filter": explanation.cell[2],
        "count": count - padding,
        "padding": padding,
        "source": source_name(insight, explanation.inputs[0]),
        "channel": int(window.channels[0]),
    }
    if isinstance(_operation(insight, explanation), DepthwiseConvolution):
        if padding:
            return say(
                "Filter {filter} looks at channel {channel} of {source} alone. Here it reaches over the edge: over "
                "{count:,} numbers and {padding:,} zeros of the padding.",
                **names,
            )
        return plural(
            count,
            say("Filter {filter} looks at channel {channel} of {source} alone, at 1 number of it.", **names),
            say("Filter {filter} looks at channel {channel} of {source} alone, at {count:,} numbers of it.", **names),
        )
    if padding:
        return say(
            "Filter {filter} reaches over the edge of {source}: it lies over {count:,} numbers and {padding:,} zeros "
            "of the padding.",
            **names,
        )
    return plural(
        count,
        say("Filter {filter} lies over 1 number of {source}.", **names),
        say("Filter {filter} lies over {count:,} numbers of {source}.", **names),
    )


def _sum(explanation: WeightedSum) -> Sentence:
    names = _sums(explanation)
    if not explanation.bias:
        return say("Multiplied pair by pair and added up, they give {total}.", **names)
    if names["sum"] == names["total"]:
        return say("Multiplied pair by pair and added up with the bias, they give {total}.", **names)
    return say("Multiplied pair by pair and added up, they give {sum}, and {total} with the bias.", **names)


def _dense(explanation: WeightedSum) -> Sentence:
    names = _sums(explanation)
    if not explanation.bias:
        return say("{count:,} numbers, each times its own weight, add up to {total}.", **names)
    if names["sum"] == names["total"]:
        return say("{count:,} numbers, each times its own weight, and the bias add up to {total}.", **names)
    return say(
        "{count:,} numbers, each times its own weight, add up to {sum}. With the bias that makes {total}.", **names
    )


def _sums(explanation: WeightedSum) -> dict[str, object]:
    return {
        "count": len(explanation.values),
        "sum": figure(explanation.total - explanation.bias),
        "total": figure(explanation.total),
    }


def _score(explanation: WeightedSum, insight: Insight, class_names: Sequence[str]) -> Sentence | None:
    """Where every node stands for a class: whose score this is."""
    following = _following(explanation, insight)
    is_score = following is not None and isinstance(following.operation, Softmax)
    if not is_score or len(explanation.cell) != 1:
        return None
    if len(class_names) != len(insight.output(explanation.layer).values):
        return None
    return say("That is the score of {name}.", name=class_names[explanation.cell[0]])


def _activation(explanation: WeightedSum, insight: Insight) -> Sentence | None:
    """What the layer's own activation makes of the sum, or that of the layer after it."""
    function = explanation.function
    if function.name == "linear":
        following = _following(explanation, insight)
        if (
            following is None
            or not isinstance(following.operation, Elementwise)
            or following.operation.alpha is not None
        ):
            return None
        function = following.operation.function
    try:
        after = float(apply(function, explanation.total))
    except KeyError:
        return None
    return then(function, explanation.total, after) if math.isfinite(after) else None


def _following(explanation: WeightedSum, insight: Insight) -> LayerFacts | None:
    """The layer that takes this one's numbers, where it is a single one."""
    takers = [each for each in insight.layers if explanation.layer in each.inputs]
    return takers[0] if len(takers) == 1 else None


def _operation(insight: Insight, explanation: WeightedSum) -> object:
    return next((each.operation for each in insight.layers if each.name == explanation.layer), None)
