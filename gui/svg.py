"""Line icons from `resources/icons`, in any colour."""

import contextlib
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core import places

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"

# The drawings are 2 on a grid of 24; the look asks for 1.5 on 20.
_STROKE = 'stroke-width="1.8"'


@cache
def source(name: str) -> str:
    """The drawing as text, its lines in `currentColor`."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace('stroke-width="2"', _STROKE)


def coloured(name: str, colour: str) -> bytes:
    """The drawing with its lines in `colour` ("#RRGGBB")."""
    return source(name).replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def pixmap(name: str, size_px: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The drawing as a square of `size_px` logical pixels, sharp on a screen of this device pixel ratio."""
    side = max(1, round(size_px * ratio))
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(coloured(name, colour))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@cache
def as_file(name: str, colour: str) -> str:
    """Path of the drawing in this colour: a stylesheet takes pictures from files only."""
    path = places.cache_folder() / "icons" / f"{name}-{colour.lstrip('#')}.svg"
    # A disk that refuses costs an arrow on a field, not the window.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(coloured(name, colour))
    return path.as_posix()
