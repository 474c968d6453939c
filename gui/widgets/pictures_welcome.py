"""The empty Pictures page: drop a folder, take a recent one, or try the sample creatures."""

from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.words import tr
from gui import icons, theme
from gui.choosing import Chooser
from gui.session import Session
from gui.widgets.buttons import LinkButton, MainButton, PlainButton
from gui.widgets.card import Card, Rule
from gui.widgets.drop_area import DropArea
from gui.widgets.portraits import portrait
from gui.widgets.recent_row import RecentRow
from gui.widgets.text import Text

_EXAMPLE = ("dogs", "cats", "birds")
_CREATURES = ("dogs", "cats", "monkeys", "birds", "fish", "lizards")


class PicturesWelcome(QWidget):
    """Every way in opens pictures through the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chooser = Chooser(self, session)
        self._area = DropArea()
        self._recent = Card(tr("Recent folders"), rule=True, flush=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._recent.body.addLayout(self._rows)
        self._recent.body.addStretch(1)
        self._fill_area()
        below = QHBoxLayout()
        below.setSpacing(24)
        below.addWidget(self._recent, 5)
        below.addWidget(self._sample_card(), 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self._area, 1)
        layout.addLayout(below)
        self.update_recent()

    def set_drop_active(self, on: bool) -> None:
        """Something is dragged over the window."""
        self._area.set_active(on)

    def update_recent(self) -> None:
        """Show the folders that were opened before."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for position, folder in enumerate(self._session.settings.recent[:3]):
            if position:
                self._rows.addWidget(Rule())
            row = RecentRow(folder)
            row.chosen.connect(self._on_recent_chosen)
            self._rows.addWidget(row)
        if not self._session.settings.recent:
            empty = Text(tr("Folders that you open are listed here."), "body", "text3")
            empty.setContentsMargins(theme.CARD_PADDING, 14, theme.CARD_PADDING, 0)
            empty.setFixedHeight(40)
            self._rows.addWidget(empty)

    def _fill_area(self) -> None:
        heading = Text(tr("Drop a folder of pictures here"), "headline")
        button = MainButton(tr("Choose a folder…"), "folder", large=True)
        button.clicked.connect(self._chooser.choose_folder)
        model = LinkButton(tr("Open a model…"), tooltip=tr("A .keras or .h5 file: look inside it and classify with it"))
        model.clicked.connect(self._chooser.choose_model)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(button)
        buttons.addWidget(model)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(Text(tr("One subfolder for each thing to recognise."), "card", "text2", weight=400))
        words.addWidget(Text(tr("The subfolder’s name becomes the class."), "card", "text2", weight=400))
        words.addSpacing(14)
        words.addLayout(buttons)
        words.addSpacing(10)
        formats = tr("JPEG, PNG, WebP and many more. Files are never changed.")
        words.addWidget(Text(formats, "caption", "text3", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(2)
        row.addLayout(words)
        row.addStretch(1)
        row.addWidget(_FolderPicture())
        row.addStretch(2)
        self._area.content.addLayout(row)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _sample_card(self) -> Card:
        card = Card(tr("No pictures at hand?"))
        card.body.addWidget(
            Text(tr("Six kinds of creatures, 360 drawn pictures, ready in two seconds."), "body", "text2", wrap=True)
        )
        pictures = QHBoxLayout()
        pictures.setSpacing(8)
        for name in _CREATURES:
            picture = QLabel()
            picture.setPixmap(portrait(name, 54, self.devicePixelRatioF()))
            picture.setAccessibleName(name)
            pictures.addWidget(picture)
        pictures.addStretch(1)
        button = PlainButton(tr("Try the sample creatures"))
        button.clicked.connect(self._chooser.open_sample)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addSpacing(4)
        card.body.addLayout(pictures)
        card.body.addSpacing(8)
        card.body.addLayout(row)
        return card

    def _on_recent_chosen(self, path: str) -> None:
        self._session.open_dropped([Path(path)])


class _FolderPicture(QWidget):
    """How the folder should look: one folder, a subfolder for each class, pictures in them."""

    _ROW = 44
    _LEFT = 130

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("A folder “animals” with the subfolders dogs, cats and birds, each with pictures"))

    def sizeHint(self) -> QSize:
        return QSize(360, self._ROW * 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, ratio = theme.current(), self.devicePixelRatioF()
        painter.setFont(theme.font("body", 600))
        middle = self.height() / 2
        painter.drawPixmap(QPointF(0, middle - 10), icons.pixmap("folder", 20, look.text2, ratio))
        painter.setPen(look.text)
        painter.drawText(QPointF(30, middle + 5), tr("animals"))
        painter.setPen(QPen(theme.colour(look.edge), 1.5))
        spine = self._LEFT - 26
        painter.drawLine(QLineF(spine, self._ROW / 2, spine, self.height() - self._ROW / 2))
        painter.drawLine(QLineF(spine - 14, middle, spine, middle))
        for row, name in enumerate(_EXAMPLE):
            y = self._ROW * (row + 0.5)
            painter.setPen(QPen(theme.colour(look.edge), 1.5))
            painter.drawLine(QLineF(spine, y, self._LEFT - 10, y))
            painter.drawPixmap(QPointF(self._LEFT - 2, y - 8), icons.pixmap("folder", 16, look.text2, ratio))
            painter.setPen(look.text)
            painter.drawText(QPointF(self._LEFT + 26, y + 5), name)
            for column in range(3):
                picture = portrait(name, 36, ratio)
                painter.drawPixmap(QPointF(self._LEFT + 78 + 40 * column, y - 18), picture)
            painter.setPen(look.text3)
            painter.drawText(QPointF(self._LEFT + 78 + 124, y + 5), "…")
