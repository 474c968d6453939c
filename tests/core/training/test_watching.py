"""A training that is watched: what is reported and when, what is kept of its epochs, and that it learns the same."""

import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.answers import Photo
from core.control import Control, Watch
from core.errors import PictureError
from core.events import BatchEnded, EpochEnded, Event, Snapshot, TrainingStarted, Watched, WatchFailed
from core.inside.kept_epochs import KeptEpochs
from core.inside.operations import Convolution, Dense, Withheld
from core.network.presets import tutorial_network
from core.network.store import SPACE_BESIDE_WEIGHTS_BYTES, open_model
from core.pictures.scan import scan
from core.pictures.split import split_pictures
from core.training import watching
from core.training.config import TrainingConfig
from core.training.cost import disk_bytes
from core.training.train import train
from core.training.watching import Pace

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=12, epochs=2, batch_size=4, seed=3)


@pytest.fixture
def folder(make_colours: Any) -> Path:
    root: Path = make_colours(per_class=8)
    return root


@pytest.fixture
def every_look(every_report: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every batch is reported, and looked into."""
    monkeypatch.setattr(watching, "LATEST_LOOK_S", 0)
    monkeypatch.setattr(watching, "LARGEST_SHARE_OF_TIME", 1e9)


def photo_of(folder: Path, colour: str = "red") -> Photo:
    path = folder / colour / "000.png"
    return Photo(path.name, str(path))


def of_kind(events: list[Event], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def watch_a_run(
    folder: Path,
    watch: Watch | None,
    config: TrainingConfig = CONFIG,
    also: Callable[[Event, Control], None] = lambda _event, _control: None,
) -> list[Event]:
    events, control = list[Event](), Control()
    control.set_watch(watch)

    def report(event: Event) -> None:
        events.append(event)
        also(event, control)

    train(scan(folder), config, report, control)
    return events


# ---- what is reported


def test_every_batch_and_epoch_shows_what_the_network_makes_of_the_photo(folder: Path, every_look: None) -> None:
    photo = photo_of(folder)
    events = watch_a_run(folder, Watch(photo))
    watched = of_kind(events, Watched)
    (started,) = of_kind(events, TrainingStarted)
    assert [each.insight.epoch for each in watched] == [
        *[0] * started.batches_per_epoch,
        *[1] * (started.batches_per_epoch + 1),
        2,
    ]
    assert all(each.run == started.run and each.insight.photo is photo for each in watched)
    answers = [each.insight.answer.ranked for each in watched]
    assert len(set(answers)) == 2 * started.batches_per_epoch, "each batch has taught it something"
    last = open_model(started.run / "last.keras").model
    pixels = watched[-1].insight.answer.pixels
    expected = np.asarray(last(pixels[None].astype(np.float32)))[0]
    assert sorted(probability for _, probability in answers[-1]) == pytest.approx(sorted(expected.tolist()), rel=1e-5)


def test_what_is_shown_of_an_epoch_comes_with_its_weights(folder: Path) -> None:
    events = watch_a_run(folder, Watch(photo_of(folder)))
    for epoch in (1, 2):
        (place,) = (i for i, event in enumerate(events) if isinstance(event, Snapshot) and event.epoch == epoch)
        shown = events[place + 1]
        assert isinstance(shown, Watched)
        assert shown.insight.epoch == epoch


def test_large_weights_come_when_they_are_wanted(folder: Path, every_look: None) -> None:
    large = replace(CONFIG, image_size_px=64, epochs=1, batch_size=16)
    for wanted in (False, True):
        events = watch_a_run(folder, Watch(photo_of(folder), with_all_weights=wanted), large)
        for watched in of_kind(events, Watched):
            assert isinstance(watched.insight.facts("conv2d_2").operation, Convolution)
            assert isinstance(watched.insight.facts("dense_1").operation, Dense if wanted else Withheld)


@pytest.mark.parametrize("watch", ["none", "unseen"])
def test_nothing_is_shown_where_nobody_looks(folder: Path, every_look: None, watch: str) -> None:
    unseen = Watch(photo_of(folder), is_seen=False) if watch == "unseen" else None
    assert of_kind(watch_a_run(folder, unseen), Watched) == []


def test_a_photo_that_changes_is_answered_after_the_running_batch(folder: Path, every_report: None) -> None:
    other = photo_of(folder, "blue")

    def change(event: Event, control: Control) -> None:
        if isinstance(event, BatchEnded) and (event.epoch, event.batch) == (1, 2):
            control.set_watch(Watch(other))

    events = watch_a_run(folder, Watch(photo_of(folder)), also=change)
    first = next(i for i, event in enumerate(events) if isinstance(event, Watched) and event.insight.photo is other)
    assert events[first - 1] == next(each for each in of_kind(events, BatchEnded) if each.batch == 2)


def test_a_photo_without_a_file_can_be_watched(folder: Path) -> None:
    pasted = Photo("pasted", pixels=np.zeros((30, 20, 3), np.uint8))
    watched = of_kind(watch_a_run(folder, Watch(pasted)), Watched)
    assert watched
    assert not np.any(watched[0].insight.answer.pixels)


def test_a_photo_that_cannot_be_read_is_said_once_and_harms_nothing(folder: Path, every_look: None) -> None:
    missing = Photo("gone.png", str(folder / "gone.png"))
    events = watch_a_run(folder, Watch(missing))
    (failed,) = of_kind(events, WatchFailed)
    assert failed.photo is missing
    assert isinstance(failed.error, PictureError)
    assert of_kind(events, Watched) == []
    assert len(of_kind(events, EpochEnded)) == 2
    (started,) = of_kind(events, TrainingStarted)
    assert len(KeptEpochs(started.run).photos()) == 1, "the one that stands in"


def test_a_photo_is_decoded_once(folder: Path, every_look: None, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[Photo] = []
    honest = watching.photos.square

    def square(photo: Photo, size_px: int) -> Any:
        decoded.append(photo)
        return honest(photo, size_px)

    monkeypatch.setattr(watching.photos, "square", square)
    photo = photo_of(folder)
    watch_a_run(folder, Watch(photo))
    assert decoded == [photo]


def test_a_look_that_finds_no_memory_does_not_end_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(watching.Looker, "look", refuse)
    events = watch_a_run(folder, Watch(photo_of(folder)))
    assert len(of_kind(events, EpochEnded)) == 2
    assert of_kind(events, Watched) == []


# ---- paused and validating


def in_a_pause(folder: Path, act: Callable[[Control], None], ended: Callable[[list[Event]], bool]) -> list[Event]:
    """Pause after the second batch, act then, and go on when what was reported in the pause is enough."""
    events: list[Event] = []
    control = Control()
    control.set_watch(Watch(photo_of(folder)))
    began: list[int] = []

    def meddle() -> None:
        act(control)
        end = time.monotonic() + 10
        while not ended(events[began[0] :]) and time.monotonic() < end:
            time.sleep(0.02)
        control.resume()

    thread = threading.Thread(target=meddle)

    def report(event: Event) -> None:
        events.append(event)
        if isinstance(event, BatchEnded) and event.batch == 2 and not began:
            began.append(len(events))
            control.pause()
            thread.start()

    train(scan(folder), replace(CONFIG, epochs=1), report, control)
    thread.join()
    after = events[began[0] :]
    return after[: next(i for i, event in enumerate(after) if isinstance(event, BatchEnded))]


def test_a_paused_training_answers_for_another_photo(folder: Path, every_report: None) -> None:
    other = photo_of(folder, "green")

    def ended(events: list[Event]) -> bool:
        return any(isinstance(event, Watched) and event.insight.photo is other for event in events)

    paused = in_a_pause(folder, lambda control: control.set_watch(Watch(other)), ended)
    assert [each.insight.epoch for each in of_kind(paused, Watched) if each.insight.photo is other] == [0]


def test_a_paused_training_answers_with_a_snapshot(folder: Path, every_report: None) -> None:
    paused = in_a_pause(folder, Control.ask_snapshot, lambda events: bool(of_kind(events, Snapshot)))
    assert [each.epoch for each in of_kind(paused, Snapshot)] == [0]


def test_a_pause_shows_its_weights_once(folder: Path, every_look: None) -> None:
    pause_s = threading.Event()

    def wait(_control: Control) -> None:
        pause_s.wait(0.7)

    paused = in_a_pause(folder, wait, lambda _events: True)
    assert len(of_kind(paused, Watched)) == 1


def test_validation_answers_for_another_photo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The photo changes while validation reads its second batch."""
    other = photo_of(folder, "green")
    control, events = Control(), list[Event]()
    control.set_watch(Watch(photo_of(folder)))
    honest = Control.check
    calls = 0

    def check(self: Control, meanwhile: Any = None) -> None:
        nonlocal calls
        # One after every batch of training, then one before every batch of validation.
        calls += 1
        if calls == batches + 1:
            control.set_watch(Watch(other))
        honest(self, meanwhile)

    dataset = scan(folder)
    batches = -(-len(split_pictures(dataset, CONFIG.seed).training) // CONFIG.batch_size)

    def report(event: Event) -> None:
        events.append(event)
        if isinstance(event, TrainingStarted):
            monkeypatch.setattr(Control, "check", check)

    train(dataset, replace(CONFIG, epochs=1), report, control)
    shown = [each.insight.epoch for each in of_kind(events, Watched) if each.insight.photo is other]
    assert shown == [0, 1], "in validation, and after the epoch"


# ---- what is kept


def test_every_run_keeps_its_epochs_of_the_first_test_picture(trained: Any) -> None:
    kept = KeptEpochs(trained.folder)
    (photo,) = kept.photos()
    dataset = trained.prepared.dataset
    first = split_pictures(dataset, trained.config.seed).test[:1]
    assert photo.name == Path(dataset.pictures[first[0]].file).name
    assert kept.epochs_of(trained.prepared.pixels(first)[0]) == [1, 2, 3, 4]
    insight = kept.read(4, photo)
    model = open_model(trained.folder / "last.keras").model
    assert [each.name for each in insight.outputs] == [layer.name for layer in model.layers]
    kernel = model.get_layer("conv2d_1").get_weights()[0]
    assert np.allclose(kept.filters(4)["conv2d_1"], kernel, rtol=1e-3, atol=1e-6)
    assert not np.allclose(kept.first_filters()["conv2d_1"], kernel, rtol=1e-3, atol=1e-6)
    expected = np.asarray(model(trained.prepared.pixels(first).astype(np.float32)))[0]
    assert dict(insight.answer.ranked) == pytest.approx(
        dict(zip(trained.outcome.classes, expected.tolist(), strict=True)), rel=1e-5
    )


def test_the_watched_photo_is_kept_even_unseen(folder: Path) -> None:
    photo = photo_of(folder)
    (started,) = of_kind(watch_a_run(folder, Watch(photo, is_seen=False)), TrainingStarted)
    kept = KeptEpochs(started.run)
    assert kept.epochs_of(photo) == [1, 2]
    assert [each.name for each in kept.photos()] == [photo.name]


def test_an_epoch_is_kept_when_it_is_told(folder: Path) -> None:
    found: list[int] = []

    def read(event: Event, _control: Control) -> None:
        if isinstance(event, TrainingStarted):
            runs.append(event.run)
        if isinstance(event, EpochEnded):
            found.append(KeptEpochs(runs[0]).epochs_of(photo_of(folder))[-1])

    runs: list[Path] = []
    watch_a_run(folder, Watch(photo_of(folder)), also=read)
    assert found == [1, 2]


def test_a_run_that_may_keep_nothing_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching.Looker, "look", lambda *_: pytest.fail("nobody looks, nothing is kept"))
    (started,) = of_kind(watch_a_run(folder, None, replace(CONFIG, kept_epochs_mb=0)), TrainingStarted)
    assert not (started.run / "epochs").exists()


def test_a_disk_without_room_for_the_networks_to_come_keeps_nothing_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(event: Event, _control: Control) -> None:
        if isinstance(event, EpochEnded):
            usage = shutil.disk_usage(folder)
            needed = disk_bytes(tutorial_network(CONFIG.image_size_px, 3)) + SPACE_BESIDE_WEIGHTS_BYTES
            monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=needed))

    (started,) = of_kind(watch_a_run(folder, Watch(photo_of(folder)), also=fill), TrainingStarted)
    assert KeptEpochs(started.run).epochs_of(photo_of(folder)) == [1]


