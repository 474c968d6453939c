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
import mmap
import os
import platform
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from core.errors import NakamiError
from core.words import say

# Below the window's thread, so that painting goes first when all cores compute. Costs no speed otherwise.
WORKER_NICENESS = 10
# Five milliseconds, Python's default, is a third of a frame.
SWITCH_INTERVAL_S = 0.0005

_LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")
# From malloc.h: nothing by mmap, trim and grow in large steps, one arena for all threads.
_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_MAX, _M_ARENA_MAX = -1, -2, -4, -8
_MALLOC_OPTIONS = ((_M_MMAP_MAX, 0), (_M_TRIM_THRESHOLD, 2**31 - 1), (_M_TOP_PAD, 64 * 2**20), (_M_ARENA_MAX, 1))
# What training the tutorial network takes at 100 px. Twice as much would not fit in front of the libraries.
_LARGE_PAGES_BYTES = 2**30
_lock = threading.Lock()
_loaded = False
_rest_lock = threading.Lock()
_resting = 0
_collects = True


def load() -> None:
    """Import TensorFlow and Keras, once; later calls return at once. Takes seconds the first time.

    Raises NakamiError on a processor that TensorFlow's own builds do not run on.
    """
    global _loaded
    with _lock:
        if _loaded:
            return
        _require_processor()
        # Its errors arrive as exceptions; what it would print beside them is about absent graphics cards.
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        os.environ["KERAS_BACKEND"] = "tensorflow"
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        _keep_freed_memory()
        with _hushed(), collector_at_rest(keep=True):
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
def collector_at_rest(keep: bool = False) -> Iterator[None]:
    """No garbage collection while any thread is inside such a block.

    For imports and tracing, which make very many objects in one go. `keep`: what is alive at the end stays for good,
    as modules do, and is not looked through again; never around models, which would then never be freed.
    """
    global _resting, _collects
    with _rest_lock:
        if not _resting:
            _collects = gc.isenabled()
        _resting += 1
        gc.disable()
    try:
        yield
    finally:
        with _rest_lock:
            _resting -= 1
            if keep:
                gc.freeze()
            if not _resting and _collects:
                gc.enable()


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """TensorFlow greets on the process's standard error before any setting of its log takes effect. What was said is
    told after all when the block fails."""
    try:
        kept = os.dup(2)
    except OSError:
        yield  # no standard error, as under pythonw
        return
    with tempfile.TemporaryFile() as aside:
        os.dup2(aside.fileno(), 2)
        try:
            yield
        except BaseException:
            aside.seek(0)
            os.write(kept, aside.read())
            raise
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _require_processor() -> None:
    """TensorFlow's builds for x86 abort the whole process, without a chance to say why in a window, where there is
    no AVX."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return  # another system
    if platform.machine() == "x86_64" and " avx " not in flags:
        raise NakamiError(
            say("This computer's processor lacks AVX, which TensorFlow needs."),
            say("Use a computer with a processor from 2011 or later."),
        )


def _keep_freed_memory() -> None:
    """Let glibc keep what is freed instead of handing it back to the system after every training step.

    The layers' outputs of a batch are tens of megabytes each; getting them anew costs a page fault for every 4 kB, a
    sixth of the training time of the tutorial network. The price is that memory stays at its peak.
    """
    if platform.libc_ver()[0] != "glibc":
        return
    mallopt = ctypes.CDLL(None).mallopt
    mallopt.argtypes, mallopt.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    for option, value in _MALLOC_OPTIONS:
        mallopt(option, value)
    _use_large_pages()


def _use_large_pages() -> None:
    """Let the system give the heap pages of 2 MB where it does so on request only: a twentieth of the training time.

    The room is borrowed from malloc and given back untouched, so that it takes no memory; it stays the heap's next.
    """
    libc = ctypes.CDLL(None)
    libc.malloc.argtypes, libc.malloc.restype = (ctypes.c_size_t,), ctypes.c_void_p
    libc.free.argtypes, libc.free.restype = (ctypes.c_void_p,), None
    libc.madvise.argtypes, libc.madvise.restype = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int), ctypes.c_int
    room = libc.malloc(_LARGE_PAGES_BYTES)
    if room:
        start = -(-room // mmap.PAGESIZE) * mmap.PAGESIZE
        # Advice that is not taken changes nothing.
        libc.madvise(start, room + _LARGE_PAGES_BYTES - start, mmap.MADV_HUGEPAGE)
        libc.free(room)


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
