"""Settings: language, appearance, and where the program keeps what it writes."""

import contextlib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core import places
from core.training.config import LARGEST_KEPT_EPOCHS_MB
from core.words import say, tr
from gui import theme
from gui.pages.page import Page
from gui.session import Session
from gui.widgets.buttons import LinkButton
from gui.widgets.card import Card, Rule
from gui.widgets.number_field import NumberField
from gui.widgets.segmented import Segmented
from gui.widgets.text import Text

# Names of places and facts stand in one column through the whole page.
_NAMES_WIDTH = 304
# What a line edit keeps free at each side of its text.
_SIDE = 2
# A menu or another window in front: the selection is still wanted.
_KEPT_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class PathField(QLineEdit):
    """A path to read and copy: shortened in the middle while it rests, whole while it has the focus."""

    def __init__(self, path: Path, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setReadOnly(True)
        self.setFrame(False)
        self.setAccessibleName(accessible_name)
        self.setToolTip(str(path))
        # It is text to select, not a field that is locked.
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0; }")
        self.setTextMargins(-_SIDE, 0, -_SIDE, 0)
        self._show(whole=False)

    def _show(self, whole: bool) -> None:
        path = str(self.path)
        room = self.width() - _SIDE
        shown = path if whole else self.fontMetrics().elidedText(path, Qt.TextElideMode.ElideMiddle, room)
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show(whole=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEPT_FOCUS:
            self._show(whole=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.hasFocus():
            self._show(whole=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.hasFocus():
            self._show(whole=False)


class _Place(QWidget):
    """One place: its name, what is kept there, the path, and a way to it."""

    failed = Signal(object)

    def __init__(self, name: str, note: str, path: Path, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(name, weight=600))
        words.addWidget(Text(note, "caption", "text3"))
        names = QWidget()
        names.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        names.setFixedWidth(_NAMES_WIDTH)
        self.field = PathField(path, name)
        self.button = LinkButton(tr("Open folder"), "folder-open", tr("Shows it in the system's file manager"))
        self.button.setAccessibleName(tr("Open folder: {name}", name=name))
        self.button.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.CARD_PADDING - 1, 10, theme.CARD_PADDING - 6, 10)
        layout.setSpacing(theme.CARD_PADDING)
        layout.addWidget(names)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button)

    def _open(self) -> None:
        # Before the first run there is no folder yet, and a file manager opens only what exists.
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.failed.emit(self._folder)


class SettingsPage(Page):
    """Writes a choice into the session's settings and says so; putting it on is the window's part."""

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            "settings",
            session,
            tr("Settings"),
            tr("A choice holds at once and is remembered. A training goes on."),
            parent,
        )
        choices = QHBoxLayout()
        choices.setSpacing(theme.CARD_GAP)
        choices.addWidget(self._language_card(), 1)
        choices.addWidget(self._scheme_card(), 1)
        self.body.addLayout(choices)
        self.body.addWidget(self._kept_card())
        self.body.addWidget(self._places_card())
        self.body.addWidget(_about_card())
        self.body.addStretch(1)

    def _language_card(self) -> Card:
        # Whoever cannot read the language of the moment finds their own by its own name.
        options = (("system", tr("System")), ("en", "English"), ("ja", "日本語"))
        self.language = _choice(options, self.session.settings.language, tr("Language"))
        self.language.chosen.connect(self._on_language_chosen)
        return _choice_card(tr("Language"), tr("Names of classes and files stay as you wrote them."), self.language)

    def _scheme_card(self) -> Card:
        options = (("system", tr("System")), ("light", tr("Light")), ("dark", tr("Dark")))
        self.scheme = _choice(options, self.session.settings.scheme, tr("Appearance"))
        self.scheme.chosen.connect(self._on_scheme_chosen)
        return _choice_card(tr("Appearance"), tr("“System” follows the computer, by day and by night."), self.scheme)

    def _kept_card(self) -> Card:
        card = Card(tr("Going back through the epochs"))
        note = tr(
            "Every training keeps what the layers made of the picture you looked at, epoch by epoch. When the room is "
            "full, every other epoch is let go. 0 keeps none."
        )
        self.kept_epochs = NumberField(tr("At most, in MB for each run"), 0, LARGEST_KEPT_EPOCHS_MB, note)
        self.kept_epochs.set_value(self.session.settings.kept_epochs_mb)
        self.kept_epochs.changed.connect(self._on_kept_epochs_changed)
        row = QHBoxLayout()
        row.setSpacing(theme.CARD_PADDING)
        self.kept_epochs.setFixedWidth(_NAMES_WIDTH)
        row.addWidget(self.kept_epochs)
        row.addWidget(Text(note, tone="text2", wrap=True), 1)
        card.body.addLayout(row)
        return card

    def _on_kept_epochs_changed(self, megabytes: int) -> None:
        self.session.set_config(kept_epochs_mb=megabytes)

    def _places_card(self) -> Card:
        card = Card(
            tr("Where things are kept"),
            tr("The environment variable NAKAMI_HOME moves all of it into one folder."),
            rule=True,
            flush=True,
        )
        card.body.setSpacing(0)
        file = places.settings_file()
        self.places = (
            _Place(tr("Runs"), tr("networks, curves and settings of every training"), *_twice(places.runs_folder())),
            _Place(
                tr("Added photos"),
                tr("copies of what you dropped on a class"),
                *_twice(places.collected_folder()),
            ),
            _Place(tr("Changes"), tr("what you renamed, merged and left out"), *_twice(places.edits_folder())),
            _Place(tr("Cache"), tr("decoded pixels; may be deleted at any time"), *_twice(places.cache_folder())),
            _Place(tr("Settings file"), tr("what the window remembers"), file, file.parent),
        )
        for index, place in enumerate(self.places):
            if index:
                card.body.addWidget(Rule())
            place.failed.connect(self._on_not_opened)
            card.body.addWidget(place)
        return card

    def _on_language_chosen(self, language: str) -> None:
        self.session.settings.language = language
        self.language_chosen.emit(language)

    def _on_scheme_chosen(self, scheme: str) -> None:
        self.session.settings.scheme = scheme
        self.scheme_chosen.emit(scheme)

    def _on_not_opened(self, folder: Path) -> None:
        self.session.say(
            "settings",
            "error",
            say("The system could not open {folder}.", folder=folder),
            say("Copy the path and open it in a file manager."),
        )


