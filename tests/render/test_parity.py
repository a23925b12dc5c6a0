"""Word, HTML and PDF say the same, with the facts of the five reports."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pypdfium2
import pytest

from builder.charts.draw import vector_drawings
from builder.config import Config
from builder.language import Language
from builder.model import Briefing, Drawing
from builder.pipeline.line import assembled_briefing
from builder.render.docx import docx
from builder.render.html import html
from builder.render.pdf import pdf
from tests.goldfacts import gold_extractions
from tests.pageparts import PNG
from tests.smallreports import viewed
from tests.wordfiles import W, WordFile, opened

TEMPLATES = Path(__file__).parents[2] / "templates"
JOINER = "\u2060"
NUMBER = re.compile(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
SETTINGS = Config(
    issuer="编印单位", issue="第1期", date="2026年11月28日", recipients="各位", copies=50
)


def bare(text: str) -> str:
    """Words without the spaces, joiners and paragraph ends that only layout makes."""
    return re.sub(rf"[\s|{JOINER}]", "", text)


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return assembled_briefing(viewed(*gold_extractions()), SETTINGS, Language("zh"))


@pytest.fixture(scope="module")
def pair(briefing: Briefing) -> tuple[WordFile, Any]:
    blank = tuple(Drawing(chart=chart.id, svg="<svg/>", png=PNG) for chart in briefing.charts)
    page = html(briefing, blank, TEMPLATES)
    return opened(docx(briefing, blank, TEMPLATES)), lxml.html.fromstring(page)


def texts(page: Any, *names: str) -> list[str]:  # noqa: ANN401
    return [bare(element.text_content()) for element in page.iter(*names)]


def classed(page: Any, name: str) -> list[str]:  # noqa: ANN401
    """The words of all paragraphs of a class."""
    return [
        bare(line.text_content())
        for line in page.iter("p")
        if name in (line.get("class") or "").split()
    ]


def test_all_tables_have_the_same_rows(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    theirs = [
        [[bare(cell.text_content()) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        for table in page.iter("table")
    ]
    ours = [[[bare(cell) for cell in row] for row in table] for table in word.tables()]
    assert len(ours) > 10
    assert ours == theirs


def test_headings_stand_in_the_same_order(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    styles = ("简报名称", "heading 1", "heading 2", "附录标题", "附录小标题")
    theirs = [NUMBER.sub("", words) for words in texts(page, "h1", "h2", "h3")]
    assert list(map(bare, word.texts(*styles))) == theirs


def test_conclusions_captions_and_notes_are_the_same(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    captions = [bare(caption) for caption in word.texts("表题", "图题")]
    assert captions == texts(page, "caption", "figcaption")
    leads = [re.sub(r"^\d", "", bare(lead)) for lead in word.texts("简报要点")]
    assert leads == classed(page, "lead")
    assert list(map(bare, word.texts("要点说明"))) == classed(page, "detail")
    assert list(map(bare, word.texts("提示", "表注", "目录行"))) == classed(page, "note")


def test_evidence_is_the_same(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    assert list(map(bare, word.texts("附录路径"))) == classed(page, "path")
    assert list(map(bare, word.texts("附录条目"))) == classed(page, "entry")


def test_evidence_marks_lead_to_the_same_entries(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    theirs = [mark.text_content() for mark in page.iter("a", "span") if mark.get("class") == "mark"]
    assert len(theirs) > 100
    assert list(map(bare, word.links("evidence"))) == theirs


def test_word_counts_the_numbers_that_the_page_prints(pair: tuple[WordFile, Any]) -> None:
    """Its headings are numbered by their styles alone: as many on the page have a number."""
    word, page = pair
    numbered = [words for words in texts(page, "h2", "h3") if NUMBER.match(words)]
    ours = word.lines("heading 1", "heading 2")
    assert len(ours) == len(numbered)
    assert all(line.find(f"{W}pPr/{W}numPr") is None for line in ours)


LINE_END_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
FOOT = re.compile(r"—\s*\d+\s*—\s*$")


@pytest.fixture(scope="module")
def printed(briefing: Briefing) -> str:
    """The words of the PDF from its first page to its last, without running head and numbers."""
    drawn = vector_drawings(briefing.charts, TEMPLATES / "fonts")
    document = pypdfium2.PdfDocument(pdf(html(briefing, drawn, TEMPLATES), TEMPLATES, {}))
    pages = (page.get_textpage().get_text_range() for page in document)
    head = re.compile(rf"^{briefing.title}\s*")
    first, *others = (FOOT.sub("", page) for page in pages)
    joined = "".join((first, *(head.sub("", page) for page in others)))
    return bare(joined.replace(LINE_END_HYPHEN, "-"))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_pdf_prints_all_rows_captions_and_paragraphs(
    pair: tuple[WordFile, Any], printed: str
) -> None:
    _, page = pair
    rows = [
        bare("".join(cell.text_content() for cell in row.iter("th", "td")))
        for row in page.iter("tr")
    ]
    others = texts(page, "h1", "h2", "h3", "caption", "figcaption")
    said = [*rows, *others]
    assert len(said) > 150
    assert [words for words in said if words not in printed] == []


def test_a_document_on_one_bureau_is_made_from_the_same_template(briefing: Briefing) -> None:
    sheet = replace(briefing.parts[1], numbered=False)
    view = replace(briefing.comparison, parts=(sheet,))
    blank = tuple(Drawing(chart=chart.id, svg="<svg/>", png=PNG) for chart in briefing.charts)
    file = opened(docx(replace(briefing, comparison=view), blank, TEMPLATES))
    assert file.texts("heading 1", "附录标题") == [sheet.title]
