"""Files that are not learned from, and files whose name misleads. Light."""

from collections.abc import Iterator
from dataclasses import replace

from core.image_formats import suffix_fits
from core.pictures.dataset import Rejected
from core.pictures.health.checked import Checked
from core.pictures.health.issue import Issue, Mend, good, leaving_out
from core.pictures.scan import IN_NO_CLASS
from core.words import plural, say


def issues(checked: Checked) -> Iterator[Issue]:
    """The lines on files."""
    rejected = checked.dataset.rejected
    loose = [each for each in rejected if each.reason == IN_NO_CLASS]
    unreadable = [each for each in rejected if each.reason != IN_NO_CLASS]
    if unreadable:
        yield _unreadable(unreadable)
    if loose:
        yield _loose(loose)
    if not unreadable:
        yield good("unreadable", say("Every file is a picture that can be read"))
    yield from _misnamed(checked)
    yield from _left_out_files(checked)
    yield from _moved_files(checked)
    yield from _left_out_classes(checked)


def _unreadable(rejected: list[Rejected]) -> Issue:
    count = len(rejected)
    first = rejected[0]
    return Issue(
        "unreadable",
        "error",
        plural(count, say("1 file cannot be read"), say("{count:,} files cannot be read", count=count)),
        plural(
            count,
            say("It is left out. {reason}", reason=first.reason),
            say("They are left out. The first, {file}: {reason}", file=first.file, reason=first.reason),
        ),
        tuple(each.file for each in rejected),
        tuple(each.reason for each in rejected),
    )


def _loose(rejected: list[Rejected]) -> Issue:
    count = len(rejected)
    return Issue(
        "loose",
        "info",
        plural(
            count, say("1 file lies in no class folder"), say("{count:,} files lie in no class folder", count=count)
        ),
        plural(
            count,
            say("It is left out: nothing says what it shows."),
            say("They are left out: nothing says what they show."),
        ),
        tuple(each.file for each in rejected),
        tuple(each.reason for each in rejected),
    )


def _misnamed(checked: Checked) -> Iterator[Issue]:
    fits: dict[tuple[str, str], bool] = {}
    found: list[tuple[str, str]] = []
    for picture, kind in zip(checked.dataset.pictures, checked.prepared.facts.formats.tolist(), strict=True):
        # Asked once for each pair of ending and kind: asking for every file would be felt in the window.
        key = picture.file[-6:].rpartition(".")[2], kind
        if key not in fits:
            fits[key] = suffix_fits(f"x.{key[0]}", kind)
        if not fits[key]:
            found.append((picture.file, kind))
    if not found:
        return
    count = len(found)
    files = tuple(file for file, _ in found)
    yield Issue(
        "misnamed",
        "info",
        plural(
            count,
            say("1 file is not what its name says"),
            say("{count:,} files are not what their names say", count=count),
        ),
        say("Nakami reads what a file holds, whatever its name; other programs may refuse it."),
        files,
        tuple(say("Holds {kind}.", kind=kind) for _, kind in found),
        (leaving_out(files),),
    )


def _left_out_files(checked: Checked) -> Iterator[Issue]:
    out = checked.edits.without_files
    if not out:
        return
    if checked.scanned is None:
        files = tuple(sorted(out))
    else:
        files = tuple(each.file for each in checked.scanned.pictures if each.file in out)
    if not files:
        return
    count = len(files)
    mend = Mend(
        plural(count, say("Take it in again"), say("Take them in again")),
        plural(count, say("1 picture taken in again."), say("{count:,} pictures taken in again.", count=count)),
        lambda edits: edits.taking_in(files),
    )
    yield Issue(
        "left_out",
        "info",
        plural(count, say("1 picture is left out"), say("{count:,} pictures are left out", count=count)),
        say("You left them out of training; on the disk nothing has changed."),
        files,
        mends=(mend,),
    )


def _moved_files(checked: Checked) -> Iterator[Issue]:
    moved = checked.edits.moved
    files = _counting_elsewhere(checked)
    if not files:
        return
    count = len(files)
    back = Mend(
        plural(count, say("Move it back"), say("Move them back")),
        plural(
            count,
            say("1 picture is in the class of its folder again."),
            say("{count:,} pictures are in the classes of their folders again.", count=count),
        ),
        lambda edits: edits.moving_back(files),
    )
    yield Issue(
        "moved",
        "info",
        plural(
            count,
            say("1 picture counts for another class"),
            say("{count:,} pictures count for other classes", count=count),
        ),
        say("You moved them; on the disk nothing has changed."),
        files,
        tuple(say("Counts as “{name}”.", name=checked.edits.name_of(moved[file])) for file in files),
        (back,),
    )


def _counting_elsewhere(checked: Checked) -> tuple[str, ...]:
    """The files that were moved to a class that is still there, and shown as another than that of their folder."""
    moved, name_of = checked.edits.moved, checked.edits.name_of
    if not moved:
        return ()
    home = {}
    if checked.scanned is not None:
        names = checked.scanned.class_names
        home = {each.file: name_of(names[each.label]) for each in checked.scanned.pictures if each.file in moved}
    return tuple(
        each.file
        for position, each in enumerate(checked.dataset.pictures)
        if each.file in moved and checked.class_name(position) == name_of(moved[each.file]) != home.get(each.file)
    )


def _left_out_classes(checked: Checked) -> Iterator[Issue]:
    out = checked.edits.without_classes
    if checked.scanned is not None:
        out = out & {*checked.scanned.class_names, *checked.edits.more_classes}
    if not out:
        return
    names = sorted({checked.edits.name_of(folder) for folder in out})
    count = len(names)
    mend = Mend(
        plural(count, say("Take it in again"), say("Take them in again")),
        plural(
            count,
            say("“{name}” is taken in again.", name=names[0]),
            say("{count:,} classes taken in again.", count=count),
        ),
        lambda edits: replace(edits, without_classes=edits.without_classes - out),
    )
    yield Issue(
        "left_out",
        "info",
        plural(
            count,
            say("The class “{name}” is left out", name=names[0]),
            say("{count:,} classes are left out: {names}", count=count, names=", ".join(names)),
        ),
        say("The network will not know it; on the disk nothing has changed."),
        mends=(mend,),
    )
