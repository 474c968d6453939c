"""The search for a learning rate: what was tried, what it shows, and a rate to use."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.events import RateFindings, RateTried
from core.training.learning_rate import rate_text
from core.words import tr
from gui import theme
from gui.widgets.buttons import LinkButton, PlainButton
from gui.widgets.card import Card
from gui.widgets.text import Text
from gui.widgets.training.rate_plot import RatePlot


class RateFinderView(Card):
    """`rate_chosen(float)`: train with this rate; `close_wanted`: go back to the curves."""

    rate_chosen = Signal(float)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Finding a learning rate"), tr("across: learning rate, up: loss"), parent=parent)
        self.plot = RatePlot()
        self._sentence = Text("", tone="text2", wrap=True)
        self.use_button = PlainButton(
            tr("Use {rate}", rate="0.0005"), tooltip=tr("Puts it into the settings of the next training")
        )
        self.close_button = LinkButton(tr("Close"), tooltip=tr("Keeps the learning rate as it is"), quiet=True)
        # The rate on the button moves with the mark; nothing beside it should.
        self.use_button.setMinimumWidth(self.use_button.sizeHint().width())
        foot = QHBoxLayout()
        foot.setSpacing(theme.LABEL_GAP)
        # The plot keeps its height when the buttons come.
        foot.addStrut(self.use_button.sizeHint().height())
        foot.addWidget(self._sentence, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.use_button)
        self.body.addWidget(self.plot, 1)
        self.body.addLayout(foot)
        self.plot.chosen.connect(self._on_chosen)
        self.use_button.clicked.connect(self._on_use)
        self.close_button.clicked.connect(self.close_wanted)
        self.begin()

    def begin(self, slowest: float = 1e-6, fastest: float = 1.0) -> None:
        """A search has begun that will try rates from `slowest` to `fastest`."""
        self.plot.begin(slowest, fastest)
        self._say(tr("Every batch is trained on at a larger rate than the one before. Your training is not touched."))
        self._offer(None)
        self.close_button.hide()

    def add(self, tried: RateTried) -> None:
        """One more rate was tried."""
        self.plot.add(tried.learning_rate, tried.loss)

    def show_findings(self, findings: RateFindings) -> None:
        """All rates are tried: say what they show, and offer one."""
        curve = tuple(zip(findings.rates, findings.losses, strict=True))
        self.plot.show_curve(curve, findings.suggested)
        self.close_button.show()
        if not math.isfinite(findings.suggested):
            self._offer(None)
            self._say(
                tr(
                    "The loss fell clearly at no rate. Larger batches make it less jumpy: set one and look again, or "
                    "choose a rate in the plot."
                )
            )
            return
        self._offer(findings.suggested)
        self._say(
            tr(
                "The loss is lowest near {lowest}; larger rates throw it up. About a tenth of that is a good start: "
                "{rate}.",
                lowest=rate_text(_lowest(findings), 1),
                rate=rate_text(findings.suggested),
            )
        )

    def show_stopped(self) -> None:
        """The search ended before its end: what was tried can still be read, and a rate chosen from it."""
        self.plot.show_curve((), math.nan)
        self.close_button.show()
        self._offer(None)
        self._say(tr("Stopped before the end. You can still choose a rate where the loss falls."))

    def sentence(self) -> str:
        """What is said of it."""
        return self._sentence.text()

    def _say(self, says: str) -> None:
        self._sentence.setText(says)

    def _offer(self, rate: float | None) -> None:
        self.plot.choose(rate)
        self.use_button.setVisible(rate is not None)
        if rate is not None:
            self.use_button.setText(tr("Use {rate}", rate=rate_text(rate)))

    def _on_chosen(self, rate: float) -> None:
        self._offer(rate)

    def _on_use(self) -> None:
        rate = self.plot.rate()
        if rate is not None:
            self.rate_chosen.emit(rate)


def _lowest(findings: RateFindings) -> float:
    """The rate at which the loss is lowest. The first few losses are hardly smoothed and may be low by chance; their
    rates lie below the suggested one."""
    tried = zip(findings.rates, findings.losses, strict=True)
    known = [(loss, rate) for rate, loss in tried if math.isfinite(loss) and rate >= findings.suggested]
    return min(known)[1] if known else math.nan
