"""What every page is: a header that stays, a place for a message, and a body that scrolls when it must."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.words import tr
from gui import theme
from gui.session import Session
from gui.state import Action, PageKey
from gui.widgets.banner import Banner
from gui.widgets.page_header import PageHeader


class PageArea(QScrollArea):
    """Scrolls to what Tab leads to, as scroll areas do; not to where Qt moves the focus because the widget that had it
    was hidden or disabled: whoever uses a control wants to go on seeing it."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        before = self.window().focusWidget()
        is_tab = before is not None and before.isVisible() and before.isEnabled()
        bar = self.verticalScrollBar()
        place = bar.value()
        has_moved = super().focusNextPrevChild(forward)
        if not is_tab:
            bar.setValue(place)
        return has_moved


class Page(QWidget):
    """Base of the pages. A page reads the session in its constructor and follows its signals; put content into
    `body`. The message of this page, if there is one, stands between header and body."""

    def __init__(
        self, key: PageKey, session: Session, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.session = session
        self.header = PageHeader(title, sentence)
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PAGE_PADDING - 8)
        self.body.setSpacing(theme.CARD_GAP)
        self._arrange()
        self.banner.closed.connect(self._on_banner_closed)
        self.banner.acted.connect(self._on_banner_acted)
        session.said.connect(self._on_said)
        self._show_message()

    def set_drop_active(self, on: bool) -> None:
        """Something is dragged over the window: a page with a drop area lights it up."""

    def escape(self) -> bool:
        """Esc was pressed: leave what was opened on this page. Whether there was something."""
        return False

    def _arrange(self) -> None:
        content = QWidget()
        content.setProperty("kind", "page")
        content.setLayout(self.body)
        area = PageArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(theme.PAGE_PADDING, theme.PAGE_PADDING_TOP, theme.PAGE_PADDING, 16)
        top.setSpacing(16)
        top.addWidget(self.header)
        top.addWidget(self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(area, 1)

    def _show_message(self) -> None:
        message = self.session.messages.get(self.key)
        if message is None:
            self.banner.hide_message()
        else:
            action = _label(message.action)
            details = message.details or None
            self.banner.show_message(message.kind, str(message.what), str(message.then), action, details)

    def _on_said(self, page: str) -> None:
        if page == self.key:
            self._show_message()

    def _on_banner_closed(self) -> None:
        self.session.dismiss(self.key)

    def _on_banner_acted(self) -> None:
        self.session.act(self.key)


def _label(action: Action) -> str | None:
    """What the button of a message says."""
    match action:
        case "undo":
            return tr("Undo")
        case "redo":
            return tr("Redo")
        case "go_on" | "resume":
            return tr("Go on")
        case "open_pictures":
            return tr("Open them")
        case _:
            return None
