"""Photos in, ranked answers out; a bad photo is an answer with a reason."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from PIL import Image

from core.answers import Answer
from core.classification import Classifier, batch_size
from core.control import Control
from core.errors import Stopped
from core.images import read_square
from core.network.build import build
from core.network.presets import tutorial_network
from core.network.store import OpenedModel, open_model
from core.results.features import FeatureModel
from core.results.reference import Reference

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def classifier(trained: Any) -> Classifier:
    opened = open_model(trained.folder)
    return Classifier(opened.model, opened.class_names, opened.frame)


def test_colours_are_named(classifier: Classifier, trained: Any) -> None:
    photos = [trained.pictures / name / "003.png" for name in ("blue", "green", "red")]
    answers = list(classifier.classify(photos))
    assert [answer.label for answer in answers] == ["blue", "green", "red"]
    assert [answer.file for answer in answers] == [str(photo) for photo in photos]


def test_all_classes_are_ranked(classifier: Classifier, trained: Any) -> None:
    (answer,) = classifier.classify([trained.photo])
    assert {name for name, _ in answer.ranked} == {"blue", "green", "red"}
    shares = [share for _, share in answer.ranked]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=1e-5)
    assert (answer.label, answer.probability) == answer.ranked[0]
    assert answer.error is None


def test_plain_keras_gives_the_same_probabilities(classifier: Classifier, trained: Any) -> None:
    """Pixels 0-255 as they are: everything after the resizing is inside the model."""
    model = keras.saving.load_model(trained.folder / "best.keras")
    pixels = read_square(trained.photo, 16)
    expected = np.asarray(model(pixels[None].astype(np.float32)))[0]
    answer = dict(next(classifier.classify([trained.photo])).ranked)
    assert [answer[name] for name in classifier.class_names] == pytest.approx(expected.tolist(), abs=1e-6)


def test_the_pixels_are_those_that_the_network_saw(classifier: Classifier, trained: Any) -> None:
    (answer,) = classifier.classify([trained.photo])
    assert answer.pixels is not None
    assert np.array_equal(answer.pixels, read_square(trained.photo, 16))
    assert not answer.pixels.flags.writeable


def test_one_bad_photo_does_not_end_the_rest(classifier: Classifier, trained: Any, tmp_path: Path) -> None:
    bad = tmp_path / "page.jpg"
    bad.write_text("<html>")
    answers = list(classifier.classify([trained.photo, bad, tmp_path / "none.png", tmp_path, trained.photo]))
    assert [answer.label for answer in answers] == ["red", None, None, None, "red"]
    for answer in answers[1:4]:
        assert str(answer.error).endswith(".")
        assert answer.ranked == ()
        assert answer.probability is None


def test_answers_come_one_by_one_and_a_stop_ends_them(classifier: Classifier, trained: Any) -> None:
    control = Control()
    answers = classifier.classify([trained.photo] * 3, control)
    assert next(answers).label == "red"
    control.stop()
    with pytest.raises(Stopped):
        next(answers)


# ---- many


def decoding_threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name.startswith("decode")]


def flat(answers: Iterator[list[Answer]]) -> list[Answer]:
    return [answer for some in answers for answer in some]


def test_many_are_answered_as_one_by_one(classifier: Classifier, trained: Any, tmp_path: Path) -> None:
    """In their order, whatever cannot be read in its place, without pixels."""
    bad = tmp_path / "page.jpg"
    bad.write_text("<html>")
    files = [str(file) for file in sorted(trained.pictures.rglob("*.png"))] * 5
    files[3], files[70] = str(bad), str(tmp_path / "none.png")
    found = flat(classifier.many(files))
    expected = [replace(answer, pixels=None) for answer in classifier.classify(files)]
    assert [(each.file, each.label, each.error) for each in found] == [
        (each.file, each.label, each.error) for each in expected
    ]
    for one, other in zip(found, expected, strict=True):
        assert one.pixels is None
        assert dict(one.ranked) == pytest.approx(dict(other.ranked), abs=1e-5)
    assert not decoding_threads()


def test_bad_photos_alone_are_answers_too(classifier: Classifier, tmp_path: Path) -> None:
    files = [str(tmp_path / f"{number}.png") for number in range(20)]
    found = flat(classifier.many(files))
    assert [each.file for each in found] == files
    assert all(each.error is not None for each in found)
    assert flat(classifier.many([])) == []


def test_the_first_rows_come_before_the_files_end(classifier: Classifier, trained: Any) -> None:
    """A million files need no list: only a few batches are taken ahead."""
    taken = 0

    def files() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield str(trained.photo)

    with contextlib.closing(classifier.many(files())) as answers:
        assert [each.label for each in next(answers)] == ["red"] * 8
        assert taken < 400
        for _ in range(3):
            assert len(next(answers)) == 64
        assert taken < 800
        assert decoding_threads()
    assert not decoding_threads()


def test_a_stop_ends_many_and_its_threads(classifier: Classifier, trained: Any) -> None:
    control = Control()
    answers = classifier.many([str(trained.photo)] * 500, control)
    next(answers)
    control.stop()
    with pytest.raises(Stopped):
        next(answers)
    assert not decoding_threads()


def test_what_breaks_the_list_of_files_ends_the_threads(classifier: Classifier, trained: Any) -> None:
    def files() -> Iterator[str]:
        yield from [str(trained.photo)] * 300
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        flat(classifier.many(files()))
    assert not decoding_threads()


def test_batches_stay_within_a_bounded_memory() -> None:
    sizes = [batch_size(build(tutorial_network(side, 6))) for side in (32, 100, 256)]
    assert sizes[0] == sizes[1] == 64
    assert 1 <= sizes[2] < 16


# ---- with what is known of the validation pictures


def reference_of(opened: OpenedModel, trained: Any) -> Reference:
    """The pictures of colours but for every third, which count as not learned."""
    files = sorted(trained.pictures.rglob("*.png"))
    seen = FeatureModel(opened.model).of(np.stack([read_square(file, 16) for file in files]))
    own = np.arange(len(files)) % 3 == 0
    names = [file.parent.name for file in files]
    labels = np.array([opened.class_names.index(name) for name in names])
    learned = [str(file) for file, is_own in zip(files, own, strict=True) if not is_own]
    return Reference.build(
        learned, labels[~own], seen.features[~own], seen.signatures[~own], seen.signatures[own], temperature=2.0
    )


def test_a_reference_says_how_sure_and_how_foreign(trained: Any, tmp_path: Path) -> None:
    opened = open_model(trained.folder)
    classifier = Classifier(opened.model, opened.class_names, opened.frame, reference_of(opened, trained))
    files = [str(file) for file in sorted(trained.pictures.rglob("*.png"))][::4]
    page = np.indices((16, 16)).sum(axis=0) % 2 * 255
    Image.fromarray(np.repeat(page[..., None], 3, axis=2).astype(np.uint8)).save(tmp_path / "foreign.png")
    files.append(str(tmp_path / "foreign.png"))
    many = flat(classifier.many(files))
    assert many[-1].is_foreign
    assert [each.is_foreign for each in many].count(True) < len(many) / 3
    for one, other in zip(many, classifier.classify(files), strict=True):
        assert one.label == other.label
        assert one.confidence is not None
        assert 0 <= one.confidence <= 1
        assert one.confidence == pytest.approx(other.confidence, abs=1e-4)
        assert isinstance(one.is_foreign, bool)
        assert one.is_foreign is other.is_foreign
    classifier.reference = None
    assert {each.confidence for each in flat(classifier.many(files))} == {None}


def test_a_reference_changes_no_share(trained: Any) -> None:
    opened = open_model(trained.folder)
    classifier = Classifier(opened.model, opened.class_names, opened.frame)
    before = classifier.answer("x", read_square(trained.photo, 16))
    classifier.reference = reference_of(opened, trained)
    after = classifier.answer("x", read_square(trained.photo, 16))
    assert dict(after.ranked) == pytest.approx(dict(before.ranked), abs=1e-5)
    assert after.pixels is not None
    assert (before.confidence, before.is_foreign) == (None, None)
    assert after.confidence is not None
