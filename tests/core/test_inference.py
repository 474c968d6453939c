"""One network that answers the window's questions."""

import gc
import shutil
import threading
import weakref
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core import inference as inference_module
from core.answer_store import AnswerRows, AnswerStore
from core.answers import (
    Answer,
    Compared,
    HeatMap,
    Insight,
    MaskedAnswers,
    ModelCard,
    Photo,
    PreviewPicture,
    Saved,
)
from core.errors import ModelError, PictureError
from core.events import Snapshot
from core.framing import Frame
from core.images import read_picture, read_square
from core.inference import Inference
from core.network.presets import tutorial_network
from core.network.store import OpenedModel
from core.questions import (
    Classify,
    ClassifyMany,
    Compare,
    Look,
    Mask,
    OpenModel,
    Preview,
    Question,
    Save,
    StopClassifying,
    TakeSnapshot,
    Why,
    WhyMistake,
)
from core.results.features import FeatureModel
from core.results.reference import REFERENCE_FILE, Reference, write_reference
from core.training import runs

pytestmark = pytest.mark.heavy

NAMES = ("blue", "green", "red")


@pytest.fixture(scope="module")
def inference(trained: Any) -> Inference:
    """It has opened the trained run."""
    opened = Inference()
    opened.answer(OpenModel(trained.folder))
    return opened


@pytest.fixture
def photo(trained: Any) -> Photo:
    return Photo("red.png", file=str(trained.photo))


def last_snapshot(trained: Any) -> Snapshot:
    found: Snapshot = [event for event in trained.events if isinstance(event, Snapshot)][-1]
    return found


def test_opening_a_run_gives_its_card(trained: Any) -> None:
    card = Inference().answer(OpenModel(trained.folder))
    parameters = tutorial_network(16, 3).parameters()
    assert card == ModelCard("colours", NAMES, Frame(16), parameters, epoch=None, run=trained.folder)


def test_opening_a_file_gives_its_card(trained: Any) -> None:
    card = Inference().answer(OpenModel(trained.folder / "last.keras"))
    assert isinstance(card, ModelCard)
    assert (card.title, card.class_names, card.run) == ("last.keras", NAMES, None)


def test_a_model_that_cannot_be_opened_leaves_the_one_before(
    inference: Inference, photo: Photo, tmp_path: Path
) -> None:
    (tmp_path / "bad.keras").write_bytes(b"garbage")
    with pytest.raises(ModelError, match=r"“bad.keras” cannot be opened"):
        inference.answer(OpenModel(tmp_path / "bad.keras"))
    answer = inference.answer(Classify(photo, 1))
    assert isinstance(answer, Answer)
    assert answer.label == "red"


@pytest.mark.parametrize(
    "question",
    [
        lambda photo: Classify(photo, 1),
        lambda photo: ClassifyMany((photo, photo), 1),
        lambda photo: Look(photo),
        lambda photo: Why(photo, 0, "grad-cam"),
        lambda photo: Mask(photo),
    ],
)
def test_without_a_network_there_is_nothing_to_ask(photo: Photo, question: Any) -> None:
    asked = question(photo)
    with pytest.raises(ModelError, match=r"There is no network to ask yet. Train one, or open a model"):
        Inference().answer(asked)


def test_a_photo_that_cannot_be_read_is_an_answer(inference: Inference, tmp_path: Path) -> None:
    answer = inference.answer(Classify(Photo("none.png", file=str(tmp_path / "none.png")), 1))
    assert isinstance(answer, Answer)
    assert answer.error is not None
    assert answer.ranked == ()


def many_of(trained: Any, count: int, tmp_path: Path) -> tuple[Photo, ...]:
    """One that can be read and one that cannot, by turns."""
    (tmp_path / "page.jpg").write_text("<html>")
    files = (str(trained.photo), str(tmp_path / "page.jpg"))
    return tuple(Photo(f"{number}", files[number % 2]) for number in range(count))


def classified(asked: Inference, photos: tuple[Photo, ...], *between: Question) -> AnswerStore:
    """Ask about all of the photos, and these questions between two parts."""
    store = AnswerStore(photos)
    while True:
        rows = asked.answer(ClassifyMany(photos, 1, begin=store.done))
        assert isinstance(rows, AnswerRows)
        assert rows.first == store.done
        store.take(rows)
        if rows.is_last:
            return store
        for each in between:
            asked.answer(each)


