"""Pictures that travel within a page. Light."""

import base64
import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PHOTO_PX = 104
"""The side at which a page shows a picture."""

# Twice as many pixels, so that they are sharp on paper.
_SIDE_PX = 2 * PHOTO_PX
_QUALITY = 88


def as_data_uri(pixels: NDArray[np.uint8]) -> str:
    """Pixels (size x size x 3) as an address that is the picture itself. Small ones are enlarged smoothly here:
    readers of PDF would show blocks."""
    picture = Image.fromarray(pixels).resize((_SIDE_PX, _SIDE_PX), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY)
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
