"""Dogs: a face, sitting, and standing in profile."""

from core.pictures.drawing.colours import INK, TONGUE, Coat, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import asleep, egg, eye, markings, sitting
from core.pictures.drawing.pen import Pen

FAVOURITES = ("tan", "cream", "tan", "brown", "cream", "orange")
COLLARS = ((196, 62, 62), (52, 110, 170), (60, 140, 100), (226, 168, 60))


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One dog in about the square from -1 to 1."""
    view = dice.pick(("face", "face", "face", "face", "sitting", "profile"))
    if view == "face":
        face(pen, coat, dice)
    elif view == "sitting":
        pen.limb([(0.4, 0.75), (0.68, 0.6), (0.78, 0.32)], 0.16, 0.09, coat.dark)
        body = pen.at(0, 0.05)
        sitting(body, coat, dice)
        body.limb([(-0.2, -0.06), (0, 0.0), (0.2, -0.06)], 0.1, 0.1, dice.pick(COLLARS))
        face(pen.at(0, -0.42, dice.around(0.64, 0.05), dice.around(0, 7)), coat, dice)
    else:
        profile(pen, coat, dice)


def face(pen: Pen, coat: Coat, dice: Dice) -> None:
    """Hanging ears, a light muzzle and a big nose."""
    wide, long = dice.around(0.62, 0.05), dice.around(0.74, 0.04)
    outline = pen.blob(egg(wide, -0.63, long), coat.base)
    if coat.pattern == "patches":
        with pen.inside(outline) as inner:
            inner.oval(-0.32, -0.16, 0.27, 0.33, coat.dark, 15)
    elif dice.chance(0.3):
        pen.blob([(0, -0.62), (0.13, -0.4), (0.1, 0.2), (-0.1, 0.2), (-0.13, -0.4)], coat.light)
    _ears(pen, coat, dice, wide)
    closed = dice.chance(0.1)
    for side in (-1, 1):
        (asleep if closed else eye)(pen, side * 0.25, -0.1, 0.095)
    pen.oval(0, 0.36, dice.around(0.34, 0.03), dice.around(0.29, 0.03), coat.light)
    if dice.chance(0.55):
        pen.limb([(0, 0.48), (0, dice.around(0.66, 0.05))], 0.18, 0.17, TONGUE)
        pen.line([(0, 0.5), (0, 0.62)], 0.025, mix(TONGUE, INK, 0.3))
    pen.line([(0, 0.28), (0, 0.45)], 0.04, INK)
    pen.line([(-0.19, 0.43), (-0.1, 0.5), (0, 0.45), (0.1, 0.5), (0.19, 0.43)], 0.04, INK)
    pen.blob([(-0.14, 0.15), (0, 0.11), (0.14, 0.15), (0.1, 0.25), (0, 0.3), (-0.1, 0.25)], INK)


def _ears(pen: Pen, coat: Coat, dice: Dice, wide: float) -> None:
    if dice.pick(("hanging", "hanging", "hanging", "folded")) == "hanging":
        long, lean = dice.around(0.46, 0.08), dice.around(4, 8)
        for side in (-1, 1):
            pen.oval(side * (wide + 0.03), -0.56 + long, 0.22, long, coat.dark, -side * lean)
        return
    for side in (-1, 1):
        ear = [(0.22, -0.62), (0.42, -0.8), (0.66, -0.62), (0.84, -0.2), (0.72, -0.1), (0.52, -0.3)]
        pen.blob([(side * x, y) for x, y in ear], coat.dark)


def profile(pen: Pen, coat: Coat, dice: Dice) -> None:
    """Standing, with a muzzle and a tail that wags."""
    far = mix(coat.base, coat.dark, 0.75)
    low, tip = dice.around(0.82, 0.06), dice.around(-0.62, 0.2)
    stride = dice.around(0, 0.1)
    pen.limb([(-0.62, 0.05), (-0.84, -0.2), (-0.86, tip)], 0.17, 0.09, coat.dark)
    for x, step in ((-0.38, stride), (0.34, -stride)):
        pen.limb([(x, 0.2), (x + step, low)], 0.2, 0.15, far)
    torso = [(-0.68, 0.02), (-0.5, -0.16), (0.0, -0.12), (0.42, -0.26), (0.54, 0.05), (0.4, 0.34)]
    torso += [(0.0, 0.34), (-0.44, 0.34), (-0.66, 0.24)]
    outline = pen.blob(torso, coat.base)
    markings(pen, outline, coat, dice, (-0.6, -0.2, 0.4, 0.34))
    for x, step in ((-0.54, -stride), (0.22, stride)):
        pen.limb([(x, 0.16), (x + step, low)], 0.23, 0.16, coat.base)
        pen.oval(x + step + 0.04, low + 0.03, 0.13, 0.07, coat.light)
    pen.limb([(0.36, -0.02), (0.48, -0.3)], 0.36, 0.34, coat.base)
    pen.limb([(0.28, -0.13), (0.6, -0.05)], 0.09, 0.09, dice.pick(COLLARS))
    head = pen.at(0.5, -0.44, dice.around(1.06, 0.08), dice.around(0, 10))
    head.oval(0.04, -0.04, 0.31, 0.29, coat.base)
    head.blob([(0.16, -0.1), (0.42, -0.08), (0.56, 0.0), (0.54, 0.15), (0.3, 0.22), (0.1, 0.18)], coat.light)
    head.oval(0.54, -0.04, 0.085, 0.07, INK)
    head.line([(0.52, 0.13), (0.38, 0.15), (0.28, 0.1)], 0.03, INK)
    eye(head, 0.15, -0.11, 0.06)
    head.oval(-0.14, 0.04, 0.13, dice.around(0.28, 0.05), coat.dark, dice.around(8, 10))
