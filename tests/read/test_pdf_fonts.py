"""Chinese letters of a PDF file without fonts have the shapes of our font on any machine."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from builder.config import Limits
from builder.read.pdf import pdf_page
from builder.read.pdffonts import use_own_font
from tests.rawfiles import pdf_pages, shown

SENTENCE = "全市完成治理项目，督促企业落实主体责任。"


def test_a_word_of_one_letter_is_read() -> None:
    page = shown("甲", x=60, y=400, size=12) + shown(SENTENCE, x=60, y=300, size=12)
    assert pdf_page("a.pdf", pdf_pages(page), Limits()).text == f"甲\n{SENTENCE}"


def test_letters_have_the_edges_of_our_font() -> None:
    """中 of Noto Sans SC reaches from 0.096 to 0.902 of its size."""
    use_own_font()
    page = pypdfium2.PdfDocument(pdf_pages(shown("中", x=100, y=400, size=100)))[0]
    left, _, right, _ = page.get_textpage().get_charbox(0)
    assert (left, right) == pytest.approx((109.6, 190.2), abs=0.1)


def test_other_scripts_are_shaped_by_pdfium_itself() -> None:
    use_own_font()
    own = pypdfium2.PdfSysfontBase.SINGLETON
    asked = (None, 400, 0, pdfium.FXFONT_ANSI_CHARSET, 0, b"Arial", None)
    assert own.MapFont(*asked) is None
