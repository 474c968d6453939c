"""Softmax as a table, class by class; a click on a class explains its share."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.inside.explanations import SharesOfOne
from core.inside.rounding import Rounded, adds_up, all_digits, decimals, rounded, shown, texts_of
from core.numerals import percent
from core.words import tr
from gui import theme
from gui.widgets.inside.explain.painting import LEFT, RIGHT, WIDTH_PX, draw, draw_elided, width_of
from gui.widgets.inside.explain.rows import Rows

ROW_PX = 30
MOST_ROWS = 8
"""As many classes are seen at once; of more, the table scrolls."""
_PAD, _BAR_PX, _BETWEEN_PX = 6, 14, 14


@dataclass(frozen=True)
class _Columns:
    """How wide the columns of numbers are, from left to right; the names take what is left of `width_px`."""

    width_px: int
    numbers_px: tuple[float, ...]

    def parts(self, rect: QRectF) -> tuple[QRectF, ...]:
        left = rect.left() + self.width_px - _PAD - sum(self.numbers_px)
        edges = [rect.left(), left]
        for width in self.numbers_px:
            edges.append(edges[-1] + width)
        return tuple(QRectF(start, rect.top(), end - start, rect.height()) for start, end in pairwise(edges))


def _columns(width_px: int, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> _Columns:
    """Columns as wide as their longest texts; an empty head has none."""
    numbers_px = []
    for place, head in enumerate(heads):
        longest = sorted((row[place] for row in rows), key=len)[-3:]
        widest = max(width_of(head, "caption"), *(width_of(text, "body", 600) for text in longest))
        numbers_px.append(widest + _BETWEEN_PX if head else 0.0)
    return _Columns(width_px, tuple(numbers_px))


class _ClassRows(Rows):
    def __init__(self) -> None:
        super().__init__(ROW_PX, tr("Shares by class"))
        self.names: list[str] = []
        self.cells: list[tuple[str, str, str, str]] = []
        self.tooltips: list[str] = []
        self.chosen = self.winner = 0
        self.columns = _Columns(WIDTH_PX, ())

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, lit: bool) -> None:
        colours, chosen = theme.current(), row == self.chosen
        if chosen or lit:
            painter.fillRect(rect, theme.colour(colours.soft if chosen else colours.sunken))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour(colours.line))
        name, *cells = self.columns.parts(rect)
        weight = 600 if chosen or row == self.winner else None
        draw_elided(painter, name.adjusted(_PAD, 0, 0, 0), self.names[row], "body", colours.text, LEFT, weight)
        for place, (cell, text) in enumerate(zip(cells, self.cells[row], strict=True)):
            strong = 600 if place == 2 else None
            draw(painter, cell.adjusted(4, 0, 0, 0), text, "body", colours.text, RIGHT, strong)

    def row_tooltip(self, row: int) -> str:
        return self.tooltips[row]


class _Line(QWidget):
    """The heads above, or the sums below."""

    def __init__(self, height_px: int, use: theme.Use) -> None:
        super().__init__()
        self._use: theme.Use = use
        self._texts: tuple[str, ...] = ()
        self._columns = _Columns(WIDTH_PX, ())
        self.setFixedHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: Sequence[str], columns: _Columns) -> None:
        self._texts, self._columns = tuple(texts), columns
        self.update()

    def texts(self) -> tuple[str, ...]:
        return self._texts

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        rect = QRectF(0, 0, self._columns.width_px, self.height())
        is_head = self._use == "caption"
        if is_head:
            painter.fillRect(QRectF(0, self.height() - 1, rect.width(), 1), theme.colour(colours.line))
        for place, (cell, text) in enumerate(zip(self._columns.parts(rect), self._texts, strict=False)):
            tone = colours.text3 if is_head or place == 0 else colours.text
            if place == 0:
                # The name of the sum may reach into the empty cell beside it.
                draw_elided(painter, cell.adjusted(_PAD, 0, 56 if not is_head else 0, 0), text, self._use, tone, LEFT)
            else:
                draw(painter, cell.adjusted(4, 0, 0, 0), text, self._use, tone, RIGHT, None if is_head else 600)


class ShareTable(QWidget):
    """Class, logit, exp, share and, where it is known, the target. `rows.row_chosen` reports a class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = _Line(theme.HEAD_HEIGHT - 4, "caption")
        self.rows = _ClassRows()
        self._sums = _Line(ROW_PX, "body")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.rows)
        self._area.viewport().setAutoFillBackground(False)
        self.rows.setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._heads, self._area, self._sums):
            layout.addWidget(widget)

    def show_shares(self, shares: SharesOfOne, names: Sequence[str], target: int | None) -> None:
        """Show them, with the row of `shares.index` chosen. `target` is the picture's own class."""
        rows, with_target = self.rows, target is not None
        exps = rounded(shares.exps.tolist(), shares.total)
        logits = texts_of(shares.logits, decimals(shares.logits.tolist()))
        percents = [percent(share, 2) for share in shares.shares.tolist()]
        rows.names = [_name(names, index) for index in range(len(logits))]
        targets = ["1" if index == target else "0" if with_target else "" for index in range(len(logits))]
        rows.cells = list(zip(logits, exps.terms, percents, targets, strict=True))
        rows.tooltips = [
            f"{name}: exp({all_digits(logit)}) = {all_digits(exp)}, {percent(share, 7)}"
            for name, logit, exp, share in zip(rows.names, shares.logits, shares.exps, shares.shares, strict=True)
        ]
        rows.chosen, rows.winner = shares.index, int(shares.shares.argmax())
        exp_head = tr("exp(x)") if not shares.shift else tr("exp(x − {shift})", shift=shown(shares.shift, 1))
        heads = (tr("logit x"), exp_head, tr("share"), tr("target") if with_target else "")
        sums = _sum_texts(exps, percents, with_target)
        # Where it scrolls, the bar takes its room from the columns of all lines.
        width_px = WIDTH_PX - (_BAR_PX if len(logits) > MOST_ROWS else 0)
        rows.columns = _columns(width_px, heads, [*rows.cells, sums[1:]])
        rows.setFixedWidth(width_px)
        rows.set_count(len(logits))
        self._heads.show_texts((tr("class"), *heads), rows.columns)
        self._sums.show_texts(sums, rows.columns)
        self._area.setFixedHeight(min(MOST_ROWS, len(logits)) * ROW_PX)
        rows.setAccessibleDescription(self.words())
        self._reveal()

    def words(self) -> str:
        """The table as text, row by row."""
        table = zip(self.rows.names, self.rows.cells, strict=True)
        lines = [" ".join((name, *cells)).strip() for name, cells in table]
        return "; ".join((" ".join(self._heads.texts()).strip(), *lines, " ".join(self._sums.texts()).strip()))

    def _reveal(self) -> None:
        """Bring the chosen class in sight, by scrolling the table alone."""
        chosen, bar, seen_px = self.rows.row_rect(self.rows.chosen), self._area.verticalScrollBar(), MOST_ROWS * ROW_PX
        # A table that is not on screen yet has not told its scroll bar how long it is.
        bar.setRange(0, max(0, self.rows.count() * ROW_PX - seen_px))
        if chosen.top() < bar.value() or chosen.bottom() >= bar.value() + seen_px:
            bar.setValue(chosen.top() - (MOST_ROWS // 2 - 1) * ROW_PX)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, super().sizeHint().height())


def _name(names: Sequence[str], index: int) -> str:
    return names[index] if index < len(names) else tr("value {index:,}", index=index)


def _sum_texts(exps: Rounded, percents: list[str], with_target: bool) -> tuple[str, ...]:
    exact = exps.adds_up and adds_up([text.removesuffix(" %") for text in percents], "100.00")
    label = tr("sum") if exact else tr("sum, rounded")
    return label, "", exps.total, "100.00 %", "1" if with_target else ""
