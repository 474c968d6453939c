"""The Inside page: what it shows when, what clicks, keys and drops do, and that new epochs leave things in place."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.answers import Answer, Insight, LayerOutput, ModelCard, Photo
from core.control import Control
from core.errors import PictureError
from core.events import Snapshot
from core.framing import Frame
from core.network.presets import tutorial_network
from core.pictures.dataset import Dataset, Picture
from core.questions import Look, Question, TakeSnapshot
from core.words import say
from gui import theme
from gui.pages.inside.page import InsidePage
from gui.session import Session
from gui.widgets.buttons import MainButton

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
CLASSES = ("cat", "dog", "emu")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


class AskedSession(Session):
    """Keeps what is asked instead of having it answered."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Question] = []


@pytest.fixture
def session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> AskedSession:
    made = AskedSession()
    monkeypatch.setattr(made.asking, "ask", made.asked.append)
    return made


def insight_of(page: InsidePage) -> Insight:
    insight = page.session.asking.insight
    assert insight is not None
    return insight


def looked_at(session: AskedSession) -> str | None:
    photo = session.asking.looked_at
    assert photo is not None
    return photo.file


def asked(session: AskedSession) -> list[Look]:
    return [each for each in session.asked if isinstance(each, Look)]


def shown(qtbot: QtBot, session: AskedSession, width: int = 1192, height: int = 752) -> InsidePage:
    page = InsidePage(session)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def folder(root: Path, pictures: int = 12) -> Dataset:
    """A folder of three classes, as it would be found."""
    files = [Picture(f"{name}/{n:02}.png", label) for label, name in enumerate(CLASSES) for n in range(pictures)]
    return Dataset(root, CLASSES, tuple(files))


def outputs(seed: int = 0, size_px: int = 100, classes: int = 3) -> tuple[LayerOutput, ...]:
    """Made-up outputs of the tutorial network."""
    random, network = np.random.default_rng(seed), tutorial_network(size_px, classes)
    made = []
    for layer, shape in zip(network.layers, network.shapes(), strict=True):
        values = random.normal(size=shape).astype(np.float32)
        kind = str(getattr(layer, "function", type(layer).__name__))
        if kind == "softmax":
            values = np.exp(values) / np.exp(values).sum()
        made.append(LayerOutput(layer.name, kind, values))
    return tuple(made)


def let_see(
    session: AskedSession,
    photo: Photo | None = None,
    label: str = "dog",
    layers: tuple[LayerOutput, ...] | None = None,
    epoch: int | None = None,
) -> Insight:
    """An insight comes, as from the network."""
    asking = session.asking
    photo = photo or asking.looked_at or Photo("mine.jpg", "/elsewhere/mine.jpg")
    ranked = ((label, 0.852), *((name, 0.074) for name in CLASSES if name != label))
    pixels: NDArray[np.uint8] = np.full((100, 100, 3), 90, np.uint8)
    insight = Insight(
        photo, Answer(photo.file or photo.name, ranked, pixels=pixels), layers or outputs(epoch or 0), epoch=epoch
    )
    asking.looked_at = photo
    asking.model = asking.looker = ModelCard("my run", CLASSES, Frame(100), 1_000, epoch)
    asking.insight = insight
    asking.model_changed.emit()
    asking.insight_changed.emit()
    return insight


def missing(page: InsidePage) -> str | None:
    """What the page says is missing."""
    return next((key for key, state in page.states._states.items() if state.isVisible()), None)


def choose(qtbot: QtBot, page: InsidePage, name: str) -> None:
    """Click on a layer in the strip."""
    strip = page.photo_card.strip
    names = [output.name for output in insight_of(page).outputs]
    place = names.index(name)
    chosen = strip.chosen()
    strip.choose(place)  # brings it in sight
    strip.choose(chosen)
    rect = strip.picture_rect(place)
    for _ in names:
        if not strip.rect().contains(rect.center().toPoint()):
            strip._row.scroll_pages(1 if place > (chosen or 0) else -1)
            rect = strip.picture_rect(place)
    centre = strip._row.mapFrom(strip, rect.center().toPoint())
    qtbot.mouseClick(strip._row, LEFT, pos=centre)


