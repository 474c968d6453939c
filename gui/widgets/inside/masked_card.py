"""What Dropout does to one answer: asked again and again with other values cut, as in training."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.answers import MaskedAnswers
from core.numerals import percent
from core.words import tr
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.inside.share_rows import ShareRow, ShareRows
from gui.widgets.text import Text

ROWS = 3


class MaskedCard(Card):
    """`masks_wanted` asks for other masks, drawn with a seed."""

    masks_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Dropout on this answer"), parent=parent)
        self._seed = 0
        self._has_masks = False
        self._words = Text("", "body", "text2", wrap=True)
        self._rows = ShareRows(ROWS, tr("{count} of {total}", count=88, total=88))
        self.button = SmallButton(tr("Other masks"), "shuffle", tr("Cut other values, drawn anew"))
        self.header.addWidget(self.button)
        self.header.setContentsMargins(15, 7, 15, 3)
        self.body.addWidget(self._words)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button.clicked.connect(self._on_clicked)
        self.show_masked(None)

    def show_masked(self, masked: MaskedAnswers | None) -> None:
        """Show how often each class won; None while nothing was tried."""
        self._has_masks = masked is not None
        can_cut = masked is None or bool(masked.rates)
        self.button.setVisible(can_cut)
        self.button.setText(tr("Cut values") if masked is None else tr("Other masks"))
        self._rows.setVisible(masked is not None and can_cut)
        self._words.setText(_words(masked))
        if masked is not None and can_cut:
            self._rows.show_rows(_rows(masked))
        self._words.setToolTip(_spread(masked) if masked is not None and can_cut else "")

    def words(self) -> str:
        """What is said and counted, as shown."""
        rows = "" if self._rows.isHidden() else self._rows.accessibleName()
        return f"{self._words.text()} {rows}".strip()

    def _on_clicked(self) -> None:
        if self._has_masks:
            self._seed += 1
        self.masks_wanted.emit(self._seed)


def _rows(masked: MaskedAnswers) -> list[ShareRow]:
    won = Counter(answer.label for answer in masked.answers if answer.label is not None)
    total = len(masked.answers)
    plain = masked.plain.label
    # The class of the plain answer comes first of equals, and is there although it may never win.
    ranked = sorted(won.items(), key=lambda each: (-each[1], each[0] != plain))
    return [
        ShareRow(
            name,
            count / total,
            tr("{count} of {total}", count=count, total=total),
            "accent" if name == plain else "accent_faint",
            is_strong=name == plain,
        )
        for name, count in ranked
    ]


def _words(masked: MaskedAnswers | None) -> str:
    if masked is None:
        return tr(
            "In training, Dropout cuts values at random; when classifying, none. Try what the answer to this picture "
            "would be with some of them cut."
        )
    if not masked.rates:
        return tr("This network has no dropout layer: nothing is cut, and every answer is the same.")
    plain = masked.plain
    return tr(
        "With all values: {name}, {share}. Now {total} times with others cut, as in training ({rates}):",
        name=plain.label or "–",
        share=percent(plain.probability or 0.0, 1),
        total=len(masked.answers),
        rates=", ".join(percent(rate) for rate in masked.rates),
    )


def _spread(masked: MaskedAnswers) -> str:
    shares = [share for answer in masked.answers for name, share in answer.ranked if name == masked.plain.label]
    if not shares:
        return ""
    return tr(
        "The share of {name} lies between {low} and {high}, depending on what is cut.",
        name=masked.plain.label or "–",
        low=percent(min(shares), 1),
        high=percent(max(shares), 1),
    )
