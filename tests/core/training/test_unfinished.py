"""Runs that can go on, found by what is in their folders; and whether somebody is at one of them now."""

import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from core.errors import ModelError, NakamiError, StorageError
from core.training import runs
from core.training.config import TrainingConfig
from core.training.runs import RunFacts
from core.training.unfinished import Unfinished, can_resume, newest_unfinished, require_resumable

ROOT = Path(__file__).parents[3]
FACTS = RunFacts(
    name="写真",
    class_names=("a", "b"),
    pictures="/pictures",
    network="tutorial",
    config=TrainingConfig(epochs=4).as_json(),
    fingerprint="0123456789abcdef",
    versions={"keras": "3"},
    started="2024-05-01T10:00:00+0200",
    contents="fedcba9876543210",
)


def write_network(folder: Path, facts: Any) -> None:
    """What stands in for a network: a zip with what travels in it."""
    with zipfile.ZipFile(folder / "last.keras", "w") as archive:
        archive.writestr("config.json", "{}")
        archive.writestr("nakami.json", facts if isinstance(facts, str) else json.dumps(facts))


def a_run(folder: Path, done: int = 2, **changes: Any) -> Path:
    """A run that ended after so many whole epochs; 0 is one that ended before its first network was saved."""
    folder.mkdir(parents=True, exist_ok=True)
    runs.write_facts(folder, replace(FACTS, **changes))
    (folder / "split.csv").write_text("file,class,part\n")
    if done:
        write_network(folder, {"class_names": ["a", "b"], "epoch": done})
        (folder / f"state-{done}.npz").touch()
    return folder


def said_of(folder: Path) -> str:
    with pytest.raises(ModelError) as told:
        require_resumable(folder)
    return str(told.value)


# ---- what can go on


@pytest.mark.parametrize("state", ["training", "stopped", "failed", "finished"])
@pytest.mark.parametrize("done", [0, 1, 3])
def test_a_run_that_lacks_epochs_can_go_on(tmp_path: Path, state: str, done: int) -> None:
    run = a_run(tmp_path, done, state=state)
    found = can_resume(run)
    assert found == Unfinished(run, replace(FACTS, state=state), done, 4)
    assert found.can_go_on_as_planned
    assert require_resumable(run) == found
    assert not (run / ".lock").exists(), "asking leaves nothing behind"


@pytest.mark.parametrize(("state", "as_planned"), [("finished", False), ("training", True), ("stopped", True)])
def test_a_run_that_has_its_epochs_can_be_given_more(tmp_path: Path, state: str, as_planned: bool) -> None:
    found = can_resume(a_run(tmp_path, 4, state=state))
    assert found is not None
    # One that was cut off then has its test still to come.
    assert (found.epochs_done, found.epochs_planned, found.can_go_on_as_planned) == (4, 4, as_planned)


def test_a_run_that_was_stopped_in_its_first_epoch_begins_anew(tmp_path: Path) -> None:
    run = a_run(tmp_path, 0)
    write_network(run, {"class_names": ["a", "b"], "epoch": 0})
    found = can_resume(run)
    assert found is not None
    assert found.epochs_done == 0


def test_the_network_says_which_epoch_counts(tmp_path: Path) -> None:
    """Killed within the third epoch's save: its state stands, its network does not yet."""
    run = a_run(tmp_path, 2)
    (run / "state-3.npz").touch()
    found = can_resume(run)
    assert found is not None
    assert found.epochs_done == 2


# ---- what cannot


