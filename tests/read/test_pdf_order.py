"""PDF pages in reading order: two columns, watermarks, turned pages, raised digits."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
import pytest
import weasyprint

from tests.rawfiles import pdf_pages, shown
from tests.read.test_pdf import LONG, STYLE, printed, read

TEXT = (
    "今年以来我局坚持以改善环境质量为核心深入打好污染防治攻坚战全市优良天数比例为九成四同比提高"
    "扬尘管控仍有短板水质不够稳定臭氧浓度有所上升群众反映的问题还没有全部解决需要继续大力整改"
)
Placed = tuple[str, int, int]


def wrapped(text: str, width: int = 18) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def at(x: int, lines: Sequence[str], top: int = 760) -> list[Placed]:
    """Lines of one column with their places, from the top down."""
    return [(line, x, top - 20 * number) for number, line in enumerate(lines)]


def by_rows(left: Sequence[Placed], right: Sequence[Placed]) -> list[Placed]:
    """The lines of two columns as some programs write them: row after row."""
    return [line for pair in zip(left, right, strict=True) for line in pair]


def raw(*pages: Sequence[Placed]) -> list[str]:
    """What is read of pages with these lines in this order, 12 points high."""
    contents = (b"".join(shown(text, x=x, y=y, size=12) for text, x, y in page) for page in pages)
    return read(pdf_pages(*contents)).text.split("\n")


FIRST, SECOND = f"{TEXT[:70]}。", f"{TEXT[20:85]}。"
LEFT, RIGHT = wrapped(FIRST), wrapped("　　" + SECOND)
TITLE = "某市生态环境局二〇二四年工作总结"
ACROSS = "二、存在问题和下一步的工作打算以及其他需要说明的事项"


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    assert raw([(TITLE, 200, 800), *by_rows(at(60, LEFT), at(310, RIGHT))]) == [
        TITLE,
        FIRST,
        SECOND,
    ]


def test_columns_written_one_after_the_other_stay_so() -> None:
    assert raw([(TITLE, 200, 800), *at(60, LEFT), *at(310, RIGHT)]) == [TITLE, FIRST, SECOND]


def test_heading_over_both_columns_stays_where_it_is() -> None:
    page = [*at(310, RIGHT), *at(60, LEFT), (ACROSS, 150, 640)]
    page += by_rows(at(60, LEFT, 600), at(310, RIGHT, 600))
    assert raw(page) == [FIRST, SECOND, ACROSS, FIRST, SECOND]


def test_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    lines = wrapped("　　" + (TEXT[:73] + TEXT) * 3 + "。")
    pages = [by_rows(at(60, lines[0:7]), at(310, lines[7:14])), at(60, lines[14:])]
    assert raw(*pages) == [(TEXT[:73] + TEXT) * 3 + "。"]


def test_columns_under_running_heads_with_page_numbers_between_them() -> None:
    texts = [f"{TEXT[number:]}。" for number in range(6)]
    pages = []
    for number in range(3):
        left, right = (wrapped(text)[:5] for text in texts[2 * number :][:2])
        pages.append([("某市生态环境局工作通报", 230, 800), (f"— {number + 1} —", 280, 40)])
        pages[-1] += by_rows(at(60, left, 740 - number), at(310, right, 740 - number))
    assert "".join(raw(*pages)) == "".join("".join(wrapped(text)[:5]) for text in texts)


def test_columns_of_a_page_with_paragraphs_indented() -> None:
    text = "".join(f"<p>{LONG[number:]}。</p>" for number in range(6))
    body = f"<h1>工作总结</h1><div style='columns:2;column-gap:9mm'>{text}</div><h2>附件</h2>"
    style = "@page { margin: 15mm } body { font-size: 13px }"
    wanted = [f"{LONG[number:]}。" for number in range(6)]
    assert printed(body, style) == ["工作总结", *wanted, "附件"]


def test_table_beside_nothing_is_not_cut_at_its_gutter() -> None:
    rows = [("县区名称和责任单位", "优良天数比例九成"), *[("某县生态环境分局", "三百零三天")] * 9]
    table = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in rows)
    assert printed(f"<p>{LONG}。</p><table style='width:100%'>{table}</table>") == [
        f"{LONG}。",
        *[f"{left} | {right}" for left, right in rows],
    ]


def test_names_beside_each_other_are_no_columns() -> None:
    names = by_rows(at(60, ["张三丰"] * 6, 700), at(330, ["李四光"] * 6, 700))
    assert raw([(TEXT[:40], 60, 740), *names]) == [TEXT[:40], *["张三丰 李四光"] * 6]


def test_lines_with_a_gap_each_elsewhere_are_no_columns() -> None:
    lines = [f"{TEXT[:number]}　　{TEXT[number:38]}" for number in range(10, 22)]
    assert raw(at(60, lines)) == ["".join(lines)]


MARK = "<div style='position:fixed;top:{top}mm;left:20mm;font-size:{size}px;{style}'>{text}</div>"


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("transform:rotate(-45deg);color:#ddd", 60),
        ("transform:rotate(30deg);color:red", 16),
        ("transform:rotate(-90deg)", 20),
        ("color:#ccc", 60),
        ("color:rgba(0, 0, 0, 0.2)", 60),
    ],
)
def test_watermark_is_left_out(style: str, size: int) -> None:
    mark = MARK.format(top=90, size=size, style=style, text="内部资料 2023")
    body = "".join(f"<p>{LONG[number:]}。</p>" for number in range(3))
    assert printed(mark + body) == [f"{LONG[number:]}。" for number in range(3)]


@pytest.mark.parametrize("style", ["color:#c00", "color:#fff;background:#00c", "color:#333"])
def test_large_words_that_are_not_pale_are_read(style: str) -> None:
    title = f"<h1 style='font-size:48px;margin:0;line-height:1.2;{style}'>工作总结</h1>"
    body = "".join(f"<p>{LONG}。</p>" for _ in range(3))
    assert printed(title + body) == ["工作总结", *[f"{LONG}。"] * 3]


def test_pale_words_of_usual_size_are_read() -> None:
    assert printed(f"<p style='color:#ccc'>{LONG}。</p>") == [f"{LONG}。"]


TURNED = """@page { size: A4; margin: 0; @bottom-center { content: "" } }
.turned { position: absolute; left: 0; top: 0; width: 297mm; height: 210mm; padding: 25mm;
box-sizing: border-box; transform-origin: 0 0; transform: translate(0, 297mm) rotate(-90deg) }"""


@pytest.mark.parametrize("turn", [0, 90])
def test_page_on_its_side_is_read_with_its_tables(turn: int) -> None:
    table = "<table><tr><td>指标<td>目标<td>完成</tr><tr><td>PM2.5<td>35<td>31</tr></table>"
    body = f"<div class='turned'><p>{LONG}。</p>{table}<p>{LONG}。</p></div>"
    markup = f"<style>{STYLE}{TURNED}</style>{body}"
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=markup).write_pdf())
    document[0].set_rotation(turn)
    made = io.BytesIO()
    document.save(made)
    assert read(made.getvalue()).text.split("\n") == [
        f"{LONG}。",
        "指标 | 目标 | 完成",
        "PM2.5 | 35 | 31",
        f"{LONG}。",
    ]


def leaning(text: str, y: int) -> bytes:
    """Content that prints a line in italics that the program has made of upright letters."""
    code = text.encode("utf-16-be").hex().encode()
    return b"BT /F2 12 Tf 1 0 0.33 1 60 %d Tm <%b> Tj ET\n" % (y, code)


def test_leaning_letters_are_no_watermark() -> None:
    upright = b"".join(shown(line, x=60, y=y, size=12) for line, _, y in at(60, LEFT))
    assert read(pdf_pages(upright + leaning(SECOND[:16], 600))).text.split("\n") == [
        FIRST,
        SECOND[:16],
    ]


UP = "<span style='font-size:60%;vertical-align:6px;line-height:0'>{}</span>"


@pytest.mark.parametrize(
    ("before", "up", "after", "text"),
    [
        ("94", "1", "%", "94%"),
        ("94%", "[2]", "", "94%"),
        ("1.2×10", "4", "吨", "1.2×10⁴吨"),
        ("31μg/m", "3", "", "31μg/m3"),
        ("12km", "2", "", "12km2"),
        ("303天", "1", ",创历史新高", "303天,创历史新高"),
        ("94", "", "<span style='font-size:60%'>31</span>%", "9431%"),
    ],
)
def test_raised_digits(before: str, up: str, after: str, text: str) -> None:
    assert printed(f"<p>共计{before}{UP.format(up)}{after}。</p><p>{LONG}。</p>") == [
        f"共计{text}。",
        f"{LONG}。",
    ]


def test_lowered_digits_stay() -> None:
    low = "<span style='font-size:60%;vertical-align:-3px;line-height:0'>2.5</span>"
    assert printed(f"<p>PM{low}浓度31。</p><p>{LONG}。</p>") == ["PM2.5浓度31。", f"{LONG}。"]


HEADED = ["一、环境质量", "二、声环境", "三、主要工作", "四、问题", "五、下一步措施", "（一）治理"]


def test_columns_of_headings_written_one_after_the_other_are_columns() -> None:
    """Few of their lines are full, yet a broken one goes on."""
    left = [*HEADED[:4], *LEFT[:2], "全部完成。"]
    right = [*HEADED[4:], *RIGHT[:2], "测120家。"]
    text = raw([(TITLE, 60, 800), *at(60, left), *at(310, right)])
    assert "".join([*LEFT[:2], "全部完成。"]) in "".join(text)
    assert any(line.startswith(LEFT[0] + LEFT[1]) for line in text)
