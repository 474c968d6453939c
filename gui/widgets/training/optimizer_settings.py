"""The settings that a good default answers: optimizer, schedule, class weights, chance."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.training import config as limits
from core.training.schedule import PLATEAU_EPOCHS
from core.words import tr
from gui import theme
from gui.widgets.choice_field import ChoiceField
from gui.widgets.field_row import WIDE_FIELD
from gui.widgets.number_field import NumberField
from gui.widgets.pictures.switch_row import SwitchRow


class OptimizerSettings(QWidget):
    """The folded part of the settings: the fields alone, which the card around them reads and follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.optimizer = ChoiceField(
            tr("Optimizer"),
            [
                ("adam", tr("Adam"), tr("A step of its own for every weight. Right for most.")),
                ("sgd", tr("SGD"), tr("One step for all weights, with momentum. Slower, often steadier.")),
                ("rmsprop", tr("RMSprop"), tr("A step of its own for every weight, without momentum.")),
            ],
            tr(
                "How the weights follow the gradient. Each has a learning rate of its own to begin with: another "
                "optimizer brings it along, unless you have set one."
            ),
            WIDE_FIELD,
        )
        self.schedule = ChoiceField(
            tr("Schedule"),
            [
                ("constant", tr("Constant"), tr("The learning rate stays as it is to the end.")),
                ("cosine", tr("Cosine"), tr("Falls along a cosine to nearly 0 at the last epoch.")),
                ("plateau", tr("On plateau"), _on_plateau()),
            ],
            tr("What becomes of the learning rate during the training. Smaller steps towards the end settle better."),
            WIDE_FIELD,
        )
        self.class_weights = SwitchRow(
            tr("Weigh classes equally"),
            tooltip=tr(
                "Pictures of a small class count more in the loss, so that every class has the same say however many "
                "pictures it has. Kept with the pictures: some must be open."
            ),
        )
        self.seed = NumberField(
            tr("Seed"),
            0,
            limits.LARGEST_SEED,
            tr("Where chance begins: the same seed gives the same split, order and first weights."),
            width=WIDE_FIELD,
        )
        self.reproducible = SwitchRow(
            tr("Reproducible"),
            tooltip=tr(
                "Adds up in the same order every time, so that the same seed gives the same network to the last bit "
                "on a graphics card too. It can be slower."
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.LABEL_GAP)
        for field in (self.optimizer, self.schedule, self.class_weights, self.seed, self.reproducible):
            layout.addWidget(field)

    def set_locked(self, on: bool) -> None:
        """Whether nothing can be changed now."""
        for field in (self.optimizer, self.schedule, self.class_weights, self.seed, self.reproducible):
            field.set_locked(on)


def _on_plateau() -> str:
    return tr("Halves whenever {epochs} epochs in a row bring no better one.", epochs=PLATEAU_EPOCHS)
