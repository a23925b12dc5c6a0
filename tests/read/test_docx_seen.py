"""Words of a Word file that its readers don't see, raised digits, signs, headings, merged cells."""

from __future__ import annotations

import pytest

from builder.config import Limits
from builder.read.docx import docx_page
from builder.read.pages import Page
from tests.rawfiles import W, paragraph, word_file

STYLES = f"""<w:styles {W}>
<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>
<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="GoneLine"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""


def page(body: str) -> Page:
    return docx_page("a.docx", word_file(body, styles=STYLES), Limits())


def lines(body: str) -> list[str]:
    return page(body).text.split("\n")


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def style(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'


def line(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    "deleted",
    [
        f"<w:del>{run('35')}</w:del>",
        run("35", "<w:strike/>"),
        run("35", "<w:dstrike/>"),
        run("35", '<w:strike w:val="true"/>'),
        run("35", style("Old")),
    ],
)
def test_struck_out_words_are_left_out(deleted: str) -> None:
    body = line(run("检查企业"), deleted, run("36"), run("家。", '<w:strike w:val="0"/>'))
    assert lines(body) == ["检查企业36家。"]


def test_style_that_strikes_is_undone_by_the_run() -> None:
    body = line(run("检查企业36家。", style("Old") + '<w:strike w:val="false"/>'))
    assert lines(body) == ["检查企业36家。"]


@pytest.mark.parametrize(
    "hidden",
    [
        line(run("优良天数比例50%。", "<w:vanish/>")),
        line(run("优良天数比例50%。", style("Gone"))),
        line(run("优良天数比例50%。", style("GoneToo"))),
        line(run("优良天数比例50%。"), properties='<w:pStyle w:val="GoneLine"/>'),
    ],
)
def test_hidden_words_are_left_out_and_told(hidden: str) -> None:
    found = page(paragraph("前。") + hidden + paragraph("后。"))
    assert found.text == "前。\n后。"
    assert [remark.message.format(**dict(remark.values)) for remark in found.remarks] == [
        "有 1 处隐藏文字，没有读取。"
    ]


def test_words_that_a_run_shows_again_are_read() -> None:
    body = line(
        run("优良天数比例50%。", '<w:vanish w:val="0"/>'),
        properties='<w:pStyle w:val="GoneLine"/>',
    )
    assert page(body + paragraph("后。", '<w:pStyle w:val="Circle"/>')).remarks == ()
    assert lines(body) == ["优良天数比例50%。"]


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "up", "after", "text"),
    [
        ("94", "1", "%", "94%"),
        ("94%", "[2]", "", "94%"),
        ("303天", "①", "", "303天"),
        ("PM2.5为31", "1", "微克", "PM2.5为31微克"),
        ("1.2×10", "4", "吨", "1.2×10⁴吨"),
        ("10", "-3", "", "10⁻³"),
        ("12km", "2", "", "12km2"),
        ("31μg/m", "3", "", "31μg/m3"),
        ("20平方米", "2", "", "20平方米2"),
        ("SO4", "2-", "", "SO42-"),
    ],
)
def test_raised_digits(before: str, up: str, after: str, text: str) -> None:
    for raised in (run(up, RAISED), run(up, style("Up"))):
        assert lines(line(run(before), raised, run(after))) == [text]


def test_lowered_digits_stay() -> None:
    assert lines(line(run("PM"), run("2.5", '<w:vertAlign w:val="subscript"/>'))) == ["PM2.5"]


def test_power_of_a_formula() -> None:
    formula = (
        "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>"
    )
    body = f'<w:p xmlns:m="m">{run("1.2×")}<m:oMath>{formula}</m:oMath>{run("吨")}</w:p>'
    assert lines(body) == ["1.2×10⁴吨"]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
        ('<w:sym w:font="Symbol" w:char="006D"/>', "μ"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="宋体" w:char="2265"/>', "≥"),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF0B3;</w:t>', "≥"),
        ('<w:sym w:font="Nobody" w:char="F0B3"/>', ""),
        ('<w:sym w:font="Symbol" w:char="nonsense"/>', ""),
    ],
)
def test_signs_of_fonts(sign: str, text: str) -> None:
    assert lines(line(run("优良率"), f"<w:r>{sign}</w:r>", run("94%"))) == [f"优良率{text}94%"]


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("bold", "text"),
    [
        (line(run("存在问题。", BOLD)), "存在问题"),
        (line(run("存在", BOLD), run("问题。", style("Strong"))), "存在问题"),
        (line(run("存在问题", BOLD), run("  ")), "存在问题"),
        (line(run("完成率94%。", BOLD)), "完成率94%。"),
        (line(run("存在问题", BOLD), run("。")), "存在问题。"),
        (line(run("存在问题。", '<w:b w:val="0"/>')), "存在问题。"),
    ],
)
def test_bold_paragraph_is_a_heading_where_no_style_tells_one(bold: str, text: str) -> None:
    assert lines(bold + paragraph("扬尘仍有短板。")) == [text, "扬尘仍有短板。"]


def test_bold_paragraph_is_none_where_styles_tell_headings() -> None:
    body = paragraph("存在问题。", '<w:pStyle w:val="2"/>') + line(run("扬尘仍有短板。", BOLD))
    body += paragraph("工作打算。", '<w:outlineLvl w:val="1"/>')
    assert lines(body) == ["存在问题", "扬尘仍有短板。", "工作打算"]


def test_paragraph_whose_end_was_deleted_goes_on() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    body = line(run("优良天数"), properties=deleted) + line(run("比例94%。")) + paragraph("水。")
    assert lines(body) == ["优良天数比例94%。", "水。"]


def test_spellings_over_letters_are_left_out() -> None:
    ruby = f"<w:ruby><w:rt>{run('huáng')}</w:rt><w:rubyBase>{run('湟')}</w:rubyBase></w:ruby>"
    assert lines(f"<w:p><w:r>{ruby}</w:r>{run('水达标。')}</w:p>") == ["湟水达标。"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_merged_and_hidden_cells() -> None:
    rows = (
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("完成", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("2023年") + cell("2024年"),
        cell("合计", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("2项"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("93%") + cell("94%"),
        "<w:trPr><w:hidden/></w:trPr>" + cell("甲") + cell("1") + cell("2"),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert lines(body) == ["指标 | 完成 |", "| 2023年 | 2024年", "合计 |  | 2项", "| 93% | 94%"]


def test_line_break_of_a_cell_parts_figures() -> None:
    broken = "<w:tc><w:p><w:r><w:t>PM2.5</w:t><w:br/><w:t>PM10</w:t></w:r></w:p></w:tc>"
    assert lines(f"<w:tbl><w:tr>{broken}{cell('31')}</w:tr></w:tbl>") == ["PM2.5 PM10 | 31"]
