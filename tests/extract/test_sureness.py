"""Whether a fact is sure, and what speaks for it."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import AnyFact, Cue, Indicator, Quantity, Sureness, Tally
from builder.vocabulary.generic.sureness import sufficient_cues
from tests.outlines import outlined

REPORT = """青屏县生态环境局2024年工作总结及2025年工作计划
一、2024年工作情况
{done}
二、存在问题
一是农村污水管网不完善。
三、2025年工作计划
{plan}
"""


def facts(
    done: str, plan: str = "建成空气自动站2座,完成入河排污口整治30个。"
) -> tuple[AnyFact, ...]:
    return extract(outlined(REPORT.format(done=done, plan=plan))).facts


def cues(fact: AnyFact) -> set[Cue]:
    return set(fact.cues)


def only(kind: type, found: tuple[AnyFact, ...]) -> AnyFact:
    (fact,) = [fact for fact in found if isinstance(fact, kind)]
    return fact


def test_a_plain_value_of_the_whole_area_and_the_reports_year_is_sure() -> None:
    fact = only(Indicator, facts("2024年,全县PM2.5平均浓度为31微克/立方米。"))
    assert fact.sureness is Sureness.SURE
    assert cues(fact) >= {Cue.HEADING, Cue.TIME, Cue.REPORT_PERIOD, Cue.SCOPE, Cue.SINGLE}


def test_cues_stand_in_their_order() -> None:
    fact = only(Indicator, facts("2024年,全县PM2.5平均浓度为31微克/立方米。"))
    assert list(fact.cues) == [cue for cue in Cue if cue in fact.cues]


@pytest.mark.parametrize(
    "done",
    [
        "2024年,全县空气质量优良率为101.1%。",
        "2024年,全县优良天数比例达到143.2%。",
        "2024年,全县PM2.5平均浓度为3100微克/立方米。",
    ],
)
def test_a_value_that_its_metric_cannot_have_is_not_sure(done: str) -> None:
    fact = only(Indicator, facts(done))
    assert (fact.sureness, fact.cues) == (Sureness.UNSURE, ())


def test_what_a_fact_lacks_is_the_nearest_set_of_cues_that_would_do() -> None:
    enough = sufficient_cues()
    for kind in ("indicator", "tally", "quantity", "rectification", "problem", "commitment"):
        for needed in getattr(enough, kind):
            assert enough.lacking(kind, needed) == ()
            last = max(needed)
            found = enough.lacking(kind, needed - {last})
            assert len(found) <= 1
            assert enough.suffice(kind, (needed - {last}) | set(found))


def test_the_ends_of_a_range_are_possible() -> None:
    fact = only(Indicator, facts("2024年,全县空气质量优良率为100%。"))
    assert fact.sureness is Sureness.SURE


def test_a_masked_sentence_is_not_clean() -> None:
    done = "查处违法案件12起,罚款*万元,检查企业340家次。"
    assert all(Cue.CLEAN not in cues(fact) for fact in facts(done) if isinstance(fact, Quantity))


def test_a_sentence_with_a_number_that_was_not_understood_is_not_whole() -> None:
    whole = facts("查处违法案件12起,检查企业340家次。")
    assert all(Cue.WHOLE in cues(fact) for fact in whole if isinstance(fact, Quantity))


def test_a_sentence_that_says_otherwise_is_not_plain() -> None:
    fact = only(Quantity, facts("预计年底前投资3000万元。"))
    assert Cue.PLAIN not in cues(fact)


def test_two_facts_in_the_same_words_are_not_single() -> None:
    done = "2024年,全县PM2.5、PM10平均浓度分别为31、52微克/立方米。"
    listed = [fact for fact in facts(done) if isinstance(fact, Indicator)]
    assert len(listed) == 2
    assert all(Cue.SINGLE not in cues(fact) for fact in listed)


def test_a_scope_of_an_earlier_sentence_is_no_cue() -> None:
    done = "清江水质为Ⅱ类。与上年相比,总磷浓度0.05毫克/升。"
    scoped = [fact for fact in facts(done) if isinstance(fact, Indicator) and fact.scope]
    assert [Cue.SCOPE in cues(fact) for fact in scoped if fact.metric == "water.class"] == [True]


def test_a_time_of_another_year_is_no_period_of_the_report() -> None:
    fact = only(Tally, facts("2021年中央环保督察反馈问题15个,已完成整改12个。"))
    assert Cue.REPORT_PERIOD not in cues(fact)


@pytest.mark.parametrize("kind", ["indicator", "tally", "quantity", "problem", "commitment"])
def test_all_cues_suffice_and_none_do_not(kind: str) -> None:
    assert sufficient_cues().suffice(kind, frozenset(Cue))
    assert not sufficient_cues().suffice(kind, frozenset())


@pytest.mark.parametrize(
    ("done", "led", "named"),
    [
        ("检查企业126家。", True, True),
        ("15个村完成治理。", False, True),
        ("12个达到标准。", False, False),
        ("检查小区水泵38台,其余15台。", True, False),
    ],
)
def test_a_label_that_may_name_something_else_speaks_for_nothing(
    *, done: str, led: bool, named: bool
) -> None:
    found = [fact for fact in facts(done) if isinstance(fact, Quantity)]
    assert found
    assert (Cue.LED in cues(found[-1]), Cue.NAMED in cues(found[-1])) == (led, named)


@pytest.mark.parametrize(
    ("done", "sourced"),
    [
        ("省级督察反馈问题26个,完成整改25个。", True),
        ("受理群众信访件26件,办结25件。", True),
        ("排查隐患26处,完成整改25处。", False),
    ],
)
def test_who_raised_items_is_a_cue(*, done: str, sourced: bool) -> None:
    fact = only(Tally, facts(done))
    assert (Cue.SOURCED in cues(fact), Cue.RAISED in cues(fact)) == (sourced, True)
