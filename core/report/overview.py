"""The first section of a report: what the network can do, in words and numbers. Light."""

import math
from collections.abc import Iterator, Mapping

from core.numerals import number, percent
from core.pictures.dataset import PARTS, Part
from core.report.blocks import Block, Section, Table, Tile, Tiles, Words, run_on
from core.report.facts import ReportFacts
from core.results.judged import Summary
from core.results.wording import baseline_in_words, interval_in_words, overfitting_in_words
from core.training.run_settings import network_name
from core.words import Sentence, plural, say, tr

PART_NAMES: dict[Part, Sentence] = {
    "training": say("Training"),
    "validation": say("Validation"),
    "test": say("Test"),
}


def overview(facts: ReportFacts) -> Section:
    """What the network can do."""
    return Section(tr("Summary"), tuple(_blocks(facts)))


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    results = facts.results
    if results is None or facts.main is None:
        yield Words(_task(facts))
        yield Words(run_on(_why_missing(facts)))
        yield from _kept_numbers(facts)
        return
    summary = results.summaries[facts.main]
    yield Words(run_on((_task(facts), *_meaning(facts, summary))))
    yield Tiles(_tiles(facts.main, results.summaries))
    yield _parts(facts)
    sampled = [_sampled(part, count, facts) for part, count in results.sampled.items()]
    if sampled:
        yield Words(run_on(sampled), is_quiet=True)


def _task(facts: ReportFacts) -> str:
    said = [
        tr(
            "This network ({network}) tells {count} classes apart.",
            network=network_name(facts.run),
            count=f"{len(facts.run.class_names):,}",
        )
    ]
    if facts.history:
        epochs = len(facts.history)
        length = plural(epochs, say("1 epoch"), say("{count:,} epochs", count=epochs))
        training = facts.sizes.get("training", 0)
        if training:
            said.append(tr("It learned for {length} from {count} pictures.", length=length, count=f"{training:,}"))
        else:
            said.append(tr("It learned for {length}.", length=length))
    return run_on(said)


def _meaning(facts: ReportFacts, summary: Summary) -> Iterator[str]:
    values = {"right": f"{summary.right:,}", "count": f"{summary.count:,}"}
    match facts.main:
        case "test":
            yield tr(
                "Of {count} test pictures that training never saw, it named {right} right.",
                **values,
            )
        case "validation":
            yield tr(
                "There are no test pictures. Of {count} validation pictures, by which the best epoch was chosen, it "
                "named {right} right.",
                **values,
            )
        case _:
            yield tr(
                "There are neither test nor validation pictures. Of {count} pictures that it learned from, it named "
                "{right} right.",
                **values,
            )
    assert facts.results is not None, "asked for where there are results"
    if facts.main != "training":
        yield str(interval_in_words(summary))
    yield str(baseline_in_words(summary))
    overfitting = overfitting_in_words(facts.results.summaries)
    if overfitting is not None:
        yield str(overfitting)


def _tiles(part: Part, summaries: Mapping[Part, Summary]) -> tuple[Tile, ...]:
    summary = summaries[part]
    low, high = summary.interval
    accuracy = {
        "training": tr("Training accuracy"),
        "validation": tr("Validation accuracy"),
        "test": tr("Test accuracy"),
    }
    loss = {"training": tr("Training loss"), "validation": tr("Validation loss"), "test": tr("Test loss")}
    beside: Part = "validation" if part == "test" else "training"
    other = summaries.get(beside)
    compared = tr("{part} {loss}", part=PART_NAMES[beside], loss=number(other.loss)) if other and beside != part else ""
    in_top3 = f"{round(summary.top3_accuracy * summary.count):,}"
    top3 = tr("{right} of {count}", right=in_top3, count=f"{summary.count:,}")
    return (
        Tile(accuracy[part], percent(summary.accuracy), tr("{low} to {high}", low=percent(low), high=percent(high))),
        Tile(loss[part], number(summary.loss), compared),
        Tile(tr("Right in the top 3"), percent(summary.top3_accuracy), top3),
        Tile(tr("By guessing alone"), percent(summary.baseline), tr("always the largest class")),
    )


def _parts(facts: ReportFacts) -> Table:
    assert facts.results is not None, "asked for where there are results"
    head = (
        tr("Part"),
        tr("Pictures"),
        tr("Right"),
        tr("Accuracy"),
        tr("95 % interval"),
        tr("Balanced"),
        tr("Top 3"),
        tr("Loss"),
    )
    summaries = facts.results.summaries
    rows = [_part_row(str(PART_NAMES[part]), summaries[part]) for part in PARTS if part in summaries]
    return Table(head, rows)


def _part_row(name: str, summary: Summary) -> list[str]:
    low, high = summary.interval
    return [
        name,
        f"{summary.count:,}",
        f"{summary.right:,}",
        percent(summary.accuracy, 1),
        tr("{low} to {high}", low=percent(low, 1), high=percent(high, 1)),
        percent(summary.balanced_accuracy, 1),
        percent(summary.top3_accuracy, 1),
        number(summary.loss, 3),
    ]


def _sampled(part: Part, count: int, facts: ReportFacts) -> str:
    assert facts.results is not None, "asked for where there are results"
    return tr(
        "{part}: a random sample of {asked} of {count} pictures was asked.",
        part=PART_NAMES[part],
        asked=f"{facts.results.summaries[part].count:,}",
        count=f"{count:,}",
    )


def _why_missing(facts: ReportFacts) -> Iterator[str]:
    yield tr("There are no results on pictures in this report.")
    if facts.missing is not None:
        yield str(facts.missing)
    if _kept(facts):
        yield tr("These are the numbers that the run itself wrote down.")


def _kept_numbers(facts: ReportFacts) -> Iterator[Block]:
    tiles = [Tile(str(_KEPT[key]), _kept_text(key, value), "") for key, value in _kept(facts).items()]
    if tiles:
        yield Tiles(tiles)


_KEPT = {
    "test_accuracy": say("Test accuracy"),
    "test_loss": say("Test loss"),
    "val_accuracy": say("Validation accuracy"),
    "val_loss": say("Validation loss"),
}


def _kept(facts: ReportFacts) -> dict[str, float]:
    """What `run.json` says of the best epoch."""
    written = {key: facts.run.results.get(key) for key in _KEPT}
    return {key: float(value) for key, value in written.items() if isinstance(value, float) and math.isfinite(value)}


def _kept_text(key: str, value: float) -> str:
    return percent(value) if key.endswith("accuracy") else number(value)
