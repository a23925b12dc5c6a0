from __future__ import annotations

import pytest

from builder.config import Limits
from builder.read.docx import docx_page
from builder.read.refusal import Unreadable
from tests.rawfiles import W, paragraph, word_file

LEVELS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "%1.%4"),
    ("bullet", "●"),
)


def lines(body: str, **parts: str) -> list[str]:
    return docx_page("a.docx", word_file(body, **parts), Limits()).text.split("\n")


def listed(text: str, level: int, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def numbering(*overrides: str, legal: bool = False) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{"<w:isLgl/>" if legal else ""}<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(LEVELS)
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'
        for number, override in enumerate(("", *overrides), 1)
    )
    abstract = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    return f"<w:numbering {W}>{abstract}{lists}</w:numbering>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_automatic_numbers_are_written_out() -> None:
    body = listed("总体情况", 0) + listed("大气", 1) + listed("优良率94%。", 2) + listed("水", 2)
    body += (
        listed("水环境", 1) + listed("断面达标。", 2) + listed("存在问题", 0) + listed("扬尘", 1)
    )
    assert lines(body, numbering=numbering()) == [
        "一、总体情况",
        "（一）大气",
        "1.优良率94%。",
        "2.水",
        "（二）水环境",
        "1.断面达标。",
        "二、存在问题",
        "（一）扬尘",
    ]


def test_number_never_runs_into_a_figure() -> None:
    body = listed("2024年优良率94%。", 2) + listed("12家企业", 3)
    assert lines(body, numbering=numbering()) == ["1. 2024年优良率94%。", "一.1 12家企业"]


def test_legal_numbering_is_in_digits() -> None:
    body = listed("总体情况", 0) + listed("空气", 3)
    assert lines(body, numbering=numbering(legal=True)) == ["1、总体情况", "1.1空气"]


def test_list_begins_anew_where_it_says_so() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    body = listed("甲", 0) + listed("乙", 0, number=2) + listed("丙", 0, number=2) + listed("丁", 0)
    assert lines(body, numbering=numbering(restart)) == ["一、甲", "三、乙", "四、丙", "五、丁"]


def test_numbers_come_from_styles_and_their_bases() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="Base"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    body = paragraph("大气", '<w:pStyle w:val="Own"/>')
    body += paragraph("水", '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbering=numbering(), styles=styles) == ["（一）大气", "水"]


def test_bullets_are_no_words() -> None:
    assert lines(listed("加强监管。", 4), numbering=numbering()) == ["加强监管。"]


def test_tracked_deletions_are_left_out_and_insertions_kept() -> None:
    body = (
        f"<w:p>{run('PM2.5浓度')}<w:del><w:r><w:delText>35</w:delText></w:r></w:del>"
        f"<w:ins>{run('31')}</w:ins>{run('微克/立方米。')}"
        f"<w:moveFrom>{run('移走的话。')}</w:moveFrom><w:moveTo>{run('移来的话。')}</w:moveTo></w:p>"
    )
    assert lines(body) == ["PM2.5浓度31微克/立方米。移来的话。"]


def test_hidden_words_are_left_out() -> None:
    shown = run("看得见。", '<w:vanish w:val="false"/>')
    assert lines(f"<w:p>{run('看不见。', '<w:vanish/>')}{shown}</w:p>") == ["看得见。"]


def test_words_of_fields_links_and_controls_are_read() -> None:
    field = "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
    body = (
        f"<w:sdt><w:sdtContent><w:p>{field}<w:hyperlink>{run('链接')}</w:hyperlink>"
        f"<w:smartTag>{run('标记')}</w:smartTag><w:r><w:tab/><w:t>之后</w:t><w:br/><w:t>新行</w:t>"
        "</w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["链接标记\t之后", "新行"]


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话。')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('框外的话。')}</w:p>"
    )
    assert lines(body) == ["框外的话。", "框里的话。"]


def test_notes_stand_after_the_paragraph_that_cites_them() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{paragraph("——")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("剔除沙尘影响。")}</w:footnote></w:footnotes>'
    )
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('优良率94%')}{cited}{run('。')}</w:p>" + paragraph("下一段。")
    assert lines(body, footnotes=notes) == ["优良率94%。", "剔除沙尘影响。", "下一段。"]


def test_table_is_read_by_rows_and_columns_stay_in_place() -> None:
    body = table(
        cell("指标") + cell("目标") + cell("完成"),
        cell("空气", '<w:vMerge w:val="restart"/>') + cell("94%") + cell("95.1%"),
        cell("", "<w:vMerge/>") + cell("35") + cell("31"),
        cell("合计", '<w:gridSpan w:val="2"/>') + cell("2项"),
    )
    assert lines(body) == ["指标 | 目标 | 完成", "空气 | 94% | 95.1%", "| 35 | 31", "合计 |  | 2项"]


def test_deleted_row_is_left_out() -> None:
    deleted = "<w:trPr><w:del/></w:trPr>"
    body = table(cell("甲") + cell("1"), deleted + cell("乙") + cell("2"))
    assert lines(body) == ["甲 | 1"]


def test_other_documents_inside_are_told() -> None:
    page = docx_page("a.docx", word_file(paragraph("正文。") + "<w:altChunk/>"), Limits())
    assert page.text == "正文。"
    assert [remark.message.format(**dict(remark.values)) for remark in page.remarks] == [
        "文件里嵌入了 1 份其他文档，没有读取。"
    ]


def test_error_of_a_file_without_body() -> None:
    with pytest.raises(Unreadable) as error:
        docx_page("a.docx", word_file("").replace(b"document.xml", b"other123.xml"), Limits())
    assert str(error.value) == (
        "a.docx：是压缩包，里面没有 Word 正文。请先解压，再把里面的报告放入输入文件夹。"
    )
