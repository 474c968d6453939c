"""Arrays as colours: the maps of activations, heat and weights. Light.

The tables are pyqtgraph's: viridis and inferno by Smith and van der Walt, CET-D1 by Kovesi. They are read from its
files, because importing it would load Qt.
"""

import importlib.util
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]

COLOURS = 256

NOT_A_NUMBER = (128, 128, 128)
"""Neither end of any map, and a colour that none of the three contains."""


@cache
def viridis() -> Rgb:
    """256 colours for activations, dark to bright."""
    return _table("viridis")


@cache
def inferno() -> Rgb:
    """256 colours for heat over a photo, black to pale yellow."""
    return _table("inferno")


@cache
def diverging() -> Rgb:
    """256 colours for signed weights, blue over white to red."""
    return _table("CET-D1")


def limits(values: NDArray[np.floating]) -> tuple[float, float]:
    """Lowest and highest of the finite values; (0, 0) where there is none."""
    if not values.size:
        return 0.0, 0.0
    low, high = float(values.min()), float(values.max())
    if np.isfinite(low) and np.isfinite(high):
        return low, high
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def symmetric_limits(values: NDArray[np.floating]) -> tuple[float, float]:
    """Limits that put zero in the middle of a diverging map, also when every value is zero."""
    reach = max(map(abs, limits(values))) or 1.0
    return -reach, reach


def colourise(values: NDArray[np.floating], low: float, high: float, table: Rgb) -> Rgb:
    """The values as contiguous RGB, `low` in the first colour of the table and `high` in the last.

    What lies outside takes the nearest end, NaN a neutral grey. Where `low` is `high` nothing stands
    out, and everything takes the first colour.
    """
    span = float(high) - float(low)
    if not (np.isfinite(span) and span > 0):
        low, span = float(np.nan_to_num(low)), 1.0
        values = np.where(np.isnan(values), values, low)
    # A diverging network overflows float32 and holds infinities; both end at the nearest colour.
    with np.errstate(all="ignore"):
        place = (values - np.float64(low)) / span * 255.0 + 0.5
    missing = np.isnan(place)
    any_missing = bool(missing.any())
    if any_missing:
        place[missing] = 0.0
    np.clip(place, 0.0, 255.0, out=place)
    rgb: Rgb = np.take(table, place.astype(np.uint8), axis=0)
    if any_missing:
        rgb[missing] = NOT_A_NUMBER
    return rgb


def _table(name: str) -> Rgb:
    package = importlib.util.find_spec("pyqtgraph")
    assert package is not None
    assert package.origin is not None, "installed with the program"
    text = (Path(package.origin).parent / "colors" / "maps" / f"{name}.csv").read_text(encoding="utf-8")
    table = _rows(text)
    table.setflags(write=False)
    return table


def _rows(text: str) -> Rgb:
    """Lines of red, green, blue from 0 to 1, evenly spaced over the map; `;` begins a comment."""
    stops = np.array([[float(part) for part in line.split(",")[:3]] for line in text.splitlines() if line[:1] != ";"])
    places = np.linspace(0, len(stops) - 1, COLOURS)
    every = np.stack([np.interp(places, np.arange(len(stops)), channel) for channel in stops.T], axis=1)
    return (every * 255 + 0.5).astype(np.uint8)