def test_many_photos_are_answered_in_parts_like_each_by_itself(
    inference: Inference, trained: Any, photo: Photo, tmp_path: Path
) -> None:
    store = classified(inference, many_of(trained, 300, tmp_path), Look(photo), Why(photo, 0, "grad-cam"))
    alone = inference.answer(Classify(photo, 1))
    assert isinstance(alone, Answer)
    assert (store.done, store.failed) == (300, 150)
    first, second = store[0], store[1]
    assert first is not None
    assert dict(first.ranked) == pytest.approx(dict(alone.ranked), abs=1e-6)
    assert second is not None
    assert "web page" in str(second.error)
    assert threads_that_decode() == 0


def test_stopping_ends_what_works_ahead(inference: Inference, trained: Any, tmp_path: Path) -> None:
    photos = many_of(trained, 5000, tmp_path)
    inference.answer(ClassifyMany(photos, 1))
    assert threads_that_decode() > 0
    inference.answer(StopClassifying())
    assert threads_that_decode() == 0
    with pytest.raises(ModelError, match="not being answered any more"):
        inference.answer(ClassifyMany(photos, 1, begin=1))
    inference.answer(ClassifyMany(photos, 2))
    inference.close()
    assert threads_that_decode() == 0


def test_all_are_answered_by_the_network_that_began(trained: Any, photo: Photo, tmp_path: Path) -> None:
    network = tutorial_network(16, 3)
    last = last_snapshot(trained)
    blank = Snapshot(last.run, 1, tuple(np.zeros_like(weights) for weights in last.weights))
    asked = Inference()
    asked.answer(TakeSnapshot(blank, network, NAMES, "t"))
    newer = TakeSnapshot(last, network, NAMES, "t")
    store = classified(asked, many_of(trained, 200, tmp_path), newer, OpenModel(trained.folder))
    assert store.best[::2] == pytest.approx(1 / 3)
    answer = asked.answer(Classify(photo, 1))
    assert isinstance(answer, Answer)
    assert answer.label == "red"


def threads_that_decode() -> int:
    return sum(thread.name.startswith("decode") for thread in threading.enumerate())


def test_looking_at_a_photo_that_cannot_be_read_is_an_error(inference: Inference, tmp_path: Path) -> None:
    (tmp_path / "page.jpg").write_text("<html>")
    photo = Photo("page.jpg", file=str(tmp_path / "page.jpg"))
    for question in (Look(photo), Preview(photo, 100), Why(photo, 0, "occlusion"), Mask(photo)):
        with pytest.raises(PictureError):
            inference.answer(question)


def test_looking_gives_all_layers_in_order_and_the_answer(inference: Inference, photo: Photo) -> None:
    insight = inference.answer(Look(photo))
    assert isinstance(insight, Insight)
    network = tutorial_network(16, 3)
    assert [output.name for output in insight.outputs] == [layer.name for layer in network.layers]
    assert [output.values.shape for output in insight.outputs] == network.shapes()
    last = insight.outputs[-1].values
    assert last.sum() == pytest.approx(1, abs=1e-5)
    shares = dict(insight.answer.ranked)
    assert [shares[name] for name in NAMES] == pytest.approx(last.tolist(), abs=1e-6)
    assert insight.answer.label == "red"
    assert insight.photo == photo


def test_an_opened_model_has_no_epoch_and_a_snapshot_its_own(inference: Inference, trained: Any, photo: Photo) -> None:
    insight = inference.answer(Look(photo))
    assert isinstance(insight, Insight)
    assert insight.epoch is None
    following = Inference()
    following.answer(TakeSnapshot(last_snapshot(trained), tutorial_network(16, 3), NAMES, "t"))
    insight = following.answer(Look(photo))
    assert isinstance(insight, Insight)
    assert insight.epoch == 4
    assert [each.name for each in insight.layers] == [each.name for each in insight.outputs]


