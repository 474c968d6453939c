"""What a killed process left half written goes; what the user or others put beside it stays."""

from pathlib import Path

import pytest

from core.files import replacing
from core.training.leftovers import remove_leftovers

WRITTEN = (
    "run.json",
    "split.csv",
    "history.csv",
    "batches.csv",
    "last.keras",
    "best.keras",
    "state-12.npz",
    "results.npz",
    "reference.npz",
    "epochs/000012-8238781377d79787.npz",
)
OTHERS = (".lock", ".DS_Store", ".directory", ".last.keras", ".run-json", ".notes-12345678.txt", "label.json")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_was_being_written_goes_and_what_stood_before_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / "epochs").mkdir()
    path = tmp_path / name
    path.write_text("before")
    with replacing(path) as temporary:
        temporary.write_text("half of")
        remove_leftovers(tmp_path)
        assert not temporary.exists()
        # Or the end of the block would find nothing to rename.
        temporary.write_text("after")
    assert path.read_text() == "after"


def test_a_network_that_was_being_packed_goes(tmp_path: Path) -> None:
    (tmp_path / ".saving-a_b0c1d2").mkdir()
    (tmp_path / ".saving-a_b0c1d2" / "model.weights.h5").write_text("half of")
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_everything_else_stays(tmp_path: Path) -> None:
    (tmp_path / "epochs").mkdir()
    for name in (*WRITTEN, *OTHERS):
        (tmp_path / name).touch()
    before = set(tmp_path.rglob("*"))
    # The window may be writing the user's own name for the run at this moment.
    with replacing(tmp_path / "label.json") as temporary:
        temporary.write_text("{}")
        remove_leftovers(tmp_path)
    assert set(tmp_path.rglob("*")) == before


def test_a_run_that_kept_no_epochs_has_none_to_look_through(tmp_path: Path) -> None:
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []
