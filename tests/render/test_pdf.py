from __future__ import annotations

import io
import re
from pathlib import Path

import page
import pdfplumber
import pypdfium2
import pytest

from builder.render.html import html
from builder.render.pdf import PdfWorker, pdf
from builder.render.pdf_errors import PdfError, PdfUnavailable
from tests import pageparts

# WeasyPrint never closes its own colour profile.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

TEMPLATES = Path(__file__).parents[2] / "templates"
FACTS = b'{"kind": "report"}\n'
A4 = (595, 842)
# The validator takes a line end that is a stream's last byte for the one behind the stream; the
# lengths are tested below.
FALSE_COMPLAINT = "PDFA3A-STREAM-LENGTH-001"


def small(body: str) -> str:
    head = "<head><title>简报</title></head>"
    return f'<!DOCTYPE html><html lang="zh-CN">{head}<body>{body}</body></html>'


def made(body: str) -> bytes:
    return pdf(small(body), TEMPLATES, {})


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(each.get_textpage().get_text_range() for each in document)


@pytest.fixture(scope="module")
def sample() -> bytes:
    briefing = pageparts.briefing(pageparts.parts(wide=True))
    source = html(briefing, (pageparts.DRAWING,), TEMPLATES)
    with PdfWorker() as worker:
        return worker.render(source, TEMPLATES, {"facts.json": FACTS})


def test_text_copies_as_it_reads() -> None:
    assert text_of(made("<p>赣州市32.86 μg/m³，汙染防治攻堅戰，O₃</p>")).strip() == (
        "赣州市32.86 μg/m³，汙染防治攻堅戰，O₃"
    )


def test_same_html_gives_the_same_bytes() -> None:
    assert made("<p>岳阳县</p>") == made("<p>岳阳县</p>")


def test_worker_makes_the_same_as_the_function() -> None:
    with PdfWorker() as worker:
        assert worker.render(small("<p>岳阳县</p>"), TEMPLATES, {}) == made("<p>岳阳县</p>")


def test_worker_goes_on_after_an_error() -> None:
    with PdfWorker() as worker:
        with pytest.raises(PdfError):
            worker.render(small('<img alt="x" src="no.png">'), TEMPLATES, {})
        assert worker.render(small("<p>吉</p>"), TEMPLATES, {}).startswith(b"%PDF-1.7")


def test_attachment_is_embedded_whole() -> None:
    document = pypdfium2.PdfDocument(pdf(small("<p>一</p>"), TEMPLATES, {"facts.json": FACTS}))
    attachment = document.get_attachment(0)
    assert attachment.get_name() == "facts.json"
    assert bytes(attachment.get_data()) == FACTS


def test_a_letter_that_no_font_has_is_printed_as_a_missing_type() -> None:
    assert text_of(made("<p>吉𠮷&#xA188;ꆈ凉</p>")).strip() == "吉〓〓〓凉"


def test_error_file_outside_the_templates() -> None:
    with pytest.raises(PdfError, match="模板只能用模板文件夹里的文件，不能用 file:///etc/passwd"):
        made('<img alt="x" src="file:///etc/passwd">')


def test_error_address_on_the_net() -> None:
    with pytest.raises(PdfError, match=r"不能用 https://example\.org/logo\.png"):
        made('<img alt="x" src="https://example.org/logo.png">')


def test_error_no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.render.pdf._typeset", _no_pango)
    monkeypatch.setattr("shutil.which", lambda tool: tool if tool == "apt-get" else None)
    with pytest.raises(PdfUnavailable) as caught:
        made("<p>一</p>")
    assert str(caught.value) == (
        "本机缺少 Pango，不能生成 PDF/A（cannot load library 'libpango'）。要装上，请运行："
        "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def _no_pango() -> None:
    raise OSError("cannot load library 'libpango'")


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_sample_keeps_the_standard(sample: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(sample, profile=profile)
    found = {f"{item.rule_id}: {item.message}" for item in report.failures}
    assert {words for words in found if not words.startswith(FALSE_COMPLAINT)} == set()


@pytest.mark.slow
def test_sample_streams_have_the_length_that_they_say(sample: bytes) -> None:
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", sample))
    assert len(streams) > 10
    for stream in streams:
        assert sample[stream.end() + int(stream[1]) :].startswith(b"\nendstream")


@pytest.mark.slow
def test_sample_pages_are_a4_and_the_wide_one_lies_on_its_side(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    sizes = [tuple(round(side) for side in each.get_size()) for each in document]
    assert sizes[:3] == [A4, A4[::-1], A4]
    assert set(sizes[3:]) == {A4}


@pytest.mark.slow
def test_sample_embeds_our_fonts_alone(sample: bytes) -> None:
    with pdfplumber.open(io.BytesIO(sample)) as document:
        fonts = {char["fontname"].split("+")[1] for each in document.pages for char in each.chars}
    assert fonts == {"Noto-Serif-SC", "Noto-Serif-SC-Bold", "Noto-Sans-SC"}


@pytest.mark.slow
def test_sample_text_stays_within_the_margins(sample: bytes) -> None:
    with pdfplumber.open(io.BytesIO(sample)) as document:
        for number, each in enumerate(document.pages, 1):
            left, right = (24, 24) if each.width < each.height else (18, 18)
            for word in each.extract_words():
                assert word["x0"] > left * 72 / 25.4 - 3, (number, word["text"])
                assert word["x1"] < each.width - right * 72 / 25.4 + 16, (number, word["text"])


@pytest.mark.slow
def test_sample_page_numbers_stand_at_the_outer_corner(sample: bytes) -> None:
    with pdfplumber.open(io.BytesIO(sample)) as document:
        for number, each in enumerate(document.pages, 1):
            foot = each.crop((0, each.height - 80, each.width, each.height)).extract_words()
            assert [word["text"] for word in foot] == ["—", str(number), "—"]
            assert (foot[0]["x0"] > each.width / 2) == (number % 2 == 1)


@pytest.mark.slow
def test_sample_bookmarks_are_the_parts(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    titles = [item.get_title() for item in document.get_toc() if item.level == 0]
    assert titles == [
        "一、一览",
        "二、环境质量",
        "三、督察与整改",
        "四、问题和对应承诺",
        "附录　原文出处",
    ]
