"""What holds for every text: nothing raises, quotes hold, masks stay, blanks change nothing."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.extract import extract
from builder.model import Indicator, Quantity, Tally
from tests.cputime import seconds
from tests.extract.reports import HEAD, measured, outlined

PIECES = st.sampled_from(
    [
        "PM2.5",
        "浓度",
        "31微克/立方米",
        "同比下降",
        "3.1%",
        "、",
        "和",
        ",",
        "。",
        "分别为",
        "优良率",
        "88%",
        "由",
        "提高到",
        "全市",
        "排名",
        "第2",
        "位",
        "Ⅲ类",
        "断面",
        "水质",
        "达到",
        "20xx万元",
        "*个",
        "检查企业",
        "12家",
        "(",
        ")",
        "“",
        "”",
        "截至",
        "11月30日",
        "1-9月",
        "2024年",
        "去年同期",
        "办结率",
        "100%",
        "受理投诉",
        "\n",
        "一是",
        "目标",
        "二、",
        "1.",
        "三百二十六万元",
        "余",
        "近",
        "以上",
        "中心城区",
        "劣V类",
        " ",
        "X",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
SENTENCES = (
    "PM10、SO2浓度均值分别为48、9微克/立方米,同比分别下降7.7%、10%,全市排名第2。",
    "25个国考断面水质优良比例为96%,府河断面水质由Ⅳ类改善为Ⅲ类。",
    "检查企业4300多家次,罚款近500万元,发放资料1万余份。",
)
NUMERALS = re.compile(r"[\d一二三四五六七八九十百千万]")
WIDE = str.maketrans("0123456789%.,:;()", "０１２３４５６７８９％．，：；（）")


def values(text: str) -> list[tuple[str, str]]:
    facts = extract(outlined(HEAD + text + "\n")).facts
    return [(str(f.value), f.unit) for f in facts if isinstance(f, Indicator | Quantity)]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_text_raises_and_quotes_hold(text: str) -> None:
    source = HEAD + text
    extraction = extract(outlined(source))
    for fact in extraction.facts:
        assert source[fact.start : fact.end] == fact.quote
    for use in extraction.coverage.uses:
        assert 0 <= use.start < use.end <= len(source)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_letters_raise(text: str) -> None:
    assert extract(outlined(text)).report is not None


@given(st.sampled_from(["20xx", "*", "X", "**", "2X", "*.*", "_", "xx", "××"]), PIECES, PIECES)
@settings(max_examples=150, deadline=None)
def test_masked_digits_never_yield_a_number(mask: str, before: str, after: str) -> None:
    bare = NUMERALS.sub("", before), NUMERALS.sub("", after)
    text = f"{bare[0]}优良率{mask}%,罚款{mask}万元{bare[1]}。"
    facts = extract(outlined(HEAD + text + "\n")).facts
    assert [fact for fact in facts if isinstance(fact, Quantity)] == []
    assert {f.value for f in facts if isinstance(f, Indicator)} <= {None, "Ⅲ", "劣Ⅴ"}
    assert {f.total for f in facts if isinstance(f, Tally)} <= {None}


@given(st.sampled_from(SENTENCES), st.data())
@settings(max_examples=100, deadline=None)
def test_blanks_change_no_value(sentence: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(sentence) - 1))
    around = sentence[place - 1 : place + 1]
    blank = (
        ""
        if re.fullmatch(r"[0-9A-Za-z.]{2}", around)
        else data.draw(st.sampled_from([" ", "  ", "　", "\u00a0"]))
    )
    assert values(sentence[:place] + blank + sentence[place:]) == values(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_full_width_changes_no_value(sentence: str) -> None:
    assert values(sentence.translate(WIDE)) == values(sentence)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "PM2.5分别为",
        "PM2.5浓度31,同比下降3%,",
        "1、2",
        "(",
        "水质",
        "由38降至",
        "1·",
        "Ⅲ类、",
        "a | ",
    ],
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    short = seconds(partial(measured, text[:20_000]))
    assert seconds(partial(measured, text)) < 15 * max(short, 0.05)
