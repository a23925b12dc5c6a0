from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builder.extract import extract
from builder.model import Link, Period, Strength
from builder.model.comparison import Join, JoinReason, ProblemMatch
from tests.goldfacts import gold_extractions
from tests.outlines import outlined
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    gold_dossiers,
    problem,
    quantity,
)

TEXT = "完成八仙桥断面治理。八仙桥断面不达标。"


def match(bureau: str, number: int) -> ProblemMatch:
    report = gold_dossiers()[bureau].line.report
    return next(
        found
        for found in gold_comparison().problems
        if (found.fact.report, found.number) == (report, number)
    )


def test_all_named_problems_with_their_number() -> None:
    numbers: dict[str, list[int]] = {}
    for found in gold_comparison().problems:
        numbers.setdefault(found.fact.report, []).append(found.number)
    shorts = {report.line.report: bureau for bureau, report in gold_dossiers().items()}
    assert {shorts[report]: found for report, found in numbers.items()} == {
        "岳阳县": [1, 2, 3],
        "衡南县": [1, 2, 3, 4],
        "某区": [1, 2, 3, 4],
        "潜江市": [1],
    }


def test_measures_are_joined_by_their_matter() -> None:
    assert [item.join for item in match("岳阳县", 3).measures] == [
        Join(reason=JoinReason.MATTER, words=("业务培训",)),
        Join(reason=JoinReason.MATTER, words=("执法能力", "业务培训")),
    ]


def test_work_told_in_the_problem_itself() -> None:
    reasons = [item.join.reason for item in match("衡南县", 4).measures]
    assert reasons == [JoinReason.INSIDE, JoinReason.INSIDE]


def test_quantity_short_of_its_noun_has_its_label() -> None:
    labels = [item.cited.label for item in match("岳阳县", 1).measures]
    assert labels == [None, None, "大气深度治理项目投入"]


def answered(link: Link) -> Join:
    named = problem(TEXT, "八仙桥断面不达标。", "八仙桥断面不达标")
    promise = commitment("完成八仙桥断面治理。")
    link = replace(link, problem=named.start)
    (found,) = compared(extraction("a", promise, named, text=TEXT, links=[link])).problems
    (answer,) = found.answers
    return answer.join


LINK = Link(report="a", problem=0, commitments=(0,), strength=Strength.DIRECT, shared=())


@pytest.mark.parametrize(
    ("link", "join"),
    [
        (replace(LINK, shared=("断面",)), Join(reason=JoinReason.WORDS, words=("断面",))),
        (LINK, Join(reason=JoinReason.MATTER, words=("八仙桥断面", "断面水质"))),
        (
            replace(LINK, correction="同一断面"),
            Join(reason=JoinReason.CORRECTION, words=("同一断面",)),
        ),
    ],
)
def test_why_a_promise_answers(link: Link, join: Join) -> None:
    assert answered(link) == join


def test_body_is_what_follows_the_title() -> None:
    found = match("岳阳县", 3)
    assert found.fact.quote.endswith(found.body)
    assert found.body.startswith("部分执法人员")


def test_plan_or_none_is_known() -> None:
    named = problem(TEXT, "八仙桥断面不达标。", "八仙桥断面不达标")
    (alone,) = compared(extraction("a", named, text=TEXT)).problems
    (planned,) = compared(
        extraction("a", commitment("完成八仙桥断面治理。"), named, text=TEXT)
    ).problems
    assert (alone.planned, planned.planned) == (False, True)
    assert planned.strength is Strength.NONE


def test_links_are_those_of_the_extraction() -> None:
    strengths = {
        (extraction.report.report, link.problem): (len(link.commitments), link.strength)
        for extraction in gold_extractions()
        for link in extraction.links
    }
    found = [(len(r.answers), r.strength) for r in gold_comparison().problems]
    assert sorted(found) == sorted(strengths.values())
    assert [r.strength for r in gold_comparison().problems].count(Strength.NONE) == 3


@pytest.mark.parametrize(
    ("clause", "measures"),
    [
        ("已建成污水处理厂25座", ["25座"]),
        ("尚有12家未完成改造", []),
        ("仅建成污水处理厂3座", []),
        ("接到投诉9件", []),
        ("全县已建成的62座处理站中", []),
        ("已改造的35座泵站里", []),
        ("建成的9座处理站有3座停运", []),
        ("核定编制8名", []),
        ("行政编制12名", []),
        ("在编9人", []),
        ("编制方案3个", ["3个"]),
        ("完成中小河流治理6条", ["6条"]),
    ],
)
def test_only_work_done_is_taken_from_the_problem_itself(clause: str, measures: list[str]) -> None:
    text = f"乡镇污水处理不稳定。{clause},运行不正常。"
    number = re.search(r"[0-9]+[座家件名人个条]", text)
    assert number is not None
    fact = replace(
        quantity(number[0][:-1], number[0][-1], number[0]),
        start=number.start(),
        end=number.end(),
        quote=number[0],
    )
    named = problem(text, text, "乡镇污水处理不稳定")
    (found,) = compared(extraction("a", named, fact, text=text)).problems
    assert [item.cited.fact.quote for item in found.measures] == measures


