"""Many photos that a network is asked about at once, answered part by part. Light."""

from collections.abc import Iterator

from core.answer_store import AnswerRows, packed
from core.answers import Answer


class AskedPhotos:
    """`answers` brings the answers to `count` photos in their order, in lists; closing it ends what works ahead."""

    def __init__(self, answers: Iterator[list[Answer]], count: int, class_names: tuple[str, ...]) -> None:
        self._answers = answers
        self._count = count
        self._class_names = class_names
        self._done = 0

    def go_on(self) -> AnswerRows:
        """The next answers."""
        found = next(self._answers, [])
        first = self._done
        self._done += len(found)
        return packed(found, self._class_names, first, is_last=not found or self._done >= self._count)

    def close(self) -> None:
        """No further answers."""
        close = getattr(self._answers, "close", None)
        if close is not None:
            close()
