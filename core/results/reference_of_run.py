"""What the answers of a run's network are held against, kept with the run. Heavy: imports Keras and SciPy."""

import contextlib
from collections import Counter
from pathlib import Path

from core.errors import ModelError
from core.network.store import OpenedModel
from core.pictures.cache import PreparedPictures
from core.pictures.split import SPLIT_FILE, dataset_of_split
from core.results.calibrating import fit_temperature
from core.results.features import widths_of
from core.results.kept import Readings
from core.results.reference import MOST_KEPT, REFERENCE_FILE, Reference, read_reference, write_reference
from core.training import runs

# So many times the pictures that a reference was made from are clearly more. Of fewer, some may be unreadable.
_CLEARLY_MORE = 1.05


def kept_reference(opened: OpenedModel) -> Reference | None:
    """The one that the run keeps. None without a run, and where it keeps none that fits the network."""
    if opened.run is None:
        return None
    kept = read_reference(opened.run / REFERENCE_FILE, opened.stamp)
    if kept is None or (kept.features.shape[1], len(kept.centre)) != widths_of(opened.model):
        return None
    return kept


def is_thin(opened: OpenedModel, kept: Reference) -> bool:
    """Whether clearly more of the run's pictures are there than `kept` was made from: the others were away then.
    Decodes nothing."""
    assert opened.run is not None, "opened from a run"
    try:
        dataset = dataset_of_split(opened.run / SPLIT_FILE, Path(runs.read_facts(opened.run).pictures))
    except (OSError, ValueError, ModelError):
        return False
    of_all = Counter(each.part for each in dataset.pictures)
    # Only where some were away does it take a look for each of them.
    if not _are_more(of_all["training"], of_all["validation"], kept):
        return False
    there = Counter(each.part for each in dataset.pictures if dataset.path(each).is_file())
    return _are_more(there["training"], there["validation"], kept)


def reference_from(opened: OpenedModel, prepared: PreparedPictures, readings: Readings) -> Reference | None:
    """The one that is kept or, where it is thin or there is none, one made from what the network said about its run's
    pictures, which is kept from then on. None where there is none and no training picture is left."""
    assert opened.run is not None, "opened from a run"
    kept = kept_reference(opened)
    sizes = {part: len(reading.judged) for part, reading in readings.items()}
    if "training" not in sizes:
        return kept
    if kept is not None and not _are_more(sizes["training"], sizes.get("validation", 0), kept):
        return kept
    reference = _made(opened, prepared, readings)
    # Without it the next start takes a moment longer.
    with contextlib.suppress(OSError):
        write_reference(opened.run / REFERENCE_FILE, reference, opened.stamp)
    return reference


def _are_more(training: int, validation: int, kept: Reference) -> bool:
    """Whether so many pictures make a better reference than `kept`: clearly more of one part, and not fewer of the
    other."""
    now = (min(training, MOST_KEPT), validation)
    then = (len(kept.files), len(kept.distances))
    are_no_fewer = all(more >= few for more, few in zip(now, then, strict=True))
    return are_no_fewer and any(more > _CLEARLY_MORE * few for more, few in zip(now, then, strict=True))


def _made(opened: OpenedModel, prepared: PreparedPictures, readings: Readings) -> Reference:
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
