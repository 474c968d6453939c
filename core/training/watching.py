"""Looking into the network in training, on the training's own thread. Heavy: the looker imports Keras.

Whoever watches a photo (`Control.set_watch`) is shown what the network makes of it as it learns. The live model is
looked at between two batches: no copy of its weights, and nothing that a training draws on is touched, so that a
watched run ends with the same weights as an unwatched one.
"""

import statistics
import time
from collections import deque
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core import engine, photos
from core.answers import Insight, Photo
from core.control import Control, Watch
from core.errors import PictureError
from core.events import Report, Watched, WatchFailed
from core.framing import Frame
from core.inside.looking import Looker

# A look comes where waiting for the next batch would make it later than this: the numbers are to move at least once a
# second, and the tenth is left for batches that take longer than the one before.
LATEST_LOOK_S = 0.9
# Watching is to slow a training by less than 3 %; a look costs a little beyond its own time, in cold caches and in
# weights that the next step moves to another place. On a network so large that a look takes more than this share of a
# second they come less often.
LARGEST_SHARE_OF_TIME = 0.025


class Pace:
    """Says between batches when to look again."""

    def __init__(self) -> None:
        self._looked = -float("inf")
        self._asked = -float("inf")
        # The median of a few, so that one which something else held up does not count.
        self._took: deque[float] = deque(maxlen=5)

    def is_due(self) -> bool:
        """Whether to look now rather than after the next batch, which will take about as long as the last."""
        now = time.perf_counter()
        since_look, since_asked = now - self._looked, now - self._asked
        self._asked = now
        rest = statistics.median(self._took) / LARGEST_SHARE_OF_TIME if self._took else 0.0
        return since_look >= rest and since_look + since_asked > LATEST_LOOK_S

    def looked(self, seconds: float | None = None) -> None:
        """A look has ended now, and took so long (None: its time says nothing of the next)."""
        self._looked = time.perf_counter()
        if seconds is not None:
            self._took.append(seconds)


class Watcher:
    """Shows the watched photo to the network in training and reports what it makes of it."""

    def __init__(
        self,
        model: keras.Model,
        class_names: tuple[str, ...],
        frame: Frame,
        run: Path,
        report: Report,
        control: Control,
    ) -> None:
        self._model = model
        self._class_names = class_names
        self._frame = frame
        self._run = run
        self._report = report
        self._control = control
        self._looker: Looker | None = None
        # The watched photo and the one that is kept where none is watched.
        self._decoded: deque[tuple[Photo, NDArray[np.uint8] | PictureError]] = deque(maxlen=2)
        self._pace = Pace()
        self._answered: Watch | None = None
        self._watch_of_epoch: Watch | None = None
        self._has_moved = False

    def weights_moved(self) -> None:
        """A batch was trained on: what was reported before is no longer what the network makes of the photo."""
        self._has_moved = True

    def answer(self, epoch: int) -> None:
        """Report what is watched anew at once, and what training changed when it is time; nothing twice.

        For calling between any two batches, and in pauses. `epoch` counts the whole epochs so far.
        """
        watch = self._control.watch
        if watch is None or not watch.is_seen:
            return
        if watch is not self._answered or (self._has_moved and self._pace.is_due()):
            self._show(watch, self._look(watch.photo, epoch, watch.with_all_weights))

    def look_after_epoch(self, epoch: int, otherwise: Photo | None) -> Insight | None:
        """What the network makes of the watched photo, for keeping and for `show`.

        `otherwise` stands in where none is watched that can be read; None: nothing is kept, and a photo that nobody
        sees is not looked at.
        """
        self._watch_of_epoch = watch = self._control.watch
        insight = None
        if watch is not None and (watch.is_seen or otherwise is not None):
            insight = self._look(watch.photo, epoch, watch.is_seen and watch.with_all_weights)
        if insight is None and otherwise is not None:
            insight = self._look(otherwise, epoch, with_all_weights=False)
        return insight

    def show(self, insight: Insight | None) -> None:
        """Report a look at the end of an epoch where somebody watched that photo then. What was set since is
        answered after the next batch."""
        watch = self._watch_of_epoch
        if insight is not None and watch is not None and watch.is_seen and watch.photo is insight.photo:
            self._show(watch, insight)

    def _show(self, watch: Watch, insight: Insight | None) -> None:
        if insight is not None:
            self._report(Watched(self._run, insight))
        elif watch is not self._answered:
            pixels = self._pixels(watch.photo)
            if isinstance(pixels, PictureError):
                self._report(WatchFailed(watch.photo, pixels))
        self._answered = watch
        self._has_moved = False

    def _look(self, photo: Photo, epoch: int, with_all_weights: bool) -> Insight | None:
        """None for a photo that cannot be read, and where memory is too short for a look: the training goes on."""
        pixels = self._pixels(photo)
        if isinstance(pixels, PictureError):
            return None
        started = time.perf_counter()
        is_first = self._looker is None
        try:
            if self._looker is None:
                # Traced when somebody looks first, not at every start.
                with engine.collector_at_rest():
                    self._looker = Looker(self._model, self._class_names, self._frame.size_px)
                    return self._looker.look(photo, pixels, epoch, with_all_weights)
            return self._looker.look(photo, pixels, epoch, with_all_weights)
        except (MemoryError, tf.errors.ResourceExhaustedError):
            return None
        finally:
            self._pace.looked(None if is_first else time.perf_counter() - started)

    def _pixels(self, photo: Photo) -> NDArray[np.uint8] | PictureError:
        """Decoded once: a look comes every second."""
        for known, result in self._decoded:
            if known is photo:
                return result
        result = _decode(photo, self._frame)
        self._decoded.append((photo, result))
        return result


def _decode(photo: Photo, frame: Frame) -> NDArray[np.uint8] | PictureError:
    try:
        return photos.square(photo, frame)
    except PictureError as error:
        return error
