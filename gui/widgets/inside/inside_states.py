"""What stands on the Inside page while there is nothing to look into."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.words import tr
from gui.widgets.drop_area import EmptyState
from gui.widgets.notice_card import HEIGHT_PX, NoticeCard

Missing = Literal["network", "picture", "epoch", "look"]


class InsideStates(QWidget):
    """No network, no picture, no weights yet, no answer yet: one of them is shown."""

    network_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = EmptyState(
            "nakami-inside",
            tr("Nothing to look into yet"),
            tr("Train a network, or drop a model file here."),
            tr("Open pictures"),
        )
        self._picture = EmptyState(
            "image",
            tr("Show the network a picture"),
            tr("Drop one here, or choose one: every layer shows what it makes of it."),
            tr("Choose a picture…"),
        )
        self._states: dict[Missing, QWidget] = {
            "network": self._network,
            "picture": self._picture,
            "epoch": NoticeCard(
                "clock",
                tr("The first look comes with the first batches…"),
                tr("Then every layer shows what it makes of your picture, and moves while it learns."),
            ),
            "look": NoticeCard("eye", tr("One moment…"), tr("The network is looking at your picture.")),
        }
        self.network_button, self.picture_button = self._network.button, self._picture.button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for state in self._states.values():
            state.setFixedHeight(HEIGHT_PX)
            layout.addWidget(state)
        layout.addStretch(1)
        self._network.acted.connect(self.network_wanted)
        self._picture.acted.connect(self.picture_wanted)

    def show_missing(self, missing: Missing | None) -> None:
        """Say what is missing; nothing with None."""
        for key, state in self._states.items():
            state.setVisible(key == missing)
        self.setVisible(missing is not None)

    def set_can_start(self, can_start: bool) -> None:
        """Whether pictures are there to train on."""
        self.network_button.setText(tr("Start training") if can_start else tr("Open pictures"))

    def set_active(self, on: bool) -> None:
        """Something is dragged over the window."""
        self._network.set_active(on)
        self._picture.set_active(on)
