"""The Japanese catalogue is complete and true to the sources, and the language switches at once."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from core.words import say, use_translator
from gui import translation
from resources.translations import update

ROOT = update.ROOT
CATALOGUE = update.templates(update.TEXTS)
# These hand templates on or are what `tr` and `say` are made of.
NO_CATALOGUE = {ROOT / "core" / "words.py"}


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Every test begins and ends in English."""
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "en")
    use_translator(None)


def template_calls() -> list[tuple[str, ast.Call]]:
    """Every `tr(...)` and `say(...)` of the sources, with its place."""
    calls = []
    for source in (ROOT / each for each in update.SOURCES):
        for file in [source] if source.is_file() else sorted(source.rglob("*.py")):
            if file in NO_CATALOGUE:
                continue
            place = file.relative_to(ROOT).as_posix()
            calls += [
                (f"{place}:{node.lineno}", node)
                for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "say")
            ]
    return calls


def template_of(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def placeholders(template: str) -> list[tuple[str, str, str]]:
    """Name, format and conversion of every `{...}`."""
    return sorted(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in Formatter().parse(template)
        if name is not None
    )


class TestCatalogue:
    def test_every_text_is_translated(self) -> None:
        missing = update.untranslated(update.TEXTS)
        assert not missing, "translate these in nakami_ja.ts, then run update.py:\n" + "\n".join(missing)

    def test_every_text_of_the_sources_is_in_it(self) -> None:
        said = {template: place for place, call in template_calls() if (template := template_of(call)) is not None}
        missing = [f"{place}: {template}" for template, place in said.items() if template not in CATALOGUE]
        assert not missing, "run resources/translations/update.py:\n" + "\n".join(missing)

    def test_placeholders_are_the_same(self) -> None:
        wrong = [
            f"{template} -> {japanese}"
            for template, japanese in CATALOGUE.items()
            if japanese and placeholders(template) != placeholders(japanese)
        ]
        assert not wrong, "\n".join(wrong)

    def test_blanks_around_a_text_are_the_same(self) -> None:
        """A unit such as " px" stands where it did."""
        for template, japanese in CATALOGUE.items():
            assert (template[:1] == " ") == (japanese[:1] == " "), template
            assert (template[-1:] == " ") == (japanese[-1:] == " "), template

    def test_compiled_texts_are_those_of_the_source(self) -> None:
        compiled = QTranslator()
        assert compiled.load(str(update.COMPILED))
        stale = [
            template
            for template, japanese in CATALOGUE.items()
            if japanese and compiled.translate("", template) != japanese
        ]
        assert not stale, "run resources/translations/update.py:\n" + "\n".join(stale)


class TestSources:
    def test_templates_are_plain_literals(self) -> None:
        wrong = [place for place, call in template_calls() if template_of(call) is None]
        assert not wrong, "the catalogue cannot see these: " + ", ".join(wrong)

    def test_every_placeholder_gets_a_value(self) -> None:
        wrong = []
        for place, call in template_calls():
            given = {keyword.arg for keyword in call.keywords}
            wanted = {name.split(".")[0].split("[")[0] for name, _, _ in placeholders(template_of(call) or "")}
            if None not in given and given != wanted:
                wrong.append(f"{place}: {sorted(given ^ wanted, key=str)}")
        assert not wrong, "\n".join(wrong)

    @pytest.mark.skipif(update.tool("lupdate") is None, reason="this PySide6 comes without lupdate")
    def test_update_collects_what_the_sources_say(self, tmp_path: Path) -> None:
        texts = tmp_path / "nakami_ja.ts"
        texts.write_bytes(update.TEXTS.read_bytes())
        update.collect(texts)
        collected = update.templates(texts)
        assert set(collected) == {template for _, call in template_calls() if (template := template_of(call))}
        assert all(collected[template] == CATALOGUE[template] for template in collected if template in CATALOGUE)


class TestSwitching:
    def test_a_kept_sentence_follows_the_language(self, qapp: QApplication) -> None:
        sentence = say("There is no folder “{folder}”.", folder="猫 & dogs {x}")
        assert str(sentence) == "There is no folder “猫 & dogs {x}”."
        translation.install(qapp, "ja")
        assert str(sentence) == "フォルダ「猫 & dogs {x}」がありません。"
        assert sentence.in_english() == "There is no folder “猫 & dogs {x}”."
        translation.install(qapp, "en")
        assert str(sentence) == "There is no folder “猫 & dogs {x}”."

    def test_numbers_keep_their_format(self, qapp: QApplication) -> None:
        translation.install(qapp, "ja")
        assert str(say("{count:,} pictures", count=12345)) == "画像12,345枚"

    def test_an_unknown_template_stays_english(self, qapp: QApplication) -> None:
        template = "No catalogue has this."
        translation.install(qapp, "ja")
        assert str(say(template)) == template

    def test_dialogs_of_qt_follow(self, qapp: QApplication) -> None:
        translation.install(qapp, "ja")
        translation.install(qapp, "ja")
        if translation._of_qt is None:
            pytest.skip("this PySide6 comes without qtbase_ja.qm")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
        translation.install(qapp, "en")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"

    @pytest.mark.parametrize(("system", "pause"), [("ja", "一時停止"), ("en", "Pause")])
    def test_system_is_followed(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, pause: str
    ) -> None:
        monkeypatch.setattr(translation, "system_language", lambda: system)
        translation.install(qapp, "system")
        assert str(say("Pause")) == pause

    def test_without_the_catalogue_it_is_english(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        translation.install(qapp, "ja")
        monkeypatch.setattr(translation, "CATALOGUE", tmp_path / "missing.qm")
        translation.install(qapp, "ja")
        assert str(say("Pause")) == "Pause"


class TestHeadless:
    @pytest.mark.parametrize(
        ("environment", "pause"),
        [
            ({"LANG": "ja_JP.UTF-8"}, "一時停止"),
            ({"LANG": "ja"}, "一時停止"),
            ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "一時停止"),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.utf8"}, "一時停止"),
            ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, "Pause"),
            ({"LANG": "jam_JM.UTF-8"}, "Pause"),
            ({"LANG": "de_DE.UTF-8"}, "Pause"),
            ({}, "Pause"),
        ],
    )
    def test_environment_decides(
        self, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], pause: str
    ) -> None:
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        translation.for_headless()
        assert str(say("Pause")) == pause

    def test_language_can_be_named(self) -> None:
        translation.for_headless("ja")
        assert str(say("Pause")) == "一時停止"
        translation.for_headless("en")
        assert str(say("Pause")) == "Pause"

    @pytest.mark.parametrize(("language", "loads_qt"), [("C.UTF-8", "False"), ("ja_JP.UTF-8", "True")])
    def test_english_needs_no_qt(self, language: str, loads_qt: str) -> None:
        program = (
            "import sys; from gui.translation import for_headless; for_headless();"
            "print('PySide6' in sys.modules, 'PySide6.QtGui' in sys.modules)"
        )
        said = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "LC_ALL": language},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert said.stdout.split() == [loads_qt, "False"]
