"""The kernel slides over the picture, and the output fills cell by cell."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.answers import Insight
from core.inside.explanations import Cell
from core.words import tr
from gui import theme
from gui.widgets.colour_maps import reading, to_image
from gui.widgets.inside.slide_painting import Places, paint_pictures, paint_window, places
from gui.widgets.inside.sliding import Slide, cells_after, slide_of

TICK_MS = 33
TOLD_EVERY = 3
"""Ticks between two reports: whoever follows need not keep up with the fastest."""
_CAPTION_PX = 38
_FOOT_PX = 22
_MARGIN_PX = 4
_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class SlideView(QWidget):
    """A convolution's filter, or a pooling's window, over its input.

    `cell_reached` tells where it is (row, column, channel), about ten times a second while it plays, and whenever the
    user goes somewhere by arrow keys or a click on the output. `finished`: the last cell is filled.
    """

    cell_reached = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slide: Slide | None = None
        self._before, self._after = QImage(), QImage()
        self._place = 0
        self._from = 0
        self._told = -1
        self._seconds = 0.0
        self._ticks_untold = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.step_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The sliding window"))

    def show_channel(self, insight: Insight, layer: str, channel: int) -> bool:
        """Show the window of a layer over what comes in, for one channel of what goes out. The place stays where the
        layer and the channel are the same. False where the layer has no window, or its weights are not here."""
        slide, before = slide_of(insight, layer, channel), self._slide
        same = slide is not None and before is not None and _key(slide) == _key(before)
        self._slide = slide
        if slide is None:
            self.stop()
            return False
        self._before, self._after = to_image(slide.before), to_image(slide.after)
        if not same:
            self._place, self._seconds = 0, 0.0
        self.setAccessibleDescription(self.words())
        self.update()
        return True

    def set_cell(self, cell: Cell) -> None:
        """Go to a cell (row, column, channel) of the channel shown, without reporting it."""
        slide = self._slide
        if slide is None or len(cell) != 3:
            return
        rows, columns = slide.values.shape
        if 0 <= cell[0] < rows and 0 <= cell[1] < columns:
            self._go_to(cell[0] * columns + cell[1])

    def cell(self) -> Cell | None:
        """The cell that is being filled."""
        if self._slide is None:
            return None
        return (*divmod(self._place, self._slide.values.shape[1]), self._slide.channel)

    @property
    def is_playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def start(self) -> None:
        """Play on from the cell that is shown, from the first where that is the last."""
        slide = self._slide
        if slide is None or self.is_playing:
            return
        if self._place >= slide.count - 1:
            self._go_to(0)
        self._seconds = 0.0
        self._from = self._place
        self._ticks_untold = 0
        self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Stay where it is, and tell where that is."""
        if self.is_playing:
            self._timer.stop()
            self._tell()

    def step_on(self) -> None:
        """What happens at every tick."""
        slide = self._slide
        if slide is None:
            self._timer.stop()
            return
        self._seconds += TICK_MS / 1000
        columns = slide.values.shape[1]
        place = self._from + cells_after(self._seconds, columns, TICK_MS / 1000)
        self._ticks_untold += 1
        has_moved = place != self._place
        if has_moved:
            self._go_to(min(place, slide.count - 1))
        if place >= slide.count - 1:
            self._timer.stop()
            self._tell()
            self.finished.emit()
        elif self._ticks_untold >= TOLD_EVERY and self._told != self._place:
            self._tell()

    def words(self) -> str:
        """The position and the number, as shown."""
        slide, cell = self._slide, self.cell()
        if slide is None or cell is None:
            return ""
        return tr(
            "row {row}, column {column}: {value}",
            row=cell[0],
            column=cell[1],
            value=reading(float(slide.values[cell[0], cell[1]])),
        )

    def _go_to(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.update()

    def _tell(self) -> None:
        self._ticks_untold = 0
        self._told = self._place
        self.setAccessibleDescription(self.words())
        self.cell_reached.emit(self.cell())

    def _move(self, place: int) -> None:
        """Where the user wants it: it plays on from there, if it plays."""
        self._go_to(place)
        self._from, self._seconds = place, 0.0
        self._tell()

    # ---- painting

    def _places(self) -> Places | None:
        if self._slide is None:
            return None
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _CAPTION_PX, -_MARGIN_PX, -_FOOT_PX)
        return places(self._slide, room)

    def _paint_words(self, painter: QPainter, slide: Slide, where: Places) -> None:
        colours = theme.current()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour(colours.text2))
        top = max(0.0, min(where.padded.top(), where.after.top()) - _CAPTION_PX)
        how = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        after = tr("channel {channel} of {layer}", channel=slide.channel, layer=slide.layer)
        split = where.after.left() - 14
        for picture, words, left, right in (
            (where.padded, str(slide.before_name), where.padded.left(), split),
            (where.after, after, where.after.left(), self.width() - _MARGIN_PX),
        ):
            painter.drawText(QRectF(left, top, right - left, picture.top() - top - 5), int(how), words)
        self._paint_foot(painter, slide, max(where.padded.bottom(), where.after.bottom()) + 6, where)

    def _paint_foot(self, painter: QPainter, slide: Slide, top: float, where: Places) -> None:
        colours = theme.current()
        painter.setFont(theme.font("caption", 600, tabular=True))
        painter.setPen(theme.colour(colours.text))
        line = QRectF(where.padded.left(), top, self.width() - _MARGIN_PX - where.padded.left(), 17)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self.words())
        done = tr("{filled:,} of {count:,} cells", filled=self._place + 1, count=slide.count)
        font = theme.font("caption", tabular=True)
        width = QFontMetricsF(font).horizontalAdvance(done) + 2
        line.setRight(max(where.after.right(), where.after.left() + width))
        painter.setFont(font)
        painter.setPen(theme.colour(colours.text3))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), done)

    # ---- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        slide, where = self._slide, self._places()
        if slide is None or where is None:
            return
        painter = QPainter(self)
        paint_pictures(painter, where, self._before, self._after, self._place + 1)
        row, column = divmod(self._place, slide.values.shape[1])
        paint_window(painter, where, slide.window(self._place), (row, column))
        self._paint_words(painter, slide, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slide, step = self._slide, _KEYS.get(Qt.Key(event.key()))
        if slide is None:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stop() if self.is_playing else self.start()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(0 if event.key() == Qt.Key.Key_Home else slide.count - 1)
        elif step is None:
            event.ignore()
        else:
            place = self._place + step[0] * slide.values.shape[1] + step[1]
            if 0 <= place < slide.count:
                self._move(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        slide, where = self._slide, self._places()
        if slide is None or where is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point: QPointF = event.position() - where.after.topLeft()
        rows, columns = slide.values.shape
        row, column = int(point.y() // where.scale), int(point.x() // where.scale)
        if 0 <= row < rows and 0 <= column < columns:
            self._move(row * columns + column)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()


def _key(slide: Slide) -> tuple[object, ...]:
    return slide.layer, slide.channel, slide.values.shape
