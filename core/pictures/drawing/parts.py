"""What several animals share: eyes, mouths, markings of the coat, a sitting body."""

import math

from core.pictures.drawing.colours import INK, WHITE, Coat, Colour, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.pen import Outline, Pen, Points


def eye(pen: Pen, x: float, y: float, radius: float, white: bool = False) -> None:
    """A dark friendly eye with a glint; `white` puts it on a white ball."""
    if white:
        pen.oval(x, y, radius * 1.55, radius * 1.55, WHITE)
    pen.oval(x, y, radius, radius * 1.08, INK)
    pen.oval(x + radius * 0.3, y - radius * 0.38, radius * 0.36, radius * 0.36, WHITE)


def asleep(pen: Pen, x: float, y: float, radius: float) -> None:
    """A contented closed eye."""
    arc = [(x - radius * 1.3, y), (x - radius * 0.7, y + radius * 0.7), (x, y + radius)]
    arc += [(x + radius * 0.7, y + radius * 0.7), (x + radius * 1.3, y)]
    pen.line(arc, radius * 0.55, INK)


def smile(pen: Pen, x: float, y: float, width: float, depth: float, colour: Colour = INK) -> None:
    """A curved mouth, centred on (x, y)."""
    half = width / 2
    pen.line(
        [
            (x - half, y),
            (x - half * 0.5, y + depth * 0.8),
            (x, y + depth),
            (x + half * 0.5, y + depth * 0.8),
            (x + half, y),
        ],
        0.045,
        colour,
    )


def markings(pen: Pen, outline: Outline, coat: Coat, dice: Dice, box: tuple[float, float, float, float]) -> None:
    """The pattern of the coat within `outline`; `box` is where it lies: left, top, right, bottom."""
    if coat.pattern == "plain":
        return
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    colour = mix(coat.base, coat.dark, 0.8)
    with pen.inside(outline) as inner:
        if coat.pattern == "stripes":
            count = int(dice.around(5, 1.99))
            for i in range(count):
                x = left + width * (i + 0.5) / count
                lean = dice.around(0, 0.08) * width
                inner.limb([(x + lean, top), (x - lean, top + height * 0.55)], 0.09, 0.03, colour)
        elif coat.pattern == "spots":
            for _ in range(int(dice.around(9, 3))):
                x, y = dice.around((left + right) / 2, width / 2), dice.around((top + bottom) / 2, height / 2)
                r = dice.around(0.065, 0.025)
                inner.oval(x, y, r, r * 0.85, colour)
        else:
            for _ in range(2):
                x, y = dice.around((left + right) / 2, width / 2), dice.around((top + bottom) / 2, height / 2)
                inner.oval(x, y, width * 0.24, height * 0.3, mix(coat.light, coat.dark, 0.1), dice.around(0, 40))


def sitting(pen: Pen, coat: Coat, dice: Dice) -> None:
    """The body of a furry animal sitting and facing the viewer, from the neck at y = -0.2 to y = 0.95."""
    wide = dice.around(0.44, 0.06)
    for side in (-1, 1):
        pen.oval(side * wide * 0.92, 0.68, 0.25, 0.25, coat.dark)
    body: Points = [(0, -0.3), (wide * 0.7, -0.1), (wide, 0.45), (wide * 0.85, 0.85), (0, 0.92)]
    body = [*body, *((-x, y) for x, y in reversed(body[1:-1]))]
    outline = pen.blob(body, coat.base)
    markings(pen, outline, coat, dice, (-wide, 0.0, wide, 0.9))
    if dice.chance(0.6):
        pen.oval(0, 0.3, wide * 0.5, 0.3, coat.light)
    for side in (-1, 1):
        pen.limb([(side * 0.17, 0.3), (side * 0.19, 0.85)], 0.2, 0.2, mix(coat.base, coat.dark, 0.25))
        pen.oval(side * 0.2, 0.88, 0.15, 0.095, coat.light)


def arc(x: float, y: float, radius: float, start: float, end: float, count: int = 6) -> list[tuple[float, float]]:
    """Points along a circle, from `start` to `end` degrees clockwise from the right."""
    angles = [math.radians(start + (end - start) * i / (count - 1)) for i in range(count)]
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


def egg(wide: float, top: float, bottom: float) -> list[tuple[float, float]]:
    """The outline of a head around the origin, a little squarer than an ellipse; `top` is negative."""
    points = []
    for degrees in range(0, 360, 24):
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        height = bottom if sin > 0 else -top
        points.append((wide * math.copysign(abs(cos) ** 0.86, cos), height * math.copysign(abs(sin) ** 0.86, sin)))
    return points
