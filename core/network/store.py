"""Saving and opening models. Heavy: imports Keras.

A `.keras` file is a zip of the configuration and the weights. Keras puts it together in memory, which stops every
other thread for a good part of a second at 70 MB; here the weights go to disk first and are then packed, so that
the window moves on. The class names, and how pictures were made square, lie in the zip as one more member,
which Keras passes over.
"""

import datetime
import errno
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np

from core.errors import ModelError
from core.files import as_json, replacing
from core.framing import RESIZE_MODES, Frame, ResizeMode
from core.network.travelling import FACTS_MEMBER, travelling_facts
from core.network.variables import one_name_for_all
from core.training import runs
from core.words import Sentence, say

HDF5_SIGNATURE = b"\x89HDF\r\n\x1a\n"
# Far above what networks for photos take; a file that claims more would only fill the memory.
LARGEST_PICTURE_PX = 4096
SPACE_BESIDE_WEIGHTS_BYTES = 1_000_000


@dataclass(frozen=True)
class OpenedModel:
    """A model with what is needed to answer: names in the order of its outputs, and how its pictures are framed.

    `stamp`: what the size and date of a run's file were when it was opened; a training may write another meanwhile.
    """

    model: keras.Model
    class_names: tuple[str, ...]
    frame: Frame
    title: str
    run: Path | None = None
    stamp: tuple[int, int] = (0, 0)


def save_model(
    model: keras.Model,
    class_names: tuple[str, ...],
    path: Path,
    resize: ResizeMode = "stretch",
    epoch: int | None = None,
) -> None:
    """Write `model` as `.keras`, whole or not at all, power cuts included. `epoch`: how many whole epochs it was
    trained for. Raises OSError."""
    _require_space(model, path.parent)
    facts = {"class_names": list(class_names), "resize": resize} | ({} if epoch is None else {"epoch": epoch})
    with replacing(path, True) as temporary, tempfile.TemporaryDirectory(dir=path.parent, prefix=".saving-") as scratch:
        weights = Path(scratch) / "model.weights.h5"
        model.save_weights(weights)
        config = keras.saving.serialize_keras_object(model)
        saved = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d@%H:%M:%S")
        with zipfile.ZipFile(temporary, "w") as archive:
            archive.writestr("metadata.json", json.dumps({"keras_version": keras.__version__, "date_saved": saved}))
            archive.writestr("config.json", json.dumps(config))
            archive.write(weights, "model.weights.h5")
            archive.writestr(FACTS_MEMBER, as_json(facts))


def _require_space(model: keras.Model, folder: Path) -> None:
    """HDF5 takes the whole process with it when it cannot close a file that did not fit: so look first. The weights
    stand on the disk twice for a moment, by themselves and in the zip."""
    needed = 2 * sum(int(np.prod(weight.shape)) * 4 for weight in model.weights) + SPACE_BESIDE_WEIGHTS_BYTES
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def copy_model(source: Path, path: Path) -> None:
    """Make `path` the same file as `source`: a link where the disk has them, else a copy. Raises OSError."""
    with replacing(path) as temporary:
        try:
            os.link(source, temporary)
        except OSError:
            shutil.copyfile(source, temporary)


def open_model(path: Path) -> OpenedModel:
    """Open a `.keras` or `.h5` file, or a run's folder (its best epoch).

    Nothing that a file brings is run: Keras's safe mode, no custom objects. Raises ModelError.
    """
    # Of `os`: a name that is too long is simply not there.
    if os.path.isdir(path):
        return _open_run(path)
    if not os.path.isfile(path):
        raise ModelError(say("There is no model “{path}”.", path=path), say("Check the path."))
    if path.suffix.lower() not in {".keras", ".h5", ".hdf5"}:
        raise ModelError(
            say("“{name}” is not a model file.", name=path.name),
            say("Nakami opens .keras and .h5 files, and the folders of its own runs."),
        )
    model = _load(path)
    size_px, outputs = _sizes(model, path)
    names, resize = _travelling_facts(path, outputs)
    return OpenedModel(model, names, Frame(size_px, resize), path.name)


