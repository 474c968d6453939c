"""The pixels of a photo, whether it is a file or was pasted. Light."""

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core import images
from core.answers import FittedPicture, Photo, PreviewPicture, SmallPictures
from core.errors import PictureError
from core.framing import Frame
from core.questions import Fit, PhotoQuestion, Preview, Thumbnails

# A table that is scrolled on wants others by then.
_SECONDS_FOR_THUMBNAILS = 0.05


def square(photo: Photo, frame: Frame) -> NDArray[np.uint8]:
    """The photo as a network takes it: size x size x 3, 0-255. Raises PictureError."""
    if photo.file is not None:
        return images.read_square(photo.file, frame.size_px, frame.resize)
    return images.picture_from_pixels(_own_pixels(photo), frame.size_px, frame.resize)


def preview(photo: Photo, longest_px: int) -> NDArray[np.uint8]:
    """The photo upright, its longer side at most `longest_px`. Raises PictureError."""
    if photo.file is not None:
        return images.read_picture(photo.file, longest_px)
    return images.reduced(_own_pixels(photo), longest_px)


def thumbnails(wanted: Sequence[Photo], longest_px: int) -> SmallPictures:
    """The first of these photos, as many as are decoded in a moment, at least one."""
    ends = time.perf_counter() + _SECONDS_FOR_THUMBNAILS
    made: list[NDArray[np.uint8] | None] = []
    for photo in wanted:
        try:
            made.append(preview(photo, longest_px))
        except PictureError:
            made.append(None)
        if time.perf_counter() > ends:
            break
    return SmallPictures(tuple(made))


def _own_pixels(photo: Photo) -> NDArray[np.uint8]:
    assert photo.pixels is not None, "a photo has a file or pixels"
    return photo.pixels


class PhotoReader:
    """Answers what is asked about photos alone."""

    def answer(self, question: PhotoQuestion) -> PreviewPicture | FittedPicture | SmallPictures:
        """Raises PictureError for a photo that cannot be read."""
        match question:
            case Preview(photo, longest_px):
                return PreviewPicture(photo, preview(photo, longest_px))
            case Thumbnails(wanted, longest_px):
                return thumbnails(wanted, longest_px)
            case Fit(photo, frame, longest_px):
                return FittedPicture(photo, frame, square(photo, frame), preview(photo, longest_px))
