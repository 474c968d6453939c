"""The drawings of a report."""

import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.axes import epoch_ticks, nice_top, quarter_texts
from core.report.curves_chart import curves_chart
from core.report.drawing import Drawing, fitted, mixed, plain, width_of
from core.report.facts import confused_pairs
from core.report.matrix_chart import MOST_NAMED, cell_colour, matrix_chart
from core.report.reliability_chart import reliability_chart
from core.results.judged import Bin, Calibration
from tests.core.report.stage import epochs

SVG = "{http://www.w3.org/2000/svg}"


def shapes(drawing: Drawing, kind: str) -> list[ET.Element]:
    return list(ET.fromstring(drawing.svg).iter(SVG + kind))


def texts(drawing: Drawing) -> list[str]:
    return [each.text or "" for each in shapes(drawing, "text")]


@given(st.floats(1e-9, 1e9))
def test_an_axis_ends_at_or_above_its_highest_value_and_not_far_above(highest: float) -> None:
    top = nice_top(highest)
    assert highest * (1 - 1e-6) <= top <= 2.01 * highest
    assert len(set(quarter_texts(top))) == 5


@pytest.mark.parametrize("highest", [math.nan, math.inf, 0.0, -1.0])
def test_an_axis_without_a_value_ends_at_1(highest: float) -> None:
    assert nice_top(highest) == 1


@given(st.integers(1, 100_000), st.integers(0, 100_000))
def test_the_first_and_last_epoch_are_named_and_few_between(first: int, more: int) -> None:
    ticks = [value for value, _ in epoch_ticks(first, first + more)]
    assert (ticks[0], ticks[-1]) == (first, first + more)
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= 10


def test_curves_show_both_parts_and_the_best_epoch() -> None:
    drawing = curves_chart(epochs(6), "loss")
    training, validation = shapes(drawing, "polyline")
    assert "stroke-dasharray" not in training.attrib
    assert "stroke-dasharray" in validation.attrib
    # One at each epoch, one on the best, one in the legend.
    assert len(shapes(drawing, "circle")) == 6 + 1 + 1
    assert "best: epoch 3, 1.00" in texts(drawing)
    assert "validation" in drawing.words


def test_curves_without_validation_show_one_line_and_promise_no_other() -> None:
    drawing = curves_chart(epochs(6, has_validation=False), "accuracy")
    assert len(shapes(drawing, "polyline")) == 1
    assert "validation" not in texts(drawing)
    assert "nan" not in drawing.svg


def test_what_is_no_number_is_a_hole_in_the_curve() -> None:
    history = epochs(7)
    history[3] = replace(history[3], loss=math.nan)
    history[6] = replace(history[6], loss=math.inf)
    drawing = curves_chart(history, "loss")
    assert len(shapes(drawing, "polyline")) == 3
    assert "nan" not in drawing.svg
    assert "inf" not in drawing.svg


def test_a_single_epoch_is_a_point() -> None:
    assert len(shapes(curves_chart(epochs(1), "loss"), "circle")) >= 2


def test_long_runs_have_no_circle_at_each_epoch() -> None:
    assert len(shapes(curves_chart(epochs(300), "loss"), "circle")) < 5


def test_a_matrix_shows_names_and_counts() -> None:
    confusion = np.array([[5, 0], [2, 3]])
    drawing = matrix_chart(confusion, ["cat", "<dog> & “犬”"])
    assert {"cat", "<dog> & “犬”", "5", "2", "3"} <= set(texts(drawing))
    assert "8 of 10 pictures" in drawing.words


@pytest.mark.parametrize("count", [2, 3, 10, MOST_NAMED, MOST_NAMED + 1, 60, 100])
@pytest.mark.parametrize("name", ["x", "a class with a long name", "クラスの名前がとても長い" * 5])
def test_a_matrix_of_any_size_fits_on_paper(count: int, name: str) -> None:
    confusion = np.ones((count, count), np.int64)
    drawing = matrix_chart(confusion, [name] * count)
    assert drawing.width <= 681
    assert drawing.height <= 900
    right = max(float(each.attrib["x"]) + float(each.attrib["width"]) for each in shapes(drawing, "rect"))
    assert right <= drawing.width


def test_colours_follow_the_share_of_the_row() -> None:
    assert cell_colour(1, True) != cell_colour(0.5, True) != cell_colour(0.5, False)
    assert cell_colour(0, False) == "#FFFFFF"
    assert (mixed("#17608C", 0), mixed("#17608C", 1)) == ("#FFFFFF", "#17608C")


def test_pairs_that_are_mixed_up_come_most_often_first() -> None:
    confusion = np.array([[9, 1, 0], [3, 9, 0], [0, 2, 9]])
    assert confused_pairs(confusion, 2) == [(1, 0, 3), (2, 1, 2)]
    assert confused_pairs(np.eye(3, dtype=np.int64), 5) == []


def test_the_reliability_diagram_has_a_bar_for_each_bin_with_answers() -> None:
    bins = (Bin(0.0, 0.5, 0, math.nan, math.nan), Bin(0.5, 0.75, 4, 0.6, 0.5), Bin(0.75, 1.0, 6, 0.9, 1.0))
    calibration = Calibration(1.5, 10, "test", 0.2, 0.1, bins, bins, 0.6, 0.8, 0.9)
    drawing = reliability_chart(calibration)
    assert len(shapes(drawing, "rect")) == 2
    assert "6 answers, 90 % sure on average: 100 % right" in drawing.words
    assert "nan" not in drawing.svg


@given(st.text(max_size=80), st.floats(20, 200))
def test_words_are_shortened_to_their_room(words: str, width: float) -> None:
    assert width_of(fitted(words, width)) <= width


@given(st.text())
def test_whatever_a_name_holds_can_stand_in_a_drawing(name: str) -> None:
    drawing = matrix_chart(np.eye(2, dtype=np.int64), [name, "b"])
    assert fitted(name, 150) in (*texts(drawing), "")
    plain(name).encode()


def test_names_that_are_no_unicode_or_turn_the_words_around() -> None:
    assert plain("a\udc80b\u202ec\x00\nd") == "a\ufffdb\ufffdc\ufffd d"
