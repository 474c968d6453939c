"""The ring around what the keyboard is on. A click does not bring it.

Stylesheets cannot draw outside of a widget, so a transparent overlay does. A widget steers it with dynamic
properties: `ring` = "parent" (around the parent instead), "inside" or "none"; `ring_radius` for its corners.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from gui import theme

_OFFSET, _LINE = 2, 2
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class _Frame(QWidget):
    """The overlay; it lives and dies with the part of the window that it lies on."""

    def __init__(self, target: QWidget, host: QWidget) -> None:
        super().__init__(host)
        self._target = target
        self._host = host
        self._inside = target.property("ring") == "inside" or isinstance(target, QAbstractScrollArea)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def place(self) -> None:
        """Lie around the target, wherever it has gone."""
        grow = 0 if self._inside else _OFFSET + _LINE
        corner = self._target.mapTo(self._host, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-grow, -grow, grow, grow))
        self.setVisible(self._target.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        wish = self._target.property("ring_radius")
        radius = (theme.RADIUS_CONTROL if wish is None else int(wish)) + (0 if self._inside else _OFFSET + 1)
        edge = _OFFSET if self._inside else _LINE / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(theme.current().accent), _LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)


class FocusRing(QObject):
    """Shows the ring in one window. The window is its parent and keeps it alive."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._by_keyboard = False
        self._frame: _Frame | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._handle: QWindow | None = None
        window.installEventFilter(self)
        self._listen()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def target(self) -> QWidget | None:
        """What the ring is around, if anything."""
        return self._target if self._target is not None and isValid(self._target) else None

    def _listen(self) -> None:
        """Hear keys and clicks at the native window: that costs far less than listening to the whole application."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._by_keyboard and isValid(now) and self._window.isAncestorOf(now):
            self._follow(_ringed(now))
        else:
            self._follow(None)

    def _follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._watched, self._target, self._frame = [], target, None
        if target is None:
            return
        self._watched, host = _path(target, self._window)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._frame = _Frame(target, host)
        self._frame.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._handle:
            if kind == QEvent.Type.KeyPress:
                self._by_keyboard = True
            elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
                self._by_keyboard = False
                self._follow(None)
        elif watched is self._window and kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            self._listen()
        elif kind in _MOVES and self._frame is not None and isValid(self._frame) and self.target() is not None:
            self._frame.place()
        return False


def _ringed(focused: QWidget) -> QWidget | None:
    wish = focused.property("ring")
    if wish == "none":
        return None
    return focused.parentWidget() if wish == "parent" else focused


def _path(target: QWidget, window: QWidget) -> tuple[list[QWidget], QWidget]:
    """The target and what is around it, up to what the ring lies on: when one of them moves, the ring moves.

    It lies on the content of the nearest scroll area, so that it scrolls along and is cut off with it, else on the
    window.
    """
    path = [target]
    around = target.parentWidget()
    while around is not None and around is not window:
        viewport = around.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QAbstractScrollArea) and area.viewport() is viewport:
            return path, around
        path.append(around)
        around = viewport
    return path, window
