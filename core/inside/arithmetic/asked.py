"""What is asked of the arithmetic: one number of one layer, with all that went in."""

from dataclasses import dataclass

from core.inside.explanations import Cell
from core.inside.operations import Array, LayerFacts

Head = tuple[str, str, Cell, float, tuple[str, ...]]


@dataclass(frozen=True)
class Asked:
    """The number at `cell` of `output`, made from `inputs` (in the order of `facts.inputs`). The cell is in range."""

    facts: LayerFacts
    inputs: tuple[Array, ...]
    output: Array
    cell: Cell

    @property
    def value(self) -> float:
        """The number, as Keras computed it."""
        return float(self.output[self.cell])

    @property
    def only(self) -> Array:
        """The input of a layer that has one."""
        (values,) = self.inputs
        return values

    @property
    def head(self) -> Head:
        """The fields that every explanation begins with, up to `recomputed`."""
        return self.facts.name, self.facts.kind, self.cell, self.value, self.facts.inputs
