from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.config import Fonts
from builder.model import BriefingPart, PartName, Run
from builder.model.look import PROFILES
from builder.model.page import Cell, Column, Contents, Paragraph, Row, Table
from builder.render.docx import docx
from builder.render.folder import TemplateError
from builder.render.html import css_variables
from builder.render.word.package import package, unpacked
from builder.render.word.sections import WIDE_MARGINS
from tests import pageparts
from tests.pageparts import ALT, DRAWING
from tests.pageparts import words as said
from tests.wordfiles import FONT_USES, W, WordFile, opened, relationships, words

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
EMU_PER_MILLIMETRE = 36_000
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx(pageparts.briefing(), (DRAWING,), TEMPLATES)


@pytest.fixture(scope="module")
def file(data: bytes) -> WordFile:
    return opened(data)


def rendered(shown: tuple[BriefingPart, ...] | None = None, **changes: Any) -> WordFile:  # noqa: ANN401
    return opened(docx(pageparts.briefing(shown, **changes), (DRAWING,), TEMPLATES))


def part_of(*blocks: Any, name: PartName = PartName.OVERVIEW, **more: Any) -> BriefingPart:  # noqa: ANN401
    return BriefingPart(name=name, title="一览", blocks=blocks, **more)


def test_blocks_stand_in_their_order_in_the_styles_of_the_template(file: WordFile) -> None:
    shown = [style for style, text in file.named_lines() if text]
    firsts = list(dict.fromkeys(shown))
    assert firsts == [
        "简报名称",
        "期号",
        "编印行",
        "Title",
        "简报要点",
        "要点说明",
        "提示",
        "目录行",
        "heading 1",
        "表题",
        "表头",
        "表头数",
        "表头中",
        "表文",
        "表数",
        "表内小字数",
        "表中",
        "表注",
        "heading 2",
        "Body Text",
        "图题",
        "列项",
        "表内分组",
        "表内小字",
        "附录标题",
        "附录小标题",
        "附录路径",
        "附录条目",
        "报尾",
        "报尾右",
    ]


def test_head_and_foot_say_what_the_configuration_says(file: WordFile) -> None:
    assert file.texts("简报名称", "期号", "编印行", "Title") == [
        "生态环境工作对比简报",
        "第1期",
        "某某生态环境研究中心2026年11月28日",
        "五家单位整改进展和下一年承诺对比",
    ]
    assert file.texts("报尾", "报尾右") == [
        "报送：各位参会人员",
        "某某生态环境研究中心",
        "2026年11月28日印发",
        "共印50份",
    ]


def test_what_the_configuration_leaves_out_has_no_line() -> None:
    bare = rendered(issue="", subtitle="", recipients="", copies=0)
    assert bare.texts("期号", "Title") == []
    assert bare.texts("报尾", "报尾右") == ["某某生态环境研究中心", "2026年11月28日印发"]
    assert rendered(recipients="", issuer="", date="").texts("报尾", "报尾右") == []


def test_headings_are_numbered_by_word(file: WordFile) -> None:
    assert file.texts("heading 1") == ["一览", "环境质量", "督察与整改", "问题和对应承诺"]
    for name, level in (("heading 1", "0"), ("heading 2", "1")):
        numbering = file.named(name).find(f"{W}pPr/{W}numPr")
        assert numbering.find(f"{W}ilvl").get(f"{W}val") == level
    counting = "chineseCountingThousand"
    assert number_signs(file) == [(counting, "%1、"), (counting, "（%2）")]
    none = file.named("附录标题").find(f"{W}pPr/{W}numPr/{W}numId")
    assert none.get(f"{W}val") == "0"


def number_signs(file: WordFile) -> list[tuple[str | None, ...]]:
    levels = etree.fromstring(file.parts["word/numbering.xml"]).iter(f"{W}lvl")
    return [
        tuple(level.find(f"{W}{tag}").get(f"{W}val") for tag in ("numFmt", "lvlText"))
        for level in levels
    ]


