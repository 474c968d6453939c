"""The sections of a report after its summary: what the network learned, mixes up and gets wrong, and how it was made.
Light."""

import math
from collections.abc import Callable, Sequence

from core.numerals import number, percent
from core.pictures.dataset import PARTS, Part
from core.report.blocks import Block, Drawings, Pairs, Photo, Photos, Section, Table, Words, run_on
from core.report.curves_chart import curves_chart
from core.report.drawing import ACCENT_FAINT, SUNKEN, Drawing, Pen
from core.report.facts import Mistake, ReportFacts, confused_pairs
from core.report.matrix_chart import MOST_NAMED, matrix_chart
from core.report.overview import PART_NAMES, overview
from core.report.photos import as_data_uri
from core.report.reliability_chart import reliability_chart
from core.results.judged import ClassScores, Summary
from core.results.wording import (
    calibration_in_words,
    error_in_words,
    strange_in_words,
    threshold_in_words,
    weakest_in_words,
)
from core.training.run_settings import all_settings, enumerated
from core.words import plural, say, tr

_MOST_PAIRS = 8
_MOST_LEFT_OUT = 40
_FIGURE_SPACE = "\N{FIGURE SPACE}"


def sections(facts: ReportFacts) -> tuple[Section, ...]:
    """The whole report. What the run has not got has no section."""
    makers: Sequence[Callable[[ReportFacts], Section | None]] = (
        overview,
        _curves,
        # Before the matrix: on paper a table may go on overleaf, a drawing may not.
        _classes,
        _matrix,
        _mistakes,
        _calibration,
        _settings,
        _data,
        _left_out,
    )
    return tuple(section for make in makers if (section := make(facts)) is not None)


def _summary(facts: ReportFacts) -> Summary | None:
    if facts.results is None or facts.main is None:
        return None
    return facts.results.summaries[facts.main]


def _curves(facts: ReportFacts) -> Section | None:
    if not facts.history:
        return None
    drawings = tuple(curves_chart(facts.history, kind) for kind in ("loss", "accuracy"))
    explained = tr(
        "Where the dashed line turns away from the solid one, the network begins to learn its pictures by heart. What "
        "counts is the best epoch: the one with the lowest validation loss."
    )
    return Section(tr("How it learned"), (Drawings(drawings), Words(explained, is_quiet=True)))


def _matrix(facts: ReportFacts) -> Section | None:
    summary = _summary(facts)
    if summary is None or facts.results is None:
        return None
    names = facts.results.class_names
    blocks: list[Block] = [Drawings((matrix_chart(summary.confusion, names),))]
    if len(names) > MOST_NAMED:
        blocks.append(Words(tr("The classes are numbered as in the table “Class by class”."), is_quiet=True))
    said = [tr("{note}.", note=weakest_in_words(summary))]
    pairs = [
        tr("{truth} taken for {answer} ({count}×)", truth=names[i], answer=names[j], count=f"{count:,}")
        for i, j, count in confused_pairs(summary.confusion, _MOST_PAIRS)
    ]
    if pairs:
        said.append(tr("Most often: {pairs}.", pairs=enumerated(pairs)))
    blocks.append(Words(run_on(said)))
    return Section(tr("What was taken for what"), tuple(blocks), _on_part(facts.main))


def _classes(facts: ReportFacts) -> Section | None:
    summary = _summary(facts)
    if summary is None:
        return None
    head = (tr("Class"), tr("Precision"), tr("Recall"), tr("F1"), tr("Pictures"))
    is_numbered = len(summary.classes) > MOST_NAMED
    rows, bars = [], []
    for place, scores in enumerate(summary.classes, 1):
        rows.append(_class_row(scores, f"{place}  {scores.name}" if is_numbered else scores.name))
        bars.append((None, _bar(scores.precision), _bar(scores.recall), None, None))
    explained = tr(
        "Precision: how many of the answers with this name were right. Recall: how many of the class's pictures were "
        "found. F1 is the harmonic mean of both."
    )
    return Section(
        tr("Class by class"), (Table(head, rows, bars), Words(explained, is_quiet=True)), _on_part(facts.main)
    )


def _class_row(scores: ClassScores, name: str) -> list[str]:
    return [name, _beside_bar(scores.precision), _beside_bar(scores.recall), number(scores.f1), f"{scores.support:,}"]


