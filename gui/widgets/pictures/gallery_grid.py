"""The pictures of a gallery as a grid to walk through and choose from."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import icons, theme
from gui.widgets.colour_maps import draw_ring
from gui.widgets.pictures.gallery_item import GalleryItem
from gui.widgets.pictures.gallery_model import GalleryModel
from gui.widgets.pictures.rounded import draw_place, draw_rounded
from gui.widgets.pictures.tile_grid import TileGrid

TILE_PX = 88
_GAP = 10
_MUTED = 0.3
_RING_RADIUS = 5


class _Delegate(QStyledItemDelegate):
    """Paints a tile in the middle of its cell."""

    def __init__(self, model: GalleryModel[GalleryItem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._font = theme.font("small")

    def _paint_unread(self, painter: QPainter, box: QRectF, item: GalleryItem) -> None:
        look = theme.current()
        draw_place(painter, box)
        side = theme.ICON_RAIL
        name, tone = ("circle-x", look.error) if item.is_unreadable else ("image", look.edge)
        mark = icons.pixmap(name, side, tone, painter.device().devicePixelRatio())
        painter.drawPixmap(round(box.center().x() - side / 2), round(box.top() + 22), mark)
        painter.setFont(self._font)
        painter.setPen(theme.colour(look.text2))
        line = QRectF(box.left() + 5, box.bottom() - 30, box.width() - 10, 16)
        shown = painter.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideMiddle, int(line.width()))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_left_out(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        side = theme.ICON
        ground = QRectF(box.right() - side - 4, box.top() + 4, side, side)
        painter.setPen(QPen(theme.colour(look.control), 1))
        painter.setBrush(theme.colour(look.surface))
        painter.drawEllipse(ground)
        inner = ground.adjusted(2, 2, -2, -2)
        mark = icons.pixmap("minus", side - 4, look.text, painter.device().devicePixelRatio())
        painter.drawPixmap(inner.topLeft(), mark)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, cell, item = theme.current(), QRectF(option.rect), self._model.items[index.row()]
        box = QRectF(cell.left() + (cell.width() - TILE_PX) // 2, cell.top() + _GAP // 2, TILE_PX, TILE_PX)
        pixmap: QPixmap | None = self._model.thumbnail(index.row(), painter.device().devicePixelRatio())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pixmap is None:
            self._paint_unread(painter, box, item)
        else:
            draw_rounded(painter, box, pixmap, _MUTED if item.is_left_out else 1.0)
        if item.is_left_out:
            self._paint_left_out(painter, box)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_ring(painter, box, look.accent, _RING_RADIUS)
        elif option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            draw_ring(painter, box, look.control, _RING_RADIUS, width=1)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(TILE_PX + _GAP, TILE_PX + _GAP)


class GalleryGrid(TileGrid[GalleryItem]):
    """The grid of a gallery; Delete asks to leave out what is chosen."""

    leave_out_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(GalleryModel(TILE_PX), QSize(TILE_PX + _GAP, TILE_PX + _GAP), parent)
        self.setItemDelegate(_Delegate(self.pictures, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.leave_out_pressed.emit()
        else:
            super().keyPressEvent(event)
