"""What travels in a `.keras` file beside the network, as one more member that Keras passes over. Light."""

import json
import zipfile
from pathlib import Path
from typing import Any

FACTS_MEMBER = "nakami.json"


def travelling_facts(path: Path) -> dict[str, Any]:
    """The names of the classes, the way of resizing, and after how many whole epochs the network was saved, as far as
    the file says; empty for a file of others, or a broken one."""
    try:
        with zipfile.ZipFile(path) as archive:
            facts = json.loads(archive.read(FACTS_MEMBER))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
