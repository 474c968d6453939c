"""Two small buttons that enlarge and shrink the pictures of a grid."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.words import tr
from gui.widgets.buttons import IconButton
from gui.widgets.inside.tile_area import TileArea


class ZoomControl(QWidget):
    """Steers the grid that it follows, and is off where that is at an end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area: TileArea | None = None
        self.smaller = IconButton("minus", tr("Smaller"), tr("Smaller pictures (−, or Ctrl and the wheel; 0: all)"))
        self.larger = IconButton("plus", tr("Larger"), tr("Larger pictures (+, or Ctrl and the wheel)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.smaller)
        layout.addWidget(self.larger)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)

    def follow(self, area: TileArea | None) -> None:
        """Steer this grid from now on; None: there is nothing to enlarge, and the buttons leave their room empty."""
        if area is not self._area:
            if self._area is not None:
                self._area.zoom_changed.disconnect(self._update)
            if area is not None:
                area.zoom_changed.connect(self._update)
        self._area = area
        self._update()

    def _update(self) -> None:
        area = self._area
        for button, steps in ((self.smaller, -1), (self.larger, 1)):
            button.setVisible(area is not None)
            button.setEnabled(area is not None and area.can_zoom(steps))

    def _on_smaller(self) -> None:
        if self._area is not None:
            self._area.zoom(-1)

    def _on_larger(self) -> None:
        if self._area is not None:
            self._area.zoom(1)
