"""Corrections on the hand-found facts: applied, unneeded, stale."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builder.check import check
from builder.model import (
    AnyFact,
    Commitment,
    Extraction,
    Indicator,
    Problem,
    Qualifier,
    Quantity,
    Rank,
    Severity,
    Strength,
    Tally,
    Theme,
)
from builder.review import (
    Correction,
    Corrections,
    State,
    corrections_template,
    doubted,
    read_corrections,
    review,
)
from builder.toml_file import TomlError
from tests.goldfacts import gold_extractions
from tests.sheetrows import made, rows

REPORTS = {extraction.report.report: extraction for extraction in gold_extractions()}
YUEYANG = REPORTS["yueyang-county-2024"]
SIGNED = {"reason": "原文看错", "who": "张三", "when": date(2025, 3, 1)}


def correction(**fields: object) -> Correction:
    return Correction.model_validate({"report": YUEYANG.report.report} | SIGNED | fields)


def reviewed(*found: Correction, extraction: Extraction = YUEYANG) -> Extraction:
    (report,) = review([extraction], Corrections(correction=found)).reports
    return report


def outcome(found: Correction, extraction: Extraction = YUEYANG) -> tuple[State, str]:
    (result,) = review([extraction], Corrections(correction=(found,))).outcomes
    return result.state, result.text


def indicator(extraction: Extraction, metric: str) -> Indicator:
    facts = (fact for fact in extraction.facts if isinstance(fact, Indicator))
    return next(fact for fact in facts if fact.metric == metric)


def test_set_changes_the_value_and_marks_the_fact() -> None:
    fixed = correction(
        action="set", kind="indicator", quote="PM2.5浓度32.86μg/m3", values={"value": "32.9"}
    )
    fact = indicator(reviewed(fixed), "air.pm25")
    assert fact.value == Decimal("32.9")
    assert fact.correction == "原文看错（张三，2025-03-01）"
    assert fact.quote == "PM2.5浓度32.86μg/m3"
    assert outcome(fixed) == (State.APPLIED, "已按更正表更改：原文看错（张三，2025-03-01）")


def test_set_finds_the_fact_by_a_part_of_its_words() -> None:
    fixed = correction(
        action="set", kind="indicator", quote="空气质量综合指数3.22", values={"rank": {}}
    )
    assert indicator(reviewed(fixed), "air.composite_index").rank is None


@pytest.mark.parametrize(
    "rank",
    [
        {"position": 3, "area": "全市", "from": "last"},
        {"position": 3, "area": "全市倒数"},
    ],
)
def test_a_corrected_rank_may_be_from_the_bottom(rank: dict[str, Any]) -> None:
    fixed = correction(
        action="set", kind="indicator", quote="空气质量综合指数3.22", values={"rank": rank}
    )
    found = indicator(reviewed(fixed), "air.composite_index").rank
    assert found == Rank(position=3, of=None, area="全市", tied=False, from_bottom=True)


def test_which_picks_one_of_several_facts_at_one_place() -> None:
    quote = "PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%"
    values = {"change": {"value": "11.2", "unit": "%", "direction": "down", "better": True}}
    fixed = correction(
        action="set", kind="indicator", quote=quote, which={"metric": "air.so2"}, values=values
    )
    result = reviewed(fixed)
    so2, pm10 = indicator(result, "air.so2"), indicator(result, "air.pm10")
    assert so2.change is not None
    assert so2.change.value == Decimal("11.2")
    assert pm10 == indicator(YUEYANG, "air.pm10")


def test_several_facts_are_never_chosen_from() -> None:
    quote = "PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%"
    fixed = correction(action="drop", kind="indicator", quote=quote)
    message = "所引的文字对应2个指标，请引得更长，或用 nth、which 指明"
    assert outcome(fixed) == (State.STALE, message)
    assert reviewed(fixed).facts == YUEYANG.facts


def test_drop_removes_the_fact_and_its_links() -> None:
    fixed = correction(action="drop", kind="problem", quote="党建引领中心工作不够深")
    result = reviewed(fixed)
    assert [fact.title for fact in result.facts if isinstance(fact, Problem)] == [
        "生态环境质量改善压力大",
        "队伍综合素质有待提高",
    ]
    assert [link.problem for link in result.links] == [2908, 3122]


def test_dropped_commitment_answers_nothing_any_more() -> None:
    fixed = correction(action="drop", kind="commitment", quote="以扬尘污染治理、臭氧污染防治")
    assert reviewed(fixed).links[0].commitments == (3303,)


def test_add_makes_a_fact_of_the_quoted_words() -> None:
    fixed = correction(
        action="add",
        kind="quantity",
        quote="组合一等奖和团体二等奖",
        values={"value": "2", "unit": "项", "label": "获奖", "themes": ["team"]},
    )
    (fact,) = [fact for fact in reviewed(fixed).facts if fact.rule == "correction"]
    assert isinstance(fact, Quantity)
    assert YUEYANG.outline.source.text[fact.start : fact.end] == fact.quote
    assert (fact.value, fact.unit, fact.label) == (Decimal(2), "项", "获奖")
    assert (fact.qualifier, fact.themes) == (Qualifier.EQUAL, (Theme.TEAM,))
    assert [f.start for f in reviewed(fixed).facts] == sorted(
        f.start for f in reviewed(fixed).facts
    )


def test_add_sets_targets_with_their_places() -> None:
    target = {"value": "2", "unit": "级", "quote": "国家二级标准"}
    fixed = correction(
        action="set",
        kind="commitment",
        quote="确保空气质量达到国家二级标准",
        values={"targets": [target], "deadline": "2025年底前"},
    )
    facts = (fact for fact in reviewed(fixed).facts if isinstance(fact, Commitment))
    changed = next(fact for fact in facts if fact.correction)
    text = YUEYANG.outline.source.text
    assert changed.deadline == "2025年底前"
    assert [text[t.start : t.end] for t in changed.targets] == ["国家二级标准"]


def test_years_and_product_of_a_commitment_are_set() -> None:
    fixed = correction(
        action="set",
        kind="commitment",
        quote="确保空气质量达到国家二级标准",
        values={"horizon": "2026..2030", "product": "空气质量达标规划"},
    )
    facts = (fact for fact in reviewed(fixed).facts if isinstance(fact, Commitment))
    changed = next(fact for fact in facts if fact.correction)
    assert (str(changed.horizon), changed.product) == ("2026..2030", "空气质量达标规划")


def test_link_is_set_by_quoted_words() -> None:
    fixed = correction(
        action="set",
        kind="link",
        quote="队伍综合素质有待提高",
        values={"commitments": ["定期组织召开党建与业务融合专题研讨会"], "strength": "general"},
    )
    link = reviewed(fixed).links[2]
    assert (link.problem, link.commitments, link.strength) == (3122, (3574,), Strength.GENERAL)
    assert link.correction == "原文看错（张三，2025-03-01）"


def test_simplified_words_find_a_traditional_text() -> None:
    hengnan = REPORTS["hengnan-2023"]
    fixed = correction(
        report="hengnan-2023",
        action="set",
        kind="tally",
        quote="共接收信访件40件",
        values={"subject": "督察期间信访件"},
    )
    facts = reviewed(fixed, extraction=hengnan).facts
    assert "督察期间信访件" in {fact.subject for fact in facts if isinstance(fact, Tally)}


def test_unneeded_where_the_rules_agree_already() -> None:
    message = "更正已不需要：规则的结果与更正相同"
    same = correction(action="set", kind="indicator", quote="优良率88.0%", values={"value": "88.0"})
    gone = correction(action="drop", kind="tally", quote="空气质量综合指数3.22")
    there = correction(
        action="add",
        kind="quantity",
        quote="40余名党员",
        values={"value": "40", "unit": "名", "label": "党员", "themes": ["party"]},
    )
    assert outcome(same) == (State.UNNEEDED, message)
    assert outcome(gone) == (State.UNNEEDED, message)
    assert outcome(there) == (State.UNNEEDED, message)
    result = reviewed(same)
    assert result.facts == YUEYANG.facts
    assert [(f.code, f.severity) for f in result.findings if f.code.startswith("correction")] == [
        ("correction_unneeded", Severity.NOTE)
    ]


def test_stale_quote_names_the_nearest_words() -> None:
    fixed = correction(
        action="set", kind="indicator", quote="PM2.5浓度33.86μg/m3", values={"value": "33.86"}
    )
    message = "所引的文字已不在原文中；最接近的是“PM2.5浓度32.86μg/m3”"
    assert outcome(fixed) == (State.STALE, message)
    (finding,) = [f for f in reviewed(fixed).findings if f.code == "correction_stale"]
    assert finding.severity is Severity.WARNING
    assert finding.message.format(**dict(finding.values)) == message


def test_checks_keep_the_findings_of_corrections() -> None:
    fixed = correction(action="drop", kind="tally", quote="海水浴场水质优良率")
    assert "correction_stale" in {finding.code for finding in check(reviewed(fixed)).findings}


def test_stale_quote_without_anything_alike() -> None:
    fixed = correction(action="drop", kind="tally", quote="海水浴场水质优良率")
    assert outcome(fixed) == (State.STALE, "所引的文字已不在原文中，也没有相近的文字")


def test_stale_where_the_rules_find_nothing_to_set() -> None:
    fixed = correction(
        action="set", kind="tally", quote="空气质量综合指数3.22", values={"done": "1"}
    )
    message = "原文仍在，但规则在这里没有提取出办理情况；如需补上请改用 add"
    assert outcome(fixed) == (State.STALE, message)


def test_stale_for_a_report_that_is_not_there() -> None:
    fixed = correction(report="yueyang-2024", action="drop", kind="tally", quote="办结率98.57%")
    assert outcome(fixed) == (State.STALE, "没有这份报告；最接近的是 yueyang-county-2024")


def test_nth_picks_one_of_several_places() -> None:
    unclear = correction(
        action="add",
        kind="quantity",
        quote="2024年",
        values={"value": "1", "unit": "年", "label": "年份", "themes": ["party"]},
    )
    state, message = outcome(unclear)
    assert state is State.STALE
    assert message.endswith("请用 nth 指明是第几处")
    second = unclear.model_copy(update={"nth": 2})
    (fact,) = [fact for fact in reviewed(second).facts if fact.rule == "correction"]
    text = YUEYANG.outline.source.text
    assert text[: fact.start].count("2024年") == 1


def said(fact: AnyFact) -> tuple[str, str]:
    return "岳1", fact.quote.replace("\n", "")


def test_template_changes_nothing_and_becomes_valid_without_its_signs() -> None:
    facts = doubted(REPORTS.values())
    text = corrections_template(facts, said)
    assert tomllib.loads(text) == {}
    entries = text.split("\n# ---- ")[1:]
    assert len(entries) == sum(len(extraction.facts) for extraction in REPORTS.values())
    opened = "\n".join(
        line.removeprefix("# ") for entry in entries for line in entry.splitlines()[2:]
    )
    signed = opened.replace('reason = ""', 'reason = "核对"').replace('who = ""', 'who = "李四"')
    corrections = Corrections.model_validate(tomllib.loads(signed))
    states = {result.state for result in review(REPORTS.values(), corrections).outcomes}
    assert states == {State.UNNEEDED}


def test_template_puts_doubtful_facts_first_with_mark_and_sentence() -> None:
    text = corrections_template(doubted(REPORTS.values())[:2], said)
    first, second = text.split("\n# ---- ")[1:]
    head, sentence, *_ = first.splitlines()
    assert head == "岳1 · district-2024q1 · 指标 · 年份不明、混有其他年份、统计期不明"
    assert sentence == "#      PM2.5平均浓度41微克每立方米"
    assert second.startswith("岳1 · district-2024q1 · 指标 · ")


def test_what_a_person_set_is_not_doubted() -> None:
    fixed = correction(
        action="set", kind="indicator", quote="PM2.5浓度32.86μg/m3", values={"value": "32.9"}
    )
    facts = [item.fact for item in doubted([reviewed(fixed)])]
    assert len(facts) == len(YUEYANG.facts) - 1


def test_no_file_means_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.toml") == Corrections()


def test_error_names_every_mistake_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        """
[[correction]]
action = "set"
report = "a"
kind = "indicator"
quote = "x"
reson = "y"
values = { valu = "1" }
who = "z"
when = 2025-01-01