def test_english_headings_and_captions_are_numbered_in_english() -> None:
    file = rendered(language="en")
    assert number_signs(file) == [("decimal", "%1. "), ("decimal", "(%2) ")]
    assert file.texts("表题")[0] == "Table 1\u2002五家单位主要情况"
    assert file.texts("图题")[0] == "Figure 1\u2002可比的两家PM2.5均不高于限值"


def test_captions_are_fields_numbered_by_kind(file: WordFile) -> None:
    assert file.texts("表题", "图题") == [
        "表 1\u2002五家单位主要情况",
        "图 1\u2002可比的两家PM2.5均不高于限值",
        "图 2\u2002排污口还有27个未整治",
        "表 2\u2002问题、已做工作和下一年承诺",
        "图 3\u2002三个主题的问题没有承诺",
    ]
    fields = [each.get(f"{W}instr") for each in file.body.iter(f"{W}fldSimple")]
    assert fields == [rf" SEQ {kind} \* ARABIC " for kind in "表图图表图"]


def test_table_without_a_number_keeps_its_caption() -> None:
    table = Table(
        columns=(Column(head=("单位",), width=162),),
        rows=(Row(cells=(pageparts.cell("潜江市"),)),),
        caption="一年前的承诺",
        numbered=False,
    )
    assert rendered((part_of(table),)).texts("表题") == ["一年前的承诺"]


def test_every_mark_leads_to_its_entry_and_the_entry_back(file: WordFile) -> None:
    marks = {
        link.get(f"{W}anchor"): "".join(link.itertext()).replace("\u2060", "")
        for line in file.body.iter(f"{W}p")
        if file.name(line) != "附录条目"
        for link in line.iter(f"{W}hyperlink")
        if link.get(f"{W}anchor").startswith("evidence")
    }
    places = bookmarks(file)
    assert sorted(marks.values()) == sorted({"衡10", "衡8", "潜10", "岳5", "潜1", "潜6"})
    assert {places[anchor] for anchor in marks} == set(marks.values())
    back = {
        "".join(link.itertext()): places[link.get(f"{W}anchor")].replace("\u2060", "")
        for line in file.lines("附录条目")
        for link in line.iter(f"{W}hyperlink")
    }
    assert back == {mark: mark for mark in marks.values()}


def bookmarks(file: WordFile) -> dict[str, str]:
    """What stands in each bookmark that holds a mark, by its name."""
    return {
        start.get(f"{W}name"): "".join(start.getnext().itertext())
        for start in file.body.iter(f"{W}bookmarkStart")
    }


def test_entry_that_nobody_cites_leads_nowhere(file: WordFile) -> None:
    (line,) = (line for line in file.lines("附录条目") if words(line).startswith("赣3"))
    assert list(line.iter(f"{W}hyperlink")) == []
    assert len(list(line.iter(f"{W}bookmarkStart"))) == 1


def test_marks_without_an_appendix_are_plain_words() -> None:
    file = rendered((pageparts.indicators(),))
    assert file.texts("列项") == ["八仙桥断面总磷仍不能稳定达标。\u2060岳\u20605"]
    assert list(file.body.iter(f"{W}hyperlink")) == []


def test_bookmarks_have_numbers_and_names_of_their_own(file: WordFile) -> None:
    starts = list(file.body.iter(f"{W}bookmarkStart"))
    for attribute in ("id", "name"):
        values = [start.get(f"{W}{attribute}") for start in starts]
        assert len(set(values)) == len(values) > 10
    ends = [end.get(f"{W}id") for end in file.body.iter(f"{W}bookmarkEnd")]
    assert sorted(ends) == sorted(start.get(f"{W}id") for start in starts)


