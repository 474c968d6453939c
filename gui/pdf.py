"""Pages of HTML as PDF: laid out by Qt, drawings and letters as such and not as pixels.

Runs on any thread; a QGuiApplication must be there.
"""

import base64
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextOption,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from core.report.drawing import TEXT, TEXT3
from core.words import tr

_SVG = "data:image/svg+xml;base64,"
_DRAWING = QTextFormat.ObjectTypes.UserObject.value + 1
_SOURCE = QTextFormat.Property.UserProperty.value + 1

# CSS's pixels: everything on the page is measured in them, whatever the screen.
_CSS_DPI = 96
_RESOLUTION_DPI = 1200
_MM = _CSS_DPI / 25.4
_SHEET = QSizeF(210 * _MM, 297 * _MM)
# The sheet without its margins, the foot with the number of the page being below.
_AREA = QRectF(15 * _MM, 14 * _MM, 180 * _MM, 264 * _MM)
_FOOT = QRectF(15 * _MM, 282 * _MM, 180 * _MM, 6 * _MM)
_BODY_PX = 12
_FOOT_PX = 10

# The page marks where a section begins by an anchor of this name.
_HEADING = "heading"
# What is no longer than this part of a page is not torn.
_LONGEST_KEPT = 0.5


def write_pdf(page: str, file: Path) -> None:
    """Write a page of HTML (with the simple CSS that Qt knows, in px) to `file` on sheets of A4, each with its number.
    Raises OSError when the file cannot be written."""
    drawings = _Drawings()
    document = _laid_out(page, drawings)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_RESOLUTION_DPI)
    writer.setCreator("Nakami")
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    with QPainter(writer) as painter:
        painter.scale(_RESOLUTION_DPI / _CSS_DPI, _RESOLUTION_DPI / _CSS_DPI)
        for number in range(document.pageCount()):
            if number:
                writer.newPage()
            _paint_sheet(painter, document, number)
    file.write_bytes(bytes(buffer.data().data()))


class _Drawings(QPyTextObject):
    """Draws SVG where the text has one."""

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """How much room a drawing takes, px."""
        return QSvgRenderer(QByteArray(form.property(_SOURCE))).viewBoxF().size()

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """Draw it there."""
        QSvgRenderer(QByteArray(form.property(_SOURCE))).render(painter, QRectF(rect))


def _laid_out(page: str, drawings: _Drawings) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(_BODY_PX))
    # Names of files may have no place to break.
    document.setDefaultTextOption(_breaking_anywhere())
    # Sizes as on paper, which has no pixels that letters would have to fit.
    document.setUseDesignMetrics(True)
    document.setHtml(page)
    document.documentLayout().registerHandler(_DRAWING, drawings)
    _let_draw(document)
    document.setPageSize(_AREA.size())
    _keep_together(document)
    return document


def _keep_together(document: QTextDocument) -> None:
    """Begin a new page before what would else be torn and is short enough to be kept whole, and before a heading that
    would stay behind alone."""
    elements = _elements(document)
    place = 0
    while place < len(elements):
        first = elements[place]
        is_alone = not _is_heading(first.currentBlock()) or place + 1 == len(elements)
        last = first if is_alone else elements[place + 1]
        place += 1 if is_alone else 2
        top, end = _box(document, first).top(), _box(document, last).bottom()
        if end - top > _LONGEST_KEPT * _AREA.height():
            end = _first_of(document, last)
        # What ends with a page is on it.
        if _page(top) != _page(max(top, end - 1)):
            _begin_page(document, first)


def _elements(document: QTextDocument) -> list[QTextFrame.iterator]:
    """The paragraphs and tables of the page, those within tables not counted."""
    found, element = [], document.rootFrame().begin()
    while not element.atEnd():
        found.append(QTextFrame.iterator(element))
        element += 1
    return found


def _begin_page(document: QTextDocument, element: QTextFrame.iterator) -> None:
    always = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    frame = element.currentFrame()
    if frame is not None:
        form = frame.frameFormat()
        form.setPageBreakPolicy(always)
        frame.setFrameFormat(form)
    else:
        block_form = element.currentBlock().blockFormat()
        block_form.setPageBreakPolicy(always)
        QTextCursor(element.currentBlock()).setBlockFormat(block_form)
    # What comes after lies elsewhere now.
    document.markContentsDirty(0, document.characterCount())


def _first_of(document: QTextDocument, element: QTextFrame.iterator) -> float:
    """Where the first part ends of what may be torn: a table's head and first rows."""
    frame = element.currentFrame()
    if not isinstance(frame, QTextTable):
        return _box(document, element).top()
    block = frame.cellAt(min(2, frame.rows() - 1), 0).firstCursorPosition().block()
    return document.documentLayout().blockBoundingRect(block).bottom()


def _box(document: QTextDocument, element: QTextFrame.iterator) -> QRectF:
    layout, frame = document.documentLayout(), element.currentFrame()
    return layout.blockBoundingRect(element.currentBlock()) if frame is None else layout.frameBoundingRect(frame)


def _page(height: float) -> int:
    return int(height // _AREA.height())


def _is_heading(block: QTextBlock) -> bool:
    return block.isValid() and any(_HEADING in each.charFormat().anchorNames() for each in _fragments(block))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a block, each of one format."""
    found, place = [], block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found


def _let_draw(document: QTextDocument) -> None:
    """Put what draws SVG in the places of its pictures, which Qt would turn into pixels."""
    places = []
    for block in _blocks(document):
        for fragment in _fragments(block):
            source = fragment.charFormat().toImageFormat().name()
            if source.startswith(_SVG):
                places.append((fragment.position(), base64.b64decode(source.removeprefix(_SVG))))
    for position, svg in places:
        form = QTextCharFormat()
        form.setObjectType(_DRAWING)
        form.setProperty(_SOURCE, svg)
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)


def _paint_sheet(painter: QPainter, document: QTextDocument, number: int) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    # Paper is white, whatever theme is on.
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(TEXT))
    context.palette = palette
    context.clip = QRectF(0, number * _AREA.height(), _AREA.width(), _AREA.height())
    painter.save()
    painter.translate(_AREA.left(), _AREA.top() - context.clip.top())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    painter.setFont(_font(_FOOT_PX))
    painter.setPen(QColor(TEXT3))
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    title = QFontMetricsF(painter.font()).elidedText(title, Qt.TextElideMode.ElideMiddle, 0.8 * _FOOT.width())
    painter.drawText(_FOOT, Qt.AlignmentFlag.AlignLeft, title)
    of_all = tr("page {number} of {count}", number=number + 1, count=document.pageCount())
    painter.drawText(_FOOT, Qt.AlignmentFlag.AlignRight, of_all)


def _breaking_anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _font(size_px: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(size_px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
