"""How training pictures are varied: settings only, no pixels. Light.

Validation and test pictures are never varied.
"""

import math
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from core.errors import NakamiError
from core.words import say

AugmentationKind = Literal["off", "turns", "random"]
AUGMENTATION_KINDS: tuple[AugmentationKind, ...] = get_args(AugmentationKind)

# The tutorial family's: each photo turned by these (counter-clockwise), each once more mirrored, makes 16 of one.
TURNS_DEGREES: tuple[int, ...] = (-20, -15, -10, -5, 0, 5, 10, 15)

# What the command line calls the bounds of `random`.
_BOUNDS = {
    "rotation": "rotation_degrees",
    "mirror": "mirror",
    "zoom": "zoom",
    "shift": "shift",
    "brightness": "brightness",
    "contrast": "contrast",
}
_YES_OR_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Augmentation:
    """`off`: as they are. `turns`: each photo 16 times an epoch, turned by TURNS_DEGREES and each also mirrored.
    `random`: each photo once an epoch, every time a little different, within the bounds below. Raises NakamiError for
    values that cannot work."""

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

    def as_text(self) -> str:
        """As `parse_augmentation` reads it: `turns`, or `random:rotation=15,mirror=yes,...` with every bound. The
        bounds are left out where they are not used."""
        if self.kind != "random":
            return self.kind
        bounds = (f"{name}={_written(getattr(self, field))}" for name, field in _BOUNDS.items())
        return f"{self.kind}:{','.join(bounds)}"

    @property
    def copies(self) -> int:
        """How many pictures an epoch makes of one photo."""
        return 2 * len(TURNS_DEGREES) if self.kind == "turns" else 1


def parse_augmentation(text: str) -> Augmentation:
    """What `off`, `turns`, `random` or `random:rotation=15,mirror=yes,zoom=0.1` asks for. A bound that is not named
    keeps its default. Raises NakamiError."""
    kind, colon, rest = text.partition(":")
    kind = kind.strip()
    if colon and kind != "random":
        raise NakamiError(
            say("Only “random” takes bounds, not “{text}”.", text=text),
            say("Write for example {example}.", example="random:rotation=15,mirror=yes"),
        )
    bounds: dict[str, Any] = {}
    for part in rest.split(",") if colon else ():
        name, _, value = (each.strip() for each in part.partition("="))
        if name not in _BOUNDS:
            raise NakamiError(
                say("Random variation has no bound “{name}”.", name=name),
                say("It has {names}, each written as name=value.", names=", ".join(_BOUNDS)),
            )
        if _BOUNDS[name] in bounds:
            raise NakamiError(say("The bound “{name}” is given twice.", name=name))
        bounds[_BOUNDS[name]] = _read(name, value)
    return Augmentation(cast(AugmentationKind, kind), **bounds)


def _written(bound: bool | float) -> str:
    """Exactly, as short as possible."""
    if isinstance(bound, bool):
        return "yes" if bound else "no"
    return repr(float(bound)).removesuffix(".0")


def _read(name: str, value: str) -> bool | float:
    if name == "mirror":
        if value not in _YES_OR_NO:
            raise NakamiError(say("The bound “mirror” must be yes or no, not “{value}”.", value=value))
        return _YES_OR_NO[value]
    try:
        return float(value)
    except ValueError:
        raise NakamiError(say("The bound “{name}” must be a number, not “{value}”.", name=name, value=value)) from None
