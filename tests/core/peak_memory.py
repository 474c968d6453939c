"""How much memory a program of its own took at most, for tests that start one.

Read from the process's status: what `getrusage` calls the peak begins, after a fork, with that of the test run.
"""

import sys

import pytest

# Defines `peak_bytes()` in the code of the program to be measured.
PEAK = """
def peak_bytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
"""

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
