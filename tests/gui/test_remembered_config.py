"""The settings of a run survive the end of the program, and what no longer works costs only itself."""

import json
from dataclasses import replace

import pytest

from core import places, settings
from core.settings import Settings
from core.training.config import TrainingConfig
from gui.remembered_config import config_from, remember_config


def test_what_was_set_comes_back() -> None:
    config = TrainingConfig(
        epochs=12,
        optimizer="sgd",
        learning_rate=0.0005,
        schedule="cosine",
        early_stopping=8,
        reproducible=True,
        seed=3,
    )
    kept = Settings()
    remember_config(config, kept)
    settings.save(kept)
    assert config_from(settings.load()) == config


@pytest.mark.parametrize(
    ("name", "value"),
    [("optimizer", "lion"), ("schedule", "steps"), ("learning_rate", -1.0), ("early_stopping", -1), ("shares", "?")],
)
def test_only_what_works_no_longer_is_lost(name: str, value: object) -> None:
    kept = Settings(epochs=12, seed=5)
    setattr(kept, name, value)
    assert config_from(kept) == replace(TrainingConfig(), epochs=12, seed=5)


def test_settings_of_an_earlier_version_are_read() -> None:
    places.settings_file().parent.mkdir(parents=True, exist_ok=True)
    places.settings_file().write_text(json.dumps({"epochs": 12, "batch_size": 64, "seed": 5}), encoding="utf-8")
    assert config_from(settings.load()) == TrainingConfig(epochs=12, batch_size=64, seed=5)
