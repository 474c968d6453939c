"""Several inputs into one."""

import math
from collections.abc import Callable, Mapping

from core.inside.arithmetic.asked import Asked
from core.inside.explanations import Cell, Merged
from core.inside.operations import Merge


def explain_merge(asked: Asked, operation: Merge) -> Merged:
    """One number of a layer that merges its inputs."""
    shapes = [values.shape for values in asked.inputs]
    sources = sources_of(operation, asked.cell, shapes)
    values = tuple(float(asked.inputs[which][cell]) for which, cell in sources)
    return Merged(*asked.head, _MERGES[operation.how](values), operation.how, values, sources)


def sources_of(operation: Merge, cell: Cell, shapes: list[tuple[int, ...]]) -> tuple[tuple[int, Cell], ...]:
    """Which inputs meet at a cell, and where in them. An axis of length 1 is spread over the others', as is an input
    with fewer axes."""
    if operation.how == "concatenate":
        return (_part(cell, shapes),)
    return tuple((which, _spread(cell, shape)) for which, shape in enumerate(shapes))


def _part(cell: Cell, shapes: list[tuple[int, ...]]) -> tuple[int, Cell]:
    index = cell[-1]
    for which, shape in enumerate(shapes):
        if index < shape[-1]:
            return which, (*cell[:-1], index)
        index -= shape[-1]
    raise IndexError(cell)


def _spread(cell: Cell, shape: tuple[int, ...]) -> Cell:
    last_axes = cell[len(cell) - len(shape) :]
    return tuple(index if length > 1 else 0 for index, length in zip(last_axes, shape, strict=True))


_MERGES: Mapping[str, Callable[[tuple[float, ...]], float]] = {
    "add": sum,
    "subtract": lambda values: values[0] - values[1],
    "multiply": math.prod,
    "average": lambda values: sum(values) / len(values),
    "maximum": max,
    "minimum": min,
    "concatenate": lambda values: values[0],
}
