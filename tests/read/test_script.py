from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Script
from builder.read.script import plain_copy
from builder.read.sources import source_from_text

CONVERTED = "市生態環境局嚴格落實責任製度,全麵排查公裏數,隻是斷麵水質有所波動,各項機製更加健全。"
PLAIN = "市生态环境局严格落实责任制度,全面排查公里数,只是断面水质有所波动,各项机制更加健全。"


def test_mechanically_converted_text_is_read_in_simplified() -> None:
    copy = plain_copy(CONVERTED)
    assert (copy.plain, copy.script, copy.converted) == (PLAIN, Script.HANT, True)


SIMPLIFIED = ["成效显著。", PLAIN, "著名的后来居上者干部", "PM2.5 22", "", "乾坤湾断面水质为Ⅱ类"]


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_simplified_text_is_left_alone(text: str) -> None:
    copy = plain_copy(text)
    assert (copy.plain, copy.script, copy.converted) == (text, Script.HANS, False)


ALIKE = [
    ("（２０２４年１—１１月），ＰＭ２．５：３１％；", "(2024年1—11月),PM2.5:31%;"),
    ("優良\u3000天數\u00a0３\u2003天", "优良 天数 3 天"),
    ("a\u200bb\ufeffc\td", "a b c d"),
    ("一\u2028二\x0c三", "一\n二\n三"),
    ("23µg∶1︰2〜3∼4−5", "23μg:1:2~3~4-5"),
    ("⼤⽓环境", "大气环境"),
    ("、。“”‘’《》〔〕【】—·", "、。“”‘’《》〔〕【】—·"),
    ("ⅢⅣ①②㎡³", "ⅢⅣ①②㎡³"),
]


@pytest.mark.parametrize(("text", "plain"), ALIKE)
def test_one_letter_for_one_letter(text: str, plain: str) -> None:
    assert plain_copy(text).plain == plain


CODES = [
    ("<U+00A0><U+00A0>重庆", " " * 16 + "重庆"),
    ("优良&nbsp;率", "优良      率"),
    ("&ldquo;无废&rdquo;", "“      无废”      "),
    ("R&D;投入<U+D800>5%", "R&D;投入<U+D800>5%"),
]


@pytest.mark.parametrize(("text", "plain"), CODES)
def test_codes_left_standing_are_blanked_but_stay_in_the_text(text: str, plain: str) -> None:
    source = source_from_text("report", "report.txt", text)
    assert (source.text, source.plain) == (text, plain)


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    source = source_from_text("report", "report.txt", "一\r\n二\r三\n　四 ")
    assert source.text == "一\n二\n三\n　四 "


@given(st.text(max_size=300))
def test_the_copy_is_as_long_as_the_text(text: str) -> None:
    assert len(plain_copy(text).plain) == len(text)
