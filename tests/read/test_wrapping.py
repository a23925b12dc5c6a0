from __future__ import annotations

import pytest

from builder.read.wrapping import first_word, joined, numbered


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("优良天数", "比例94%。"), "优良天数比例94%。"),
        (("浓度为", "31微克"), "浓度为31微克"),
        (("2024", "年"), "2024年"),
        (("PM2.5", "和O3"), "PM2.5和O3"),
        (("2024", "365"), "2024 365"),
        (("Air", "Quality"), "Air Quality"),
        ((" 前 ", "", " 后 "), "前后"),
        ((), ""),
    ],
)
def test_pieces_of_a_paragraph(pieces: tuple[str, ...], text: str) -> None:
    assert joined(pieces) == text


@pytest.mark.parametrize(
    ("number", "text", "paragraph"),
    [
        ("一、", "总体情况", "一、总体情况"),
        ("1.", "大气", "1.大气"),
        ("1.", "2024年", "1. 2024年"),
        ("（一）", "2024年", "（一）2024年"),
        ("", "2024年", "2024年"),
    ],
)
def test_number_before_a_paragraph(number: str, text: str, paragraph: str) -> None:
    assert numbered(number, text) == paragraph


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("“十五五”生态环境保护", "“十"),
        ("‘一张网’建设", "‘一"),
        ("32.8%，同比下降", "32.8%，"),
        ("（一）大气", "（一）"),
        ("水”字", "水”字"),
    ],
)
def test_the_first_word_of_a_line_begins_with_what_opens_it(line: str, word: str) -> None:
    assert first_word(line) == word