def test_remarks_of_an_entry_stand_behind_it(file: WordFile) -> None:
    (line,) = (line for line in file.lines("附录条目") if "人工更正" in words(line))
    assert words(line).endswith("督查。（单位：人工更正）")
    assert run_style(file, line, "（单位：人工更正）") == "次要文字"
    assert run_style(file, line, "31") == "Emphasis"


def run_style(file: WordFile, line: Any, text: str) -> str:  # noqa: ANN401
    (run,) = (run for run in line.iter(f"{W}r") if "".join(run.itertext()) == text)
    identifier = run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")
    return str(file.styles[identifier].find(f"{W}name").get(f"{W}val"))


@pytest.mark.parametrize("tag", ["未见对应承诺", "仅同主题承诺", "有相关承诺"])
def test_tags_are_character_styles_of_their_name(file: WordFile, tag: str) -> None:
    line = next(line for line in file.lines("表文") if words(line) == f"\u00a0{tag}\u00a0")
    assert run_style(file, line, f"\u00a0{tag}\u00a0") == tag
    looks = {
        "未见对应承诺": ("1A1A1A", "FFFFFF", None),
        "仅同主题承诺": ("D9D9D9", None, None),
        "有相关承诺": (None, None, "6E6E6E"),
    }
    style = file.named(tag).find(f"{W}rPr")
    assert (
        value(style, "shd", "fill"),
        value(style, "color", "val"),
        value(style, "bdr", "color"),
    ) == looks[tag]


def value(element: Any, tag: str, attribute: str) -> str | None:  # noqa: ANN401
    found = element.find(f"{W}{tag}")
    return None if found is None else str(found.get(f"{W}{attribute}"))


def test_contents_lead_to_the_parts_that_the_document_prints(file: WordFile) -> None:
    (line,) = file.lines("目录行")
    assert words(line) == "目录\u3000一览\u3000环境质量\u3000附录"
    starts = {
        start.get(f"{W}name"): words(next(start.iterancestors(f"{W}p")))
        for start in file.body.iter(f"{W}bookmarkStart")
        if start.get(f"{W}name").startswith("part") and start.getparent().tag == f"{W}p"
    }
    led = [starts[link.get(f"{W}anchor")] for link in line.iter(f"{W}hyperlink")]
    assert led == ["一览", "环境质量", "附录　原文出处"]
    assert list(line.iter(f"{W}fldSimple")) == []


def test_contents_have_pages_where_they_are_known() -> None:
    pages = {"overview": 2, "evidence": 12}
    file = opened(docx(pageparts.briefing(), (DRAWING,), TEMPLATES, pages))
    (line,) = file.lines("目录行")
    assert words(line) == "目录\u3000一览\u00a02\u3000环境质量\u3000附录\u00a012"
    fields = [field.get(f"{W}instr") for field in line.iter(f"{W}fldSimple")]
    assert fields == [r" PAGEREF part2 \h ", r" PAGEREF part6 \h "]


def test_contents_name_a_part_that_is_not_printed_without_a_link() -> None:
    contents = Contents(lead="目录", parts=((PartName.MATRIX, "问题"),))
    (line,) = rendered((part_of(contents),)).lines("目录行")
    assert words(line) == "目录\u3000问题"
    assert list(line.iter(f"{W}hyperlink")) == []


def test_signs_of_xml_and_of_jinja_are_printed_as_they_are() -> None:
    text = "R&D <5% “甲” {{ 不是标记 }} 换\n行\x0b完"
    file = rendered((part_of(Paragraph(runs=(Run(text),))),))
    assert file.texts("Body Text") == ["R&D <5% “甲” {{ 不是标记 }} 换\n行\ufffd完"]


def test_no_tag_is_left(file: WordFile) -> None:
    assert [line for line in file.paragraphs() if "{{" in line or "{%" in line] == []
    assert file.texts("模板标记") == []
    assert b"shown=" not in file.parts["word/document.xml"]
    assert b"kind=" not in file.parts["word/document.xml"]


