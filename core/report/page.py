"""A report as a page of HTML that needs nothing beside itself. Heavy: imports Jinja."""

import base64
import math
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.numerals import duration
from core.report.drawing import Drawing, plain
from core.report.facts import ReportFacts
from core.report.photos import PHOTO_PX
from core.report.sections import sections
from core.words import tr

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "report"

Medium = Literal["screen", "paper"]


def as_page(facts: ReportFacts, medium: Medium = "screen") -> str:
    """The whole report as HTML: for browsers, or in the simple kind that the writer of PDF lays out on paper.

    Names of classes and files are escaped, and nothing is fetched: photos and drawings are part of the page.
    """
    # Whatever a template prints is escaped, but for the page's own style and drawings.
    environment = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    return environment.get_template("page.html.jinja").render(
        # Translated as the language's own code: fonts and screen readers go by it.
        language=tr("en"),
        medium=medium,
        style=Markup((FOLDER / f"{medium}.css").read_text(encoding="utf-8")),
        program=tr("Nakami, report of a training"),
        name=facts.name,
        note=facts.note,
        facts=_facts(facts),
        sections=sections(facts),
        picture=_picture,
        photo_px=PHOTO_PX,
    )


def _facts(facts: ReportFacts) -> list[str]:
    started = facts.run.started.replace("T", " ")[:16]
    seconds = math.fsum(each.seconds for each in facts.history)
    return [
        tr("trained {started} in {duration}", started=started, duration=duration(seconds)),
        tr("state: {state}", state=facts.state),
        tr("report of {written}", written=facts.written),
    ]


def _picture(drawing: Drawing, medium: Medium) -> Markup:
    """A drawing within the page; on paper as a picture, because what lays it out knows no drawings in between."""
    if medium == "screen":
        return Markup(drawing.svg)
    data = base64.b64encode(drawing.svg.encode()).decode()
    return Markup('<img src="data:image/svg+xml;base64,{}" width="{}" height="{}">').format(
        data, drawing.width, drawing.height
    )


def _clean(value: object) -> object:
    """What is printed, without what no page may contain: names of files may hold anything."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
