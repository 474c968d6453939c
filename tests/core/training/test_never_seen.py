"""What training never sees: a picture of the test, or of validation, or a copy of one.

The spies stand where pixels enter the step that moves the weights, and where they are varied before.
"""

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from core.control import Control
from core.events import BatchEnded, Event
from core.framing import Frame
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import PARTS, Dataset, Part
from core.pictures.edits import Edits
from core.pictures.scan import scan
from core.pictures.split import read_rows, read_split
from core.training.augmentation import Augmentation
from core.training.augmenting import Augmenter
from core.training.config import TrainingConfig
from core.training.loop import Trainer
from core.training.rate_finder import find_learning_rate
from core.training.train import resume, train
from tests.core.scenes import scene, write_scenes

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=16, epochs=2, batch_size=8, seed=3)
VARIED = {kind: Augmentation(kind) for kind in ("off", "turns", "random")}


# ---- the spies


@dataclass
class Taught:
    """The pictures that moved weights, as bytes, with how often each was shown and the classes that were said of it.

    `plain`: before they were varied; what entered the step was exactly what came of varying these.
    """

    plain: Counter[bytes] = field(default_factory=Counter)
    labels: dict[bytes, set[int]] = field(default_factory=lambda: defaultdict(set))
    varied: dict[bytes, bytes] = field(default_factory=dict)

    def enter(self, pictures: np.ndarray, labels: np.ndarray) -> None:
        for picture, label in zip(pictures, labels.tolist(), strict=True):
            plain = self.varied.get(picture.tobytes(), picture.tobytes())
            self.plain[plain] += 1
            self.labels[plain].add(label)


class Door:
    """The step that moves the weights, with somebody who writes down who comes in."""

    def __init__(self, step: Any, taught: Taught) -> None:
        self._step = step
        self._taught = taught
        self.get_concrete_function = step.get_concrete_function

    def __call__(self, pictures: Any, labels: Any) -> Any:
        self._taught.enter(np.asarray(pictures), np.asarray(labels))
        return self._step(pictures, labels)


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Iterator[Taught]:
    found = Taught()
    made, vary = Trainer.__init__, Augmenter.vary

    def watched(self: Trainer, *arguments: Any, **settings: Any) -> None:
        made(self, *arguments, **settings)
        self._train = Door(self._train, found)

    def varied(self: Augmenter, pictures: np.ndarray, *arguments: Any) -> np.ndarray:
        shown = vary(self, pictures, *arguments)
        found.varied |= {one.tobytes(): each.tobytes() for one, each in zip(shown, pictures, strict=True)}
        return shown

    monkeypatch.setattr(Trainer, "__init__", watched)
    monkeypatch.setattr(Augmenter, "vary", varied)
    yield found
    assert found.plain, "something was trained"


# ---- the pictures


def family(file: str) -> str:
    """What a file shows: the number of the picture that it is, or is a copy of."""
    return Path(file).name[:3]


