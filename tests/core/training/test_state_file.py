"""The state of a training on disk: what was written comes back to the bit; whatever else stands there is refused."""

import errno
import io
import json
import math
import os
import pickle
import random
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from core.errors import ModelError
from core.events import EpochEnded
from core.training.state_file import TrainingState, forget_states, read_state, state_file, write_state


def epoch(number: int = 1, loss: float = 0.1, is_best: bool = True) -> EpochEnded:
    return EpochEnded(number, loss, 0.5, math.nan, math.nan, 12.5, 46.0, is_best, 0.001)


STATE = TrainingState(
    (epoch(1), epoch(2, 1 / 3, is_best=False)),
    (np.array(7, np.int64), np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4)),
    (np.array([1, 2**32 - 1], np.uint32),),
)


def same(one: TrainingState, other: TrainingState) -> bool:
    """To the bit: kinds of numbers, shapes and NaNs too."""

    def bits(state: TrainingState) -> Any:
        kept = ((each.dtype.str, each.shape, each.tobytes()) for each in (*state.optimizer, *state.generators))
        return repr(state.history), len(state.optimizer), list(kept)

    return bool(bits(one) == bits(other))


# ---- round trips

numbers = st.floats(allow_nan=True, allow_infinity=True)
histories = st.lists(st.tuples(*[numbers] * 7, st.booleans()), min_size=1, max_size=4).map(
    lambda rows: tuple(EpochEnded(place, *row[:6], row[7], row[6]) for place, row in enumerate(rows, start=1))
)
some_arrays = st.lists(
    st.sampled_from(["<f4", "<f8", "<i8", "<u4"]).flatmap(
        lambda kind: arrays.arrays(np.dtype(kind), arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
    ),
    max_size=12,
).map(tuple)


@given(histories, some_arrays, some_arrays)
def test_a_state_comes_back_to_the_bit(history: Any, optimizer: Any, generators: Any) -> None:
    state = TrainingState(history, optimizer, generators)
    with tempfile.TemporaryDirectory() as folder:
        write_state(Path(folder), state)
        assert same(read_state(Path(folder), len(history)), state)
        assert [each.name for each in Path(folder).iterdir()] == [f"state-{len(history)}.npz"]


def test_more_than_ten_arrays_keep_their_order(tmp_path: Path) -> None:
    state = TrainingState((epoch(),), tuple(np.full(2, place) for place in range(23)), ())
    write_state(tmp_path, state)
    assert [each[0] for each in read_state(tmp_path, 1).optimizer] == list(range(23))


def test_a_state_is_written_over_an_earlier_one_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_state(tmp_path, STATE)
    before = state_file(tmp_path, 2).read_bytes()

    def half(stream: Any, **_: Any) -> None:
        stream.write(before[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(np, "savez", half)
    with pytest.raises(OSError, match="No space left"):
        write_state(tmp_path, STATE)
    assert state_file(tmp_path, 2).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_all_states_but_one_are_forgotten(tmp_path: Path) -> None:
    for name in ("state-1.npz", "state-12.npz", "state-2.npz", "last.keras", "state-2.txt"):
        (tmp_path / name).touch()
    (tmp_path / "state-3.npz").mkdir()
    forget_states(tmp_path, but=12)
    assert {each.name for each in tmp_path.iterdir()} == {"state-12.npz", "last.keras", "state-2.txt", "state-3.npz"}


# ---- damage


class Hostile:
    """Leaves a file behind wherever it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> Any:
        return Path.touch, (self.trace,)


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put(path: Path, changed: dict[str, bytes | None], compression: int = zipfile.ZIP_STORED) -> None:
    """The state's file with other members; None leaves one out."""
    content = members(path) | changed
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)


def npy(array: Any) -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.asarray(array), allow_pickle=True)
    return stream.getvalue()


def claiming(*shape: int) -> bytes:
    """An array file that says it holds so many numbers, and holds none."""
    stream = io.BytesIO()
    np.lib.format.write_array_header_1_0(stream, {"descr": "<f4", "fortran_order": False, "shape": shape})
    return stream.getvalue()


def history(written: Any) -> dict[str, bytes | None]:
    text = written if isinstance(written, str) else json.dumps(written)
    return {"history.npy": npy(np.frombuffer(text.encode(), np.uint8))}


def set_bits(path: Path, in_directory: int, value: int, in_header: int | None = None) -> None:
    """Change a byte of the first member's entry in the directory, and in its own header."""
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + in_directory] = value
    if in_header is not None:
        content[in_header] = value
    path.write_bytes(content)


