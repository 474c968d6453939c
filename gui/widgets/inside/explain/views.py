"""Which views explain which number."""

from core.inside.explanations import (
    Explanation,
    Moved,
    OfOne,
    Pooled,
    Scaled,
    Shared,
    WeightedSum,
)
from gui.widgets.inside.explain.convolution_view import ConvolutionView
from gui.widgets.inside.explain.dense_view import DenseView
from gui.widgets.inside.explain.dropout_view import DropoutView
from gui.widgets.inside.explain.flatten_view import FlattenView
from gui.widgets.inside.explain.function_view import FunctionView
from gui.widgets.inside.explain.plain_view import PlainView
from gui.widgets.inside.explain.pooled_view import PooledView
from gui.widgets.inside.explain.scaled_view import ScaledView
from gui.widgets.inside.explain.softmax_view import SoftmaxView
from gui.widgets.inside.explain.view import View


def views_of(explanation: Explanation) -> tuple[type[View], ...]:
    """The views that explain it, one below the other: a sum that ends in softmax has the table above the sum."""
    match explanation:
        case WeightedSum():
            own = DenseView if explanation.window is None else ConvolutionView
            return (own,) if explanation.shares is None else (SoftmaxView, own)
        case OfOne():
            return (FunctionView,)
        case Scaled():
            return (ScaledView,)
        case Pooled():
            return (PooledView,)
        case Shared():
            return (SoftmaxView,)
        case Moved(dropout=dropout) if dropout is not None:
            return (DropoutView,)
        case Moved(source=source) if source is not None and _is_laid_out(explanation):
            return (FlattenView,)
    return (PlainView,)


def _is_laid_out(explanation: Explanation) -> bool:
    """Whether rows, columns and channels became one long row."""
    return isinstance(explanation, Moved) and len(explanation.input_shape) == 3 and len(explanation.output_shape) == 1
