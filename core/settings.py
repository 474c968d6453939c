"""What the window remembers between two starts."""

import contextlib
import json
import sys
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core import places
from core.files import write_json

RECENT_FOLDERS = 5


@dataclass
class RecentFolder:
    """A folder of pictures that was opened before."""

    path: str
    classes: int
    pictures: int
    opened: str


@dataclass
class Settings:
    """Plain values, each with the default of a first start."""

    language: str = "system"
    scheme: str = "system"
    page: str = "pictures"
    last_folder: str = ""
    image_size_px: int = 100
    resize: str = "stretch"
    shares: str = "70/15/15"
    augmentation: str = "off"
    epochs: int = 30
    batch_size: int = 32
    optimizer: str = "adam"
    learning_rate: float = 0.001
    schedule: str = "constant"
    early_stopping: int = 0
    seed: int = 7
    reproducible: bool = False
    settings_unfolded: bool = False
    plot_log: bool = False
    plot_smoothing: float = 0.0
    plot_with_batches: bool = True
    kept_epochs_mb: int = 100
    geometry: str = ""
    # Folders of runs: closed with the window in the middle of the training; declined when it was offered to go on.
    unfinished_run: str = ""
    not_offered: str = ""
    recent: list[RecentFolder] = field(default_factory=list)

    def remember_folder(self, folder: RecentFolder) -> None:
        """Put a folder at the top of the recent ones."""
        others = [each for each in self.recent if each.path != folder.path]
        self.recent = [folder, *others][:RECENT_FOLDERS]


def load() -> Settings:
    """The remembered settings. What is missing or broken falls back to its default."""
    settings = Settings()
    try:
        written: dict[str, Any] = json.loads(places.settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return settings
    if not isinstance(written, dict):
        return settings
    for each in fields(Settings):
        if each.name != "recent" and _fits(written.get(each.name), getattr(settings, each.name)):
            setattr(settings, each.name, written[each.name])
    recent = written.get("recent")
    settings.recent = [
        RecentFolder(**each) for each in (recent if isinstance(recent, list) else []) if _is_recent_folder(each)
    ][:RECENT_FOLDERS]
    return settings


def _fits(value: Any, default: object) -> bool:
    """Whether a written value is of its default's kind."""
    if isinstance(default, float):
        # A whole number may have been written without its point; the bound keeps out NaN and infinities.
        return type(value) in (float, int) and abs(value) <= sys.float_info.max
    return type(value) is type(default)


def _is_recent_folder(written: Any) -> bool:
    kinds = {"path": str, "classes": int, "pictures": int, "opened": str}
    return isinstance(written, dict) and {key: type(value) for key, value in written.items()} == kinds


def save(settings: Settings) -> None:
    """Write the settings down. A disk that refuses costs the memory of them, not the work: nothing is raised."""
    with contextlib.suppress(OSError):
        places.settings_file().parent.mkdir(parents=True, exist_ok=True)
        write_json(places.settings_file(), asdict(settings))
