"""Loss, accuracy and confusion on pictures that the network has not learned from."""

import json
import shutil
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.control import Control
from core.errors import DatasetError, ModelError, Stopped
from core.events import Event, Preparing
from core.framing import Frame
from core.network.store import OpenedModel, open_model
from core.pictures.arrays.exporting import export_arrays
from core.pictures.cache import prepare
from core.pictures.scan import scan
from core.pictures.split import split_pictures
from core.results.evaluation import judge_opened

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def opened(trained: Any) -> OpenedModel:
    return open_model(trained.folder)


def test_a_run_is_evaluated_on_its_test_pictures(trained: Any, tmp_path: Path) -> None:
    # Nothing is kept with this one, whichever tests came before.
    run = Path(shutil.copytree(trained.folder, tmp_path / "run", ignore=shutil.ignore_patterns("*.npz")))
    seen: list[Event] = []
    result = judge_opened(open_model(run), report=seen.append)
    assert result.summaries["test"].loss == pytest.approx(trained.outcome.test_loss, rel=1e-5, abs=1e-6)
    assert result.summaries["test"].accuracy == pytest.approx(trained.outcome.test_accuracy)
    assert result.summaries["test"].confusion.sum() == 9
    assert result.class_names == ("blue", "green", "red")
    testing = [event for event in seen if isinstance(event, Preparing) and str(event.what) == "testing"]
    assert (testing[-1].done, testing[-1].total) == (60, 60), "of all parts"


def test_a_folder_is_evaluated_whole(opened: OpenedModel, make_colours: Any) -> None:
    result = judge_opened(opened, make_colours(per_class=12, seed=9))
    assert result.summaries["test"].confusion.sum() == 36
    assert result.summaries["test"].accuracy == pytest.approx(np.trace(result.summaries["test"].confusion) / 36)
    assert result.summaries["test"].confusion.sum(axis=1).tolist() == [12, 12, 12]


def test_rows_are_true_and_columns_predicted(opened: OpenedModel, make_colours: Any) -> None:
    """Red pictures in the folder of blue."""
    folder = make_colours(per_class=6)
    for path in (folder / "blue").iterdir():
        shutil.copy(folder / "red" / path.name, path)
    confusion = judge_opened(opened, folder).summaries["test"].confusion
    assert confusion[0, 2] == 6
    assert confusion[2, 0] == 0


def test_the_models_classes_count_not_the_folders_order(opened: OpenedModel, make_colours: Any) -> None:
    """Without the first class every label of the folder is one lower."""
    result = judge_opened(opened, make_colours(per_class=6, names=("green", "red")))
    assert result.summaries["test"].accuracy > 0.8
    assert result.summaries["test"].confusion[0].tolist() == [0, 0, 0]
    assert result.class_names == ("blue", "green", "red")


def test_the_test_part_of_a_folder_is_used_where_it_has_one(opened: OpenedModel, make_colours: Any) -> None:
    make_colours("parts/train", per_class=5)
    folder = make_colours("parts/test", per_class=2).parent
    assert judge_opened(opened, folder).summaries["test"].confusion.sum() == 6


def test_arrays_are_evaluated_on_their_test_part(opened: OpenedModel, make_colours: Any, tmp_path: Path) -> None:
    prepared = prepare(scan(make_colours(per_class=12, seed=9)), Frame(16))
    split = split_pictures(prepared.dataset, 7)
    exported = export_arrays(prepared, split, tmp_path / "a.npy")
    result = judge_opened(opened, tmp_path / "a.npy")
    assert result.summaries["test"].confusion.sum() == exported.test == len(split.test)
    labels = prepared.dataset.labels[split.test]
    assert result.summaries["test"].confusion.sum(axis=1).tolist() == np.bincount(labels).tolist()


def test_the_loss_of_sure_but_wrong_answers_equals_kerass(opened: OpenedModel, make_colours: Any) -> None:
    folder = make_colours(per_class=6)
    for path in (folder / "blue").iterdir():
        shutil.copy(folder / "red" / path.name, path)
    prepared = prepare(scan(folder), Frame(16))
    # Weights five times as large at the end: as sure as a network is after long training.
    model = keras.models.clone_model(opened.model)
    model.set_weights([*opened.model.get_weights()[:-2], *(5 * each for each in opened.model.get_weights()[-2:])])
    model.compile(loss="sparse_categorical_crossentropy", jit_compile=False)
    pixels = prepared.pixels(range(18)).astype(np.float32)
    expected = model.evaluate(pixels, prepared.dataset.labels, verbose=0)
    result = judge_opened(OpenedModel(model, opened.class_names, Frame(16), "sure"), folder)
    assert result.summaries["test"].loss == pytest.approx(expected, rel=1e-5)


