"""An explanation as lines for people: what `explain` prints. Light."""

from collections.abc import Iterable, Sequence

import numpy as np
from rich.cells import cell_len

from core.answers import Insight
from core.commands.explained import has_bias, is_padding, name_of
from core.inside.explanations import (
    Explanation,
    Merged,
    Moved,
    NotExplained,
    OfOne,
    Pooled,
    Scaled,
    Shared,
    SharesOfOne,
    WeightedSum,
)
from core.inside.formulas import filled_in
from core.inside.rounding import all_digits, decimals, shown
from core.inside.sentences import in_words
from core.words import tr

# More terms than this are counted and added up.
MOST_TERMS = 20

Row = tuple[str, ...]

# Keras's formulas; the names are those of its settings.
_RESCALING = "{before} × {scale} + {offset}"
_NORMALIZATION = "({before} − {mean}) / max(√{variance}, {epsilon})"
_BATCH_NORMALIZATION = "{gamma} × ({before} − {mean}) / √({variance} + {epsilon}) + {beta}"


def as_text(explanation: Explanation, insight: Insight, class_names: Sequence[str]) -> str:
    """What the number is, how it came about in a sentence, and the formula line by line."""
    heading = tr(
        "{file}: {layer} ({kind}) at {cell}: {value}",
        file=insight.answer.file,
        layer=explanation.layer,
        kind=explanation.kind,
        cell=_at(explanation.cell),
        value=all_digits(explanation.value),
    )
    lines = [heading, str(in_words(explanation, insight, class_names))]
    if isinstance(explanation, NotExplained):
        return "\n".join(lines)
    # Adding zero takes the sign from a negative one.
    recomputed = tr("recomputed from these terms: {value}", value=all_digits(explanation.recomputed + 0.0))
    return "\n".join([*lines, "", *_formula(explanation, insight, class_names), "", recomputed])


def _formula(explanation: Explanation, insight: Insight, class_names: Sequence[str]) -> list[str]:
    match explanation:
        case WeightedSum():
            return _weighted_sum(explanation, insight, class_names)
        case Shared():
            return _shares(explanation.shares, explanation, class_names)
        case OfOne():
            return [*_inputs(explanation), f"  {filled_in(explanation.function, all_digits(explanation.before))}"]
        case Scaled():
            return [*_inputs(explanation), f"  {_scaled(explanation)}"]
        case Pooled():
            return _pooled(explanation)
        case Merged():
            return [*_inputs(explanation), f"  {explanation.how}"]
    return _inputs(explanation)


def _weighted_sum(explanation: WeightedSum, insight: Insight, class_names: Sequence[str]) -> list[str]:
    products = explanation.products
    order = np.argsort(-np.abs(products), kind="stable")
    chosen = order[:MOST_TERMS].tolist()
    outside = is_padding(explanation)
    digits = [decimals(column) + 2 for column in (explanation.values, explanation.weights, products)]
    rows: list[Row] = [
        (explanation.inputs[0], tr("value"), "", tr("weight"), "", tr("product"), ""),
    ]
    for index in chosen:
        value, weight, product = (
            shown(float(column[index]), each)
            for column, each in zip((explanation.values, explanation.weights, products), digits, strict=True)
        )
        mark = tr("padding") if outside[index] else ""
        rows.append((_at(explanation.positions[index].tolist()), value, "×", weight, "=", product, mark))
    rest = order[MOST_TERMS:]
    if len(rest):
        left_out = tr("… and {count:,} more", count=len(rest))
        rows.append((left_out, "", "", "", "", shown(float(products[rest].sum()), digits[2]), ""))
    rows.append((tr("sum of {count:,}", count=len(products)), *[""] * 4, shown(float(products.sum()), digits[2]), ""))
    if has_bias(explanation, insight):
        rows.append((tr("bias"), "", "", "", "", shown(explanation.bias, digits[2]), ""))
        rows.append((tr("sum and bias"), "", "", "", "", shown(explanation.total, digits[2]), ""))
    lines = _table(rows)
    if explanation.shares is not None:
        return [*lines, "", *_shares(explanation.shares, explanation, class_names)]
    if explanation.function.name != "linear":
        lines.append(f"  {filled_in(explanation.function, all_digits(explanation.total))}")
    return lines


