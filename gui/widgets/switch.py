"""An on/off switch."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui import theme

_WIDTH, _HEIGHT = 32, 18


class Switch(QAbstractButton):
    """On or off; `toggled(bool)` and `isChecked()` as any checkable button."""

    def __init__(
        self, accessible_name: str, on: bool = False, tooltip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(accessible_name)
        self.setToolTip(tooltip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", _HEIGHT // 2)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        track, edge, knob = (
            (look.sunken, look.line, look.edge)
            if not self.isEnabled()
            else (look.accent, look.accent, look.on_accent)
            if self.isChecked()
            else (look.surface, look.control, look.control)
        )
        if self.isEnabled() and self.underMouse():
            track, edge = (look.accent_hover,) * 2 if self.isChecked() else (look.sunken, look.text3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _HEIGHT) / 2
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(track))
        painter.drawRoundedRect(QRectF(0.5, top + 0.5, _WIDTH - 1, _HEIGHT - 1), _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(knob))
        x = _WIDTH - _HEIGHT / 2 if self.isChecked() else _HEIGHT / 2
        painter.drawEllipse(QPointF(x, top + _HEIGHT / 2), 6, 6)
