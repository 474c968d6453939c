"""What a layer makes of a photo, as files: a picture of its channels, or its values. Light."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.answers import LayerOutput
from core.errors import NakamiError, storage_error
from core.files import replacing
from core.inside.grid_picture import draw_grid
from core.words import say


def write_output(path: Path, output: LayerOutput, common_scale: bool = False) -> None:
    """Write what the ending of `path` says: `.png`, `.csv` or `.npy`. Raises NakamiError for another one, StorageError
    when it cannot be written."""
    if path.suffix.lower() == ".png":
        write_picture(path, output, common_scale)
    else:
        write_values(path, output)


def write_picture(path: Path, output: LayerOutput, common_scale: bool = False) -> None:
    """Write the output as a PNG, whole or not at all: see `draw_grid`. Raises StorageError."""
    picture = draw_grid(output.values, common_scale)
    _write(path, lambda temporary: picture.save(temporary, "PNG"))


def write_values(path: Path, output: LayerOutput) -> None:
    """Write the values as `.csv` (a header, then a value per line: row, column, channel, value; for a vector index,
    value) or as `.npy`, whole or not at all. Raises NakamiError for another ending, StorageError."""
    match path.suffix.lower():
        case ".csv":
            _write(path, lambda temporary: _write_csv(temporary, output.values))
        case ".npy":
            _write(path, lambda temporary: _write_npy(temporary, output.values))
        case ending:
            raise NakamiError(
                say("Values cannot be written as “{ending}”.", ending=ending or path.name),
                say("Choose a name that ends in .csv or .npy."),
            )


def _write(path: Path, write: Callable[[Path], object]) -> None:
    try:
        with replacing(path) as temporary:
            write(temporary)
    except OSError as error:
        raise storage_error(error, say("“{file}” cannot be written.", file=path)) from error


_AXES = {1: ("index",), 2: ("row", "channel"), 3: ("row", "column", "channel")}


def _write_csv(path: Path, values: NDArray[np.floating]) -> None:
    axes = _AXES.get(values.ndim) or tuple(f"axis_{axis}" for axis in range(values.ndim))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([*axes, "value"])
        # The shortest text that reads back as the same float32.
        writer.writerows([*cell, str(value)] for cell, value in np.ndenumerate(values))


def _write_npy(path: Path, values: NDArray[np.floating]) -> None:
    # An open file, because NumPy would add its own ending to a name in capitals.
    with path.open("wb") as stream:
        np.save(stream, values, allow_pickle=False)
