"""The sample creatures: a small folder of pictures to learn from, drawn by the program itself."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.pictures.drawing import backgrounds, birds, cats, dogs, fish, lizards, monkeys
from core.pictures.drawing.colours import PAINTS, Coat, coat, random_coat
from core.pictures.drawing.dice import Dice, StillDice
from core.pictures.drawing.pen import Pen

CREATURES: tuple[str, ...] = ("dogs", "cats", "monkeys", "birds", "fish", "lizards")

# Drawn larger and reduced, for smooth edges.
OVERSAMPLING = 3
PORTRAIT_OVERSAMPLING = 4

# How often a creature wears the colours of its kind; otherwise any colour of the paint box.
SHARE_OF_FAVOURITES = 0.85

_ANYWHERE = backgrounds.PLACES
_IN_WATER = ("water", "water", "water", "plain", "gradient", "blobs", "leaves")


@dataclass(frozen=True)
class _Kind:
    paint: Callable[[Pen, Coat, Dice], None]
    favourites: tuple[str, ...]
    places: tuple[str, ...]
    tilt: float
    portrait_ground: tuple[int, int, int]
    portrait_coat: Coat


_KINDS: dict[str, _Kind] = {
    "dogs": _Kind(dogs.paint, dogs.FAVOURITES, _ANYWHERE, 8, (221, 232, 212), coat(PAINTS["brown"], PAINTS["tan"])),
    "cats": _Kind(cats.paint, cats.FAVOURITES, _ANYWHERE, 8, (234, 222, 236), coat(PAINTS["grey"], PAINTS["rose"])),
    "monkeys": _Kind(
        monkeys.paint, monkeys.FAVOURITES, _ANYWHERE, 8, (212, 227, 234), coat(PAINTS["umber"], PAINTS["tan"])
    ),
    "birds": _Kind(birds.paint, birds.FAVOURITES, _ANYWHERE, 8, (208, 229, 246), coat(PAINTS["blue"], PAINTS["teal"])),
    "fish": _Kind(fish.paint, fish.FAVOURITES, _IN_WATER, 11, (190, 224, 226), coat(PAINTS["orange"], PAINTS["red"])),
    "lizards": _Kind(
        lizards.paint, lizards.FAVOURITES, _ANYWHERE, 8, (240, 228, 200), coat(PAINTS["green"], PAINTS["olive"])
    ),
}


def _kind(name: str) -> _Kind:
    if name not in _KINDS:
        raise ValueError(f"no creature is called {name!r}: expected one of {', '.join(CREATURES)}")
    return _KINDS[name]


def _canvas(size_px: int, oversampling: int) -> tuple[Image.Image, Pen]:
    edge = size_px * oversampling
    image = Image.new("RGB", (edge, edge))
    return image, Pen(image, edge / 2, (edge / 2, edge / 2))


def draw_creature(name: str, rng: np.random.Generator, size_px: int = 100) -> Image.Image:
    """One picture of a creature in a random pose, colour and place, for a network to learn from.

    `name` is one of CREATURES (ValueError otherwise), `size_px` the edge of the square RGB picture,
    16 to 512. The same state of `rng` draws the same picture.
    """
    kind, dice = _kind(name), Dice(rng)
    wears = random_coat(dice, kind.favourites, SHARE_OF_FAVOURITES)
    image, pen = _canvas(size_px, OVERSAMPLING)
    backgrounds.paint(image, pen, wears, dice, kind.places)
    x, y = dice.around(0, 0.06), dice.around(0, 0.06)
    scale, turn = dice.around(0.9, 0.07), dice.around(0, kind.tilt)
    kind.paint(pen.at(x, y, scale, turn, mirrored=dice.chance(0.3)), wears, dice)
    return image.reduce(OVERSAMPLING)


def write_creatures(
    folder: Path,
    per_class: int = 60,
    seed: int = 7,
    size_px: int = 100,
    report: Callable[[int, int], None] | None = None,
) -> Path:
    """Writes the sample pictures as `folder/<class>/<class>_001.png` and so on; returns `folder`.

    The same seed gives the same bytes, and a picture depends only on the seed, its class and its
    number: a larger `per_class` adds pictures without changing the others. Pictures of the same
    name are replaced. `report` is told after each picture how many are done, and of how many.
    An OSError of the disk is passed on.
    """
    total = per_class * len(CREATURES)
    for class_index, name in enumerate(CREATURES):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for index in range(per_class):
            picture = draw_creature(name, np.random.default_rng([seed, class_index, index]), size_px)
            path = folder / name / f"{name}_{index + 1:03}.png"
            partial = path.with_suffix(".part")
            picture.save(partial, format="PNG")
            os.replace(partial, path)
            if report is not None:
                report(class_index * per_class + index + 1, total)
    return folder


def portrait(name: str, size_px: int = 56) -> Image.Image:
    """The creature as on a card: one fixed pose on a plain pastel ground, the same every time.

    `name` is one of CREATURES (ValueError otherwise), `size_px` the edge of the square RGB picture.
    """
    kind = _kind(name)
    image, pen = _canvas(size_px, PORTRAIT_OVERSAMPLING)
    image.paste(kind.portrait_ground, (0, 0, *image.size))
    kind.paint(pen.at(0, 0, 0.86), kind.portrait_coat, StillDice())
    return image.reduce(PORTRAIT_OVERSAMPLING)
