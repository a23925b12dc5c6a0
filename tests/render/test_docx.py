from __future__ import annotations

import base64
import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.config import PARTS, Fonts
from builder.model import Briefing, Chart, Drawing, Followed, FollowUp, PartName, Passage, Run, View
from builder.render.docx import docx
from builder.render.folder import TemplateError
from builder.render.word.markup import FITTED, cell, paragraph, row, run, tables_element, text
from builder.render.word.package import package, unpacked
from tests.samplebriefing import said, sample_briefing
from tests.wordfiles import FONT_USES, W, WordFile, opened, relationships, style_id, words

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
ALT = '条形图："潜江市"31，岳阳县32.86 <μg/m³>'
CHART = Chart(
    id="pm25",
    part=PartName.INDICATORS,
    title="PM2.5平均浓度",
    caption="两家单位的PM2.5都低于限值",
    alt=ALT,
    note="空心为不可比的数值",
    columns=("单位", "数值"),
    rows=(("潜江市", "31"), ("岳阳县", "32.86")),
    spec={},
    width=312,
    height=100,
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
DRAWING = Drawing(chart="pm25", svg="<svg xmlns='http://www.w3.org/2000/svg'/>", png=PNG)
BRIEFING = sample_briefing((CHART,))


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx(BRIEFING, (DRAWING,), TEMPLATES)


@pytest.fixture(scope="module")
def file(data: bytes) -> WordFile:
    return opened(data)


def rendered(**changes: Any) -> WordFile:  # noqa: ANN401
    briefing: Briefing = dataclasses.replace(BRIEFING, **changes)
    return opened(docx(briefing, (DRAWING,), TEMPLATES))


def comparison(**changes: Any) -> WordFile:  # noqa: ANN401
    return rendered(comparison=dataclasses.replace(BRIEFING.comparison, **changes))


def test_parts_stand_in_their_order(file: WordFile) -> None:
    assert file.paragraphs("Heading1") == [
        "一、要点",
        "二、材料与可比性",
        "三、环境质量",
        "四、督察与整改",
        "五、问题—整改矩阵",
        "六、执法、信访与服务",
        "七、下一年承诺",
        "八、数据质量",
        "九、附录：出处与其他数字",
    ]


def test_parts_follow_the_configuration() -> None:
    file = rendered(parts=("matrix", "findings"))
    assert file.paragraphs("Heading1") == ["一、问题—整改矩阵", "二、要点"]


def test_second_headings_are_numbered_within_their_part(file: WordFile) -> None:
    headings = file.paragraphs("Heading2")
    assert headings[:3] == [
        "（一）细颗粒物（PM2.5）平均浓度",
        "（二）优良天数比例",
        "（三）集中式饮用水水源达标率",
    ]
    assert headings[3] == "（一）岳阳县"


def test_head_says_title_issuer_and_date(file: WordFile) -> None:
    assert file.paragraphs("Title") == ["生态环境工作对比简报"]
    assert file.paragraphs("Subtitle") == [
        "五家单位2024年工作总结对照",
        "某某生态环境研究中心\u30002025年3月1日",
    ]


def test_numbered_issue_has_a_masthead() -> None:
    file = rendered(issue="第3期")
    (line,) = [line for line in file.body.iter(f"{W}p") if style_id(line) == "Masthead"]
    assert words(line) == "第3期某某生态环境研究中心\u30002025年3月1日"
    assert len(list(line.iter(f"{W}tab"))) == 1
    assert file.paragraphs("Subtitle") == ["五家单位2024年工作总结对照"]


def test_contents_list_every_part_and_lead_to_it(file: WordFile) -> None:
    headings = [words(line) for line in file.body.iter(f"{W}p") if style_id(line) == "Heading1"]
    entries = [line for line in file.body.iter(f"{W}p") if style_id(line) in {"TOC1", "TOC2"}]
    assert [words(line) for line in entries] == headings
    names = {mark.get(f"{W}name") for mark in file.body.iter(f"{W}bookmarkStart")}
    anchors = [line.find(f"{W}hyperlink").get(f"{W}anchor") for line in entries]
    assert len(set(anchors)) == len(headings)
    assert set(anchors) <= names


def test_fields_are_balanced(file: WordFile) -> None:
    kinds = [field.get(f"{W}fldCharType") for field in file.body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_captions_are_numbered_by_kind(file: WordFile) -> None:
    tables = file.paragraphs("TableCaption")
    numbers = [int(caption.split("\u2003")[0].removeprefix("表")) for caption in tables]
    assert numbers == list(range(1, len(tables) + 1))
    assert file.paragraphs("Caption") == ["图1\u2003两家单位的PM2.5都低于限值"]


def test_every_mark_leads_to_its_evidence(file: WordFile) -> None:
    places = {}
    for start in file.body.iter(f"{W}bookmarkStart"):
        if start.get(f"{W}name").startswith("evidence"):
            places[start.get(f"{W}name")] = "".join(
                text.text for text in start.getnext().iter(f"{W}t")
            )
    links = [
        link
        for link in file.body.iter(f"{W}hyperlink")
        if link.get(f"{W}anchor").startswith("evidence")
    ]
    assert len(links) > 40
    for link in links:
        shown = "".join(text.text for text in link.iter(f"{W}t"))
        assert places[link.get(f"{W}anchor")] == shown


def test_all_marks_are_links_or_places(file: WordFile) -> None:
    known = {entry.mark for listed in BRIEFING.comparison.evidence for entry in listed.entries}
    for element in file.body.iter(f"{W}t"):
        for mark in re.findall(r"〔(\w+)〕", element.text or ""):
            holder = element.getparent().getparent()
            before = element.getparent().getprevious()
            linked = holder.tag == f"{W}hyperlink"
            placed = before is not None and before.tag == f"{W}bookmarkStart"
            assert mark in known
            assert linked or placed


def test_document_numbers_are_no_marks() -> None:
    finding = dataclasses.replace(
        BRIEFING.comparison.findings[0], runs=said("湘环发〔2024〕3号〔岳21〕")
    )
    file = comparison(findings=(finding,))
    (line,) = [line for line in file.body.iter(f"{W}p") if "湘环发" in words(line)]
    assert words(line) == "1. 湘环发〔2024〕3号〔岳21〕"
    assert [words_of_link(link) for link in line.iter(f"{W}hyperlink")] == ["〔岳21〕"]


def words_of_link(link: Any) -> str:  # noqa: ANN401
    return "".join(text.text for text in link.iter(f"{W}t"))


def test_signs_of_xml_and_of_jinja_are_printed_as_they_are() -> None:
    text = "R&D <5% “甲” {{ 不是标记 }} 换\n行\x0b完"
    finding = dataclasses.replace(BRIEFING.comparison.findings[0], runs=(Run(text),))
    file = comparison(findings=(finding,))
    lines = [line for line in file.paragraphs("BodyText") if line.startswith("1. R&D")]
    assert lines == ["1. R&D <5% “甲” {{ 不是标记 }} 换行\ufffd完"]


def test_matrix_row_holds_problem_measures_and_promises(file: WordFile) -> None:
    table = file.table(0, "问题")
    assert table[0] == ["问题", "原因", "已做工作", "下一年承诺", "回应"]
    assert table[1][0].startswith("岳阳县问题1（水、大气）：")
    row = table[2]
    assert row[1] == "受县城区排水影响"
    assert row[2].endswith("十大工程任务〔岳23〕〔岳24〕（共有词：总磷）")
    assert row[4] == "直接回应"
    assert table[4][2:4] == ["未载明", "未载明"]


def test_values_apart_say_why(file: WordFile) -> None:
    (table,) = [table for table in file.tables() if "69.6|〔区3〕" in table[-1]]
    assert [row[0] for row in table] == [
        "单位",
        "可比：2024年，全域；限值：GB 3095-2012 二级年平均35 μg/m³",
        "潜江市",
        "岳阳县",
        "单独列出，不排位次：范围不同：只有中心城区",
        "赣州市",
        "单独列出，不排位次：范围不同：县级及以上城市",
        "赣州市",
        "单独列出，不排位次：期间不同：只有第一季度，不能与年平均限值相比",
        "某区",
    ]
    assert table[-1][-2] == "不适用"


def test_values_apart_for_the_same_reason_say_it_once() -> None:
    first, *others = BRIEFING.comparison.indicators
    alike = tuple(dataclasses.replace(row, reason="范围不同") for row in first.apart)
    file = comparison(indicators=(dataclasses.replace(first, apart=alike), *others))
    (table,) = [table for table in file.tables() if "69.6|〔区3〕" in table[-1]]
    assert [row[0] for row in table[4:]] == [
        "单独列出，不排位次：范围不同",
        "赣州市",
        "赣州市",
        "某区",
    ]


def test_metrics_without_a_pair_share_a_table() -> None:
    first, *others = BRIEFING.comparison.indicators
    alone = dataclasses.replace(first, groups=())
    file = comparison(indicators=(alone, *others))
    (table,) = [table for table in file.tables() if table[1][0].startswith("细颗粒物")]
    assert table[1] == [
        "细颗粒物（PM2.5）平均浓度（μg/m³）：范围不同：只有中心城区；没有写明的单位：衡南县。"
    ]
    assert [row[0] for row in table[2::2]] == ["赣州市", "赣州市", "某区"]
    assert "（三）不能比较的指标" in file.paragraphs("Heading2")


def test_computed_figures_say_so(file: WordFile) -> None:
    table = file.table(4, "未完成")
    assert table[1][4] == "1|（计算）"


def test_no_cell_is_empty(file: WordFile) -> None:
    empty = [row for table in file.tables() for row in table for cell in row if not cell.strip("|")]
    assert empty == []


def test_no_tag_is_left(file: WordFile) -> None:
    assert [line for line in file.paragraphs() if "{{" in line or "{%" in line] == []
    assert file.paragraphs("TemplateTag") == []


def test_empty_parts_say_so() -> None:
    file = comparison(tallies=(), matrix=(), quality=(), quantities=())
    texts = file.paragraphs("TableText")
    assert "各份报告都没有写明这类事项的数量。" in texts
    assert "各份报告都没有写明自身的问题。" in texts
    assert "没有发现须提醒的事项。" in texts
    assert "没有两个以上单位都写明的同类数字。" in texts


def test_heads_are_repeated_and_rows_kept_whole(file: WordFile) -> None:
    for table in file.body.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize("profile", ["gbt9704", "plain"])
def test_columns_are_as_wide_as_the_page_allows(profile: str) -> None:
    file = rendered(profile=profile)
    waiting: list[Any] = []
    for child in file.body:
        section = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        waiting += [child] if child.tag == f"{W}tbl" else []
        if section is None:
            continue
        margins = section.find(f"{W}pgMar")
        between = int(margins.get(f"{W}left")) + int(margins.get(f"{W}right"))
        width = int(section.find(f"{W}pgSz").get(f"{W}w")) - between
        for table in waiting:
            columns = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            assert abs(sum(columns) - width) <= 2
        waiting = []


@pytest.mark.parametrize("count", [1, 2, 12, 40])
def test_grids_fit_any_number_of_bureaus(count: int) -> None:
    names = tuple(f"单位{number}" for number in range(count))
    grid = dataclasses.replace(
        BRIEFING.comparison.promises,
        columns=names,
        cells=tuple(tuple(range(count)) for _ in range(7)),
        texts=tuple(tuple(str(number) for number in range(count)) for _ in range(7)),
    )
    file = comparison(promises=grid)
    corner = "单位" if count > 12 else "主题"
    (table,) = [
        table for table in file.tables() if table[0][0] == corner and names[-1] in str(table)
    ]
    assert len(table[0]) == (8 if count > 12 else count + 1)
    assert len(table) == (count + 1 if count > 12 else 8)


def wide_comparison() -> View:
    """The sample with promises by theme of forty bureaus."""
    rows = tuple(f"主题{number}" for number in range(19))
    grid = dataclasses.replace(
        BRIEFING.comparison.promises,
        rows=rows,
        columns=tuple(f"单位{number}" for number in range(40)),
        cells=tuple((1,) * 40 for _ in rows),
        texts=tuple(("1（1）",) * 40 for _ in rows),
    )
    return dataclasses.replace(BRIEFING.comparison, promises=grid)


def wide_grid() -> WordFile:
    return rendered(comparison=wide_comparison())


def turned(file: WordFile) -> list[bool]:
    """Whether the pages of each section lie on their long side."""
    return [
        section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        for section in file.body.iter(f"{W}sectPr")
    ]


def test_all_pages_are_upright(file: WordFile) -> None:
    assert turned(file) == [False]


def test_very_wide_table_lies_on_a_page_of_its_own() -> None:
    assert turned(wide_grid()) == [False, True, False]


def test_very_wide_table_at_the_end_leaves_no_empty_page() -> None:
    names = tuple(f"单位{number}" for number in range(40))
    themes = tuple((f"主题{number}", *("1（1）" for _ in names)) for number in range(19))
    chart = dataclasses.replace(CHART, columns=("主题", *names), rows=themes)
    assert turned(rendered(charts=(chart,))) == [False, True]


def test_every_run_has_official_fonts(file: WordFile) -> None:
    official = {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}
    for line in file.body.iter(f"{W}p"):
        for each in line.iter(f"{W}r"):
            fonts = file.fonts(line, each)
            assert set(fonts) == set(FONT_USES)
            assert fonts["eastAsia"] in official
            assert fonts["ascii"] == fonts["hAnsi"] == fonts["cs"] == "Times New Roman"


def test_no_theme_fonts(file: WordFile) -> None:
    assert b"Theme=" not in file.parts["word/styles.xml"]
    assert b"asciiTheme" not in file.parts["word/document.xml"]


def test_fonts_of_the_configuration_replace_the_defaults() -> None:
    fonts = Fonts(body="仿宋").model_dump()
    file = rendered(fonts=fonts)
    line = next(line for line in file.body.iter(f"{W}p") if style_id(line) == "BodyText")
    assert file.fonts(line, next(line.iter(f"{W}r")))["eastAsia"] == "仿宋"
    heading = next(line for line in file.body.iter(f"{W}p") if style_id(line) == "Heading1")
    assert file.fonts(heading, next(heading.iter(f"{W}r")))["eastAsia"] == "黑体"


def test_chinese_quotation_marks_are_set_in_the_chinese_font(file: WordFile) -> None:
    run = next(text for text in file.body.iter(f"{W}t") if "“污染消除" in (text.text or ""))
    assert run.getparent().find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


def test_body_text_has_the_measures_of_the_standard(file: WordFile) -> None:
    normal = file.styles["Normal"]
    assert normal.find(f"{W}rPr/{W}sz").get(f"{W}val") == "32"
    assert normal.find(f"{W}rPr/{W}spacing").get(f"{W}val") == "-5"
    spacing = normal.find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("579", "exact")


def test_text_styles_take_their_font_from_body_text(file: WordFile) -> None:
    for style in ("BodyText", "TableText", "TableNumber", "Note", "Heading3", "Heading4"):
        assert file.styles[style].find(f"{W}rPr/{W}rFonts") is None


def test_page_numbers_stand_at_the_outer_corner(file: WordFile) -> None:
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    section = next(file.body.iter(f"{W}sectPr"))
    found = {}
    for reference in section.iter(f"{W}footerReference"):
        key = reference.get(f"{{{reference.nsmap['r']}}}id")
        footer = etree.fromstring(file.parts[f"word/{links[key]}"])
        (line,) = footer.iter(f"{W}p")
        alignment = file.styles[style_id(line)].find(f"{W}pPr/{W}jc").get(f"{W}val")
        found[reference.get(f"{W}type")] = (words(line), alignment)
    assert found == {"default": ("— 1 —", "right"), "even": ("— 1 —", "left")}
    assert b"evenAndOddHeaders" in file.parts["word/settings.xml"]


def test_picture_has_words_and_both_forms(file: WordFile) -> None:
    (picture,) = file.body.iter("{*}inline")
    assert picture.find("{*}docPr").get("descr") == ALT
    links = relationships(file.parts["word/_rels/document.xml.rels"])
    (blip,) = picture.iter("{*}blip")
    (svg,) = picture.iter("{*}svgBlip")
    embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    assert file.parts[f"word/{links[blip.get(embed)]}"] == DRAWING.png
    assert file.parts[f"word/{links[svg.get(embed)]}"] == DRAWING.svg.encode()
    assert int(picture.find("{*}extent").get("cx")) == 156 * 36_000
    assert int(picture.find("{*}extent").get("cy")) == 50 * 36_000


def test_picture_stands_in_a_line_that_does_not_crop_it(file: WordFile) -> None:
    line = next(line for line in file.body.iter(f"{W}p") if line.find(".//{*}inline") is not None)
    assert style_id(line) == "Picture"
    spacing = file.styles["Picture"].find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}lineRule") == "auto"


def test_properties_come_from_the_configuration(file: WordFile) -> None:
    core = file.parts["docProps/core.xml"].decode()
    assert "<dc:title>生态环境工作对比简报</dc:title>" in core
    assert "<dc:subject>五家单位2024年工作总结对照</dc:subject>" in core
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
        "word/media/chart1.png",
        "word/media/chart1.svg",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert b"updateFields" not in file.parts["word/settings.xml"]
    assert b'w:name="compatibilityMode"' in file.parts["word/settings.xml"]


def test_same_view_gives_the_same_bytes(data: bytes) -> None:
    assert docx(BRIEFING, (DRAWING,), TEMPLATES) == data


def test_plain_profile_says_the_same(file: WordFile) -> None:
    plain = rendered(profile="plain")
    assert plain.paragraphs() == file.paragraphs()
    assert plain.styles["Normal"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "24"


def test_error_chart_without_drawing() -> None:
    with pytest.raises(KeyError, match="pm25"):
        docx(BRIEFING, (), TEMPLATES)


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["gbt9704", "plain"])
def test_schema_is_kept(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "briefing.docx"
    briefing = dataclasses.replace(BRIEFING, profile=profile)
    path.write_bytes(docx(briefing, (DRAWING,), TEMPLATES))
    assert OpenXmlValidator().validate(path).errors == []


def test_parts_of_the_configuration_are_all_in_the_template() -> None:
    for name in PARTS:
        assert len(rendered(parts=(name,)).paragraphs("Heading1")) == 1


def test_marks_without_an_appendix_are_plain_words() -> None:
    file = rendered(parts=("findings",))
    assert "岳阳县32.86 μg/m³〔岳21〕、" in file.paragraphs("BodyText")[2]
    assert list(file.body.iter(f"{W}hyperlink"))[1:] == []


def test_notes_stay_with_what_they_explain(file: WordFile) -> None:
    notes = [line for line in file.body if line.tag == f"{W}p" and style_id(line) == "Note"]
    kept = [
        next(note.getprevious().iter(f"{W}pPr")).find(f"{W}keepNext") is not None
        for note in notes
        if note.getprevious().tag == f"{W}p"
    ]
    assert kept[0] is True
    tables = [note.getprevious() for note in notes if note.getprevious().tag == f"{W}tbl"]
    for table in tables:
        *_, last = table.iter(f"{W}tr")
        assert all(line.find(f"{W}pPr/{W}keepNext") is not None for line in last.iter(f"{W}p"))


FOLLOWUP = FollowUp(
    bureau="岳阳县",
    number=1,
    promise=Passage(text="完成剩余3条黑臭水体整治", marks=("岳80",)),
    target="3条",
    reported=(),
    followed=Followed.UNMENTIONED,
    state="本年报告没有提到",
)


def test_promises_of_the_year_before_are_followed_up() -> None:
    file = comparison(followups=(FOLLOWUP,))
    assert "（六）上一年承诺的兑现情况" in file.paragraphs("Heading2")
    table = file.table(3, "本年报告的情况")
    assert table[1] == ["岳阳县"]
    assert table[2] == [
        "1",
        "完成剩余3条黑臭水体整治〔岳80〕",
        "3条",
        "未载明",
        "本年报告没有提到",
    ]


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


def test_change_of_body_text_reaches_tables_and_headings(tmp_path: Path) -> None:
    normal = '<w:name w:val="Normal"/>'
    styles = (TEMPLATES / "briefing.docx").read_bytes()
    text = unpacked(styles)["word/styles.xml"].decode()
    after = text[text.index(normal) :]
    own = after[: after.index("</w:style>")]
    templates = changed_template(
        tmp_path, "word/styles.xml", (own, own.replace("仿宋_GB2312", "华文仿宋"))
    )
    file = opened(docx(BRIEFING, (DRAWING,), templates))
    for style in ("BodyText", "TableText", "TableNumber", "Note", "TableGroup"):
        line = next(line for line in file.body.iter(f"{W}p") if style_id(line) == style)
        font = file.fonts(line, next(line.iter(f"{W}r")))["eastAsia"]
        assert font == ("黑体" if style == "TableGroup" else "华文仿宋")


def test_heading_of_the_users_own_part_is_in_the_contents(tmp_path: Path) -> None:
    loop = "{%p for part in parts %}"
    document = unpacked((TEMPLATES / "briefing.docx").read_bytes())["word/document.xml"].decode()
    start = document.rindex("<w:p>", 0, document.index(loop))
    own = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>编者按</w:t></w:r></w:p>'
    before = document[start : document.index(loop)]
    templates = changed_template(
        tmp_path, "word/document.xml", (before + loop, own + before + loop)
    )
    file = opened(docx(BRIEFING, (DRAWING,), templates))
    assert file.paragraphs("TOC1")[:2] == ["编者按", "一、要点"]


def test_error_unknown_name_in_a_template(tmp_path: Path) -> None:
    templates = changed_template(
        tmp_path, "word/document.xml", ("{{ briefing.title }}", "{{ briefing.titel }}")
    )
    with pytest.raises(TemplateError, match=r"^briefing\.docx 标记 .*：没有 titel 这个"):
        docx(BRIEFING, (DRAWING,), templates)


def test_data_of_a_chart_with_many_columns_are_turned() -> None:
    names = tuple(f"单位{number}" for number in range(40))
    chart = dataclasses.replace(
        CHART,
        columns=("主题", *names),
        rows=(("大气", *(str(number) for number in range(40))),),
    )
    table = rendered(charts=(chart,)).tables()[-1]
    assert table[0] == ["单位", "大气"]
    assert table[-1] == ["单位39", "39"]


def test_counts_of_many_bureaus_are_set_no_smaller_and_stay_upright() -> None:
    names = tuple(f"单位{number}" for number in range(12))
    themes = tuple((f"主题{number}", *("1" for _ in names)) for number in range(19))
    file = rendered(charts=(dataclasses.replace(CHART, columns=("主题", *names), rows=themes),))
    assert turned(file) == [False]
    *_, table = file.body.iter(f"{W}tbl")
    assert {style_id(line) for line in table.iter(f"{W}p")} == {
        "TableHead",
        "TableText",
        "TableWord",
    }


def test_crowded_tables_have_less_air_in_their_cells() -> None:
    squeezed = [
        table
        for table in wide_grid().body.iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblCellMar") is not None
    ]
    assert [len(table.find(f"{W}tblGrid")) for table in squeezed] == [20]


def test_a_users_own_table_prints_figures_with_and_without_their_marks(tmp_path: Path) -> None:
    rows = (
        "{%tr for row in comparison.tallies %}",
        "{{ row.total|marked }}，{{ row.done }}",
        "{%tr endfor %}",
    )
    own = tables_element([156], *(row(cell(156, text("TableText", line))) for line in rows))
    show = paragraph("TemplateTag", run("{{p show(tables.inspection) }}"))
    assert own.startswith(f'<w:tbl {FITTED}="1">')
    templates = changed_template(
        tmp_path, "word/document.xml", (show, own.replace(f' {FITTED}="1"', "", 1))
    )
    file = opened(docx(BRIEFING, (DRAWING,), templates))
    assert [line for line in file.paragraphs("TableText") if "，131" in line] == [
        "166〔潜30〕，131"
    ]
    assert "〔潜30〕" in [words_of_link(link) for link in file.body.iter(f"{W}hyperlink")]


def test_only_the_first_section_has_a_first_page_of_its_own(tmp_path: Path) -> None:
    templates = changed_template(
        tmp_path,
        "word/document.xml",
        ("</w:sectPr>", '<w:pgNumType w:start="3"/><w:titlePg/></w:sectPr>'),
    )
    briefing = dataclasses.replace(BRIEFING, comparison=wide_comparison())
    file = opened(docx(briefing, (DRAWING,), templates))
    sections = list(file.body.iter(f"{W}sectPr"))
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [
        True,
        False,
        False,
    ]
    assert [section.find(f"{W}pgNumType") is not None for section in sections] == [
        True,
        False,
        False,
    ]
    upright, turned, _ = (section.find(f"{W}pgMar") for section in sections)
    assert upright is not None
    assert turned is not None
    assert [turned.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        upright.get(f"{W}{side}") for side in ("left", "top", "right", "bottom")
    ]


def test_no_line_ends_inside_an_evidence_mark(file: WordFile) -> None:
    rule = etree.fromstring(file.parts["word/settings.xml"]).find(f"{W}noLineBreaksAfter")
    assert rule.get(f"{W}lang") == "zh-CN"
    assert set("岳衡潜区赣〔") <= set(rule.get(f"{W}val"))
    many = [
        dataclasses.replace(BRIEFING.comparison.bureaus[0], mark=chr(0x4E00 + number))
        for number in range(40)
    ]
    crowded = comparison(bureaus=tuple(many)).parts["word/settings.xml"]
    rule = etree.fromstring(crowded).find(f"{W}noLineBreaksAfter")
    assert len(rule.get(f"{W}val")) == 50
