"""How one number came about: a sentence, the arithmetic with the real numbers, and the ways on from there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.answers import Insight
from core.inside.arithmetic import source_cell, strongest
from core.inside.explanations import (
    Cell,
    Contribution,
    Explanation,
    NotExplained,
    Step,
    WeightedSum,
)
from core.inside.hints import hint
from core.inside.operations import LayerFacts
from core.inside.rounding import reading
from core.inside.sentences import in_words
from core.words import Sentence, say, tr
from gui import theme
from gui.widgets.buttons import IconButton, LinkButton
from gui.widgets.card import Card
from gui.widgets.inside.explain.convolution_view import ConvolutionView
from gui.widgets.inside.explain.foot import Foot
from gui.widgets.inside.explain.painting import WIDTH_PX
from gui.widgets.inside.explain.sentence_label import SentenceLabel
from gui.widgets.inside.explain.softmax_view import SoftmaxView
from gui.widgets.inside.explain.trace_view import TraceView
from gui.widgets.inside.explain.view import Shown, View, has_layer
from gui.widgets.inside.explain.views import views_of
from gui.widgets.text import Text


class ExplanationPanel(Card):
    """Explains one cell. Views are kept and take other numbers, so that it can follow a sliding filter.

    `cell_wanted`: another number to explain (its layer, its cell). `stepped`: one cell back (-1) or on (1).
    `slide_toggled`: whether the filter shall slide. `photo_wanted`: the heat map.
    """

    closed = Signal()
    slide_toggled = Signal(bool)
    stepped = Signal(int)
    trace_wanted = Signal()
    trace_closed = Signal()
    cell_wanted = Signal(str, object)
    photo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How this number came about"), parent=parent)
        self._shown: Shown | None = None
        self._layer: str | None = None
        self._class_names: tuple[str, ...] = ()
        self._views: dict[type[View], View] = {}
        self.setFixedWidth(theme.PANEL_EXPLANATION)
        self.close_button = IconButton("x", tr("Close"), tr("Close, and give the pictures the room"))
        self.sentence = SentenceLabel()
        self.back_link = LinkButton(tr("Back to the number"), "chevron-left")
        self.trace = TraceView()
        self.foot = Foot()
        self._advice = SentenceLabel()
        self._to_do = Text("", weight=600, wrap=True)
        self._area = QScrollArea()
        self._content = QVBoxLayout()
        self._arrange_parts()
        self._connect_parts()
        self.show_hint(None)

    def show_explanation(
        self, insight: Insight, explanation: Explanation, class_names: Sequence[str] = (), target: int | None = None
    ) -> None:
        """Show how a number came about. `class_names` are the network's; `target` is the index of the picture's own
        class, where it is known."""
        if explanation.layer != self._layer:
            self.sentence.start_anew()
            self._area.verticalScrollBar().setValue(0)
        self._layer = explanation.layer
        self._class_names = tuple(class_names)
        is_per_class = insight.output(explanation.layer).values.shape == (len(class_names),)
        self._shown = Shown(insight, explanation, tuple(class_names) if is_per_class else (), target)
        self.sentence.show_sentence(in_words(explanation, insight, tuple(class_names)))
        kinds = views_of(explanation)
        for kind in kinds:
            self._view(kind).show_number(self._shown)
        self._show_only(*kinds)
        self._offer(insight, explanation)

    def show_hint(self, facts: LayerFacts | None) -> None:
        """No number is chosen yet: say what the layer does, and what to click."""
        self._forget()
        parts = () if facts is None else hint(facts)
        self._say(*parts, then=say("Click any cell to see how its number came about."))

    def show_waiting(self) -> None:
        """The layer's weights are on their way."""
        self._forget()
        self._say(say("One moment: the weights come with the next batch."))

    def show_kept(self, epoch: int) -> None:
        """An epoch from the disk is looked at."""
        self._forget()
        kept = say(
            "Epoch {epoch} is shown as it was kept, rounded to 256 steps; its arithmetic is not kept.", epoch=epoch
        )
        self._say(kept, then=say("Move the slider to its right end for that."))

    def show_trace(self, steps: Sequence[Step], insight: Insight) -> None:
        """Show the way from a number down to a pixel instead of the arithmetic, with a way back to it."""
        self.trace.show_steps(steps, insight, self._class_names)
        self._show_only()
        self.sentence.hide()
        self.trace.show()
        self.back_link.show()
        self.foot.hide()
        self._area.verticalScrollBar().setValue(0)

    def set_sliding(self, on: bool) -> None:
        """Whether the filter slides now."""
        self.foot.set_sliding(on)

    def words(self) -> str:
        """Everything that is shown, as text."""
        parts = [self.sentence.sentence()] if not self.sentence.isHidden() else []
        parts += [view.words() for view in self._views.values() if not view.isHidden()]
        if not self.trace.isHidden():
            parts.append(self.trace.words())
        if not self._advice.isHidden():
            parts.append(self._advice.sentence())
        if not self._to_do.isHidden():
            parts.append(self._to_do.text())
        return "\n".join(parts)

    def view(self, kind: type[View]) -> View | None:
        """The view of a kind, if it was needed before."""
        return self._views.get(kind)

    def _forget(self) -> None:
        self._shown = self._layer = None
        self.sentence.start_anew()

    def _say(self, *sentences: Sentence, then: Sentence | None = None) -> None:
        """Sentences instead of arithmetic, one below the other, and what to do in the end."""
        self._show_only()
        self.foot.hide()
        self.sentence.hide()
        self._advice.start_anew()
        self._advice.show_paragraphs(sentences)
        self._advice.setVisible(bool(sentences))
        self._to_do.setText("" if then is None else str(then))
        self._to_do.setVisible(then is not None)

    def _show_only(self, *kinds: type[View]) -> None:
        for kind, view in self._views.items():
            view.setVisible(kind in kinds)
        self.trace.hide()
        self.back_link.hide()
        self._advice.hide()
        self._to_do.hide()
        self.sentence.setVisible(self._shown is not None)

    def _view(self, kind: type[View]) -> View:
        view = self._views.get(kind)
        if view is None:
            view = self._views[kind] = kind()
            view.cell_wanted.connect(self.cell_wanted)
            self._content.insertWidget(self._content.count() - 1, view)
        return view

    def _offer(self, insight: Insight, explanation: Explanation) -> None:
        kinds = views_of(explanation)
        is_convolution, is_softmax = ConvolutionView in kinds, SoftmaxView in kinds
        found = _strongest_source(insight, explanation)
        self.foot.offer(
            slide=is_convolution,
            steps=not is_softmax,
            source=reading(found[2].value) if found is not None and not is_convolution else "",
            photo=is_softmax,
            trace=not isinstance(explanation, NotExplained),
        )
        self.foot.show()

    def _arrange_parts(self) -> None:
        self.header.addWidget(self.close_button)
        content = QWidget()
        content.setFixedWidth(WIDTH_PX)
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(12)
        for widget in (self._advice, self._to_do, self.back_link, self.trace):
            self._content.addWidget(widget)
        self._content.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        content.setProperty("kind", "page")
        # The scroll bar comes and goes in the card's own margin: nothing moves for it.
        self.body.setContentsMargins(theme.CARD_PADDING - 1, 0, 2, theme.CARD_PADDING - 1)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self._area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 4, theme.CARD_PADDING - 1, 0)
        foot.addWidget(self.foot)
        self.body.addLayout(foot)

    def _connect_parts(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.back_link.clicked.connect(self._on_back)
        self.trace.cell_wanted.connect(self.cell_wanted)
        self.foot.slide_toggled.connect(self.slide_toggled)
        self.foot.stepped.connect(self.stepped)
        self.foot.trace_wanted.connect(self.trace_wanted)
        self.foot.photo_wanted.connect(self.photo_wanted)
        self.foot.source_wanted.connect(self._on_source_wanted)

    def _on_source_wanted(self) -> None:
        if self._shown is None:
            return
        found = _strongest_source(self._shown.insight, self._shown.explanation)
        if found is not None:
            self.cell_wanted.emit(found[0], found[1])

    def _on_back(self) -> None:
        if self._shown is not None:
            self._show_only(*views_of(self._shown.explanation))
            self.foot.show()
        self.trace_closed.emit()

    def hasHeightForWidth(self) -> bool:
        # It scrolls by itself: what its sentences would like must not make the page scroll.
        return False


def _strongest_source(insight: Insight, explanation: Explanation) -> tuple[str, Cell, Contribution] | None:
    """The layer and cell that did most, and how much; None where that is no layer to go to."""
    found = strongest(explanation)
    if found is None:
        return None
    layer, cell = explanation.inputs[found.source], found.cell
    if isinstance(explanation, WeightedSum) and explanation.window is None:
        layer, cell = source_cell(insight, explanation.layer, cell)
    return (layer, cell, found) if has_layer(insight, layer) else None
