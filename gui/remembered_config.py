"""The settings of a run that the next start begins with."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from core import settings as remembered
from core.errors import NakamiError
from core.pictures.split import Shares
from core.training.augmentation import parse_augmentation
from core.training.config import TrainingConfig

# Kept as they are; shares and variations as text.
_REMEMBERED = (
    "image_size_px",
    "resize",
    "epochs",
    "batch_size",
    "optimizer",
    "learning_rate",
    "schedule",
    "early_stopping",
    "seed",
    "reproducible",
    "kept_epochs_mb",
)
_AS_TEXT: dict[str, Callable[[str], Any]] = {"shares": Shares.parse, "augmentation": parse_augmentation}


def config_from(settings: remembered.Settings) -> TrainingConfig:
    """What was set last; the default of each setting that works no longer."""
    config = TrainingConfig()
    for name in (*_REMEMBERED, *_AS_TEXT):
        value = getattr(settings, name)
        try:
            config = replace(config, **{name: _AS_TEXT[name](value) if name in _AS_TEXT else value})
        except (NakamiError, ValueError):
            continue
    return config


def remember_config(config: TrainingConfig, settings: remembered.Settings) -> None:
    """Put it into the settings that are written down."""
    for name in _REMEMBERED:
        setattr(settings, name, getattr(config, name))
    settings.shares = str(config.shares)
    settings.augmentation = config.augmentation.as_text()
