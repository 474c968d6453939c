"""Pictures of the results one by one: what is looked at, what is selected, what it asks for and what can be done."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme, translation
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.heat_legend import HeatLegend
from gui.widgets.results.pictures_view import PicturesView
from gui.widgets.results.shown_picture import Mend, Neighbour, Order, ShownPicture, in_order

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLASSES = ("butterfly", "elephant", "llama")
HEAT = np.linspace(0, 1, 36, dtype=np.float32).reshape(6, 6)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")


def some(count: int) -> list[ShownPicture]:
    return [
        ShownPicture(
            100 + place, f"/pictures/llama/{place}.jpg", "llama", "elephant", 0.9, 9 - place / 2000, is_right=False
        )
        for place in range(count)
    ]


def pixels(key: int) -> NDArray[np.uint8]:
    return np.full((10, 10, 3), key % 250, np.uint8)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit())
    made.resize(1192, 752)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def view(page: QWidget) -> PicturesView:
    made = PicturesView(page)
    made.set_classes(CLASSES)
    return made


def opened(view: PicturesView, pictures: Sequence[ShownPicture], chosen: int | None = None) -> None:
    view.show_pictures("llama taken for elephant", "", pictures, pixels, chosen)


def press(qtbot: QtBot, view: PicturesView, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        qtbot.keyClick(view.grid, key, held or Qt.KeyboardModifier.NoModifier)


def place_of(view: PicturesView, place: int) -> QPoint:
    return view.grid.visualRect(view.grid.pictures.index(place)).center()


def selected(view: PicturesView) -> list[int]:
    return [each.key for each in view.chosen()]


# ---- opening and closing


def test_it_opens_with_the_picture_that_was_chosen(qtbot: QtBot, view: PicturesView) -> None:
    with qtbot.waitSignal(view.detail_wanted) as wanted:
        opened(view, some(30), chosen=112)
    assert wanted.args == [112]
    assert view.isVisible()
    assert view.grid.hasFocus()
    assert selected(view) == [112]
    assert view.accessibleName() == "llama taken for elephant"


@pytest.mark.parametrize("way", ["escape", "back"])
def test_it_gives_the_page_back(qtbot: QtBot, page: QWidget, view: PicturesView, way: str) -> None:
    field = page.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    opened(view, some(3))
    with qtbot.waitSignal(view.closed):
        if way == "escape":
            press(qtbot, view, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(view.back_button, Qt.MouseButton.LeftButton)
    assert view.isHidden()
    assert field.hasFocus()


def test_without_pictures_it_closes(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(3))
    with qtbot.waitSignal(view.closed):
        opened(view, [])
    assert view.isHidden()
    assert view.current_key() is None


def test_ten_thousand_are_shown_by_making_only_those_in_sight(qtbot: QtBot, view: PicturesView) -> None:
    made: set[int] = set()

    def ask(key: int) -> NDArray[np.uint8]:
        made.add(key)
        return pixels(key)

    view.show_pictures("all", "", some(10_000), ask)
    view.grab()
    assert 10 < len(made) < 80
    press(qtbot, view, Qt.Key.Key_End)
    view.grab()
    assert 10_099 in made
    press(qtbot, view, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    assert view.bar.count.text() == "10,000 pictures selected"
    assert len(made) < 200


@pytest.mark.parametrize(("width", "height"), [(1192, 752), (936, 652)])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_cut(qtbot: QtBot, page: QWidget, width: int, height: int, language: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translation.install(app, language)
    page.resize(width, height)
    view = PicturesView(page)
    opened(view, some(30))
    view.set_detail(100, [("elephant", 0.9), ("llama", 0.1)], near())
    view.grab()
    detail = view.detail
    for widget in (detail.neighbours, detail.mend, detail.look_button, detail.heat_switch, view.bar):
        corner = widget.mapTo(view, QPoint(widget.width(), widget.height()))
        assert corner.x() <= view.width()
        assert corner.y() <= view.height()
        assert widget.width() >= widget.minimumSizeHint().width()
    assert detail.neighbours.mapTo(detail, QPoint(0, detail.neighbours.height())).y() <= detail.height()
    assert detail.photo.height() >= 120
    translation.install(app, "en")


# ---- what is looked at


def near() -> list[Neighbour]:
    names = ("elephant", "llama", "elephant", "butterfly", "llama")
    return [Neighbour(7 + place, f"/training/{place}.jpg", name, pixels(place)) for place, name in enumerate(names)]


def test_what_is_known_comes_bit_by_bit(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(5))
    detail = view.detail
    assert detail.truth.text() == "llama"
    assert detail.called.text() == "called elephant, 90 % sure"
    assert detail.name.text() == "0.jpg"
    view.resize(view.width() - 100, view.height())
    assert detail.name.toolTip() == "/pictures/llama/0.jpg"
    assert [*detail.answers()] == [("elephant", pytest.approx(0.9))]
    view.set_detail(100, ranked=[("elephant", 0.9), ("llama", 0.08), ("butterfly", 0.02)])
    assert detail.bars.accessibleName() == "elephant 90.0 %, llama 8.0 %, butterfly 2.0 %"
    assert detail.waiting() == "One moment…"
    view.set_detail(100, why_no_heat="No convolution.")
    assert detail.waiting() == "No convolution."
    view.set_detail(100, heat=HEAT)
    assert detail.waiting() == ""
    assert detail.photo.is_heated()
    view.set_detail(100, pixels=np.zeros((400, 400, 3), np.uint8))
    assert detail.photo.is_heated()
    qtbot.mouseClick(detail.heat_switch, Qt.MouseButton.LeftButton)
    assert not detail.photo.is_heated()


def test_what_is_known_of_another_picture_is_passed_over(view: PicturesView) -> None:
    opened(view, some(5))
    view.set_detail(103, [("butterfly", 1.0)], near(), heat=HEAT)
    assert not view.detail.photo.is_heated()
    assert view.detail.bars.accessibleName() == "elephant 90.0 %"


def test_the_true_class_is_always_among_the_bars(view: PicturesView) -> None:
    opened(view, some(1))
    others = [(f"class {place}", 0.1 / 2**place) for place in range(8)]
    view.set_detail(100, [("elephant", 0.9), *others, ("llama", 0.0001)])
    bars = view.detail.bars
    assert bars.accessibleName() == "elephant 90.0 %, class 0 10.0 %, llama (place 10 of 10) 0.0 %"
    names = [label for label in bars.findChildren(ElidedLabel) if label.isVisible()]
    assert [label.text() for label in names] == ["elephant", "class 0", "10. llama"]
    assert [label.toolTip() for label in names] == ["", "", "llama (place 10 of 10)"]
    view.set_detail(100, [("elephant", 0.9), ("llama", 0.1), *others])
    assert bars.accessibleName() == "elephant 90.0 %, llama 10.0 %, class 0 10.0 %"
    assert [label.toolTip() for label in names] == ["", "", ""]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_there_is_room_to_say_that_heat_is_coming(page: QWidget, language: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translation.install(app, language)
    page.resize(936, 652)
    view = PicturesView(page)
    opened(view, some(3))
    view.grab()
    waits = next(label for label in view.detail.findChildren(ElidedLabel) if label.text() == view.detail.waiting())
    legend = view.detail.findChild(HeatLegend)
    assert legend is not None
    before = view.detail.photo.geometry()
    assert not waits.is_elided()
    assert not legend.isVisible()
    view.set_detail(100, heat=HEAT)
    view.grab()
    assert legend.isVisible()
    assert view.detail.photo.geometry() == before
    translation.install(app, "en")


def test_walking_on_asks_for_the_last_picture_only(qtbot: QtBot, view: PicturesView) -> None:
    asked: list[int] = []
    view.detail_wanted.connect(asked.append)
    opened(view, some(9))
    with qtbot.waitSignal(view.detail_wanted):
        press(qtbot, view, *[Qt.Key.Key_Right] * 4)
    assert asked == [104]


def test_a_neighbour_can_be_opened(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(5))
    view.set_detail(100, neighbours=near())
    thumbs = view.detail.neighbours.thumbs
    assert [thumb.accessibleName() for thumb in thumbs[:2]] == ["elephant, another class", "llama"]
    with qtbot.waitSignal(view.neighbour_chosen) as chosen:
        qtbot.mouseClick(thumbs[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [8]
    with qtbot.waitSignal(view.neighbour_chosen) as chosen:
        qtbot.keyClick(thumbs[3], Qt.Key.Key_Return)
    assert chosen.args == [10]


def test_looking_inside(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(5), chosen=102)
    with qtbot.waitSignal(view.look_wanted) as wanted:
        qtbot.mouseClick(view.detail.look_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [102]


# ---- selecting


def test_selecting_by_mouse(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(30))
    left, viewport = Qt.MouseButton.LeftButton, view.grid.viewport()
    qtbot.mouseClick(viewport, left, pos=place_of(view, 1))
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place_of(view, 4))
    assert selected(view) == [101, 104]
    assert view.current_key() == 104
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place_of(view, 1))
    assert selected(view) == [104]
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ShiftModifier, place_of(view, 6))
    assert {104, 105, 106} <= set(selected(view))


def test_selecting_by_a_rubber_band(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(30))
    view.grab()
    viewport = view.grid.viewport()
    start, end = place_of(view, 1), place_of(view, 8)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(15, 15), end):
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, moved)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    # Five in a row: a block of three by two.
    assert selected(view) == [101, 102, 103, 106, 107, 108]


def test_selecting_by_keys(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(30))
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    assert selected(view) == [100, 101, 102]
    assert view.bar.count.text() == "3 pictures selected"
    press(qtbot, view, Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    assert len(selected(view)) == 30
    press(qtbot, view, Qt.Key.Key_Right)
    assert len(selected(view)) == 1


def test_what_is_looked_at_is_selected_where_nothing_else_is(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(3), chosen=101)
    left, viewport = Qt.MouseButton.LeftButton, view.grid.viewport()
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place_of(view, 1))
    assert selected(view) == [101]
    qtbot.mouseClick(viewport, left, pos=QPoint(20, viewport.height() - 20))
    assert selected(view) == [101]
    assert view.bar.count.text() == "1 picture selected"
    assert view.grid.accessibleDescription() == "3 pictures, 1 chosen"
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, place_of(view, 2))
    assert selected(view) == [101, 102]


def test_enter_takes_the_heat_map_away_and_brings_it_back(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(3))
    view.set_detail(100, heat=HEAT)
    press(qtbot, view, Qt.Key.Key_Return)
    assert not view.detail.photo.is_heated()
    assert not view.detail.heat_switch.isChecked()
    press(qtbot, view, Qt.Key.Key_Enter)
    assert view.detail.photo.is_heated()


# ---- doing something


@pytest.mark.parametrize("way", ["delete", "e", "button", "from a button"])
def test_several_are_excluded(qtbot: QtBot, view: PicturesView, way: str) -> None:
    pictures = some(9)
    pictures[1] = replace(pictures[1], mend=Mend())
    opened(view, pictures)
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.exclude_wanted) as wanted:
        if way == "button":
            qtbot.mouseClick(view.bar.exclude_button, Qt.MouseButton.LeftButton)
        elif way == "from a button":
            qtbot.keyClick(view.back_button, Qt.Key.Key_E)
        else:
            press(qtbot, view, Qt.Key.Key_Delete if way == "delete" else Qt.Key.Key_E)
    assert wanted.args == [[100, 102]]


def test_several_are_moved_and_taken_back(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(9))
    press(qtbot, view, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    assert not view.bar.undo_button.isEnabled()
    press(qtbot, view, Qt.Key.Key_M)
    menu = view.bar.menu()
    assert menu is not None
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in offered] == ["elephant (what the network said)", "butterfly"]
    with qtbot.waitSignal(view.move_wanted) as moved:
        offered[0].trigger()
    menu.close()
    assert moved.args == [[100, 101], "elephant"]
    opened(view, [replace(each, mend=Mend("elephant")) if each.key < 102 else each for each in some(9)])
    assert selected(view) == [100, 101]
    assert view.detail.mend.state() == "Moved to elephant"
    with qtbot.waitSignal(view.undo_wanted) as undone:
        qtbot.mouseClick(view.bar.undo_button, Qt.MouseButton.LeftButton)
    assert undone.args == [[100, 101]]


def test_the_panel_acts_on_the_picture_that_it_shows(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(9))
    press(qtbot, view, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.exclude_wanted) as wanted:
        qtbot.mouseClick(view.detail.mend.exclude_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [[101]]
    opened(view, [replace(each, mend=Mend()) if each.key == 101 else each for each in some(9)])
    with qtbot.waitSignal(view.undo_wanted) as undone:
        qtbot.mouseClick(view.detail.mend.undo_button, Qt.MouseButton.LeftButton)
    assert undone.args == [[101]]


def test_a_change_keeps_what_is_seen(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(200), chosen=250)
    view.set_detail(250, heat=HEAT)
    scrolled = view.grid.verticalScrollBar().value()
    opened(view, [replace(each, mend=Mend()) if each.key == 250 else each for each in some(200)])
    assert selected(view) == [250]
    assert view.grid.verticalScrollBar().value() == scrolled
    assert view.detail.photo.is_heated()
    assert view.detail.mend.state() == "Excluded"


def test_it_goes_on_where_a_picture_has_gone(view: PicturesView) -> None:
    opened(view, some(10), chosen=104)
    opened(view, [each for each in some(10) if each.key != 104])
    assert selected(view) == [105]


def test_nothing_can_be_done_while_it_is_forbidden(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, some(3))
    view.forbid("while training")
    assert not view.bar.exclude_button.isEnabled()
    assert view.detail.mend.exclude_button.toolTip() == "while training"
    with qtbot.assertNotEmitted(view.exclude_wanted):
        press(qtbot, view, Qt.Key.Key_Delete)
    press(qtbot, view, Qt.Key.Key_M)
    assert view.bar.menu() is None


# ---- order and words


def test_another_order_keeps_the_selection(qtbot: QtBot, view: PicturesView) -> None:
    opened(view, [replace(each, share=0.5 + each.key / 1000) for each in some(9)])
    press(qtbot, view, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    asked: list[int] = []
    view.detail_wanted.connect(asked.append)
    view.sort_choice.setCurrentIndex(view.sort_choice.findData("sure"))
    view.sort_choice.activated.emit(view.sort_choice.currentIndex())
    assert [each.key for each in view.grid.pictures.items] == list(range(108, 99, -1))
    assert sorted(selected(view)) == [100, 101]
    assert view.current_key() == 101


def test_tiles_say_all_in_words(view: PicturesView) -> None:
    compared = replace(some(1)[0], caption="run 3: llama\nrun 4: elephant")
    opened(view, [compared, replace(some(2)[1], mend=Mend("butterfly"))])
    model = view.grid.pictures
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        "0.jpg, run 3: llama, run 4: elephant",
        "1.jpg, llama called elephant, 90 % sure, loss 9.00, Moved to butterfly",
    ]
    assert view.detail.called.text() == "run 3: llama, run 4: elephant"
    view.grab()


@given(
    st.lists(st.tuples(st.floats(0, 1) | st.just(float("nan")), st.floats(0, 20), st.text(max_size=4)), max_size=12),
    st.sampled_from(["given", "loss", "sure", "unsure", "name"]),
)
def test_every_order_keeps_every_picture(facts: list[tuple[float, float, str]], order: Order) -> None:
    pictures = [
        ShownPicture(key, f"/a/{name}", "x", "y", share, loss, is_right=False)
        for key, (share, loss, name) in enumerate(facts)
    ]
    ordered = in_order(pictures, order)
    assert sorted(each.key for each in ordered) == list(range(len(pictures)))
    if order == "loss":
        losses = [each.loss for each in ordered]
        assert losses == sorted(losses, reverse=True)
    if order in ("sure", "unsure"):
        shares = [each.share for each in ordered if each.share == each.share]
        assert shares == sorted(shares, reverse=order == "sure")
        assert [each.share for each in ordered][: len(shares)] == shares
