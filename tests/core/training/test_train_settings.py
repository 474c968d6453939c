"""Training as its settings say: varied pictures, an even-handed split, and a frame that the model keeps for good."""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.answers import Answer, Insight, ModelCard, Photo
from core.control import Control, Watch
from core.errors import DatasetError
from core.events import EpochEnded, Event, Snapshot, TrainingOutcome, TrainingStarted, Watched
from core.framing import Frame
from core.images import read_square
from core.inference import Inference
from core.inside.comparing import compare
from core.network.presets import tutorial_network
from core.network.store import open_model
from core.pictures.cache import prepare
from core.pictures.edits import Edits
from core.pictures.scan import scan
from core.pictures.split import Shares, read_split, split_pictures
from core.questions import Classify, Look, OpenModel, TakeSnapshot
from core.results.evaluation import judge_opened
from core.training import runs
from core.training.augmentation import Augmentation
from core.training.config import TrainingConfig
from core.training.loop import Examples
from core.training.train import train
from tests.core.command_line import answer
from tests.core.scenes import cropped, scene, write_scenes

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=16, epochs=1, batch_size=8, seed=3)
CROP = replace(CONFIG, resize="crop", augmentation=Augmentation("random"))


def of_kind(events: list[Event], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


@dataclass(frozen=True)
class CropRun:
    """A training on wide pictures that were cropped, and two photos: a wide one, and its middle square."""

    pictures: Path
    outcome: TrainingOutcome
    events: list[Event]
    wide: Photo
    square: Photo

    @property
    def folder(self) -> Path:
        return self.outcome.run


@pytest.fixture(scope="module")
def crop_run(tmp_path_factory: pytest.TempPathFactory) -> CropRun:
    place = tmp_path_factory.mktemp("crop")
    scene(500).save(place / "wide.png")
    cropped(scene(500)).save(place / "square.png")
    wide, square = (Photo(name, str(place / name)) for name in ("wide.png", "square.png"))
    pictures = write_scenes(place / "pictures", {"ant": 10, "bee": 10})
    control, events = Control(), list[Event]()
    control.set_watch(Watch(wide))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAKAMI_HOME", str(tmp_path_factory.mktemp("crop-home")))
        outcome = train(scan(pictures), CROP, events.append, control)
    return CropRun(pictures, outcome, events, wide, square)


# ---- a photo in use is treated as the pictures in training


def asked(model: Path, photo: Photo) -> tuple[Answer, Insight]:
    """What the window is answered about a photo by an opened model."""
    inference = Inference()
    card = inference.answer(OpenModel(model))
    assert isinstance(card, ModelCard)
    assert card.frame == Frame(16, "crop")
    classified, insight = inference.answer(Classify(photo, 1)), inference.answer(Look(photo))
    assert isinstance(classified, Answer)
    assert isinstance(insight, Insight)
    return classified, insight


def test_a_wide_photo_is_the_picture_in_its_middle(crop_run: CropRun) -> None:
    (wide, wide_insight), (square, insight) = (
        asked(crop_run.folder, each) for each in (crop_run.wide, crop_run.square)
    )
    assert wide.ranked == square.ranked
    assert np.array_equal(wide_insight.answer.pixels, insight.answer.pixels)
    assert crop_run.wide.file is not None
    assert np.array_equal(insight.answer.pixels, read_square(crop_run.wide.file, 16, "crop"))
    for one, other in zip(wide_insight.outputs, insight.outputs, strict=True):
        assert np.array_equal(one.values, other.values)


def test_a_model_file_on_its_own_crops_too(crop_run: CropRun, tmp_path: Path) -> None:
    alone = tmp_path / "写真" / "model.keras"
    alone.parent.mkdir()
    shutil.copy(crop_run.folder / "best.keras", alone)
    assert asked(alone, crop_run.wide)[0].ranked == asked(crop_run.folder, crop_run.square)[0].ranked


def test_pasted_pixels_are_cropped_too(crop_run: CropRun) -> None:
    assert crop_run.wide.file is not None
    pasted = Photo("pasted", pixels=np.array(Image.open(crop_run.wide.file)))
    assert asked(crop_run.folder, pasted)[0].ranked == asked(crop_run.folder, crop_run.square)[0].ranked


def test_the_command_line_crops_too(crop_run: CropRun, capsys: pytest.CaptureFixture[str]) -> None:
    ranked = []
    for photo in (crop_run.wide, crop_run.square):
        assert photo.file is not None
        ranked.append(answer(capsys, "classify", crop_run.folder / "best.keras", photo.file)["top"])
    assert ranked[0] == ranked[1]


def test_a_watched_photo_is_cropped(crop_run: CropRun) -> None:
    assert crop_run.wide.file is not None
    expected = read_square(crop_run.wide.file, 16, "crop")
    watched = of_kind(crop_run.events, Watched)
    assert watched
    assert all(np.array_equal(each.insight.answer.pixels, expected) for each in watched)


def test_a_followed_training_crops(crop_run: CropRun) -> None:
    (snapshot,) = of_kind(crop_run.events, Snapshot)
    following = Inference()
    following.answer(TakeSnapshot(snapshot, tutorial_network(16, 2), ("ant", "bee"), "t", "crop"))
    found = following.answer(Classify(crop_run.wide, 1))
    assert isinstance(found, Answer)
    expected = asked(crop_run.folder / "last.keras", crop_run.square)[0]
    assert dict(found.ranked) == pytest.approx(dict(expected.ranked), abs=1e-6)


def test_an_evaluation_crops(crop_run: CropRun, tmp_path: Path) -> None:
    opened = open_model(crop_run.folder)
    result = judge_opened(opened)
    assert result.summaries["test"].loss == pytest.approx(crop_run.outcome.test_loss, rel=1e-5)
    squares = tmp_path / "squares"
    for path in crop_run.pictures.rglob("*.png"):
        target = squares / path.relative_to(crop_run.pictures)
        target.parent.mkdir(parents=True, exist_ok=True)
        cropped(Image.open(path)).save(target)
    losses = [judge_opened(opened, folder).summaries["test"].loss for folder in (crop_run.pictures, squares)]
    assert losses[0] == losses[1]


# ---- varied pictures


@dataclass
class Shown:
    """What the network was shown: pictures in the order in which they came, in training and otherwise."""

    training: list[np.ndarray]
    labels: list[int]
    other: list[np.ndarray]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    found = Shown([], [], [])
    honest = Examples.batches

    def watched(self: Examples, size: int, order: Any = None, epoch: int = 0) -> Iterator[Any]:
        for pictures, labels in honest(self, size, order, epoch):
            if order is None:
                found.other.extend(pictures)
            else:
                found.training.extend(pictures)
                found.labels.extend(labels.tolist())
            yield pictures, labels

    monkeypatch.setattr(Examples, "batches", watched)
    return found


def counted(pictures: list[np.ndarray]) -> dict[bytes, int]:
    found: dict[bytes, int] = defaultdict(int)
    for each in pictures:
        found[each.tobytes()] += 1
    return found


@pytest.mark.parametrize("kind", ["turns", "random"])
def test_training_pictures_are_varied_and_no_others(kind: Any, shown: Shown, tmp_path: Path) -> None:
    dataset = scan(write_scenes(tmp_path / "scenes", {"ant": 8, "bee": 10}))
    config = replace(CONFIG, augmentation=Augmentation(kind))
    events: list[Event] = []
    train(dataset, config, events.append)
    prepared = prepare(dataset, config.frame)
    split = split_pictures(dataset, config.seed)
    plain = {part: list(prepared.pixels(split.of(part))) for part in ("training", "validation", "test")}  # type: ignore[arg-type]

    assert counted(shown.other) == counted([*plain["validation"], *plain["test"]])
    copies = config.augmentation.copies
    assert len(shown.training) == copies * len(split.training)
    (started,) = of_kind(events, TrainingStarted)
    assert started.training_pictures == len(shown.training)
    assert started.batches_per_epoch == -(-len(shown.training) // config.batch_size)
    labels = np.bincount(shown.labels).tolist()
    assert labels == (copies * np.bincount(dataset.labels[split.training])).tolist()
    seen = counted(shown.training)
    if kind == "turns":
        # Each photo once as it is, and once mirrored.
        assert all(seen[each.tobytes()] == 1 == seen[each[:, ::-1].tobytes()] for each in plain["training"])
    else:
        assert not set(counted(plain["training"])) & set(seen)
    assert len(seen) == len(shown.training), "no two alike"


def test_every_epoch_varies_anew(shown: Shown, tmp_path: Path) -> None:
    dataset = scan(write_scenes(tmp_path / "scenes", {"ant": 5, "bee": 5}))
    train(dataset, replace(CONFIG, epochs=3, augmentation=Augmentation("random")))
    assert len(counted(shown.training)) == len(shown.training)


def history_and_weights(folder: Path, run: Path, seed: int) -> tuple[list[EpochEnded], list[np.ndarray]]:
    config = replace(CONFIG, epochs=2, seed=seed, augmentation=Augmentation("random"))
    train(scan(folder), config, run_folder=run)
    history = [replace(each, seconds=0, pictures_per_second=0) for each in runs.read_history(run)]
    return history, open_model(run / "last.keras").model.get_weights()


def test_the_seed_decides_on_the_variations(tmp_path: Path) -> None:
    folder = write_scenes(tmp_path / "scenes", {"ant": 8, "bee": 8})
    (one, weights), (same, same_weights), (other, _) = (
        history_and_weights(folder, tmp_path / str(number), seed) for number, seed in enumerate((3, 3, 4))
    )
    assert one == same
    assert all(np.array_equal(a, b) for a, b in zip(weights, same_weights, strict=True))
    assert one != other


def test_class_weights_change_what_is_learned_not_how_it_is_judged(make_colours: Any, tmp_path: Path) -> None:
    folder = make_colours(per_class=4)
    make_colours(per_class=16, names=("red",))
    outcomes = [train(scan(folder), replace(CONFIG, class_weights=on)) for on in (False, True)]
    assert outcomes[0].loss != outcomes[1].loss
    for outcome in outcomes:
        loss = judge_opened(open_model(outcome.run)).summaries["test"].loss
        assert loss == pytest.approx(outcome.test_loss, rel=1e-4, abs=1e-6)


# ---- the split


def test_near_copies_are_on_one_side_in_the_run(tmp_path: Path) -> None:
    folder = write_scenes(tmp_path / "scenes", {"ant": 12, "bee": 12})
    for name in ("ant", "bee"):
        for number in range(0, 12, 2):
            original = Image.open(folder / name / f"{number:03}.png")
            original.save(folder / name / f"{number:03} again.jpg", quality=85)
            original.resize((40, 27)).save(folder / name / f"{number:03} small.webp", quality=90)
    shutil.copy(folder / "ant" / "001.png", folder / "bee" / "of ant.png")
    dataset = scan(folder)
    near = prepare(dataset, CONFIG.frame).duplicates.near
    assert len(set(near.tolist())) == 24, "the copies are found"
    for seed in range(3):
        outcome = train(dataset, replace(CONFIG, seed=seed))
        part_of = read_split(outcome.run / "split.csv")
        sides = defaultdict(set)
        for group, picture in zip(near.tolist(), dataset.pictures, strict=True):
            sides[group].add(part_of[picture.file])
        assert all(len(each) == 1 for each in sides.values())
        assert set(part_of.values()) == {"training", "validation", "test"}


def test_a_split_that_names_none_of_the_pictures_is_refused(crop_run: CropRun, make_colours: Any) -> None:
    config = replace(CONFIG, split_from=str(crop_run.folder))
    with pytest.raises(DatasetError, match="names no picture of “colours”"):
        train(scan(make_colours(per_class=3)), config)


@pytest.mark.parametrize("shares", [Shares(1, 0, 0), Shares(0.8, 0.2, 0)], ids=str)
def test_a_run_without_test_pictures_has_no_numbers_of_them(make_colours: Any, shares: Shares) -> None:
    outcome = train(scan(make_colours(per_class=5)), replace(CONFIG, shares=shares))
    assert np.isnan(outcome.test_loss)
    assert np.isnan(outcome.val_loss) == (shares.validation == 0)
    assert "test" not in read_split(outcome.run / "split.csv").values()
    assert "test" not in judge_opened(open_model(outcome.run)).parts


# ---- pictures that the user changed without touching the disk


def edited(make: Callable[..., Path], tmp_path: Path) -> tuple[Path, Edits]:
    """Four classes of which two are merged into a third name, one is renamed, and one gets photos from elsewhere."""
    folder = make(per_class=8, names=("blue", "green", "navy", "red"))
    photos = write_scenes(tmp_path / "写真 %20", {"new": 6}) / "new"
    edits = Edits().renamed(["blue", "navy"], "水色").renamed(["green"], "a, b").leaving_out(["red/000.png"])
    return folder, edits.adding({str(each): "red" for each in photos.iterdir()})


def test_a_run_of_changed_pictures_is_evaluated_as_it_was_trained(make_colours: Any, tmp_path: Path) -> None:
    folder, edits = edited(make_colours, tmp_path)
    dataset, _ = edits.apply(edits.with_added(scan(folder)))
    outcome = train(dataset, CONFIG)
    assert outcome.classes == ("a, b", "red", "水色")
    parts = read_split(outcome.run / "split.csv")
    assert sum(Path(file).is_absolute() for file in parts) == 6
    assert "red/000.png" not in parts
    result = judge_opened(open_model(outcome.run))
    assert result.summaries["test"].loss == pytest.approx(outcome.test_loss, rel=1e-5)
    assert result.summaries["test"].accuracy == pytest.approx(outcome.test_accuracy)
    assert result.summaries["test"].confusion.sum() == sum(part == "test" for part in parts.values())


def test_two_runs_of_changed_pictures_are_compared(make_colours: Any, tmp_path: Path) -> None:
    folder, edits = edited(make_colours, tmp_path)
    dataset, _ = edits.apply(edits.with_added(scan(folder)))
    first, second = (train(dataset, replace(CONFIG, with_dropout=each)).run for each in (True, False))
    assert runs.are_counterparts(first, second)
    found = compare(first, second)
    parts = read_split(first / "split.csv")
    assert found.looked_through == sum(part == "validation" for part in parts.values())
    assert found.truth in ("", "a, b", "red", "水色")


def test_pictures_that_went_meanwhile_are_missing_from_the_evaluation_only(make_colours: Any, tmp_path: Path) -> None:
    folder, edits = edited(make_colours, tmp_path)
    dataset, _ = edits.apply(edits.with_added(scan(folder)))
    outcome = train(dataset, CONFIG)
    tests = sorted(file for file, part in read_split(outcome.run / "split.csv").items() if part == "test")
    shutil.rmtree(tmp_path / "写真 %20")
    (folder / tests[-1]).unlink(missing_ok=True)
    left = [file for file in tests if (folder / file).is_file()]
    assert 0 < len(left) < len(tests)
    assert judge_opened(open_model(outcome.run)).summaries["test"].confusion.sum() == len(left)


def test_the_settings_of_the_run_are_those_of_the_training(crop_run: CropRun) -> None:
    written = json.loads((crop_run.folder / "run.json").read_text(encoding="utf-8"))
    assert TrainingConfig.from_json(written["config"]) == CROP
    assert open_model(crop_run.folder).frame == Frame(16, "crop")
