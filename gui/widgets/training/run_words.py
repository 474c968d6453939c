"""What a row of the runs' table says when one asks."""

from datetime import datetime

from core.numerals import duration, number, percent
from core.training.run_list import ListedRun
from core.training.run_settings import in_short, network_name
from core.training.unfinished import Unfinished
from core.words import plural, say, tr


def tooltip(run: ListedRun, unfinished: Unfinished | None, is_shown: bool) -> str:
    """All that the row knows, the columns that have no room too, and what can be done."""
    lines = [
        # Without a name of the user's it is called like its pictures.
        tr("{name}, on {pictures}", name=run.name, pictures=run.facts.name) if run.label.name else run.name,
        run.label.note,
        tr("{network}: {settings}", network=network_name(run.facts), settings=in_short(run.facts)),
        _scores(run),
        state_in_full(run, unfinished),
        tr("Pictures: {folder}", folder=run.facts.pictures),
        tr("Kept in: {folder}", folder=run.folder),
        tr("The plots show this run.") if is_shown else tr("Space lays its curves over those in the plots."),
        tr("Double-click or Enter looks inside its best epoch, F2 renames it."),
    ]
    return "\n".join(line for line in lines if line)


def state_in_full(run: ListedRun, unfinished: Unfinished | None) -> str:
    """How the run stands, since when, why, and whether it can go on; a line for each."""
    parts = [tr("{state}, began {when}", state=run.state, when=_when(run.facts.started))]
    reason = run.facts.results.get("reason")
    if run.facts.state == "failed" and isinstance(reason, str):
        parts.append(reason)
    if unfinished is not None and unfinished.epochs_done < unfinished.epochs_planned:
        parts.append(
            tr(
                "It can go on: {done} of {planned} epochs are done.",
                done=unfinished.epochs_done,
                planned=unfinished.epochs_planned,
            )
        )
    return "\n".join(parts)


def _scores(run: ListedRun) -> str:
    scores = run.scores
    epochs = plural(scores.epochs, say("1 epoch"), say("{count:,} epochs", count=scores.epochs))
    if not scores.best_epoch:
        return str(epochs)
    return tr(
        "{epochs} in {time}; best epoch {best}: validation loss {loss}, accuracy {accuracy}",
        epochs=epochs,
        time=duration(scores.seconds),
        best=scores.best_epoch,
        loss=number(scores.val_loss),
        accuracy=percent(scores.val_accuracy),
    )


def _when(started: str) -> str:
    try:
        return datetime.fromisoformat(started).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return started
