"""Reading what NumPy pickles of an array of objects, without Python's unpickler. Light.

`np.load(allow_pickle=True)` runs whatever a file asks for. This machine knows only what a pickle of arrays is made of:
numbers, text, bytes, lists, and the few names by which NumPy puts an array together. None of these is called: they
are signs, and an array is made when its shape, kind and bytes are all there and agree. Bytes are views of the file, so
neither a large file nor a large number in a small one takes memory.
"""

import codecs
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.control import Control
from core.pictures.arrays.pickled_names import KNOWN, NAME_BYTES, Blank, Kind, Name, filled, plain_text
from core.pictures.arrays.unusable import Unusable, cut_off, damaged
from core.words import say

# A picture that is pickled by itself takes some 25 steps: a hundred thousand of them pass. No step takes longer than
# the bytes that it reads, or the values put down for it alone: what is recalled is looked at in part.
MAX_STEPS = 3_000_000
# How often a wish to stop is looked at.
_STEPS_PER_CHECK = 5_000
# The longest state of NumPy's has nine values.
MAX_ARGUMENTS = 10
# Python fills lists a thousand elements at a time.
MAX_STACK = 20_000
# Pixels that were saved as text (pickle protocol 2, NumPy before 1.16) have to be decoded into memory.
MAX_DECODED_BYTES = 2_000_000_000

# Numbers are given in their order; Python 2 began with 1.
_MOST_SKIPPED = 16
_SHORT_TEXT_BYTES = 4096
_DECODED_AT_ONCE = 1 << 20


@dataclass(slots=True, eq=False)
class _LongText:
    """Text that is decoded, once, only when it turns out to be pixels."""

    data: memoryview
    decoded: bytearray | None = None


def read_pickle(view: memoryview, start: int, control: Control) -> tuple[Any, int]:
    """The value that is pickled in `view` from `start` on, and where its pickle ends.

    The value is made of arrays of numbers or text (views), Objects, lists, dicts, numbers, short text and bytes; None
    stands for what else is harmless. Raises Unusable, MemoryError, Stopped.
    """
    machine = _Machine(view, start, control)
    try:
        return machine.run(), machine.at
    except (IndexError, KeyError, ValueError, TypeError, struct.error, OverflowError) as error:
        raise damaged() from error


