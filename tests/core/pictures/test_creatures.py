"""The sample creatures: repeatable, all different, and on the disk where they are looked for."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.pictures.creatures import CREATURES, draw_creature, portrait, write_creatures
from core.pictures.drawing.backgrounds import CONTRAST, TONES
from core.pictures.drawing.colours import INK, PAINTS, WHITE, distance, mix

PER_CLASS = 3


def drawn(name: str, *seed: int, size_px: int = 100) -> bytes:
    return draw_creature(name, np.random.default_rng(seed), size_px).tobytes()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_six_classes_in_order() -> None:
    assert CREATURES == ("dogs", "cats", "monkeys", "birds", "fish", "lizards")


@pytest.mark.parametrize("size_px", [16, 100, 256])
@pytest.mark.parametrize("name", CREATURES)
def test_a_drawing_has_the_size_asked_for_and_something_on_it(name: str, size_px: int) -> None:
    picture = draw_creature(name, np.random.default_rng(1), size_px)
    assert picture.mode == "RGB"
    assert picture.size == (size_px, size_px)
    assert np.asarray(picture).std() > 5


@pytest.mark.parametrize("name", CREATURES)
def test_the_same_seed_draws_the_same_picture(name: str) -> None:
    assert drawn(name, 7, 3) == drawn(name, 7, 3)


@pytest.mark.parametrize("name", CREATURES)
def test_different_seeds_draw_different_pictures(name: str) -> None:
    assert len({drawn(name, seed, size_px=32) for seed in range(40)}) == 40


@pytest.mark.parametrize("name", CREATURES)
def test_every_view_can_be_drawn(name: str) -> None:
    for seed in range(150):
        draw_creature(name, np.random.default_rng([11, seed]), 24)


def test_no_creature_is_drawn_on_its_own_colour() -> None:
    for base in PAINTS.values():
        for other in (WHITE, INK):
            for share in np.linspace(0, 0.14, 8):
                shade = mix(base, other, float(share))
                assert sum(distance(tone, shade) > CONTRAST for tone in TONES) >= 3


def test_colour_alone_does_not_tell_the_class() -> None:
    pixels = {
        name: [np.asarray(draw_creature(name, np.random.default_rng([5, i]), 32)).mean(axis=(0, 1)) for i in range(40)]
        for name in CREATURES
    }
    known = np.array([colour for name in CREATURES for colour in pixels[name][:30]])
    classes = np.repeat(np.arange(len(CREATURES)), 30)
    right = 0
    for index, name in enumerate(CREATURES):
        for colour in pixels[name][30:]:
            right += int(classes[np.linalg.norm(known - colour, axis=1).argmin()] == index)
    assert right / (10 * len(CREATURES)) < 0.5


@pytest.mark.parametrize("call", [lambda: draw_creature("dragons", np.random.default_rng(0)), lambda: portrait("")])
def test_an_unknown_creature_is_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match="expected one of dogs, cats"):
        call()


@pytest.mark.parametrize("size_px", [16, 56, 256])
@pytest.mark.parametrize("name", CREATURES)
def test_a_portrait_is_always_the_same_on_a_plain_ground(name: str, size_px: int) -> None:
    picture = portrait(name, size_px)
    assert picture.mode == "RGB"
    assert picture.size == (size_px, size_px)
    assert picture.tobytes() == portrait(name, size_px).tobytes()
    last = size_px - 1
    assert len({picture.getpixel(corner) for corner in ((0, 0), (last, 0), (0, last), (last, last))}) == 1


def test_portraits_differ() -> None:
    assert len({portrait(name).tobytes() for name in CREATURES}) == len(CREATURES)


def test_writes_one_folder_per_class_and_reports(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "new" / "creatures"
    returned = write_creatures(folder, PER_CLASS, size_px=32, report=lambda done, total: told.append((done, total)))
    assert returned == folder
    expected = {f"{name}/{name}_{i:03}.png" for name in CREATURES for i in (1, 2, 3)}
    assert set(contents(folder)) == expected
    assert told == [(i, 18) for i in range(1, 19)]
    with Image.open(folder / "fish" / "fish_002.png") as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (32, 32))


def test_written_pictures_depend_on_the_seed_alone(tmp_path: Path) -> None:
    first = contents(write_creatures(tmp_path / "a", PER_CLASS, size_px=32))
    again = contents(write_creatures(tmp_path / "b", PER_CLASS, size_px=32))
    other = contents(write_creatures(tmp_path / "c", PER_CLASS, seed=8, size_px=32))
    assert first == again
    assert len(set(first.values())) == len(first)
    assert not set(first.values()) & set(other.values())


def test_more_pictures_leave_the_first_ones_as_they_are(tmp_path: Path) -> None:
    few = contents(write_creatures(tmp_path / "few", 1, size_px=32))
    many = contents(write_creatures(tmp_path / "many", PER_CLASS, size_px=32))
    assert few.items() <= many.items()


def test_replaces_pictures_of_the_same_name_and_nothing_else(tmp_path: Path) -> None:
    stale, foreign = tmp_path / "dogs" / "dogs_001.png", tmp_path / "dogs" / "mine.png"
    stale.parent.mkdir()
    stale.write_bytes(b"stale")
    foreign.write_bytes(b"mine")
    write_creatures(tmp_path, 1, size_px=32)
    assert stale.read_bytes().startswith(b"\x89PNG")
    assert foreign.read_bytes() == b"mine"


def test_nothing_to_write_is_no_error(tmp_path: Path) -> None:
    assert contents(write_creatures(tmp_path, 0)) == {}
