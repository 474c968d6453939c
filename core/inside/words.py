"""What a layer does and what it puts out, in sentences for a newcomer. Kinds are those of `LayerOutput`."""

from core.words import Sentence, plural, say

_NAMES = {
    "Rescaling": say("rescaling"),
    "Conv2D": say("convolution"),
    "relu": say("ReLU"),
    "ReLU": say("ReLU"),
    "MaxPooling2D": say("max pooling"),
    "AveragePooling2D": say("average pooling"),
    "GlobalAveragePooling2D": say("global average pooling"),
    "GlobalMaxPooling2D": say("global max pooling"),
    "BatchNormalization": say("batch normalization"),
    "Dropout": say("dropout"),
    "SpatialDropout2D": say("dropout"),
    "Flatten": say("flatten"),
    "Dense": say("dense"),
    "softmax": say("softmax"),
    "Softmax": say("softmax"),
}

_RELU = say("ReLU keeps what is above zero and turns the rest into zero: only what was found goes on.")
_DROPOUT = say(
    "Dropout leaves out random values while training, so that the network leans on no single one. "
    "It does nothing when classifying."
)
_SOFTMAX = say("Softmax turns the scores into shares of 100 %: how much the network believes in each class.")
_SCORES = say("A dense layer adds up all the evidence. Here each class gets its score, and the highest one wins.")

_EXPLANATIONS = {
    "Rescaling": say("Rescaling brings pixels from 0–255 to about 0–1, a range that is easier to learn with."),
    "Conv2D": say(
        "A convolution slides small filters over what comes in. Each filter answers where it finds its own pattern."
    ),
    "relu": _RELU,
    "ReLU": _RELU,
    "MaxPooling2D": say(
        "Max pooling keeps the strongest value of every small window: pictures shrink, what was found stays."
    ),
    "AveragePooling2D": say("Average pooling keeps the mean of every small window: pictures shrink and become calmer."),
    "GlobalAveragePooling2D": say(
        "Global average pooling keeps one number of each picture, its mean: how much was found, no matter where."
    ),
    "GlobalMaxPooling2D": say(
        "Global max pooling keeps one number of each picture, its strongest: whether it was found, no matter where."
    ),
    "BatchNormalization": say(
        "Batch normalization shifts and stretches each picture, so that all of them live on a similar scale."
    ),
    "Dropout": _DROPOUT,
    "SpatialDropout2D": _DROPOUT,
    "Flatten": say("Flatten lays all numbers side by side in one long row, so that a dense layer can read them."),
    "Dense": say("A dense layer adds up all the evidence: each number here weighs everything before in its own way."),
    "softmax": _SOFTMAX,
    "Softmax": _SOFTMAX,
}

_UNKNOWN = say("Nakami shows what this layer puts out, but does not explain it.")


def kind_name(kind: str) -> Sentence:
    """The kind in a word or two; a kind that is not known keeps the name of its class."""
    return _NAMES.get(kind) or Sentence(kind.replace("{", "{{").replace("}", "}}"))


def explanation(kind: str, per_class: bool = False, as_shares: bool = False) -> Sentence:
    """What the layer does. `per_class`: a number for each class; `as_shares`: those add up to one."""
    if as_shares:
        return _SOFTMAX
    if per_class and kind == "Dense":
        return _SCORES
    return _EXPLANATIONS.get(kind, _UNKNOWN)


def description(kind: str, shape: tuple[int, ...], per_class: bool = False, as_shares: bool = False) -> Sentence:
    """What the layer puts out, by its shape: (height, width, channels) or (values,)."""
    if len(shape) != 3:
        return _of_vector(shape[0], per_class, as_shares)
    height, width, count = shape
    if kind == "Conv2D":
        return plural(
            count,
            say("1 picture of {height} × {width}, from one filter", height=height, width=width),
            say(
                "{count:,} pictures of {height} × {width}, one from each filter",
                count=count,
                height=height,
                width=width,
            ),
        )
    if kind == "Rescaling" and count == 3:
        return say("3 pictures of {height} × {width}: red, green and blue", height=height, width=width)
    return plural(
        count,
        say("1 picture of {height} × {width}", height=height, width=width),
        say("{count:,} pictures of {height} × {width}", count=count, height=height, width=width),
    )


def _of_vector(count: int, per_class: bool, as_shares: bool) -> Sentence:
    if as_shares:
        return say("{count:,} shares, together 100 %", count=count)
    if per_class:
        return plural(count, say("1 number for all"), say("{count:,} numbers, one for each class", count=count))
    return plural(count, say("1 number"), say("{count:,} numbers", count=count))


def joined(first: Sentence, *others: Sentence | None) -> Sentence:
    """One sentence after the other, in any language; None is left out."""
    for second in others:
        if second is not None:
            first = say("{first} {second}", first=first, second=second)
    return first
