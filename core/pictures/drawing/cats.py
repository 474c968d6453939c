"""Cats: a face, sitting, and walking."""

from core.pictures.drawing.colours import INK, PINK, WHITE, Coat, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import asleep, egg, markings, sitting
from core.pictures.drawing.pen import Pen

FAVOURITES = ("grey", "grey", "charcoal", "orange", "grey", "cream")
EYES = ((226, 196, 84), (150, 190, 90), (120, 180, 200), (226, 168, 72))


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One cat in about the square from -1 to 1."""
    view = dice.pick(("face", "face", "face", "face", "sitting", "walking"))
    if view == "face":
        face(pen.at(0, 0.08), coat, dice)
    elif view == "sitting":
        tail = dice.around(0.0, 0.15)
        pen.limb([(0.3, 0.86), (0.72, 0.78), (0.82, 0.4), (0.62, 0.2 + tail), (0.72, tail)], 0.15, 0.11, coat.dark)
        sitting(pen.at(0, 0.05), coat, dice)
        face(pen.at(0, -0.36, dice.around(0.62, 0.05), dice.around(0, 7)), coat, dice)
    else:
        walking(pen, coat, dice)


def face(pen: Pen, coat: Coat, dice: Dice) -> None:
    """Pointed ears, slit pupils and whiskers."""
    wide, tall = dice.around(0.68, 0.05), dice.around(-0.86, 0.06)
    for side in (-1, 1):
        pen.polygon([(side * 0.7, tall), (side * wide * 0.95, 0.0), (side * 0.12, -0.44)], coat.base)
        pen.polygon([(side * 0.62, tall + 0.2), (side * 0.58, -0.3), (side * 0.28, -0.46)], mix(PINK, coat.base, 0.35))
    outline = pen.blob(egg(wide, -0.52, 0.66), coat.base)
    _fur(pen, outline, coat, wide)
    if dice.chance(0.4):
        for side in (-1, 1):
            pen.oval(side * 0.13, 0.32, 0.19, 0.16, coat.light)
    iris, closed = dice.pick(EYES), dice.chance(0.12)
    for side in (-1, 1):
        if closed:
            asleep(pen, side * 0.3, -0.02, 0.12)
            continue
        pen.oval(side * 0.29, -0.02, 0.14, 0.16, iris)
        pen.oval(side * 0.29, -0.02, 0.055, 0.14, INK)
        pen.oval(side * 0.29 + 0.04, -0.08, 0.03, 0.03, WHITE)
    pen.polygon([(-0.085, 0.18), (0.085, 0.18), (0, 0.28)], PINK)
    pen.line([(-0.16, 0.34), (-0.08, 0.38), (0, 0.28), (0.08, 0.38), (0.16, 0.34)], 0.035, coat.dark)
    whisker = mix(coat.dark, INK, 0.4)
    for side in (-1, 1):
        for y, drop in ((0.22, -0.08), (0.31, 0.02), (0.4, 0.12)):
            pen.line([(side * 0.36, y), (side * 0.94, y + drop)], 0.026, whisker)


def _fur(pen: Pen, outline: list[float], coat: Coat, wide: float) -> None:
    if coat.pattern in ("plain", "spots"):
        return
    with pen.inside(outline) as inner:
        if coat.pattern == "patches":
            inner.oval(0.4, -0.2, 0.38, 0.42, coat.dark, 20)
            return
        for x in (-0.16, 0, 0.16):
            inner.limb([(x, -0.6), (x * 0.8, -0.22)], 0.09, 0.03, coat.dark)
        for side in (-1, 1):
            for y in (0.02, 0.18):
                inner.limb([(side * wide * 1.1, y), (side * wide * 0.74, y + 0.05)], 0.08, 0.03, coat.dark)


def walking(pen: Pen, coat: Coat, dice: Dice) -> None:
    """On four slim legs, the tail up, the face to the viewer."""
    far = mix(coat.base, coat.dark, 0.75)
    stride, sway = dice.around(0, 0.09), dice.around(0, 0.14)
    pen.limb([(-0.56, 0.1), (-0.82, -0.12), (-0.74, -0.5), (-0.86 + sway, -0.86)], 0.14, 0.1, coat.dark)
    for x, step in ((-0.38, stride), (0.36, -stride)):
        pen.limb([(x, 0.2), (x + step, 0.84)], 0.17, 0.12, far)
    torso = [(-0.68, 0.12), (-0.5, -0.08), (0.0, -0.04), (0.42, -0.14), (0.58, 0.1), (0.42, 0.38)]
    torso += [(0.0, 0.33), (-0.44, 0.4), (-0.64, 0.3)]
    outline = pen.blob(torso, coat.base)
    markings(pen, outline, coat, dice, (-0.6, -0.12, 0.5, 0.4))
    for x, step in ((-0.52, -stride), (0.24, stride)):
        pen.limb([(x, 0.18), (x + step, 0.84)], 0.19, 0.13, coat.base)
        pen.oval(x + step + 0.03, 0.87, 0.11, 0.06, coat.light)
    face(pen.at(0.5, -0.26, dice.around(0.52, 0.04), dice.around(0, 8)), coat, dice)
