"""What a network said about its run's pictures is kept with the run: used where it is still true, and only there."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.control import Control
from core.errors import Stopped
from core.network.store import open_model, save_model
from core.pictures.dataset import PARTS, Part
from core.pictures.scan import scan
from core.pictures.split import read_split
from core.results.evaluation import BATCH_SIZE, judge, judge_opened, reference_for
from core.results.features import FeatureModel
from core.results.judged import Judged, Results
from core.results.kept import RESULTS_FILE, Asked, Reading, Readings, read_readings, write_readings
from core.results.reference import REFERENCE_FILE
from core.training.train import resume, train

STAMP = (12_345, 1_700_000_000_123_456_789)
FILES = {RESULTS_FILE, REFERENCE_FILE}


# ---- the file alone


def said(sizes: dict[Part, int], classes: int = 3, seed: int = 0) -> tuple[Readings, Asked]:
    """Answers at random about so many pictures in the parts, and what was asked."""
    rng = np.random.default_rng(seed)
    readings, asked = {}, {}
    start = 0
    for part, count in sizes.items():
        positions = np.arange(start, start + count)
        start += count
        labels = rng.integers(0, classes, count)
        digests = rng.integers(0, 2**64, count, np.uint64)
        probabilities = rng.random((count, classes)).astype(np.float32)
        judged = Judged(positions, labels, probabilities, rng.random(count))
        features, signatures = rng.random((count, 7)).astype(np.float16), rng.random((count, 5)).astype(np.float32)
        readings[part] = Reading(judged, features, signatures)
        asked[part] = positions, labels, digests
    return readings, asked


def assert_equal(read: Readings | None, written: Readings) -> None:
    assert read is not None
    assert set(read) == set(written)
    for part, reading in written.items():
        for name in ("positions", "labels", "probabilities", "losses"):
            np.testing.assert_array_equal(getattr(read[part].judged, name), getattr(reading.judged, name))
        np.testing.assert_array_equal(read[part].features, reading.features)
        np.testing.assert_array_equal(read[part].signatures, reading.signatures)


@given(
    st.dictionaries(st.sampled_from(PARTS), st.integers(1, 20), min_size=1), st.integers(2, 9), st.integers(0, 2**32)
)
def test_what_was_said_comes_back(
    tmp_path_factory: pytest.TempPathFactory, sizes: dict[Part, int], classes: int, seed: int
) -> None:
    run = tmp_path_factory.mktemp("run")
    readings, asked = said(sizes, classes, seed)
    write_readings(run, readings, asked, STAMP)
    assert [each.name for each in run.iterdir()] == [RESULTS_FILE]
    assert_equal(read_readings(run, asked, STAMP), readings)


@pytest.fixture
def sizes() -> dict[Part, int]:
    return {"training": 9, "validation": 4, "test": 5}


@pytest.fixture
def kept(tmp_path: Path, sizes: dict[Part, int]) -> tuple[Path, Asked]:
    """A folder that keeps answers, and what they are to."""
    readings, asked = said(sizes)
    write_readings(tmp_path, readings, asked, STAMP)
    return tmp_path, asked


def test_it_counts_for_one_network_and_for_these_pictures_alone(kept: tuple[Path, Asked]) -> None:
    run, asked = kept
    assert read_readings(run, asked, STAMP) is not None
    assert read_readings(run, asked, (STAMP[0] + 1, STAMP[1])) is None
    assert read_readings(run, asked, (STAMP[0], STAMP[1] + 1)) is None
    positions, labels, digests = asked["test"]
    others = {
        "a class": (positions, np.roll(labels, 1), digests),
        "bytes": (positions, labels, digests ^ np.uint64(1)),
        "one less": (positions[1:], labels[1:], digests[1:]),
        "one more": tuple(np.append(each, each[-1:]) for each in asked["test"]),
        "an order": (positions[::-1], labels[::-1], digests[::-1]),
    }
    for other in others.values():
        assert read_readings(run, {**asked, "test": other}, STAMP) is None  # type: ignore[dict-item]
    assert read_readings(run, {part: asked[part] for part in ("training", "test")}, STAMP) is None


def test_positions_are_those_that_pictures_have_now(kept: tuple[Path, Asked]) -> None:
    """A picture that went, and was none of these, moves all that come after it."""
    run, asked = kept
    moved = {part: (positions + 3, labels, digests) for part, (positions, labels, digests) in asked.items()}
    read = read_readings(run, moved, STAMP)
    assert read is not None
    assert read["test"].judged.positions.tolist() == moved["test"][0].tolist()


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_part_of_a_file_is_none(kept: tuple[Path, Asked], part: float) -> None:
    run, asked = kept
    whole = (run / RESULTS_FILE).read_bytes()
    (run / RESULTS_FILE).write_bytes(whole[: int(len(whole) * part)])
    assert read_readings(run, asked, STAMP) is None


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=30), st.booleans())
def test_a_damaged_file_raises_nothing(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], is_end: bool
) -> None:
    run = tmp_path_factory.mktemp("run")
    readings, asked = said({"training": 3, "test": 2})
    write_readings(run, readings, asked, STAMP)
    damaged = bytearray((run / RESULTS_FILE).read_bytes())
    for place, value in changes:
        damaged[-1 - place % 700 if is_end else place % len(damaged)] = value
    (run / RESULTS_FILE).write_bytes(damaged)
    read = read_readings(run, asked, STAMP)
    if read is not None:
        assert_equal(read, readings)


def rewritten(run: Path, name: str, value: np.ndarray | None) -> None:
    with np.load(run / RESULTS_FILE) as found:
        arrays = dict(found) | {name: value}
    assert len(arrays) == len(found.files), "one of its own"
    np.savez(run / RESULTS_FILE, allow_pickle=True, **{key: each for key, each in arrays.items() if each is not None})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", np.array(99)),
        ("format", np.array([1, 2])),
        ("format", np.array("mine")),
        ("model", np.array(5)),
        ("model", np.array(["a", "b"])),
        ("model", None),
        ("test.labels", None),
        ("test.digests", np.zeros(5, np.uint64)),
        ("test.probabilities", np.array(1.0)),
        ("test.probabilities", np.zeros(5)),
        ("test.probabilities", np.zeros((5, 1))),
        ("test.probabilities", np.zeros((5, 4))),
        ("test.probabilities", np.zeros((4, 3))),
        ("test.losses", np.zeros((5, 3))),
        ("test.losses", np.array(["a"] * 5)),
        ("test.features", np.zeros((5, 6))),
        ("test.features", np.zeros(5)),
        ("validation.signatures", np.zeros((4, 4))),
        ("validation.signatures", np.array(3)),
    ],
    ids=str,
)
def test_a_file_that_says_something_else_is_none(kept: tuple[Path, Asked], name: str, value: np.ndarray | None) -> None:
    run, asked = kept
    rewritten(run, name, value)
    assert read_readings(run, asked, STAMP) is None


class Bomb:
    """Something that makes a folder when it is unpickled."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self._place),)


