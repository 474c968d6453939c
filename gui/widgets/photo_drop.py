"""Drop areas of the Classify page: what to do while there is no answer to show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import LinkButton, MainButton
from gui.widgets.drop_area import DropArea
from gui.widgets.text import Text

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_NAMES = 12


class Centred(DropArea):
    """Icon, heading and sentence one below the other, in the middle; `column` takes what comes after them."""

    def __init__(
        self, icon: str, heading: str, sentence: str, large: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(heading)
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, 40 if large else 28, theme.current().text3, self.devicePixelRatioF()))
        self.column = QVBoxLayout()
        self.column.setSpacing(8 if large else 4)
        self.column.addWidget(mark, 0, _CENTRE)
        self.column.addSpacing(4)
        self.column.addWidget(Text(heading, "headline" if large else "card"), 0, _CENTRE)
        self.column.addWidget(Text(sentence, "card" if large else "body", "text2", weight=400), 0, _CENTRE)
        self.content.addStretch(1)
        self.content.addLayout(self.column)
        self.content.addStretch(1)

    def add_actions(self, button: QWidget, links: Sequence[QWidget]) -> None:
        """The one thing to do next, and below it what can be done instead."""
        self.column.addSpacing(14)
        self.column.addWidget(button, 0, _CENTRE)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        for link in links:
            row.addWidget(link)
        row.addStretch(1)
        self.column.addLayout(row)


class PhotoDrop(Centred):
    """The empty page: where photos go, and what the network can answer."""

    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        sentence = tr("One or many, anywhere on this window. Ctrl+V pastes a copied picture.")
        super().__init__("images", tr("Drop photos here"), sentence, parent=parent)
        self.button = MainButton(tr("Choose photos…"), "image", large=True)
        self.button.clicked.connect(self.choose_wanted)
        formats = tr("JPEG, PNG, WebP and most other formats. Files are read, never changed.")
        self._classes = Text("", "caption", "text3", wrap=True)
        self._classes.setAlignment(_CENTRE)
        self.column.addSpacing(14)
        self.column.addWidget(self.button, 0, _CENTRE)
        self.column.addSpacing(10)
        self.column.addWidget(Text(formats, "caption", "text3"), 0, _CENTRE)
        self.column.addWidget(self._classes)

    def show_classes(self, names: Sequence[str]) -> None:
        """What the network can answer; nothing while that is not known."""
        shown = ", ".join(names[:_NAMES]) + (", …" if len(names) > _NAMES else "")
        self._classes.setText(tr("It answers with one of: {names}", names=shown) if names else "")


class MoreDrop(Centred):
    """Under a single photo, and in place of the table while something is dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "images", tr("Drop the next photos here"), tr("Many at once fill a table."), large=False, parent=parent
        )


class NoNetwork(Centred):
    """Says that nobody can answer yet, and how that changes."""

    acted = Signal()
    model_wanted = Signal()
    run_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        sentence = tr("Train one, or open a model or an earlier run.")
        super().__init__("tag", tr("No network to ask yet"), sentence, parent=parent)
        self.button = MainButton(tr("Open pictures"), large=True)
        self.model_button = LinkButton(
            tr("Open a model…"), tooltip=tr("A .keras or .h5 file: look inside it and classify with it")
        )
        self.run_button = LinkButton(
            tr("Open an earlier run…"), tooltip=tr("The folder of a training on this computer")
        )
        self.add_actions(self.button, (self.model_button, self.run_button))
        self.button.clicked.connect(self.acted)
        self.model_button.clicked.connect(self.model_wanted)
        self.run_button.clicked.connect(self.run_wanted)

    def set_can_start(self, can_start: bool) -> None:
        """Whether pictures are there to train on."""
        self.button.setText(tr("Start training") if can_start else tr("Open pictures"))
