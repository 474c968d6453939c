"""One validation picture, answered by two runs, and how often each of them was right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.answers import Answer, Compared
from core.numerals import percent
from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.inside.failure_line import FailureLine
from gui.widgets.inside.share_rows import ShareRow, ShareRows
from gui.widgets.photo_view import PhotoView
from gui.widgets.text import Text

ROWS = 3
PHOTO_PX = 112


class _AnswerOf(QWidget):
    """What one of both says, and whether it is right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._mark = QLabel()
        self._mark.setFixedSize(14, theme.line_height("caption"))
        self._verdict = Text("", "caption", weight=600)
        self._rows = ShareRows(ROWS, "100.0 %")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(ElidedLabel(title, "caption", "text3", at_end=True), 1)
        head.addWidget(self._mark)
        head.addWidget(self._verdict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._rows)

    def show_answer(self, answer: Answer, truth: str) -> None:
        is_right = answer.label == truth
        look = theme.current()
        icon, colour = ("check", look.good) if is_right else ("x", look.second)
        self._mark.setPixmap(icons.pixmap(icon, 14, colour, self.devicePixelRatioF()))
        self._verdict.setText(tr("right") if is_right else tr("wrong"))
        self._verdict.set_tone("good" if is_right else "second")
        listed = list(answer.ranked[:ROWS])
        if truth not in dict(listed):
            # Of what is right, one wants to see how little it got.
            listed = listed[: ROWS - 1] + [each for each in answer.ranked if each[0] == truth]
        self._rows.show_rows(
            [
                ShareRow(
                    name,
                    share,
                    percent(share, 1),
                    ("accent" if is_right else "second") if name == answer.label else "accent_faint",
                    is_strong=name == answer.label,
                )
                for name, share in listed
            ]
        )
        self.setAccessibleName(f"{self._title}: {self._verdict.text()}, {self._rows.accessibleName()}")


class ComparedCard(Card):
    """`wanted`: try again after a failure."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("One picture, two answers"), parent=parent)
        self._is_waiting = True
        self._about = ElidedLabel("", "body", "text2")
        self._photo = PhotoView(PHOTO_PX)
        self._with = _AnswerOf(tr("With Dropout"))
        self._without = _AnswerOf(tr("Without Dropout"))
        self._counts = Text("", "caption", "text2", wrap=True)
        self._note = Text("", "body", "text2", wrap=True)
        self._failure = FailureLine()
        self.again_button = SmallButton(tr("Try again"))
        self.header.setContentsMargins(15, 10, 15, 6)
        self._arrange_parts()
        self.again_button.clicked.connect(self.wanted)
        self.show_waiting("")

    def show_compared(self, compared: Compared) -> None:
        """Show the picture and both answers; the first run is the one with Dropout."""
        first, second, photo = compared.first, compared.second, compared.photo
        self._clear()
        if photo is None or first is None or second is None:
            self._note.setText(_why_none(compared))
            self._note.show()
            return
        self._counts.setText(_counts(compared))
        self._about.set_text(tr("{file} from validation: {truth}", file=photo.name, truth=compared.truth))
        pixels = first.pixels if first.pixels is not None else second.pixels
        self._photo.show_pixels(pixels, f"{photo.name}: {compared.truth}")
        self._with.show_answer(first, compared.truth)
        self._without.show_answer(second, compared.truth)
        self._answers.show()

    def show_waiting(self, text: str) -> None:
        """Say what is awaited instead."""
        self._clear()
        self._is_waiting = True
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_failure(self, text: str) -> None:
        """Say why the two could not be compared."""
        self._clear()
        self._failure.show_text(text)
        self.again_button.show()

    @property
    def is_waiting(self) -> bool:
        """Whether there is neither a comparison nor a failure to show."""
        return self._is_waiting

    @property
    def has_failed(self) -> bool:
        """Whether a failure is shown."""
        return bool(self._failure.text())

    def words(self) -> str:
        """What is said about the picture, the counts and what is missing, as shown."""
        texts = (self._about.text(), self._note.text(), self._failure.text(), self._counts.text())
        return " ".join(text for text in texts if text)

    def answers(self) -> tuple[str, str]:
        """Both answers in words."""
        return self._with.accessibleName(), self._without.accessibleName()

    def _clear(self) -> None:
        self._is_waiting = False
        self._about.set_text("")
        self._counts.setText("")
        self._note.setText("")
        self._failure.show_text("")
        for widget in (self._answers, self._note, self.again_button):
            widget.hide()

    def _arrange_parts(self) -> None:
        self.header.insertWidget(1, self._about, 1)
        self.header.setStretch(2, 0)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self._with, 1)
        both.addWidget(self._without, 1)
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(both)
        beside.addSpacing(4)
        beside.addStretch(1)
        beside.addWidget(self._counts)
        row.addLayout(beside, 1)
        self.body.addWidget(self._answers)
        self.body.addWidget(self._note)
        self.body.addWidget(self._failure)
        self.body.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def _counts(compared: Compared) -> str:
    return tr(
        "Of {all:,} pictures: both right {both:,}, only with Dropout {first:,}, only without {second:,}, "
        "both wrong {none:,}.",
        all=compared.looked_through,
        both=compared.both_right,
        first=compared.only_first_right,
        second=compared.only_second_right,
        none=compared.both_wrong,
    )


def _why_none(compared: Compared) -> str:
    if not compared.looked_through:
        return tr("There are no validation pictures to ask both about.")
    return tr("Both answer all of the {count:,} validation pictures rightly.", count=compared.looked_through)
