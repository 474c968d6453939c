"""What the window remembers, and that a broken file or disk never keeps it from starting."""

import json
from pathlib import Path

import pytest

from core import places, settings
from core.settings import RECENT_FOLDERS, RecentFolder, Settings


def write(text: str) -> None:
    places.settings_file().parent.mkdir(parents=True, exist_ok=True)
    places.settings_file().write_text(text, encoding="utf-8")


def recent(path: str) -> RecentFolder:
    return RecentFolder(path, 6, 360, "2024-05-01T10:00:00")


def test_a_first_start_has_the_defaults() -> None:
    assert settings.load() == Settings()


def test_what_is_saved_comes_back() -> None:
    saved = Settings(language="ja", epochs=12, settings_unfolded=True, last_folder="/写真 'a'")
    saved.remember_folder(recent("/a"))
    settings.save(saved)
    assert settings.load() == saved


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '"x"',
        "\0\0\0",
        '{"epochs": NaN}',
        '{"recent": null}',
        '{"recent": [7]}',
        '{"recent": {"a": 1}}',
        '{"recent": [{"path": "/a"}]}',
        '{"epochs": "many", "seed": 1.5, "settings_unfolded": 1}',
        '{"learning_rate": NaN, "plot_smoothing": -Infinity}',
        '{"learning_rate": "0.1", "plot_smoothing": true, "plot_log": 1}',
        '{"learning_rate": 1' + "0" * 400 + "}",
    ],
)
def test_a_broken_file_falls_back_to_the_defaults(text: str) -> None:
    write(text)
    assert settings.load() == Settings()


def test_bytes_that_are_no_text_fall_back_to_the_defaults() -> None:
    places.settings_file().parent.mkdir(parents=True, exist_ok=True)
    places.settings_file().write_bytes(b"\xff\xfe{}")
    assert settings.load() == Settings()


def test_a_file_nested_without_end_falls_back_to_the_defaults() -> None:
    write("[" * 200_000)
    assert settings.load() == Settings()


def test_recent_folders_with_values_of_the_wrong_type_are_passed_over() -> None:
    write(json.dumps({"recent": [{"path": 5, "classes": "x", "pictures": None, "opened": []}]}))
    assert settings.load().recent == []


def test_only_the_broken_value_is_lost() -> None:
    write(json.dumps({"language": "ja", "epochs": "x", "unknown": 1, "seed": 11}))
    loaded = settings.load()
    assert (loaded.language, loaded.epochs, loaded.seed) == ("ja", Settings().epochs, 11)


def test_how_it_trains_and_what_the_plots_show_is_remembered() -> None:
    saved = Settings(
        optimizer="rmsprop",
        learning_rate=5e-4,
        schedule="plateau",
        early_stopping=7,
        reproducible=True,
        plot_log=True,
        plot_smoothing=0.6,
        plot_with_batches=False,
    )
    settings.save(saved)
    assert settings.load() == saved


def test_a_rate_without_a_point_is_a_rate() -> None:
    write('{"learning_rate": 1}')
    assert settings.load().learning_rate == 1


def test_the_newest_folder_comes_first_and_once() -> None:
    remembered = Settings()
    for number in range(RECENT_FOLDERS + 2):
        remembered.remember_folder(recent(f"/{number}"))
    remembered.remember_folder(recent("/4"))
    assert [each.path for each in remembered.recent] == ["/4", "/6", "/5", "/3", "/2"]


def test_more_recent_folders_than_are_shown_are_cut() -> None:
    entry = {"path": "/a", "classes": 1, "pictures": 2, "opened": ""}
    write(json.dumps({"recent": [entry] * (RECENT_FOLDERS + 3)}))
    assert len(settings.load().recent) == RECENT_FOLDERS


def test_a_place_that_cannot_be_written_raises_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NAKAMI_HOME", str(tmp_path / "file"))
    settings.save(Settings(epochs=3))
    assert settings.load() == Settings()


def test_a_folder_whose_name_is_no_unicode_raises_nothing() -> None:
    settings.save(Settings(last_folder="/caf\udce9", epochs=3))
    assert settings.load().epochs == 3
