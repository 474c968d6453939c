"""Bring the Japanese catalogue up to date with the sources: `python resources/translations/update.py`.

Collects the templates of `tr("...")` and `say("...")`, names the ones that still want a translation in
`nakami_ja.ts` (Qt Linguist edits it, so does any editor), and compiles it to `nakami_ja.qm`.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
SOURCES = ("main.py", "core", "gui")
TEXTS = FOLDER / "nakami_ja.ts"
COMPILED = FOLDER / "nakami_ja.qm"

# `self.say(...)` of a class is read as a template of that class; templates are in no context.
_OTHER_CONTEXT = re.compile(r"<context>\n    <name>[^<]+</name>\n.*?</context>\n", re.DOTALL)


def main() -> int:
    """Collect, report, compile. Returns 1 while something is untranslated."""
    collect(TEXTS)
    missing = untranslated(TEXTS)
    for template in missing:
        print(f"untranslated: {template}")
    compile_texts(TEXTS, COMPILED)
    print(f"{len(templates(TEXTS))} texts, {len(missing)} untranslated")
    return 1 if missing else 0


def collect(texts: Path) -> None:
    """Merge the templates of the sources into `texts`, sorted and without places so that changes stay small."""
    files = sorted(file.relative_to(ROOT).as_posix() for source in SOURCES for file in _python_files(ROOT / source))
    _run(
        *("lupdate", "-silent", "-tr-function-alias", "tr+=say"),
        *("-locations", "none", "-no-obsolete", "-sort-messages"),
        *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
        *("-source-language", "en", "-target-language", "ja"),
        *files,
        *("-ts", str(texts)),
    )
    written = texts.read_text(encoding="utf-8")
    texts.write_text(_OTHER_CONTEXT.sub("", written), encoding="utf-8", newline="\n")


def compile_texts(texts: Path, compiled: Path) -> None:
    """Write the binary catalogue that the program loads."""
    _run("lrelease", "-silent", str(texts), "-qm", str(compiled))


def templates(texts: Path) -> dict[str, str]:
    """Every template with its translation; "" where it has none or one that is not confirmed yet."""
    found = {}
    for message in ET.parse(texts).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        found[message.findtext("source") or ""] = (translation.text or "") if translation is not None and done else ""
    return found


def untranslated(texts: Path) -> list[str]:
    """The templates that still want a translation."""
    return [template for template, translation in templates(texts).items() if not translation]


def tool(name: str) -> str | None:
    """Where PySide6's `lupdate` or `lrelease` is, None without them."""
    beside_python = Path(sys.executable).parent
    places = (beside_python, sysconfig.get_path("scripts"))
    return next((found for place in places if (found := shutil.which(f"pyside6-{name}", path=str(place)))), None)


def _python_files(source: Path) -> list[Path]:
    return [source] if source.is_file() else list(source.rglob("*.py"))


def _run(name: str, *arguments: str) -> None:
    program = tool(name)
    if program is None:
        raise SystemExit(f"pyside6-{name} is not beside {sys.executable}: install PySide6-Essentials there.")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