def version() -> str:
    """The program's version; run straight from its source folder it may have none."""
    try:
        return metadata.version("nakami")
    except metadata.PackageNotFoundError:
        return tr("run from source")


def _twice(folder: Path) -> tuple[Path, Path]:
    return folder, folder


def _choice(options: Sequence[tuple[str, str]], chosen: str, name: str) -> Segmented:
    choice = Segmented(options, name)
    if chosen in {key for key, _ in options}:
        choice.choose(chosen)
    return choice


def _choice_card(title: str, note: str, choice: Segmented) -> Card:
    card = Card(title)
    card.body.setSpacing(12)
    card.body.addWidget(Text(note, tone="text2"))
    card.body.addWidget(choice)
    return card


def _about_card() -> Card:
    facts = (
        (tr("Version"), version()),
        (tr("Your pictures"), tr("Stay on this computer. Nothing is sent anywhere.")),
        (tr("Licence"), "MIT"),
        (tr("Icons"), "Lucide (ISC)"),
    )
    card = Card(tr("About Nakami"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.CARD_PADDING)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        shown = Text(value, weight=500)
        shown.setAccessibleName(f"{name}: {value}")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(Text(name, tone="text2"), row, 0)
        grid.addWidget(shown, row, 1)
    card.body.addLayout(grid)
    return card
