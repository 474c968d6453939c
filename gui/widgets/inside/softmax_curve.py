"""Softmax as a picture: every class's logit on the curve of exp, which turns a small lead into a large one."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from core.words import tr
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.exp_plot import ExpPlot
from gui.widgets.inside.exp_scale import ExpScale


class SoftmaxCurve(Card):
    """The card below the bars of a softmax layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Why a small lead becomes a large one"), parent=parent)
        self._axes = ElidedLabel("", "caption", "text3", at_end=True)
        self.header.addWidget(self._axes)
        self._plot = ExpPlot()
        self._note = ElidedLabel("", "caption", "text3", at_end=True)
        self._note.hide()
        self.body.addWidget(self._plot, 1)
        self.body.addWidget(self._note)
        self.body.setContentsMargins(15, 0, 15, 10)

    def show_logits(self, logits: npt.NDArray[np.floating], names: Sequence[str]) -> None:
        """Show the logits of all classes, in the order of `names`. Those that are no finite numbers are left out, and
        the card says how many."""
        if len(logits) != len(names):
            raise ValueError(f"{len(logits)} logits need as many names, got {len(names)}")
        values = np.asarray(logits, np.float64)
        scale = ExpScale.of(values)
        self._plot.show_logits(values, tuple(names), scale)
        up = tr("across: logit, up: exp(logit)")
        if scale is not None and scale.is_log:
            up = tr("across: logit, up: exp(logit), in powers of ten")
        self._axes.set_text(up)
        note = self._in_words(values, scale)
        self._note.set_text(note)
        self._note.setVisible(bool(note))

    def words(self) -> str:
        """What is said below the curve: which classes are not on it."""
        return self._note.text()

    def axes(self) -> str:
        """What the axes mean."""
        return self._axes.text()

    def _in_words(self, values: npt.NDArray[np.float64], scale: ExpScale | None) -> str:
        finite = np.isfinite(values)
        if scale is None:
            return tr("The logits are no numbers: training has run away.")
        odd, beyond = int((~finite).sum()), int((values[finite] < scale.left).sum())
        parts = []
        if odd:
            parts.append(tr("Not shown, because they are no finite numbers: {count}.", count=odd))
        if beyond:
            parts.append(tr("Further left, where exp is as good as 0: {count}.", count=beyond))
        return " ".join(parts)
