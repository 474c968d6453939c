"""The same bits on every run. Heavy: imports TensorFlow."""

import importlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import tensorflow as tf

_lock = threading.Lock()
_asked = 0


@contextmanager
def reproducible_operations(on: bool) -> Iterator[None]:
    """Within such a block, TensorFlow adds up in the same order every time, on a graphics card too; `on` False changes
    nothing. The graphs must be traced within it as well: TensorFlow then puts other operations into some of them.

    It holds for the whole process, so what other threads compute meanwhile may take longer, no more. On a processor
    alone runs are the same to the bit without it; it costs nothing there that can be measured, and differs from a run
    without it by rounding. The same bits need the same versions on the same computer in any case.
    """
    if not on:
        yield
        return
    global _asked
    with _lock:
        _asked += 1
        tf.config.experimental.enable_op_determinism()
    try:
        yield
    finally:
        with _lock:
            _asked -= 1
            if not _asked:
                _switch_off()


def _switch_off() -> None:
    # WORKAROUND for TensorFlow, whose public interface only switches this on: it has the counterpart for its own tests.
    # Left on, a later run that did not ask for it would not be the same to the bit as in a process of its own.
    importlib.import_module("tensorflow.python.framework.config").disable_op_determinism()
