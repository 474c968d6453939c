"""What a user is told when something cannot be done: what happened, and what to do about it."""

from core.words import Sentence, say

NO_HINT = Sentence("")


class NakamiError(Exception):
    """Something the user can mend.

    `what` says what happened (what was expected, what was received); `hint` what to do. Both are
    shown as they are: in a banner of the window, or after `nakami: error:` on the command line.
    """

    def __init__(self, what: Sentence, hint: Sentence = NO_HINT) -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what} {self.hint}".strip()


class PictureError(NakamiError):
    """One picture cannot be read. The work goes on without it.

    `is_passing`: the file itself may be whole, and reading it may succeed another time (a disk that is slow to answer,
    too little memory, a missing extra).
    """

    def __init__(self, what: Sentence, hint: Sentence = NO_HINT, is_passing: bool = False) -> None:
        super().__init__(what, hint)
        self.is_passing = is_passing


class DatasetError(NakamiError):
    """A folder cannot be used as pictures to learn from."""


class ModelError(NakamiError):
    """A model file or a run folder cannot be opened."""


class StorageError(NakamiError):
    """Something could not be written: a full or read-only disk, a folder that is gone."""


class Stopped(Exception):
    """The user asked a job to stop. Not an error: jobs clean up and let it pass."""


def storage_error(error: OSError, what: Sentence) -> StorageError:
    """A failed write in words: `what` says what was being saved, the hint follows from the error's number."""
    import errno

    hints = {
        errno.ENOSPC: say("The disk is full. Free some space, then try again."),
        errno.EDQUOT: say("Your share of the disk is used up. Free some space, then try again."),
        errno.EROFS: say("The disk is read-only. Choose another place with NAKAMI_HOME."),
        errno.EACCES: say("Writing there is not allowed. Check the folder's permissions."),
        errno.ENOENT: say("The folder is gone. Was it moved, or its disk removed?"),
    }
    fallback = say("The system says: {reason}.", reason=error.strerror or error)
    return StorageError(what, hints.get(error.errno or 0, fallback))
