"""The look: contrast, fonts, icons, and what a change of theme reaches."""

import dataclasses
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui import icons, stylesheet, svg, theme

THEMES = [theme.LIGHT, theme.DARK]
NAMES = sorted(path.stem for path in svg.FOLDER.glob("*.svg"))

# (text, ground): every pair that the look puts on each other.
TEXT_ON_GROUND = [
    *((text, ground) for text in ("text", "text2", "text3", "accent") for ground in ("surface", "window")),
    *((text, "soft") for text in ("text", "text2", "accent")),
    *((text, "sunken") for text in ("text", "text2")),
    *((role, ground) for role in ("second", "good") for ground in ("surface", "window")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("warning", "warning_fill"),
    ("error", "error_fill"),
    ("error", "surface"),
    ("text", "warning_fill"),
    ("text", "error_fill"),
]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, "light")
    yield qapp
    theme.apply(qapp, "light")


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
class TestTokens:
    def test_are_colours(self, look: theme.Theme) -> None:
        values = {k: v for k, v in dataclasses.asdict(look).items() if k != "name"}
        assert [k for k, v in values.items() if not re.fullmatch(r"#[0-9A-F]{6}", v)] == []

    @pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
    def test_text_is_readable(self, look: theme.Theme, text: str, ground: str) -> None:
        assert contrast(getattr(look, text), getattr(look, ground)) >= 4.5

    @pytest.mark.parametrize("ground", ["surface", "window"])
    def test_edges_of_controls_are_seen(self, look: theme.Theme, ground: str) -> None:
        assert contrast(look.control, getattr(look, ground)) >= 3

    def test_stylesheet_has_every_token_filled_in(self, look: theme.Theme) -> None:
        sheet = stylesheet.build(look)
        assert look.accent in sheet
        assert "{{" not in sheet
        assert not re.search(r"\{\w+\}", sheet)


class TestApply:
    def test_light_and_dark_reach_palette_and_labels(self, app: QApplication) -> None:
        label = QLabel("x")
        label.setProperty("tone", "second")
        schemes: list[tuple[theme.Scheme, theme.Theme]] = [("dark", theme.DARK), ("light", theme.LIGHT)]
        for scheme, look in schemes:
            theme.apply(app, scheme)
            assert theme.current() is look
            assert app.palette().color(QPalette.ColorRole.Window).name().upper() == look.window
            label.ensurePolished()
            assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == look.second

    def test_tells_of_a_change_once(self, app: QApplication, qtbot: QtBot) -> None:
        heard: list[str] = []
        with qtbot.waitSignal(theme.changes().changed):
            theme.changes().changed.connect(lambda: heard.append(theme.current().name))
            theme.apply(app, "dark")
        theme.apply(app, "dark")
        assert heard == ["dark"]

    def test_follows_the_system_only_when_asked(self, app: QApplication) -> None:
        theme.apply(app, "system")
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark)
        theme.changes().on_system_changed()
        follows = theme.current()
        theme.apply(app, "light")
        theme.changes().on_system_changed()
        assert theme.current() is theme.LIGHT
        if app.styleHints().colorScheme() == Qt.ColorScheme.Dark:
            assert follows is theme.DARK


class TestFont:
    @pytest.mark.parametrize(
        ("use", "size", "weight"),
        [("answer", 30, 600), ("headline", 24, 600), ("title", 22, 600), ("card", 14, 600), ("body", 13, 400)],
    )
    def test_follows_the_table(self, app: QApplication, use: theme.Use, size: int, weight: int) -> None:
        font = theme.font(use)
        assert (font.pixelSize(), font.weight()) == (size, weight)

    def test_tabular_figures_are_asked_for(self, app: QApplication) -> None:
        assert theme.font("body", tabular=True).featureValue(QFont.Tag("tnum")) == 1
        assert not theme.font("body").isFeatureSet(QFont.Tag("tnum"))


class TestIcons:
    @pytest.mark.parametrize("name", [name for name in NAMES if name != "nakami"])
    def test_every_file_draws_in_both_themes(self, app: QApplication, name: str) -> None:
        for look in THEMES:
            picture = icons.pixmap(name, 16, look.text, ratio=2).toImage()
            drawn = {
                picture.pixelColor(x, y).name().upper()
                for x in range(32)
                for y in range(32)
                if picture.pixelColor(x, y).alpha() == 255
            }
            assert look.text in drawn

    def test_every_foreign_drawing_is_covered_by_the_licence(self) -> None:
        licence = (svg.FOLDER / "LICENSE").read_text(encoding="utf-8")
        assert "ISC License" in licence
        assert "lucide" in licence.lower()

    @pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
    def test_is_sharp_at_every_ratio(self, app: QApplication, ratio: float) -> None:
        picture = icons.icon("tag").pixmap(QSize(16, 16), ratio)
        assert picture.width() == round(16 * ratio)
        assert picture.deviceIndependentSize().width() == pytest.approx(16)

    def test_disabled_is_grey(self, app: QApplication) -> None:
        image = icons.icon("square").pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage()
        shown = {image.pixelColor(x, 16).name().upper() for x in range(32) if image.pixelColor(x, 16).alpha() == 255}
        assert shown == {theme.LIGHT.text3}

    def test_program_has_its_own(self, app: QApplication) -> None:
        assert not icons.app_icon().pixmap(QSize(64, 64)).isNull()

    def test_a_wrong_name_is_noticed_at_once(self, app: QApplication) -> None:
        with pytest.raises(FileNotFoundError):
            icons.icon("no such icon")
