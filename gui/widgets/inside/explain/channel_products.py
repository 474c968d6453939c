"""One channel of a convolution: the patch under the kernel times the kernel, and the products' sum."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inside.explanations import Doubles
from core.inside.rounding import Rounded, all_digits, as_shown, decimals, follows, rounded, texts_of
from core.words import tr
from gui import theme
from gui.widgets.inside.explain.number_grid import Mask, NumberGrid, Place, cell_rect, paint_grid, paint_mark, place_at
from gui.widgets.inside.explain.painting import (
    LEFT,
    MIDDLE,
    RIGHT,
    WIDTH_PX,
    draw,
    draw_elided,
    greys,
    tints,
    width_of,
)

HEAD_PX, SUM_PX, ROW_PX = 17, 22, 22
_SIGN_PX = 14
_NARROWEST_NUMBER_PX = 31
_WIDEST_CELL_PX = 44
_LEAST_TINTED_PX = 18


@dataclass(frozen=True)
class ChannelPair:
    """A channel's patch and kernel, (rows, columns) both. `grey` are the ends of the patch's greys; `reach` is the
    largest weight of the filter in size, for the tints; `is_padding` tells the places outside of the input; `digits`
    are the decimals of products and sum."""

    name: str
    filter_name: str
    patch: Doubles
    kernel: Doubles
    is_padding: Mask
    grey: tuple[float, float]
    reach: float
    digits: int

    @property
    def products(self) -> Doubles:
        """Each value times its weight."""
        return self.patch * self.kernel


@dataclass(frozen=True)
class _Measures:
    """How large cells are: those with numbers in them, and those with colours alone."""

    row_px: float
    pair_px: float
    product_px: float

    @property
    def pair_has_numbers(self) -> bool:
        return self.pair_px >= _NARROWEST_NUMBER_PX

    @property
    def product_has_numbers(self) -> bool:
        return self.product_px >= _NARROWEST_NUMBER_PX


class ChannelProducts(QWidget):
    """Three small tables side by side. Pointing at a cell reads its pair; the tooltip has all digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: ChannelPair | None = None
        self._grids: tuple[NumberGrid, ...] = ()
        self._sum = Rounded((), "", True)
        self._measures = _measures(3)
        self._hovered: Place | None = None
        self._products_name = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pair(self, pair: ChannelPair) -> None:
        """Another patch, or another kernel."""
        same = self._pair is not None and self._pair.patch.shape == pair.patch.shape
        self._pair = pair
        self._measures = _measures(pair.patch.shape[1])
        products = pair.products
        total = float(products.sum())
        self._sum = rounded(products.ravel().tolist(), total, pair.digits)
        self._grids = self._tables(pair)
        if not same:
            self._hovered = None
            self.updateGeometry()
        self._products_name = self._name_products(pair)
        self.setAccessibleName(pair.name)
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The pairs, their products and the sum as text."""
        if self._pair is None:
            return ""
        pairs = zip(self._texts(self._pair.patch), self._texts(self._pair.kernel), self._sum.terms, strict=True)
        text = "; ".join(f"{value} × {weight} = {product}" for value, weight, product in pairs)
        padding = int(self._pair.is_padding.sum())
        text += "; " + tr("{count} of them padding, zeros", count=padding) if padding else ""
        return f"{self._pair.name}: {text}; {self._sum_label()} {self._sum.total}"

    def cell_rect(self, table: int, cell: Place) -> QRectF:
        """Where a cell of the patch (0), the kernel (1) or the products (2) is."""
        return cell_rect(self._origin(table), self._size(table), cell)

    @staticmethod
    def _texts(values: Doubles) -> list[str]:
        return texts_of(values, decimals(values.ravel().tolist(), widest=False))

    def _tables(self, pair: ChannelPair) -> tuple[NumberGrid, ...]:
        rows, columns = pair.patch.shape
        in_pair, products = self._measures.pair_has_numbers, list(self._sum.terms)
        patch = self._texts(pair.patch) if in_pair else None
        kernel = self._texts(pair.kernel) if in_pair else None
        fills = None if self._measures.product_has_numbers else tints(pair.products)
        return (
            NumberGrid(rows, columns, patch, greys(pair.patch, *pair.grey), pair.is_padding),
            NumberGrid(rows, columns, kernel, tints(pair.kernel, pair.reach)),
            NumberGrid(rows, columns, products if fills is None else None, fills),
        )

    def _name_products(self, pair: ChannelPair) -> str:
        """Says that they are rounded where one is not what the shown factors give."""
        if not (self._measures.pair_has_numbers and self._measures.product_has_numbers):
            return tr("products")
        factors = zip(map(as_shown, self._texts(pair.patch)), map(as_shown, self._texts(pair.kernel)), strict=True)
        exact = all(
            follows(value * weight, text) for (value, weight), text in zip(factors, self._sum.terms, strict=True)
        )
        return tr("products") if exact else tr("products, rounded")

    def _sum_label(self) -> str:
        count = len(self._sum.terms)
        label = tr("the product") if count == 1 else tr("sum of {count}", count=count)
        return (
            label if self._sum.adds_up or not self._measures.product_has_numbers else tr("{what}, rounded", what=label)
        )

    def _size(self, table: int) -> tuple[float, float]:
        measures = self._measures
        return (measures.product_px if table == 2 else measures.pair_px), measures.row_px

    def _origin(self, table: int) -> QPointF:
        columns = self._grids[0].columns if self._grids else 3
        block = columns * self._measures.pair_px + _SIGN_PX
        if self._measures.pair_px == self._measures.product_px:
            block = max(block, (WIDTH_PX - 2 * _SIGN_PX) / 3 + _SIGN_PX)
        return QPointF(table * block + 0.5, HEAD_PX + 0.5)

    def _hover(self, cell: Place | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _cell_at(self, point: QPointF) -> Place | None:
        for table, grid in enumerate(self._grids):
            found = place_at(point, self._origin(table), self._size(table), (grid.rows, grid.columns))
            if found is not None:
                return found
        return None

    def _pair_in_words(self, cell: Place, exact: bool) -> str:
        assert self._pair is not None
        numbers = (self._pair.patch[cell], self._pair.kernel[cell], self._pair.products[cell])
        if exact:
            value, weight, product = map(all_digits, map(float, numbers))
        else:
            tables = (self._texts(self._pair.patch), self._texts(self._pair.kernel), list(self._sum.terms))
            at = cell[0] * self._grids[0].columns + cell[1]
            value, weight, product = (table[at] for table in tables)
        return f"{value} × {weight} = {product}"

    def _paint_heads(self, painter: QPainter) -> None:
        assert self._pair is not None
        colours = theme.current()
        ends = (self._origin(1).x() - 4, self._origin(2).x() - 4, float(self.width()))
        names = (self._pair.name, self._pair.filter_name, self._products_name)
        for table, (name, end) in enumerate(zip(names, ends, strict=True)):
            left = self._origin(table).x()
            rect = QRectF(left, 0, end - left, HEAD_PX - 2)
            token, weight = (colours.text, 600) if table == 0 else (colours.text3, None)
            draw_elided(painter, rect, name, "small", token, LEFT, weight)

    def _paint_signs(self, painter: QPainter) -> None:
        height = self._measures.row_px * self._grids[0].rows
        for table, sign in ((1, "×"), (2, "=")):
            before = self._origin(table - 1).x() + self._grids[0].columns * self._size(table - 1)[0]
            rect = QRectF(before, HEAD_PX, self._origin(table).x() - before, height)
            draw(painter, rect, sign, "caption", theme.current().text2, MIDDLE)

    def _paint_sum(self, painter: QPainter) -> None:
        colours = theme.current()
        rect = QRectF(0, self.height() - SUM_PX, self.width(), SUM_PX - 2)
        number_px = max(46.0, width_of(self._sum.total, "body", 600) + 10)
        draw(painter, rect, self._sum.total, "body", colours.text, RIGHT, 600)
        label = rect.adjusted(0, 0, -number_px, 0)
        draw(painter, label, self._sum_label(), "small", colours.text3, RIGHT)
        room = label.adjusted(0, 0, -width_of(self._sum_label(), "small") - 8, 0)
        if self._hovered is not None:
            draw(painter, room, self._pair_in_words(self._hovered, exact=False), "small", colours.text, LEFT)
        elif self._pair is not None and self._pair.is_padding.any():
            draw(painter, room, tr("hatched: padding, zeros"), "small", colours.text3, LEFT)

    def sizeHint(self) -> QSize:
        rows = self._grids[0].rows if self._grids else 3
        return QSize(WIDTH_PX, round(HEAD_PX + rows * self._measures.row_px + SUM_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pair is None:
            return
        painter = QPainter(self)
        self._paint_heads(painter)
        for table, grid in enumerate(self._grids):
            paint_grid(painter, self._origin(table), self._size(table), grid)
        self._paint_signs(painter)
        self._paint_sum(painter)
        if self._hovered is not None:
            for table in range(3):
                paint_mark(painter, self.cell_rect(table, self._hovered), strong=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos())) if self._pair is not None else None
            QToolTip.showText(event.globalPos(), "" if cell is None else self._tooltip(cell), self)
            return True
        return bool(super().event(event))

    def _tooltip(self, cell: Place) -> str:
        assert self._pair is not None
        text = self._pair_in_words(cell, exact=True)
        if self._pair.is_padding[cell]:
            text += "\n" + tr("padding: outside of the input stand zeros")
        return text


def _measures(columns: int) -> _Measures:
    """Numbers in all cells where they fit, else in the products alone, else colours only."""
    room = WIDTH_PX - 2 * _SIGN_PX - 1
    equal = room / (3 * columns)
    if equal >= _NARROWEST_NUMBER_PX:
        cell = float(int(min(equal, _WIDEST_CELL_PX)))
        return _Measures(ROW_PX, cell, cell)
    products = (room - 2 * columns * _LEAST_TINTED_PX) / columns
    if products >= _NARROWEST_NUMBER_PX:
        return _Measures(ROW_PX, _LEAST_TINTED_PX, float(int(products)))
    cell = max(1.0, float(int(equal)))
    return _Measures(min(ROW_PX, cell), cell, cell)


def grey_limits(values: npt.NDArray[np.floating]) -> tuple[float, float]:
    """The ends of the greys for an input: from zero, or its lowest where that is lower, to its highest."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    return min(0.0, float(finite.min())), max(float(finite.max()), 1e-12)
