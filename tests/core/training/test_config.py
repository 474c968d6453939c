"""What may be set before a run."""

import json
import math

import pytest

from core.errors import NakamiError
from core.pictures.split import Shares
from core.training.config import TrainingConfig


def test_the_defaults_are_the_tutorials() -> None:
    config = TrainingConfig()
    assert (config.image_size_px, config.batch_size, config.learning_rate) == (100, 32, 0.001)
    assert config.shares == Shares(0.70, 0.15, 0.15)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"image_size_px": 11}, "The image size must be from 12 to 512, not 11."),
        ({"image_size_px": 513}, "The image size must be from 12 to 512, not 513."),
        ({"epochs": 0}, "The number of epochs must be from 1 to 100,000, not 0."),
        ({"batch_size": -1}, "The batch size must be from 1 to 4,096, not -1."),
        ({"batch_size": 5000}, "not 5,000."),
        ({"seed": -1}, "The seed must be from 0 to 2,147,483,647, not -1."),
        ({"seed": 2**31}, "The seed must be from 0"),
        ({"kept_epochs_mb": -1}, "The room for kept epochs in MB must be from 0 to 100,000, not -1."),
        ({"kept_epochs_mb": 100_001}, "The room for kept epochs in MB must be from 0 to 100,000, not 100,001."),
    ],
)
def test_values_that_cannot_work_are_named(settings: dict[str, int], message: str) -> None:
    with pytest.raises(NakamiError, match=message):
        TrainingConfig(**settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"learning_rate": 0.0},
        {"learning_rate": -1.0},
        {"learning_rate": math.nan},
        {"shares": Shares(0.5, 0.5, 0.5)},
        {"shares": Shares(1.5, -0.5, 0.0)},
    ],
)
def test_rates_and_shares_that_cannot_work_are_named(settings: dict[str, object]) -> None:
    with pytest.raises(NakamiError, match="must be"):
        TrainingConfig(**settings)  # type: ignore[arg-type]


def test_it_can_be_written_down() -> None:
    written = json.loads(json.dumps(TrainingConfig(epochs=3).as_json()))
    assert written["epochs"] == 3
    assert written["shares"] == {"training": 0.70, "validation": 0.15, "test": 0.15}
    assert {"image_size_px", "batch_size", "learning_rate", "seed"} <= written.keys()
    assert (written["with_dropout"], written["kept_epochs_mb"]) == (True, 100)


def test_nothing_may_be_kept() -> None:
    assert TrainingConfig(kept_epochs_mb=0).kept_epochs_mb == 0
