"""Softmax: the table class by class, the fraction of the chosen class, and what the target is for."""

import math

from PySide6.QtWidgets import QWidget

from core.inside.explanations import Shared, SharesOfOne, WeightedSum
from core.inside.rounding import all_digits, as_shown, follows, reading, rounded
from core.numerals import MINUS, number, percent
from core.words import tr
from gui.widgets.buttons import LinkButton
from gui.widgets.inside.explain.formula import Formula, Fraction, Result
from gui.widgets.inside.explain.share_table import MOST_ROWS, ShareTable
from gui.widgets.inside.explain.view import Shown, View
from gui.widgets.text import Text

_LARGEST_EXPONENT = 700.0


class SoftmaxView(View):
    """Where there are too many classes to see at once, a link leads to the winner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._winner = 0
        self.table = ShareTable()
        self.winner_link = LinkButton("", tooltip=tr("Go to the class with the largest share"))
        self._shift = Text("", "caption", "text3", wrap=True)
        self.formula = Formula()
        self._target = Text("", "caption", "text3", wrap=True)
        for widget in (self.table, self.winner_link, self._shift, self.formula, self._target):
            self.body.addWidget(widget)
        self.table.rows.row_chosen.connect(self._go_to)
        self.winner_link.clicked.connect(self._on_winner_wanted)

    def fill(self, shown: Shown) -> None:
        explanation = shown.explanation
        assert isinstance(explanation, Shared | WeightedSum)
        shares = explanation.shares
        assert shares is not None
        self._shown = shown
        names = shown.class_names if len(shown.class_names) == len(shares.logits) else ()
        target = shown.target if names and shown.target is not None and shown.target < len(names) else None
        self.table.show_shares(shares, names, target)
        self._winner = self.table.rows.winner
        self._show_winner(shares)
        self._show_fraction(shares)
        self._show_target(shares, target)

    def words(self) -> str:
        parts = [self.table.words(), self.formula.words()]
        parts += [label.text() for label in (self._shift, self._target) if not label.isHidden()]
        return "; ".join(parts)

    def _name(self, index: int) -> str:
        return self.table.rows.names[index]

    def _show_winner(self, shares: SharesOfOne) -> None:
        self.winner_link.setText(
            tr(
                "largest share: {name}, {share}",
                name=self._name(self._winner),
                share=percent(float(shares.shares[self._winner]), 1),
            )
        )
        self.winner_link.setVisible(len(shares.logits) > MOST_ROWS and self._winner != shares.index)

    def _show_fraction(self, shares: SharesOfOne) -> None:
        index = shares.index
        exps = rounded(shares.exps.tolist(), shares.total)
        logit, exp, share = (float(values[index]) for values in (shares.logits, shares.exps, shares.shares))
        inner = reading(logit)
        if shares.shift:
            inner = f"{inner} {MINUS} {reading(shares.shift)}"
        self._shift.setVisible(bool(shares.shift))
        self._shift.setText(
            tr(
                "{shift} is taken off every x first, because exp(x) would be too large a number. The shares stay the "
                "same.",
                shift=reading(shares.shift),
            )
        )
        result = number(share, 3) if share >= 0.0995 else reading(share)
        exponent = as_shown(reading(logit)) - shares.shift
        is_exact = exponent < _LARGEST_EXPONENT and follows(math.exp(exponent), exps.terms[index])
        name = self._name(index)
        caption = tr("for {name}", name=name) if is_exact else tr("for {name}, numbers rounded", name=name)
        self.formula.show_formula(
            caption,
            (
                (
                    Fraction(f"exp({inner})", tr("sum of all {count:,}", count=len(shares.logits))),
                    "=",
                    Fraction(exps.terms[index], exps.total),
                    "=",
                    Result(result),
                ),
            ),
            f"exp({all_digits(logit)}) = {all_digits(exp)}\n{all_digits(exp)} / {all_digits(shares.total)} = "
            f"{all_digits(share)}",
        )

    def _show_target(self, shares: SharesOfOne, target: int | None) -> None:
        self._target.setVisible(target is not None)
        if target is None:
            return
        share = float(shares.shares[target])
        loss = reading(-math.log(share)) if share > 0 else number(math.inf)
        shown = number(share, 3) if share >= 0.0995 else reading(share)
        self._target.setText(
            tr(
                "The target is the picture's own class written as ones and zeros. The loss looks only at the share "
                "where the target is 1: −log({share}) = {loss}.",
                share=shown,
                loss=loss,
            )
        )

    def _go_to(self, index: int) -> None:
        if self._shown is not None:
            explanation = self._shown.explanation
            self.cell_wanted.emit(explanation.layer, (*explanation.cell[:-1], index))

    def _on_winner_wanted(self) -> None:
        self._go_to(self._winner)
