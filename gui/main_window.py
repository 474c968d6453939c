"""The window: composition and wiring only. What happens is in Session, what is seen in the pages."""

from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import NakamiError
from core.words import tr
from gui import theme, translation
from gui.choosing import Chooser
from gui.pages.classify import ClassifyPage
from gui.pages.help import HelpPage
from gui.pages.inside.page import InsidePage
from gui.pages.page import Page
from gui.pages.pictures.page import PicturesPage
from gui.pages.results.page import ResultsPage
from gui.pages.settings import SettingsPage
from gui.pages.training.page import TrainingPage
from gui.session import Session
from gui.state import PAGES, PageKey, State, known_page
from gui.strip_feed import StripFeed
from gui.widgets.focus_ring import FocusRing
from gui.widgets.rail import Rail
from gui.widgets.status_strip import StatusStrip

FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (1024, 700)
# Longer than the first painting takes to begin, shorter than a hand needs to reach another page.
_BETWEEN_PAGES_MS = 20
# Where changes to the pictures can be seen.
_PAGES_OF_CHANGES: tuple[PageKey, ...] = ("pictures", "results")
WORK_PAGES: tuple[PageKey, ...] = ("pictures", "training", "inside", "results", "classify")


class MainWindow(QWidget):
    """Rail, pages and strip. Built from the session's state, and built again for another language or theme."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.pending_drop: list[Path] = []
        self._closing = False
        self._chooser = Chooser(self, session)
        self.setWindowTitle("Nakami")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*FIRST_SIZE)
        if session.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(session.settings.geometry.encode()))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._pages: dict[PageKey, Page] = {}
        self._build()
        self._focus_ring = FocusRing(self)
        self._add_shortcuts()
        session.page_wanted.connect(self.show_page)
        session.state_changed.connect(self._on_state_changed)
        session.all_ended.connect(self._on_all_ended)
        session.asking.model_opened.connect(self._on_model_opened)
        theme.changes().changed.connect(self.rebuild)

    # ---- building

    def _build(self) -> None:
        """Everything that shows words or colours."""
        session = self.session
        self._content = QWidget()
        self.rail = Rail(tr("Pages"))
        self.pages = QStackedWidget()
        self.strip = StatusStrip()
        self._pages = {}
        self.rail.add("pictures", "image", tr("Pictures"))
        self.rail.add("training", "nakami-loss", tr("Training"))
        self.rail.add("inside", "nakami-inside", tr("Inside"))
        self.rail.add("results", "list-checks", tr("Results"))
        self.rail.add("classify", "tag", tr("Classify"))
        self.rail.add_bottom("settings", "settings-2", tr("Settings"))
        self.rail.add_bottom("help", "circle-question-mark", tr("Help"), tr("Explains the page (F1)"))
        self.rail.chosen.connect(self.show_page)
        self._feed = StripFeed(session, self.strip)
        self._feed.stop_wanted.connect(self.ask_to_stop)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self.strip)
        self._layout.addWidget(self._content)
        self.show_page(session.page)
        self._on_state_changed()
        # The page in sight first; the others once it is painted.
        QTimer.singleShot(_BETWEEN_PAGES_MS, self._build_next)

    def _build_next(self) -> None:
        missing = [key for key in PAGES if key not in self._pages]
        if self._closing:
            return
        if missing:
            self._page(missing[0])
            QTimer.singleShot(_BETWEEN_PAGES_MS, self._build_next)
        else:
            self.session.offering.look()

    def _page(self, key: PageKey) -> Page:
        """A page, built when it is first wanted."""
        if key not in self._pages:
            page = self._made(key)
            self._pages[key] = page
            built_before = sum(each in self._pages for each in PAGES[: PAGES.index(key)])
            self.pages.insertWidget(built_before, page)
        return self._pages[key]

    def _made(self, key: PageKey) -> Page:
        match key:
            case "pictures":
                return PicturesPage(self.session)
            case "training":
                return TrainingPage(self.session)
            case "inside":
                return InsidePage(self.session)
            case "results":
                return ResultsPage(self.session)
            case "classify":
                return ClassifyPage(self.session)
            case "help":
                return HelpPage(self.session)
            case "settings":
                page = SettingsPage(self.session)
                page.language_chosen.connect(self._on_language_chosen)
                page.scheme_chosen.connect(self._on_scheme_chosen)
                return page
            case _:
                assert_never(key)

    @property
    def pictures_page(self) -> PicturesPage:
        """The page of the pictures."""
        page = self._page("pictures")
        assert isinstance(page, PicturesPage)
        return page

    @property
    def classify_page(self) -> ClassifyPage:
        """The page that answers."""
        page = self._page("classify")
        assert isinstance(page, ClassifyPage)
        return page

    @property
    def help(self) -> HelpPage:
        """The page that explains the others."""
        page = self._page("help")
        assert isinstance(page, HelpPage)
        return page

    def rebuild(self) -> None:
        """Build the pages again, in another language or theme. Work goes on: it belongs to the session."""
        old = self._content
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._build()

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            ("Ctrl+O", self._chooser.choose_folder),
            ("Ctrl+Shift+O", self._chooser.choose_model),
            ("Ctrl+V", self.paste),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Space", self.pause_or_resume),
            ("Esc", self.escape),
            ("F1", self.explain_page),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for number, key in enumerate(WORK_PAGES, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setProperty("page", key)
            shortcut.activated.connect(self._on_page_key)

    # ---- pages

    def show_page(self, key: str) -> None:
        """Bring a page to the front and remember it."""
        self.pages.setCurrentWidget(self._page(known_page(key)))
        self.rail.choose(key)
        self.session.settings.page = key

    def page_key(self) -> PageKey:
        """The page in sight."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page.key

    def explain_page(self) -> None:
        """F1: the help at the place of the page in sight."""
        key = self.page_key()
        self.show_page("help")
        if key != "help":
            self.help.explain(key)

    def show_error(self, error: NakamiError) -> None:
        """An error that belongs to no page in particular."""
        self.session.tell(self.page_key(), error)

    def _on_page_key(self) -> None:
        self.show_page(str(self.sender().property("page")))

    # ---- what keys and menus ask for

    def paste(self) -> None:
        """Ctrl+V: a picture, or copied files: for the class that is chosen, else to be classified."""
        if self.page_key() != "pictures" or not self.pictures_page.paste():
            self.classify_page.paste()

    def undo(self) -> None:
        """Ctrl+Z: the last change to the pictures, where it can be seen."""
        if self.page_key() in _PAGES_OF_CHANGES:
            self.session.collection.undo()

    def redo(self) -> None:
        """Ctrl+Shift+Z: make it again."""
        if self.page_key() in _PAGES_OF_CHANGES:
            self.session.collection.redo()

    def pause_or_resume(self) -> None:
        """Space: pause or go on. On a button that the keyboard is on, it presses that."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self._focus_ring.target() is focused:
            focused.click()
        elif self.session.state is State.PAUSED:
            self.session.resume()
        else:
            self.session.pause()

    def escape(self) -> None:
        """Esc: leave what is open on the page in sight; where nothing is, stop what runs."""
        if not self._page(self.page_key()).escape():
            self.ask_to_stop()

    def ask_to_stop(self) -> None:
        """The strip's Stop. Asks only where a whole epoch's work is at stake."""
        if self.session.state in (State.IDLE, State.STOPPING):
            return
        if not self.session.is_training or self.session.state is State.PREPARING:
            self.session.stop()
            return
        then = tr("It can go on later, from the table of runs.")
        self._ask(tr("Stop the training?"), then, tr("Stop training"), self.session.stop)

    def _ask(self, question: str, then: str, yes: str, agreed: Callable[[], None]) -> None:
        """The one question that may stand in the way: it is about work. It goes when the training has ended."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(question)
        kept = tr("Only the running epoch is lost; the network of the last whole epoch is kept, and that of the best.")
        box.setInformativeText(f"{kept} {then}")
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        accept.setProperty("kind", "main")
        accept.style().unpolish(accept)
        accept.style().polish(accept)
        box.addButton(tr("Go on training"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(accept)
        accept.clicked.connect(agreed)
        self.session.training_ended.connect(box.reject)
        box.open()

    def take_pending_drop(self) -> None:
        """Open what the command line named, once the window is there."""
        self.session.open_dropped(self.pending_drop)
        self.pending_drop = []

    def _on_model_opened(self) -> None:
        if self.page_key() not in ("inside", "results", "classify"):
            self.show_page("inside")

    def _on_language_chosen(self, language: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        translation.install(app, language)
        self.rebuild()

    def _on_scheme_chosen(self, scheme: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.known_scheme(scheme))

    def _on_state_changed(self) -> None:
        self.rail.mark("training", self.session.is_training and self.session.state is not State.IDLE)

    # ---- the end

    def _close_now(self) -> None:
        self._closing = True
        self.close()

    def _on_all_ended(self) -> None:
        if self._closing:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        works = self.session.is_training and self.session.state in (State.TRAINING, State.PAUSED)
        if works and not self._closing:
            event.ignore()
            then = tr("At the next start you are asked whether the training shall go on.")
            self._ask(tr("Stop the training and close?"), then, tr("Stop and close"), self._close_now)
            return
        self._closing = True
        if self.session.end():
            event.accept()
        else:
            event.ignore()

    # ---- drops, anywhere on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._set_drop_active(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_drop_active(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_drop_active(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.session.open_dropped(paths, self.page_key())
        elif event.mimeData().hasImage():
            event.acceptProposedAction()
            self.classify_page.take_image(event.mimeData().imageData())

    def _set_drop_active(self, on: bool) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, Page):
            page.set_drop_active(on)
