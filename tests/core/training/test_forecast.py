"""What an epoch will take, from a few batches, on a clock that the test holds."""

import math
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from core import places
from core.control import Control
from core.errors import Stopped
from core.events import Event, Forecast, Preparing
from core.pictures.scan import scan
from core.pictures.split import Shares
from core.training import forecast
from core.training.config import TrainingConfig
from core.training.forecast import measure

pytestmark = pytest.mark.heavy

CONFIG = TrainingConfig(image_size_px=12, batch_size=8)


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> float:
    """A clock that goes on by so many seconds whenever it is looked at."""
    step, now = 0.25, [0.0]

    def perf_counter() -> float:
        now[0] += step
        return now[0]

    monkeypatch.setattr(forecast, "time", SimpleNamespace(perf_counter=perf_counter))
    return step


def measured(folder: Path, config: TrainingConfig = CONFIG) -> tuple[Forecast, list[Event]]:
    events: list[Event] = []
    return measure(scan(folder), config, events.append), events


def test_an_epoch_is_its_training_and_its_validation(make_colours: Callable[..., Path], slow_clock: float) -> None:
    """60 pictures: 42 to learn from, 9 for validation; a batch of 8 takes a quarter of a second, and validation too."""
    found, events = measured(make_colours(per_class=20))
    assert found.pictures_per_second == pytest.approx(8 / slow_clock)
    assert found.seconds_per_epoch == pytest.approx(42 / 8 * slow_clock + slow_clock)
    told = [event for event in events if isinstance(event, Preparing) and "timing" in str(event.what)]
    # Eight quarters are two seconds.
    assert len(told) >= 8
    assert not list(places.runs_folder().glob("*"))


def test_a_longer_validation_is_reckoned_from_its_beginning(
    make_colours: Callable[..., Path], slow_clock: float
) -> None:
    shares = Shares(0.4, 0.6, 0)
    found, _ = measured(make_colours(per_class=20), TrainingConfig(image_size_px=12, batch_size=4, shares=shares))
    assert found.seconds_per_epoch == pytest.approx(24 / 4 * slow_clock + 36 / 12 * slow_clock)


def test_fewer_pictures_than_a_batch(make_colours: Callable[..., Path], slow_clock: float) -> None:
    config = TrainingConfig(image_size_px=12, batch_size=64, shares=Shares(1, 0, 0))
    found, _ = measured(make_colours(per_class=4), config)
    assert found == Forecast(slow_clock, pytest.approx(12 / slow_clock))


def test_on_a_real_clock(make_colours: Callable[..., Path]) -> None:
    found, _ = measured(make_colours(per_class=8))
    assert 0 < found.seconds_per_epoch < math.inf
    assert 0 < found.pictures_per_second < math.inf


def test_a_stop_is_followed_at_once(make_colours: Callable[..., Path]) -> None:
    control = Control()

    def report(event: Event) -> None:
        if isinstance(event, Preparing) and "timing" in str(event.what):
            control.stop()

    with pytest.raises(Stopped):
        measure(scan(make_colours(per_class=8)), CONFIG, report, control)
