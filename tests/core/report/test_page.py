"""A report as a page of HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from core.errors import StorageError
from core.pictures.dataset import PARTS, Rejected
from core.report.facts import gather
from core.report.page import Medium, as_page
from core.training.labels import Label, write_label
from core.words import say, use_translator
from tests.core.report.stage import Stage, staged

MEDIA: tuple[Medium, ...] = ("screen", "paper")
SECTIONS = (
    "Summary",
    "How it learned",
    "Class by class",
    "What was taken for what",
    "Worst mistakes",
    "How far it can be believed",
    "Settings",
    "Pictures and versions",
)
VOID = {"meta", "img", "wbr"}


class Reader(HTMLParser):
    """Reads a page as browsers do, and fails where tags do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        """All words of the page."""
        return " ".join(" ".join(self.said).split())

    def sources(self) -> list[str]:
        """Whatever a tag points to."""
        names = ("src", "href", "xlink:href", "srcset", "data", "action", "poster")
        return [found[name] for _, found in self.tags for name in names if name in found]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_translator(None)


@pytest.fixture
def stage(make_colours: Any, tmp_path: Path) -> Stage:
    return staged(make_colours(per_class=16), tmp_path / "runs" / "run")


@pytest.mark.parametrize("medium", MEDIA)
def test_a_page_has_every_section_and_needs_nothing_beside_itself(stage: Stage, medium: Medium) -> None:
    page = as_page(stage.facts(), medium)
    reader = Reader(page)
    places = [reader.text.index(title) for title in SECTIONS]
    assert places == sorted(places)
    assert all(source.startswith("data:image/") for source in reader.sources())
    assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in reader.tags}
    assert not re.search(r"url\(|@import", page)
    assert "http" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_numbers_settings_and_fingerprints_can_be_read(stage: Stage) -> None:
    text = Reader(as_page(stage.facts())).text
    test = stage.results.summaries["test"]
    assert f"Of {test.count} test pictures that training never saw, it named {test.right} right." in text
    for words in (
        "0123456789abcdef",
        "fedcba9876543210",
        ", ".join(f"{part.capitalize()} {len(stage.results.parts[part])}" for part in PARTS),
        "Batch size 32",
        "Seed 7",
    ):
        assert words in text
    for words in ("3.11.7", "2026-03-04 05:06", "Balanced"):
        assert words in text


def test_mistakes_are_shown_with_their_pictures(stage: Stage) -> None:
    facts = stage.facts()
    wrong = stage.results.parts["test"].mistakes()
    assert len(facts.mistakes) == min(12, len(wrong))
    assert [each.loss for each in facts.mistakes] == sorted((each.loss for each in facts.mistakes), reverse=True)
    photos = [found for tag, found in Reader(as_page(facts)).tags if tag == "img"]
    assert [each["alt"] for each in photos] == [each.file for each in facts.mistakes]
    assert all(each["src"].startswith("data:image/jpeg;base64,") for each in photos)


def test_a_picture_that_cannot_be_read_any_more_is_told_without_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_results: object, _position: int) -> None:
        raise StorageError(say("gone"))

    monkeypatch.setattr(type(stage.results), "pixels", gone)
    facts = stage.facts()
    assert {each.pixels is None for each in facts.mistakes} == {True}
    page = as_page(facts)
    assert facts.mistakes[0].file in page.replace("<wbr>", "")
    assert "<img" not in page


@pytest.mark.parametrize("medium", MEDIA)
def test_hostile_names_are_only_words(make_colours: Any, tmp_path: Path, medium: Medium) -> None:
    names = ("</svg><script>alert(1)</script>", "{{ 7 * 7 }}\" onload='x", "犬\udc80\x00\u202e")
    stage = staged(make_colours(per_class=16), tmp_path / "run", names)
    write_label(stage.run, Label("</title><img src=http://x>", "</p><b>note"))
    facts = stage.facts()
    facts = replace(facts, mistakes=tuple(replace(each, file='a"><script>/\n.png') for each in facts.mistakes))
    reader = Reader(as_page(facts, medium))
    assert "script" not in {tag for tag, _ in reader.tags}
    assert not any(name.startswith("on") for _, found in reader.tags for name in found)
    assert all(source.startswith("data:image/") for source in reader.sources())
    for words in ("</title><img src=http://x>", "</p><b>note", names[0], names[1], "犬\ufffd\ufffd\ufffd"):
        assert words in reader.text


def test_a_run_without_results_still_has_its_report(stage: Stage) -> None:
    facts = gather(stage.run, None, say("The folder “{folder}” is gone.", folder="colours"))
    text = Reader(as_page(facts)).text
    assert "The folder “colours” is gone." in text
    assert "numbers that the run itself wrote down" in text
    assert "25 %" in text
    for title in ("How it learned", "Settings", "Pictures and versions"):
        assert title in text
    assert "Worst mistakes" not in text


def test_a_run_without_test_pictures_tells_of_its_validation(stage: Stage) -> None:
    results = stage.results
    summaries = {part: each for part, each in results.summaries.items() if part != "test"}
    facts = gather(stage.run, replace(results, summaries=summaries, calibration=None))
    text = Reader(as_page(facts)).text
    assert "There are no test pictures." in text
    assert "Validation accuracy" in text
    assert "How far it can be believed" not in text


def test_files_that_were_left_out_are_named(stage: Stage) -> None:
    prepared = stage.results.prepared
    rejected = tuple(Rejected(f"red/{number}.png", say("It is empty.")) for number in range(50))
    dataset = replace(prepared.dataset, rejected=rejected)
    facts = gather(stage.run, replace(stage.results, prepared=replace(prepared, dataset=dataset)))
    text = Reader(as_page(facts)).text
    assert "red/0.png It is empty." in text
    assert "And 10 more." in text


def test_the_page_speaks_the_users_language(stage: Stage) -> None:
    facts = stage.facts()
    use_translator(lambda template: {"en": "ja", "Summary": "まとめ"}.get(template, template))
    page = as_page(facts)
    assert '<html lang="ja">' in page
    assert "まとめ" in Reader(page).text


def test_many_classes_are_numbered(make_colours: Any, tmp_path: Path) -> None:
    names = tuple(f"class{number:02}" for number in range(40))
    stage = staged(make_colours(per_class=8, names=names, size_px=6), tmp_path / "run")
    text = Reader(as_page(stage.facts())).text
    assert "The classes are numbered as in the table" in text
    assert "40 class39" in text