class _Machine:
    """Pickle's stack, marks and memo, and what each operation does with them."""

    def __init__(self, view: memoryview, start: int, control: Control) -> None:
        self.at = start
        self._view = view
        self._control = control
        self._stack: list[Any] = []
        self._marks: list[int] = []
        self._memo: list[Any] = []
        self._decoded_bytes = 0

    def run(self) -> Any:
        """Carry out operations until the last, which gives the value."""
        for step in range(MAX_STEPS):
            if step % _STEPS_PER_CHECK == 0:
                self._control.check()
            if self.at >= len(self._view):
                raise cut_off()
            code = self._view[self.at]
            self.at += 1
            if code == _STOP:
                return _finished(self._stack.pop())
            if code in _MAKES_OBJECTS:
                raise Unusable(say("it holds objects of a program, not arrays of numbers."))
            _OPERATIONS[code](self)
            if len(self._stack) > MAX_STACK or len(self._marks) > MAX_STACK:
                raise damaged()
        raise Unusable(
            say("it is made of too many single pieces."),
            say("Save the pictures as one array of numbers, not as a list of arrays."),
        )

    # Bytes of the file

    def take(self, count: int) -> memoryview:
        end = self.at + count
        if end > len(self._view):
            raise cut_off()
        taken = self._view[self.at : end]
        self.at = end
        return taken

    def number(self, form: str) -> Any:
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def line(self) -> str:
        window = bytes(self._view[self.at : self.at + NAME_BYTES])
        length = window.index(b"\n")
        self.at += length + 1
        return window[:length].decode()

    # Operations

    def push(self, value: Any) -> None:
        self._stack.append(value)

    def pop(self, count: int) -> list[Any]:
        if count > len(self._stack):
            raise damaged()
        start = len(self._stack) - count
        items = self._stack[start:]
        del self._stack[start:]
        return items

    def mark(self) -> None:
        self._marks.append(len(self._stack))

    def since_mark(self) -> list[Any]:
        return self.pop(len(self._stack) - self._marks.pop())

    def remember(self, number: int | None = None) -> None:
        number = len(self._memo) if number is None else number
        if number > len(self._memo) + _MOST_SKIPPED:
            raise damaged()
        self._memo += [None] * (number + 1 - len(self._memo))
        self._memo[number] = self._stack[-1]

    def recall(self, number: int) -> None:
        self._stack.append(self._memo[number])

    def long(self) -> None:
        data = self.take(self.number("<B"))
        if len(data) > 8:
            raise damaged()
        self.push(int.from_bytes(data, "little", signed=True))

    def text(self, form: str) -> None:
        data = self.take(self.number(form))
        is_short = len(data) <= _SHORT_TEXT_BYTES
        self.push(str(data, "utf-8", "surrogatepass") if is_short else _LongText(data))

    def append(self, items: list[Any]) -> None:
        target = self._stack[-1]
        if not isinstance(target, list):
            raise damaged()
        target.extend(map(_finished, items))

    def set_items(self, items: list[Any]) -> None:
        target = self._stack[-1]
        if not isinstance(target, dict):
            raise damaged()
        for key, value in zip(items[::2], items[1::2], strict=True):
            target[plain_text(key)] = _finished(value)

    def name(self, module: Any, name: Any) -> None:
        wanted = f"{plain_text(module)} {plain_text(name)}"
        if wanted not in KNOWN:
            raise _strange(wanted.replace(" ", "."))
        self.push(KNOWN[wanted])

    def reduce(self) -> None:
        asked, given = self.pop(2)
        if asked not in _MADE or not isinstance(given, tuple) or len(given) > MAX_ARGUMENTS:
            raise damaged()
        self.push(_MADE[asked](self, *given))

    def build(self) -> None:
        (state,) = self.pop(1)
        target = self._stack[-1]
        if not isinstance(state, tuple) or len(state) > MAX_ARGUMENTS:
            raise damaged()
        if isinstance(target, Kind):
            _version, order, inner, names, fields, *_ = state
            if (inner, names, fields) != (None, None, None):
                raise damaged()
            target.order = plain_text(order)
        elif isinstance(target, Blank) and target.made is None:
            _version, shape, kind, is_fortran, data = state
            target.made = filled(shape, kind, bool(is_fortran), data)
        else:
            raise damaged()

    def encode(self, text: Any, encoding: Any) -> memoryview | bytearray:
        if plain_text(encoding) not in ("latin1", "latin-1"):
            raise damaged()
        if isinstance(text, str):
            self._will_decode(len(text))
            return memoryview(text.encode("latin-1"))
        if not isinstance(text, _LongText):
            raise damaged()
        if text.decoded is None:
            self._will_decode(len(text.data))
            text.decoded = _latin(text.data)
        return text.decoded

    def _will_decode(self, byte_count: int) -> None:
        self._decoded_bytes += byte_count
        if self._decoded_bytes > len(self._view):
            raise damaged()  # the same text again and again
        if self._decoded_bytes > MAX_DECODED_BYTES:
            raise Unusable(
                say("it holds more than {limit} GB in Python 2’s way.", limit=MAX_DECODED_BYTES // 10**9),
                say("Load it with today’s NumPy and save it anew."),
            )


def _reconstruct(_machine: _Machine, kind: Any, _shape: Any, _letter: Any) -> Blank:
    if kind is not Name.ARRAY:
        raise damaged()
    return Blank()


# What becomes of a name and the values it is given. Shapes and kinds stay claims until the bytes are there.
_MADE: dict[Any, Callable[..., Any]] = {
    Name.RECONSTRUCT: _reconstruct,
    Name.KIND: lambda _machine, description, *_: Kind(plain_text(description)),
    Name.FROM_BUFFER: lambda _machine, data, kind, shape, order: filled(shape, kind, plain_text(order) == "F", data),
    Name.SCALAR: lambda _machine, kind, data: filled((), kind, False, data),
    Name.ENCODE: _Machine.encode,
    Name.BYTES: lambda _machine: memoryview(b""),
}


def _finished(value: Any) -> Any:
    """A value on the stack as others may have it."""
    if isinstance(value, Blank):
        return value.made
    return None if isinstance(value, Name | Kind | _LongText | tuple) else value


def _latin(data: memoryview) -> bytearray:
    """Bytes that were written as the text of the same code points."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    found = bytearray()
    for start in range(0, len(data), _DECODED_AT_ONCE):
        piece = bytes(data[start : start + _DECODED_AT_ONCE])
        found += decoder.decode(piece, start + len(piece) == len(data)).encode("latin-1")
    return found


def _strange(name: str) -> Unusable:
    return Unusable(
        say("it holds more than arrays: opening it would run “{name}”.", name=ascii(name[:60])[1:-1]),
        say("Nakami runs nothing that is in a file. Save the four arrays of numbers alone."),
    )


_STOP = ord(".")
# INST, OBJ, NEWOBJ, NEWOBJ_EX, PERSID, BINPERSID, EXT1, EXT2, EXT4: whatever the file asks for.
_MAKES_OBJECTS = b"io\x81\x92PQ\x82\x83\x84"

# Pickle's operations of protocols 2 to 5, as far as arrays need them; pickletools documents each.
_OPERATIONS: dict[int, Callable[[_Machine], None]] = {
    0x80: lambda m: m.take(1).release(),  # the protocol's number
    0x95: lambda m: m.take(8).release(),  # how much to read ahead
    ord("("): _Machine.mark,
    ord("0"): lambda m: m.pop(1).clear(),
    ord("1"): lambda m: m.since_mark().clear(),
    ord("N"): lambda m: m.push(None),
    0x88: lambda m: m.push(True),
    0x89: lambda m: m.push(False),
    ord("J"): lambda m: m.push(m.number("<i")),
    ord("K"): lambda m: m.push(m.number("<B")),
    ord("M"): lambda m: m.push(m.number("<H")),
    0x8A: _Machine.long,
    ord("G"): lambda m: m.push(m.number(">d")),
    ord("C"): lambda m: m.push(m.take(m.number("<B"))),
    ord("B"): lambda m: m.push(m.take(m.number("<I"))),
    0x8E: lambda m: m.push(m.take(m.number("<Q"))),
    0x96: lambda m: m.push(m.take(m.number("<Q"))),
    ord("U"): lambda m: m.push(m.take(m.number("<B"))),  # Python 2's str: bytes or text, as its user takes it
    ord("T"): lambda m: m.push(m.take(m.number("<I"))),
    0x8C: lambda m: m.text("<B"),
    ord("X"): lambda m: m.text("<I"),
    0x8D: lambda m: m.text("<Q"),
    ord(")"): lambda m: m.push(()),
    0x85: lambda m: m.push(tuple(m.pop(1))),
    0x86: lambda m: m.push(tuple(m.pop(2))),
    0x87: lambda m: m.push(tuple(m.pop(3))),
    ord("t"): lambda m: m.push(tuple(m.since_mark())),
    ord("]"): lambda m: m.push([]),
    ord("l"): lambda m: m.push(list(map(_finished, m.since_mark()))),
    ord("a"): lambda m: m.append(m.pop(1)),
    ord("e"): lambda m: m.append(m.since_mark()),
    ord("}"): lambda m: m.push({}),
    ord("s"): lambda m: m.set_items(m.pop(2)),
    ord("u"): lambda m: m.set_items(m.since_mark()),
    ord("c"): lambda m: m.name(m.line(), m.line()),
    0x93: lambda m: m.name(*m.pop(2)),
    ord("R"): _Machine.reduce,
    ord("b"): _Machine.build,
    ord("q"): lambda m: m.remember(m.number("<B")),
    ord("r"): lambda m: m.remember(m.number("<I")),
    0x94: _Machine.remember,
    ord("h"): lambda m: m.recall(m.number("<B")),
    ord("j"): lambda m: m.recall(m.number("<I")),
}