[[correction]]
action = "add"
report = "a"
kind = "quantity"
quote = "x"
reason = "y"
values = { value = "20xx" }
who = "z"
when = 2025-01-01
""",
        encoding="utf-8",
    )
    with pytest.raises(TomlError) as caught:
        read_corrections(path)
    assert str(caught.value).splitlines() == [
        "corrections.toml: correction[1].values.valu: 没有这个键。是不是想写 value？",
        "corrections.toml: correction[1].reason: 缺少这一项",
        "corrections.toml: correction[1].reson: 没有这个键。是不是想写 reason？",
        'corrections.toml: correction[2].values.value: 应为数字，如 "32.86"',
    ]


def test_error_in_toml(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text("[[correction]\n", encoding="utf-8")
    with pytest.raises(TomlError, match=r"^corrections.toml: 第 1 行第 13 列：方括号没有写完。$"):
        read_corrections(path)


def test_correction_shows_in_the_comparison() -> None:
    fixed = correction(
        action="set", kind="indicator", quote="PM2.5浓度32.86μg/m3", values={"value": "32.9"}
    )
    sheets = made(reviewed(fixed))
    (row,) = [row for row in rows(sheets["环境质量"]) if "PM2.5" in str(row["指标"])]
    assert (row["数值"], row["出处"]) == (Decimal("32.9"), "岳21改")
    (entry,) = [row for row in rows(sheets["出处"]) if row["出处"] == "岳21改"]
    assert entry["更正"] == "原文看错（张三，2025-03-01）"
    (finding,) = [row for row in rows(sheets["数据质量"]) if row["类别"] == "已更正"]
    assert finding["说明"] == "已按更正表更改：原文看错（张三，2025-03-01）"
