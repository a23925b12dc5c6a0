"""Each way to a PDF, forced: by Pango where it is, else by a browser, else by LibreOffice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from builder.config import Config
from builder.pipeline import documents
from builder.pipeline.line import Request, Summary, build
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from tests.goldfacts import ROOT

NO_PANGO = "本机缺少 Pango"
BY_BROWSER = "briefing.pdf 由浏览器排版：不是存档用的 PDF/A，不附 facts.json，单位分册只有 Word"
BY_OFFICE = (
    "briefing.pdf 由 LibreOffice 从 Word 转成：不是存档用的 PDF/A，字体是本机的，"
    "不附 facts.json，单位分册只有 Word"
)


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(_: PdfWorker) -> bytes:
        raise PdfUnavailable(NO_PANGO)

    monkeypatch.setattr(PdfWorker, "result", unavailable)


def no_pdf(*_: object) -> None:
    """What a program answers that is not installed."""


def built(folder: Path, *, sheets: bool = False) -> Summary:
    reports = folder / "reports"
    reports.mkdir()
    shutil.copy(ROOT / "seeds" / "qianjiang-2024.txt", reports)
    return build(
        Request(
            input=reports,
            output=folder / "output",
            templates=ROOT / "templates",
            config=Config(),
            formats=("pdf",),
            sheets=sheets,
        )
    )


@pytest.mark.usefixtures("no_pango")
@pytest.mark.slow
def test_a_browser_takes_pangos_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "pdf_by_office", no_pdf)
    summary = built(tmp_path)
    assert summary.notices == (NO_PANGO, BY_BROWSER)
    pages = len(PdfDocument(tmp_path / "output" / "briefing.pdf"))
    assert summary.files == {"briefing.pdf": f"{pages} 页"}
    assert pages > 5


@pytest.mark.usefixtures("no_pango")
@pytest.mark.slow
def test_libreoffice_takes_the_browsers_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "pdf_by_browser", no_pdf)
    assert built(tmp_path).notices == (NO_PANGO, BY_OFFICE)
    document = PdfDocument(tmp_path / "output" / "briefing.pdf")
    assert "生态环境工作对比简报" in document[0].get_textpage().get_text_range()
    # Word was not asked for, and is not left there.
    assert not (tmp_path / "output" / "briefing.docx").exists()


@pytest.mark.usefixtures("no_pango")
def test_without_any_the_pdf_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "pdf_by_browser", no_pdf)
    monkeypatch.setattr(documents, "pdf_by_office", no_pdf)
    summary = built(tmp_path)
    assert summary.notices == (NO_PANGO,)
    assert summary.files == {}
    assert (tmp_path / "output" / "facts.jsonl").exists()