@pytest.mark.parametrize("name", ["format", "model", "test.labels", "test.probabilities", "training.features"])
def test_nothing_that_the_file_brings_is_run(kept: tuple[Path, Asked], name: str, tmp_path: Path) -> None:
    run, asked = kept
    rewritten(run, name, np.array([Bomb(tmp_path / "hurt")] * 5, object))
    assert read_readings(run, asked, STAMP) is None
    assert not (tmp_path / "hurt").exists()


def test_other_files_are_none(kept: tuple[Path, Asked]) -> None:
    run, asked = kept
    file = run / RESULTS_FILE
    whole = file.read_bytes()
    # The flag for an encrypted member, and a way of packing that there is not: local header and directory.
    for local, in_directory, value in ((6, 8, 1), (8, 10, 99)):
        spoilt = bytearray(whole)
        for mark, place in ((b"PK\3\4", local), (b"PK\1\2", in_directory)):
            at = -1
            while (at := spoilt.find(mark, at + 1)) >= 0:
                spoilt[at + place] = value
        file.write_bytes(spoilt)
        assert read_readings(run, asked, STAMP) is None
    np.save(run / "other.npy", np.arange(3))
    (run / "other.npy").replace(file)
    assert read_readings(run, asked, STAMP) is None
    file.write_bytes(b"text")
    assert read_readings(run, asked, STAMP) is None
    file.unlink()
    assert read_readings(run, asked, STAMP) is None
    file.mkdir()
    assert read_readings(run, asked, STAMP) is None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_nothing_leaves_what_was_kept(
    kept: tuple[Path, Asked], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, asked = kept
    before = (run / RESULTS_FILE).read_bytes()
    refuse_to_write(monkeypatch, number)
    readings, other = said({"test": 2}, seed=1)
    write_readings(run, readings, other, STAMP)
    assert [each.name for each in run.iterdir()] == [RESULTS_FILE]
    assert (run / RESULTS_FILE).read_bytes() == before
    assert read_readings(run, asked, STAMP) is not None


def refuse_to_write(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """As a disk that is full after the first bytes, or takes none."""

    def refused(file: Any, **_: Any) -> None:
        if number == errno.ENOSPC:
            if isinstance(file, Path):
                file.write_bytes(b"PK")
            else:
                file.write(b"PK")
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(np, "savez", refused)


# ---- with a run


@pytest.fixture
def run(trained: Any, tmp_path: Path) -> Path:
    """A run that was never judged."""
    ignored = shutil.ignore_patterns(*FILES)
    return Path(shutil.copytree(trained.folder, tmp_path / "run", ignore=ignored))


@pytest.fixture
def pictures(trained: Any, run: Path, tmp_path: Path) -> Path:
    """Pictures of that run alone, which may be changed."""
    copy = Path(shutil.copytree(trained.pictures, tmp_path / "pictures"))
    facts = (run / "run.json").read_text(encoding="utf-8")
    (run / "run.json").write_text(facts.replace(str(trained.pictures), str(copy)), encoding="utf-8")
    return copy


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pictures a network was asked about, batch by batch."""
    batches: list[int] = []
    honest = FeatureModel.judge

    def counted(self: FeatureModel, pictures: np.ndarray, labels: np.ndarray) -> Any:
        batches.append(len(pictures))
        return honest(self, pictures, labels)

    monkeypatch.setattr(FeatureModel, "judge", counted)
    return batches


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def assert_the_same(one: Results, other: Results) -> None:
    assert one.parts.keys() == other.parts.keys()
    for part, judged in one.parts.items():
        for name in ("positions", "labels", "probabilities", "losses"):
            np.testing.assert_array_equal(getattr(judged, name), getattr(other.parts[part], name))
        np.testing.assert_array_equal(one.neighbours[part].positions, other.neighbours[part].positions)
        np.testing.assert_allclose(one.neighbours[part].distances, other.neighbours[part].distances, atol=1e-6)
    np.testing.assert_equal((one.calibration, one.strange), (other.calibration, other.strange))


@pytest.mark.heavy
def test_the_second_time_no_network_is_asked(run: Path, asked: list[int]) -> None:
    before = names_in(run)
    first = judge(run)
    assert sum(asked) == 60
    assert names_in(run) == before | FILES
    asked.clear()
    assert_the_same(first, judge(run))
    assert reference_for(open_model(run)) is not None
    assert asked == []
    assert names_in(run) == before | FILES


@pytest.mark.heavy
def test_what_photos_are_held_against_is_made_once(run: Path, asked: list[int], pictures: Path) -> None:
    assert reference_for(open_model(run)) is not None
    assert sum(asked) == 60
    asked.clear()
    judge(run)
    shutil.rmtree(pictures)
    assert reference_for(open_model(run)) is not None, "it takes no pictures any more"
    assert asked == []


@pytest.mark.heavy
def test_a_folder_is_asked_about_every_time(run: Path, asked: list[int], pictures: Path) -> None:
    judge(run)
    asked.clear()
    kept = (run / RESULTS_FILE).read_bytes()
    for _ in range(2):
        assert judge(run, pictures).summaries["test"].count == 60
    assert sum(asked) == 120
    assert (run / RESULTS_FILE).read_bytes() == kept


def other_network(run: Path) -> None:
    """Another network in the place of the best one."""
    opened = open_model(run)
    opened.model.set_weights([each * -0.7 for each in opened.model.get_weights()])
    save_model(opened.model, opened.class_names, run / "best.keras")


@pytest.mark.heavy
def test_another_network_is_asked_anew(run: Path, asked: list[int]) -> None:
    first = judge(run)
    reference = (run / REFERENCE_FILE).read_bytes()
    other_network(run)
    asked.clear()
    second = judge(run)
    assert sum(asked) == 60
    assert not np.array_equal(first.parts["test"].probabilities, second.parts["test"].probabilities)
    assert (run / REFERENCE_FILE).read_bytes() != reference


@pytest.mark.heavy
def test_a_network_that_comes_while_the_one_before_is_asked_is_asked_itself(run: Path, asked: list[int]) -> None:
    opened = open_model(run)
    other_network(run)
    before = judge_opened(opened)
    asked.clear()
    after = judge(run)
    assert sum(asked) == 60
    assert not np.array_equal(before.parts["test"].probabilities, after.parts["test"].probabilities)


@pytest.mark.heavy
def test_a_run_that_went_on_is_judged_by_its_new_best_epoch(trained: Any, make_colours: Any) -> None:
    config = replace(trained.config, epochs=1)
    outcome = train(scan(make_colours(per_class=10)), config)
    for epochs in (1, 4):
        if epochs > 1:
            outcome = resume(outcome.run, epochs)
        summary = judge(outcome.run).summaries["test"]
        assert summary.loss == pytest.approx(outcome.test_loss, rel=1e-5)
        assert summary.accuracy == pytest.approx(outcome.test_accuracy)


@pytest.mark.heavy
def test_a_changed_picture_is_asked_about(run: Path, asked: list[int], pictures: Path) -> None:
    first = judge(run)
    file = next(file for file, part in read_split(run / "split.csv").items() if part == "test")
    Image.new("RGB", (20, 20), (1, 2, 3)).save(pictures / file)
    asked.clear()
    second = judge(run)
    assert sum(asked) == 60
    row = next(row for row in range(9) if second.picture("test", row).file == file)
    changed = np.abs(first.parts["test"].probabilities - second.parts["test"].probabilities).max(axis=1) > 0
    assert np.flatnonzero(changed).tolist() == [row]


@pytest.mark.heavy
@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("content", [b"", b"PK\3\4 garbage", None], ids=["empty", "garbage", "half"])
def test_a_damaged_file_is_made_anew(run: Path, asked: list[int], name: str, content: bytes | None) -> None:
    first = judge(run)
    whole = (run / name).read_bytes()
    (run / name).write_bytes(whole[: len(whole) // 2] if content is None else content)
    assert_the_same(first, judge(run))
    asked.clear()
    assert_the_same(first, judge(run))
    assert asked == []


@pytest.mark.heavy
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_run_on_a_disk_that_takes_nothing_is_judged_all_the_same(
    run: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names_in(run)
    refuse_to_write(monkeypatch, number)
    found = judge(run)
    assert found.summaries["test"].count == 9
    assert found.neighbours["test"].positions.shape == (9, 5)
    assert names_in(run) == before
    assert reference_for(open_model(run)) is not None
    assert names_in(run) == before


class StopsLater(Control):
    """Lets so many questions pass whether to go on."""

    def __init__(self, lets_pass: int) -> None:
        super().__init__()
        self._left = lets_pass

    def check(self, *arguments: Any) -> None:
        if not self._left:
            self.stop()
        self._left -= 1
        super().check(*arguments)


@pytest.mark.heavy
def test_a_stop_in_the_middle_leaves_nothing_behind(run: Path, asked: list[int]) -> None:
    before = names_in(run)
    opened = open_model(run)
    stopped = 0
    while True:
        try:
            judge_opened(opened, control=StopsLater(stopped))
            break
        except Stopped:
            stopped += 1
            assert names_in(run) == before
    assert stopped > 60 // BATCH_SIZE, "between the batches too"
    assert max(asked) <= BATCH_SIZE
    assert names_in(run) == before | FILES
