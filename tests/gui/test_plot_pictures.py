"""Curves saved as pictures: PNG at twice the size, SVG of lines and letters."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from core.errors import StorageError
from gui import theme
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Overlay, PlotOptions
from gui.widgets.training.plot_pictures import GAP_PX, PADDING_PX, save_plots
from gui.widgets.training.plot_view import PlotView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def plots(qtbot: QtBot) -> list[CurvePlot]:
    made = [CurvePlot("Loss", "loss"), CurvePlot("Accuracy", "accuracy")]
    for plot in made:
        qtbot.addWidget(plot)
        plot.resize(400, 240)
        plot.reset(10)
        plot.add_batches(np.arange(1, 401) / 40, np.random.default_rng(2).random(400))
        for epoch in range(1, 11):
            plot.add_epoch(epoch, 1 - epoch / 20, 1 - epoch / 25)
        plot.set_best(10, 0.6)
        plot.set_overlays([Overlay("run <1> & 2", np.linspace(0.9, 0.2, 10), np.linspace(0.9, 0.5, 10))])
    return made


def paths(svg: Path) -> list[str]:
    return re.findall(r'points="([^"]+)"', svg.read_text(encoding="utf-8"))


def test_png_is_twice_the_size_and_on_the_surface(plots: list[CurvePlot], tmp_path: Path) -> None:
    plots[0].save_picture(tmp_path / "loss.png")
    image = QImage(str(tmp_path / "loss.png"))
    assert image.size() == QSize(2 * (400 + 2 * PADDING_PX), 2 * (240 + 2 * PADDING_PX))
    assert image.pixelColor(2, 2) == QColor(theme.current().surface)
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 20


def test_svg_is_lines_and_letters_that_a_reader_draws(plots: list[CurvePlot], tmp_path: Path) -> None:
    svg = tmp_path / "both.svg"
    save_plots(svg, plots)
    text = svg.read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "<image" not in text
    words = "".join(re.findall(r"<text[^>]*>([^<]*)</text>", text))
    for wanted in ("Loss", "Accuracy", "training", "validation", "run &lt;1&gt; &amp; 2", "best: epoch 10, 0.60"):
        assert wanted in words
    assert re.search(r'stroke-dasharray="6,3"', text)
    renderer = QSvgRenderer(str(svg))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(1, 1) == QColor(theme.current().surface)
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 20


def test_zoomed_lines_end_at_the_edges_of_the_axes(plots: list[CurvePlot], tmp_path: Path) -> None:
    plots[0].zoom_to((3.3, 6.6))
    plots[0].save_picture(tmp_path / "zoomed.svg")
    ends = [float(x) for line in paths(tmp_path / "zoomed.svg") for x in re.findall(r"(\S+),", line)]
    assert min(ends) >= PADDING_PX
    assert max(ends) <= PADDING_PX + 400


def test_two_plots_stand_side_by_side_without_crosshair(plots: list[CurvePlot], tmp_path: Path) -> None:
    save_plots(tmp_path / "plain.png", plots)
    for plot in plots:
        plot.point_at(4.0)
    save_plots(tmp_path / "pointed.png", plots)
    plain, pointed = QImage(str(tmp_path / "plain.png")), QImage(str(tmp_path / "pointed.png"))
    assert plain == pointed
    assert plain.width() == 2 * (2 * 400 + GAP_PX + 2 * PADDING_PX)


def test_another_ending_is_refused(plots: list[CurvePlot], tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"\.png or \.svg"):
        plots[0].save_picture(tmp_path / "loss.gif")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_folder_that_is_gone_is_told(plots: list[CurvePlot], tmp_path: Path, ending: str) -> None:
    with pytest.raises(StorageError, match="The folder is gone"):
        plots[0].save_picture(tmp_path / "none" / f"loss.{ending}")


# ---- the screen afterwards


def on_screen(plots: list[CurvePlot]) -> list[QImage]:
    return [plot.grab().toImage() for plot in plots]


def drawn_anew(plots: list[CurvePlot]) -> list[QImage]:
    """Not from the picture that a view keeps."""
    for plot in plots:
        plot.redraw_now()
    return on_screen(plots)


@pytest.mark.parametrize("ending", ["png", "svg"])
@pytest.mark.parametrize("view", [None, (3.3, 6.6)])
@pytest.mark.parametrize("log", [False, True])
def test_files_leave_no_trace_on_the_screen(
    qtbot: QtBot, plots: list[CurvePlot], tmp_path: Path, ending: str, view: tuple[float, float] | None, log: bool
) -> None:
    for plot in plots:
        plot.set_options(PlotOptions(log=log, smoothing=0.5))
        plot.zoom_to(view)
        with qtbot.waitExposed(plot):
            plot.show()
        plot.point_at(5.0)
    before = drawn_anew(plots)
    save_plots(tmp_path / f"curves.{ending}", plots)
    assert on_screen(plots) == before
    assert drawn_anew(plots) == before


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_crosshair_stands_where_it_stood(qtbot: QtBot, plots: list[CurvePlot], tmp_path: Path, ending: str) -> None:
    accuracy = plots[1]
    with qtbot.waitExposed(accuracy):
        accuracy.show()
    save_plots(tmp_path / f"curves.{ending}", plots)
    drawn_anew(plots)
    view, chart = accuracy.canvas.findChild(PlotView), accuracy.canvas.chart()
    assert chart is not None
    for epoch, value in ((1.0, 0.95), (10.0, 0.5)):
        drawn, read = view.getViewBox().mapViewToScene(QPointF(epoch, value)), chart.point(epoch, value)
        assert (drawn.x(), drawn.y()) == pytest.approx((read.x(), read.y()))


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_failure_leaves_no_trace_either(
    qtbot: QtBot, plots: list[CurvePlot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    for plot in plots:
        with qtbot.waitExposed(plot):
            plot.show()
    before = drawn_anew(plots)
    with pytest.raises(StorageError):
        save_plots(tmp_path / "none" / f"curves.{ending}", plots)
    assert on_screen(plots) == before

    def fail(_view: PlotView, _painter: QPainter) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(PlotView, "paint_scene", fail)
        with pytest.raises(MemoryError):
            save_plots(tmp_path / f"curves.{ending}", plots)
    assert on_screen(plots) == before
    assert drawn_anew(plots) == before
    assert not list(tmp_path.iterdir())
