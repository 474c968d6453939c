"""Lines through many points, before they are drawn: reduced to what can be told apart, and cut at the edges."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from gui.widgets.training.plot_content import Floats


def neighbours(x: Floats, y: Floats, left: float, right: float) -> tuple[Floats, Floats]:
    """The points from `left` to `right` and one more at either side, so that lines reach the edges."""
    start, end = np.searchsorted(x, left), np.searchsorted(x, right, side="right")
    chosen = slice(max(0, int(start) - 1), int(end) + 1)
    return x[chosen], y[chosen]


def reduced(x: Floats, y: Floats, columns_per_unit: float) -> tuple[Floats, Floats]:
    """The lowest and highest value of every column of pixels: what a line through all points covers. `x` rises."""
    if len(x) < 2 or len(x) <= 2 * (x[-1] - x[0]) * columns_per_unit:
        return x, y
    first, last = np.floor(x[[0, -1]] * columns_per_unit)
    edges = np.arange(first + 1, last + 1) / columns_per_unit
    starts = np.unique(np.append(0, np.searchsorted(x[:-1], edges)))
    both = np.column_stack([np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)])
    return np.repeat(x[starts], 2), both.ravel()


def pieces(x: Floats, y: Floats, area: QRectF) -> list[Floats]:
    """The line without its gaps, each piece n x 2, cut where it leaves the area at the left and right. A reader of SVG
    may know no clipping, so the line itself ends there."""
    known = np.isfinite(y)
    breaks = np.flatnonzero(np.diff(known.astype(np.int8), prepend=0, append=0))
    both = np.column_stack([x, y])
    cut = (_cut(both[start:end], area) for start, end in breaks.reshape(-1, 2).tolist())
    return [piece for piece in cut if len(piece)]


def _cut(piece: Floats, area: QRectF) -> Floats:
    piece = piece.copy()
    for edge, outside in ((area.left(), piece[:, 0] < area.left()), (area.right(), piece[:, 0] > area.right())):
        for end, before in ((0, 1), (-1, -2)):
            if outside[end] and len(piece) > 1 and not outside[before]:
                piece[end] = _crossing(piece[before], piece[end], edge)
    return piece[(piece[:, 0] >= area.left() - 1e-6) & (piece[:, 0] <= area.right() + 1e-6)]


def _crossing(inside: Floats, outside: Floats, edge: float) -> Floats:
    share = (edge - inside[0]) / (outside[0] - inside[0])
    return np.array([edge, inside[1] + share * (outside[1] - inside[1])])


def joined(parts: Sequence[Floats]) -> Floats:
    """Lines as one, with gaps of NaN between them."""
    gap = np.full((1, 2), np.nan)
    return np.concatenate([part for line in parts for part in (gap, line)][1:])


def between(points: Floats, top: float, bottom: float) -> Floats:
    """The line through points, n x 2, with gaps where it runs above `top` or below `bottom`."""
    for edge in (top, bottom):
        before, after = points[:-1], points[1:]
        crossed = np.flatnonzero((before[:, 1] - edge) * (after[:, 1] - edge) < 0)
        before, after = before[crossed], after[crossed]
        share = (edge - before[:, 1]) / (after[:, 1] - before[:, 1])
        on_edge = np.column_stack([before[:, 0] + share * (after[:, 0] - before[:, 0]), np.full(len(share), edge)])
        points = np.insert(points, crossed + 1, on_edge, axis=0)
    seen = (points[:, 1] >= top) & (points[:, 1] <= bottom)
    return np.where(seen[:, None], points, np.nan)