@pytest.mark.parametrize(
    "lacking",
    [
        lambda run: (run / "state-2.npz").unlink(),
        lambda run: (run / "split.csv").unlink(),
        lambda run: (run / "split.csv").unlink() or (run / "split.csv").mkdir(),
        lambda run: runs.write_facts(run, replace(FACTS, contents="")),
        lambda run: write_network(run, {"class_names": ["a", "b"]}),
        lambda run: write_network(run, {"epoch": -1}),
        lambda run: write_network(run, {"epoch": "2"}),
        lambda run: write_network(run, {"epoch": 2.0}),
        lambda run: write_network(run, {"epoch": None}),
        lambda run: write_network(run, {"epoch": 10**1000}),
        lambda run: write_network(run, '{"epoch": Infinity}'),
        lambda run: write_network(run, ["epoch"]),
        lambda run: write_network(run, "{"),
        lambda run: write_network(run, "[" * 100_000),
        lambda run: (run / "last.keras").write_bytes(b""),
        lambda run: (run / "last.keras").write_bytes((run / "last.keras").read_bytes()[:50]),
        lambda run: (run / "last.keras").write_text("no network"),
        lambda run: runs.write_facts(run, replace(FACTS, config=FACTS.config | {"epochs": 0})),
        lambda run: runs.write_facts(run, replace(FACTS, config=FACTS.config | {"epochs": "4"})),
        lambda run: runs.write_facts(run, replace(FACTS, config=FACTS.config | {"optimizer": "adamw"})),
        lambda run: runs.write_facts(run, replace(FACTS, config=FACTS.config | {"shares": 7})),
    ],
)
def test_a_run_that_lacks_what_it_takes_cannot_go_on(tmp_path: Path, lacking: Any) -> None:
    run = a_run(tmp_path)
    lacking(run)
    assert can_resume(run) is None
    assert said_of(run) == (
        f"The run “{run.name}” cannot go on: what it takes is not in its folder. "
        "Its networks can still be opened. Train anew to go further."
    )


@pytest.mark.parametrize("place", [6, 8, 10])
def test_a_network_that_damage_makes_look_odd_is_passed_over(tmp_path: Path, place: int) -> None:
    """Encrypted, of a later version, or compressed in a way that there is not."""
    run = a_run(tmp_path)
    content = bytearray((run / "last.keras").read_bytes())
    content[content.rindex(b"PK\x01\x02") + place] = 99
    content[content.rindex(b"PK\x03\x04") + place - 2] = 99
    (run / "last.keras").write_bytes(content)
    assert can_resume(run) is None


@pytest.mark.parametrize("key", ["image_size_px", "seed"])
def test_a_number_without_end_in_run_json_is_damage(tmp_path: Path, key: str) -> None:
    run = a_run(tmp_path)
    written = json.loads((run / "run.json").read_text(encoding="utf-8"))
    written["config"][key] = float("inf")
    (run / "run.json").write_text(json.dumps(written), encoding="utf-8")
    assert can_resume(run) is None
    assert "run.json" in said_of(run)


