"""Where a plot's axes begin and end, and the numbers beside them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.numerals import MINUS, number, percent
from gui.widgets.inside.exp_scale import nice_step
from gui.widgets.training.plot_content import Content, Floats

Ticks = tuple[tuple[float, str], ...]
View = tuple[float, float]
"""From where to where the epochs are in sight."""

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 7.5)
SMALLEST = 1e-12
"""Below, a logarithmic axis tells nothing apart."""
_WORDY = 1e-3
"""Below, numbers beside an axis are written with their power of ten."""
_MOST_LOG_TICKS = 6
_MOST_EPOCH_TICKS = 6


@dataclass(frozen=True)
class Scale:
    """Epochs `left` to `right` across, values `low` to `high` up, by equal factors where `log`."""

    left: float
    right: float
    low: float
    high: float
    log: bool
    x_ticks: Ticks
    y_ticks: Ticks

    def across(self, epochs: Floats) -> Floats:
        """Shares of the width, 0 at the left end."""
        return (epochs - self.left) / (self.right - self.left)

    def up(self, values: Floats) -> Floats:
        """Shares of the height, 0 at the low end; zero is endlessly far down on a logarithmic axis."""
        if not self.log:
            return (values - self.low) / (self.high - self.low)
        logs = np.log(values, out=np.full(len(values), -np.inf), where=values > 0)
        logs[np.isnan(values)] = np.nan
        return (logs - math.log(self.low)) / (math.log(self.high) - math.log(self.low))


def scale_of(content: Content, view: View | None, log: bool, ends: tuple[float, float] | None) -> Scale:
    """The scale that shows the whole run, or what is in `view`. `ends`: the lowest and highest loss that must be in it,
    None: there is none yet."""
    left, right = view or (0.0, float(content.length))
    x_ticks = _epoch_ticks(left, right, whole=view is None)
    if content.kind == "accuracy":
        quarters = [step / 4 for step in range(5)]
        return Scale(left, right, 0.0, 1.0, False, x_ticks, tuple((each, percent(each)) for each in quarters))
    low, high = ends or ((0.1, 1.0) if log else (0.0, 1.0))
    if log:
        low, high = log_range(low, high)
        y_ticks = tuple((each, tick_text(each)) for each in log_ticks(low, high))
    else:
        low, high = (0.0, nice_top(high)) if view is None else nice_range(low, high)
        heights = [low + (high - low) * step / 4 for step in range(5)]
        y_ticks = tuple(zip(heights, tick_texts(heights), strict=True))
    return Scale(left, right, low, high, log, x_ticks, y_ticks)


# ---- linear


def nice_top(highest: float) -> float:
    """The smallest end of an axis at or above `highest` whose quarters are round numbers."""
    if not (math.isfinite(highest) and highest > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest / 4))
    for step in _STEPS:
        top = 4 * step * power
        if top >= highest * (1 - 1e-9):
            return _tidy(top)
    return _tidy(40 * power)


def nice_range(low: float, high: float) -> tuple[float, float]:
    """The narrowest ends of an axis around `low` and `high` whose quarters are round numbers; from 0 where that costs
    little."""
    if 0 <= low <= high / 4:
        return 0.0, nice_top(high)
    span = max(high - low, abs(high) * 0.02, SMALLEST)
    power = 10.0 ** math.floor(math.log10(span / 4))
    for step in [each * factor * power for factor in (1, 10, 100) for each in _STEPS]:
        base = math.floor(low / step + 1e-9) * step
        if base + 4 * step >= high - 1e-9 * span:
            return _tidy(base), _tidy(base + 4 * step)
    return low, high


def nice_epochs(epochs: int) -> int:
    """Steps between the numbers below the plot: round ones, at most six."""
    return max(1, round(nice_step(epochs / _MOST_EPOCH_TICKS)))


def _epoch_ticks(left: float, right: float, whole: bool) -> Ticks:
    step = float(nice_epochs(round(right))) if whole else nice_step((right - left) / _MOST_EPOCH_TICKS)
    places = [
        _tidy(step * place) for place in range(math.ceil(left / step - 1e-6), math.floor(right / step + 1e-6) + 1)
    ]
    digits = _digits((step,))
    return tuple((place, number(place, digits)) for place in places)


# ---- logarithmic


def log_range(low: float, high: float) -> tuple[float, float]:
    """The next 1, 2 or 5 times a power of ten below and above; never the same."""
    bottom = max(each for each in _log_steps(low / 10, high) if each <= low * (1 + 1e-9))
    top = min(each for each in _log_steps(low, high * 10) if each >= high * (1 - 1e-9) and each > bottom)
    return bottom, top


def log_ticks(low: float, high: float) -> list[float]:
    """Round numbers from `low` to `high`, at most six: by 1, 2 and 5, by 1 and 5, or by powers of ten."""
    for steps in ((1, 2, 5), (1, 5), (1,)):
        ticks = [each for each in _log_steps(low, high, steps) if low * (1 - 1e-9) <= each <= high * (1 + 1e-9)]
        if len(ticks) <= _MOST_LOG_TICKS:
            return ticks
    return ticks[:: math.ceil(len(ticks) / _MOST_LOG_TICKS)]


def _log_steps(low: float, high: float, steps: Sequence[int] = (1, 2, 5)) -> list[float]:
    return [_tidy(step * 10.0**power) for power in range(_power(low), _power(high) + 2) for step in steps]


def _power(value: float) -> int:
    return math.floor(math.log10(value) + 1e-9)


# ---- words


def tick_texts(heights: Sequence[float]) -> list[str]:
    """The numbers beside a linear axis, all with the digits that the finest one needs."""
    if 0 < max(map(abs, heights)) < _WORDY or max(map(abs, heights)) >= 1e5:
        return [tick_text(height) if height else "0" for height in heights]
    return [number(height, _digits(heights)) for height in heights]


def tick_text(height: float) -> str:
    """A number alone, short: very small and large ones with their power of ten."""
    if height and not _WORDY <= abs(height) < 1e5:
        mantissa, power = f"{height:.2e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".").replace("-", MINUS)
        return f"{mantissa}e{MINUS if int(power) < 0 else ''}{abs(int(power))}"
    return number(height, _digits((height,)))


def _digits(values: Sequence[float]) -> int:
    exact = (digits for digits in range(6) if all(math.isclose(round(each, digits), each) for each in values))
    return next(exact, 6)


def _tidy(value: float) -> float:
    return float(f"{value:.6g}")
