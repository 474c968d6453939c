"""A label in one of the look's type sizes and tones."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui import theme

Tone = Literal["text", "text2", "text3", "accent", "second", "good", "warning", "error"]


class Text(QLabel):
    """Plain text; `tabular` where the number in it moves, `wrap` where a sentence may need a second line."""

    def __init__(
        self,
        text: str = "",
        use: theme.Use = "body",
        tone: Tone = "text",
        weight: int | None = None,
        tabular: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(use, weight, tabular))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if not wrap:
            self.setFixedHeight(theme.line_height(use))
        else:
            # A wrapping label would rather be narrow and tall; it should take the width there is.
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Another colour from now on."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def reserve(self, *samples: str) -> None:
        """Keep at least the width of the widest sample, so that nothing beside a moving number jumps."""
        metrics = self.fontMetrics()
        self.setMinimumWidth(max(metrics.horizontalAdvance(sample) for sample in samples) + 2)