def test_an_unreadable_test_part_is_not_replaced_by_training_pictures(opened: OpenedModel, make_colours: Any) -> None:
    make_colours("parts/train", per_class=5)
    folder = make_colours("parts/test", per_class=1).parent
    for path in (folder / "test").rglob("*.png"):
        path.write_text("no picture")
    with pytest.raises(DatasetError, match="test"):
        judge_opened(opened, folder)


def test_an_unknown_class_is_named(opened: OpenedModel, make_colours: Any) -> None:
    with pytest.raises(
        DatasetError, match=r"does not know the class “yellow” of this folder. It knows: blue, green, red"
    ):
        judge_opened(opened, make_colours(per_class=2, names=("blue", "yellow")))


def test_a_model_without_a_run_needs_a_folder(trained: Any) -> None:
    with pytest.raises(ModelError, match=r"has no test pictures of its own. Name a folder of pictures"):
        judge_opened(open_model(trained.folder / "best.keras"))


def copied(trained: Any, place: Path) -> Path:
    return Path(shutil.copytree(trained.folder, place / "run"))


def test_a_broken_split_is_said(trained: Any, tmp_path: Path) -> None:
    run = copied(trained, tmp_path)
    (run / "split.csv").write_text("nothing")
    (run / "split.csv").unlink()
    with pytest.raises(ModelError, match="The split of the run “colours” cannot be read"):
        judge_opened(open_model(run))


def test_a_split_of_other_pictures_is_said(trained: Any, tmp_path: Path) -> None:
    run = copied(trained, tmp_path)
    (run / "split.csv").write_text("file,class,part\nother.png,red,test\n")
    with pytest.raises(DatasetError, match="None of the run's pictures are left"):
        judge_opened(open_model(run))


def test_pictures_that_are_gone_are_said(trained: Any, tmp_path: Path) -> None:
    run = copied(trained, tmp_path)
    text = (run / "run.json").read_text(encoding="utf-8")
    (run / "run.json").write_text(text.replace(str(trained.pictures), str(tmp_path / "gone")), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"The folder “gone” is gone"):
        judge_opened(open_model(run))


def moved_pictures(trained: Any, run: Path, place: Path) -> Path:
    """A copy of the pictures, and the run told of it."""
    pictures = Path(shutil.copytree(trained.pictures, place))
    text = (run / "run.json").read_text(encoding="utf-8")
    told = text.replace(json.dumps(str(trained.pictures)), json.dumps(str(pictures)))
    assert told != text
    (run / "run.json").write_text(told, encoding="utf-8")
    return pictures


def test_a_class_folder_that_came_later_does_not_touch_a_runs_own_test(trained: Any, tmp_path: Path) -> None:
    run = copied(trained, tmp_path)
    before = judge_opened(open_model(run))
    pictures = moved_pictures(trained, run, tmp_path / "pictures")
    # Its name comes first, so every label of the folder moves by one.
    shutil.copytree(pictures / "red", pictures / "amber")
    after = judge_opened(open_model(run))
    assert after.class_names == ("blue", "green", "red")
    assert np.array_equal(after.summaries["test"].confusion, before.summaries["test"].confusion)
    assert after.summaries["test"].loss == pytest.approx(before.summaries["test"].loss, rel=1e-6)


def test_an_unknown_class_among_a_runs_own_test_pictures_is_named(trained: Any, tmp_path: Path) -> None:
    run = copied(trained, tmp_path)
    pictures = moved_pictures(trained, run, tmp_path / "pictures")
    shutil.copytree(pictures / "red", pictures / "amber")
    (run / "split.csv").write_text("file,class,part\nred/001.png,red,test\namber/000.png,amber,test\n")
    with pytest.raises(DatasetError, match="does not know the class “amber”"):
        judge_opened(open_model(run))


def test_a_stop_ends_it(opened: OpenedModel) -> None:
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        judge_opened(opened, control=control)
