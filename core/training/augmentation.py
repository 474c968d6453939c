"""How training pictures are varied: settings only, no pixels. Light.

Validation and test pictures are never varied.
"""

import math
from dataclasses import dataclass
from typing import Literal, get_args

from core.errors import NakamiError
from core.words import say

AugmentationKind = Literal["off", "turns", "random"]
AUGMENTATION_KINDS: tuple[AugmentationKind, ...] = get_args(AugmentationKind)

# The tutorial family's: each photo turned by these, each once more as in a mirror, makes 16 of one.
TURNS_DEGREES: tuple[int, ...] = (-20, -15, -10, -5, 0, 5, 10, 15)


@dataclass(frozen=True)
class Augmentation:
    """`off`: as they are. `turns`: each photo 16 times an epoch, turned by TURNS_DEGREES and mirrored. `random`: each
    photo once an epoch, every time a little different, within the bounds below. Raises NakamiError for values that
    cannot work."""

    kind: AugmentationKind = "off"
    # The bounds of `random`: turned by up to so many degrees to either side; mirrored in half of the cases; larger or
    # smaller by up to this share; moved by up to this share of the side; brighter or darker by up to this share of the
    # whole range; contrast more or less by up to this share.
    rotation_degrees: float = 15.0
    mirror: bool = True
    zoom: float = 0.1
    shift: float = 0.1
    brightness: float = 0.1
    contrast: float = 0.2

    def __post_init__(self) -> None:
        if self.kind not in AUGMENTATION_KINDS:
            raise NakamiError(
                say(
                    "Training pictures can be varied by {kinds}, not “{value}”.",
                    kinds=", ".join(AUGMENTATION_KINDS),
                    value=self.kind,
                )
            )
        for name, value, most in (
            (say("rotation in degrees"), self.rotation_degrees, 180.0),
            (say("zoom"), self.zoom, 0.9),
            (say("shift"), self.shift, 0.9),
            (say("brightness"), self.brightness, 1.0),
            (say("contrast"), self.contrast, 1.0),
        ):
            if not (math.isfinite(value) and 0 <= value <= most):
                raise NakamiError(
                    say("The {name} must be from 0 to {most:g}, not {value:g}.", name=name, most=most, value=value)
                )

    @property
    def copies(self) -> int:
        """How many pictures an epoch makes of one photo."""
        return 2 * len(TURNS_DEGREES) if self.kind == "turns" else 1
