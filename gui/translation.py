"""The language of the program: puts the Japanese catalogue behind `core.words`, for window and command line alike.

Nothing of Qt is imported before a language other than English is wanted: a headless run in English needs none of it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from core.words import use_translator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "translations"
CATALOGUE = FOLDER / "nakami_ja.qm"

# Templates are collected from functions, not from classes of Qt, so they have no context.
_NO_CONTEXT = ""
# In the order in which the system's own programs ask for the language of messages.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

# Qt's own catalogue (buttons of dialogs). Held here: the application does not own what is installed on it.
_of_qt: QTranslator | None = None


def install(app: QCoreApplication, language: str) -> None:
    """Speak `language` ("system", "en" or "ja") from now on. Texts already shown stay until they are rebuilt."""
    global _of_qt
    if _of_qt is not None:
        app.removeTranslator(_of_qt)
        _of_qt = None
    if _resolved(language) != "ja":
        use_translator(None)
        return
    _use_catalogue()
    _of_qt = _dialog_words()
    if _of_qt is not None:
        app.installTranslator(_of_qt)


def system_language() -> str:
    """ "ja" on a Japanese system, else "en"."""
    from PySide6.QtCore import QLocale

    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


def for_headless(language: str = "system") -> None:
    """Let a run without a window speak `language`. "system" is what the environment says, read without Qt."""
    if language == "system":
        language = _language_of(os.environ)
    if language == "ja":
        _use_catalogue()
    else:
        use_translator(None)


def _resolved(language: str) -> str:
    return system_language() if language == "system" else language


def _language_of(environment: Mapping[str, str]) -> str:
    said = next((value for name in _VARIABLES if (value := environment.get(name, "").strip())), "")
    return "ja" if said.lower().split(".")[0].split("_")[0] == "ja" else "en"


def _use_catalogue() -> None:
    """Render every sentence from the catalogue; a template that it lacks stays English."""
    from PySide6.QtCore import QTranslator

    catalogue = QTranslator()
    if not catalogue.load(str(CATALOGUE)):
        use_translator(None)
        return

    def translate(template: str) -> str:
        return catalogue.translate(_NO_CONTEXT, template) or template

    use_translator(translate)


def _dialog_words() -> QTranslator | None:
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load("qtbase_ja", folder) else None
