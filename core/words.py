"""Sentences for people: an English template and its values, kept apart until they are shown.

The template is the key into the Qt Linguist catalogue, so one catalogue serves window and
command line alike. Core itself knows no Qt: whoever starts the program hands in the
function that looks a template up (`use_translator`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Translator = Callable[[str], str]


def _as_written(template: str) -> str:
    return template


_translate: Translator = _as_written


def use_translator(translate: Translator | None) -> None:
    """Let `translate` (English template -> template in the user's language) render every sentence.

    None goes back to English.
    """
    global _translate
    _translate = translate or _as_written


@dataclass(frozen=True)
class Sentence:
    """An English template with named `{placeholders}` and the values that fill them.

    `str()` renders it in the user's language at that moment, so a sentence that is kept
    (an error in a banner, a reason in a table) follows a change of language.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _translate(self.template).format(**self.values)

    def in_english(self) -> str:
        """The sentence as the source has it, for files that programs read."""
        values = {name: each.in_english() if isinstance(each, Sentence) else each for name, each in self.values.items()}
        return self.template.format(**values)


def say(template: str, **values: object) -> Sentence:
    """A sentence to be rendered when it is shown. The template must be a literal: the catalogue is
    collected from the source."""
    return Sentence(template, values)


def tr(template: str, **values: object) -> str:
    """The rendered sentence, now: for text that is rebuilt when the language changes."""
    return str(Sentence(template, values))


def plural(count: int, one: Sentence, many: Sentence) -> Sentence:
    """`one` for a count of exactly 1, else `many`."""
    return one if count == 1 else many
