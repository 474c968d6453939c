"""The one training function, for window, command line and workers alike. Heavy: imports Keras.

Pictures in, a run folder out. It knows `report` and `control`, nothing else of its caller.
"""

import hashlib
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.control import Control
from core.errors import DatasetError, ModelError, NakamiError, storage_error
from core.events import EpochEnded, Report, TrainingOutcome, ignore
from core.network.store import copy_model, open_model
from core.pictures.arrays.unpacking import unpacked_from
from core.pictures.dataset import Dataset
from core.pictures.split import SPLIT_FILE, dataset_of_split
from core.training import runs
from core.training.batch_history import cut_batches
from core.training.config import TrainingConfig
from core.training.determinism import reproducible_operations
from core.training.execution import Execution
from core.training.leftovers import remove_leftovers
from core.training.setup import Setup, set_up
from core.training.state_file import forget_states, read_state
from core.training.unfinished import require_resumable
from core.words import plural, say


def train(
    dataset: Dataset,
    config: TrainingConfig,
    report: Report = ignore,
    control: Control | None = None,
    run_folder: Path | None = None,
) -> TrainingOutcome:
    """Train the tutorial network on `dataset` and keep the run on disk.

    `run_folder` must be new or empty; None makes one among the program's runs. A stop keeps a usable model and
    returns an outcome with state "stopped"; a stop before the first batch raises Stopped. Raises NakamiError for
    anything the user can mend; the last whole epoch's files then stand, and `resume` goes on from there.
    """
    control = control or Control()
    with reproducible_operations(config.reproducible):
        return _begin(dataset, config, report, control, run_folder)


def _begin(
    dataset: Dataset, config: TrainingConfig, report: Report, control: Control, run_folder: Path | None
) -> TrainingOutcome:
    setup = set_up(dataset, config, report, control)
    root = setup.dataset.root
    # Of arrays for training alone the folder of the classes is called "train".
    name = (unpacked_from(root) or root).name
    folder = runs.usable_folder(run_folder, name)
    facts = runs.RunFacts(
        name=name,
        class_names=setup.dataset.class_names,
        pictures=str(root),
        network=setup.network.name,
        config=config.as_json(),
        fingerprint=setup.dataset.fingerprint(),
        versions=runs.versions(),
        started=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        contents=_contents(setup),
    )
    with runs.held(folder):
        return Execution(setup, config, facts, folder, report, control).carry_out()


def resume(
    folder: Path, epochs: int | None = None, report: Report = ignore, control: Control | None = None
) -> TrainingOutcome:
    """Go on with the run in `folder` after its last whole epoch, as if it had never been interrupted: the same
    versions on the same computer end with the same weights, bit for bit.

    `epochs`: how many it shall have in all; None leaves the number that was planned. Stops and errors as `train`; also
    raises ModelError for a run that cannot go on, DatasetError where its pictures are no longer what they were.
    """
    control = control or Control()
    if not folder.is_dir():
        raise ModelError(say("There is no run “{folder}”.", folder=folder), say("Check the path."))
    # To hold it puts a file into it: not into a folder that is no run.
    runs.read_facts(folder)
    with runs.held(folder):
        unfinished = require_resumable(folder)
        done = unfinished.epochs_done
        facts = _facts_to_go_on(unfinished.facts, done, unfinished.epochs_planned if epochs is None else epochs)
        config = TrainingConfig.from_json(facts.config)
        with reproducible_operations(config.reproducible):
            setup = set_up(_pictures(folder, facts), config, report, control, is_split=True)
            if _contents(setup) != facts.contents:
                raise DatasetError(
                    say("The pictures are no longer those that “{name}” was trained on.", name=folder.name),
                    say("Put them back as they were to go on with it, or train anew."),
                )
            history = _put_back(folder, done, setup)
            return Execution(setup, config, facts, folder, report, control, history).carry_out()


def _pictures(folder: Path, facts: runs.RunFacts) -> Dataset:
    try:
        return dataset_of_split(folder / SPLIT_FILE, Path(facts.pictures), facts.class_names)
    except (OSError, ValueError) as error:
        raise ModelError(
            say(
                "The run “{name}” cannot go on: its split.csv cannot be read ({reason}).",
                name=folder.name,
                reason=error,
            ),
            say("Its networks can still be opened. Train anew to go further."),
        ) from error


def _facts_to_go_on(facts: runs.RunFacts, done: int, epochs: int) -> runs.RunFacts:
    # One that was cut off after its last epoch has its test still to come.
    if epochs < done or (epochs == done and facts.state == "finished"):
        raise NakamiError(
            plural(
                done,
                say("The run has its 1 epoch already, and {epochs} are wanted.", epochs=epochs),
                say("The run has its {done} epochs already, and {epochs} are wanted.", done=done, epochs=epochs),
            ),
            say("Say how many epochs it shall have in all: more than {done}.", done=done),
        )
    return replace(
        facts,
        config=facts.config | {"epochs": epochs},
        state="training",
        # Its results will be others; the time that it has taken goes on to count.
        results={name: facts.results[name] for name in ("seconds",) if name in facts.results},
        # One that had come to its end waits anew: it would end again at once.
        patience_from=done if facts.state == "finished" else facts.patience_from,
    )


def _put_back(folder: Path, done: int, setup: Setup) -> tuple[EpochEnded, ...]:
    """The training and its files as they were when the last whole epoch ended: what a crash left of one that never
    counted goes. Gives the epochs so far."""
    try:
        remove_leftovers(folder)
        forget_states(folder, but=done)
        cut_batches(folder, done)
        return _restore(folder, done, setup) if done else ()
    except OSError as error:
        raise storage_error(error, say("The run cannot be saved in {folder}.", folder=folder)) from error


def _restore(folder: Path, done: int, setup: Setup) -> tuple[EpochEnded, ...]:
    state = read_state(folder, done)
    last = folder / runs.LAST_FILE
    weights = open_model(last).model.get_weights()
    try:
        setup.model.set_weights(weights)
        setup.trainer.restore(state.optimizer, state.generators)
    except ValueError as error:
        raise ModelError(
            say("The run “{name}” cannot go on: its state is of another network.", name=folder.name),
            say("Its networks can still be opened. Train anew to go further."),
        ) from error
    # A crash may have come between the network and what follows from it.
    if state.history[-1].is_best:
        copy_model(last, folder / runs.BEST_FILE)
    runs.write_history(folder, state.history)
    return state.history


def _contents(setup: Setup) -> str:
    """A short hash of the training's pictures and their classes, in their order: equal where the files hold the
    same bytes."""
    digest = hashlib.sha256(setup.digests.tobytes())
    digest.update(setup.dataset.labels.astype(np.int32).tobytes())
    return digest.hexdigest()[:16]
