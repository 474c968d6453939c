"""The Inside page's layers: the chosen one in full, how one of its numbers came about, and the way back through the
epochs."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.answers import Insight, LayerOutput
from core.inside.arithmetic import explain
from core.inside.explanations import Cell, Explanation, Region, Shared, WeightedSum
from core.inside.hints import hint
from core.inside.operations import LayerFacts, Withheld
from core.inside.trace import is_colours, seen_region, trace
from core.inside.words import joined
from core.training.runs import best_epoch
from core.words import tr
from gui import theme
from gui.session import Session
from gui.widgets.inside.epoch_slider import EpochSlider
from gui.widgets.inside.explanation_panel import ExplanationPanel
from gui.widgets.inside.layer_view import LayerView
from gui.widgets.inside.softmax_curve import SoftmaxCurve


class Layers(QObject):
    """`centre` and `panel` are put in place by the page. `layer_wanted` asks for another layer, `region_changed` tells
    what the chosen cell sees of the photo (None: no cell)."""

    layer_wanted = Signal(str)
    region_changed = Signal(object)
    photo_wanted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inspecting = session.inspecting
        self._choice = session.inspecting.choice
        self._insight: Insight | None = None
        self._classes: Sequence[str] = ()
        self._target: int | None = None
        self._listed: tuple[object, ...] = ()
        self._wanted_epoch: int | None = None
        self.view = LayerView()
        self.curve = SoftmaxCurve()
        self.slider = EpochSlider()
        self.panel = ExplanationPanel()
        self.centre = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self.centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.curve, 1)
        layout.addStretch(0)
        layout.addWidget(self.slider)
        self._layout = layout

    def _connect(self) -> None:
        self.view.cell_chosen.connect(self._on_cell_chosen)
        self.view.slide_reached.connect(self._on_slide_reached)
        self.view.slide_finished.connect(self._on_slide_finished)
        panel = self.panel
        panel.closed.connect(self._on_panel_closed)
        panel.slide_toggled.connect(self._on_slide_toggled)
        panel.stepped.connect(self._on_stepped)
        panel.trace_wanted.connect(self._on_trace_wanted)
        panel.trace_closed.connect(self._on_trace_closed)
        panel.cell_wanted.connect(self.go_to)
        panel.photo_wanted.connect(self.photo_wanted)
        self.slider.epoch_wanted.connect(self._on_epoch_wanted)
        self._inspecting.kept_changed.connect(self._update_kept)
        self._session.epoch_ended.connect(self._update_slider)

    # ---- showing

    def show_insight(self, insight: Insight, classes: Sequence[str], target: int | None) -> None:
        """Show what the layers make of a picture; the chosen layer and cell stay. `target` is the index of the
        picture's own class, where it is known."""
        if self._insight is not None and insight.photo is not self._insight.photo:
            self._wanted_epoch = None
        self._insight, self._classes, self._target = insight, classes, target
        if not insight.outputs:
            return
        names = [output.name for output in insight.outputs]
        if self._choice.layer not in names:
            first = next((each for each in insight.outputs if each.kind == "Conv2D"), insight.outputs[0])
            self._choice.layer, self._choice.cell = first.name, None
        self._list_kept()
        self._show_layer()
        self._update_slider()

    def show_chosen(self) -> None:
        """Show the layer that was chosen just now, with its strongest cell explained."""
        self.view.stop_slide()
        self._choice.cell = None
        self._choice.is_traced = False
        self._session.asking.want_all_weights(False)
        if self._insight is not None and self._insight.outputs:
            self._show_layer()

    def _show_layer(self) -> None:
        insight, output = self._insight, self.output()
        assert insight is not None
        as_shares = _gives_shares(insight, output)
        is_per_class = as_shares or _scores_classes(insight, output)
        names = self._classes if is_per_class and output.values.shape == (len(self._classes),) else ()
        self.view.show_layer(output, names, bool(names) and as_shares)
        facts = self._facts()
        sentences = hint(facts, bool(names) and as_shares) if facts is not None else ()
        # The rest of it stands in the panel, with numbers.
        self.view.show_about(str(joined(*sentences[:2])) if sentences else "")
        self._show_filters()
        if self._choice.cell is None or not _holds(output, self._choice.cell):
            self._choice.cell = _strongest_cell(output)
        self._show_curve(bool(names) and as_shares)
        self._mark(self._choice.cell)
        if self.view.is_sliding and self._choice.cell is not None:
            # The picture that fills belongs to the new numbers from here on.
            self.view.start_slide(insight, self._choice.cell)
        self._explain()

    def _show_filters(self) -> None:
        insight, facts, kept = self._insight, self._facts(), self._inspecting.kept
        assert insight is not None
        has_first = kept is not None and kept.run == self._inspecting.run and kept.first_epoch > 0
        first = kept.first_filters if kept is not None and has_first else None
        sees_picture = facts is not None and all(is_colours(insight, each) for each in facts.inputs)
        colours = (tr("red"), tr("green"), tr("blue")) if sees_picture else ()
        self.view.show_filters(facts, first, kept.first_epoch if kept is not None and has_first else 1, colours)
        self.view.filters.show_epoch(insight.epoch if insight.is_kept else None)

    def _show_curve(self, as_shares: bool) -> None:
        explanation = self._explanation() if as_shares else None
        shares = explanation.shares if isinstance(explanation, Shared | WeightedSum) else None
        self.curve.setVisible(shares is not None)
        if shares is not None:
            self.curve.show_logits(shares.logits, self._classes)
        self._layout.setStretchFactor(self.view, 0 if self.view.is_short else 1)

    def output(self) -> LayerOutput:
        """The chosen layer's output."""
        assert self._insight is not None
        assert self._choice.layer is not None
        return self._insight.output(self._choice.layer)

    def _facts(self) -> LayerFacts | None:
        insight = self._insight
        return next((each for each in insight.layers if each.name == self._choice.layer), None) if insight else None

    # ---- one number

    def choose_cell(self, cell: Cell) -> None:
        """Explain this cell of the chosen layer."""
        self._choice.cell = cell
        self._choice.is_explained = True
        self._choice.is_traced = False
        self._explain()

    def _on_cell_chosen(self, shown: Cell) -> None:
        self.choose_cell(_of_output(shown, self.output().values.shape))

    def _mark(self, cell: Cell | None) -> None:
        """Put the mark on a cell of the layer in sight."""
        self.view.choose_cell(None if cell is None else _as_drawn(cell, self.output().values.shape))

    def go_to(self, layer: str, cell: Cell) -> None:
        """Show another layer's cell, as the panel's links ask for."""
        traced = self._choice.is_traced
        if self._insight is None or layer not in {each.name for each in self._insight.outputs}:
            return  # the picture itself
        if layer != self._choice.layer:
            self.layer_wanted.emit(layer)
        if traced:
            # The chain stays while one walks along it.
            self._mark(cell)
            self._choice.cell = cell
            self._tell_region(cell)
        else:
            self.choose_cell(cell)
            self._mark(cell)

    def _explanation(self) -> Explanation | None:
        """How the chosen number came about; None while its weights are not here."""
        insight, layer, cell = self._insight, self._choice.layer, self._choice.cell
        facts = self._facts()
        if insight is None or layer is None or cell is None or facts is None or insight.is_kept:
            return None
        return None if isinstance(facts.operation, Withheld) else explain(insight, layer, cell)

    def _explain(self) -> None:
        insight, choice, facts = self._insight, self._choice, self._facts()
        assert insight is not None
        self.panel.setVisible(choice.is_explained)
        if choice.cell is None or facts is None:
            self.panel.show_hint(facts)
            self.region_changed.emit(None)
            return
        self._tell_region(choice.cell)
        if not choice.is_explained:
            return
        if insight.is_kept:
            self.panel.show_kept(insight.epoch or 0)
        elif choice.is_traced:
            self._trace()
        elif isinstance(facts.operation, Withheld):
            self._session.asking.want_all_weights(True)
            self.panel.show_waiting()
        else:
            explanation = explain(insight, facts.name, choice.cell)
            self.panel.show_explanation(insight, explanation, self._classes, self._target)

    def _trace(self) -> None:
        assert self._insight is not None
        assert self._choice.layer is not None
        steps = trace(self._insight, self._choice.layer, self._choice.cell or ())
        last = next((each for each in self._insight.layers if steps and each.name == steps[-1].layer), None)
        if last is not None and isinstance(last.operation, Withheld):
            self._session.asking.want_all_weights(True)
        self.panel.show_trace(steps, self._insight)

    def _tell_region(self, cell: Cell) -> None:
        assert self._insight is not None
        assert self._choice.layer is not None
        region: Region | None = None
        if self._insight.layers:
            region = seen_region(self._insight, self._choice.layer, cell)
        self.region_changed.emit(region)

    def _on_panel_closed(self) -> None:
        self.view.stop_slide()
        self._choice.is_explained = False
        self.panel.hide()

    def _on_stepped(self, steps: int) -> None:
        output, cell = self.output(), self._choice.cell
        if cell is None:
            return
        target = _stepped(cell, output.values.shape, steps)
        self._mark(target)
        self.choose_cell(target)

    def _on_trace_wanted(self) -> None:
        self.view.stop_slide()
        self._choice.is_traced = True
        self._explain()

    def _on_trace_closed(self) -> None:
        self._choice.is_traced = False
        self._session.asking.want_all_weights(False)
        self._explain()

    # ---- the sliding filter

    def _on_slide_toggled(self, on: bool) -> None:
        insight, cell = self._insight, self._choice.cell
        if on and insight is not None and cell is not None:
            self.view.start_slide(insight, cell)
        else:
            self.view.stop_slide()
        self.panel.set_sliding(on and self.view.is_sliding)

    def _on_slide_reached(self, cell: Cell) -> None:
        self._choice.cell = cell
        self._explain()

    def _on_slide_finished(self) -> None:
        self.panel.set_sliding(False)

    # ---- earlier epochs

    def _list_kept(self) -> None:
        """Ask what is kept, when there may be more than before."""
        insight, run = self._session.asking.insight, self._inspecting.run
        if insight is None or run is None:
            return
        known = (run, id(insight.photo), len(self._session.epochs))
        if known != self._listed:
            self._listed = known
            self._inspecting.list_kept()

    def _on_epoch_wanted(self, epoch: int | None) -> None:
        self._wanted_epoch = epoch
        self._inspecting.recall(epoch)

    def go_to_newest(self) -> None:
        """Leave the earlier epoch that is shown, if any."""
        self._on_epoch_wanted(None)

    def _update_kept(self) -> None:
        self._update_slider()
        if self._insight is not None and self._insight.outputs:
            self._show_filters()

    def _update_slider(self) -> None:
        newest, run, kept = self._session.asking.insight, self._inspecting.run, self._inspecting.kept
        shows_run = self._session.live is not None and self._session.live.run == run
        best = best_epoch(self._session.epochs) if shows_run else None
        stops = kept.epochs if kept is not None and kept.run == run else ()
        is_live = self._session.is_training and shows_run
        self.slider.setVisible(run is not None)
        self.slider.set_epochs(
            stops, newest.epoch if newest is not None else None, best.epoch if best else None, is_live
        )
        self.slider.show_epoch(self._wanted_epoch)
        if stops:
            self.slider.set_note("")
        elif is_live:
            self.slider.set_note(tr("The first epoch that is kept comes when it is over."))
        else:
            self.slider.set_note(tr("Epochs are kept for the picture that was looked at while training."))


