"""What is not called sure, and what is no longer read wrongly though it was called so."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import AnyFact, Commitment, Indicator, Quantity, Rectification, Sureness, Tally
from tests.extract.reports import HEAD, PLAN, outlined


def facts(text: str) -> tuple[AnyFact, ...]:
    """The facts of a text among the work done."""
    found = extract(outlined(f"{HEAD}{text}\n{PLAN}完成12个村治理。\n")).facts
    return tuple(one for one in found if one.quote != "完成12个村治理。")


def planned(text: str) -> tuple[AnyFact, ...]:
    """The facts of a text in the plan."""
    found = extract(outlined(f"{HEAD}检查企业120家次。\n{PLAN}{text}\n")).facts
    return tuple(one for one in found if "检查企业" not in one.quote)


@pytest.mark.parametrize(
    "text",
    [
        "4件阶段性办结信访件上半年全部办结，对已销号问题每半年开展1次“回头看”。",
        "对已整改问题开展“回头看”，每季度抽查1次。",
        "剩余6件信访件3月全部办结。",
        "对未办结信访件实行包案，年底全部办结。",
        "下半年对已完成项目开展评估。",
    ],
)
def test_what_a_plan_says_of_settled_things_is_promised(text: str) -> None:
    (fact,) = planned(text)
    assert isinstance(fact, Commitment)
    assert fact.quote == text


@pytest.mark.parametrize(
    "text", ["截至目前，信访件全部办结，已销号问题12个。", "已办结案件共12件，已销号问题12个。"]
)
def test_what_was_settled_is_none_in_a_plan_either(text: str) -> None:
    assert not any(isinstance(fact, Commitment) for fact in planned(text))


@pytest.mark.parametrize(
    "text",
    [
        "下半年还将新增2家企业纳入监督执法正面清单。",
        "四季度将再完成治理项目7个。",
        "第四季度还将开展培训3场。",
    ],
)
def test_what_will_be_done_is_promised_among_the_work_done(text: str) -> None:
    (fact,) = facts(f"检查企业120家次。{text}")[1:]
    assert isinstance(fact, Commitment)
    assert fact.quote == text


def test_what_was_new_in_a_half_year_is_an_amount() -> None:
    (fact,) = facts("下半年新增2家企业纳入清单。")
    assert isinstance(fact, Quantity)


@pytest.mark.parametrize(
    "text",
    [
        "全市PM2.5浓度由2020年的42微克/立方米降至2025年的33微克/立方米（快报数）。",
        "据初步统计，PM2.5浓度由2020年的42微克/立方米降至33微克/立方米。",
        "初步核算，优良天数比例由2020年的80%升至88%。",
    ],
)
def test_quick_figures_in_a_plan_are_no_promise(text: str) -> None:
    assert not any(isinstance(fact, Commitment) for fact in planned(text))


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("县局负责人表示，该县将继续完成5个村治理。", "该县将继续完成5个村治理。"),
        ("会议指出，要完成5个村治理。", "要完成5个村治理。"),
        ("分局有关同志介绍，年底前将完成5个村治理。", "年底前将完成5个村治理。"),
    ],
)
def test_who_says_it_is_no_part_of_a_promise(text: str, promise: str) -> None:
    assert [fact.quote for fact in planned(text)] == [promise]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "优良天数比例超过95%的有松林县（97.8%）和云台县（95.4%）。",
            [("松林县", "97.8"), ("云台县", "95.4")],
        ),
        (
            "PM2.5浓度低于30微克/立方米的有东山县（28微克/立方米）、西山县（27微克/立方米）。",
            [("东山县", "28"), ("西山县", "27")],
        ),
        (
            "优良率达到90%以上的县区有甲山县（92.1%）、乙水县（91%）以及丙河区（90.4%）。",
            [("甲山县", "92.1"), ("乙水县", "91"), ("丙河区", "90.4")],
        ),
        ("优良天数比例为89.6%（全市88.1%）。", [(None, "89.6"), (None, "88.1")]),
    ],
)
def test_places_named_for_what_they_reached(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Indicator)]
    assert [(fact.scope, str(fact.value)) for fact in found] == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("全县用水总量2.93亿立方米，控制在3.1亿立方米的红线以内。", ["2.93"]),
        ("能耗总量118万吨，控制在120万吨的指标以内。", ["118"]),
        ("新增建设用地31亩，控制在35亩的规模之内。", ["31"]),
        ("全县用水总量控制在3.1亿立方米。", ["3.1"]),
    ],
)
def test_a_limit_is_no_amount(text: str, values: list[str]) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Quantity)]
    assert [str(fact.value) for fact in found] == values


@pytest.mark.parametrize(
    "text",
    [
        # Parts of a set, a set told before it is settled, sums, and labels that name nothing.
        "排查发现问题企业74家，关停取缔29家，整改提升45家，全部销号。",
        "中央督察组反馈我市问题18项。目前，18项问题已完成整改12项，其余6项正在推进。",
        "九溪、青竹江2个流域水质均为优。",
        "全市有松林县（97.8%）等县区进步明显。",
    ],
)
def test_numbers_that_may_be_another_facts_are_not_sure(text: str) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Quantity)]
    assert {fact.sureness for fact in found} <= {Sureness.UNSURE}


@pytest.mark.parametrize(
    "text",
    [
        "排查点位47个，应整改21个，整改19个。",
        "受理林政案件33起，查结31起。",
    ],
)
def test_sets_that_may_be_told_otherwise_are_not_sure(text: str) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Tally)]
    assert [fact.sureness for fact in found] == [Sureness.UNSURE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("新建空气自动站张村站、李村站4座。", Quantity),
        ("受理信访案件33起，办结31起。", Tally),
        ("中央督察反馈问题18项，完成整改12项。", Rectification),
    ],
)
def test_plain_ones_stay_sure(text: str, kind: type) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, kind)]
    assert [fact.sureness for fact in found] == [Sureness.SURE]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("《细则》要求淘汰老旧柴油货车60辆，实际淘汰64辆。", ["64"]),
        ("上级要求建设站点5个，已建成6个。", ["6"]),
        ("污水治理年度任务12个村，实际完成13个村。", ["13"]),
        ("设施正常运行率以90%为基准。", []),
        ("公众对环境的好评率第一次迈上90%的台阶。", []),
        ("年出货量首次突破90万件大关。", []),
        ("要求企业整改，淘汰货车60辆。", ["60"]),
        ("建设标准化站点5个。", ["5"]),
    ],
)
def test_what_was_asked_for_and_yardsticks_are_no_amounts(text: str, values: list[str]) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Quantity)]
    assert [str(fact.value) for fact in found] == values


@pytest.mark.parametrize(
    "adverb", ["已经是", "终于达到", "一直都是", "基本上为", "却是", "就是", "还是", "目前仍是"]
)
def test_an_adverb_is_no_part_of_a_waters_name(adverb: str) -> None:
    (fact,) = (one for one in facts(f"青渠断面{adverb}Ⅳ类。") if isinstance(one, Indicator))
    assert (fact.scope, fact.value) == ("青渠断面", "Ⅳ")


def test_an_adverbs_letter_begins_a_name() -> None:
    (fact,) = (one for one in facts("都江断面为Ⅱ类。") if isinstance(one, Indicator))
    assert fact.scope == "都江断面"


def test_each_class_of_a_list_has_its_water() -> None:
    text = "东桥断面Ⅱ类、北渡断面Ⅲ类、高坝断面Ⅲ类，达标率100%。"
    found = [fact for fact in facts(text) if isinstance(fact, Indicator)]
    assert [(one.scope, one.value) for one in found[:3]] == [
        ("东桥断面", "Ⅱ"),
        ("北渡断面", "Ⅲ"),
        ("高坝断面", "Ⅲ"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "PM2.5浓度由2022年的31微克/立方米、2023年的29微克/立方米下降到26微克/立方米；优良率94.8%。",
            ("94.8", "2024"),
        ),
        ("优良天数由2022年的300天、2023年的310天增加到318天，优良率87.1%。", ("87.1", "2024")),
        ("投诉从2022年的90件、2023年的70件降到50件，优良率87.1%。", ("87.1", "2024")),
        ("2023年PM2.5浓度31微克/立方米，优良率87.1%。", ("87.1", "2023")),
    ],
)
def test_years_of_bases_are_of_nothing_behind(text: str, wanted: tuple[str, str]) -> None:
    found = [fact for fact in facts(text) if isinstance(fact, Indicator)]
    assert (str(found[-1].value), str(found[-1].period)) == wanted


def test_what_is_attached_is_promised_by_nobody() -> None:
    end = "附件：1.“十四五”主要指标完成情况表\n　　　2.“十四五”重点工程项目表"
    assert [fact.quote for fact in planned(f"完成5个村治理。\n{end}")] == ["完成5个村治理。"]


def test_a_list_of_tasks_behind_an_attachment_stays_one() -> None:
    end = "附件：任务清单\n一、治气。\n完成5个村治理。"
    assert "完成5个村治理。" in [fact.quote for fact in planned(f"完成4个村治理。\n{end}")]
