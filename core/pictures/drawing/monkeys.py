"""Monkeys: a face, sitting with a curled tail, and hanging from a branch."""

from core.pictures.drawing.colours import INK, Coat, Colour, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import arc, asleep, eye, smile
from core.pictures.drawing.pen import Pen

FAVOURITES = ("umber", "umber", "brown", "brown", "charcoal")
SKINS: tuple[Colour, ...] = ((220, 174, 130), (236, 204, 168), (204, 156, 128), (232, 190, 160))
WOOD: Colour = (134, 98, 72)


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One monkey in about the square from -1 to 1."""
    view = dice.pick(("face", "face", "face", "face", "sitting", "hanging"))
    skin = dice.pick(SKINS)
    if view == "face":
        face(pen, coat, skin, dice)
    elif view == "sitting":
        sitting(pen, coat, skin, dice)
    else:
        hanging(pen, coat, skin, dice)


def face(pen: Pen, coat: Coat, skin: Colour, dice: Dice) -> None:
    """Round ears at the sides and a light face in the shape of a heart."""
    apart, high = dice.around(0.68, 0.05), dice.around(-0.02, 0.08)
    ear = dice.around(0.27, 0.04)
    for side in (-1, 1):
        pen.oval(side * apart, high, ear, ear * 1.06, coat.base)
        pen.oval(side * apart, high, ear * 0.62, ear * 0.68, skin)
    wide = dice.around(0.62, 0.04)
    pen.oval(0, 0, wide, 0.68, coat.base)
    if dice.chance(0.4):
        for lean in (-0.12, 0, 0.12):
            pen.limb([(lean * 0.4, -0.6), (lean, -0.82)], 0.13, 0.03, coat.base)
    for side in (-1, 1):
        pen.oval(side * 0.2, -0.12, 0.26, 0.3, skin)
    pen.oval(0, 0.28, dice.around(0.46, 0.03), 0.35, skin)
    closed = dice.chance(0.1)
    for side in (-1, 1):
        (asleep if closed else eye)(pen, side * 0.21, -0.12, 0.09)
    for side in (-1, 1):
        pen.oval(side * 0.06, 0.14, 0.03, 0.022, mix(skin, INK, 0.6), side * 30)
    if dice.chance(0.3):
        pen.oval(0, 0.36, 0.14, 0.12, mix(INK, (150, 50, 50), 0.45))
        pen.oval(0, 0.43, 0.09, 0.05, (226, 112, 118))
    else:
        smile(pen, 0, 0.31, dice.around(0.46, 0.06), dice.around(0.12, 0.03), mix(skin, INK, 0.7))


def _tail(pen: Pen, coat: Coat, x: float, y: float) -> None:
    """Out to the right and rolled up at the end."""
    pen.limb([(x, y), (x + 0.28, y + 0.04), *arc(x + 0.42, y - 0.26, 0.19, 60, -230, 9)], 0.11, 0.08, coat.dark)


def sitting(pen: Pen, coat: Coat, skin: Colour, dice: Dice) -> None:
    """Long arms, a round belly, and an arm that may wave."""
    _tail(pen, coat, 0.26, 0.82)
    for side in (-1, 1):
        pen.limb([(side * 0.2, 0.74), (side * 0.44, 0.5), (side * 0.46, 0.86)], 0.2, 0.15, coat.dark)
        pen.oval(side * 0.52, 0.9, 0.15, 0.08, skin)
    pen.oval(0, 0.46, dice.around(0.37, 0.04), 0.48, coat.base)
    pen.oval(0, 0.54, 0.23, 0.3, mix(coat.light, skin, 0.5))
    for side, up in ((-1, dice.chance(0.4)), (1, False)):
        reach = [(side * 0.56, 0.14), (side * 0.72, -0.28)] if up else [(side * 0.5, 0.4), (side * 0.26, 0.66)]
        pen.limb([(side * 0.26, 0.16), *reach], 0.18, 0.14, coat.base)
        pen.oval(*reach[-1], 0.095, 0.095, skin)
    face(pen.at(0, -0.34, dice.around(0.68, 0.04), dice.around(0, 8)), coat, skin, dice)


def hanging(pen: Pen, coat: Coat, skin: Colour, dice: Dice) -> None:
    """By one arm or both from a branch that crosses the picture."""
    lean = dice.around(0, 0.07)
    pen.limb([(-1.8, -0.86 - lean), (0, -0.82), (1.8, -0.86 + lean)], 0.17, 0.13, WOOD)
    for x, turn in ((-0.95, -30), (0.9, 25)):
        pen.oval(x, -0.98, 0.1, 0.2, (106, 150, 92), turn)
    _tail(pen, coat, 0.12, 0.76)
    for side in (-1, 1):
        knee = dice.around(0.34, 0.08)
        pen.limb([(side * 0.14, 0.66), (side * knee, 0.8), (side * 0.24, 0.98)], 0.17, 0.13, coat.dark)
    pen.oval(0, 0.44, 0.31, 0.4, coat.base)
    pen.oval(0, 0.5, 0.19, 0.26, mix(coat.light, skin, 0.5))
    both = dice.chance(0.5)
    for side in (-1, 1):
        up = side < 0 or both
        reach = [(side * 0.62, -0.24), (side * 0.56, -0.82)] if up else [(side * 0.5, 0.36), (side * 0.56, 0.62)]
        pen.limb([(side * 0.2, 0.2), *reach], 0.16, 0.13, coat.base)
        pen.oval(*reach[-1], 0.1, 0.1, skin)
    face(pen.at(0, -0.2, dice.around(0.6, 0.03), dice.around(0, 10)), coat, skin, dice)
