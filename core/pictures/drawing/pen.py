"""A pen with a place, a size and a turn of its own, drawing smooth flat shapes on a Pillow image."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from core.pictures.drawing.colours import Colour

Points = Sequence[tuple[float, float]]
Array = npt.NDArray[np.float64]
Outline = list[float]

# Points per span of a curve, and around an oval: no corner shows even at 512 px.
SPAN_STEPS = 8
OVAL_STEPS = 40


def _spline_basis() -> Array:
    t = np.arange(SPAN_STEPS)[:, None] / SPAN_STEPS
    through_points = np.array([[0, 2, 0, 0], [-1, 0, 1, 0], [2, -5, 4, -1], [-1, 3, -3, 1]]) / 2
    basis: Array = np.hstack([t**0, t, t**2, t**3]) @ through_points
    return basis


_BASIS = _spline_basis()
_ANGLES = np.arange(OVAL_STEPS) * (2 * math.pi / OVAL_STEPS)
_CIRCLE = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1)


def _curve(points: Points, closed: bool) -> Array:
    """A smooth curve through all points (Catmull-Rom), closed or from the first to the last."""
    knots = np.asarray(points, dtype=np.float64)
    if closed:
        padded = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        padded = np.concatenate([knots[:1], knots, knots[-1:]])
    spans = np.stack([padded[:-3], padded[1:-2], padded[2:-1], padded[3:]], axis=1)
    curve: Array = (_BASIS @ spans).reshape(-1, 2)
    return curve if closed else np.concatenate([curve, knots[-1:]])


class Pen:
    """Draws in its own coordinates: x to the right, y down, one unit is `unit` pixels."""

    def __init__(self, image: Image.Image, unit: float, origin: tuple[float, float]) -> None:
        self.image = image
        self.unit = unit
        self._draw = ImageDraw.Draw(image)
        self._axes: Array = np.array([[unit, 0.0], [0.0, unit]])
        self._origin: Array = np.array(origin, dtype=np.float64)

    def at(self, x: float, y: float, scale: float = 1, turn: float = 0, mirrored: bool = False) -> "Pen":
        """A pen whose origin is at (x, y) of this one, turned by `turn` degrees clockwise."""
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        side = -1 if mirrored else 1
        pen = self._on(self.image, self._draw)
        pen.unit = self.unit * scale
        pen._origin = np.array([x, y]) @ self._axes + self._origin
        pen._axes = np.array([[cos * side, sin * side], [-sin, cos]]) @ self._axes
        return pen

    def polygon(self, points: Points, colour: Colour) -> Outline:
        """A shape with corners. Every closed shape returns its outline, for `inside`."""
        return self._fill(np.asarray(points, dtype=np.float64), colour)

    def blob(self, points: Points, colour: Colour) -> Outline:
        """A closed smooth shape through all points."""
        return self._fill(_curve(points, closed=True), colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour, turn: float = 0) -> Outline:
        """An ellipse with half axes rx and ry, turned by `turn` degrees clockwise."""
        points = _CIRCLE * (rx, ry)
        if turn:
            cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            points = points @ np.array([[cos, sin], [-sin, cos]])
        return self._fill(points + np.array((x, y)), colour)

    def line(self, points: Points, width: float, colour: Colour) -> None:
        """A thin smooth line of even width."""
        pixels = self._pixels(_curve(points, closed=False)).ravel().tolist()
        self._draw.line(pixels, fill=colour, width=max(1, round(width * self.unit)), joint="curve")

    def limb(self, points: Points, start: float, end: float, colour: Colour) -> None:
        """A round-ended smooth stroke, `start` wide at its first point and `end` wide at its last."""
        path = _curve(points, closed=False)
        along = np.gradient(path, axis=0)
        lengths = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
        radii = np.linspace(start / 2, end / 2, len(path))
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) / lengths * radii[:, None]
        self._fill(np.concatenate([path + across, (path - across)[::-1]]), colour)
        # A tight bend folds the band over itself and leaves a notch: round joints fill it.
        centres = self._pixels(path)
        for i in (*range(0, len(path) - 1, 4), len(path) - 1):
            (x, y), r = centres[i].tolist(), float(radii[i]) * self.unit
            self._draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    @contextmanager
    def inside(self, outline: Outline) -> Iterator["Pen"]:
        """A pen like this one whose drawing shows only within the outline."""
        xs, ys = outline[::2], outline[1::2]
        width, height = self.image.size
        box = (
            min(max(math.floor(min(xs)), 0), width - 1),
            min(max(math.floor(min(ys)), 0), height - 1),
            max(min(math.ceil(max(xs)) + 1, width), 1),
            max(min(math.ceil(max(ys)) + 1, height), 1),
        )
        layer = self.image.copy()
        yield self._on(layer, ImageDraw.Draw(layer))
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon(outline, fill=255)
        self.image.paste(layer.crop(box), box[:2], mask.crop(box))

    def _on(self, image: Image.Image, draw: ImageDraw.ImageDraw) -> "Pen":
        pen = object.__new__(Pen)
        pen.image, pen._draw = image, draw
        pen.unit, pen._axes, pen._origin = self.unit, self._axes, self._origin
        return pen

    def _pixels(self, points: Array) -> Array:
        pixels: Array = points @ self._axes + self._origin
        return pixels

    def _fill(self, points: Array, colour: Colour) -> Outline:
        outline: Outline = self._pixels(points).ravel().tolist()
        self._draw.polygon(outline, fill=colour)
        return outline
