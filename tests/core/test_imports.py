"""Who may know whom: core no Qt, the window no TensorFlow, light modules no heavy ones."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TENSORFLOW = {"tensorflow", "keras", "h5py"}
# They take a second to import, which the window must not wait for.
STATISTICS = {"sklearn", "scipy"}
QT = {"PySide6", "shiboken6", "pyqtgraph", "PyQt5", "PyQt6"}


def modules(package: str) -> dict[str, ast.Module]:
    """Every module of a package, by its dotted name."""
    found = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = ast.parse(path.read_bytes())
    return found


def imported(tree: ast.AST, at_top_only: bool) -> Iterator[str]:
    """The names of the modules that a module imports; `from a import b` gives a and a.b."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif not (at_top_only and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)):
            yield from imported(node, at_top_only)


def packages(names: Iterator[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


CORE = modules("core")
GUI = modules("gui")
# One that imports only other heavy ones says so in its first words.
HEAVY = {
    name
    for name, tree in CORE.items()
    if packages(imported(tree, at_top_only=True)) & TENSORFLOW or "Heavy" in (ast.get_docstring(tree) or "")
}
LIGHT = sorted(CORE.keys() - HEAVY)


def loaded_by(code: str) -> set[str]:
    """The packages that a fresh interpreter has loaded after running `code`."""
    report = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_there_are_heavy_and_light_modules() -> None:
    """Guards the tests below against looking at nothing."""
    assert {"core.network.build", "core.training.train", "core.inference", "core.results.measures"} <= HEAVY
    assert {"core.commands", "core.pictures.cache", "core.training.runs", "core.engine", "core.results.wording"} <= set(
        LIGHT
    )
    assert len(GUI) > 20


@pytest.mark.parametrize("name", sorted(CORE))
def test_core_knows_no_window(name: str) -> None:
    assert not packages(imported(CORE[name], at_top_only=False)) & (QT | {"gui"})


@pytest.mark.parametrize("name", LIGHT)
def test_a_light_module_imports_no_heavy_one_at_its_top(name: str) -> None:
    names = set(imported(CORE[name], at_top_only=True))
    assert not names & HEAVY
    assert not packages(iter(names)) & STATISTICS, "its docstring does not say that it is heavy"


@pytest.mark.parametrize("name", sorted(GUI))
def test_the_window_imports_no_tensorflow_and_no_heavy_module(name: str) -> None:
    names = set(imported(GUI[name], at_top_only=False))
    assert not packages(iter(names)) & (TENSORFLOW | STATISTICS)
    assert not names & HEAVY


def test_importing_every_light_module_loads_nothing_heavy() -> None:
    loaded = loaded_by(f"import importlib\nfor name in {LIGHT!r}: importlib.import_module(name)")
    assert not loaded & (QT | TENSORFLOW | STATISTICS)


def test_importing_the_window_loads_nothing_heavy() -> None:
    loaded = loaded_by("import gui.main_window")
    assert "PySide6" in loaded
    assert not loaded & (TENSORFLOW | STATISTICS)


def test_the_door_itself_loads_only_the_standard_library() -> None:
    loaded = loaded_by("import main")
    assert not loaded & (QT | TENSORFLOW | STATISTICS | {"numpy", "PIL", "rich", "core", "gui"})
