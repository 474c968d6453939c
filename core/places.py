"""Where the program keeps what it writes by itself: runs, the pixel cache, settings, samples.

`NAKAMI_HOME` moves all of it into one folder; without it each system's own places are used.
"""

import hashlib
import os
from pathlib import Path

import platformdirs

APP = "Nakami"


def _home() -> Path | None:
    value = os.environ.get("NAKAMI_HOME", "").strip()
    return Path(value).expanduser().absolute() if value else None


def _data_folder(name: str) -> Path:
    return (_home() or Path(platformdirs.user_data_dir(APP, appauthor=False))) / name


def key_of(folder: Path) -> str:
    """What stands for a folder of the user's in the names of what the program keeps about it."""
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]


def runs_folder() -> Path:
    """Every training run is a folder in here."""
    return _data_folder("runs")


def edits_folder() -> Path:
    """What users changed about folders of pictures: a file for each."""
    return _data_folder("edits")


def collected_folder() -> Path:
    """Photos that were added to classes, a folder for each collection."""
    return _data_folder("collected")


def unpacked_folder() -> Path:
    """Pictures unpacked from files of arrays, a folder for each file."""
    return _data_folder("unpacked")


def sample_folder() -> Path:
    """The sample creatures, drawn when first asked for."""
    return _data_folder("creatures")


def cache_folder() -> Path:
    """Decoded pixels. May be deleted at any time: it is filled again from the pictures."""
    home = _home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def settings_file() -> Path:
    """What the window remembers between two starts."""
    home = _home()
    folder = home if home else Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"
