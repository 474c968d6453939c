"""How sure an answer is, in words: by its calibrated confidence where there is one, else by its share alone."""

import enum
import math

from core.answers import Answer
from core.words import Sentence, say

SURE = 0.9
FAIRLY = 0.6
"""Probabilities of being right, the same for every network: that its shares are such is what calibration is for. Below
this one an answer is "not sure"."""

# From this part of the winner's share on, the second counts as almost as likely.
_CLOSE = 0.75


class Sureness(enum.IntEnum):
    """Ordered, so that a table can sort by it. `FOREIGN`: the photo is unlike anything that the network was trained
    on, so that its answer says nothing."""

    FOREIGN = 0
    NOT = 1
    FAIRLY = 2
    SURE = 3


def sureness(answer: Answer) -> Sureness:
    """How sure an answer is."""
    if answer.is_foreign:
        return Sureness.FOREIGN
    share = answer.confidence if answer.confidence is not None else answer.probability or 0.0
    if share >= SURE:
        return Sureness.SURE
    return Sureness.FAIRLY if share >= FAIRLY else Sureness.NOT


def in_short(level: Sureness) -> Sentence:
    """A word or two, for a table."""
    match level:
        case Sureness.SURE:
            return say("sure")
        case Sureness.FAIRLY:
            return say("fairly sure")
        case Sureness.NOT:
            return say("not sure")
        case Sureness.FOREIGN:
            return say("unlike all it knows")


def in_words(answer: Answer) -> Sentence:
    """A sentence or two; where the answer is not sure, it names the class that it could be as well."""
    if answer.is_foreign:
        return say("Not like anything that the network was trained on, so its answer says little.")
    said = _in_words(answer)
    # A network whose numbers have overflowed has a confidence that is none.
    if answer.confidence is None or not math.isfinite(answer.confidence):
        return said
    tenths = round(10 * answer.confidence)
    if tenths == 10:
        return say("{said} Nearly all answers like this are right.", said=said)
    if tenths == 0:
        return say("{said} Hardly any answers like this are right.", said=said)
    return say("{said} Of ten answers like this, about {count} are right.", said=said, count=tenths)


def _in_words(answer: Answer) -> Sentence:
    level = sureness(answer)
    if level is Sureness.SURE:
        return say("The network is sure.")
    if level is Sureness.FAIRLY:
        return say("The network is fairly sure.")
    if len(answer.ranked) < 2:
        return say("Not sure.")
    (_, first), (name, second) = answer.ranked[:2]
    if second >= _CLOSE * first:
        return say("Not sure: {second} is almost as likely.", second=name)
    return say("Not sure: it could also be {second}.", second=name)
