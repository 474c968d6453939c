"""What a training takes: parameters, memory, disk, and time."""

import math
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core import places
from core.events import Forecast
from core.machine import Memory, free_disk_bytes, memory
from core.network.layers import Network
from core.numerals import duration, file_size, number
from core.training.config import TrainingConfig
from core.training.cost import disk_bytes, kept_bytes, memory_bytes
from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.key_value import KeyValues
from gui.widgets.text import Text

_LINK_SIDE = 5
_DAYS_FROM = 3
_MOST_NAMED = 9_999
"""More epochs leave no room for their time beside them."""


@dataclass(frozen=True)
class Needs:
    """What a training needs: `memory`, `disk` at most, and `kept` of that for good. In bytes."""

    parameters: int
    memory: int
    disk: int
    kept: int

    @classmethod
    def of(cls, network: Network, config: TrainingConfig) -> "Needs":
        """What training this network with these settings needs."""
        return cls(
            network.parameters(),
            memory_bytes(network, config.batch_size, config.optimizer),
            disk_bytes(network, config.optimizer),
            kept_bytes(network, config.optimizer),
        )


@dataclass(frozen=True)
class Room:
    """What the computer has. None where it does not tell."""

    memory: Memory | None
    disk: int | None

    @classmethod
    def now(cls) -> "Room":
        """What there is at this moment, where runs are kept."""
        return cls(memory(), free_disk_bytes(places.runs_folder()))


class CostCard(Card):
    """`measure_wanted`: time a few batches."""

    measure_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it takes"), parent=parent)
        self.measure_button = LinkButton(tr("Measure"))
        self.header.addWidget(self.measure_button)
        # A link keeps room around its words; they end where the numbers below do.
        margins = self.header.contentsMargins()
        margins.setRight(margins.right() - _LINK_SIDE)
        self.header.setContentsMargins(margins)
        self.measure_button.clicked.connect(self.measure_wanted)
        self._values = KeyValues()
        self._add_rows()
        self.set_can_measure(True)
        self._warning = _Warning()
        self.body.addWidget(self._values)
        self.body.addWidget(self._warning)
        self.body.setSpacing(theme.UNIT)

    def show_needs(self, needs: Needs | None, room: Room | None = None) -> None:
        """Show what the next training needs; None: there are no pictures yet. With `room`, say where that is more than
        there is; leave it out while a training has taken its share already."""
        for key, value in (
            ("parameters", f"{needs.parameters:,}" if needs else "–"),
            ("memory", file_size(needs.memory) if needs else "–"),
            ("disk", file_size(needs.disk) if needs else "–"),
        ):
            self._values.set(key, value)
        self._values.set_tooltip("disk", _disk_tooltip(needs))
        self._warning.say(_too_much(needs, room) if needs and room else "")

    def show_times(self, epochs: int, measured: float = math.nan, forecast: Forecast | None = None) -> None:
        """Show how long an epoch and all `epochs` take: as `measured` in seconds where epochs have ended, else as
        forecast, else unknown."""
        label = tr("All {epochs} epochs", epochs=f"{epochs:,}") if epochs <= _MOST_NAMED else tr("All epochs")
        self._values.set_label("all", label)
        if math.isfinite(measured):
            self._set_time("epoch", _seconds(measured), tr("As measured in this run."))
            self._set_time("all", _long(measured * epochs), tr("From the epochs measured so far."))
        elif forecast is not None and math.isfinite(forecast.seconds_per_epoch):
            timed = tr(
                "Estimated from a few timed batches, {rate} pictures a second.",
                rate=number(forecast.pictures_per_second, 0),
            )
            each = forecast.seconds_per_epoch
            self._set_time("epoch", tr("about {time}", time=_seconds(each)), timed)
            self._set_time("all", tr("about {time}", time=_long(each * epochs)), timed)
        else:
            unknown = tr("Not known yet. “Measure” times a few batches.")
            self._set_time("epoch", "–", unknown)
            self._set_time("all", "–", unknown)

    def set_can_measure(self, on: bool) -> None:
        """Whether there is something to measure, and nothing runs that would disturb it."""
        self.measure_button.setEnabled(on)
        self.measure_button.setToolTip(
            tr("Times a few batches, to say how long an epoch will take. Nothing is learned.")
            if on
            else tr("Needs open pictures, and nothing that runs beside it.")
        )

    def value(self, key: str) -> str:
        """What a row shows: "parameters", "memory", "disk", "epoch" or "all"."""
        return self._values.value(key)

    def warning(self) -> str:
        """What there is too little of; empty where there is enough."""
        return self._warning.text()

    def _add_rows(self) -> None:
        self._values.add("parameters", tr("Parameters"), tooltip=tr("Numbers that the network learns."))
        self._values.add(
            "memory",
            tr("Memory"),
            tooltip=tr(
                "Weights, their gradients and what the optimizer keeps of them, and what one batch leaves in every "
                "layer. TensorFlow itself comes on top."
            ),
        )
        self._values.add("disk", tr("Disk"), tooltip=_disk_tooltip(None))
        self._values.add("epoch", tr("One epoch"))
        self._values.add("all", tr("All epochs"))

    def _set_time(self, key: str, value: str, tooltip: str) -> None:
        self._values.set(key, value)
        self._values.set_tooltip(key, tooltip)


class _Warning(QWidget):
    """A triangle and what is too little, below the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel()
        self._text = Text("", "caption", "warning", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.LABEL_GAP)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def say(self, says: str) -> None:
        """Say it, or, where it is empty, nothing."""
        colour = theme.current().warning
        self._mark.setPixmap(icons.pixmap("triangle-alert", theme.ICON, colour, self.devicePixelRatioF()))
        self._text.setText(says)
        self.setAccessibleName(says)
        self.setVisible(bool(says))

    def text(self) -> str:
        return self._text.text()


def _seconds(seconds: float) -> str:
    """An epoch's time: tenths as long as they tell something."""
    return tr("{seconds} s", seconds=number(seconds, 1)) if seconds < 100 else _long(seconds)


def _long(seconds: float) -> str:
    """As a clock reads it, as long as anybody counts hours."""
    days = seconds / 86_400
    return duration(seconds) if days < _DAYS_FROM else tr("{days} days", days=number(days, 0))


def _disk_tooltip(needs: Needs | None) -> str:
    if needs is None:
        return tr("While an epoch is saved.")
    return tr("While an epoch is saved. The run keeps {kept}.", kept=file_size(needs.kept))


def _too_much(needs: Needs, room: Room) -> str:
    """The worst of what there is too little of, and what to do."""
    if room.memory is not None and needs.memory > room.memory.total:
        return tr(
            "This computer has {total} of memory. Take a smaller batch or smaller pictures.",
            total=file_size(room.memory.total),
        )
    if room.memory is not None and needs.memory > room.memory.available:
        return tr(
            "Only {free} of memory are free now. Close other programs, or take a smaller batch.",
            free=file_size(room.memory.available),
        )
    if room.disk is not None and needs.disk > room.disk:
        return tr("Only {free} are free on the disk. Delete what is not needed there.", free=file_size(room.disk))
    return ""
