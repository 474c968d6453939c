"""Bringing TensorFlow up without stopping anybody. Light itself: call `load()` on the thread that will use it.

Importing TensorFlow takes seconds, most of them in Python (which lets other threads run) but some in
`dlopen` under the interpreter's lock and in garbage-collector passes over a million new objects, and these
freeze a window that shares the process. So the big libraries are opened through ctypes first, which gives
the lock away, and the collector rests until the objects of the import are marked as permanent.
"""

import contextlib
import ctypes
import gc
import importlib
import importlib.util
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

# Below the window's thread, so that painting goes first when all cores compute. Costs no speed otherwise.
WORKER_NICENESS = 10
# Five milliseconds, Python's default, is a third of a frame.
SWITCH_INTERVAL_S = 0.0005

_LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")
_lock = threading.Lock()
_loaded = False


def is_loaded() -> bool:
    """Whether TensorFlow is there already."""
    return _loaded


def load() -> None:
    """Import TensorFlow and Keras, once; later calls return at once. Takes seconds the first time."""
    global _loaded
    with _lock:
        if _loaded:
            return
        # Its errors arrive as exceptions; what it would print beside them is about absent graphics cards.
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        os.environ["KERAS_BACKEND"] = "tensorflow"
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        with _hushed(), collector_at_rest():
            _open_libraries()
            importlib.import_module("tensorflow")
            importlib.import_module("keras")
        _loaded = True


def be_nice() -> None:
    """Let the window's thread go before the calling one (and the threads it starts), where the system knows threads
    as things of their own to schedule."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), WORKER_NICENESS)


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """No garbage collection inside the block; what is alive at its end is not looked through again.

    For imports and tracing, which make very many long-lived objects in one go.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """TensorFlow greets on the process's standard error before any setting of its log takes effect."""
    try:
        kept = os.dup(2)
    except OSError:
        yield  # no standard error, as under pythonw
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _open_libraries() -> None:
    if sys.platform != "linux":
        return
    found = importlib.util.find_spec("tensorflow")
    places = list(found.submodule_search_locations or ()) if found else []
    # Called as a C function, dlopen runs without the interpreter's lock; `ctypes.CDLL(path)` would hold it.
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for place in places:
        for name in _LIBRARIES:
            # Another layout of the package is no error: the import opens them as well, only less smoothly.
            dlopen(os.fsencode(Path(place) / name), os.RTLD_NOW | os.RTLD_LOCAL)
