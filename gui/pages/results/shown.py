"""The rows of a part's answers as pictures to show."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import NakamiError
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Part
from core.results.judged import Judged, Neighbours, Results, RunComparison
from core.words import tr
from gui.widgets.results.shown_picture import Mend, Neighbour, PixelsOf, ShownPicture

MendOf = Callable[[str, str], Mend | None]
"""What the user has done about a file, named as in `Picture.file`, since it was of a class."""


def shown_pictures(
    judged: Judged, rows: Iterable[int], prepared: PreparedPictures, names: Sequence[str], mend_of: MendOf
) -> list[ShownPicture]:
    """Rows of a part as pictures to show. Their keys are positions in the dataset."""
    shown = []
    for row in rows:
        position = int(judged.positions[row])
        picture = prepared.dataset.pictures[position]
        truth = names[int(judged.labels[row])]
        shown.append(
            ShownPicture(
                key=position,
                file=str(prepared.dataset.path(picture)),
                truth=truth,
                answer=names[int(judged.answers[row])],
                share=float(judged.shares[row]),
                loss=float(judged.losses[row]),
                is_right=bool(judged.is_right[row]),
                mend=mend_of(picture.file, truth),
            )
        )
    return shown


def captions_of(compared: RunComparison, rows: Iterable[int]) -> list[str]:
    """What two runs said of each picture, a line for each."""
    names = compared.class_names
    return [
        tr(
            "{first}: {one}\n{second}: {other}",
            first=compared.first_title,
            one=names[int(compared.first.answers[row])],
            second=compared.second_title,
            other=names[int(compared.second.answers[row])],
        )
        for row in rows
    ]


def pixels_from(prepared: PreparedPictures) -> PixelsOf:
    """A function that reads the pixels of a picture by its position; a cache that is gone has none."""

    def pixels(position: int) -> NDArray[np.uint8] | None:
        try:
            found: NDArray[np.uint8] = prepared.pixels([position])[0]
        except NakamiError:
            return None
        return found

    return pixels


def neighbours_of(results: Results, part: Part, row: int) -> list[Neighbour] | None:
    """The training pictures that look most alike to the network; None where that is not known."""
    known: Neighbours | None = results.neighbours.get(part)
    if known is None:
        return None
    dataset, pixels = results.prepared.dataset, pixels_from(results.prepared)
    return [
        Neighbour(
            key=position,
            file=str(dataset.path(dataset.pictures[position])),
            class_name=dataset.class_names[dataset.pictures[position].label],
            pixels=pixels(position),
        )
        for position in known.positions[row].tolist()
    ]


def ranked(judged: Judged, row: int, names: Sequence[str]) -> list[tuple[str, float]]:
    """All classes with their shares, most probable first."""
    shares = judged.probabilities[row]
    return [(names[each], float(shares[each])) for each in np.argsort(-shares, kind="stable").tolist()]
