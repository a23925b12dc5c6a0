from __future__ import annotations

import dataclasses
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.charts import charts
from builder.charts.draw import vector_drawings
from builder.config import PARTS, Config
from builder.language import Language
from builder.model import Briefing, PartName, Run
from builder.render.folder import TemplateError
from builder.render.html import html
from builder.render.parts import parts
from tests.samplebriefing import sample_briefing, sample_comparison

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
            self.links.append(found["href"] or "")
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
def briefing() -> Briefing:
    return sample_briefing(charts(sample_comparison(), Config(), Language("zh")))


@pytest.fixture(scope="module")
def made(briefing: Briefing) -> str:
    return html(briefing, vector_drawings(briefing.charts, TEMPLATES / "fonts"), TEMPLATES)


@pytest.fixture(scope="module")
def page(made: str) -> Page:
    return Page(made)


def own_template(folder: Path, body: str) -> Path:
    """A template folder with a template of one's own."""
    shutil.copytree(TEMPLATES / "fonts", folder / "fonts")
    shutil.copy(TEMPLATES / "briefing.css", folder)
    (folder / "briefing.html.j2").write_text(body, encoding="utf-8")
    return folder


def test_parts_stand_in_their_order(page: Page) -> None:
    headings = [part.heading for part in parts(sample_briefing())]
    after_contents = page.text[page.text.index("九、附录") + 10 :]
    places = [after_contents.index(heading) for heading in headings]
    assert places == sorted(places)


def test_parts_that_are_left_out_are_not_printed(briefing: Briefing) -> None:
    few = dataclasses.replace(briefing, parts=(PartName.MATRIX, PartName.FINDINGS), charts=())
    text = Page(html(few, (), TEMPLATES)).text
    assert text.index("一、问题—整改矩阵") < text.index("二、要点")
    assert "材料与可比性" not in text


def test_every_link_leads_to_a_place(page: Page) -> None:
    assert {link.removeprefix("#") for link in page.links} <= set(page.places)
    assert len(page.places) == len(set(page.places))


def test_marks_lead_to_their_evidence(made: str) -> None:
    assert '<a class="mark" href="#yueyang-21">〔岳21〕</a>' in made
    assert '<span class="target" id="yueyang-21">〔岳21〕</span>' in made


def test_marks_are_no_links_where_the_appendix_is_left_out(briefing: Briefing) -> None:
    but_last = tuple(part for part in PARTS if part != "evidence")
    few = dataclasses.replace(briefing, parts=but_last, charts=())
    assert 'class="mark"' not in html(few, (), TEMPLATES)


def test_document_number_in_a_quote_is_no_mark(briefing: Briefing) -> None:
    finding = dataclasses.replace(briefing.comparison.findings[0], runs=(Run("清环委〔2023〕1号"),))
    comparison = dataclasses.replace(briefing.comparison, findings=(finding,))
    few = dataclasses.replace(briefing, comparison=comparison, charts=())
    assert "清环委〔2023〕1号</p>" in html(few, (), TEMPLATES)


def test_no_cell_is_empty(page: Page) -> None:
    assert all(page.cells)


def test_table_rows_hold_the_views_words(page: Page) -> None:
    assert "32.86〔岳21〕" in page.cells
    assert "单独列出，不排位次：期间不同：只有第一季度，不能与年平均限值相比" in page.cells
    assert "1（计算）" in page.cells
    assert "赣州市的报告没有问题部分，本表不代为推断。" in page.text
    assert "未能使用：没有文字层。请先做文字识别，再放入 seeds/" in page.cells


def test_captions_are_numbered_in_order(page: Page) -> None:
    for kind in ("表", "图"):
        numbers = [int(number) for number in re.findall(rf"{kind} (\d+)\u2003", page.text)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers


def test_every_chart_has_caption_alt_text_and_data(briefing: Briefing, page: Page) -> None:
    assert [picture["alt"] for picture in page.pictures] == [chart.alt for chart in briefing.charts]
    for chart in briefing.charts:
        assert chart.caption in page.text
        assert f"\u2003{chart.title}" in page.text


def test_words_of_a_source_are_escaped(briefing: Briefing) -> None:
    finding = dataclasses.replace(briefing.comparison.findings[0], runs=(Run("R&D <5%"),))
    comparison = dataclasses.replace(briefing.comparison, findings=(finding,))
    few = dataclasses.replace(briefing, comparison=comparison, charts=())
    assert "R&amp;D &lt;5%" in html(few, (), TEMPLATES)


def test_same_view_gives_the_same_text(briefing: Briefing, made: str) -> None:
    assert html(briefing, vector_drawings(briefing.charts, TEMPLATES / "fonts"), TEMPLATES) == made


def test_error_unknown_name(briefing: Briefing, tmp_path: Path) -> None:
    templates = own_template(tmp_path, "{{ briefing.titel }}")
    with pytest.raises(TemplateError, match=r"j2 第 1 行：没有 titel 这个名字或字段"):
        html(briefing, (), templates)


def test_error_template_cannot_reach_the_machine(briefing: Briefing, tmp_path: Path) -> None:
    templates = own_template(tmp_path, "{{ t.__init__.__globals__ }}")
    with pytest.raises(TemplateError, match="模板里不允许用 __init__"):
        html(briefing, (), templates)
