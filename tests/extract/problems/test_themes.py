"""What a problem is about: its own words, and its cause only where they tell nothing."""

from __future__ import annotations

import pytest

from builder.extract.problems import problems
from builder.model import Theme
from tests.outlines import outlined


@pytest.mark.parametrize(
    ("problem", "theme"),
    [
        ("农村畜禽养殖污染治理率低,主要是技术力量薄弱、人员不足。", Theme.RURAL),
        ("秸秆露天焚烧时有发生,究其原因是群众环保意识淡薄、宣传不到位。", Theme.AIR),
        ("由于执法人员编制少,断面水质反弹。", Theme.WATER),
        ("采集季人员涌入,沿线白色垃圾污染年年有。", Theme.WASTE),
        ("餐厨垃圾处理项目推进滞后,用地手续未办结。", Theme.WASTE),
        ("节假日游客和从业人员增多,厨余垃圾收运不及时。", Theme.WASTE),
        # Guards: a cause tells the theme of words without any, and staff is a problem of staff.
        ("工作推进不快,主要原因是断面水质数据不准。", Theme.WATER),
        ("执法人员不足,业务能力不强。", Theme.TEAM),
    ],
)
def test_a_cause_is_no_theme(problem: str, theme: Theme) -> None:
    page = outlined(f"某县生态环境局2024年工作总结\n二、存在的问题\n一是{problem}\n")
    (found,) = problems(page)
    assert found.themes[0] is theme
