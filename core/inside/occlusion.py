"""Occlusion: which places of a photo an answer hangs on, found by covering one after the other. Light.

Zeiler and Fergus 2014, "Visualizing and Understanding Convolutional Networks". It asks the network about every covered
photo, so it takes long and comes in parts; it needs nothing of the network but its answers.
"""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.answers import HeatMap, Photo

Probabilities = Callable[[NDArray[np.uint8]], NDArray[np.float32]]
"""Pictures (N, size, size, 3) to the probabilities of the classes (N, classes)."""

# The square is large enough to hide a part of an animal, its steps small enough to find where that was.
SQUARES_PER_SIDE = 5
STEPS_PER_SIDE = 15

# Other questions come between two parts: a part ends after so many places, and sooner on a slow network.
PLACES_PER_PART = 32
SECONDS_PER_PART = 0.5
# Pictures that the network sees at once; more would fill the memory at 512 pixels.
BATCH_SIZE = 8


class Occlusion:
    """One photo and class, covered place by place. `heat_map` is what is known so far."""

    def __init__(self, probabilities: Probabilities, photo: Photo, pixels: NDArray[np.uint8], class_index: int) -> None:
        self._probabilities = probabilities
        self._photo, self._pixels, self._class_index = photo, pixels, class_index
        side = pixels.shape[0]
        self._square_px = max(1, round(side / SQUARES_PER_SIDE))
        starts = _starts(side, self._square_px, max(1, round(side / STEPS_PER_SIDE)))
        self._places = [(top, left) for top in starts for left in starts]
        self._grey = pixels.mean(axis=(0, 1)).round().astype(np.uint8)
        self._falls: list[float] = []
        self._plain = float(probabilities(pixels[None])[0, class_index])
        self.heat_map = self._so_far()

    def go_on(self) -> HeatMap:
        """Cover the next places, about 32 of them. Does nothing more once all are done."""
        started = time.perf_counter()
        part_end = min(len(self._falls) + PLACES_PER_PART, len(self._places))
        while len(self._falls) < part_end:
            places = self._places[len(self._falls) : min(len(self._falls) + BATCH_SIZE, part_end)]
            covered = np.stack([self._covered(place) for place in places])
            shares = self._probabilities(covered)[:, self._class_index]
            self._falls.extend((self._plain - shares).tolist())
            if time.perf_counter() - started > SECONDS_PER_PART:
                break
        self.heat_map = self._so_far()
        return self.heat_map

    def _covered(self, place: tuple[int, int]) -> NDArray[np.uint8]:
        picture = self._pixels.copy()
        picture[self._under(place)] = self._grey
        return picture

    def _under(self, place: tuple[int, int]) -> tuple[slice, slice]:
        top, left = place
        return slice(top, top + self._square_px), slice(left, left + self._square_px)

    def _so_far(self) -> HeatMap:
        total = np.zeros(self._pixels.shape[:2])
        squares = np.zeros(self._pixels.shape[:2])
        for place, fall in zip(self._places, self._falls, strict=False):
            total[self._under(place)] += fall
            squares[self._under(place)] += 1
        return HeatMap(
            self._photo,
            self._class_index,
            "occlusion",
            scaled(total / np.maximum(squares, 1)),
            done=len(self._falls),
            total=len(self._places),
            drop=max(0.0, *self._falls) if self._falls else 0.0,
        )


def scaled(heat: NDArray[np.floating]) -> NDArray[np.float32]:
    """`heat` from 0 to 1, read-only: what is below zero, or no number, is 0; the largest is 1, where there is one."""
    above = np.clip(np.nan_to_num(heat.astype(np.float64), nan=0.0), 0, None)
    result = (above / (above.max(initial=0.0) or 1.0)).astype(np.float32)
    result.flags.writeable = False
    return result


def _starts(side: int, square: int, step: int) -> list[int]:
    """Where squares begin along a side; the last one ends at the edge."""
    return [*range(0, side - square, step), side - square]
