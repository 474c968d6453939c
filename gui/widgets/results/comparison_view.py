"""Two runs on the same test pictures: which is better, whether that may be chance, and where they differ."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.numerals import percent
from core.results.judged import Judged, RunComparison
from core.results.wording import comparison_in_words
from core.words import plural, say, tr
from gui import theme
from gui.widgets.bars import Bar
from gui.widgets.buttons import PlainButton, SmallButton
from gui.widgets.card import Card, Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.photo_view import PhotoView
from gui.widgets.results.shown_picture import PixelsOf
from gui.widgets.text import Text

Group = Literal["only_first", "only_second", "both_wrong", "both_right"]
GROUPS: tuple[Group, ...] = ("only_first", "only_second", "both_wrong", "both_right")
_NAME_WIDTH_PX = 260
_BAR_WIDTH_PX = 260
_PHOTOS = 5
_PHOTO_PX = 72


class _RunLine(QWidget):
    """A run's name, its accuracy as a bar and in numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", "body", weight=600)
        self.name.setFixedWidth(_NAME_WIDTH_PX)
        self.bar = Bar(thickness=8)
        self.bar.setFixedWidth(_BAR_WIDTH_PX)
        self.share = Text("", "headline", tabular=True)
        self.count = Text("", "body", "text2", tabular=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        for widget in (self.name, self.bar, self.share, self.count):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_run(self, title: str, judged: Judged) -> None:
        """Another run."""
        right, count = int(judged.is_right.sum()), len(judged)
        self.name.set_text(title)
        self.name.setToolTip(title)
        self.bar.set_share(right / count)
        self.share.setText(percent(right / count))
        self.count.setText(tr("{right:,} of {count:,} right", right=right, count=count))
        self.setAccessibleName(f"{title}: {self.share.text()}, {self.count.text()}")


class _GroupTile(Card):
    """How many pictures two runs answered in one way, the first of them, and the door to all."""

    opened = Signal(str)

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._group = group
        self.caption = ElidedLabel("", "caption", "text3", at_end=True)
        self.count = Text("", "headline", tabular=True)
        self.button = SmallButton(tr("Show them"), tooltip=tr("These pictures, with what both runs said"))
        self.photos = [PhotoView(_PHOTO_PX) for _ in range(_PHOTOS)]
        line = QHBoxLayout()
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout()
        row.setSpacing(6)
        for photo in self.photos:
            row.addWidget(photo)
        row.addStretch(1)
        self.body.addWidget(self.caption)
        self.body.addLayout(line)
        self.body.addLayout(row)
        self.button.clicked.connect(self._on_clicked)

    def show_group(self, caption: str, count: int, first: Sequence[NDArray[np.uint8] | None]) -> None:
        """Another number, and the pixels of the first pictures (height x width x 3)."""
        for place, photo in enumerate(self.photos):
            photo.show_pixels(first[place] if place < len(first) else None, caption)
            # An empty square would look like a picture that failed; the room stays.
            photo.setVisible(place < len(first))
        self.caption.set_text(caption)
        self.count.setText(f"{count:,}")
        self.button.setVisible(count > 0)
        self.button.setAccessibleName(tr("Show them: {caption}, {count:,}", caption=caption, count=count))
        self.setAccessibleName(f"{caption}: {count:,}")

    def _on_clicked(self) -> None:
        self.opened.emit(self._group)


class ComparisonView(QWidget):
    """`group_chosen` brings the `Group` whose pictures are wanted."""

    back_wanted = Signal()
    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = PlainButton(tr("Results"), "chevron-left", tr("Back to the results"))
        self.title = ElidedLabel("", "card")
        self.lines = (_RunLine(), _RunLine())
        self.verdict = Text("", wrap=True)
        self.tiles = {group: _GroupTile(group) for group in GROUPS}
        self._arrange()
        self.back_button.clicked.connect(self.back_wanted)
        for tile in self.tiles.values():
            tile.opened.connect(self.group_chosen)

    def show_comparison(self, compared: RunComparison, pixels_of: PixelsOf) -> None:
        """Another pair of runs; `pixels_of` reads a picture by its position in the dataset."""
        names = {"first": compared.first_title, "second": compared.second_title}
        count = len(compared.first)
        words = plural(
            count,
            say("{first} and {second} on the one test picture that both have", **names),
            say("{first} and {second} on the {count:,} test pictures that both have", count=count, **names),
        )
        self.title.set_text(str(words))
        self.lines[0].show_run(compared.first_title, compared.first)
        self.lines[1].show_run(compared.second_title, compared.second)
        self.verdict.setText(str(comparison_in_words(compared)))
        captions = {
            "only_first": tr("Only {name} right", name=compared.first_title),
            "only_second": tr("Only {name} right", name=compared.second_title),
            "both_wrong": tr("Both wrong"),
            "both_right": tr("Both right"),
        }
        for group, tile in self.tiles.items():
            rows = rows_of(compared, group)
            first = [pixels_of(int(compared.first.positions[row])) for row in rows[:_PHOTOS]]
            tile.show_group(captions[group], len(rows), first)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        card = Card(tr("Which is better?"), aside=tr("McNemar's test on the pictures that the two answer differently"))
        for line in self.lines:
            card.body.addWidget(line)
        card.body.addWidget(Rule())
        card.body.addWidget(self.verdict)
        grid = QGridLayout()
        grid.setSpacing(theme.CARD_GAP)
        for place, tile in enumerate(self.tiles.values()):
            grid.addWidget(tile, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addLayout(head)
        layout.addWidget(card)
        layout.addLayout(grid)
        layout.addStretch(1)


def rows_of(compared: RunComparison, group: Group) -> list[int]:
    """The rows of the pictures in a group."""
    rows = {
        "only_first": compared.only_first_right,
        "only_second": compared.only_second_right,
        "both_wrong": compared.both_wrong,
        "both_right": compared.both_right,
    }[group]
    return [int(row) for row in rows]
