"""What bringing TensorFlow up does to the process around it."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

from core import engine


@pytest.fixture(autouse=True)
def _collector_as_before() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    if enabled:
        gc.enable()
    else:
        gc.disable()
    gc.unfreeze()


def test_the_collector_rests_inside_and_works_again_after() -> None:
    gc.enable()
    with engine.collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(ImportError), engine.collector_at_rest():
        raise ImportError
    assert gc.isenabled()


def test_the_collector_rests_until_the_last_of_several_is_done() -> None:
    with engine.collector_at_rest():
        with engine.collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.heavy
def test_loading_twice_is_loading_once_and_standard_error_is_kept(capfd: pytest.CaptureFixture[str]) -> None:
    engine.load()
    engine.load()
    assert "tensorflow" in sys.modules
    os.write(2, b"still here\n")
    assert "still here" in capfd.readouterr().err
