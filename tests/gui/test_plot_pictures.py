"""Curves saved as pictures: PNG at twice the size, SVG of lines and letters."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from core.errors import StorageError
from gui import theme
from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Overlay
from gui.widgets.training.plot_pictures import GAP_PX, PADDING_PX, save_plots

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
