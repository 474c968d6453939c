"""The colour tables are pyqtgraph's; the rest is held by the tests of the window's widgets as well."""

import numpy as np
import pytest

from core.inside import colours


@pytest.mark.parametrize(
    ("table", "name"),
    [(colours.viridis, "viridis"), (colours.inferno, "inferno"), (colours.diverging, "CET-D1")],
)
def test_tables_equal_those_of_pyqtgraph(table: object, name: str) -> None:
    pyqtgraph = pytest.importorskip("pyqtgraph")
    expected = np.asarray(pyqtgraph.colormap.get(name).getLookupTable(nPts=256))[:, :3]
    found = table()  # type: ignore[operator]
    assert found.dtype == np.uint8
    assert np.array_equal(found, expected)
    assert not found.flags.writeable


def test_a_table_of_another_length_is_stretched() -> None:
    found = colours._rows("; a comment\n0,0,0\n1,0.5,0\n")
    assert found.shape == (256, 3)
    assert found[0].tolist() == [0, 0, 0]
    assert found[-1].tolist() == [255, 128, 0]
    assert (np.diff(found[:, 0].astype(int)) >= 0).all()


def test_ends_and_what_lies_outside() -> None:
    table = colours.viridis()
    values = np.array([-5.0, 0.0, 1.0, 9.0, np.nan, np.inf])
    found = colours.colourise(values, 0, 1, table)
    assert np.array_equal(found[[0, 1]], table[[0, 0]])
    assert np.array_equal(found[[2, 3, 5]], table[[255, 255, 255]])
    assert found[4].tolist() == list(colours.NOT_A_NUMBER)


def test_limits() -> None:
    values = np.array([3.0, np.nan, -1.0, np.inf])
    assert colours.limits(values) == (-1, 3)
    assert colours.symmetric_limits(values) == (-3, 3)
    assert colours.symmetric_limits(np.zeros(3)) == (-1, 1)
    assert colours.limits(np.array([])) == (0, 0)
