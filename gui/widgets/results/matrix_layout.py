"""Where the cells and names of a confusion matrix are."""

from dataclasses import dataclass

LEAST_PITCH_PX = 6
"""Smaller cells cannot be pointed at: from here on the matrix scrolls."""
NUMBER_PITCH_PX = 22
"""A cell as wide and high as this has room for its number."""
LINE_PX = 14
"""A name's line: where cells are lower, only some names have room."""
NAME_GAP_PX = 8
_LARGEST_PITCH_PX = (180, 56)
_LEVEL_FROM_PX = 84
_SHOWN_SHARE = 0.85
"""Names above stay level while so much of the widest, or so many pixels of it, has room."""
_HEAD_PX = 20
_NAMES_AT_MOST_PX = 132
_TURNED_AT_MOST_PX = 96
_NAMES_SHARE = 0.3
_HEIGHT_AT_MOST_PX = 720
_EDGE_PX = 4
"""Free at the right and below, for outlines and names that are larger than their cells."""


@dataclass(frozen=True)
class MatrixLayout:
    """`names_px` is the room for names at the left, `head_px` that above; cells stand `pitch_x` and `pitch_y` apart,
    all in whole pixels, so that edges are sharp. `turned`: the names above are read from below."""

    count: int
    names_px: int
    head_px: int
    pitch_x: int
    pitch_y: int
    turned: bool

    @property
    def gap(self) -> int:
        """Between two cells; none where they are a heat picture."""
        smallest = min(self.pitch_x, self.pitch_y)
        return 3 if smallest >= NUMBER_PITCH_PX else 1 if smallest >= 12 else 0

    @property
    def has_numbers(self) -> bool:
        """Whether cells have room for numbers."""
        return min(self.pitch_x, self.pitch_y) >= NUMBER_PITCH_PX

    @property
    def width(self) -> int:
        """Of everything."""
        return self.names_px + self.count * self.pitch_x + _EDGE_PX

    @property
    def height(self) -> int:
        """Of everything."""
        return self.head_px + self.count * self.pitch_y + _EDGE_PX

    @property
    def every_row(self) -> int:
        """Each so many rows one name has room."""
        return -(-LINE_PX // self.pitch_y)

    @property
    def every_column(self) -> int:
        """Each so many columns one name has room."""
        return -(-LINE_PX // self.pitch_x) if self.turned else 1


def wished_pitch_y(count: int) -> int:
    """How high cells of a matrix of so many classes would like to be."""
    if count <= 3:
        return _LARGEST_PITCH_PX[1]
    if count <= 6:
        return 37
    return max(LEAST_PITCH_PX, 30 if count <= 10 else min(28, 440 // count))


def lay_out(width: int, height: int, count: int, widest_name: int) -> MatrixLayout:
    """Cells as large as the room allows; `widest_name` is in pixels."""
    names = min(widest_name, _NAMES_AT_MOST_PX, int(width * _NAMES_SHARE)) + NAME_GAP_PX
    pitch_x = min(max(LEAST_PITCH_PX, (width - names - _EDGE_PX) // max(1, count)), _LARGEST_PITCH_PX[0])
    turned = pitch_x < min(_SHOWN_SHARE * widest_name, _LEVEL_FROM_PX)
    head = min(widest_name, _TURNED_AT_MOST_PX) + NAME_GAP_PX if turned else _HEAD_PX
    pitch_y = min(max(LEAST_PITCH_PX, (height - head - _EDGE_PX) // max(1, count)), _LARGEST_PITCH_PX[1])
    if min(pitch_x, pitch_y) < NUMBER_PITCH_PX:
        # A heat picture reads best with cells that are not much wider than high.
        pitch_x = min(pitch_x, 2 * pitch_y)
    return MatrixLayout(count, names, head, pitch_x, pitch_y, turned)


def wished_height(count: int, widest_name: int, width: int) -> tuple[int, bool]:
    """What a matrix would like to have below each other at this width, and whether it is wider than that."""
    layout = lay_out(width, 0, count, widest_name)
    height = layout.head_px + count * wished_pitch_y(count) + _EDGE_PX
    return min(height, _HEIGHT_AT_MOST_PX), layout.width > width
