"""The plots as pyqtgraph draws them: its ranges are those in sight, it paints only when something changed, and the file
is the same drawing."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from gui.widgets.training.curve_plot import CurvePlot
from gui.widgets.training.plot_content import Overlay, PlotOptions
from gui.widgets.training.plot_lines import between
from gui.widgets.training.plot_view import PlotView
from gui.widgets.training.rate_plot import RatePlot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    """Ten epochs of forty batches with a best one, beside a further run."""
    made = CurvePlot("Loss", "loss")
    qtbot.addWidget(made)
    made.resize(400, 240)
    made.reset(20)
    made.add_batches(np.arange(1, 401) / 40, np.random.default_rng(4).uniform(0.2, 1.4, 400))
    for epoch in range(1, 11):
        made.add_epoch(epoch, 1.5 - epoch / 10, 1.6 - epoch / 12)
    made.set_best(9, 0.85)
    made.set_overlays([Overlay("run 1", np.linspace(1.5, 0.4, 10), np.linspace(1.6, 0.6, 10))])
    with qtbot.waitExposed(made):
        made.show()
    made.grab()
    return made


def view_of(plot: CurvePlot | RatePlot) -> Any:
    return plot.findChild(pg.PlotWidget)


def drawn(plot: CurvePlot) -> CurvePlot:
    plot.redraw_now()
    plot.grab()
    return plot


def test_pyqtgraph_waits_until_a_plot_is_built() -> None:
    code = "import sys, gui.main_window; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


@pytest.mark.parametrize("view", [None, (3.25, 7.5)])
@pytest.mark.parametrize("log", [False, True])
def test_the_range_of_the_view_is_the_range_in_sight(
    plot: CurvePlot, view: tuple[float, float] | None, log: bool
) -> None:
    plot.zoom_to(view)
    plot.set_options(PlotOptions(log=log))
    chart = drawn(plot).canvas.chart()
    assert chart is not None
    box = view_of(plot).getViewBox()
    across, up = box.viewRange()
    assert across == pytest.approx(view or (0, 20))
    ends = np.array([chart.scale.low, chart.scale.high])
    assert up == pytest.approx(np.log10(ends) if log else ends)
    assert box.state["autoRange"] == [False, False]
    place, expected = box.mapViewToScene(QPointF(6, np.log10(0.9) if log else 0.9)), chart.point(6, 0.9)
    assert (place.x(), place.y()) == pytest.approx((expected.x(), expected.y()))


def test_curves_are_painted_for_what_arrives_and_not_for_the_crosshair(
    plot: CurvePlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = []
    honest = PlotView.paint_scene

    def paint_scene(view: PlotView, painter: QPainter) -> None:
        painted.append(view)
        honest(view, painter)

    monkeypatch.setattr(PlotView, "paint_scene", paint_scene)
    plot.point_at(4.0)
    plot.grab()
    assert not painted
    plot.add_batch(10.1, 0.5)
    drawn(plot)
    assert painted


def test_the_view_leaves_pointer_and_keys_to_the_plot(qtbot: QtBot, plot: CurvePlot) -> None:
    view = view_of(plot)
    assert plot.childAt(plot.rect().center()) is plot.canvas
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()


@pytest.mark.parametrize("size", [1e-11, 1e-6, 1.0, 1e9, 1e30, 1e200])
@pytest.mark.parametrize("log", [False, True])
def test_losses_of_any_size_are_drawn(plot: CurvePlot, size: float, log: bool) -> None:
    plot.reset(5)
    plot.set_overlays([])
    plot.set_options(PlotOptions(log=log, with_batches=False))
    drawn(plot)
    empty = plot.grab().toImage()
    for epoch in range(1, 6):
        plot.add_epoch(epoch, size / epoch, 0.9 * size / epoch)
    drawn(plot)
    area = plot.canvas.chart().area.toRect()  # type: ignore[union-attr]
    assert plot.grab(area).toImage() != empty.copy(area)


def test_a_file_leaves_the_screen_as_it_was(plot: CurvePlot, tmp_path: Path) -> None:
    before = plot.grab().toImage()
    plot.save_picture(tmp_path / "loss.svg")
    assert plot.grab().toImage() == before
    plot.save_picture(tmp_path / "again.svg")
    assert (tmp_path / "loss.svg").read_bytes() == (tmp_path / "again.svg").read_bytes()


def test_a_plot_that_was_never_shown_makes_the_same_file(qtbot: QtBot, tmp_path: Path) -> None:
    files = []
    for is_shown in (False, True):
        made = CurvePlot("Loss", "loss")
        qtbot.addWidget(made)
        made.resize(300, 200)
        made.reset(4)
        for epoch in range(1, 4):
            made.add_epoch(epoch, 1 / epoch, 1.1 / epoch)
        if is_shown:
            made.show()
            made.grab()
        files.append(tmp_path / f"{is_shown}.svg")
        made.save_picture(files[-1])
    # What it says of itself is written when it is drawn for the screen.
    one, other = (re.sub("<desc>.*</desc>", "", file.read_text(encoding="utf-8")) for file in files)
    assert one == other


def test_curves_in_a_file_are_plain_lines_that_end_at_the_axes(plot: CurvePlot, tmp_path: Path) -> None:
    plot.zoom_to((3.3, 6.6))
    drawn(plot).save_picture(tmp_path / "zoomed.svg")
    text = (tmp_path / "zoomed.svg").read_text(encoding="utf-8")
    assert "clip" not in text
    curves = [path for path in re.findall(r' d="([^"]+)"', text) if path.count("L") > 20]
    assert curves
    ends = np.array([float(x) for path in curves for x in re.findall(r"[ML](\S+?),", path)])
    chart = plot.canvas.chart()
    assert chart is not None
    # The same area, moved by the picture's edge.
    assert ends.min() == pytest.approx(chart.area.left() + 16, abs=0.01)
    assert ends.max() == pytest.approx(chart.area.right() + 16, abs=0.01)


def test_the_search_for_a_rate_has_powers_of_ten_across(qtbot: QtBot) -> None:
    plot = RatePlot()
    qtbot.addWidget(plot)
    plot.resize(560, 220)
    plot.show()
    for rate, loss in ((1e-6, 2.3), (1e-4, 1.2), (1e-2, 1.0), (1.0, 90.0)):
        plot.add(rate, loss)
    plot.grab()
    box = view_of(plot).getViewBox()
    assert box.viewRange()[0] == pytest.approx([-6, 0])
    assert box.mapViewToScene(QPointF(-2, 1)).x() == pytest.approx(plot.place_of(0.01))


@given(st.lists(st.floats(-50, 150) | st.just(float("nan")), min_size=2, max_size=30))
def test_a_line_is_cut_where_it_leaves_above_and_below(heights: list[float]) -> None:
    points = np.column_stack([np.arange(len(heights), dtype=float), heights])
    cut = between(points, 0, 100)
    known = cut[np.isfinite(cut[:, 1])]
    assert np.isnan(cut[np.isnan(cut).any(axis=1)]).all()
    assert ((known[:, 1] >= 0) & (known[:, 1] <= 100)).all()
    whole = points[np.isfinite(points[:, 1])]
    # What was added lies on the line between two neighbours.
    if np.isfinite(points).all():
        np.testing.assert_allclose(known[:, 1], np.interp(known[:, 0], *whole.T), atol=1e-6)
    inside = whole[(whole[:, 1] >= 0) & (whole[:, 1] <= 100)]
    assert {tuple(point) for point in inside.tolist()} <= {tuple(point) for point in known.tolist()}
