"""Shares as bars."""

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.text import Text

BarTone = Literal["accent", "accent_faint", "control", "second"]


class Bar(QWidget):
    """A thin horizontal bar, filled to a share of 0 to 1; `framed` draws the groove's edge."""

    def __init__(
        self,
        tone: BarTone = "accent",
        thickness: int = 8,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: BarTone = tone
        self._framed = framed
        self._thickness = thickness
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(thickness)

    def set_share(self, share: float) -> None:
        """How much of it is filled; no number fills nothing."""
        share = min(1.0, max(0.0, share)) if math.isfinite(share) else 0.0
        if share != self._share:
            self._share = share
            self.update()

    def share(self) -> float:
        """How much of it is filled."""
        return self._share

    def set_tone(self, tone: BarTone) -> None:
        """Another fill."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, self._thickness)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._thickness)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(2.5, self.height() / 2)
        groove = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(groove, radius, radius)
        if self._framed:
            painter.fillPath(shape, theme.colour(look.line))
            groove = groove.adjusted(1, 1, -1, -1)
            shape.clear()
            shape.addRoundedRect(groove, radius - 1, radius - 1)
        painter.fillPath(shape, theme.colour(look.sunken))
        if self._share > 0:
            # Even the smallest share shows as a line.
            filled = QRectF(groove.x(), groove.y(), max(1.5, groove.width() * self._share), groove.height())
            painter.setClipRect(filled)
            painter.fillPath(shape, theme.colour(getattr(look, self._tone)))


class _Row:
    """Name, bar and percent of one answer."""

    def __init__(self, grid: QGridLayout, index: int, name_px: int) -> None:
        # The first row is always the winner's.
        weight = 400 if index else 600
        self.name = ElidedLabel(weight=weight)
        self.name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.name.setMaximumWidth(name_px)
        self.bar = Bar("accent_faint" if index else "accent", 14)
        self.value = Text(weight=weight, tabular=True)
        self.value.reserve("100.0 %")
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate((self.name, self.bar, self.value)):
            grid.addWidget(widget, index, column)
        grid.setRowMinimumHeight(index, theme.ROW_HEIGHT)

    def show_answer(self, name: str, share: float, tooltip: str) -> None:
        self.name.set_text(name, tooltip)
        self.bar.set_share(share)
        self.value.setText(percent(share, 1))

    def set_tone(self, tone: BarTone) -> None:
        self.bar.set_tone(tone)

    def set_visible(self, on: bool) -> None:
        for widget in (self.name, self.bar, self.value):
            widget.setVisible(on)


class AnswerBars(QWidget):
    """Answers of the network, the first one the winner. Names take at most `name_px`; the bars get the rest."""

    def __init__(self, name_px: int = 180, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_px = name_px
        self._rows: list[_Row] = []
        self._is_faint = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def set_faint(self, on: bool) -> None:
        """Whether even the first answer says little."""
        self._is_faint = on
        if self._rows:
            self._rows[0].set_tone("accent_faint" if on else "accent")

    def set_answers(self, answers: Sequence[tuple[str, float]], last: tuple[int, int] | None = None) -> None:
        """(name, share) from the largest down; rows are kept, so that it can follow a training. `last`: the place (from
        1) of the last one among all answers and how many these are, where others in between are left out."""
        while len(self._rows) < len(answers):
            self._rows.append(_Row(self._grid, len(self._rows), self._name_px))
        self.set_faint(self._is_faint)
        names = [name for name, _ in answers]
        words = [*names]
        if last is not None:
            place, count = last
            names[-1] = tr("{place:,}. {name}", place=place, name=words[-1])
            words[-1] = tr("{name} (place {place:,} of {count:,})", name=words[-1], place=place, count=count)
        for index, row in enumerate(self._rows):
            row.set_visible(index < len(answers))
            self._grid.setRowMinimumHeight(index, theme.ROW_HEIGHT if index < len(answers) else 0)
            if index < len(answers):
                name, said = names[index], words[index]
                row.show_answer(name, answers[index][1], said if said != name else "")
        shares = (percent(share, 1) for _, share in answers)
        self.setAccessibleName(", ".join(f"{name} {share}" for name, share in zip(words, shares, strict=True)))
