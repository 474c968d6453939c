"""A training picture as the epochs will show it. Heavy: uses TensorFlow.

No network is needed: what is done to a picture follows from the settings and the seed alone.
"""

import numpy as np

from core.answers import Variations
from core.numerals import number
from core.questions import Vary
from core.training.augmentation import TURNS_DEGREES
from core.training.augmenting import Augmenter
from core.words import Sentence, say

# `random` draws anew for every picture; shown is what training draws for the first one of the dataset.
_POSITION = np.zeros(1, np.int64)


def variations(question: Vary) -> Variations:
    """The picture as it is, then as training will show it: `turns` in their order, `random` epoch by epoch, `off` not
    at all. At most `question.most` in all."""
    augmenter = Augmenter(question.augmentation, question.seed)
    match question.augmentation.kind:
        case "off":
            shown = []
        case "turns":
            shown = [(label, 1, copy) for copy, label in _turns()]
        case "random":
            shown = [(say("epoch {epoch}", epoch=epoch), epoch, 0) for epoch in range(1, question.most)]
    shown = shown[: question.most - 1]
    pictures = (augmenter.vary(question.pixels[None], _POSITION, epoch, np.array([copy])) for _, epoch, copy in shown)
    return Variations(
        (question.pixels, *(picture[0] for picture in pictures)),
        (say("original"), *(label for label, _, _ in shown)),
    )


def _turns() -> list[tuple[int, Sentence]]:
    """The copies of `turns`, but for the photo itself, and what is done to each."""
    named = []
    for copy in range(2 * len(TURNS_DEGREES)):
        turn, mirrored = divmod(copy, 2)
        degrees = TURNS_DEGREES[turn]
        if degrees and mirrored:
            named.append((copy, say("{degrees}°, mirrored", degrees=number(degrees, 0))))
        elif degrees:
            named.append((copy, say("{degrees}°", degrees=number(degrees, 0))))
        elif mirrored:
            named.append((copy, say("mirrored")))
    return named
