"""A picture as the gallery shows it."""

from dataclasses import dataclass

from core.words import tr


@dataclass(frozen=True)
class GalleryItem:
    """One file: `file` is its name among the pictures, `path` where it lies, `part` the part of the split it is in, in
    words. `size`: width and height in px; None where it is not known. `note`: what there is to say about it; of a file
    that cannot be read, why."""

    file: str
    path: str
    class_name: str
    part: str
    size: tuple[int, int] | None
    note: str = ""
    is_left_out: bool = False

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.file.rpartition("/")[2] or self.file

    @property
    def is_unreadable(self) -> bool:
        """Whether there is a reason instead of a picture."""
        return self.size is None and bool(self.note)

    def size_in_words(self) -> str:
        """Width and height; a dash where they are not known."""
        return "–" if self.size is None else tr("{width:,} × {height:,} px", width=self.size[0], height=self.size[1])

    def tooltip(self) -> str:
        """Where it lies, and what there is to say about it."""
        return self.path + (f"\n{self.note}" if self.note else "")

    def words(self, between: str = ", ") -> str:
        """All of it in one line."""
        size = "" if self.size is None else self.size_in_words()
        parts = [self.name, self.class_name, size, self.part, tr("left out") if self.is_left_out else "", self.note]
        return between.join(part for part in parts if part)
