"""The few numbers that say how good a network is."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.pictures.dataset import Part
from core.results.judged import Results
from core.results.wording import is_gap, overfitting_in_words
from gui import icons, theme
from gui.widgets.card import Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.numbers_words import Figure, figures
from gui.widgets.text import Text

_COLUMNS = 4
_FROM_LINE_PX = 17
_TOP_PX, _BOTTOM_PX = 11, 11


class _Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._caption = ElidedLabel("", "caption", "text3", at_end=True)
        self._value = Text("–", "headline", tabular=True)
        self._note = ElidedLabel("", "caption", "text2", at_end=True)
        self._more = ElidedLabel("", "caption", "text2", at_end=True)
        self._is_named = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in self._labels():
            layout.addWidget(label)

    def show_figure(self, figure: Figure) -> None:
        self._caption.set_text(figure.caption)
        self._value.setText(figure.value)
        self._note.set_text(figure.note)
        self._more.set_text(figure.more)
        self._is_named = figure.is_named
        self.setToolTip(figure.tooltip)
        said = ", ".join(part for part in (figure.note, figure.more) if part)
        self.setAccessibleName(f"{figure.caption}: {figure.value}; {said}")
        self.setAccessibleDescription(figure.tooltip)

    def needed_width(self) -> int:
        """What its words take when none is cut but a class's name."""
        labels = self._labels()[:-1] if self._is_named else self._labels()
        return max(label.fontMetrics().horizontalAdvance(label.text()) for label in labels) + 2

    def _labels(self) -> tuple[Text, ...]:
        return self._caption, self._value, self._note, self._more


class _Columns(QWidget):
    """Side by side with a line between them; two above two where there is no room for that."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = [_Column() for _ in range(_COLUMNS)]
        for column in self._columns:
            column.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place()

    def show_figures(self, shown: Sequence[Figure]) -> None:
        for column, figure in zip(self._columns, shown, strict=True):
            column.show_figure(figure)
        self._place()

    def _across(self) -> int:
        """How many stand beside each other."""
        return _COLUMNS if self._width_for(_COLUMNS) <= self.width() else _COLUMNS // 2

    def _width_for(self, across: int) -> int:
        return across * (max(each.needed_width() for each in self._columns) + _FROM_LINE_PX)

    def _row_height(self) -> int:
        return _TOP_PX + self._columns[0].sizeHint().height() + _BOTTOM_PX

    def _place(self) -> None:
        across, height = self._across(), self._row_height()
        self.setFixedHeight(height * (_COLUMNS // across))
        pitch = self.width() / across
        for place, column in enumerate(self._columns):
            row, at = divmod(place, across)
            left = round(at * pitch) + _FROM_LINE_PX
            right = round((at + 1) * pitch) - 4
            column.setGeometry(left, row * height + _TOP_PX, right - left, height - _TOP_PX - _BOTTOM_PX)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_for(_COLUMNS // 2), self.height())

    def sizeHint(self) -> QSize:
        return QSize(self._width_for(_COLUMNS), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour(theme.current().line), 1))
        across, height = self._across(), self._row_height()
        for at in range(1, across):
            x = round(at * self.width() / across) + 0.5
            for row in range(_COLUMNS // across):
                painter.drawLine(QLineF(x, row * height + 11, x, (row + 1) * height - 11))


class NumbersCard(QFrame):
    """Accuracy, loss, guessing and near misses of one part beside those of the others, and what the difference
    between the parts means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._columns = _Columns()
        self._mark = QLabel()
        self._sentence = Text("", "caption", "text2", wrap=True)
        self._below = QWidget()
        line = QHBoxLayout(self._below)
        line.setContentsMargins(_FROM_LINE_PX, 8, _FROM_LINE_PX, 9)
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sentence, 1)
        self._rule = Rule()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for widget in (self._columns, self._rule, self._below):
            layout.addWidget(widget)

    def show_results(self, results: Results, part: Part) -> None:
        """Show the numbers of this part, which must be there."""
        self._columns.show_figures(figures(results, part))
        sentence = overfitting_in_words(results.summaries)
        for widget in (self._rule, self._below):
            widget.setVisible(sentence is not None)
        self._sentence.setText(str(sentence or ""))
        learned = results.summaries.get("training")
        others = results.summaries.get("test", results.summaries.get("validation"))
        is_by_heart = learned is not None and others is not None and is_gap(learned, others)
        name, tone = ("triangle-alert", "warning") if is_by_heart else ("info", "text3")
        colour = str(getattr(theme.current(), tone))
        self._mark.setPixmap(icons.pixmap(name, theme.ICON, colour, self.devicePixelRatioF()))

    def sentence(self) -> str:
        """What is said of the difference between the parts; "" where there is nothing to compare."""
        return self._sentence.text()
