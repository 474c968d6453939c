"""Variables that leave nothing behind. Heavy: imports TensorFlow."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import tensorflow as tf

# With the slash it stands by itself, whatever scope of names it is made in.
_NAME = "variable/"


@contextmanager
def one_name_for_all() -> Iterator[None]:
    """TensorFlow's own name of every variable that this thread makes within is the same; Keras's names stay.

    TensorFlow keeps about 36 kB for each name that a variable was ever made with, for as long as the process lives,
    and Keras counts up the names of what has none of its own, so that every further model and optimizer brings new
    ones.
    """
    with tf.variable_creator_scope(_named_alike):
        yield


def _named_alike(create: Callable[..., tf.Variable], **settings: Any) -> tf.Variable:
    return create(**settings | {"name": _NAME})
