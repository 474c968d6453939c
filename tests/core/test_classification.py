"""Photos in, ranked answers out; a bad photo is an answer with a reason."""

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.classification import Classifier
from core.control import Control
from core.errors import Stopped
from core.images import read_square
from core.network.store import open_model

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