def compressed_and_torn(path: Path) -> None:
    put(path, {}, zipfile.ZIP_DEFLATED)
    content = bytearray(path.read_bytes())
    content[60:64] = b"\xff\xff\xff\xff"
    path.write_bytes(content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"P"),
    "half": lambda path: path.write_bytes(path.read_bytes()[:400]),
    "without its end": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "zeros, as a power cut leaves them": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "text": lambda path: path.write_text("no state at all"),
    "one array": lambda path: path.write_bytes(npy([1.0])),
    "another zip": lambda path: put(path, dict.fromkeys(members(path)) | {"readme.txt": b"hello"}),
    "compressed and torn": compressed_and_torn,
    "as if encrypted": lambda path: set_bits(path, 8, 1, in_header=6),
    "an unknown compression": lambda path: set_bits(path, 10, 99),
    "a later zip": lambda path: set_bits(path, 6, 200),
    "no history": lambda path: put(path, {"history.npy": None}),
    "a history that is no array": lambda path: put(path, {"history.npy": None, "history": b"[]"}),
    "a history of no text": lambda path: put(path, {"history.npy": npy(np.array([255, 254], np.uint8))}),
    "a history nested without end": lambda path: put(path, history("[" * 100_000)),
    "no epoch": lambda path: put(path, history([])),
    "another epoch": lambda path: put(path, history([asdict(epoch(1))])),
    "epochs out of order": lambda path: put(path, history([asdict(epoch(2)), asdict(epoch(1))])),
    "a number for a history": lambda path: put(path, history(7)),
    "an epoch without its numbers": lambda path: put(path, history([{"epoch": 1}, {"epoch": 2}])),
    "an array missing": lambda path: put(path, {"optimizer_0.npy": None}),
    "more numbers than fit anywhere": lambda path: put(path, {"optimizer_0.npy": claiming(10**15)}),
    "more numbers than can be counted": lambda path: put(path, {"optimizer_0.npy": claiming(2**62, 2**62)}),
    "fewer numbers than it says": lambda path: put(path, {"optimizer_0.npy": claiming(3)}),
    "less than none": lambda path: put(path, {"optimizer_0.npy": claiming(-1)}),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "gone": lambda path: path.unlink(),
}


def refusal(folder: Path) -> str:
    with pytest.raises(ModelError) as told:
        read_state(folder, 2)
    return str(told.value)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_state_is_said(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    write_state(tmp_path, STATE)
    damage(state_file(tmp_path, 2))
    assert refusal(tmp_path) == (
        f"The run “{tmp_path.name}” cannot go on: its state-2.npz is damaged. "
        "Its networks can still be opened. Train anew to go further."
    )


@pytest.mark.parametrize("member", ["history.npy", "optimizer_1.npy", "the file"])
def test_nothing_that_a_state_brings_is_run(tmp_path: Path, member: str) -> None:
    write_state(tmp_path, STATE)
    hostile = Hostile(tmp_path / "ran")
    path = state_file(tmp_path, 2)
    if member == "the file":
        path.write_bytes(pickle.dumps(hostile))
    else:
        put(path, {member: npy(np.array([hostile], dtype=object))})
    assert "is damaged" in refusal(tmp_path)
    assert not hostile.trace.exists()


def test_bytes_that_a_disk_has_turned_are_noticed_or_without_effect(tmp_path: Path) -> None:
    write_state(tmp_path, STATE)
    path = state_file(tmp_path, 2)
    content = path.read_bytes()
    chance = random.Random(5)
    refused = 0
    for _ in range(400):
        turned = bytearray(content)
        turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
        path.write_bytes(turned)
        try:
            found = read_state(tmp_path, 2)
        except ModelError:
            refused += 1
            continue
        # One array less is for whoever knows how many the network has.
        is_short = len(found.optimizer) + len(found.generators) < 3
        assert is_short or same(found, STATE)
    assert refused > 200
