"""How training pictures are varied, as settings and as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NakamiError
from core.training.augmentation import Augmentation, parse_augmentation

SHARES = st.floats(0, 0.9)
RANDOM = st.builds(
    Augmentation,
    kind=st.just("random"),
    rotation_degrees=st.floats(0, 180),
    mirror=st.booleans(),
    zoom=SHARES,
    shift=SHARES,
    brightness=st.floats(0, 1),
    contrast=st.floats(0, 1),
)


@given(RANDOM | st.builds(Augmentation, kind=st.sampled_from(["off", "turns", "random"])))
def test_what_is_written_is_read_back(augmentation: Augmentation) -> None:
    assert parse_augmentation(augmentation.as_text()) == augmentation


def test_the_text_is_as_a_person_would_write_it() -> None:
    assert Augmentation("turns").as_text() == "turns"
    written = Augmentation("random", mirror=False).as_text()
    assert written == "random:rotation=15,mirror=no,zoom=0.1,shift=0.1,brightness=0.1,contrast=0.2"


def test_a_bound_that_is_not_named_keeps_its_default() -> None:
    assert parse_augmentation(" random: rotation = 5 , mirror=no") == Augmentation(
        "random", rotation_degrees=5, mirror=False
    )
    assert parse_augmentation("random") == Augmentation("random")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Training pictures can be varied by off, turns, random, not “”."),
        ("spin", "not “spin”"),
        ("spin:rotation=5", "Only “random” takes bounds, not “spin:rotation=5”. Write for example random:rotation="),
        ("turns:rotation=5", "Only “random” takes bounds"),
        ("random:", "Random variation has no bound “”. It has rotation, mirror, zoom, shift, brightness, contrast,"),
        ("random:spin=5", "Random variation has no bound “spin”."),
        ("random:rotation_degrees=5", "has no bound “rotation_degrees”"),
        ("random:zoom=0.1,zoom=0.2", "The bound “zoom” is given twice."),
        ("random:zoom", "The bound “zoom” must be a number, not “”."),
        ("random:zoom=a lot", "not “a lot”"),
        ("random:mirror=1", "The bound “mirror” must be yes or no, not “1”."),
        ("random:rotation=181", "The rotation in degrees must be from 0 to 180, not 181."),
        ("random:rotation=nan", "not nan"),
        ("random:zoom=-0.1", "The zoom must be from 0 to 0.9, not -0.1."),
    ],
)
def test_what_cannot_be_read_is_named(text: str, message: str) -> None:
    with pytest.raises(NakamiError) as caught:
        parse_augmentation(text)
    assert message in str(caught.value)


def test_only_turns_makes_more_pictures_of_a_photo() -> None:
    assert [Augmentation(kind).copies for kind in ("off", "turns", "random")] == [1, 16, 1]
