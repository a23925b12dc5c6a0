from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.commitments import commitments
from builder.model import Commitment
from tests.outlines import numbers, outlined

OPENING = "某市生态环境局2024年工作总结\n2024年,我局认真履职,各项工作取得了新的进展,现报告如下。\n"
ONE, TWO = "推进锅炉改造,完成12台。", "严格执法,年底前办结全部案件。"


def found(text: str) -> tuple[Commitment, ...]:
    """The commitments of a report with this body."""
    outline = outlined(OPENING + text)
    return commitments(outline, numbers(outline))


SPELLINGS = {
    "headed": (
        "三、2025年工作计划\n(一)抓治气。{0}\n(二)抓执法。{1}",
        ("2025年工作计划", "抓治气"),
    ),
    "一是": ("三、下一步打算\n一是{0}二是{1}", ("下一步打算",)),
    "1.": ("三、下步工作安排\n1.抓治气。{0}\n2.抓执法。{1}", ("下步工作安排", "抓治气")),
    "lead phrases": (
        "三、明年工作思路\n在治气上求突破。{0}\n在执法上下功夫。{1}",
        ("明年工作思路", "在治气上求突破"),
    ),
    "首先": ("三、工作打算\n首先,{0}其次,{1}", ("工作打算",)),
    "a paragraph": ("2025年,我局将做好以下工作:{0}{1}", ()),
    "下一步": ("下一步,我局将做好以下工作:一是{0}二是{1}", ()),
    "nested": (
        "三、2025年工作要点\n(一)治污\n1.抓治气。{0}\n2.抓执法。{1}",
        ("2025年工作要点", "治污", "抓治气"),
    ),
    "unnumbered": ("2025年工作安排\n1、抓治气。{0}\n3.抓执法。{1}", ("2025年工作安排", "抓治气")),
}


