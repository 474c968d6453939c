"""What the window remembers between two starts."""

import contextlib
import json
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
    seed: int = 7
    settings_unfolded: bool = False
    kept_epochs_mb: int = 100
    geometry: str = ""
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
        value = written.get(each.name)
        if each.name != "recent" and type(value) is type(getattr(settings, each.name)):
            setattr(settings, each.name, value)
    recent = written.get("recent")
    settings.recent = [
        RecentFolder(**each) for each in (recent if isinstance(recent, list) else []) if _is_recent_folder(each)
    ][:RECENT_FOLDERS]
    return settings


def _is_recent_folder(written: Any) -> bool:
    kinds = {"path": str, "classes": int, "pictures": int, "opened": str}
    return isinstance(written, dict) and {key: type(value) for key, value in written.items()} == kinds


def save(settings: Settings) -> None:
    """Write the settings down. A disk that refuses costs the memory of them, not the work: nothing is raised."""
    with contextlib.suppress(OSError):
        places.settings_file().parent.mkdir(parents=True, exist_ok=True)
        write_json(places.settings_file(), asdict(settings))
