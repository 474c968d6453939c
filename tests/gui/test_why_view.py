"""Why this answer: what is asked for and when, what comes too late, and what is said."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.answers import Answer, HeatMap, HeatMethod, Insight, Photo
from gui.widgets.inside.class_choice import ROW_PX
from gui.widgets.inside.heat_card import LARGEST_PX
from gui.widgets.inside.heat_photo import HeatPhoto
from gui.widgets.inside.why_view import WhyView

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("birds", "cats", "dogs")
PHOTO = Photo("cat.png", "/pictures/cat.png")
OTHER = Photo("dog.png", "/pictures/dog.png")
PIXELS = np.random.default_rng(2).integers(0, 255, (16, 16, 3)).astype(np.uint8)


class Asked:
    """What a view has asked for, in order."""

    def __init__(self, view: WhyView) -> None:
        self.heats: list[tuple[int, str]] = []
        self.stops = 0
        view.heat_wanted.connect(self._on_heat)
        view.occlusion_stopped.connect(self._on_stopped)

    def _on_heat(self, index: int, method: str) -> None:
        self.heats.append((index, method))

    def _on_stopped(self) -> None:
        self.stops += 1


def insight(photo: Photo = PHOTO, **shares: float) -> Insight:
    shares = shares or {"cats": 0.7, "dogs": 0.2, "birds": 0.1}
    ranked = tuple(sorted(shares.items(), key=lambda each: -each[1]))
    return Insight(photo, Answer(photo.name, ranked, pixels=PIXELS), ())


def heat_map(
    index: int = 1, method: HeatMethod = "grad-cam", photo: Photo = PHOTO, done: int = 9, drop: float = 0.34
) -> HeatMap:
    heat = np.zeros((3, 3), np.float32)
    heat.flat[:done] = np.linspace(1, 0.1, 9)[:done]
    layer = "pool_2" if method == "grad-cam" else None
    return HeatMap(photo, index, method, heat, layer, done, 9, drop)


def shown(qtbot: QtBot, width: int = 1144, height: int = 532) -> tuple[WhyView, Asked]:
    view = WhyView()
    asked = Asked(view)
    show(qtbot, view, width, height)
    return view, asked


def show(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def point_at(photo: HeatPhoto, x: float, y: float) -> None:
    """Move the pointer to a place, in shares of the photo."""
    where = QPointF(x * photo.width(), y * photo.height())
    buttons = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, where, photo.mapToGlobal(where), buttons, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(photo, move)


def painted(widget: QWidget) -> NDArray[np.uint8]:
    image = widget.grab().toImage()
    return np.array([image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)])


# What is asked for


def test_the_answer_is_looked_for_first(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, 2)
    assert asked.heats == [(1, "grad-cam")]
    assert view.chosen() == 1


def test_nothing_is_asked_for_while_nobody_looks(qtbot: QtBot) -> None:
    view = WhyView()
    asked = Asked(view)
    view.show_answer(insight(), NAMES, None)
    view.show_answer(insight(), NAMES, None)
    assert asked.heats == []
    show(qtbot, view, 900, 500)
    assert asked.heats == [(1, "grad-cam")]
    view.hide()
    view.show()
    assert len(asked.heats) == 1


def test_another_class_by_click(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    row = view.classes.visualRect(view.classes.model().index(2, 0))
    qtbot.mouseClick(view.classes.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert asked.heats[-1] == (0, "grad-cam")
    assert view.chosen() == 0


def test_another_class_by_keys(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    assert asked.heats[-1] == (2, "grad-cam")


def test_the_same_photo_keeps_the_class_while_training_goes_on(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    view.show_heat(heat_map(2))
    view.show_answer(insight(birds=0.9, dogs=0.06, cats=0.04), NAMES, None)
    assert view.chosen() == view.classes.chosen() == 2
    assert asked.heats == [(1, "grad-cam"), (2, "grad-cam"), (2, "grad-cam")]
    # What is there stays until the new one comes.
    assert view.heat_card.photo.is_heated()


def test_another_photo_begins_with_its_answer(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map(1))
    view.show_heat(heat_map(1, "occlusion"))
    view.show_answer(insight(OTHER, dogs=0.9, cats=0.06, birds=0.04), NAMES, None)
    assert view.chosen() == 2
    assert asked.heats[-1] == (2, "grad-cam")
    assert not view.heat_card.photo.is_heated()
    assert not view.occlusion_card.photo.is_heated()
    assert view.occlusion_card.words() == ""


def test_pasted_photos_of_one_name_are_told_apart() -> None:
    view = WhyView()
    first, second = (Photo("pasted", None, np.zeros((4, 4, 3), np.uint8)) for _ in range(2))
    view.show_answer(insight(first), NAMES, None)
    view.show_heat(heat_map(photo=first))
    view.show_answer(insight(second), NAMES, None)
    assert view.heat_card.photo.heat() is None


# What comes too late


@pytest.mark.parametrize("late", [heat_map(0), heat_map(1, photo=OTHER), heat_map(2, "occlusion")])
def test_heat_that_is_no_longer_looked_for_is_left_out(qtbot: QtBot, late: HeatMap) -> None:
    view, _ = shown(qtbot)
    view.show_heat(late)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(late)
    assert view.heat_card.photo.heat() is None
    assert view.occlusion_card.photo.heat() is None


# Grad-CAM


def test_heat_is_painted_and_can_be_switched_off(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    plain = painted(view.heat_card.photo)
    assert not view.heat_card.switch.isEnabled()
    view.show_heat(heat_map())
    assert (painted(view.heat_card.photo) != plain).mean() > 0.5
    qtbot.mouseClick(view.heat_card.switch, Qt.MouseButton.LeftButton)
    assert (painted(view.heat_card.photo) == plain).all()


def test_words_name_class_layer_and_size(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map())
    words = view.heat_card.words()
    for part in ("cats", "where, not why", "wrong place", "pool_2", "3 × 3"):
        assert part in words
    assert words == view.heat_card.photo.accessibleDescription()


def test_no_heat_at_all_is_said(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(HeatMap(PHOTO, 1, "grad-cam", np.zeros((3, 3), np.float32), "pool_2"))
    assert "no place in the last pictures inside the network speaks for cats" in view.heat_card.words()


def test_a_place_is_read_by_pointer_and_keys(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    photo = view.heat_card.photo
    point_at(photo, 0.1, 0.1)
    assert view.heat_card.reading() == ""
    view.show_heat(heat_map())
    point_at(photo, 0.1, 0.1)
    assert view.heat_card.reading() == "here: 100 %"
    point_at(photo, 0.99, 0.99)
    assert view.heat_card.reading() == "here: 10 %"
    view.show_heat(heat_map(done=3))
    assert view.heat_card.reading() == "here: 0 %"
    QApplication.sendEvent(photo, QEvent(QEvent.Type.Leave))
    assert view.heat_card.reading() == ""
    for key, words in ((Qt.Key.Key_Up, "here: 0 %"), (Qt.Key.Key_Up, "here: 89 %"), (Qt.Key.Key_Left, "here: 100 %")):
        qtbot.keyClick(photo, key)
        assert view.heat_card.reading() == words


def test_failure_stands_in_place_of_the_words(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map())
    view.show_failure("grad-cam", "This network has no layer with rows and columns.")
    assert view.heat_card.words() == "This network has no layer with rows and columns."
    assert not view.heat_card.photo.is_heated()
    view.show_heat(heat_map())
    assert "no layer" not in view.heat_card.words()


def test_waiting_keeps_what_is_there(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map())
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    view.set_waiting("grad-cam")
    assert view.heat_card.reading() == "One moment…"
    assert view.heat_card.photo.is_heated()
    view.show_heat(heat_map(2))
    assert view.heat_card.reading() == ""


def test_the_same_heat_anew_does_not_flicker(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map())
    point_at(view.heat_card.photo, 0.1, 0.1)
    view.show_answer(insight(), NAMES, None)
    view.set_waiting("grad-cam")
    assert view.heat_card.reading() == "here: 100 %"


# Occlusion


def test_occlusion_runs_when_asked_and_tells_its_progress(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    card = view.occlusion_card
    view.show_answer(insight(), NAMES, None)
    assert card.start_button.isVisible()
    qtbot.mouseClick(card.start_button, Qt.MouseButton.LeftButton)
    assert asked.heats[-1] == (1, "occlusion")
    assert card.stop_button.isVisible()
    assert not card.start_button.isVisible()
    view.show_heat(heat_map(1, "occlusion", done=4, drop=0.2))
    assert "4 of 9 places tried" in card.words()
    assert card.is_running
    view.show_heat(heat_map(1, "occlusion"))
    assert not card.is_running
    assert not card.stop_button.isVisible()
    assert not card.start_button.isVisible()
    assert "Covering one place lowers the share of cats by up to 34 points." in card.words()


@pytest.mark.parametrize(
    ("drop", "words"),
    [
        (0.345, "up to 34 points"),
        (0.0996, "up to 10 points"),
        (0.035, "up to 3.5 points"),
        (0.01, "up to 1.0 point."),
        (0.0, "takes nothing away from cats"),
    ],
)
def test_result_in_words(qtbot: QtBot, drop: float, words: str) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map(1, "occlusion", drop=drop))
    assert words in view.occlusion_card.words()


def test_stop_keeps_what_was_tried(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    card = view.occlusion_card
    view.show_answer(insight(), NAMES, None)
    qtbot.mouseClick(card.start_button, Qt.MouseButton.LeftButton)
    view.show_heat(heat_map(1, "occlusion", done=4))
    qtbot.mouseClick(card.stop_button, Qt.MouseButton.LeftButton)
    assert asked.stops == 1
    assert card.photo.is_heated()
    assert "4 of 9" in card.words()
    assert card.start_button.text() == "Start again"
    qtbot.mouseClick(card.start_button, Qt.MouseButton.LeftButton)
    assert asked.heats[-1] == (1, "occlusion")
    assert not card.photo.is_heated()


def test_another_class_or_photo_ends_a_running_occlusion(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    qtbot.mouseClick(view.occlusion_card.start_button, Qt.MouseButton.LeftButton)
    view.show_heat(heat_map(1, "occlusion", done=4))
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    assert asked.stops == 1
    assert not view.occlusion_card.photo.is_heated()
    qtbot.mouseClick(view.occlusion_card.start_button, Qt.MouseButton.LeftButton)
    view.show_answer(insight(OTHER), NAMES, None)
    assert asked.stops == 2
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    assert asked.stops == 2


def test_an_occlusion_of_earlier_weights_says_so(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.show_heat(heat_map(1, "occlusion"))
    view.show_answer(insight(), NAMES, None)
    assert "learned on since" in view.occlusion_card.words()
    assert view.occlusion_card.start_button.isVisible()
    assert (1, "occlusion") not in asked.heats


def test_occlusion_that_fails_can_be_tried_again(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(), NAMES, None)
    view.set_waiting("occlusion")
    view.show_failure("occlusion", "The network is gone.")
    assert view.occlusion_card.words() == "The network is gone."
    qtbot.mouseClick(view.occlusion_card.start_button, Qt.MouseButton.LeftButton)
    assert asked.heats[-1] == (1, "occlusion")
    assert "gone" not in view.occlusion_card.words()


# Classes


def test_classes_stand_by_share_and_the_pictures_own_is_marked(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    view.show_answer(insight(), NAMES, 2)
    assert view.classes.rows() == ["cats: 70.0 %", "dogs: 20.0 %, its class", "birds: 10.0 %"]
    view.show_answer(insight(), NAMES, None)
    assert "its class" not in " ".join(view.classes.rows())


def test_a_hundred_classes_scroll(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    names = tuple(f"class {place}" for place in range(120))
    view.show_answer(insight(PHOTO, **{name: 1 / (place + 2) for place, name in enumerate(names)}), names, 119)
    assert view.classes.verticalScrollBar().maximum() > 0
    assert len(view.classes.rows()) == 120
    qtbot.keyClick(view.classes, Qt.Key.Key_End)
    assert asked.heats[-1] == (119, "grad-cam")
    assert view.classes.visualRect(view.classes.currentIndex()).height() == ROW_PX


def test_one_class_alone(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(insight(PHOTO, cats=1.0), ("cats",), None)
    assert asked.heats == [(0, "grad-cam")]
    assert view.classes.rows() == ["cats: 100.0 %"]


def test_a_photo_without_an_answer_asks_for_nothing(qtbot: QtBot) -> None:
    view, asked = shown(qtbot)
    view.show_answer(Insight(PHOTO, Answer("cat.png"), ()), NAMES, None)
    assert asked.heats == []
    assert not view.occlusion_card.start_button.isVisible()


# Room


@pytest.mark.parametrize(("width", "height"), [(1144, 532), (888, 432), (1800, 1000)])
def test_everything_fits_at_every_size(qtbot: QtBot, width: int, height: int) -> None:
    view, _ = shown(qtbot, width, height)
    view.show_answer(insight(), NAMES, 2)
    view.show_heat(heat_map())
    view.show_heat(heat_map(1, "occlusion"))
    QApplication.processEvents()
    for card in (view.heat_card, view.classes_card, view.occlusion_card):
        assert view.rect().contains(card.geometry())
        assert card.height() >= card.minimumSizeHint().height()
    assert 200 <= view.heat_card.photo.width() <= LARGEST_PX


def test_choosing_a_class_does_not_change_the_size_of_the_photo(qtbot: QtBot) -> None:
    view, _ = shown(qtbot)
    names = ("a", "a name that is so long that it needs a line more than the others do in every sentence")
    view.show_answer(insight(PHOTO, **{names[0]: 0.6, names[1]: 0.4}), names, None)
    view.show_heat(heat_map(0))
    before = view.heat_card.photo.width()
    qtbot.keyClick(view.classes, Qt.Key.Key_Down)
    view.show_heat(heat_map(1))
    assert view.heat_card.photo.width() == before


def test_the_window_can_shrink_again(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, 1800, 1000)
    view.show_answer(insight(), NAMES, None)
    assert view.heat_card.photo.width() == LARGEST_PX
    view.resize(888, 432)
    QApplication.processEvents()
    assert view.width() == 888
    assert view.heat_card.photo.width() < 300
