"""A plot's frame: numbers beside a grid, and where values lie in it. Light."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.numerals import number
from core.report.drawing import GRID, TEXT3, Pen, Point

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10)
_QUARTERS = 4
_MOST_ACROSS = 8


@dataclass(frozen=True)
class Axes:
    """The area of a plot within a drawing, px, and the values at its edges."""

    left: float
    top: float
    right: float
    bottom: float
    x_from: float
    x_to: float
    y_to: float

    def place(self, x: float, y: float) -> Point:
        """Where a value lies; y counts from 0 up."""
        across = (x - self.x_from) / (self.x_to - self.x_from)
        return self.left + across * (self.right - self.left), self.bottom - y / self.y_to * (self.bottom - self.top)

    def draw(self, pen: Pen, y_texts: Sequence[str], x_ticks: Sequence[tuple[float, str]]) -> None:
        """The grid with numbers: `y_texts` at equal heights from 0 to the top, `x_ticks` below."""
        for step, text in enumerate(y_texts):
            height = self.bottom - (self.bottom - self.top) * step / (len(y_texts) - 1)
            pen.line((self.left, height), (self.right, height), GRID)
            pen.text((self.left - 8, height + 4), text, TEXT3, "end")
        for value, text in x_ticks:
            pen.text((self.place(value, 0)[0], self.bottom + 18), text, TEXT3, "middle")


def nice_top(highest: float) -> float:
    """The smallest end of an axis from 0 at or above `highest` whose quarters are round numbers; 1 where there is
    none."""
    if not (math.isfinite(highest) and highest > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest / _QUARTERS))
    return float(f"{next(_QUARTERS * step * power for step in _STEPS if _fits(step * power, highest)):.6g}")


def quarter_texts(top: float) -> list[str]:
    """The numbers at 0, each quarter and the top, all with the digits that the finest one needs."""
    values = [top * step / _QUARTERS for step in range(_QUARTERS + 1)]
    if top >= 1e5 or top < 1e-3:
        return [f"{value:.2g}" for value in values]
    digits = next((each for each in range(6) if all(math.isclose(round(value, each), value) for value in values)), 6)
    return [number(value, digits) for value in values]


def epoch_ticks(first: int, last: int) -> list[tuple[float, str]]:
    """Round epochs from `first` to `last`, both named, at most a handful between."""
    step = max(1, math.ceil((last - first) / _MOST_ACROSS))
    for nice in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500):
        if nice >= step:
            step = nice
            break
    else:
        step = math.ceil(step / 1000) * 1000
    inner = [each for each in range(step, last, step) if first + step / 2 <= each <= last - step / 2]
    return [(float(each), f"{each:,}") for each in dict.fromkeys((first, *inner, last))]


def _fits(step: float, highest: float) -> bool:
    return _QUARTERS * step >= highest * (1 - 1e-9)
