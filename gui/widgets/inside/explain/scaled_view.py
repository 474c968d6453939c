"""Rescaling, normalization and batch normalization: the formula, filled in."""

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from core.inside.explanations import Scaled
from core.inside.rounding import all_digits, as_shown, reading
from core.numerals import MINUS
from core.words import tr
from gui.widgets.inside.explain.formula import Formula, FormulaLine, Fraction, Part, Result
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.sums import rounded_note, signed
from gui.widgets.inside.explain.view import Shown, View, place


class ScaledView(View):
    """The formula in letters, the same with numbers, and what it gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = Formula()
        self.lines = Lines()
        self.body.addWidget(self.formula)
        self.body.addWidget(self.lines)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, Scaled)
        numbers = explanation.numbers
        result = reading(explanation.value)
        if "mean" not in numbers:
            letters, filled = _rescaling(explanation)
        else:
            letters, filled = _normalization(explanation)
        exact = "\n".join(f"{name} {all_digits(value)}" for name, value in {"x": explanation.before, **numbers}.items())
        self.formula.show_formula(tr("the formula"), (letters, (*filled, "=", Result(result))), exact)
        lines = [Line("x", reading_of_pixel(explanation.before), tooltip=all_digits(explanation.before))]
        lines += [Line(name, _constant(name, value), tooltip=all_digits(value)) for name, value in numbers.items()]
        note = rounded_note(_from_shown(explanation), result)
        lines.append(Line(place(explanation.cell), f"= {result}", note, "result", all_digits(explanation.value)))
        self.lines.show_lines(lines)

    def words(self) -> str:
        return f"{self.formula.words()}; {self.lines.words()}"


def _rescaling(explanation: Scaled) -> tuple[FormulaLine, FormulaLine]:
    scale, offset = explanation.numbers["scale"], explanation.numbers["offset"]
    divisor = _divisor(scale)
    before = reading_of_pixel(explanation.before)
    tail: tuple[Part, ...] = (signed(reading(offset)),) if offset else ()
    if divisor is not None:
        return ("x × scale + offset",), (Fraction(before, divisor), *tail)
    return ("x × scale + offset",), (f"{before} × {_bracketed(reading(scale))}", *tail)


def _normalization(explanation: Scaled) -> tuple[FormulaLine, FormulaLine]:
    numbers = explanation.numbers
    mean, variance, epsilon = (reading(numbers[name]) for name in ("mean", "variance", "epsilon"))
    top = f"{reading(explanation.before)} {MINUS} {_bracketed(mean)}"
    gamma = numbers.get("gamma")
    beta = numbers.get("beta")
    letters_bottom, bottom = "√(variance + epsilon)", f"√({variance} + {epsilon})"
    if explanation.kind != "BatchNormalization":
        letters_bottom, bottom = "max(√variance, epsilon)", f"max(√{variance}, {epsilon})"
    head = ("gamma ×",) if gamma is not None else ()
    filled_head = (f"{reading(gamma)} ×",) if gamma is not None else ()
    tail = ("+ beta",) if beta is not None else ()
    filled_tail = (signed(reading(beta)),) if beta is not None else ()
    return (*head, Fraction("x − mean", letters_bottom), *tail), (*filled_head, Fraction(top, bottom), *filled_tail)


def _from_shown(explanation: Scaled) -> float:
    """What the formula gives with the numbers as they are shown."""
    before = as_shown(reading_of_pixel(explanation.before))
    numbers = {name: as_shown(reading(value)) for name, value in explanation.numbers.items()}
    if "mean" not in numbers:
        divisor = _divisor(explanation.numbers["scale"])
        return (before * numbers["scale"] if divisor is None else before / float(divisor)) + numbers["offset"]
    variance, epsilon = numbers["variance"], numbers["epsilon"]
    is_batch = explanation.kind == "BatchNormalization"
    spread = float(np.sqrt(variance + epsilon) if is_batch else np.maximum(np.sqrt(variance), epsilon))
    stretched = (before - numbers["mean"]) / spread if spread else math.nan
    return numbers.get("gamma", 1.0) * stretched + numbers.get("beta", 0.0)


def reading_of_pixel(value: float) -> str:
    """A pixel is a whole number, and reads as one."""
    return f"{int(value)}" if math.isfinite(value) and value == int(value) and 0 <= value <= 255 else reading(value)


def _divisor(scale: float) -> str | None:
    """What one divides by instead of multiplying by a small number, where that can be written out: 256, 127.5."""
    if not 0 < scale <= 0.5:
        return None
    tenths = 10 / scale
    if abs(tenths - round(tenths)) > 1e-4 * tenths:
        return None
    return f"{round(tenths) / 10:g}"


def _constant(name: str, value: float) -> str:
    divisor = _divisor(value) if name == "scale" else None
    return reading(value) if divisor is None else f"1 / {divisor}"


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) else text
