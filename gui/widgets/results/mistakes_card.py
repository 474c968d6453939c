"""The worst mistakes, or the answers that were right by a hair, in a row: what is most worth a look."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.pictures.dataset import Part
from core.words import Sentence, plural, say, tr
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.results.empty_line import EmptyLine
from gui.widgets.results.mistake_tile import MistakeTile
from gui.widgets.results.shown_picture import PixelsOf, ShownPicture
from gui.widgets.segmented import Segmented

Listing = Literal["mistakes", "unsure"]
_PADDING_PX = 15
_GAP_PX = 12
_MOST_TILES = 12
_TITLES = {"mistakes": say("Worst mistakes"), "unsure": say("Least sure though right")}
_ASIDES = {
    "mistakes": say("largest loss first, with what the network looked at"),
    "unsure": say("least sure first, with what the network looked at"),
}


class MistakesCard(Card):
    """As many pictures as fit in a row. `list_changed` brings the `Listing` and the `Part` that the user wants to see;
    whoever owns the results answers with `show_pictures`. `heat_wanted` asks for the heat of a picture that has come in
    sight; `set_heat` hands it in. `chosen`: a picture is wanted large; `all_wanted`: all of the list.

    `exclude_wanted` and `undo_wanted` bring lists of keys, `move_wanted` a list of keys and the name of a class.
    """

    heat_wanted = Signal(int)
    chosen = Signal(int)
    exclude_wanted = Signal(object)
    move_wanted = Signal(object, object)
    undo_wanted = Signal(object)
    all_wanted = Signal()
    list_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(str(_TITLES["mistakes"]), parent=parent)
        self._pictures: Sequence[ShownPicture] = ()
        self._pixels_of: PixelsOf | None = None
        self._heats: dict[int, NDArray[np.float32]] = {}
        self._asked: set[int] = set()
        self._classes: Sequence[str] = ()
        self._forbidden = ""
        self.tiles: list[MistakeTile] = []
        self._spare = MistakeTile()
        self._spare.setParent(self)
        self._spare.hide()
        self._about = ElidedLabel("", "body", "text2", at_end=True)
        self.list_choice = Segmented(
            (("mistakes", tr("Mistakes")), ("unsure", tr("Unsure"))),
            tr("Which pictures"),
            tr("Mistakes: what the network got wrong. Unsure: what it got right, but only just."),
        )
        self.part_choice = Segmented(
            (("test", tr("Test")), ("validation", tr("Validation")), ("training", tr("Training"))),
            tr("Pictures of which part"),
            tr("Mistakes among the training pictures, which it has learned from, are where wrong labels hide."),
        )
        self.all_button = LinkButton("", tooltip=tr("Opens all of this list"))
        self.empty = EmptyLine()
        self._strip = QWidget()
        self._arrange_parts()
        self.list_choice.chosen.connect(self._on_list_chosen)
        self.part_choice.chosen.connect(self._on_list_chosen)
        self.all_button.clicked.connect(self.all_wanted)
        self._show_titles()

    def show_pictures(self, pictures: Sequence[ShownPicture], pixels_of: PixelsOf, asked: int) -> None:
        """The list of the choice of the moment, in its order; `asked` is how many pictures of that part the network
        was asked about. Heat of pictures that stay is kept."""
        known = {replace(each, mend=None) for each in self._pictures}
        staying = {each.key for each in pictures if replace(each, mend=None) in known}
        self._heats = {key: heat for key, heat in self._heats.items() if key in staying}
        self._asked &= staying
        self._pictures, self._pixels_of = pictures, pixels_of
        count = len(pictures)
        self.all_button.setText(tr("All {count:,}", count=count))
        self.all_button.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.empty.show_text(str(_nothing(self.listing(), self.part(), asked)), is_good=self._is_good(asked))
        self._update_tiles()

    def set_heat(self, key: int, heat: NDArray[np.float32]) -> None:
        """What the network looked at in a picture: (rows, columns), 0 to 1."""
        self._heats[key] = heat
        for tile in self.tiles:
            picture = tile.picture()
            if picture is not None and picture.key == key and not tile.isHidden():
                tile.photos.show_heat(heat)

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that a picture can be moved to."""
        self._classes = names
        for tile in self.tiles:
            tile.set_classes(names)

    def forbid(self, reason: str) -> None:
        """Why nothing can be done about pictures for now; an empty text where it can."""
        self._forbidden = reason
        for tile in self.tiles:
            tile.forbid(reason)

    def set_parts(self, parts: Sequence[Part], reason: str = "") -> None:
        """The parts that there are results of; `reason` says why not of the others."""
        for part in ("test", "validation", "training"):
            self.part_choice.set_option_enabled(part, part in parts, "" if part in parts else reason)

    def choose(self, listing: Listing, part: Part) -> None:
        """Another list, without a signal."""
        self.list_choice.choose(listing)
        self.part_choice.choose(part)
        self._show_titles()

    def listing(self) -> Listing:
        """Which pictures are wanted."""
        return cast(Listing, self.list_choice.key())

    def part(self) -> Part:
        """Of which part."""
        return cast(Part, self.part_choice.key())

    def shown_keys(self) -> list[int]:
        """The pictures in the row."""
        return [tile.picture().key for tile in self.tiles if not tile.isHidden()]  # type: ignore[union-attr]

    def _is_good(self, asked: int) -> bool:
        return asked > 0 and self.listing() == "mistakes"

    def _show_titles(self) -> None:
        self.set_title(str(_TITLES[self.listing()]))
        self._about.set_text(str(_ASIDES[self.listing()]))

    def _fit(self) -> tuple[int, int]:
        """How many tiles stand in the row, and how wide each is."""
        room = max(1, self.contentsRect().width() - 2 * _PADDING_PX - 2)
        least = self._spare.least_width()
        count = min(_MOST_TILES, max(1, (room + _GAP_PX) // (least + _GAP_PX)))
        return count, (room - (count - 1) * _GAP_PX) // count

    def _update_tiles(self) -> None:
        count, width = self._fit()
        shown = self._pictures[:count]
        while len(self.tiles) < len(shown):
            self._add_tile()
        for place, tile in enumerate(self.tiles):
            if place < len(shown):
                tile.set_width(width)
                self._fill(tile, shown[place])
            tile.setVisible(place < len(shown))
        self._strip.setFixedHeight(self._spare.height_at(width))

    def _fill(self, tile: MistakeTile, picture: ShownPicture) -> None:
        before = tile.picture()
        if before is not None and replace(before, mend=None) == replace(picture, mend=None) and self._is_known(tile):
            tile.show_mend(picture)
            return
        pixels = None if self._pixels_of is None else self._pixels_of(picture.key)
        tile.show_picture(picture, pixels, self._heats.get(picture.key))

    def _is_known(self, tile: MistakeTile) -> bool:
        picture = tile.picture()
        return picture is not None and not tile.isHidden() and (picture.key in self._asked | self._heats.keys())

    def _add_tile(self) -> None:
        tile = MistakeTile()
        tile.set_classes(self._classes)
        tile.forbid(self._forbidden)
        tile.seen.connect(self._on_seen)
        tile.chosen.connect(self.chosen)
        tile.excluded.connect(self._on_excluded)
        tile.moved.connect(self._on_moved)
        tile.undone.connect(self._on_undone)
        self.tiles.append(tile)
        self._row.insertWidget(len(self.tiles) - 1, tile)

    def _on_list_chosen(self, _key: str) -> None:
        self._show_titles()
        self.list_changed.emit(self.listing(), self.part())

    def _on_seen(self, key: int) -> None:
        if key not in self._asked:
            self._asked.add(key)
            self.heat_wanted.emit(key)

    def _on_excluded(self, key: int) -> None:
        self.exclude_wanted.emit([key])

    def _on_moved(self, key: int, name: str) -> None:
        self.move_wanted.emit([key], name)

    def _on_undone(self, key: int) -> None:
        self.undo_wanted.emit([key])

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._about, 1)
        self.header.setStretch(2, 0)
        for widget in (self.list_choice, self.part_choice, self.all_button):
            self.header.addWidget(widget)
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        self._row.addWidget(self.empty, 1)
        self._row.addStretch(0)
        self.empty.hide()
        # The tiles follow the width of the card, they do not keep it.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._strip.setMinimumWidth(1)
        self.body.addWidget(self._strip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._update_tiles()


def _nothing(listing: Listing, part: Part, asked: int) -> Sentence:
    """What stands in the place of the pictures where there are none."""
    if not asked:
        return {
            "test": say("There are no test pictures."),
            "validation": say("There are no validation pictures."),
            "training": say("There are no training pictures."),
        }[part]
    if listing == "unsure":
        return say("The network got none of these {count:,} pictures right.", count=asked)
    return {
        "test": plural(
            asked,
            say("No mistake: the test picture was answered right."),
            say("No mistakes among the {count:,} test pictures.", count=asked),
        ),
        "validation": plural(
            asked,
            say("No mistake: the validation picture was answered right."),
            say("No mistakes among the {count:,} validation pictures.", count=asked),
        ),
        "training": plural(
            asked,
            say("No mistake: the training picture was answered right."),
            say("No mistakes among the {count:,} training pictures.", count=asked),
        ),
    }[part]
