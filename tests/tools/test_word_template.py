"""Properties of the templates that the generator makes; the user's own file is not looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from builder.model import PartName
from builder.model.look import PROFILES, Look
from builder.render.folder import WORDS
from builder.render.word.look import Measures, measures
from builder.render.word.names import Style
from builder.render.word.package import unpacked
from builder.render.word.tree import W
from tests.wordfiles import opened
from tools.word_template.maker import main, template

OFFICIAL = PROFILES["gbt9704"]
MOST_TAGS = 60

each_look = pytest.mark.parametrize("look", PROFILES.values(), ids=PROFILES)


def part(look: Look, name: str) -> etree._Element:
    return etree.fromstring(unpacked(template(look))[name])


def test_main_writes_what_the_generator_makes_for_each_profile(tmp_path: Path) -> None:
    main(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {WORDS[profile]: template(look) for profile, look in PROFILES.items()}


def test_page_of_the_standard_holds_22_lines_of_28_characters() -> None:
    body = measures(OFFICIAL)[Style.NORMAL]
    points = 72 / 25.4
    height = (297 - OFFICIAL.top - OFFICIAL.bottom) * points
    assert int(height / (body.line_twips / 20)) == 22
    assert int(OFFICIAL.text_width * points / (body.half_points / 2 + body.closer / 20)) == 28


@pytest.mark.parametrize(
    ("size", "half_points", "closer"), [(12, 24, 0), (15.75, 32, -5), (6.8, 14, -4), (10.5, 21, 0)]
)
def test_sizes_between_those_of_word_are_made_by_closer_letters(
    size: float, half_points: int, closer: int
) -> None:
    made = Measures(size=size)
    assert (made.half_points, made.closer) == (half_points, closer)


@each_look
def test_section_has_the_margins_of_the_look(look: Look) -> None:
    (last,) = part(look, "word/document.xml").findall(f"{W}body/{W}sectPr")
    margins = last.find(f"{W}pgMar")
    assert margins is not None
    measured = {
        side: round(int(margins.get(f"{W}{side}", "0")) * 25.4 / 1440)
        for side in ("top", "bottom", "left", "right")
    }
    assert measured == {side: getattr(look, side) for side in measured}


@each_look
def test_every_part_has_its_line_and_the_tags_are_few(look: Look) -> None:
    body, header = (part(look, f"word/{name}.xml") for name in ("document", "header1"))
    words = "".join((*body.itertext(), *header.itertext()))
    assert re.findall(r"{{p show\(parts\.(\w+)\) }}", words) == list(PartName)
    assert len(re.findall(r"{[{%]", words)) <= MOST_TAGS


@each_look
def test_every_style_that_the_program_names_is_there_once(look: Look) -> None:
    names = [name.get(f"{W}val") for name in part(look, "word/styles.xml").iter(f"{W}name")]
    assert sorted(names) == sorted([*Style, "Normal Table"])


@each_look
def test_every_style_that_is_used_is_there(look: Look) -> None:
    body, styles = part(look, "word/document.xml"), part(look, "word/styles.xml")
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    used = {
        style.get(f"{W}val")
        for root in (body, styles)
        for kind in kinds
        for style in root.iter(f"{W}{kind}")
    }
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    assert used - known == set()


@each_look
def test_styles_have_the_measures_of_the_look(look: Look) -> None:
    styles = opened(template(look))
    for style, made in measures(look).items():
        element = styles.named(style)
        size = element.find(f"{W}rPr/{W}sz")
        if made.size is not None:
            assert size.get(f"{W}val") == str(made.half_points)
        if made.colour:
            assert element.find(f"{W}rPr/{W}color").get(f"{W}val") == made.colour[1:]


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
def test_text_and_tables_take_their_font_from_one_style_each(look: Look) -> None:
    file = opened(template(look))
    for style in (Style.BODY, Style.LEAD, Style.DETAIL, Style.ISSUE, Style.FOOT, Style.RIGHT):
        assert file.named(style).find(f"{W}rPr/{W}rFonts") is None
    for style in (Style.RIGHT, Style.MIDDLE, Style.SMALL, Style.DENSE_TEXT):
        based = file.named(style).find(f"{W}basedOn").get(f"{W}val")
        assert file.styles[based].find(f"{W}name").get(f"{W}val") in {Style.TEXT, Style.DENSE_TEXT}


def test_names_are_not_those_that_word_shows_for_its_own_styles() -> None:
    """A style named 标题 1 would stand beside Word's own heading 1, which Word shows so."""
    shown = {"正文", "标题", "标题 1", "标题 2", "副标题", "题注", "要点", "强调", "页眉", "页脚"}
    assert shown & set(Style) == set()