def test_the_numbers_of_one_problem_are_no_work_on_another() -> None:
    text = "臭氧污染突出。投入矿山修复后资金缺口8000万元。"
    ozone = problem(text, "臭氧污染突出。", "臭氧污染突出")
    money = problem(text, "投入矿山修复后资金缺口8000万元。", "资金缺口8000万元")
    count = replace(quantity("8000", "万元", "资金缺口", start=18), themes=ozone.themes)
    found = compared(extraction("a", ozone, money, count, text=text)).problems
    assert found[0].measures == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("扎实推进总磷削减。总磷浓度不能稳定达标。", True),
        ("清理八仙桥断面漂浮物。八仙桥断面水质波动。", True),
        ("开展理论学习。总磷浓度不能稳定达标。", False),
    ],
)
def test_a_summary_may_speak_of_a_matter_in_general_words(*, text: str, told: bool) -> None:
    done, named = text.split("。")[:2]
    parts = f"一、工作情况\n{done}。\n二、存在问题\n一是{named}。\n"
    page = extract(outlined(f"某县生态环境局2024年工作总结\n{parts}"))
    (found,) = compared(page).problems
    assert (found.measures, found.told) == ((), told)


def test_what_is_promised_for_next_year_comes_before_later_years() -> None:
    text = "到2030年臭氧浓度下降10%。明年臭氧浓度下降3%。臭氧污染突出。"
    later = replace(commitment("到2030年臭氧浓度下降10%。"), horizon=Period.years(2026, 2030))
    soon = replace(commitment("明年臭氧浓度下降3%。"), start=17, end=29)
    named = problem(text, "臭氧污染突出。", "臭氧污染突出")
    link = replace(
        LINK, problem=named.start, commitments=(later.start, soon.start), shared=("臭氧",)
    )
    page = extraction("a", later, soon, named, text=text, links=[link])
    (found,) = compared(page).problems
    assert [answer.fact.start for answer in found.answers] == [soon.start, later.start]


BLOCKS = """清江县中央生态环境保护督察反馈问题整改情况的报告
一、总体情况
全市完成管网改造58公里。
二、反馈问题整改情况
{block}
"""


@pytest.mark.parametrize(
    ("block", "measures"),
    [
        (
            "（一）关于“石灰石矿山生态修复不到位”的问题\n已完成整改。完成边坡复绿420亩,拆除设施11处。",
            ["边坡复绿420亩", "拆除设施11处"],
        ),
        (
            "（一）关于“沿线粪污直排”的问题\n已完成整改。压减灌溉面积3万亩,配套粪污设施17套,退出网箱9口。",
            ["压减灌溉面积3万亩", "配套粪污设施17套", "退出网箱9口"],
        ),
        (
            "（一）关于“污水处理能力不足”的问题\n已完成整改。建成污水处理厂2座,日新增处理能力1.5万吨。",
            ["建成污水处理厂2座"],
        ),
        (
            "（一）关于“渗滤液积存”的问题\n已完成整改。处理渗滤液5万吨,回收农膜46吨,污水处理能力达2万吨。",
            ["处理渗滤液5万吨", "回收农膜46吨"],
        ),
        (
            "（一）关于“农膜回收不力”的问题\n正在整改。建成农膜回收站点38个,仅处理残膜5吨。",
            ["建成农膜回收站点38个"],
        ),
        (
            "（一）关于“干部环保意识不强”的问题\n整改进展:已完成。举办专题培训班4期,培训干部620人次。",
            ["专题培训班4期", "培训干部620人次"],
        ),
    ],
)
def test_work_under_the_heading_of_a_problem_is_its_own(block: str, measures: list[str]) -> None:
    found = extract(outlined(BLOCKS.format(block=block)))
    (match,) = compared(found).problems
    assert [item.cited.fact.quote for item in match.measures] == measures
    assert {item.join.reason for item in match.measures} == {JoinReason.INSIDE}


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("已完成整改。完成边坡复绿420亩。", Strength.SETTLED),
        ("整改时限:2024年6月底。\n整改进展:已完成并长期坚持。约谈单位5家。", Strength.SETTLED),
        ("已完成阶段性整改并长期坚持。查处焚烧行为34起。", Strength.SETTLED),
        ("拆除废弃设施11处。该问题于2023年11月完成整改,经验收后销号。", Strength.SETTLED),
        ("正在整改。已完成边坡复绿420亩。", Strength.NONE),
        ("已完成39处,其余15处正在施工。", Strength.NONE),
        ("整改目标:2025年完成整改。完成边坡复绿420亩。", Strength.NONE),
    ],
)
def test_a_problem_that_is_put_right_needs_no_promise(told: str, strength: Strength) -> None:
    block = f"（一）关于“石灰石矿山生态修复不到位”的问题\n{told}"
    (match,) = compared(extract(outlined(BLOCKS.format(block=block)))).problems
    assert match.strength is strength
    assert not match.unanswered
