"""The rail at the window's left edge: the pages in the order of the work, an icon over each name."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui import icons, theme
from gui.widgets.card import Rule

_SIDE = (theme.RAIL_WIDTH - theme.RAIL_ENTRY_WIDTH) // 2


class RailEntry(QAbstractButton):
    """One page: icon, name, the chosen bar, and a dot where something is going on."""

    stepped = Signal(int)

    def __init__(self, key: str, icon: str, text: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icon
        self._marked = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedSize(theme.RAIL_WIDTH - 1, height)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "inside")

    def set_marked(self, on: bool) -> None:
        """Show the dot."""
        self._marked = on
        self.update()

    def is_marked(self) -> bool:
        """Whether the dot is shown."""
        return self._marked

    def _draw_ground(self, painter: QPainter) -> None:
        look = theme.current()
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.soft if self.isChecked() else look.sunken))
            ground = QRectF(_SIDE, 0, self.width() - 2 * _SIDE + 1, self.height())
            painter.drawRoundedRect(ground, theme.RADIUS_CARD, theme.RADIUS_CARD)
        if self.isChecked():
            bar = QRectF(-3, self.height() / 2 - 16, 6, 32)
            painter.setBrush(theme.colour(look.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL_WIDTH - 1, theme.RAIL_ENTRY_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        roomy = self.height() >= theme.RAIL_ENTRY_HEIGHT
        size = theme.ICON_RAIL if roomy else 20
        colour = look.accent if self.isChecked() else look.text2
        left = (self.width() - size) // 2 + 1
        top = 9 if roomy else 4
        painter.drawPixmap(left, top, icons.pixmap(self._icon, size, colour, self.devicePixelRatioF()))
        painter.setPen(theme.colour(colour))
        font = theme.font("caption", 600 if self.isChecked() else 400)
        painter.setFont(font)
        words = QRect(2, top + size + 2, self.width() - 3, 19)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.second))
            painter.drawEllipse(QPointF(left + size + 0.5, top + 3.5), 3.5, 3.5)


class Rail(QFrame):
    """Pages from the top, settings and help from the bottom; Up and Down walk, Tab reaches the chosen one."""

    chosen = Signal(str)

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(accessible_name)
        self.setFixedWidth(theme.RAIL_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._entries: dict[str, RailEntry] = {}
        self._top = QVBoxLayout()
        self._top.setSpacing(theme.UNIT)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE, 0, _SIDE, 6)
        line.addWidget(Rule())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 1, 10)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addStretch(1)
        layout.addLayout(line)
        layout.addLayout(self._bottom)

    def add(self, key: str, icon: str, text: str, tooltip: str = "") -> None:
        """One more page."""
        self._add(self._top, RailEntry(key, icon, text, theme.RAIL_ENTRY_HEIGHT, self), tooltip, selectable=True)

    def add_bottom(self, key: str, icon: str, text: str, tooltip: str = "", selectable: bool = True) -> None:
        """One more entry at the bottom; one that only opens something is not `selectable`."""
        self._add(self._bottom, RailEntry(key, icon, text, 50, self), tooltip, selectable)

    def choose(self, key: str) -> None:
        """Show a page as the chosen one, without a signal."""
        for entry in self._entries.values():
            entry.setChecked(entry.key == key)
            # One stop of the Tab key for the whole rail; the arrows do the rest.
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry.key == key else Qt.FocusPolicy.ClickFocus)

    def key(self) -> str:
        """The chosen page."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def mark(self, key: str, on: bool) -> None:
        """The small dot: something is going on there."""
        self._entries[key].set_marked(on)

    def entry(self, key: str) -> RailEntry:
        """The button of a page."""
        return self._entries[key]

    def _add(self, layout: QVBoxLayout, entry: RailEntry, tooltip: str, selectable: bool) -> None:
        entry.setToolTip(tooltip)
        entry.setCheckable(selectable)
        entry.clicked.connect(self._on_clicked)
        entry.stepped.connect(self._on_stepped)
        self._entries[entry.key] = entry
        layout.addWidget(entry)

    def _on_clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, RailEntry):
            if entry.isCheckable():
                self.choose(entry.key)
            self.chosen.emit(entry.key)

    def _on_stepped(self, step: int) -> None:
        entries = list(self._entries.values())
        here = next((index for index, entry in enumerate(entries) if entry.hasFocus()), 0)
        there = min(len(entries) - 1, max(0, here + step))
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        entries[there].setFocus(reason)
