"""The buttons above the plots: how curves are drawn, and what of them can be taken along."""

from typing import Literal

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QMenu, QSlider, QStyleOptionButton, QWidget

from core.numerals import number
from core.words import tr
from gui import theme
from gui.widgets.buttons import PlainButton
from gui.widgets.focus_ring import FocusRing
from gui.widgets.switch import Switch
from gui.widgets.text import Text
from gui.widgets.training.plot_content import MOST_SMOOTHING, PlotOptions

ExportAs = Literal["png", "svg", "csv"]

_STEPS = 100
_SLIDER_PX = 120
_CHEVRON_PX = 16


class PlotOptionsButton(PlainButton):
    """Opens the options. `changed` reports the new PlotOptions, while the slider moves too."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Plot options"), tooltip=tr("How the curves are drawn"), parent=parent)
        self.setProperty("menu", True)
        self.panel = PlotOptionsPanel(self)
        self.panel.changed.connect(self.changed)
        self.panel.closed.connect(self._on_closed)
        self.clicked.connect(self.open_panel)

    def set_options(self, options: PlotOptions) -> None:
        """Show these, without reporting them."""
        self.panel.set_options(options)

    def options(self) -> PlotOptions:
        """The options as chosen."""
        return self.panel.options()

    def open_panel(self) -> None:
        """Show the options below the button."""
        self.setDown(True)
        self.panel.open_below(self)

    def _on_closed(self) -> None:
        self.setDown(False)

    def sizeHint(self) -> QSize:
        # Qt keeps room for the chevron of a QMenu only.
        return super().sizeHint() + QSize(_CHEVRON_PX, 0)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        # The panel is no QMenu, but the button should look and read as one that opens something.
        option.features |= QStyleOptionButton.ButtonFeature.HasMenu


class PlotOptionsPanel(QWidget):
    """Two switches and a slider in a window of their own, which closes as a menu does."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # A click on the button closes it; it should not open it again at once.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAccessibleName(tr("Plot options"))
        log_words = tr(
            "Equal steps are equal factors: small losses late in a run can still be told apart. Only for the loss; "
            "accuracy keeps its 0 to 100 %."
        )
        batches_words = tr("The faint curve: every batch by itself.")
        self._smoothing_words = tr(
            "How much of the batches before is in each value of the smoothed line. 0: no line. Epochs stay as they are."
        )
        self.log = Switch(tr("Log scale"), tooltip=log_words)
        self.batches = Switch(tr("Batches"), on=True, tooltip=batches_words)
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, round(MOST_SMOOTHING * _STEPS))
        self.smoothing.setPageStep(10)
        self.smoothing.setFixedWidth(_SLIDER_PX)
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(self._smoothing_words)
        self._value = Text("", "body", "text", weight=500, tabular=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.reserve(number(MOST_SMOOTHING, 2))
        self._arrange((log_words, self._smoothing_words, batches_words))
        self._ring = FocusRing(self)
        self.log.toggled.connect(self._on_changed)
        self.batches.toggled.connect(self._on_changed)
        self.smoothing.valueChanged.connect(self._on_changed)
        self._update()

    def _arrange(self, tooltips: tuple[str, str, str]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.CARD_PADDING, 12, theme.CARD_PADDING, 12)
        grid.setHorizontalSpacing(theme.CARD_GAP)
        grid.setVerticalSpacing(10)
        names = (tr("Log scale"), tr("Smoothing"), tr("Batches"))
        for row, (name, tooltip) in enumerate(zip(names, tooltips, strict=True)):
            label = Text(name, "body")
            label.setToolTip(tooltip)
            grid.addWidget(label, row, 0)
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.log, 0, 1, 1, 2, at_right)
        grid.addWidget(self.smoothing, 1, 1)
        grid.addWidget(self._value, 1, 2)
        grid.addWidget(self.batches, 2, 1, 1, 2, at_right)
        grid.setColumnStretch(0, 1)

    def set_options(self, options: PlotOptions) -> None:
        """Show these, without reporting them."""
        with QSignalBlocker(self.log), QSignalBlocker(self.batches), QSignalBlocker(self.smoothing):
            self.log.setChecked(options.log)
            self.batches.setChecked(options.with_batches)
            self.smoothing.setValue(round(options.smoothing * _STEPS))
        self._update()

    def options(self) -> PlotOptions:
        """The options as shown."""
        return PlotOptions(self.log.isChecked(), self.smoothing.value() / _STEPS, self.batches.isChecked())

    def open_below(self, button: QWidget) -> None:
        """Show below a button, flush with its right edge, inside the screen; the keyboard is on the first control."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        if corner.y() + self.height() > room.bottom():
            corner.setY(button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        self.move(corner)
        self.show()
        self.log.setFocus(Qt.FocusReason.PopupFocusReason)

    def _update(self) -> None:
        has_batches = self.batches.isChecked()
        self._value.setText(number(self.smoothing.value() / _STEPS, 2))
        self._value.set_tone("text" if has_batches else "text3")
        self.smoothing.setEnabled(has_batches)
        self.smoothing.setToolTip(
            self._smoothing_words if has_batches else tr("It smooths the batches, and they are switched off.")
        )

    def _on_changed(self) -> None:
        self._update()
        self.changed.emit(self.options())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour(look.surface))
        painter.setPen(QPen(theme.colour(look.edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class ExportButton(PlainButton):
    """Opens a menu of what the curves can be saved as. `wanted` reports "png", "svg" or "csv"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export…"), "download", tr("Take the curves along"), parent)
        menu = QMenu(self)
        entries: tuple[tuple[ExportAs, str], ...] = (
            ("png", tr("Picture of the plots (PNG)…")),
            ("svg", tr("Drawing of the plots (SVG)…")),
            ("csv", tr("Values as tables (CSV)…")),
        )
        for kind, text in entries:
            action = QAction(text, menu)
            action.setData(kind)
            action.triggered.connect(self._on_triggered)
            menu.addAction(action)
        self.set_menu(menu)

    def _on_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.wanted.emit(action.data())
