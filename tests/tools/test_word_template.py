"""Properties of the templates that the generator makes; the user's own file is not looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from builder.config import PARTS
from builder.render.folder import WORDS
from builder.render.word.look import GBT9704, LOOKS, Look
from builder.render.word.package import unpacked
from builder.render.word.tree import W
from tests.wordfiles import opened
from tools.word_template.maker import main, template

each_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)


def part(look: Look, name: str) -> etree._Element:
    return etree.fromstring(unpacked(template(look))[name])


def test_main_writes_what_the_generator_makes_for_each_profile(tmp_path: Path) -> None:
    main(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {WORDS[look.name]: template(look) for look in LOOKS}


def test_page_of_the_standard_holds_22_lines_of_28_characters() -> None:
    look = GBT9704
    page = look.upright
    height = page.height - page.top - page.bottom
    points = 72 / 25.4
    assert int(height * points / look.line) == 22
    assert int(page.text_width * points / (look.body + look.spacing)) == 28


def test_last_section_has_the_margins_of_the_standard() -> None:
    (last,) = part(GBT9704, "word/document.xml").findall(f"{W}body/{W}sectPr")
    margins = last.find(f"{W}pgMar")
    assert margins is not None
    measured = {
        side: round(int(margins.get(f"{W}{side}", "0")) * 25.4 / 1440)
        for side in ("top", "bottom", "left", "right")
    }
    assert measured == {"top": 37, "bottom": 35, "left": 28, "right": 26}


@each_look
def test_every_part_of_the_briefing_has_its_place(look: Look) -> None:
    words = "".join(part(look, "word/document.xml").itertext())
    assert re.findall(r'part\.id == "(\w+)"', words) == list(PARTS)


@each_look
def test_every_style_that_is_used_is_there(look: Look) -> None:
    body = part(look, "word/document.xml")
    kinds = ("pStyle", "rStyle", "tblStyle")
    used = {style.get(f"{W}val") for kind in kinds for style in body.iter(f"{W}{kind}")}
    known = {style.get(f"{W}styleId") for style in part(look, "word/styles.xml")}
    assert used - known == set()


@each_look
def test_no_font_or_colour_comes_from_the_theme(look: Look) -> None:
    parts = unpacked(template(look))
    leaks = [
        (name, leak)
        for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml")
        for leak in re.findall(rb"w:\w*[tT]heme\w*=", parts[name])
    ]
    assert leaks == []


@each_look
def test_tables_are_as_wide_as_the_text(look: Look) -> None:
    width = look.upright.text_width
    tables = part(look, "word/document.xml").iter(f"{W}tblW")
    measured = [int(table.get(f"{W}w", "0")) * 25.4 / 1440 for table in tables]
    assert measured
    assert all(each == pytest.approx(width, abs=0.1) for each in measured)


def test_reader_of_the_template_sees_plain_headings_and_tags() -> None:
    file = opened(template(LOOKS[0]))
    assert file.paragraphs("Heading2") == [
        "{{ table.name }}",
        "不能比较的指标",
        "{{ table.bureau }}",
        "上一年承诺的兑现情况",
        "{{ list.bureau }}",
        "其他数字",
        "图的数据",
    ]
    (tallies,) = [table for table in file.tables() if table[0][:2] == ["单位", "来源和事项"]]
    assert tallies[1] == ["{%tr for row in comparison.tallies %}"]
    assert tallies[2][:3] == [
        "{{ row.bureau }}",
        "{{ row.source }}|{{ row.subject }}",
        "{{ row.total|aligned }}|{%p if row.total|origin %}|{{ row.total|origin }}|{%p endif %}",
    ]
