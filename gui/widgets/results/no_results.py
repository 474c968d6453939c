"""What stands on the Results page while there are none, and while they are on their way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.events import Preparing
from core.words import tr
from gui.widgets.bars import Bar
from gui.widgets.buttons import LinkButton, MainButton, SmallButton
from gui.widgets.card import Card
from gui.widgets.photo_drop import Centred
from gui.widgets.text import Text

_BAR_WIDTH_PX = 260


class NoResults(Centred):
    """Says that there is no network to judge yet, and how that changes."""

    acted = Signal()
    model_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "list-checks",
            tr("No results yet"),
            tr("When a training ends, you see here what the network gets right, what wrong, and why."),
            parent=parent,
        )
        self.button = MainButton(tr("Open pictures"), large=True)
        self.run_button = LinkButton(
            tr("Open an earlier run…"), tooltip=tr("The folder of a training on this computer")
        )
        self.model_button = LinkButton(tr("Open a model…"), tooltip=tr("Then drop a folder of pictures to judge it by"))
        self.add_actions(self.button, (self.model_button, self.run_button))
        self.button.clicked.connect(self.acted)
        self.model_button.clicked.connect(self.model_wanted)
        self.run_button.clicked.connect(self.run_wanted)

    def set_can_start(self, can_start: bool, is_training: bool) -> None:
        """Whether pictures are there to train on, or a training is on its way."""
        if is_training:
            self.button.setText(tr("Watch the training"))
        else:
            self.button.setText(tr("Start training") if can_start else tr("Open pictures"))

    def set_newest(self, name: str) -> None:
        """There is a run to show."""
        self.button.setText(tr("Show “{name}”", name=name).replace("&", "&&"))


class JudgingCard(Card):
    """How far the asking is."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = Text("", "body", "text2", tabular=True)
        self.bar = Bar(thickness=6, framed=True)
        self.bar.setFixedWidth(_BAR_WIDTH_PX)
        self.stop_button = SmallButton(tr("Stop"), tooltip=tr("What is shown stays as it is"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.bar)
        line.addWidget(self.words, 1)
        line.addWidget(self.stop_button)
        self.body.addLayout(line)
        self.stop_button.clicked.connect(self.stop_wanted)

    def show_step(self, step: Preparing | None) -> None:
        """What is being done now."""
        if step is None:
            self.words.setText(tr("starting"))
            self.bar.set_share(0.0)
        elif step.total:
            self.words.setText(tr("{what}, {done:,} of {total:,}", what=step.what, done=step.done, total=step.total))
            self.bar.set_share(step.done / step.total)
        else:
            self.words.setText(str(step.what))
            self.bar.set_share(0.0)
