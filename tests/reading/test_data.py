"""The data of the reading view: index, texts, cards, and how facts lead to each other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from builder.compare.addresses import fact_addresses
from builder.model import AnyFact
from builder.reading import reading_data
from builder.reading.records import FactEntry, ReadingData, ReportEntry
from builder.wording.wording import Wording
from tests.printedparts import seed_comparison
from tests.smallreports import commitment, compared, extraction, indicator, problem

YUEYANG = "yueyang-county-2024"


@cache
def seeds(code: str = "zh") -> ReadingData:
    comparison = seed_comparison()
    return reading_data(comparison, Wording(code, comparison.reports))


def small(text: str, *facts: AnyFact) -> ReadingData:
    """One report of a few facts."""
    comparison = compared(extraction("jia-2024", *facts, text=text))
    return reading_data(comparison, Wording("zh", comparison.reports))


def report(data: ReadingData, name: str = YUEYANG) -> ReportEntry:
    return next(each for each in data.index.reports if each.id == name)


def entry(name: str, data: ReadingData | None = None, of: str = YUEYANG) -> FactEntry:
    return next(each for each in report(data or seeds(), of).facts if each.id == name)


def card(name: str, data: ReadingData | None = None, of: str = YUEYANG) -> dict[str, str]:
    data = data or seeds()
    at = data.index.reports.index(report(data, of))
    return {row.label: row.words for row in data.texts[at].cards[name]}


def test_every_fact_has_its_address_and_its_words_stand_there() -> None:
    for dossier in seed_comparison().reports:
        text = dossier.extraction.outline.source.text
        for fact, address in fact_addresses(dossier.extraction).items():
            found = entry(address.removeprefix(f"{fact.report}:"), of=fact.report)
            assert text[found.start : found.end] == fact.quote


def test_facts_at_one_place_are_counted() -> None:
    facts = [each for each in report(seeds()).facts if each.start == 1404]
    assert [(each.id, each.value) for each in facts] == [
        ("1404", "0.0647 mg/L"),
        ("1404:2", "0.065 mg/L"),
        ("1404:3", "0.082 mg/L"),
    ]


def test_an_indicator_in_the_index() -> None:
    assert entry("1171") == FactEntry(
        id="1171",
        start=1171,
        end=1188,
        kind="indicator",
        about="细颗粒物（PM2.5）平均浓度",
        value="32.86 μg/m³",
        mark="岳10",
        themes=("air",),
        metric="air.pm25",
        group=entry("387", of="qianjiang-2024").group,
    )
    assert entry("1171").group


def test_a_value_that_does_not_compare_says_why() -> None:
    apart = [each for each in report(seeds(), "ganzhou-2024").facts if each.metric == "air.pm25"]
    assert [(each.group, each.apart) for each in apart] == [
        ("", "范围为中心城区，可比组为未限定范围"),
        ("", "范围为县级及以上城市，可比组为未限定范围"),
    ]


def test_the_card_of_an_indicator() -> None:
    assert card("1171") == {
        "期间": "2024年",
        "范围": "未限定范围",
        "变化": "同比下降3.64%（改善）",
        "依据": "所在部分相符、句中用词明确、句中没有相反的说法、句中写明时间、与报告期一致、"
        "范围写在句中或为全域、同一处没有别的解读、句中的数字都读懂了、句中没有被遮盖的字、"
        "材料是工作报告、是完整的句子、写明了时间、本句说清了是什么、数字是阿拉伯数字、所在部分由标题或前文说明、通篇用字和上下文相符",
        "主题": "大气",
        "标题": "2024年主要目标完成情况 › 聚焦主责主业,精准靶向发力,环境质量稳步向好 › "
        "紧盯大气环境质量“这一核心”",
    }


def test_the_card_of_a_tally_says_its_state() -> None:
    told = card("1927:2", of="qianjiang-2024")
    assert told["情况"] == "共166，已完成131，未完成35"
    assert told["来源"] == "中央和省级督察"
    assert entry("1927:2", of="qianjiang-2024").value == "131/166项"


def test_brief_rows_are_those_of_the_value() -> None:
    rows = seeds().texts[1].cards["1171"]
    assert seeds().index.reports[1].id == YUEYANG
    assert [row.label for row in rows if row.brief] == ["期间", "范围", "变化"]


def test_a_problem_and_its_promises_lead_to_each_other() -> None:
    found = entry("2908")
    assert found.kind == "problem"
    assert found.strength == "有相关承诺"
    assert found.links
    for link in found.links:
        assert "2908" in entry(link).links
    assert card("2908")["对应承诺"] == "有相关承诺"
    assert card("2908")["原因"] == "受县城区排水影响"


def test_a_problem_without_an_answer_has_no_links() -> None:
    text = "推进水源地保护。餐饮油烟扰民。"
    found = problem(text, "餐饮油烟扰民", "油烟扰民")
    data = small(text, commitment("推进水源地保护"), found)
    assert entry("8", data, "jia-2024").links == ()
    assert card("8", data, "jia-2024")["对应承诺"] == "未见对应承诺"


def test_numbers_not_understood_stand_among_the_facts() -> None:
    unread = [each for each in report(seeds(), "ganzhou-2024").facts if each.kind == "unread"]
    assert [(each.value, each.id == f"{each.start}-{each.end}") for each in unread] == [
        ("10", True)
    ]


def test_facts_stand_in_text_order() -> None:
    for each in seeds().index.reports:
        starts = [fact.start for fact in each.facts]
        assert starts == sorted(starts)


def test_the_text_is_the_source_and_its_plain_copy_only_where_it_is_traditional() -> None:
    for dossier, text in zip(seed_comparison().reports, seeds().texts, strict=True):
        source = dossier.extraction.outline.source
        assert text.text == source.text
        assert text.plain == (source.plain if dossier.line.report == "hengnan-2023" else "")
    assert report(seeds(), "hengnan-2023").language == "zh-Hant"


def test_kinds_and_themes_have_their_names() -> None:
    assert list(seeds().index.kinds.values()) == [
        *("指标", "办理情况", "数量", "整改", "问题", "承诺"),
        "未读懂",
    ]
    assert seeds().index.themes["air"] == "大气"


def test_english_has_no_words_of_ours_in_chinese() -> None:
    index = seeds("en").index
    assert index.language == "en"
    assert index.words["copy_link"] == "Copy link"
    assert index.kinds["unread"] == "Not understood"


def test_a_correction_stands_in_the_card() -> None:
    data = small("31", replace(indicator("31"), correction="与附表不符"))
    assert card("0", data, "jia-2024")["更正"] == "与附表不符"