@pytest.mark.parametrize(("form", "headings"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_two_commitments_however_the_plan_is_built(form: str, headings: tuple[str, ...]) -> None:
    first, second = found(form.format(ONE, TWO))[-2:]
    assert first.quote.endswith(ONE)
    assert second.quote.endswith(TWO)
    assert first.headings == headings
    assert [str(target.value) for target in first.targets] == ["12"]
    assert (first.deadline, second.deadline) == (None, "年底前")


FLOURISHES = {
    "lead": "面对存在的问题和挑战,我们将深入贯彻决策部署,坚持问题导向。具体措施如下:",
    "year": "2025年是“十四五”收官之年,做好各项工作意义重大。",
    "aim": "2025年,我局将围绕美丽建设目标,深入贯彻习近平生态文明思想。重点抓好以下工作:",
}
CLOSINGS = [
    "总之,我们将以高度的责任感,为建设美丽中国作出新的更大贡献。",
    "新的一年,分局将以更加昂扬的斗志,为建设美丽家园贡献力量。",
    "让我们以更加饱满的热情投入工作!",
    "特此报告。",
    "某市生态环境局",
    "以上报告,请审议。",
]


@pytest.mark.parametrize("words", FLOURISHES.values(), ids=FLOURISHES.keys())
def test_what_leads_in_is_no_commitment(words: str) -> None:
    text = f"三、2025年工作计划\n{words}\n(一)抓治气。{ONE}"
    assert [one.quote for one in found(text)] == [ONE]


@pytest.mark.parametrize("words", CLOSINGS)
def test_what_closes_is_no_commitment(words: str) -> None:
    text = f"三、2025年工作计划\n(一)抓治气。{ONE}\n{words}"
    assert [one.quote for one in found(text)] == [ONE]


def test_what_was_done_is_no_commitment() -> None:
    assert found("一、工作完成情况\n(一)抓治气。完成锅炉改造12台。") == ()


def test_an_aim_with_a_number_is_a_commitment() -> None:
    text = f"三、2025年工作计划\n总体目标是:PM2.5浓度控制在35微克/立方米以内。\n(一)抓治气。{ONE}"
    assert len(found(text)) == 2


WORDS = st.sampled_from(
    [
        *(
            "2025年工作计划\n",
            "下一步,",
            "一是",
            "(一)",
            "完成",
            "整改",
            "3个",
            "Ⅲ类",
            "达到",
            "90%以上",
            "6月底前",
        ),
        *("年底", "总之", "。", ",", ";", ":", "\n", "*个", "XX%", "1２３", "“六个100%”"),
    ]
)


@given(st.lists(WORDS, max_size=50).map("".join))
def test_no_text_raises_and_quotes_hold(text: str) -> None:
    outline = outlined(text)
    for one in commitments(outline, numbers(outline)):
        assert outline.source.text[one.start : one.end] == one.quote
        assert all(one.start <= target.start < target.end <= one.end for target in one.targets)


ANY_VERB = [
    "9月底前购置走航监测车2辆。",
    "选派业务骨干5人到市局跟班学习。",
    "年底前招录执法人员3名。",
    "淘汰国三柴油货车60辆。",
    "拆除违规养殖棚舍6处。",
    "年底前组建乡镇救援队8支。",
    "新增充电桩40台。",
    "补种苗木3000株。",
]


@pytest.mark.parametrize("sentence", ANY_VERB)
def test_an_amount_is_promised_whatever_the_verb(sentence: str) -> None:
    assert [one.quote for one in found(f"二、2025年工作计划\n{sentence}")] == [sentence]


PAGE = [
    "登录后可查看剩余内容",
    "您还未登录,请登录后查看更多内容。",
    "点击下载全文",
    "VIP会员可免费下载本文档",
    "文档格式:Word 大小:32KB",
    "剩余5页未读,继续阅读",
    "联系人:李四 联系电话:0730-1234567",
    "绿水青山是松坪县最亮的名片。",
    "时间不等人,形势不饶人。",
    "成绩来之不易,未来任重道远。",
    "新的一年,挑战与机遇并存。",
]


@pytest.mark.parametrize("line", PAGE)
@pytest.mark.parametrize("form", ["{1}\n{0}\n{2}\n", "{1}\n{2}\n{0}\n", "{0}\n{1}\n{2}\n"])
def test_lines_of_the_page_and_sayings_are_none(line: str, form: str) -> None:
    points = ("(一)强化治理。加强执法检查。", "(二)加强监测。新建站点3个。")
    quotes = [one.quote for one in found("三、2025年工作计划\n" + form.format(line, *points))]
    assert quotes == ["加强执法检查。", "新建站点3个。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "剩余7个入河排污口8月底前整治完毕。",
        "每半个月会商一次。",
        "3月31日前报送方案。",
        "选派业务骨干5人到市局跟班学习。",
        "申领执法证15本。",
        "腾退围栏养殖3处。",
        "把PM10浓度压到48微克/立方米以下。",
        "力争用三年时间建成无废城市。",
    ],
)
def test_promises_by_sense_without_a_point(sentence: str) -> None:
    first, _ = found(f"三、2025年工作计划\n{sentence}加强执法检查。")
    assert first.quote == sentence


def test_a_year_by_which_is_a_deadline_with_its_word() -> None:
    (one,) = found("三、2025年工作计划\n到2027年,建成污水处理厂3座。")
    assert (one.deadline, str(one.horizon)) == ("到2027年", "None")


def test_a_short_sentence_with_an_amount_is_a_promise() -> None:
    first, second = found("三、2025年工作计划\n(一)清淤3公里\n(二)植树2亩。")
    assert (first.quote, second.quote) == ("清淤3公里", "植树2亩。")


@pytest.mark.parametrize(
    "sentence",
    [
        "对城区餐饮油烟净化设施实行按季清洗、按月公示。",
        "让医疗废物日产日清。",
        "把重点排污单位自动监控数据接到乡镇一级。",
        "加油站汽油装卸一律避开高温时段。",
        "推行“环保管家”进园区。",
        "与气象部门联合会商，按周发布臭氧预警。",
    ],
)
def test_a_promise_needs_no_verb_that_is_known(sentence: str) -> None:
    told = [one.quote for one in found(f"二、2025年打算\n建成站点12个。{sentence}\n")]
    assert told == ["建成站点12个。", sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "志之所趋，无远弗届。",
        "山再高，往上攀，总能登顶。",
        "把使命扛在肩上。",
        "与时俱进，再攀高峰。",
    ],
)
def test_a_saying_promises_nothing(sentence: str) -> None:
    assert len(found(f"二、2025年打算\n建成站点12个。{sentence}\n")) == 1