def test_heads_are_repeated_and_rows_kept_whole(file: WordFile) -> None:
    *tables, foot = file.body.iter(f"{W}tbl")
    heads = []
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        heads.append([row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True))
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert heads == [1, 1, 1, 2]
    assert foot.find(f".//{W}tblHeader") is None


def test_rows_of_a_short_table_stay_together_and_with_its_note(file: WordFile) -> None:
    overview, bars, problems, grid = (kept(table) for table in list(file.body.iter(f"{W}tbl"))[:4])
    assert overview == [True] * 5
    assert bars == [True, True, True, False]
    assert problems == [False] * 9
    assert grid == [True, True]


def kept(table: Any) -> list[bool]:  # noqa: ANN401
    """Of each row below the heads, whether all its paragraphs are kept with the next."""
    rows = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    return [
        all(line.find(f"{W}pPr/{W}keepNext") is not None for line in row.iter(f"{W}p"))
        for row in rows
    ]


def test_captions_and_bands_stay_with_what_follows(file: WordFile) -> None:
    for style in ("caption", "表头", "表内分组", "附录路径", "heading 1", "heading 2"):
        assert file.named(style).find(f"{W}pPr/{W}keepNext") is not None


def test_columns_are_shares_of_the_width_of_the_text(file: WordFile) -> None:
    first = next(file.body.iter(f"{W}tbl"))
    columns = [int(column.get(f"{W}w")) for column in first.iter(f"{W}gridCol")]
    assert sum(columns) == int(first.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == 9184
    assert [round(column * 162 / 9184) for column in columns] == [22, 30, 80, 30]
    assert first.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


@pytest.mark.parametrize(("profile", "width"), [("briefing", 162), ("gbt9704", 156)])
def test_tables_are_as_wide_as_the_text(profile: str, width: int) -> None:
    file = rendered(profile=profile)
    for table in list(file.body.iter(f"{W}tbl"))[:4]:
        columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert abs(sum(columns) * 25.4 / 1440 - width) < 0.1
        for row in table.iter(f"{W}tr"):
            cells = [int(each.get(f"{W}w")) for each in row.iter(f"{W}tcW")]
            assert sum(cells) == sum(columns)


def test_groups_of_heads_span_their_columns_and_have_a_line_between(file: WordFile) -> None:
    grid = list(file.body.iter(f"{W}tbl"))[3]
    upper, lower, first, _ = grid.iter(f"{W}tr")
    assert [words(each) for each in upper.iter(f"{W}tc")] == ["", "潜江市", "岳阳县"]
    spans = [value(each.find(f"{W}tcPr"), "gridSpan", "val") for each in upper.iter(f"{W}tc")]
    assert spans == [None, "2", "2"]
    for row in (lower, first):
        lines = [each.find(f".//{W}tcBorders/{W}left") is not None for each in row.iter(f"{W}tc")]
        assert lines == [False, True, False, True, False]


def test_bands_are_shaded_and_sums_have_a_rule_above(file: WordFile) -> None:
    _, band, *_, total = list(file.body.iter(f"{W}tbl"))[1].iter(f"{W}tr")
    (cell,) = band.iter(f"{W}tc")
    assert value(cell.find(f"{W}tcPr"), "shd", "fill") == "F1F3F5"
    assert value(cell.find(f"{W}tcPr"), "gridSpan", "val") == "4"
    assert [cell.find(f".//{W}tcBorders/{W}top") is not None for cell in total.iter(f"{W}tc")] == [
        True,
        True,
    ]


def test_signs_of_a_grid_are_said_in_words(file: WordFile) -> None:
    grid = list(file.body.iter(f"{W}tbl"))[3]
    said = value(grid.find(f"{W}tblPr"), "tblDescription", "val")
    assert said == (
        "大气：■的说明、●○的说明、□的说明、○○○的说明；水：■的说明、●○的说明、□的说明、○○○的说明"
    )
    assert value(grid.find(f"{W}tblPr"), "tblCaption", "val") == "三个主题的问题没有承诺"


def test_bars_are_decoration_as_long_as_their_share(file: WordFile) -> None:
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    pictures = list(list(file.body.iter(f"{W}tbl"))[1].iter("{*}inline"))
    shown = []
    for picture in pictures:
        assert picture.find("{*}docPr").get("descr") == ""
        assert picture.find(".//{*}decorative").get("val") == "1"
        svg = file.parts[f"word/{links[next(picture.iter('{*}svgBlip')).get(f'{R}embed')]}"]
        filled, whole = re.findall(r'width="(\d+)"', svg.decode())[1::-1]
        shown.append(Decimal(filled) / Decimal(whole))
    assert [round(each, 2) for each in shown] == [Decimal("0.69"), Decimal("0.97")]


def test_alike_bars_are_stored_once() -> None:
    table = Table(
        columns=(Column(head=("完成",), width=162),),
        rows=tuple(Row(cells=(Cell(share=Decimal("0.5")),)) for _ in range(7)),
    )
    file = rendered((part_of(table),))
    assert [name for name in sorted(file.parts) if "media" in name] == [
        "word/media/bar1.png",
        "word/media/bar1.svg",
    ]
    numbers = [each.get("id") for each in file.body.iter("{*}docPr")]
    assert len(set(numbers)) == len(numbers) == 7


def test_picture_has_words_and_both_forms(file: WordFile) -> None:
    picture = next(line for line in file.lines("图片")).find(".//{*}inline")
    assert picture.find("{*}docPr").get("descr") == ALT
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    (blip,) = picture.iter("{*}blip")
    (svg,) = picture.iter("{*}svgBlip")
    assert file.parts[f"word/{links[blip.get(f'{R}embed')]}"] == DRAWING.png
    assert file.parts[f"word/{links[svg.get(f'{R}embed')]}"] == DRAWING.svg.encode()
    size = picture.find("{*}extent")
    assert round(int(size.get("cx")) / EMU_PER_MILLIMETRE) == 162
    assert round(int(size.get("cy")) / EMU_PER_MILLIMETRE) == 50
    spacing = file.named("图片").find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}lineRule") == "auto"


