"""Files of arrays as a folder of pictures, so that whatever is done with pictures is done with theirs too. Light.

`train/<class>/00001.png` and `test/<class>/00001.png`: the number is the picture's place in its array, from 1, so the
names keep the order. PNG keeps every value.
"""

import contextlib
import hashlib
import json
import os
import shutil
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core import places
from core.control import Control
from core.errors import DatasetError, StorageError, storage_error
from core.events import Preparing, Report, Throttle, ignore
from core.files import write_json
from core.numerals import file_size
from core.pictures.arrays.class_names import MAX_LABELS_BYTES, class_names_of, folder_names, label_lists
from core.pictures.arrays.leftovers import in_the_making, sweep
from core.pictures.arrays.reading import TutorialArrays, files_of, read_arrays
from core.pictures.arrays.regular import open_regular
from core.pictures.arrays.unusable import Unusable
from core.pictures.dataset import Part
from core.words import say

MARKER = ".arrays.json"
# Raised when the pictures come out otherwise, so that older folders are made anew.
EDITION = 1

_FOLDERS: dict[Part, str] = {"training": "train", "validation": "validation", "test": "test"}
# A block of the file system and PNG's own frame, for each picture beside its pixels.
_BYTES_PER_FILE = 4200


def unpack(
    path: Path,
    report: Report = ignore,
    control: Control | None = None,
    class_names: Sequence[str] | None = None,
) -> Path:
    """The folder of pictures that `path` (as `read_arrays` takes it) unpacks to, among the program's own files.

    Unpacked already and whole, it is used again; it is made anew when a file, a list of names beside it or
    `class_names` changes. Raises DatasetError when the file cannot be used, StorageError when there is no room or the
    folder cannot be written, Stopped. Neither leaves anything half done behind.
    """
    control = control or Control()
    path = Path(os.path.abspath(path))
    # Named as the file is, in a folder of its own for each of its contents.
    folder = places.unpacked_folder() / _key(path, class_names) / _name(path)
    if _is_whole(folder):
        return folder
    report(Preparing(say("reading the arrays")))
    arrays = read_arrays(path, control)
    names = folder_names(class_names_of(arrays, path, class_names))
    try:
        folder.parent.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent.parent)
        _require_room(arrays, folder.parent.parent)
        with _taking_its_place(folder) as temporary:
            counts = _write(arrays, names, temporary, report, control)
            write_json(temporary / MARKER, _facts(path, arrays, names, counts))
    except OSError as error:
        raise storage_error(error, say("The pictures cannot be unpacked into {folder}.", folder=folder)) from error
    return folder


def unpacked_from(root: Path) -> Path | None:
    """The file of arrays that a folder of pictures was unpacked from, if it was."""
    # Where there are only training pictures, the folder of the classes is the one below.
    for folder in (root, root.parent):
        source = _marker(folder).get("source")
        if isinstance(source, str):
            return Path(source)
    return None


def _key(path: Path, class_names: Sequence[str] | None) -> str:
    """Another one for other contents or class names. Raises DatasetError."""
    digest = hashlib.sha256(repr((EDITION, class_names and [*class_names])).encode(errors="surrogatepass"))
    try:
        files = files_of(path)
        stamps = [(file, file.stat()) for file in files]
    except OSError as error:
        raise DatasetError(
            say("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or error),
            say("Check the path."),
        ) from error
    for file, stamp in stamps:
        digest.update(os.fsencode(file) + f"\0{stamp.st_size}\0{stamp.st_mtime_ns}\0".encode())
    for each in label_lists(path):
        with contextlib.suppress(OSError, Unusable), open_regular(each) as stream:
            digest.update(stream.read(MAX_LABELS_BYTES) + b"\0")
    return digest.hexdigest()[:16]


def _name(path: Path) -> str:
    """The file's own, as every system takes it for a folder."""
    return folder_names([path.name.encode(errors="replace")[:80].decode(errors="ignore")])[0]


def _marker(folder: Path) -> dict[str, Any]:
    try:
        written = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return written if isinstance(written, dict) else {}


def _facts(path: Path, arrays: TutorialArrays, names: Sequence[str], counts: dict[str, int]) -> dict[str, Any]:
    return {
        "source": str(path),
        "files": [str(each) for each in arrays.files],
        "class_names": [*names],
        "shapes": {part: [*each.pictures.rows.shape] for part, each in arrays.parts.items()},
        "counts": counts,
    }


def _is_whole(folder: Path) -> bool:
    """Whether the folder was finished, and nobody has taken pictures out since."""
    counts = _marker(folder).get("counts")
    if not isinstance(counts, dict):
        return False
    try:
        return all(len(os.listdir(folder / each)) >= count for each, count in counts.items())
    except OSError:
        return False


def _require_room(arrays: TutorialArrays, folder: Path) -> None:
    # Photos deflate to three quarters, noise not at all.
    needed = arrays.byte_count + _BYTES_PER_FILE * arrays.picture_count
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StorageError(
            say(
                "Unpacking the {count:,} pictures takes up to {needed}, and {free} are free in {folder}.",
                count=arrays.picture_count,
                needed=file_size(needed),
                free=file_size(free),
                folder=folder,
            ),
            say("Free some space, or choose another place with NAKAMI_HOME."),
        )


@contextlib.contextmanager
def _taking_its_place(folder: Path) -> Iterator[Path]:
    """A new folder to write into; it becomes `folder` when the block succeeds, else it is gone."""
    outer = folder.parent
    with in_the_making(outer) as temporary:
        (temporary / folder.name).mkdir()
        yield temporary / folder.name
        if not _is_whole(folder):  # another process may have been quicker
            shutil.rmtree(outer, ignore_errors=True)
            temporary.rename(outer)


def _write(
    arrays: TutorialArrays, names: Sequence[str], root: Path, report: Report, control: Control
) -> dict[str, int]:
    """Write all pictures on all cores; how many went into which folder below `root`."""
    throttle = Throttle()
    counts: Counter[str] = Counter()
    done = 0
    with ThreadPoolExecutor(os.cpu_count() or 2, thread_name_prefix="unpack") as pool:
        for part, held in arrays.parts.items():
            folders = [f"{_FOLDERS[part]}/{name}" for name in names]
            for label in np.unique(held.labels):
                (root / folders[label]).mkdir(parents=True)
            counts.update(folders[label] for label in held.labels.tolist())
            name = _numbering(len(held.labels))
            place = 0
            for block in held.pictures.blocks():
                control.check()
                files = [root / folders[held.labels[place + each]] / name(place + each) for each in range(len(block))]
                list(pool.map(_save, block, files))
                place += len(block)
                done += len(block)
                if throttle.is_due() or done == arrays.picture_count:
                    report(Preparing(say("unpacking pictures"), done, arrays.picture_count))
    return dict(counts)


def _numbering(count: int) -> Callable[[int], str]:
    digits = max(5, len(str(count)))
    return lambda place: f"{place + 1:0{digits}}.png"


def _save(pixels: NDArray[np.uint8], file: Path) -> None:
    picture = Image.fromarray(np.ascontiguousarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels))
    # Run lengths alone: twice as quick as zlib's search for repetitions, and photos come out as small.
    picture.save(file, "PNG", compress_level=1, compress_type=zlib.Z_RLE)
