"""Where the crosshair can stand and how far one can zoom: arithmetic alone."""

import math

import numpy as np

from gui.widgets.training.plot_content import Content, Floats
from gui.widgets.training.plot_scale import View

BATCHES_EVERY_PX = 4
"""Closer together, batches cannot be pointed at one by one; the crosshair keeps to the epochs."""
_LEAST_BATCHES = 10


def stops(content: Content, view: View | None, epochs_per_px: float) -> Floats:
    """The places in sight where the crosshair can stand: the ends of epochs that have a value; the batches too where
    they are far enough apart, or where no epoch is known."""
    known = np.isfinite(_stacked(content)).any(axis=0)
    epochs: Floats = (np.flatnonzero(known) + 1).astype(np.float64)
    positions = content.positions
    if view is not None:
        epochs = epochs[(epochs >= view[0]) & (epochs <= view[1])]
        positions = positions[slice(*np.searchsorted(positions, view).tolist())]
    with_batches = batch_gap(positions) >= BATCHES_EVERY_PX * epochs_per_px
    if len(positions) and (with_batches or not len(epochs)):
        # An epoch's last batch stands where the epoch ends.
        apart = positions[np.abs(positions - np.round(positions)) > 1e-6]
        return np.union1d(epochs, apart if len(epochs) else positions).astype(np.float64)
    return epochs


def nearest(places: Floats, position: float) -> float | None:
    """The place nearest to a position; None where there are none."""
    return float(places[np.argmin(np.abs(places - position))]) if len(places) else None


def batch_gap(positions: Floats) -> float:
    """The usual distance between two batches in epochs; 0 where there are not two."""
    return float(positions[-1] - positions[0]) / (len(positions) - 1) if len(positions) > 1 else 0.0


def zoomed(view: View, length: float, factor: float, around: float, least: float) -> View | None:
    """The view `factor` times as narrow, with `around` staying in place; None: the whole run."""
    wanted = max(least, (view[1] - view[0]) / factor)
    share = (around - view[0]) / (view[1] - view[0])
    return within((around - share * wanted, around + (1 - share) * wanted), length, least)


def within(view: View, length: float, least: float) -> View | None:
    """The view, no narrower than `least` and moved to lie on the run; None where that is the whole run."""
    span = max(least, view[1] - view[0])
    if span >= length * (1 - 1e-9) or not math.isfinite(span):
        return None
    middle = min(max((view[0] + view[1]) / 2, span / 2), length - span / 2)
    return middle - span / 2, middle + span / 2


def least_span(content: Content) -> float:
    """The narrowest view in epochs: ten batches, or one epoch where there are no batches."""
    gap = batch_gap(content.positions)
    return min(float(content.length), _LEAST_BATCHES * gap if gap > 0 else 1.0)


def moved_into(view: View, position: float) -> View:
    """The view moved just so far that a position is in sight."""
    by = min(0.0, position - view[0]) + max(0.0, position - view[1])
    return view[0] + by, view[1] + by


def _stacked(content: Content) -> Floats:
    curves = content.epoch_curves()
    longest = max(map(len, curves))
    return np.stack([np.append(curve, np.full(longest - len(curve), np.nan)) for curve in curves])
