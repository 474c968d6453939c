"""What people open as pictures, a folder or a file of arrays, as a folder. Light."""

from collections.abc import Sequence
from pathlib import Path

from core.control import Control
from core.errors import DatasetError
from core.events import Report, ignore
from core.pictures.arrays.reading import is_arrays
from core.pictures.arrays.unpacking import unpack
from core.pictures.sample import sample_creatures
from core.words import say


def folder_of(
    source: Path | None,
    report: Report = ignore,
    control: Control | None = None,
    class_names: Sequence[str] | None = None,
) -> Path:
    """The folder of pictures to scan. `source` None: the sample creatures, drawn where needed. An `.npy` or `.npz`
    file, or a folder of the four: unpacked among the program's own files. Any other path is given back as it is.

    `class_names` names the classes of numbered labels, in their order. Raises DatasetError, StorageError, Stopped.
    """
    if source is not None and is_arrays(source):
        return unpack(source, report, control, class_names)
    if class_names is not None:
        raise DatasetError(
            say("Class names can be given for files of arrays (.npy, .npz) only."),
            say("The classes of a folder are called as its subfolders are."),
        )
    return sample_creatures(report, control) if source is None else source
