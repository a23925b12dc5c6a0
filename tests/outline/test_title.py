from __future__ import annotations

import pytest

from tests.outlines import outlined, tree

BODY = "\n2024年,我局认真履职,圆满完成了各项目标任务,现将工作情况报告如下。"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某县分局2024年工作总结及2025年工作思路", "某县分局2024年工作总结及2025年工作思路"),
        ("当前位置:首页 > 总结\n某局2023年工作总结", "某局2023年工作总结"),
        (
            "某市生态环境局泽州分局\n2020年前三季度工作总结",
            "某市生态环境局泽州分局\n2020年前三季度工作总结",
        ),
        ("关于2017年工作总结的报告\n某环〔2017〕218号", "关于2017年工作总结的报告"),
        ("登录 | 注册\n\n某局半年工作汇报", "某局半年工作汇报"),
        ("某局2024年工作要点", "某局2024年工作要点"),
        ("1、某局2021年上半年工作总结", "某局2021年上半年工作总结"),
        ("某局2021年工作总结 今年以来,各项工作都取得了进展,完成了任务。", "某局2021年工作总结"),
        ("某某区环境保护局", None),
        ("一、工作总结", None),
        ("各位代表:", None),
    ],
)
def test_the_title(head: str, title: str | None) -> None:
    text = head + BODY
    found = outlined(text).title
    assert (None if found is None else text[found[0] : found[1]]) == title


@pytest.mark.parametrize("between", ["", "| | | |\n", "来源:甲县生态环境局 2025-01-08\n"])
def test_a_title_said_again_is_no_section(between: str) -> None:
    title = "甲县生态环境局2024年工作总结"
    body = "一、2024年工作成效\n完成治理。\n二、2025年工作计划\n推进治理。\n"
    assert tree(f"{title}\n{between}{title}\n{body}") == [
        "1 done 2024年工作成效",
        "1 plan 2025年工作计划",
    ]
