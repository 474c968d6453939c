"""Two runs and the picture that they answer differently."""

import gc
import json
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.answers import Compared
from core.errors import DatasetError, ModelError
from core.images import read_square
from core.inside import comparing
from core.inside.comparing import compare
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import OpenedModel, open_model, save_model
from core.pictures.split import read_split

pytestmark = pytest.mark.heavy

NAMES = ("blue", "green", "red")
MakeRun = Callable[..., Path]


def always(class_index: int, size_px: int = 16) -> keras.Model:
    """A network that answers one class whatever it sees."""
    model = build(tutorial_network(size_px, 3))
    model.set_weights([np.zeros_like(each) for each in model.get_weights()])
    model.get_layer("dense_2").bias.assign(np.eye(3, dtype=np.float32)[class_index])
    return model


@pytest.fixture(scope="module")
def make_run(trained: Any, tmp_path_factory: pytest.TempPathFactory) -> MakeRun:
    """A run like the trained one, with another network and other facts."""

    def make(model: keras.Model, names: tuple[str, ...] = NAMES, **config: object) -> Path:
        folder = tmp_path_factory.mktemp("run") / "run"
        shutil.copytree(trained.folder, folder)
        save_model(model, names, folder / "best.keras")
        facts = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        facts["class_names"] = list(names)
        facts["config"] |= config
        (folder / "run.json").write_text(json.dumps(facts), encoding="utf-8")
        return folder

    return make


@pytest.fixture(scope="module")
def blue(make_run: MakeRun) -> Path:
    """A run that says blue to everything. For reading only."""
    return make_run(always(0))


@pytest.fixture(scope="module")
def compared(trained: Any, blue: Path) -> Compared:
    """The trained run, which knows all colours, and that one."""
    return compare(trained.folder, blue)


def validation_files(run: Path) -> set[str]:
    return {file for file, part in read_split(run / "split.csv").items() if part == "validation"}


def test_a_picture_that_the_first_reads_right_and_the_second_wrong(
    trained: Any, blue: Path, compared: Compared
) -> None:
    found = compared
    assert (found.first_run, found.second_run) == (trained.folder, blue)
    assert found.looked_through == 9
    assert (found.only_first_right, found.only_second_right) == (6, 0)
    assert (found.both_right, found.both_wrong) == (3, 0)
    assert found.first is not None
    assert found.second is not None
    assert found.truth in {"green", "red"}
    assert found.first.label == found.truth
    assert found.second.label == "blue"
    assert dict(found.second.ranked)["blue"] == pytest.approx(np.e / (np.e + 2))


def test_the_photo_and_its_pixels_come_with_it(trained: Any, compared: Compared) -> None:
    found = compared
    assert found.photo is not None
    assert found.photo.file is not None
    file = Path(found.photo.file)
    assert file.parent.name == found.truth
    assert file.relative_to(trained.pictures).as_posix() in validation_files(trained.folder)
    assert found.photo.name == file.name
    for answer in (found.first, found.second):
        assert answer is not None
        assert answer.file == found.photo.file
        assert answer.pixels is not None
        assert np.array_equal(answer.pixels, read_square(file, 16))
        assert len(answer.ranked) == 3


def test_where_the_second_is_better_its_picture_is_shown(trained: Any, blue: Path) -> None:
    found = compare(blue, trained.folder)
    assert (found.only_first_right, found.only_second_right) == (0, 6)
    assert found.second is not None
    assert found.second.label == found.truth != "blue"


def test_two_that_are_right_about_everything(trained: Any) -> None:
    found = compare(trained.folder, trained.folder)
    assert (found.both_right, found.looked_through) == (9, 9)
    assert (found.photo, found.first, found.second, found.truth) == (None, None, None, "")


def test_two_that_are_wrong_together(make_run: MakeRun, blue: Path) -> None:
    found = compare(blue, make_run(always(1)))
    assert (found.only_first_right, found.only_second_right, found.both_wrong, found.both_right) == (3, 3, 3, 0)
    assert found.truth == "blue"


def test_classes_are_compared_by_name(make_run: MakeRun, blue: Path) -> None:
    """The second has them in another order: what it calls 0 is red."""
    found = compare(blue, make_run(always(2), ("red", "green", "blue")))
    assert (found.both_right, found.both_wrong) == (3, 6)


def test_another_picture_size(trained: Any, make_run: MakeRun) -> None:
    other = make_run(always(1, 20), image_size_px=20)
    found = compare(trained.folder, other)
    assert found.only_first_right == 6
    assert found.second is not None
    assert found.second.pixels is not None
    assert found.second.pixels.shape == (20, 20, 3)


def test_what_the_second_has_learned_from_does_not_count(trained: Any, make_run: MakeRun) -> None:
    other = make_run(always(0))
    split = other / "split.csv"
    text = split.read_text(encoding="utf-8")
    learned = sorted(each for each in validation_files(other) if each.startswith("red/"))
    for file in learned:
        text = text.replace(f"{file},red,validation", f"{file},red,training")
    split.write_text(text, encoding="utf-8")
    assert compare(trained.folder, other).looked_through == 9 - len(learned)
    split.write_text(text.replace("validation", "training"), encoding="utf-8")
    with pytest.raises(DatasetError, match="no validation pictures in common"):
        compare(trained.folder, other)


def test_many_pictures_are_sampled(trained: Any, blue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MOST_PICTURES", 5)
    assert compare(trained.folder, blue).looked_through == 5


def test_other_classes_are_refused(trained: Any, make_run: MakeRun) -> None:
    with pytest.raises(ModelError, match="different classes"):
        compare(trained.folder, make_run(always(0), ("blue", "green", "yellow")))


def test_a_lost_split_is_said(trained: Any, make_run: MakeRun) -> None:
    other = make_run(always(0))
    (other / "split.csv").unlink()
    for pair in ((trained.folder, other), (other, trained.folder)):
        with pytest.raises(ModelError, match=r"split of the run .* cannot be read"):
            compare(*pair)


def test_both_networks_are_let_go(trained: Any, blue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[weakref.ref[keras.Model]] = []

    def watched(path: Path) -> OpenedModel:
        found = open_model(path)
        opened.append(weakref.ref(found.model))
        return found

    monkeypatch.setattr(comparing, "open_model", watched)
    found = compare(trained.folder, blue)
    gc.collect()
    assert found.photo is not None
    assert [model() for model in opened] == [None, None]
