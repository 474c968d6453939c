"""`explain` and `activations` as scripts and people rely on them."""

import argparse
import csv
import json
import math
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from PIL import Image

from core import commands
from core.commands import looking
from core.network.store import save_model

pytestmark = pytest.mark.heavy

Capture = pytest.CaptureFixture[str]
KEYS = ["file", "layer", "kind", "at", "value", "recomputed", "bias", "total", "function", "sentence", "terms"]


@pytest.fixture(scope="module", autouse=True)
def _opened_once() -> Iterator[None]:
    """The same network and photo are opened and looked at once for all tests here: seconds instead of half a minute."""
    honest, seen = looking._look, {}

    def remembering(options: argparse.Namespace) -> Any:
        key = (options.model, options.photo)
        if key not in seen:
            seen[key] = honest(options)
        return seen[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "_look", remembering)
        yield


def run(capsys: Capture, *arguments: object) -> str:
    """What a command that goes well prints."""
    assert commands.run([str(each) for each in arguments]) == 0
    return capsys.readouterr().out


def explained(capsys: Capture, model: Path, photo: Path, layer: str, at: str) -> dict[str, Any]:
    (line,) = run(capsys, "explain", model, photo, "--layer", layer, "--at", at, "--json").splitlines()
    facts: dict[str, Any] = json.loads(line)
    assert list(facts)[: len(KEYS)] == KEYS
    assert facts["layer"] == layer
    assert facts["file"] == str(photo)
    return facts


@cache
def outputs(model: Path, photo: Path) -> dict[str, np.ndarray]:
    """Keras's own numbers."""
    opened = keras.saving.load_model(model / "best.keras", compile=False)
    every = keras.Model(opened.inputs[0], {layer.name: layer.output for layer in opened.layers})
    with Image.open(photo) as picture:
        pixels = np.asarray(picture.convert("RGB").resize((16, 16), Image.Resampling.BILINEAR), np.float32)
    return {name: np.asarray(values[0]) for name, values in every(pixels[None]).items()}


@pytest.mark.parametrize(
    ("layer", "at"),
    [
        ("rescaling", "3,4,1"),
        ("conv2d_1", "0,15,7"),
        ("conv2d_1", "8,8,31"),
        ("conv2d_2", "13,0,5"),
        ("relu_2", "4,5,6"),
        ("pool_1", "2,6,3"),
        ("dropout_1", "2,6,3"),
        ("flatten", "100"),
        ("dense_1", "511"),
        ("dense_2", "2"),
        ("softmax", "0"),
    ],
)
def test_the_number_can_be_made_from_its_terms(trained: Any, capsys: Capture, layer: str, at: str) -> None:
    facts = explained(capsys, trained.folder, trained.photo, layer, at)
    value = outputs(trained.folder, trained.photo)[layer][tuple(map(int, at.split(",")))]
    assert facts["value"] == pytest.approx(value, rel=1e-4, abs=1e-5)
    assert facts["recomputed"] == pytest.approx(facts["value"], rel=1e-4, abs=1e-5)
    assert facts["at"] == [int(each) for each in at.split(",")]
    assert facts["sentence"].endswith(".")
    assert facts["terms"]


def test_a_weighted_sum_has_its_pairs(trained: Any, capsys: Capture) -> None:
    facts = explained(capsys, trained.folder, trained.photo, "conv2d_1", "0,0,3")
    assert (facts["kind"], facts["function"]) == ("Conv2D", "linear")
    terms = facts["terms"]
    assert len(terms) == 27
    assert {term["source"] for term in terms} == {"rescaling"}
    padding = [term for term in terms if term.get("padding")]
    assert len(padding) == 15
    assert all(min(term["at"][:2]) < 0 and term["value"] == 0 for term in padding)
    assert all(term["product"] == pytest.approx(term["value"] * term["weight"]) for term in terms)
    total = math.fsum(term["product"] for term in terms) + facts["bias"]
    assert facts["total"] == pytest.approx(total)
    assert facts["recomputed"] == pytest.approx(total)


def test_softmax_has_its_classes(trained: Any, capsys: Capture) -> None:
    facts = explained(capsys, trained.folder, trained.photo, "softmax", "2")
    terms = facts["terms"]
    assert [term["class"] for term in terms] == ["blue", "green", "red"]
    assert [term["at"] for term in terms] == [[0], [1], [2]]
    assert all(term["exp"] == pytest.approx(math.exp(term["logit"])) for term in terms)
    total = sum(term["exp"] for term in terms)
    assert all(term["share"] == pytest.approx(term["exp"] / total) for term in terms)
    assert facts["recomputed"] == terms[2]["share"]
    assert (facts["bias"], facts["total"], facts["function"]) == (None, None, "softmax")


