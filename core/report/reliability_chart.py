"""How far shares can be believed, as a drawing: what answers said of themselves against how many were right. Light."""

from core.numerals import percent
from core.report.axes import Axes
from core.report.drawing import ACCENT, EDGE, TEXT2, TEXT3, Drawing, Pen, mixed
from core.results.judged import Calibration
from core.words import tr

_BARS = mixed(ACCENT, 0.45)


def reliability_chart(calibration: Calibration, width: int = 300, height: int = 250) -> Drawing:
    """A bar for each bin of calibrated shares: as high as answers were right. On the dashed line they can be
    believed to the letter."""
    pen = Pen(width, height)
    quarters = [percent(step / 4) for step in range(5)]
    axes = Axes(60, 14, width - 24, height - 44, 0.0, 1.0, 1.0)
    axes.draw(pen, quarters, [(step / 4, quarters[step]) for step in range(5)])
    for each in calibration.bins:
        if each.count:
            left, top = axes.place(each.low, each.accuracy)
            right, bottom = axes.place(each.high, 0)
            pen.box((left + 1, top), (right - left - 2, bottom - top), _BARS)
            pen.line((left + 1, top), (right - 1, top), ACCENT, 2)
    pen.line(axes.place(0, 0), axes.place(1, 1), TEXT3, 1, "4 3")
    pen.line((axes.left, axes.bottom), (axes.right, axes.bottom), EDGE)
    middle = (axes.top + axes.bottom) / 2
    pen.text(((axes.left + axes.right) / 2, height - 6), tr("how sure the network said it was"), TEXT2, "middle")
    pen.text((12, middle), tr("how many were right"), TEXT2, "middle", turned=-90)
    return pen.finished(_words(calibration))


def _words(calibration: Calibration) -> str:
    bins = "; ".join(
        tr(
            "{count} answers, {share} sure on average: {accuracy} right",
            count=f"{each.count:,}",
            share=percent(each.share),
            accuracy=percent(each.accuracy),
        )
        for each in calibration.bins
        if each.count
    )
    return tr("Reliability: {bins}", bins=bins or "–")
