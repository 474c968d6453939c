"""Fish: round and slim ones, with many kinds of fins, stripes and scales."""

from core.pictures.drawing.colours import INK, WHITE, Coat, Colour, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import arc, eye
from core.pictures.drawing.pen import Outline, Pen

FAVOURITES = ("orange", "red", "orange", "yellow", "rose", "blue")


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One fish in about the square from -1 to 1, swimming to the left."""
    tall = dice.pick((0.44, 0.44, 0.34, 0.54)) * dice.around(1, 0.08)
    fin = mix(coat.dark, coat.base, 0.3) if not dice.chance(0.5) else coat.accent
    _fins(pen, fin, tall, dice)
    body = [(-0.84, 0.02), (-0.66, -tall * 0.68), (-0.22, -tall), (0.26, -tall * 0.72), (0.58, -0.12)]
    body += [(0.6, 0.12), (0.26, tall * 0.72), (-0.22, tall), (-0.66, tall * 0.7)]
    outline = pen.blob(body, coat.base)
    _skin(pen, outline, coat, tall, dice)
    side = pen.at(-0.12, 0.1, 1, dice.around(0, 15))
    side.blob([(0, -0.07), (0.26, -0.16), (0.34, 0.04), (0.2, 0.2), (0, 0.08)], fin)
    pen.line([(-0.83, 0.1), (-0.72, 0.16), (-0.64, 0.14)], 0.04, mix(coat.dark, INK, 0.5))
    eye(pen, -0.58, -0.1, dice.around(0.085, 0.012), white=True)
    if dice.chance(0.4):
        for x, y, r in ((-0.98, -0.2, 0.07), (-1.04, -0.44, 0.05), (-0.92, -0.6, 0.035)):
            pen.oval(x, y, r, r, mix(WHITE, (150, 200, 220), 0.3))


def _fins(pen: Pen, fin: Colour, tall: float, dice: Dice) -> None:
    kind = dice.pick(("forked", "forked", "fan", "veil"))
    reach = dice.around(0.42, 0.06)
    if kind == "forked":
        tail = [(0.46, 0.0), (0.98, -reach), (0.86, 0.0), (0.98, reach)]
        pen.polygon(tail, fin)
    elif kind == "fan":
        pen.blob([(0.5, -0.08), (0.84, -reach * 0.9), (0.96, 0), (0.84, reach * 0.9), (0.5, 0.08)], fin)
    else:
        for sign in (-1, 1):
            pen.blob([(0.5, 0), (0.7, sign * 0.3), (1.02, sign * reach * 1.2), (0.94, sign * 0.1)], fin)
    peak = dice.around(-tall - 0.22, 0.07)
    pen.blob([(-0.4, -tall * 0.8), (-0.16, peak), (0.26, peak + 0.14), (0.34, -tall * 0.5), (0, -tall * 0.6)], fin)
    pen.polygon([(-0.2, tall * 0.85), (0.1, tall + 0.24), (0.22, tall * 0.6)], fin)


def _skin(pen: Pen, outline: Outline, coat: Coat, tall: float, dice: Dice) -> None:
    with pen.inside(outline) as inner:
        if coat.pattern in ("stripes", "plain"):
            band = coat.light if not dice.chance(0.4) else coat.accent
            for x in (-0.34, 0.04, 0.36):
                bend = dice.around(0.06, 0.03)
                inner.limb([(x, -tall - 0.1), (x + bend, 0), (x, tall + 0.1)], 0.12, 0.12, band)
        elif coat.pattern == "spots":
            inner.oval(-0.1, tall, 0.8, tall * 0.6, coat.light)
            for row, y in enumerate((-0.2, 0, 0.2)):
                for x in (-0.24, -0.02, 0.2, 0.42):
                    inner.line(arc(x + 0.08 * (row % 2), y, 0.09, -80, 80, 5), 0.035, coat.dark)
        else:
            inner.oval(-0.1, tall, 0.9, tall * 0.9, coat.light)
            inner.line([(-0.36, -0.3), (-0.28, 0), (-0.36, 0.3)], 0.045, coat.dark)
