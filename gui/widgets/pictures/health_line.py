"""One line of the health report: what is wrong, what follows from it, and what can be done."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.pictures.health import Issue, Severity
from core.words import tr
from gui import icons, theme
from gui.widgets.buttons import LinkButton, SmallButton
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.text import Text

_PADDING_PX = 11
# What has no space in so many characters is a file's name rather than a word. Japanese breaks anywhere by itself.
_LONG_NAME = re.compile(r"[!-~]{25,}")


class MarkedLine(QWidget):
    """An icon, a line in 500, a caption under it, and room for buttons in `buttons`."""

    def __init__(self, icon: str, colour: str, message: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, theme.ICON_MESSAGE, colour, self.devicePixelRatioF()))
        mark.setFixedSize(theme.ICON_MESSAGE, theme.line_height())
        self._what = message
        self._then = ""
        self._message = Text(_breakable(message), "body", weight=500, wrap=True)
        self._caption = Text("", "caption", "text2", tabular=True, wrap=True)
        self.buttons = FlowLayout(gap=4, row_gap=2)
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        self.words.addWidget(self._message)
        self.words.addWidget(self._caption)
        self.words.addLayout(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.CARD_PADDING, _PADDING_PX, theme.CARD_PADDING, _PADDING_PX)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)
        self.setAccessibleName(message)
        self.set_caption(caption)

    def set_caption(self, caption: str) -> None:
        """Other words under the line."""
        self._then = caption
        self._caption.setText(_breakable(caption))
        self._caption.setVisible(bool(caption))
        self.setAccessibleDescription(caption)

    def text(self) -> str:
        """What both lines say."""
        return " ".join(part for part in (self._what, self._then) if part)


class _MendButtons:
    """The buttons of a line: the first mend stands out, the others and "Show" read like links."""

    def __init__(self, issue: Issue) -> None:
        self.mends: list[SmallButton | LinkButton] = []
        for mend in issue.mends:
            label = str(mend.label)
            self.mends.append(LinkButton(label) if self.mends else SmallButton(label))
        self.show: SmallButton | LinkButton | None = None
        if issue.files:
            tip = tr("Opens the pictures concerned")
            self.show = LinkButton(tr("Show"), tooltip=tip) if issue.mends else SmallButton(tr("Show"), tooltip=tip)

    def all(self) -> list[SmallButton | LinkButton]:
        return self.mends if self.show is None else [*self.mends, self.show]


class IssueLine(MarkedLine):
    """`mend_wanted(Mend)` and `show_wanted(Issue)` come from its buttons."""

    mend_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, issue: Issue, parent: QWidget | None = None) -> None:
        icon, colour = mark_of(issue.severity)
        super().__init__(icon, colour, str(issue.message), str(issue.consequence), parent)
        self._issue = issue
        self._made = _MendButtons(issue)
        if self._made.all():
            self.words.insertSpacing(self.words.indexOf(self.buttons), 5)
        for button in self._made.all():
            self.buttons.addWidget(button)
            # Read out by itself, "Leave them out" would not say what.
            button.setAccessibleDescription(str(issue.message))
        for button in self._made.mends:
            button.clicked.connect(self._on_mend)
        if self._made.show is not None:
            self._made.show.clicked.connect(self._on_show)

    def takes(self, issue: Issue) -> bool:
        """Stand for this issue from now on, if it reads as the one before: nothing moves, and the focus stays."""
        if _words(issue) != _words(self._issue):
            return False
        self._issue = issue
        return True

    def all_buttons(self) -> list[SmallButton | LinkButton]:
        """Its buttons, from first to last."""
        return self._made.all()

    def set_locked(self, on: bool) -> None:
        """Whether mends must wait for what is running."""
        for button in self._made.mends:
            button.setEnabled(not on)
            button.setToolTip(tr("This waits until what is running is over.") if on else "")

    def _on_mend(self) -> None:
        pressed = self.sender()
        for button, mend in zip(self._made.mends, self._issue.mends, strict=True):
            if button is pressed:
                self.mend_wanted.emit(mend)

    def _on_show(self) -> None:
        self.show_wanted.emit(self._issue)


def mark_of(severity: Severity) -> tuple[str, str]:
    """The icon of a severity and its colour in the theme that is on."""
    look = theme.current()
    return {
        "error": ("circle-x", look.error),
        "warning": ("triangle-alert", look.warning),
        "info": ("info", look.accent),
        "good": ("circle-check", look.good),
    }[severity]


def _breakable(text: str) -> str:
    """With places where a file name of any length may go on in the next line."""
    return _LONG_NAME.sub(_loosened, text)


def _loosened(found: re.Match[str]) -> str:
    return "\N{ZERO WIDTH SPACE}".join(found[0])


def _words(issue: Issue) -> tuple[object, ...]:
    """What a line shows of an issue."""
    labels = tuple(str(mend.label) for mend in issue.mends)
    return issue.severity, str(issue.message), str(issue.consequence), labels, bool(issue.files)
