"""Where the program keeps what it writes by itself: runs, the pixel cache, settings, samples.

`NAKAMI_HOME` moves all of it into one folder; without it each system's own places are used.
"""

import os
from pathlib import Path

import platformdirs

APP = "Nakami"


def _home() -> Path | None:
    value = os.environ.get("NAKAMI_HOME", "").strip()
    return Path(value).expanduser().absolute() if value else None


def runs_folder() -> Path:
    """Every training run is a folder in here."""
    home = _home()
    return home / "runs" if home else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "runs"


def edits_folder() -> Path:
    """What users changed about folders of pictures: a file for each."""
    home = _home()
    return home / "edits" if home else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "edits"


def collected_folder() -> Path:
    """Photos that were added to classes, a folder for each collection."""
    home = _home()
    return home / "collected" if home else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "collected"


def unpacked_folder() -> Path:
    """Pictures unpacked from files of arrays, a folder for each file."""
    home = _home()
    return home / "unpacked" if home else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "unpacked"


def sample_folder() -> Path:
    """The sample creatures, drawn when first asked for."""
    home = _home()
    return home / "creatures" if home else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "creatures"


def cache_folder() -> Path:
    """Decoded pixels. May be deleted at any time: it is filled again from the pictures."""
    home = _home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def settings_file() -> Path:
    """What the window remembers between two starts."""
    home = _home()
    folder = home if home else Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"
