"""Judging a network by pictures whose class is known. Heavy: imports TensorFlow, Keras, scikit-learn and SciPy."""

import contextlib
import math
from dataclasses import dataclass
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
from core.results.calibrating import calibrate
from core.results.features import FeatureModel, widths_of
from core.results.judged import Calibration, Judged, Neighbours, Results
from core.results.kept import Asked, Reading, Readings, read_readings, write_readings
from core.results.measures import summarise
from core.results.pictures import PicturesInParts, model_labels, pictures_of_folder, pictures_of_run
from core.results.reference import Reference
from core.results.reference_of_run import is_thin, kept_reference, reference_from
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
    own: _Own | None
    if folder is None:
        own = _own(opened, report, control)
        found, readings, reference = own.found, own.readings, own.reference
    else:
        found = pictures_of_folder(opened, folder, report, control)
        asked = _asked(opened, found)
        own = _own_if_there(opened, report, control)
        reference = own.reference if own is not None else kept_reference(opened)
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
        calibration=_calibration(own.readings if own is not None else {}, parts.get("test")),
        neighbours=_neighbours(found.prepared, readings, reference) if folder is None else {},
        strange=_strange(readings, reference),
        learned=_learned(found, own.found) if folder is not None and own is not None else 0,
    )


def reference_for(opened: OpenedModel, report: Report = ignore, control: Control | None = None) -> Reference | None:
    """What the answers of a run's network are held against; made where the run does not keep it yet, and anew where
    many of its pictures were away then and are there again. None for a model without a run, and where its pictures are
    gone. Raises Stopped."""
    kept = kept_reference(opened)
    if kept is not None and not is_thin(opened, kept):
        return kept
    own = _own_if_there(opened, report, control or Control())
    return own.reference if own is not None else kept


@dataclass(frozen=True, eq=False)
class _Own:
    """A run's own pictures, what its network said about them, and what that makes to hold answers against."""

    found: PicturesInParts
    readings: Readings
    reference: Reference | None


def _own(opened: OpenedModel, report: Report, control: Control) -> _Own:
    """Raises ModelError, DatasetError, StorageError or Stopped."""
    found = pictures_of_run(opened, HINT, report, control)
    readings = _readings_of_run(opened, found.prepared, _asked(opened, found), report, control)
    return _Own(found, readings, reference_from(opened, found.prepared, readings))


def _own_if_there(opened: OpenedModel, report: Report, control: Control) -> _Own | None:
    """None for a model without a run, and where its pictures are gone. Raises Stopped."""
    if opened.run is None:
        return None
    with contextlib.suppress(ModelError, DatasetError, StorageError):
        return _own(opened, report, control)
    return None


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
    if kept is not None and _fits(opened, kept):
        return kept
    readings = _ask(opened, prepared, asked, report, control)
    write_readings(opened.run, readings, asked, opened.stamp)
    return readings


def _fits(opened: OpenedModel, readings: Readings) -> bool:
    """Whether this network can have said that: a file may have been tampered with."""
    wanted = (len(opened.class_names), *widths_of(opened.model))
    tables = ((each.judged.probabilities, each.features, each.signatures) for each in readings.values())
    return all(tuple(table.shape[1] for table in some) == wanted for some in tables)


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


def _calibration(fitted_on: Readings, test: Judged | None) -> Calibration | None:
    """Fitted on the run's validation pictures. Measured on the test's, and where there are none, on those."""
    if "validation" not in fitted_on:
        return None
    return calibrate(fitted_on["validation"].judged, test)


def _learned(found: PicturesInParts, own: PicturesInParts) -> int:
    """How many of the test's pictures have the same bytes as one that the run was trained on."""
    if "training" not in own.parts:
        return 0
    digests, of_own = found.prepared.facts.digests, own.prepared.facts.digests
    return int(np.isin(digests[found.parts["test"]], of_own[own.parts["training"]]).sum())


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