def _open_run(folder: Path) -> OpenedModel:
    facts = runs.read_facts(folder)
    for name in (runs.BEST_FILE, runs.LAST_FILE):
        if (folder / name).is_file():
            # Before it is read: one that comes meanwhile must not pass for it.
            stamp = runs.model_stamp(folder)
            model = _load(folder / name)
            size_px, outputs = _sizes(model, folder / name)
            if outputs != len(facts.class_names):
                raise _refusal(
                    folder,
                    say(
                        "it answers {outputs} classes, run.json names {names}",
                        outputs=outputs,
                        names=len(facts.class_names),
                    ),
                )
            frame = Frame(size_px, facts.frame.resize)
            return OpenedModel(model, facts.class_names, frame, facts.name, folder, stamp)
    raise ModelError(
        say("The run “{folder}” holds no network: best.keras and last.keras are not there.", folder=folder.name),
        say("Train again, or open another run."),
    )


def _load(path: Path) -> keras.Model:
    is_zip = path.suffix.lower() == ".keras"
    if not (zipfile.is_zipfile(path) if is_zip else _is_hdf5(path)):
        raise _refusal(path, say("it is none, or only a part of one"))
    with _refusing(path), _in_small_letters(path) as known, one_name_for_all():
        model = keras.saving.load_model(known, compile=False, safe_mode=True)
        if not isinstance(model, keras.Model):
            raise TypeError(f"a {type(model).__name__}, not a model")
        return model


def _is_hdf5(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(HDF5_SIGNATURE)) == HDF5_SIGNATURE


@contextmanager
def _in_small_letters(path: Path) -> Iterator[Path]:
    """The file under a name whose ending Keras knows: it takes `.KERAS` for something else."""
    if path.suffix == path.suffix.lower():
        yield path
        return
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / f"model{path.suffix.lower()}"
        shutil.copyfile(path, copy)
        yield copy


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Whatever a broken or hostile file makes Keras raise becomes one sentence."""
    try:
        yield
    except MemoryError as error:
        raise _refusal(path, say("it needs more memory than there is")) from error
    except Exception as error:
        reason = str(error).strip().splitlines()[0].rstrip(".")[:200] if str(error).strip() else type(error).__name__
        raise _refusal(path, Sentence("{reason}", {"reason": reason})) from error


def _refusal(path: Path, reason: Sentence) -> ModelError:
    return ModelError(
        say("“{name}” cannot be opened as a model: {reason}.", name=path.name, reason=reason),
        say("Nakami opens .keras and .h5 files, and the folders of its own runs."),
    )


def _sizes(model: keras.Model, path: Path) -> tuple[int, int]:
    """The picture size and the number of answers of a model. Raises ModelError when it is no image classifier."""
    takes, gives = getattr(model, "input_shape", None), getattr(model, "output_shape", None)
    if not (isinstance(takes, tuple) and len(takes) == 4 and takes[1] and takes[1] == takes[2] and takes[3] == 3):
        raise _refusal(path, say("it does not take square RGB pictures but {shape}", shape=takes))
    if not (isinstance(gives, tuple) and len(gives) == 2 and gives[1]):
        raise _refusal(path, say("it does not answer with one number per class but {shape}", shape=gives))
    if takes[1] > LARGEST_PICTURE_PX:
        raise _refusal(
            path,
            say(
                "it takes pictures of {size:,} pixels a side, more than {most:,}",
                size=takes[1],
                most=LARGEST_PICTURE_PX,
            ),
        )
    return int(takes[1]), int(gives[1])


def _travelling_facts(path: Path, count: int) -> tuple[tuple[str, ...], ResizeMode]:
    """The class names and the way of resizing that travel in the file, or that stand beside it; `class 1`, ... and
    stretching where there are none."""
    for names, resize in (_facts_inside(path), _facts_beside(path)):
        if len(names) == count:
            return names, resize
    return tuple(f"class {number}" for number in range(1, count + 1)), "stretch"


def _facts_inside(path: Path) -> tuple[tuple[str, ...], ResizeMode]:
    facts = travelling_facts(path)
    try:
        # Older files do not say: they were made when stretching was the only way.
        resize = RESIZE_MODES[RESIZE_MODES.index(facts.get("resize", "stretch"))]
        return tuple(str(name) for name in facts["class_names"]), resize
    except (KeyError, ValueError, TypeError):
        return (), "stretch"


def _facts_beside(path: Path) -> tuple[tuple[str, ...], ResizeMode]:
    try:
        facts = runs.read_facts(path.parent)
    except ModelError:
        return (), "stretch"
    return facts.class_names, facts.frame.resize
