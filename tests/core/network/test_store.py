"""Model files: they open everywhere, carry their class names, and a bad one is one sentence."""

import errno
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np
import pytest

from core.errors import ModelError
from core.framing import RESIZE_MODES, Frame, ResizeMode
from core.network import store
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import FACTS_MEMBER, copy_model, open_model, save_model
from core.training import runs

pytestmark = pytest.mark.heavy

NAMES = ("犬", "d'og", "a, b")
PIXELS = np.random.default_rng(0).integers(0, 256, (4, 12, 12, 3)).astype(np.float32)


@pytest.fixture(scope="module")
def model() -> keras.Model:
    return build(tutorial_network(12, 3))


@pytest.fixture
def saved(model: keras.Model, tmp_path: Path) -> Path:
    save_model(model, NAMES, tmp_path / "m.keras")
    return tmp_path / "m.keras"


def same_answers(one: keras.Model, other: keras.Model) -> bool:
    return bool(np.allclose(one(PIXELS), other(PIXELS), atol=1e-6))


def repacked(source: Path, path: Path, members: dict[str, bytes | str | None], how: int = zipfile.ZIP_STORED) -> Path:
    """`source` again with some members replaced (None: left out)."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", how) as new:
        for name in {*old.namelist(), *members}:
            content = members[name] if name in members else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return path


def refused(path: Path) -> str:
    """The one sentence (and the hint) with which `path` is refused."""
    with pytest.raises(ModelError) as caught:
        open_model(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500
    return str(caught.value)


# ---- files that open


def test_a_saved_model_opens_the_same(model: keras.Model, saved: Path) -> None:
    opened = open_model(saved)
    assert (opened.class_names, opened.frame, opened.title, opened.run) == (NAMES, Frame(12), "m.keras", None)
    assert same_answers(model, opened.model)


def test_nothing_but_the_file_is_left_in_the_folder(saved: Path) -> None:
    assert [each.name for each in saved.parent.iterdir()] == ["m.keras"]


def test_plain_keras_opens_it_too(model: keras.Model, saved: Path) -> None:
    assert same_answers(model, keras.saving.load_model(saved))


def test_class_names_travel_inside_when_the_file_is_moved_alone(saved: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "写真 model.keras"
    moved.parent.mkdir()
    shutil.move(saved, moved)
    assert open_model(moved).class_names == NAMES


@pytest.mark.parametrize("resize", RESIZE_MODES)
def test_how_pictures_were_made_square_travels_inside(model: keras.Model, tmp_path: Path, resize: ResizeMode) -> None:
    save_model(model, NAMES, tmp_path / "m.keras", resize)
    copy_model(tmp_path / "m.keras", tmp_path / "copy.keras")
    assert open_model(tmp_path / "copy.keras").frame == Frame(12, resize)
    assert same_answers(model, keras.saving.load_model(tmp_path / "copy.keras"))


def test_a_file_that_does_not_say_was_made_of_stretched_pictures(saved: Path, tmp_path: Path) -> None:
    older = repacked(saved, tmp_path / "old.keras", {FACTS_MEMBER: json.dumps({"class_names": NAMES})})
    opened = open_model(older)
    assert (opened.class_names, opened.frame) == (NAMES, Frame(12, "stretch"))


def test_a_way_of_resizing_that_there_is_not_is_no_reason_to_refuse(saved: Path, tmp_path: Path) -> None:
    facts = json.dumps({"class_names": NAMES, "resize": "squash"})
    assert open_model(repacked(saved, tmp_path / "odd.keras", {FACTS_MEMBER: facts})).frame == Frame(12, "stretch")


def test_the_way_of_resizing_beside_a_file_is_used_where_it_says_nothing(model: keras.Model, tmp_path: Path) -> None:
    config = {"image_size_px": 12, "seed": 1, "resize": "pad"}
    runs.write_facts(tmp_path, runs.RunFacts("r", NAMES, "/p", "tutorial", config, "f", {}, "now"))
    model.save(tmp_path / "plain.h5")
    assert open_model(tmp_path / "plain.h5").frame == Frame(12, "pad")


def test_class_names_survive_another_packer(saved: Path, tmp_path: Path) -> None:
    assert open_model(repacked(saved, tmp_path / "z.keras", {}, zipfile.ZIP_DEFLATED)).class_names == NAMES


def test_h5_opens(model: keras.Model, tmp_path: Path) -> None:
    model.save(tmp_path / "m.h5")
    opened = open_model(tmp_path / "m.h5")
    assert opened.class_names == ("class 1", "class 2", "class 3")
    assert same_answers(model, opened.model)


def test_names_beside_the_file_are_used_where_it_holds_none(model: keras.Model, tmp_path: Path) -> None:
    config = {"image_size_px": 12, "seed": 1}
    runs.write_facts(tmp_path, runs.RunFacts("r", NAMES, "/p", "tutorial", config, "f", {}, "now"))
    model.save(tmp_path / "plain.keras")
    assert open_model(tmp_path / "plain.keras").class_names == NAMES


@pytest.mark.parametrize("facts", ["{", "[]", "{}", '{"class_names": null}', '{"class_names": ["only one"]}', "\0"])
def test_broken_names_become_numbers(saved: Path, tmp_path: Path, facts: str) -> None:
    opened = open_model(repacked(saved, tmp_path / "b.keras", {FACTS_MEMBER: facts}))
    assert opened.class_names == ("class 1", "class 2", "class 3")


def test_names_nested_without_end_become_numbers(saved: Path, tmp_path: Path) -> None:
    opened = open_model(repacked(saved, tmp_path / "b.keras", {FACTS_MEMBER: "[" * 100_000}))
    assert opened.class_names == ("class 1", "class 2", "class 3")


def test_an_ending_in_capitals_opens(saved: Path) -> None:
    assert open_model(saved.rename(saved.with_name("M.KERAS"))).class_names == NAMES


def test_names_that_are_no_unicode_can_be_saved(model: keras.Model, tmp_path: Path) -> None:
    save_model(model, ("caf\udce9", "b", "c"), tmp_path / "m.keras")
    assert len(open_model(tmp_path / "m.keras").class_names) == 3


# ---- saving that fails


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
@pytest.mark.parametrize("step", ["weights", "zip", "rename"])
def test_a_failed_save_leaves_the_file_before_it(
    model: keras.Model, saved: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    before = saved.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    target: dict[str, tuple[Any, str]] = {
        "weights": (keras.Model, "save_weights"),
        "zip": (zipfile.ZipFile, "write"),
        "rename": (Path, "replace"),
    }
    with monkeypatch.context() as patch:
        patch.setattr(*target[step], refuse)
        with pytest.raises(OSError, match=os.strerror(number)):
            save_model(model, ("x", "y", "z"), saved)
    assert saved.read_bytes() == before
    assert [each.name for each in saved.parent.iterdir()] == ["m.keras"]
    assert open_model(saved).class_names == NAMES


def test_a_copy_is_the_same_file_and_stays_when_the_first_is_saved_again(model: keras.Model, saved: Path) -> None:
    best = saved.with_name("best.keras")
    copy_model(saved, best)
    before = best.read_bytes()
    assert before == saved.read_bytes()
    save_model(model, ("x", "y", "z"), saved)
    assert best.read_bytes() == before
    assert sorted(each.name for each in saved.parent.iterdir()) == ["best.keras", "m.keras"]


def test_a_copy_works_where_the_disk_has_no_links(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(store.os, "link", refuse)
    copy_model(saved, saved.with_name("best.keras"))
    assert saved.with_name("best.keras").read_bytes() == saved.read_bytes()


def test_copying_twice_leaves_no_other_file(saved: Path) -> None:
    copy_model(saved, saved.with_name("best.keras"))
    copy_model(saved, saved.with_name("best.keras"))
    assert sorted(each.name for each in saved.parent.iterdir()) == ["best.keras", "m.keras"]


# ---- files that are refused


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert "There is no model “" in refused(tmp_path / "none.keras")


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    said = refused(tmp_path / "photo.jpg")
    assert said.startswith("“photo.jpg” is not a model file. Nakami opens .keras and .h5 files")


@pytest.mark.parametrize("name", ["g.keras", "g.h5", "g.hdf5"])
@pytest.mark.parametrize(
    "content", [b"", b"garbage " * 500, b"PK\x03\x04" + b"\0" * 99, b"\x89HDF\r\n\x1a\n" + b"\0" * 99]
)
def test_garbage_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert f"“{name}” cannot be opened as a model: " in refused(tmp_path / name)


def test_garbage_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "g.keras").write_bytes(b"garbage")
    assert "not found" not in refused(tmp_path / "g.keras")


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_half_a_file_is_refused(model: keras.Model, saved: Path, tmp_path: Path, ending: str) -> None:
    model.save(tmp_path / "whole.h5")
    content = (saved if ending == "keras" else tmp_path / "whole.h5").read_bytes()
    half = tmp_path / f"half.{ending}"
    half.write_bytes(content[: len(content) // 2])
    assert "cannot be opened as a model: " in refused(half)


@pytest.mark.parametrize(
    "members",
    [
        {"config.json": None},
        {"config.json": "{"},
        {"config.json": "[]"},
        {"config.json": "[" * 100_000},
        {"config.json": b"\xff\xfe"},
        {"config.json": json.dumps({"module": "keras", "class_name": "Sequential", "config": {"layers": 7}})},
        {"model.weights.h5": None},
        {"model.weights.h5": b"garbage"},
    ],
    ids=["no config", "half json", "list", "nested", "no text", "wrong config", "no weights", "broken weights"],
)
def test_a_zip_with_broken_insides_is_refused(saved: Path, tmp_path: Path, members: dict[str, Any]) -> None:
    assert "cannot be opened as a model: " in refused(repacked(saved, tmp_path / "b.keras", members))


def test_weights_of_another_network_are_refused(saved: Path, tmp_path: Path) -> None:
    save_model(build(tutorial_network(16, 3)), NAMES, tmp_path / "larger.keras")
    with zipfile.ZipFile(tmp_path / "larger.keras") as archive:
        weights = archive.read("model.weights.h5")
    assert "cannot be opened" in refused(repacked(saved, tmp_path / "b.keras", {"model.weights.h5": weights}))


def test_a_member_that_unpacks_to_very_much_is_refused(saved: Path, tmp_path: Path) -> None:
    bomb = repacked(saved, tmp_path / "bomb.keras", {"config.json": b" " * 30_000_000}, zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 2_000_000
    assert "cannot be opened as a model: " in refused(bomb)


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_a_lambda_is_refused_and_does_not_run(tmp_path: Path, ending: str) -> None:
    evil = keras.Sequential(
        [
            keras.Input((12, 12, 3)),
            keras.layers.Lambda(lambda pixels: __import__("os").environ.__setitem__("NAKAMI_RAN", "1") or pixels),
            keras.layers.Flatten(),
            keras.layers.Dense(2),
        ]
    )
    path = tmp_path / f"evil.{ending}"
    evil.save(path)
    os.environ.pop("NAKAMI_RAN", None)
    assert "Lambda" in refused(path)
    assert "NAKAMI_RAN" not in os.environ


@pytest.mark.parametrize(
    ("module", "class_name", "config"),
    [
        ("os", "system", "touch {marker}"),
        ("os", "system", {"command": "touch {marker}"}),
        ("builtins", "function", "exec"),
        ("subprocess", "Popen", {"args": ["touch", "{marker}"]}),
        ("keras.layers", "Lambda", {"name": "x", "function": "os.system"}),
    ],
)
def test_what_is_no_layer_of_keras_is_not_run(
    saved: Path, tmp_path: Path, module: str, class_name: str, config: Any
) -> None:
    marker = tmp_path / "ran"
    told = {"module": module, "class_name": class_name, "config": config, "registered_name": None}
    path = repacked(saved, tmp_path / "evil.keras", {"config.json": json.dumps(told).replace("{marker}", str(marker))})
    assert "cannot be opened as a model: " in refused(path)
    assert not marker.exists()


@pytest.mark.parametrize(
    ("shape", "outputs", "message"),
    [
        ((7,), 2, r"it does not take square RGB pictures but \(None, 7\)"),
        ((12, 16, 3), 2, "it does not take square RGB pictures"),
        ((12, 12, 1), 2, "it does not take square RGB pictures"),
        ((None, None, 3), 2, "it does not take square RGB pictures"),
    ],
)
def test_a_model_that_takes_no_pictures_is_refused(
    tmp_path: Path, shape: tuple[int, ...], outputs: int, message: str
) -> None:
    stack: list[Any] = [keras.Input(shape)]
    if len(shape) == 3:
        stack.append(keras.layers.GlobalAveragePooling2D())
    keras.Sequential([*stack, keras.layers.Dense(outputs)]).save(tmp_path / "m.keras")
    with pytest.raises(ModelError, match=message):
        open_model(tmp_path / "m.keras")


def test_a_model_that_answers_with_a_picture_is_refused(tmp_path: Path) -> None:
    keras.Sequential([keras.Input((12, 12, 3)), keras.layers.Conv2D(2, 3)]).save(tmp_path / "m.keras")
    assert "it does not answer with one number per class" in refused(tmp_path / "m.keras")


def test_a_model_of_two_pictures_is_refused(tmp_path: Path) -> None:
    one, other = keras.Input((12, 12, 3), name="a"), keras.Input((12, 12, 3), name="b")
    both = keras.layers.Flatten()(keras.layers.Concatenate()([one, other]))
    keras.Model([one, other], keras.layers.Dense(2)(both)).save(tmp_path / "m.keras")
    assert "it does not take square RGB pictures" in refused(tmp_path / "m.keras")


# ---- run folders


def run_folder(folder: Path, names: tuple[str, ...] = NAMES) -> Path:
    folder.mkdir()
    runs.write_facts(
        folder, runs.RunFacts("my run", names, "/p", "tutorial", {"image_size_px": 12, "seed": 1}, "f", {}, "now")
    )
    return folder


def test_a_run_opens_its_best_epoch_or_else_its_last(model: keras.Model, tmp_path: Path) -> None:
    folder = run_folder(tmp_path / "run")
    save_model(model, NAMES, folder / "last.keras")
    opened = open_model(folder)
    assert (opened.title, opened.run, opened.class_names) == ("my run", folder, NAMES)
    assert same_answers(model, opened.model)
    best = build(tutorial_network(12, 3))
    save_model(best, NAMES, folder / "best.keras")
    assert same_answers(best, open_model(folder).model)


def test_a_folder_that_is_no_run(tmp_path: Path) -> None:
    assert "is not a training run: it holds no run.json" in refused(tmp_path)


def test_a_run_without_a_network(tmp_path: Path) -> None:
    assert "holds no network: best.keras and last.keras are not there" in refused(run_folder(tmp_path / "run"))


def test_a_run_whose_names_do_not_fit_its_network(model: keras.Model, tmp_path: Path) -> None:
    folder = run_folder(tmp_path / "run", ("only", "two"))
    save_model(model, NAMES, folder / "best.keras")
    assert "it answers 3 classes, run.json names 2" in refused(folder)


def test_h5_files_without_a_model_are_refused(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "data.h5", "w") as file:
        file["numbers"] = np.arange(5)
    assert "cannot be opened as a model: " in refused(tmp_path / "data.h5")
