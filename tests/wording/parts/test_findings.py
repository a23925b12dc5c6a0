"""Page 1: conclusions with their numbers, what to beware of, and where the parts are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builder.model import (
    BureauKind,
    Document,
    Extraction,
    Refusal,
    SourceKind,
)
from builder.model.page import BriefingPart, Conclusion, Contents, Paragraph
from builder.model.parts import PartName
from builder.wording.key_findings.said import unmarked
from tests.smallreports import (
    commitment,
    extraction,
    gold_view,
    indicator,
    second,
    tally,
    viewed,
)


def page(*extractions: Extraction) -> BriefingPart:
    view = viewed(*extractions) if extractions else gold_view()
    (made,) = [part for part in view.parts if part.name is PartName.FINDINGS]
    return made


def notes(*extractions: Extraction) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in page(*extractions).blocks
        if isinstance(block, Paragraph)
    ]


def caution(*extractions: Extraction) -> str:
    found = [note for note in notes(*extractions) if note.startswith("使用提示　")]
    return found[0].removeprefix("使用提示　") if found else ""


def test_conclusions_are_numbered_between_the_notes() -> None:
    blocks = page().blocks
    assert [type(block) for block in blocks] == [
        Paragraph,
        *[Conclusion] * 6,
        Paragraph,
        Paragraph,
        Contents,
    ]
    told = [block for block in blocks if isinstance(block, Conclusion)]
    assert [block.number for block in told] == [1, 2, 3, 4, 5, 6]
    assert unmarked(told[0].lead) == "四家写明问题12个，3个未见对应承诺"


def test_the_page_has_no_heading_of_its_own() -> None:
    assert (page().title, page().numbered) == ("", False)


def test_the_sources_under_the_headline() -> None:
    assert notes()[0] == "依据潜江市、岳阳县、赣州市、衡南县、某区生态环境部门的工作总结编成"
    other = extraction("a")
    line = replace(
        other.report, document=Document.GOVERNMENT_REPORT, bureau_kind=BureauKind.GOVERNMENT
    )
    assert notes(replace(other, report=line))[0] == "依据甲市的工作材料编成"


def test_many_sources_are_folded() -> None:
    reports = [
        extraction(f"r{n}", bureau=f"{name}市生态环境局", region=("某省", f"{name}市"))
        for n, name in enumerate("甲乙丙丁戊己庚辛")
    ]
    assert notes(*reports)[0] == (
        "依据甲市、乙市、丙市、丁市、戊市等八家生态环境部门的工作总结编成"
    )


def test_what_bears_on_the_use_of_the_seeds() -> None:
    assert caution() == (
        "某区材料来自范文网站，22处年份、名称或数额被遮盖，仅供参考。"
        "某区为2024年第一季度，衡南县截至2023年12月5日，不是全年数据。"
        "赣州市没有写自身问题，潜江市只在正文写了1个问题。某区文本不全。"
    )


def test_nothing_to_beware_of_is_no_note() -> None:
    text = "污水处理不稳定。"
    made = extraction("a", indicator("30"), text=text)
    line = replace(made.report, document=Document.BULLETIN)
    assert caution(replace(made, report=line)) == ""


def test_scraped_and_masked_material_of_several() -> None:
    def scraped(made: Extraction) -> Extraction:
        return replace(made, report=replace(made.report, source_kind=SourceKind.TEMPLATE_SITE))

    first, other = scraped(extraction("a")), scraped(second())
    assert caution(first, other).startswith("甲市、乙市材料来自范文网站，仅供参考。")


def test_rates_that_do_not_follow_and_files_left_out() -> None:
    view = viewed(
        extraction("a", tally("40", "30", rate="90")),
        refused=[Refusal(file="扫描件.pdf", reason="没有文字层", advice="")],
    )
    said = [block for block in view.parts[0].blocks if isinstance(block, Paragraph)]
    assert unmarked(said[1].runs) == (
        "使用提示　甲市没有写自身问题。甲市有办结率与原文数字不一致。另有1个文件未能使用。"
    )


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (
            ("2024-01-01..2024-12-05", "2024-01-01..2024-12-05"),
            "甲市截至2024年12月5日，不是全年数据。",
        ),
        (("2024", "2024", "2024-01-01..2024-12-05"), "甲市有部分数据不到年底。"),
    ],
)
def test_a_day_of_one_sentence_says_nothing_of_the_others(
    periods: tuple[str, ...], told: str
) -> None:
    facts = [indicator("30", period=period) for period in periods]
    made = extraction("a", *facts)
    line = replace(made.report, as_of=date(2024, 12, 5))
    assert told in caution(replace(made, report=line))


def test_reports_short_of_a_year_or_of_any_time() -> None:
    assert caution(extraction("a", period="2024H1"), second(period=None)).startswith(
        "甲市为2024年上半年，不是全年数据。乙市没有写明报告期。"
    )


def test_how_to_read_names_a_mark_of_the_page() -> None:
    assert notes()[-1] == (
        "怎样看　数字右上小字（如〔衡20〕）指附录中的原句；"
        "浅色并带字母的值口径不同，不并列；“—”为没有可列入的数。"
    )
    assert notes(extraction("a"))[-1].startswith("怎样看　数字右上小字指附录中的原句；")


def test_the_contents_name_the_parts_that_follow() -> None:
    view = gold_view()
    (contents,) = [block for block in page().blocks if isinstance(block, Contents)]
    assert contents.lead == "目录"
    following = dict.fromkeys(part.name for part in view.parts if part.name != PartName.FINDINGS)
    assert [name for name, _ in contents.parts] == list(following)
    assert dict(contents.parts)[PartName.EVIDENCE] == "附录"


def test_headlines_say_what_stands_side_by_side() -> None:
    assert gold_view().headline == "五家单位整改进展和下一年承诺对比"
    assert viewed(extraction("a", indicator("30"))).headline == "甲市环境质量"
    both = viewed(extraction("a", commitment("加强监管")), second(indicator("30")))
    assert both.headline == "两家单位下一年承诺和环境质量对比"
    years = [extraction(f"a{year}", tally("9", "5"), period=year) for year in ("2023", "2024")]
    assert viewed(*years).headline == "甲市各年整改进展对比"
    assert viewed(extraction("a")).headline == "甲市主要工作"
