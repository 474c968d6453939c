"""The three parts of the pictures as one bar with their counts beneath."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.text import Text

_GAP_PX = 4


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.counts = (0, 0, 0)
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        look = theme.current()
        total = sum(self.counts) or 1
        x = 0.0
        for count, token in zip(self.counts, (look.accent, look.second, look.control), strict=True):
            width = self.width() * count / total
            painter.setBrush(theme.colour(token))
            painter.drawRect(QRectF(x, 0, max(0.0, width - 1), self.height()))
            x += width


class _Part(QBoxLayout):
    """A count and the part's name: side by side, or one over the other where all three need more room."""

    def __init__(self, name: str, tooltip: str) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(_GAP_PX)
        self.number = Text(use="caption", weight=600, tabular=True)
        self.word = Text(name, "caption", "text2")
        for widget in (self.number, self.word):
            widget.setToolTip(tooltip)
            self.addWidget(widget)

    def wide_px(self) -> int:
        """The width of both side by side."""
        return self.number.sizeHint().width() + _GAP_PX + self.word.sizeHint().width()

    def turn(self, beside: bool) -> None:
        """Stand side by side, or one over the other."""
        self.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.setSpacing(_GAP_PX if beside else 0)


class SplitBar(QWidget):
    """`set_counts(training, validation, test)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._parts = (
            _Part(tr("training"), tr("The network learns from these.")),
            _Part(tr("validation"), tr("Not learned from: they show after each epoch how it does on new pictures.")),
            _Part(tr("test"), tr("Kept away until the end: the honest mark.")),
        )
        line = QHBoxLayout()
        line.setSpacing(0)
        for position, part in enumerate(self._parts):
            if position:
                line.addStretch(1)
            line.addLayout(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addLayout(line)

    def set_counts(self, training: int, validation: int, test: int) -> None:
        """How many pictures each part has."""
        self._bar.counts = (training, validation, test)
        for part, count in zip(self._parts, self._bar.counts, strict=True):
            part.number.setText(f"{count:,}")
        self.setAccessibleName(
            tr(
                "{training} training, {validation} validation, {test} test pictures",
                training=training,
                validation=validation,
                test=test,
            )
        )
        self._bar.update()
        self._turn()

    def _turn(self) -> None:
        needed = sum(part.wide_px() for part in self._parts) + 4 * _GAP_PX
        for part in self._parts:
            part.turn(beside=needed <= self.width())

    def minimumSizeHint(self) -> QSize:
        widest = (max(part.number.sizeHint().width(), part.word.sizeHint().width()) for part in self._parts)
        return QSize(sum(widest) + 4 * _GAP_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
