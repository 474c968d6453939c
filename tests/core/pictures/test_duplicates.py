"""Copies are found, and only they: on made-up facts, and on pictures that were changed a little."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from PIL import Image, ImageEnhance

from core import images
from core.framing import Frame
from core.pictures import duplicates as module
from core.pictures.duplicates import Duplicates, find_duplicates, groups_from, groups_to
from core.pictures.facts import Fact, PictureFacts
from core.pictures.miniatures import miniature, reduced, show_the_same

NO_FACTS = PictureFacts.of([])


def facts(digests: list[int], hashes: list[int], flat: set[int] = frozenset()) -> PictureFacts:  # type: ignore[assignment]
    return PictureFacts.of(
        [
            Fact(10, 10, "PNG", digest, hash_, False, position in flat)
            for position, (digest, hash_) in enumerate(zip(digests, hashes, strict=True))
        ]
    )


def scene(seed: int, size: tuple[int, int] = (240, 180)) -> Image.Image:
    """A picture like no other seed's: a few soft coloured shapes, as photos have."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (5, 6, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


def seen(picture: Image.Image, kind: str = "PNG", **settings: int) -> tuple[Fact, NDArray[np.uint8]]:
    stream = BytesIO()
    picture.save(stream, kind, **settings)
    found = images.examine(stream.getvalue(), 48)
    size = found.width, found.height
    fact = Fact(*size, found.format, found.digest, found.hash, found.is_grey, found.is_flat)
    return fact, miniature(found.pixels, *size, Frame(48))


def groups(*pictures: tuple[Fact, NDArray[np.uint8]]) -> Duplicates:
    pages = np.stack([page for _, page in pictures])
    return find_duplicates(PictureFacts.of([fact for fact, _ in pictures]), pages, np.arange(len(pictures)))


SCENES = range(12)


def test_distinct_pictures_are_alone() -> None:
    found = groups(*(seen(scene(seed)) for seed in SCENES))
    assert found.identical.tolist() == found.near.tolist() == list(SCENES)


def changed(picture: Image.Image, how: str) -> tuple[Fact, NDArray[np.uint8]]:
    width, height = picture.size
    match how:
        case "saved again":
            return seen(picture, "JPEG", quality=60)
        case "reduced":
            return seen(picture.resize((round(width * 0.7), round(height * 0.7))), "JPEG", quality=90)
        case "brightened":
            return seen(ImageEnhance.Brightness(picture).enhance(1.1), "JPEG", quality=90)
        case _:
            return seen(picture.crop((round(width * 0.01), round(height * 0.01), width - 2, height - 2)))


@pytest.mark.parametrize("how", ["saved again", "reduced", "brightened", "trimmed"])
def test_a_picture_changed_a_little_is_near_its_original_alone(how: str) -> None:
    originals = [scene(seed) for seed in SCENES]
    found = groups(*map(seen, originals), *(changed(each, how) for each in originals))
    assert found.identical.tolist() == list(range(2 * len(SCENES)))
    assert found.near.tolist() == [*SCENES, *SCENES]


def test_files_of_the_same_bytes_are_identical_and_near() -> None:
    found = groups(seen(scene(1)), seen(scene(2)), seen(scene(1)), seen(scene(2)), seen(scene(1)))
    assert found.identical.tolist() == found.near.tolist() == [0, 1, 0, 1, 0]


def test_plain_pictures_are_near_only_where_their_bytes_are_equal() -> None:
    black = Image.new("RGB", (40, 40))
    found = groups(seen(black), seen(black, "JPEG"), seen(black), seen(Image.new("RGB", (50, 50))))
    assert found.identical.tolist() == found.near.tolist() == [0, 1, 0, 3]


def test_equal_shapes_in_other_colours_are_no_copies() -> None:
    red, blue = scene(3).split(), scene(3).split()[::-1]
    found = groups(seen(Image.merge("RGB", red)), seen(Image.merge("RGB", blue)))
    assert found.near.tolist() == [0, 1]


def test_near_to_a_third_is_one_group() -> None:
    rng = np.random.default_rng(0)
    base = rng.integers(60, 200, (16, 16, 3))
    noise = rng.normal(0, 9, (2, 16, 16, 3))
    pages = np.clip([base + noise[0], base, base + noise[1]], 0, 255).astype(np.uint8)
    assert show_the_same(pages[:2], pages[1:]).all()
    found = find_duplicates(facts([1, 2, 3], [5, 5, 5]), pages, np.arange(3))
    assert found.near.tolist() == [0, 0, 0]


def test_a_padded_picture_is_compared_without_its_bars() -> None:
    one, other = scene(4, (240, 40)), scene(5, (240, 40))
    frame = Frame(60, "pad")
    small = []
    for picture in (one, other):
        page = images.picture_from_pixels(np.asarray(picture), 60, "pad")
        small.append(miniature(page, *picture.size, frame))
        stretched = images.picture_from_pixels(np.asarray(picture), 60)
        assert show_the_same(small[-1][None], reduced(stretched)[None]).all()
    assert not show_the_same(small[0][None], small[1][None]).any()


