"""What a process that was killed while it wrote leaves in a run's folder. Light."""

import contextlib
import re
import shutil
from pathlib import Path

from core.inside.kept_epochs import FOLDER

# As `core.files.replacing` and `core.network.store` call what they have not finished. The user's own name for a run is
# not among them: the window may be writing it now.
_UNFINISHED = re.compile(
    r"\.(run|split|history|batches|last|best|results|reference|state-\d+|saving|\d+-[0-9a-f]+)-\w{8}(\.\w+)?"
)


def remove_leftovers(folder: Path) -> None:
    """Remove what was never finished in a run that the caller holds: up to four times its network."""
    for path in [*folder.glob(".*"), *(folder / FOLDER).glob(".*")]:
        if _UNFINISHED.fullmatch(path.name):
            # What cannot be removed is only in the way.
            with contextlib.suppress(OSError):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
