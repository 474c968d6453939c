"""A run's settings in words, and in which of them runs differ."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pictures.split import Shares
from core.training.augmentation import Augmentation
from core.training.config import TrainingConfig
from core.training.run_differences import differences
from core.training.run_settings import all_settings, in_short
from core.training.runs import RateChange, RunFacts

FACTS = RunFacts(
    "animals",
    ("cat", "dog"),
    "/pictures/animals",
    "tutorial",
    TrainingConfig().as_json(),
    "f",
    {"tensorflow": "2.21.0", "keras": "3.15.0"},
    "2024-05-01T10:00:00+0200",
    contents="c",
)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def with_config(**changes: Any) -> RunFacts:
    return replace(FACTS, config=replace(TrainingConfig(), **changes).as_json())


def found(*facts: RunFacts) -> dict[str, tuple[str, ...]]:
    return {str(each.name): each.values for each in differences(facts)}


def test_equal_runs_do_not_differ() -> None:
    assert differences([]) == differences([FACTS]) == differences([FACTS, FACTS, FACTS]) == ()


def test_results_and_dates_are_no_settings() -> None:
    other = replace(FACTS, started="2025-01-01T00:00:00+0000", state="failed", results={"val_loss": 1})
    assert not found(FACTS, other)


@pytest.mark.parametrize(
    ("changes", "name", "values"),
    [
        ({"image_size_px": 64}, "Image size", ("100 px", "64 px")),
        ({"resize": "crop"}, "Made square", ("stretched", "cropped")),
        ({"with_dropout": False}, "Dropout", ("with", "without")),
        ({"epochs": 1000}, "Epochs", ("30", "1,000")),
        ({"batch_size": 64}, "Batch size", ("32", "64")),
        ({"optimizer": "sgd"}, "Optimizer", ("Adam", "SGD with momentum")),
        ({"learning_rate": 0.0005}, "Learning rate", ("0.001", "0.0005")),
        ({"schedule": "cosine"}, "Schedule of the rate", ("constant", "falls as a cosine")),
        ({"early_stopping": 5}, "Stop early", ("off", "after 5 epochs")),
        ({"class_weights": True}, "Classes weigh the same", ("off", "on")),
        ({"augmentation": Augmentation("turns")}, "Variations", ("off", "16 of each, turned and mirrored")),
        ({"shares": Shares(0.8, 0.1, 0.1)}, "Training/validation/test", ("70/15/15", "80/10/10")),
        ({"split_from": "/runs/first"}, "Split as in", ("split anew", "first")),
        ({"keep_together": True}, "Near-identical together", ("unless the folder has its own parts", "yes")),
        ({"seed": 12345}, "Seed", ("7", "12345")),
        ({"reproducible": True}, "Same bits on every run", ("off", "on")),
        ({"kept_epochs_mb": 0}, "Room for kept epochs", ("100 MB", "0 MB")),
    ],
)
def test_each_setting_is_told_with_its_unit(changes: dict[str, Any], name: str, values: tuple[str, str]) -> None:
    assert found(FACTS, with_config(**changes)) == {name: values}


def test_every_setting_has_a_name() -> None:
    """Guards against a new setting that nobody put into words: those go by their key."""
    keys = set(TrainingConfig().as_json())
    assert not {str(each.name) for each in all_settings(FACTS)} & keys


def test_bounds_of_random_variation_are_told() -> None:
    varied = with_config(augmentation=Augmentation("random", rotation_degrees=20, zoom=0, contrast=0, brightness=0))
    assert found(FACTS, varied)["Variations"][1] == "at random: turned up to 20°, mirrored, moved up to 10 %"


def test_what_an_older_run_lacks_is_as_by_default() -> None:
    assert not found(FACTS, replace(FACTS, config={"image_size_px": 100, "seed": 7}))
    halves = replace(FACTS, config={"shares": {"training": 0.7}})
    assert not found(FACTS, halves)


def test_a_setting_of_a_later_version_is_told_as_it_stands() -> None:
    later = replace(FACTS, config={**FACTS.config, "wings {}": [1, 2]})
    assert found(FACTS, later) == {"wings {}": ("–", "[1, 2]")}


def test_versions_are_told() -> None:
    other = replace(FACTS, versions={"tensorflow": "2.22.0", "keras": "3.15.0", "numpy": "2.0"})
    assert found(FACTS, other) == {"TensorFlow": ("2.21.0", "2.22.0"), "NumPy": ("–", "2.0")}


def test_a_rate_changed_by_hand_is_told() -> None:
    changed = replace(FACTS, rate_changes=(RateChange(5, 1, 0.0001), RateChange(9, 3, 0.00001)))
    assert found(FACTS, changed) == {"Rate changed by hand": ("no", "epoch 5: 0.0001, epoch 9: 1e-5")}


def test_pictures_are_told_by_name_or_by_path_where_names_are_the_same() -> None:
    clothes = replace(FACTS, name="clothes", pictures="/pictures/clothes")
    assert found(FACTS, clothes) == {"Pictures": ("animals", "clothes")}
    elsewhere = replace(FACTS, pictures="/elsewhere/animals")
    assert found(FACTS, elsewhere, clothes)["Pictures"][1] == "/elsewhere/animals"


def test_the_same_folder_with_other_files_gets_letters() -> None:
    more, edited = replace(FACTS, fingerprint="g", contents="d"), replace(FACTS, contents="e")
    assert found(FACTS, more, FACTS, edited) == {"Picture files": ("A", "B", "A", "C")}
    # An older run knows the names of its files alone.
    older = replace(FACTS, contents="")
    assert not found(older, edited)
    assert found(older, more) == {"Picture files": ("A", "B")}


@given(st.dictionaries(st.sampled_from(sorted(TrainingConfig().as_json())) | st.text(max_size=8), ANYTHING, max_size=6))
def test_whatever_stands_in_the_file_is_put_into_words(config: dict[str, Any]) -> None:
    broken = replace(FACTS, config=config)
    assert isinstance(in_short(broken), str)
    for each in differences([FACTS, broken]):
        assert len(each.values) == 2
        assert str(each.name) is not None
        assert all(len(value) <= 200 for value in each.values)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (FACTS, "30 epochs, batch 32"),
        (with_config(epochs=1, image_size_px=64), "1 epoch, batch 32, 64 px"),
        (with_config(optimizer="sgd", learning_rate=0.01), "30 epochs, batch 32, SGD"),
        (with_config(optimizer="sgd", learning_rate=0.001), "30 epochs, batch 32, SGD, rate 0.001"),
        (with_config(learning_rate=0.0005), "30 epochs, batch 32, rate 0.0005"),
        (with_config(with_dropout=False, schedule="cosine"), "30 epochs, batch 32, no dropout, cosine"),
        (
            with_config(resize="crop", augmentation=Augmentation("random"), class_weights=True),
            "30 epochs, batch 32, cropped, varied, class weights",
        ),
        (with_config(early_stopping=5, shares=Shares(0.8, 0.2, 0)), "30 epochs, batch 32, stops early, split 80/20/0"),
        (with_config(seed=3, kept_epochs_mb=0), "30 epochs, batch 32"),
    ],
)
def test_a_row_says_what_is_not_as_by_default(facts: RunFacts, words: str) -> None:
    assert in_short(facts) == words
