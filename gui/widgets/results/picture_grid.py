"""Pictures of the results as a grid: each with what it is, what the network said, and what was done about it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.numerals import percent
from core.words import tr
from gui import icons, theme
from gui.widgets.colour_maps import draw_ring
from gui.widgets.pictures.gallery_model import GalleryModel
from gui.widgets.pictures.rounded import draw_place, draw_rounded
from gui.widgets.pictures.tile_grid import TileGrid
from gui.widgets.results.shown_picture import ShownPicture

TILE_PX = 120
_GAP_PX = 12
_LINE_PX = 16
_RING_RADIUS = 5
_MUTED = 0.35
_CELL = QSize(TILE_PX + _GAP_PX + 6, TILE_PX + 5 + 2 * _LINE_PX + _GAP_PX)
_ARROW = "→ "

# A run of text: what it says, in which weight and colour, and whether it may be shortened.
_Run = tuple[str, int, str, bool]


class _Delegate(QStyledItemDelegate):
    """Paints a tile in the middle of its cell: the picture, and two lines below it."""

    def __init__(self, grid: TileGrid[ShownPicture]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = grid.pictures
        self._fonts = {weight: theme.font("small", weight, tabular=True) for weight in (400, 600)}
        self._metrics = {weight: QFontMetricsF(font) for weight, font in self._fonts.items()}

    def _paint_line(self, painter: QPainter, line: QRectF, runs: tuple[_Run, ...]) -> None:
        """Texts one after the other; those that may be shortened share what the others leave."""
        widths = [self._metrics[weight].horizontalAdvance(text) for text, weight, _, _ in runs]
        fixed = sum(width for width, (*_, may_cut) in zip(widths, runs, strict=True) if not may_cut)
        wide = sum(widths) - fixed
        x, part = line.left(), min(1.0, max(0.0, line.width() - fixed) / wide) if wide else 1.0
        for (text, weight, colour, may_cut), width in zip(runs, widths, strict=True):
            metrics = self._metrics[weight]
            room = width * part if may_cut else width
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room + 0.5) if room < width else text
            painter.setFont(self._fonts[weight])
            painter.setPen(theme.colour(colour))
            painter.drawText(QPointF(x, line.top() + (line.height() - metrics.height()) / 2 + metrics.ascent()), shown)
            x += room

    def _paint_words(self, painter: QPainter, line: QRectF, item: ShownPicture) -> None:
        look, below = theme.current(), line.translated(0, _LINE_PX)
        if item.caption:
            for place, text in enumerate(item.caption.split("\n")[:2]):
                self._paint_line(painter, line.translated(0, place * _LINE_PX), ((text, 400, look.text2, True),))
            return
        loss = item.loss_in_words()
        loss_px = self._metrics[400].horizontalAdvance(loss)
        truth = QRectF(line.left(), line.top(), line.width() - loss_px - 6, _LINE_PX)
        self._paint_line(painter, truth, ((item.truth, 600, look.text, True),))
        at_right = QRectF(line.right() - loss_px, line.top(), loss_px, _LINE_PX)
        self._paint_line(painter, at_right, ((loss, 400, look.text3, False),))
        self._paint_line(painter, below, self._second_line(item))

    def _second_line(self, item: ShownPicture) -> tuple[_Run, ...]:
        look = theme.current()
        if item.mend is not None:
            return ((item.mend.words(), 400, look.warning, True),)
        if item.is_right:
            return ((tr("right, {share} sure", share=percent(item.share)), 400, look.text2, True),)
        answer = (item.answer, 600, look.second, True)
        return (_ARROW, 400, look.text3, False), answer, (f"  {percent(item.share)}", 400, look.text2, False)

    def _paint_badge(self, painter: QPainter, box: QRectF, item: ShownPicture) -> None:
        look, side = theme.current(), theme.ICON + 2
        ground = QRectF(box.right() - side - 4, box.top() + 4, side, side)
        painter.setPen(QPen(theme.colour(look.control), 1))
        painter.setBrush(theme.colour(look.surface))
        painter.drawEllipse(ground)
        name = "minus" if item.is_excluded else "tag"
        mark = icons.pixmap(name, side - 7, look.text, painter.device().devicePixelRatio())
        painter.drawPixmap(ground.topLeft() + QPointF(3.5, 3.5), mark)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, cell, item = theme.current(), QRectF(option.rect), self._model.items[index.row()]
        box = QRectF(cell.left() + (cell.width() - TILE_PX) // 2, cell.top() + _GAP_PX // 2, TILE_PX, TILE_PX)
        pixmap = self._model.thumbnail(index.row(), painter.device().devicePixelRatio())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pixmap is None:
            draw_place(painter, box, "image", icon_px=theme.ICON_RAIL)
        else:
            draw_rounded(painter, box, pixmap, _MUTED if item.is_excluded else 1.0)
        if item.mend is not None:
            self._paint_badge(painter, box, item)
        room = cell.right() - _GAP_PX / 2 - box.left()
        self._paint_words(painter, QRectF(box.left(), box.bottom() + 5, room, _LINE_PX), item)
        if option.state & QStyle.StateFlag.State_Selected:
            # Among several, the one that is looked at stands out.
            is_current = self._grid.currentIndex() == index
            draw_ring(painter, box, look.accent, _RING_RADIUS, width=3 if is_current else 2)
        elif option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            draw_ring(painter, box, look.control, _RING_RADIUS, width=1)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return _CELL


class PictureGrid(TileGrid[ShownPicture]):
    """Delete or E: `exclude_pressed`. M: `move_pressed`. Both mean all that is chosen."""

    exclude_pressed = Signal()
    move_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(GalleryModel(TILE_PX), _CELL, parent)
        self.setItemDelegate(_Delegate(self))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asked for anything."""
        # With Ctrl the letters are somebody else's shortcuts.
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Delete or (event.key() == Qt.Key.Key_E and is_plain):
            self.exclude_pressed.emit()
        elif event.key() == Qt.Key.Key_M and is_plain:
            self.move_pressed.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)
