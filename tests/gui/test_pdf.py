"""Pages as PDF."""

import base64
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from core.report import pdf
from core.report.drawing import Pen
from core.report.endings import require_usable
from core.report.pdf import use_pdf_writer
from gui import lazy_pdf
from gui.pdf import write_pdf

ROW = "<tr><td>some words</td><td align='right'>1</td></tr>"


def page(body: str) -> str:
    return f"<!DOCTYPE html><html lang='ja'><head><title>動物 1</title></head><body>{body}</body></html>"


def drawing(height: int) -> str:
    pen = Pen(300, height)
    pen.line((0, 0), (300, height), "#17608C", 2)
    pen.text((10, 20), "ちょうちょ")
    svg = base64.b64encode(pen.finished("a line").svg.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{svg}" width="300" height="{height}">'


def heading(title: str) -> str:
    return f'<p><a name="heading"></a>{title}</p>'


def pages(file: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", file.read_bytes()))


@pytest.mark.parametrize(("rows", "expected"), [(1, 1), (30, 1), (150, 3)])
def test_a_page_becomes_sheets(qapp: object, tmp_path: Path, rows: int, expected: int) -> None:
    file = tmp_path / "a.pdf"
    write_pdf(page(f"<p>動物</p><table width='100%'>{ROW * rows}</table>"), file)
    assert file.read_bytes().startswith(b"%PDF-")
    assert pages(file) == expected
    # The title is written as UTF-16.
    assert "動物 1".encode("utf-16-be") in file.read_bytes()


def test_drawings_stay_drawings(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    write_pdf(page(drawing(200)), file)
    assert b"/Subtype /Image" not in file.read_bytes()
    assert b"/Subtype /CIDFontType2" in file.read_bytes() or b"/FontFile" in file.read_bytes()


def test_a_heading_goes_with_what_follows(qapp: object, tmp_path: Path) -> None:
    """The second drawing takes another sheet. Only with a heading that goes along is the third one too much for it."""
    together, alone = tmp_path / "together.pdf", tmp_path / "alone.pdf"
    tall, kept = f"<div>{drawing(515)}</div>", f"<table><tr><td>{drawing(455)}</td></tr></table>"
    title = '<span style="font-size: 40px">a</span>'
    write_pdf(page(f'{tall}<div><a name="heading"></a>{title}</div>{kept}{tall}'), together)
    write_pdf(page(f"{tall}<div>{title}</div>{kept}{tall}"), alone)
    assert (pages(together), pages(alone)) == (3, 2)


def test_every_section_may_be_torn_off_without_an_empty_sheet(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    section = f"{heading('a section')}<table width='100%'>{ROW * 15}</table>"
    write_pdf(page(section * 6), file)
    assert pages(file) in (2, 3)


def test_it_is_written_on_the_thread_of_a_job_while_the_window_lives(qtbot: QtBot, tmp_path: Path) -> None:
    class Job(QThread):
        def run(self) -> None:
            write_pdf(page(f"<p>words</p>{drawing(200)}<table>{ROW * 80}</table>"), tmp_path / "a.pdf")

    job = Job()
    with qtbot.waitSignal(job.finished, timeout=20_000):
        job.start()
    assert pages(tmp_path / "a.pdf") == 2


def test_a_file_that_cannot_be_written_is_told(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_pdf(page("words"), tmp_path / "gone" / "a.pdf")


def test_a_run_without_a_window_writes_with_an_application_of_its_own(qapp: object, tmp_path: Path) -> None:
    lazy_pdf.install()
    try:
        require_usable(tmp_path / "a.PDF")
        pdf.write_pdf(page("words"), tmp_path / "a.pdf")
    finally:
        use_pdf_writer(None)
    assert pages(tmp_path / "a.pdf") == 1
