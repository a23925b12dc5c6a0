from __future__ import annotations

import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.model import BriefingPart, Mark, PartName, Run, Runs, RunStyle
from builder.model.page import Paragraph
from builder.render.folder import TemplateError
from builder.render.html import html
from builder.wording.runs import cited, filled, traced
from tests import pageparts
from tests.pageparts import ALT, DRAWING

TEMPLATES = Path(__file__).parents[2] / "templates"


class Page(HTMLParser):
    """What a page says: words in their order, addresses, places, rows of tables, pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.places: list[str] = []
        self.cells: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self._skipped = self._in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._skipped = tag == "style"
        if place := found.get("id"):
            self.places.append(place)
        if tag == "a":
            self.links.append(found.get("href") or "")
        if tag in {"td", "th"}:
            self.cells.append("")
            self._in_cell = True
        if tag == "img":
            self.pictures.append(found)

    def handle_endtag(self, tag: str) -> None:
        self._skipped = False
        if tag in {"td", "th"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        self.words.append(data.strip())
        if self._in_cell:
            self.cells[-1] += data.strip()

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="module")
def made() -> str:
    return printed(pageparts.parts())


@pytest.fixture(scope="module")
def page(made: str) -> Page:
    return Page(made)


def printed(parts: tuple[BriefingPart, ...]) -> str:
    return html(pageparts.briefing(parts), (DRAWING,), TEMPLATES)


def said(runs: Runs) -> str:
    """A page with these words alone."""
    blocks = (Paragraph(runs=runs),)
    return printed((BriefingPart(name=PartName.OVERVIEW, title="一览", blocks=blocks),))


def own_template(folder: Path, body: str) -> Path:
    """A template folder with a template of one's own."""
    shutil.copy(TEMPLATES / "briefing.css", folder)
    (folder / "briefing.html.j2").write_text(body, encoding="utf-8")
    return folder


def test_parts_stand_in_their_order_and_are_numbered(made: str) -> None:
    assert re.findall(r"<h2>(.*?)</h2>", made) == [
        "一、一览",
        "二、环境质量",
        "三、督察与整改",
        "四、问题和对应承诺",
        "附录　原文出处",
    ]
    assert re.findall(r"<h3.*?>(.*?)</h3>", made) == ["（一）大气", "（二）水", "潜江市"]


def test_parts_that_are_left_out_are_not_printed() -> None:
    few = printed((pageparts.matrix(), pageparts.overview()))
    assert re.findall(r"<h2>(.*?)</h2>", few) == ["一、问题和对应承诺", "二、一览"]


def test_every_link_of_a_mark_leads_to_a_place(made: str, page: Page) -> None:
    marks = re.findall(r'class="mark" href="#([^"]+)"', made)
    assert len(marks) > 20
    assert set(marks) <= set(page.places)
    assert len(page.places) == len(set(page.places))


def test_marks_lead_to_their_evidence_and_the_first_one_is_led_back_to(made: str) -> None:
    assert made.count('<a class="mark" href="#e1-4" id="c-e1-4">衡8</a>') == 1
    assert made.count('<a class="mark" href="#e1-4">衡8</a>') == 9
    assert '<a class="target" id="e1-4" href="#c-e1-4">衡8</a>' in made
    assert '<a class="target" id="e1-6">赣3</a>' in made


def test_marks_are_no_links_where_the_appendix_is_left_out() -> None:
    few = printed((pageparts.overview(),))
    assert '<span class="mark">\u2060岳5</span>' in few
    assert 'class="mark" href' not in few


def test_a_figure_and_its_mark_are_one_link() -> None:
    overview = replace(pageparts.overview(), blocks=(figures(Mark("岳5", ["yue:1", "yue:9"])),))
    made = printed((overview, pageparts.evidence()))
    assert (
        '分别为<a class="figure" href="#e1-3" id="c-e1-3" data-facts="yue:1 yue:9">'
        '<span class="strong">32</span>.86\u2060<span class="mark">岳5</span></a>。'
    ) in made


def test_a_figure_without_a_mark_knows_its_facts() -> None:
    figure = traced("32.86", [Mark("岳5", ["yue:1"])])
    assert '为<span class="figure" data-facts="yue:1">32.86</span>。' in said(
        filled("为{figure}。", figure=figure)
    )


def figures(mark: Mark) -> Paragraph:
    """分别为32.86〔岳5〕。"""
    value = cited((Run("32", style=RunStyle.STRONG), Run(".86")), [mark])
    return Paragraph(runs=filled("分别为{value}。", value=value))


def test_document_number_in_a_quote_is_no_mark() -> None:
    assert "清环委〔2023〕1号</p>" in said((Run("清环委〔2023〕1号"),))


def test_table_rows_hold_the_words_of_the_view(page: Page) -> None:
    assert "整改 131/166\u2060潜10" in page.cells
    assert "163/190" in page.cells
    assert "四家写明问题12个，3个未见对应承诺" in page.text


def test_captions_are_numbered_in_order(made: str) -> None:
    labels = re.findall(r'<span class="label">(.) (\d)</span>', made)
    assert labels == [("表", "1"), ("图", "1"), ("图", "2"), ("表", "2"), ("图", "3")]


def test_chart_has_caption_and_alt_text(page: Page) -> None:
    (picture,) = page.pictures
    assert picture["alt"] == ALT
    assert str(picture["src"]).startswith("data:image/svg+xml;base64,")
    assert "可比的两家PM2.5均不高于限值" in page.text


def test_signs_of_a_grid_have_words(made: str) -> None:
    assert '<span aria-label="■的说明">■</span>' in made


def test_head_and_foot_say_what_the_configuration_says(page: Page) -> None:
    for words in ("第1期", "某某生态环境研究中心", "报送：各位参会人员", "2026年11月28日印发"):
        assert words in page.text
    assert page.cells[-1] == "共印50份"


def test_words_of_a_source_are_escaped() -> None:
    assert "R&amp;D &lt;5%" in said((Run("R&D <5%"),))


def test_same_view_gives_the_same_text(made: str) -> None:
    assert printed(pageparts.parts()) == made


def test_error_unknown_name(tmp_path: Path) -> None:
    templates = own_template(tmp_path, "{{ briefing.titel }}")
    with pytest.raises(TemplateError, match=r"j2 第 1 行：没有 titel 这个名字或字段"):
        html(pageparts.briefing(), (DRAWING,), templates)


def test_error_template_cannot_reach_the_machine(tmp_path: Path) -> None:
    templates = own_template(tmp_path, "{{ t.__init__.__globals__ }}")
    with pytest.raises(TemplateError, match="模板里不允许用 __init__"):
        html(pageparts.briefing(), (DRAWING,), templates)
