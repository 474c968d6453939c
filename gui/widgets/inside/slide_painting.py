"""How a sliding window is drawn: its input at the left, the output that fills at the right, a line from one to the
other."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPolygonF

from core.inside.explanations import Region
from gui import theme
from gui.widgets.inside.cell_painting import draw_frame, mark
from gui.widgets.inside.sliding import Slide

GAP_PX = 56
"""Between the two pictures: room for the line."""
_HEAD_PX = 6


@dataclass(frozen=True)
class Places:
    """Where the two pictures are: `scale` pixels a cell in both. `padded` is the input with the padding around it."""

    scale: float
    padded: QRectF
    before: QRectF
    after: QRectF

    def of_input(self, region: Region) -> QRectF:
        """Where a rectangle of the input is; it may lie in the padding."""
        scale, corner = self.scale, self.before.topLeft()
        width, height = (region.right - region.left) * scale, (region.bottom - region.top) * scale
        return QRectF(corner.x() + region.left * scale, corner.y() + region.top * scale, width, height)

    def of_output(self, row: int, column: int) -> QRectF:
        """Where a cell of the output is."""
        scale, corner = self.scale, self.after.topLeft()
        return QRectF(corner.x() + column * scale, corner.y() + row * scale, scale, scale)


def places(slide: Slide, room: QRectF) -> Places:
    """As large as both fit into the room, side by side and on one scale: the output of a pooling is half as large."""
    reach, (rows, columns) = slide.reach, slide.values.shape
    high, wide = max(reach.bottom - reach.top, rows), reach.right - reach.left + columns
    scale = max(0.1, min((room.width() - GAP_PX) / wide, room.height() / high))
    if scale >= 3:
        scale = float(int(scale))
    padded_width, padded_height = (reach.right - reach.left) * scale, (reach.bottom - reach.top) * scale
    left = room.left() + (room.width() - GAP_PX - wide * scale) / 2
    middle = room.top() + room.height() / 2
    padded = QRectF(round(left), round(middle - padded_height / 2), padded_width, padded_height)
    height, width = slide.before.shape[:2]
    before = QRectF(padded.left() - reach.left * scale, padded.top() - reach.top * scale, width * scale, height * scale)
    after = QRectF(round(padded.right() + GAP_PX), round(middle - rows * scale / 2), columns * scale, rows * scale)
    return Places(scale, padded, before, after)


def paint_pictures(painter: QPainter, where: Places, before: QImage, after: QImage, filled: int) -> None:
    """The input with its padding, and as many cells of the output as are filled; what is to come is hatched."""
    colours = theme.current()
    hatched = QBrush(theme.colour(colours.edge), Qt.BrushStyle.BDiagPattern)
    if where.padded != where.before:
        painter.fillRect(where.padded, hatched)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, where.scale < 1)
    painter.fillRect(where.before, theme.colour(colours.surface))
    painter.drawImage(where.before, before)
    painter.fillRect(where.after, theme.colour(colours.sunken))
    painter.fillRect(where.after, hatched)
    columns = after.width()
    whole, rest = divmod(filled, columns)
    for part in (QRect(0, 0, columns, whole), QRect(0, whole, rest, 1)):
        if not part.isEmpty():
            scale, corner = where.scale, where.after.topLeft()
            target = QRectF(corner.x(), corner.y() + part.top() * scale, part.width() * scale, part.height() * scale)
            painter.drawImage(target, after, QRectF(part))
    painter.setPen(QPen(theme.colour(colours.edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(where.padded.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.drawRect(where.after.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_window(painter: QPainter, where: Places, window: Region, cell: tuple[int, int]) -> None:
    """The window over the input, the cell that it fills, and an arrow from one to the other."""
    over = mark(where.of_input(window).toAlignedRect(), where.padded.toAlignedRect())
    filled = mark(where.of_output(*cell).toAlignedRect(), where.after.toAlignedRect())
    line = QLineF(QPointF(over.right() + 4, over.center().y()), QPointF(filled.left() - 5, filled.center().y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((theme.current().surface, 4.0), (theme.current().accent, 1.5)):
        painter.setPen(QPen(theme.colour(colour), width))
        painter.drawLine(line)
    painter.setPen(QPen(theme.colour(theme.current().surface), 1))
    painter.setBrush(theme.colour(theme.current().accent))
    painter.drawPolygon(_head(line))
    painter.restore()
    draw_frame(painter, over, 1.2)
    draw_frame(painter, filled, 1.2)


def _head(line: QLineF) -> QPolygonF:
    along = line.unitVector()
    step = QPointF(along.dx(), along.dy()) * _HEAD_PX
    aside = QPointF(-step.y(), step.x()) * 0.6
    tip = line.p2()
    return QPolygonF([tip, tip - step * 1.4 + aside, tip - step * 1.4 - aside])