def again(original: Path, place: Path, how: str) -> None:
    """A copy of a picture beside it, or elsewhere, with its number in its name."""
    with Image.open(original) as picture:
        wide, high = picture.size
        if how == "same bytes":
            shutil.copy(original, place / f"{family(original.name)} {how}.png")
        elif how == "saved again":
            picture.save(place / f"{family(original.name)} {how}.jpg", quality=85)
        elif how == "larger":
            larger = picture.resize((wide * 9 // 8, high * 9 // 8), Image.Resampling.BICUBIC)
            larger.save(place / f"{family(original.name)} {how}.webp", quality=92)
        else:
            ImageEnhance.Brightness(picture).enhance(1.1).save(place / f"{family(original.name)} {how}.png")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Three classes, one of three pictures. Every second picture has a copy or two, every kind of copy occurs, and one
    has a copy in another class."""
    root = tmp_path / "scenes"
    ways = ("same bytes", "saved again", "larger", "brighter")
    number = 0
    for name, count in {"ant": 16, "bee": 12, "cow": 3}.items():
        (root / name).mkdir(parents=True)
        for _ in range(count):
            original = root / name / f"{number:03}.png"
            scene(number).save(original)
            if number % 2 == 0 and name != "cow":
                again(original, original.parent, ways[number // 2 % 4])
            if number % 6 == 0 and name != "cow":
                again(original, original.parent, ways[(number // 2 + 1) % 4])
            number += 1
    again(root / "ant" / "001.png", root / "bee", "same bytes")
    return root


# ---- what is promised


def parts_of(prepared: PreparedPictures, run: Path) -> dict[Part, list[int]]:
    """The positions in each part, as the run's split.csv says."""
    part_of = read_split(run / "split.csv")
    places: dict[Part, list[int]] = {part: [] for part in PARTS}
    for position, picture in enumerate(prepared.dataset.pictures):
        places[part_of[picture.file]].append(position)
    assert all(places[part] for part in PARTS)
    return places


def assert_never_seen(taught: Taught, dataset: Dataset, run: Path, times: int) -> dict[Part, set[str]]:
    """That the training part and nothing else was shown, each picture so many `times`; gives the files of the parts."""
    prepared = prepare(dataset, Frame(16))
    places = parts_of(prepared, run)
    shown = {part: [each.tobytes() for each in prepared.pixels(places[part])] for part in PARTS}
    assert taught.plain == Counter(shown["training"] * times)
    assert not set(taught.plain) & {*shown["validation"], *shown["test"]}
    assert not set(shown["validation"]) & set(shown["test"])
    files = {part: {dataset.pictures[position].file for position in places[part]} for part in PARTS}
    families = {part: {family(each) for each in files[part]} for part in PARTS}
    groups = {part: set(prepared.duplicates.near[places[part]].tolist()) for part in PARTS}
    for sides in (families, groups):
        assert not sides["training"] & sides["test"]
        assert not sides["training"] & sides["validation"]
        assert not sides["validation"] & sides["test"]
    return files


@pytest.mark.parametrize(("seed", "kind"), [(3, "off"), (4, "off"), (5, "turns"), (6, "random")])
def test_training_is_shown_the_training_part_alone(seed: int, kind: str, pictures: Path, taught: Taught) -> None:
    dataset = scan(pictures)
    config = replace(CONFIG, seed=seed, augmentation=VARIED[kind])
    run = train(dataset, config).run
    assert bool(taught.varied) == (kind != "off")
    files = assert_never_seen(taught, dataset, run, config.epochs * config.augmentation.copies)
    assert any(len(Path(each).stem) > 3 for each in files["test"] | files["validation"]), "copies are kept for them too"


def test_nor_is_the_finder_of_a_learning_rate(pictures: Path, taught: Taught) -> None:
    dataset = scan(pictures)
    run = train(dataset, replace(CONFIG, epochs=1)).run
    before = Counter(taught.plain)
    find_learning_rate(dataset, CONFIG)
    assert sum(taught.plain.values()) > sum(before.values())
    assert set(taught.plain) == set(before)
    taught.plain = before
    assert_never_seen(taught, dataset, run, 1)


@pytest.mark.parametrize("kind", ["off", "random"])
def test_a_run_that_goes_on_sees_no_more(kind: str, pictures: Path, taught: Taught, every_report: None) -> None:
    """Not even where the split that it once took over is another by now."""
    dataset = scan(pictures)
    earlier = train(dataset, replace(CONFIG, epochs=1, seed=8)).run
    taught.plain.clear()
    control = Control()

    def stop(event: Event) -> None:
        if isinstance(event, BatchEnded) and (event.epoch, event.batch) == (2, 2):
            control.stop()

    config = replace(CONFIG, augmentation=VARIED[kind], split_from=str(earlier))
    run = train(dataset, config, stop, control).run
    before = Counter(taught.plain)
    split = (earlier / "split.csv").read_text(encoding="utf-8")
    swapped = {"training": "test", "test": "training"}
    other = re.sub(r",(training|test)$", lambda part: f",{swapped[part[1]]}", split, flags=re.MULTILINE)
    assert other != split
    (earlier / "split.csv").write_text(other, encoding="utf-8")
    # What came later is none of its pictures.
    write_scenes(pictures, {"new": 3}, first_seed=900)
    taught.plain.clear()
    assert resume(run).state == "finished"
    assert_never_seen(taught, dataset, run, 1)
    assert set(before) <= set(taught.plain)


@pytest.mark.parametrize("kind", ["off", "random"])
def test_with_the_split_of_an_earlier_run_its_test_stays_unseen(kind: str, pictures: Path, taught: Taught) -> None:
    """Also by copies of it that came later."""
    first = train(scan(pictures), replace(CONFIG, epochs=1)).run
    parts = read_split(first / "split.csv")
    kept = sorted(each for each in parts if parts[each] != "training")
    for file, how in zip(kept, ("saved again", "larger", "brighter", "same bytes") * len(kept), strict=False):
        place = pictures / file
        if not list(place.parent.glob(f"{family(file)} {how}.*")):
            again(place, place.parent, how)
    write_scenes(pictures, {"dog": 5}, first_seed=900)
    for path in (pictures / "dog").iterdir():
        path.rename(path.with_name(f"9{path.name[1:]}"))
    dataset = scan(pictures)
    assert len(dataset.pictures) > len(parts) + 5
    taught.plain.clear()
    config = replace(CONFIG, seed=11, split_from=str(first), augmentation=VARIED[kind])
    files = assert_never_seen(taught, dataset, train(dataset, config).run, config.epochs)
    for part in PARTS:
        assert files[part] >= {file for file in parts if parts[file] == part}
    assert len(files["test"]) > sum(each == "test" for each in parts.values()), "the copies went to the test"


def test_parts_that_folders_name_are_apart_when_copies_are_kept_together(pictures: Path, taught: Taught) -> None:
    parted = pictures.parent / "parted"
    for number, path in enumerate(sorted(pictures.rglob("*.*"))):
        place = parted / ("test" if number % 4 == 0 and path.parent.name != "cow" else "train") / path.parent.name
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place / path.name)
    dataset = scan(parted)
    assert dataset.named_parts == {"training", "test"}
    assert_never_seen(taught, dataset, train(dataset, replace(CONFIG, keep_together=True)).run, CONFIG.epochs)


@pytest.mark.parametrize("kind", ["off", "turns"])
def test_pictures_that_were_left_out_or_moved(kind: str, pictures: Path, taught: Taught, tmp_path: Path) -> None:
    """Some are left out, some count for another class, and photos from elsewhere are among them."""
    found = scan(pictures)
    ants = sorted(each.file for each in found.pictures if each.file.startswith("ant/"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    again(pictures / "bee" / "017.png", elsewhere, "brighter")
    scene(500).save(elsewhere / "500.png")
    out, moved = ants[::5], ants[1::3]
    edits = Edits().leaving_out(out).moving(dict.fromkeys(moved, "bee"))
    edits = edits.adding({str(each): "bee" for each in elsewhere.iterdir()})
    dataset, _ = edits.apply(edits.with_added(found))
    config = replace(CONFIG, augmentation=VARIED[kind])
    run = train(dataset, config).run
    files = assert_never_seen(taught, dataset, run, config.epochs * config.augmentation.copies)
    assert not set(out) & set().union(*files.values())
    assert {str(each) for each in elsewhere.iterdir()} <= set().union(*files.values())

    # As what they count for, and nothing else, unless an equal picture of the other class is among them.
    prepared = prepare(dataset, Frame(16))
    bee = dataset.class_names.index("bee")
    said_of: dict[bytes, set[int]] = defaultdict(set)
    for position, pixels in zip(
        range(len(dataset.pictures)), prepared.pixels(range(len(dataset.pictures))), strict=True
    ):
        said_of[pixels.tobytes()].add(dataset.pictures[position].label)
        if dataset.pictures[position].file in moved:
            assert dataset.pictures[position].label == bee
    assert set(moved) & files["training"]
    assert all(labels == said_of[pixels] for pixels, labels in taught.labels.items())
    classes = {file: name for file, name, _ in read_rows(run / "split.csv")}
    assert {classes[each] for each in set(moved) - set(out)} == {"bee"}