def _gives_shares(insight: Insight, output: LayerOutput) -> bool:
    is_last = output is insight.outputs[-1]
    return output.kind in ("softmax", "Softmax") or (is_last and _adds_up_to_one(output))


def _scores_classes(insight: Insight, output: LayerOutput) -> bool:
    """Whether it is the last dense layer, or one that comes after it."""
    last = len(insight.outputs) - 1
    dense = max((place for place, each in enumerate(insight.outputs) if each.kind == "Dense"), default=last)
    return any(each is output for each in insight.outputs[dense:])


def _adds_up_to_one(output: LayerOutput) -> bool:
    return bool((output.values >= 0).all()) and abs(float(output.values.sum()) - 1) < 0.001


def _holds(output: LayerOutput, cell: Cell) -> bool:
    shape = output.values.shape
    return len(cell) == len(shape) and all(place < length for place, length in zip(cell, shape, strict=True))


def _strongest_cell(output: LayerOutput) -> Cell | None:
    """The largest value: the likeliest to be asked about."""
    values = output.values
    if not values.size:
        return None
    place = int(np.argmax(np.nan_to_num(values, nan=-np.inf, posinf=np.inf, neginf=-np.inf)))
    return tuple(int(each) for each in np.unravel_index(place, values.shape))


def _as_drawn(cell: Cell, shape: tuple[int, ...]) -> Cell:
    """A cell of the output as the views count it: they draw (rows, columns, channels) or one row of values."""
    if len(shape) in (1, 3):
        return cell
    return (*cell, 0) if len(shape) == 2 else (int(np.ravel_multi_index(cell, shape)),)


def _of_output(drawn: Cell, shape: tuple[int, ...]) -> Cell:
    """The way back from `_as_drawn`."""
    if len(shape) in (1, 3):
        return drawn
    return drawn[:2] if len(shape) == 2 else tuple(int(each) for each in np.unravel_index(drawn[0], shape))


def _stepped(cell: Cell, shape: tuple[int, ...], steps: int) -> Cell:
    """The cell so many steps on, as a kernel moves: along the row, then on to the next, in the same channel."""
    if len(shape) != 3:
        return ((cell[0] + steps) % shape[0], *cell[1:])
    rows, columns = shape[:2]
    row, column = divmod((cell[0] * columns + cell[1] + steps) % max(1, math.prod(shape[:2])), columns)
    return row % rows, column, cell[2]
