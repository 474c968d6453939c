"""Icons in the text's colour, sharp on every screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from gui import svg, theme


class _LineEngine(QIconEngine):
    """Draws a line icon at the size and ratio asked for; greyed where the control is disabled.

    The square stands at the left of the space it gets: a wider icon size makes room between icon and text.
    """

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def _colour_in(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return theme.current().text3
        return self._colour or theme.current().text

    def _draw(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, ratio: float) -> None:
        side = min(rect.width(), rect.height())
        top = rect.top() + (rect.height() - side) // 2
        painter.drawPixmap(QPoint(rect.left(), top), svg.pixmap(self._name, side, self._colour_in(mode), ratio))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        device = painter.device()
        self._draw(painter, rect, mode, device.devicePixelRatio() if device else 1.0)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        result = QPixmap(size * scale)
        result.setDevicePixelRatio(scale)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self._draw(painter, QRect(QPoint(0, 0), size), mode, scale)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        copy = _LineEngine(self._name, self._colour)
        _clones.append(copy)
        return copy


# Qt takes a clone over without a reference that Python would see.
_clones: list[QIconEngine] = []


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon `resources/icons/<name>.svg` in `colour` ("#RRGGBB"), or in the text's colour of the moment."""
    svg.source(name)
    return QIcon(_LineEngine(name, colour))


def pixmap(name: str, size_px: int = theme.ICON, colour: str | None = None, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture for a label or a painter; `ratio` is the screen's device pixel ratio."""
    return svg.pixmap(name, size_px, colour or theme.current().text, ratio)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(svg.FOLDER / "nakami.svg"))
