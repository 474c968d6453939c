"""What the curves above it show, in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.training.advice import Advice
from gui.widgets import banner
from gui.widgets.banner import Banner

_KINDS: dict[str, banner.Kind] = {"diverged": "warning", "by_heart": "warning", "guessing": "warning"}
# Learning by heart is no mistake: most trainings come to it.
_ICONS = {"by_heart": "info"}


class AdviceCard(Banner):
    """Hidden while there is nothing to say. `stop_wanted`: end the training and use its best epoch."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(closable=False, parent=parent)
        self._shown: tuple[str, ...] = ()
        self.acted.connect(self.stop_wanted)

    def show_advice(self, advice: Advice | None, button: str = "") -> None:
        """Show it, with a button of this name where the training can be stopped; None: all goes as it should."""
        if advice is None:
            self._shown = ()
            self.hide_message()
            return
        what, then = str(advice.what), str(advice.then)
        if (advice.kind, what, then, button) != self._shown:
            # Said anew only where it has changed: what a user has selected in it stays selected.
            self._shown = (advice.kind, what, then, button)
            kind = _KINDS.get(advice.kind, "info")
            self.show_message(kind, what, then, action=button or None, icon=_ICONS.get(advice.kind))
