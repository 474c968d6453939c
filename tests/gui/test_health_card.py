"""The health card: a line per issue, its buttons, what is fine in one line, the reading as it goes on."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.pictures.edits import Edits
from core.pictures.health import Issue, Mend, Severity
from core.words import say
from gui import theme
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.pictures.health_card import FIRST_PROBLEMS, MOST_LINES, HealthCard

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def _unchanged(edits: Edits) -> Edits:
    return edits


LEAVE_OUT = Mend(say("Leave them out"), say("5 pictures left out"), _unchanged)
KEEP_TOGETHER = Mend(say("Keep them on one side"), say("Kept on one side"), _unchanged)
GREY = Issue(
    "grey", "warning", say("5 starfish are grey"), say("Colour could give it away."), ("a", "b"), mends=(LEAVE_OUT,)
)
BROKEN = Issue("broken", "error", say("2 files cannot be read"), say("They are left out."), ("c", "d"))
TWINS = Issue("twins", "warning", say("Twins"), say("Too good."), ("e",), mends=(KEEP_TOGETHER, LEAVE_OUT))


def plain(text: str, severity: Severity = "good") -> Issue:
    return Issue(text, severity, say(text), say(""))


def shown(qtbot: QtBot, issues: Sequence[Issue], checked: int = 472, width: int = 364) -> HealthCard:
    card = HealthCard()
    card.setFixedWidth(width)
    qtbot.addWidget(card)
    card.show_issues(issues, checked)
    card.show()
    qtbot.waitExposed(card)
    return card


def buttons(card: QWidget) -> dict[str, QPushButton]:
    QApplication.processEvents()
    return {button.text(): button for button in card.findChildren(QPushButton) if button.isVisible()}


def test_says_each_issue_with_its_consequence_gravest_first(qtbot: QtBot) -> None:
    card = shown(qtbot, [plain("Nothing is tiny"), GREY, BROKEN])
    assert card.lines() == [
        "2 files cannot be read They are left out.",
        "5 starfish are grey Colour could give it away.",
        "Nothing is tiny",
    ]
    assert card.aside() == "472 checked"


def test_a_mend_is_one_click(qtbot: QtBot) -> None:
    card = shown(qtbot, [TWINS])
    assert list(buttons(card)) == ["Keep them on one side", "Leave them out", "Show"]
    for mend in TWINS.mends:
        with qtbot.waitSignal(card.mend_wanted) as heard:
            buttons(card)[str(mend.label)].click()
        assert heard.args == [mend]
    with qtbot.waitSignal(card.show_wanted) as heard:
        buttons(card)["Show"].click()
    assert heard.args == [TWINS]


def test_nothing_is_to_be_pressed_where_there_is_nothing_to_do(qtbot: QtBot) -> None:
    assert not buttons(shown(qtbot, [plain("Nothing is tiny")]))


def test_mends_wait_while_something_runs_and_files_can_still_be_seen(qtbot: QtBot) -> None:
    card = shown(qtbot, [GREY])
    card.set_locked(True)
    card.show_issues([GREY, BROKEN], 472)
    leave_out = buttons(card)["Leave them out"]
    assert not leave_out.isEnabled()
    assert leave_out.toolTip()
    assert buttons(card)["Show"].isEnabled()
    card.set_locked(False)
    assert leave_out.isEnabled()


def test_the_same_report_again_keeps_the_lines_and_hands_out_the_new_mend(qtbot: QtBot) -> None:
    card = shown(qtbot, [GREY, plain("Nothing is tiny")])
    button = buttons(card)["Leave them out"]
    newer = Mend(LEAVE_OUT.label, LEAVE_OUT.done, _unchanged)
    again = Issue(GREY.kind, GREY.severity, GREY.message, GREY.consequence, GREY.files, mends=(newer,))
    card.show_issues([again, plain("Nothing is tiny")], 472)
    assert buttons(card)["Leave them out"] is button
    with qtbot.waitSignal(card.mend_wanted) as heard:
        button.click()
    assert heard.args is not None
    assert heard.args[0] is newer


def test_a_mended_issue_goes(qtbot: QtBot) -> None:
    card = shown(qtbot, [GREY, BROKEN])
    card.show_issues([BROKEN], 467)
    assert card.lines() == ["2 files cannot be read They are left out."]
    assert card.aside() == "467 checked"


def test_what_is_fine_shares_a_line_where_there_is_much_to_say(qtbot: QtBot) -> None:
    fine = [plain(f"Check {number}") for number in range(MOST_LINES)]
    card = shown(qtbot, [GREY, *fine])
    assert len(card.lines()) == 2
    assert "Everything else is fine" in card.lines()[-1]
    buttons(card)["What was checked"].click()
    assert all(str(issue.message) in card.lines()[-1] for issue in fine)
    buttons(card)["Fold up"].click()
    assert "Check 3" not in card.lines()[-1]


def test_problems_never_share_a_line(qtbot: QtBot) -> None:
    card = shown(qtbot, [plain(f"Problem {number}", "warning") for number in range(12)])
    assert [line.split()[1] for line in card.lines()] == ["0", "1", "2"]
    buttons(card)["Show 9 more"].click()
    assert len(card.lines()) == 12
    buttons(card)["Show fewer"].click()
    assert len(card.lines()) == FIRST_PROBLEMS


def test_one_problem_more_is_shown_rather_than_a_link_to_it(qtbot: QtBot) -> None:
    card = shown(qtbot, [plain(f"Problem {number}", "warning") for number in range(FIRST_PROBLEMS + 1)])
    assert len(card.lines()) == FIRST_PROBLEMS + 1
    assert not any(text.startswith("Show") and text.endswith("more") for text in buttons(card))


def test_no_issue_at_all_is_said(qtbot: QtBot) -> None:
    assert shown(qtbot, []).lines() == ["Nothing is wrong"]


def test_reading_is_told_without_moving_anything(qtbot: QtBot) -> None:
    card = shown(qtbot, [])
    card.show_issues([BROKEN], 0, "1 of 472 checked")
    button, height = buttons(card)["Show"], card.sizeHint().height()
    card.show_issues([BROKEN], 0, "214 of 472 checked, 3 s left")
    assert "214 of 472 checked, 3 s left" in card.lines()[-1]
    assert buttons(card)["Show"] is button
    assert card.sizeHint().height() == height
    card.show_issues([BROKEN, plain("Nothing is tiny")], 472)
    assert card.lines()[-1] == "Nothing is tiny"


def test_the_report_stays_while_the_same_pictures_are_read_once_more(qtbot: QtBot) -> None:
    card = shown(qtbot, [])
    card.show_issues([GREY, BROKEN], 472, about="here")
    before, height = card.lines(), card.sizeHint().height()
    card.show_issues([], 470, "214 of 470 checked", about="here")
    assert (card.lines(), card.sizeHint().height()) == (before, height)
    assert "214" in card.aside()
    card.show_issues([], 470, "214 of 470 checked", about="elsewhere")
    assert "Looking at every picture" in card.lines()[-1]
    card.show_issues([], 470, "300 of 470 checked", about="elsewhere")
    assert "300 of 470" in card.lines()[-1], "what was begun is no whole report"
    card.show_issues([BROKEN], 470, about="elsewhere")
    assert (len(card.lines()), card.aside()) == (1, "470 checked")


def test_lines_are_there_at_once_so_that_the_page_does_not_shrink(qtbot: QtBot) -> None:
    card = shown(qtbot, [GREY, BROKEN])
    height = card.sizeHint().height()
    more = Issue(GREY.kind, GREY.severity, say("6 pictures are grey"), GREY.consequence, GREY.files, mends=GREY.mends)
    card.show_issues([more, BROKEN], 472)
    assert card.sizeHint().height() == height


def test_the_focus_stays_at_its_line_while_mends_wait(qtbot: QtBot) -> None:
    around = QWidget()
    card = HealthCard()
    column = QVBoxLayout(around)
    column.addWidget(card)
    column.addWidget(QSpinBox())
    qtbot.addWidget(around)
    card.show_issues([BROKEN, GREY, TWINS], 472)
    with qtbot.waitExposed(around):
        around.show()
    around.activateWindow()
    pressed = next(button for button in card.findChildren(QAbstractButton) if button.text() == "Leave them out")
    pressed.setFocus()
    card.set_locked(True)
    assert card.hasFocus(), "not a field beside it, which the next key would change"
    card.show_issues([BROKEN, TWINS], 467)
    card.set_locked(False)
    focused = around.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == str(TWINS.mends[0].label)
    card.show_issues([BROKEN], 460)
    assert around.focusWidget() is buttons(card)["Show"]


def test_tab_walks_the_card_from_top_to_bottom_before_what_was_made_after_it(qtbot: QtBot) -> None:
    around = QWidget()
    card, after = HealthCard(), QSpinBox()
    column = QVBoxLayout(around)
    column.addWidget(card)
    column.addWidget(after)
    qtbot.addWidget(around)
    with qtbot.waitExposed(around):
        around.show()
    for count in (8, 6, 2):
        card.show_issues([GREY, *[plain(f"Problem {number}", "warning") for number in range(count)], TWINS], 472)
        walked: list[QWidget] = []
        widget = card.nextInFocusChain()
        while widget is not after:
            if widget.isVisible() and isinstance(widget, QAbstractButton):
                walked.append(widget)
            widget = widget.nextInFocusChain()
            assert widget is not card
        places = [(button.mapTo(card, QPoint(0, 0)).y(), button.x()) for button in walked]
        assert places == sorted(places)
        assert len(walked) == sum(button.isVisible() for button in card.findChildren(QAbstractButton))


def test_a_long_file_name_stays_within_the_card(qtbot: QtBot) -> None:
    name = "a_name_without_end_" * 13 + ".jpg"
    card = shown(qtbot, [Issue("small", "info", say(name), say(name), ("a",))], width=296)
    assert card.minimumSizeHint().width() <= 296
    assert card.lines() == [f"{name} {name}"]


@given(
    widths=st.lists(st.integers(5, 120), min_size=1, max_size=12),
    room=st.integers(120, 400),
)
def test_flowing_keeps_the_order_and_the_width(qapp: QApplication, widths: list[int], room: int) -> None:
    window = QWidget()
    flow = FlowLayout(4, 2, window)
    boxes = [QWidget() for _ in widths]
    for box, width in zip(boxes, widths, strict=True):
        box.setFixedSize(width, 10)
        flow.addWidget(box)
    window.resize(room, flow.heightForWidth(room))
    flow.setGeometry(window.rect())
    places = [(box.y(), box.x()) for box in boxes]
    assert places == sorted(places)
    assert all(box.x() + box.width() <= room for box in boxes)
    assert max(box.y() + box.height() for box in boxes) == flow.heightForWidth(room)
    assert flow.minimumSize().width() == max(widths)
