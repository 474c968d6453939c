"""The same bits on every run: asked for and taken back, with every operation that a training has."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tensorflow.python.framework.config import is_op_determinism_enabled

from core.control import Control
from core.events import ignore
from core.pictures.scan import scan
from core.training.augmentation import AUGMENTATION_KINDS, Augmentation, AugmentationKind
from core.training.config import OPTIMIZERS, Optimizer, TrainingConfig
from core.training.determinism import reproducible_operations
from core.training.trial import trial

pytestmark = pytest.mark.heavy


def weights_after(folder: Path, config: TrainingConfig, batches: int) -> list[np.ndarray]:
    with trial(scan(folder), config, ignore, Control()) as (setup, results):
        for _ in range(batches):
            next(results)
        setup.trainer.evaluate(setup.validation, config.batch_size, Control())
        assert is_op_determinism_enabled() == config.reproducible
        weights: list[np.ndarray] = setup.model.get_weights()
        return weights


@pytest.mark.parametrize(
    ("optimizer", "kind"),
    [*((each, "random") for each in OPTIMIZERS), *(("adam", each) for each in AUGMENTATION_KINDS)],
)
def test_everything_that_a_training_does_can_be_had_so(
    make_colours: Callable[..., Path], optimizer: Optimizer, kind: AugmentationKind
) -> None:
    config = TrainingConfig(
        image_size_px=12,
        batch_size=8,
        optimizer=optimizer,
        augmentation=Augmentation(kind),
        class_weights=True,
        reproducible=True,
    )
    folder = make_colours(per_class=6)
    first, again = weights_after(folder, config, 3), weights_after(folder, config, 3)
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))
    assert not is_op_determinism_enabled()


def test_a_run_after_one_is_as_if_that_had_never_been(make_colours: Callable[..., Path]) -> None:
    folder = make_colours(per_class=6)
    plain = TrainingConfig(image_size_px=12, batch_size=8)
    before = weights_after(folder, plain, 3)
    weights_after(folder, TrainingConfig(image_size_px=12, batch_size=8, reproducible=True), 1)
    after = weights_after(folder, plain, 3)
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))


def test_it_is_on_within_the_outermost_block() -> None:
    with reproducible_operations(True):
        with reproducible_operations(True), reproducible_operations(False):
            assert is_op_determinism_enabled()
        assert is_op_determinism_enabled()
    assert not is_op_determinism_enabled()
    with reproducible_operations(False):
        assert not is_op_determinism_enabled()


def test_an_error_ends_it_too() -> None:
    with pytest.raises(KeyError), reproducible_operations(True):
        raise KeyError
    assert not is_op_determinism_enabled()
