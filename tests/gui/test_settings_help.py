"""The Settings and the Help page, through their doors: what is chosen, opened, explained and scrolled to."""

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from core import places
from core import settings as remembered
from gui import theme, translation
from gui.pages import help_texts, settings
from gui.pages.help import HelpPage, KeyCap
from gui.pages.page import Page
from gui.pages.settings import PathField, SettingsPage
from gui.session import Session

# The offscreen platform says so whenever a window's least size changes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PAGES = ("pictures", "training", "inside", "results", "classify", "settings")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "en")


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    session = Session()
    yield session
    session.end()


class Desktop:
    """Stands in for QDesktopServices: nothing is really opened."""

    def __init__(self, works: bool = True) -> None:
        self.opened: list[Path] = []
        self.works = works

    def openUrl(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.works


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(settings, "QDesktopServices", desktop)
    return desktop


def shown(qtbot: QtBot, page: Page, width: int = 1192) -> None:
    qtbot.addWidget(page)
    page.resize(width, 752)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def segment(page: SettingsPage, label: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.text() == label)


class TestSettings:
    @pytest.mark.parametrize(("label", "language"), [("日本語", "ja"), ("English", "en")])
    def test_language_is_written_down_before_it_is_told(
        self, qtbot: QtBot, session: Session, label: str, language: str
    ) -> None:
        page = SettingsPage(session)
        qtbot.addWidget(page)
        told = []
        page.language_chosen.connect(lambda said: told.append((said, session.settings.language)))
        segment(page, label).click()
        assert told == [(language, language)]

    def test_scheme_is_written_down_before_it_is_told(self, qtbot: QtBot, session: Session) -> None:
        page = SettingsPage(session)
        qtbot.addWidget(page)
        told = []
        page.scheme_chosen.connect(lambda said: told.append((said, session.settings.scheme)))
        for label in ("Dark", "Light"):
            segment(page, label).click()
        page.scheme.findChildren(QAbstractButton)[0].click()
        assert told == [("dark", "dark"), ("light", "light"), ("system", "system")]

    def test_the_room_for_kept_epochs_goes_into_the_next_training(self, qtbot: QtBot, session: Session) -> None:
        page = SettingsPage(session)
        qtbot.addWidget(page)
        page.kept_epochs._box.setValue(40)
        assert session.config.kept_epochs_mb == 40
        assert remembered.load().kept_epochs_mb == 40

    def test_it_begins_with_what_is_chosen(self, qtbot: QtBot, session: Session) -> None:
        session.settings.language, session.settings.scheme = "ja", "dark"
        page = SettingsPage(session)
        qtbot.addWidget(page)
        assert (page.language.key(), page.scheme.key()) == ("ja", "dark")

    def test_a_choice_from_a_broken_file_counts_as_system(self, qtbot: QtBot, session: Session) -> None:
        session.settings.language, session.settings.scheme = "tlh", "purple"
        page = SettingsPage(session)
        qtbot.addWidget(page)
        assert (page.language.key(), page.scheme.key()) == ("system", "system")

    def test_places_are_the_programs_own(self, qtbot: QtBot, session: Session) -> None:
        page = SettingsPage(session)
        qtbot.addWidget(page)
        assert [place.field.path for place in page.places] == [
            places.runs_folder(),
            places.collected_folder(),
            places.edits_folder(),
            places.cache_folder(),
            places.settings_file(),
        ]

    def test_folders_open_even_before_anything_was_written(
        self, qtbot: QtBot, session: Session, desktop: Desktop
    ) -> None:
        page = SettingsPage(session)
        qtbot.addWidget(page)
        for place in page.places:
            place.button.click()
        folders = [
            places.runs_folder(),
            places.collected_folder(),
            places.edits_folder(),
            places.cache_folder(),
            places.settings_file().parent,
        ]
        assert desktop.opened == folders
        assert all(folder.is_dir() for folder in folders)
        assert "settings" not in session.messages

    def test_a_folder_that_does_not_open_is_told_on_the_page(
        self, qtbot: QtBot, session: Session, desktop: Desktop
    ) -> None:
        desktop.works = False
        page = SettingsPage(session)
        shown(qtbot, page)
        page.places[0].button.click()
        assert str(places.runs_folder()) in str(session.messages["settings"].what)
        assert page.banner.isVisible()

    def test_a_place_that_cannot_be_made_is_told_too(self, qtbot: QtBot, session: Session, desktop: Desktop) -> None:
        desktop.works = False
        places.runs_folder().parent.mkdir(parents=True, exist_ok=True)
        places.runs_folder().write_text("a file where the folder belongs")
        page = SettingsPage(session)
        qtbot.addWidget(page)
        page.places[0].button.click()
        assert "settings" in session.messages

    def test_version_is_the_installed_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(metadata, "version", lambda name: f"{name} 1.2.3")
        assert settings.version() == "nakami 1.2.3"

    def test_version_without_an_installation(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(name: str) -> str:
            raise metadata.PackageNotFoundError(name)

        monkeypatch.setattr(metadata, "version", missing)
        assert settings.version() == "run from source"


class TestPathField:
    LONG = Path("/home/somebody") / ("a very long folder name " * 6).strip() / "runs"

    def field(self, qtbot: QtBot, width: int) -> PathField:
        field = PathField(self.LONG, "Runs")
        qtbot.addWidget(field)
        field.resize(width, 24)
        field.show()
        qtbot.waitExposed(field)
        field.clearFocus()
        return field

    def test_it_is_shortened_in_the_middle(self, qtbot: QtBot) -> None:
        text = self.field(qtbot, 200).text()
        assert "…" in text
        assert text.startswith("/home")
        assert text.endswith("runs")

    def test_it_is_whole_where_there_is_room(self, qtbot: QtBot) -> None:
        assert self.field(qtbot, 2000).text() == str(self.LONG)

    def test_the_whole_path_can_be_copied(self, qtbot: QtBot) -> None:
        field = self.field(qtbot, 200)
        field.activateWindow()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(field.hasFocus)
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.clipboard().text() == str(self.LONG)
        field.clearFocus()
        assert "…" in field.text()

    def test_it_cannot_be_written_to(self, qtbot: QtBot) -> None:
        field = self.field(qtbot, 2000)
        qtbot.keyClicks(field, "x")
        assert field.text() == str(self.LONG)


def scroll_area(page: Page) -> QScrollArea:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


class TestHelp:
    def test_every_page_is_explained_in_a_few_steps(self) -> None:
        explanations = help_texts.explanations()
        assert tuple(each.page for each in explanations) == PAGES
        assert all(3 <= len(each.steps) <= 5 for each in explanations)

    def test_no_word_is_explained_twice(self) -> None:
        words = [term.word for term in help_texts.terms()]
        assert len(words) == len(set(words)) >= 15

    @pytest.mark.parametrize("page_key", PAGES)
    def test_f1_leads_to_the_page_that_was_in_sight(self, qtbot: QtBot, session: Session, page_key: str) -> None:
        page = HelpPage(session)
        # As the window does it: shown and asked in one go, before anything has a place.
        page.explain(page_key)
        shown(qtbot, page)
        page.explain(page_key)
        bar = scroll_area(page).verticalScrollBar()
        wanted = page.cards[page_key]
        qtbot.waitUntil(lambda: bar.value() == min(wanted.y(), bar.maximum()))
        assert [key for key, card in page.cards.items() if card.is_marked()] == [page_key]
        assert not wanted.visibleRegion().isEmpty()

    def test_a_page_without_explanation_changes_nothing(self, qtbot: QtBot, session: Session) -> None:
        page = HelpPage(session)
        shown(qtbot, page)
        page.explain("classify")
        page.explain("help")
        assert page.cards["classify"].is_marked()

    def test_the_ways_in_the_header_lead_there(self, qtbot: QtBot, session: Session) -> None:
        page = HelpPage(session)
        shown(qtbot, page)
        ways = page.header.findChildren(QPushButton)
        assert [way.text() for way in ways] == [each.title for each in help_texts.explanations()]
        ways[2].click()
        assert page.cards["inside"].is_marked()

    def test_keys_scroll(self, qtbot: QtBot, session: Session) -> None:
        page = HelpPage(session)
        shown(qtbot, page)
        bar = scroll_area(page).verticalScrollBar()
        page.header.findChildren(QPushButton)[0].setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_End)
        assert bar.value() == bar.maximum() > 0
        qtbot.keyClick(focus, Qt.Key.Key_PageUp)
        assert 0 <= bar.value() < bar.maximum()
        qtbot.keyClick(focus, Qt.Key.Key_Home)
        assert bar.value() == 0
        qtbot.keyClick(focus, Qt.Key.Key_PageDown)
        assert bar.value() > 0

    def test_its_keys_are_named(self, qtbot: QtBot, session: Session) -> None:
        page = HelpPage(session)
        qtbot.addWidget(page)
        caps = {cap.text() for cap in page.findChildren(KeyCap)}
        assert len(caps) == 19
        assert all(caps)

    @pytest.mark.parametrize("width", [936, 1192])
    @pytest.mark.parametrize("language", ["en", "ja"])
    def test_nothing_is_cut_off(
        self, qtbot: QtBot, qapp: QApplication, session: Session, language: str, width: int
    ) -> None:
        translation.install(qapp, language)
        for page in (HelpPage(session), SettingsPage(session)):
            shown(qtbot, page, width)
            for label in page.findChildren(QLabel):
                if label.isVisible() and not label.wordWrap() and label.pixmap().isNull():
                    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
                if label.isVisible() and label.wordWrap():
                    assert label.height() >= label.heightForWidth(label.width()), label.text()

    def test_japanese_is_japanese(self, qapp: QApplication) -> None:
        translation.install(qapp, "ja")
        assert [each.title for each in help_texts.explanations()] == ["画像", "学習", "中身", "結果", "分類", "設定"]
