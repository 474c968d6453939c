"""What the tests of core share: tiny folders of coloured pictures, and one run trained on them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import events as events_module
from core.control import Control
from core.events import Event, TrainingOutcome
from core.pictures.cache import PreparedPictures, prepare
from core.pictures.dataset import Dataset
from core.pictures.scan import scan
from core.training.config import TrainingConfig

COLOURS = {"blue": (40, 60, 200), "green": (40, 180, 60), "red": (210, 50, 40)}

# NumPy 2.4 and TensorFlow 2.21: every weight that Keras copies out warns once about `__array__`.
TENSORFLOW_WARNINGS = "ignore:__array__ implementation doesn't accept a copy keyword:DeprecationWarning"

MakeFolder = Callable[..., Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever trains or opens a network meets the warning; it is nobody's here to mend."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.get_closest_marker("heavy"):
            item.add_marker(pytest.mark.filterwarnings(TENSORFLOW_WARNINGS))


def write_colours(
    root: Path, per_class: int = 12, names: tuple[str, ...] = tuple(COLOURS), size_px: int = 20, seed: int = 0
) -> Path:
    """`root` with a folder per colour, each with noisy pictures of that colour."""
    rng = np.random.default_rng(seed)
    for name in names:
        (root / name).mkdir(parents=True, exist_ok=True)
        colour = np.array(COLOURS.get(name, (128, 128, 128)))
        for number in range(per_class):
            pixels = np.clip(colour + rng.normal(0, 25, (size_px, size_px, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(root / name / f"{number:03}.png")
    return root


@pytest.fixture
def make_colours(tmp_path: Path) -> MakeFolder:
    """Call it for a folder of class folders (`root`, `per_class`, `names`, `size_px`) below the test's own."""

    def make(root: str = "colours", **settings: object) -> Path:
        return write_colours(tmp_path / root, **settings)  # type: ignore[arg-type]

    return make


@pytest.fixture
def every_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each picture and batch is reported, however fast they come."""
    monkeypatch.setattr(events_module, "SECONDS_BETWEEN_REPORTS", 0)


@dataclass
class TrainedRun:
    """A finished run of four epochs, and everything that it reported. For reading only."""

    pictures: Path
    dataset: Dataset
    prepared: PreparedPictures
    config: TrainingConfig
    outcome: TrainingOutcome
    events: list[Event] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.outcome.run

    @property
    def photo(self) -> Path:
        return self.pictures / "red" / "000.png"


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> TrainedRun:
    """Three colours at 16 pixels, four epochs. Only for tests marked `heavy`."""
    from core.training.train import train

    pictures = write_colours(tmp_path_factory.mktemp("trained") / "colours", per_class=20)
    config = TrainingConfig(image_size_px=16, epochs=4, batch_size=8, seed=3)
    events: list[Event] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAKAMI_HOME", str(tmp_path_factory.mktemp("trained-home")))
        dataset = scan(pictures)
        control = Control()

        def report(event: Event) -> None:
            if not events:
                control.ask_snapshot()
            events.append(event)

        outcome = train(dataset, config, report, control)
        prepared = prepare(dataset, config.frame)
    return TrainedRun(pictures, dataset, prepared, config, outcome, events)
