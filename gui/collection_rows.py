"""The classes of a collection as rows: folders under the names that the user gave them."""

from core.pictures.dataset import Dataset
from core.pictures.edits import Edits
from gui.widgets.pictures.class_row import ClassRow


def class_rows(found: Dataset, dataset: Dataset, edits: Edits) -> list[ClassRow]:
    """A row for each class by name, those that are left out at the end. `found`: all that there is; `dataset`: what
    `edits` leave of it."""
    used: dict[str, list[str]] = {}
    left_out: dict[str, list[str]] = {}
    # A class that was added may have got photos, and then is among those that were found.
    for folder in dict.fromkeys((*found.class_names, *edits.more_classes)):
        group = left_out if folder in edits.without_classes else used
        group.setdefault(edits.name_of(folder), []).append(folder)
    counts, total = dataset.counts, max(1, len(dataset.pictures))
    rows = [
        ClassRow(name, counts.get(name, 0), counts.get(name, 0) / total, tuple(folders))
        for name, folders in sorted(used.items())
    ]
    return rows + [
        ClassRow(name, sum(found.counts.get(folder, 0) for folder in folders), 0.0, tuple(folders), is_left_out=True)
        for name, folders in sorted(left_out.items())
    ]


def free_folder(name: str, found: Dataset, edits: Edits) -> str:
    """The folder of a new class: its name, or with a number where a folder that is shown under another has it."""
    taken = {*found.class_names, *edits.more_classes}
    folder, number = name, 2
    while folder in taken:
        folder, number = f"{name} ({number})", number + 1
    return folder
