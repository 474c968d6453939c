"""Help: what each page is for and how it is used, and the words of the field."""

import html

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.pages import help_texts
from gui.pages.help_texts import Explanation
from gui.pages.page import Page
from gui.session import Session
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.text import Text, Tone

_NO_BREAK = "\N{NO-BREAK SPACE}"
# They stay on the line of the number before them.
_SIGNS_KEPT = ("%", "×")
_BAR_WIDTH = 3
_STEP_WIDTH = 14
_TERMS_WIDTH = theme.PANEL_EXPLANATION


class KeyCap(Text):
    """The name of a key in a frame, as it is printed on this system's keyboards."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        super().__init__(name, "small", "text2", 500, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(6, 0, 6, 0)
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(theme.current().edge), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
        painter.end()
        super().paintEvent(event)


class Paragraph(Text):
    """Text of several lines at the distance of the type scale, which plain labels leave to the font."""

    def __init__(self, text: str, use: theme.Use = "body", tone: Tone = "text", parent: QWidget | None = None) -> None:
        super().__init__("", use, tone, wrap=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        for sign in _SIGNS_KEPT:
            text = text.replace(f" {sign}", f"{_NO_BREAK}{sign}")
        text = text.replace("× ", f"×{_NO_BREAK}")
        self.setText(f'<p style="line-height:{theme.line_height(use)}px">{html.escape(text)}</p>')


class ExplanationCard(Card):
    """A page's purpose, steps and keys; a bar at its edge while it is the one that was asked for."""

    def __init__(self, explanation: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(explanation.title, parent=parent)
        self._marked = False
        self.body.setSpacing(12)
        self.body.addWidget(Paragraph(explanation.purpose, tone="text2"))
        self.body.addLayout(_steps(explanation.steps))
        if explanation.keys:
            self.body.addSpacing(4)
            self.body.addLayout(_keys(explanation.keys))

    def set_marked(self, on: bool) -> None:
        """Whether this is the one that was asked for."""
        self._marked = on
        self.update()

    def is_marked(self) -> bool:
        """Whether the bar is shown."""
        return self._marked

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(theme.current().accent))
            painter.drawRoundedRect(QRectF(1, 14, _BAR_WIDTH, 24), 1.5, 1.5)


class HelpPage(Page):
    """The explanations at the left, the words of the field at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            "help", session, tr("Help"), tr("How each page is used, and what the words of the field mean."), parent
        )
        self._wanted = ""
        self.cards: dict[str, ExplanationCard] = {}
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.CARD_GAP)
        for explanation in help_texts.explanations():
            card = ExplanationCard(explanation)
            self.cards[explanation.page] = card
            left.addWidget(card)
            self._add_way_to(explanation)
        left.addStretch(1)
        for aside in (_terms_card(), _keys_card()):
            aside.setFixedWidth(_TERMS_WIDTH)
            right.addWidget(aside)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.CARD_GAP)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        self.body.addLayout(columns)

    def explain(self, page_key: str) -> None:
        """Scroll to a page's explanation and mark it. A page without one leaves everything as it is."""
        if page_key not in self.cards:
            return
        for key, card in self.cards.items():
            card.set_marked(key == page_key)
        self._wanted = page_key
        self._scroll_to_wanted()
        # A page that has never been shown finds its places only after this event.
        QTimer.singleShot(0, self._scroll_to_wanted)

    def _add_way_to(self, explanation: Explanation) -> None:
        way = LinkButton(explanation.title)
        way.setProperty("page", explanation.page)
        way.setAccessibleName(tr("Help on {page}", page=explanation.title))
        way.clicked.connect(self._on_way_clicked)
        self.header.buttons.addWidget(way)

    def _area(self) -> QScrollArea:
        area = self.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        return area

    def _scroll_to_wanted(self) -> None:
        if self._wanted:
            self._area().verticalScrollBar().setValue(self.cards[self._wanted].y())

    def _on_way_clicked(self) -> None:
        self.explain(str(self.sender().property("page")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing in the text takes the focus, so the page scrolls on the keys that its buttons leave.
        bar = self._area().verticalScrollBar()
        goals = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(goal)


def _steps(steps: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, step in enumerate(steps):
        number = Paragraph(str(row + 1), tone="text3")
        number.setFixedWidth(_STEP_WIDTH)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Paragraph(step), row, 1)
    return grid


def _keys(keys: tuple[tuple[str, str], ...]) -> FlowLayout:
    line = FlowLayout(16, 6)
    for sequence, meaning in keys:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(KeyCap(sequence))
        row.addWidget(Text(meaning, "caption", "text2"))
        line.addWidget(pair)
    return line


def _terms_card() -> Card:
    card = Card(tr("Words of the field"))
    card.body.setSpacing(10)
    for term in help_texts.terms():
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Text(term.word, weight=600))
        pair.addWidget(Paragraph(term.meaning, "caption", "text2"))
        card.body.addLayout(pair)
    return card


def _keys_card() -> Card:
    card = Card(tr("Keys on every page"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (sequence, meaning) in enumerate(help_texts.keys_everywhere()):
        grid.addWidget(KeyCap(sequence), row, 0)
        grid.addWidget(Text(meaning, tone="text2"), row, 1)
    card.body.addLayout(grid)
    return card
