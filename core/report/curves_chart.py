"""Loss and accuracy of a run as drawings: training solid, validation dashed with a circle at each epoch. Light."""

import math
from collections.abc import Sequence
from typing import Literal

from core.events import EpochEnded
from core.numerals import number, percent
from core.report.axes import Axes, epoch_ticks, nice_top, quarter_texts
from core.report.drawing import ACCENT, SECOND, TEXT, TEXT2, TEXT3, Drawing, Pen, Point, width_of
from core.training.runs import best_epoch
from core.words import tr

Kind = Literal["loss", "accuracy"]

# Above, circles would run into each other.
_MOST_CIRCLES = 40
_DASH = "6 3"
_TEXT_GAP = 4
_SAMPLE = 20 + _TEXT_GAP


def curves_chart(history: Sequence[EpochEnded], kind: Kind, width: int = 330, height: int = 196) -> Drawing:
    """One plot over the epochs of a run, of which there is at least one; the best epoch is marked."""
    pen = Pen(width, height)
    training = [(each.epoch, each.loss if kind == "loss" else each.accuracy) for each in history]
    validation = [(each.epoch, each.val_loss if kind == "loss" else each.val_accuracy) for each in history]
    first, last = history[0].epoch, history[-1].epoch
    top = nice_top(max(_finite(training + validation), default=1.0)) if kind == "loss" else 1.0
    texts = quarter_texts(top) if kind == "loss" else [percent(step / 4) for step in range(5)]
    around = 0.5 if first == last else 0.0
    left = 14 + max(map(width_of, texts))
    axes = Axes(left, 52, width - 14, height - 40, first - around, last + around, top)
    axes.draw(pen, texts, epoch_ticks(first, last))
    pen.text(((axes.left + axes.right) / 2, height - 5), tr("epoch"), TEXT3, "middle")
    _draw_curve(pen, axes, training, ACCENT, "")
    _draw_curve(pen, axes, validation, SECOND, _DASH)
    _draw_best(pen, axes, history, dict(validation), dict(training), kind)
    _draw_head(pen, kind, has_validation=bool(_finite(validation)))
    return pen.finished(_words(history, kind))


def _draw_head(pen: Pen, kind: Kind, has_validation: bool) -> None:
    title = tr("Loss") if kind == "loss" else tr("Accuracy")
    pen.text((0, 14), title, TEXT, size=13, bold=True)
    names = [(tr("training"), ACCENT, "")] + [(tr("validation"), SECOND, _DASH)] * has_validation
    # It ends where the plot does: another drawing may stand right beside.
    left = pen.width - 14 - sum(_SAMPLE + width_of(name) for name, _, _ in names) - 2 * _TEXT_GAP * (len(names) - 1)
    for name, colour, dash in names:
        pen.line((left, 10), (left + 20, 10), colour, 2, dash)
        if dash:
            pen.circle((left + 10, 10), 2.5, "#FFFFFF", colour)
        pen.text((left + _SAMPLE, 14), name, TEXT2)
        left += _SAMPLE + width_of(name) + 2 * _TEXT_GAP


def _draw_curve(pen: Pen, axes: Axes, values: Sequence[tuple[int, float]], colour: str, dash: str) -> None:
    places = [(axes.place(epoch, value) if math.isfinite(value) else None) for epoch, value in values]
    for piece in _pieces(places):
        if len(piece) > 1:
            pen.path(piece, colour, 2, dash)
    has_circles = dash and len(values) <= _MOST_CIRCLES
    for place in places:
        if place is not None and (has_circles or len(values) == 1):
            pen.circle(place, 2.5, "#FFFFFF" if dash else colour, colour)


def _pieces(places: Sequence[Point | None]) -> list[list[Point]]:
    """The curve without its holes."""
    pieces: list[list[Point]] = [[]]
    for place in places:
        if place is None:
            pieces.append([])
        else:
            pieces[-1].append(place)
    return [piece for piece in pieces if piece]


def _draw_best(
    pen: Pen,
    axes: Axes,
    history: Sequence[EpochEnded],
    validation: dict[int, float],
    training: dict[int, float],
    kind: Kind,
) -> None:
    best = best_epoch(history)
    if best is None:
        return
    across, _ = axes.place(best.epoch, 0)
    pen.line((across, axes.top - 8), (across, axes.bottom), TEXT3, 1, "2 3")
    text = _best_text(best.epoch, _best_value(best, kind), kind)
    middle = min(max(across, axes.left + width_of(text) / 2), axes.right - width_of(text) / 2)
    pen.text((middle, axes.top - 13), text, TEXT2, "middle")
    for values, colour in ((validation, SECOND), (training, ACCENT)):
        if math.isfinite(values[best.epoch]):
            pen.circle(axes.place(best.epoch, values[best.epoch]), 4.5, colour, "#FFFFFF")
            return


def _best_value(best: EpochEnded, kind: Kind) -> float:
    """Of validation, by which it was chosen; of training where there is none."""
    value, other = (best.val_loss, best.loss) if kind == "loss" else (best.val_accuracy, best.accuracy)
    return other if math.isnan(value) else value


def _best_text(epoch: int, value: float, kind: Kind) -> str:
    return tr("best: epoch {epoch}, {value}", epoch=epoch, value=_value_text(value, kind))


def _words(history: Sequence[EpochEnded], kind: Kind) -> str:
    last = history[-1]
    training, validation = (last.loss, last.val_loss) if kind == "loss" else (last.accuracy, last.val_accuracy)
    values = {"training": _value_text(training, kind), "validation": _value_text(validation, kind)}
    if kind == "loss":
        return tr("Loss in epoch {epoch}: training {training}, validation {validation}", epoch=last.epoch, **values)
    return tr("Accuracy in epoch {epoch}: training {training}, validation {validation}", epoch=last.epoch, **values)


def _value_text(value: float, kind: Kind) -> str:
    return number(value, 2 if abs(value) >= 0.1 or value == 0 else 4) if kind == "loss" else percent(value)


def _finite(values: Sequence[tuple[int, float]]) -> list[float]:
    return [value for _, value in values if math.isfinite(value)]
