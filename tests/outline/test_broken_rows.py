"""Rows of tables that a program broke at its width are whole again; what stands below stays out."""

from __future__ import annotations

import pytest

from builder.model import Commitment, Quantity, Tally
from tests.disturbed import read, told, values, wrapped

HEAD = "云溪县生态环境局2024年度目标任务完成情况\n\n一、重点任务推进情况\n"
TASKS = (
    "序号\t任务\t完成情况\t下一步工作\n"
    "1\t大气污染治理\t完成锅炉超低排放改造41台，淘汰老旧柴油货车1,260辆。\t"
    "2025年9月底前完成15台65蒸吨以上锅炉超低排放改造。\n"
    "2\t固体废物治理\t建成“无废细胞”62个，完成154家危险废物单位规范化评估。\t"
    "新建“无废细胞”40个，出台建筑垃圾管理办法。\n"
    "3\t监管执法\t立案143件，罚款1,086万元；非现场检查企业420家次。\t"
    "开展“双随机”抽查不少于200家次。\n"
)
BELOW = (
    "\n二、存在的问题\n"
    "受持续干旱和上游来水不足影响，石门滩国考断面7月水质超标，水质优良比例未达到考核要求，"
    "县区空气质量改善不平衡，矿山运输扬尘管控不到位，基层监测能力较为薄弱。\n"
)


@pytest.mark.parametrize("sign", ["\t", " | ", "|"])
@pytest.mark.parametrize("width", range(22, 40))
def test_what_is_planned_in_a_broken_row_is_never_done(width: int, sign: str) -> None:
    text = f"{HEAD}{TASKS.replace(chr(9), sign)}{BELOW}"
    cut = read(wrapped(text, width))
    done = {str(fact.value) for fact in cut.facts if isinstance(fact, Quantity)}
    assert not done & {"15", "40", "200"}
    planned = [fact for fact in cut.facts if isinstance(fact, Commitment)]
    assert {str(t.value) for fact in planned for t in fact.targets} <= {"15", "65", "40", "200"}
    assert sorted(values(cut)) == sorted(values(read(text)))


LETTERS = (
    "县（市、区）|交办信访件（件）|已办结（件）|阶段性办结（件）|办结率（%）|罚款（万元）\n"
    "青屏县|46|44|2|95.7|61.5\n沙溪区|71|68|3|95.8|143.2\n鹿岭市|38|38|0|100|40.8\n"
)


@pytest.mark.parametrize("width", [20, 22, 23, 24, 25, 26])
def test_a_figure_whose_last_digits_stand_below_is_whole_or_none(width: int) -> None:
    """143. and 2 are 143.2: digits alone on a line are no number of a page there."""
    cut = read(wrapped(f"{HEAD}{LETTERS}{BELOW}", width))
    whole = read(f"{HEAD}{LETTERS}{BELOW}")
    assert set(values(cut)) <= set(values(whole))
    tallies = [fact for fact in cut.facts if isinstance(fact, Tally)]
    assert {fact.total for fact in tallies} <= {
        fact.total for fact in whole.facts if isinstance(fact, Tally)
    }


def test_numbers_of_pages_below_a_row_are_no_digits_of_it() -> None:
    rows = "断面\t水质类别\t达标\t氨氮（mg/L）\n青石断面\tⅡ\t是\t0.4\n长堤断面\tⅢ\t是\t0.5\n"
    paged = rows.replace("0.4\n", "0.4\n— 1 —\n").replace("0.5\n", "0.5\n— 2 —\n")
    assert values(told(paged)) == values(told(rows))


def test_a_paragraph_below_a_table_in_a_frame_is_none_of_its_cells() -> None:
    """A full row that ends at the edge of its frame has no cell that could go on."""
    row = "| 新建污水管网长度（公里）情况 | 60 | 63.4 |"
    table = f"| 主要工作任务的名称和单位 | 目标 | 完成值 |\n{row}\n{row.replace('新建', '改造')}\n"
    prose = "全市完成重点治理项目三百余个，持续推进流域综合治理和城乡环境整治，立案查处案件46起。"
    text = f"{HEAD}{table}{wrapped(prose, len(row))}\n{wrapped(BELOW, len(row))}"
    assert "46 起" in values(read(text))


@pytest.mark.parametrize("below", ["（一）完成治理项目35个。", "2.完成治理项目35个。"])
def test_an_item_below_a_full_row_is_an_item(below: str) -> None:
    table = "任务\t目标\t完成情况\n治理\t60\t63，超额完成全年各项目标任务并通过验收\n"
    text = f"{HEAD}{table}修复\t70\t75，超额完成全年各项目标任务并通过验收\n{below}\n{BELOW}"
    assert "35 个" in values(read(text))


def test_prose_that_tabs_set_in_goes_on_below_no_row() -> None:
    table = "断面\t水质类别\n青石断面\tⅡ\n长堤断面\tⅢ\n"
    below = "\t全市12个国省控断面优良比例\t91.7%，同比上升8.4个百分点。\n\t二、存在的问题\n"
    assert any(value.startswith("91.7") for value in values(told(f"{table}{below}")))


@pytest.mark.parametrize(
    "label", ["发布日期：2024-06-28    来源：某局", "文号：云环发〔2024〕6号", "来源：云溪县分局"]
)
def test_a_title_that_fills_its_line_does_not_go_on_in_what_the_page_says(label: str) -> None:
    """Blank lines part the paragraphs, but none stands below the title."""
    title = "云溪县生态环境局2024年上半年工作总结和下半年打算"
    prose = "优良天数比例为86.8%，PM2.5平均浓度31微克/立方米，完成重点治理项目三百余个，持续改善。"
    body = "".join(f"\n　　{wrapped(f'　　{prose}', len(title)).strip()}\n" for _ in range(4))
    found = read(f"{title}\n{label}\n{body}")
    assert found.outline.title == (0, len(title))
    assert found.report.period is not None
    assert "31 μg/m³" in values(found)
