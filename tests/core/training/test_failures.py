"""What ends a training: told in words that a user can act on, and named in one for the run's file."""

import errno
import os
from pathlib import Path

import pytest
import tensorflow as tf

from core.errors import DatasetError, ModelError, NakamiError, StorageError
from core.training.failures import Diverged, OutOfMemory, as_told, cause_of
from core.words import say

pytestmark = pytest.mark.heavy


def refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def of_tensorflow(kind: str, words: str) -> Exception:
    error: Exception = getattr(tf.errors, kind)(None, None, words)
    return error


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run with a network in it."""
    (tmp_path / "last.keras").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "The disk is full. Free some space, then try again."),
        (errno.EDQUOT, "Your share of the disk is used up. Free some space, then try again."),
        (errno.EROFS, "The disk is read-only. Choose another place with NAKAMI_HOME."),
        (errno.EACCES, "Writing there is not allowed. Check the folder's permissions."),
        (errno.ENOENT, "The folder is gone. Was it moved, or its disk removed?"),
        (errno.EIO, f"The system says: {os.strerror(errno.EIO)}."),
    ],
)
def test_a_disk_that_refuses_says_which_epoch_is_safe(run: Path, number: int, hint: str) -> None:
    told = as_told(refused(number), run, 2, 5)
    assert str(told) == f"Epoch 3 was not saved. Epoch 2 is safe. {hint}"
    assert (type(told), cause_of(told)) == (StorageError, "disk")


def test_a_disk_that_refuses_after_the_last_epoch(run: Path) -> None:
    told = as_told(refused(errno.ENOSPC), run, 5, 5)
    assert str(told).startswith("The run's results were not saved. Epoch 5 is safe. The disk is full.")


def test_a_disk_that_refuses_before_the_first_network(tmp_path: Path) -> None:
    told = as_told(refused(errno.ENOSPC), tmp_path, 0, 5)
    assert str(told).startswith(f"The run cannot be saved in {tmp_path}. The disk is full.")
    assert cause_of(told) == "disk"


@pytest.mark.parametrize("kind", ["ResourceExhaustedError", "InternalError", "UnknownError"])
def test_a_full_disk_is_told_apart_from_a_full_memory(run: Path, kind: str) -> None:
    """TensorFlow gives both the same kind of error."""
    told = as_told(of_tensorflow(kind, "/run/events.v2; No space left on device"), run, 1, 5)
    assert str(told).startswith("Epoch 2 was not saved. Epoch 1 is safe. The disk is full.")
    assert cause_of(told) == "disk"


@pytest.mark.parametrize(
    "error", [MemoryError(), of_tensorflow("ResourceExhaustedError", "OOM when allocating tensor")], ids=repr
)
def test_too_little_memory_is_said(run: Path, error: Exception) -> None:
    told = as_told(error, run, 1, 5)
    assert str(told) == "Training ran out of memory. Try a smaller batch size or a smaller image size."
    assert (type(told), cause_of(told)) == (OutOfMemory, "memory")


def test_another_error_of_tensorflow_is_said_in_one_short_line(run: Path) -> None:
    told = as_told(of_tensorflow("InvalidArgumentError", "Shapes do not fit\nNode: " + "x" * 500), run, 1, 5)
    assert str(told).startswith("TensorFlow stopped the training: Shapes do not fit Try")
    assert cause_of(told) == "error"
    told = as_told(of_tensorflow("InternalError", "y" * 5000), run, 1, 5)
    assert len(str(told)) < 400


def test_a_loss_that_is_no_number_names_the_batch_and_the_rate() -> None:
    told = Diverged(3, 17, 0.05)
    assert str(told) == (
        "The loss is not a number any more, since batch 17 of epoch 3. "
        "The learning rate, 0.05, is too high for these pictures. "
        "Train again with a tenth of it, or let one be found on the Training page."
    )
    assert cause_of(told) == "diverged"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (Diverged(1, 2, 0.1), "diverged"),
        (DatasetError(say("The folder is gone.")), "pictures"),
        (ModelError(say("No model.")), "error"),
        (NakamiError(say("Anything.")), "error"),
        (RuntimeError("unforeseen"), "error"),
        (ZeroDivisionError(), "error"),
    ],
    ids=repr,
)
def test_other_errors_stay_what_they_are(run: Path, error: Exception, cause: str) -> None:
    assert as_told(error, run, 1, 5) is error
    assert cause_of(error) == cause
