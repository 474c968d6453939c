"""How each curve is drawn: colour, width, dashes and marker, the same in plot, legend and readout."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gui import theme
from gui.widgets.training.plot_content import MOST_OVERLAYS

Marker = Literal["circle", "square", "triangle", "diamond", "cross"]

_MARKER_PX = 5.0


@dataclass(frozen=True)
class Stroke:
    """A line of `width_px`, its dashes and gaps in pixels (none: solid), and the marker at its values."""

    colour: QColor
    width_px: float
    dashes_px: tuple[float, ...] = ()
    marker: Marker | None = None

    def pen(self) -> QPen:
        """The line's pen."""
        pen = QPen(self.colour, self.width_px)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.dashes_px:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            # Qt counts dashes in widths of the pen.
            pen.setDashPattern([each / self.width_px for each in self.dashes_px])
        else:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def paint_sample(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """A short piece of it, as a legend shows it."""
        painter.setPen(self.pen())
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        self.paint_marker(painter, QPointF((left + right) / 2, y))

    def paint_marker(self, painter: QPainter, centre: QPointF) -> None:
        """Its marker at a value, hollow; nothing where it has none."""
        if self.marker is None:
            return
        painter.setPen(self.marker_pen())
        painter.setBrush(theme.colour(theme.current().surface))
        painter.drawPath(self.marker_shape().translated(centre))

    def marker_pen(self) -> QPen:
        """The pen around its marker."""
        return QPen(self.colour, 1.5)

    def marker_shape(self) -> QPainterPath:
        """Its marker around the origin, in pixels; empty where it has none."""
        r = _MARKER_PX / 2
        path = QPainterPath()
        match self.marker:
            case None:
                pass
            case "circle":
                path.addEllipse(QPointF(), r, r)
            case "cross":
                for x in (r, -r):
                    path.moveTo(-x, -r)
                    path.lineTo(x, r)
            case _:
                path.addPolygon(QPolygonF([QPointF(x * r, y * r) for x, y in _CORNERS[self.marker]]))
                path.closeSubpath()
        return path


_CORNERS: dict[str, list[tuple[float, float]]] = {
    "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    "triangle": [(0, -1.2), (1.15, 0.8), (-1.15, 0.8)],
    "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
}


@dataclass(frozen=True)
class Strokes:
    """Of all curves, in the colours of the theme that is on. `batches_faded`: below their
    smoothed line. `runs`: of a further run's training and validation."""

    training: Stroke
    validation: Stroke
    batches: Stroke
    batches_faded: Stroke
    smoothed: Stroke
    runs: tuple[tuple[Stroke, Stroke], ...]


def strokes() -> Strokes:
    """For painting now."""
    look = theme.current()
    runs: list[tuple[str, tuple[float, ...], Marker]] = [
        (look.run_purple, (2, 2), "square"),
        (look.run_teal, (8, 3, 2, 3), "triangle"),
        (look.text3, (1, 2), "diamond"),
        (look.text, (10, 3), "cross"),
    ]
    assert len(runs) == MOST_OVERLAYS
    return Strokes(
        training=Stroke(theme.colour(look.accent), 2),
        validation=Stroke(theme.colour(look.second), 2, (6, 3), "circle"),
        batches=Stroke(theme.colour(look.accent_faint), 1),
        batches_faded=Stroke(_between(look.surface, look.accent_faint, 0.55), 1),
        smoothed=Stroke(_between(look.accent_faint, look.accent), 1.5),
        runs=tuple(
            (Stroke(theme.colour(colour), 1.25, dashes), Stroke(theme.colour(colour), 1.75, dashes, marker))
            for colour, dashes, marker in runs
        ),
    )


def _between(one: str, other: str, share: float = 0.5) -> QColor:
    """A colour that has `share` of the other."""
    first, second = QColor(one), QColor(other)
    mixed = (
        (1 - share) * channel(first) + share * channel(second) for channel in (QColor.redF, QColor.greenF, QColor.blueF)
    )
    return QColor.fromRgbF(*mixed)
