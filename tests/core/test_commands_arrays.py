"""`export-npy` as scripts rely on it."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core import commands
from core.commands.status import OK, USER_CAN_MEND


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = commands.run([*map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_folder_becomes_arrays_and_arrays_arrays(
    make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, file, again = make_colours(per_class=6), tmp_path / "a.npy", tmp_path / "b.npz"
    status, out, _ = run(capsys, "export-npy", folder, file, "--image-size", 16, "--json")
    assert status == OK
    facts = json.loads(out)
    assert list(facts) == ["file", "labels_file", "classes", "train", "test", "bytes"]
    assert (facts["classes"], facts["train"] + facts["test"]) == (["blue", "green", "red"], 18)
    assert np.load(file, allow_pickle=True)[0].shape == (facts["train"], 16, 16, 3)

    status, out, _ = run(capsys, "export-npy", file, again, "--image-size", 16, "--one-hot", "--class-names", "x,y,z")
    assert status == OK
    assert str(again) in out
    with np.load(again) as archive:
        assert archive["Y_train"].shape == (facts["train"], 3)
    assert (tmp_path / "b.labels.txt").read_text() == "x\ny\nz\n"


def test_nothing_is_written_over(make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.npy").write_text("mine")
    status, _, complaint = run(capsys, "export-npy", make_colours(per_class=3), tmp_path / "a.npy")
    assert status == USER_CAN_MEND
    assert "is there already" in complaint
    assert (tmp_path / "a.npy").read_text() == "mine"


def test_complaints(make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_colours(per_class=3)
    for arguments, words in (
        ((folder, tmp_path / "a.txt"), ".npy or .npz"),
        ((tmp_path / "gone", tmp_path / "a.npy"), "no folder"),
        ((tmp_path / "gone.npy", tmp_path / "a.npy"), "cannot be read"),
        ((folder, tmp_path / "a.npy", "--class-names", "a"), "Class names"),
    ):
        status, _, complaint = run(capsys, "export-npy", *arguments)
        assert (status, complaint.startswith("nakami: error: ")) == (USER_CAN_MEND, True)
        assert words in complaint


@pytest.mark.heavy
def test_turns_make_16_of_one(make_colours: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_colours(per_class=4)
    status, _, _ = run(capsys, "export-npy", folder, tmp_path / "a.npy", "--image-size", 16)
    assert status == OK
    status, _, _ = run(capsys, "export-npy", folder, tmp_path / "b.npy", "--image-size", 16, "--turns")
    assert status == OK
    plain, turned = (np.load(tmp_path / name, allow_pickle=True) for name in ("a.npy", "b.npy"))
    assert len(turned[0]) == 16 * len(plain[0])
    assert np.array_equal(turned[0][8::16], plain[0])
    assert np.array_equal(turned[2], np.repeat(plain[2], 16))
    assert np.array_equal(turned[1], plain[1])
