"""The curves are there for TensorBoard: one scalar per epoch and curve."""

from pathlib import Path

import pytest
import tensorflow as tf

from core.events import EpochEnded
from core.training.tensorboard import EventWriter

pytestmark = pytest.mark.heavy


def scalars(folder: Path) -> dict[tuple[str, int], float]:
    """Every scalar of the event files in a folder by curve and epoch."""
    found = {}
    for path in folder.glob("events.*"):
        for record in tf.data.TFRecordDataset(str(path)):
            event = tf.compat.v1.Event.FromString(record.numpy())
            for value in event.summary.value:
                assert value.metadata.plugin_data.plugin_name == "scalars"
                found[value.tag, event.step] = float(tf.make_ndarray(value.tensor))
    return found


def test_what_is_added_can_be_read(tmp_path: Path) -> None:
    with EventWriter(tmp_path) as writer:
        writer.add(EpochEnded(1, 1.5, 0.25, 2.5, 0.125, 9.0, 40.0, True, 0.001))
        writer.add(EpochEnded(2, 0.5, 0.75, float("nan"), float("nan"), 9.0, 40.0, False))
        assert scalars(tmp_path)["epoch_loss", 2] == 0.5, "already there while the run goes on"
    found = scalars(tmp_path)
    assert len(found) == 10
    assert found["epoch_learning_rate", 1] == pytest.approx(0.001)
    assert found["epoch_loss", 1] == 1.5
    assert found["epoch_accuracy", 1] == 0.25
    assert found["epoch_val_loss", 1] == 2.5
    assert found["epoch_val_accuracy", 1] == 0.125
    assert found["epoch_val_loss", 2] != found["epoch_val_loss", 2]