def test_error_chart_without_drawing() -> None:
    with pytest.raises(KeyError, match="pm25"):
        docx(pageparts.briefing(), (), TEMPLATES)


def test_wide_part_lies_on_pages_of_its_own_and_the_evidence_in_columns() -> None:
    file = rendered(pageparts.parts(wide=True))
    assert sections(file) == [
        ("nextPage", False, 1),
        ("nextPage", True, 1),
        ("nextPage", False, 1),
        ("continuous", False, 2),
        ("continuous", False, 1),
    ]
    wide = next(table for table in file.body.iter(f"{W}tbl"))
    assert sum(int(each.get(f"{W}w")) for each in wide.iter(f"{W}gridCol")) == 14798
    assert value(wide.find(f"{W}tblPr"), "tblStyle", "val") == file.named("简报密表").get(
        f"{W}styleId"
    )


def sections(file: WordFile) -> list[tuple[str, bool, int]]:
    """How each section begins, whether it lies on its side, and its columns."""
    found = []
    for section in file.body.iter(f"{W}sectPr"):
        size, columns = section.find(f"{W}pgSz"), section.find(f"{W}cols")
        found.append(
            (
                str(value(section, "type", "val")),
                size.get(f"{W}orient") == "landscape",
                1 if columns is None else int(columns.get(f"{W}num")),
            )
        )
    return found


def test_only_the_first_section_has_a_first_page_of_its_own() -> None:
    file = rendered(pageparts.parts(wide=True))
    first = [section.find(f"{W}titlePg") is not None for section in file.body.iter(f"{W}sectPr")]
    assert first == [True, False, False, False, False]


