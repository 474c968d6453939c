"""What ends a training, in words that a user can act on. Heavy: imports TensorFlow."""

import errno
import os
from pathlib import Path

import tensorflow as tf

from core.errors import NakamiError, storage_error
from core.training import runs
from core.words import say


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
        return NakamiError(say("Training ran out of memory."), smaller)
    if isinstance(error, tf.errors.OpError):
        reason = str(error).splitlines()[0][:200]
        return NakamiError(say("TensorFlow stopped the training: {reason}", reason=reason), smaller)
    return error


def _storage_error(error: OSError, folder: Path, saved: int, epochs: int) -> NakamiError:
    if not (folder / runs.LAST_FILE).is_file():
        return storage_error(error, say("The run cannot be saved in {folder}.", folder=folder))
    if saved == epochs:
        return storage_error(error, say("The run's results were not saved. Epoch {saved} is safe.", saved=saved))
    return storage_error(
        error, say("Epoch {epoch} was not saved. Epoch {saved} is safe.", epoch=saved + 1, saved=saved)
    )
