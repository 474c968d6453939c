"""The curve of exp under a softmax, and the slider through a run's epochs."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.widgets.inside.epoch_slider import EpochSlider
from gui.widgets.inside.exp_scale import ExpScale, exp_in_words
from gui.widgets.inside.softmax_curve import SoftmaxCurve
from tests.gui.layer_stand_ins import show

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


# The curve of exp


NAMES = ["butterfly", "dalmatian", "elephant", "kangaroo", "llama", "starfish"]
LOGITS = np.array([1.21, 5.26, 3.17, -1.37, 1.53, 0.31])


def test_curve_says_the_leader_first(qtbot: QtBot) -> None:
    curve = SoftmaxCurve()
    show(qtbot, curve, 724, 226)
    curve.show_logits(LOGITS, NAMES)
    assert curve._plot.accessibleDescription().startswith("dalmatian: exp(5.26) = 192.48; elephant: exp(3.17) = 23.81")
    assert curve._plot.point(1).y() < curve._plot.point(2).y()
    assert curve._plot._near(curve._plot.point(3)) == 3
    assert curve.words() == ""
    with pytest.raises(ValueError, match="as many names"):
        curve.show_logits(LOGITS, NAMES[:2])


@pytest.mark.parametrize(
    "logits",
    [
        [0.0, 0.0],
        [40.0, 35.0, -2.0],
        [3e38, -3e38],
        [-50.0, -60.0],
        [math.nan, 1.0],
        [math.inf, -math.inf, 2.0],
        [math.nan, math.nan],
        [-400.0, 3.0],
        np.random.default_rng(0).normal(size=100) * 4,
    ],
)
def test_curve_of_odd_logits(qtbot: QtBot, logits: list[float]) -> None:
    curve = SoftmaxCurve()
    show(qtbot, curve, 468, 180)
    curve.show_logits(np.array(logits), [f"class {n}" for n in range(len(logits))])
    curve.grab()
    finite = np.isfinite(logits)
    assert bool(curve.words()) == (not finite.all() or -400.0 in list(logits))


def test_large_logits_take_powers_of_ten() -> None:
    scale = ExpScale.of(np.array([25.0, 10.0]))
    assert scale is not None
    assert scale.is_log
    assert scale.height(scale.left) == pytest.approx(0.0)
    assert any("10" in words for _, words in scale.exp_ticks())
    plain = ExpScale.of(LOGITS)
    assert plain is not None
    assert not plain.is_log
    assert [words for _, words in plain.exp_ticks()] == ["0", "50", "100", "150", "200"]
    assert ("−1", pytest.approx(-1.0)) in [(words, place) for place, words in plain.logit_ticks()]
    assert exp_in_words(1000.0) == "exp(1,000.00)"


# The epochs


@pytest.fixture
def epochs(qtbot: QtBot) -> EpochSlider:
    slider = EpochSlider()
    show(qtbot, slider, 724, 48)
    slider.set_epochs(range(1, 17), 16, 11, True)
    return slider


def test_keys_step_through_the_stops(qtbot: QtBot, epochs: EpochSlider) -> None:
    assert epochs.words() == "16, live"
    with qtbot.waitSignal(epochs.epoch_wanted) as wanted:
        qtbot.keyClick(epochs.track, Key.Key_Left)
    assert wanted.args == [15]
    assert epochs.words() == "15"
    with qtbot.waitSignal(epochs.epoch_wanted) as wanted:
        qtbot.keyClick(epochs.track, Key.Key_Home)
    assert wanted.args == [1]
    with qtbot.waitSignal(epochs.epoch_wanted) as wanted:
        qtbot.keyClick(epochs.track, Key.Key_End)
    assert wanted.args == [None]


def test_dragging_asks_for_the_newest_alone(qtbot: QtBot, epochs: EpochSlider) -> None:
    asked: list[object] = []
    epochs.epoch_wanted.connect(asked.append)
    track = epochs.track
    middle = track.height() // 2
    qtbot.mousePress(track, LEFT, pos=QPoint(int(track.stop_x(12)), middle))
    for place in (10, 8, 6, 4):
        qtbot.mouseMove(track, QPoint(int(track.stop_x(place)), middle))
        track.setValue(place)
    epochs.show_epoch(None)  # a look comes in between: the handle stays with the user
    assert epochs.words() == "5"
    qtbot.mouseRelease(track, LEFT, pos=QPoint(int(track.stop_x(4)), middle))
    assert asked[-1] == 5
    assert len(asked) <= 2


def test_new_epochs_leave_the_chosen_one(qtbot: QtBot, epochs: EpochSlider) -> None:
    with qtbot.assertNotEmitted(epochs.epoch_wanted, wait=100):
        epochs.show_epoch(7)
        assert epochs.words() == "7"
        epochs.set_epochs(range(1, 18), 17, 11, True)
        assert epochs.words() == "7"
        # Kept no longer, but still shown.
        epochs.set_epochs([1, 3, 17], 17, 11, True)
        assert epochs.words() == "7"
        epochs.show_epoch(None)
    assert epochs.words() == "17, live"
    assert epochs.track.maximum() == 2


def test_a_finished_run_ends_with_its_best_network(epochs: EpochSlider) -> None:
    epochs.set_epochs(range(1, 31), 11, 11, False)
    assert epochs.words() == "best epoch"
    assert epochs.track.maximum() == 30
    epochs.set_epochs(range(1, 31), None, None, False)
    assert epochs.words() == "best epoch"
    epochs.set_epochs([1, 2], 2, 2, False)
    assert epochs.words() == "2"
    assert epochs.track.maximum() == 1


def test_a_note_stands_in_for_the_slider(epochs: EpochSlider) -> None:
    epochs.set_epochs((), 0, None, True)
    epochs.set_note("Nothing is kept yet.")
    assert epochs.words() == "Nothing is kept yet."
    assert not epochs.track.isVisible()
    epochs.set_note("")
    assert epochs.track.isVisible()
    assert not epochs.track.isEnabled()
    assert epochs.words() == "live"