def test_two_wide_parts_leave_no_empty_page_between_them() -> None:
    wide = pageparts.overview(wide=True)
    other = dataclasses.replace(wide, name=PartName.PERIODS)
    file = rendered((wide, other), issuer="", recipients="")
    assert [turned for _, turned, _ in sections(file)] == [False, True, True]
    *_, last = file.body
    assert last.tag == f"{W}sectPr"
    assert last.getprevious().tag == f"{W}p"


def test_part_that_starts_a_page_breaks_it_and_a_wide_one_does_not() -> None:
    for wide, breaks in ((False, True), (True, False)):
        heading = rendered((pageparts.overview(wide=wide),)).lines("heading 1")[0]
        assert (heading.find(f"{W}pPr/{W}pageBreakBefore") is not None) is breaks
        assert value(heading.find(f"{W}pPr"), "spacing", "before") == "0"


def test_every_run_has_official_fonts(file: WordFile) -> None:
    official = {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}
    for line in file.body.iter(f"{W}p"):
        for each in line.iter(f"{W}r"):
            fonts = file.fonts(line, each)
            assert set(fonts) == set(FONT_USES)
            assert fonts["eastAsia"] in official
            assert fonts["ascii"] == fonts["hAnsi"] == fonts["cs"] == "Times New Roman"


def test_no_direct_formatting_but_breaks_and_what_keeps_lines_together(file: WordFile) -> None:
    """A hint says in which font a quotation mark is; a page begins without air above it."""
    kinds = {child.tag for each in file.body.iter(f"{W}pPr") for child in each}
    allowed = {"pStyle", "keepNext", "pageBreakBefore", "spacing", "sectPr"}
    assert kinds <= {f"{W}{tag}" for tag in allowed}
    runs = {child.tag for each in file.body.iter(f"{W}rPr") for child in each}
    assert runs <= {f"{W}rStyle", f"{W}rFonts"}
    fonts = {name for each in file.body.iter(f"{W}rFonts") for name in each.attrib}
    assert fonts == {f"{W}hint"}


def test_no_theme_fonts(file: WordFile) -> None:
    assert b"Theme=" not in file.parts["word/styles.xml"]
    assert b"asciiTheme" not in file.parts["word/document.xml"]


def test_fonts_of_the_configuration_replace_the_defaults() -> None:
    file = rendered(fonts=Fonts(body="仿宋").model_dump())
    body, heading = file.lines("Body Text")[0], file.lines("heading 1")[0]
    assert file.fonts(body, next(body.iter(f"{W}r")))["eastAsia"] == "仿宋"
    assert file.fonts(heading, next(heading.iter(f"{W}r")))["eastAsia"] == "黑体"


def test_chinese_quotation_marks_are_set_in_the_chinese_font(file: WordFile) -> None:
    run = next(text for text in file.body.iter(f"{W}t") if "“污染消除" in (text.text or ""))
    assert run.getparent().find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


def test_body_text_of_an_official_document_has_the_measures_of_the_standard() -> None:
    """16 pt less a quarter of a point are 28 characters a line, 28.95 pt 22 lines a page."""
    normal = rendered(profile="gbt9704").named("Normal")
    assert value(normal.find(f"{W}rPr"), "sz", "val") == "32"
    assert value(normal.find(f"{W}rPr"), "spacing", "val") == "-5"
    spacing = normal.find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("579", "exact")


