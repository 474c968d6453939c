"""Runs that can go on. Light."""

import os
from dataclasses import dataclass
from pathlib import Path

from core.errors import ModelError, NakamiError
from core.network.travelling import travelling_facts
from core.pictures.split import SPLIT_FILE
from core.training import runs
from core.training.config import TrainingConfig
from core.training.state_file import state_file
from core.words import say


@dataclass(frozen=True)
class Unfinished:
    """A run that can go on after `epochs_done` whole epochs. Where these are all that were planned it can only be
    given more."""

    folder: Path
    facts: runs.RunFacts
    epochs_done: int
    epochs_planned: int

    @property
    def can_go_on_as_planned(self) -> bool:
        """Whether something is left of the plan: epochs, or the test after the last."""
        return self.facts.state != "finished" or self.epochs_done < self.epochs_planned


def can_resume(folder: Path) -> Unfinished | None:
    """The run in a folder, if it can go on: it is not being trained now, and what it takes is all there. One whose
    loss became no number would only come to the same end."""
    found = None if runs.is_live(folder) else _resumable(folder)
    return None if found is not None and found.facts.results.get("cause") == "diverged" else found


def _resumable(folder: Path) -> Unfinished | None:
    try:
        facts = runs.read_facts(folder)
        config = TrainingConfig.from_json(facts.config)
    except (NakamiError, TypeError):
        return None
    done = epochs_saved(folder)
    # Runs from before there was anything to go on with kept no contents.
    if done is None or not facts.contents or not (folder / SPLIT_FILE).is_file():
        return None
    return Unfinished(folder, facts, done, config.epochs)


def newest_unfinished(parent: Path) -> Unfinished | None:
    """The newest run in `parent`, if a crash or a power cut has ended it."""
    for folder, facts in runs.list_runs(parent, most=1):
        if facts.state == "training":
            return can_resume(folder)
    return None


def epochs_saved(folder: Path) -> int | None:
    """After how many whole epochs a run can go on; None where it cannot."""
    path = folder / runs.LAST_FILE
    if not path.is_file():
        return 0  # it ended within its first epoch: all follows from the seed
    epoch = travelling_facts(path).get("epoch")
    if not isinstance(epoch, int):
        return None
    # Of `os`: a name that is too long is simply not there.
    return epoch if epoch == 0 or os.path.isfile(state_file(folder, epoch)) else None


def require_resumable(folder: Path) -> Unfinished:
    """The run in a folder that the caller holds. Raises ModelError for one that cannot go on."""
    found = _resumable(folder)
    if found is None:
        # For what is wrong with its run.json, if that is it.
        runs.read_facts(folder)
        raise ModelError(
            say("The run “{name}” cannot go on: what it takes is not in its folder.", name=folder.name),
            say("Its networks can still be opened. Train anew to go further."),
        )
    return found