def test_pooling_names_the_winner(trained: Any, capsys: Capture) -> None:
    facts = explained(capsys, trained.folder, trained.photo, "pool_1", "1,2,3")
    assert [term["at"] for term in facts["terms"]] == [[2, 4, 3], [2, 5, 3], [3, 4, 3], [3, 5, 3]]
    (winner,) = [term for term in facts["terms"] if term.get("won")]
    assert winner["value"] == facts["value"] == max(term["value"] for term in facts["terms"])


def test_one_number_in(trained: Any, capsys: Capture) -> None:
    (term,) = explained(capsys, trained.folder, trained.photo, "flatten", "70")["terms"]
    # 2 x 2 x 64 laid out.
    assert (term["source"], term["at"]) == ("dropout_2", [0, 1, 6])
    facts = explained(capsys, trained.folder, trained.photo, "rescaling", "1,1,0")
    (term,) = facts["terms"]
    assert term["source"] == "(picture)"
    assert facts["value"] == pytest.approx(term["value"] * facts["numbers"]["scale"])


def test_for_people_the_lines_add_up(trained: Any, capsys: Capture) -> None:
    text = run(capsys, "explain", trained.folder, trained.photo, "--layer", "dense_2", "--at", 1)
    lines = text.splitlines()
    assert lines[0].startswith(f"{trained.photo}: dense_2 (Dense) at 1: ")
    assert lines[1].endswith(".")
    assert "… and 492 more" in text
    assert "sum of 512" in text
    assert len([line for line in lines if "×" in line]) == 20
    assert lines[-1].startswith("recomputed from these terms: ")
    table = [line for line in lines if line.startswith("  ")]
    assert len({line.index("×") for line in table if "×" in line}) == 1, "columns stand under each other"

    def last_number(line: str) -> float:
        return float(line.split()[-1].replace("−", "-"))

    shown = [last_number(line) for line in table if "×" in line or "more" in line]
    (total,) = [last_number(line) for line in table if "sum of" in line]
    assert sum(shown) == pytest.approx(total, abs=0.0011)