def point_at(view: QWidget, where: QPoint) -> None:
    none, position = Qt.MouseButton.NoButton, QPointF(where)
    across = QPointF(view.mapToGlobal(where))
    move = QMouseEvent(QEvent.Type.MouseMove, position, across, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)


# Nothing to look into yet


def test_without_network(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    assert missing(page) == "network"
    assert page.states.network_button.text() == "Open pictures"
    assert not page.photo_card.isVisible()
    assert not page.another_button.isVisible()
    with qtbot.waitSignal(session.page_wanted) as wanted:
        qtbot.mouseClick(page.states.network_button, LEFT)
    assert wanted.args == ["pictures"]


def test_without_network_but_with_pictures(
    qtbot: QtBot, session: AskedSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[bool] = []
    monkeypatch.setattr(session, "start_training", lambda: started.append(True))
    page = shown(qtbot, session)
    session.collection.dataset = folder(tmp_path)
    session.pictures_changed.emit()
    assert page.states.network_button.text() == "Start training"
    qtbot.mouseClick(page.states.network_button, LEFT)
    assert started == [True]


class _Job:
    def __init__(self) -> None:
        self.control = Control()


def test_training_before_the_first_look(
    qtbot: QtBot, session: AskedSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(session, "_job", _Job())
    monkeypatch.setattr(session, "_work", "training")
    session.following.is_asked = True
    session.collection.dataset = folder(tmp_path)
    page = shown(qtbot, session)
    assert missing(page) == "epoch"
    assert session.control is not None
    watch = session.control.watch
    assert watch is not None
    assert watch.photo is session.asking.looked_at
    assert watch.is_seen
    page.hide()
    hidden = session.control.watch
    assert hidden is not None
    assert not hidden.is_seen, "its epochs are kept all the same"
    page.hide()
    session.asking.open_model(Path("/models/other.keras"))
    page.show()
    assert not session.control.take_snapshot_request()


def test_preparing_pictures_is_no_training(
    qtbot: QtBot, session: AskedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_job", _Job())
    assert missing(shown(qtbot, session)) == "network"
    assert session.control is not None
    assert not session.control.take_snapshot_request()


def test_network_but_no_picture(qtbot: QtBot, session: AskedSession) -> None:
    session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
    page = shown(qtbot, session)
    assert missing(page) == "picture"
    qtbot.mouseClick(page.states.picture_button, LEFT)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/photos/rex.jpg")
    dialog.close()
    assert [look.photo.name for look in asked(session)] == ["rex.jpg"]
    assert missing(page) == "look"


def test_first_test_picture_is_looked_at_unasked(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
    session.collection.dataset = folder(tmp_path)
    page = shown(qtbot, session)
    split = session.split()
    assert split is not None
    first = session.dataset.pictures[int(split.test[0])]
    assert [look.photo.file for look in asked(session)] == [str(session.dataset.path(first))]
    assert missing(page) == "look"


def test_nothing_is_looked_at_while_hidden(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    page = InsidePage(session)
    qtbot.addWidget(page)
    session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
    session.collection.dataset = folder(tmp_path)
    session.pictures_changed.emit()
    session.asking.model_changed.emit()
    assert session.asking.looked_at is None


def test_unreadable_picture(qtbot: QtBot, session: AskedSession) -> None:
    session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
    page = shown(qtbot, session)
    page.look_at("/photos/broken.jpg")
    broken = Photo("broken.jpg", "/photos/broken.jpg")
    session.asking.failed.emit(Look(broken), PictureError(say("This is no picture."), say("Take another.")))
    assert missing(page) == "picture"
    assert "“broken.jpg” cannot be shown. This is no picture." in page.banner.text()
    page.look_at("/photos/whole.jpg")
    assert not page.banner.isVisible()
    assert missing(page) == "look"


def test_at_most_one_filled_button(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    for _ in range(3):
        assert sum(button.isVisible() for button in page.findChildren(MainButton)) <= 1
        session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
        session.asking.model_changed.emit()
    let_see(session)
    assert not any(button.isVisible() for button in page.findChildren(MainButton))


# The answer


def test_answer(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session, Photo("rex.jpg", "/photos/rex.jpg"))
    assert missing(page) is None
    assert page.photo_card.words() == ("rex.jpg", "dog", "85.2 % sure", "")
    assert page.another_button.isVisible()


@pytest.mark.parametrize(
    ("label", "text", "tone"), [("cat", "as its folder says", "good"), ("dog", "in folder: cat", "second")]
)
def test_folder_says_what_is_right(
    qtbot: QtBot, session: AskedSession, tmp_path: Path, label: str, text: str, tone: str
) -> None:
    session.collection.dataset = folder(tmp_path)
    page = shown(qtbot, session)
    let_see(session, Photo("03.png", str(tmp_path / "cat" / "03.png")), label)
    assert page.photo_card.words()[3] == text
    assert page.photo_card._folder.property("tone") == tone
    assert page.photo_card._tick.isVisible() == (label == "cat")


def test_a_class_that_the_network_never_learned_is_no_mistake(
    qtbot: QtBot, session: AskedSession, tmp_path: Path
) -> None:
    session.collection.dataset = Dataset(tmp_path, ("gnu",), (Picture("gnu/1.png", 0),))
    page = shown(qtbot, session)
    let_see(session, Photo("1.png", str(tmp_path / "gnu" / "1.png")))
    assert page.photo_card._folder.property("tone") == "text3"


@pytest.mark.parametrize(
    ("epoch", "words"),
    [(7, "my run after epoch 7"), (0, "my run in its first epoch"), (None, "my run")],
)
def test_header_says_whose_weights(qtbot: QtBot, session: AskedSession, epoch: int | None, words: str) -> None:
    page = shown(qtbot, session)
    let_see(session, epoch=epoch)
    assert page.header._sentence.text() == f"What every layer makes of your picture  ·  {words}"


def test_pasted_photo_without_file(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    session.collection.dataset = folder(tmp_path)
    page = shown(qtbot, session)
    let_see(session, Photo("pasted", pixels=np.zeros((9, 9, 3), np.uint8)))
    assert page.photo_card.words()[0] == "pasted"


# Stepping


def test_stepping_through_the_folder(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    session.collection.dataset = dataset = folder(tmp_path)
    page = shown(qtbot, session)
    let_see(session)
    split = session.split()
    assert split is not None
    order = [*split.test.tolist(), *split.validation.tolist(), *split.training.tolist()]
    names = [str(dataset.path(dataset.pictures[position])) for position in order]
    seen = [looked_at(session)]
    for _ in names:
        qtbot.mouseClick(page.photo_card._on, LEFT)
        seen.append(looked_at(session))
    assert seen == [*names, names[0]]
    qtbot.mouseClick(page.photo_card._back, LEFT)
    assert looked_at(session) == names[-1]


def test_no_stepping_without_a_folder(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session)
    assert not page.photo_card._on.isVisible()
    page.step(1)
    assert asked(session) == []


def test_from_a_photo_of_ones_own_into_the_folder(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    page = shown(qtbot, session)
    let_see(session, Photo("rex.jpg", "/photos/rex.jpg"))
    session.collection.dataset = folder(tmp_path)
    session.pictures_changed.emit()
    assert asked(session) == []  # what the user picked stays
    split = session.split()
    assert split is not None
    page.step(1)
    assert asked(session)[-1].photo.file == str(session.dataset.path(session.dataset.pictures[int(split.test[0])]))


def test_another_folder_begins_anew(qtbot: QtBot, session: AskedSession, tmp_path: Path) -> None:
    session.asking.model = ModelCard("my run", CLASSES, Frame(100), 1_000)
    session.collection.dataset = folder(tmp_path / "one")
    page = shown(qtbot, session)
    session.collection.dataset = folder(tmp_path / "two")
    session.pictures_changed.emit()
    assert missing(page) == "look"
    assert [Path(look.photo.file or "").parts[-3] for look in asked(session)] == ["one", "two"]


# Layers


def test_first_layer_is_the_first_convolution(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session)
    assert page.photo_card.strip.chosen() == 1
    shape, explanation, values, _ = page.layers.view.words()
    assert shape == "32 pictures of 100 × 100, one from each filter"
    assert explanation.startswith("A convolution")
    assert values.startswith("values from −")
    assert page.layers.view.grid.isVisible()
    assert page.layers.view.scale.isVisible()
    assert not page.layers.view.vector.isVisible()


def test_every_layer_by_click(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    insight = let_see(session)
    for output in reversed(insight.outputs):
        choose(qtbot, page, output.name)
        assert page.layers.view.accessibleName() == output.name
        assert page.layers.view.grid.isVisible() == (output.values.ndim == 3)
        assert page.layers.view.vector.isVisible() == (output.values.ndim == 1)


def test_layers_by_keyboard(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session)
    row = page.photo_card.strip._row
    qtbot.keyClick(row, Qt.Key.Key_End)
    assert page.layers.view.accessibleName() == "softmax"
    assert page.layers.view.words()[0] == "3 shares, together 100 %"
    assert "dog" in page.layers.view.vector.accessibleDescription()
    assert " %" in page.layers.view.vector.accessibleDescription()
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert page.layers.view.accessibleName() == "dense_2"
    assert page.layers.view.words()[0] == "3 numbers, one for each class"
    assert "dog" in page.layers.view.vector.accessibleDescription()
    for _ in range(3):
        qtbot.keyClick(row, Qt.Key.Key_Left)
    assert page.layers.view.words()[0] == "512 numbers"


def test_a_new_epoch_keeps_layer_channel_and_scale(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session, epoch=1)
    choose(qtbot, page, "relu_2")
    grid = page.layers.view.grid
    qtbot.mouseClick(grid.viewport(), LEFT, pos=grid.picture_rect(7).center())
    cell = grid.chosen_cell()
    qtbot.mouseClick(page.layers.view.scale._segments["common"], LEFT)
    before = page.layers.view.words()[2]
    let_see(session, epoch=2)
    assert page.layers.view.accessibleName() == "relu_2"
    assert page.photo_card.strip.chosen() == 4
    assert grid.chosen() == 7
    assert grid.chosen_cell() == cell
    assert grid._common
    assert page.layers.view.words()[2] != before


def test_a_new_epoch_leaves_a_scrolled_strip(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session, 936, 652)
    let_see(session, epoch=1)
    page.photo_card.strip._row.scroll_pages(1)
    first = page.photo_card.strip._row.first
    assert first > 0
    let_see(session, epoch=2)
    assert page.photo_card.strip._row.first == first


def test_another_network_begins_with_its_own_layers(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session)
    choose(qtbot, page, "relu_2")
    one = LayerOutput("reshape", "Reshape", np.ones((5, 4), np.float32))
    odd = LayerOutput("cube", "Conv3D", np.ones((2, 3, 4, 5), np.float32))
    let_see(session, layers=(one, odd))
    assert page.layers.view.accessibleName() == "reshape"
    assert page.layers.view.words()[1] == "Nakami shows what this layer puts out, but does not explain it."
    choose(qtbot, page, "cube")
    assert page.layers.view.words()[0] == "120 numbers"


def test_built_again_it_shows_the_same(qtbot: QtBot, session: AskedSession) -> None:
    let_see(session)
    page = shown(qtbot, session)
    assert missing(page) is None
    assert page.photo_card.strip.chosen() == 1
    assert page.photo_card.strip._row.first == 0


def test_values_that_are_no_numbers(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    some = np.zeros((4, 4, 2), np.float32)
    some[0, 0, 0], some[1, 1, 1] = np.nan, 2.0
    none = np.full(7, np.nan, np.float32)
    let_see(session, layers=(LayerOutput("a", "relu", some), LayerOutput("b", "Dense", none)))
    assert page.layers.view.words()[2] == "values from 0.00 to 2.00, others are no numbers"
    choose(qtbot, page, "b")
    assert page.layers.view.words()[2] == "no values that are numbers"


# Reading values


def test_readout_of_a_cell(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    values = np.zeros((10, 10, 20), np.float32)
    values[5, 5, 2] = 0.834
    let_see(session, layers=(LayerOutput("conv", "Conv2D", values),))
    grid = page.layers.view.grid
    height = page.layers.view.height()
    rect = grid.picture_rect(2)
    point_at(grid.viewport(), rect.topLeft() + QPoint(rect.width() * 55 // 100, rect.height() * 55 // 100))
    assert page.layers.view.words()[3] == "row 5, column 5, channel 2: 0.83"
    values = values + 1
    let_see(session, layers=(LayerOutput("conv", "Conv2D", values),))
    assert page.layers.view.words()[3] == "row 5, column 5, channel 2: 1.83"
    QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave))
    assert page.layers.view.words()[3] == "channel 2: values from 1.00 to 1.83"
    assert page.layers.view.height() == height


def test_readout_of_a_channel_by_keyboard(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    values = np.zeros((10, 10, 20), np.float32)
    values[0, 0, 1] = 0.5
    let_see(session, layers=(LayerOutput("conv", "Conv2D", values),))
    grid = page.layers.view.grid
    assert grid.chosen_cell() == (0, 0, 1), "the strongest cell is chosen to begin with"
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert page.layers.view.words()[3] == "row 0, column 0, channel 2: 0.00"
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert page.layers.view.words()[3] == "row 0, column 0, channel 1: 0.50"


def test_readout_of_a_share(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    shares = np.array([0.1, 0.8523, 0.0477], np.float32)
    let_see(session, layers=(LayerOutput("out", "softmax", shares),))
    assert page.layers.view.vector.chosen() == 1, "the strongest is chosen to begin with"
    qtbot.keyClick(page.layers.view.vector, Qt.Key.Key_Right)
    assert page.layers.view.words()[3] == "emu: 0.0477"
    # Another shape: what was pointed at is not there any more.
    let_see(session, layers=(LayerOutput("out", "Dense", np.ones(2, np.float32)),))
    assert page.layers.view.words()[3] == "Point at a value to read it."


def test_dense_layer_with_softmax_of_its_own(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session, layers=(LayerOutput("out", "Dense", np.array([0.2, 0.5, 0.3], np.float32)),))
    assert page.layers.view.words()[0] == "3 shares, together 100 %"


# Fitting


@pytest.mark.parametrize("name", ["rescaling", "conv2d_1", "flatten", "dense_1", "softmax"])
def test_smallest_window_needs_no_scrolling_of_the_page(qtbot: QtBot, session: AskedSession, name: str) -> None:
    page = shown(qtbot, session, 936, 652)
    let_see(session, layers=outputs(classes=3))
    choose(qtbot, page, name)
    QApplication.processEvents()
    assert page.layers.view.mapTo(page, QPoint(0, page.layers.view.height())).y() <= 652
    assert page.photo_card.height() < 110


# Watching


def test_only_a_page_in_sight_wants_looks(qtbot: QtBot, session: AskedSession) -> None:
    page = shown(qtbot, session)
    let_see(session)
    page.hide()
    session.asking.look(Photo("b.jpg", "/b.jpg"))
    assert asked(session) == []
    page.show()
    assert [look.photo.name for look in asked(session)] == ["b.jpg"]


# The real thing


@pytest.mark.heavy
def test_layers_of_a_real_network(qtbot: QtBot, session: AskedSession) -> None:
    from core.inference import Inference
    from core.network.build import build

    network = tutorial_network(16, 3)
    weights = tuple(np.asarray(each, np.float32) for each in build(network).get_weights())
    inference = Inference()
    card = inference.answer(TakeSnapshot(Snapshot(Path("run"), 3, weights), network, CLASSES, "my run"))
    insight = inference.answer(Look(Photo("pasted", pixels=np.full((20, 20, 3), 128, np.uint8))))
    assert isinstance(card, ModelCard)
    assert isinstance(insight, Insight)
    page = shown(qtbot, session)
    session.asking.model = session.asking.looker = card
    session.asking.insight = insight
    session.asking.model_changed.emit()
    session.asking.insight_changed.emit()
    assert page.header._sentence.text().endswith("my run after epoch 3")
    assert len(insight.outputs) == len(network.layers)
    row = page.photo_card.strip._row
    qtbot.keyClick(row, Qt.Key.Key_Home)
    for output in insight.outputs:
        assert page.layers.view.accessibleName() == output.name
        assert "does not explain" not in page.layers.view.words()[1]
        qtbot.keyClick(row, Qt.Key.Key_Right)
    assert page.layers.view.words()[0] == "3 shares, together 100 %"
