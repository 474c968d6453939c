"""Every batch of a run on disk: what was appended comes back; what a crash tore is left out, nothing before it."""

import tempfile
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.batch_history import BatchRow, append_batches, cut_batches, read_batches

HEADER = "epoch,batch,batches,loss,accuracy\n"
FIRST, SECOND = "1,1,2,0.5,0.25\n", "1,2,2,0.25,1.0\n"


def epoch_of(number: int, losses: list[tuple[float, float]]) -> list[BatchRow]:
    return [BatchRow(number, place, len(losses), *each) for place, each in enumerate(losses, start=1)]


numbers = st.floats(width=64)
# Epochs may differ in their batches: a run may go on with fewer pictures from another version.
runs = st.lists(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5), max_size=5)


def write(folder: Path, epochs: list[list[tuple[float, float]]], begin: int = 1) -> None:
    for number, losses in enumerate(epochs, start=begin):
        append_batches(folder, epoch_of(number, losses))


@given(runs)
def test_batches_come_back_to_the_bit_with_their_place(epochs: list[list[tuple[float, float]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), epochs)
        positions, losses, accuracies = read_batches(Path(folder))
    expected = [(n + (k + 1) / len(each)) for n, each in enumerate(epochs) for k in range(len(each))]
    assert positions == pytest.approx(expected)
    for found, column in ((losses, 0), (accuracies, 1)):
        flat = [each[column] for losses_of_epoch in epochs for each in losses_of_epoch]
        assert np.array_equal(found, np.array(flat), equal_nan=True)
        assert found.dtype == np.float64


@given(runs, st.integers(0, 6))
def test_a_run_that_is_cut_and_trained_again_has_the_same_file(
    epochs: list[list[tuple[float, float]]], kept: int
) -> None:
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as cut:
        append_batches(Path(whole), [])
        write(Path(whole), epochs)
        write(Path(cut), epochs)
        cut_batches(Path(cut), kept)
        write(Path(cut), epochs[kept:], begin=kept + 1)
        assert (Path(cut) / "batches.csv").read_bytes() == (Path(whole) / "batches.csv").read_bytes()


@pytest.mark.parametrize("length", range(len(SECOND)))
def test_a_line_that_a_crash_tore_is_left_out(tmp_path: Path, length: int) -> None:
    (tmp_path / "batches.csv").write_text(HEADER + FIRST + SECOND[:length])
    assert [each.tolist() for each in read_batches(tmp_path)] == [[0.5], [0.5], [0.25]]
    cut_batches(tmp_path, 1)
    assert (tmp_path / "batches.csv").read_text() == HEADER + FIRST


def test_zeros_that_a_power_cut_left_at_the_end_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "batches.csv").write_bytes((HEADER + FIRST).encode() + bytes(64))
    assert read_batches(tmp_path)[1].tolist() == [0.5]


def test_a_cut_at_no_epoch_leaves_none(tmp_path: Path) -> None:
    (tmp_path / "batches.csv").write_text(HEADER + FIRST + SECOND)
    cut_batches(tmp_path, 0)
    assert (tmp_path / "batches.csv").read_text() == HEADER


@pytest.mark.parametrize(
    "content",
    [
        b"",
        HEADER.encode(),
        HEADER[:10].encode(),
        b"\n\n",
        (HEADER + "\n\n").encode(),
        (HEADER + "# nothing\n").encode(),
        (HEADER + "a,b,c,d,e\n").encode(),
        (HEADER + FIRST + "1,2\n").encode(),
        (HEADER + "1,1,2,0.5,0.5,0.5\n").encode(),
        (HEADER + "1,1,0,0.5,0.5\n").encode(),
        (HEADER + "-1,1,2,0.5,0.5\n").encode(),
        (HEADER + "nan,1,2,0.5,0.5\n").encode(),
        (HEADER + "1,inf,2,0.5,0.5\n").encode(),
        (HEADER + FIRST).encode() + b"\0\0\0\n",
        b"\xff\xfe\n\xff\n",
    ],
    ids=repr,
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "batches.csv").write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [each.tolist() for each in read_batches(tmp_path)] == [[], [], []]
        cut_batches(tmp_path, 9)
    assert (tmp_path / "batches.csv").read_text() == HEADER


def test_where_none_were_kept_there_are_none(tmp_path: Path) -> None:
    assert [each.tolist() for each in read_batches(tmp_path)] == [[], [], []]
    assert [each.tolist() for each in read_batches(tmp_path / "nowhere")] == [[], [], []]


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "batches.csv").write_text((HEADER + FIRST).replace("\n", "\r\n"), newline="")
    assert read_batches(tmp_path)[2].tolist() == [0.25]
