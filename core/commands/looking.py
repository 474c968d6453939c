"""`explain` and `activations`: what happens inside of a network for one photo. Light until they begin."""

import argparse
from pathlib import Path

from core.answers import Insight, Photo
from core.commands.output import print_json
from core.commands.progress import load_engine, progress_bar
from core.commands.status import OK, Commands
from core.errors import PictureError, storage_error
from core.words import say, tr


def add_to(commands: Commands) -> None:
    """Add the subcommands."""
    explain = commands.add_parser("explain", help=tr("how one number of a layer came about"))
    activations = commands.add_parser("activations", help=tr("write what every layer makes of a photo as pictures"))
    for each in (explain, activations):
        each.add_argument("model", type=Path, metavar="MODEL_OR_RUN")
        each.add_argument("photo", metavar="PHOTO")
    explain.add_argument("--layer", required=True, metavar="NAME")
    explain.add_argument(
        "--at",
        required=True,
        type=_cell,
        metavar="ROW,COLUMN,CHANNEL",
        help=tr("which number of the layer, counted from 0; one index for a vector"),
    )
    explain.set_defaults(command=_explain)
    activations.add_argument("--to", required=True, type=Path, metavar="DIR", help=tr("the folder to write to"))
    activations.add_argument(
        "--common-scale",
        action="store_true",
        help=tr("the same colours for the same values in all channels of a layer"),
    )
    activations.add_argument("--values", choices=("csv", "npy"), help=tr("write the values as well"))
    activations.set_defaults(command=_activations)
    for each in (explain, activations):
        each.add_argument("--json", action="store_true", help=tr("results as JSON, for programs"))


def _cell(text: str) -> tuple[int, ...]:
    parts = text.split(",")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        raise argparse.ArgumentTypeError(tr("whole numbers with commas between are needed, not “{value}”", value=text))
    return tuple(map(int, parts))


def _explain(options: argparse.Namespace) -> int:
    from core.commands.explained import as_facts
    from core.commands.explained_text import as_text
    from core.inside.arithmetic import explain

    insight, class_names = _look(options)
    explanation = explain(insight, options.layer, options.at)
    if options.json:
        print_json(as_facts(explanation, insight, class_names))
    else:
        print(as_text(explanation, insight, class_names))
    return OK


def _activations(options: argparse.Namespace) -> int:
    from core.inside.export import write_picture, write_values

    insight, _ = _look(options)
    folder: Path = options.to
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, say("The folder {folder} cannot be made.", folder=folder)) from error
    digits = max(2, len(str(len(insight.outputs))))
    written = []
    for number, output in enumerate(insight.outputs, start=1):
        stem = f"{number:0{digits}}-{_safe(output.name)}"
        files = [folder / f"{stem}.png"]
        write_picture(files[0], output, options.common_scale)
        if options.values is not None:
            files.append(folder / f"{stem}.{options.values}")
            write_values(files[1], output)
        written.append({"layer": output.name, "kind": output.kind, "shape": list(output.values.shape)})
        written[-1]["files"] = [str(file) for file in files]
        if not options.json:
            print(*files, sep="\n", flush=True)
    if options.json:
        print_json({"file": options.photo, "label": insight.answer.label, "layers": written})
    return OK


def _look(options: argparse.Namespace) -> tuple[Insight, tuple[str, ...]]:
    """What every layer makes of the photo, and the names of the classes."""
    with progress_bar() as progress:
        load_engine(progress)
        from core import photos
        from core.inside.looking import Looker
        from core.network.store import open_model

        opened = open_model(options.model)
        photo = Photo(Path(options.photo).name, options.photo)
        try:
            pixels = photos.square(photo, opened.frame)
        except PictureError as error:
            raise PictureError(say("{file}: {reason}", file=options.photo, reason=error.what), error.hint) from error
        looker = Looker(opened.model, opened.class_names, opened.frame.size_px)
        return looker.look(photo, pixels), opened.class_names


def _safe(name: str) -> str:
    """A layer's name as a part of a file's name, on every system."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name)[:80]
