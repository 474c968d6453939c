"""How training pictures are varied, shown on one of them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.numerals import number
from core.training.augmentation import AUGMENTATION_KINDS, TURNS_DEGREES, Augmentation
from core.words import tr
from gui.widgets.buttons import IconButton, LinkButton
from gui.widgets.card import Card, Rule
from gui.widgets.pictures.random_editor import RandomEditor
from gui.widgets.pictures.variation_strip import MARGIN_PX, VariationStrip
from gui.widgets.segmented import Segmented
from gui.widgets.text import Text

_NARROW_PX = 640


class VariationsCard(Card):
    """`augmentation_changed(Augmentation)`; `other_picture_wanted`: show it on another one."""

    augmentation_changed = Signal(object)
    other_picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Variations for training"), parent=parent)
        self._augmentation = Augmentation()
        self._labels = {
            "off": (tr("Off"), tr("Off")),
            "turns": (tr("Turn and mirror"), tr("Turned")),
            "random": (tr("Random each epoch"), tr("Random")),
        }
        self.kind_choice = Segmented(
            [(kind, self._labels[kind][0]) for kind in AUGMENTATION_KINDS],
            tr("Variations for training"),
            tr("Only training pictures are varied. Validation and test pictures stay as they are."),
        )
        self.strip = VariationStrip()
        self.other_button = IconButton("refresh-cw", tr("Another picture"))
        self.adjust_button = LinkButton(tr("Adjust…"), tooltip=tr("How far the random variations go"))
        self.editor = RandomEditor()
        self._sentence = Text("", "caption", "text2", wrap=True)
        self._arrange_parts()
        self.kind_choice.chosen.connect(self._on_kind)
        self.other_button.clicked.connect(self.other_picture_wanted)
        self.adjust_button.clicked.connect(self._on_adjust)
        self.editor.changed.connect(self._on_bounds)
        self.show_augmentation(self._augmentation)

    def show_augmentation(self, augmentation: Augmentation) -> None:
        """Show the settings, without a signal."""
        self._augmentation = augmentation
        kind = augmentation.kind
        self.kind_choice.choose(kind)
        self.editor.show_bounds(augmentation)
        self.strip.set_rows(2 if kind == "turns" else 1)
        self._sentence.setText(_sentence(augmentation))
        for widget in (self.strip, self._rule, self.other_button):
            widget.setVisible(kind != "off")
        self.adjust_button.setVisible(kind == "random")
        if kind != "random":
            self._fold(True)

    def show_variations(
        self, original: NDArray[np.uint8], pictures: Sequence[NDArray[np.uint8]], labels: Sequence[str]
    ) -> None:
        """Variations of `original` (all side x side x 3), each with what was done to it."""
        self.strip.show_tiles(original, pictures, labels)

    def show_waiting(self) -> None:
        """Say that variations are being drawn."""
        self.strip.show_waiting()

    def set_locked(self, on: bool) -> None:
        super().set_locked(on)
        self.kind_choice.setEnabled(not on)
        self.editor.set_locked(on)

    def sentence(self) -> str:
        """What is said of the kind that is on."""
        return self._sentence.text()

    def _arrange_parts(self) -> None:
        self.header.addWidget(self.kind_choice)
        self._rule = Rule()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.adjust_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        inner.setSpacing(8)
        inner.addWidget(self._rule)
        inner.addLayout(row)
        inner.addWidget(self.editor)
        # The strip keeps room for its ring, and stands in line with the rest all the same.
        margins = self.body.contentsMargins()
        margins.setLeft(margins.left() - MARGIN_PX)
        margins.setRight(margins.right() - MARGIN_PX)
        margins.setBottom(12)
        self.body.setContentsMargins(margins)
        self.body.setSpacing(6)
        self.body.addWidget(self.strip)
        self.body.addLayout(inner)

    def _fold(self, folded: bool) -> None:
        self.editor.setVisible(not folded)
        self.adjust_button.setText(tr("Adjust…") if folded else tr("Done"))

    def _change(self, augmentation: Augmentation) -> None:
        self.show_augmentation(augmentation)
        self.augmentation_changed.emit(augmentation)

    def _on_kind(self, key: str) -> None:
        for kind in AUGMENTATION_KINDS:
            if kind == key != self._augmentation.kind:
                # What is there are variations of another kind.
                self.strip.show_waiting()
                self._change(replace(self._augmentation, kind=kind))
                return

    def _on_adjust(self) -> None:
        self._fold(not self.editor.isHidden())

    def _on_bounds(self, augmentation: Augmentation) -> None:
        self._change(augmentation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW_PX
        for kind, (label, short) in self._labels.items():
            self.kind_choice.set_label(kind, short if is_narrow else label)


def _sentence(augmentation: Augmentation) -> str:
    match augmentation.kind:
        case "off":
            return tr(
                "Every epoch shows the pictures as they are. With few pictures, variations keep the network from "
                "learning them by heart."
            )
        case "turns":
            return tr(
                "{count} pictures of each photo: turned from {first}° to +{last}° in steps of {step}°, each also "
                "mirrored. An epoch takes {count} times as long.",
                count=augmentation.copies,
                first=number(TURNS_DEGREES[0], 0),
                last=number(TURNS_DEGREES[-1], 0),
                step=TURNS_DEGREES[1] - TURNS_DEGREES[0],
            )
        case "random" if not _varies(augmentation):
            return tr("All bounds are 0 and nothing is mirrored: the pictures stay as they are.")
        case "random":
            return tr(
                "Every epoch shows each training picture a little differently. Validation and test pictures stay as "
                "they are."
            )


def _varies(augmentation: Augmentation) -> bool:
    """Whether the bounds of `random` leave anything to vary."""
    bounds = (
        augmentation.rotation_degrees,
        augmentation.zoom,
        augmentation.shift,
        augmentation.brightness,
        augmentation.contrast,
    )
    return augmentation.mirror or any(bounds)
