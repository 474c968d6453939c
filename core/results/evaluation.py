"""Judging a network by pictures whose class is known. Heavy: imports TensorFlow, Keras, scikit-learn and SciPy."""

import contextlib
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import engine
from core.control import Control
from core.errors import DatasetError, ModelError, StorageError
from core.events import Preparing, Report, Throttle, ignore
from core.network.store import OpenedModel, open_model
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import PARTS, Part
from core.results.calibrating import calibrate, fit_temperature
from core.results.features import FeatureModel
from core.results.judged import Calibration, Judged, Neighbours, Results
from core.results.kept import Asked, Reading, Readings, read_readings, write_readings
from core.results.measures import summarise
from core.results.pictures import PicturesInParts, model_labels, pictures_of_folder, pictures_of_run
from core.results.reference import REFERENCE_FILE, Reference, read_reference, write_reference
from core.training import runs
from core.training.run_list import run_name
from core.words import say

BATCH_SIZE = 32
# Of more training pictures a random sample is asked: it says as much about over-fitting, in a tenth of the time.
MOST_TRAINING_PICTURES = 5_000
NEAREST = 5
HINT = say("Name a folder of pictures to evaluate it on.")


def judge(model: Path, folder: Path | None = None, report: Report = ignore, control: Control | None = None) -> Results:
    """How good a model file or a run is: on the pictures of a `folder` (or a file of arrays), or on those of its run.
    Raises ModelError, DatasetError, StorageError or Stopped."""
    report(Preparing(say("opening the network")))
    return judge_opened(open_model(model), folder, report, control)


def judge_opened(
    opened: OpenedModel, folder: Path | None = None, report: Report = ignore, control: Control | None = None
) -> Results:
    """The same for a model that is open."""
    control = control or Control()
    if folder is None:
        found = pictures_of_run(opened, HINT, report, control)
        asked = _asked(opened, found)
        readings = _readings_of_run(opened, found.prepared, asked, report, control)
        reference = _kept_reference(opened, found.prepared, readings)
    else:
        reference = reference_for(opened, report, control)
        found = pictures_of_folder(opened, folder, report, control)
        asked = _asked(opened, found)
        readings = _ask(opened, found.prepared, asked, report, control)
    report(Preparing(say("counting")))
    parts = {part: reading.judged for part, reading in readings.items()}
    return Results(
        title=run_name(opened.run) if opened.run is not None else opened.title,
        class_names=opened.class_names,
        frame=opened.frame,
        prepared=found.prepared,
        parts=parts,
        summaries={part: summarise(judged, opened.class_names) for part, judged in parts.items()},
        run=opened.run,
        folder=folder,
        epoch=_epoch(opened.run),
        sampled={part: len(found.parts[part]) for part in parts if len(parts[part]) < len(found.parts[part])},
        calibration=_calibration(parts),
        neighbours=_neighbours(found.prepared, readings, reference) if folder is None else {},
        strange=_strange(readings, reference),
    )


def reference_for(opened: OpenedModel, report: Report = ignore, control: Control | None = None) -> Reference | None:
    """What the answers of a run's network are held against; made where the run does not keep it yet. None for a model
    without a run, and where its pictures are gone. Raises Stopped."""
    if opened.run is None:
        return None
    kept = read_reference(opened.run / REFERENCE_FILE, opened.stamp)
    if kept is not None:
        return kept
    try:
        found = pictures_of_run(opened, HINT, report, control)
        readings = _readings_of_run(opened, found.prepared, _asked(opened, found), report, control or Control())
    except (ModelError, DatasetError, StorageError):
        return None
    return _kept_reference(opened, found.prepared, readings)


def _asked(opened: OpenedModel, found: PicturesInParts) -> Asked:
    """Which pictures are asked about: all, but of very many training pictures a sample."""
    chosen = {}
    for part, positions in found.parts.items():
        if part == "training" and len(positions) > MOST_TRAINING_PICTURES:
            seed = runs.read_facts(opened.run).seed if opened.run is not None else 0
            positions = np.sort(np.random.default_rng(seed).permutation(positions)[:MOST_TRAINING_PICTURES])
        labels = model_labels(opened, found.prepared.dataset, positions)
        chosen[part] = positions, labels, found.prepared.facts.digests[positions]
    return chosen


