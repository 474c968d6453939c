"""What was found in the folder, in plain words: files left out and why, folders without pictures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.pictures.dataset import Dataset
from core.words import Sentence, plural, say, tr
from gui import icons, theme
from gui.widgets.buttons import SmallButton
from gui.widgets.card import Card, Rule
from gui.widgets.text import Text


class HealthCard(Card):
    """`show_dataset(dataset, checked)`: `checked` is false while pictures are still being read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Health"), tr("checking"), rule=True, flush=True, parent=parent)
        self._lines: list[QWidget] = []
        self._list = QPlainTextEdit()
        self._list.setReadOnly(True)
        self._list.setAccessibleName(tr("Files left out"))
        self._list.setMinimumHeight(150)
        self._list.hide()
        self._show_files = SmallButton(tr("Show them"))
        self._show_files.clicked.connect(self._on_show_files)

    def show_dataset(self, dataset: Dataset, checked: bool) -> None:
        """Say what there is to say about this folder."""
        self._clear()
        count = len(dataset.pictures)
        self.set_aside(tr("{count:,} checked", count=count) if checked else tr("checking"))
        if dataset.rejected:
            self._add_rejected(dataset)
        if dataset.empty_classes:
            self._add_empty(dataset)
        few = [name for name, count in dataset.counts.items() if count < 3]
        if few and not dataset.has_parts:
            self._add_few(few)
        if checked and not dataset.rejected:
            self._add("circle-check", theme.current().good, say("Every file is a picture that can be read"), None)
        if not checked:
            self._add("clock", theme.current().text3, say("Looking at every picture"), None)

    def _add_rejected(self, dataset: Dataset) -> None:
        files = dataset.rejected
        first = files[0]
        self._list.setPlainText("\n".join(f"{each.file}: {each.reason}" for each in files))
        what = plural(len(files), say("1 file is left out"), say("{count:,} files are left out", count=len(files)))
        why = say("{file}: {reason}", file=first.file, reason=first.reason)
        body = self._add("circle-x", theme.current().error, what, why)
        buttons = QHBoxLayout()
        buttons.addWidget(self._show_files)
        buttons.addStretch(1)
        body.addSpacing(4)
        body.addLayout(buttons)
        body.addWidget(self._list)
        self._show_files.setVisible(len(files) > 1)

    def _add_empty(self, dataset: Dataset) -> None:
        names = dataset.empty_classes
        what = plural(
            len(names),
            say("The folder “{name}” holds no pictures", name=names[0]),
            say("{count} folders hold no pictures", count=len(names)),
        )
        then = plural(
            len(names),
            say("It is no class, and is left out."),
            say("They are no classes, and are left out: {names}.", names=", ".join(names)),
        )
        self._add("triangle-alert", theme.current().warning, what, then)

    def _add_few(self, names: list[str]) -> None:
        what = plural(
            len(names),
            say("“{name}” has fewer than 3 pictures", name=names[0]),
            say("{count} classes have fewer than 3 pictures", count=len(names)),
        )
        self._add("triangle-alert", theme.current().warning, what, say("Not all parts of the split get one of them."))

    def _add(self, icon: str, colour: str, what: Sentence, then: Sentence | None) -> QVBoxLayout:
        line = QWidget()
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, theme.ICON_MESSAGE, colour, self.devicePixelRatioF()))
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(Text(str(what), "body", weight=500, wrap=True))
        if then is not None:
            body.addWidget(Text(str(then), "caption", "text2", wrap=True))
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.CARD_PADDING, 12, theme.CARD_PADDING, 12)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(body, 1)
        if self._lines:
            rule = Rule()
            self._lines.append(rule)
            self.body.addWidget(rule)
        self._lines.append(line)
        self.body.addWidget(line)
        return body

    def _clear(self) -> None:
        self._list.setParent(None)
        self._show_files.setParent(None)
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()

    def _on_show_files(self) -> None:
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self._show_files.setText(tr("Hide them") if shown else tr("Show them"))
