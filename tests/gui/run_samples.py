"""Runs to fill tables with."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from core import places
from core.pictures.split import SPLIT_FILE
from core.training import runs
from core.training.config import TrainingConfig
from core.training.run_list import ListedRun, listed_runs
from core.training.runs import RunFacts

RESULTS: dict[str, Any] = {"epochs": 3, "best_epoch": 2, "val_loss": 0.5, "val_accuracy": 0.75, "seconds": 61.0}
CONFIG = TrainingConfig()


def make_run(
    day: int,
    state: str = "finished",
    name: str = "animals",
    config: TrainingConfig = CONFIG,
    can_go_on: bool = False,
    **results: Any,
) -> Path:
    """A run that began on this day of a month, among the program's own."""
    folder = places.runs_folder() / f"2024-05-{day:02} {name}"
    folder.mkdir(parents=True)
    facts = RunFacts(
        name,
        ("cat", "dog"),
        f"/pictures/{name}",
        "tutorial",
        config.as_json(),
        "f",
        {"keras": "3"},
        f"2024-05-{day:02}T10:00:00+0200",
        contents="c" if can_go_on else "",
    )
    runs.end_run(folder, facts, state, {**RESULTS, **results})
    if can_go_on:
        (folder / SPLIT_FILE).write_text("", encoding="utf-8")
    return folder


def all_runs() -> list[ListedRun]:
    """The program's own runs, newest first."""
    return listed_runs(places.runs_folder())


def shorter(epochs: int) -> TrainingConfig:
    """The settings by default for so many epochs."""
    return replace(CONFIG, epochs=epochs)
