"""One kept epoch of one photo as bytes: an `.npz` that numpy opens, small enough to write one after every epoch.

facts     JSON: the photo, the answer, and for each layer its name, kind, shape, inputs and settings of its kernel
codes     pictures as 256 steps per channel, all layers behind each other
numbers   float32: for those layers the lowest and highest of each channel; vectors of few values as they are
kernels   float16: of convolutions
pixels    the photo as the network saw it
"""

import contextlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import fields
from math import prod
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from core.answers import Answer, Insight, LayerOutput, Photo
from core.inside.kept_values import Rounded, channels, restore_values, round_values
from core.inside.operations import Convolution, DepthwiseConvolution, Function, LayerFacts, Operation, Unexplained

FORMAT = 1
# Logits and probabilities are read as numbers, and a few hundred of those cost nothing.
_MOST_EXACT_VALUES = 1024
# Level 1 makes a quarter of it in 13 ms for the tutorial network at 100 px; level 6 takes 34 ms for a fifteenth less.
_COMPRESSION_LEVEL = 1
_LARGEST_FLOAT16 = 65504

Kernelled = Convolution | DepthwiseConvolution


class Unreadable(Exception):
    """The file is missing, damaged, or of another format."""


def pack(insight: Insight) -> bytes:
    """The file's content. The answer and vectors of few values come back exactly, the other outputs rounded."""
    packed = _Packed()
    operations = {each.name: each for each in insight.layers}
    layers = [packed.add(output, operations.get(output.name)) for output in insight.outputs]
    facts = {
        "format": FORMAT,
        "epoch": insight.epoch,
        "photo": insight.photo.name,
        "ranked": insight.answer.ranked,
        "layers": layers,
    }
    members = {
        "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
        "pixels": np.asarray(insight.answer.pixels, np.uint8),
        "kernels": _joined(packed.kernels, np.float16),
        "numbers": _joined(packed.numbers, np.float32),
        "codes": _joined(packed.codes, np.uint8),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION_LEVEL) as archive:
        for name, array in members.items():
            with archive.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    return content.getvalue()


class _Packed:
    """The arrays of all layers so far, in order."""

    def __init__(self) -> None:
        self.codes: list[NDArray[np.uint8]] = []
        self.numbers: list[NDArray[np.float32]] = []
        self.kernels: list[NDArray[np.float16]] = []

    def add(self, output: LayerOutput, facts: LayerFacts | None) -> dict[str, Any]:
        """Take a layer's arrays in; what there is to say of it beside them."""
        values = output.values
        layer: dict[str, Any] = {"name": output.name, "kind": output.kind, "shape": values.shape}
        if values.ndim < 2 and values.size <= _MOST_EXACT_VALUES:
            self.numbers.append(values.ravel())
        else:
            rounded = round_values(values)
            self.codes.append(rounded.codes.ravel())
            self.numbers += [rounded.low, rounded.high]
            layer["top"] = rounded.top
        if facts is not None:
            layer["inputs"] = facts.inputs
        if facts is not None and isinstance(facts.operation, Kernelled):
            layer["kernel"] = _settings(facts.operation)
            kernel = np.clip(facts.operation.kernel, -_LARGEST_FLOAT16, _LARGEST_FLOAT16)
            self.kernels.append(kernel.astype(np.float16).ravel())
        return layer


def is_whole(path: Path) -> bool:
    """Whether the file is there to its end, by a quick look at that."""
    try:
        return zipfile.is_zipfile(path)
    except (OSError, zipfile.BadZipFile):
        return False


def unpack(path: Path, photo: Photo | None = None) -> Insight:
    """What was kept, of `photo` (None: the photo as it was kept, by its pixels). Raises Unreadable."""
    with _reading(path) as archive:
        facts = _facts(archive)
        pixels = _read_only(archive["pixels"])
        photo = photo or Photo(facts["photo"], pixels=pixels)
        ranked = tuple((str(name), float(probability)) for name, probability in facts["ranked"])
        answer = Answer(photo.file or photo.name, ranked, pixels=pixels)
        codes, numbers = _Stream(archive["codes"]), _Stream(archive["numbers"])
        kernels = _kernels(facts, archive)
        outputs = tuple(
            LayerOutput(each["name"], each["kind"], _read_only(_values(each, codes, numbers)))
            for each in facts["layers"]
        )
        layers = tuple(
            LayerFacts(
                each["name"], each["kind"], _operation(each.get("kernel"), kernels.get(each["name"])), _inputs(each)
            )
            for each in facts["layers"]
        )
        return Insight(photo, answer, outputs, layers, facts["epoch"], is_kept=True)


def unpack_kernels(path: Path) -> dict[str, NDArray[np.float32]]:
    """The kernels alone, by the names of their layers. Raises Unreadable."""
    with _reading(path) as archive:
        return _kernels(_facts(archive), archive)


def unpack_photo(path: Path) -> Photo:
    """The photo alone: its name, and its pixels as the network saw them. Raises Unreadable."""
    with _reading(path) as archive:
        return Photo(_facts(archive)["photo"], pixels=_read_only(archive["pixels"]))


class _Stream:
    """An array that is taken piece by piece from its front."""

    def __init__(self, array: NDArray[Any]) -> None:
        self._array = array
        self._place = 0

    def take(self, shape: Sequence[int]) -> NDArray[Any]:
        begin, self._place = self._place, self._place + prod(shape)
        return self._array[begin : self._place].reshape(shape)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[Any]:
    try:
        # Opened here: where the archive is damaged, numpy would leave it open.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            yield archive
    except Exception as error:  # Whatever a damaged archive, array or JSON makes their readers raise.
        raise Unreadable(path.name) from error


def _facts(archive: Any) -> Any:
    facts = json.loads(archive["facts"].tobytes())
    if facts["format"] != FORMAT:
        raise ValueError(f"expected format {FORMAT}, received {facts['format']}")
    return facts


def _values(layer: Any, codes: _Stream, numbers: _Stream) -> NDArray[np.float32]:
    shape = tuple(layer["shape"])
    if "top" not in layer:
        return numbers.take(shape)
    bounds = (channels(shape),)
    return restore_values(Rounded(codes.take(shape), numbers.take(bounds), numbers.take(bounds), layer["top"]))


def _inputs(layer: Any) -> tuple[str, ...]:
    return tuple(layer.get("inputs", ()))


def _settings(operation: Kernelled) -> dict[str, Any]:
    """A convolution without its weights."""
    settings = {each.name: getattr(operation, each.name) for each in fields(operation)}
    del settings["bias"]
    function = operation.function
    return settings | {
        "type": type(operation).__name__,
        "kernel": operation.kernel.shape,
        "function": [function.name, {name: float(value) for name, value in function.parameters.items()}],
    }


def _operation(settings: Any, kernel: NDArray[np.float32] | None) -> Operation:
    if settings is None or kernel is None:
        return Unexplained()
    kind: Any = next(each for each in get_args(Kernelled) if each.__name__ == settings["type"])
    name, parameters = settings["function"]
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()}
    del given["type"]
    made: Operation = kind(**given | {"kernel": kernel, "bias": None, "function": Function(name, parameters)})
    return made


def _kernels(facts: Any, archive: Any) -> dict[str, NDArray[np.float32]]:
    stream = _Stream(archive["kernels"])
    return {
        each["name"]: _read_only(stream.take(each["kernel"]["kernel"]).astype(np.float32))
        for each in facts["layers"]
        if "kernel" in each
    }


def _joined(arrays: list[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate([*arrays, np.empty(0, kind)])


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
