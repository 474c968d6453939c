"""In which settings runs differ, in words. Light."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import NO_HINT
from core.training.run_settings import Setting, all_settings
from core.training.runs import RunFacts
from core.words import Sentence, say

_NOTHING = "–"


@dataclass(frozen=True)
class Difference:
    """A setting in which runs differ: its name, what each of the runs has, in their order, and what the values mean
    where they do not say it themselves."""

    name: Sentence
    values: tuple[str, ...]
    hint: Sentence = NO_HINT


def differences(facts: Sequence[RunFacts]) -> tuple[Difference, ...]:
    """The settings in which these runs differ, in the order of `all_settings`; none for fewer than two runs."""
    settings = [{each.key: each for each in all_settings(run)} for run in facts]
    found: list[Difference] = []
    for key, first in _in_order(settings).items():
        values = tuple(each[key].value if key in each else _NOTHING for each in settings)
        if key == "pictures":
            values = _picture_names(facts)
        if len(set(values)) > 1:
            found.append(Difference(first.name, values))
        if key == "pictures":
            found += _different_contents(facts)
    return tuple(found)


def _in_order(settings: Sequence[dict[str, Setting]]) -> dict[str, Setting]:
    """Every setting that one of the runs has."""
    return {key: each for of_run in reversed(settings) for key, each in of_run.items()}


def _picture_names(facts: Sequence[RunFacts]) -> tuple[str, ...]:
    """The names of the folders, or where these do not tell them apart, their paths."""
    names, paths = tuple(each.name for each in facts), tuple(each.pictures for each in facts)
    return names if len(set(names)) == len(set(paths)) else paths


def _different_contents(facts: Sequence[RunFacts]) -> list[Difference]:
    """The same folder may have held other pictures: each state of it gets a letter."""
    # Older runs kept names alone.
    with_bytes = all(each.contents for each in facts)
    states = [(each.fingerprint, each.contents if with_bytes else "") for each in facts]
    known = list(dict.fromkeys(states))
    if len(known) < 2:
        return []
    hint = say("The same letter: the same files, in the same classes.")
    return [Difference(say("Picture files"), tuple(_letter(known.index(each)) for each in states), hint)]


def _letter(position: int) -> str:
    return chr(ord("A") + position) if position < 26 else str(position + 1)
