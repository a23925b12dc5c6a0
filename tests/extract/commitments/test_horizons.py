"""Promises for more years than the next one stand apart from its own."""

from __future__ import annotations

import pytest

from builder.extract.commitments.horizons import horizon

PLAN = "“十五五”时期主要目标"


@pytest.mark.parametrize(
    ("headings", "text", "years"),
    [
        ((), "“十五五”时期,建成3座污水处理厂。", "2026..2030"),
        ((), "十五五期间新增湿地2000亩。", "2026..2030"),
        ((), "到“十五五”末,优良天数比例达到90%。", "2026..2030"),
        ((), "到2030年,国控断面优良比例保持100%。", "2026..2030"),
        ((), "2026—2030年,完成120个村污水治理。", "2026..2030"),
        ((), "今后五年,单位GDP能耗下降12%。", "2026..2030"),
        ((), "未来3年,实施治理项目30个。", "2026..2028"),
        ((), "力争到2028年底消除黑臭水体。", "2026..2028"),
        ((PLAN,), "建成3座污水处理厂。", "2026..2030"),
        (("“十五五”展望", "碧水"), "建成3座污水处理厂。", "2026..2030"),
        (("今后五年工作思路",), "建成3座污水处理厂。", "2026..2030"),
        (("三、2026至2030年目标任务",), "建成3座污水处理厂。", "2026..2030"),
    ],
)
def test_promises_for_more_years(headings: tuple[str, ...], text: str, years: str) -> None:
    assert str(horizon(headings, text, 2026)) == years


@pytest.mark.parametrize(
    ("headings", "text"),
    [
        ((), "高质量编制“十五五”生态环境保护规划。"),
        ((), "谋划“十五五”时期重点项目20个。"),
        ((), "做好“十五五”规划编制。"),
        ((), "落实《空气质量改善三年行动方案(2024—2027年)》。"),
        ((), "到2026年底完成剩余3条支流整治。"),
        ((), "2026年,建成污水处理厂1座。"),
        (("2026年工作和“十五五”时期思路",), "建成污水处理厂1座。"),
        ((PLAN, "2026年重点工作"), "建成污水处理厂1座。"),
        (("高质量谋划“十五五”",), "建立项目库。"),
        ((), "巩固“十四五”以来的成果。"),
    ],
)
def test_the_next_year_is_none(headings: tuple[str, ...], text: str) -> None:
    assert horizon(headings, text, 2026) is None


def test_years_ahead_of_no_known_year_are_unknown() -> None:
    assert horizon((), "今后五年,建成污水处理厂3座。", None) is None
    assert str(horizon((), "到2030年,建成污水处理厂3座。", None)) == "2026..2030"
