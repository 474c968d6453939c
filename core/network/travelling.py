"""What travels in a `.keras` file beside the network, as one more member that Keras passes over. Light."""

import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

FACTS_MEMBER = "nakami.json"

# What Python raises for a zip that is damaged or none: RuntimeError where damage makes it look encrypted, or packed in
# a way that there is not.
BROKEN_ZIP = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)


def travelling_facts(path: Path) -> dict[str, Any]:
    """The names of the classes, the way of resizing, and after how many whole epochs the network was saved, as far as
    the file says; empty for a file of others, or a broken one."""
    try:
        with zipfile.ZipFile(path) as archive:
            facts = json.loads(archive.read(FACTS_MEMBER))
    except (*BROKEN_ZIP, KeyError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}
