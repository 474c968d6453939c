"""The bounds within which training pictures are varied at random."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.training.augmentation import Augmentation
from core.words import tr
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.switch_row import SwitchRow

_FIELD_PX = 212


class RandomEditor(QWidget):
    """`changed(Augmentation)`: what was shown last, with the one bound that the user changed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._augmentation = Augmentation("random")
        up_to = tr("By up to so much in either direction, anew for each picture in each epoch.")
        self.rotation = NumberField(tr("Rotation ±"), 0, 180, up_to, suffix="°", step=5)
        self.zoom = NumberField(tr("Zoom ±"), 0, 90, up_to, suffix=" %", step=5)
        self.shift = NumberField(tr("Shift ±"), 0, 90, up_to, suffix=" %", step=5)
        self.brightness = NumberField(tr("Brightness ±"), 0, 100, up_to, suffix=" %", step=5)
        self.contrast = NumberField(tr("Contrast ±"), 0, 100, up_to, suffix=" %", step=5)
        self.mirror = SwitchRow(
            tr("Mirror half of them"),
            tooltip=tr("Left and right change places. Not for letters, digits, or anything that has a handedness."),
        )
        fields = FlowLayout(gap=28, row_gap=8)
        for field in (self.rotation, self.zoom, self.shift, self.brightness, self.contrast, self.mirror):
            field.setFixedWidth(_FIELD_PX)
            fields.addWidget(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(fields)
        self.rotation.changed.connect(self._on_rotation)
        self.zoom.changed.connect(self._on_zoom)
        self.shift.changed.connect(self._on_shift)
        self.brightness.changed.connect(self._on_brightness)
        self.contrast.changed.connect(self._on_contrast)
        self.mirror.changed.connect(self._on_mirror)

    def show_bounds(self, augmentation: Augmentation) -> None:
        """Show the bounds, without a signal."""
        self._augmentation = augmentation
        self.rotation.set_value(round(augmentation.rotation_degrees))
        self.zoom.set_value(round(augmentation.zoom * 100))
        self.shift.set_value(round(augmentation.shift * 100))
        self.brightness.set_value(round(augmentation.brightness * 100))
        self.contrast.set_value(round(augmentation.contrast * 100))
        self.mirror.set_on(augmentation.mirror)

    def set_locked(self, on: bool) -> None:
        """Whether nothing can be changed now."""
        for field in (self.rotation, self.zoom, self.shift, self.brightness, self.contrast, self.mirror):
            field.set_locked(on)

    def _take(self, augmentation: Augmentation) -> None:
        self._augmentation = augmentation
        self.changed.emit(augmentation)

    def _on_rotation(self, degrees: int) -> None:
        self._take(replace(self._augmentation, rotation_degrees=float(degrees)))

    def _on_zoom(self, percents: int) -> None:
        self._take(replace(self._augmentation, zoom=percents / 100))

    def _on_shift(self, percents: int) -> None:
        self._take(replace(self._augmentation, shift=percents / 100))

    def _on_brightness(self, percents: int) -> None:
        self._take(replace(self._augmentation, brightness=percents / 100))

    def _on_contrast(self, percents: int) -> None:
        self._take(replace(self._augmentation, contrast=percents / 100))

    def _on_mirror(self, on: bool) -> None:
        self._take(replace(self._augmentation, mirror=on))
