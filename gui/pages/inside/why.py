"""The Inside page's second view: which parts of the picture speak for a class."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from core.answers import HeatMethod, Insight
from core.errors import NakamiError
from gui.session import Session
from gui.widgets.inside.why_view import WhyView


class Why(QObject):
    """Asks for heat maps as the view wants them, and again when a training has changed the network."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspecting = session.inspecting
        self.view = WhyView()
        self.view.heat_wanted.connect(self._on_heat_wanted)
        self.view.occlusion_stopped.connect(self._inspecting.stop_occlusion)
        self._inspecting.heat_changed.connect(self.view.show_heat)
        self._inspecting.heat_failed.connect(self._on_failed)

    def show_insight(self, insight: Insight, classes: Sequence[str], target: int | None) -> None:
        """Show a picture's answer; the view asks for what it lacks."""
        self.view.show_answer(insight, classes, target)

    def _on_heat_wanted(self, class_index: int, method: HeatMethod) -> None:
        self.view.set_waiting(method)
        self._inspecting.ask_heat(class_index, method)

    def _on_failed(self, method: str, error: NakamiError) -> None:
        self.view.show_failure("occlusion" if method == "occlusion" else "grad-cam", str(error))
