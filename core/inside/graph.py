"""The calls that make up a network, in the order in which they run. Heavy: knows Keras's graph.

A layer that is called twice is two calls; an operation without a layer (`keras.ops`, `x + y`) is one as well; a model
within a model is one call, whatever is inside.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import keras

from core.inside.operations import PICTURE


@dataclass(frozen=True)
class Call:
    """One call whose result can be shown: a tensor with a row for each picture.

    `inputs` are the names of the calls that feed it, in order, or `PICTURE`; where one of those cannot be shown, of
    what feeds that one. `is_plain`: all can be shown; only then its numbers follow from those shown before. `takes` are
    the tensors themselves.
    """

    name: str
    operation: Any
    tensor: keras.KerasTensor
    takes: tuple[keras.KerasTensor, ...]
    inputs: tuple[str, ...]
    is_plain: bool


def calls_of(model: keras.Model) -> tuple[Call, ...]:
    """All calls between the picture and the model's answer that have one tensor to show, each after what feeds it."""
    picture = model.inputs[0]
    shown = {id(picture): PICTURE}
    behind: dict[int, tuple[str, ...]] = {}
    found: list[Call] = []
    for node in _in_order(model):
        feeding = [id(tensor) for tensor in node.input_tensors]
        is_plain = all(each in shown for each in feeding)
        inputs = tuple(name for each in feeding for name in ((shown[each],) if each in shown else behind[each]))
        if not is_plain:
            inputs = tuple(dict.fromkeys(inputs))
        tensor = _shown_tensor(node, picture)
        if tensor is None:
            behind.update((id(each), inputs) for each in node.output_tensors)
            continue
        name = _unused_name(node.operation.name, set(shown.values()))
        shown[id(tensor)] = name
        found.append(Call(name, node.operation, tensor, tuple(node.input_tensors), inputs, is_plain))
    return tuple(found)


def run(model: keras.Model, inputs: Sequence[Any], call: Callable[..., Any]) -> list[Any]:
    """The model's outputs for real tensors, each operation carried out by `call(operation, *arguments, **more)`."""
    tensors = {id(symbol): tensor for symbol, tensor in zip(model.inputs, inputs, strict=True)}
    for node in _in_order(model):
        arguments, more = node.arguments.fill_in(tensors)
        outputs = keras.tree.flatten(call(node.operation, *arguments, **more))
        tensors.update((id(symbol), tensor) for symbol, tensor in zip(node.output_tensors, outputs, strict=True))
    return [tensors[id(symbol)] for symbol in model.outputs]


def _in_order(model: keras.Model) -> Iterator[Any]:
    """The nodes from the inputs to the outputs, each once and after those before it; one branch after the other.

    Keras has no public way from a tensor back to the call that made it: `model.layers` knows neither the second call of
    a shared layer nor operations without a layer. The history of its symbolic tensors has been the same since
    Keras 3.0.
    """
    done = {id(_node(tensor)) for tensor in model.inputs}
    waiting = [(_node(tensor), False) for tensor in reversed(model.outputs)]
    while waiting:
        node, are_feeders_done = waiting.pop()
        if id(node) in done:
            continue
        if are_feeders_done:
            done.add(id(node))
            yield node
        else:
            waiting.append((node, True))
            waiting.extend((_node(tensor), False) for tensor in reversed(node.input_tensors))


def _node(tensor: keras.KerasTensor) -> Any:
    operation, node_index, _ = tensor._keras_history
    return operation._inbound_nodes[node_index]


def _shown_tensor(node: Any, picture: keras.KerasTensor) -> keras.KerasTensor | None:
    if len(node.output_tensors) != 1:
        return None
    (tensor,) = node.output_tensors
    # Without an axis for the batch, or with nothing behind it, there is no layer output of one picture.
    return tensor if len(tensor.shape) > 1 and tensor.shape[0] == picture.shape[0] else None


def _unused_name(name: str, used: set[str]) -> str:
    candidate, call = name, 1
    while candidate in used:
        call += 1
        candidate = f"{name} ({call})"
    return candidate
