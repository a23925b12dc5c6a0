"""Tables of PDF files that run over pages, and those without rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builder.config import Limits
from builder.read.pdf import pdf_page
from tests.rawfiles import pdf_pages, shown
from tests.read.test_pdf import LONG, printed

WIDTHS = (60, 152, 152)
HEAD = ("序号", "工作任务", "完成情况")
TASK = "督促企业落实主体责任建成污染治理设施并通过验收"
EDGES = (60, 120, 272, 424)
Row = tuple[str, str, str]


def wrapped(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def ruled(rows: Sequence[Row], top: int = 760) -> bytes:
    """Content of a page: cells with rules around them, their text broken after 12 letters."""
    made = b"0.5 w\n"
    for row in rows:
        cells = [wrapped(cell, 12) for cell in row]
        height, left = 20 * max(map(len, cells)) + 6, 60
        for cell, width in zip(cells, WIDTHS, strict=True):
            made += b"%d %d %d %d re S\n" % (left, top - height, width, height)
            for number, line in enumerate(cell, 1):
                made += shown(line, x=left + 4, y=top - 20 * number + 4, size=12)
            left += width
        top -= height
    return made


def read(*pages: bytes) -> list[str]:
    return pdf_page("a.pdf", pdf_pages(*pages), Limits()).text.split("\n")


PAGE_ONE = (HEAD, ("11", "大气治理", "已经完成"))
PAGE_TWO = (("22", "土壤治理", "正在推进"),)


def test_head_that_is_repeated_is_read_once() -> None:
    assert read(
        ruled(PAGE_ONE), ruled((HEAD, *PAGE_TWO)), ruled((HEAD, ("33", "噪声", "完成")))
    ) == [
        "序号 | 工作任务 | 完成情况",
        "11 | 大气治理 | 已经完成",
        "22 | 土壤治理 | 正在推进",
        "33 | 噪声 | 完成",
    ]


def test_head_of_two_rows_is_read_once() -> None:
    second = ("", "县级任务", "本月完成")
    assert read(ruled((HEAD, second, PAGE_ONE[1])), ruled((HEAD, second, *PAGE_TWO))) == [
        "序号 | 工作任务 | 完成情况",
        "| 县级任务 | 本月完成",
        "11 | 大气治理 | 已经完成",
        "22 | 土壤治理 | 正在推进",
    ]


def test_name_of_a_table_that_goes_on_is_left_out_with_its_head() -> None:
    again = shown("表一　任务完成情况（续）", x=60, y=770, size=12)
    first = shown("表一　任务完成情况", x=60, y=770, size=12)
    assert read(first + ruled(PAGE_ONE), again + ruled((HEAD, *PAGE_TWO))) == [
        "表一　任务完成情况",
        "序号 | 工作任务 | 完成情况",
        "11 | 大气治理 | 已经完成",
        "22 | 土壤治理 | 正在推进",
    ]


def test_head_of_another_table_is_kept() -> None:
    caption = shown("表二　土壤治理任务", x=60, y=770, size=12)
    assert read(ruled(PAGE_ONE), caption + ruled((HEAD, *PAGE_TWO)))[2:] == [
        "表二　土壤治理任务",
        "序号 | 工作任务 | 完成情况",
        "22 | 土壤治理 | 正在推进",
    ]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (("22", TASK[:12], ""), ("", TASK[12:], ""), f"22 | {TASK} |"),
        (("22", TASK[:12], TASK[:12]), ("", TASK[12:], TASK[12:]), f"22 | {TASK} | {TASK}"),
        (("22", TASK[:12], "完成九成"), ("", TASK[12:], ""), f"22 | {TASK} | 完成九成"),
        (("", TASK[:12], ""), ("22", TASK[12:], "完成九成"), f"22 | {TASK} | 完成九成"),
        (("22", "建成设施。", "九成"), ("", "通过验收。", ""), "22 | 建成设施。通过验收。 | 九成"),
    ],
)
def test_row_that_a_page_breaks_is_whole(above: Row, below: Row, whole: str) -> None:
    head = (HEAD,)
    for repeated in ((), head):
        assert read(ruled((*PAGE_ONE, above)), ruled((*repeated, below, *PAGE_TWO)))[2:] == [
            whole,
            "22 | 土壤治理 | 正在推进",
        ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("22", "大气治理", "九成"), ("", "水治理", "八成")),
        (("22", TASK[:12], "九成"), ("", "水治理", "八成")),
        (("22", "大气治理。", "九成"), ("", "", "八成")),
        (("22", TASK[:12], "九成"), ("33", TASK[12:], "")),
    ],
)
def test_row_under_a_merged_cell_is_a_row(above: Row, below: Row) -> None:
    found = read(ruled((*PAGE_ONE, above)), ruled((below, *PAGE_TWO)))
    assert len(found) == 5
    assert found[2] == " | ".join(above)


def test_table_after_other_words_does_not_go_on() -> None:
    words = shown("全市优良天数比例", x=60, y=770, size=12)
    below = ("", TASK[12:], "")
    found = read(ruled((*PAGE_ONE, ("22", TASK[:12], ""))), words + ruled((below, *PAGE_TWO)))
    assert found[2:] == [
        f"22 | {TASK[:12]} |",
        "全市优良天数比例",
        TASK[12:],
        "22 | 土壤治理 | 正在推进",
    ]


UNRULED = "td { border: 0; padding: 2px 24px }"


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


FIGURES = (
    ("指标", "2024年目标", "完成情况"),
    ("PM2.5平均浓度", "35", "31"),
    ("优良天数比例", "90%", "94%"),
    ("地表水优良比例", "85%", "88.9%"),
)


def test_table_without_rules_is_read_by_rows() -> None:
    assert printed(f"<p>{LONG}。</p>{table(*FIGURES)}<p>{LONG}。</p>", UNRULED) == [
        f"{LONG}。",
        *[" | ".join(row) for row in FIGURES],
        f"{LONG}。",
    ]


@pytest.mark.parametrize("align", ["right", "center"])
def test_table_without_rules_however_its_cells_are_set(align: str) -> None:
    style = f"{UNRULED} td + td {{ text-align: {align} }}"
    assert printed(table(*FIGURES), style) == [" | ".join(row) for row in FIGURES]


def test_table_without_rules_with_an_empty_cell() -> None:
    rows = (*FIGURES, ("交办件数", "", "70件"))
    assert printed(table(*rows), UNRULED)[-1] == "交办件数 |  | 70件"


def test_table_of_names_and_values_without_rules() -> None:
    rows = [(name, value) for name, _, value in FIGURES]
    assert printed(table(*rows), UNRULED) == [" | ".join(row) for row in rows]


def test_table_of_four_columns_without_rules() -> None:
    rows = [(str(number), *row) if number else ("序号", *row) for number, row in enumerate(FIGURES)]
    assert printed(table(*rows), UNRULED) == [" | ".join(row) for row in rows]


def test_cell_without_rules_that_goes_on_below() -> None:
    rows = [(*FIGURES[0], "责任单位"), *[(*row, "某县分局<br>某站") for row in FIGURES[1:]]]
    style = UNRULED + "td { vertical-align: top }"
    assert printed(table(*rows), style) == [
        "指标 | 2024年目标 | 完成情况 | 责任单位",
        *[" | ".join((*row, "某县分局某站")) for row in FIGURES[1:]],
    ]


def test_two_lines_with_gaps_are_no_table() -> None:
    assert " | " not in "".join(printed(table(*FIGURES[:2]), UNRULED))


def test_names_in_pairs_are_no_table() -> None:
    rows = [("组长", "张三丰"), ("副组长", "李四光"), ("成员", "王五郎"), ("联络员", "赵六生")]
    assert printed(table(*rows), UNRULED) == [f"{left} {right}" for left, right in rows]


def test_contents_are_no_table() -> None:
    rows = [("一、工作完成情况", "1"), ("二、存在问题", "5"), ("三、工作打算", "9")]
    assert printed(table(*rows), UNRULED) == [f"{left} {right}" for left, right in rows]


def test_rows_that_do_not_agree_are_no_table() -> None:
    rows = ("指标　　目标　　完成", "平均浓度很高的　　很高　　九成", "优良　　八　　九成")
    body = "".join(f"<p style='white-space:pre'>{row}</p>" for row in rows)
    assert " | " not in "".join(printed(body))


@pytest.mark.parametrize("count", [30, 60])
def test_table_without_rules_goes_on_over_pages(count: int) -> None:
    rows = [*FIGURES, *((f"指标{n}平均浓度", str(n), f"{n}%") for n in range(count))]
    body = f"{table(*rows)}<p>{LONG}。</p>"
    assert printed(body, UNRULED) == [*[" | ".join(row) for row in rows], f"{LONG}。"]


def test_text_after_a_table_without_rules_on_the_next_page_is_text() -> None:
    body = f"{table(*FIGURES)}<p style='break-before: page'>存在问题</p><p>{LONG}。</p>"
    assert printed(body, UNRULED)[4:] == ["存在问题", f"{LONG}。"]


def test_three_columns_of_prose_written_row_by_row_are_no_table() -> None:
    words = TASK + LONG.replace(",", "")
    made = b"".join(
        shown(words[start + row : start + row + 12], x=40 + 170 * column, y=700 - 20 * row, size=12)
        for row in range(8)
        for column, start in enumerate((0, 9, 18))
    )
    assert " | " not in "".join(read(made))


def test_a_row_that_the_page_ends_in_is_one_without_a_rule_below() -> None:
    """Its name stands above, and what was done below: 35个 is of the name."""
    upper = ruled([HEAD, ("甲", "大气治理", "完成12个")], 180)
    upper += b"".join(b"%d 80 m %d 128 l S\n" % (left, left) for left in EDGES)
    upper += shown("乙", x=64, y=104, size=12)
    lower = b"0.5 w\n" + b"".join(b"%d 740 m %d 780 l S\n" % (left, left) for left in EDGES)
    lower += b"60 740 m 120 740 l S\n120 740 m 272 740 l S\n272 740 m 424 740 l S\n"
    lower += shown("水治理", x=124, y=760, size=12) + shown("完成35个", x=276, y=760, size=12)
    lower += shown("督促企业落实主体责任。", x=60, y=700, size=12)
    text = read(shown("一、重点工作", x=60, y=300, size=12) + upper, lower)
    assert "乙 | 水治理 | 完成35个" in text