def _shares(shares: SharesOfOne, explanation: Explanation, class_names: Sequence[str]) -> list[str]:
    count = len(shares.logits)
    chosen = range(count) if count <= MOST_TERMS else np.argsort(-shares.shares, kind="stable")[:MOST_TERMS].tolist()
    power = "exp(x)" if not shares.shift else f"exp(x − {all_digits(shares.shift)})"
    rows: list[Row] = [("", tr("score x"), power, tr("share"), "")]
    for index in chosen:
        name = name_of(index, shares, explanation, class_names)
        numbers = (float(column[index]) for column in (shares.logits, shares.exps, shares.shares))
        rows.append((name, *(shown(number, 6) for number in numbers), "←" if index == shares.index else ""))
    if count > MOST_TERMS:
        rest = float(np.delete(shares.exps, chosen).sum())
        rows.append((tr("… and {count:,} more", count=count - MOST_TERMS), "", shown(rest, 6), "", ""))
    rows.append((tr("sum of {count:,}", count=count), "", shown(shares.total, 6), "", ""))
    return _table(rows)


def _scaled(explanation: Scaled) -> str:
    numbers = {"gamma": 1.0, "beta": 0.0} | explanation.numbers | {"before": explanation.before}
    if "scale" in explanation.numbers:
        formula = _RESCALING
    else:
        formula = _BATCH_NORMALIZATION if explanation.kind == "BatchNormalization" else _NORMALIZATION
    texts = {name: all_digits(value) for name, value in numbers.items()}
    return formula.format(**{name: f"({text})" if text[0] == "−" else text for name, text in texts.items()})


def _pooled(explanation: Pooled) -> list[str]:
    cells = [
        ((row, column, explanation.channel), value)
        for row, values in zip(explanation.rows.tolist(), explanation.values.tolist(), strict=True)
        for column, value in zip(explanation.columns.tolist(), values, strict=True)
    ]
    inside = [(cell, value) for cell, value in cells if not np.isnan(value)]
    if len(inside) > MOST_TERMS:
        inside = sorted(inside, key=lambda each: -abs(each[1]))
    rows: list[Row] = [(explanation.inputs[0], tr("value"), "")]
    for cell, value in inside[:MOST_TERMS]:
        rows.append((_at(cell), all_digits(value), tr("← the largest") if cell == explanation.winner else ""))
    if len(inside) > MOST_TERMS:
        rows.append((tr("… and {count:,} more", count=len(inside) - MOST_TERMS), "", ""))
    if len(inside) < len(cells):
        rows.append((tr("{count:,} in the padding do not count", count=len(cells) - len(inside)), "", ""))
    if explanation.how == "average":
        rows.append((tr("mean of {count:,}", count=len(inside)), all_digits(explanation.recomputed), ""))
    return _table(rows)


def _inputs(explanation: Explanation) -> list[str]:
    match explanation:
        case Moved(source=None):
            zero = tr("a zero of the padding")
            return [f"  {zero}"]
        case Moved(source=cell) if cell is not None:
            found = [(explanation.inputs[0], cell, explanation.recomputed)]
        case OfOne(before=before) | Scaled(before=before):
            found = [(explanation.inputs[0], explanation.cell, before)]
        case Merged():
            pairs = zip(explanation.sources, explanation.values, strict=True)
            found = [(explanation.inputs[source], cell, value) for (source, cell), value in pairs]
        case _:
            found = []
    return _table([(name, _at(cell), all_digits(value)) for name, cell, value in found])


def _at(cell: Iterable[int]) -> str:
    return ",".join(map(str, cell))


def _table(rows: Sequence[Row]) -> list[str]:
    """The first column on the left, the others on the right. Japanese letters take two places in a terminal."""
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))] if rows else []
    lines = []
    for first, *others in rows:
        cells = [first + " " * (widths[0] - cell_len(first))]
        cells += [" " * (width - cell_len(text)) + text for text, width in zip(others, widths[1:], strict=True)]
        lines.append(("  " + "  ".join(cells)).rstrip())
    return lines
