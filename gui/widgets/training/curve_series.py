"""Values of batches that keep coming, and their smoothed mean."""

import math

import numpy as np
import numpy.typing as npt

from gui.widgets.training.plot_content import Floats, as_values

_NOTHING = 1e-20


class BatchSeries:
    """Positions in epochs, ascending, with a value each. Buffers double when they are full, so that adding is free."""

    def __init__(self) -> None:
        self._size = 0
        self._x: Floats = np.empty(0)
        self._y: Floats = np.empty(0)
        self._mean = SmoothedMean(0.0)

    @property
    def positions(self) -> Floats:
        """Where the values are, e.g. 2.5 half way through the third epoch."""
        return self._x[: self._size]

    @property
    def values(self) -> Floats:
        """The values, NaN for those that were no finite numbers."""
        return self._y[: self._size]

    def append(self, x: float, y: float) -> None:
        """One more; see `extend`."""
        if not math.isfinite(x):
            return
        if self._size and x <= self._x[self._size - 1]:
            self._cut(x)
        self._make_room(1)
        self._x[self._size] = x
        self._y[self._size] = y if math.isfinite(y) else math.nan
        self._size += 1

    def extend(self, x: npt.ArrayLike, y: npt.ArrayLike) -> None:
        """More of them, ascending. What stands at or behind the first is replaced: a run that goes on from its last
        epoch trains its batches anew. Positions that are no finite numbers are left out."""
        across, up = as_values(x), as_values(y)
        known = np.isfinite(across)
        across, up = across[known], up[known]
        if not len(across):
            return
        self._cut(float(across[0]))
        self._make_room(len(across))
        end = self._size + len(across)
        self._x[self._size : end], self._y[self._size : end] = across, up
        self._size = end

    def smoothed(self, weight: float) -> Floats:
        """The smoothed mean at every batch; what is known already is not computed again."""
        if weight != self._mean.weight or len(self._mean) > self._size:
            self._mean = SmoothedMean(weight)
        return self._mean.continued(self.values)

    def _cut(self, x: float) -> None:
        kept = int(np.searchsorted(self.positions, x))
        if kept < self._size:
            self._size = kept
            self._mean = SmoothedMean(self._mean.weight)

    def _make_room(self, more: int) -> None:
        missing = self._size + more - len(self._x)
        if missing > 0:
            room = np.empty(max(256, self._size, missing))
            self._x, self._y = np.append(self._x, room), np.append(self._y, room)


class SmoothedMean:
    """The exponential moving average of TensorBoard's smoothing slider (`vz_line_chart2/line-chart.ts`):
    m = weight m + (1 - weight) value, from m = 0, divided by 1 - weight^n after n values, which takes the pull of that
    zero out. Values that are no numbers are passed over and stay gaps."""

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._last = 0.0
        self._count = 0
        self._size = 0
        self._means: Floats = np.empty(0)

    def __len__(self) -> int:
        return self._size

    def continued(self, values: Floats) -> Floats:
        """The means of all `values`, of which the first `len(self)` are those of the call before."""
        if len(values) > len(self._means):
            self._means = np.append(self._means, np.empty(max(256, len(values))))
        if len(values) > self._size:
            self._take(values[self._size :])
        return self._means[: self._size]

    def _take(self, values: Floats) -> None:
        known = np.isfinite(values)
        are_all_known = bool(known.all())
        means = _recursion(values if are_all_known else values[known], self.weight, self._last)
        if len(means):
            self._last = float(means[-1])
        counts = np.arange(self._count + 1, min(self._count + len(means), self._young()) + 1)
        means[: len(counts)] /= 1 - self.weight**counts
        target = self._means[self._size : self._size + len(values)]
        if are_all_known:
            target[:] = means
        else:
            target[:] = np.nan
            target[known] = means
        self._size += len(values)
        self._count += len(means)

    def _young(self) -> int:
        """After how many values the zero at the beginning pulls no more."""
        return math.ceil(math.log(_NOTHING) / math.log(self.weight)) if self.weight > 0 else 1


def _recursion(values: Floats, weight: float, before: float) -> Floats:
    """m[i] = weight m[i-1] + (1 - weight) values[i], all at once: after each round, twice as many of the values before
    are in every m."""
    means = (1 - weight) * values
    if len(means):
        means[0] += weight * before
    reach, share = 1, weight
    while reach < len(means) and share > _NOTHING:
        means[reach:] += share * means[:-reach]
        reach, share = 2 * reach, share * share
    return means


def usual_range(values: Floats) -> tuple[float, float] | None:
    """The lowest and highest value but for a hundredth at either end, and at least but for the very last; None where
    there is no number. One giant first loss must not flatten all the rest."""
    known = np.sort(values[np.isfinite(values)])
    if not len(known):
        return None
    left_out = min(len(known) - 1, math.ceil(len(known) / 100))
    high = len(known) - 1 - left_out
    return float(known[min(left_out, high)]), float(known[high])
