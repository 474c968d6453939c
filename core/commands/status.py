"""How a subcommand ends, and how it complains. Light."""

import argparse
import sys
from typing import NoReturn, TypeAlias

OK, SOME_FAILED, USER_CAN_MEND = 0, 1, 2
# As shells report a program that Ctrl+C ended.
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Every complaint in the one form that scripts can rely on."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and end the program."""
        self.print_usage(sys.stderr)
        self.exit(USER_CAN_MEND, f"nakami: error: {message}\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
