"""Epochs on disk: what comes back, how they are thinned out, and files that are not what they should be."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.answers import Answer, Insight, LayerOutput, Photo
from core.errors import ModelError, PictureError
from core.inside.kept_epochs import KeptEpochs, photo_key
from core.inside.kept_file import pack
from core.inside.operations import (
    PICTURE,
    Convolution,
    Dense,
    DepthwiseConvolution,
    Elementwise,
    Function,
    LayerFacts,
    Softmax,
    Unexplained,
)

PLENTY = 10**9


def an_insight(epoch: int = 1, seed: int = 0, name: str = "photo.png") -> Insight:
    rng = np.random.default_rng([seed, 1])
    values = np.random.default_rng([seed, 2, epoch])
    pixels = rng.integers(0, 256, (6, 6, 3), np.uint8)
    convolution = Convolution(
        values.normal(size=(3, 3, 3, 4)).astype(np.float32),
        np.ones(4, np.float32),
        strides=(2, 1),
        padding="same",
        dilation=(1, 1),
        function=Function("relu", {"max_value": 6.0}),
    )
    depthwise = DepthwiseConvolution(values.normal(size=(2, 2, 4, 1)).astype(np.float32), None, dilation=(2, 2))
    dense = Dense(np.zeros((64, 3), np.float32), None)
    layers = (
        LayerFacts("conv", "Conv2D", convolution, (PICTURE,)),
        LayerFacts("depthwise", "DepthwiseConv2D", depthwise, ("conv",)),
        LayerFacts("wide", "relu", Elementwise(Function("relu")), ("depthwise",)),
        LayerFacts("logits", "Dense", dense, ("wide",)),
        LayerFacts("softmax", "softmax", Softmax(), ("logits",)),
    )
    shapes = ((6, 6, 4), (4, 4, 4), (5000,), (3,), (3,))
    outputs = tuple(
        LayerOutput(each.name, each.kind, values.normal(size=shape).astype(np.float32))
        for each, shape in zip(layers, shapes, strict=True)
    )
    ranked = (("犬", 0.1 + 0.2), ("caf\udce9", 1 / 3), ("c", float(np.float32(1e-20))))
    return Insight(Photo(name), Answer(name, ranked, pixels=pixels), outputs, layers, epoch)


def pixels_of(insight: Insight) -> np.ndarray:
    assert insight.answer.pixels is not None
    return insight.answer.pixels


@pytest.fixture
def kept(tmp_path: Path) -> KeptEpochs:
    return KeptEpochs(tmp_path)


# ---- what comes back


def test_the_answer_and_vectors_of_few_values_come_back_exactly(kept: KeptEpochs) -> None:
    insight = an_insight(epoch=7)
    assert kept.add(insight, PLENTY)
    back = kept.read(7, pixels_of(insight))
    assert (back.epoch, back.is_kept) == (7, True)
    assert back.answer.ranked == insight.answer.ranked
    assert np.array_equal(pixels_of(back), pixels_of(insight))
    for name in ("logits", "softmax"):
        assert np.array_equal(back.output(name).values, insight.output(name).values)


def test_outputs_come_back_in_order_within_half_a_step(kept: KeptEpochs) -> None:
    insight = an_insight()
    kept.add(insight, PLENTY)
    back = kept.read(1, pixels_of(insight))
    assert [(each.name, each.kind) for each in back.outputs] == [(each.name, each.kind) for each in insight.outputs]
    for before, after in zip(insight.outputs, back.outputs, strict=True):
        assert after.values.dtype == np.float32
        assert not after.values.flags.writeable
        assert np.abs(after.values - before.values).max() <= (before.highest - before.lowest) / 255 / 2 * 1.001


def test_convolutions_bring_their_kernels_and_settings_and_others_are_unexplained(kept: KeptEpochs) -> None:
    insight = an_insight()
    kept.add(insight, PLENTY)
    back = kept.read(1, pixels_of(insight))
    assert [(each.name, each.kind, each.inputs) for each in back.layers] == [
        (each.name, each.kind, each.inputs) for each in insight.layers
    ]
    assert [type(each.operation) for each in back.layers[2:]] == [Unexplained] * 3
    for name in ("conv", "depthwise"):
        before, after = insight.facts(name).operation, back.facts(name).operation
        assert isinstance(before, Convolution | DepthwiseConvolution)
        assert isinstance(after, type(before))
        assert after.bias is None
        assert np.allclose(after.kernel, before.kernel, rtol=1e-3)
        kernel = before.kernel
        assert replace(after, kernel=kernel, bias=None) == replace(before, kernel=kernel, bias=None)


def test_the_photo_is_the_one_that_was_asked_for_or_the_kept_one(kept: KeptEpochs, tmp_path: Path) -> None:
    insight = an_insight()
    kept.add(insight, PLENTY)
    Image.fromarray(pixels_of(insight)).save(tmp_path / "renamed.png")
    renamed = Photo("renamed.png", str(tmp_path / "renamed.png"))
    assert kept.epochs_of(renamed) == [1], "the same photo under another name"
    assert kept.read(1, renamed).photo is renamed
    assert kept.read(1, photo_key(pixels_of(insight))).photo.name == "photo.png"
    with pytest.raises(PictureError):
        kept.epochs_of(Photo("gone.png", str(tmp_path / "gone.png")))


def test_photos_are_told_apart_and_the_latest_comes_first(kept: KeptEpochs) -> None:
    first, second = (an_insight(seed=seed, name=f"{seed}.png") for seed in (1, 2))
    for epoch in (1, 2):
        kept.add(replace(first, epoch=epoch), PLENTY)
    kept.add(replace(second, epoch=3), PLENTY)
    assert kept.epochs_of(pixels_of(first)) == [1, 2]
    assert kept.epochs_of(pixels_of(second)) == [3]
    assert sorted(each.name for each in kept.photos()) == ["1.png", "2.png"]
    assert all(kept.epochs_of(each) for each in kept.photos())
    with pytest.raises(ModelError, match="in epoch 3 is not kept"):
        kept.read(3, pixels_of(first))


def test_filters_of_any_epoch(kept: KeptEpochs) -> None:
    assert (kept.first_epoch(), kept.first_filters()) == (0, {})
    for epoch in (4, 2, 3):
        kept.add(an_insight(epoch), PLENTY)
    assert kept.first_epoch() == 2
    for epoch, filters in ((2, kept.first_filters()), (4, kept.filters(4))):
        assert list(filters) == ["conv", "depthwise"]
        operation = an_insight(epoch).facts("conv").operation
        assert isinstance(operation, Convolution)
        assert np.allclose(filters["conv"], operation.kernel, rtol=1e-3)
    assert kept.filters(9) == {}


def test_a_network_that_has_diverged_can_be_kept(kept: KeptEpochs) -> None:
    insight = an_insight()
    wild = np.array([np.nan, np.inf, -np.inf, 1e38] * 36, np.float32).reshape(6, 6, 4)
    convolution = Convolution(np.full((3, 3, 3, 4), np.nan, np.float32), None)
    kept.add(
        replace(
            insight,
            answer=replace(insight.answer, ranked=(("a", float("nan")),)),
            outputs=(LayerOutput("conv", "Conv2D", wild),),
            layers=(LayerFacts("conv", "Conv2D", convolution, (PICTURE,)),),
        ),
        PLENTY,
    )
    back = kept.read(1, pixels_of(insight))
    assert np.array_equal(back.output("conv").values, wild, equal_nan=True)
    assert np.isnan(kept.first_filters()["conv"]).all()


# ---- room


def size_of_one() -> int:
    return max(len(pack(an_insight(epoch))) for epoch in range(1, 30))


@pytest.mark.parametrize("room_for", [2, 3, 5, 8])
def test_kept_epochs_stay_within_their_room_and_evenly_spread(kept: KeptEpochs, room_for: int) -> None:
    most = round(size_of_one() * (room_for + 0.5))
    for epoch in range(1, 30):
        assert kept.add(an_insight(epoch), most)
        found = kept.epochs_of(pixels_of(an_insight()))
        assert len(found) <= room_for
        assert (found[0], found[-1]) == (1, epoch)
        gaps = np.diff(found).tolist()
        # The newest stands where it stands; between the others there is one distance.
        assert len(set(gaps[:-1])) <= 1
        assert len(gaps) < 2 or gaps[-1] <= gaps[0]
    assert len(found) > room_for / 2


def test_files_together_never_pass_what_they_may_take(kept: KeptEpochs, tmp_path: Path) -> None:
    most = round(4.5 * size_of_one())
    for epoch in range(1, 20):
        kept.add(an_insight(epoch, seed=epoch % 2), most)
        assert sum(path.stat().st_size for path in (tmp_path / "epochs").iterdir()) <= most


@pytest.mark.parametrize("most_bytes", [0, -1, 100])
def test_where_there_is_no_room_nothing_is_kept(kept: KeptEpochs, tmp_path: Path, most_bytes: int) -> None:
    assert not kept.add(an_insight(), most_bytes)
    assert not list(tmp_path.rglob("*.npz"))


def test_without_room_for_a_second_one_the_first_stays(kept: KeptEpochs) -> None:
    most = round(1.5 * size_of_one())
    assert [kept.add(an_insight(epoch), most) for epoch in (1, 2, 3)] == [True, False, False]
    assert kept.epochs_of(pixels_of(an_insight())) == [1]


def test_an_epoch_that_is_kept_again_replaces_itself(kept: KeptEpochs, tmp_path: Path) -> None:
    for _ in range(3):
        kept.add(an_insight(), round(1.5 * size_of_one()))
    assert len(list((tmp_path / "epochs").iterdir())) == 1


# ---- files that are not what they should be


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive", b"\x93NUMPY\x01\x00"])
def test_damaged_files_are_passed_over(kept: KeptEpochs, tmp_path: Path, content: bytes) -> None:
    for epoch in (1, 2):
        kept.add(an_insight(epoch), PLENTY)
    first = min((tmp_path / "epochs").iterdir())
    first.write_bytes(content)
    pixels = pixels_of(an_insight())
    assert kept.epochs_of(pixels) == [2]
    assert kept.first_epoch() == 2
    with pytest.raises(ModelError, match="in epoch 1 is not kept"):
        kept.read(1, pixels)


def test_a_file_with_a_broken_middle_is_told_not_raised(kept: KeptEpochs, tmp_path: Path) -> None:
    kept.add(an_insight(), PLENTY)
    (path,) = (tmp_path / "epochs").iterdir()
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    for _ in range(60):
        broken = bytearray(whole)
        for place in rng.integers(0, len(whole), 8).tolist():
            broken[place] ^= 0x55
        path.write_bytes(broken)
        kept.epochs_of(pixels_of(an_insight()))
        kept.photos()
        kept.first_filters()
        try:
            kept.read(1, pixels_of(an_insight()))
        except ModelError:
            continue


def test_other_files_are_passed_over(kept: KeptEpochs, tmp_path: Path) -> None:
    (tmp_path / "epochs").mkdir()
    for name in ("notes.txt", "1.npz", ".000001-0123456789abcdef.npz", "000001-0123456789abcdeg.npz"):
        (tmp_path / "epochs" / name).write_text("x")
    assert kept.photos() == []
    assert kept.first_epoch() == 0
    assert KeptEpochs(tmp_path / "nowhere").epochs_of(pixels_of(an_insight())) == []


def test_a_disk_that_refuses_leaves_what_was_there(
    kept: KeptEpochs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.add(an_insight(1), PLENTY)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match="No space"):
        kept.add(an_insight(2), round(1.9 * size_of_one()) + size_of_one())
    assert [path.name[:6] for path in (tmp_path / "epochs").iterdir()] == ["000001"]
