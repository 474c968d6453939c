"""Words about an answer that table and card share."""

from core.answers import Answer
from core.sureness import Sureness, sureness
from core.words import tr


def why_so_sure(answer: Answer) -> str:
    """What the word about how sure an answer is rests on, for a tooltip."""
    level = sureness(answer)
    if level is Sureness.FOREIGN:
        return tr(
            "To the network's last layer this photo looks like none of the pictures that it was trained on. It has to "
            "name one of its classes all the same."
        )
    if answer.confidence is not None:
        return tr(
            "By how often answers like this one were right on the run's validation pictures, which the network has not "
            "learned from."
        )
    if level is Sureness.SURE:
        return tr(
            "By the share alone: one class has at least 90 %. The network says so; it may still be wrong. What answers "
            "like this are worth is known once a run has been judged on the Results page."
        )
    if level is Sureness.FAIRLY:
        return tr("By the share alone: one class has at least 60 %.")
    return tr("By the share alone: no class has as much as 60 %.")
