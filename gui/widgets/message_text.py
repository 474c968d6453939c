"""Text of a message: wraps anywhere (paths have no spaces), can be selected, is as tall as it needs."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

_WIDTH_WISHED, _LINE_HEIGHT = 520, 20
# Lines get their height above the letters, so less air belongs there for the letters to stand in the middle.
_AIR_ABOVE, _AIR_BELOW = 1, 5


class MessageText(QTextEdit):
    """What happened in bold, what follows plain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, _AIR_ABOVE, 0, _AIR_BELOW)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_message(self, what: str, then: str, on_two_lines: bool) -> None:
        """Bold `what`, plain `then`, beside or below it."""
        parts = [f'<span style="font-weight:600">{html.escape(what)}</span>'] if what else []
        parts += [html.escape(then)] if then else []
        joined = ("<br>" if on_two_lines else " ").join(parts)
        self.setHtml(joined)
        self._space_lines()
        self.updateGeometry()

    def _space_lines(self) -> None:
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)

    def _size_at(self, width: int) -> QSize:
        """What the text needs at this width, -1 for a single line. Measured on a copy: the widget's own text
        has the width of the moment, which is what the layout is about to decide."""
        document = self.document().clone()
        document.setTextWidth(width)
        return document.size().toSize() + QSize(1, _AIR_ABOVE + _AIR_BELOW)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size_at(max(1, width)).height()

    def sizeHint(self) -> QSize:
        return self._size_at(min(_WIDTH_WISHED, self._size_at(-1).width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height())
