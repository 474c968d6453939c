"""The card of one photo: the picture, the answer, how sure, the top classes as bars, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.answers import Answer, HeatMap, Photo, PreviewPicture
from core.framing import ResizeMode
from core.inside.framed_heat import heat_in_photo
from core.numerals import percent
from core.sureness import Sureness, in_words, sureness
from core.words import plural, say, tr
from gui import icons, theme
from gui.widgets.answer_aside import AnswerAside
from gui.widgets.answer_words import why_so_sure
from gui.widgets.bars import AnswerBars
from gui.widgets.card import Card, Rule
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.photo_view import PhotoView
from gui.widgets.text import Text

TOP = 5
_SIDE = 300
_GAP = 28
_NAME_WIDTH = 180


class AnswerCard(Card):
    """`look_wanted`: the user wants to see what the layers make of this photo; `heat_wanted`: where it speaks for the
    answer, or no more; `wrong_wanted`: to say what it is instead."""

    look_wanted = Signal()
    heat_wanted = Signal(bool)
    wrong_wanted = Signal()

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
        self._label = ""
        self.side = AnswerAside()
        self.side.look_wanted.connect(self.look_wanted)
        self.side.heat_wanted.connect(self.heat_wanted)
        self.side.wrong_wanted.connect(self.wrong_wanted)
        self._rule = Rule(vertical=True)
        # Nothing beside them moves while a photo has no answer.
        for widget in (self.side, self._rule):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill()

    def show_photo(
        self, photo: Photo, answer: Answer | None, preview: PreviewPicture | None, waiting: str = ""
    ) -> None:
        """A photo as far as it is known; `waiting` says why there is no answer yet."""
        pixels = preview.pixels if preview is not None else answer.pixels if answer is not None else None
        self.photo_view.show_pixels(pixels, photo.name)
        self._label = answer.label or "" if answer is not None else ""
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
        for widget in (self.bars, self._rest, self.side, self._rule):
            widget.setVisible(is_answered)
        parts = (photo.name, self.answer.text(), self.sureness.text())
        self.setAccessibleName(": ".join(part for part in parts if part))

    def show_heat(self, is_wanted: bool, heat: HeatMap | None, mode: ResizeMode, failure: str = "") -> None:
        """What speaks for the answer, over the photo, which `mode` made square for the network; `failure` says why
        there is none."""
        pixels = self.photo_view.pixels()
        placed = None
        if is_wanted and heat is not None and pixels is not None:
            placed = heat_in_photo(heat.heat, mode, *pixels.shape[:2])
        self.photo_view.show_heat(placed)
        self.side.show_heat(is_wanted, self._label, heat, failure)

    def set_correctable(self, on: bool) -> None:
        """Whether there are classes that the photo can be added to."""
        self.side.wrong_button.setVisible(on)

    def _show_answer(self, answer: Answer) -> None:
        look = theme.current()
        icon, colour = {
            Sureness.SURE: ("circle-check", look.good),
            Sureness.FAIRLY: ("circle-check", look.text3),
            Sureness.NOT: ("triangle-alert", look.warning),
            Sureness.FOREIGN: ("circle-question-mark", look.warning),
        }[sureness(answer)]
        self._show_words(answer.ranked[0][0], str(in_words(answer)), icon, colour)
        # It stands there for want of a better one.
        self.answer.set_tone("text3" if answer.is_foreign else "text")
        self.bars.set_faint(bool(answer.is_foreign))
        for widget in (self.sureness, self._mark):
            widget.setToolTip(why_so_sure(answer))
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
        self.sureness.setToolTip("")
        self.sureness.set_tone("text" if icon else "text3")
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(icons.pixmap(icon, theme.ICON, colour, self.devicePixelRatioF()))

    def _fill(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.LABEL_GAP)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sureness, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
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
        row.addWidget(self._rule)
        row.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
