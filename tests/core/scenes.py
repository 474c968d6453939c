"""Pictures that differ from one another as photos do, for tests of copies, splits and framing."""

from pathlib import Path

import numpy as np
from PIL import Image


def scene(seed: int, size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture like no other seed's: a few soft coloured shapes. `size` is (width, height) in pixels."""
    coarse = np.random.default_rng(seed).integers(0, 256, (5, 6, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


def write_scenes(root: Path, counts: dict[str, int], size: tuple[int, int] = (48, 32), first_seed: int = 0) -> Path:
    """`root` with so many scenes in a folder per class, all different: `<class>/000.png` and on."""
    seed = first_seed
    for name, count in counts.items():
        (root / name).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            scene(seed, size).save(root / name / f"{number:03}.png")
            seed += 1
    return root


def cropped(picture: Image.Image) -> Image.Image:
    """The middle square of a picture whose sides differ by an even number."""
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    return picture.crop((left, top, left + side, top + side))
