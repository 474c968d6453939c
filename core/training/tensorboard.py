"""The curves of a run as TensorBoard reads them. Heavy: imports TensorFlow (not TensorBoard, which is not needed
to write)."""

from pathlib import Path

import tensorflow as tf

from core.events import EpochEnded


class EventWriter:
    """Writes one scalar per epoch and curve into the run's folder; use as a context manager."""

    def __init__(self, folder: Path) -> None:
        self._writer = tf.summary.create_file_writer(str(folder))

    def __enter__(self) -> "EventWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def add(self, epoch: EpochEnded) -> None:
        """Write an epoch's curves under the names that Keras's own TensorBoard callback gives them."""
        values = {
            "epoch_loss": epoch.loss,
            "epoch_accuracy": epoch.accuracy,
            "epoch_val_loss": epoch.val_loss,
            "epoch_val_accuracy": epoch.val_accuracy,
            "epoch_learning_rate": epoch.learning_rate,
        }
        with self._writer.as_default(step=epoch.epoch):
            for name, value in values.items():
                metadata = tf.compat.v1.SummaryMetadata(
                    plugin_data=tf.compat.v1.SummaryMetadata.PluginData(plugin_name="scalars")
                )
                tf.summary.write(name, tf.constant(value, tf.float32), metadata=metadata)
        self._writer.flush()
