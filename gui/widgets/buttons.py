"""Push buttons by importance: one main button in sight, plain and small ones, links, and icons alone."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from gui import icons, theme


class _Button(QPushButton):
    """What all of them share: a kind for the stylesheet, and the Enter key."""

    kind = "plain"
    icon_size = theme.ICON

    def __init__(
        self, text: str = "", icon: str | None = None, tooltip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", self.kind)
        # Outside dialogs Qt lets Enter press a button only if it is an automatic default.
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tooltip)
        if icon:
            self.set_icon(icon)

    def set_icon(self, name: str) -> None:
        """Show an icon before the text, in the text's colour."""
        self.setIcon(icons.icon(name, self._icon_colour()))
        gap = 3 if self.text() else 0
        self.setIconSize(QSize(self.icon_size + gap, self.icon_size))

    def _icon_colour(self) -> str:
        return theme.current().text


class MainButton(_Button):
    """The next thing to do; at most one in sight. `large` in a drop area."""

    kind = "main"

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        tooltip: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, tooltip, parent)
        self.setProperty("large", large)

    def set_main(self, on: bool) -> None:
        """Whether this is the one next thing to do now, or plain beside another that is."""
        kind = self.kind if on else PlainButton.kind
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def _icon_colour(self) -> str:
        return theme.current().on_accent


class PlainButton(_Button):
    """An action beside the main one."""

    def set_menu(self, menu: QMenu) -> None:
        """Open `menu` when pressed, and show a chevron for it."""
        self.setProperty("menu", True)
        self.setMenu(menu)


class SmallButton(PlainButton):
    """An action inside a card or a message."""

    kind = "small"
    icon_size = 14


class LinkButton(_Button):
    """An action that reads like a link; `quiet` in the explanations' colour."""

    kind = "link"
    icon_size = 14

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        tooltip: str = "",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.kind = "quiet" if quiet else "link"
        super().__init__(text, icon, tooltip, parent)

    def _icon_colour(self) -> str:
        return theme.current().text2 if self.kind == "quiet" else theme.current().accent


class IconButton(_Button):
    """An icon alone; its name is spoken and shown as the tooltip."""

    kind = "icon"

    def __init__(self, icon: str, accessible_name: str, tooltip: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", icon, tooltip or accessible_name, parent)
        self.setAccessibleName(accessible_name)

    def _icon_colour(self) -> str:
        return theme.current().text2