def test_a_run_without_dropout_has_the_other_layers_only(folder: Path) -> None:
    names = []
    for with_dropout in (True, False):
        events = watch_a_run(folder, None, replace(CONFIG, epochs=1, with_dropout=with_dropout))
        names.append({layer.name for layer in open_model(of_kind(events, TrainingStarted)[0].run).model.layers})
    assert names[0] - names[1] == {"dropout_1", "dropout_2", "dropout_3"}
    assert names[1] < names[0]


# ---- watching changes nothing


def test_a_watched_run_ends_with_exactly_the_weights_of_an_unwatched_one(folder: Path, every_look: None) -> None:
    held: list[Event] = []
    ends: list[list[np.ndarray]] = []
    runs = (
        (None, replace(CONFIG, kept_epochs_mb=0)),
        (Watch(photo_of(folder), with_all_weights=True), CONFIG),
    )
    for watch, config in runs:
        # Everything that was reported stays held, weights that are lent too.
        held += watch_a_run(folder, watch, config)
        ends.append(open_model(of_kind(held, TrainingStarted)[-1].run / "last.keras").model.get_weights())
    assert all(np.array_equal(one, other) for one, other in zip(*ends, strict=True))


# ---- pace


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Time that passes when it is told to."""
    now = 100.0

    def forward(seconds: float) -> None:
        nonlocal now
        now += seconds

    monkeypatch.setattr(watching.time, "perf_counter", lambda: now)
    return forward


def looks(clock: Callable[[float], None], batch_s: float, look_s: float, seconds: float = 60) -> tuple[float, float]:
    """Looks per second, and their share of the time, in a training with such batches."""
    pace, passed, count = Pace(), 0.0, 0
    while passed < seconds:
        clock(batch_s)
        passed += batch_s
        if pace.is_due():
            clock(look_s)
            passed += look_s
            pace.looked(look_s)
            count += 1
    return count / passed, count * look_s / passed


@pytest.mark.parametrize(
    ("batch_s", "look_s"), [(0.005, 0.002), (0.1, 0.012), (0.3, 0.02), (0.45, 0.02), (0.65, 0.016), (0.9, 0.02)]
)
def test_a_look_comes_every_second_for_at_most_three_percent(
    clock: Callable[[float], None], batch_s: float, look_s: float
) -> None:
    per_second, share = looks(clock, batch_s, look_s)
    assert per_second >= 1
    assert share <= 0.03


@pytest.mark.parametrize(("batch_s", "look_s"), [(0.3, 0.1), (0.05, 0.5), (1.0, 0.04)])
def test_where_looks_are_dear_the_training_goes_first(
    clock: Callable[[float], None], batch_s: float, look_s: float
) -> None:
    per_second, share = looks(clock, batch_s, look_s, 300)
    assert 0 < per_second < 1
    assert share <= 0.031


def test_one_slow_look_does_not_keep_the_next_away(clock: Callable[[float], None]) -> None:
    pace = Pace()
    for took in (0.01, 0.01, 2.0):
        pace.looked(took)
    clock(0.9)
    assert pace.is_due()
