"""What is wrong with the pictures, in plain words, each line with its consequence and its mends."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from core.pictures.health import Issue
from core.words import plural, say, tr
from gui import theme
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card, Rule
from gui.widgets.pictures.health_line import IssueLine, MarkedLine, mark_of

MOST_LINES = 4
"""Where there are more, what is fine shares one line."""
FIRST_PROBLEMS = 3
"""Of more, the rest waits behind a link: the cards below are to stay in reach."""
_ORDER = ("error", "warning", "info", "good")


class _FineLine(MarkedLine):
    """All that is fine in one line; what it is unfolds."""

    def __init__(self, issues: Sequence[Issue], is_all: bool) -> None:
        icon, colour = mark_of("good")
        super().__init__(icon, colour, tr("Nothing is wrong") if is_all else tr("Everything else is fine"))
        self._list = "\n".join(str(issue.message) for issue in issues)
        self._is_unfolded = False
        self._unfold = LinkButton(tr("What was checked"), tooltip=self._list)
        self._unfold.setAccessibleDescription(self._list)
        self._unfold.clicked.connect(self._on_unfold)
        if issues:
            self.buttons.addWidget(self._unfold)

    def all_buttons(self) -> list[LinkButton]:
        """Its button, where there is something to unfold."""
        return [self._unfold] if self._list else []

    def _on_unfold(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self.set_caption(self._list if self._is_unfolded else "")
        self._unfold.setText(tr("Fold up") if self._is_unfolded else tr("What was checked"))


class HealthCard(Card):
    """`mend_wanted(Mend)`: its button was pressed. `show_wanted(Issue)`: its files are asked for.

    A focus that is on one of its buttons stays in the card when the button goes or must wait.
    """

    mend_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Health"), tr("checking"), rule=True, flush=True, parent=parent)
        self._lines: list[IssueLine] = []
        self._fine: tuple[str, ...] | None = None
        self._checking: MarkedLine | None = None
        self._parts: list[QWidget] = []
        self._is_locked = False
        self._is_unfolded = False
        self._about: object = None
        self._is_whole = False
        self._line_left = 0
        self.setProperty("ring", "none")
        self._more = LinkButton("", tooltip=tr("All that was found, the gravest first"))
        self._more.clicked.connect(self._on_more)
        # Here from the first: the other buttons take its place in the window's tab order.
        self._more_row = QWidget(self)
        self._more_row.hide()
        row = QHBoxLayout(self._more_row)
        row.setContentsMargins(theme.CARD_PADDING, 6, theme.CARD_PADDING, 6)
        row.addWidget(self._more)
        row.addStretch(1)
        self.body.setSpacing(0)

    def show_issues(
        self, issues: Sequence[Issue], checked: int, still_checking: str = "", about: object = None
    ) -> None:
        """The report on `checked` pictures; `still_checking` says how far the reading is, and is empty at its end.
        `about`: which pictures they are. While the same ones are read once more, the report before stays in sight."""
        is_again = self._is_whole and about is not None and about == self._about
        if still_checking and is_again:
            self._show_progress(still_checking)
            return
        self._about, self._is_whole = about, not still_checking
        done = plural(checked, say("1 checked"), say("{count:,} checked", count=checked))
        self.set_aside(tr("checking") if still_checking else str(done))
        self._aside.setToolTip("")
        ordered = sorted(issues, key=lambda issue: _ORDER.index(issue.severity))
        single, fine = _folded(ordered)
        if not self._takes(single, fine, bool(still_checking)):
            self._rebuild(single, fine, bool(still_checking))
        if self._checking is not None:
            self._checking.set_caption(still_checking)

    def set_locked(self, on: bool) -> None:
        """Whether mends must wait for what is running."""
        self._is_locked = on
        if on:
            self._hold_focus()
        for line in self._lines:
            line.set_locked(on)
        self._give_focus_back()

    def lines(self) -> list[str]:
        """What the lines say, from top to bottom."""
        folded = self._lines[FIRST_PROBLEMS:] if self._folds and not self._is_unfolded else []
        return [part.text() for part in self._parts if isinstance(part, MarkedLine) and part not in folded]

    @property
    def _folds(self) -> bool:
        """Whether there are so many problems that some wait behind a link."""
        return len(self._lines) > FIRST_PROBLEMS + 1

    def _takes(self, single: Sequence[Issue], fine: Sequence[Issue], is_checking: bool) -> bool:
        """Keep the lines where they read as before: a report that comes again moves nothing."""
        if not self._parts or len(single) != len(self._lines) or is_checking != (self._checking is not None):
            return False
        if self._fine != _fine_key(single, fine, is_checking):
            return False
        return all(line.takes(issue) for line, issue in zip(self._lines, single, strict=True))

    def _rebuild(self, single: Sequence[Issue], fine: Sequence[Issue], is_checking: bool) -> None:
        self._hold_focus()
        self._clear()
        shown = FIRST_PROBLEMS if len(single) > FIRST_PROBLEMS + 1 and not self._is_unfolded else len(single)
        for place, issue in enumerate(single):
            line = IssueLine(issue)
            line.mend_wanted.connect(self.mend_wanted)
            line.show_wanted.connect(self.show_wanted)
            line.set_locked(self._is_locked)
            self._lines.append(line)
            self._add(line, place < shown)
        if self._folds:
            self._add(self._more_row)
        self._update_fold()
        self._fine = _fine_key(single, fine, is_checking)
        if self._fine is not None:
            self._add(_FineLine(fine, is_all=not single))
        if is_checking:
            self._checking = MarkedLine("clock", theme.current().text3, tr("Looking at every picture"))
            self._add(self._checking)
        self._order_tabs()
        self._give_focus_back()

    def _show_progress(self, words: str) -> None:
        room = self.width() - self._title.sizeHint().width() - 2 * theme.CARD_PADDING - theme.LABEL_GAP
        self.set_aside(self._aside.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self._aside.setToolTip(words)

    def _buttons(self) -> list[QAbstractButton]:
        """All buttons, from top to bottom."""
        made: list[QAbstractButton] = []
        for part in self._parts:
            if isinstance(part, IssueLine | _FineLine):
                made.extend(part.all_buttons())
            elif part is self._more_row:
                made.append(self._more)
        return made

    def _order_tabs(self) -> None:
        """Let Tab walk the card from top to bottom, before the cards that were made after it."""
        buttons = self._buttons()
        before: QWidget = self._more
        for button in buttons:
            if button is not self._more:
                QWidget.setTabOrder(before, button)
                before = button
        if self._more in buttons[1:]:
            QWidget.setTabOrder(buttons[buttons.index(self._more) - 1], self._more)

    def _hold_focus(self) -> None:
        """Take the focus from a button that may go or be disabled: Qt would pass it on to anything next in the
        window."""
        for place, line in enumerate(self._lines):
            if any(button.hasFocus() for button in line.all_buttons()):
                self._line_left = place
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_focus_back(self) -> None:
        """To the line that is in the place of the one whose button had it."""
        if self._is_locked or not self.hasFocus():
            return
        here = self._lines[self._line_left :] or self._lines[-1:]
        buttons = [button for line in here[:1] for button in line.all_buttons() if button.isEnabled()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_fold(self) -> None:
        """Show all problems, or the gravest."""
        if not self._folds:
            return
        self._more_row.show()
        count = len(self._lines) - FIRST_PROBLEMS
        self._more.setText(tr("Show fewer") if self._is_unfolded else tr("Show {count} more", count=count))
        for line in self._lines[FIRST_PROBLEMS:]:
            rule = self._parts[self._parts.index(line) - 1]
            for part in (line, rule):
                part.setVisible(self._is_unfolded)

    def _on_more(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._update_fold()

    def _add(self, line: QWidget, is_shown: bool = True) -> None:
        for part in [Rule(), line] if self._parts else [line]:
            self._parts.append(part)
            self.body.addWidget(part)
            # At once: a layout shows its widgets a little later, and the page would shrink and scroll in between.
            part.setVisible(is_shown)

    def _clear(self) -> None:
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            if part is not self._more_row:
                part.deleteLater()
        self._parts, self._lines, self._fine, self._checking = [], [], None, None


def _folded(issues: Sequence[Issue]) -> tuple[list[Issue], list[Issue]]:
    """Those with a line of their own, and those that are fine and share one."""
    fine = [issue for issue in issues if issue.severity == "good"]
    if len(issues) <= MOST_LINES or len(fine) < 2:
        return list(issues), []
    return [issue for issue in issues if issue.severity != "good"], fine


def _fine_key(single: Sequence[Issue], fine: Sequence[Issue], is_checking: bool) -> tuple[str, ...] | None:
    """What the shared line stands for; None where there is none. A report without a line would leave one wondering."""
    if fine or not (single or is_checking):
        return tuple(str(issue.message) for issue in fine)
    return None
