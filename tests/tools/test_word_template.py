"""Properties of the templates that the generator makes; the user's own file is not looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from builder.config import PARTS
from builder.render.folder import WORDS
from builder.render.word.blocks import STYLES
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
    page = look.page
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
def test_tables_find_their_styles(look: Look) -> None:
    known = {style.get(f"{W}styleId") for style in part(look, "word/styles.xml")}
    assert {*STYLES.values(), "TableHead", "TableGroup", "TableCaption", "Note", "Lead"} <= known


def test_reader_of_the_template_sees_plain_headings_and_a_line_for_the_tables() -> None:
    file = opened(template(LOOKS[0]))
    assert file.paragraphs("Heading1") == ["{{ part.heading }}"] * len(PARTS)
    shown = [line for line in file.paragraphs("TemplateTag") if "show(" in line]
    assert shown == [f"{{{{p show(tables.{part}) }}}}" for part in PARTS if part != "findings"]
