"""Values of a plot in words."""

import math

from core.numerals import number, percent
from core.words import tr
from gui.widgets.training.plot_content import Content, Kind


def value_text(kind: Kind, value: float) -> str:
    """A value in the plot's unit: a loss with two digits, a small one with as many as two figures need."""
    return percent(value) if kind == "accuracy" else number(value, _digits(value, 2))


def exact_text(kind: Kind, value: float) -> str:
    """The same with one digit more, for a value that is pointed at."""
    return percent(value, 1) if kind == "accuracy" else number(value, _digits(value, 3))


def best_text(kind: Kind, epoch: int, value: float) -> str:
    """The words beside the best epoch's mark."""
    return tr("best: epoch {epoch}, {value}", epoch=epoch, value=value_text(kind, value))


def place_text(position: float) -> str:
    """Where the crosshair stands: an epoch's end, or a batch in between."""
    if position == round(position):
        return tr("epoch {epoch}", epoch=f"{round(position):,}")
    return tr("epoch {epoch}", epoch=number(position, 2))


def state_text(content: Content, epochs: int) -> str:
    """The newest epoch's values and the best epoch: what the plot says to whoever cannot see it."""
    last = content.last_own_epoch()
    if not last:
        return tr("no epoch finished yet")
    text = tr(
        "epoch {epoch} of {epochs}: training {training}, validation {validation}",
        epoch=last,
        epochs=epochs,
        training=value_text(content.kind, content.training[last - 1]),
        validation=value_text(content.kind, content.validation[last - 1]),
    )
    return text if content.best is None else f"{text}; {best_text(content.kind, content.best[0], content.best_value())}"


def _digits(value: float, usual: int) -> int:
    if not math.isfinite(value) or value == 0 or abs(value) >= 0.1:
        return usual
    return min(8, usual - 1 - math.floor(math.log10(abs(value))))
