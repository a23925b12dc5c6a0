"""Numbers as officials say them: 一千多万, 三成, 一吨半, 百分之九十五."""

from __future__ import annotations

import pytest

from builder.model import Fate
from tests.disturbed import told, values


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("投入资金一千多万。", ["≈1000 万"]),
        ("投入资金十多万，惠及五百余万。", ["≈10 万", "≈500 万"]),
        ("投入资金两千余万元。", ["≈2000 万元"]),
        ("投入资金三千万。", ["3000 万"]),
        ("投入资金三亿多。", []),
        ("投入资金近亿元。", []),
        ("千万不要忘记，走进千家万户。", []),
        ("清运垃圾一吨半。", ["1.5 吨"]),
        ("清运垃圾3吨半。", ["3.5 吨"]),
        ("检查3辆半挂车。", ["3 辆"]),
        ("铺设管网三百米。", ["300 米"]),
        ("回收药瓶四十克。", ["40 克"]),
        ("修复湿地两千亩。", ["2000 亩"]),
        ("行百里者半九十。", []),
        ("秸秆还田率达三成。", ["30 %"]),
        # A change is no amount, as in 下降30%.
        ("化肥用量下降三成。", []),
        ("秸秆利用率达九成以上。", ["≥90 %"]),
        ("秸秆利用率达九成五。", ["95 %"]),
        ("秸秆还田率为3成。", ["30 %"]),
        ("化肥用量下降3成。", []),
        ("一成不变地推进，成效明显。", []),
        ("按八折收费。", []),
        ("新建廿五家企业。", []),
        ("新建壹拾五家企业。", []),
        ("投入资金一万三元。", []),
        ("完成率百分之九十五点六。", ["95.6 %"]),
        ("完成率百分之95。", ["95 %"]),
        ("完成率百分之百。", ["100 %"]),
        ("差错率千分之三。", ["3 ‰"]),
        ("完成三分之二任务。", []),
        ("百分之七十百分位为31。", []),
        ("百分之九十分位为31。", []),
        ("完成率为壹百分之二。", []),
        ("完成率为伍千分之二。", []),
        ("利润率为负百分之五。", []),
        ("下降负千分之五。", []),
        ("为企业减负百分之五。", ["5 %"]),
        ("补贴五元三毛。", []),
        ("罚款二十元五角。", []),
        ("罚款五元三次。", ["5 元", "3 次"]),
        ("新建三五家企业、十几个站点。", []),
    ],
)
def test_spoken_numbers(sentence: str, found: list[str]) -> None:
    assert values(told(sentence)) == found


def test_a_range_in_words_is_no_single_value() -> None:
    assert "3 %" not in values(told("占比百分之三到五。"))


@pytest.mark.parametrize(
    "sentence", ["打八折收费。", "新建廿五家企业。", "完成三分之二的任务。", "投入资金一万三元。"]
)
def test_what_is_not_read_is_listed(sentence: str) -> None:
    uses = told(sentence).coverage.uses
    assert Fate.UNREAD in {use.fate for use in uses}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("治理率提高到五百分之23。", []),
        ("完成率16分之5。", []),
        ("新增3分之1。", []),
        ("建成管网2千零30万米。", []),
        ("投入资金5万4千6百元。", []),
        ("投入资金3万4000。", []),
        ("投入资金50元6角。", []),
        ("投入资金四十五亿四千零四万元。", []),
        ("详见https://example.cn/a?q=30%25%2020%", []),
        ("海拔负13.5千米。", []),
        ("利润增幅为负3.9%。", []),
        ("中心担负3项任务。", ["3 项"]),
        ("企业负债3亿元。", ["3 亿元"]),
        ("治理率百分之二十三。", ["23 %"]),
    ],
)
def test_what_public_suites_write_is_right_or_has_no_value(words: str, found: list[str]) -> None:
    """Kinds that number, percent and currency suites of other programs have; all words are ours."""
    assert values(told(words)) == found
