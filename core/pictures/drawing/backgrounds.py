"""Calm places for a creature to be in. All classes share them, so that a place tells little."""

import numpy as np
from PIL import Image

from core.pictures.drawing.colours import WHITE, Coat, Colour, distance, mix
from core.pictures.drawing.dice import Dice
from core.pictures.drawing.pen import Pen

# Deep tones next to light ones: pictures that are nearly white all over start a network off badly.
TONES: tuple[Colour, ...] = (
    (50, 88, 100),
    (62, 94, 76),
    (56, 68, 104),
    (92, 70, 98),
    (150, 92, 78),
    (78, 96, 114),
    (112, 128, 84),
    (160, 110, 116),
    (84, 138, 156),
    (140, 182, 206),
    (162, 184, 152),
    (222, 204, 168),
    (190, 176, 202),
)

# How far a ground must be from the coat, as `distance` measures; some tone is, for every coat.
CONTRAST = 48
PLACES = ("plain", "gradient", "meadow", "water", "room", "leaves", "blobs", "hills")


def paint(image: Image.Image, pen: Pen, coat: Coat, dice: Dice, places: tuple[str, ...]) -> None:
    """Fills the image with one of the places; `pen` covers it from -1 to 1."""
    tone = _tone(coat, dice)
    place = dice.pick(places)
    if place == "gradient":
        _gradient(image, tone, mix(dice.pick(TONES), tone, 0.3))
        return
    image.paste(tone, (0, 0, *image.size))
    if place == "meadow":
        _meadow(pen, tone, dice)
    elif place == "water":
        _water(pen, tone, dice)
    elif place == "room":
        _room(pen, tone, dice)
    elif place == "leaves":
        _leaves(pen, tone, dice)
    elif place == "blobs":
        _blobs(pen, tone, dice)
    elif place == "hills":
        _hills(pen, tone, dice)


def _tone(coat: Coat, dice: Dice) -> Colour:
    """A tone that the creature stands out from: a cream cat on cream is a riddle."""
    clear = [tone for tone in TONES if distance(tone, coat.base) > CONTRAST]
    return dice.pick(clear)


def _gradient(image: Image.Image, top: Colour, bottom: Colour) -> None:
    rows = np.linspace(top, bottom, 32).round().astype(np.uint8)[:, None, :]
    image.paste(Image.fromarray(rows).resize(image.size, Image.Resampling.BILINEAR))


def _meadow(pen: Pen, tone: Colour, dice: Dice) -> None:
    grass = mix(mix((96, 140, 84), (170, 164, 96), dice.around(0.5, 0.5)), tone, 0.3)
    line = dice.around(0.35, 0.3)
    slope = dice.around(0, 0.12)
    pen.polygon([(-1, line - slope), (1, line + slope), (1, 1), (-1, 1)], grass)
    if dice.chance(0.5):
        pen.oval(dice.around(0, 0.8), dice.around(-0.7, 0.15), 0.16, 0.16, (250, 226, 150))
    for _ in range(5):
        x, y = dice.around(0, 0.95), dice.around(0.85, 0.12)
        pen.line([(x, y), (x + dice.around(0, 0.04), y - 0.13)], 0.025, mix(grass, (60, 100, 60), 0.4))


def _water(pen: Pen, tone: Colour, dice: Dice) -> None:
    sea = mix((84, 142, 172), tone, dice.around(0.35, 0.2))
    top = dice.around(-0.45, 0.6)
    pen.polygon([(-1, top), (1, top), (1, 1), (-1, 1)], sea)
    for _ in range(5):
        x, y = dice.around(0, 0.9), dice.around((top + 1) / 2, (1 - top) / 2)
        wave = [(x - 0.2, y), (x - 0.1, y - 0.04), (x, y), (x + 0.1, y - 0.04), (x + 0.2, y)]
        pen.line(wave, 0.028, mix(sea, WHITE, 0.45))


def _room(pen: Pen, tone: Colour, dice: Dice) -> None:
    floor = dice.around(0.5, 0.2)
    pen.polygon([(-1, floor), (1, floor), (1, 1), (-1, 1)], mix(tone, (170, 130, 100), 0.45))
    pen.line([(-1, floor), (1, floor)], 0.04, mix(tone, WHITE, 0.5))
    x, y = dice.around(0, 0.7), dice.around(-0.55, 0.2)
    frame = [(x - 0.26, y - 0.3), (x + 0.26, y - 0.3), (x + 0.26, y + 0.3), (x - 0.26, y + 0.3)]
    pen.polygon(frame, mix(tone, WHITE, 0.6))
    glass = [(x - 0.2, y - 0.24), (x + 0.2, y - 0.24), (x + 0.2, y + 0.24), (x - 0.2, y + 0.24)]
    pen.polygon(glass, mix(dice.pick(TONES), (130, 170, 200), 0.3))


def _leaves(pen: Pen, tone: Colour, dice: Dice) -> None:
    leaf = mix((96, 138, 92), tone, dice.around(0.45, 0.2))
    for _ in range(9):
        edge = dice.pick((-0.9, 0.9))
        along, across = dice.around(0, 1), dice.around(edge, 0.12)
        x, y = (along, across) if dice.chance(0.5) else (across, along)
        blade = pen.at(x, y, dice.around(1, 0.3), dice.around(0, 180))
        blade.blob([(-0.26, 0), (-0.06, -0.11), (0.26, 0), (-0.06, 0.11)], leaf)
        blade.line([(-0.22, 0), (0.2, 0)], 0.02, mix(leaf, WHITE, 0.4))


def _blobs(pen: Pen, tone: Colour, dice: Dice) -> None:
    for _ in range(5):
        colour = mix(dice.pick(TONES), tone, 0.35)
        pen.oval(dice.around(0, 1), dice.around(0, 1), dice.around(0.3, 0.15), dice.around(0.3, 0.15), colour)


def _hills(pen: Pen, tone: Colour, dice: Dice) -> None:
    for height, share in ((0.1, 0.25), (0.5, 0.5)):
        colour = mix(tone, (90, 124, 116), share)
        y, lift = dice.around(height, 0.15), dice.around(0, 0.25)
        crest = [(-1.4, y + lift), (-0.5, y - lift), (0.4, y + lift), (1.4, y - lift), (1.4, 1.4), (-1.4, 1.4)]
        pen.blob(crest, colour)