def _beside_bar(share: float) -> str:
    """A share as wide as any other, so that bars stand below each other."""
    return percent(share).rjust(len(percent(1.0)), _FIGURE_SPACE)


def _bar(share: float) -> Drawing | None:
    """A share (0-1) as a bar as high as a small letter; the number stands beside it."""
    if math.isnan(share):
        return None
    pen = Pen(48, 8)
    pen.box((0, 1), (48, 5), SUNKEN, 2)
    if share:
        pen.box((0, 1), (48 * share, 5), ACCENT_FAINT, 2)
    return pen.finished("")


def _mistakes(facts: ReportFacts) -> Section | None:
    summary = _summary(facts)
    if summary is None:
        return None
    title = tr("Worst mistakes")
    if not facts.mistakes:
        return Section(title, (Words(tr("There is none: every picture was named right.")),), _on_part(facts.main))
    wrong = summary.count - summary.right
    shown = tr("largest loss first; {shown} of {count}", shown=f"{len(facts.mistakes):,}", count=f"{wrong:,}")
    return Section(title, (Photos([_photo(each) for each in facts.mistakes]),), shown)


def _photo(mistake: Mistake) -> Photo:
    return Photo(
        source=as_data_uri(mistake.pixels) if mistake.pixels is not None else "",
        truth=mistake.truth,
        answer=mistake.answer,
        numbers=tr("{share}, loss {loss}", share=percent(mistake.share), loss=number(mistake.loss)),
        file=mistake.file,
    )


def _calibration(facts: ReportFacts) -> Section | None:
    calibration = facts.results.calibration if facts.results is not None else None
    if facts.results is None or calibration is None:
        return None
    words = [
        tr(
            "If every bar ended on the dashed line, the network could be taken at its word: of 100 answers that it is "
            "80 % sure of, 80 would be right."
        ),
        str(calibration_in_words(calibration)),
        str(error_in_words(calibration)),
        str(threshold_in_words(calibration)),
    ]
    if math.isfinite(facts.results.strange):
        words.append(str(strange_in_words(facts.results.strange)))
    part = _on_part(calibration.part)
    return Section(
        tr("How far it can be believed"),
        (Drawings((reliability_chart(calibration),), words),),
        tr("{part}, after scaling by temperature {value}", value=number(calibration.temperature), part=part),
    )


def _settings(facts: ReportFacts) -> Section:
    elsewhere = {"pictures", "class_names", "seed"}
    shown = [each for each in all_settings(facts.run) if each.key not in elsewhere and not _is_version(each.key)]
    return Section(tr("Settings"), (Pairs([(str(each.name), each.value) for each in shown]),))


def _is_version(key: str) -> bool:
    return key.startswith("version of ")


def _data(facts: ReportFacts) -> Section:
    run = facts.run
    settings = {each.key: (str(each.name), each.value) for each in all_settings(run)}
    sizes = enumerated(
        tr("{part} {count}", part=PART_NAMES[part], count=f"{facts.sizes[part]:,}")
        for part in PARTS
        if part in facts.sizes
    )
    pairs = [
        settings["pictures"],
        (tr("Split"), sizes or tr("lost")),
        settings["seed"],
        (tr("Fingerprint of the names"), run.fingerprint or "–"),
        (tr("Fingerprint of the files"), run.contents or "–"),
        *(value for key, value in settings.items() if _is_version(key)),
    ]
    explained = tr(
        "Runs with the same fingerprints learned from the same pictures. Whoever wants to repeat this training takes "
        "these pictures, this seed, the settings above and these versions."
    )
    return Section(tr("Pictures and versions"), (Pairs(pairs), Words(explained, is_quiet=True)))


def _left_out(facts: ReportFacts) -> Section | None:
    count = len(facts.left_out)
    if not count:
        return None
    head = (tr("File"), tr("Reason"))
    rows = [(file, str(reason)) for file, reason in facts.left_out[:_MOST_LEFT_OUT]]
    blocks: list[Block] = [Table(head, rows, is_words=True)]
    if count > len(rows):
        more = count - len(rows)
        blocks.append(Words(str(plural(more, say("And 1 more."), say("And {count:,} more.", count=more))), True))
    return Section(tr("Left out"), tuple(blocks), tr("these files say nothing in this report"))


def _on_part(part: Part | None) -> str:
    match part:
        case "test":
            return tr("on the test pictures")
        case "validation":
            return tr("on the validation pictures")
        case _:
            return tr("on the training pictures")
