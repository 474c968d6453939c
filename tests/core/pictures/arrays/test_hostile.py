"""Files that were built to harm: each is refused with one sentence, nothing runs, and memory stays small."""

import io
import os
import struct
import subprocess
import sys
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.control import Control
from core.errors import DatasetError, Stopped
from core.pictures.arrays import npz, pickled
from core.pictures.arrays.kinds import checked_shape
from core.pictures.arrays.reading import read_arrays
from core.pictures.arrays.unusable import Unusable
from tests.core.pictures.arrays.made import (
    ANIMALS,
    FOUR,
    NAMES,
    X_TEST,
    X_TRAIN,
    Y_TEST,
    Y_TRAIN,
    archive,
    header,
    named_archive,
    objects,
    one_after_the_other,
    tutorial,
    written,
)

# The files here are of some kilobytes. A megabyte is what reading lists of members and decoders take at once.
MOST_BYTES = 4_000_000
ROOT = Path(__file__).parents[4]
RAN: list[str] = []


def harm(*_: object) -> None:
    """What no file may reach."""
    RAN.append("harm")


@pytest.fixture(autouse=True)
def nothing_runs() -> Iterator[None]:
    """Also what was unpickled by a way that nobody thought of."""
    RAN.clear()
    yield
    assert not RAN


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "evil.npy"


def opened(path: Path) -> DatasetError | None:
    """The error, if any; pixels are read as well. Memory is watched."""
    tracemalloc.start()
    try:
        for part in read_arrays(path).parts.values():
            for block in part.pictures.blocks():
                assert block.dtype == np.uint8
        return None
    except DatasetError as error:
        return error
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_BYTES


def refusal(path: Path) -> str:
    error = opened(path)
    assert error is not None
    sentence = str(error.what)
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 200
    assert str(error.hint)
    return sentence


# ---- code


class Calls:
    """Pickles as a call of something."""

    def __init__(self, function: Callable[..., Any], *given: Any) -> None:
        self.wanted = function, given

    def __reduce__(self) -> Any:
        return self.wanted


class SetsState:
    """Pickles as an object whose state is set."""

    def __getstate__(self) -> Any:
        return {"a": 1}

    def __setstate__(self, _state: Any) -> None:
        harm()


HARMS = [
    Calls(harm),
    Calls(os.system, "true"),
    Calls(eval, "1"),
    Calls(np.load, "x"),
    Calls(getattr, "x", "y"),
    Calls(np.memmap, "x"),
    SetsState(),
]


@pytest.mark.parametrize("evil", HARMS, ids=range(len(HARMS)))
@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_calls_are_not_carried_out(file: Path, evil: Any, protocol: int) -> None:
    for four in (
        (evil, *FOUR[1:]),
        (*FOUR[:3], evil),
        (*FOUR[:3], [evil]),
        (*FOUR[:3], objects([objects([evil])])),
        (*FOUR[:3], {"a": evil}),
        (*FOUR, evil),
    ):
        sentence = refusal(written(file, tutorial(protocol, four)))
        assert "would run" in sentence or "objects of a program" in sentence


@pytest.mark.parametrize(
    "operations",
    [
        b"cos\nsystem\n(X\x04\x00\x00\x00trueltR.",
        b"(X\x04\x00\x00\x00trueios\nsystem\n.",  # INST
        b"(cos\nsystem\nX\x04\x00\x00\x00trueo.",  # OBJ
        b"cos\nsystem\n)\x81.",  # NEWOBJ
        b"Pname\n.",  # a persistent name
        b"\x82\x01.",  # an extension
        b"\x8c\x02os\x8c\x06system\x93)R.",
        b"cnumpy.core.multiarray\n_reconstruct.__globals__\n.",
        b"cnumpy\nndarray.tofile\n.",
        b"cnumpy\nndarray\n)R.",
        b"cnumpy\ndtype\nX\x02\x00\x00\x00u1\x85R}b.",
        b"c_codecs\nencode\nX\x01\x00\x00\x00aX\x04\x00\x00\x00zlib\x86R.",
        b"cnumpy.core.multiarray\n_reconstruct\ncbuiltins\nbytes\nK\x00\x85C\x01b\x87R.",
    ],
)
def test_hand_made_pickles(file: Path, operations: bytes) -> None:
    assert refusal(written(file, header() + b"\x80\x04" + operations))


# ---- memory


EMPTY = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85C\x01b\x87R"
BYTES = b"cnumpy\ndtype\n\x8c\x02u1\x89\x88\x87R"
HUGE = struct.pack("<Q", 2**60)


