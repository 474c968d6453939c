"""A few choices side by side, one of them taken."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui import theme


class _Segment(QAbstractButton):
    def __init__(self, key: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._around = parent
        self.setText(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring", "parent")

    def _ground(self) -> QPainterPath:
        """The segment without what the group's rounded corners cut off."""
        group = QRectF(self._around.rect()).adjusted(1, 1, -1, -1).translated(-QPointF(self.pos()))
        rounded, straight = QPainterPath(), QPainterPath()
        rounded.addRoundedRect(group, theme.RADIUS_CONTROL - 1, theme.RADIUS_CONTROL - 1)
        straight.addRect(QRectF(self.rect()))
        return rounded.intersected(straight)

    def sizeHint(self) -> QSize:
        # The chosen one is bolder; every one keeps room for that, so that choosing moves nothing.
        metrics = QFontMetrics(theme.font("caption", 600))
        return QSize(metrics.horizontalAdvance(self.text()) + 21, theme.FIELD_HEIGHT - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen and self.isEnabled():
            painter.fillPath(self._ground(), theme.colour(look.soft))
        elif self.underMouse() or not self.isEnabled():
            painter.fillPath(self._ground(), theme.colour(look.sunken))
        tone = look.text3 if not self.isEnabled() else look.accent if chosen else look.text2
        painter.setPen(theme.colour(tone))
        painter.setFont(theme.font("caption", 600 if chosen else 400))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """Options as (key, label); arrow keys walk through them, Tab reaches the chosen one."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        accessible_name: str = "",
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setToolTip(tooltip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        for key, label in options:
            segment = _Segment(key, label, self)
            segment.setAccessibleDescription(accessible_name)
            self._segments[key] = segment
            self._group.addButton(segment)
            layout.addWidget(segment)
        if options:
            self._segments[options[0][0]].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def choose(self, key: str) -> None:
        """Take an option without a signal."""
        self._segments[key].setChecked(True)

    def key(self) -> str:
        """The option that is taken."""
        taken = self._group.checkedButton()
        return taken.key if isinstance(taken, _Segment) else ""

    def set_label(self, key: str, label: str) -> None:
        """Other words for an option: shorter where there is little room."""
        if self._segments[key].text() != label:
            self._segments[key].setText(label)
            self._segments[key].updateGeometry()

    def set_option_enabled(self, key: str, on: bool, tooltip: str = "") -> None:
        """Whether an option can be taken; `tooltip` says why not."""
        self._segments[key].setEnabled(on)
        self._segments[key].setToolTip(tooltip)

    def _on_clicked(self, segment: QAbstractButton) -> None:
        if isinstance(segment, _Segment):
            self.chosen.emit(segment.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL
        )
        painter.fillPath(outline, theme.colour(look.surface))
        painter.setPen(QPen(theme.colour(look.edge if self.isEnabled() else look.line), 1))
        painter.drawPath(outline)
        painter.setPen(QPen(theme.colour(look.line), 1))
        for segment in list(self._segments.values())[1:]:
            x = segment.x() - 0.5
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