def _readings_of_run(
    opened: OpenedModel, prepared: PreparedPictures, asked: Asked, report: Report, control: Control
) -> Readings:
    """What the network says; asked once for the same network and pictures, then kept."""
    assert opened.run is not None, "opened from a run"
    kept = read_readings(opened.run, asked, opened.stamp)
    if kept is not None:
        return kept
    readings = _ask(opened, prepared, asked, report, control)
    write_readings(opened.run, readings, asked, opened.stamp)
    return readings


def _ask(
    opened: OpenedModel, prepared: PreparedPictures, asked: Asked, report: Report, control: Control
) -> dict[Part, Reading]:
    with engine.collector_at_rest():
        network = FeatureModel(opened.model)
    total = sum(len(positions) for positions, _, _ in asked.values())
    progress = _Progress(report, total)
    found: dict[Part, Reading] = {}
    for part in PARTS:
        if part in asked:
            positions, labels, _ = asked[part]
            found[part] = _read(network, prepared, positions, labels, progress, control)
    return found


class _Progress:
    """How many of all pictures are through."""

    def __init__(self, report: Report, total: int) -> None:
        self._report = report
        self._total = total
        self._done = 0
        self._throttle = Throttle()

    def add(self, count: int) -> None:
        self._done += count
        if self._throttle.is_due() or self._done == self._total:
            self._report(Preparing(say("testing"), self._done, self._total))


def _read(
    network: FeatureModel,
    prepared: PreparedPictures,
    positions: NDArray[np.int64],
    labels: NDArray[np.int64],
    progress: _Progress,
    control: Control,
) -> Reading:
    rows = []
    for start in range(0, len(positions), BATCH_SIZE):
        control.check()
        batch = slice(start, start + BATCH_SIZE)
        rows.append(network.judge(prepared.pixels(positions[batch]), labels[batch]))
        progress.add(len(labels[batch]))
    losses, probabilities, features, signatures = (np.concatenate(each) for each in zip(*rows, strict=True))
    judged = Judged(positions, labels, probabilities, losses.astype(np.float64))
    return Reading(judged, features.astype(np.float16), signatures)


def _kept_reference(opened: OpenedModel, prepared: PreparedPictures, readings: Readings) -> Reference | None:
    """What answers are held against, from what the network said about its run's pictures. Kept with the run."""
    assert opened.run is not None, "opened from a run"
    kept = read_reference(opened.run / REFERENCE_FILE, opened.stamp)
    if kept is not None or "training" not in readings:
        return kept
    reference = _made_reference(opened, prepared, readings)
    # Without it the next start takes a moment longer.
    with contextlib.suppress(OSError):
        write_reference(opened.run / REFERENCE_FILE, reference, opened.stamp)
    return reference


def _made_reference(opened: OpenedModel, prepared: PreparedPictures, readings: Readings) -> Reference:
    learned, validation = readings["training"], readings.get("validation")
    files = [prepared.dataset.pictures[position].file for position in learned.judged.positions.tolist()]
    assert opened.run is not None, "opened from a run"
    return Reference.build(
        files,
        learned.judged.labels,
        learned.features,
        learned.signatures,
        learned.signatures[:0] if validation is None else validation.signatures,
        temperature=1.0 if validation is None else fit_temperature(validation.judged),
        seed=runs.read_facts(opened.run).seed,
    )


def _calibration(parts: Mapping[Part, Judged]) -> Calibration | None:
    if "validation" not in parts:
        return None
    return calibrate(parts["validation"], parts.get("test"))


def _neighbours(prepared: PreparedPictures, readings: Readings, reference: Reference | None) -> dict[Part, Neighbours]:
    pictures = prepared.dataset.pictures
    position_of = {picture.file: position for position, picture in enumerate(pictures)}
    # Training pictures may have gone since it was made: there is nothing left to show of them.
    reference = reference.among(position_of) if reference is not None else None
    if reference is None:
        return {}
    positions = np.array([position_of[file] for file in reference.files], np.int64)
    found = {}
    for part, reading in readings.items():
        # A training picture is not like itself.
        files = [pictures[position].file for position in reading.judged.positions.tolist()]
        own = reference.rows_of(files) if part == "training" else None
        nearest, distances = reference.nearest(reading.features, NEAREST, own)
        found[part] = Neighbours(positions[nearest], distances)
    return found


def _strange(readings: Readings, reference: Reference | None) -> float:
    if reference is None or "test" not in readings:
        return math.nan
    return float(reference.is_foreign(readings["test"].signatures).mean())


def _epoch(run: Path | None) -> int:
    """The number of the best epoch, which is the one that answers; 0 where it is not known."""
    best = runs.best_epoch(runs.read_history(run)) if run is not None else None
    return best.epoch if best is not None else 0
