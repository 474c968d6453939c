"""Training pictures varied on the fly. Heavy: imports TensorFlow and Keras.

A variation follows from the seed, the epoch and the picture's position in the dataset alone: neither the batch that it
comes in nor what was asked before changes it, so the preview, the training and a saved file show the same bytes.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.training.augmentation import TURNS_DEGREES, Augmentation

# A corner that turning or moving lays bare goes on as the mirror image of what is beside it. To repeat the outermost
# pixels draws streaks into it, and black would be a sign that only training pictures have.
FILL_MODE = "reflect"

# Draws of chance for one picture in one epoch: rotation, mirror, zoom, shifts across and down, brightness, contrast.
_DRAWS = 7

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Changes:
    """What is done to each of N pictures, in this order: mirrored (left and right change places), turned
    (counter-clockwise, as Pillow and Keras count), enlarged, moved, then the colours. Arrays of N."""

    mirrored: NDArray[np.bool_]
    degrees: Floats
    # Sides grow by this factor; 1 leaves them.
    zoom: Floats
    # Moved to the right and down, as a share of the side.
    shift_x: Floats
    shift_y: Floats
    # Added to every value, as a share of 255.
    brightness: Floats
    # The distance of every value from its channel's mean grows by this factor; 1 leaves it.
    contrast: Floats

    def transforms(self, size_px: int) -> NDArray[np.float32]:
        """As `keras.ops.image.affine_transform` takes them, N x 8: where in the picture an output pixel comes from.

        All of it is one transform, so that every picture is resampled only once.
        """
        centre = (size_px - 1) / 2  # of pixel centres: a half pixel more would blur what is only mirrored
        angle = np.deg2rad(self.degrees)
        side = np.where(self.mirrored, -1.0, 1.0)
        cosine, sine = np.cos(angle) / self.zoom, np.sin(angle) / self.zoom
        to_x, to_y = centre + self.shift_x * size_px, centre + self.shift_y * size_px
        found = np.zeros((len(angle), 8), np.float32)
        found[:, 0], found[:, 1] = side * cosine, -side * sine
        found[:, 2] = centre - side * (cosine * to_x - sine * to_y)
        found[:, 3], found[:, 4] = sine, cosine
        found[:, 5] = centre - (sine * to_x + cosine * to_y)
        return found


class Augmenter:
    """Varies training pictures as `augmentation` says. `seed` decides what is drawn by chance."""

    def __init__(self, augmentation: Augmentation, seed: int) -> None:
        self.augmentation = augmentation
        self.seed = seed
        self.copies = augmentation.copies
        self._vary = _graph()

    def vary(
        self, pictures: NDArray[np.uint8], positions: NDArray[np.int64], epoch: int, copies: NDArray[np.int64]
    ) -> NDArray[np.uint8]:
        """The variations of `pictures` (N x size x size x 3) that this epoch shows, of the same shape.

        `positions` are the pictures' in the dataset. `copies` (0 to `copies` - 1) tells the variations of one photo in
        one epoch apart: with `turns`, 2 i is the photo turned by TURNS_DEGREES[i], and 2 i + 1 the mirror image
        of that; 8 is the photo itself, to the byte. Otherwise there is only 0.
        """
        if self.augmentation.kind == "off":
            return pictures
        changes = self._drawn(positions, epoch) if self.augmentation.kind == "random" else _turns(copies)
        varied: NDArray[np.uint8] = self._vary(
            tf.constant(pictures),
            tf.constant(changes.transforms(pictures.shape[1])),
            tf.constant(255 * changes.brightness, tf.float32),
            tf.constant(changes.contrast, tf.float32),
        ).numpy()
        return varied

    def _drawn(self, positions: NDArray[np.int64], epoch: int) -> Changes:
        bounds = self.augmentation
        turn, mirror, zoom, shift_x, shift_y, brightness, contrast = _chance(self.seed, epoch, positions)
        return Changes(
            mirrored=bounds.mirror & (mirror < 0.5),
            degrees=_within(bounds.rotation_degrees, turn),
            zoom=1 + _within(bounds.zoom, zoom),
            shift_x=_within(bounds.shift, shift_x),
            shift_y=_within(bounds.shift, shift_y),
            brightness=_within(bounds.brightness, brightness),
            contrast=1 + _within(bounds.contrast, contrast),
        )


def _turns(copies: NDArray[np.int64]) -> Changes:
    still, plain = np.zeros(len(copies)), np.ones(len(copies))
    mirrored = copies % 2 == 1
    # Turned, then mirrored: the same as mirrored, then turned the other way.
    degrees = np.array(TURNS_DEGREES, float)[copies // 2] * np.where(mirrored, -1, 1)
    return Changes(mirrored, degrees, plain, still, still, still, plain)


def _within(bound: float, chance: Floats) -> Floats:
    """Chance (0 to 1) as a number from -bound to bound."""
    return bound * (2 * chance - 1)


def _chance(seed: int, epoch: int, positions: NDArray[np.int64]) -> Floats:
    """Numbers from 0 to below 1, _DRAWS x N, each following from its seed, epoch and position alone.

    SplitMix64 (Steele et al. 2014): its n-th number is a hash of n, so any position's are found without drawing those
    before it, and for all pictures of a batch at once.
    """
    start = np.random.SeedSequence([seed, epoch]).generate_state(1, np.uint64)
    places = positions.astype(np.uint64) * np.uint64(_DRAWS) + np.arange(_DRAWS, dtype=np.uint64)[:, None]
    mixed = start + (places + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    found: Floats = (mixed >> np.uint64(11)) * 2.0**-53
    return found


@cache
def _graph() -> Any:
    """The graph of all augmenters, for pictures of any size: tracing it again for each would make the preview wait."""
    numbers = tf.TensorSpec((None,), tf.float32)
    return tf.function(
        _varied,
        input_signature=(
            tf.TensorSpec((None, None, None, 3), tf.uint8),
            tf.TensorSpec((None, 8), tf.float32),
            numbers,
            numbers,
        ),
        autograph=False,
        jit_compile=False,
    ).get_concrete_function()


def _varied(pictures: tf.Tensor, transforms: tf.Tensor, brightness: tf.Tensor, contrast: tf.Tensor) -> tf.Tensor:
    moved = keras.ops.image.affine_transform(
        tf.cast(pictures, tf.float32),
        transforms,
        interpolation="bilinear",
        fill_mode=FILL_MODE,
        data_format="channels_last",
    )
    mean = tf.reduce_mean(moved, axis=(1, 2), keepdims=True)
    # Offset and factor of a picture's channel, so that the pixels are gone through once.
    factor = contrast[:, None, None, None]
    offset = mean * (1 - factor) + brightness[:, None, None, None]
    return tf.saturate_cast(tf.round(moved * factor + offset), tf.uint8)