def test_look_changes_styles_of_word_and_variables_of_css_alike() -> None:
    look = dataclasses.replace(
        PROFILES["briefing"],
        body=14,
        body_leading=24,
        note=10,
        accent="#8B0000",
        tag="#EEEEEE",
        rule="#AAAAAA",
        band="#FFEEDD",
        left=30,
    )
    css = css_variables(look)
    file = rendered(look=look)
    normal, note = file.named("Normal"), file.named("表注")
    assert "--body: 14pt; --body-leading: 24pt;" in css
    assert value(normal.find(f"{W}rPr"), "sz", "val") == "28"
    assert value(normal.find(f"{W}pPr"), "spacing", "line") == "480"
    assert "--note: 10pt;" in css
    assert value(note.find(f"{W}rPr"), "sz", "val") == "20"
    assert value(note.find(f"{W}pPr"), "spacing", "line") == "296"
    assert "--accent: #8B0000;" in css
    assert value(file.named("题注编号").find(f"{W}rPr"), "color", "val") == "8B0000"
    assert b'fill="#8B0000"' in file.parts["word/media/bar1.svg"]
    assert "--tag: #EEEEEE;" in css
    assert value(file.named("仅同主题承诺").find(f"{W}rPr"), "shd", "fill") == "EEEEEE"
    assert "--rule: #AAAAAA;" in css
    assert value(file.named("简报表格").find(f".//{W}tblBorders"), "insideH", "color") == "AAAAAA"
    assert "--band: #FFEEDD;" in css
    assert b'w:fill="FFEEDD"' in file.parts["word/document.xml"]
    assert "--left: 30mm;" in css
    assert {each.get(f"{W}left") for each in file.body.iter(f"{W}pgMar")} == {"1701"}


def test_head_and_foot_end_at_the_margin_that_the_look_gives() -> None:
    file = rendered(look=dataclasses.replace(PROFILES["briefing"], left=30))
    stop = file.named("编印行").find(f"{W}pPr/{W}tabs/{W}tab")
    assert stop.get(f"{W}pos") == "8844"
    *_, foot = file.body.iter(f"{W}tbl")
    assert value(foot.find(f"{W}tblPr"), "tblW", "w") == "8844"
    assert sum(int(column.get(f"{W}w")) for column in foot.iter(f"{W}gridCol")) == 8844


def test_pages_on_their_side_have_the_margins_of_the_style_sheet() -> None:
    style = (TEMPLATES / "briefing.css").read_text(encoding="utf-8")
    (margins,) = re.findall(r"@page wide \{[^}]*margin: (\d+)mm (\d+)mm (\d+)mm", style)
    sides = ("top", "right", "bottom")
    assert [str(WIDE_MARGINS[side]) for side in sides] == list(margins)


def test_look_of_the_profile_changes_nothing_of_the_template(file: WordFile) -> None:
    own = unpacked((TEMPLATES / "briefing.docx").read_bytes())["word/styles.xml"]
    ours = etree.fromstring(own)
    assert [etree.tostring(style) for style in ours.iter(f"{W}style")] == [
        etree.tostring(style) for style in file.styles.values()
    ]


