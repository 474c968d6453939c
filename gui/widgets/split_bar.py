"""The three parts of the pictures as one bar with their counts beneath."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.text import Text


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


class SplitBar(QWidget):
    """`set_counts(training, validation, test)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._numbers = tuple(Text(use="caption", weight=600, tabular=True) for _ in range(3))
        line = QHBoxLayout()
        line.setSpacing(4)
        for position, (number, word, tip) in enumerate(
            zip(
                self._numbers,
                (tr("training"), tr("validation"), tr("test")),
                (
                    tr("The network learns from these."),
                    tr("Not learned from: they show after each epoch how it does on new pictures."),
                    tr("Kept away until the end: the honest mark."),
                ),
                strict=True,
            )
        ):
            if position:
                line.addStretch(1)
            label = Text(word, "caption", "text2")
            for widget in (number, label):
                widget.setToolTip(tip)
                line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addLayout(line)

    def set_counts(self, training: int, validation: int, test: int) -> None:
        """How many pictures each part has."""
        self._bar.counts = (training, validation, test)
        for number, count in zip(self._numbers, self._bar.counts, strict=True):
            number.setText(f"{count:,}")
        self.setAccessibleName(
            tr(
                "{training} training, {validation} validation, {test} test pictures",
                training=training,
                validation=validation,
                test=test,
            )
        )
        self._bar.update()
