"""The card of one photo: the picture, the answer, how sure, and the top classes as bars."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.answers import Answer, Photo, PreviewPicture
from core.numerals import percent
from core.sureness import Sureness, in_words, sureness
from core.words import plural, say, tr
from gui import icons, theme
from gui.widgets.bars import AnswerBars
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.photo_view import PhotoView
from gui.widgets.text import Text

TOP = 5
_SIDE = 300
_GAP = 28
_NAME_WIDTH = 180


class AnswerCard(Card):
    """`look_wanted`: the user wants to see what the layers make of this photo."""

    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.photo_view = PhotoView(_SIDE)
        self.name = ElidedLabel("", "caption", "text3")
        self.answer = ElidedLabel("", "answer")
        self.sureness = Text("", wrap=True)
        self._mark = QLabel()
        self._mark.setFixedSize(theme.ICON, theme.line_height())
        self.bars = AnswerBars()
        self._rest = Text("", "caption", "text3")
        self._known: frozenset[str] = frozenset()
        self.look_button = SmallButton(
            tr("Look inside"), "nakami-inside", tr("See what every layer makes of this photo")
        )
        self.look_button.clicked.connect(self.look_wanted)
        # The line of the name keeps its height when the button goes.
        policy = self.look_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.look_button.setSizePolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill()

    def show_photo(
        self, photo: Photo, answer: Answer | None, preview: PreviewPicture | None, waiting: str = ""
    ) -> None:
        """A photo as far as it is known; `waiting` says why there is no answer yet."""
        pixels = preview.pixels if preview is not None else answer.pixels if answer is not None else None
        self.photo_view.show_pixels(pixels, photo.name)
        self.name.set_text(photo.name)
        # Which of several files of the same name it is.
        self.name.setToolTip(photo.file or photo.name)
        if answer is None:
            self._show_words("", waiting)
        elif not answer.ranked:
            self._show_words("", str(answer.error or tr("No answer.")), "circle-x", theme.current().error)
        else:
            self._show_answer(answer)
        is_answered = answer is not None and bool(answer.ranked)
        for widget in (self.bars, self._rest, self.look_button):
            widget.setVisible(is_answered)
        parts = (photo.name, self.answer.text(), self.sureness.text())
        self.setAccessibleName(": ".join(part for part in parts if part))

    def _show_answer(self, answer: Answer) -> None:
        look = theme.current()
        icon, colour = {
            Sureness.SURE: ("circle-check", look.good),
            Sureness.FAIRLY: ("circle-check", look.text3),
            Sureness.NOT: ("triangle-alert", look.warning),
        }[sureness(answer)]
        self._show_words(answer.ranked[0][0], str(in_words(answer)), icon, colour)
        self._reserve_names(frozenset(name for name, _ in answer.ranked))
        self.bars.set_answers(answer.ranked[:TOP])
        rest = percent(sum(share for _, share in answer.ranked[TOP:]), 1)
        count = len(answer.ranked) - TOP
        words = plural(
            count,
            say("1 more class has {rest}.", rest=rest),
            say("{count} more classes share {rest}.", count=count, rest=rest),
        )
        self._rest.setText(str(words) if count > 0 else "")

    def _reserve_names(self, names: frozenset[str]) -> None:
        """Let the bars begin at the same place for every photo, whichever of the classes stand before them."""
        grid = self.bars.layout()
        if names == self._known or not isinstance(grid, QGridLayout):
            return
        self._known = names
        metrics = QFontMetrics(theme.font("body", 600))
        widest = max(metrics.horizontalAdvance(name) for name in names)
        grid.setColumnMinimumWidth(0, min(_NAME_WIDTH, widest + 2))

    def _show_words(self, answer: str, line: str, icon: str = "", colour: str = "") -> None:
        """The answer large and a line with an icon below it; without an answer the line stands in its place."""
        self.answer.set_text(answer)
        self.answer.setVisible(bool(answer))
        self.sureness.setFont(theme.font("body" if answer else "card"))
        self.sureness.setText(line)
        self.sureness.set_tone("text" if icon else "text3")
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(icons.pixmap(icon, theme.ICON, colour, self.devicePixelRatioF()))

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.CARD_GAP)
        head.addWidget(self.name, 1)
        head.addWidget(self.look_button)
        line = QHBoxLayout()
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sureness, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self.answer)
        words.addSpacing(2)
        words.addLayout(line)
        words.addSpacing(14)
        words.addWidget(self.bars)
        words.addWidget(self._rest)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.photo_view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