def test_grad_cam_comes_at_once(inference: Inference, photo: Photo) -> None:
    found = inference.answer(Why(photo, 2, "grad-cam"))
    assert isinstance(found, HeatMap)
    assert (found.photo, found.class_index, found.method) == (photo, 2, "grad-cam")
    assert found.layer == "dropout_2"
    assert (found.done, found.total) == (1, 1)
    assert found.heat.shape == (2, 2)


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is opened, in order."""
    opened: list[Path] = []
    honest = inference_module.open_model

    def watched(path: Path) -> OpenedModel:
        opened.append(path)
        return honest(path)

    monkeypatch.setattr(inference_module, "open_model", watched)
    return opened


def heat_of(asked: Inference, question: Question) -> np.ndarray:
    found = asked.answer(question)
    assert isinstance(found, HeatMap)
    return found.heat


def retrained(run: Path) -> None:
    """The run's best network is another: it looks at other parts of pictures."""
    model = keras.saving.load_model(run / "best.keras", compile=False)
    model.set_weights([weights[::-1] if weights.ndim > 1 else weights for weights in model.get_weights()])
    model.save(run / "best.keras")


def test_a_mistake_is_explained_by_the_judged_network_while_another_answers(
    trained: Any, photo: Photo, tmp_path: Path, openings: list[Path]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(trained.folder, other)
    retrained(other)
    asked = Inference()
    asked.answer(OpenModel(other))
    of_other = heat_of(asked, Why(photo, 2, "grad-cam"))
    before = asked.answer(Classify(photo, 1))
    heat = heat_of(asked, WhyMistake(trained.folder, photo, 2))
    assert not np.allclose(heat, of_other)
    assert heat_of(asked, WhyMistake(other, photo, 2)) == pytest.approx(of_other)
    after = asked.answer(Classify(photo, 1))
    assert isinstance(before, Answer)
    assert isinstance(after, Answer)
    assert after.ranked == before.ranked, "the one that answers stays"
    asked.answer(OpenModel(trained.folder))
    assert heat_of(asked, Why(photo, 2, "grad-cam")) == pytest.approx(heat)


def test_for_mistakes_no_network_is_opened_twice(trained: Any, photo: Photo, openings: list[Path]) -> None:
    asked = Inference()
    last = trained.folder / "last.keras"
    for _ in range(2):
        asked.answer(WhyMistake(last, photo, 0))
    assert openings == [last], "nobody need have opened one"
    asked.answer(OpenModel(trained.folder))
    for class_index in range(3):
        asked.answer(WhyMistake(trained.folder, photo, class_index))
    assert openings == [last, trained.folder]


def test_a_snapshot_is_not_taken_for_the_run_that_it_is_of(trained: Any, photo: Photo, openings: list[Path]) -> None:
    asked = Inference()
    asked.answer(OpenModel(trained.folder))
    asked.answer(TakeSnapshot(last_snapshot(trained), tutorial_network(16, 3), NAMES, "t"))
    asked.answer(WhyMistake(trained.folder, photo, 0))
    assert openings == [trained.folder] * 2


@pytest.mark.parametrize("is_open", [False, True], ids=["beside", "open"])
def test_a_run_that_was_trained_further_is_opened_anew(
    trained: Any, photo: Photo, tmp_path: Path, openings: list[Path], is_open: bool
) -> None:
    run = tmp_path / "run"
    shutil.copytree(trained.folder, run)
    asked = Inference()
    if is_open:
        asked.answer(OpenModel(run))
    before = heat_of(asked, WhyMistake(run, photo, 2))
    retrained(run)
    after = heat_of(asked, WhyMistake(run, photo, 2))
    assert not np.allclose(before, after)
    assert openings == [run, run]


def test_a_mistake_of_a_network_that_is_gone_is_an_error(trained: Any, photo: Photo, tmp_path: Path) -> None:
    asked = Inference()
    with pytest.raises(ModelError):
        asked.answer(WhyMistake(tmp_path / "gone", photo, 0))
    assert isinstance(asked.answer(WhyMistake(trained.folder, photo, 0)), HeatMap)


def test_occlusion_goes_on_from_the_answer_before(inference: Inference, photo: Photo) -> None:
    first = inference.answer(Why(photo, 2, "occlusion"))
    assert isinstance(first, HeatMap)
    assert 0 < first.done < first.total
    inference.answer(Classify(photo, 1))
    found = first
    while found.done < found.total:
        before = found.done
        found = inference.answer(Why(photo, 2, "occlusion", so_far=found))
        assert isinstance(found, HeatMap)
        assert found.done > before
    assert found.heat.shape == (16, 16)


def test_occlusion_starts_anew_for_another_class_and_for_other_weights(trained: Any, photo: Photo) -> None:
    following = Inference()
    snapshot = TakeSnapshot(last_snapshot(trained), tutorial_network(16, 3), NAMES, "t")
    following.answer(snapshot)
    first = following.answer(Why(photo, 2, "occlusion"))
    assert isinstance(first, HeatMap)
    other = following.answer(Why(photo, 1, "occlusion"))
    assert isinstance(other, HeatMap)
    assert (other.class_index, other.done) == (1, first.done)
    again = following.answer(Why(photo, 2, "occlusion", so_far=first))
    assert isinstance(again, HeatMap)
    assert again.done == first.done, "what was in between took its place"
    following.answer(snapshot)
    anew = following.answer(Why(photo, 2, "occlusion", so_far=again))
    assert isinstance(anew, HeatMap)
    assert anew.done == first.done


def test_masks_give_an_answer_each(inference: Inference, photo: Photo) -> None:
    found = inference.answer(Mask(photo, masks=12, seed=4))
    assert isinstance(found, MaskedAnswers)
    assert len(found.answers) == 12
    assert found.rates == (0.25, 0.25, 0.5)
    plain = inference.answer(Look(photo))
    assert isinstance(plain, Insight)
    assert dict(found.plain.ranked) == pytest.approx(dict(plain.answer.ranked), abs=1e-6)
    assert len({answer.ranked for answer in found.answers}) > 1
    again = inference.answer(Mask(photo, masks=12, seed=4))
    assert isinstance(again, MaskedAnswers)
    assert [each.ranked for each in again.answers] == [each.ranked for each in found.answers]


def test_comparing_needs_no_network_of_its_own(trained: Any) -> None:
    found = Inference().answer(Compare(trained.folder, trained.folder))
    assert isinstance(found, Compared)
    assert found.looked_through == 9


def test_saving_a_layers_output(inference: Inference, photo: Photo, tmp_path: Path) -> None:
    insight = inference.answer(Look(photo))
    assert isinstance(insight, Insight)
    for name in ("層.png", "層.csv", "層.npy"):
        saved = inference.answer(Save(tmp_path / name, insight.output("conv2d_1")))
        assert saved == Saved(tmp_path / name)
    assert np.array_equal(np.load(tmp_path / "層.npy"), insight.output("conv2d_1").values)


def test_pasted_pixels_are_answered_like_a_file(inference: Inference, trained: Any) -> None:
    pixels = read_picture(trained.photo)
    pasted = inference.answer(Classify(Photo("pasted", pixels=pixels), 1))
    assert isinstance(pasted, Answer)
    assert pasted.file == "pasted"
    assert pasted.label == "red"
    assert pasted.pixels is not None
    assert np.array_equal(pasted.pixels, read_square(trained.photo, 16))
    assert pixels.flags.writeable, "the window's own picture stays as it was"


def test_a_preview_is_small_enough(inference: Inference, photo: Photo) -> None:
    picture = inference.answer(Preview(photo, 10))
    assert isinstance(picture, PreviewPicture)
    assert picture.pixels.shape == (10, 10, 3)


def test_a_preview_of_pasted_pixels_is_small_enough() -> None:
    pasted = Photo("pasted", pixels=np.zeros((40, 80, 3), np.uint8))
    picture = Inference().answer(Preview(pasted, 20))
    assert isinstance(picture, PreviewPicture)
    assert picture.pixels.shape == (10, 20, 3)


def test_a_preview_needs_no_network(photo: Photo) -> None:
    picture = Inference().answer(Preview(photo, 100))
    assert isinstance(picture, PreviewPicture)
    assert picture.photo == photo


def test_a_snapshot_answers_like_the_model_in_training(trained: Any, photo: Photo) -> None:
    following = Inference()
    network = tutorial_network(16, 3)
    card = following.answer(TakeSnapshot(last_snapshot(trained), network, NAMES, "in training"))
    assert card == ModelCard("in training", NAMES, Frame(16), network.parameters(), epoch=4, run=trained.folder)
    saved = Inference()
    saved.answer(OpenModel(trained.folder / "last.keras"))
    one, other = following.answer(Classify(photo, 1)), saved.answer(Classify(photo, 1))
    assert isinstance(one, Answer)
    assert isinstance(other, Answer)
    assert dict(one.ranked) == pytest.approx(dict(other.ranked), abs=1e-6)


def test_the_next_snapshot_replaces_the_one_before(trained: Any, photo: Photo) -> None:
    following = Inference()
    network = tutorial_network(16, 3)
    last = last_snapshot(trained)
    blank = Snapshot(last.run, 1, tuple(np.zeros_like(weights) for weights in last.weights))
    following.answer(TakeSnapshot(blank, network, NAMES, "t"))
    even = following.answer(Classify(photo, 1))
    assert isinstance(even, Answer)
    assert [share for _, share in even.ranked] == pytest.approx([1 / 3] * 3)
    following.answer(TakeSnapshot(last, network, ("a", "b", "c"), "t"))
    answer = following.answer(Classify(photo, 1))
    assert isinstance(answer, Answer)
    assert answer.label == "c"


def test_a_network_that_no_longer_answers_is_let_go(
    trained: Any, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[weakref.ref[keras.Model]] = []
    honest = inference_module.open_model

    def watched(path: Path) -> OpenedModel:
        found = honest(path)
        opened.append(weakref.ref(found.model))
        return found

    monkeypatch.setattr(inference_module, "open_model", watched)
    asked = Inference()
    for name in ("best.keras", "last.keras"):
        asked.answer(OpenModel(trained.folder / name))
        asked.answer(Classify(photo, 1))
        asked.answer(Look(photo))
        asked.answer(Why(photo, 0, "grad-cam"))
        asked.answer(Why(photo, 0, "occlusion"))
        asked.answer(Mask(photo, 2))
    gc.collect()
    assert [model() is not None for model in opened] == [False, True]


def test_opening_a_file_and_following_again(trained: Any, photo: Photo) -> None:
    asked = Inference()
    network = tutorial_network(16, 3)
    asked.answer(TakeSnapshot(last_snapshot(trained), network, NAMES, "t"))
    asked.answer(OpenModel(trained.folder))
    card = asked.answer(TakeSnapshot(last_snapshot(trained), network, NAMES, "t"))
    assert isinstance(card, ModelCard)
    assert card.epoch == 4
    answer = asked.answer(Classify(photo, 1))
    assert isinstance(answer, Answer)
    assert answer.label == "red"


def test_the_runs_reference_counts_from_when_it_is_written(trained: Any, photo: Photo, tmp_path: Path) -> None:
    run = tmp_path / "run"
    # Other tests may have had one made.
    shutil.copytree(trained.folder, run, ignore=shutil.ignore_patterns(REFERENCE_FILE))
    asked = Inference()
    asked.answer(OpenModel(run))
    before = asked.answer(Classify(photo, 1))
    assert isinstance(before, Answer)
    assert (before.confidence, before.is_foreign) == (None, None)
    pixels = read_square(trained.photo, 16)
    seen = FeatureModel(keras.saving.load_model(run / "best.keras", compile=False)).of(pixels[None])
    reference = Reference.build(["a"], np.zeros(1, np.int64), seen.features, seen.signatures, seen.signatures[:0])
    write_reference(run / REFERENCE_FILE, reference, runs.model_stamp(run))
    after = asked.answer(Classify(photo, 1))
    assert isinstance(after, Answer)
    assert after.confidence == pytest.approx(before.probability, abs=1e-5)
    assert after.is_foreign is False
    write_reference(run / REFERENCE_FILE, reference, (1, 2))
    of_another = asked.answer(Classify(photo, 1))
    assert isinstance(of_another, Answer)
    assert of_another.confidence is None
    (run / REFERENCE_FILE).unlink()
    without = asked.answer(Classify(photo, 1))
    assert isinstance(without, Answer)
    assert without.confidence is None
