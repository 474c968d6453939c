"""Mending: what the user does about pictures that a network gets wrong. Files stay as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.pictures.dataset import Dataset
from core.pictures.edits import Edits
from core.pictures.split import SPLIT_FILE
from core.results.judged import Results
from core.words import Sentence, plural, say
from gui.widgets.results.shown_picture import Mend

if TYPE_CHECKING:
    from gui.session import Session


class Mending(QObject):
    """Works for one session. Files are named as in `Picture.file`; `pictures_changed` of the session tells."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._homes: tuple[Dataset, Mapping[str, str]] | None = None

    def is_open(self, root: Path) -> bool:
        """Whether these are the open pictures, so that they can be mended."""
        found = self._session.collection.found
        return found is not None and found.root == root

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes that a picture can be moved to."""
        dataset = self._session.dataset
        return dataset.class_names if dataset is not None else ()

    def state_of(self, file: str, truth: str) -> Mend | None:
        """What was done about a picture since a run learned that it is of the class `truth`; None where nothing was."""
        if file in self._session.collection.edits.without_files:
            return Mend()
        name = self._moved_to(file, truth)
        return Mend(name) if name is not None else None

    def _moved_to(self, file: str, truth: str) -> str | None:
        """The class that a picture counts for now, where that is another than in a run; None where it is not."""
        edits = self._session.collection.edits
        folder = edits.moved.get(file)
        if folder is None and truth in self.class_names:
            # Was moved, and is back; where its class has another name now, it has been there all along.
            folder = self._home(file)
        name = edits.name_of(folder) if folder is not None else truth
        return name if name != truth else None

    def _home(self, file: str) -> str | None:
        """The class folder in which a picture lies."""
        found = self._session.collection.found
        if found is None:
            return None
        if self._homes is None or self._homes[0] is not found:
            self._homes = found, {each.file: found.class_names[each.label] for each in found.pictures}
        return self._homes[1].get(file)

    def leave_out(self, files: Sequence[str]) -> None:
        """Do not learn from these pictures."""
        done = plural(len(files), say("1 picture left out."), say("{count:,} pictures left out.", count=len(files)))
        self._change(self._session.collection.edits.leaving_out(files), files, done)

    def _change(self, edits: Edits, files: Iterable[str], done: Sentence) -> None:
        """Make a change. With the first one the split of the judged run is kept, so that another training is asked the
        same questions; where these change, that is said."""
        results, collection = self._session.judging.results, self._session.collection
        run = results.run if results is not None and results.folder is None else None
        if run is not None and not edits.split_from and (run / SPLIT_FILE).is_file():
            edits = replace(edits, split_from=str(run))
        if results is not None and run is not None and not self._test_files(results).isdisjoint(files):
            note = say("A test picture changes the questions, not what the network learns.")
            done = say("{first} {second}", first=done, second=note)
        collection.change(edits, done)

    def _test_files(self, results: Results) -> frozenset[str]:
        judged, pictures = results.parts.get("test"), results.prepared.dataset.pictures
        return frozenset() if judged is None else frozenset(pictures[each].file for each in judged.positions.tolist())

    def move(self, files: Sequence[str], name: str) -> None:
        """Let these pictures count for the class of this name. What was left out is taken in again: it is a picture of
        that class now."""
        collection = self._session.collection
        folder = next(iter(collection.folders(name)), None)
        if folder is None:
            return
        own = collection.folders(name)
        back = [file for file in files if self._home(file) in own]
        others = {file: folder for file in files if self._home(file) not in own}
        edits = collection.edits.taking_in(files).moving_back(back).moving(others)
        done = plural(
            len(files),
            say("1 picture counts for “{name}” now.", name=name),
            say("{count:,} pictures count for “{name}” now.", count=len(files), name=name),
        )
        self._change(edits, files, done)

    def take_back(self, truths: Mapping[str, str]) -> None:
        """Learn from these pictures as a run did: file to the class that it was of."""
        collection = self._session.collection
        others = {}
        for file, truth in truths.items():
            folders = collection.folders(truth)
            if folders and self._home(file) not in folders:
                others[file] = folders[0]
        count = len(truths)
        done = (
            plural(
                count,
                say("1 picture is as the run had it again."),
                say("{count:,} pictures are as the run had them again.", count=count),
            )
            if others
            else plural(
                count,
                say("1 picture is as its folder has it again."),
                say("{count:,} pictures are as their folders have them again.", count=count),
            )
        )
        collection.change(collection.edits.taking_in(truths).moving_back(truths).moving(others), done)

    def changes(self, judged: Dataset) -> tuple[int, int]:
        """How many pictures of a run are left out since, and how many count for another class than in the run."""
        edits = self._session.collection.edits
        if not self.is_open(judged.root):
            return 0, 0
        out = sum(each.file in edits.without_files for each in judged.pictures)
        moved = sum(
            each.file not in edits.without_files
            and self._moved_to(each.file, judged.class_names[each.label]) is not None
            for each in judged.pictures
        )
        return out, moved

    def train_again(self, run: Path) -> None:
        """Train on the open pictures as they are now, shared out as in `run`, so that the two can be compared."""
        collection = self._session.collection
        if collection.edits.split_from != str(run):
            collection.reuse_split(str(run))
        if collection.edits.split_from == str(run):  # else it has been said why not
            self._session.judging.compare_next_with(run)
            self._session.start_training()
