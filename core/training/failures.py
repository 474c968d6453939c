"""What ends a training, in words that a user can act on. Heavy: imports TensorFlow."""

import errno
import os
from pathlib import Path
from typing import Literal

import tensorflow as tf

from core.errors import DatasetError, NakamiError, StorageError, storage_error
from core.training import runs
from core.words import say

Cause = Literal["memory", "disk", "diverged", "pictures", "error"]


class OutOfMemory(NakamiError):
    """There is not enough memory for a batch."""


class Diverged(NakamiError):
    """The loss has become infinite or no number at all, and with it the weights: they stay so."""

    def __init__(self, epoch: int, batch: int, learning_rate: float) -> None:
        super().__init__(
            say("The loss is not a number any more, since batch {batch} of epoch {epoch}.", batch=batch, epoch=epoch),
            say(
                "The learning rate, {rate}, is too high for these pictures. Train again with a tenth of it, or let one "
                "be found on the Training page.",
                rate=f"{learning_rate:g}",
            ),
        )


def as_told(error: Exception, folder: Path, saved: int, epochs: int) -> Exception:
    """The error in words where the user can mend it, else itself. `saved` of the run's `epochs` are safe in
    `folder`."""
    if isinstance(error, OSError):
        return _storage_error(error, folder, saved, epochs)
    if isinstance(error, tf.errors.OpError) and os.strerror(errno.ENOSPC) in str(error):
        # TensorFlow says the same of a full disk and of a full memory.
        return _storage_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), folder, saved, epochs)
    smaller = say("Try a smaller batch size or a smaller image size.")
    if isinstance(error, MemoryError | tf.errors.ResourceExhaustedError):
        return OutOfMemory(say("Training ran out of memory."), smaller)
    if isinstance(error, tf.errors.OpError):
        reason = str(error).splitlines()[0][:200]
        return NakamiError(say("TensorFlow stopped the training: {reason}", reason=reason), smaller)
    return error


def cause_of(error: Exception) -> Cause:
    """What ended a training, in one word for the run's file."""
    kinds: tuple[tuple[type[Exception], Cause], ...] = (
        (OutOfMemory, "memory"),
        (StorageError, "disk"),
        (Diverged, "diverged"),
        (DatasetError, "pictures"),
    )
    return next((cause for kind, cause in kinds if isinstance(error, kind)), "error")


def _storage_error(error: OSError, folder: Path, saved: int, epochs: int) -> NakamiError:
    if not (folder / runs.LAST_FILE).is_file():
        return storage_error(error, say("The run cannot be saved in {folder}.", folder=folder))
    if saved == epochs:
        return storage_error(error, say("The run's results were not saved. Epoch {saved} is safe.", saved=saved))
    return storage_error(
        error, say("Epoch {epoch} was not saved. Epoch {saved} is safe.", epoch=saved + 1, saved=saved)
    )
