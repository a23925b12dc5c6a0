"""Word and HTML say the same, with the facts of the five reports."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from builder.charts import charts
from builder.compare import compare
from builder.config import Config
from builder.language import Language
from builder.model import Drawing
from builder.render.docx import docx
from builder.render.html import html
from tests.goldfacts import gold_extractions
from tests.samplebriefing import sample_briefing
from tests.wordfiles import WordFile, opened

TEMPLATES = Path(__file__).parents[2] / "templates"


def bare(text: str) -> str:
    """Words without the spaces and paragraph ends that only layout makes."""
    return re.sub(r"[\s|]", "", text)


@pytest.fixture(scope="module")
def pair() -> tuple[WordFile, Any]:
    config, language = Config(), Language("zh")
    comparison = compare(gold_extractions(), sample_briefing().comparison.refused, config, language)
    drawn = charts(comparison, config, language)
    briefing = dataclasses.replace(sample_briefing(drawn), comparison=comparison)
    drawings = tuple(Drawing(chart=chart.id, svg="<svg/>", png=b"") for chart in drawn)
    page = html(briefing, drawings, TEMPLATES)
    return opened(docx(briefing, drawings, TEMPLATES)), lxml.html.fromstring(page)


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
