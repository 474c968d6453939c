"""Gathering: the session's jobs around pictures: taking a folder in, adding photos to a class, saving arrays."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import settings as remembered
from core.answers import Photo
from core.errors import NO_HINT
from core.events import Event, Glimpsed, Listed
from core.framing import ResizeMode
from core.pictures.arrays.class_names import folder_names
from core.pictures.arrays.exporting import Exported
from core.pictures.cache import PreparedPictures
from core.pictures.collecting import Collected, collection_folder
from core.taking_along import Taken
from core.words import plural, say
from gui.jobs import JobThread

if TYPE_CHECKING:
    from gui.session import Session


class Gathering(QObject):
    """Works for one session: one job at a time, what comes of it into the session's collection."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        # What is open, and what was asked for: that may prove to be no pictures.
        self._source: Path | None = None
        self._asked: Path | None = None
        self._class_name = ""
        self._collected: Collected | None = None
        self._arrays_file: Path | None = None
        self._caught_up_with: tuple[ResizeMode, frozenset[str]] | None = None
        # The job is over, and the next may begin.
        session.all_ended.connect(self._on_nothing_runs)
        session.collection.changed.connect(self._catch_up)
        session.config_changed.connect(self._catch_up)
        session.training_ended.connect(self._on_training_ended)

    def open(self, source: Path | None, quietly: bool = False) -> None:
        """Take in a folder of pictures, or a file of arrays; None means the sample creatures. `quietly`: on the page
        that the user is on."""
        if self._session.is_free_for(say("Stop it, or wait until it has ended, then open other pictures.")):
            self._session.withdraw("pictures")
            if not quietly:
                self._session.page_wanted.emit("pictures")
            self._caught_up_with = None
            self._take_in(source)

    def take_in_again(self) -> None:
        """The same source once more: framed otherwise, or with more photos. Only while nothing runs."""
        self._take_in(self._source)

    def add_photos(self, photos: Sequence[Photo], class_name: str) -> None:
        """Copy photos to where those added to this class are kept, and take them in."""
        collection = self._session.collection
        if collection.found is None or not self._session.is_free_for(
            say("Stop it, or wait until it has ended, then add photos.")
        ):
            return
        self._class_name = class_name
        photos = [each for photo in photos for each in _opened(photo)]
        into = collection_folder(collection.found.root, collection.edits.collect_into)
        # A class that was added may have any name.
        folder = into / folder_names([next(iter(collection.folders(class_name)), class_name)])[0]
        job = JobThread(
            "core.pictures.collecting:collect", photos, folder, needs_tensorflow=False, parent=self._session
        )
        job.succeeded.connect(self._on_collected)
        self._session.begin(job)

    def save_arrays(self, path: Path) -> None:
        """Save the pictures in the tutorial's form: one file of arrays."""
        prepared = self._session.prepared
        if prepared is None or not self._session.is_free_for(say("Stop it, or wait until it has ended.")):
            return
        if prepared.frame == self._session.config.frame:
            self._write_arrays(prepared, path)
        else:
            # Another size was set since they were read.
            self._arrays_file = path
            self.take_in_again()

    def copy_pictures(self, folder: Path) -> None:
        """Copy the pictures as they are learned from, changes and all, into a folder for each class."""
        dataset = self._session.dataset
        if dataset is None or not self._session.is_free_for(say("Stop it, or wait until it has ended.")):
            return
        job = JobThread("core.taking_along:copy_classes", dataset, folder, needs_tensorflow=False, parent=self._session)
        job.succeeded.connect(self._on_copied)
        self._session.begin(job)

    def _take_in(self, source: Path | None) -> None:
        session = self._session
        self._asked = source
        job = JobThread(
            "core.pictures.intake:take_in", source, session.config.frame, needs_tensorflow=False, parent=session
        )
        job.reported.connect(self._on_reported)
        job.succeeded.connect(self._on_prepared)
        job.stopped.connect(self._on_stopped)
        session.begin(job)

    def _catch_up(self) -> None:
        """Read anew where photos were added or taken back, or pictures are framed otherwise, since they were read: what
        is shown is what the network will see."""
        session = self._session
        pixels, collection = session.collection.found_pixels, session.collection
        if pixels is None or not session.is_idle or session.is_ending:
            return
        wanted = session.config.resize, frozenset(collection.edits.added)
        if wanted not in ((pixels.frame.resize, collection.photos_found), self._caught_up_with):
            # Only once: where the list of changes cannot be kept, what is read again lacks them too.
            self._caught_up_with = wanted
            self.take_in_again()

    def _write_arrays(self, prepared: PreparedPictures, path: Path) -> None:
        split = self._session.split()
        assert split is not None, "there are pictures"
        job = JobThread(
            "core.pictures.arrays.exporting:export_arrays",
            *(prepared, split, path),
            needs_tensorflow=False,
            parent=self._session,
        )
        job.succeeded.connect(self._on_arrays_saved)
        self._session.begin(job)

    def _on_reported(self, event: Event) -> None:
        collection = self._session.collection
        match event:
            case Listed(dataset):
                self._source = self._asked
                if collection.found is None or collection.found.root != dataset.root:
                    self._session.monitor.forget_outcome()
                collection.take_listed(dataset)
            case Glimpsed(pixels):
                collection.take_glimpses(pixels)

    def _on_stopped(self) -> None:
        collection = self._session.collection
        if collection.found is not None and collection.found_pixels is None and not self._session.is_ending:
            self._session.say(
                "pictures",
                "info",
                say("Not every picture was looked at."),
                say("What was read is kept."),
                action="go_on",
            )

    def _on_training_ended(self) -> None:
        """A training reads what was not read before: now the page can show it."""
        collection = self._session.collection
        if collection.found is not None and collection.found_pixels is None and not self._session.is_ending:
            self._session.withdraw("pictures")
            self.take_in_again()

    def _on_prepared(self, prepared: PreparedPictures) -> None:
        settings, found = self._session.settings, prepared.dataset
        if self._source is not None:
            # A file of arrays is remembered itself, not the folder that it was unpacked to.
            path = self._session.collection.place or found.root
            settings.last_folder = str(path)
            today = time.strftime("%Y-%m-%d")
            settings.remember_folder(
                remembered.RecentFolder(str(path), len(found.class_names), len(found.pictures), today)
            )
        remembered.save(settings)
        self._session.collection.take_prepared(prepared)

    def _on_collected(self, collected: Collected) -> None:
        self._collected = collected

    def _on_nothing_runs(self) -> None:
        session = self._session
        if not session.is_idle:
            return
        collected, self._collected = self._collected, None
        if collected is not None:
            self._add(collected)
        path, self._arrays_file = self._arrays_file, None
        if path is not None and session.prepared is not None and not session.is_ending:
            self._write_arrays(session.prepared, path)
        self._catch_up()

    def _add(self, collected: Collected) -> None:
        if collected.files:
            self._session.collection.add(collected.files, self._class_name)
        if collected.rejected:
            first, count = collected.rejected[0], len(collected.rejected)
            what = plural(
                count,
                say("“{file}” was not added.", file=first.file),
                say("{count:,} files were not added.", count=count),
            )
            added = plural(
                len(collected.files),
                say("1 photo was added."),
                say("{count:,} photos were added.", count=len(collected.files)),
            )
            then = say("{reason} {added}", reason=first.reason, added=added) if collected.files else first.reason
            self._session.say("pictures", "warning", what, then, action="undo" if collected.files else "")

    def _on_copied(self, taken: Taken) -> None:
        what = plural(
            taken.count,
            say("1 picture was copied into “{name}”.", name=taken.path.name),
            say("{count:,} pictures were copied into “{name}”.", count=taken.count, name=taken.path.name),
        )
        failed = plural(
            taken.failed,
            say("1 could not be copied. {reason}", reason=taken.reason),
            say("{count:,} could not be copied. The first: {reason}", count=taken.failed, reason=taken.reason),
        )
        self._session.say("pictures", "warning" if taken.failed else "good", what, failed if taken.failed else NO_HINT)

    def _on_arrays_saved(self, saved: Exported) -> None:
        self._session.say(
            "pictures",
            "good",
            say("Saved as {name}.", name=saved.file.name),
            say(
                "{training:,} pictures to learn from and {test:,} to test with.",
                training=saved.training,
                test=saved.test,
            ),
        )


def _opened(photo: Photo) -> list[Photo]:
    """The photo itself; of a folder, the files in it."""
    if photo.file is None or not os.path.isdir(photo.file):
        return [photo]
    try:
        names = sorted(each.name for each in os.scandir(photo.file) if each.is_file() and each.name[0] != ".")
    except OSError:
        return [photo]  # the copying says what is wrong with it
    return [Photo(name, os.path.join(photo.file, name)) for name in names]
