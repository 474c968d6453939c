"""Birds: standing in profile, flying, and a round one facing the viewer."""

from core.pictures.drawing.colours import BEAK, Coat, Colour, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.parts import eye, markings
from core.pictures.drawing.pen import Pen

FAVOURITES = ("blue", "yellow", "blue", "red", "blue", "brown")
BEAKS: tuple[Colour, ...] = (BEAK, (222, 128, 60), (110, 104, 104))


def paint(pen: Pen, coat: Coat, dice: Dice) -> None:
    """One bird in about the square from -1 to 1."""
    view = dice.pick(("standing", "standing", "standing", "standing", "flying", "front"))
    beak = dice.pick(BEAKS)
    if view == "standing":
        standing(pen, coat, beak, dice)
    elif view == "flying":
        flying(pen, coat, beak, dice)
    else:
        front(pen, coat, beak, dice)


def _head(pen: Pen, coat: Coat, beak: Colour, dice: Dice) -> None:
    """A round head looking to the right, centred on the origin."""
    long, thick = dice.around(0.32, 0.08), dice.around(0.11, 0.03)
    if dice.chance(0.3):
        for tip in (-0.3, -0.16, -0.02):
            pen.limb([(-0.06, -0.16), (tip, -0.46)], 0.12, 0.05, coat.accent)
    pen.polygon([(0.18, -thick), (0.22 + long, 0.03), (0.18, thick + 0.03)], beak)
    pen.polygon([(0.18, 0.02), (0.22 + long, 0.03), (0.18, thick + 0.03)], mix(beak, (60, 30, 20), 0.2))
    pen.oval(0, 0, 0.28, 0.28, coat.base)
    if dice.chance(0.3):
        pen.oval(0.09, 0.06, 0.15, 0.13, coat.light)
    eye(pen, 0.09, -0.06, 0.062, white=True)


def standing(pen: Pen, coat: Coat, beak: Colour, dice: Dice) -> None:
    """In profile: a beak, a wing, a tail and two thin legs."""
    legs = dice.around(0.86, 0.1)
    for x in (-0.1, 0.12):
        pen.line([(x, 0.4), (x + 0.02, legs)], 0.055, mix(beak, (60, 40, 30), 0.2))
        pen.line([(x - 0.08, legs), (x + 0.02, legs - 0.02), (x + 0.14, legs)], 0.05, mix(beak, (60, 40, 30), 0.2))
    lift = dice.around(0.5, 0.16)
    tail = [(-0.4, 0.04), (-0.98, lift - 0.12), (-0.88, lift + 0.06), (-0.36, 0.36)]
    pen.polygon(tail, coat.dark)
    neck = dice.around(-0.5, 0.07)
    body = [(0.36, neck + 0.08), (0.52, -0.14), (0.46, 0.26), (0.12, 0.5), (-0.3, 0.42), (-0.58, 0.16)]
    body += [(-0.4, -0.1), (0.02, neck + 0.3)]
    outline = pen.blob(body, coat.base)
    if dice.chance(0.5):
        with pen.inside(outline) as inner:
            inner.oval(0.36, 0.3, 0.42, 0.36, coat.light)
    else:
        markings(pen, outline, coat, dice, (-0.3, -0.2, 0.5, 0.5))
    _head(pen.at(0.34, neck, dice.around(1.0, 0.08), dice.around(0, 10)), coat, beak, dice)
    wing = coat.dark if not dice.chance(0.5) else coat.accent
    droop = dice.around(0, 8)
    fold = pen.at(0.26, 0.02, 1, droop)
    fold.blob([(0, -0.02), (-0.18, -0.16), (-0.44, -0.1), (-0.78, 0.18), (-0.4, 0.26), (-0.1, 0.2)], wing)
    fold.line([(-0.14, 0.06), (-0.36, 0.14), (-0.56, 0.16)], 0.035, mix(wing, (30, 20, 30), 0.25))


def flying(pen: Pen, coat: Coat, beak: Colour, dice: Dice) -> None:
    """Seen from the side, wings spread upward."""
    beat = dice.around(0, 12)
    far = pen.at(0.1, -0.05, 0.94, beat + 18)
    far.blob([(-0.16, 0.06), (-0.2, -0.42), (-0.04, -0.9), (0.14, -0.6), (0.22, 0.0)], coat.dark)
    spread = dice.around(0.16, 0.05)
    pen.polygon([(-0.4, 0.02), (-0.98, -spread + 0.06), (-0.9, 0.1), (-0.98, spread + 0.14), (-0.4, 0.22)], coat.dark)
    body = [(0.58, -0.04), (0.4, 0.24), (0.0, 0.32), (-0.5, 0.18), (-0.52, 0.04), (0.0, -0.14), (0.36, -0.22)]
    outline = pen.blob(body, coat.base)
    if dice.chance(0.5):
        with pen.inside(outline) as inner:
            inner.oval(0.15, 0.3, 0.5, 0.2, coat.light)
    _head(pen.at(0.52, -0.14, 0.92, dice.around(0, 10)), coat, beak, dice)
    wing = coat.accent if dice.chance(0.5) else mix(coat.base, coat.dark, 0.6)
    near = pen.at(-0.02, 0.04, 1, beat - 22)
    near.blob([(-0.26, 0.1), (-0.38, -0.36), (-0.3, -0.92), (-0.04, -0.66), (0.1, -0.3), (0.2, 0.06)], wing)
    for x in (-0.2, -0.06):
        near.line([(x, -0.1), (x - 0.04, -0.4)], 0.035, mix(wing, (30, 20, 30), 0.25))


def front(pen: Pen, coat: Coat, beak: Colour, dice: Dice) -> None:
    """A round chick of a bird, beak to the viewer."""
    for side in (-1, 1):
        pen.line([(side * 0.2, 0.6), (side * 0.2, 0.94)], 0.06, mix(beak, (60, 40, 30), 0.2))
        for toe in (-0.12, 0, 0.12):
            pen.line([(side * 0.2, 0.88), (side * 0.2 + toe, 0.96)], 0.05, mix(beak, (60, 40, 30), 0.2))
    for lean in (-0.1, 0.02, 0.14):
        pen.limb([(0, -0.6), (lean, dice.around(-0.86, 0.05))], 0.1, 0.05, coat.accent)
    wide = dice.around(0.58, 0.05)
    body = [(0, -0.68), (wide * 0.72, -0.48), (wide, 0.16), (wide * 0.7, 0.62), (0, 0.74)]
    outline = pen.blob(body + [(-x, y) for x, y in reversed(body[1:-1])], coat.base)
    with pen.inside(outline) as inner:
        inner.oval(0, 0.5, wide * 0.66, 0.46, coat.light)
    raised = dice.pick((8, 8, 50))
    for side in (-1, 1):
        wing = pen.at(side * wide * 0.86, 0.0, 1, -side * raised)
        wing.blob([(0, -0.14), (side * 0.16, 0.14), (side * 0.06, 0.52), (-side * 0.1, 0.2)], coat.dark)
    for side in (-1, 1):
        eye(pen, side * 0.22, -0.26, 0.085, white=True)
    pen.polygon([(-0.15, -0.14), (0.15, -0.14), (0, 0.12)], beak)
    pen.line([(-0.13, -0.1), (0.13, -0.1)], 0.03, mix(beak, (60, 30, 20), 0.35))
