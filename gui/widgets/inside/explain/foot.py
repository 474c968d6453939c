"""The buttons below an explanation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.words import tr
from gui.widgets.buttons import LinkButton, MainButton, PlainButton
from gui.widgets.inside.explain.painting import WIDTH_PX

_GAP_PX = 8
_LONGEST = "−0.0000"


class Foot(QWidget):
    """Where the number comes from, the sliding filter, one cell back or on, and the way back to the photo."""

    slide_toggled = Signal(bool)
    stepped = Signal(int)
    trace_wanted = Signal()
    source_wanted = Signal()
    photo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_sliding = False
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self.slide_button = MainButton(
            tr("Slide the filter"), "play", tr("Let the filter go over the picture, and watch its own picture fill")
        )
        self.back_button = PlainButton("", "nakami-step-back", tr("One number back"))
        self.on_button = PlainButton("", "nakami-step-on", tr("One number on"))
        for button in (self.back_button, self.on_button):
            button.setAccessibleName(button.toolTip())
            button.setFixedWidth(34)
        self.source_button = PlainButton("", "chevron-left", tr("Go to the number that did most for this one"))
        self.trace_link = LinkButton(
            tr("Trace back"), tooltip=tr("Follow what did most for this number, layer by layer, down to the photo")
        )
        self.photo_link = LinkButton(tr("Show on the photo"), tooltip=tr("Which parts of the photo speak for a class"))
        self._arrange()
        self.slide_button.clicked.connect(self._on_slide_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.on_button.clicked.connect(self._on_on_clicked)
        self.source_button.clicked.connect(self.source_wanted)
        self.trace_link.clicked.connect(self.trace_wanted)
        self.photo_link.clicked.connect(self.photo_wanted)

    def offer(self, slide: bool, steps: bool, source: str, photo: bool, trace: bool) -> None:
        """Which of them make sense; `source` is the number that the source's button names, "" for no button."""
        self.slide_button.setVisible(slide)
        self.back_button.setVisible(steps)
        self.on_button.setVisible(steps)
        self.source_button.setText(_source_text(source) if source else "")
        self.source_button.setVisible(bool(source))
        self.photo_link.setVisible(photo)
        self.trace_link.setVisible(trace)
        self._place()

    def set_sliding(self, on: bool) -> None:
        """Whether the filter slides now: then the button stops it."""
        self._is_sliding = on
        self.slide_button.setText(tr("Pause") if on else tr("Slide the filter"))
        self.slide_button.set_icon("pause" if on else "play")

    def _arrange(self) -> None:
        # As wide as the longer text: what stands beside it does not jump.
        self.slide_button.setMinimumWidth(self.slide_button.sizeHint().width())
        upper, lower = self._upper, self._lower
        for row in (upper, lower):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_GAP_PX)
            row.addStretch(1)
        for button in self._buttons():
            lower.insertWidget(lower.count() - 1, button)
        for link in self._links():
            lower.addWidget(link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.source_button, self.slide_button, self.back_button, self.on_button

    def _links(self) -> tuple[QPushButton, ...]:
        return self.photo_link, self.trace_link

    def _place(self) -> None:
        """All in one row where there is room, else the source's button above the others, else a link too."""
        offered = [button for button in (*self._buttons(), *self._links()) if not button.isHidden()]
        above: list[QPushButton] = []
        # By the longest number there may be: another cell of the layer leaves every button where it is.
        number = self.source_button.fontMetrics().horizontalAdvance
        spare_px = number(_source_text(_LONGEST)) - number(self.source_button.text())
        for lifted in (self.source_button, self.trace_link):
            below = [button for button in offered if button not in above]
            if _width(below) + (spare_px if self.source_button in below else 0) > WIDTH_PX:
                above.append(lifted)
        for place, button in enumerate(self._buttons()):
            row = self._upper if button in above else self._lower
            if row.indexOf(button) < 0:
                row.insertWidget(0 if button in above else place, button)
        for link in self._links():
            row = self._upper if link in above else self._lower
            if row.indexOf(link) < 0:
                row.addWidget(link)

    def _on_slide_clicked(self) -> None:
        self.slide_toggled.emit(not self._is_sliding)

    def _on_back_clicked(self) -> None:
        self.stepped.emit(-1)

    def _on_on_clicked(self) -> None:
        self.stepped.emit(1)


def _width(buttons: list[QPushButton]) -> int:
    """How much room they need side by side."""
    wanted = sum(min(max(each.sizeHint().width(), each.minimumWidth()), each.maximumWidth()) for each in buttons)
    return wanted + _GAP_PX * len(buttons)


def _source_text(number: str) -> str:
    return tr("Where {number} comes from", number=number)
