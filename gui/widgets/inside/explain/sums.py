"""Lines that all weighted sums end with: the parts, the bias, the function, the result."""

import math
from collections.abc import Sequence

from core.inside.arithmetic.functions import apply, is_known
from core.inside.explanations import WeightedSum
from core.inside.formulas import filled_in, function_name
from core.inside.operations import LINEAR, Function
from core.inside.rounding import all_digits, as_shown, follows, reading, rounded
from core.numerals import MINUS
from core.words import tr
from gui.widgets.inside.explain.lines import Line
from gui.widgets.inside.explain.view import place


def signed(text: str) -> str:
    """A number's text as it stands behind others in a sum: `+ 0.15`, `− 0.01`."""
    return f"{MINUS} {text[1:]}" if text.startswith(MINUS) else f"+ {text}"


def chain(texts: Sequence[str]) -> str:
    """Numbers added up: `0.08 + 0.15 − 0.01`."""
    return " ".join((*texts[:1], *map(signed, texts[1:])))


def closing_lines(
    explanation: WeightedSum,
    parts_name: str,
    parts: Sequence[float],
    bias_name: str,
    class_names: Sequence[str] = (),
    digits: int | None = None,
) -> tuple[Line, ...]:
    """From the parts of a sum to the number: parts, bias, total, function, result. `digits` are the decimals of all of
    them, where they are not to follow from the numbers."""
    where = place(explanation.cell, class_names)
    has_function = explanation.function.name not in (LINEAR.name, "softmax")
    is_logit = explanation.shares is not None
    texts = rounded((*parts, explanation.bias), explanation.total, digits)
    note = "" if texts.adds_up else tr("rounded")
    lines = [
        Line(
            parts_name,
            chain(texts.terms[:-1]),
            tooltip=chain([all_digits(amount) for amount in parts]),
        ),
        Line(bias_name, signed(texts.terms[-1]), tooltip=all_digits(explanation.bias)),
    ]
    exact_total = all_digits(explanation.total)
    if has_function or is_logit:
        name = tr("logit x, all together") if is_logit else tr("all together")
        lines.append(Line(name, f"= {texts.total}", note, "result" if is_logit else "sum", exact_total))
    if has_function:
        lines += function_lines(explanation.function, explanation.total, explanation.value, where)
    elif not is_logit:
        lines.append(Line(where, f"= {texts.total}", note, "result", all_digits(explanation.value)))
    return tuple(lines)


def rounded_note(computed: float, text: str) -> str:
    """ "rounded", where a reader who computes with the shown numbers gets another last digit than the shown one."""
    return "" if follows(computed, text) else tr("rounded")


def function_note(function: Function, before: float, after: float) -> str:
    """The same for an activation function."""
    if not is_known(function) or not math.isfinite(before):
        return ""
    return rounded_note(float(apply(function, as_shown(reading(before)))), reading(after))


def function_lines(function: Function, before: float, after: float, where: str) -> list[Line]:
    """The activation function's line, and the result."""
    name = tr("{function} of it", function=function_name(function))
    return [
        Line(name, filled_in(function, before), tooltip=filled_in(function, all_digits(before))),
        Line(where, f"= {reading(after)}", function_note(function, before, after), "result", all_digits(after)),
    ]
