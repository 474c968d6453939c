"""Which picture the Inside page looks at: one of the open folder, or one of the user's own."""

from pathlib import Path

from core.answers import Photo
from core.pictures.dataset import Dataset
from core.pictures.split import Split


def photo_of(dataset: Dataset, position: int) -> Photo:
    """A picture of the folder as a photo to look at."""
    path = dataset.path(dataset.pictures[position])
    return Photo(path.name, str(path))


def position_of(dataset: Dataset | None, photo: Photo | None) -> int | None:
    """The photo's position in the folder, where it is one of its pictures."""
    if dataset is None or photo is None or photo.file is None:
        return None
    try:
        file = Path(photo.file).relative_to(dataset.root).as_posix()
    except ValueError:
        return None
    return next((place for place, picture in enumerate(dataset.pictures) if picture.file == file), None)


def folder_class(dataset: Dataset | None, photo: Photo | None) -> str | None:
    """The class that the photo's folder names, where it is one of the open pictures."""
    position = position_of(dataset, photo)
    if dataset is None or position is None:
        return None
    return dataset.class_names[dataset.pictures[position].label]


def stepped(dataset: Dataset, split: Split, now: Photo | None, steps: int) -> Photo:
    """The picture so many steps on from `now` (from the first where that is none of them): those of the test part
    first, then validation, then training, and round again."""
    order = split.unlearned_first().tolist()
    position = position_of(dataset, now)
    place = order.index(position) + steps if position is not None else min(steps, 0)
    return photo_of(dataset, order[place % len(order)])
