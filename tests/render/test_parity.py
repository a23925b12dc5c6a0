"""Word, HTML and PDF say the same, with the facts of the five reports."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import lxml.html
import pypdfium2
import pytest

from builder.charts import charts
from builder.charts.draw import vector_drawings
from builder.config import Config
from builder.language import Language
from builder.model import Briefing, Drawing
from builder.render.docx import docx
from builder.render.html import html
from builder.render.pdf import pdf
from tests.goldfacts import gold_extractions
from tests.samplebriefing import sample_briefing
from tests.smallreports import viewed
from tests.wordfiles import WordFile, opened

TEMPLATES = Path(__file__).parents[2] / "templates"


def bare(text: str) -> str:
    """Words without the spaces and paragraph ends that only layout makes."""
    return re.sub(r"[\s|]", "", text)


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    config, language = Config(), Language("zh")
    refused = sample_briefing().comparison.refused
    printed = viewed(*gold_extractions(), refused=refused)
    drawn = charts(printed, config, language)
    return dataclasses.replace(sample_briefing(drawn), comparison=printed)


@pytest.fixture(scope="module")
def pair(briefing: Briefing) -> tuple[WordFile, Any]:
    blank = tuple(Drawing(chart=chart.id, svg="<svg/>", png=b"") for chart in briefing.charts)
    page = html(briefing, blank, TEMPLATES)
    return opened(docx(briefing, blank, TEMPLATES)), lxml.html.fromstring(page)


def texts(page: Any, *names: str) -> list[str]:  # noqa: ANN401
    return [bare(element.text_content()) for element in page.iter(*names)]


def test_all_tables_have_the_same_rows(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    theirs = [
        [[bare(cell.text_content()) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        for table in page.iter("table")
    ]
    ours = [[[bare(cell) for cell in row] for row in table] for table in word.tables()]
    assert len(ours) > 20
    assert ours == theirs


def test_headings_stand_in_the_same_order(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    ours = [
        bare(text)
        for style, text in word.styled()
        if style in {"Title", "TOCHeading", "Heading1", "Heading2"}
    ]
    assert ours == texts(page, "h1", "h2", "h3")


def test_captions_and_notes_are_the_same(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    captions = word.paragraphs("TableCaption") + word.paragraphs("Caption")
    assert sorted(map(bare, captions)) == sorted(texts(page, "caption", "figcaption"))
    notes = [
        bare(note.text_content())
        for note in page.iter("p")
        if "note" in (note.get("class") or "").split()
    ]
    assert list(map(bare, word.paragraphs("Note"))) == notes


def test_evidence_marks_lead_to_the_same_entries(pair: tuple[WordFile, Any]) -> None:
    word, page = pair
    theirs = [link.text_content() for link in page.iter("a") if link.get("class") == "mark"]
    assert word.links("evidence") == theirs


LINE_END_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
FOOT = re.compile(r"—\s*\d+\s*—\s*$")


@pytest.fixture(scope="module")
def printed(briefing: Briefing) -> str:
    """The words of the PDF from its first page to its last, without the page numbers."""
    drawn = vector_drawings(briefing.charts, TEMPLATES / "fonts")
    document = pypdfium2.PdfDocument(pdf(html(briefing, drawn, TEMPLATES), TEMPLATES, {}))
    pages = (page.get_textpage().get_text_range() for page in document)
    joined = "".join(FOOT.sub("", page) for page in pages)
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
    lines = [bare(line.text_content()) for line in page.xpath("//p[not(ancestor::tr)]")]
    said = [*rows, *others, *lines]
    assert len(said) > 800
    assert [words for words in said if words not in printed] == []


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_pdf_prints_the_evidence_marks_in_the_same_order(
    pair: tuple[WordFile, Any], printed: str
) -> None:
    _, page = pair
    body = bare(page.find("body").text_content())
    assert re.findall(r"〔\w+〕", printed) == re.findall(r"〔\w+〕", body)
