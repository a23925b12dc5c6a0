from __future__ import annotations

import base64
import io
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from builder.render import pdf_substitutes
from builder.render.pdf_errors import PdfError
from builder.render.pdf_substitutes import closed_page, pdf_by_browser, pdf_by_office
from tests.goldfacts import ROOT

TEMPLATES = ROOT / "templates"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Noto Sans SC">潜江市</text></svg>'
PICTURE = f"data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()}"
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00;"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A template folder with a logo of the office's own."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "logo.gif").write_bytes(PIXEL)
    (tmp_path / "secret.gif").write_bytes(PIXEL)
    return folder


def test_a_page_for_a_browser_has_our_fonts_and_opens_nothing() -> None:
    page = closed_page("<html><head><title>简报</title></head><p>岳阳县</p></html>", TEMPLATES)
    head, rest = page.split("<style>", 1)
    assert head == (
        '<html><head><meta http-equiv="Content-Security-Policy" content="'
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
    )
    assert 'font-family: "Noto Serif SC"; font-weight: 700; src: url("data:font/ttf;base64,' in rest
    assert rest.endswith("</style><title>简报</title></head><p>岳阳县</p></html>")


def test_a_chart_has_the_font_that_it_names_in_it() -> None:
    page = closed_page(f'<img alt="图" src="{PICTURE}">', TEMPLATES)
    chart = re.search(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", page)
    assert chart is not None
    svg = base64.b64decode(chart[1]).decode()
    assert re.findall(r'font-family: "([^"]+)"', svg) == ["Noto Sans", "Noto Sans SC"]
    assert re.sub(r"<style>.*</style>", "", svg, flags=re.DOTALL) == SVG


def test_a_letter_that_no_font_has_is_printed_as_a_missing_type() -> None:
    assert closed_page("<p>吉𠮷</p>", TEMPLATES).endswith("<p>吉〓</p>")


@pytest.mark.parametrize(
    "written", ['<img src="logo.gif">', '<p style="background:url(logo.gif)">']
)
def test_pictures_of_the_template_folder_stand_in_the_page(own: Path, written: str) -> None:
    data = f"data:image/gif;base64,{base64.b64encode(PIXEL).decode()}"
    assert closed_page(written, own).endswith(written.replace("logo.gif", data))


@pytest.mark.parametrize(
    "url",
    [
        *("../secret.gif", "file:///etc/passwd", "https://example.org/logo.png", "no.gif"),
        *("C:\\Users\\a.gif", "\\\\server\\share\\a.gif", "//server/share/a.gif"),
    ],
)
def test_error_of_any_other_picture(own: Path, url: str) -> None:
    with pytest.raises(PdfError) as caught:
        closed_page(f'<img alt="x" src="{url}">', own)
    assert str(caught.value) == f"模板只能用模板文件夹里的文件，不能用 {url}"


def test_without_the_programs_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_substitutes, "browser", lambda: None)
    monkeypatch.setattr(pdf_substitutes, "libreoffice", lambda: None)
    assert pdf_by_browser("<p>一</p>", TEMPLATES) is None
    assert pdf_by_office(b"", TEMPLATES) is None


def test_a_program_that_makes_nothing_makes_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_substitutes, "browser", lambda: shutil.which("true"))
    assert pdf_by_browser("<p>一</p>", TEMPLATES) is None


@pytest.mark.slow
def test_a_browser_prints_what_the_page_says_and_the_same_bytes_again() -> None:
    style = "<style>* { font-family: 'Noto Serif SC' }</style>"
    page = f'{style}<h1>简报</h1><p>岳阳县32.86 μg/m³，汙染防治</p><img alt="图" src="{PICTURE}">'
    made = pdf_by_browser(page, TEMPLATES)
    assert made is not None
    document = pypdfium2.PdfDocument(made)
    assert "岳阳县32.86 μg/m³，汙染防治" in document[0].get_textpage().get_text_range()
    assert "潜江市" in document[0].get_textpage().get_text_range()
    assert [mark.get_title() for mark in document.get_toc()] == ["简报"]
    assert pdf_by_browser(page, TEMPLATES) == made


@pytest.mark.slow
def test_libreoffice_prints_what_the_word_file_says() -> None:
    document, file = Document(), io.BytesIO()
    document.add_paragraph("岳阳县32.86微克/立方米")
    document.save(file)
    made = pdf_by_office(file.getvalue(), TEMPLATES)
    assert made is not None
    said = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    # It sets figures off from Chinese as Word does, and so do the words that are copied.
    assert said.strip() == "岳阳县 32.86 微克/立方米"