def test_page_numbers_stand_at_the_outer_corner(file: WordFile) -> None:
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    section = next(file.body.iter(f"{W}sectPr"))
    found = {}
    for reference in section.iter(f"{W}footerReference"):
        footer = etree.fromstring(file.parts[f"word/{links[reference.get(f'{R}id')]}"])
        (line,) = footer.iter(f"{W}p")
        style = file.styles[line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        alignment = value(style.find(f"{W}pPr"), "jc", "val")
        found[reference.get(f"{W}type")] = (words(line), alignment)
    assert found == {
        "default": ("— 1 —", "right"),
        "even": ("— 1 —", "left"),
        "first": ("— 1 —", "right"),
    }
    assert b"evenAndOddHeaders" in file.parts["word/settings.xml"]


def test_running_head_is_the_name_of_the_briefing(file: WordFile) -> None:
    assert words(etree.fromstring(file.parts["word/header1.xml"])) == "生态环境工作对比简报"
    first = next(file.body.iter(f"{W}sectPr"))
    uses = [each.get(f"{W}type") for each in first.iter(f"{W}headerReference")]
    assert uses == ["default", "even"]


def test_properties_come_from_the_configuration(file: WordFile) -> None:
    core = file.parts["docProps/core.xml"].decode()
    assert "<dc:title>生态环境工作对比简报</dc:title>" in core
    assert "<dc:subject>五家单位整改进展和下一年承诺对比</dc:subject>" in core
    assert "<dc:creator>某某生态环境研究中心</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert "2000-01-01T00:00:00Z</dcterms:created>" in core


def test_package_holds_nothing_that_nobody_needs(file: WordFile) -> None:
    assert sorted(file.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/media/bar1.png",
        "word/media/bar1.svg",
        "word/media/bar2.png",
        "word/media/bar2.svg",
        "word/media/chart1.png",
        "word/media/chart1.svg",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert b"updateFields" not in file.parts["word/settings.xml"]
    assert b'w:name="compatibilityMode"' in file.parts["word/settings.xml"]


def test_same_view_gives_the_same_bytes(data: bytes) -> None:
    assert docx(pageparts.briefing(), (DRAWING,), TEMPLATES) == data


def test_official_profile_says_the_same(file: WordFile) -> None:
    assert rendered(profile="gbt9704").paragraphs() == file.paragraphs()


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["briefing", "gbt9704"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("wide", [False, True])
def test_schema_is_kept(tmp_path: Path, profile: str, language: str, *, wide: bool) -> None:
    path = tmp_path / "briefing.docx"
    shown = pageparts.parts(wide=wide)
    made = pageparts.briefing(shown, profile=profile, language=language)
    path.write_bytes(docx(made, (DRAWING,), TEMPLATES, {"overview": 2}))
    assert OpenXmlValidator().validate(path).errors == []


def test_every_part_has_its_place_in_the_template() -> None:
    for name in PartName:
        file = rendered((part_of(Paragraph(runs=said("文字")), name=name),))
        assert file.texts("heading 1") == ["一览"]


def test_sheets_are_several_parts_in_one_place() -> None:
    sheets = tuple(
        part_of(name=PartName.SHEETS, anchor=f"sheet{number}", starts_page=True)
        for number in range(3)
    )
    file = rendered(sheets)
    assert file.texts("heading 1") == ["一览"] * 3
    names = {start.get(f"{W}name") for start in file.body.iter(f"{W}bookmarkStart")}
    assert names == {"part1", "part2", "part3"}


def changed_template(tmp_path: Path, part: str, *changes: tuple[str, str]) -> Path:
    """The templates with texts in one part of the Word template replaced, as a user would."""
    parts = unpacked((TEMPLATES / "briefing.docx").read_bytes())
    text = parts[part].decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    parts[part] = text.encode()
    (tmp_path / "briefing.docx").write_bytes(package(parts))
    return tmp_path


@pytest.mark.parametrize(
    ("tag", "headings"),
    [
        ('show(parts.overview, title="总体情况")', ["总体情况", "环境质量"]),
        ('show(parts.overview, title="")', ["环境质量"]),
    ],
)
def test_a_part_has_the_title_that_the_template_gives_it(
    tmp_path: Path, tag: str, headings: list[str]
) -> None:
    templates = changed_template(tmp_path, "word/document.xml", ("show(parts.overview)", tag))
    file = opened(docx(pageparts.briefing(), (DRAWING,), templates))
    assert file.texts("heading 1")[:2][: len(headings)] == headings


def test_error_unknown_name_in_a_template(tmp_path: Path) -> None:
    templates = changed_template(
        tmp_path, "word/document.xml", ("{{ briefing.title }}", "{{ briefing.titel }}")
    )
    with pytest.raises(TemplateError, match=r"^briefing\.docx 标记 .*：没有 titel 这个"):
        docx(pageparts.briefing(), (DRAWING,), templates)


def test_no_line_ends_before_or_inside_an_evidence_mark(file: WordFile) -> None:
    links = ["".join(link.itertext()) for link in file.lines("列项")[0].iter(f"{W}hyperlink")]
    assert links == ["\u2060岳\u20605"]
    assert [words(line)[:3] for line in file.lines("附录条目")][:2] == ["潜12", "潜62"]
