"""Documents of 1 to 40 bureaus: nothing beyond the margins, nothing over anything else."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from builder.config import Config
from builder.pipeline.line import Request, build
from builder.render.docx import docx
from builder.render.folder import default_templates
from builder.render.pdf import pdf
from tests.laidout import overlaps, strays, word_pages
from tests.manybureaus import many_reports
from tests.pageparts import DRAWING, briefing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module", params=[1, 2, 5, 12, 40])
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(f"bureaus{request.param}")
    reports = folder / "seeds"
    reports.mkdir()
    for name, text in many_reports(request.param).items():
        (reports / name).write_text(text, encoding="utf-8")
    made = Request(
        input=reports,
        output=folder / "output",
        templates=default_templates(),
        config=Config(),
        formats=("docx", "pdf"),
    )
    assert build(made).reports == request.param
    return folder / "output"


def test_pdf_pages_hold_all_they_print(output: Path) -> None:
    assert strays(output / "briefing.pdf") == []
    assert overlaps(output / "briefing.pdf") == []


def test_word_file_follows_the_schema(output: Path) -> None:
    assert OpenXmlValidator().validate(output / "briefing.docx").errors == []


def test_word_pages_hold_all_they_print(output: Path, tmp_path: Path) -> None:
    made = word_pages(output / "briefing.docx", tmp_path)
    assert strays(made) == []
    assert overlaps(made) == []
    printed = len(pypdfium2.PdfDocument(output / "briefing.pdf"))
    assert len(pypdfium2.PdfDocument(made)) == pytest.approx(printed, rel=0.1, abs=2)


def test_word_file_opens_with_the_same_pages_each_time(tmp_path: Path) -> None:
    made = docx(briefing(), (DRAWING,), default_templates())
    (tmp_path / "briefing.docx").write_bytes(made)
    told = []
    for name in ("once", "again"):
        folder = tmp_path / name
        folder.mkdir()
        document = pypdfium2.PdfDocument(word_pages(tmp_path / "briefing.docx", folder))
        told.append([page.get_textpage().get_text_range() for page in document])
    assert len(told[0]) > 4
    assert told[0] == told[1]


def small_page(folder: Path, body: str) -> Path:
    style = "@page { size: A4; margin: 25mm 24mm 23mm 24mm } p { margin: 0; white-space: nowrap }"
    head = f"<head><title>页</title><style>{style}</style></head>"
    page = f'<!DOCTYPE html><html lang="zh-CN">{head}<body>{body}</body></html>'
    file = folder / "page.pdf"
    file.write_bytes(pdf(page, default_templates(), {}))
    return file


def test_words_beyond_the_margin_would_be_found(tmp_path: Path) -> None:
    page = small_page(tmp_path, '<p>在版心里</p><p style="margin-left: 150mm">超出版心的文字</p>')
    assert [words.text for words in strays(page)] == ["超出版心的文字"]
    assert overlaps(page) == []


def test_words_on_other_words_would_be_found(tmp_path: Path) -> None:
    page = small_page(tmp_path, '<p>被盖住的文字</p><p style="margin-top: -8pt">盖在上面</p>')
    ((upper, lower),) = overlaps(page)
    assert "被盖住的文字" in upper.text
    assert "盖在上面" in lower.text
