"""A class as its row shows it, and in words."""

from dataclasses import dataclass

from core.numerals import percent
from core.words import plural, say, tr

LONGEST_NAME = 80
"""So many letters can be typed for a name: it is to be read in a row, a chart, and a file."""


@dataclass(frozen=True)
class ClassRow:
    """One class: the name it is shown under, how many pictures it has, their share of all (0-1), and the folders that
    are shown under this name; more than one are merged. A left-out class keeps its row."""

    name: str
    count: int
    share: float
    folders: tuple[str, ...] = ()
    is_left_out: bool = False

    @property
    def is_merged(self) -> bool:
        """Whether several folders are one class here."""
        return len(self.folders) > 1

    def pictures(self) -> str:
        """How many pictures, in words."""
        return str(plural(self.count, say("1 picture"), say("{count:,} pictures", count=self.count)))

    def origin(self) -> str:
        """The folders behind the name; empty where the name is that of its only folder."""
        if self.is_merged:
            return tr("folders {names}", names=" + ".join(self.folders))
        if self.folders and self.folders[0] != self.name:
            return tr("folder {name}", name=self.folders[0])
        return ""

    def words(self) -> str:
        """The whole row in one line."""
        share = tr("left out") if self.is_left_out else percent(self.share)
        parts = [f"{self.name}: {self.pictures()}", share, self.origin()]
        return ", ".join(part for part in parts if part)
