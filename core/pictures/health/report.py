"""All lines of the health report, the most severe first. Light."""

from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Dataset
from core.pictures.edits import Edits
from core.pictures.health import classes, copies, looks, unused
from core.pictures.health.checked import Checked
from core.pictures.health.issue import SEVERITIES, Issue
from core.pictures.split import Split


def health_report(
    prepared: PreparedPictures,
    split: Split,
    edits: Edits,
    frame: Frame,
    scanned: Dataset | None = None,
    from_arrays: bool = False,
) -> tuple[Issue, ...]:
    """What is wrong with the pictures, what follows from it, and what can be done; a good line where nothing is wrong.

    `prepared` and `split` are of what `edits` leave of the folder, `frame` is that of the training. `scanned` is the
    folder with what is left out, for telling what that is. `from_arrays`: the pictures were unpacked from a file
    of arrays. Quick enough for the window's thread.
    """
    checked = Checked(prepared, split, edits, frame, scanned, from_arrays)
    lines = [line for family in (unused, copies, classes, looks) for line in family.issues(checked)]
    return tuple(sorted(lines, key=lambda line: SEVERITIES.index(line.severity)))
