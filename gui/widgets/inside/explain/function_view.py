"""An activation function of one number."""

from PySide6.QtWidgets import QWidget

from core.inside.explanations import OfOne
from core.inside.formulas import filled_in, function_name
from core.inside.rounding import all_digits, reading
from core.words import tr
from gui.widgets.inside.explain.curve import FunctionCurve
from gui.widgets.inside.explain.lines import Line, Lines
from gui.widgets.inside.explain.sums import function_note
from gui.widgets.inside.explain.view import Shown, View, place, source_name


class FunctionView(View):
    """The number before and after on the curve, and the formula filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = FunctionCurve()
        self.lines = Lines()
        self.body.addWidget(self.curve)
        self.body.addWidget(self.lines)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, OfOne)
        self.curve.show_point(explanation)
        before, function = explanation.before, explanation.function
        came_from = tr("before, in {layer}", layer=source_name(explanation.inputs[0]))
        self.lines.show_lines(
            (
                Line(came_from, reading(before), tooltip=all_digits(before)),
                Line(function_name(function), filled_in(function, before)),
                Line(
                    place(explanation.cell, shown.class_names),
                    f"= {reading(explanation.value)}",
                    function_note(function, before, explanation.value),
                    "result",
                    all_digits(explanation.value),
                ),
            )
        )

    def words(self) -> str:
        return f"{self.curve.words()}; {self.lines.words()}"
