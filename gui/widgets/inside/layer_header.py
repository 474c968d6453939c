"""The line above and the line below a layer: its name and its switches, the number under the pointer and the zoom."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.zoom_control import ZoomControl
from gui.widgets.segmented import Segmented
from gui.widgets.text import Text

WIDE_PX = 570
"""From here on the switches have room for all their words."""
_NAME_PX = 160
_NARROWEST_PX = 380
_RANGE_FROM_PX = 480


class LayerHeader(QWidget):
    """The layer's name, what it puts out, and two switches: `scale` of the colours, and `views`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", "card")
        self.shape = ElidedLabel("", "body", "text2", at_end=True)
        self.scale = Segmented(
            (("own", tr("Each its own scale")), ("common", tr("Common"))),
            accessible_name=tr("Colours"),
            tooltip=tr(
                "Each its own scale: every picture from its lowest value to its highest. "
                "Common: the same colour is the same value in all of them."
            ),
        )
        self.views = Segmented(
            (("output", tr("Output")), ("filters", tr("Filters"))),
            accessible_name=tr("What to show of this layer"),
            tooltip=tr("Output: what this layer makes of the picture. Filters: the small patterns that it looks for."),
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self.name)
        line.addWidget(self.shape)
        line.addStretch(1)
        line.addWidget(self.scale)
        line.addWidget(self.views)
        # The line keeps its height when there is nothing to switch.
        line.addStrut(theme.FIELD_HEIGHT)

    def show_name(self, name: str, explanation: str) -> None:
        """The layer's name, and what such a layer does, for who asks."""
        self.name.set_text(name)
        self.shape.setAccessibleDescription(explanation)
        self._divide()

    def _divide(self) -> None:
        is_wide = self.width() >= WIDE_PX
        self.scale.set_label("own", tr("Each its own scale") if is_wide else tr("Own scale"))
        # A name gives way only where it is a long one: the words beside it are shortened first.
        self.name.setMinimumWidth(min(self.name.sizeHint().width(), _NAME_PX if is_wide else _NAME_PX // 2))

    def minimumSizeHint(self) -> QSize:
        # With short words on the switches: with the long ones it would never be narrow enough to take those.
        return QSize(_NARROWEST_PX, theme.FIELD_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()


class LayerFoot(QWidget):
    """The number under the pointer, from where to where all of them go, and the zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readout = ElidedLabel("", "caption", "text2", at_end=True)
        self.range = Text("", "caption", "text3", tabular=True)
        self.zoom = ZoomControl()
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.readout, 1)
        line.addWidget(self.range)
        line.addWidget(self.zoom)
        line.addStrut(theme.CONTROL_HEIGHT_SMALL)
        self._has_range = True

    def set_has_range(self, on: bool) -> None:
        """Whether to say from where to where the values go, where there is room for it."""
        self._has_range = on
        self._divide()

    def _divide(self) -> None:
        self.range.setVisible(self._has_range and self.width() >= _RANGE_FROM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()
