"""What a plot of a run shows, as plain data."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Kind = Literal["loss", "accuracy"]
Floats = npt.NDArray[np.float64]

MOST_SMOOTHING = 0.99
MOST_OVERLAYS = 4


@dataclass(frozen=True)
class PlotOptions:
    """How curves are drawn. `log`: the loss on a logarithmic axis; accuracy keeps its 0 to 100 %. `smoothing`: the
    weight (0 to 0.99) of what came before in the mean over the batches; 0 is none. Raises ValueError beyond that."""

    log: bool = False
    smoothing: float = 0.0
    with_batches: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.smoothing <= MOST_SMOOTHING:
            raise ValueError(f"smoothing goes from 0 to {MOST_SMOOTHING}, got {self.smoothing}")


@dataclass(frozen=True)
class Overlay:
    """A further run: its name, and its values at the end of every epoch from the first on; NaN where there is none."""

    name: str
    training: Floats
    validation: Floats


@dataclass(frozen=True)
class Content:
    """All that is drawn at one moment. `length`: epochs on the whole x axis. The batches' arrays are as long as each
    other, and empty where they are not drawn; so is `smoothed` without smoothing."""

    kind: Kind
    length: int
    training: Floats
    validation: Floats
    best: tuple[int, float] | None
    overlays: tuple[Overlay, ...]
    positions: Floats
    values: Floats
    smoothed: Floats
    smoothing: float = 0.0

    def epoch_curves(self) -> list[Floats]:
        """Every curve over epochs, the run's own two first."""
        further = [curve for overlay in self.overlays for curve in (overlay.training, overlay.validation)]
        return [self.training, self.validation, *further]

    def last_epoch(self) -> int:
        """The last epoch that any curve has a value for; 0 before there is one."""
        return max(map(_last, self.epoch_curves()))

    def last_own_epoch(self) -> int:
        """The last epoch of the run itself; 0 before there is one."""
        return max(_last(self.training), _last(self.validation))

    def best_value(self) -> float:
        """The height of the best epoch's mark: as told, or else where the validation curve is; NaN where it is not."""
        if self.best is None:
            return math.nan
        epoch, value = self.best
        if not math.isfinite(value) and 1 <= epoch <= len(self.validation):
            return float(self.validation[epoch - 1])
        return value


def as_values(values: npt.ArrayLike) -> Floats:
    """A copy as floats; infinities become gaps as well: no axis holds them."""
    result = np.array(values, np.float64)
    result[~np.isfinite(result)] = np.nan
    return result


def value_at(curve: Floats, epoch: int) -> float:
    """The value of a curve at an epoch, counted from 1; NaN where it has none."""
    return float(curve[epoch - 1]) if 1 <= epoch <= len(curve) else math.nan


def _last(curve: Floats) -> int:
    known = np.flatnonzero(np.isfinite(curve))
    return int(known[-1]) + 1 if len(known) else 0
