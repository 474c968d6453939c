"""The headless subcommands: the same core as the window's, results on stdout, progress on stderr.

Light until a subcommand needs Keras: `scan`, `sample` and `--help` answer at once.
"""

import os
import sys
from collections.abc import Sequence

from core.commands import arrays, classifying, evaluating, folders, looking, reporting, training
from core.commands.status import INTERRUPTED, SOME_FAILED, USER_CAN_MEND, Parser
from core.errors import NakamiError, Stopped
from core.words import tr


def run(arguments: Sequence[str]) -> int:
    """Carry out one subcommand and return the exit status: 0, 1 (some photos failed) or 2 (the user can mend it)."""
    for stream in (sys.stdout, sys.stderr):
        # File names may hold what the terminal's encoding (or any) cannot say.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options)
    except NakamiError as error:
        print(f"nakami: error: {error}", file=sys.stderr)
        return USER_CAN_MEND
    except (Stopped, KeyboardInterrupt):
        print(tr("nakami: stopped."), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return status


def _parser() -> Parser:
    parser = Parser(prog="nakami", description=tr("Train a CNN on your own pictures. Without arguments: the window."))
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    for each in (training, evaluating, classifying, reporting, looking, folders, arrays):
        each.add_to(commands)
    return parser
