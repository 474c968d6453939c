"""A card: one thought, one title."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.words import tr
from gui import icons, theme
from gui.widgets.text import Text


class Rule(QFrame):
    """A line of one pixel; horizontal unless told."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Card(QFrame):
    """Title at the left, `aside` at the right, content in `.body`; further header controls go into `.header`.

    `rule` draws a line under the header; `flush` lets the content reach the card's edges (tables, rows).
    """

    def __init__(
        self,
        title: str = "",
        aside: str = "",
        rule: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = Text(title, "card")
        self._aside = Text(aside, "caption", "text3")
        self._aside_text = aside
        self._lock = QLabel()
        self._lock.setToolTip(tr("while training"))
        self._lock.setAccessibleName(tr("while training"))
        self._lock.hide()
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.LABEL_GAP)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.header.addWidget(self._lock)
        self.header.addWidget(self._aside)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.LABEL_GAP)
        self._arrange(has_header=bool(title or aside), rule=rule, flush=flush)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_aside(self, aside: str) -> None:
        """Another caption at the right of the title."""
        self._aside_text = aside
        self._aside.setText(aside)

    def aside(self) -> str:
        """The caption as shown."""
        return self._aside.text()

    def set_locked(self, on: bool) -> None:
        """Say with a small lock that the settings inside wait for the end of the training."""
        colour = theme.current().text3
        self._lock.setPixmap(icons.pixmap("lock", 13, colour, self.devicePixelRatioF()))
        self._lock.setVisible(on)
        self._aside.setText(tr("while training") if on else self._aside_text)

    def _arrange(self, has_header: bool, rule: bool, flush: bool) -> None:
        pad = theme.CARD_PADDING
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        if has_header:
            self.header.setContentsMargins(pad - 1, 10 if rule else pad - 2, pad - 1, 10 if rule else 6)
            layout.addLayout(self.header)
        if rule:
            layout.addWidget(Rule())
        side = 0 if flush else pad - 1
        under_header = 0 if flush or (has_header and not rule) else pad - 1
        self.body.setContentsMargins(side, under_header, side, side)
        layout.addLayout(self.body, 1)
