"""What a subcommand prints for programs. Light."""

import json
import sys
from typing import Any

from core.files import as_json


def print_json(value: Any, flush: bool = False) -> None:
    """Print `value` as one line of JSON, readable where the terminal can say it and escaped where it cannot: spelled as
    Python does it, a × or é would be no JSON any more."""
    text = as_json(value)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(json.loads(text))
    print(text, flush=flush)
