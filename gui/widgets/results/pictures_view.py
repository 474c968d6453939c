"""Pictures of the results, one by one: those of a cell of the matrix, of a class, of a list."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import plural, say, tr
from gui import theme
from gui.widgets.buttons import PlainButton
from gui.widgets.card import Card, Rule
from gui.widgets.field_row import ChoiceBox, FieldRow
from gui.widgets.page_header import PageHeader
from gui.widgets.pictures.sheet import Sheet
from gui.widgets.results.picture_detail import PictureDetail
from gui.widgets.results.picture_grid import PictureGrid
from gui.widgets.results.selection_bar import SelectionBar
from gui.widgets.results.shown_picture import Neighbour, Order, PixelsOf, ShownPicture, in_order

_NARROW_PANEL = 296
_WIDTH_FOR_PANEL = 1100
# Whoever holds an arrow key down wants to see where they stop.
_BEFORE_DETAIL_MS = 60


class PicturesView(Sheet):
    """A sheet over its parent, the page of the results. `show_pictures` opens it; Esc and Back close it (`closed`).

    `detail_wanted` asks for what is known of the picture that is looked at; `set_detail` hands it in, all at once or
    bit by bit. `exclude_wanted` and `undo_wanted` bring lists of keys, `move_wanted` a list of keys and the name of a
    class; whoever owns the results then shows the pictures anew. `look_wanted` and `neighbour_chosen` bring a key.

    The picture that is looked at is chosen wherever no other is. Enter, or a double click, takes the heat map away and
    brings it back.
    """

    detail_wanted = Signal(int)
    look_wanted = Signal(int)
    exclude_wanted = Signal(object)
    move_wanted = Signal(object, object)
    undo_wanted = Signal(object)
    neighbour_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given: Sequence[ShownPicture] = ()
        self._pixels_of: PixelsOf | None = None
        self.header = PageHeader()
        self.back_button = PlainButton(tr("Results"), "chevron-left", tr("Back to the results (Esc)"))
        self.sort_choice = ChoiceBox()
        self.grid = PictureGrid()
        self.bar = SelectionBar()
        self.detail = PictureDetail()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_BEFORE_DETAIL_MS)
        self._fill_sort_choice()
        self._arrange()
        self._connect()

    def show_pictures(
        self,
        title: str,
        sentence: str,
        pictures: Sequence[ShownPicture],
        pixels_of: PixelsOf,
        chosen: int | None = None,
        order: Order | None = None,
    ) -> None:
        """Open with these pictures, looking at the one with the key `chosen`, or at the first; `order` None: as the
        user had the last ones. While it is open with the same pictures, order and choice stay as they are; with others
        it goes on where it was. Without pictures it closes."""
        self.header.set_title(title)
        self.header.set_sentence(sentence or _counted(len(pictures)))
        self.setAccessibleName(title)
        was_open = not self.isHidden()
        is_same = was_open and [each.key for each in pictures] == [each.key for each in self._given]
        self._given, self._pixels_of = pictures, pixels_of
        if not pictures:
            self._show_sorted(())
            self.close_sheet()
            return
        before = (self.current_key(), self.grid.current()) if was_open else (None, None)
        if not is_same and order is not None:
            self.sort_choice.setCurrentIndex(self.sort_choice.findData(order))
        self._show_sorted(() if not is_same else self._chosen_keys())
        if not was_open:
            self.open()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not is_same:
            self._look_at(*before if chosen is None else (chosen, None))

    def set_detail(
        self,
        key: int,
        ranked: Sequence[tuple[str, float]] | None = None,
        neighbours: Sequence[Neighbour] | None = None,
        pixels: NDArray[np.uint8] | None = None,
        heat: NDArray[np.float32] | None = None,
        why_no_heat: str = "",
    ) -> None:
        """What is known of a picture by now; what is not given stays as it is. One that is not looked at any more is
        passed over.

        `ranked`: all classes with their shares (0-1), most probable first. `neighbours`: the training pictures that
        look most alike, nearest first. `pixels`: the picture large, framed as the network takes it, height x width x 3.
        `heat`: what the network looked at, (rows, columns), 0 to 1; `why_no_heat` says why there will be none.
        """
        item = self._current()
        if item is None or item.key != key:
            return
        if ranked is not None:
            self.detail.show_answers(ranked)
        if neighbours is not None:
            self.detail.show_neighbours(neighbours)
        if pixels is not None:
            self.detail.show_preview(pixels)
        if heat is not None:
            self.detail.show_heat(heat)
        elif why_no_heat:
            self.detail.show_waiting(why_no_heat)

    def set_classes(self, names: Sequence[str]) -> None:
        """The classes that pictures can be moved to."""
        self.bar.set_classes(names)
        self.detail.set_classes(names)

    def forbid(self, reason: str) -> None:
        """Why nothing can be done about pictures for now; an empty text where it can."""
        self.bar.forbid(reason)
        self.detail.forbid(reason)

    def chosen(self) -> list[ShownPicture]:
        """The pictures that are selected, in their order."""
        return [self.grid.pictures.items[position] for position in self.grid.chosen()]

    def current_key(self) -> int | None:
        """The picture that is looked at."""
        item = self._current()
        return None if item is None else item.key

    def _current(self) -> ShownPicture | None:
        position, items = self.grid.current(), self.grid.pictures.items
        return None if position is None or position >= len(items) else items[position]

    def _chosen_keys(self) -> tuple[int, ...]:
        return tuple(each.key for each in self.chosen())

    def _pixels_at(self, position: int) -> NDArray[np.uint8] | None:
        return None if self._pixels_of is None else self._pixels_of(self.grid.pictures.items[position].key)

    def _show_sorted(self, chosen: Sequence[int]) -> None:
        """Show the pictures in the order of the moment; those with the keys `chosen` stay selected."""
        before = self.current_key()
        items = in_order(self._given, self.sort_choice.currentData())
        stays = self.grid.pictures.show_items(items, self._pixels_at)
        if not stays and chosen:
            self._select(frozenset(chosen), before)
        self.grid.describe()
        if stays or chosen:
            self.detail.show_mend(self._current())
        self._update_choice()

    def _select(self, keys: frozenset[int], current: int | None) -> None:
        model, selected = self.grid.pictures, QItemSelection()
        places = [place for place, each in enumerate(model.items) if each.key in keys]
        for first, last in _runs(places):
            selected.select(model.index(first), model.index(last))
        now = next((place for place, each in enumerate(model.items) if each.key == current), places[0])
        selection = self.grid.selectionModel()
        selection.setCurrentIndex(model.index(now), QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(selected, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.grid.scrollTo(model.index(now))

    def _look_at(self, key: int | None, place: int | None) -> None:
        """Look at the picture of this key; where it has gone, at the one that came into its place."""
        items = self.grid.pictures.items
        near = min(place or 0, len(items) - 1)
        self.grid.look_at(next((place for place, each in enumerate(items) if each.key == key), near))

    def _update_choice(self) -> None:
        self.bar.show_chosen(self.chosen())

    def _on_choice_changed(self) -> None:
        position = self.grid.current()
        if position is not None and not self.grid.chosen():
            # What stands in the panel is what a key would act on.
            index = self.grid.pictures.index(position)
            self.grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
            return  # that has told it once more
        self._update_choice()

    def _on_looked_at(self, position: int) -> None:
        item = self._current()
        if item is not None:
            self.detail.show_picture(item, self.grid.pictures.pixels(position))
            self._timer.start()

    def _ask(self) -> None:
        item = self._current()
        if item is not None and not self.isHidden():
            self.detail_wanted.emit(item.key)

    def _on_sorted(self, _index: int) -> None:
        self._show_sorted(self._chosen_keys())

    def _exclude(self, pictures: Sequence[ShownPicture]) -> None:
        keys = [each.key for each in pictures if not each.is_excluded]
        if keys:
            self.exclude_wanted.emit(keys)

    def _on_exclude_pressed(self) -> None:
        if self.bar.exclude_button.isEnabled():
            self._exclude(self.chosen())

    def _on_move_chosen(self, name: str) -> None:
        keys = [each.key for each in self.chosen()]
        if keys:
            self.move_wanted.emit(keys, name)

    def _on_undo_pressed(self) -> None:
        keys = [each.key for each in self.chosen() if each.mend is not None]
        if keys:
            self.undo_wanted.emit(keys)

    def _on_current_excluded(self) -> None:
        item = self._current()
        if item is not None:
            self._exclude([item])

    def _on_current_moved(self, name: str) -> None:
        item = self._current()
        if item is not None:
            self.move_wanted.emit([item.key], name)

    def _on_current_undone(self) -> None:
        item = self._current()
        if item is not None:
            self.undo_wanted.emit([item.key])

    def _fill_sort_choice(self) -> None:
        for order, words in (
            ("loss", tr("Largest loss first")),
            ("sure", tr("Surest first")),
            ("unsure", tr("Least sure first")),
            ("name", tr("By file name")),
            ("given", tr("As listed")),
        ):
            self.sort_choice.addItem(words, order)

    def _arrange(self) -> None:
        self.header.buttons.addWidget(FieldRow(tr("Order"), self.sort_choice, tr("Which pictures come first")))
        top = QHBoxLayout()
        top.setSpacing(theme.CARD_GAP)
        top.addWidget(self.back_button)
        top.addWidget(self.header, 1)
        card = Card(flush=True)
        card.body.setSpacing(0)
        card.body.addWidget(self.grid, 1)
        card.body.addWidget(Rule())
        card.body.addWidget(self.bar)
        columns = QHBoxLayout()
        columns.setSpacing(theme.CARD_GAP)
        columns.addWidget(card, 1)
        columns.addWidget(self.detail)
        layout = QVBoxLayout(self)
        pad = theme.PAGE_PADDING
        layout.setContentsMargins(pad, theme.PAGE_PADDING_TOP, pad, pad - 8)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.close_sheet)
        self.sort_choice.activated.connect(self._on_sorted)
        self.grid.looked_at.connect(self._on_looked_at)
        self.grid.choice_changed.connect(self._on_choice_changed)
        self.grid.opened.connect(self.detail.heat_switch.toggle)
        self.grid.exclude_pressed.connect(self._on_exclude_pressed)
        self.grid.move_pressed.connect(self.bar.open_menu)
        self.bar.exclude_pressed.connect(self._on_exclude_pressed)
        self.bar.move_chosen.connect(self._on_move_chosen)
        self.bar.undo_pressed.connect(self._on_undo_pressed)
        self.detail.exclude_pressed.connect(self._on_current_excluded)
        self.detail.move_chosen.connect(self._on_current_moved)
        self.detail.undo_pressed.connect(self._on_current_undone)
        self.detail.look_wanted.connect(self.look_wanted)
        self.detail.neighbour_chosen.connect(self.neighbour_chosen)
        self._timer.timeout.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From wherever in the sheet: what has the focus did not want the key.
        if not self.grid.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDTH_FOR_PANEL
        self.detail.setFixedWidth(theme.PANEL_HEALTH if is_wide else _NARROW_PANEL)


def _counted(count: int) -> str:
    return str(plural(count, say("1 picture"), say("{count:,} pictures", count=count)))


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Rising places as (first, last) of what stands side by side: one by one, thousands take Qt long."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs
