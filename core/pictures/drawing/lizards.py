"""Lizards: seen from above with splayed legs, from the side, and a chameleon with a rolled tail."""

import math

from core.pictures.drawing.colours import INK, Coat, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import arc, eye, smile
from core.pictures.drawing.pen import Pen

FAVOURITES = ("green", "green", "olive", "teal", "olive", "tan")


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One lizard in about the square from -1 to 1."""
    view = dice.pick(("above", "above", "above", "above", "above", "side", "chameleon"))
    if view == "above":
        above(pen.at(0, 0, 1, -32 + dice.around(0, 26)), coat, dice)
    elif view == "side":
        side(pen, coat, dice)
    else:
        chameleon(pen, coat, dice)


def above(pen: Pen, coat: Coat, dice: Dice) -> None:
    """A winding body from the tail on the left to the head on the right, toes spread."""
    wave = dice.around(0.2, 0.05) * dice.pick((1, 1, 1, 1, 1, -1))
    bend = [(x, wave * math.sin(3.1 * x + 0.4)) for x in (-0.95, -0.7, -0.45, -0.2, 0.05, 0.3, 0.5, 0.68)]
    for x, lean in ((-0.2, -0.12), (0.34, 0.12)):
        y = wave * math.sin(3.1 * x + 0.4)
        for up in (-1, 1):
            step = dice.around(lean, 0.07)
            knee, foot = (x + step, y + up * 0.28), (x + step * 2.2 + 0.08, y + up * 0.46)
            pen.limb([(x, y), knee, foot], 0.15, 0.1, coat.base)
            for toe in (-0.09, 0, 0.09):
                pen.limb([foot, (foot[0] + toe, foot[1] + up * 0.1)], 0.05, 0.035, coat.base)
    curl = dice.around(0, 0.2)
    tail = [(-1.05, bend[0][1] - wave * 0.9 - curl * 0.3), bend[0], *bend[1:4]]
    pen.limb(list(reversed(tail)), 0.34, 0.04, coat.base)
    pen.limb(bend[3:6], 0.34, 0.4, coat.base)
    pen.limb(bend[5:], 0.4, 0.26, coat.base)
    mark = coat.light if coat.pattern in ("plain", "patches") else coat.dark
    if coat.pattern == "stripes":
        pen.line(bend[1:7], 0.06, mark)
    else:
        for x, y in bend[2:6]:
            pen.oval(x, y, 0.06, 0.05, mark)
    head = pen.at(*bend[-1], 1, dice.around(0, 12))
    head.blob(
        [(-0.16, -0.14), (0.06, -0.2), (0.28, -0.1), (0.35, 0), (0.28, 0.1), (0.06, 0.2), (-0.16, 0.14)], coat.base
    )
    for up in (-1, 1):
        eye(head, 0.1, up * 0.13, 0.06, white=True)


def side(pen: Pen, coat: Coat, dice: Dice) -> None:
    """Standing low on bent legs, the long tail behind, perhaps a crest along the back."""
    far = mix(coat.base, coat.dark, 0.8)
    for x in (-0.14, 0.44):
        pen.limb([(x, 0.24), (x + 0.14, 0.42), (x + 0.1, 0.6)], 0.13, 0.09, far)
    lift = dice.around(-0.1, 0.3)
    if dice.chance(0.5):
        for i in range(8):
            x = -0.42 + 0.11 * i
            pen.polygon([(x - 0.07, 0.06), (x, -0.2 + 0.02 * abs(i - 4)), (x + 0.07, 0.06)], coat.accent)
    pen.limb([(-0.2, 0.16), (-0.55, 0.28), (-0.82, 0.14), (-1.02, lift)], 0.32, 0.04, coat.base)
    pen.limb([(-0.22, 0.16), (0.1, 0.14), (0.42, 0.08)], 0.34, 0.34, coat.base)
    pen.limb([(-0.1, 0.27), (0.36, 0.2)], 0.1, 0.1, coat.light)
    if coat.pattern in ("spots", "stripes"):
        for x in (-0.62, -0.4, -0.18, 0.04, 0.26):
            pen.oval(x, 0.12 if x > -0.3 else 0.22, 0.05, 0.05, coat.dark)
    for x in (-0.26, 0.32):
        pen.limb([(x, 0.2), (x - 0.14, 0.4), (x, 0.58)], 0.16, 0.1, mix(coat.base, coat.dark, 0.3))
        for toe in (0.0, 0.1, 0.18):
            pen.limb([(x, 0.58), (x + toe, 0.63)], 0.06, 0.045, mix(coat.base, coat.dark, 0.3))
    head = pen.at(0.5, 0.02, 1.1, dice.around(-12, 12))
    head.blob([(-0.12, -0.12), (0.14, -0.2), (0.42, -0.06), (0.5, 0.06), (0.36, 0.16), (-0.1, 0.18)], coat.base)
    head.line([(0.46, 0.07), (0.3, 0.08), (0.18, 0.05)], 0.03, mix(coat.dark, INK, 0.4))
    eye(head, 0.16, -0.07, 0.06, white=True)
    if dice.chance(0.25):
        head.line([(0.46, 0.07), (0.62, 0.1), (0.7, 0.04)], 0.03, (206, 80, 90))


def chameleon(pen: Pen, coat: Coat, dice: Dice) -> None:
    """On a twig: a high back, a helmet of a head, and the tail rolled up."""
    pen.limb([(-1.6, 0.66), (0, 0.6), (1.6, 0.56)], 0.13, 0.1, (134, 98, 72))
    pen.limb([(-0.36, 0.1), (-0.66, 0.14), *arc(-0.68, 0.4, 0.22, -110, -400, 10)], 0.22, 0.06, coat.base)
    for x in (-0.24, 0.3):
        pen.limb([(x, 0.2), (x + 0.1, 0.38), (x, 0.58)], 0.14, 0.11, mix(coat.base, coat.dark, 0.6))
    body = [(-0.48, 0.1), (-0.3, -0.2), (0.06, dice.around(-0.36, 0.05)), (0.4, -0.2), (0.52, 0.06), (0.24, 0.3)]
    outline = pen.blob([*body, (-0.2, 0.32)], coat.base)
    with pen.inside(outline) as inner:
        for x in (-0.3, -0.06, 0.18):
            inner.limb([(x - 0.06, -0.4), (x + 0.04, 0.14)], 0.1, 0.04, coat.accent if dice.chance(0.4) else coat.dark)
    pen.limb([(0.2, 0.18), (0.06, 0.4), (0.16, 0.58)], 0.14, 0.12, coat.base)
    head = pen.at(0.5, -0.08, dice.around(1.1, 0.06), dice.around(0, 8))
    head.blob(
        [(-0.16, 0.12), (-0.2, -0.18), (-0.1, -0.42), (0.12, -0.24), (0.36, -0.02), (0.34, 0.12), (0.06, 0.2)],
        coat.base,
    )
    smile(head, 0.2, 0.08, 0.22, 0.04, mix(coat.dark, INK, 0.4))
    head.oval(0.1, -0.08, 0.13, 0.13, coat.light)
    eye(head, 0.12, -0.08, 0.055)
