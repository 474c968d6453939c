"""Why a file is not the arrays that it should be, in words. Light."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from core.errors import DatasetError
from core.words import Sentence, say

ANOTHER_COPY = say("Copy or download it once more, or save it anew.")


class Unusable(Exception):
    """Something is wrong with a file of arrays. `reason` goes on after “... cannot be used: ”; `hint` says what to
    do, where that is more than to choose another file."""

    def __init__(self, reason: Sentence, hint: Sentence | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def damaged() -> Unusable:
    """The bytes make no sense."""
    return Unusable(say("its contents are damaged."), ANOTHER_COPY)


def cut_off() -> Unusable:
    """There are fewer bytes than were announced."""
    return Unusable(say("it is cut off, the arrays that it announces are not all there."), ANOTHER_COPY)


@contextlib.contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Whatever is wrong with the file in `path` becomes a DatasetError that names it."""
    try:
        yield
    except Unusable as error:
        hint = error.hint or say(
            "Nakami opens four arrays, X_train, X_test, Y_train and Y_test, in one .npy or .npz file or a file each."
        )
        what = say("“{name}” cannot be used: {reason}", name=path.name, reason=error.reason)
        raise DatasetError(what, hint) from error
    except OSError as error:
        raise DatasetError(
            say("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or error),
            say("Was it moved, or its disk removed?"),
        ) from error
    except MemoryError as error:
        raise DatasetError(
            say("“{name}” needs more memory than there is free.", name=path.name),
            say("Close other programs, or save each array in a file of its own."),
        ) from error