def test_a_folder_that_is_no_run_cannot_go_on(tmp_path: Path) -> None:
    assert can_resume(tmp_path) is None
    assert can_resume(tmp_path / "nowhere") is None
    assert "is not a training run" in said_of(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_run_from_before_there_was_anything_to_go_on_with_cannot(tmp_path: Path) -> None:
    run = a_run(tmp_path, 4, state="finished")
    written = json.loads((run / "run.json").read_text(encoding="utf-8"))
    for key in ("data_contents", "rate_changes", "patience_from"):
        del written[key]
    (run / "run.json").write_text(json.dumps(written), encoding="utf-8")
    write_network(run, {"class_names": ["a", "b"]})
    (run / "state-4.npz").unlink()
    assert can_resume(run) is None
    assert runs.read_facts(run).state == "finished"


# ---- the newest


def test_the_newest_run_is_offered_if_it_was_cut_off(tmp_path: Path) -> None:
    a_run(tmp_path / "2024-01-01 a")
    assert newest_unfinished(tmp_path) == can_resume(tmp_path / "2024-01-01 a")
    newest = a_run(tmp_path / "2024-01-02 b", 0)
    (tmp_path / "2024-01-03 no run").mkdir()
    found = newest_unfinished(tmp_path)
    assert found is not None
    assert found.folder == newest


@pytest.mark.parametrize("state", ["stopped", "failed", "finished"])
def test_a_newest_run_that_ended_is_not_offered_nor_one_before_it(tmp_path: Path, state: str) -> None:
    a_run(tmp_path / "2024-01-01 a")
    a_run(tmp_path / "2024-01-02 b", state=state)
    assert newest_unfinished(tmp_path) is None


def test_nothing_is_offered_where_there_are_no_runs(tmp_path: Path) -> None:
    assert newest_unfinished(tmp_path) is None
    assert newest_unfinished(tmp_path / "nowhere") is None


# ---- whether somebody is at it

HOLD = """
import sys, time
from pathlib import Path
from core.training.runs import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(run: Path) -> subprocess.Popen[str]:
    """Another process that trains the run, as far as anybody can see."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(run)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_run_is_live_until_the_process_at_it_is_gone_however_it_goes(tmp_path: Path) -> None:
    run = a_run(tmp_path / "2024-01-01 a")
    with holder(run) as process:
        try:
            assert runs.is_live(run)
            assert can_resume(run) is None
            assert newest_unfinished(tmp_path) is None
            with (
                pytest.raises(NakamiError, match=r"is being trained by another window or command. Wait until"),
                runs.held(run),
            ):
                pass
        finally:
            process.kill()
    assert (run / ".lock").exists(), "killed: nobody tidied up"
    assert not runs.is_live(run)
    assert can_resume(run) is not None
    with runs.held(run):
        pass


def test_a_run_of_this_process_is_live_too(tmp_path: Path) -> None:
    run = a_run(tmp_path)
    with runs.held(run):
        assert runs.is_live(run)
        assert can_resume(run) is None
        with pytest.raises(NakamiError, match="is being trained"), runs.held(run):
            pass
        assert runs.is_live(run), "whoever was refused has not let it go"
    assert not runs.is_live(run)


def test_an_error_lets_the_run_go(tmp_path: Path) -> None:
    run = a_run(tmp_path)
    with pytest.raises(KeyboardInterrupt), runs.held(run):
        raise KeyboardInterrupt
    assert not runs.is_live(run)


def test_whoever_only_asks_is_in_nobodys_way(tmp_path: Path) -> None:
    """To ask takes the lock for a moment: a run that begins just then waits for that, and is not refused."""
    run = a_run(tmp_path)
    asking = FileLock(run / ".lock", thread_local=False)
    asking.acquire()
    answered = threading.Timer(0.02, asking.release)
    answered.start()
    with runs.held(run):
        assert not asking.is_locked
    answered.join()


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    run = a_run(tmp_path / "run")
    (run / ".lock").mkdir()
    assert not runs.is_live(run)
    with pytest.raises(StorageError, match="The run cannot be saved in"), runs.held(run):
        pass


READ_ONLY = """
import sys
from pathlib import Path
from core.errors import StorageError
from core.training import runs
from core.training.unfinished import can_resume

for run in (Path(sys.argv[1]) / "new", Path(sys.argv[1]) / "locked before"):
    assert not runs.is_live(run)
    assert can_resume(run).epochs_done == 2
    try:
        with runs.held(run):
            print("held")
    except StorageError as error:
        print(error)
"""
# What only this process sees as read-only.
READ_ONLY_DISK = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
READ_ONLY_DISK += ['mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && "$@"', "-"]


def test_runs_on_a_read_only_disk_are_listed_and_told_why_they_cannot_go_on(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    for name in ("new", "locked before"):
        a_run(disk / name)
    (disk / "locked before" / ".lock").touch()
    if sys.platform != "linux" or shutil.which("unshare") is None:
        pytest.skip("needs Linux and unshare")
    if subprocess.run([*READ_ONLY_DISK, disk, "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount in a namespace of one's own")
    script = [disk, sys.executable, "-c", READ_ONLY, disk]
    done = subprocess.run(
        [*READ_ONLY_DISK, *script], cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    for line, name in zip(lines, ("new", "locked before"), strict=True):
        assert line.startswith(f"The run cannot be saved in {disk / name}. The disk is read-only."), line
