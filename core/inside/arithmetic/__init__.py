"""The arithmetic behind every number of a network, in numpy alone and in double precision.

`explain` takes a layer's facts and the numbers that went in, and fills its formula in; tests hold it against Keras for
every kind of layer. Light.
"""

from core.inside.arithmetic.dropout import dropout_mask
from core.inside.arithmetic.explaining import explain, explain_number
from core.inside.arithmetic.functions import apply
from core.inside.arithmetic.places import by_place, source_cell
from core.inside.arithmetic.strongest import strongest, strongest_terms

__all__ = [
    "apply",
    "by_place",
    "dropout_mask",
    "explain",
    "explain_number",
    "source_cell",
    "strongest",
    "strongest_terms",
]
