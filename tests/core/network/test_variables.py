"""TensorFlow's names of variables do not pile up."""

import keras
import pytest

from core.network.variables import one_name_for_all

pytestmark = pytest.mark.heavy


def made() -> list[keras.Variable]:
    """What a model and its optimizer consist of, random generators too."""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3), keras.layers.Dropout(0.5)])
    optimizer = keras.optimizers.Adam()
    optimizer.build(model.trainable_variables)
    return [*model.variables, *optimizer.variables]


def names(variables: list[keras.Variable]) -> set[str]:
    return {variable.value.name for variable in variables}


def test_all_variables_have_one_name_for_tensorflow_and_their_own_for_keras() -> None:
    with one_name_for_all():
        variables = [*made(), *made()]
    assert len(names(variables)) == 1
    assert len({variable.path for variable in variables}) == len(variables)


def test_it_ends_with_the_block() -> None:
    with one_name_for_all():
        inside = made()
    outside = made()
    assert len(names(outside)) == len(outside)
    assert not names(outside) & names(inside)


def test_variables_of_one_name_keep_values_of_their_own() -> None:
    with one_name_for_all():
        first, second = (keras.Variable([value], dtype="float32") for value in (1, 2))
    first.assign_add([5])
    assert [first.numpy()[0], second.numpy()[0]] == [6, 2]
