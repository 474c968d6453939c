"""What the lines of a reliability diagram mean."""

from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.words import tr
from gui import theme
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.text import Text

Line = Literal["after", "before", "honest"]


class _Mark(QWidget):
    """A piece of the line with its point."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self.setFixedSize(26, 17)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, y = theme.current(), self.height() / 2
        tones = {"after": look.accent, "before": look.accent_faint, "honest": look.control}
        tone = theme.colour(tones[self._line])
        pen = QPen(tone, {"after": 2.0, "before": 1.5, "honest": 1.0}[self._line])
        if self._line != "after":
            pen.setDashPattern([3, 2] if self._line == "before" else [5, 4])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawLine(QPointF(1, y), QPointF(self.width() - 1, y))
        if self._line != "honest":
            painter.setPen(QPen(tone, 1.5))
            painter.setBrush(tone if self._line == "after" else theme.colour(look.surface))
            painter.drawEllipse(QPointF(self.width() / 2, y), 4, 4)


class _Entry(QWidget):
    def __init__(self, line: Line, words: str, tooltip: str) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_Mark(line))
        layout.addWidget(Text(words, "caption", "text2"))
        self.setToolTip(tooltip)


class ReliabilityLegend(QWidget):
    """After scaling, before it, and what an honest network would show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = FlowLayout(16, 2, self)
        for entry in (
            _Entry("after", tr("after scaling"), tr("Shares divided out by the temperature: what Classify shows")),
            _Entry("before", tr("before scaling"), tr("Shares as the network gives them")),
            _Entry("honest", tr("as sure as right"), tr("Here an answer that is 80 % sure is right 8 times in 10")),
        ):
            layout.addWidget(entry)
