"""The pictures of a class, or those that a line of the health report speaks of, one by one."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.answers import Photo, PreviewPicture
from core.pictures.dataset import PARTS, Dataset, Picture
from core.pictures.health import Issue
from core.questions import PhotoQuestion, Preview
from core.words import plural, say, tr
from gui.session import Session
from gui.widgets.pictures.gallery import Gallery, GalleryItem


class Album(QObject):
    """Fills a gallery from the session's pictures, and carries out what is chosen in it."""

    def __init__(self, session: Session, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._session = session
        self._gallery = gallery
        self._files: list[str] = []
        self._notes: dict[str, str] = {}
        self._place: dict[str, int] = {}
        self._root: Path | None = None
        self._title = ""
        self._shown: Photo | None = None
        gallery.preview_wanted.connect(self._on_preview_wanted)
        gallery.leave_out_wanted.connect(self._on_leave_out)
        gallery.take_in_wanted.connect(self._on_take_in)
        gallery.closed.connect(self._on_closed)
        gallery.folder_failed.connect(self._on_folder_failed)
        session.viewing.answered.connect(self._on_answered)
        session.pictures_changed.connect(self._on_pictures_changed)

    def show_class(self, name: str, chosen: int = 0) -> None:
        """All pictures of a class, those that were left out too."""
        collection = self._session.collection
        found = collection.found
        if found is None:
            return
        is_left_out = not collection.folders(name)
        folders = set(collection.folders(name, is_left_out=is_left_out))
        labels = collection.edits.labels_of(found).tolist()
        files = [
            each.file for each, label in zip(found.pictures, labels, strict=True) if found.class_names[label] in folders
        ]
        used = {each.file for each in collection.dataset.pictures} if collection.dataset is not None else set()
        # The row's thumbnails are of pictures in use, so that the chosen one counts among those.
        files.sort(key=lambda file: file not in used)
        self._show(name, files, {}, chosen)

    def show_issue(self, issue: Issue) -> None:
        """The files that a line of the report speaks of."""
        notes = {file: str(note) for file, note in zip(issue.files, issue.notes, strict=False)}
        self._show(str(issue.message), list(issue.files), notes, 0)

    def _show(self, title: str, files: list[str], notes: dict[str, str], chosen: int) -> None:
        found = self._session.collection.found
        self._root = None if found is None else found.root
        self._title, self._files, self._notes = title, files, notes
        count = plural(len(files), say("1 picture"), say("{count:,} pictures", count=len(files)))
        self._gallery.show_items(title, str(count), self._items(), self._thumbnail, chosen)

    def _items(self) -> list[GalleryItem]:
        collection = self._session.collection
        found, pixels = collection.found, collection.found_pixels
        if found is None:
            return []
        self._place = {picture.file: position for position, picture in enumerate(found.pictures)}
        part_of = self._parts()
        facts = pixels.facts if pixels is not None else None
        items = []
        for file in self._files:
            position = self._place.get(file)
            picture = found.pictures[position] if position is not None else None
            size = None
            if position is not None and facts is not None:
                size = int(facts.widths[position]), int(facts.heights[position])
            items.append(
                GalleryItem(
                    file=file,
                    path=str(found.root / file),
                    class_name=self._class_of(found, picture),
                    part=part_of.get(file, ""),
                    size=size,
                    note=self._notes.get(file, ""),
                    is_left_out=picture is not None and file not in part_of,
                )
            )
        return items

    def _class_of(self, found: Dataset, picture: Picture | None) -> str:
        if picture is None:
            return ""
        edits = self._session.collection.edits
        return edits.name_of(edits.moved.get(picture.file, found.class_names[picture.label]))

    def _parts(self) -> dict[str, str]:
        """The part of each picture in use, in words."""
        dataset, split = self._session.dataset, self._session.split()
        if dataset is None or split is None:
            return {}
        words = {"training": tr("training"), "validation": tr("validation"), "test": tr("test")}
        return {dataset.pictures[i].file: words[part] for part in PARTS for i in split.of(part).tolist()}

    def _thumbnail(self, index: int) -> NDArray[np.uint8] | None:
        pixels = self._session.collection.found_pixels
        position = self._place.get(self._files[index])
        if pixels is None or position is None or position >= len(pixels.rows):
            return None
        picture: NDArray[np.uint8] = pixels.pixels([position])[0]
        return picture

    def _on_preview_wanted(self, path: str, longest_px: int) -> None:
        self._shown = Photo(Path(path).name, path)
        self._session.viewing.ask(Preview(self._shown, longest_px))

    def _on_answered(self, question: PhotoQuestion, answer: object) -> None:
        if isinstance(answer, PreviewPicture) and answer.photo is self._shown and answer.photo.file is not None:
            self._gallery.show_preview(answer.photo.file, answer.pixels)

    def _on_leave_out(self, files: Sequence[str]) -> None:
        self._session.collection.leave_out(files)

    def _on_take_in(self, files: Sequence[str]) -> None:
        self._session.collection.take_in(files)

    def _on_pictures_changed(self) -> None:
        """Follow a change while open; the files in sight stay, so that nothing jumps."""
        collection = self._session.collection
        if self._gallery.isHidden():
            return
        if collection.found is None or collection.found.root != self._root:
            # Other pictures were opened.
            self._gallery.close_sheet()
        elif collection.found_pixels is not None:
            self._show(self._title, self._files, self._notes, 0)

    def _on_folder_failed(self, folder: Path) -> None:
        what = say("Nothing on this computer opened the folder {folder}.", folder=folder)
        self._session.say("pictures", "warning", what, say("Open it in your file manager."))

    def _on_closed(self) -> None:
        self._shown = None