@pytest.mark.parametrize(
    ("layer", "at", "words"),
    [
        ("rescaling", "0,0,0", "× 0.00390625 + 0"),
        ("conv2d_1", "0,0,0", "padding"),
        ("relu_1", "1,1,1", "max(0, "),
        ("pool_1", "0,0,0", "← the largest"),
        ("dropout_1", "0,0,0", "pool_1  0,0,0"),
        ("flatten", "5", "dropout_2  0,0,5"),
        ("softmax", "2", "sum of 3"),
    ],
)
def test_every_kind_has_its_lines(trained: Any, capsys: Capture, layer: str, at: str, words: str) -> None:
    assert words in run(capsys, "explain", trained.folder, trained.photo, "--layer", layer, "--at", at)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--layer", "none", "--at", "0"], "There is no layer none to look into. The layers are: rescaling, conv2d_1,"),
        (["--layer", "conv2d_1", "--at", "0"], "name a number by ROW,COLUMN,CHANNEL"),
        (["--layer", "conv2d_1", "--at", "0,16,0"], "conv2d_1 has no number at 0,16,0"),
        (["--layer", "dense_2", "--at", "3"], "the last number is at 2"),
    ],
)
def test_a_number_that_is_not_there(trained: Any, capsys: Capture, arguments: list[str], message: str) -> None:
    assert commands.run(["explain", str(trained.folder), str(trained.photo), *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith("nakami: error: ")
    assert message in said.err


@pytest.mark.parametrize("command", [["explain", "--layer", "conv2d_1", "--at", "0,0,0"], ["activations", "--to", "d"]])
def test_a_photo_that_cannot_be_read_is_named(
    trained: Any, tmp_path: Path, capsys: Capture, command: list[str]
) -> None:
    bad = tmp_path / "犬.jpg"
    bad.write_text("<html>")
    assert commands.run([command[0], str(trained.folder), str(bad), *command[1:]]) == 2
    assert f"nakami: error: {bad}: " in capsys.readouterr().err


@pytest.fixture(scope="module")
def own_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network with a layer that is not explained and others that merge and normalize, and Japanese classes."""
    layers = keras.layers
    inputs = keras.Input((16, 16, 3))
    left = layers.BatchNormalization(name="norm")(layers.Conv2D(4, 3, padding="same", name="conv>1")(inputs))
    both = layers.Add(name="both")([left, layers.AveragePooling2D(3, 1, padding="same", name="mean")(left)])
    odd = layers.LayerNormalization(name="odd")(both)
    pooled = layers.GlobalAveragePooling2D(name="pooled")(odd)
    model = keras.Model(inputs, layers.Dense(2, activation="softmax", name="answer")(pooled))
    path = tmp_path_factory.mktemp("own") / "模型.keras"
    save_model(model, ("犬", "猫"), path)
    return path


def test_a_layer_that_is_not_explained_says_so(trained: Any, own_model: Path, capsys: Capture) -> None:
    facts = explained(capsys, own_model, trained.photo, "odd", "1,2,3")
    assert facts["recomputed"] is None
    assert facts["terms"] == []
    assert isinstance(facts["value"], float)
    text = run(capsys, "explain", own_model, trained.photo, "--layer", "odd", "--at", "1,2,3")
    assert "does not explain it" in text
    assert "recomputed" not in text


@pytest.mark.parametrize(
    ("layer", "at", "words"),
    [
        ("norm", "1,2,3", " / √("),
        ("both", "1,2,3", "mean  1,2,3"),
        ("mean", "0,0,1", "5 in the padding do not count"),
        ("pooled", "3", "… and 236 more"),
        ("answer", "1", "犬"),
    ],
)
def test_other_kinds(trained: Any, own_model: Path, capsys: Capture, layer: str, at: str, words: str) -> None:
    facts = explained(capsys, own_model, trained.photo, layer, at)
    assert facts["recomputed"] == pytest.approx(facts["value"], rel=1e-4, abs=1e-5)
    assert words in run(capsys, "explain", own_model, trained.photo, "--layer", layer, "--at", at)


def test_a_dense_layer_with_softmax_lists_the_classes_too(trained: Any, own_model: Path, capsys: Capture) -> None:
    facts = explained(capsys, own_model, trained.photo, "answer", "1")
    assert [each["class"] for each in facts["shares"]] == ["犬", "猫"]
    assert facts["shares"][1]["logit"] == pytest.approx(facts["total"])
    assert facts["function"] == "softmax"


# ---- activations


def test_activations_writes_a_picture_for_every_layer(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "新しい" / "folder"
    lines = run(capsys, "activations", trained.folder, trained.photo, "--to", folder).splitlines()
    assert [Path(line) for line in lines] == sorted(folder.iterdir())
    assert [Path(line).name for line in lines[:3]] == ["01-rescaling.png", "02-conv2d_1.png", "03-relu_1.png"]
    assert len(lines) == 19
    for line in lines:
        with Image.open(line) as picture:
            assert picture.mode == "RGB"


def test_activations_with_values_as_json(trained: Any, own_model: Path, tmp_path: Path, capsys: Capture) -> None:
    photo = tmp_path / "犬.png"
    shutil.copy(trained.photo, photo)
    arguments = ["activations", own_model, photo, "--to", tmp_path / "to", "--values", "npy", "--json"]
    (line,) = run(capsys, *arguments, "--common-scale").splitlines()
    found = json.loads(line)
    assert list(found) == ["file", "label", "layers"]
    assert found["file"] == str(photo)
    assert found["label"] in {"犬", "猫"}
    first = found["layers"][0]
    assert (first["layer"], first["kind"], first["shape"]) == ("conv>1", "Conv2D", [16, 16, 4])
    assert [Path(file).name for file in first["files"]] == ["01-conv-1.png", "01-conv-1.npy"]
    for layer in found["layers"]:
        assert list(np.load(layer["files"][1]).shape) == layer["shape"]


def test_activations_as_csv(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    run(capsys, "activations", trained.folder, trained.photo, "--to", tmp_path, "--values", "csv")
    with (tmp_path / "19-softmax.csv").open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    assert head == ["index", "value"]
    assert sum(float(value) for _, value in rows) == pytest.approx(1, abs=1e-6)


def test_activations_where_nothing_can_be_written(trained: Any, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("in the way")
    assert commands.run(["activations", str(trained.folder), str(trained.photo), "--to", str(tmp_path / "file")]) == 2
    assert "cannot be made" in capsys.readouterr().err
