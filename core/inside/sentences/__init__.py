"""How a number came about, said in a sentence or two made from the numbers. Light."""

import math
from collections.abc import Sequence

from core.answers import Insight
from core.inside.explanations import Explanation, Merged, Moved, OfOne, Pooled, Scaled, Shared, WeightedSum
from core.inside.operations import Withheld
from core.inside.sentences.functions import of_one
from core.inside.sentences.moves import merged, moved, pooled
from core.inside.sentences.scales import scaled
from core.inside.sentences.sums import shares, weighted_sum
from core.words import Sentence, say

__all__ = ["in_words"]


def in_words(explanation: Explanation, insight: Insight, class_names: Sequence[str] = ()) -> Sentence:
    """What was done to get the explained number, in plain words. `class_names` name the numbers of a softmax over as
    many classes, and the scores before it."""
    if not math.isfinite(explanation.value):
        return say("This is no number to go on with: somewhere before, the numbers grew too large.")
    # A softmax over the channels of a picture answers nothing, though there may be as many of them as classes.
    if len(explanation.cell) != 1:
        class_names = ()
    match explanation:
        case WeightedSum():
            return weighted_sum(explanation, insight, class_names)
        case OfOne():
            return of_one(explanation.function, explanation.before, explanation.value)
        case Scaled():
            return scaled(explanation)
        case Pooled():
            return pooled(explanation)
        case Moved():
            return moved(explanation, insight)
        case Shared():
            return shares(explanation.shares, class_names)
        case Merged():
            return merged(explanation, insight)
    return _not_explained(explanation, insight)


def _not_explained(explanation: Explanation, insight: Insight) -> Sentence:
    if any(each.name == explanation.layer and isinstance(each.operation, Withheld) for each in insight.layers):
        return say("While training runs, the weights of a layer this large are fetched only when you ask for them.")
    return say("Nakami shows what this layer puts out, but does not explain it.")
