"""Edits of the Word template by which a secretary makes it the office's own: all hold."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from builder.model import PartName
from builder.render.docx import docx
from builder.render.folder import WORD
from builder.render.templates import template_problems
from builder.render.word.package import package
from tests import pageparts
from tests.render.word import edits
from tests.wordfiles import W, WordFile, opened, relationships, words

TEMPLATES = edits.OWN.parent
HEADINGS = ["一览", "环境质量", "督察与整改", "问题和对应承诺"]


def folder(tmp_path: Path, parts: Mapping[str, bytes]) -> Path:
    for path in TEMPLATES.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    (tmp_path / WORD).write_bytes(package(parts))
    return tmp_path


def built(tmp_path: Path, parts: Mapping[str, bytes], *, wide: bool = False) -> WordFile:
    shown = pageparts.briefing(pageparts.parts(wide=wide))
    return opened(docx(shown, (pageparts.DRAWING,), folder(tmp_path, parts)))


def test_logo_in_the_header_stays_with_its_picture(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_logo(edits.own()), wide=True)
    for use in ("default", "even"):
        header, links = margin(file, use)
        (blip,) = header.iter("{*}blip")
        embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
        assert file.parts[f"word/{links[blip.get(embed)]}"] == pageparts.PNG
        assert words(header) == "生态环境工作对比简报"


def margin(file: WordFile, use: str, kind: str = "header") -> tuple[etree._Element, dict[str, str]]:
    """The header or footer that every section has for a use, and what it is related to."""
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    key = f"{{{next(file.body.iter(f'{W}sectPr')).nsmap['r']}}}id"
    targets = {
        links[reference.get(key)]
        for reference in file.body.iter(f"{W}{kind}Reference")
        if reference.get(f"{W}type") == use
    }
    assert len(targets) == 1
    (name,) = targets
    related = file.parts.get(f"word/_rels/{name}.rels", b"")
    return etree.fromstring(file.parts[f"word/{name}"]), relationships(related)


def test_words_in_the_footer_stay_on_pages_on_their_side_too(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_footer_words(edits.own()), wide=True)
    footer, _ = margin(file, "default", "footer")
    assert words(footer) == "内部资料　— 1 —"
    assert [size.get(f"{W}orient") for size in file.body.iter(f"{W}pgSz")][:3] == [
        None,
        "landscape",
        None,
    ]


def test_other_fonts_and_sizes_reach_what_rests_on_them(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_other_fonts(edits.own()))
    fonts = {style: first_font(file, style) for style in ("Body Text", "heading 1", "表文")}
    assert fonts == {"Body Text": "华文仿宋", "heading 1": "华文中宋", "表文": "宋体"}
    normal = file.named("Normal")
    assert normal.find(f"{W}rPr/{W}sz").get(f"{W}val") == "28"


def first_font(file: WordFile, style: str) -> str:
    line = file.lines(style)[0]
    return file.fonts(line, next(line.iter(f"{W}r")))["eastAsia"]


def test_numbers_follow_when_a_part_is_deleted(tmp_path: Path) -> None:
    parts = edits.without_part(edits.own(), "inspection")
    file = built(tmp_path, parts)
    assert file.texts("heading 1") == ["一览", "环境质量", "问题和对应承诺"]
    captions = [caption[:3] for caption in file.texts("表题", "图题")]
    assert captions == ["表 1", "图 1", "表 2", "图 2"]
    left = tuple(name for name in PartName if name is not PartName.INSPECTION)
    assert template_problems(folder(tmp_path, parts), left) == ()


def test_error_part_deleted_in_word_alone(tmp_path: Path) -> None:
    (found,) = template_problems(folder(tmp_path, edits.without_part(edits.own(), "inspection")))
    assert re.sub(r"第 \d+ 段", "第 N 段", str(found)) == (
        "briefing.docx 第 N 段：模板没有印 inspection 这一部分：在这一段之后另起一段，写 "
        "{{p show(parts.inspection) }}；不想印它，就从 briefing.toml 的 parts 里删去。\n"
        "    {{p show(parts.indicators) }}\n"
        f"    {'^' * 29}"
    )


def test_numbers_follow_when_a_part_is_moved(tmp_path: Path) -> None:
    parts = edits.with_part_before(edits.own(), "matrix", "overview")
    file = built(tmp_path, parts)
    assert file.texts("heading 1") == ["问题和对应承诺", "一览", "环境质量", "督察与整改"]
    assert file.texts("表题", "图题") == [
        "表 1\u2002问题、已做工作和下一年承诺",
        "图 1\u2002三个主题的问题没有承诺",
        "表 2\u2002五家单位主要情况",
        "图 2\u2002可比的两家PM2.5均不高于限值",
        "图 3\u2002排污口还有27个未整治",
    ]
    assert template_problems(folder(tmp_path, parts)) == ()


def test_back_links_lead_to_the_first_place_in_the_order_of_the_template(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_part_before(edits.own(), "matrix", "findings"))
    (start,) = (
        mark
        for mark in file.body.iter(f"{W}bookmarkStart")
        if mark.get(f"{W}name") == cited(file, "衡10")
    )
    assert "导致群众投诉量大增" in words(next(start.iterancestors(f"{W}p")))


def cited(file: WordFile, mark: str) -> str:
    """Where the mark of an entry leads back to."""
    (link,) = (
        link
        for line in file.lines("附录条目")
        for link in line.iter(f"{W}hyperlink")
        if "".join(link.itertext()) == mark
    )
    return str(link.get(f"{W}anchor"))


def test_heading_and_paragraph_of_ones_own_with_fields(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_paragraph(edits.own()))
    assert file.texts("heading 1") == [*HEADINGS, "编者按"]
    assert "本期由某某生态环境研究中心编写，共50份。" in file.texts("Body Text")


def test_table_of_ones_own_with_fields(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_table(edits.own()))
    assert [
        row for table in file.tables() for row in table if row in [[each] for each in HEADINGS[:3]]
    ] == [["一览"], ["环境质量"], ["督察与整改"]]


def test_template_saved_by_libreoffice_gives_the_same_words_in_the_same_styles(
    tmp_path: Path,
) -> None:
    ours = built(tmp_path, edits.own(), wide=True)
    theirs = built(tmp_path, edits.saved_by_libreoffice(), wide=True)
    assert theirs.named_lines() == ours.named_lines()
    assert theirs.tables() == ours.tables()


def test_template_with_numbered_style_ids_gives_the_same(tmp_path: Path) -> None:
    ours = built(tmp_path, edits.own(), wide=True)
    theirs = built(tmp_path, edits.with_numbered_ids(edits.own()), wide=True)
    assert theirs.named_lines() == ours.named_lines()
    assert "Heading1" not in theirs.styles


def test_table_of_contents_in_a_content_control_is_filled(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_contents_control(edits.own()))
    (control,) = file.body.iter(f"{W}sdt")
    assert [words(line) for line in control.iter(f"{W}p")] == [
        "一、一览",
        "二、环境质量",
        "（一）大气",
        "（二）水",
        "三、督察与整改",
        "四、问题和对应承诺",
        "附录　原文出处",
        "潜江市",
    ]
    anchors = [link.get(f"{W}anchor") for link in control.iter(f"{W}hyperlink")]
    assert set(anchors) <= {mark.get(f"{W}name") for mark in file.body.iter(f"{W}bookmarkStart")}
    kinds = [each.get(f"{W}fldCharType") for each in control.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_template_without_properties_is_built(tmp_path: Path) -> None:
    file = built(tmp_path, edits.without_properties(edits.own()))
    assert file.texts("heading 1") == HEADINGS
    assert "<dc:title>生态环境工作对比简报</dc:title>" in file.parts["docProps/core.xml"].decode()


def test_template_without_a_page_gets_that_of_our_own(tmp_path: Path) -> None:
    file = built(tmp_path, edits.without_page(edits.own()), wide=True)
    sizes = [size.get(f"{W}w") for size in file.body.iter(f"{W}pgSz")]
    assert sizes == ["11906", "16838", "11906", "11906", "11906"]
    assert b"kind=" not in file.parts["word/document.xml"]


def test_part_in_a_cell_is_as_wide_as_the_cell(tmp_path: Path) -> None:
    file = built(tmp_path, edits.with_part_in_a_cell(edits.own(), "overview"), wide=True)
    outer, inner = list(file.body.iter(f"{W}tbl"))[:2]
    assert inner in list(outer.iter(f"{W}tbl"))
    assert sum(int(column.get(f"{W}w")) for column in inner.iter(f"{W}gridCol")) == 3402
    assert all(size.get(f"{W}orient") is None for size in file.body.iter(f"{W}pgSz"))


def test_tag_in_several_runs_is_obeyed(tmp_path: Path) -> None:
    ours = built(tmp_path, edits.own())
    theirs = built(tmp_path, edits.with_split_tag(edits.own(), "matrix"))
    assert theirs.named_lines() == ours.named_lines()


@pytest.mark.parametrize("missing", ["表题", "未见对应承诺", "heading 2", "简报表格"])
def test_style_that_a_template_lacks_is_taken_from_the_programs_own(
    tmp_path: Path, missing: str
) -> None:
    parts = edits.own()
    styles = etree.fromstring(parts[edits.STYLES])
    (lacking,) = (style for style in styles if named(style) == missing)
    styles.remove(lacking)
    file = built(tmp_path, {**parts, edits.STYLES: etree.tostring(styles)})
    ours = built(tmp_path, edits.own())
    assert file.named_lines() == ours.named_lines()
    assert named(file.named(missing)) == missing


def named(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val"))