@pytest.mark.parametrize(
    "operations",
    [
        EMPTY + b"(K\x01(\x8a\x06\xff\xff\xff\xff\xff\x7ft" + BYTES + b"\x89C\x01xtb.",  # a shape without its bytes
        EMPTY + b"(K\x01(J\xff\xff\xff\xfft" + BYTES + b"\x89C\x01xtb.",  # less than nothing
        EMPTY + b"(K\x01(" + 9 * b"K\x01" + b"t" + BYTES + b"\x89C\x01xtb.",
        EMPTY + b"(K\x01(\x88t" + BYTES + b"\x89C\x01xtb.",
        b"cnumpy\ndtype\n\x8c\x0bU9999999999\x89\x88\x87R.",
        b"\x8e" + HUGE + b"x.",
        b"\x8d" + HUGE + b"x.",
        b"\x96" + HUGE + b"x.",
        b"\x95" + HUGE + b"N.",
        b"B\xff\xff\xff\xffx.",
        b"\x8b\xff\xff\xff\x7fx.",
        b"]r\xff\xff\xff\xff.",  # a place in the memo far away
        b"]" * 1_000_000 + b".",
        b"(" * 1_000_000 + b".",
        b"]\x94" + b"(h\x00h\x00e" * 1000 + b".",  # a list that holds itself
        b"]\x94" + b"".join(b"](" + 10 * (b"h" + bytes([each])) + b"e\x94" for each in range(50)) + b".",
        b"\x85" * 10 + b".",
    ],
)
def test_pickles_that_announce_much(file: Path, operations: bytes) -> None:
    assert refusal(written(file, header() + b"\x80\x04" + operations))


def test_one_picture_named_a_thousand_times_is_no_thousand_pictures(file: Path) -> None:
    one = np.zeros((20, 20, 3), np.uint8)
    four = ([one] * 20_000, X_TEST, [0] * 20_000, Y_TEST)
    assert "no array" in refusal(written(file, tutorial(4, four)))


def test_text_named_many_times_is_decoded_once(file: Path) -> None:
    text = b"X" + struct.pack("<I", 100_000) + b"a" * 100_000 + b"q\x000"
    again = b"c_codecs\nencode\nh\x00X\x06\x00\x00\x00latin1\x86R0"
    assert refusal(written(file, header() + b"\x80\x02" + text + again * 1000 + b"N."))


@pytest.mark.parametrize(
    "use",
    [
        b"cnumpy\ndtype\nh\x00R0",  # a kind of nineteen thousand arguments
        b"cnumpy.core.multiarray\n_reconstruct\nh\x00R0",
        b"h\x01h\x00b0",
    ],
)
def test_long_arguments_are_not_gone_through_again_and_again(file: Path, use: bytes) -> None:
    long = b"(\x8c\x02u1" + b"N" * 19_000 + b"tq\x000"
    assert "damaged" in refusal(written(file, header() + b"\x80\x04" + long + EMPTY + b"q\x010" + use * 50 + b"N."))


def test_a_long_shape_is_refused_before_it_is_gone_through() -> None:
    class Long(tuple[int, ...]):
        def __iter__(self) -> Iterator[int]:
            raise AssertionError("gone through")

    with pytest.raises(Unusable):
        checked_shape(Long([1] * 19_000))


def test_short_text_named_many_times_does_not_fill_the_memory(file: Path) -> None:
    text = b"X" + struct.pack("<I", 4000) + b"a" * 4000 + b"q\x000"
    again = b"c_codecs\nencode\nh\x00X\x06\x00\x00\x00latin1\x86R\x940"
    assert "damaged" in refusal(written(file, header() + b"\x80\x02" + text + again * 3000 + b"N."))


@pytest.mark.parametrize("names", [("x.npy",), ("X_train.npy", "X_test.npy", "Y_train.npy", "Y_test.npy")])
def test_a_stop_is_heard_within_a_long_pickle(tmp_path: Path, names: tuple[str, ...]) -> None:
    control = Control()
    control.stop()
    for name in names:
        written(tmp_path / name, header() + b"\x80\x04" + b"N0" * 10_000 + b"N.")
    with pytest.raises(Stopped):
        read_arrays(tmp_path / names[0], control)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
@pytest.mark.parametrize(
    "call",
    [
        "reading.read_arrays(Path('x.npy'))",
        "reading.read_arrays(Path('x.npz'))",
        "reading.read_arrays(Path('X_train.npy'))",
        "npz.read_members(Path('x.npz'))",
        "unpacking.unpack(Path('good.npy'))",
    ],
)
def test_a_pipe_is_not_waited_for(call: str, tmp_path: Path) -> None:
    for name in ("x.npy", "x.npz", "good.labels.txt", *(f"{each}.npy" for each in NAMES)):
        os.mkfifo(tmp_path / name)
    written(tmp_path / "good.npy", tutorial())
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from pathlib import Path; from core.pictures.arrays import npz, reading, unpacking; {call}",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NAKAMI_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode == 0) == ("good" in call)
    assert "good" in call or "it is a device or a pipe." in ran.stderr


