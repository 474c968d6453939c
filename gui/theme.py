"""The look in one place: colours, type and measures of both themes, and what puts them on the application.

Widgets that paint themselves read `current()` when they paint; everything else follows the palette and
the stylesheet that `apply` sets. The window rebuilds its pages when `changes().changed` is emitted.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gui import stylesheet

Scheme = Literal["system", "light", "dark"]
Use = Literal["answer", "headline", "title", "card", "body", "caption", "small"]


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, by role."""

    name: Literal["light", "dark"]
    window: str
    surface: str
    sunken: str
    line: str
    edge: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    accent_faint: str
    second: str
    good: str
    warning: str
    warning_fill: str
    warning_edge: str
    error: str
    error_fill: str
    error_edge: str
    grid: str
    run_purple: str
    run_teal: str


LIGHT = Theme(
    name="light",
    window="#F7F6F3",
    surface="#FFFFFF",
    sunken="#EFEDE8",
    line="#E1DED7",
    edge="#BDB9B0",
    control="#8E8A81",
    text="#1D2125",
    text2="#4F5459",
    text3="#666A6E",
    accent="#17608C",
    accent_hover="#114C70",
    on_accent="#FFFFFF",
    soft="#E2EDF4",
    accent_faint="#9CC3DB",
    second="#BF4A12",
    good="#2A7148",
    warning="#8A5A00",
    warning_fill="#FBF0D9",
    warning_edge="#E3CB93",
    error="#AB2B20",
    error_fill="#FBE9E6",
    error_edge="#E5B1AA",
    grid="#ECEAE4",
    run_purple="#7B4FA0",
    run_teal="#1F7A6B",
)

DARK = Theme(
    name="dark",
    window="#15181B",
    surface="#1D2125",
    sunken="#111315",
    line="#31373D",
    edge="#4C545B",
    control="#747C84",
    text="#ECEAE5",
    text2="#BCBDBB",
    text3="#989B9D",
    accent="#6FB4DE",
    accent_hover="#8CC6EA",
    on_accent="#0A1B26",
    soft="#1B3344",
    accent_faint="#355C75",
    second="#F29A6B",
    good="#7CC79A",
    warning="#E5B45A",
    warning_fill="#30270F",
    warning_edge="#5E4D20",
    error="#F2968B",
    error_fill="#381C19",
    error_edge="#6B352F",
    grid="#282D32",
    run_purple="#C3A2E0",
    run_teal="#6CC4B2",
)

UNIT = 4
PAGE_PADDING = 24
PAGE_PADDING_TOP = 20
CARD_GAP = 16
CARD_PADDING = 16
LABEL_GAP = 8
RADIUS_THUMBNAIL = 3
RADIUS_CONTROL = 4
RADIUS_CARD = 6
RADIUS_DROP = 8
RAIL_WIDTH = 88
RAIL_ENTRY_HEIGHT = 60
RAIL_ENTRY_WIDTH = 72
STRIP_HEIGHT = 48
HEADER_HEIGHT = 48
CONTROL_HEIGHT = 32
CONTROL_HEIGHT_SMALL = 26
CONTROL_HEIGHT_LARGE = 40
FIELD_HEIGHT = 28
ROW_HEIGHT = 32
ROW_HEIGHT_THUMBNAIL = 38
ROW_HEIGHT_CLASS = 64
HEAD_HEIGHT = 28
ICON = 16
ICON_MESSAGE = 18
ICON_RAIL = 22
THUMBNAIL_TABLE = 30
THUMBNAIL_CLASS = 48
THUMBNAIL_LAYER = 56
THUMBNAIL_CHANNEL = 76
PANEL_SETTINGS = 260
PANEL_HEALTH = 364
PANEL_EXPLANATION = 404

# Size, line and weight.
_TYPE: dict[str, tuple[int, int, int]] = {
    "answer": (30, 38, 600),
    "headline": (24, 30, 600),
    "title": (22, 28, 600),
    "card": (14, 20, 600),
    "body": (13, 20, 400),
    "caption": (12, 17, 400),
    "small": (11, 15, 400),
}


class Changes(QObject):
    """Tells when another theme is on, and follows the system's while it is asked to."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.scheme: Scheme = "system"
        app.styleHints().colorSchemeChanged.connect(self.on_system_changed)

    def on_system_changed(self) -> None:
        """Put on the system's theme, when it is the one to follow and not on already."""
        app = QApplication.instance()
        if self.scheme == "system" and isinstance(app, QApplication) and _of_system(app) is not _current:
            _put_on(app, _of_system(app))
            self.changed.emit()


_current: Theme = LIGHT
_changes: Changes | None = None


def current() -> Theme:
    """The theme that is on."""
    return _current


def changes() -> Changes:
    """Whom to ask for news of another theme; there once `apply` has run."""
    assert _changes is not None, "theme.apply comes first"
    return _changes


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Put the theme on the whole application; "system" also follows the system from now on."""
    global _changes
    if _changes is None:
        _changes = Changes(app)
        app.setStyle(QStyleFactory.create("Fusion"))
    _changes.scheme = scheme
    _ask_for_title_bar(app, scheme)
    before = _current
    chosen = _of_system(app) if scheme == "system" else DARK if scheme == "dark" else LIGHT
    _put_on(app, chosen)
    if chosen is not before:
        _changes.changed.emit()


def known_scheme(name: str) -> Scheme:
    """The scheme of that name, as settings remember it; "system" for any other."""
    match name:
        case "light" | "dark":
            return name
        case _:
            return "system"


def colour(token: str, alpha: float = 1.0) -> QColor:
    """A token ("#RRGGBB") as a colour to paint with."""
    result = QColor(token)
    result.setAlphaF(alpha)
    return result


def font(use: Use = "body", weight: int | None = None, tabular: bool = False) -> QFont:
    """The system's UI font in the size and weight of a use; `tabular` where numbers stand in a column or move."""
    size, _, usual = _TYPE[use]
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    result.setPixelSize(size)
    result.setWeight(QFont.Weight(weight or usual))
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def line_height(use: Use = "body") -> int:
    """The line that a use keeps whatever font draws it: a Japanese one would ask for half as much again."""
    return _TYPE[use][1]


def _of_system(app: QApplication) -> Theme:
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _ask_for_title_bar(app: QApplication, scheme: Scheme) -> None:
    """The frame around the window is the system's; it goes dark only when asked."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(scheme, Qt.ColorScheme.Unknown))


def _put_on(app: QApplication, theme: Theme) -> None:
    global _current
    _current = theme
    QGuiApplication.setPalette(_palette(theme))
    QApplication.setFont(font("body"))
    sheet = stylesheet.build(theme)
    # Every widget there is would be polished anew.
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.Text: theme.text,
        role.PlaceholderText: theme.text3,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.line,
        role.Mid: theme.edge,
        role.Dark: theme.control,
        role.Shadow: theme.text3,
    }
    palette = QPalette()
    for each, token in colours.items():
        palette.setColor(each, QColor(token))
    disabled = QPalette.ColorGroup.Disabled
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link):
        palette.setColor(disabled, each, QColor(theme.text3))
    for each in (role.Base, role.Button, role.Highlight):
        palette.setColor(disabled, each, QColor(theme.sunken))
    return palette
