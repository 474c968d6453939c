"""The settings of a run that the next start begins with."""

from core import settings as remembered
from core.errors import NakamiError
from core.pictures.split import Shares
from core.training.augmentation import parse_augmentation
from core.training.config import TrainingConfig

# Kept as they are; shares and variations as text.
_REMEMBERED = ("image_size_px", "resize", "epochs", "batch_size", "seed", "kept_epochs_mb")


def config_from(settings: remembered.Settings) -> TrainingConfig:
    """What was set last; the defaults where that works no longer."""
    try:
        return TrainingConfig(
            **{name: getattr(settings, name) for name in _REMEMBERED},
            shares=Shares.parse(settings.shares),
            augmentation=parse_augmentation(settings.augmentation),
        )
    except (NakamiError, ValueError):
        return TrainingConfig()


def remember_config(config: TrainingConfig, settings: remembered.Settings) -> None:
    """Put it into the settings that are written down."""
    for name in _REMEMBERED:
        setattr(settings, name, getattr(config, name))
    settings.shares = str(config.shares)
    settings.augmentation = config.augmentation.as_text()
