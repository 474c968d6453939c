"""What may be set before a run."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NakamiError
from core.files import as_json
from core.framing import RESIZE_MODES, Frame
from core.pictures.split import Shares
from core.training.augmentation import AUGMENTATION_KINDS, Augmentation
from core.training.config import LARGEST_SEED, TrainingConfig


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


shares = st.tuples(st.floats(0.01, 1), st.floats(0, 1), st.floats(0, 1)).map(
    lambda parts: Shares(*(each / sum(parts) for each in parts))
)
augmentations = st.builds(
    Augmentation,
    kind=st.sampled_from(AUGMENTATION_KINDS),
    rotation_degrees=st.floats(0, 180),
    mirror=st.booleans(),
    zoom=st.floats(0, 0.9),
    shift=st.floats(0, 0.9),
    brightness=st.floats(0, 1),
    contrast=st.floats(0, 1),
)
configs = st.builds(
    TrainingConfig,
    image_size_px=st.integers(12, 512),
    epochs=st.integers(1, 1000),
    batch_size=st.integers(1, 4096),
    learning_rate=st.floats(1e-9, 10),
    seed=st.integers(0, LARGEST_SEED),
    shares=shares,
    split_from=st.text(st.characters(exclude_categories=["Cs"])),
    keep_together=st.none() | st.booleans(),
    resize=st.sampled_from(RESIZE_MODES),
    augmentation=augmentations,
    class_weights=st.booleans(),
    with_dropout=st.booleans(),
    kept_epochs_mb=st.integers(0, 100_000),
)


@given(configs)
def test_what_a_run_keeps_comes_back(config: TrainingConfig) -> None:
    assert TrainingConfig.from_json(json.loads(as_json(config.as_json()))) == config


def test_what_an_older_run_lacks_takes_its_default() -> None:
    older = {"image_size_px": 64, "epochs": 3, "seed": 1, "shares": {"training": 0.8, "validation": 0.2, "test": 0.0}}
    config = TrainingConfig.from_json(older)
    assert config == TrainingConfig(64, 3, seed=1, shares=Shares(0.8, 0.2, 0))
    assert config.frame == Frame(64, "stretch")
    assert config.augmentation.kind == "off"


def test_what_a_newer_run_has_more_is_passed_over() -> None:
    assert TrainingConfig.from_json({"epochs": 3, "of tomorrow": 7}) == TrainingConfig(epochs=3)


def test_a_way_of_resizing_that_there_is_not_is_named() -> None:
    with pytest.raises(NakamiError, match="square must be one of stretch, crop, pad, not “squash”"):
        TrainingConfig.from_json({"resize": "squash"})
