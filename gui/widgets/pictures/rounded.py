"""Photos with rounded corners, wherever one is painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QTransform

from gui import icons, theme


def draw_rounded(painter: QPainter, box: QRectF, pixmap: QPixmap, opacity: float = 1.0) -> None:
    """The picture fills the box."""
    size = pixmap.deviceIndependentSize()
    if size.isEmpty():
        return
    # A textured brush, because a clip path has no smooth corners.
    brush = QBrush(pixmap)
    brush.setTransform(QTransform.fromScale(box.width() / size.width(), box.height() / size.height()))
    painter.save()
    painter.setOpacity(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.setBrushOrigin(box.topLeft())
    painter.drawRoundedRect(box, theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
    painter.restore()


def draw_place(painter: QPainter, box: QRectF, icon: str = "", colour: str = "", icon_px: int = theme.ICON) -> None:
    """Where a picture would be, with an icon in its middle if there is one to show."""
    painter.save()
    painter.setPen(QPen(theme.colour(theme.current().line), 1))
    painter.setBrush(theme.colour(theme.current().sunken))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_THUMBNAIL, theme.RADIUS_THUMBNAIL)
    if icon:
        mark = icons.pixmap(icon, icon_px, colour or theme.current().edge, painter.device().devicePixelRatio())
        painter.drawPixmap(box.center() - QPointF(icon_px / 2, icon_px / 2), mark)
    painter.restore()
