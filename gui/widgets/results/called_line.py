"""What the network called a picture, in one line: the class stands out, and is what is shortened."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.results.shown_picture import ShownPicture

# No name holds it, so that the sentence can be parted where the name goes, wherever a language puts it.
_MARK = "\0"


class CalledLine(QWidget):
    """`show_picture` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._answer, self._after = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.line_height("caption"))

    def show_picture(self, picture: ShownPicture | None) -> None:
        """What was said of this picture, or its caption; nothing for None."""
        self._before, self._answer, self._after = "", "", ""
        if picture is not None:
            share = percent(picture.share)
            if picture.caption:
                self._before = picture.caption.replace("\n", ", ")
            elif picture.is_right:
                self._before = tr("right, {share} sure", share=share)
            else:
                self._answer = picture.answer
                said = tr("called {answer}, {share} sure", answer=_MARK, share=share)
                self._before, _, self._after = said.partition(_MARK)
        self.setAccessibleName(self.text())
        self._update_tooltip()
        self.update()

    def text(self) -> str:
        """The whole sentence."""
        return self._before + self._answer + self._after

    def _fonts(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        return QFontMetricsF(theme.font("caption")), QFontMetricsF(theme.font("caption", 600))

    def _room(self) -> float:
        """What the words around the name leave it."""
        plain, _ = self._fonts()
        return max(0.0, self.width() - plain.horizontalAdvance(self._before) - plain.horizontalAdvance(self._after))

    def _update_tooltip(self) -> None:
        plain, bold = self._fonts()
        is_cut = bold.horizontalAdvance(self._answer) > self._room()
        self.setToolTip(self.text() if is_cut or plain.horizontalAdvance(self._before) > self.width() else "")

    def sizeHint(self) -> QSize:
        plain, bold = self._fonts()
        width = plain.horizontalAdvance(self._before + self._after) + bold.horizontalAdvance(self._answer)
        return QSize(int(width) + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, (plain, bold) = theme.current(), self._fonts()
        shown = bold.elidedText(self._answer, Qt.TextElideMode.ElideMiddle, self._room())
        before = self._before
        if not self._answer:
            before = plain.elidedText(before, Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        x, base = 0.0, (self.height() - plain.height()) / 2 + plain.ascent()
        parts = (
            (before, plain, None, look.text2),
            (shown, bold, 600, look.second),
            (self._after, plain, None, look.text2),
        )
        for text, metrics, weight, colour in parts:
            painter.setFont(theme.font("caption", weight))
            painter.setPen(theme.colour(colour))
            painter.drawText(QPointF(x, base), text)
            x += metrics.horizontalAdvance(text)
