"""Which losses an axis has to show: all that belong to the run, but not the few that would flatten the rest."""

import math

import numpy as np
import numpy.typing as npt

from gui.widgets.training.curve_series import usual_range
from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_scale import SMALLEST, View

Ends = tuple[float, float]
"""The lowest and the highest."""

SETTLED = 10
"""Batches after which the loss axis only grows: before, one giant first value must not fix it."""
_FEWEST_EPOCHS = 5
_SPIKE = 20
"""How many times as high as the median a spike is."""
_ALONE = 10
"""And how many times as high as whatever comes next below: a loss that falls far, step by step, has no spike."""


class LossRange:
    """The range of a loss axis from one drawing to the next: as batches come it grows and does not shrink."""

    def __init__(self) -> None:
        self._kept: Ends | None = None
        self._spikes: tuple[int, ...] = ()

    def forget(self) -> None:
        """Something else is drawn from now on."""
        self._kept = None

    def ends(self, content: Content, view: View | None, log: bool) -> Ends | None:
        """The lowest and highest loss that the axis has to show; None where there is none yet."""
        if view is not None:
            return needed_range(content, view, log)
        spikes = tuple(np.flatnonzero(spikes_in(content.training)).tolist())
        if spikes != self._spikes:
            # Their batches count no more.
            self._kept, self._spikes = None, spikes
        batches = _around(_batch_ends(content, view, log), self._kept)
        if len(content.values) >= SETTLED:
            self._kept = batches
        return _around(_epoch_ends(content, view, log), batches)


def needed_range(content: Content, view: View | None, log: bool) -> Ends | None:
    """The lowest and highest loss in sight: of epochs all but spikes, of batches the usual ones; None where there is
    none. A logarithmic axis has room for spikes."""
    return _around(_epoch_ends(content, view, log), _batch_ends(content, view, log))


def spikes_in(curve: Floats) -> npt.NDArray[np.bool_]:
    """Which of the values of a curve over epochs stand so far above all others that with them in sight, nothing of the
    others could be told apart. With fewer than five epochs none do."""
    known = np.sort(curve[np.isfinite(curve)])
    usual = float(np.median(known)) if len(known) >= _FEWEST_EPOCHS else 0.0
    if usual <= 0:
        return np.zeros(len(curve), np.bool_)
    kept = len(known)
    candidates = int(np.searchsorted(known, _SPIKE * usual, side="right"))
    for place in range(candidates, len(known)):
        if known[place] > _ALONE * known[place - 1]:
            kept = place
            break
    highest = known[kept - 1]
    return np.asarray(np.nan_to_num(curve, nan=-math.inf) > highest)


def _epoch_ends(content: Content, view: View | None, log: bool) -> Ends | None:
    ends: Ends | None = None
    for curve in content.epoch_curves():
        values = _in_view(curve, view)
        known = values[np.isfinite(values)]
        if not log:
            known = known[~spikes_in(known)]
        if len(known):
            ends = _around(ends, _on_axis((float(known.min()), float(known.max())), log))
    return ends


def _batch_ends(content: Content, view: View | None, log: bool) -> Ends | None:
    positions, values = content.positions, content.values
    if view is not None and len(values):
        seen = slice(*np.searchsorted(positions, view).tolist())
        positions, values = positions[seen], values[seen]
    if log:
        values = values[values > 0]
    elif len(values):
        # An epoch that is left out takes its batches along.
        epochs = np.clip(np.ceil(positions - 1e-9).astype(np.int64) - 1, 0, len(content.training))
        values = values[~np.append(spikes_in(content.training), False)[epochs]]
    ends = usual_range(values)
    return None if ends is None else _on_axis(ends, log)


def _on_axis(ends: Ends, log: bool) -> Ends:
    return (max(ends[0], SMALLEST), max(ends[1], SMALLEST)) if log else ends


def _around(one: Ends | None, other: Ends | None) -> Ends | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _in_view(curve: Floats, view: View | None) -> Floats:
    """The values in sight, and those of the line where it enters and leaves."""
    if view is None:
        return curve
    known = np.flatnonzero(np.isfinite(curve))
    if not len(known):
        return curve[known]
    epochs, values = known + 1.0, curve[known]
    edges = np.interp(view, epochs, values, left=np.nan, right=np.nan)
    return np.append(values[(epochs >= view[0]) & (epochs <= view[1])], edges)
