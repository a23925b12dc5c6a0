"""Short texts without a title lose nothing."""

from __future__ import annotations

import pytest

from tests.outlines import outlined


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("2024年,全市优良率91%。\n", ["2024年,全市优良率91%。"]),
        ("青岭市新闻\n2024年,优良率91%。\n", ["2024年,优良率91%。"]),
        ("办结信访件38件。\n本月水质达标。\n", ["办结信访件38件。", "本月水质达标。"]),
        ("PM2.5浓度31微克。同比下降3%。\n", ["PM2.5浓度31微克。", "同比下降3%。"]),
        ("查处案件7起,罚款40万元。\n", ["查处案件7起,罚款40万元。"]),
        ("优良天数303天。\n水质优良。\n", ["优良天数303天。", "水质优良。"]),
        ("全年检查企业90家次。\n", ["全年检查企业90家次。"]),
        ("建成监测站2座。\n问题全部销号。\n", ["建成监测站2座。", "问题全部销号。"]),
    ],
)
def test_a_short_first_paragraph_is_text(text: str, sentences: list[str]) -> None:
    found = outlined(text)
    assert [found.source.plain[one.start : one.end] for one in found.sentences] == sentences


@pytest.mark.parametrize(
    "line",
    ["首页 > 政务公开 > 工作总结", "浏览次数:227次 字号:大 中 小", "发布时间:2024-12-30 10:12"],
)
def test_what_stands_above_the_text_is_none(line: str) -> None:
    found = outlined(f"{line}\n2024年,全市优良率91%。\n")
    said = [found.source.plain[one.start : one.end] for one in found.sentences]
    assert said == ["2024年,全市优良率91%。"]
