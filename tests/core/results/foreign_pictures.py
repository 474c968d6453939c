"""Pictures that show nothing a network was trained on, drawn by numpy and Pillow."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

SIDE = 128


def _colours(rng: np.random.Generator, count: int) -> np.ndarray:
    return rng.integers(0, 256, (count, 3)).astype(np.float64)


def _mixed(share: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    first, second = _colours(rng, 2)
    return (share[..., None] * first + (1 - share[..., None]) * second).astype(np.uint8)


def _noise(rng: np.random.Generator) -> np.ndarray:
    side = int(rng.integers(8, SIDE))
    coarse = Image.fromarray(rng.integers(0, 256, (side, side, 3), np.uint8))
    return np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC))


def _gradient(rng: np.random.Generator) -> np.ndarray:
    across, down = np.meshgrid(np.linspace(0, 1, SIDE), np.linspace(0, 1, SIDE))
    turn = rng.uniform(0, 1)
    return _mixed(turn * across + (1 - turn) * down, rng)


def _stripes(rng: np.random.Generator) -> np.ndarray:
    down, across = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    angle, count = rng.uniform(0, np.pi), rng.uniform(2, 20)
    wave = np.sin(2 * np.pi * count * (across * np.cos(angle) + down * np.sin(angle)))
    return _mixed((1 + wave) / 2, rng)


def _shapes(rng: np.random.Generator) -> np.ndarray:
    picture = Image.new("RGB", (SIDE, SIDE), tuple(rng.integers(0, 256, 3).tolist()))
    pen = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(3, 9))):
        left, top, *more = rng.integers(0, SIDE, 2).tolist() + rng.integers(10, SIDE, 2).tolist()
        draw = (pen.rectangle, pen.ellipse)[int(rng.integers(2))]
        draw((left, top, left + more[0], top + more[1]), fill=tuple(rng.integers(0, 256, 3).tolist()))
    return np.asarray(picture)


def _text(rng: np.random.Generator) -> np.ndarray:
    picture = Image.new("RGB", (2 * SIDE, 2 * SIDE), tuple(rng.integers(190, 256, 3).tolist()))
    pen = ImageDraw.Draw(picture)
    for top in range(8, 2 * SIDE - 8, 14):
        line = "".join(map(chr, rng.integers(ord("a"), ord("z") + 1, 40)))
        pen.text((8, top), line, fill=(30, 30, 30))
    return np.asarray(picture)


DRAWINGS: dict[str, Callable[[np.random.Generator], np.ndarray]] = {
    "noise": _noise,
    "gradients": _gradient,
    "stripes": _stripes,
    "shapes": _shapes,
    "text": _text,
}


def drawn(kind: str, count: int, size_px: int, seed: int = 0) -> np.ndarray:
    """So many pictures of a kind of DRAWINGS, count x size x size x 3, uint8."""
    rng = np.random.default_rng(seed)
    pictures = (Image.fromarray(DRAWINGS[kind](rng)) for _ in range(count))
    return np.stack([np.asarray(each.resize((size_px, size_px), Image.Resampling.BILINEAR)) for each in pictures])