def test_steps_come_to_an_end(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickled, "MAX_STEPS", 1000)
    assert "too many" in refusal(written(file, header() + b"\x80\x04" + b"N0" * 1000))


@pytest.mark.parametrize(
    "shape",
    ["(100000000000000, 4, 4, 3)", "(9999999999, 9999999999)", "(-1,)", "(" * 500, "(" + "9" * 5000 + ",)", "(1.5,)"],
)
def test_headers_that_announce_much(file: Path, shape: str) -> None:
    text = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}".encode()
    assert refusal(written(file, b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text))


def test_a_header_longer_than_the_file(file: Path) -> None:
    assert refusal(written(file, b"\x93NUMPY\x02\x00" + struct.pack("<I", 2**32 - 1) + b"{"))


# ---- archives


def zipped(name: str, head: bytes, zeros: int, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as members, members.open(name, "w") as member:
        member.write(head)
        for _ in range(zeros // 1_000_000):
            member.write(bytes(1_000_000))
    return file.getvalue()


def test_a_bomb_is_seen_from_what_it_announces(file: Path) -> None:
    content = zipped("X_train.npy", header((400_000, 10, 10, 3), "|u1"), 120_000_000)
    assert len(content) < 200_000
    assert "far more" in refusal(written(file, content))


def test_a_lie_about_the_size_ends_early(file: Path) -> None:
    content = bytearray(named_archive(packed=True))
    # The first entry of the central directory: its size unpacked, 24 bytes on.
    at = content.index(b"PK\x01\x02") + 24
    for lie in (50, 99_000_000, 2**32 - 2):
        content[at : at + 4] = struct.pack("<I", lie)
        assert refusal(written(file, bytes(content)))


def test_many_members_are_not_listed(file: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as members:
        for number in range(30_000):
            members.writestr(f"{number}.npy", b"")
    assert refusal(written(file, stream.getvalue()))


def test_members_of_objects_are_refused(file: Path) -> None:
    content = archive(X_train=X_TRAIN, X_test=X_TEST, Y_train=objects([Calls(harm)] * 7), Y_test=Y_TEST)
    assert "“Y_train.npy” in it holds objects" in refusal(written(file, content))


def test_members_in_fortrans_order_are_read_whole_only_when_small(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npz, "MAX_WHOLE_BYTES", 100)
    content = archive(np.asfortranarray(X_TRAIN), *FOUR[1:])
    assert "Fortran" in refusal(written(file, content))


def test_a_damaged_member_is_told_when_its_pixels_are_read(file: Path) -> None:
    content = bytearray(named_archive())
    content[content.index(X_TEST.tobytes()) + 3] ^= 1
    assert "damaged" in refusal(written(file, bytes(content)))


def test_packings_that_numpy_does_not_use(file: Path) -> None:
    assert "packed" in refusal(written(file, zipped("X_train.npy", header((1,), "|u1"), 0, zipfile.ZIP_LZMA)))


# ---- whatever else


WHOLE = (
    *(tutorial(protocol) for protocol in (2, 4, 5)),
    *(
        tutorial(each, (list(X_TRAIN), objects(list(X_TEST)), ANIMALS[Y_TRAIN], list(ANIMALS[Y_TEST])))
        for each in (2, 5)
    ),
    tutorial(4, (X_TRAIN / 255, X_TEST / 255, np.eye(3)[Y_TRAIN].tolist(), np.eye(3)[Y_TEST])),
    one_after_the_other(),
    named_archive(),
    named_archive(packed=True),
    archive(np.asfortranarray(X_TRAIN / 256), X_TEST / 256, ANIMALS[Y_TRAIN], ANIMALS[Y_TEST], packed=True),
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A file that was whole, with some bytes changed, taken out or put in, or cut off."""
    content = bytearray(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(1, 4))):
        # What matters stands at the begin and, of archives, at the end.
        near = st.integers(0, min(900, len(content))) | st.integers(max(0, len(content) - 400), len(content))
        at = draw(near | st.integers(0, len(content)))
        taken = draw(st.integers(0, 8) | st.just(len(content)))
        content[at : at + taken] = draw(
            st.binary(max_size=8) | st.sampled_from([b".", b"R", b"b", b"h\x00", b"(", b"c"])
        )
    return bytes(content)


@settings(max_examples=400)
@given(broken())
def test_broken_files_raise_nothing_else(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        error = opened(written(Path(folder) / "a.npy", content))
    assert error is None or str(error.what).endswith(".")


@settings(max_examples=200)
@given(st.lists(st.sampled_from([bytes([each]) for each in sorted(pickled._OPERATIONS)]) | st.binary(max_size=6)))
def test_any_operations_raise_nothing_else(operations: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert opened(written(Path(folder) / "a.npy", header() + b"\x80\x04" + b"".join(operations) + b"."))
