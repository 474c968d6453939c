"""The sentence above an explanation, with what it comes to in bold."""

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.words import Sentence
from gui import theme
from gui.widgets.inside.explain.painting import WIDTH_PX
from gui.widgets.text import Text

_OUTCOMES = frozenset({"value", "after", "total"})
_OUTCOMES_OF_SHARES = frozenset({"name", "share"})
"""The placeholders that stand for what comes out; where shares are told, the total is what they are of."""
_OPEN, _CLOSE = "\x02", "\x03"


class _Marked:
    """A value that carries marks through the template's own formatting."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        return f"{_OPEN}{format(self._value, spec)}{_CLOSE}"


class SentenceLabel(Text):
    """Keeps the height of the longest sentence since `start_anew`, so that nothing below jumps while it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", wrap=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(WIDTH_PX)
        self._plain = ""

    def start_anew(self) -> None:
        """Another layer: the height may be another."""
        self.setMinimumHeight(0)

    def show_sentence(self, sentence: Sentence) -> None:
        """Another sentence."""
        self.show_paragraphs((sentence,))

    def show_paragraphs(self, sentences: Sequence[Sentence]) -> None:
        """Several sentences, one below the other."""
        plain = "\n".join(map(str, sentences))
        if plain == self._plain:
            return
        self._plain = plain
        style = f"line-height:{theme.line_height('body')}px; margin:0 0 8px 0"
        last = f"line-height:{theme.line_height('body')}px; margin:0"
        paragraphs = [_rich(sentence) for sentence in sentences]
        styles = [*[style] * (len(paragraphs) - 1), last]
        self.setText("".join(f'<p style="{how}">{text}</p>' for how, text in zip(styles, paragraphs, strict=False)))
        self.setAccessibleName(plain)
        self.setMinimumHeight(max(self.minimumHeight(), self.heightForWidth(WIDTH_PX)))

    def sentence(self) -> str:
        """What is shown, as plain text."""
        return self._plain


def _rich(sentence: Sentence) -> str:
    marked = html.escape(str(_marked(sentence)))
    return marked.replace(_OPEN, '<span style="font-weight:600">').replace(_CLOSE, "</span>")


def _marked(sentence: Sentence) -> Sentence:
    strong = _OUTCOMES_OF_SHARES if {"exp", "share"} <= sentence.values.keys() else _OUTCOMES
    values = {
        name: _marked(value) if isinstance(value, Sentence) else _Marked(value) if name in strong else value
        for name, value in sentence.values.items()
    }
    return Sentence(sentence.template, values)
