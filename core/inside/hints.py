"""What a layer is for, for somebody who sees it for the first time and has not chosen a number yet. Light."""

from core.inside.operations import (
    BatchNormalization,
    Convolution,
    Dense,
    DepthwiseConvolution,
    Dropout,
    GlobalPooling,
    LayerFacts,
    Merge,
    Pooling,
    Rearrangement,
    Unexplained,
    Withheld,
)
from core.inside.words import explanation
from core.numerals import percent
from core.words import Sentence, plural, say


def hint(facts: LayerFacts, as_shares: bool = False) -> tuple[Sentence, ...]:
    """A layer in two or three sentences, made from its own settings. `as_shares`: its numbers are a softmax's."""
    operation = facts.operation
    if as_shares or isinstance(operation, Unexplained | Withheld):
        return (explanation(facts.kind, as_shares=as_shares),)
    match operation:
        case Convolution():
            return _convolution(operation)
        case DepthwiseConvolution():
            return (
                say("Here each picture has a small filter of its own, which slides over that picture alone."),
                say("Its picture gets bright where the filter finds its pattern."),
            )
        case Pooling() | GlobalPooling():
            return _pooling(facts)
        case Dropout(rate=rate):
            return (
                explanation(facts.kind),
                say("Here it leaves out {share} of them, others for every picture.", share=percent(rate)),
            )
        case Rearrangement():
            return (explanation(facts.kind), say("No number changes; each only gets a place in the row."))
        case Dense():
            return _dense(operation)
        case BatchNormalization() | Merge():
            return (explanation(facts.kind),)
    return (explanation(facts.kind),)


def _convolution(operation: Convolution) -> tuple[Sentence, ...]:
    height, width, channels, count = operation.kernel.shape
    numbers = {"height": height, "width": width, "channels": channels, "count": count, "weights": height * width}
    made = plural(
        count,
        say("1 filter makes 1 picture, bright where it finds its pattern."),
        say(
            "{count:,} filters make {count:,} pictures, each bright where its filter finds its own pattern.", **numbers
        ),
    )
    size = plural(
        channels,
        say("A filter is {height} × {width} numbers, learned from your pictures.", **numbers),
        say(
            "A filter is {height} × {width} numbers for each of the {channels:,} pictures that come in, learned from "
            "your pictures.",
            **numbers,
        ),
    )
    return made, size, say("It lies over a patch of as many numbers, multiplies pair by pair, and adds up.")


def _pooling(facts: LayerFacts) -> tuple[Sentence, ...]:
    operation = facts.operation
    what = explanation(facts.kind)
    if not isinstance(operation, Pooling):
        return (what,)
    count = operation.size[0] * operation.size[1]
    if operation.how == "average":
        return what, say("The {count} numbers of a window become one; which of them was large is lost.", count=count)
    return (
        what,
        say(
            "Of every {count} numbers the largest goes on and {others} are thrown away, with the exact place where it "
            "sat.",
            count=count,
            others=count - 1,
        ),
    )


def _dense(operation: Dense) -> tuple[Sentence, ...]:
    inputs, units = operation.kernel.shape
    if units == 1:
        tied = say(
            "All {inputs:,} numbers that come in are tied to the one here, each with its own weight.", inputs=inputs
        )
        return explanation("Dense"), tied
    return (
        explanation("Dense"),
        say(
            "All {inputs:,} numbers that come in are tied to each of the {units:,} numbers here, every tie with a "
            "weight of its own: {weights:,} weights.",
            inputs=inputs,
            units=units,
            weights=inputs * units,
        ),
    )
