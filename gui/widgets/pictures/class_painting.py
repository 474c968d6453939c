"""Paints the rows of the classes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from core.numerals import percent
from core.words import tr
from gui import icons, theme
from gui.widgets.colour_maps import draw_ring
from gui.widgets.pictures.class_layout import PITCH, Part, RowLayout, Spot
from gui.widgets.pictures.class_row import ClassRow
from gui.widgets.pictures.rounded import draw_place, draw_rounded

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MUTED = 0.35


@dataclass(frozen=True)
class RowState:
    """How a row stands at the moment. `ends_card`: its lower corners are those of the card; `is_refused`: what is
    dragged over it cannot be dropped there; `hovered` is the part of it under the pointer."""

    ends_card: bool = False
    is_chosen: bool = False
    has_ring: bool = False
    is_dropped_on: bool = False
    is_refused: bool = False
    is_edited: bool = False
    hovered: Spot | None = None


class ClassPainter:
    """Holds what every row is painted with: a font takes longer to make than a row to paint."""

    def __init__(self) -> None:
        self._name = theme.font("body", 600)
        self._left_out = QFont(self._name)
        self._left_out.setStrikeOut(True)
        self._count = theme.font("body", 500, tabular=True)
        self._caption = theme.font("caption", tabular=True)

    def paint(
        self,
        painter: QPainter,
        layout: RowLayout,
        top: int,
        row: ClassRow,
        state: RowState,
        thumbnails: Sequence[QPixmap | None],
        largest: int,
    ) -> None:
        """Paint a row that begins at `top`. The bar is full at `largest`; a thumbnail may be None where it is not
        there yet."""
        painter.save()
        self._paint_ground(painter, layout, top, state)
        if not state.is_edited:
            self._paint_name(painter, layout, top, row, state)
        if state.is_dropped_on:
            self._paint_answer(painter, layout, top, row)
        else:
            if not state.is_edited:
                self._paint_amount(painter, layout, top, row, state, largest)
            self._paint_thumbnails(painter, layout, top, row, state, thumbnails)
        self._paint_menu_button(painter, layout, top, state)
        painter.restore()

    def _paint_ground(self, painter: QPainter, layout: RowLayout, top: int, state: RowState) -> None:
        look = theme.current()
        ground = QRectF(0, top, layout.width, PITCH if state.ends_card else theme.ROW_HEIGHT_CLASS)
        if state.is_dropped_on or state.is_chosen or state.hovered is not None:
            is_soft = (state.is_dropped_on and not state.is_refused) or state.is_chosen
            painter.save()
            painter.setClipRect(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(look.soft if is_soft else look.sunken))
            radius = theme.RADIUS_CARD - 1 if state.ends_card else 0
            painter.drawRoundedRect(ground.adjusted(0, -radius, 0, 0), radius, radius)
            painter.restore()
        if not state.ends_card:
            painter.fillRect(QRectF(0, ground.bottom(), layout.width, 1), theme.colour(look.line))
        if state.is_dropped_on or state.has_ring:
            pen = QPen(theme.colour(look.control if state.is_refused else look.accent), 2)
            if state.is_dropped_on:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(2, 2, -2, -2), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)

    def _paint_name(self, painter: QPainter, layout: RowLayout, top: int, row: ClassRow, state: RowState) -> None:
        look, origin = theme.current(), row.origin()
        if origin:
            painter.setFont(self._caption)
            painter.setPen(theme.colour(look.text3))
            _draw_elided(painter, layout.origin(top), origin, Qt.TextElideMode.ElideRight)
        tone = look.text3 if row.is_left_out else look.accent if state.is_chosen else look.text
        painter.setFont(self._left_out if row.is_left_out else self._name)
        painter.setPen(theme.colour(tone))
        _draw_elided(painter, layout.name(top), row.name)

    def _paint_amount(
        self, painter: QPainter, layout: RowLayout, top: int, row: ClassRow, state: RowState, largest: int
    ) -> None:
        look = theme.current()
        painter.setFont(self._count)
        painter.setPen(theme.colour(look.text3 if row.is_left_out else look.text))
        painter.drawText(layout.count(top), _RIGHT, f"{row.count:,}")
        if row.is_left_out:
            is_hovered = state.hovered is not None and state.hovered.part is Part.TAKE_IN
            font = QFont(self._caption)
            font.setUnderline(is_hovered)
            painter.setFont(font)
            painter.setPen(theme.colour(look.accent_hover if is_hovered else look.accent))
            painter.drawText(layout.take_in(top), _LEFT, tr("Take in again"))
            return
        painter.setFont(self._caption)
        painter.setPen(theme.colour(look.text3))
        painter.drawText(layout.share(top), _RIGHT, percent(row.share))
        groove = layout.bar(top)
        painter.setPen(Qt.PenStyle.NoPen)
        is_lit = state.is_chosen or state.hovered is not None
        painter.setBrush(theme.colour(look.surface if is_lit else look.sunken))
        painter.drawRoundedRect(groove, 2, 2)
        groove.setWidth(max(2.0, groove.width() * row.count / max(1, largest)) if row.count else 0.0)
        painter.setBrush(theme.colour(look.accent_faint))
        painter.drawRoundedRect(groove, 2, 2)

    def _paint_thumbnails(
        self,
        painter: QPainter,
        layout: RowLayout,
        top: int,
        row: ClassRow,
        state: RowState,
        thumbnails: Sequence[QPixmap | None],
    ) -> None:
        look, spot = theme.current(), state.hovered
        for index, thumbnail in enumerate(thumbnails):
            box = layout.thumbnail(top, index)
            if thumbnail is None:
                draw_place(painter, box)
            else:
                draw_rounded(painter, box, thumbnail, _MUTED if row.is_left_out else 1.0)
            if spot is not None and spot.part is Part.THUMBNAIL and spot.thumbnail == index:
                draw_ring(painter, box.adjusted(1, 1, -1, -1), look.control, 4, width=1)
        if row.count > len(thumbnails):
            is_hovered = spot is not None and spot.part is Part.REST
            font = QFont(self._caption)
            font.setUnderline(is_hovered)
            painter.setFont(font)
            painter.setPen(theme.colour(look.accent if is_hovered else look.text3))
            painter.drawText(layout.rest(top, len(thumbnails)), _LEFT, f"+{row.count - len(thumbnails):,}")

    def _paint_answer(self, painter: QPainter, layout: RowLayout, top: int, row: ClassRow) -> None:
        """What dropping here would do."""
        look, box = theme.current(), layout.invitation(top)
        icon, tone, words = "plus", look.accent, tr("Drop to add to {name}", name=row.name)
        if row.is_left_out:
            icon, tone, words = "circle-x", look.text2, tr("Left out: take it in first")
        mark = icons.pixmap(icon, theme.ICON, tone, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(box.left(), box.center().y() - theme.ICON / 2), mark)
        painter.setFont(self._name)
        painter.setPen(theme.colour(tone))
        _draw_elided(painter, box.adjusted(theme.ICON + 6, 0, 0, 0), words)

    def _paint_menu_button(self, painter: QPainter, layout: RowLayout, top: int, state: RowState) -> None:
        look, box = theme.current(), layout.menu(top)
        is_hovered = state.hovered is not None and state.hovered.part is Part.MENU
        if is_hovered:
            painter.setPen(QPen(theme.colour(look.edge), 1))
            painter.setBrush(theme.colour(look.surface))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        tone = look.text if is_hovered else look.text2
        mark = icons.pixmap("ellipsis", theme.ICON, tone, painter.device().devicePixelRatio())
        painter.drawPixmap(box.center() - QPointF(theme.ICON / 2, theme.ICON / 2), mark)


def _draw_elided(
    painter: QPainter, box: QRectF, text: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, int(box.width()))
    painter.drawText(box, _LEFT, shown)
