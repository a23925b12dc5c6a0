from __future__ import annotations

import pytest

from builder.text.deadlines import deadline

DEADLINES = [
    ("6月底前完成剩余15个排污口整治。", "6月底前"),
    ("年底前新建管网120公里。", "年底前"),
    ("上半年建成投用。", "上半年"),
    ("确保10月底前全面完成。", "10月底前"),
    ("2018年5月31日前完成14件。", "2018年5月31日前"),
    ("11 月\n15 日前完成改造。", "11 月\n15 日前"),
    ("年内接入点位200个。", "年内"),
    ("到2025年底实现全覆盖。", "2025年底"),
    ("2018年12月底前基本消除。", "2018年12月底前"),
    ("确保2024年创建成功示范区。", "2024年"),
    ("推进建设,2018年实现7个县达标。", "2018年"),
    ("第三季度末完成验收。", "第三季度末"),
    ("三季度前完成。", "三季度前"),
    ("今年底前全部销号。", "今年底前"),
    ("明年6月底前投运。", "明年6月底前"),
    ("汛期前完成排查。", "汛期前"),
    ("春节前办结。", "春节前"),
    ("到“十五五”末全部完成。", "“十五五”末"),
]
NONE = [
    "全年空气优良率不低于93.5%。",
    "明年,将推进能力建设。",
    "制定合作2025年工作要点。",
    "7-9月组织开展夏季攻坚行动。",
    "完善2024年度方案。",
    "2025年是收官之年。",
    "推动上半年工作总结的成果应用。",
    "巩固2023年以来整改成效。",
    "每月底前报送数据。",
]


@pytest.mark.parametrize(("text", "printed"), DEADLINES)
def test_the_deadline_as_printed(text: str, printed: str) -> None:
    span = deadline(text, 0, len(text))
    assert span is not None
    assert text[span[0] : span[1]] == printed


@pytest.mark.parametrize("text", NONE)
def test_no_deadline(text: str) -> None:
    assert deadline(text, 0, len(text)) is None