def test_nothing_and_one() -> None:
    nothing = find_duplicates(NO_FACTS, np.zeros((0, 16, 16, 3), np.uint8), np.zeros(0, np.int64))
    assert nothing.near.tolist() == nothing.identical.tolist() == []
    assert groups(seen(scene(0))).near.tolist() == [0]


def test_pages_of_another_size_and_order_give_the_same_groups() -> None:
    pictures = [scene(1), scene(2), scene(1)]
    pictures[2] = ImageEnhance.Brightness(pictures[2]).enhance(1.05)
    known = PictureFacts.of([seen(each)[0] for each in pictures])
    pages = np.stack([images.picture_from_pixels(np.asarray(each), 48) for each in pictures])
    assert find_duplicates(known, pages[::-1], np.array([2, 1, 0])).near.tolist() == [0, 1, 0]


@given(
    arrays.arrays(
        np.uint64, st.integers(0, 40), elements=st.sampled_from([0, 1, 3, 2**63, 2**64 - 1, 0x0F0F0F0F0F0F0F0F])
    ),
    st.integers(0, 2**32),
)
def test_near_hashes_are_looked_at_and_no_others(hashes: NDArray[np.uint64], seed: int) -> None:
    """All pages are equal, so that hashes alone decide; pairs are closed over by naming groups."""
    count = len(hashes)
    page = np.random.default_rng(seed).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    pages = np.broadcast_to(page, (count, 16, 16, 3))
    found = find_duplicates(facts(list(range(count)), hashes.tolist()), pages, np.arange(count))
    expected = list(range(count))
    for _ in range(count):
        for one in range(count):
            for other in range(one):
                if (int(hashes[one]) ^ int(hashes[other])).bit_count() <= module.MOST_BITS_APART:
                    expected[one] = expected[other] = min(expected[one], expected[other])
    assert found.near.tolist() == expected
    assert found.identical.tolist() == list(range(count))


@given(st.data())
def test_a_part_keeps_its_groups(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 30))
    digests = data.draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    whole = find_duplicates(
        facts(digests, [0] * count, set(range(count))), np.zeros((count, 16, 16, 3), np.uint8), np.arange(count)
    )
    positions = np.array(sorted(data.draw(st.sets(st.integers(0, count - 1)))), np.int64)
    part = whole.at(positions)
    for ids, before in ((part.identical, whole.identical), (part.near, whole.near)):
        assert (ids <= np.arange(len(positions))).all()
        assert (ids[ids] == ids).all(), "a group is known by its first"
        same = ids[:, None] == ids[None, :]
        assert (same == (before[positions][:, None] == before[positions][None, :])).all()


@given(arrays.arrays(np.uint8, (4, 16, 16, 3)), arrays.arrays(np.uint8, (4, 16, 16, 3)))
def test_showing_the_same_goes_both_ways(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> None:
    assert show_the_same(one, other).tolist() == show_the_same(other, one).tolist()


def test_many_look_alikes_end_soon() -> None:
    """A film's frames: every pair would be 2 million comparisons."""
    page = np.random.default_rng(0).integers(0, 256, (16, 16, 3), dtype=np.uint8)
    count = 2000
    pages = np.broadcast_to(page, (count, 16, 16, 3))
    found = find_duplicates(facts(list(range(count)), [7] * count), pages, np.arange(count))
    assert not found.near.any()


KEY = b"k" * 32


@given(st.lists(st.integers(0, 2**62)).map(lambda seeds: [seed % (place + 1) for place, seed in enumerate(seeds)]))
def test_kept_groups_come_back(groups: list[int]) -> None:
    kept = groups_to(np.array(groups, np.int64), KEY)
    found = groups_from(kept, KEY, len(groups))
    assert found is not None
    assert found.tolist() == groups
    assert groups_from(kept, b"o" * 32, len(groups)) is None
    assert groups_from(kept, KEY, len(groups) + 1) is None


@given(st.data())
def test_damaged_groups_are_none(data: st.DataObject) -> None:
    kept = bytearray(groups_to(np.array([0, 0, 2, 1], np.int64), KEY))
    kept[data.draw(st.integers(0, len(kept) - 1))] ^= data.draw(st.integers(1, 255))
    assert groups_from(bytes(kept), KEY, 4) is None


@pytest.mark.parametrize("groups", [[1, 1], [-1, 0], [0, 2**62]])
def test_groups_that_cannot_be_are_none(groups: list[int]) -> None:
    assert groups_from(groups_to(np.array(groups, np.int64), KEY), KEY, 2) is None
