"""The sentences of page 1: those of the seeds word for word, and each kind on small reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.config import Config, read_config
from builder.key_findings import candidates
from builder.key_findings.steering import MOST_CHARACTERS
from builder.model import (
    AnyFact,
    Change,
    Direction,
    Extraction,
    Followed,
    Problem,
    Rank,
    TallySource,
)
from builder.model.comparison import Comparison, Conclusion
from builder.model.page import Entry
from builder.wording.key_findings import KeyFindings
from builder.wording.key_findings.said import unmarked
from builder.wording.key_findings.subjects import subject
from builder.wording.wording import Wording
from tests.pairedreports import pair
from tests.periods import period as to_period
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    gold_view,
    indicator,
    problem,
    tally,
    viewed,
)

UP = Change(value=None, unit=None, direction=Direction.UP, better=False)
DOWN = Change(value=None, unit=None, direction=Direction.DOWN, better=True)
MANY = "甲乙丙丁戊己庚辛壬癸子丑"


def told(comparison: Comparison, focus: str = "") -> dict[str, tuple[str, str]]:
    """Lead and detail of every candidate by its key, without marks."""
    wording = KeyFindings(Wording("zh", comparison.reports))
    said = {f.key: wording.said(Conclusion(finding=f)) for f in candidates(comparison, focus)}
    return {key: (unmarked(one.lead), unmarked(one.detail)) for key, one in said.items()}


def small(*extractions: Extraction, focus: str = "") -> dict[str, tuple[str, str]]:
    return told(compared(*extractions), focus)


def report_of(letter: str) -> str:
    """Reports stand in the order of their letters."""
    return f"{MANY.index(letter):02}-2024"


def city(letter: str, *facts: AnyFact) -> Extraction:
    return extraction(
        report_of(letter), *facts, bureau=f"{letter}市生态环境局", region=("某省", f"{letter}市")
    )


# The seeds


def test_the_six_of_the_seeds_word_for_word() -> None:
    assert [found.text for found in gold_view().findings] == [
        (
            "四家写明问题12个，3个未见对应承诺。"
            "均在衡南县：养殖行业〔衡20〕、大气环境〔衡18〕、乡镇污水处理〔衡21〕。"
        ),
        "潜江市督察整改还有35项按期推进。2016—2023年交办166项，已完成131项〔潜31〕。",
        "衡南县督察信访件还有10件未办结。2023年9月6日—9月26日接收40件，已办结30件〔衡6〕。",
        "岳阳县优良率下降3.2个百分点。2024年为88.0%〔岳20〕，是唯一写明变差的指标。",
        (
            "PM2.5可直接对比的两家均不高于限值。"
            "潜江市31〔潜3〕、岳阳县32.86〔岳21〕，限值35微克/立方米。"
        ),
        "78句承诺中可核查的11句。赣州市9句，潜江市、衡南县各1句，其余两家没有。",
    ]


def test_every_sentence_of_the_seeds_is_short() -> None:
    said = told(gold_comparison(), "hengnan-2023")
    assert {
        key: lead + detail
        for key, (lead, detail) in said.items()
        if len(lead + detail) > MOST_CHARACTERS
    } == {}


def test_marks_lead_to_the_evidence() -> None:
    view = gold_view()
    entries = [b for part in view.parts for b in part.blocks if isinstance(b, Entry)]
    known = {mark for entry in entries for mark, _ in entry.places}
    marks = {mark for found in view.findings for mark in found.marks}
    assert marks <= known
    assert len(marks) == 8


# Values


def test_a_limit_missed_by_one_and_by_several() -> None:
    one = small(city("甲", indicator("41")), city("乙", indicator("30")))
    assert one["above:air.pm25"] == ("甲市PM2.5高于限值", "2024年为41，限值35微克/立方米")
    both = small(city("甲", indicator("41")), city("乙", indicator("43.5")))
    assert both["above:air.pm25"] == (
        "PM2.5高于限值的有两家",
        "乙市43.5、甲市41，限值35微克/立方米",
    )


def test_a_limit_met_by_many_is_told_by_its_span() -> None:
    reports = [city(letter, indicator(str(20 + n))) for n, letter in enumerate(MANY)]
    assert small(*reports)["within:air.pm25"] == (
        "PM2.5可直接对比的12家均不高于限值",
        "20至31，限值35微克/立方米",
    )


def test_a_time_that_is_told_with_a_part_of_a_year() -> None:
    period = "2024-01-01..2024-12-20"
    facts = [
        indicator(
            "29.4",
            scope="县城",
            period=period,
            change=replace(DOWN, value=Decimal("2.3"), unit="μg/m³"),
        )
    ]
    assert small(city("甲", *facts))["better:air.pm25"] == (
        "甲市县城PM2.5下降2.3微克/立方米",
        "2024年1月1日—12月20日为29.4",
    )


def test_a_value_of_one_bureau_alone_with_its_rank() -> None:
    rank = Rank(position=4, of=13, area="县市区", tied=False)
    fact = indicator("88.0", metric="air.good_days_ratio", unit="%", rank=rank)
    assert small(city("甲", fact))["value:air.good_days_ratio"] == (
        "甲市优良率为88.0%",
        "2024年，县市区13个中第4",
    )


def test_a_class_that_got_worse() -> None:
    change = Change(value=Decimal(1), unit="class", direction=Direction.DOWN, better=False)
    fact = indicator("Ⅳ", metric="water.class", unit="class", scope="龙须河断面", change=change)
    assert small(city("甲", fact))["worse:water.class"] == (
        "甲市龙须河断面水质类别下降1个类别",
        "2024年为Ⅳ类，是唯一写明变差的指标",
    )


def test_a_year_as_a_basis() -> None:
    change = replace(DOWN, basis="2020")
    assert small(city("甲", indicator("30", change=change)))["better:air.pm25"][0] == (
        "甲市PM2.5较2020年下降"
    )


def test_a_limit_met_by_one_alone() -> None:
    assert small(city("甲", indicator("30")))["within:air.pm25"] == (
        "甲市PM2.5不高于限值",
        "2024年为30，限值35微克/立方米",
    )


def test_values_of_several_years_say_theirs() -> None:
    said = small(
        city("甲", indicator("41")),
        extraction(
            "yi",
            indicator("43", period="2023"),
            bureau="乙市生态环境局",
            region=("某省", "乙市"),
            period="2023",
        ),
    )
    assert said["above:air.pm25"] == (
        "PM2.5高于限值的有两家",
        "乙市（2023年）43、甲市（2024年）41，限值35",
    )


def test_what_got_worse_says_how_many_others_did() -> None:
    facts = [
        indicator("30", change=replace(UP, value=None)),
        indicator("60", metric="air.pm10", change=UP, start=3),
    ]
    assert small(city("甲", *facts))["worse:air.pm25"] == (
        "甲市PM2.5上升",
        "2024年为30微克/立方米，另有数值写明变差",
    )


def test_worse_against_another_year_says_which() -> None:
    change = replace(UP, basis="2020年")
    assert small(city("甲", indicator("30", change=change)))["worse:air.pm25"] == (
        "甲市PM2.5较2020年上升",
        "2024年为30微克/立方米，是唯一写明变差的指标",
    )


def test_a_change_without_a_value_says_so() -> None:
    said = small(city("甲", indicator(None, metric="air.pm10", change=UP)))
    assert said["worse:air.pm10"] == ("甲市PM10上升", "2024年只写了变化，是唯一写明变差的指标")


def test_what_got_better_in_several() -> None:
    reports = [city(letter, indicator("30", change=DOWN)) for letter in MANY]
    lead, detail = small(*reports)["better:air.pm25"]
    assert (lead, detail) == (
        "PM2.5写明改善的有12家",
        "甲市下降、乙市下降、丙市下降、丁市下降、戊市下降等",
    )


def test_first_and_last_of_a_group() -> None:
    values = ("20", "25", "30")
    reports = [city(letter, indicator(v)) for letter, v in zip("甲乙丙", values, strict=True)]
    assert small(*reports)["order:air.pm25"] == (
        "PM2.5可直接对比的三家中甲市最低",
        "20微克/立方米，最高的是丙市30微克/立方米",
    )


def test_a_group_of_two_has_no_highest_of_two() -> None:
    said = small(city("甲", indicator("20")), city("乙", indicator("30")))
    assert said["order:air.pm25"] == (
        "PM2.5可直接对比的有两家",
        "2024年甲市20微克/立方米、乙市30微克/立方米",
    )


def test_no_first_beside_a_lower_value_apart_but_the_last() -> None:
    values = ("20", "25", "30")
    reports = [city(letter, indicator(v)) for letter, v in zip("甲乙丙", values, strict=True)]
    said = small(*reports, city("丁", indicator("12", scope="中心城区")))
    assert said["order:air.pm25"] == (
        "PM2.5可直接对比的三家中丙市最高",
        "2024年为30微克/立方米",
    )


def test_equal_values() -> None:
    said = small(city("甲", indicator("30")), city("乙", indicator("30")))
    assert said["order:air.pm25"] == (
        "PM2.5可直接对比的两家均为30微克/立方米",
        "甲市、乙市",
    )


# Items


def test_what_is_left_by_the_words_of_the_set() -> None:
    def of(quote: str) -> tuple[str, str]:
        fact = replace(tally("40", "30"), start=0, end=len(quote), quote=quote)
        return small(extraction("a", fact, text=quote))["left:a:督察"]

    assert of("反馈问题40个，整改销号30个") == (
        "甲市督察整改还有10未销号",
        "交办40，已完成30",
    )
    assert of("督察件40件，办结30件")[0] == "甲市督察整改还有10未办结"
    assert of("任务40项，完成30项")[0] == "甲市督察整改还有10未完成"


def test_what_is_settled_for_the_time_being_is_not_called_unsettled() -> None:
    fact = replace(tally("40", "30"), pending=Decimal(10), pending_as="阶段性办结", unit="件")
    said = small(extraction("a", fact, text=fact.quote))["left:a:督察"]
    assert said[0] == "甲市督察整改还有10件阶段性办结"


def test_when_items_were_raised_is_said_only_where_it_is_known() -> None:
    def of(period: str, own: str) -> str:
        fact = replace(tally("36", "22"), period=to_period(period))
        return small(extraction("a", fact, period=own))["left:a:督察"][1]

    assert of("2016..2023", "2024") == "2016—2023年交办36，已完成22"
    assert of("2024", "2024") == "交办36，已完成22"
    assert of("2024H1", "2024H1") == "到2024年6月，交办36，已完成22"


def test_less_left_than_another_nearly_done_is_not_called_much() -> None:
    reports = [
        city("甲", tally("40", "30")),
        city("乙", tally("613", "601")),
        city("丙", tally("9", "9")),
    ]
    assert small(*reports)["progress:督察"] == (
        "督察整改有事项办结不到九成的是甲市",
        "还有10；丙市已全部完成；乙市办结九成以上",
    )


def test_several_bureaus_as_officials_put_it() -> None:
    reports = [
        city("甲", tally("10", "10")),
        city("乙", tally("13", "13")),
        city("丙", tally("100", "95")),
        city("丁", tally("166", "131")),
    ]
    assert small(*reports)["progress:督察"] == (
        "督察整改未完成较多的是丁市",
        "还有35；甲市、乙市已全部完成；丙市办结九成以上",
    )
    assert small(*reports[:3])["progress:督察"] == (
        "督察整改写明办结数的三家均办结九成以上",
        "还有丙市5；甲市、乙市已全部完成",
    )
    done = [*reports[:2], city("戊", tally("7", "7"))]
    assert small(*done)["progress:督察"] == (
        "督察整改写明办结数的三家均已全部完成",
        "甲市10、乙市13、戊市7",
    )


def test_what_is_on_time_is_not_told_as_behind() -> None:
    told = "反馈问题20项,完成8项,其余12项达到序时进度"

    def on_time(place: str) -> Extraction:
        fact = replace(tally("20", "8", pending="12", subject="反馈问题"), unit="项", end=len(told))
        region = ("某省", f"{place}市")
        return extraction(place, fact, text=told, bureau=f"{place}市生态环境局", region=region)

    reports = [on_time("甲"), on_time("乙"), city("丙", tally("24", "20"))]
    assert small(*reports)["progress:督察"] == (
        "督察整改未完成较多的是丙市",
        "还有4；乙市、甲市按期推进",
    )
    all_on_time = [on_time(place) for place in "甲乙丙"]
    assert small(*all_on_time)["progress:督察"][0] == "督察整改剩余较多的是丙市、乙市、甲市"


# Problems and promises


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("养殖行业问题突出", "养殖行业"),
        ("大气环境质量改善难", "大气环境"),
        ("乡镇污水处理不稳定", "乡镇污水处理"),
        ("信访投诉量大", "信访投诉"),
        ("部分乡镇地下水型饮用水源地的水质不达标", "水"),
        ("监管能力亟待提升", "监管能力"),
        ("不足", "水"),
        ("另一个是执法力量弱", "执法力量"),
    ],
)
def test_the_subject_of_a_problem(title: str, said: str) -> None:
    fact: Problem = problem(title, title, title)
    assert subject(fact, Wording("zh")) == said


def test_the_subject_behind_a_turn() -> None:
    fact = problem(
        "监管手段日益丰富,但专职监管人员仅5名",
        "监管手段日益丰富,但专职监管人员仅5名",
        "监管手段日益丰富",
    )
    assert subject(fact, Wording("zh")) == "专职监管人员"


def named(*titles: str) -> Callable[[str], Extraction]:
    """A report with these problems and a promise that answers none."""

    def made(letter: str) -> Extraction:
        text = "。".join(titles)
        problems = [problem(text, title, title) for title in titles]
        plan = replace(commitment("加强宣传"), start=len(text), end=len(text) + 1)
        return extraction(
            report_of(letter),
            *problems,
            plan,
            bureau=f"{letter}市生态环境局",
            region=("某省", f"{letter}市"),
            text=text + "。加强宣传",
        )

    return made


def test_problems_without_an_answer_in_one_and_in_several() -> None:
    two = named("乡镇污水处理不稳定", "养殖行业问题突出")
    assert small(two("甲"))["problems"] == (
        "甲市写明问题2个，均未见对应承诺",
        "乡镇污水处理、养殖行业",
    )
    assert small(two("甲"), named("监管能力亟待提升")("乙"))["problems"] == (
        "两家写明问题3个，均未见对应承诺",
        "甲市乡镇污水处理、养殖行业；乙市监管能力",
    )


def test_problems_of_many_bureaus_are_folded() -> None:
    one = named("乡镇污水处理不稳定")
    assert small(*map(one, MANY))["problems"] == (
        "12家写明问题12个，均未见对应承诺",
        "甲市1个、乙市1个、丙市1个、丁市1个、戊市1个等",
    )


def test_promises_of_which_none_can_be_checked() -> None:
    said = small(city("甲", commitment("加强监管")), city("乙", commitment("提升能力")))
    assert said["checkable"] == ("2句承诺都没有写明数量、时限或成果", "甲市、乙市")


def test_promises_of_one_bureau_by_their_ways() -> None:
    facts = [commitment("年底前建成", deadline="年底前"), replace(commitment("加强监管"), start=9)]
    assert small(city("甲", *facts))["checkable"] == ("甲市2句承诺中可核查的1句", "有时限的1句")


def test_kept_promises() -> None:
    comparison = compared(*pair())
    assert {one.followed for one in comparison.followups} >= {Followed.DONE}
    assert told(comparison)["kept"] == (
        "青溪县上一年可核查承诺5句，2句已完成",
        "有进展或未达目标3句",
    )


# Our own bureau and own words


def test_our_own_bureau() -> None:
    reports = [city(letter, indicator(str(20 + n))) for n, letter in enumerate("甲乙丙")]
    assert small(*reports, focus="01-2024")["own:01-2024"] == (
        "乙市PM2.5在可直接对比的三家中居第2",
        "2024年为21微克/立方米，按数值由低到高",
    )
    assert told(gold_comparison(), "hengnan-2023")["own:hengnan-2023"] == (
        "衡南县写明问题4个，3个未见对应承诺",
        "下一年承诺4句，可核查的1句",
    )


def test_own_words_keep_the_marks(tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text('[findings.reword."worse:air.pm25"]\nlead = "甲市空气变差"', encoding="utf-8")
    view = viewed(city("甲", indicator("30", change=UP)), config=read_config(path))
    assert view.findings[0].text == "甲市空气变差〔甲1〕。"


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_no_sentence_is_too_long_however_many_bureaus(count: int) -> None:
    facts: list[AnyFact] = [
        indicator("41.25", change=UP),
        indicator("88.05", metric="air.good_days_ratio", unit="%", change=UP, start=3),
        tally("1166", "131", start=5),
        tally("1166", "131", source=TallySource.PETITION, start=7),
        commitment("年底前建成", deadline="年底前"),
    ]
    names = [f"某族某族自治{letter}" for letter in MANY[:count]]
    reports = [
        extraction(
            f"{name}-2024", *facts, bureau=f"{name}州生态环境局", region=("某省", f"{name}州")
        )
        for name in names
    ]
    said = small(*reports, focus=f"{names[0]}-2024")
    assert len(said) >= 7
    assert {
        key: words for key, words in said.items() if len("".join(words)) > MOST_CHARACTERS
    } == {}
    assert len(viewed(*reports, config=Config()).findings) <= 6
