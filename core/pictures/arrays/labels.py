"""Arrays of labels as positions in a list of classes, however they are kept. Light."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.pictures.arrays.kinds import Array
from core.pictures.arrays.rows import MAX_CLASSES, Rows
from core.pictures.arrays.unusable import Unusable, damaged
from core.words import say

_Form = Literal["numbers", "one-hot", "text"]


@dataclass(frozen=True, eq=False)
class Labels:
    """One array of labels (0 to `class_count` - 1) for each that was read. `names` where they were text."""

    codes: tuple[NDArray[np.int64], ...]
    class_count: int
    names: tuple[str, ...] | None


def labels_in(arrays: Sequence[Rows]) -> Labels:
    """Labels of one form: whole numbers, one-hot rows or text. They share their classes.

    Numbers that begin with 0 are positions already, and a class may lack pictures; other numbers, and text, are
    counted through in their order. Raises Unusable, OSError.
    """
    forms = {_form(each) for each in arrays if each.shape[0]}
    if len(forms) != 1:
        raise Unusable(say("its labels are of different kinds: one-hot, numbers or text."))
    match forms.pop():
        case "one-hot":
            return _one_hot(arrays)
        case "numbers":
            return _numbers([_joined([_whole(block) for block in each.blocks()]) for each in arrays])
        case "text":
            return _texts(arrays)


def _form(rows: Rows) -> _Form:
    shape, kind = rows.shape, rows.dtype.kind
    width = shape[1] if len(shape) == 2 else 1
    if len(shape) not in (1, 2) or not 1 <= width <= MAX_CLASSES or (width > 1 and kind not in "biuf"):
        raise Unusable(
            say("its labels have the shape {shape}.", shape=" × ".join(f"{each:,}" for each in shape)),
            say("Labels are one number for each picture, or a row of one-hot numbers."),
        )
    if width > 1:
        return "one-hot"
    return "numbers" if kind in "biuf" else "text"


def _joined(blocks: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate([*blocks, np.empty(0, np.int64)])


def _one_hot(arrays: Sequence[Rows]) -> Labels:
    widths = {each.shape[1] for each in arrays if each.shape[0]}
    if len(widths) != 1:
        raise Unusable(say("its one-hot labels are of different widths."))
    codes = tuple(_joined([_position_of_one(block) for block in each.blocks()]) for each in arrays)
    return Labels(codes, widths.pop(), None)


def _position_of_one(block: Array) -> NDArray[np.int64]:
    is_one: NDArray[np.bool_] = block == 1
    if not (np.logical_or(is_one, block == 0).all() and (np.count_nonzero(is_one, axis=1) == 1).all()):
        raise Unusable(say("its one-hot labels are not all one 1 among 0."))
    return np.nonzero(is_one)[1]


def _whole(block: Array) -> NDArray[np.int64]:
    flat = block.reshape(-1)
    if flat.dtype.kind == "f":
        flat = flat.astype(np.float64)
        # 2**53 is as far as whole numbers go in 8 bytes; NaN fails every comparison.
        if not ((np.abs(flat) <= 2**53) & (flat == np.rint(flat))).all():
            raise Unusable(say("its labels are not all whole numbers."))
    elif flat.dtype == np.uint64 and flat.size and int(flat.max()) > np.iinfo(np.int64).max:
        raise Unusable(say("its labels are not all whole numbers of a sensible size."))
    return flat.astype(np.int64)


def _numbers(values: Sequence[NDArray[np.int64]]) -> Labels:
    together = np.unique(_joined(values))
    if not len(together):
        raise damaged()
    if together[0] == 0 and together[-1] < MAX_CLASSES:
        return Labels(tuple(values), int(together[-1]) + 1, None)
    _require_few(len(together))
    return Labels(tuple(np.searchsorted(together, each) for each in values), len(together), None)


def _texts(arrays: Sequence[Rows]) -> Labels:
    found: dict[str, int] = {}
    codes = [_joined([_counted(block, found) for block in each.blocks()]) for each in arrays]
    names = sorted(found)
    order = np.empty(len(names), np.int64)
    order[[found[name] for name in names]] = np.arange(len(names))
    return Labels(tuple(order[each] for each in codes), len(names), tuple(names))


def _counted(block: Array, found: dict[str, int]) -> NDArray[np.int64]:
    try:
        texts = [_text(each) for each in block.reshape(-1).tolist()]
    except (ValueError, SystemError, OverflowError) as error:
        raise damaged() from error  # letters that there are not
    codes = np.array([found.setdefault(text, len(found)) for text in texts], np.int64)
    _require_few(len(found))
    return codes


def _text(value: str | bytes) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("latin-1")
    return value


def _require_few(classes: int) -> None:
    if classes > MAX_CLASSES:
        raise Unusable(
            say("its labels name more than {limit:,} classes.", limit=MAX_CLASSES),
            say("Labels are one number for each picture: the number of its class."),
        )
