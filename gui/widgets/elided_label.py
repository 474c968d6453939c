"""A label for names of any length: shortened in the middle, whole in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.widgets.text import Text, Tone

_LEAST_WIDTH = 24


class ElidedLabel(Text):
    """One line that never asks for more room than there is; `at_end` shortens sentences rather than names."""

    def __init__(
        self,
        text: str = "",
        use: theme.Use = "body",
        tone: Tone = "text",
        weight: int | None = None,
        at_end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, use, tone, weight, parent=parent)
        self._tooltip = ""
        self._mode = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, tooltip: str = "") -> None:
        """Another name; `tooltip` says more than the name does, whether or not that is shortened."""
        if (text, tooltip) != (self.text(), self._tooltip):
            self._tooltip = tooltip
            self.setText(text)
            self._update_tooltip()

    def is_elided(self) -> bool:
        """Whether a part is missing."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def _update_tooltip(self) -> None:
        self.setToolTip(self._tooltip or (self.text() if self.is_elided() else ""))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = self.contentsRect()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, rect.width())
        painter.drawText(rect, int(self.alignment()), shown)
