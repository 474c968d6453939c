"""Colours of creatures: a shared paint box, so that a colour alone tells nothing about the class."""

from dataclasses import dataclass

from core.pictures.drawing.dice import Dice

Colour = tuple[int, int, int]

INK: Colour = (38, 34, 36)
WHITE: Colour = (252, 250, 246)
PINK: Colour = (228, 142, 142)
TONGUE: Colour = (226, 112, 118)
BEAK: Colour = (236, 166, 60)

PAINTS: dict[str, Colour] = {
    "brown": (164, 108, 66),
    "umber": (112, 76, 54),
    "tan": (206, 164, 112),
    "grey": (146, 150, 158),
    "charcoal": (84, 86, 96),
    "orange": (226, 134, 66),
    "cream": (238, 218, 182),
    "blue": (72, 128, 186),
    "teal": (66, 150, 150),
    "green": (102, 154, 78),
    "olive": (146, 144, 82),
    "yellow": (234, 192, 84),
    "red": (206, 90, 72),
    "rose": (222, 146, 150),
    "plum": (140, 112, 162),
}


@dataclass(frozen=True)
class Coat:
    """The colours of one creature; `pattern` is `plain`, `spots`, `stripes` or `patches`."""

    base: Colour
    dark: Colour
    light: Colour
    accent: Colour
    pattern: str = "plain"


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0-1) of the way from `first` to `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def distance(first: Colour, second: Colour) -> float:
    """How far apart two colours look, about 0-255: green counts most, as in the eye."""
    weights = (0.3, 0.5, 0.2)
    squares = (w * (a - b) ** 2 for w, a, b in zip(weights, first, second, strict=True))
    return float(sum(squares) ** 0.5)


def coat(base: Colour, accent: Colour, pattern: str = "plain") -> Coat:
    """A coat from its main colour and a second one; shadow and belly follow from the main one."""
    return Coat(base, mix(base, (40, 22, 26), 0.3), mix(base, (255, 244, 226), 0.6), accent, pattern)


def random_coat(dice: Dice, favourites: tuple[str, ...], share_of_favourites: float) -> Coat:
    """A coat out of the class's favourite paints, or just as well out of the whole box."""
    names = favourites if dice.chance(share_of_favourites) else tuple(PAINTS)
    name = dice.pick(names)
    shade = dice.around(0, 0.14)
    base = mix(PAINTS[name], WHITE if shade > 0 else INK, abs(shade))
    accent = PAINTS[dice.pick(tuple(other for other in PAINTS if other != name))]
    return coat(base, accent, dice.pick(("plain", "plain", "plain", "spots", "stripes", "patches")))
