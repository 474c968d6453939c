"""How sure an answer is, in words. From the shares alone: nothing here was checked against validation pictures."""

import enum
from collections.abc import Sequence

from core.words import Sentence, say

_SURE = 0.9
_FAIRLY = 0.6
# From this part of the winner's share on, the second counts as almost as likely.
_CLOSE = 0.75


class Sureness(enum.IntEnum):
    """Ordered, so that a table can sort by it."""

    NOT = 0
    FAIRLY = 1
    SURE = 2


def sureness(ranked: Sequence[tuple[str, float]]) -> Sureness:
    """How sure an answer is: (class, probability), most probable first."""
    probability = ranked[0][1] if ranked else 0.0
    if probability >= _SURE:
        return Sureness.SURE
    return Sureness.FAIRLY if probability >= _FAIRLY else Sureness.NOT


def in_short(level: Sureness) -> Sentence:
    """A word or two, for a table."""
    if level is Sureness.SURE:
        return say("sure")
    return say("fairly sure") if level is Sureness.FAIRLY else say("not sure")


def in_words(ranked: Sequence[tuple[str, float]]) -> Sentence:
    """A sentence; where the answer is not sure, it names the class that it could be as well."""
    level = sureness(ranked)
    if level is Sureness.SURE:
        return say("The network is sure.")
    if level is Sureness.FAIRLY:
        return say("The network is fairly sure.")
    if len(ranked) < 2:
        return say("Not sure.")
    (_, first), (name, second) = ranked[:2]
    if second >= _CLOSE * first:
        return say("Not sure: {second} is almost as likely.", second=name)
    return say("Not sure: it could also be {second}.", second=name)
