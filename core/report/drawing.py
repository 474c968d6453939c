"""Drawings as SVG text, in the colours of the light theme: paper is white. Light.

Only what every reader of SVG knows is used (lines, boxes, circles, text), so that browsers and Qt draw the same.
"""

import unicodedata
from dataclasses import dataclass, field
from html import escape
from typing import Literal

TEXT = "#1D2125"
TEXT2 = "#4F5459"
TEXT3 = "#666A6E"
LINE = "#E1DED7"
EDGE = "#BDB9B0"
GRID = "#ECEAE4"
SUNKEN = "#EFEDE8"
ACCENT = "#17608C"
ACCENT_FAINT = "#9CC3DB"
SECOND = "#BF4A12"

FONTS = "Inter, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"
SMALL_PX = 11

# About how wide a letter is in its size: Latin ones, and those that fill a square.
_LATIN, _SQUARE = 0.6, 1.0

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """A finished drawing of `width` x `height` px. `words` say what it shows to whoever cannot see it; empty where the
    text beside it does."""

    svg: str
    width: int
    height: int
    words: str


@dataclass
class Pen:
    """Puts one shape after the other on a drawing of `width` x `height` px."""

    width: int
    height: int
    _shapes: list[str] = field(default_factory=list)

    def line(self, start: Point, end: Point, colour: str, width: float = 1, dash: str = "") -> None:
        """A straight line."""
        (x1, y1), (x2, y2) = start, end
        self._shapes.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
            f'stroke="{colour}" stroke-width="{_n(width)}"{_dashed(dash)}/>'
        )

    def path(self, points: list[Point], colour: str, width: float = 2, dash: str = "") -> None:
        """A line through points."""
        places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._shapes.append(
            f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{_n(width)}" '
            f'stroke-linejoin="round"{_dashed(dash)}/>'
        )

    def box(self, corner: Point, size: Point, fill: str, radius: float = 0) -> None:
        """A filled box."""
        (x, y), (width, height) = corner, size
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(radius)}" fill="{fill}"/>'
        )

    def circle(self, centre: Point, radius: float, fill: str, edge: str) -> None:
        """A circle with an edge of its own colour."""
        self._shapes.append(
            f'<circle cx="{_n(centre[0])}" cy="{_n(centre[1])}" r="{_n(radius)}" '
            f'fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
        )

    def text(
        self,
        place: Point,
        words: str,
        colour: str = TEXT3,
        anchor: Anchor = "start",
        size: float = SMALL_PX,
        bold: bool = False,
        turned: float = 0,
    ) -> None:
        """Words on one line; `place` is where its base line begins, or is anchored. `turned` in degrees around it."""
        x, y = place
        turn = f' transform="rotate({_n(turned)} {_n(x)} {_n(y)})"' if turned else ""
        weight = ' font-weight="600"' if bold else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" fill="{colour}" font-size="{_n(size)}" text-anchor="{anchor}"'
            f"{weight}{turn}>{escape(plain(words))}</text>"
        )

    def finished(self, words: str) -> Drawing:
        """The drawing as a whole; `words` say what it shows."""
        shapes = "".join(self._shapes)
        label = f'role="img" aria-label="{escape(plain(words))}"' if words else 'aria-hidden="true"'
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" '
            f'height="{self.height}" {label} font-family="{FONTS}">'
            f"{shapes}</svg>"
        )
        return Drawing(svg, self.width, self.height, words)


def plain(words: str) -> str:
    """Words as XML and UTF-8 can hold them, on one line: what no text may contain is shown as a box."""
    return "".join(map(_sayable, words))


def width_of(words: str, size: float = SMALL_PX) -> float:
    """About how wide words are, px."""
    return size * sum(_SQUARE if ord(letter) > 0x2E7F else _LATIN for letter in words)


def fitted(words: str, width: float, size: float = SMALL_PX) -> str:
    """Words that are about `width` px wide at most, shortened in the middle."""
    words = plain(words)
    if width_of(words, size) <= width:
        return words
    kept = len(words)
    while kept > 1:
        kept -= 1
        short = words[: (kept + 1) // 2] + "…" + (words[-(kept // 2) :] if kept // 2 else "")
        if width_of(short, size) <= width:
            return short
    return "…"


def mixed(colour: str, strength: float) -> str:
    """A colour ("#RRGGBB") on white paper at a strength of 0 (white) to 1."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * strength):02X}" for part in parts)


def _sayable(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in "\t\n\r" or category in {"Zl", "Zp"}:
        return " "
    # Controls, bytes that are no Unicode, what stands for no letter, and what would turn the words around.
    is_none = category in {"Cc", "Cs"} or ord(letter) & 0xFFFE == 0xFFFE or letter in _TURNING
    return "\N{REPLACEMENT CHARACTER}" if is_none else letter


def _dashed(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
