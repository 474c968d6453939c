"""Nakami's door: without arguments it opens the window, with a subcommand it runs headless."""

import os
import sys

PYTHON = ((3, 11), (3, 13))
INSTALL = "python -m pip install -e ."


def main() -> int:
    """Open the window, or carry out the subcommand on the command line. Returns the exit status."""
    if not PYTHON[0] <= sys.version_info[:2] <= PYTHON[1]:
        print("nakami: error: Python 3.11 to 3.13 is needed, this is {}.{}.".format(*sys.version_info), file=sys.stderr)
        return 2
    arguments = sys.argv[1:]
    try:
        if arguments and (arguments[0].startswith("-") or arguments[0] in SUBCOMMANDS):
            from core.commands import run
            from gui import lazy_pdf, translation

            translation.for_headless()
            lazy_pdf.install()
            return run(arguments)
        missing = next((each for each in arguments if not os.path.exists(each)), None)
        if missing is not None:
            names = ", ".join(SUBCOMMANDS)
            print(f"nakami: error: “{missing}” is no file, no folder and no command ({names}).", file=sys.stderr)
            return 2
        from gui.app import open_window

        if not _has_screen():
            print(
                "nakami: error: there is no screen to open a window on. The commands work without one: "
                "python main.py --help",
                file=sys.stderr,
            )
            return 2

        return open_window(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in {"core", "gui", "resources"}:
            raise
        print(f"nakami: error: {error.name} is not installed. Run: {INSTALL}", file=sys.stderr)
        return 2
    except ImportError as error:
        if ".so" not in str(error):
            raise
        print(f"nakami: error: a library of the system is missing: {error}", file=sys.stderr)
        return 2


def _has_screen() -> bool:
    """Qt ends the process without a word of ours where there is none; only plain Linux can tell before."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not sys.platform.startswith("linux")


SUBCOMMANDS = ("train", "evaluate", "classify", "report", "explain", "activations", "scan", "sample", "export-npy")

if __name__ == "__main__":
    sys.exit(main())
